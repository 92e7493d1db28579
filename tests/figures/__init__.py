"""Tests of whence.figures."""

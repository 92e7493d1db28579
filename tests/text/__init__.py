"""Tests of whence.text."""

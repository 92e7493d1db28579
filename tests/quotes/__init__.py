"""Tests of whence.quotes."""

"""Tests of whence.names."""

"""Tests of whence.changes."""

"""Tests of whence.copies."""

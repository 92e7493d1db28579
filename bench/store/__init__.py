"""Measuring the store: crashes, a full disk, load, size."""

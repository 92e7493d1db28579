"""Whole families: who came from whom among many reports, what stands before them, how many sources there are."""

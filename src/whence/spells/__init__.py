"""Spells: from when to when, times joined with the words between them."""

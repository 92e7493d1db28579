"""Hedged or not: the sentence model of `whence.certainty.find`, trained and measured."""

"""Hedged or not: the sentence model of `whence.figures.certainty`, trained and measured."""

"""Strings and positions only: spans, folding, words, sentences, quotation marks, word diff.

Nothing in this package knows what a news report is. Positions are half-open Unicode code points.
"""

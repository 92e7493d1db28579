"""Corpora of made-up news with known truth: who took which words from whom.

`generate` writes reports and their truth, `score` holds found pairs against it, `accidental` counts what reports share
that nobody copied. README.md is the data card.
"""

"""The drift benchmark: pairs of reports whose figures, dates and hedges were edited, and the truth of every edit."""

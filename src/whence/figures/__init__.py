"""Numbers, dates and hedges: so far the words that carry them."""

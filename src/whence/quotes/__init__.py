"""Who said what: so far the words that introduce speech."""

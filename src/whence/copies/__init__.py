"""Text shared between reports: seeds, runs, chains and passages, exact to the word."""

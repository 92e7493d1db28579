"""The straight line from bytes to findings, and the drivers that run it."""

"""whence: reads news reports and shows where a story came from."""

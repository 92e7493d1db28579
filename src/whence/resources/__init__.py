"""Word lists as data, one file a list, each with its source in its first lines."""

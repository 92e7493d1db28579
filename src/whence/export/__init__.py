"""One file per format: what is found, written down."""

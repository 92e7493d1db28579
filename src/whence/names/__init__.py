"""Names: places and their people, outlets, agencies."""

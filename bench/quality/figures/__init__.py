"""Quality of figures against data that others made."""

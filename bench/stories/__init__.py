"""Stories: data with gold labels, training, scoring."""

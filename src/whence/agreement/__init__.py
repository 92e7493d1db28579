"""Whether figures and times agree: which two are about one thing, and how they stand to each other."""

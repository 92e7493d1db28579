"""A corpus on disk: columns of words, a vocabulary, postings, tables in Parquet, and the journal of a run."""

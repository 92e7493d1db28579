"""Keep and find: reports, findings, stories and families in SQLite or PostgreSQL, behind one protocol."""

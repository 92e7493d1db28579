"""Bytes to reports: plain text, HTML and JSON lines; parts with their roles; when and by whom.

The way in is `whence.reading.readers.read_source`. Below it: `sources` and `decoding` (bytes to text), one file a
format (`plain`, `html`, `jsonl`), `parts` and its neighbours (what each line is), `dates` (when it appeared).
"""

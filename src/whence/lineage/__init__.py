"""Who copied whom: clues, the relation of two reports, its direction, and the origin of their common text."""

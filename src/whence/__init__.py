"""whence: reads news reports and shows where a story came from.

    import whence
    a, b = whence.read("first.txt", outlet="First Post"), whence.read("second.html")
    pair = whence.compare(a, b)
    print(pair.summary)

Names are loaded when they are first used, so that `import whence` costs nothing.
"""

from importlib import import_module

_FACE = {
    "read": "whence.flow.read",
    "find": "whence.flow.find",
    "compare": "whence.flow.compare",
    "story": "whence.flow.story",
    "apply_changes": "whence.changes.apply",
    "Change": "whence.records",
    "Clue": "whence.records",
    "Comparison": "whence.records",
    "Evidence": "whence.records",
    "Part": "whence.records",
    "Figure": "whence.records",
    "Findings": "whence.records",
    "Passage": "whence.records",
    "Published": "whence.records",
    "Quote": "whence.records",
    "Reject": "whence.records",
    "Relation": "whence.records",
    "Report": "whence.records",
    "Speaker": "whence.records",
    "WhenceError": "whence.errors",
}
__all__ = list(_FACE)
__version__ = "0.1.0"


def __getattr__(name: str) -> object:
    """The public names, loaded on first use."""
    if name in _FACE:
        return getattr(import_module(_FACE[name]), name)
    raise AttributeError(f"module 'whence' has no attribute {name!r}")

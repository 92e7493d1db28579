"""The exceptions that whence raises, one family.

    WhenceError
    |- UsageError      the caller asked for something that cannot be done (exit code 2)
    |- WeightsError    the file of learned weights is missing or is none (exit code 2)
    |- CorpusError     a folder is no index of a corpus, or one of another version (exit code 4)
    |- StoreError      a store cannot be opened, read or written, or holds what does not fit together (exit code 4)
    `- SourceError     a source that was asked for could not be opened or read (exit code 3)

A bad *document* inside a source is not an exception: it is a `Reject` record, and the run goes on.
"""


class WhenceError(Exception):
    """Something whence can explain in one line: what, where, what to do."""


class UsageError(WhenceError):
    """The request itself is wrong: a missing argument, an impossible combination."""


class WeightsError(WhenceError):
    """What was learned is not there, or is not what this version of whence reads."""


class SourceError(WhenceError):
    """A source that was named cannot be opened, or holds no report."""


class CorpusError(WhenceError):
    """A folder does not hold the index of a corpus that this version of whence can read."""


class StoreError(WhenceError):
    """A store cannot be opened, read or written, or what it holds does not fit together."""

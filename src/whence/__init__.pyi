from whence.changes.apply import apply_changes as apply_changes
from whence.errors import WhenceError as WhenceError
from whence.flow.compare import compare as compare
from whence.flow.find import find as find
from whence.flow.read import read as read
from whence.flow.story import story as story
from whence.records import Change as Change
from whence.records import Clue as Clue
from whence.records import Comparison as Comparison
from whence.records import Evidence as Evidence
from whence.records import Figure as Figure
from whence.records import Findings as Findings
from whence.records import Part as Part
from whence.records import Passage as Passage
from whence.records import Published as Published
from whence.records import Quote as Quote
from whence.records import Reject as Reject
from whence.records import Relation as Relation
from whence.records import Report as Report
from whence.records import Speaker as Speaker
from whence.text.spans import Span as Span

__version__: str

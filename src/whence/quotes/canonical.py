"""Records of quotations across reports: the canonical quotation, its variants, and the pieces in which they differ."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from whence.records import Evidence, Setting, Speaker, Venue

PieceKind = Literal[
    "same", "bracket insertion", "bracket substitution", "ellipsis", "cut", "more", "split", "merged", "house style",
    "altered",
]  # fmt: skip


@dataclass(frozen=True, slots=True)
class QuotationPiece:
    """One piece of a variant beside the canonical wording.

    `taken` counts the canonical words that the piece stands for, `words` are the variant's in its place (none for
    "same", which keeps what it takes). A bracket is one word: "[the]". Evidence is None where a side has nothing there;
    that of a long cut shows its nearest words. "split" and "merged" take no words: their evidence is what stands
    between the marks.
    """

    kind: PieceKind
    canonical: Evidence | None
    variant: Evidence | None
    taken: int
    words: tuple[str, ...] = ()
    says: str = ""


@dataclass(frozen=True, slots=True)
class QuotationVariant:
    """A canonical quotation as one report has it in one place: where, said by whom, how it differs.

    `evidence` holds a piece for each pair of marks, `words` what stands in them, a bracket as one word; `pieces` lead
    from the canonical wording to this one.
    """

    report_id: str
    evidence: tuple[Evidence, ...]
    words: tuple[str, ...]
    speakers: tuple[Speaker, ...]
    setting: Setting
    pieces: tuple[QuotationPiece, ...]

    @property
    def differences(self) -> tuple[QuotationPiece, ...]:
        """The pieces that are not the same."""
        return tuple(piece for piece in self.pieces if piece.kind != "same")

    @property
    def altered(self) -> tuple[QuotationPiece, ...]:
        """Words inside the marks that differ without a mark: findings of rank one."""
        return tuple(piece for piece in self.pieces if piece.kind == "altered")


@dataclass(frozen=True, slots=True)
class CanonicalQuotation:
    """The same words in several places: the fullest wording, every variant, and where it came first.

    `words` are those of the fullest wording, a bracket as one word. `earliest` is None where the claimed times do not
    tell; `says` gives the reason. `venues` are those that any variant states; `conflict` is true where two reports
    name two speakers.
    """

    evidence: tuple[Evidence, ...]
    words: tuple[str, ...]
    variants: tuple[QuotationVariant, ...]
    earliest: QuotationVariant | None
    says: str
    venues: tuple[Venue, ...] = ()
    speakers: tuple[str, ...] = ()
    conflict: bool = False

"""Reading a page back in tests: what a person reads of it, its anchors, and what each anchored element says."""

from __future__ import annotations

from html.parser import HTMLParser

_VOID = frozenset({"meta", "br", "img", "link", "hr", "input"})
_UNREAD = frozenset({"vh", "role", "tag"})  # words of the interface inside a cell


class PageReader(HTMLParser):
    """The ids, links, elements and visible text of a page; the text of each element that has an id."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: dict[str, str] = {}
        self.unbalanced: list[str] = []
        self._open: list[tuple[str, str, bool]] = []
        self.feed(page)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = {name: value or "" for name, value in attrs}
        self.elements.append((tag, known))
        if "id" in known:
            self.ids.append(known["id"])
            self.texts[known["id"]] = ""
        if "href" in known:
            self.links.append(known["href"])
        if tag not in _VOID:
            unread = bool(_UNREAD & set(known.get("class", "").split()))
            self._open.append((tag, known.get("id", ""), unread))

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open[-1][0] != tag:
            self.unbalanced.append(tag)
            return
        self._open.pop()

    def handle_data(self, data: str) -> None:
        if any(unread for _, _, unread in self._open):
            return
        for _, name, _ in self._open:
            if name:
                self.texts[name] += data

    def sentences(self, side: str) -> list[str]:
        """The sentences of one side, in the order of their numbers, as the page shows them."""
        numbers = sorted(int(name[2:]) for name in self.ids if name[:2] == f"{side}-" and name[2:].isdigit())
        assert numbers == list(range(1, len(numbers) + 1))
        return [self.texts[f"{side}-{number}"].strip() for number in numbers]

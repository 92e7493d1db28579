"""Invented people, places and outlets: none of them is meant to exist."""

from __future__ import annotations

from random import Random

_STARTS = (
    "Bran", "Kel", "Tar", "Os", "Vel", "Mor", "Hal", "Dun", "Ser", "Gal", "Ith", "Lor", "Nar", "Pel", "Quen", "Rav",
    "Sil", "Tor", "Ul", "Wes", "Yar", "Zel", "Cor", "Fen", "Ard", "Bel", "Cas", "Dra", "Esk", "Jor",
)  # fmt: skip
_TOWN_ENDS = (
    "vik", "mora", "ton", "stad", "bury", "ova", "den", "haven", "rica", "fell", "ada", "wick", "pora", "gate", "lund",
    "esti", "mere", "bridge", "ana", "field",
)  # fmt: skip
_LAND_ENDS = ("ovia", "aria", "onia", "istan", "land", "mark", "esia", "avia", "una", "enia")
_LAST_ENDS = (
    "ek", "man", "sen", "ovic", "etti", "ley", "ard", "oru", "enko", "well", "asi", "hart", "ini", "quist", "onde",
    "ham", "idze", "ara", "lin", "croft",
)  # fmt: skip
_WOMEN = (
    "Anna", "Mira", "Leila", "Ruth", "Ingrid", "Sofia", "Clara", "Amina", "Helen", "Tessa", "Nadia", "Grace", "Paula",
    "Yuki", "Elena", "Joan", "Dora", "Farah", "Lucy", "Renata",
)  # fmt: skip
_MEN = (
    "Peter", "Tomas", "Omar", "Daniel", "Ivan", "Marcus", "Samuel", "Karim", "Victor", "Felix", "Hugo", "Andre", "Leon",
    "Nils", "Ravi", "Simon", "Jonas", "Carl", "Emil", "Anton",
)  # fmt: skip
_OUTLETS = (
    "The {} Courier", "{} Daily", "The {} Post-Ledger", "{} Wire", "Radio {}", "The {} Observer", "{} Now",
    "The {} Examiner", "Channel 6 {}", "{} News Service",
)  # fmt: skip
_COMPANIES = ("{} Group", "{} Industries", "{} Holdings", "{} Systems", "{} Foods", "{} Motors", "{} Energy", "{} Air")


class Namer:
    """Hands out names, none of them twice."""

    def __init__(self, draw: Random) -> None:
        """With the chance that names come from."""
        self._draw = draw
        self._stems = draw.sample([start + end for start in _STARTS for end in _TOWN_ENDS], 60)
        self._lands = draw.sample([start + end for start in _STARTS for end in _LAND_ENDS], 20)
        self._last = draw.sample([start + end for start in _STARTS for end in _LAST_ENDS], 60)

    def name(self, kind: str) -> str:
        """A name of a kind: woman, man, person, town, country, company, outlet."""
        if kind in ("woman", "man", "person"):
            first = {"woman": _WOMEN, "man": _MEN}.get(kind, _WOMEN + _MEN)
            return f"{self._draw.choice(first)} {self._last.pop()}"
        if kind == "country":
            return self._lands.pop()
        stem = self._stems.pop()
        forms = {"company": _COMPANIES, "outlet": _OUTLETS}.get(kind, ("{}",))
        return self._draw.choice(forms).format(stem)

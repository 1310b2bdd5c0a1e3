"""Which union a row means: by code, by name, by likeness with a choice offered."""

from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from difflib import get_close_matches

from congdoan.base.text import fold
from congdoan.org.models import Unit
from congdoan.org.queries import grassroots

FEW = 5  # unions offered for a name that is nobody's


class Places:
    """The grassroots unions under one on a day, found by what people call them."""

    def __init__(self, top: Unit, on: date) -> None:
        self.only = top if top.kind.grassroots else None
        found = list(grassroots(top, on))
        self.by_pk = {unit.pk: unit for unit in found}
        self._by_code = {unit.code.lower(): unit for unit in found}
        self._by_name: dict[str, list[Unit]] = defaultdict(list)
        for unit in found:
            for key in {_key(unit.name), _key(unit.code)}:
                self._by_name[key].append(unit)
        self._known: dict[str, list[Unit]] = {}

    def find(self, text: str) -> list[Unit]:
        """The union a cell means: one; several where the name is not clear; none."""
        if text not in self._known:
            self._known[text] = list(self._find(text))
        return self._known[text]

    def _find(self, text: str) -> Iterator[Unit]:
        if not text:
            yield from [self.only] if self.only else []
        elif unit := self._by_code.get(text.strip().lower()):
            yield unit
        elif named := self._by_name.get(_key(text)):
            yield from named
        else:
            near = get_close_matches(_key(text), list(self._by_name), n=FEW, cutoff=0.75)
            yield from dict.fromkeys(unit for key in near for unit in self._by_name[key])

    def sure(self, text: str) -> bool:
        """Whether the cell is the code or the name of the one union found."""
        found = self.find(text)
        return len(found) == 1 and (not text or _key(text) in (_key(found[0].name), _key(found[0].code)))


def _key(text: str) -> str:
    """A union's name as it is compared: CĐCS and "công đoàn cơ sở" said or not."""
    key = f" {fold(text)} "
    for said in (" cong doan co so ", " cdcs ", " cong doan "):
        key = key.replace(said, " ")
    return key.strip()

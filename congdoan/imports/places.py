"""Which union a row means: by code, by name, by likeness with a choice offered."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import SequenceMatcher, get_close_matches

from congdoan.base.text import fold
from congdoan.org.models import Unit
from congdoan.org.queries import grassroots, under

FEW = 5  # unions offered for a name that is nobody's
ALIKE = 0.9  # how alike two names must be for somebody to wonder
COMPARED = 200  # names compared with one letter by letter


class Places:
    """The grassroots unions under one on a day (or `every` union), found by what people call them."""

    def __init__(self, top: Unit, on: date, *, every: bool = False) -> None:
        self.only = top if every or top.kind.grassroots else None
        found = list(under(top, on) if every else grassroots(top, on))
        self.by_pk = {unit.pk: unit for unit in found}
        self._by_code = {unit.code.lower(): unit for unit in found}
        self._by_name: dict[str, list[Unit]] = defaultdict(list)
        for unit in found:
            for key in {name_key(unit.name), name_key(unit.code)}:
                self._by_name[key].append(unit)
        self._known: dict[str, list[Unit]] = {}
        self._meant: dict[str, Unit | None] = {}

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
        elif named := self._by_name.get(name_key(text)):
            yield from named
        else:
            near = get_close_matches(name_key(text), list(self._by_name), n=FEW, cutoff=0.75)
            yield from dict.fromkeys(unit for key in near for unit in self._by_name[key])

    def sure(self, text: str) -> bool:
        """Whether the cell is the code or the name of the one union found."""
        return self.meant(text) is not None

    def meant(self, text: str) -> Unit | None:
        """The one union whose code or name the cell is, if there is one."""
        if text not in self._meant:
            self._meant[text] = self._one(text)
        return self._meant[text]

    def _one(self, text: str) -> Unit | None:
        found = self.find(text)
        if len(found) != 1:
            return None
        names = (name_key(found[0].name), name_key(found[0].code))
        return found[0] if not text or name_key(text) in names else None

    def named(self, text: str) -> list[Unit]:
        """The unions of exactly this name."""
        return self._by_name.get(name_key(text), [])


class Likeness:
    """Unions whose name is nearly one that is looked for: a slip of the pen, not another number."""

    def __init__(self, units: Iterable[Unit]) -> None:
        self._by_word: dict[str, list[tuple[str, Unit]]] = defaultdict(list)
        for unit in units:
            key = name_key(unit.name)
            for word in set(key.split()):
                self._by_word[word].append((key, unit))

    def find(self, text: str) -> list[Unit]:
        """Those nearly of this name, the likest first."""
        key = name_key(text)
        told = sorted((self._by_word[word] for word in key.split() if word in self._by_word), key=len)[:2]
        near = {unit.pk: (_alike(key, other), unit) for names in told for other, unit in names[:COMPARED]}
        best = sorted((row for row in near.values() if row[0] >= ALIKE), key=lambda row: -row[0])
        return [unit for _, unit in best[:FEW]]


def _alike(one: str, other: str) -> float:
    """How alike, from 0 to 1; a number makes another union."""
    return SequenceMatcher(None, one, other).ratio() if _numbers(one) == _numbers(other) else 0


def _numbers(key: str) -> list[str]:
    return re.findall(r"\d+", key)


def name_key(text: str) -> str:
    """A union's name as it is compared: CĐCS and "công đoàn cơ sở" said or not."""
    key = f" {fold(text)} "
    for said in (" cong doan co so ", " cdcs ", " cong doan "):
        key = key.replace(said, " ")
    return key.strip()

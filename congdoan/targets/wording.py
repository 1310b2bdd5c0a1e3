"""A target as a resolution words it, read: which value, which operator, how it is measured, whose it is.

What is read is only put into the form; a person looks at it before it is saved.
"""

import re
from collections.abc import Iterator
from decimal import Decimal
from functools import lru_cache
from typing import Any

from congdoan.base.text import fold, nfc
from congdoan.ledger import catalogue, cuts  # noqa: F401  (declares every indicator)
from congdoan.ledger.indicator import BY_CODE, BY_KEY, Indicator, shown

from .models import Target

M, Op = Target.Measure, Target.Op
VALUE = re.compile(r"(?<![\w./-])(\d{1,3}(?:\.\d{3})+|\d+)(,\d+)?\s*(%|tỷ|triệu|nghìn)?", re.I)
TIMES = {"tỷ": 10**9, "triệu": 10**6, "nghìn": 10**3}
CODE = re.compile(r"\b([A-Z]{3}-\d{2})\b")
BULLET = re.compile(r"^\s*(?:[-+•*–]|\(?\d{1,2}[.)]|\(?[a-zđ][.)])\s+", re.I)
JOINT, OWN = re.compile(r"phoi hop"), re.compile(r"truc tiep")
NONE = re.compile(r"\bkhong (?:co|de|phat sinh)\b")
ALIKE = 0.5  # share of an indicator's words that a wording must have in common with it
MOST = 12  # answers of a search


def lines(text: str) -> list[dict[str, Any]]:
    """Each line (or part between semicolons) of a pasted text as a target; a heading says whose those below are."""
    joint, found = False, list[dict[str, Any]]()
    for line in re.split(r"[\n;]", text):
        cells = [nfc(cell) for cell in line.split("\t") if nfc(cell)]
        if not cells:
            continue
        folded = fold(" ".join(cells))
        joint = bool(JOINT.search(folded)) or (joint and not OWN.search(folded))
        if not (
            folded.endswith(":")
            or ((JOINT.search(folded) or OWN.search(folded)) and not VALUE.search(folded))
        ):
            found.append(read(" ".join(cells)) | {"joint": joint})
    return found


def read(text: str) -> dict[str, Any]:
    """One target out of its wording."""
    code = CODE.search(text)
    said = nfc(BULLET.sub("", CODE.sub("", text)))
    folded = fold(said)
    counted = BY_CODE.get(code[1]) if code else likeliest(folded)
    value = _value(said)
    if value is None and not NONE.search(folded):
        return {"text": said, "indicator": "", "op": Op.AT_LEAST, "value": "", "measure": M.YES_NO}
    op = Op.EXACTLY if value is None else _op(said, folded)
    key = counted.code if counted else ""
    return {
        "text": said,
        "indicator": key,
        "op": op,
        "value": value or 0,
        "measure": _measure(folded, value, counted),
    }


def likeliest(folded: str) -> Indicator | None:
    """The indicator whose name has most words in common with a wording, if it has enough of them."""
    words = set(folded.split())
    best, at = max(((_common(words, name), i) for i, name in _names()), key=lambda pair: pair[0])
    return at if best >= ALIKE else None


def search(typed: str) -> list[tuple[str, str, str]]:
    """Indicators, and their breakdowns, that hold every word typed: value of the form, name, code."""
    words = fold(typed).split()
    found = [row for row, text in _choices() if all(word in text for word in words)]
    return sorted(found, key=lambda row: ";" in row[0])[:MOST] if words else []


def label(chosen: str) -> str:
    """The name of what was chosen in a form."""
    return next((name for (value, name, _), _ in _choices() if value == chosen), chosen)


def chosen(value: str) -> tuple[Indicator | None, str]:
    """The indicator and the breakdown a form's value names; none of that name."""
    code, _, cut = value.partition(";")
    return BY_CODE.get(code.upper()), cut


def _value(said: str) -> Decimal | None:
    """The first number that is no year; a percent before any other."""
    numbers = [m for m in VALUE.finditer(said) if not re.fullmatch(r"(19|20)\d\d", m[0].strip())]
    chosen = next((m for m in numbers if m[3] == "%"), numbers[0] if numbers else None)
    if chosen is None:
        return None
    number = Decimal(chosen[1].replace(".", "") + (chosen[2] or "").replace(",", "."))
    return number * TIMES.get((chosen[3] or "").lower(), 1)


def _op(said: str, folded: str) -> str:
    if re.search(r"không quá|tối đa|dưới \d", said, re.I):
        return Op.AT_MOST
    return Op.ABOVE if re.search(r"\btren \d", folded) else Op.AT_LEAST


def _measure(folded: str, value: Decimal | None, counted: Indicator | None) -> str:
    if re.search(r"\b(hang|moi) nam\b", folded):
        return M.YEARLY
    if value is None:
        return M.NONE
    if re.search(r"moi (don vi|cong doan|cdcs)|/ ?(1 )?don vi", folded):
        return M.EACH
    share = counted is not None and (counted.counts_in == "%" or counted.stock)
    return M.END if share or "%" in folded else M.TOTAL


def _common(words: set[str], name: frozenset[str]) -> float:
    return len(words & name) / len(name)


@lru_cache(maxsize=1)
def _names() -> list[tuple[Indicator, frozenset[str]]]:
    return [(i, frozenset(fold(i.name).split()) - {"so", "ty", "le"}) for i in shown()]


@lru_cache(maxsize=1)
def _choices() -> list[tuple[tuple[str, str, str], str]]:
    return [((value, name, code), fold(f"{code} {name}")) for value, name, code in _every()]


def _every() -> Iterator[tuple[str, str, str]]:
    for counted in shown():
        yield counted.code, counted.name, counted.code
        part = BY_KEY[counted.num] if counted.num else counted
        for dimension in counted.cuts or part.cuts:
            for value, said in cuts.VALUES.get(dimension, {}).items():
                yield f"{counted.code};{dimension}={value}", f"{counted.name}: {said.lower()}", counted.code

"""The annex: for every figure printed, its short code, what it counts, its exact value and how many records stand under it.

Headed as Decree 30/2020 wants an annex: "Phụ lục" and its Roman number if there are several, the title in capitals, what
paper it goes with.
"""

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile

from congdoan.base.words import grouped
from congdoan.reports import formats, grid
from congdoan.reports.answers import PrintedFigure
from congdoan.reports.controls import Controls
from congdoan.reports.grid import Column
from congdoan.reports.numbering import roman
from congdoan.reports.ooxml import Element, name
from congdoan.reports.package import DOCUMENT
from congdoan.reports.tags import CHANGE, TARGET

NAME, TITLE = "Phụ lục", "NGUỒN SỐ LIỆU"
EXPLAINED = (
    "Mỗi số trong báo cáo mang một mã. Ở bản Word và PDF, bấm vào số để mở các việc đã ghi làm nên số đó; ở bản giấy, "
    "tra mã tại mục Số liệu của Sổ Công đoàn."
)
MISSED = "Số ước ở báo cáo trước, nay đã có số thực hiện:"
_COLUMNS = (
    Column("TT", 10, "center"),
    Column("Mã", 22),
    Column("Mục số liệu, cách tính", 81),
    Column("Số liệu", 34, "right"),
    Column("Số việc", 18, "right"),
)
_LETTERS, _SMALL = 20, 18  # half points
_NUMBERED = re.compile(r"\s*phụ lục\s+([ivxl]+|\d+)\.?\s*", re.IGNORECASE)


def heading(body: Element) -> str:
    """How it is headed in this document: "Phụ lục", or "Phụ lục II" after a "Phụ lục I"."""
    others = sum(1 for paragraph in body.iter(name("w:p")) if _NUMBERED.fullmatch(_first_line(paragraph)))
    return f"{NAME} {roman(others + 1)}" if others else NAME


def annex(
    printed: Iterable[PrintedFigure],
    controls: Controls,
    head: str,
    attached: str,
    taken: str,
    missed: Sequence[str] = (),
    heritage: str = "",
) -> list[Element]:
    """Its paragraphs and table, from a new page on. `attached` says what paper it goes with; `taken` is the moment the
    figures were fixed, if they were; `missed` tells by how much the estimates of the report before were out; `heritage`
    whether predecessors' work is in."""
    rows, told = [], set[str]()
    for number, figure in enumerate(printed, 1):
        rows.append(_row(number, figure, controls, first=figure.answer.code not in told))
        told.add(figure.answer.code)
    if not rows:
        return []
    fixed = f"Số liệu chốt lúc {taken}." if taken else ""
    said = " ".join(part for part in (EXPLAINED, fixed, heritage) if part)
    return [
        grid.paragraph(grid.run(head, 28, bold=True), align="center", new_page=True),
        grid.paragraph(grid.run(TITLE, 28, bold=True), align="center"),
        *(
            [grid.paragraph(grid.run(f"({attached})", 26, italic=True), align="center", after=100)]
            if attached
            else []
        ),
        grid.paragraph(grid.run(said, _LETTERS, italic=True), align="both", after=120),
        grid.table(_COLUMNS, rows, _LETTERS),
        *_misses(missed),
        grid.last(),
    ]


def _misses(missed: Sequence[str]) -> list[Element]:
    if not missed:
        return []
    lines = [grid.paragraph(grid.run(f"- {line}", _LETTERS), align="both") for line in missed]
    return [grid.paragraph(grid.run(MISSED, _LETTERS, bold=True), after=60), *lines]


def _first_line(paragraph: Element) -> str:
    said = takewhile(lambda part: part.tag != name("w:br"), paragraph.iter(name("w:t"), name("w:br")))
    return "".join(part.text or "" for part in said)


def _row(number: int, figure: PrintedFigure, controls: Controls, first: bool) -> list[list[Element]]:
    answer, letters = figure.answer, grid.run("", _LETTERS)
    text = _worth(figure)
    value = controls.number(DOCUMENT, text, figure.ref, answer.label, answer.href, letters)
    return [
        [grid.run(str(number), _LETTERS)],
        [grid.run(figure.ref, _LETTERS)],
        _meaning(figure, first),
        [value],
        [grid.run(grouped(answer.entries), _LETTERS)],
    ]


def _worth(figure: PrintedFigure) -> str:
    """The exact value; of a comparison its own words."""
    compared = figure.tag.kind in (CHANGE, TARGET)
    return formats.printed(figure.tag, figure.answer) if compared else formats.whole(figure.answer)


def _meaning(figure: PrintedFigure, first: bool) -> list[Element]:
    """What the figure counts; how, where its code is first met."""
    answer = figure.answer
    note = f" ({answer.note})" if answer.note else ""
    runs = [grid.run(answer.label + note, _LETTERS)]
    if answer.definition and first:
        runs.append(grid.run(f"\n{answer.definition}", _SMALL, italic=True))
    return runs

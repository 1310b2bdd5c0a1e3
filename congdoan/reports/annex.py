"""The annex: for every figure printed, its short code, what it counts, its exact value and how many records stand under it."""

from collections.abc import Iterable

from congdoan.base.words import grouped
from congdoan.reports import formats, grid
from congdoan.reports.answers import PrintedFigure
from congdoan.reports.controls import Controls
from congdoan.reports.grid import Column
from congdoan.reports.ooxml import Element
from congdoan.reports.package import DOCUMENT
from congdoan.reports.tags import CHANGE

TITLE = "PHỤ LỤC"
SUBJECT = "Nguồn số liệu"
EXPLAINED = (
    "Mỗi số trong báo cáo mang một mã. Ở bản Word và PDF, bấm vào số để mở các việc đã ghi làm nên số đó; ở bản giấy, "
    "tra mã tại mục Số liệu của Sổ Công đoàn."
)
_COLUMNS = (
    Column("TT", 10, "center"),
    Column("Mã", 22),
    Column("Mục số liệu, cách tính", 81),
    Column("Số liệu", 34, "right"),
    Column("Số việc", 18, "right"),
)
_LETTERS, _SMALL = 20, 18  # half points


def annex(printed: Iterable[PrintedFigure], controls: Controls, taken: str) -> list[Element]:
    """Its paragraphs and table, from a new page on. `taken` is the moment the figures were fixed, if they were."""
    rows, told = [], set[str]()
    for number, figure in enumerate(printed, 1):
        rows.append(_row(number, figure, controls, first=figure.answer.code not in told))
        told.add(figure.answer.code)
    if not rows:
        return []
    said = f"{EXPLAINED} Số liệu chốt lúc {taken}." if taken else EXPLAINED
    return [
        grid.paragraph(grid.run(TITLE, 28, bold=True), align="center", new_page=True),
        grid.paragraph(grid.run(SUBJECT, 28, bold=True), align="center", after=60),
        grid.paragraph(grid.run(said, _LETTERS, italic=True), align="both", after=120),
        grid.table(_COLUMNS, rows, _LETTERS),
        grid.paragraph(),
    ]


def _row(number: int, figure: PrintedFigure, controls: Controls, first: bool) -> list[list[Element]]:
    answer, letters = figure.answer, grid.run("", _LETTERS)
    text = formats.change(answer) if figure.tag.kind == CHANGE else formats.whole(answer)
    value = controls.number(DOCUMENT, text, figure.ref, answer.label, answer.href, letters)
    return [
        [grid.run(str(number), _LETTERS)],
        [grid.run(figure.ref, _LETTERS)],
        _meaning(figure, first),
        [value],
        [grid.run(grouped(answer.entries), _LETTERS)],
    ]


def _meaning(figure: PrintedFigure, first: bool) -> list[Element]:
    """What the figure counts; how, where its code is first met."""
    answer = figure.answer
    note = f" ({answer.note})" if answer.note else ""
    runs = [grid.run(answer.label + note, _LETTERS)]
    if answer.definition and first:
        runs.append(grid.run(f"\n{answer.definition}", _SMALL, italic=True))
    return runs

"""A figure by union: the table, the list in a sentence and the picture a tag may ask for."""

from collections.abc import Sequence
from dataclasses import dataclass

from congdoan.base.text import nfc
from congdoan.base.words import capital_first
from congdoan.reports import formats, grid
from congdoan.reports.answers import Answer, Row, Tally
from congdoan.reports.controls import Controls
from congdoan.reports.grid import Column
from congdoan.reports.ooxml import Element
from congdoan.reports.tags import Tag
from congdoan.reports.vocabulary import RECORD

WIDTH = 165.0  # mm between the margins
_NUMBERING, _UNION = 10.0, 45.0
_LETTERS = 20  # half points
_MONEY = 1.3  # a column of sums beside one of counts
_AHEAD = (
    Column("TT", _NUMBERING, "center"),
    Column("Chỉ tiêu", WIDTH - _NUMBERING - _UNION),
    Column("Phấn đấu", _UNION),
)
_SHEET = (
    Column("TT", _NUMBERING, "center"),
    Column("Chỉ tiêu", 57.0),
    Column("Nghị quyết", 28.0),
    Column("Kết quả", 30.0),
    Column("Đạt", 20.0, "right"),
    Column("Đánh giá", 20.0),
)


@dataclass(frozen=True)
class _Line:
    """A row of the table: one union, with the row of each figure."""

    label: str
    cells: tuple[Row | None, ...]


@dataclass(frozen=True)
class TableMaker:
    """Builds the tables of one part of one document."""

    part: str
    controls: Controls
    tally: Tally

    def table(self, tag: Tag, answers: Sequence[Answer]) -> Element | None:
        """Unions down, figures across, the whole below; a figure of which there is none has no column. None when
        there is nothing to compare."""
        answers = [answer for answer in answers if any(row.value for row in answer.rows)]
        lines = _lines(answers, tag.most)
        if len(lines) < 2:
            return None
        totals = self._totals(tag, answers)  # first: it gives each figure the short code its rows build on
        rows = [self._row(number, line, tag, answers) for number, line in enumerate(lines, 1)]
        return grid.table(_columns(answers), [[[cell] for cell in row] for row in (*rows, totals)], _LETTERS)

    def sheet(self, tag: Tag, answer: Answer) -> Element | None:
        """Targets down: what was resolved, what came of it, how far; None when there are none."""
        if not answer.rows:
            return None
        self.tally.figure(tag, answer, answer.told)
        rows = [self._goal(row, tag, answer) if row.texts else _group(row) for row in answer.rows]
        ahead = not any(row.texts[1] for row in answer.rows if row.texts)
        columns = _AHEAD if ahead else _SHEET
        shown = [[[cell] for cell in row[: len(columns)]] for row in rows]
        if not ahead:
            said = [grid.run(text, _LETTERS, bold=True) for text in ("", answer.told, "", "", "", "")]
            shown.append([[cell] for cell in said])
        return grid.table(columns, shown, _LETTERS)

    def _goal(self, row: Row, tag: Tag, answer: Answer) -> list[Element]:
        demand, result, attainment, verdict = row.texts
        linked = result and row.href
        came_to = (
            self._control(
                result, self.tally.row(tag, answer, row, result), answer, row.href, grid.run("", _LETTERS)
            )
            if linked
            else grid.run(result, _LETTERS)
        )
        said = [grid.run(text, _LETTERS) for text in (attainment, verdict)]
        return [
            grid.run(row.key, _LETTERS),
            grid.run(row.label, _LETTERS),
            grid.run(demand, _LETTERS),
            came_to,
            *said,
        ]

    def parts(self, tag: Tag, answer: Answer, like: Element) -> list[tuple[str, Element | None]]:
        """The parts of a figure in a sentence: texts, and the numbers behind them if there are several."""
        rows = [row for row in answer.rows if row.value]
        named = len(rows) < 2 or tag.by == RECORD
        self.tally.figure(tag, answer, formats.counted(answer))
        said: list[tuple[str, Element | None]] = []
        for row in rows:
            number = None if named else self._part(tag, answer, row, like)
            label = nfc(row.label)
            said.append((label[:1].lower() + label[1:] if tag.form == "lower" else label, number))
        return said

    def _part(self, tag: Tag, answer: Answer, row: Row, like: Element) -> Element:
        text = formats.row_text(answer, row, tag.form)
        return self._control(text, self.tally.row(tag, answer, row, text), answer, row.href, like)

    def _row(self, number: int, line: _Line, tag: Tag, answers: Sequence[Answer]) -> list[Element]:
        cells = [grid.run(str(number), _LETTERS), grid.run(line.label, _LETTERS)]
        for answer, row in zip(answers, line.cells, strict=True):
            cells.append(self._value(tag.of(answer.code), answer, row))
        return cells

    def _value(self, tag: Tag, answer: Answer, row: Row | None) -> Element:
        text = formats.exact(answer, row.value) if row else ""
        if not row or not text:
            return grid.run("", _LETTERS)
        return self._control(
            text, self.tally.row(tag, answer, row, text), answer, row.href, grid.run("", _LETTERS)
        )

    def _totals(self, tag: Tag, answers: Sequence[Answer]) -> list[Element]:
        cells = [grid.run("", _LETTERS), grid.run("Tổng hợp chung", _LETTERS, bold=True)]
        like = grid.run("", _LETTERS, bold=True)
        for answer in answers:
            text = formats.estimated(answer, formats.exact(answer, answer.value)) or formats.DASH
            ref = self.tally.figure(tag.of(answer.code), answer, text)
            cells.append(self._control(text, ref, answer, answer.href, like))
        return cells

    def _control(self, text: str, ref: str, answer: Answer, href: str, like: Element) -> Element:
        return self.controls.number(self.part, text, ref, answer.label, href, like)


def _group(row: Row) -> list[Element]:
    """A line of its own above the targets of one sort."""
    return [grid.run(text, _LETTERS, bold=True) for text in ("", row.label, "", "", "", "")]


def _columns(answers: Sequence[Answer]) -> list[Column]:
    shares = [_MONEY if answer.money else 1.0 for answer in answers]
    width = (WIDTH - _NUMBERING - _UNION) / sum(shares)
    figures = [
        Column(_head(answer), width * share, "right") for answer, share in zip(answers, shares, strict=True)
    ]
    return [Column("TT", _NUMBERING, "center"), Column("Công đoàn", _UNION), *figures]


def _head(answer: Answer) -> str:
    return f"{capital_first(answer.label)} ({answer.counts_in})"


def _lines(answers: Sequence[Answer], most: int) -> list[_Line]:
    """One line for each union that any figure names, in the order they are first named; the largest if bounded."""
    named: dict[str, str] = {}
    for answer in answers:
        named |= {row.key: row.label for row in answer.rows if row.key not in named}
    by_key: list[dict[str, Row]] = [{row.key: row for row in answer.rows} for answer in answers]
    lines = [_Line(label, tuple(rows.get(key) for rows in by_key)) for key, label in named.items()]
    if most and len(lines) > most:
        lines = sorted(lines, key=_size, reverse=True)[:most]
    return lines


def _size(line: _Line) -> float:
    first = line.cells[0]
    return float(first.value or 0) if first else 0.0

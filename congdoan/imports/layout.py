"""The table in a sheet: its heading under titles, its rows, and what every other row is. Nothing of a sheet is lost:
heading, rows and what was left out are all there is."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from congdoan.base.text import fold

from .columns import Column
from .parsing import Cell, text, unnumbered
from .persons import like_name, mostly_names, plain_name
from .sheets import Sheet

Row = list[Cell]
DEEP = 40  # rows in which a heading is looked for
ORDINAL = {"stt", "tt", "so tt", "so thu tu", "no", "#"}
TOTAL = re.compile(
    r"(tong|cong|tong cong|tong so|cong chung)([ :,.(]*\d.*|[ :,.]*(nguoi|doan vien|danh sach|cac|so tien|la)\b.*|[ :.]*)"
)
GROUP = re.compile(
    r"(([ivx]+|[a-h]|\d{1,2})[.)/ -]+.*|(to|khoi|phong|ban|bo phan|phan xuong|nhom|to cong doan|cdcs|cong doan)\b.*)"
)
FOOT = re.compile(
    r"(nguoi lap|nguoi ky|tm[. ]|t/m|chu tich|pho chu tich|ke toan|thu quy|xac nhan|noi nhan|ghi chu\b|luu y|danh sach (nay|gom|tren)"
    r"|\(?ky(,| va|\)| ten)|.*\bngay +[.…\d]* *thang).*"
)  # fmt: skip


@dataclass(frozen=True)
class Table:
    """A table as found: rows by the numbers the file gives them; `head` is the heading's, 0 where there is none.
    `skipped`: every other row that says anything, with what it is."""

    sheet: str
    head: int
    headings: list[str]
    rows: list[tuple[int, Row]]
    skipped: list[tuple[int, str]] = field(default_factory=list)


def find_table(sheet: Sheet, columns: Sequence[Column]) -> Table:
    """The table of a sheet, for rows that may tell these columns."""
    known = {fold(name) for column in columns for name in (column.label, *column.also)} - {"nam", "nu"}
    at = _head(sheet.rows, known)
    above = _above_names(sheet.rows) if at is None else at
    skipped = [
        (n, "tiêu đề của văn bản") for n, row in enumerate(sheet.rows[:above], start=1) if _filled(row)
    ]
    if at is None:
        wide = max((len(row) for row in sheet.rows), default=0)
        table = Table(sheet.name, 0, [""] * wide, [], skipped)
        return _with_rows(table, sheet.rows, above, columns)
    headings, used = _headings(sheet.rows, at)
    skipped += [(at + 2, "tiêu đề hàng thứ hai")] if used == 2 else []
    return _with_rows(Table(sheet.name, at + 1, headings, [], skipped), sheet.rows, at + used, columns)


def _head(rows: Sequence[Row], known: set[str]) -> int | None:
    """Where the heading is: the row with most headings we know; else a row of words above rows of values."""
    best, most = None, 0
    for n, row in enumerate(rows[:DEEP]):
        met = sum(_heading(cell) in known for cell in row if isinstance(cell, str))
        if met > most:
            best, most = n, met
    if best is not None and (most > 1 or len(_filled(rows[best])) <= 2):
        return best
    for n, row in enumerate(rows[:DEEP]):
        cells = _filled(row)
        if len(cells) > 1:
            words = all(isinstance(cell, str) and not re.search(r"\d{3}|\d/\d|@", cell) for cell in cells)
            return n if words and (best == n or _heading(cells[0]) in ORDINAL or not _names(cells)) else best
    return best


def _above_names(rows: Sequence[Row]) -> int:
    """How many rows stand above a bare list of names, one a row."""
    filled = [(n, _filled(row)) for n, row in enumerate(rows)]
    if any(len(cells) > 1 for _, cells in filled):
        return 0
    said = [(n, text(cells[0])) for n, cells in filled if cells]
    first = next((n for n, one in said[:DEEP] if plain_name(unnumbered(one))), 0)
    return first if mostly_names([unnumbered(one) for n, one in said if n >= first]) else 0


def _names(cells: Sequence[Cell]) -> bool:
    """Whether a row of words tells of a person rather than of columns: a sex, or a name in capitals at each word."""
    return any(fold(text(cell)) in ("nam", "nu") or like_name(text(cell)) for cell in cells)


def _headings(rows: Sequence[Row], at: int) -> tuple[list[str], int]:
    """The heading, of one row or of two, and how many rows it takes."""
    top, below = rows[at], rows[at + 1] if at + 1 < len(rows) else []
    first = [_said(cell) for cell in top]
    under = [_said(cell) for cell in below]
    wide = max(len(first), len(under))
    first, under = first + [""] * (wide - len(first)), under + [""] * (wide - len(under))
    if not _two_rows(first, under):
        return first, 1
    above, joined = "", []
    for one, other in zip(first, under, strict=True):
        above = one or above
        joined.append(f"{above} {other}".strip() if other else one)
    return joined, 2


def _two_rows(first: Sequence[str], under: Sequence[str]) -> bool:
    """Whether the row below only says more of headings that stretch over several columns."""
    gaps = [bool(other) and not one for one, other in zip(first, under, strict=True)]
    said = [other for other in under if other]
    stretched = any(gap and n and (first[n - 1] or under[n - 1]) for n, gap in enumerate(gaps))
    own = [one and other for one, other in zip(first, under, strict=True)]
    return (
        stretched
        and not any(re.search(r"\d", other) for other in said)
        and sum(map(bool, own)) <= len(said) / 2 + 1
        and not under[0]
    )


def _with_rows(table: Table, rows: Sequence[Row], start: int, columns: Sequence[Column]) -> Table:
    heads = [fold(heading) for heading in table.headings]
    wanted = {fold(name) for column in columns if column.required for name in (column.label, *column.also)}
    named = next((n for n, head in enumerate(heads) if head in wanted), None)
    ordinal = next((n for n, head in enumerate(heads) if head in ORDINAL), None)
    for n, row in enumerate(rows[start:], start=start):
        if not (cells := _filled(row)):
            continue
        if why := _no_data(row, cells, heads, named, ordinal):
            table.skipped.append((n + 1, why))
        else:
            table.rows.append((n + 1, row))
    _cut_foot(table)
    return table


def _no_data(
    row: Row, cells: Sequence[Cell], heads: Sequence[str], named: int | None, ordinal: int | None
) -> str:
    """What a row is that tells of nobody; empty for one that does."""
    first = fold(text(cells[0]))
    if first.strip("() ") in ("1", "a") and _numbers(cells):
        return "hàng đánh số cột"
    if first.strip(" :*.()") in heads and _repeats(row, heads):
        return "tiêu đề lặp lại"
    if TOTAL.fullmatch(first):
        return "dòng tổng cộng"
    if len(cells) == 1 and len([head for head in heads if head]) > 2:
        return _alone(row, first, named, ordinal)
    return "" if len(cells) > 2 or not FOOT.fullmatch(first) else "chữ ký, ghi chú"


def _repeats(row: Row, heads: Sequence[str]) -> bool:
    return sum(bool(head) and _heading(cell) == head for head, cell in zip(heads, row, strict=False)) > 1


def _alone(row: Row, first: str, named: int | None, ordinal: int | None) -> str:
    """What a row of one cell is among rows of many."""
    at = next(n for n, cell in enumerate(row) if cell is not None)
    if FOOT.fullmatch(first):
        return "chữ ký, ghi chú"
    if at == ordinal and first.isdigit():
        return "chỉ có số thứ tự"
    if at != named or ordinal is not None or GROUP.fullmatch(first):
        return "tên nhóm"
    return ""


def _numbers(cells: Sequence[Cell]) -> bool:
    """Whether cells only number the columns: (1), (2), (3) or 1, 2, 3."""
    said = [text(cell).strip("() ") for cell in cells]
    return (
        len(said) > 2
        and said[:3] in (["1", "2", "3"], ["a", "b", "1"], ["A", "B", "1"], ["A", "B", "C"])
        and all(len(s) < 3 for s in said)
    )


def _cut_foot(table: Table) -> None:
    """Under the last person nothing more is told: names under "Người lập biểu" are signatures."""
    foot = min((n for n, why in table.skipped if why == "chữ ký, ghi chú"), default=None)
    last = table.rows[-1][0] if table.rows else 0
    if (
        foot
        and last - foot < 8
        and table.rows
        and all(len(_filled(row)) <= 2 for n, row in table.rows if n > foot)
    ):
        for number in [n for n, _ in table.rows if n > foot]:
            table.skipped.append((number, "chữ ký, ghi chú"))
        table.rows[:] = [(n, row) for n, row in table.rows if n < foot]
    table.skipped.sort()


def _heading(cell: Cell) -> str:
    return fold(_said(cell))


def _said(cell: Cell) -> str:
    return text(cell).strip(" :*.()") if cell is not None else ""


def _filled(row: Sequence[Cell]) -> list[Cell]:
    return [cell for cell in row if cell is not None and cell != ""]

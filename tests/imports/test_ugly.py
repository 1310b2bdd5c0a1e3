"""Workbooks as ugly as those that come: every row has the fate it should, and none is lost."""

from datetime import date

import pytest

from congdoan.imports import actions
from congdoan.imports.layout import find_table
from congdoan.imports.members import COLUMNS
from congdoan.imports.models import Import
from congdoan.imports.sheets import open_book
from tests.cast import Cast
from tests.imports.ugly import UGLY, Ugly
from tests.members.register import one

HERE, THERE, TOP = "laocai-tu-phap", "laocai-y-te", "laocai-cdvc"


def held(cast: Cast) -> None:
    """Whom the book knows."""
    one(cast[HERE], "Lý A Páo", woman=False, born_on=date(1990, 1, 2))
    one(cast[HERE], "Sùng Thị Xoan", woman=True, born_on=date(1985, 3, 8), phone="0912345678")
    one(cast[HERE], "Vàng Thị Sen", woman=True, born_on=date(1988, 5, 5))
    one(cast[THERE], "Hoàng Thị Lả", woman=True, born_on=date(1986, 6, 6), id_number="010086000001")


def sent(cast: Cast, ugly: Ugly) -> Import:
    """The file arrives."""
    one = actions.send(
        unit=cast[TOP if ugly.top else HERE], sort="members", name=ugly.filename, content=ugly.make(), by=None,
        chosen={"how": "admitted", "on": "2024-03-01"},
    )  # fmt: skip
    return Import.objects.get(pk=one.pk)


@pytest.mark.django_db
@pytest.mark.parametrize("ugly", UGLY, ids=lambda ugly: ugly.name)
def test_every_row_has_the_fate_it_should(cast: Cast, ugly: Ugly) -> None:
    held(cast)
    looked = sent(cast, ugly)
    fates = {fate.row: fate for fate in actions.fates_of(looked)}
    told = {row: (fate.fate, fate.column) if isinstance(ugly.expected.get(row), tuple) else fate.fate
            for row, fate in fates.items()}  # fmt: skip
    assert told == dict(ugly.expected), {row: fate.why for row, fate in fates.items()}
    assert all(fate.why for fate in fates.values() if fate.fate in ("refused", "doubtful", "changed"))
    for row, values in ugly.said.items():
        assert {name: fates[row].values.get(name) for name in values} == values


@pytest.mark.parametrize("ugly", UGLY, ids=lambda ugly: ugly.name)
def test_no_row_of_the_file_is_lost(ugly: Ugly) -> None:
    sheet = max(open_book(ugly.make(), ugly.filename), key=lambda sheet: len(sheet.rows))
    table = find_table(sheet, COLUMNS)
    assert (table.head, dict(table.skipped)) == (ugly.head, dict(ugly.skipped))
    filled = [n for n, row in enumerate(sheet.rows, start=1) if any(cell not in (None, "") for cell in row)]
    told = [n for n in (table.head, *(n for n, _ in table.rows), *(n for n, _ in table.skipped)) if n]
    assert sorted(told) == filled

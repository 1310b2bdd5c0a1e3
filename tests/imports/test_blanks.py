"""An empty workbook to fill in: what it says of itself, filled in, is read as it was meant."""

import io
import zipfile

import pytest
from python_calamine import CalamineWorkbook

from congdoan.imports import actions
from congdoan.imports.blanks import CHOICES, GUIDE, choices_of, template
from congdoan.imports.columns import Column
from congdoan.imports.guessing import guess
from congdoan.imports.layout import find_table
from congdoan.imports.sheets import Sheet, open_book
from congdoan.imports.sorts import SORTS, Sort
from tests.cast import Cast
from tests.imports.sheeted import fates
from tests.records.filled import as_

pytestmark = pytest.mark.django_db
HERE, ABOVE = "laocai-tu-phap", "laocai-cdvc"
every_sort = pytest.mark.parametrize("sort", SORTS.values(), ids=lambda sort: sort.slug)


def sheets(content: bytes) -> dict[str, Sheet]:
    return {sheet.name: sheet for sheet in open_book(content, "mau.xlsx")}


@every_sort
def test_filled_with_its_own_examples_it_reads_as_meant(cast: Cast, sort: Sort) -> None:
    columns = sort.columns(cast[HERE])
    book = sheets(template(columns, sort.label, cast[HERE]))
    first, guide = next(iter(book.values())), book[GUIDE]
    told = {str(row[0]): row[3] if len(row) > 3 else None for row in guide.rows[3:]}
    assert list(told) == [column.label for column in columns]
    found = find_table(Sheet("DS", [first.rows[0], [told[column.label] for column in columns]]), columns)
    assert list(guess(found, columns).values()) == [column.name for column in columns]
    ((_, row),) = found.rows
    read = {column.name: column.read(cell) for column, cell in zip(columns, row, strict=True)}
    assert [name for name, value in read.items() if value in (None, "")] == [
        column.name for column in columns if not column.example
    ]


@every_sort
def test_what_may_be_chosen_is_read(cast: Cast, sort: Sort) -> None:
    for column in sort.columns(cast[HERE]):
        values = [column.read(choice) for choice in choices_of(column, cast[HERE])]
        assert len(set(values)) == len(values)
        assert None not in values


def test_drop_downs_lead_to_a_hidden_sheet_and_of_a_union_above_name_those_below(cast: Cast) -> None:
    content = template(SORTS["members"].columns(cast[ABOVE]), "Đoàn viên", cast[ABOVE])
    with zipfile.ZipFile(io.BytesIO(content)) as book:
        page, index = (book.read(name).decode() for name in ("xl/worksheets/sheet1.xml", "xl/workbook.xml"))
    assert "'Lựa chọn'!$B$1:$B$2" in page
    assert f'name="{CHOICES}"' in index
    assert 'state="hidden"' in index
    assert "frozen" in page
    assert {"CĐCS Sở Tư pháp", "CĐCS Báo Lào Cai"} <= {
        cell for row in sheets(content)[CHOICES].rows for cell in row
    }


def test_a_long_list_of_choices_and_commas_in_them_make_a_workbook(cast: Cast) -> None:
    choices = tuple((str(n), f"Lựa chọn, số {n}") for n in range(300))
    content = template([Column("what", "Việc", choices=choices)], "Danh sách: việc/người", cast[HERE])
    assert CalamineWorkbook.from_filelike(io.BytesIO(content)).sheet_names[0] == "Danh sách  việc người"


def test_sent_back_empty_or_filled_the_sheet_of_rows_is_the_one_that_counts(cast: Cast) -> None:
    answer = as_(cast, "chair").get("/nhap/mau/members")
    assert answer["Content-Disposition"] == 'attachment; filename="mau-members-laocai-tu-phap.xlsx"'
    one = actions.send(unit=cast[HERE], sort="members", name="mau.xlsx", content=answer.content, by=None)
    assert fates(one) == {}
    assert as_(cast, "reader").get(f"/nhap/mau/members?cd={HERE}").status_code == 403
    assert as_(cast, "chair").get("/nhap/mau/khong-co").status_code == 404

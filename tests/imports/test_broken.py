"""A cell that shows an error of the spreadsheet is refused where it stands, in whatever file it comes; where nobody asks
what it says it does not matter."""

import zipfile
from io import BytesIO

import pytest

from congdoan.base.errors import Refused
from congdoan.imports import actions
from congdoan.imports.legacy_excel import CODES
from congdoan.imports.models import Import
from congdoan.imports.sheets import open_book
from tests.cast import Cast
from tests.imports.dressed import DRESSES, Rows
from tests.imports.sheeted import fates, whys

HEAD = ("Họ và tên", "Ngày sinh", "Điện thoại", "Mã lương")
every_dress = pytest.mark.parametrize("dress", DRESSES)


def looked(cast: Cast, dress: str, *rows: tuple[str | None, ...]) -> Import:
    one = actions.send(unit=cast["laocai-tu-phap"], sort="members", name=f"ds.{dress}", by=None,
                       content=DRESSES[dress]((HEAD, *rows)), chosen={"how": "admitted", "on": "2024-03-01"})  # fmt: skip
    return Import.objects.get(pk=one.pk)


@pytest.mark.django_db
@every_dress
def test_an_error_is_refused_in_a_column_that_is_taken_and_nowhere_else(cast: Cast, dress: str) -> None:
    one = looked(cast, dress, ("Giàng A Tủa", "#N/A", "0987000001", "L1"), ("Vừ Thị Dở", "02/01/1990", "#VALUE!", None),
                 ("Sùng Mí Sò", None, None, "#REF!"), ("#NAME?", "03/01/1990", None, None))  # fmt: skip
    assert fates(one) == {2: "refused", 3: "refused", 4: "new", 5: "refused"}
    assert whys(one)[2] == "Ô này báo lỗi của Excel (#N/A); hãy sửa công thức hoặc xóa ô."
    told = {fate.row: (fate.column, fate.values[fate.column]) for fate in actions.fates_of(one) if fate.why}
    assert told == {2: ("born_on", "#N/A"), 3: ("phone", "#VALUE!"), 5: ("name", "#NAME?")}


@every_dress
def test_each_error_is_read_as_it_shows(dress: str) -> None:
    rows: Rows = [
        ["Việc", "a", "b"],
        *([n, error, error] for n, error in zip("1234567", CODES.values(), strict=True)),
    ]
    (sheet,) = open_book(DRESSES[dress](rows), f"ds.{dress}")
    assert sheet.rows == [list(row) for row in rows]


@pytest.mark.django_db
@every_dress
def test_formulas_drawn_down_beside_a_list_tell_of_nobody(cast: Cast, dress: str) -> None:
    one = looked(cast, dress, ("Giàng A Tủa", None, None, "L1"), *[(None, None, None, "#N/A")] * 3)
    assert fates(one) == {2: "new"}


@pytest.mark.django_db
def test_a_cell_in_error_is_mended_on_the_page(cast: Cast) -> None:
    one = looked(cast, "xls", ("Giàng A Tủa", "#N/A", None, None))
    actions.choose(one=one, mended={2: {"born_on": "02/01/1990"}})
    assert fates(one) == {2: "new"}


@pytest.mark.parametrize("dress", ["xlsx", "xls", "ods"])
def test_a_file_cut_or_scratched_is_read_or_refused_and_nothing_else(dress: str) -> None:
    whole = DRESSES[dress]((HEAD, ("Giàng A Tủa", "#N/A", "0987000001", "L1")))
    for at in range(4, len(whole), max(len(whole) // 60, 1)):
        for hurt in (whole[:at], whole[:at] + bytes([whole[at] ^ 0xFF]) + whole[at + 1 :]):
            assert read_or_refused(hurt)


def read_or_refused(content: bytes) -> object:
    """What is in a file, or the field beside which it is refused."""
    try:
        return open_book(content, "ds")
    except Refused as refused:
        return refused.field


@pytest.mark.parametrize("cell", ["B400000", "XFD1048576", "GS1", "A99999999999"])
def test_a_cell_far_outside_is_refused_before_room_is_made_for_it(cell: str) -> None:
    packed, harm = BytesIO(DRESSES["xlsx"]((("a", "#N/A"), ("b", "c")))), BytesIO()
    far = f'<row><c r="{cell}" t="e"><v>#N/A</v></c></row></sheetData>'.encode()
    with zipfile.ZipFile(packed) as book, zipfile.ZipFile(harm, "w") as other:
        for part in book.namelist():
            other.writestr(part, book.read(part).replace(b"</sheetData>", far))
    with pytest.raises(Refused, match=f"Ô {cell} ở quá xa"):
        open_book(harm.getvalue(), "ds")


@pytest.mark.parametrize(
    ("where", "harm", "cell"),
    [
        ("<table:table-cell ", '<table:table-cell table:number-columns-repeated="16384" ', "XFD1"),
        ("<table:table-row>", '<table:table-row table:number-rows-repeated="1048576">', "A1048576"),
        (
            "<table:table-row>",
            '<table:table-row table:number-rows-repeated="400000"/><table:table-row>',
            "A400001",
        ),
    ],
)
def test_cells_that_stand_for_many_are_refused_before_room_is_made_for_them(
    where: str, harm: str, cell: str
) -> None:
    with pytest.raises(Refused, match=f"Ô {cell} ở quá xa"):
        open_book(_changed(DRESSES["ods"]((("a",),)), where, harm), "ds.ods")


def test_empty_rows_and_columns_to_the_end_of_the_page_harm_nothing() -> None:
    end = '<table:table-row table:number-rows-repeated="1048574"><table:table-cell table:number-columns-repeated="16384"/></table:table-row>'
    (sheet,) = open_book(
        _changed(DRESSES["ods"]((("a", "b"),)), "</table:table>", f"{end}</table:table>"), "ds.ods"
    )
    assert sheet.rows == [["a", "b"]]


def test_a_binary_workbook_is_refused_for_its_errors_would_read_as_nothing() -> None:
    file = BytesIO()
    with zipfile.ZipFile(file, "w") as packed:
        packed.writestr("xl/workbook.bin", b"")
    with pytest.raises(Refused, match="xlsb"):
        open_book(file.getvalue(), "ds.xlsb")


def _changed(content: bytes, where: str, said: str) -> bytes:
    """An .ods with something else in its page, once."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(content)) as book, zipfile.ZipFile(file, "w") as other:
        for part in book.namelist():
            other.writestr(part, book.read(part).replace(where.encode(), said.encode(), 1))
    return file.getvalue()

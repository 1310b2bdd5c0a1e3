"""The country's figures on paper: as a workbook, every indicator and each province; as a Word file, what there is to tell."""

from collections.abc import Callable, Mapping, Sequence
from itertools import groupby

from congdoan.base.errors import Refused
from congdoan.base.period import Period, today
from congdoan.base.table import DAY, MOMENT, NUMBER, Column, Table
from congdoan.base.table_files import as_xlsx
from congdoan.funds.sheet import Cell, Head, Sheet, word

from .figures import National, national
from .models import Book
from .queries import present, top

TITLE, SUMMED = "Số liệu toàn quốc", "cộng các tỉnh; mỗi đối tượng tính một lần trong mỗi tỉnh"
BOOKS = (
    Column("Sổ", lambda book: book.name),
    Column("Mã công đoàn", lambda book: book.code),
    Column("Đến phần cộng", lambda book: book.entry, NUMBER),
    Column("Đổi lúc", lambda book: book.changed_at, MOMENT),
    Column("Tự đối chiếu lúc", lambda book: book.verified_at, MOMENT),
    Column("Chênh lệch", lambda book: book.differences, NUMBER),
    Column("Từ ngày", lambda book: book.from_on, DAY),
)
HEADS = (
    Head("Mã", "A", False, 12), Head("Mục số liệu", "B", False, 60), Head("Đơn vị tính", "C", False, 16),
    Head("Toàn quốc", "1", width=22), Head("Ghi chú", "D", False, 32),
)  # fmt: skip


def tables(period: Period, found: Sequence[National]) -> list[Table]:
    """Figures, a column to each province; and the books they come from."""
    books = present()[0]
    return [Table(TITLE, columns(books), found, [period.label()]), Table("Các sổ gửi lên", BOOKS, books)]


def columns(books: Sequence[Book]) -> list[Column]:
    """What is told of an indicator."""
    return [
        Column("Mục số liệu", lambda one: one.indicator.name),
        Column("Mã", lambda one: one.indicator.code),
        Column("Chương", lambda one: one.indicator.chapter.name),
        Column("Đơn vị tính", lambda one: one.indicator.counts_in),
        Column("Toàn quốc", lambda one: one.told.value, NUMBER),
        *(_of(book) for book in books),
        Column("Ghi chú", remark),
    ]


def _of(book: Book) -> Column:
    return Column(book.name, lambda one: one.books[book.pk].value if book.pk in one.books else None, NUMBER)


def remark(one: National) -> str:
    """What a reader must know of a figure."""
    return one.why or (SUMMED if one.summed else "")


def excel(period: Period) -> bytes:
    """Every figure and each province's, as a workbook."""
    return as_xlsx(tables(period, national(period)))


def paper(period: Period) -> bytes:
    """What there is to tell, chapter by chapter, as a Word file of the union that stands above all."""
    unit = top()
    if unit is None:
        raise Refused(
            "Chưa có công đoàn nào đứng tên báo cáo; hãy lập công đoàn cao nhất ở trang Hệ thống tổ chức."
        )
    books, rows, strong = present()[0], list[list[Cell]](), set[int]()
    for chapter, group in groupby(told(national(period)), lambda one: one.indicator.chapter):
        strong.add(len(rows))
        rows += [["", chapter.name, "", None, ""], *map(_row, group)]
    about = [period.label(), f"Cộng từ sổ của {len(books)} tỉnh: {', '.join(book.name for book in books)}."]
    sheet = Sheet("", TITLE.upper(), unit, min(period.last, today()), about, HEADS, rows, frozenset(strong))
    return word(sheet)


def told(found: Sequence[National]) -> list[National]:
    """Those that have something to tell."""
    return [one for one in found if one.told.value]


def _row(one: National) -> list[Cell]:
    indicator, value = one.indicator, one.told.value
    return [indicator.code, indicator.name, indicator.counts_in, value, remark(one)]


MADE: Mapping[str, Callable[[Period], bytes]] = {".xlsx": excel, ".docx": paper}

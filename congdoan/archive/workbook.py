"""The book of a union as a workbook people read: members, each kind of record with its lists, money, figures of the years.

Whole, as the union keeps it: for whoever may take it out, and nobody else.
"""

from collections.abc import Collection, Iterable, Iterator, Sequence
from typing import Any

from django.db.models import Max, Min

from congdoan.base.fields import FOREVER
from congdoan.base.period import Period, today
from congdoan.base.table import DAY, LONGEST, NUMBER, YEAR, Column, Table
from congdoan.base.table_files import as_xlsx
from congdoan.funds.models import Fund, Leg
from congdoan.ledger.figures import figures
from congdoan.ledger.models import Entry
from congdoan.members.models import Membership
from congdoan.members.tables import MEMBERS
from congdoan.org.models import Unit
from congdoan.records.kind import KINDS, Kind, LineSpec
from congdoan.records.tables import list_columns, of_records

from . import tables as shapes
from .scope import Rows, chunks

MOST_YEARS = 10
UNITS = (
    Column("Mã", lambda unit: unit.code),
    Column("Tên", lambda unit: unit.name),
    Column("Loại", lambda unit: unit.kind.name),
    Column("Thành lập", lambda unit: unit.founded_on, DAY),
    Column("Kết thúc", lambda unit: unit.ended_on, DAY),
)
ENDS = (
    Column("Đến trước ngày", lambda held: held.to_on, DAY),
    Column("Vào", lambda held: held.get_began_display()),
    Column("Ra", lambda held: held.get_ended_display()),
)
FUNDS = (
    Column("Mã quỹ", lambda fund: fund.code),
    Column("Quỹ", lambda fund: fund.name),
    Column("Công đoàn", lambda fund: fund.unit.name),
    Column("Nguồn", lambda fund: fund.get_source_display()),
    Column("Có sổ từ", lambda fund: fund.opened_on, DAY),
)
VOUCHERS = (
    Column("Ngày", lambda leg: leg.voucher.dated_on, DAY),
    Column("Phiếu", lambda leg: leg.voucher.get_form_display()),
    Column("Số", lambda leg: leg.voucher.number, YEAR),
    Column("Công đoàn", lambda leg: leg.voucher.unit.name),
    Column("Quỹ", lambda leg: leg.fund.name),
    Column("Nội dung", lambda leg: leg.voucher.words),
    Column("Người nộp, nhận", lambda leg: leg.voucher.party),
    Column("Vào quỹ, ra quỹ (đồng)", lambda leg: leg.amount, NUMBER),
)


def workbook(unit: Unit, rows: Rows) -> bytes:
    """The file."""
    about = [f"Sổ của {unit.name} và các cấp dưới", f"Lập ngày {today():%d/%m/%Y}"]
    every = [
        Table("Công đoàn", UNITS, _of(rows, Unit, "kind")),
        Table("Đoàn viên", [*MEMBERS, *ENDS], _members(rows)),
        *(table for kind in KINDS.values() for table in _records(kind, rows)),
        Table("Quỹ", FUNDS, _of(rows, Fund, "unit")),
        Table("Thu, chi", VOUCHERS, _legs(rows)),
        _years(unit),
    ]
    return as_xlsx([part for table in every if table.rows for part in _parts(table, about)])


def _parts(table: Table, about: Sequence[str]) -> Iterator[Table]:
    """A table too long for one sheet goes on on the next."""
    for at in range(0, len(table.rows), LONGEST):
        yield Table(table.title, table.columns, table.rows[at : at + LONGEST], about)


def _of(rows: Rows, model: shapes.Table, *follow: str) -> list[Any]:
    """Those rows of a table that are of this book."""
    every = model._default_manager.select_related(*follow).order_by("pk")
    return [row for some in chunks(rows.get(model, ())) for row in every.filter(pk__in=some)]


def _members(rows: Rows) -> list[Membership]:
    return [held for held in _of(rows, Membership, "person", "unit") if held.unmade_id is None]


def _legs(rows: Rows) -> list[Leg]:
    return [leg for leg in _of(rows, Leg, "voucher__unit", "fund") if leg.fund_id]


def _records(kind: Kind, rows: Rows) -> Iterator[Table]:
    """A sheet of what was done, and one for each list of it."""
    found = _of(rows, kind.model, "unit", "payer", "made")
    if not found:
        return
    shown = of_records(found, sensitive=True)
    yield Table(kind.label, shown.columns, shown.rows)
    for spec in kind.lines:
        told = [*_whose(), *list_columns(kind, spec, True)]
        yield Table(f"{kind.label}: {spec.label}"[:60], told, _lines(spec, rows))


def _lines(spec: LineSpec, rows: Rows) -> list[Any]:
    return [line for line in _of(rows, spec.model, "record__unit", *spec.follow) if not line.record.withdrawn]


def _whose() -> Iterable[Column]:
    """Which record a line of a list is of."""
    return (
        Column("Ngày", lambda line: line.record.happened_on, DAY),
        Column("Việc", lambda line: line.record.title),
        Column("Công đoàn ghi", lambda line: line.record.unit.name),
    )


def _years(unit: Unit) -> Table:
    """Every figure of the last years in which there was anything."""
    days = Entry.objects.filter(unit__ancestries__ancestor=unit).aggregate(first=Min("day"), last=Max("day"))
    if days["first"] is None:
        return Table("Số liệu các năm", (), ())
    last = min(days["last"], today()).year if days["last"] < FOREVER else today().year
    years = range(max(days["first"].year, last - MOST_YEARS + 1), last + 1)
    by_year = [figures(unit, Period.parse(str(year))) for year in years]
    rows = [row for row in zip(*by_year, strict=True) if any(figure.value is not None for figure in row)]
    return Table("Số liệu các năm", [*_named(), *(_year(n, year) for n, year in enumerate(years))], rows)


def _named() -> Collection[Column]:
    return (
        Column("Mã", lambda row: row[0].indicator.code),
        Column("Số liệu", lambda row: row[0].indicator.name),
        Column("Tính bằng", lambda row: row[0].indicator.counts_in),
    )


def _year(at: int, year: int) -> Column:
    return Column(f"Năm {year}", lambda row: row[at].value, NUMBER)

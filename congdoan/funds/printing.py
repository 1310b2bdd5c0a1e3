"""The accountants' forms: S82, B07, B14, the vouchers, and a fund's book for another system."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from docx.enum.text import WD_ALIGN_PARAGRAPH as ALIGN

from congdoan.base.money import in_words
from congdoan.base.words import grouped
from congdoan.org.models import Unit

from . import items, sheet
from .collected import of_levy, payers
from .models import UNION_FINANCE, Dues, Estimate, Item, Leg, Voucher
from .settlement import Settlement
from .sheet import TEXT_WIDTH, Cell, Head, Sheet
from .statement import Statement

OPENING, CLOSING = "10", "40"
DAY_WIDTH, SHORT, MONEY, NARROW = 14, 8, 22, 12
SHORT_NAMES = {
    Voucher.Form.RECEIPT: "PT",
    Voucher.Form.PAYMENT: "PC",
    Voucher.Form.TRANSFER: "PK",
    Voucher.Form.OPENING: "SD",
}
# What B07 begins with: a levy, how many it is paid for, on which wages.
BASES = (
    (Dues.Levy.FUND, "Số lao động tính quỹ lương đóng kinh phí công đoàn", "Quỹ tiền lương làm căn cứ đóng kinh phí"),
    (Dues.Levy.DUES, "Số đoàn viên tính đóng đoàn phí cuối kỳ", "Quỹ tiền lương làm căn cứ đóng đoàn phí"),
)  # fmt: skip


def s82(unit: Unit, period: str, settled: Settlement) -> Sheet:
    """Sổ thu, chi tài chính công đoàn cơ sở: a line a voucher, a column a code, what is left at the end."""
    columns = [item for item in items.valid(settled.last) if item.number]
    heads = [
        Head("Số TT", "A", False, SHORT), Head("Ngày ghi sổ", "B", False, DAY_WIDTH),
        Head("Số chứng từ", "C", False, NARROW), Head("Ngày chứng từ", "D", False, DAY_WIDTH),
        Head("Diễn giải", "E", False, TEXT_WIDTH), Head("Tích lũy đầu kỳ", OPENING, width=NARROW),
        *(Head(item.name, item.number, width=NARROW) for item in columns),
        Head("Thu, chi khác, chuyển quỹ", width=NARROW), Head("Số dư cuối kỳ", width=NARROW),
    ]  # fmt: skip
    rows, sums = _s82_rows(unit, settled, columns)
    total: list[Cell] = ["", None, "", None, "Cộng", settled.opening, *sums, settled.closing]
    return Sheet(
        "S82-TLĐ", f"SỔ THU, CHI TÀI CHÍNH CÔNG ĐOÀN CƠ SỞ {period.upper()}", unit, settled.last, ["Đơn vị tính: đồng"],
        heads, [*rows, total], frozenset({len(rows)}),
    )  # fmt: skip


def _s82_rows(unit: Unit, settled: Settlement, columns: Sequence[Item]) -> tuple[list[list[Cell]], list[int]]:
    held, sums = settled.opening, [0] * (len(columns) + 1)
    rows: list[list[Cell]] = [
        ["", None, "", None, "Số dư đầu kỳ", held, *([None] * (len(columns) + 1)), held]
    ]
    legs = Leg.objects.filter(fund__source__in=UNION_FINANCE, voucher__unit=unit)
    legs = legs.filter(voucher__dated_on__gte=settled.first, voucher__dated_on__lte=settled.last)
    for leg in (
        legs.exclude(voucher__form=Voucher.Form.OPENING)
        .select_related("voucher")
        .order_by("voucher__dated_on", "pk")
    ):
        held += leg.amount
        at, amount = _column(leg, columns)
        sums[at] += amount
        cells: list[Cell] = [None] * (len(columns) + 1)
        cells[at] = amount
        day = leg.voucher.dated_on
        rows.append([str(len(rows)), day, _short(leg.voucher), day, leg.voucher.words, None, *cells, held])
    return rows, sums


def _short(voucher: Voucher) -> str:
    """ "PT 001": the year stands in the title."""
    return f"{SHORT_NAMES[Voucher.Form(voucher.form)]} {voucher.number:03d}"


def _column(leg: Leg, columns: Sequence[Item]) -> tuple[int, int]:
    """Under which code a movement of a fund stands, as that column counts it; the last column takes what has none."""
    for other in leg.voucher.legs.select_related("item").exclude(item=None):
        assert other.item
        for at, item in enumerate(columns):
            if item.purpose == other.item.purpose:
                return at, leg.amount if item.side == Item.Side.IN else -leg.amount
    return len(columns), leg.amount


def b07(unit: Unit, settled: Settlement, title: str) -> Sheet:
    """Báo cáo quyết toán thu, chi: the basic facts, then each code with what came of it."""
    about = [title, "Đơn vị tính: đồng"]
    heads = [
        Head("STT", "", False, SHORT),
        Head("Chỉ tiêu", "A", False, TEXT_WIDTH * 2),
        Head("Mã số", "B", False, 8),
        Head("Số tiền, số người", "C", width=MONEY),
    ]
    rows: list[list[Cell]] = [["A", "CÁC CHỈ TIÊU CƠ BẢN", "", None], *_basics(unit, settled)]
    begun = len(rows)
    rows += [
        ["B", "CÁC CHỈ TIÊU THU, CHI", "", None],
        ["I", "Tài chính công đoàn tích lũy đầu kỳ", OPENING, settled.opening],
    ]
    rows += [["II", "Phần thu", "", settled.revenue], *_items(settled.into)]
    spent = len(rows)
    rows += [["III", "Phần chi", "", settled.spending], *_items(settled.out)]
    if settled.moved:
        rows.append(["", "Chuyển từ (+), sang (−) quỹ khác", "", settled.moved])
    rows.append(["IV", "Tài chính công đoàn tích lũy cuối kỳ", CLOSING, settled.closing])
    if settled.on_the_way:
        rows.append(["", "Trong đó: tiền đang chuyển giữa các cấp", "", settled.on_the_way])
    strong = frozenset({0, begun, begun + 1, begun + 2, spent, len(rows) - 1 - bool(settled.on_the_way)})
    return Sheet(
        "B07-TLĐ",
        "BÁO CÁO QUYẾT TOÁN THU, CHI TÀI CHÍNH CÔNG ĐOÀN",
        unit,
        settled.last,
        about,
        heads,
        rows,
        strong,
    )


def _basics(unit: Unit, settled: Settlement) -> list[list[Cell]]:
    """How many pay at the end of the period, and the wages they paid on, month by month."""
    rows: list[list[Cell]] = []
    for n, (levy, heads, wages) in enumerate(BASES, start=1):
        came = [one for one in of_levy(unit, levy) if one.voucher.dated_on <= settled.last]
        during = [one for one in came if one.voucher.dated_on >= settled.first]
        rows.append([str(2 * n - 1), heads, "", payers(came) if came else None])
        rows.append([str(2 * n), f"{wages}, cộng các tháng", "", sum(one.wages for one in during)])
        rows += [["", f"Tháng {one.month_on:%m/%Y}", "", one.wages] for one in sorted(during, key=_month)]
    return rows


def _month(one: Dues) -> date:
    return one.month_on


def _items(rows: Sequence[Any]) -> list[list[Cell]]:
    return [[str(n), row.item.name, row.item.number, row.amount] for n, row in enumerate(rows, start=1)]


def b14(estimate: Estimate) -> Sheet:
    """Dự toán thu, chi: each code with the sum approved for the year."""
    lines = list(estimate.lines.select_related("item").order_by("item__side", "item__number"))
    rows: list[list[Cell]] = []
    strong = []
    for side, name in ((Item.Side.IN, "Phần thu"), (Item.Side.OUT, "Phần chi")):
        found = [one for one in lines if one.item.side == side]
        strong.append(len(rows))
        rows.append(["", name, "", sum(one.amount for one in found)])
        rows += [[str(n), one.item.name, one.item.number, one.amount] for n, one in enumerate(found, start=1)]
    heads = [
        Head("STT", "", False, SHORT),
        Head("Nội dung", "A", False, TEXT_WIDTH * 2),
        Head("Mã số", "B", False, 8),
        Head(f"Dự toán năm {estimate.year}", "C", width=MONEY),
    ]
    about = [f"Duyệt ngày {estimate.approved_on:%d/%m/%Y}", "Đơn vị tính: đồng"]
    title = f"DỰ TOÁN THU, CHI TÀI CHÍNH CÔNG ĐOÀN NĂM {estimate.year}"
    return Sheet("B14-TLĐ", title, estimate.unit, estimate.approved_on, about, heads, rows, frozenset(strong))


def book(told: Statement) -> Sheet:
    """A fund's book, a line a voucher, ready for another system."""
    heads = [
        Head("Ngày", "", False, DAY_WIDTH), Head("Số phiếu", "", False, 20), Head("Mã", "", False, 8),
        Head("Mục", "", False, TEXT_WIDTH), Head("Nội dung", "", False, TEXT_WIDTH), Head("Thu"), Head("Chi"), Head("Còn lại"),
    ]  # fmt: skip
    rows: list[list[Cell]] = [[None, "", "", "", "Số dư đầu kỳ", None, None, told.before]]
    found = _items_of([line.voucher.pk for line in told.lines])
    for one in told.lines:
        item = found.get(one.voucher.pk)
        number, name = (item.number, item.name) if item else ("", "")
        said: list[Cell] = [one.voucher.dated_on, str(one.voucher), number, name, one.voucher.words]
        rows.append([*said, one.into or None, one.out or None, one.held])
    about = [f"{told.fund.name}, từ {told.first:%d/%m/%Y} đến {told.last:%d/%m/%Y}", "Đơn vị tính: đồng"]
    return Sheet("", "SỔ QUỸ", told.fund.unit, told.last, about, heads, rows)


def voucher_word(voucher: Voucher) -> bytes:
    """Phiếu thu, phiếu chi: who, why, how much in figures and words, and who signs."""
    legs = list(voucher.legs.select_related("fund", "item"))
    amount = max(leg.amount for leg in legs)
    document = sheet.page()
    number = f"Số: {voucher.number:03d}/{voucher.year}"
    sheet.letterhead(document, voucher.unit, voucher.dated_on, number)
    sheet.line(document, voucher.get_form_display().upper(), bold=True, size=16, before=14)
    day = voucher.dated_on
    sheet.line(document, f"Ngày {day.day:02d} tháng {day.month:02d} năm {day.year}", italic=True, after=8)
    for label, text in _voucher_lines(voucher, legs, amount):
        sheet.line(document, f"{label}: {text}", ALIGN.LEFT, after=4)
    receipt = voucher.form == Voucher.Form.RECEIPT
    sheet.signatures(
        document, ["CHỦ TÀI KHOẢN", "KẾ TOÁN", "THỦ QUỸ", "NGƯỜI NỘP TIỀN" if receipt else "NGƯỜI NHẬN TIỀN"]
    )
    return sheet.written(document, str(voucher))


def _voucher_lines(voucher: Voucher, legs: Sequence[Leg], amount: int) -> list[tuple[str, str]]:
    receipt = voucher.form == Voucher.Form.RECEIPT
    lines = [
        ("Họ và tên người nộp tiền" if receipt else "Họ và tên người nhận tiền", voucher.party or "." * 60),
        ("Lý do thu" if receipt else "Lý do chi", voucher.words),
        ("Số tiền", f"{grouped(amount)} đồng"),
        ("Bằng chữ", f"{in_words(amount)}./."),
        ("Quỹ", "; ".join(leg.fund.name for leg in legs if leg.fund)),
        ("Mục", "; ".join(str(leg.item) for leg in legs if leg.item)),
        ("Kèm theo", "." * 20 + " chứng từ gốc"),
    ]
    return [(label, text) for label, text in lines if text]


def _items_of(vouchers: list[int]) -> dict[int, Item]:
    legs = Leg.objects.filter(voucher__in=vouchers, item__isnull=False).select_related("item")
    return {leg.voucher_id: leg.item for leg in legs if leg.item}


def _bare(value: Cell) -> str:
    if isinstance(value, date):
        return value.isoformat()
    text = str(value if value is not None else "")
    return f"'{text}" if isinstance(value, str) and text[:1] in "=+-@" and text else text

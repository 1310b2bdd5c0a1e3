"""The codes money is booked under (mục thu, mục chi): dated data, which an operator may change.

The 2006 scheme has 22 for the 2 % fund and 23 for dues; that of 2021 has them the other way round. So nothing here asks
for a number: what money is for is a purpose, and the number is the one valid on the voucher's day.
"""

from datetime import date

from django.db.models import Q, QuerySet

from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER

from .models import Item

FORMER, PRESENT = date(2006, 1, 1), date(2021, 4, 29)
B14, HD_47 = "Biểu B14-TLĐ năm 2006", "HD 22/HD-TLĐ ngày 29/4/2021, HD 47/HD-TLĐ năm 2021 (S82-TLĐ)"
TO_CHECK = "chưa thấy văn bản; hãy đối chiếu phụ lục HD 47/HD-TLĐ"
OPENING = "opening"

# number, purpose, side, name, mark
OF_2006 = (
    ("22", "employers_fund", "in", "Thu kinh phí công đoàn", "A"),
    ("23", "dues", "in", "Thu đoàn phí công đoàn", "A"),
    ("24", "other_revenue", "in", "Thu khác", "A"),
    ("25", "from_superior", "in", "Cấp trên cấp", "A"),
    ("27", "pay", "out", "Chi lương", "A"),
    ("28", "pay", "out", "Chi phụ cấp", "A"),
    ("29", "administration", "out", "Chi quản lý hành chính", "A"),
    ("31", "propaganda_spending", "out", "Chi hoạt động phong trào", "A"),
    ("33", "care_spending", "out", "Chi thăm hỏi", "A"),
    ("35", "other_spending", "out", "Chi khác", "A"),
    ("36", "to_superior", "out", "Nộp cấp trên", "A"),
)
OF_2021 = (
    ("22", "dues", "in", "Thu đoàn phí công đoàn", "A"),
    ("23", "employers_fund", "in", "Thu kinh phí công đoàn", "A"),
    ("24", "other_revenue", "in", "Thu khác", "C"),
    ("26", "from_superior", "in", "Tài chính công đoàn cấp trên cấp", "C"),
    ("31", "care_spending", "out", "Chi trực tiếp chăm lo, bảo vệ, đào tạo đoàn viên, người lao động", "C"),
    ("32", "propaganda_spending", "out", "Chi tuyên truyền, vận động đoàn viên, người lao động", "C"),
    ("33", "administration", "out", "Chi quản lý hành chính", "C"),
    ("34", "pay", "out", "Chi lương, phụ cấp cán bộ công đoàn", "C"),
    ("37", "other_spending", "out", "Chi khác", "C"),
    ("39", "to_superior", "out", "Nộp công đoàn cấp trên", "C"),
)
# What no scheme has a code for: money between unions, charity, members' savings, loans.
WITHOUT_CODE = (
    ("", OPENING, "in", "Tích lũy đầu kỳ", ""),
    ("", "from_below", "in", "Công đoàn cấp dưới nộp", ""),
    ("", "from_other", "in", "Công đoàn khác chuyển", ""),
    ("", "to_below", "out", "Cấp cho công đoàn cấp dưới", ""),
    ("", "to_other", "out", "Chuyển công đoàn khác", ""),
    ("", "raised", "in", "Thu vận động, ủng hộ", ""),
    ("", "given", "out", "Chi hỗ trợ, thăm hỏi từ quỹ", ""),
    ("", "contribution", "in", "Đoàn viên góp vốn xoay vòng", ""),
    ("", "payout", "out", "Trao vốn xoay vòng đến lượt", ""),
    ("", "lent", "out", "Cho vay tạo việc làm", ""),
    ("", "repaid", "in", "Thu hồi vốn vay", ""),
)
SCHEMES = (
    ("2006", FORMER, PRESENT, B14, OF_2006),
    ("2021", PRESENT, FOREVER, HD_47, OF_2021),
    ("", FORMER, FOREVER, "", WITHOUT_CODE),
)
INTERNAL = ("from_superior", "from_below", "from_other", "to_superior", "to_below", "to_other")


def ensure(**_: object) -> None:
    """Write the schemes into an empty book; what an operator has changed since stays."""
    if Item.objects.exists():
        return
    Item.objects.bulk_create(
        Item(
            scheme=scheme, number=number, purpose=purpose, side=side, name=name, from_on=first, to_on=end,
            source=TO_CHECK if mark == "C" else source, mark=mark,
        )
        for scheme, first, end, source, rows in SCHEMES
        for number, purpose, side, name, mark in rows
    )  # fmt: skip


def valid(on: date) -> QuerySet[Item]:
    """The items there are on a day, by code."""
    return Item.objects.filter(from_on__lte=on, to_on__gt=on).order_by("side", "number", "pk")


def in_use(purpose: str) -> Item:
    """The newest code of a purpose."""
    found = coded().filter(purpose=purpose).order_by("-from_on").first()
    if found is None:
        raise Refused("Hãy chọn một mục có trong danh sách.", "purpose")
    return found


def coded() -> QuerySet[Item]:
    """What schemes have codes for, the newest scheme first."""
    return Item.objects.exclude(number="").order_by("-from_on", "side", "number")


def overlapping_items(purpose: str, number: str, from_on: date, to_on: date) -> QuerySet[Item]:
    """The codes of this purpose, or of this number, that share a day with that stretch."""
    same = Q(purpose=purpose) | Q(number=number)
    return coded().filter(same, from_on__lt=to_on, to_on__gt=from_on)


def item_for(purpose: str, on: date) -> Item:
    """What a purpose is booked under on a day. Refuses a day for which no scheme has it."""
    found = valid(on).filter(purpose=purpose).first()
    if found is None:
        known = Item.objects.filter(purpose=purpose).first()
        name = known.name if known else purpose
        raise Refused(
            f"Ngày {on:%d/%m/%Y} không có mã cho “{name}”; hãy xem danh mục mã thu chi, sửa ngày hoặc bổ sung mã.",
            "item",
        )
    return found

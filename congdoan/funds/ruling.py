"""New rates and codes, from a day on. What was there is never changed: an open one ends where the new one begins."""

from collections.abc import Iterable
from datetime import date

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.base.text import nfc

from .items import in_use, overlapping_items
from .models import Item, Leg, Rate
from .rates import WHOLE, overlapping

What = Rate.What
UPPER = (What.DUES_UPPER, What.FUND_UPPER)


def add_rate(
    *, what: str, group: str, value: int, from_on: date, source: str, mark: str, by: int | None, to_on: date | None = None,
) -> Rate:  # fmt: skip
    """A rate, a share or a sum as a new text has it. What was worked out before stays as it was."""
    if value < 0 or (what != What.BASE and value > WHOLE):
        raise Refused("Tỷ lệ phải từ 0% đến 100%; hãy sửa lại.", "value")
    if (what in UPPER) != (group in Rate.Keeper):
        raise Refused(
            "Tỷ lệ cấp trên giữ lại cần chọn cấp, các mức khác chọn loại đơn vị hoặc mọi loại; hãy chọn lại.",
            "group",
        )
    end = _end(from_on, to_on)
    with writing(by=by, action="add_rate", what=what, from_on=str(from_on), value=value, alone=True):
        _give_way(overlapping(what=what, group=group, from_on=from_on, to_on=end), from_on)
        return Rate.objects.create(
            what=what, group=group, value=value, from_on=from_on, to_on=end, source=_source(source), mark=mark
        )


def add_item(
    *, purpose: str, number: str, name: str, from_on: date, source: str, mark: str, by: int | None, to_on: date | None = None,
) -> Item:  # fmt: skip
    """A code of a new scheme. Whatever bore the number, and whatever code the purpose had, ends where it begins."""
    end, number = _end(from_on, to_on), number.strip()
    if not number or not nfc(name):
        raise Refused("Hãy ghi mã và tên mục như văn bản.", "number")
    with writing(by=by, action="add_item", what=purpose, number=number, from_on=str(from_on), alone=True):
        _give_way(overlapping_items(purpose, number, from_on, end), from_on)
        return Item.objects.create(
            scheme=str(from_on.year), number=number, purpose=purpose, name=nfc(name), side=in_use(purpose).side,
            from_on=from_on, to_on=end, source=_source(source), mark=mark,
        )  # fmt: skip


def _end(from_on: date, to_on: date | None) -> date:
    if to_on is not None and to_on <= from_on:
        raise Refused("Ngày hết hiệu lực phải sau ngày bắt đầu; hãy sửa hoặc để trống.", "to_on")
    return to_on or FOREVER


def _source(source: str) -> str:
    source = nfc(source)
    if not source:
        raise Refused("Hãy ghi số, ngày của văn bản quy định.", "source")
    return source


def _give_way(rows: Iterable[Rate | Item], day: date) -> None:
    """End what is open on that day. Refuses what began no earlier, what has an end of its own, a code used since."""
    for row in rows:
        if row.from_on >= day or row.to_on < FOREVER:
            raise Refused(
                f"Đã có mức, mã hiệu lực từ {row.from_on:%d/%m/%Y}{_until(row.to_on)} trùng khoảng ngày này; "
                "hãy chọn ngày khác.",
                "from_on",
            )
        if isinstance(row, Item) and _used_since(row, day):
            raise Refused(f"Từ {day:%d/%m/%Y} đã có phiếu ghi mã “{row}”; hãy chọn ngày sau.", "from_on")
        row.to_on = day
        row.save(update_fields=["to_on"])


def _used_since(item: Item, day: date) -> bool:
    return Leg.objects.filter(item=item, voucher__dated_on__gte=day).exists()


def _until(day: date) -> str:
    return "" if day == FOREVER else f" đến trước {day:%d/%m/%Y}"

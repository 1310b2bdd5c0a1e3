"""What a resolution and its targets may not be. Each refusal says what, where, how to mend."""

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal

from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.ledger.indicator import Indicator
from congdoan.ledger.rules import in_life
from congdoan.officers.models import Term
from congdoan.org import queries as org
from congdoan.org.models import Unit

from .judging import Verdict
from .models import Resolution, Target
from .rows import Row

M, Op = Target.Measure, Target.Op
UNDECIDED = (Verdict.NOT_DUE, Verdict.NO_FIGURE)


def resolution(unit: Unit, title: str, first: date, last: date, term: Term | None) -> None:
    """Refuse one without a name, whose days are turned round or outside the union's life, or of another's term."""
    if not title:
        raise Refused("Hãy ghi tên nghị quyết, ví dụ Nghị quyết Đại hội lần thứ V.", "title")
    if last < first:
        raise Refused("Ngày cuối phải sau ngày đầu; hãy chọn lại thời gian thực hiện.", "last")
    if term and term.unit_id != unit.pk:
        raise Refused(f"{term} không phải của {unit.name}; hãy chọn nhiệm kỳ khác.", "term")
    in_life(unit, first)


def target(one: Target) -> None:
    """Refuse a target without words, with a value its indicator cannot have, or measured as it cannot be."""
    if not one.text:
        raise Refused("Hãy ghi nội dung chỉ tiêu như trong nghị quyết.", "text")
    if one.number and one.indicator is None:
        raise Refused("Danh mục không có mục số liệu này; hãy tìm và chọn lại.", "indicator")
    if one.measure == M.NONE:
        one.op, one.value = Op.EXACTLY, Decimal(0)
    one.value = Decimal(one.value)
    counted = one.indicator
    if counted is None:
        one.measure = M.YES_NO
    elif not one.by_hand:
        _value(one, counted)


def _value(one: Target, counted: Indicator) -> None:
    if one.value < 0:
        raise Refused("Giá trị của chỉ tiêu không thể nhỏ hơn 0; hãy ghi lại.", "value")
    share = counted.counts_in == "%"
    if not share and one.value != int(one.value):
        raise Refused(
            f"“{counted.name}” đếm bằng {counted.counts_in} nên giá trị phải là số nguyên.", "value"
        )
    if share and one.value > 100 and not _open_ended(counted):
        raise Refused(f"“{counted.name}” không thể quá 100%; hãy ghi lại giá trị.", "value")
    if one.measure == M.EACH and one.op not in (Op.AT_LEAST, Op.EXACTLY, Op.ABOVE):
        raise Refused("Chỉ tiêu cho mỗi đơn vị phải là mức ít nhất; hãy chọn “trở lên”.", "op")


def _open_ended(counted: Indicator) -> bool:
    """Whether it may pass 100 %: an attainment, unlike a share of a whole."""
    return "attainment" in counted.key


def stands(one: Resolution) -> None:
    """Refuse to write in a resolution that was withdrawn."""
    if one.unmade_id:
        raise Refused("Nghị quyết này đã hủy khỏi sổ; hãy ghi nghị quyết mới.")


def answer(one: Target, on: date, said: str) -> None:
    """Refuse to say by hand what a figure answers, without a reason, or of a day to come."""
    if not one.by_hand:
        raise Refused("Chỉ tiêu này tính từ số liệu trong sổ nên không xác nhận bằng tay.")
    if not said:
        raise Refused("Hãy ghi căn cứ: việc gì, văn bản nào cho thấy kết quả này.", "reason")
    if not one.resolution.first <= on <= min(one.resolution.last, today()):
        raise Refused(
            f"Ngày phải từ {one.resolution.first:%d/%m/%Y} và chưa qua hôm nay; hãy chọn ngày khác.", "on"
        )


def handed(
    one: Resolution, number: str, signed_on: date, shares: Mapping[tuple[Target, Unit], Decimal | int]
) -> None:
    """Refuse a paper without a number or a table, of targets it has not, to unions that do not stand below."""
    if not number:
        raise Refused("Hãy ghi số văn bản giao chỉ tiêu.", "number")
    if not shares:
        raise Refused("Bảng giao chưa có giá trị nào; hãy ghi ít nhất một ô.", "handed")
    on = min(max(signed_on, one.first), one.last)
    below = set(org.standing(on, ancestor=one.unit, depth__gt=0).values_list("unit", flat=True))
    for (what, unit), value in shares.items():
        if unit.pk not in below:
            raise Refused(
                f"Ngày {on:%d/%m/%Y} {unit.name} không trực thuộc {one.unit.name}; hãy chọn công đoàn khác.",
                "handed",
            )
        if what.resolution_id != one.pk or what.by_hand or what.unmade_id:
            raise Refused(
                f"Chỉ tiêu “{what.text[:60]}” không giao xuống được; hãy chọn chỉ tiêu khác.", "handed"
            )
        if value < 0:
            raise Refused(f"Giá trị giao cho {unit.name} nhỏ hơn 0; hãy ghi lại.", "handed")


def confirmed(one: Resolution, found: Sequence[Row], judged_on: date) -> None:
    """Refuse a score sheet whose days are not over, or with a target of which nothing is known."""
    if judged_on < one.last:
        raise Refused(f"Đến {one.last:%d/%m/%Y} mới hết hạn; khi đó hãy xác nhận bảng điểm.")
    open_ = [row.label for row in found if row.verdict in UNDECIDED]
    if not found or open_:
        said = f"Chỉ tiêu “{open_[0][:80]}” chưa có số liệu" if open_ else "Nghị quyết chưa có chỉ tiêu nào"
        raise Refused(f"{said}; hãy ghi cho đủ rồi xác nhận.")

"""Terms begin, and are cut short."""

from datetime import date

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.base.text import nfc
from congdoan.ledger.rules import in_life
from congdoan.org.models import Unit

from . import queries
from .models import Term

YEARS = 5  # from a congress to the next, unless it says otherwise
MOST_YEARS = 10


def begin_term(
    *, unit: Unit, number: str, on: date, by: int | None, years: int = YEARS, why: str = ""
) -> Term:
    """A term begins on the day of its congress and is to last so many years. The one before ends that day, early or
    late; one already known to follow ends this one."""
    number = nfc(number).upper()
    _check_new(unit, number, on, years)
    with writing(by=by, action="begin_term", why=why, unit=unit.code, years=years) as posting:
        after = unit.terms.filter(from_on__gt=on).order_by("from_on").first()
        if before := unit.terms.filter(from_on__lt=on).order_by("from_on").last():
            _followed(before, on, posting)
        return Term.objects.create(
            unit=unit,
            number=number,
            from_on=on,
            to_on=after.from_on if after else queries.years_after(on, years),
            made=posting,
            ended=posting if after else None,
        )


def cut_short(*, term: Term, on: date, by: int | None, why: str) -> Term:
    """A term ends before the next congress: `on` is the first day that is no longer of it."""
    why = nfc(why)
    if not why:
        raise Refused("Hãy ghi lý do, căn cứ kết thúc nhiệm kỳ sớm.", "why")
    if not term.from_on < on < term.to_on or term.ended_id:
        raise Refused(
            f"Ngày kết thúc phải nằm trong {term} và nhiệm kỳ chưa kết thúc; hãy chọn ngày khác.", "on"
        )
    with writing(by=by, action="cut_short", why=why, what=str(term.uid), unit=term.unit.code) as posting:
        term.to_on, term.why, term.ended = on, why, posting
        term.save(update_fields=["to_on", "why", "ended"])
    return term


def _followed(before: Term, on: date, posting: Posting) -> None:
    """The term before ends with the congress, unless it was cut short already."""
    if not (before.ended_id and before.to_on <= on):
        before.to_on, before.ended = on, posting
        before.save(update_fields=["to_on", "ended"])


def _check_new(unit: Unit, number: str, on: date, years: int) -> None:
    if not number:
        raise Refused("Hãy ghi nhiệm kỳ thứ mấy, ví dụ XII.", "number")
    if not 1 <= years <= MOST_YEARS:
        raise Refused(f"Một nhiệm kỳ dài từ 1 đến {MOST_YEARS} năm; hãy xem lại số năm.", "years")
    in_life(unit, on)
    if unit.terms.filter(from_on=on).exists():
        raise Refused(f"{unit.name} đã có nhiệm kỳ bắt đầu ngày {on:%d/%m/%Y}; hãy chọn ngày khác.", "on")
    if unit.terms.filter(number=number).exists():
        raise Refused(f"{unit.name} đã có nhiệm kỳ {number}; hãy ghi số khác.", "number")

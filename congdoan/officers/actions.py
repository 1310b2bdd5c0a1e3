"""Terms begin, and are cut short."""

from datetime import date
from itertools import pairwise

from django.db.models import ProtectedError

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused
from congdoan.base.period import today
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
    _check(unit, number, on, years)
    with writing(by=by, action="begin_term", why=why, unit=unit.code, years=years) as posting:
        term = Term.objects.create(unit=unit, number=number, from_on=on, to_on=on, years=years, made=posting)
        _chain(unit)
    term.refresh_from_db()
    return term


def change_term(*, term: Term, number: str, on: date, years: int, by: int | None, why: str = "") -> Term:
    """A term was written down wrongly: its number, its first day or its length is another."""
    number = nfc(number).upper()
    if (term.number, term.from_on, term.years) == (number, on, years):
        return term
    _check(term.unit, number, on, years, term)
    with writing(by=by, action="change_term", why=why, what=str(term.uid), unit=term.unit.code):
        term.number, term.from_on, term.years = number, on, years
        term.save(update_fields=["number", "from_on", "years"])
        _chain(term.unit)
    term.refresh_from_db()
    return term


def take_back(*, term: Term, by: int | None, why: str = "") -> None:
    """A term written by mistake never began; the one before goes on. Refused while anything rests on it."""
    unit = term.unit
    with writing(by=by, action="take_back_term", why=why, what=str(term.uid), unit=unit.code):
        before = unit.terms.filter(from_on__lt=term.from_on).order_by("from_on").last()
        term.committees.update(term=before)
        try:
            term.delete()
        except ProtectedError:
            raise Refused(
                f"{term} đã có nghị quyết, chỉ tiêu hoặc kế hoạch; hãy chuyển những việc ấy sang nhiệm kỳ khác trước.",
                "why",
            ) from None
        _chain(unit)


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


def _chain(unit: Unit) -> None:
    """Each term ends with the congress after it, unless it was cut short before; the last one as it is planned."""
    found = list(unit.terms.order_by("from_on"))
    for term, after in pairwise([*found, None]):
        assert term
        if term.why:
            term.to_on = min(term.to_on, after.from_on) if after else term.to_on
        else:
            planned = queries.years_after(term.from_on, term.years)
            term.to_on, term.ended_id = (after.from_on, after.made_id) if after else (planned, None)
    Term.objects.bulk_update(found, ["to_on", "ended"])


def _check(unit: Unit, number: str, on: date, years: int, besides: Term | None = None) -> None:
    if not number:
        raise Refused("Hãy ghi nhiệm kỳ thứ mấy, ví dụ XII.", "number")
    if not 1 <= years <= MOST_YEARS:
        raise Refused(f"Một nhiệm kỳ dài từ 1 đến {MOST_YEARS} năm; hãy xem lại số năm.", "years")
    in_life(unit, on)
    if on > queries.years_after(today(), MOST_YEARS):
        raise Refused(f"Nhiệm kỳ bắt đầu sau hơn {MOST_YEARS} năm nữa; hãy xem lại năm.", "on")
    others = unit.terms.exclude(pk=besides.pk if besides else 0)
    if others.filter(from_on=on).exists():
        raise Refused(f"{unit.name} đã có nhiệm kỳ bắt đầu ngày {on:%d/%m/%Y}; hãy chọn ngày khác.", "on")
    if others.filter(number=number).exists():
        raise Refused(f"{unit.name} đã có nhiệm kỳ {number}; hãy ghi số khác.", "number")

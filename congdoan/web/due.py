"""What somebody should do or remember today, by role: what every room says is due, put in one order; the people to think of."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.core.paginator import Page, Paginator
from django.urls import reverse

from congdoan.accounts import access
from congdoan.accounts.access import Somebody
from congdoan.base.words import small
from congdoan.emulation.due import due as emulation
from congdoan.funds.due import due as funds
from congdoan.meetings.queries import coming as meetings
from congdoan.members.due import due as members
from congdoan.members.models import Person
from congdoan.officers.due import due as officers
from congdoan.org.due import Due
from congdoan.org.models import Unit
from congdoan.oversight.queries import due as oversight
from congdoan.papers.queries import due as papers
from congdoan.records import caring
from congdoan.records.doubts.again import APART, Again, given_again
from congdoan.records.due import due as records
from congdoan.records.filling import PEOPLE
from congdoan.records.kinds.care import Care
from congdoan.reports.due import due as reports

from .asking import Question

FEW, PER_PAGE = 5, 50
A_WEEK = timedelta(days=7)  # nobody should wait longer than that for an answer
SOON = timedelta(days=14)  # from then on a deadline is marked
ROOMS = (members, funds, records, emulation, officers, papers, meetings)
WORK, FORGOTTEN, TWICE, BIRTHDAYS = "viec", "chua-tham", "tang-hai-lan", "sinh-nhat"


@dataclass(frozen=True)
class Line:
    """A due thing as the page shows it on a day."""

    due: Due
    day: date

    @property
    def late(self) -> bool:
        """Whether its day is over."""
        return self.due.due_on is not None and self.due.due_on < self.day

    @property
    def pressing(self) -> bool:
        """Whether it is late or nearly."""
        return self.due.due_on is not None and self.due.due_on <= self.day + SOON

    @property
    def order(self) -> tuple[bool, date]:
        """What is late first; then by the day on which it presses."""
        waits = self.due.since_on + A_WEEK if self.due.since_on else self.day
        return not self.late, self.due.due_on or waits

    @property
    def left(self) -> str:
        """How long there is: "quá hạn 12 ngày"; empty for what only waits."""
        if self.due.due_on is None:
            return ""
        days = (self.due.due_on - self.day).days
        if days == 0:
            return "hôm nay"
        return f"còn {small(days)} ngày" if days > 0 else f"quá hạn {small(-days)} ngày"

    @property
    def url(self) -> str:
        """Where it is done."""
        args = [self.due.of] if self.due.of else []
        return f"{reverse(self.due.page, args=args)}{self.due.asks}"


@dataclass(frozen=True)
class Pile:
    """Things of one sort, the most pressing first. `named`: whether the first page shows the first of them, or only how many."""

    slug: str
    heading: str
    lead: str
    rows: Any
    tell: Callable[[Sequence[Any]], list[Due]]
    day: date
    sensitive: bool = False
    named: bool = True

    def page(self, number: str | int | None = 1, per: int = PER_PAGE) -> "Page[Any]":
        """So many of them, as lines."""
        page = Paginator(self.rows, per).get_page(number)
        page.object_list = [Line(due, self.day) for due in self.tell(list(page.object_list))]
        return page

    def first(self) -> "Page[Any]":
        """The first few."""
        return self.page(per=FEW)


def piles(user: Somebody, question: Question, day: date) -> dict[str, Pile]:
    """What this person may see of a union, by the name it has in addresses."""
    unit = question.unit
    keeps, writes = access.may_see_sensitive(user, unit), access.may_write(user, unit)
    found = [_work(question, day, writes)] if keeps else []
    found += [_forgotten(question, day, writes)] if keeps else []
    found += (
        [_twice(question, day), _birthdays(question, day, writes)] if keeps and unit.kind.grassroots else []
    )
    return {pile.slug: pile for pile in found}


def _work(question: Question, day: date, writes: bool) -> Pile:
    """For who writes, all that is due; for who inspects, what is due in inspecting."""
    unit = question.unit
    found = oversight([unit], day)
    if writes:
        found += reports(unit, question.period, day)
        found += [one for room in ROOMS for one in room(unit, day)]
    rows = sorted(found, key=lambda one: Line(one, day).order)
    return Pile(WORK, "Cần làm", "Việc quá hạn đứng trước.", rows, list, day)


def _forgotten(question: Question, day: date, writes: bool) -> Pile:
    def tell(rows: Sequence[Any]) -> list[Due]:
        return [_person(one, unit, writes) for one in rows]

    unit = question.unit
    return Pile(
        FORGOTTEN, "Chưa được thăm", f"Ốm đau, khó khăn mà chưa có lần chăm lo nào trong {question.period.label()}.",
        caring.forgotten(unit, question.period, day), tell, day,
        sensitive=True, named=unit.kind.grassroots,
    )  # fmt: skip


def _twice(question: Question, day: date) -> Pile:
    unit = question.unit
    return Pile(
        TWICE, "Được tặng hai lần", f"Cùng một chương trình, cách nhau không quá {APART.days} ngày; có thể vẫn đúng.",
        given_again(unit, question.period)[::-1], _given, day,
    )  # fmt: skip


def _birthdays(question: Question, day: date, writes: bool) -> Pile:
    def tell(rows: Sequence[caring.Birthday]) -> list[Due]:
        wish = f"occasion={Care.Occasion.BIRTHDAY}&"
        return [_person(one.membership, unit, writes, wish)._replace(due_on=one.on) for one in rows]

    unit = question.unit

    return Pile(BIRTHDAYS, "Sinh nhật tuần này", "", caring.birthdays(unit, day), tell, day)


def _person(one: Any, unit: Unit, writes: bool, about: str = "") -> Due:
    """Somebody to think of; who may write gets the form of a care record begun with them."""
    form = f"{reverse('record_form', args=['care'])}?{about}{PEOPLE}={one.person.uid}" if writes else ""
    return Due(one.person.name, one.unit, None, "person", one.person.uid, write=form)


def _given(rows: Sequence[Again]) -> list[Due]:
    people = Person.objects.in_bulk([row.gift.person for row in rows])
    lists = Care.objects.select_related("unit").in_bulk([row.gift.source for row in rows])
    return [_again(row, people[row.gift.person], lists[row.gift.source]) for row in rows]


def _again(row: Again, person: Person, care: Care) -> Due:
    told = f"{person.name}: {care.get_programme_display()}, đã nhận ngày {row.before.day:%d/%m/%Y}"
    return Due(told, care.unit, None, "record", care.uid, row.gift.day)

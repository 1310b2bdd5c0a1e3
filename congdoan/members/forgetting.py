"""People who left long ago are forgotten: a pseudonym takes their name's place, what else tells who they were goes. What
is counted of them stays: sex, days, the year they were born. There is no way back."""

from collections.abc import Iterator, Sequence
from datetime import date

from django.db.models import Exists, OuterRef, QuerySet

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.base.text import fold, given_key

from . import births, names
from .models import Card, Earlier, Hardship, Membership, Person, Sensitive, Suspension

NAMELESS = "Đoàn viên đã thôi"
CHUNK = 500
GONE = {"phone": "", "email": "", "job": "", "education": "", "card_number": None, "twin_key": ""}
SECRET_GONE = dict.fromkeys(("id_number", "ethnicity", "religion", "bank_account", "health_note"), "")
FIVE_YEARS = 5


def long_gone(before: date) -> QuerySet[Person]:
    """Those whose last membership ended before a day, and who hold nothing since."""
    held = Membership.objects.filter(person=OuterRef("pk"), unmade=None)
    rows = Person.objects.filter(Exists(held), forgotten=None, merged_into=None)
    return rows.exclude(Exists(held.filter(to_on__gte=before))).order_by("pk")


def forget(*, before: date, by: int | None) -> int:
    """Forget all who left before a day; returns how many. Refuses a day less than five years ago: who left lately still
    asks for papers, and is looked up."""
    if before > _years_ago(FIVE_YEARS):
        raise Refused(
            f"Chỉ thay tên người đã thôi ít nhất {FIVE_YEARS} năm; hãy chọn ngày sớm hơn.", "before"
        )
    forgotten = 0
    with writing(by=by, action="forget_people") as posting:
        for people in _chunks(long_gone(before)):
            _forget(people, posting)
            forgotten += len(people)
    return forgotten


def _forget(people: Sequence[Person], posting: Posting) -> None:
    for person in people:
        person.name = f"{NAMELESS} {person.uid.hex[:8]}"
        person.name_key, person.given_key = fold(person.name), given_key(person.name)
        person.born_on, person.born_year = None, births.year(person.born_on or person.born_year)
        person.forgotten = posting
        for name, value in GONE.items():
            setattr(person, name, value)
    Person.objects.bulk_update(
        people, ["name", "name_key", "given_key", "born_on", "born_year", "forgotten", *GONE]
    )
    names.write(people)
    Sensitive.objects.filter(person__in=people).update(**SECRET_GONE)
    Hardship.objects.filter(person__in=people).update(note="")
    Suspension.objects.filter(membership__person__in=people).update(note="")
    Card.objects.filter(person__in=people).update(number="")
    Earlier.objects.filter(person__in=people).delete()


def _chunks(rows: QuerySet[Person]) -> Iterator[list[Person]]:
    numbers = list(rows.values_list("pk", flat=True))
    for at in range(0, len(numbers), CHUNK):
        yield list(Person.objects.select_for_update(of=("self",)).filter(pk__in=numbers[at : at + CHUNK]))


def _years_ago(years: int) -> date:
    now = today()
    return date(now.year - years, now.month, min(now.day, 28))

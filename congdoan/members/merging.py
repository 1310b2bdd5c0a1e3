"""Two records of one person become one: all that named the one names the other, and nothing is lost."""

from typing import Any

from django.db import DatabaseError, transaction

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused, need_reason
from congdoan.ledger.actions import post_all
from congdoan.ledger.indicator import BY_NUMBER
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import ORIGINS

from . import people
from .draws import settle
from .keeping import content
from .models import Apart, Earlier, Membership, NameWord, Person, Sensitive


def merge(*, keep: Person, drop: Person, by: int | None, why: str) -> None:
    """`drop` is `keep`: every reference follows, entries are drawn anew, so that who is counted once is one person."""
    need_reason(why)
    with writing(
        by=by, action="merge_people", why=why, unit=keep.unit.code, what=str(keep.uid), dropped=str(drop.uid)
    ) as posting:
        _check(keep, drop)
        counted = _counted(drop)
        Earlier.objects.create(person=keep, posting=posting, content=content(keep))
        Earlier.objects.create(person=drop, posting=posting, content=content(drop))
        _close_twice(keep, drop, posting)
        _follow(keep, drop)
        _take_over(keep, drop)
        settle(posting, Membership.objects.filter(person=keep))
        _redraw(posting, counted)


def keep_apart(*, one: Person, other: Person, by: int | None) -> None:
    """They are two people after all: not shown again."""
    first, second = sorted((one, other), key=lambda person: person.pk)
    with writing(by=by, action="keep_apart", unit=one.unit.code, what=str(one.uid)) as posting:
        Apart.objects.get_or_create(one=first.pk, other=second.pk, defaults={"made": posting})


def _check(keep: Person, drop: Person) -> None:
    locked = Person.objects.select_for_update().filter(pk__in=(keep.pk, drop.pk), merged_into=None)
    if len(locked) < 2:
        raise Refused("Một trong hai hồ sơ đã gộp rồi; hãy tải lại trang.")
    theirs = Membership.objects.filter(person=keep, unmade=None)
    for held in Membership.objects.filter(person=drop, unmade=None).select_related("unit"):
        both = theirs.filter(from_on__lt=held.to_on, to_on__gt=held.from_on).exclude(unit=held.unit)
        if both.exists():
            raise Refused(
                f"Hai hồ sơ sinh hoạt cùng lúc ở hai công đoàn, một là {held.unit.name}; hãy hủy lần ghi nhầm trước."
            )


def _counted(drop: Person) -> set[tuple[int, int]]:
    """The sources of entries that count the person or their family."""
    subjects = (drop.pk, drop.household_id)
    rows = Entry.objects.filter(indicator__in=list(BY_NUMBER), subject__in=subjects)
    return set(rows.values_list("origin", "source"))


def _close_twice(keep: Person, drop: Person, posting: Posting) -> None:
    """Admitted twice in one union: the dropped membership is taken back."""
    twice = []
    for held in Membership.objects.filter(person=drop, unmade=None):
        same = Membership.objects.filter(
            person=keep, unmade=None, unit=held.unit, from_on__lt=held.to_on, to_on__gt=held.from_on
        )
        if same.exists():
            held.unmade = held.changed = posting
            held.save(update_fields=["unmade", "changed"])
            twice.append(held)
    settle(posting, twice)


def _follow(keep: Person, drop: Person) -> None:
    """Whatever points at the one, in whichever room, points at the other."""
    Person.objects.filter(household=drop.household).update(household=keep.household)
    try:
        with transaction.atomic():
            relations: Any = Person._meta.get_fields(include_hidden=True)  # hidden: without a name back
            for relation in relations:
                model = relation.related_model
                if relation.one_to_many and model not in (Earlier, NameWord, Person):
                    column = relation.field.name
                    model._default_manager.filter(**{column: drop}).update(**{column: keep})
    except DatabaseError:
        raise Refused(
            "Hai hồ sơ cùng giữ một việc trong cùng thời gian; hãy kết thúc một việc rồi gộp."
        ) from None


def _take_over(keep: Person, drop: Person) -> None:
    """What the kept record lacks it takes from the other."""
    known = Sensitive.objects.filter(person=drop).first()
    said = {name: getattr(drop, name) for name in people.PLAIN if getattr(keep, name) in (None, "")}
    if keep.born_on:
        said.pop("born_year", None)
    mine = Sensitive.objects.filter(person=keep).first()
    secret = {
        name: getattr(known, name)
        for name in people.SECRET
        if known and getattr(mine, name, "") in (None, "")
    }
    number, drop.card_number, drop.merged_into, drop.twin_key = drop.card_number, None, keep, ""
    drop.save(update_fields=["card_number", "merged_into", "twin_key"])
    said |= {"card_number": keep.card_number or number}
    kept = {keep.pk: mine} if mine else {}
    people.revise([(keep, said | {name: value for name, value in secret.items() if value})], kept)


def _redraw(posting: Posting, counted: set[tuple[int, int]]) -> None:
    for number in {origin for origin, _ in counted} & set(ORIGINS):
        sources = {source for origin, source in counted if origin == number}
        post_all(posting, number, dict(ORIGINS[number].drawn(sources)))

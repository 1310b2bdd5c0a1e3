"""The trail: who did what when, sealed in a chain, without a name."""

import uuid
from datetime import date, timedelta

import pytest
from django.db import transaction

from congdoan.audit import actions as audit
from congdoan.audit import lock
from congdoan.audit.models import Event, Posting
from congdoan.members.models import Person
from congdoan.records import actions
from tests.cast import Cast, care


def write(number: int) -> None:
    for _ in range(number):
        with audit.writing(by=1, action="test", what="x"):
            pass


def test_every_writing_leaves_a_posting_and_a_line(db: None) -> None:
    with audit.writing(by=7, action="test", why="vì thế", unit="laocai-bao", kind="care") as posting:
        assert posting.at is None
    (event,) = Event.objects.all()
    assert (event.by, event.action, event.what, event.unit) == (7, "test", str(posting.uid), "laocai-bao")
    assert (event.at, event.detail) == (Posting.objects.get().at, {"kind": "care"})


def test_what_fails_leaves_nothing(db: None) -> None:
    with pytest.raises(ZeroDivisionError), audit.writing(by=1, action="test"):
        raise ZeroDivisionError
    assert not Posting.objects.exists()
    assert not Event.objects.exists()


def test_who_writes_alone_is_stamped_from_the_start(db: None) -> None:
    before = lock.now()
    with audit.writing(by=1, action="test", alone=True) as posting:
        assert posting.at is not None
        assert before <= posting.at <= lock.now()


def test_a_moment_is_after_all_that_was_written(db: None) -> None:
    write(3)
    moment = lock.moment()
    write(1)
    assert Posting.objects.filter(at__lte=moment).count() == 3


def test_seals_follow_each_other(db: None) -> None:
    write(5)
    assert audit.seal(batch=2) == 2
    assert audit.seal() == 3
    assert audit.seal() == 0
    seals = list(Event.objects.order_by("id").values_list("seal", flat=True))
    assert len(set(seals)) == 5
    assert audit.broken_seals() == []


def test_what_is_written_after_sealing_is_sealed_next(db: None) -> None:
    write(2)
    audit.seal()
    write(2)
    audit.note(by=None, action="seen", what="x")
    assert audit.seal() == 3
    assert audit.broken_seals() == []


@pytest.mark.parametrize(
    "change", [{"by": 2}, {"action": "other"}, {"what": "y"}, {"detail": {"a": 1}}, {"unit": "z"}]
)
def test_a_line_changed_after_sealing_is_found(db: None, change: dict[str, object]) -> None:
    write(3)
    audit.seal()
    changed = Event.objects.order_by("id")[1]
    Event.objects.filter(pk=changed.pk).update(**change)
    assert audit.broken_seals() == [changed.pk]


def test_another_time_is_found(db: None) -> None:
    write(2)
    audit.seal()
    first = Event.objects.order_by("id")[0]
    Event.objects.filter(pk=first.pk).update(at=first.at + timedelta(microseconds=1))
    assert audit.broken_seals() == [first.pk]


def test_a_line_taken_out_is_found_at_the_next(db: None) -> None:
    write(4)
    audit.seal()
    gone, after = Event.objects.order_by("id")[1:3]
    gone.delete()
    assert audit.broken_seals() == [after.pk]


def test_a_seal_rubbed_out_is_found_at_the_next(db: None) -> None:
    write(3)
    audit.seal()
    rubbed, after = Event.objects.order_by("id")[1:3]
    Event.objects.filter(pk=rubbed.pk).update(seal="")
    assert audit.broken_seals() == [after.pk]


def test_the_trail_holds_no_names(cast: Cast) -> None:
    record = care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], date(2024, 3, 1), gifts=2, by=1)
    rows = {"recipients": [{"name": "Lý Thị Thử 1", "cash": 1}]}
    actions.amend(record=record, by=1, why="ghi thiếu", lines=rows)
    actions.withdraw(record=record, by=1, why="ghi nhầm")
    told = " ".join(str(value) for event in Event.objects.values() for value in event.values())
    names = {*Person.objects.values_list("name", flat=True), *(u.full_name for u in cast.users.values())}
    assert names
    assert [name for name in names if name in told] == []


def test_a_posting_holds_its_reason_and_the_number_of_who(cast: Cast) -> None:
    record = care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], date(2024, 3, 1), by=1)
    actions.withdraw(record=record, by=cast.users["chair"].pk, why="ghi nhầm")
    posting = Posting.objects.latest("id")
    assert (posting.action, posting.why, posting.by) == ("withdraw", "ghi nhầm", cast.users["chair"].pk)
    assert uuid.UUID(str(posting.uid)).version == 4


@pytest.mark.django_db(transaction=True)
def test_questions_of_one_moment_see_one_book() -> None:
    with lock.one_moment():
        assert not Posting.objects.exists()
    with transaction.atomic(), lock.one_moment():
        write(1)
        assert Posting.objects.count() == 1

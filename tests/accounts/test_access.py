"""Who sees and writes what: by the seat, by the tree, by the day."""

from datetime import date, timedelta

import pytest
from django.contrib.auth.models import AnonymousUser

from congdoan.accounts import access
from congdoan.accounts.models import Role, Seat
from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import RECORD
from congdoan.org.models import Unit
from congdoan.records import actions
from congdoan.records.record import Record
from congdoan.reform import actions as reform
from tests.cast import Cast, care, person

MARCH, MAY = date(2024, 3, 1), date(2024, 5, 1)
MOVED = date(2024, 4, 1)
BELOW_CDVC = {"laocai-cdvc", "laocai-tu-phap", "laocai-y-te", "laocai-bao"}


def codes(cast: Cast, who: str, *roles: str) -> set[str]:
    units = access.units_seen(cast.users[who], roles or None)
    return set(units.values_list("code", flat=True))


def records(cast: Cast, who: str) -> set[tuple[str, date]]:
    rows = access.narrow(Record.objects.all(), cast.users[who], day="happened_on")
    return set(rows.values_list("unit__code", "happened_on"))


@pytest.fixture
def given(cast: Cast) -> Cast:
    """Work on two days at two unions; on 1 April Báo Lào Cai went to Yên Bái."""
    for code in ("laocai-bao", "laocai-y-te"):
        for on in (MARCH, MAY):
            care(cast[code], cast.funds["laocai-xa-hoi"], on)
    reform.move(unit=cast["laocai-bao"], to=cast["yenbai-ldld"], on=MOVED, by=None)
    return cast


def test_a_seat_sees_its_union_and_those_below(cast: Cast) -> None:
    assert codes(cast, "chair") == {"laocai-tu-phap"}
    assert codes(cast, "officer") == codes(cast, "inspector") == codes(cast, "reader") == BELOW_CDVC
    assert codes(cast, "administrator") == BELOW_CDVC | {
        "laocai-ldld",
        "muongkhuong-ldld",
        "muongkhuong-thcs",
    }


def test_the_neighbour_sees_nothing_of_it(given: Cast) -> None:
    assert codes(given, "neighbour") & BELOW_CDVC == {"laocai-bao"}
    assert not access.sees(given.users["neighbour"], given["laocai-cdvc"])
    assert not access.may_write(given.users["neighbour"], given["laocai-y-te"])


def test_the_neighbour_sees_nothing_at_all_while_nobody_moved(cast: Cast) -> None:
    care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], MARCH)
    assert codes(cast, "neighbour") == {"yenbai-ldld", "yenbai-tu-phap"}
    assert records(cast, "neighbour") == set()


@pytest.mark.parametrize("who", ["stranger", "nobody", "put_away"])
def test_without_a_seat_nothing_is_seen(given: Cast, who: str) -> None:
    user = given.users["officer"] if who == "put_away" else given.users["stranger"]
    user.is_active = who != "put_away"
    asking = AnonymousUser() if who == "nobody" else user
    assert not access.units_seen(asking).exists()
    assert not access.narrow(Record.objects.all(), asking, day="happened_on").exists()
    assert not access.may_see_sensitive(asking, given["laocai-y-te"])


def test_of_a_union_that_left_the_days_it_stood_there_are_seen(given: Cast) -> None:
    both = {("laocai-y-te", MARCH), ("laocai-y-te", MAY)}
    assert records(given, "officer") == {("laocai-bao", MARCH)} | both
    assert "laocai-bao" not in codes(given, "officer")
    assert not access.may_write(given.users["officer"], given["laocai-bao"])


def test_of_a_union_that_came_all_days_are_seen(given: Cast) -> None:
    assert records(given, "neighbour") == {("laocai-bao", MARCH), ("laocai-bao", MAY)}


def test_lines_are_seen_by_the_day_they_stand_on(given: Cast) -> None:
    lines = access.narrow(Entry.objects.filter(origin=RECORD), given.users["officer"])
    assert set(lines.filter(unit=given["laocai-bao"]).values_list("day", flat=True)) == {MARCH}


def test_the_days_before_it_came_back_are_seen_too(given: Cast) -> None:
    reform.move(unit=given["laocai-bao"], to=given["laocai-cdvc"], on=date(2024, 6, 1), by=None)
    assert ("laocai-bao", MAY) in records(given, "officer")
    assert records(given, "neighbour") == {("laocai-bao", MAY)}


def test_a_closed_union_is_seen_where_it_last_stood(given: Cast) -> None:
    reform.close(unit=given["laocai-y-te"], last_day=date(2024, 6, 30), by=None)
    reform.close(unit=given["laocai-bao"], last_day=date(2024, 6, 30), by=None)
    assert codes(given, "officer") == BELOW_CDVC - {"laocai-bao"}
    assert "laocai-bao" in codes(given, "neighbour")
    assert ("laocai-y-te", MAY) in records(given, "officer")


def test_the_seat_of_a_closed_union_sees_it_and_what_ended_under_it_only(cast: Cast) -> None:
    officer = person("old", unit=cast["muongkhuong-ldld"], role=Role.OFFICER)
    reform.move(unit=cast["muongkhuong-thcs"], to=cast["laocai-cdvc"], on=date(2024, 7, 1), by=None)
    reform.close(unit=cast["muongkhuong-ldld"], last_day=date(2024, 6, 30), by=None)
    assert set(access.units_seen(officer).values_list("code", flat=True)) == {"muongkhuong-ldld"}


def test_a_seat_begins_and_ends(cast: Cast) -> None:
    day, user = timedelta(days=1), person("guest")
    seat = Seat.objects.create(user=user, unit=cast["laocai-bao"], role=Role.READER, from_on=today() + day)
    assert not access.sees(user, cast["laocai-bao"])
    seat.from_on = today()
    seat.save()
    assert access.sees(user, cast["laocai-bao"])
    seat.to_on = today()
    Seat.objects.filter(pk=seat.pk).update(from_on=today() - day, to_on=today())
    assert not access.sees(user, cast["laocai-bao"])


def test_two_seats_see_both(cast: Cast) -> None:
    Seat.objects.create(
        user=cast.users["chair"], unit=cast["yenbai-ldld"], role=Role.READER, from_on=date(2020, 1, 1)
    )
    assert codes(cast, "chair") == {"laocai-tu-phap", "yenbai-ldld", "yenbai-tu-phap"}
    assert not access.may_write(cast.users["chair"], cast["yenbai-tu-phap"])


RIGHTS = {  # who: may write at Sở Tư pháp, see its sensitive data, administer it
    "chair": (True, True, False),
    "other_chair": (False, False, False),
    "officer": (True, True, False),
    "inspector": (False, True, False),
    "reader": (False, False, False),
    "administrator": (False, False, True),
    "neighbour": (False, False, False),
    "stranger": (False, False, False),
}


@pytest.mark.parametrize("who", RIGHTS)
def test_a_role_lets_one_do_what_it_says_and_no_more(cast: Cast, who: str) -> None:
    user, unit = cast.users[who], cast["laocai-tu-phap"]
    asked = (access.may_write, access.may_see_sensitive, access.may_administer)
    assert tuple(may(user, unit) for may in asked) == RIGHTS[who]


@pytest.mark.parametrize(("who", "for_another"), [("chair", False), ("officer", True)])
def test_who_writes_at_a_union_below_writes_for_it(cast: Cast, who: str, for_another: bool) -> None:
    user, unit = cast.users[who], cast["laocai-tu-phap"]
    assert access.may_write(user, unit)
    assert access.writes_for(user, unit) is for_another


def test_what_was_written_for_a_union_waits_for_its_word(cast: Cast) -> None:
    record = care(cast["laocai-tu-phap"], cast.funds["laocai-xa-hoi"], MARCH, entered_for=True)
    assert (record.entered_for, record.confirmed) == (True, None)
    actions.confirm(record=record, by=cast.users["chair"].pk)
    record.refresh_from_db()
    assert record.confirmed
    assert record.confirmed.by == cast.users["chair"].pk


def test_what_names_no_day_of_the_book_cannot_be_narrowed(cast: Cast) -> None:
    with pytest.raises(TypeError, match="must be a DayField"):
        access.narrow(Unit.objects.all(), cast.users["officer"], unit="pk", day="name")


def test_what_is_not_allowed_is_refused_in_a_sentence() -> None:
    access.require(True)
    with pytest.raises(Refused, match="Bạn không có quyền"):
        access.require(False)

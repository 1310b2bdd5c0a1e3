"""The tree: dated, known from and until, without overlaps and without circles."""

from datetime import date

import pytest
from django.db import DatabaseError, transaction

from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.org import queries
from congdoan.org.models import Ancestry, Location, Naming, Organising, Placement, SectorPlacement, Territory
from congdoan.reform import actions as reform
from tests.cast import BEGAN, Cast

APRIL = date(2024, 4, 1)


@pytest.fixture
def posting(db: None) -> Posting:
    return Posting.objects.create(action="test")


def codes(units: object) -> set[str]:
    return {unit.code for unit in units}  # type: ignore[attr-defined]


def test_two_superiors_at_once_are_refused_by_the_database(cast: Cast, posting: Posting) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Placement.objects.create(
            unit=cast["laocai-bao"],
            parent=cast["yenbai-ldld"],
            from_on=APRIL,
            to_on=date(2024, 5, 1),
            made=posting,
        )
    assert Placement.objects.filter(unit=cast["laocai-bao"]).count() == 1


def test_a_place_cannot_be_stretched_over_the_next(cast: Cast) -> None:
    reform.move(unit=cast["laocai-bao"], to=cast["yenbai-ldld"], on=APRIL, by=None)
    first = Placement.objects.filter(unit=cast["laocai-bao"], unmade=None).order_by("from_on")[0]
    first.to_on = date(2024, 4, 2)
    with pytest.raises(DatabaseError), transaction.atomic():
        first.save()


@pytest.mark.parametrize("relation", [Naming, Location, SectorPlacement])
def test_no_relation_of_a_union_overlaps_itself(cast: Cast, posting: Posting, relation: type) -> None:
    more = {Location: {"territory": Territory.objects.create(code="x", name="x", from_on=BEGAN)}}.get(
        relation, {}
    )
    unit = cast["laocai-bao"]
    relation.objects.filter(unit=unit).delete()
    relation.objects.create(unit=unit, from_on=BEGAN, made=posting, **more)
    with pytest.raises(DatabaseError), transaction.atomic():
        relation.objects.create(unit=unit, from_on=APRIL, made=posting, **more)


def test_one_employer_is_not_organised_twice_at_once_by_the_same_union(cast: Cast, posting: Posting) -> None:
    held = cast.employers["so-y-te"].organisings.get()
    with pytest.raises(DatabaseError), transaction.atomic():
        Organising.objects.create(unit=held.unit, employer=held.employer, from_on=APRIL, made=posting)


def test_a_fact_that_ends_before_it_begins_is_refused(cast: Cast, posting: Posting) -> None:
    with pytest.raises(DatabaseError), transaction.atomic():
        Placement.objects.create(
            unit=cast["tld"], parent=cast["yenbai-ldld"], from_on=APRIL, to_on=APRIL, made=posting
        )


def test_a_superseded_fact_is_in_nobodys_way(cast: Cast) -> None:
    for to in ("yenbai-ldld", "muongkhuong-ldld"):
        reform.move(unit=cast["laocai-bao"], to=cast[to], on=APRIL, by=None)
    facts = Placement.objects.filter(unit=cast["laocai-bao"])
    assert (facts.filter(unmade=None).count(), facts.exclude(unmade=None).count()) == (2, 2)


@pytest.mark.parametrize("to", ["laocai-cdvc", "laocai-tu-phap"])
def test_nobody_stands_under_itself(cast: Cast, to: str) -> None:
    with pytest.raises(Refused, match="trực thuộc chính mình"):
        reform.move(unit=cast["laocai-cdvc"], to=cast[to], on=APRIL, by=None)
    assert codes(queries.under(cast["laocai-ldld"], APRIL)) >= {"laocai-cdvc", "laocai-tu-phap"}


def test_a_circle_that_would_close_only_later_is_refused(cast: Cast) -> None:
    reform.move(unit=cast["muongkhuong-ldld"], to=cast["laocai-cdvc"], on=date(2024, 6, 1), by=None)
    with pytest.raises(Refused, match="trực thuộc chính mình"):
        reform.move(unit=cast["laocai-cdvc"], to=cast["muongkhuong-ldld"], on=APRIL, by=None)


def test_who_stood_under_whom_on_a_day(cast: Cast) -> None:
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=APRIL, by=None)
    before, after = date(2024, 3, 31), APRIL
    assert codes(queries.children(cast["laocai-cdvc"], before)) == {
        "laocai-tu-phap",
        "laocai-y-te",
        "laocai-bao",
    }
    assert codes(queries.children(cast["laocai-cdvc"], after)) == {"laocai-tu-phap", "laocai-y-te"}
    assert [u.code for u in queries.superiors(cast["laocai-bao"], after)] == [
        "muongkhuong-ldld",
        "laocai-ldld",
        "tld",
    ]
    assert codes(queries.grassroots(cast["laocai-ldld"], after)) == {
        "laocai-tu-phap", "laocai-y-te", "laocai-bao", "muongkhuong-thcs",
    }  # fmt: skip


def test_a_union_is_its_own_ancestor_all_its_life_and_once(cast: Cast) -> None:
    reform.move(unit=cast["laocai-bao"], to=cast["yenbai-ldld"], on=APRIL, by=None)
    reform.close(unit=cast["laocai-bao"], last_day=date(2024, 5, 31), by=None)
    own = Ancestry.objects.filter(unit=cast["laocai-bao"], ancestor=cast["laocai-bao"], unknown_at=None).get()
    assert (own.depth, own.from_on, own.to_on) == (0, BEGAN, date(2024, 6, 1))


def test_what_was_known_of_the_tree_is_kept(cast: Cast) -> None:
    reform.move(unit=cast["laocai-bao"], to=cast["yenbai-ldld"], on=APRIL, by=None)
    rows = Ancestry.objects.filter(unit=cast["laocai-bao"], ancestor=cast["laocai-cdvc"])
    superseded = rows.exclude(unknown_at=None).get()
    now = rows.get(unknown_at=None)
    assert (superseded.to_on.year, now.to_on, superseded.unknown_at) == (9999, APRIL, now.known_at)


def test_a_union_that_does_not_exist_is_said_so(cast: Cast) -> None:
    with pytest.raises(Refused, match="Không có công đoàn nào mang mã “khong-co”"):
        queries.unit("khong-co")


def test_unions_are_found_without_accents(cast: Cast) -> None:
    assert codes(queries.search(queries.under(cast["tld"], APRIL), "tu phap YEN")) == {"yenbai-tu-phap"}

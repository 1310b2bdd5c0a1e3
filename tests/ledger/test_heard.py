"""Who has said something of a chapter, and who has not: one pass that agrees with asking chapter by chapter."""

from datetime import date

import pytest

from congdoan.base.period import Period
from congdoan.ledger.breakdowns import silent
from congdoan.ledger.heard import Heard, heard
from congdoan.ledger.indicator import CHAPTERS
from congdoan.records import actions
from congdoan.reform import actions as reform
from tests.cast import Cast, care
from tests.records.said import record

pytestmark = pytest.mark.django_db
HALF = Period.parse("2024-H1")
CARE, COMPLAINTS = 5, 16
FEBRUARY = date(2024, 2, 1)


def of(cast: Cast, code: str = "laocai-cdvc") -> Heard:
    return heard(cast[code], HALF)


def codes(cast: Cast, numbers: list[int]) -> set[str]:
    return {code for code, unit in cast.units.items() if unit.pk in numbers}


def nothing(cast: Cast, code: str, chapter: int) -> None:
    record("nil", cast[code], HALF.last, chapter=chapter, first_on=HALF.first, last_on=HALF.last)


def test_in_an_empty_book_every_grassroots_union_is_missing(cast: Cast) -> None:
    assert codes(cast, of(cast).silent(CARE)) == {"laocai-tu-phap", "laocai-y-te", "laocai-bao"}
    assert codes(cast, of(cast).mute) == {"laocai-tu-phap", "laocai-y-te", "laocai-bao"}


def test_a_record_is_heard_in_every_chapter_it_feeds(cast: Cast) -> None:
    care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], FEBRUARY)
    found = of(cast)
    assert codes(cast, found.silent(CARE)) == {"laocai-tu-phap", "laocai-y-te"}
    assert codes(cast, list(found.recorded[6])) == {"laocai-bao"}
    assert codes(cast, found.mute) == {"laocai-tu-phap", "laocai-y-te"}


def test_the_answer_that_there_was_nothing_is_heard_and_told_apart(cast: Cast) -> None:
    nothing(cast, "laocai-y-te", COMPLAINTS)
    found = of(cast)
    assert codes(cast, list(found.nil[COMPLAINTS])) == {"laocai-y-te"}
    assert codes(cast, found.silent(COMPLAINTS)) == {"laocai-tu-phap", "laocai-bao"}
    assert not found.recorded.get(COMPLAINTS)


def test_what_is_recorded_after_that_answer_counts_as_recorded(cast: Cast) -> None:
    nothing(cast, "laocai-bao", CARE)
    care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], FEBRUARY)
    found = of(cast)
    assert codes(cast, list(found.recorded[CARE])) == {"laocai-bao"}
    assert not found.nil[CARE]


def test_a_withdrawn_record_is_heard_no_more(cast: Cast) -> None:
    gift = care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], FEBRUARY)
    actions.withdraw(record=gift, by=None, why="ghi nhầm")
    assert codes(cast, of(cast).mute) == {"laocai-tu-phap", "laocai-y-te", "laocai-bao"}


def test_only_those_standing_there_on_the_last_day_ought_to_say_something(cast: Cast) -> None:
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=date(2024, 3, 1), by=None)
    assert codes(cast, list(of(cast).liable)) == {"laocai-tu-phap", "laocai-y-te"}
    assert codes(cast, list(of(cast, "muongkhuong-ldld").liable)) == {"muongkhuong-thcs", "laocai-bao"}


def test_a_grassroots_union_is_asked_about_itself(cast: Cast) -> None:
    assert codes(cast, of(cast, "laocai-bao").silent(CARE)) == {"laocai-bao"}


def test_one_pass_agrees_with_asking_chapter_by_chapter(cast: Cast) -> None:
    care(cast["laocai-bao"], cast.funds["laocai-xa-hoi"], FEBRUARY)
    care(cast["laocai-tu-phap"], cast.funds["tu-phap-doan-phi"], FEBRUARY, programme="women")
    nothing(cast, "laocai-y-te", COMPLAINTS)
    found = of(cast, "laocai-ldld")
    for chapter in CHAPTERS:
        assert found.silent(chapter) == silent(cast["laocai-ldld"], HALF, chapter), chapter

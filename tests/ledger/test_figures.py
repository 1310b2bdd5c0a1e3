"""What a figure answers, for every way of asking."""

from datetime import date, timedelta
from decimal import Decimal

import pytest

from congdoan.audit import lock
from congdoan.base.period import today
from congdoan.ledger.figures import figures
from congdoan.ledger.indicator import find
from congdoan.records import actions
from congdoan.reform import actions as reform
from tests.cast import Cast, care, found
from tests.ledger.book import H1, H2, YEAR, asked, draw, say, value

MARCH, JUNE = date(2024, 3, 1), date(2024, 6, 30)


@pytest.fixture
def given(cast: Cast) -> Cast:
    """Gifts: two by Sở Tư pháp, three by Sở Y tế, one by Công đoàn Viên chức itself."""
    for code, gifts in (("laocai-tu-phap", 2), ("laocai-y-te", 3), ("laocai-cdvc", 1)):
        care(cast[code], cast.funds["laocai-xa-hoi"], MARCH, gifts=gifts)
    return cast


def test_own_and_below_make_all(given: Cast) -> None:
    node = given["laocai-cdvc"]
    assert [value("CAR-04", node, scope=scope) for scope in ("own", "below", "all")] == [1, 5, 6]


def test_two_half_years_make_the_year(given: Cast) -> None:
    care(given["laocai-bao"], given.funds["laocai-xa-hoi"], date(2024, 7, 1), gifts=4)
    assert [value("CAR-04", given["laocai-cdvc"], period) for period in (H1, H2, YEAR)] == [6, 4, 10]


def test_money_is_whole_dong(given: Cast) -> None:
    assert value("CAR-05", given["laocai-cdvc"]) == 6 * 500_000


def test_where_narrows_to_a_breakdown(given: Cast) -> None:
    child = [{"name": "Lý Văn Bé", "relation": "child", "cash": 200_000}]
    care(given["laocai-bao"], given.funds["laocai-xa-hoi"], MARCH, lines=child)
    node = given["laocai-cdvc"]
    assert value("CAR-04", node, where={"recipient": "child"}) == 1
    assert value("CAR-04", node, where={"recipient": "child", "occasion": "tet"}) == 1
    assert value("CAR-04", node, where={"recipient": "policy"}) == 0


def test_a_person_helped_twice_is_one_person(given: Cast) -> None:
    fund = given.funds["laocai-xa-hoi"]
    for on in (MARCH, JUNE):
        care(given["laocai-bao"], fund, on, programme="visit", occasion="hardship")
    node = given["laocai-cdvc"]
    assert value("CAR-01", node) == 2
    assert value("CAR-03", node) == 1


def test_declared_people_are_added_and_shown_apart(given: Cast) -> None:
    for source, person in enumerate((7, 7, 8)):
        say(source, draw("care.people_visited", given["laocai-bao"], MARCH, subject=person))
    say(9, draw("care.people_visited", given["laocai-y-te"], JUNE, 12))
    figure = asked("CAR-03", given["laocai-cdvc"])
    assert (figure.value, figure.declared) == (14, 12)


def test_who_left_a_post_is_no_longer_counted(cast: Cast) -> None:
    unit = cast["laocai-bao"]
    say(1, draw("officers.total", unit, MARCH, subject=7), draw("officers.total", unit, JUNE, -1, subject=7))
    assert [value("CAD-01", cast["tld"], p) for p in ("2024-05", "2024-06")] == [1, 0]


def test_own_figures_are_never_rolled_up(cast: Cast) -> None:
    say(1, draw("propaganda.contests_joined", cast["laocai-bao"], MARCH, 2))
    say(2, draw("propaganda.contests_joined", cast["laocai-cdvc"], MARCH, 3))
    assert [value("PRO-05", cast[code]) for code in ("laocai-bao", "laocai-cdvc", "tld")] == [2, 3, 0]


def test_grades_are_counted_each(cast: Cast) -> None:
    for source, (code, grade) in enumerate([("bao", "good"), ("y-te", "good"), ("tu-phap", "excellent")]):
        unit = cast[f"laocai-{code}"]
        say(source, draw("ratings.union_grades", unit, date(2024, 11, 30), subject=unit.pk, grade=grade))
    figure = asked("RAT-01", cast["laocai-cdvc"], YEAR)
    assert (figure.value, figure.grades) == (3, {"good": 2, "excellent": 1})


def test_a_ratio_is_made_anew_from_its_parts(cast: Cast) -> None:
    for unit, ours, total in (("laocai-bao", 1, 3), ("laocai-y-te", 1, 1), ("yenbai-tu-phap", 0, 2)):
        say(cast[unit].pk, draw("care.sponsored_money", cast[unit], MARCH, ours * 1_000_000),
            draw("care.total_money", cast[unit], MARCH, total * 1_000_000))  # fmt: skip
    found_there = {code: asked("CAR-37", cast[code]) for code in ("laocai-cdvc", "tld")}
    assert {code: (f.num, f.den) for code, f in found_there.items()} == {
        "laocai-cdvc": (2_000_000, 4_000_000),
        "tld": (2_000_000, 6_000_000),
    }
    assert found_there["tld"].value == Decimal("33.33")


def test_nothing_over_nothing_is_no_ratio(cast: Cast) -> None:
    assert value("CAR-37", cast["laocai-bao"]) is None


def test_none_is_nought_where_it_is_drawn(cast: Cast) -> None:
    assert value("CAR-04", cast["laocai-bao"]) == 0


def test_before_the_union_there_is_no_value(cast: Cast) -> None:
    unit = found("laocai-moi", "grassroots", "CĐCS mới", cast["laocai-cdvc"], JUNE)
    assert value("CAR-04", unit, "2023") is None
    assert value("CAR-04", unit, H1) == 0


def test_without_unions_below_there_is_no_value_below(cast: Cast) -> None:
    assert value("CAR-04", cast["laocai-bao"], scope="below") is None
    assert value("CAR-04", cast["laocai-cdvc"], scope="below") == 0


def test_a_new_union_has_the_past_of_those_it_received_now(given: Cast) -> None:
    new = found("lao-cai-phuong", "commune", "Công đoàn phường", given["laocai-ldld"], date(2024, 9, 1))
    reform.move(unit=given["laocai-y-te"], to=new, on=date(2024, 9, 1), by=None)
    assert value("CAR-04", new) is None
    assert value("CAR-04", new, tree=date(2024, 9, 1)) == 3


def test_a_period_not_over_ends_today(cast: Cast) -> None:
    running = str(today().year)
    assert asked("CAR-04", cast["tld"], running).period.last == today()


def test_a_period_to_come_has_no_value(cast: Cast) -> None:
    assert value("CAR-04", cast["tld"], str(today().year + 1)) is None
    assert value("ORG-01", cast["tld"], str(today().year + 1)) is None


def test_a_yearly_figure_asked_for_longer_is_the_last_full_years(cast: Cast) -> None:
    for year, number in ((2022, 5), (2023, 2)):
        say(year, draw("emulation.emulation_fighters", cast["laocai-bao"], date(year, 11, 30), number))
    figure = asked("EMU-08", cast["tld"], "2022-01-01/2024-06-30")
    assert (figure.value, figure.period.code) == (2, "2023")
    assert value("EMU-08", cast["tld"], "2022") == 5


def test_what_is_known_at_a_moment_stays_so(given: Cast) -> None:
    record = care(given["laocai-bao"], given.funds["laocai-xa-hoi"], MARCH, gifts=9)
    seen, node = lock.now(), given["laocai-cdvc"]
    actions.withdraw(record=record, by=None, why="ghi nhầm")
    care(given["laocai-tu-phap"], given.funds["laocai-xa-hoi"], MARCH, gifts=1)
    assert [value("CAR-04", node), value("CAR-04", node, known_at=seen)] == [7, 15]


def test_nothing_is_known_before_anything_was_written(given: Cast) -> None:
    assert value("CAR-04", given["laocai-cdvc"], known_at=lock.now() - timedelta(days=1)) is None


def test_what_was_planned_then_stays_a_plan_for_who_asks_as_known_then(
    cast: Cast, monkeypatch: pytest.MonkeyPatch
) -> None:
    tomorrow, node, year = today() + timedelta(days=1), cast["laocai-cdvc"], str((today()).year)
    reform.move(unit=cast["laocai-bao"], to=cast["yenbai-ldld"], on=tomorrow, by=None)
    seen = lock.now()
    assert value("ORG-01", node, year) == 3
    monkeypatch.setattr("congdoan.ledger.figures.today", lambda: tomorrow)
    assert value("ORG-01", node, f"{tomorrow}/{tomorrow}") == 2
    assert value("ORG-01", node, year, known_at=seen) == 3


def test_figures_come_in_the_order_asked(given: Cast) -> None:
    wanted = [find(code) for code in ("REP-02", "CAR-37", "CAR-04", "ORG-01", "RAT-01", "PRO-05", "CAR-03")]
    assert [f.indicator for f in figures(given["tld"], YEAR, wanted)] == wanted


def test_all_of_the_catalogue_is_answered_at_once(given: Cast) -> None:
    found_there = {f.indicator.code: f.value for f in figures(given["laocai-cdvc"], H1)}
    assert (found_there["CAR-04"], found_there["ORG-01"], len(found_there)) == (6, 3, len(set(found_there)))


def test_entries_count_the_live_lines(given: Cast) -> None:
    record = care(given["laocai-bao"], given.funds["laocai-xa-hoi"], MARCH, gifts=4)
    assert asked("CAR-04", given["laocai-cdvc"]).entries == 10
    actions.withdraw(record=record, by=None, why="ghi nhầm")
    assert asked("CAR-04", given["laocai-cdvc"]).entries == 6

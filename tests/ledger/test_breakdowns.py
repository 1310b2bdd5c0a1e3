"""A figure taken apart: the parts and the lines come to the figure, and say where they come from."""

from datetime import date

import pytest

from congdoan.audit import lock
from congdoan.ledger.breakdowns import by_cut, by_month, by_unit, lines, silent
from congdoan.ledger.figures import asked_for
from congdoan.ledger.indicator import find
from congdoan.ledger.sql import Asked
from congdoan.records import actions
from congdoan.reform import actions as reform
from tests.cast import Cast, care
from tests.ledger.book import H1, draw, say, value

FEBRUARY, MARCH, JUNE = date(2024, 2, 1), date(2024, 3, 1), date(2024, 6, 3)
TET = find("CAR-04")


@pytest.fixture
def given(cast: Cast) -> Cast:
    """Gifts at four places on three days; Báo Lào Cai left Viên chức in between."""
    fund = cast.funds["laocai-xa-hoi"]
    for code, on, gifts in (
        ("laocai-tu-phap", FEBRUARY, 2),
        ("laocai-bao", FEBRUARY, 3),
        ("laocai-cdvc", MARCH, 1),
        ("laocai-bao", JUNE, 4),
    ):
        care(cast[code], fund, on, gifts=gifts)
    child = [{"name": "Lý Văn Bé", "relation": "child", "cash": 100_000}]
    care(cast["laocai-y-te"], fund, JUNE, lines=child)
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=date(2024, 4, 1), by=None)
    return cast


def by_code(cast: Cast, values: dict[int, int]) -> dict[str, int]:
    codes = {unit.pk: unit.code for unit in cast.units.values()}
    return {codes[number]: quantity for number, quantity in values.items()}


def ask(cast: Cast, code: str, what: str = "CAR-04", **how: object) -> Asked:
    return asked_for(cast[code], H1, find(what), **how)


def test_by_unit_names_the_children_those_that_left_and_its_own(given: Cast) -> None:
    assert by_code(given, by_unit(TET, ask(given, "laocai-cdvc"))) == {
        "laocai-tu-phap": 2, "laocai-bao": 3, "laocai-y-te": 1, "laocai-cdvc": 1,
    }  # fmt: skip


@pytest.mark.parametrize("what", ["CAR-04", "CAR-05", "ORG-01", "CAR-37"])
def test_children_come_to_the_figure_however_it_is_asked(given: Cast, what: str) -> None:
    counted = find(what).num or what
    for how in ({}, {"scope": "below"}, {"tree": JUNE}, {"tree": MARCH}):
        renamed = {"tree_on" if key == "tree" else key: said for key, said in how.items()}
        for code in ("laocai-cdvc", "muongkhuong-ldld", "laocai-ldld", "tld", "laocai-bao"):
            children = by_unit(find(what), ask(given, code, what, **renamed))
            assert sum(children.values()) == (value(counted, given[code], H1, **how) or 0), (code, how)


@pytest.mark.parametrize("code", ["laocai-cdvc", "laocai-ldld"])
def test_months_breakdowns_and_lines_come_to_the_figure(given: Cast, code: str) -> None:
    asked, whole = ask(given, code), value("CAR-04", given[code])
    assert sum(quantity for _, quantity in by_month(TET, asked)) == whole
    assert sum(by_cut(TET, asked, "recipient").values()) == whole
    assert sum(line.quantity for line in lines(TET, asked)) == whole


def test_months_are_named(given: Cast) -> None:
    months = {month.code: quantity for month, quantity in by_month(TET, ask(given, "laocai-ldld"))}
    assert (months["2024-02"], months["2024-03"], months["2024-06"]) == (5, 1, 5)


def test_the_months_of_a_stock_are_its_last_days(given: Cast) -> None:
    months = [quantity for _, quantity in by_month(find("ORG-01"), ask(given, "laocai-cdvc", "ORG-01"))]
    assert months == [3, 3, 3, 2, 2, 2]


def test_values_of_a_breakdown_are_named(given: Cast) -> None:
    assert by_cut(TET, ask(given, "laocai-ldld"), "recipient") == {"family": 10, "child": 1}


def test_what_does_not_say_stands_under_no_name(given: Cast) -> None:
    say(1, draw("care.tet_gifts", given["laocai-y-te"], JUNE, 5))
    assert by_cut(TET, ask(given, "laocai-ldld"), "recipient")[""] == 5


def test_who_is_counted_once_is_counted_once_under_each_value(cast: Cast) -> None:
    people = find("CAR-03")
    for source, (unit, occasion) in enumerate(
        (u, o) for u in ("y-te", "bao") for o in ("illness", "funeral")
    ):
        say(source, draw(people.key, cast[f"laocai-{unit}"], JUNE, subject=7, occasion=occasion))
    asked = ask(cast, "laocai-cdvc", "CAR-03")
    assert value("CAR-03", cast["laocai-cdvc"]) == 1
    assert by_cut(people, asked, "occasion") == {"illness": 1, "funeral": 1}
    assert by_code(cast, by_unit(people, asked)) == {"laocai-y-te": 1, "laocai-bao": 1}


def test_children_of_declared_people_are_their_own_figures(cast: Cast) -> None:
    say(1, draw("care.people_visited", cast["laocai-bao"], JUNE, 12))
    assert by_code(cast, by_unit(find("CAR-03"), ask(cast, "laocai-cdvc", "CAR-03"))) == {"laocai-bao": 12}


def test_lines_are_newest_first_page_by_page(given: Cast) -> None:
    asked = ask(given, "laocai-ldld")
    every = lines(TET, asked)
    assert [line.day for line in every] == sorted((line.day for line in every), reverse=True)
    assert every[2:5] == lines(TET, asked, limit=3, offset=2)


def test_lines_taken_back_are_gone(given: Cast) -> None:
    record = care(given["laocai-y-te"], given.funds["laocai-xa-hoi"], MARCH, gifts=2)
    asked = ask(given, "laocai-y-te")
    assert record.pk in {line.source for line in lines(TET, asked)}
    actions.withdraw(record=record, by=None, why="ghi nhầm")
    assert record.pk not in {line.source for line in lines(TET, asked)}


def test_an_amended_line_says_what_it_says_now(given: Cast) -> None:
    record = care(given["yenbai-tu-phap"], given.funds["yenbai-xa-hoi"], MARCH, cash=300_000)
    rows = [{"name": "Lý Thị Thử 1", "cash": 400_000}]
    actions.amend(record=record, by=None, why="ghi thiếu", lines={"recipients": rows})
    assert [line.quantity for line in lines(find("CAR-05"), ask(given, "yenbai-ldld", "CAR-05"))] == [400_000]


def test_silent_are_those_without_an_entry_or_an_answer(given: Cast) -> None:
    codes = {unit.pk: unit.code for unit in given.units.values()}
    assert {codes[number] for number in silent(given["tld"], H1, 5)} == {"muongkhuong-thcs", "yenbai-tu-phap"}


def test_who_withdraws_all_is_silent_again(given: Cast) -> None:
    record = care(given["yenbai-tu-phap"], given.funds["yenbai-xa-hoi"], MARCH)
    assert silent(given["yenbai-ldld"], H1, 5) == []
    actions.withdraw(record=record, by=None, why="ghi nhầm")
    assert silent(given["yenbai-ldld"], H1, 5) == [given["yenbai-tu-phap"].pk]


def test_the_children_known_then_stay_so(given: Cast) -> None:
    seen = lock.now()
    before = by_code(given, by_unit(TET, ask(given, "laocai-ldld")))
    reform.move(unit=given["laocai-cdvc"], to=given["yenbai-ldld"], on=date(2024, 1, 15), by=None)
    reform.move(unit=given["laocai-bao"], to=given["yenbai-ldld"], on=date(2024, 5, 1), by=None)
    assert by_code(given, by_unit(TET, ask(given, "laocai-ldld"))) == {}
    assert by_code(given, by_unit(TET, ask(given, "laocai-ldld", known_at=seen))) == before

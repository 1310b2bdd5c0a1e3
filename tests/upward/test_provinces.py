"""Two provinces write, the centre reads: never a wrong figure, only a later one."""

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.base.period import Period
from congdoan.cli import main
from congdoan.funds.models import Fund
from congdoan.ledger import rollups
from congdoan.ledger.figures import figures
from congdoan.ledger.indicator import find
from congdoan.org.queries import unit
from congdoan.records.actions import amend, withdraw
from congdoan.records.record import Record
from congdoan.reform import actions as reform
from congdoan.upward import actions, queries
from congdoan.upward.figures import BROKEN, National, national, why_not
from congdoan.upward.models import Cell
from congdoan.upward.sums import once
from tests.cast import BEGAN, care, found
from tests.upward.country import CENTRE, PROVINCES, Country, country, fold, inside, settled

pytestmark = [pytest.mark.django_db, pytest.mark.postgres]
YEAR, MARCH, MAY = Period.parse("2024"), date(2024, 3, 1), date(2024, 5, 2)
OTHER, LATER = Period.parse("2022"), date(2022, 8, 1)
STRETCHES = (
    "2024",
    "2023",
    "2024-H1",
    "2024-Q1",
    "2024-03",
    "2024-05",
    "hdcd:2024-H1",
    "2019-01-01/2024-03-01",
)


@pytest.fixture(scope="module")
def made(django_db_setup: None, django_db_blocker: Any) -> Iterator[Country]:
    with django_db_blocker.unblock():
        made = country()
        yield made
        made.gone()


def give(made: Country, name: str, count: int, part: str = "one", on: date = MARCH) -> Record:
    with inside(made.at[name]):
        record = care(made.units[f"{name}-{part}-cs"], made.funds[name], on, gifts=count)
    fold(made, name)
    return record


def gifts(made: Country, period: Period = YEAR) -> Any:
    """What the centre says of the country's gifts."""
    with inside(made.at[CENTRE]):
        return national(period, [find("CAR-04")])[0].told.value


def of(one: National, name: str) -> int | Decimal | None:
    return one.books[f"{name}-ldld"].value if one.books else None


def agrees(made: Country, period: Period) -> int:
    """The centre says of each province what that says of itself, wherever it says anything; how often it did."""
    with inside(made.at[CENTRE]):
        there = [one for one in national(period) if not (why_not(one.indicator) or one.why)]
    for name in PROVINCES:
        with inside(made.at[name]):
            own = figures(unit(f"{name}-ldld"), period, [one.indicator for one in there])
        assert {o.indicator.code: of(o, name) for o in there} == {o.indicator.code: o.value for o in own}
    return len(there)


def sound(made: Country) -> bool:
    """Whether the provinces and the centre find nothing that differs."""
    found = []
    for name in (*PROVINCES, CENTRE):
        with inside(made.at[name]):
            found += actions.verify(by=None)
            found += rollups.differences()
    return found == []


def cells(made: Country) -> list[tuple[object, ...]]:
    with inside(made.at[CENTRE]):
        return sorted(Cell.objects.exclude(quantity=0, entries=0).values_list())


def test_what_provinces_write_the_centre_says(made: Country) -> None:
    first, second = give(made, "laocai", 3), give(made, "yenbai", 4)
    give(made, "laocai", 2, "two", MAY)
    settled(made)
    assert gifts(made) == 9
    assert [agrees(made, Period.parse(code)) > 150 for code in STRETCHES] == [True] * len(STRETCHES)
    assert sound(made)
    with inside(made.at["laocai"]):
        rows = [{"name": "Lý Thị Thử", "cash": 500_000}]
        amend(record=first, by=None, why="ghi thừa", lines={"recipients": rows}, happened_on=MAY)
    with inside(made.at["yenbai"]):
        withdraw(record=second, by=None, why="ghi nhầm")
    fold(made, "laocai"), fold(made, "yenbai")
    settled(made)
    assert gifts(made) == 3
    assert [agrees(made, Period.parse(code)) > 150 for code in STRETCHES] == [True] * len(STRETCHES)
    assert sound(made)


def test_a_move_inside_a_province_changes_nothing_above(made: Country) -> None:
    give(made, "laocai", 3)
    settled(made)
    before = cells(made)
    with inside(made.at["laocai"]):
        reform.move(
            unit=made.units["laocai-one-cs"], to=made.units["laocai-two"], on=date(2024, 2, 1), by=None
        )
        rollups.rebuild()
    settled(made)
    assert before
    assert cells(made) == before
    assert sound(made)


def test_stopped_and_started_figures_come_later_and_are_never_wrong(made: Country) -> None:
    give(made, "laocai", 3, on=LATER), give(made, "yenbai", 1, on=LATER)
    settled(made)
    made.at["laocai"].stop()
    give(made, "yenbai", 1, on=LATER)
    assert gifts(made, OTHER) in (4, 5)
    made.at["laocai"].cluster.start()
    give(made, "laocai", 5, on=LATER)
    settled(made)
    assert gifts(made, OTHER) == 10
    made.at[CENTRE].stop()
    give(made, "laocai", 10, on=LATER), give(made, "yenbai", 20, on=LATER)
    made.at[CENTRE].cluster.start()
    assert gifts(made, OTHER) in (10, 20, 30, 40)
    settled(made)
    assert gifts(made, OTHER) == 40
    assert agrees(made, OTHER) > 150
    assert sound(made)


def test_at_every_moment_the_centre_holds_one_the_province_was_in(made: Country) -> None:
    period, seen = Period.parse("2021"), [0]
    for n in range(15):
        for name in PROVINCES:
            give(made, name, 1 + n % 3, on=date(2021, 1 + n % 12, 3))
        with inside(made.at[CENTRE]):
            assert queries.differences() == []
        seen.append(gifts(made, period))
    settled(made)
    assert seen == sorted(seen)
    assert gifts(made, period) == 2 * sum(1 + n % 3 for n in range(15))
    assert agrees(made, period) > 150


def test_what_the_centre_does_itself_is_one_line_more(made: Country) -> None:
    period, on = Period.parse("2020"), date(2020, 2, 3)
    give(made, "laocai", 3, on=on)
    with inside(made.at[CENTRE]):
        top = found("tld", "confederation", "Tổng Liên đoàn", None)
        fund = Fund.objects.create(code="tld", name="Quỹ", unit=top, source=Fund.Source.SOCIAL, from_on=BEGAN)
        actions.publish(code="tld", by=None)
        care(top, fund, on, gifts=5)
    fold(made, CENTRE)
    settled(made)
    assert gifts(made, period) == 8
    give(made, "laocai", 1, on=on)
    settled(made)
    assert gifts(made, period) == 9
    assert sound(made)
    with inside(made.at[CENTRE]):
        actions.unpublish(by=None)
    assert gifts(made, period) == 4
    assert agrees(made, period) > 150


def test_who_is_counted_once_is_known_of_whole_stretches_only(made: Country) -> None:
    give(made, "laocai", 3)
    give(made, "laocai", 2, "two", MAY)
    settled(made)
    people = find("care.tet_hardship_people")
    with inside(made.at[CENTRE]):
        broken = national(Period.parse("2024-01-05/2024-04-01"), [people])[0]
        assert (broken.told.value, broken.why) == (None, BROKEN)
        until = once(YEAR.until(date(2024, 4, 1)), [people.number], ["laocai-ldld"])
        assert until["laocai-ldld", people.number].value is None
        assert national(YEAR, [people])[0].summed


def said(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    """What the command prints; JSON read."""
    assert main(["upward", *arguments]) == 0
    text = capsys.readouterr().out
    return json.loads(text) if "--json" in arguments else text


def test_the_command_line_tells_what_is_sent_and_received(
    made: Country, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    give(made, "laocai", 3), give(made, "yenbai", 4)
    settled(made)
    with inside(made.at["laocai"]):
        own = said(capsys, "status", "--json")
        assert [one["connected"] for one in own["takers"]] == [True]
        assert "Khớp: 0 chênh lệch" in said(capsys, "verify")
    settled(made)
    with inside(made.at[CENTRE]):
        there = said(capsys, "status", "--json")["books"]
        assert [one["code"] for one in there if one["whole"]] == ["laocai-ldld", "yenbai-ldld"]
        assert there[0]["differences"] == 0
        assert there[0]["digest"] == own["books"][0]["digest"]
        (row,) = said(capsys, "figures", "--period", "2024", "--code", "CAR-04", "--json")
        assert row["value"] == gifts(made) == sum(told["value"] for told in row["books"].values())
        assert "laocai-ldld: " in said(capsys, "figures", "--period", "2024", "--code", "CAR-04", "--books")
        assert "Đã ghi" in said(capsys, "report", "--period", "2024", "--out", str(tmp_path / "bao-cao.xlsx"))
        assert main(["upward", "report", "--period", "2024", "--out", str(tmp_path / "bao-cao.pdf")]) == 1


def test_given_up_and_taken_again_it_is_all_there(made: Country) -> None:
    give(made, "laocai", 3), give(made, "yenbai", 4)
    settled(made)
    before = gifts(made)
    with inside(made.at[CENTRE]):
        actions.unsubscribe(code="laocai-ldld", by=None)
        assert "laocai-ldld" not in national(YEAR, [find("CAR-04")])[0].books
    give(made, "laocai", 1)
    with inside(made.at[CENTRE]):
        actions.subscribe(code="laocai-ldld", address=made.at["laocai"].address, by=None)
    settled(made)
    assert gifts(made) == before + 1
    assert sound(made)


def test_a_province_that_was_away_is_given_up_and_taken_again(made: Country) -> None:
    give(made, "laocai", 3)
    settled(made)
    before = gifts(made)
    made.at["laocai"].stop()
    with inside(made.at[CENTRE]):
        actions.unsubscribe(code="laocai-ldld", gone=True, by=None)
    made.at["laocai"].cluster.start()
    with inside(made.at["laocai"]), pytest.raises(Refused, match="Còn nơi nhận"):
        actions.unpublish(by=None)
    with inside(made.at[CENTRE]):
        with pytest.raises(Refused, match="PostgreSQL từ chối"):
            actions.subscribe(code="laocai-ldld", address=made.at["laocai"].address, by=None)
        actions.subscribe(code="laocai-ldld", address=made.at["laocai"].address, again=True, by=None)
    settled(made)
    assert gifts(made) == before
    assert sound(made)


def test_what_is_changed_at_the_centre_is_seen(made: Country) -> None:
    give(made, "laocai", 3)
    settled(made)
    with inside(made.at[CENTRE]):
        Cell.objects.filter(indicator=find("CAR-04").number, book="laocai-ldld").update(quantity=4)
        assert [one.book for one in actions.verify(by=None)] == ["laocai-ldld"]

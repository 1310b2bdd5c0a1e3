"""Regulations in force at employers."""

from datetime import date

import pytest

from congdoan.base.errors import Refused
from congdoan.records import actions, origin
from congdoan.records.record import Record
from congdoan.reform import relations
from tests.cast import Cast
from tests.records.said import parts, record, split

SPENDING, WORKING = "representation.spending_rule_share", "representation.democracy_rule_share"


def regulation(cast: Cast, at: str, *employers: str, on: date = date(2023, 3, 1), **fields: object) -> Record:
    rows = [{"employer": cast.employers[code]} for code in employers]
    return record("regulation", cast[at], on, **{"rule": "spending", **fields}, lines={"employers": rows})


def test_an_office_with_the_regulation_counts_among_those_liable(cast: Cast) -> None:
    regulation(cast, "laocai-tu-phap", "so-tu-phap")
    assert parts(SPENDING, cast["laocai-cdvc"], "2023-H1") == (1, 3)
    assert parts(SPENDING, cast["laocai-cdvc"], "2024-H1") == (1, 3)
    assert parts(SPENDING, cast["laocai-cdvc"], "2022") == (0, 3)
    assert parts(WORKING, cast["laocai-cdvc"], "2023-H1") == (0, 3)


def test_it_counts_up_to_its_last_day(cast: Cast) -> None:
    regulation(cast, "laocai-tu-phap", "so-tu-phap", last_on=date(2024, 6, 29))
    assert parts(SPENDING, cast["laocai-tu-phap"], "2024-01-01/2024-06-29") == (1, 1)
    assert parts(SPENDING, cast["laocai-tu-phap"], "2024-H1") == (0, 1)


def test_written_for_many_it_stands_at_the_union_of_each(cast: Cast) -> None:
    regulation(cast, "laocai-cdvc", "so-tu-phap", "so-y-te", "bao-laocai")
    assert parts(SPENDING, cast["laocai-cdvc"], "2023") == (3, 3)
    assert parts(SPENDING, cast["laocai-y-te"], "2023") == (1, 1)


def test_a_regulation_of_working_and_one_of_democracy_make_one_office(cast: Cast) -> None:
    regulation(cast, "laocai-tu-phap", "so-tu-phap", rule="working")
    regulation(cast, "laocai-tu-phap", "so-tu-phap", rule="democracy")
    assert parts(WORKING, cast["laocai-cdvc"], "2023") == (1, 3)
    assert split("representation.employers_with_democracy_rule", cast["laocai-cdvc"], "2023", "rule") == {
        "working": 1,
        "democracy": 1,
    }


def test_an_enterprise_is_not_among_those_liable(cast: Cast) -> None:
    regulation(cast, "muongkhuong-thcs", "may-muong-khuong")
    assert parts(SPENDING, cast["laocai-ldld"], "2023") == (0, 3)


@pytest.mark.parametrize(
    ("employers", "sentence"),
    [
        (
            ["so-tu-phap-yenbai"],
            "Dòng 1: ngày 01/03/2023 Sở Tư pháp tỉnh Yên Bái không thuộc Công đoàn Viên chức",
        ),
        (["so-y-te", "so-tu-phap", "so-y-te"], "Sở Y tế tỉnh Lào Cai có ở cả dòng 1 và dòng 3"),
        ([], "hãy thêm ít nhất một dòng"),
    ],
)
def test_who_is_not_organised_there_is_refused(cast: Cast, employers: list[str], sentence: str) -> None:
    with pytest.raises(Refused) as refused:
        regulation(cast, "laocai-cdvc", *employers)
    assert sentence in refused.value.sentence
    assert Record.objects.count() == 0


def test_an_office_no_longer_organised_is_refused(cast: Cast) -> None:
    organising = cast["laocai-y-te"].organisings.get()
    relations.stop_organising(organising=organising, on=date(2023, 1, 1), by=None)
    with pytest.raises(Refused, match="không thuộc"):
        regulation(cast, "laocai-y-te", "so-y-te")


def test_one_regulation_of_a_sort_at_a_time(cast: Cast) -> None:
    old = regulation(cast, "laocai-tu-phap", "so-tu-phap")
    with pytest.raises(
        Refused, match="đã có quy chế chi tiêu nội bộ từ 01/03/2023; hãy ghi ngày hết hiệu lực"
    ):
        regulation(cast, "laocai-cdvc", "so-tu-phap", on=date(2024, 1, 1))
    actions.amend(record=old, by=None, why="Đã thay quy chế mới", fields={"last_on": date(2023, 12, 31)})
    regulation(cast, "laocai-cdvc", "so-tu-phap", on=date(2024, 1, 1))
    assert parts(SPENDING, cast["laocai-cdvc"], "2024") == (1, 3)
    assert split("representation.employers_with_spending_rule", cast["laocai-cdvc"], "2024", "rule") == {
        "spending": 1
    }


def test_an_end_before_the_beginning_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused) as refused:
        regulation(cast, "laocai-tu-phap", "so-tu-phap", last_on=date(2023, 2, 28))
    assert refused.value.field == "last_on"


def test_moving_an_office_to_another_union_leaves_the_rule_as_it_was_drawn(cast: Cast) -> None:
    made = regulation(cast, "laocai-y-te", "so-y-te")
    organising = cast["laocai-y-te"].organisings.get()
    relations.stop_organising(organising=organising, on=date(2023, 7, 1), by=None)
    relations.organise(
        unit=cast["laocai-bao"], employer=cast.employers["so-y-te"], on=date(2023, 7, 1), by=None
    )
    drawn = {number: list(draws) for number, draws in origin._all()}
    assert [draw.unit for draw in drawn[made.pk]] == [cast["laocai-y-te"].pk]
    assert parts(SPENDING, cast["laocai-cdvc"], "2023") == (1, 3)

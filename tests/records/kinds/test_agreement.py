"""Collective agreements: signed, in force, amended, supervised; shift meals bargained."""

from datetime import date
from typing import Any

import pytest

from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.ledger.verify import verify
from congdoan.org.models import Unit
from congdoan.records import actions
from congdoan.records.record import Record
from tests.cast import Cast
from tests.records.said import parts, record, split, value

SIGNED, LAST = date(2024, 3, 1), date(2026, 2, 28)
SHARE = "representation.agreement_share"


def agreement(cast: Cast, on: date = SIGNED, at: str = "muongkhuong-thcs", **said: Any) -> Record:
    given = {"step": "signed", "sort": "enterprise", "last_on": LAST, **said}
    return record("agreement", cast[at], on, **given)


def in_force(unit: Unit, period: str) -> Any:
    return value("representation.agreements_in_force", unit, period)


def test_an_agreement_counts_when_signed_and_while_in_force(cast: Cast) -> None:
    signed = agreement(cast, first_on=date(2024, 4, 1))
    above = cast["laocai-ldld"]
    assert value("representation.agreements_signed", above, "2024-Q1") == 1
    assert [in_force(above, period) for period in ("2024-Q1", "2024", "2026-02", "2026-03")] == [0, 1, 1, 0]
    assert split("representation.agreements_in_force", above, "2024", "agreement") == {"enterprise": 1}
    assert parts(SHARE, above, "2024") == (1, 1)
    assert parts(SHARE, above, "2024-Q1") == (0, 1)
    assert signed.title == "Ký mới, ký lại thỏa ước, doanh nghiệp, 01 nơi"
    assert verify() == []


def test_what_it_gives_beyond_the_law_is_kept_clause_by_clause(cast: Cast) -> None:
    clauses = [
        {"topic": "pay", "better": "Thưởng Tết một tháng lương"},
        {"topic": "meal", "better": "Bữa ca 25.000"},
    ]
    signed = agreement(cast, lines={"clauses": clauses})
    assert signed.title.endswith("02 điều có lợi hơn luật")
    agreement(cast, date(2024, 6, 3), step="amended", about=signed, lines={"clauses": clauses[:1]})
    with pytest.raises(Refused, match="Chỉ lần ký, sửa đổi"):
        agreement(cast, date(2024, 7, 3), step="monitored", about=signed, lines={"clauses": clauses[:1]})


def test_ended_early_it_counts_no_longer(cast: Cast) -> None:
    signed = agreement(cast)
    actions.amend(record=signed, by=None, why="ký lại", fields={"last_on": date(2024, 8, 31)})
    assert in_force(cast["muongkhuong-thcs"], "2024") == 0
    agreement(cast, date(2024, 9, 1))
    assert in_force(cast["muongkhuong-thcs"], "2024") == 1


def test_an_amendment_is_no_new_agreement(cast: Cast) -> None:
    signed = agreement(cast)
    agreement(cast, date(2024, 6, 3), step="amended", about=signed)
    union = cast["muongkhuong-thcs"]
    assert value("representation.agreements_signed", union, "2024") == 1
    assert split("representation.agreements_amended", union, "2024", "agreement") == {"enterprise": 1}
    with pytest.raises(Refused, match="hãy hủy các việc ấy trước"):
        actions.withdraw(record=signed, by=None, why="nhầm")


def test_a_union_that_supervises_twice_is_one_union(cast: Cast) -> None:
    for day in (2, 9):
        agreement(cast, date(2024, 5, day), step="monitored")
    agreement(cast, step="meal")
    above = cast["laocai-ldld"]
    assert value("representation.agreement_monitors", above, "2024") == 1
    assert value("representation.meal_bargainers", above, "2024") == 1


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"sort": ""}, "sort"),
        ({"first_on": date(2024, 2, 1)}, "first_on"),
        ({"last_on": date(2024, 2, 1)}, "last_on"),
        ({"at": "muongkhuong-ldld"}, "employers"),
        ({"at": "muongkhuong-ldld", "step": "meal"}, "step"),
        ({"step": "amended"}, "about"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, said: dict[str, Any], field: str) -> None:
    with pytest.raises(Refused) as refused:
        agreement(cast, **said)
    assert refused.value.field == field
    assert Record.objects.count() == 0


def test_two_in_force_at_one_employer_are_refused(cast: Cast) -> None:
    agreement(cast, last_on=FOREVER)
    with pytest.raises(Refused, match="đã có thỏa ước từ 01/03/2024"):
        agreement(cast, date(2024, 9, 1))


def test_what_is_amended_must_be_in_force(cast: Cast) -> None:
    signed = agreement(cast, last_on=date(2024, 4, 30))
    with pytest.raises(Refused, match="không có hiệu lực"):
        agreement(cast, date(2024, 6, 3), step="amended", about=signed)

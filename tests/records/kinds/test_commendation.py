"""Commendations, at the union of who received them."""

import uuid
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from congdoan.base.errors import Refused
from congdoan.funds import actions as funds
from congdoan.funds.queries import balance
from congdoan.records import actions
from congdoan.records.kind import find
from congdoan.records.record import Record
from congdoan.records.titles import bonus, bonus_money
from tests.cast import Cast, found
from tests.records.said import member, record, split, value

DECIDED = date(2024, 1, 25)


def commendation(cast: Cast, at: str = "laocai-cdvc", **said: Any) -> Record:
    lines = {"awardees": said.pop("awardees", []), "collectives": said.pop("collectives", [])}
    fields = {"award": "certificate", "issuer": "province", "scope": "full", "achievement_year": 2023, **said}
    return record("commendation", cast[at], DECIDED, **fields, lines=lines)


def people(cast: Cast, code: str, count: int = 1) -> list[dict[str, Any]]:
    return [{"person": member(cast[code], f"Người {n}"), "union": cast[code]} for n in range(count)]


def groups(cast: Cast, code: str, count: int = 1) -> list[dict[str, Any]]:
    return [{"name": f"Phòng số {n}", "union": cast[code]} for n in range(count)]


def test_one_decision_commends_collectives_and_people(cast: Cast) -> None:
    made = commendation(
        cast, collectives=groups(cast, "laocai-y-te", 9), awardees=people(cast, "laocai-tu-phap", 41)
    )
    assert value("AWD-07", cast["laocai-cdvc"], "2023") == 9
    assert value("AWD-08", cast["laocai-cdvc"], "2023") == 41
    assert value("AWD-08", cast["laocai-tu-phap"], "2023") == 41
    assert value("AWD-08", cast["laocai-cdvc"], "2024") == 0
    assert made.title == "Bằng khen của LĐLĐ tỉnh, thành phố năm 2023: 09 tập thể và 41 cá nhân"


@pytest.mark.parametrize(
    ("award", "issuer", "collective", "individual"),
    [
        ("flag", "national", {"AWD-01"}, None),
        ("flag", "province", {"AWD-06"}, None),
        ("flag", "committee", set(), None),
        ("certificate", "national", {"AWD-02"}, {"AWD-03"}),
        ("certificate", "province", {"AWD-07"}, {"AWD-08"}),
        ("certificate", "committee", {"AWD-12"}, {"AWD-13"}),
        ("certificate", "other", set(), set()),
        ("creative", "national", {"AWD-04"}, {"AWD-04"}),
        ("medal", "national", None, {"AWD-05"}),
        ("letter", "upper", {"AWD-09", "AWD-18"}, {"AWD-10", "AWD-17"}),
        ("letter", "grassroots", {"AWD-11", "AWD-18"}, {"AWD-11", "AWD-17"}),
        ("letter", "province", {"AWD-18"}, {"AWD-17"}),
        ("letter", "other", set(), set()),
    ],
)
def test_each_award_counts_under_who_gave_it(
    cast: Cast, award: str, issuer: str, collective: set[str] | None, individual: set[str] | None
) -> None:
    for name, rows, codes in (("collectives", groups, collective), ("awardees", people, individual)):
        if codes is None:
            with pytest.raises(Refused, match="chỉ tặng"):
                commendation(cast, award=award, issuer=issuer, **{name: rows(cast, "laocai-bao")})
            continue
        made = commendation(cast, award=award, issuer=issuer, **{name: rows(cast, "laocai-bao")})
        counted = {f"AWD-{n:02d}" for n in range(1, 19) if value(f"AWD-{n:02d}", cast["laocai-cdvc"], "2023")}
        assert counted == codes
        actions.withdraw(record=made, by=None, why="Để thử cách khác")


def test_a_themed_certificate_counts_also_by_its_theme(cast: Cast) -> None:
    commendation(cast, scope="theme", topic="women", awardees=people(cast, "laocai-bao", 2))
    assert value("AWD-14", cast["laocai-cdvc"], "2023") == 2
    assert value("AWD-08", cast["laocai-cdvc"], "2023") == 2
    assert split("AWD-14", cast["laocai-cdvc"], "2023", "topic") == {"women": 2}
    assert split("AWD-08", cast["laocai-cdvc"], "2023", "scope") == {"theme": 2}


def test_an_award_to_the_union_itself_is_its_own_and_counts_from_its_superior_up(cast: Cast) -> None:
    union = cast["laocai-y-te"]
    commendation(cast, collectives=[{"name": "", "union": union}])
    assert value("AWD-15", union, "2023") == 1
    assert value("AWD-07", union, "2023") == 0
    assert [value("AWD-07", cast[above], "2023") for above in ("laocai-cdvc", "laocai-ldld")] == [1, 1]
    assert value("AWD-15", cast["laocai-cdvc"], "2023") == 0
    assert split("AWD-15", union, "2023", "award") == {"certificate": 1}


def test_a_collective_written_with_its_unions_name_is_the_union(cast: Cast) -> None:
    commendation(cast, collectives=[{"name": "cđcs văn phòng SỞ Y TẾ", "union": cast["laocai-y-te"]}])
    assert value("AWD-15", cast["laocai-y-te"], "2023") == 1
    assert value("AWD-07", cast["laocai-y-te"], "2023") == 0


def test_a_union_does_not_commend_itself(cast: Cast) -> None:
    with pytest.raises(Refused, match="không tự khen mình"):
        commendation(
            cast,
            "laocai-bao",
            award="letter",
            issuer="grassroots",
            collectives=[{"union": cast["laocai-bao"]}],
        )


@pytest.mark.parametrize(
    ("award", "issuer"),
    [
        ("certificate", "grassroots"),
        ("certificate", "upper"),
        ("flag", "upper"),
        ("creative", "province"),
        ("medal", "province"),
        ("letter", "committee"),
    ],
)
def test_no_level_gives_what_is_not_its_to_give(cast: Cast, award: str, issuer: str) -> None:
    with pytest.raises(Refused) as refused:
        commendation(cast, award=award, issuer=issuer, awardees=people(cast, "laocai-bao"))
    assert refused.value.field == "issuer"


def test_the_same_award_of_the_same_level_and_year_counts_once(cast: Cast) -> None:
    rows = people(cast, "laocai-tu-phap")
    with pytest.raises(Refused, match="cả dòng 1 và dòng 2"):
        commendation(cast, awardees=rows * 2)
    first = commendation(cast, "laocai-tu-phap", awardees=rows)
    with pytest.raises(
        Refused, match="đã có Bằng khen của LĐLĐ tỉnh, thành phố năm 2023, quyết định ngày 25/01/2024"
    ):
        commendation(cast, awardees=rows)
    commendation(cast, awardees=rows, issuer="committee")
    commendation(cast, awardees=rows, achievement_year=2022)
    actions.withdraw(record=first, by=None, why="Cấp trên ghi cả danh sách")
    commendation(cast, awardees=rows)
    assert value("AWD-08", cast["laocai-cdvc"], "2023") == 1


def test_a_collective_is_commended_once_too(cast: Cast) -> None:
    room = {"name": "Phòng Hành chính", "union": cast["laocai-bao"]}
    with pytest.raises(Refused, match="Phòng hành chính có ở cả dòng 1 và dòng 2"):
        commendation(cast, collectives=[room, room | {"name": "Phòng hành chính"}])
    commendation(cast, collectives=[room])
    with pytest.raises(Refused) as refused:
        commendation(cast, collectives=[room | {"name": "phòng  hành chính"}])
    assert refused.value.field == "collectives"
    commendation(cast, collectives=[room | {"union": cast["laocai-y-te"]}])
    assert value("AWD-07", cast["laocai-cdvc"], "2023") == 2


def test_nobody_is_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="ít nhất một cá nhân hoặc tập thể"):
        commendation(cast)


def test_recipients_of_other_branches_are_refused(cast: Cast) -> None:
    with pytest.raises(Refused, match="Dòng 1: CĐCS Sở Tư pháp Yên Bái không trực thuộc"):
        commendation(cast, awardees=people(cast, "yenbai-tu-phap"))


def test_a_union_that_did_not_exist_received_nothing(cast: Cast) -> None:
    young = found("laocai-moi", "grassroots", "CĐCS Mới lập", cast["laocai-cdvc"], on=date(2023, 12, 1))
    with pytest.raises(Refused) as refused:
        commendation(cast, collectives=[{"name": "Tổ Một", "union": young}])
    assert refused.value.sentence == (
        "Dòng 1: CĐCS Mới lập không hoạt động vào 30/11/2023, ngày chốt năm đạt thành tích 2023; "
        "hãy chọn năm hoặc công đoàn khác."
    )


def test_titles_of_the_state_count_their_people_and_collectives(cast: Cast) -> None:
    said: dict[str, Any] = {"at": "laocai-bao", "issuer": "employer"}
    commendation(cast, award="fighter", awardees=people(cast, "laocai-bao", 2), **said)
    commendation(cast, award="advanced_worker", awardees=people(cast, "laocai-bao", 23), **said)
    commendation(cast, award="excellent_collective", collectives=groups(cast, "laocai-bao", 2), **said)
    commendation(cast, award="advanced_collective", collectives=groups(cast, "laocai-bao", 3), **said)
    counted = [value(f"EMU-{n:02d}", cast["laocai-cdvc"], "2023") for n in (8, 9, 10, 11)]
    assert counted == [2, 23, 2, 3]


@given(tenths=st.integers(0, 200), salary=st.integers(0, 10_000_000))
def test_bonus_money_is_the_least_ten_thousands_not_under_the_product(tenths: int, salary: int) -> None:
    money = bonus_money(tenths, salary)
    assert money % 10_000 == 0
    assert 0 <= 10 * money - tenths * salary < 100_000


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("on", "amount", "mark"),
    [
        (date(2023, 6, 30), 450_000, "B"),
        (date(2023, 7, 1), 540_000, "B"),
        (date(2025, 6, 30), 710_000, "B"),
        (date(2025, 7, 1), 710_000, "A"),
        (date(2026, 7, 1), 760_000, "B"),
    ],
)
def test_the_bonus_follows_the_day_of_the_decision(on: date, amount: int, mark: str) -> None:
    found = bonus("advanced_worker", "employer", on, individual=True)
    assert found
    assert (found.amount, found.mark) == (amount, mark)


def test_bonus_money_by_the_rule_is_paid_where_and_when_it_is_decided(cast: Cast) -> None:
    said = {"award": "letter", "issuer": "upper", "bonus": "rule", "fund": cast.funds["cdvc-kinh-phi"]}
    made = commendation(cast, awardees=people(cast, "laocai-bao", 3), **said)
    assert value("AWD-16", cast["laocai-cdvc"], "2024") == 3 * 540_000  # 0,3 × 1.800.000
    assert value("AWD-16", cast["laocai-bao"], "2024") == 0
    assert split("AWD-16", cast["laocai-cdvc"], "2024", "source") == {"union": 3 * 540_000}
    actions.amend(record=made, by=None, why="Sai ngày", happened_on=date(2024, 7, 2))
    assert value("AWD-16", cast["laocai-cdvc"], "2024") == 3 * 710_000  # 0,3 × 2.340.000 = 702.000


def test_bonus_money_is_a_payment_of_its_fund(cast: Cast) -> None:
    fund = cast.funds["cdvc-kinh-phi"]
    funds.open_book(fund=fund, day=date(2024, 1, 1), opening=2_000_000, by=None)
    said = {"award": "letter", "issuer": "upper", "bonus": "rule", "fund": fund}
    made = commendation(cast, awardees=people(cast, "laocai-bao", 3), **said)
    assert balance(fund, DECIDED) == 2_000_000 - 3 * 540_000
    with pytest.raises(Refused):
        commendation(cast, awardees=people(cast, "laocai-y-te", 3), **said)
    actions.withdraw(record=made, by=None, why="Thu hồi")
    assert balance(fund, DECIDED) == 2_000_000


def test_money_without_a_rule_or_without_a_fund_is_refused(cast: Cast) -> None:
    fund = cast.funds["cdvc-kinh-phi"]
    with pytest.raises(Refused, match="chưa có mức tiền thưởng Giấy khen cho tập thể vào ngày 25/01/2024"):
        commendation(cast, award="letter", bonus="rule", fund=fund, collectives=groups(cast, "laocai-bao"))
    rows = [row | {"money": 500_000} for row in people(cast, "laocai-bao")]
    with pytest.raises(Refused, match="hãy chọn nguồn kinh phí"):
        commendation(cast, bonus="listed", awardees=rows)
    with pytest.raises(Refused, match="Dòng 1 có tiền thưởng"):
        commendation(cast, awardees=rows)


def test_what_is_written_from_something_else_changes_only_through_it(cast: Cast) -> None:
    above = uuid.uuid4()
    said = {"award": "letter", "issuer": "upper", "achievement_year": 2023}
    made = actions.add(
        kind=find("commendation"), unit=cast["laocai-cdvc"], happened_on=DECIDED, by=None,
        fields=said, lines={"awardees": people(cast, "laocai-bao")}, through=above,
    )  # fmt: skip
    with pytest.raises(Refused, match="ở trang quyết định"):
        actions.withdraw(record=made, by=None, why="Nhầm")
    actions.withdraw(record=made, by=None, why="Thu hồi", through=above)
    assert value("AWD-10", cast["laocai-cdvc"], "2023") == 0

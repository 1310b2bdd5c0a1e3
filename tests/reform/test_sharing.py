"""A union that is split by rule: by the job written down, by the union members came from, by employer."""

from datetime import date
from typing import Any

import pytest

from congdoan.archive.state import state
from congdoan.base.errors import Refused
from congdoan.base.period import Period
from congdoan.ledger.verify import verify
from congdoan.members.joining import admit
from congdoan.members.keeping import issue_card
from congdoan.members.models import Person
from congdoan.org.models import Employer, Organising, Unit
from congdoan.reform import plan, relations, reorganising
from congdoan.reform.checking import faults
from tests.cast import BEGAN, Cast, care
from tests.ledger.book import value
from tests.reform.planned import drafted
from tests.reform.test_plan_pages import admin, sent, text

pytestmark = pytest.mark.django_db
ON, JOINED, MARCH = date(2024, 7, 1), date(2024, 1, 5), date(2024, 3, 1)
AFTER, H1 = Period.between(ON, ON), Period.parse("2024-H1")
JOBS = ("Giáo viên mầm non", "Giáo viên", "Kế toán", "Lái xe", "")


def split(rule: dict[str, Any], **more: Any) -> plan.Plan:
    new = [
        {"do": "found", "code": code, "kind": "grassroots", "name": name, "under": "laocai-cdvc"}
        for code, name in (("bao-in", "CĐCS Báo in"), ("bao-hinh", "CĐCS Báo hình"))
    ]
    step = {"do": "split", "unit": "laocai-bao", "into": ["bao-in", "bao-hinh"], "rule": rule, **more}
    return plan.understood({"name": "Chia", "unit": "tld", "on": ON, "step": [*new, step]})


def total(code: str) -> Any:
    return value("members.total", Unit.objects.get(code=code), AFTER)


@pytest.fixture
def staffed(cast: Cast) -> Cast:
    """A union of five people with jobs."""
    for number, job in enumerate(JOBS):
        held = admit(unit=cast["laocai-bao"], on=JOINED, by=None, name=f"Giàng A Thử {number}")
        issue_card(membership=held, number=f"LC0000{number}", kind="plain", issue="new", on=MARCH, by=None)
        Person.objects.filter(pk=held.person_id).update(job=job)
    return cast


def test_who_has_such_a_job_goes_there_lists_go_first(staffed: Cast) -> None:
    before = state()
    meant = split({"bao-hinh": {"job": "giao vien"}}, members={"bao-hinh": ["LC00003"]})
    seen = reorganising.preview(meant).told["shared"]
    assert [(row["listed"], row["by_rule"], row["rest"]) for row in seen] == [(0, 0, 2), (1, 2, 0)]
    assert seen[1]["rule"] == "nghề, chức danh: giao vien"
    one = reorganising.carry_out(plan=meant, by=None)
    assert (total("bao-in"), total("bao-hinh")) == (2, 3)
    assert verify() == []
    reorganising.take_back(one=one, by=None)
    assert {name for name, part in state().parts.items() if before.parts.get(name) != part} <= {
        "reform.Reorganisation"
    }


def test_work_goes_with_the_people_it_counts(staffed: Cast) -> None:
    unit, fund = staffed["laocai-bao"], staffed.funds["laocai-xa-hoi"]
    people = list(Person.objects.filter(memberships__unit=unit).order_by("pk"))
    teachers, both = people[:2], people[1:3]
    for given in (teachers, both):
        lines = [{"person": one, "cash": 500_000} for one in given]
        care(unit, fund, MARCH, programme="visit", occasion="hardship", lines=lines)
    one = reorganising.carry_out(plan=split({"bao-hinh": {"job": "giáo viên"}}), by=None)
    assert [row["records_by_rule"] for row in one.told["shared"]] == [0, 1]
    held = [value("CAR-01", Unit.objects.get(code=code), H1, tree=ON) for code in ("bao-in", "bao-hinh")]
    assert held == [2, 2]


def test_a_workplace_goes_where_its_rule_says(staffed: Cast) -> None:
    unit = staffed["laocai-bao"]
    press = Employer.objects.create(
        code="nha-in", name="Nhà in", name_key="nha in", enterprise=True, from_on=BEGAN
    )
    relations.organise(unit=unit, employer=press, on=BEGAN, by=None)
    one = reorganising.carry_out(plan=split({"bao-hinh": {"employer": "nha-in"}}), by=None)
    there = Organising.objects.filter(unmade=None, to_on__gt=ON).exclude(unit=unit)
    where = dict(there.filter(unit__code__startswith="bao-").values_list("employer__code", "unit__code"))
    assert where.pop("nha-in") == "bao-hinh"
    assert set(where.values()) == {"bao-in"}
    assert [row["employers"] for row in one.told["shared"]] == [0, 1]
    assert verify() == []


def test_members_who_came_from_a_union_part_with_it_again(book: Cast) -> None:
    merge = {"do": "merge", "units": ["laocai-y-te"], "into": "laocai-tu-phap"}
    reorganising.carry_out(
        plan=plan.understood({"name": "Nhập", "unit": "tld", "on": date(2024, 5, 1), "step": [merge]}),
        by=None,
    )
    found = {
        "do": "found",
        "code": "y-te-moi",
        "kind": "grassroots",
        "name": "CĐCS Y tế mới",
        "under": "laocai-cdvc",
    }
    part = {
        "do": "split",
        "unit": "laocai-tu-phap",
        "into": ["y-te-moi"],
        "keeps": True,
        "rule": {"y-te-moi": {"from": "laocai-y-te"}},
    }
    said = {"name": "Tách", "unit": "tld", "on": ON, "step": [found, part]}
    one = reorganising.carry_out(plan=plan.understood(said), by=None)
    assert (total("laocai-tu-phap"), total("y-te-moi")) == (3, 4)
    assert [row["rest"] for row in one.told["shared"]] == [0, 3]


def test_what_the_book_does_not_know_is_no_rule() -> None:
    with pytest.raises(Refused, match="sổ không biết “place”"):
        split({"bao-hinh": {"place": "Sa Pa"}})


def test_a_rule_for_nobody_is_refused(cast: Cast) -> None:
    told = "; ".join(faults(split({"bao-anh": {"from": "khong-co", "employer": "khong-co"}})))
    for why in (
        "không ở trong những công đoàn nhận",
        "không có công đoàn nào mang mã “khong-co”",
        "không phải mã cơ quan",
    ):
        assert why in told


def test_a_rule_is_written_in_words(cast: Cast) -> None:
    drafted(cast)
    said = {"unit": "laocai-cdvc", "into": "laocai-tu-phap\nlaocai-y-te"}
    wrong = sent(admin(cast), "them/split", **said, rule="CĐCS Sở Tư pháp; tổ: Một")
    assert "hãy ghi nghề:" in text(wrong)
    rule = "CĐCS Sở Tư pháp; nghề: Giáo viên\nlaocai-y-te; từ: CĐCS Báo Lào Cai"
    answer = sent(admin(cast), "them/split", **said, rule=rule)
    assert answer.status_code == 302, text(answer)
    assert "CĐCS Sở Tư pháp nhận theo nghề, chức danh: Giáo viên" in text(admin(cast).get(answer.url))
    page = text(admin(cast).get(answer.url + "/buoc/4"))
    assert "từ: CĐCS Báo Lào Cai" in page

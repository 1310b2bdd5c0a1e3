"""Numbers are given one after the other and never twice; what a paper said before stays readable."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.django import TestCase

from congdoan.base.errors import Refused
from congdoan.ledger.verify import verify
from congdoan.papers import actions, queries
from congdoan.papers.models import Paper
from congdoan.records.files import read
from tests.cast import Cast, gather
from tests.papers.acts import DAY, OTHER, UPPER, came, out
from tests.records.pictures import photo, sent
from tests.records.said import parts


def test_each_sort_and_year_has_numbers_of_its_own(cast: Cast) -> None:
    papers = [
        out(cast),
        out(cast),
        out(cast, sort="plan"),
        out(cast, on=date(2023, 5, 1)),
        out(cast, at=OTHER),
    ]
    assert [paper.code for paper in papers] == [
        "01/CĐVC", "02/CĐVC", "01/KH-CĐVC", "01/CĐVC", "01/CĐCS",
    ]  # fmt: skip


def test_papers_in_are_numbered_as_they_come_whatever_their_sort(cast: Cast) -> None:
    papers = [came(cast), came(cast, sort="plan", symbol="07/KH-LĐLĐ"), came(cast, on=date(2023, 5, 1))]
    assert [(paper.number, paper.code) for paper in papers] == [
        (1, "15/LĐLĐ"),
        (2, "07/KH-LĐLĐ"),
        (1, "15/LĐLĐ"),
    ]


def test_a_withdrawn_number_stays_and_is_not_given_again(cast: Cast) -> None:
    first = out(cast)
    actions.withdraw(paper=first, by=None, why="Ghi trùng")
    assert out(cast).number == 2
    with pytest.raises(Refused, match="đã hủy; số đã cấp không dùng lại"):
        out(cast, number=1)


def test_an_older_paper_keeps_the_number_it_bears(cast: Cast) -> None:
    assert out(cast, number=40).number == 40
    assert out(cast).number == 41
    assert out(cast, number=7).number == 7
    with pytest.raises(Refused) as refused:
        out(cast, number=40)
    assert refused.value.field == "number"


class AnyHistory(TestCase):
    @settings(max_examples=6)
    @given(st.lists(st.sampled_from(["letter", "plan", "in", "withdraw"]), max_size=7))
    def test_numbers_the_book_gives_have_no_gaps_whatever_is_withdrawn(self, steps: list[str]) -> None:
        cast, standing = gather(), list[Paper]()
        for step in steps:
            if step == "withdraw":
                actions.withdraw(paper=standing.pop(), by=None, why="Nhầm") if standing else None
            else:
                standing.append(came(cast) if step == "in" else out(cast, sort=step))
        for sort in ("letter", "plan"):
            rows = Paper.objects.filter(unit=cast[UPPER], way="out", sort=sort).order_by("number")
            assert list(rows.values_list("number", flat=True)) == [*range(1, steps.count(sort) + 1)]


def test_the_same_form_sent_twice_takes_one_number(cast: Cast) -> None:
    first = out(cast)
    assert out(cast, uid=first.uid) == first
    assert out(cast).number == 2


def test_amending_keeps_the_number_and_what_was_said_before(cast: Cast) -> None:
    paper = out(cast, signer="Nguyễn Văn Ký")
    amended = actions.amend(paper=paper, by=None, why="Sai trích yếu", subject="Giải bóng chuyền")
    assert (amended.number, amended.subject) == (1, "Giải bóng chuyền")
    assert [version.content["subject"] for version in paper.versions.order_by("pk")] == [
        "Tổ chức Hội thao", "Giải bóng chuyền",
    ]  # fmt: skip
    with pytest.raises(Refused, match="Số đã cấp thuộc loại và năm ấy"):
        actions.amend(paper=paper, by=None, why="Nhầm loại", sort="plan")


def test_a_paper_is_dealt_with_once_it_is_answered(cast: Cast) -> None:
    asked = came(cast, due_on=date(2024, 3, 20))
    due = [(one.what, one.due_on) for one in queries.due(cast[UPPER], DAY)]
    assert due == [("Công văn số 15/LĐLĐ: Đăng ký thi đua", date(2024, 3, 20))]
    answer = out(cast, "Về việc đăng ký thi đua", answers=asked)
    assert queries.due(cast[UPPER], DAY) == []
    actions.withdraw(paper=answer, by=None, why="Ban hành lại")
    assert len(queries.due(cast[UPPER], DAY)) == 1
    actions.finish(paper=asked, on=date(2024, 3, 18), by=None)
    assert queries.due(cast[UPPER], DAY) == []


def test_papers_issued_are_digitised_when_born_so_or_scanned(cast: Cast) -> None:
    scanned, _, _ = out(cast), out(cast, digital=True), out(cast)
    came(cast)
    scan = actions.keep_scan(paper=scanned, content=read(sent("vb.jpg", photo())), by=None)
    assert parts("DIG-03", cast[UPPER], "2024") == (2, 3)
    actions.remove_scan(scan=scan, by=None, why="Nhầm tệp")
    actions.withdraw(paper=Paper.objects.get(digital=True), by=None, why="Nhầm")
    assert parts("DIG-03", cast[UPPER], "2024") == (0, 2)
    assert verify() == []


@pytest.mark.parametrize(
    ("said", "field"),
    [
        ({"subject": " "}, "subject"),
        ({"issuer": ""}, "issuer"),
        ({"arrived_on": date(2024, 3, 1)}, "arrived_on"),
        ({"due_on": date(2024, 3, 1)}, "due_on"),
        ({"number": 0}, "number"),
    ],
)
def test_what_cannot_be_is_refused(cast: Cast, said: dict[str, object], field: str) -> None:
    with pytest.raises(Refused) as refused:
        came(cast, **said)  # type: ignore[arg-type]
    assert refused.value.field == field
    assert not Paper.objects.exists()


def test_only_a_paper_out_answers_a_paper_in_of_the_same_union(cast: Cast) -> None:
    elsewhere = came(cast, at=OTHER)
    with pytest.raises(Refused, match="cùng công đoàn"):
        out(cast, answers=elsewhere)

"""A superior asks for a report by a day; each union's is on time or late by the days alone."""

from datetime import date

import pytest

from congdoan.base.errors import Refused
from congdoan.ledger.verify import verify
from congdoan.papers import actions, asking, queries, sending
from tests.cast import Cast
from tests.papers.acts import OTHER, UNION, UPPER, asked_for, out, owed
from tests.records.said import parts

DUE = date(2024, 6, 20)


def test_reports_count_where_they_are_owed_on_the_day_they_are_due(cast: Cast) -> None:
    asked = asked_for(cast)
    assert parts("DIG-02", cast[UPPER], "2024-H1") == (0, 2)
    asking.file(due=owed(asked, cast), on=DUE, by=None)
    asking.file(due=owed(asked, cast, OTHER), on=date(2024, 6, 21), by=None)
    assert parts("DIG-02", cast[UPPER], "2024-H1") == (1, 2)
    assert parts("DIG-02", cast[UNION], "2024-06") == (1, 1)
    assert verify() == []


def test_what_was_said_to_be_filed_and_was_not_is_owed_again(cast: Cast) -> None:
    due = owed(asked_for(cast), cast)
    asking.file(due=due, on=DUE, by=None)
    assert queries.due(cast[UNION], DUE) == []
    asking.unfile(due=due, why="Gửi nhầm tệp", by=None)
    assert [one.what for one in queries.due(cast[UNION], DUE)] == ["Nộp Báo cáo 6 tháng đầu năm 2024"]
    assert parts("DIG-02", cast[UPPER], "2024") == (0, 2)


def test_a_request_withdrawn_leaves_nothing_owed(cast: Cast) -> None:
    asked = asked_for(cast)
    asking.withdraw(asked=asked, why="Gộp vào báo cáo năm", by=None)
    assert parts("DIG-02", cast[UPPER], "2024") == (None, None)
    assert queries.due(cast[UNION], DUE) == []
    with pytest.raises(Refused, match="thôi yêu cầu"):
        asking.file(due=owed(asked, cast), on=DUE, by=None)


def test_the_paper_that_files_a_report_is_the_unions_own_and_stays(cast: Cast) -> None:
    due, report = owed(asked_for(cast), cast), out(cast, on=date(2024, 6, 18), at=UNION, sort="report")
    for paper, on in ((out(cast), DUE), (report, date(2024, 6, 17))):
        with pytest.raises(Refused):
            asking.file(due=due, on=on, paper=paper, by=None)
    asking.file(due=due, on=DUE, paper=report, by=None)
    with pytest.raises(Refused, match="báo cáo đã nộp"):
        actions.withdraw(paper=report, by=None, why="Nhầm")


@pytest.mark.parametrize("codes", [(UPPER,), ("yenbai-tu-phap",)])
def test_only_unions_under_it_are_asked(cast: Cast, codes: tuple[str, ...]) -> None:
    with pytest.raises(Refused) as refused:
        asked_for(cast, *codes)
    assert refused.value.field == "unions"


def test_a_filed_report_comes_in_at_the_superior_with_its_number_and_day(cast: Cast) -> None:
    report = out(cast, "Báo cáo 6 tháng", date(2024, 6, 18), at=UNION, sort="report", signer="Nguyễn Thị Mai")
    due = owed(asked_for(cast), cast)
    asking.file(due=due, on=DUE, paper=report, by=None)
    (came,) = queries.register(cast[UPPER], "in")
    said = (came.code, came.sort, came.dated_on, came.arrived_on, came.issuer, came.signer)
    assert said == (report.code, "report", report.dated_on, DUE, "CĐCS Sở Tư pháp", "Nguyễn Thị Mai")
    asking.unfile(due=due, why="Gửi nhầm", by=None)
    assert [(one.number, bool(one.withdrawn_id)) for one in queries.register(cast[UPPER], "in")] == [
        (1, True)
    ]


def test_one_paper_that_answers_two_requests_comes_in_once(cast: Cast) -> None:
    report = out(cast, on=date(2024, 6, 18), at=UNION, sort="report")
    first, second = (owed(asked_for(cast, UNION), cast) for _ in range(2))
    for due in (first, second):
        asking.file(due=due, on=DUE, paper=report, by=None)
    asking.unfile(due=first, why="Gửi nhầm", by=None)
    assert queries.register(cast[UPPER], "in").get().withdrawn_id is None


def test_what_the_sender_says_anew_its_superior_reads_anew(cast: Cast) -> None:
    report = out(cast, on=date(2024, 6, 18), at=UNION, sort="report")
    came = sending.send(paper=report, to=cast[UPPER], on=DUE, by=None)
    said = {"subject": "Báo cáo sơ kết", "symbol": "BC-CĐTP"}
    actions.amend(paper=report, by=None, why="Sai trích yếu", **said)
    came.refresh_from_db()
    assert (came.subject, came.code, came.versions.count()) == ("Báo cáo sơ kết", "01/BC-CĐTP", 2)
    actions.withdraw(paper=report, by=None, why="Ghi trùng")
    came.refresh_from_db()
    assert came.withdrawn_id

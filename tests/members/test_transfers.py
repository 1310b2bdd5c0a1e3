"""Chuyển sinh hoạt: both ends, and nothing at a union that has both under it."""

from datetime import date, timedelta

import pytest

from congdoan.base.errors import Refused
from congdoan.ledger import rollups
from congdoan.ledger.verify import verify
from congdoan.members import leaving, transfers, undoing
from congdoan.members.due import due
from congdoan.members.models import Membership, Transfer
from congdoan.members.queries import members_on, union_of
from congdoan.reform import actions as reform
from tests.cast import Cast
from tests.members.register import figures, one
from tests.records.filled import as_

pytestmark = pytest.mark.django_db
APRIL, MAY = date(2024, 4, 1), date(2024, 5, 1)
HERE, THERE, FAR = "laocai-tu-phap", "laocai-y-te", "muongkhuong-thcs"
FLOWS = ("transferred_in", "transferred_out", "net_growth")


@pytest.fixture(params=[40, 3], ids=["counted", "kept in sums"])
def large(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Sums are kept of large unions only; here of every upper one too."""
    monkeypatch.setattr(rollups, "LARGE", request.param)


def asked(cast: Cast, to: str = THERE) -> Transfer:
    return transfers.ask(membership=one(cast[HERE], woman=True), to=cast[to], on=APRIL, by=None)


def received(cast: Cast, to: str = THERE) -> Membership:
    return transfers.accept(transfer=asked(cast, to), on=MAY, by=None)


def test_until_it_is_answered_nothing_changes(cast: Cast) -> None:
    asked(cast)
    assert figures(cast[HERE], "total", *FLOWS) == [1, 0, 0, 1]
    assert figures(cast[THERE], "total", *FLOWS) == [0, 0, 0, 0]


def test_the_member_stands_at_one_end_on_every_day(cast: Cast) -> None:
    person = received(cast).person
    assert [union_of(person, day).code for day in (APRIL, date(2024, 4, 30), MAY)] == [HERE, HERE, THERE]
    assert [members_on(cast["laocai-cdvc"], day).count() for day in (APRIL, MAY)] == [1, 1]


@pytest.mark.usefixtures("large")
def test_a_transfer_is_nothing_to_the_union_above_both_ends(cast: Cast) -> None:
    received(cast, FAR)
    for fold in (False, True):
        rollups.fold_all() if fold else None
        assert figures(cast[HERE], "total", "women", *FLOWS) == [0, 0, 0, 1, 0]
        assert figures(cast["laocai-cdvc"], "total", *FLOWS) == [0, 0, 1, 0]
        assert figures(cast["muongkhuong-ldld"], "total", *FLOWS) == [1, 1, 0, 1]
        assert figures(cast["laocai-ldld"], "total", "women", *FLOWS) == [1, 1, 0, 0, 1]
    assert verify() == []


@pytest.mark.usefixtures("large")
def test_a_transfer_taken_back_leaves_the_member_where_they_were(cast: Cast) -> None:
    held = received(cast, FAR)
    rollups.fold_all()
    undoing.undo(membership=held, by=None, why="nhầm người")
    for fold in (False, True):
        rollups.fold_all() if fold else None
        assert figures(cast["laocai-cdvc"], "total", *FLOWS) == [1, 0, 0, 1]
        assert figures(cast["muongkhuong-ldld"], "total", *FLOWS) == [0, 0, 0, 0]
    assert Transfer.objects.get().state == "withdrawn"
    assert verify() == []


def test_a_question_nobody_answers_is_late_after_thirty_days_at_both_ends_and_above(cast: Cast) -> None:
    asked(cast, FAR)
    for waited, late in ((30, False), (31, True)):
        for unit in (HERE, FAR, "laocai-ldld"):
            (waiting,) = due(cast[unit], APRIL + timedelta(days=waited))
            assert waiting.since_on == APRIL
            assert (waiting.due_on == MAY) == late
    assert waiting.what == "01 đề nghị chuyển sinh hoạt ở cấp dưới chờ trả lời, 01 đã quá 30 ngày"
    answer = as_(cast, "chair").get("/doan-vien/chuyen")
    assert "chờ quá 30 ngày" in answer.content.decode()


def test_an_answered_question_is_not_answered_again(cast: Cast) -> None:
    question = asked(cast)
    transfers.refuse(transfer=question, why="chưa đủ hồ sơ", by=None)
    for answer in (
        lambda: transfers.accept(transfer=question, on=MAY, by=None),
        lambda: transfers.withdraw(transfer=question, why="x", by=None),
    ):
        with pytest.raises(Refused, match="đã có trả lời: không tiếp nhận"):
            answer()
    assert figures(cast[HERE], "total") == [1]


@pytest.mark.parametrize(
    ("to", "said"),
    [(HERE, "ở chính"), ("laocai-cdvc", "không phải công đoàn cơ sở"), ("laocai-bao", "đã kết thúc")],
)
def test_where_nobody_can_go(cast: Cast, to: str, said: str) -> None:
    reform.close(unit=cast["laocai-bao"], last_day=MAY, by=None)
    cast["laocai-bao"].refresh_from_db()
    with pytest.raises(Refused, match=said):
        asked(cast, to)


def test_a_question_nobody_answered_holds_up_a_leave_and_another_question(cast: Cast) -> None:
    question = asked(cast)
    with pytest.raises(Refused, match="đang chờ CĐCS Văn phòng Sở Y tế trả lời"):
        leaving.leave(membership=question.membership, on=MAY, reason="retired", by=None)
    with pytest.raises(Refused, match="hãy rút đề nghị ấy trước"):
        transfers.ask(membership=question.membership, to=cast[FAR], on=APRIL, by=None)
    transfers.withdraw(transfer=question, why="nghỉ hưu", by=None)
    leaving.leave(membership=question.membership, on=MAY, reason="retired", by=None)
    assert figures(cast[HERE], "total", "lost", "transferred_out") == [0, 1, 0]


def test_nobody_is_received_before_they_were_a_member(cast: Cast) -> None:
    with pytest.raises(Refused, match="hãy chọn ngày sau"):
        transfers.accept(transfer=asked(cast), on=date(2024, 2, 5), by=None)

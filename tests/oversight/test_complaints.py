"""One file number from hand to hand; counted where it was received, forwarded, taken and resolved."""

from datetime import date, timedelta

import pytest

from congdoan.base.errors import Refused
from congdoan.ledger.verify import verify
from congdoan.oversight import handling, queries
from congdoan.oversight.models import Complaint
from tests.cast import Cast
from tests.oversight.acts import UPPER, received, step
from tests.records.said import parts, split, value

TAKEN, DONE = date(2024, 3, 10), date(2024, 4, 1)


def test_a_number_once_given_stays_wherever_it_is_sent(cast: Cast) -> None:
    one, two = received(cast), received(cast, "proposal")
    assert [one.number, two.number] == ["001/2024-laocai-bao", "002/2024-laocai-bao"]
    step(one, "forwarded", to=cast[UPPER])
    assert (one.number, one.holder) == ("001/2024-laocai-bao", cast[UPPER])
    assert received(cast, at=UPPER).number == "001/2024-laocai-cdvc"


def test_forwarded_upward_it_is_received_once_and_resolved_where_it_was_taken(cast: Cast) -> None:
    one = received(cast)
    step(one, "forwarded", to=cast[UPPER])
    step(one, "taken", TAKEN, due_on=DONE)
    step(one, "worked", TAKEN)
    step(one, "resolved", DONE, outcome="partly", restored=3)
    own = {"scope": "own"}
    for code, at_bao, at_upper in (("COM-02", 1, 0), ("COM-05", 1, 0), ("COM-03", 0, 1), ("COM-06", 0, 3)):
        assert value(code, cast["laocai-bao"], "2024-H1") == at_bao
        assert value(code, cast[UPPER], "2024-H1", **own) == at_upper
    assert parts("COM-04", cast[UPPER], "2024-H1") == (1, 1)
    assert split("COM-03", cast[UPPER], "2024", "outcome") == {"partly": 1}
    assert split("COM-02", cast[UPPER], "2024", "petition") == {"complaint": 1}
    assert verify() == []


def test_within_competence_counts_on_the_day_it_came(cast: Cast) -> None:
    one = received(cast)
    step(one, "taken", date(2024, 4, 2), due_on=date(2024, 5, 1))
    assert value("complaints.within_competence", cast["laocai-bao"], "2024-Q1") == 1


@pytest.mark.parametrize(
    ("what", "said", "state"),
    [("sent_away", {"to_outside": "Sở Nội vụ"}, "sent_away"), ("guided", {}, "guided")],
)
def test_what_is_not_ours_is_sent_on_or_its_sender_told_where_to(
    cast: Cast, what: str, said: dict[str, str], state: str
) -> None:
    one = received(cast)
    step(one, what, **said)
    assert one.state == state
    assert value("COM-05", cast["laocai-bao"], "2024") == 1
    with pytest.raises(Refused, match="đã xong"):
        step(one, "taken", TAKEN, due_on=DONE)


def test_a_step_taken_back_takes_its_figures_with_it(cast: Cast) -> None:
    one = received(cast)
    step(one, "taken", TAKEN, due_on=DONE)
    step(one, "resolved", DONE, outcome="right")
    with pytest.raises(Refused, match="lý do"):
        handling.take_back(complaint=one, why="", by=None)
    handling.take_back(complaint=one, why="nhầm đơn", by=None)
    one.refresh_from_db()
    assert (one.state, one.due_on) == ("taken", DONE)
    assert value("COM-03", cast["laocai-bao"], "2024") == 0
    assert verify() == []


@pytest.mark.parametrize(
    ("before", "what", "said", "field"),
    [
        ([], "resolved", {"outcome": "right"}, "what"),
        ([], "taken", {}, "due_on"),
        ([], "taken", {"due_on": date(2024, 3, 2)}, "due_on"),
        ([], "forwarded", {}, "to"),
        ([], "sent_away", {}, "to_outside"),
        ([], "guided", {"on": date(2024, 2, 1)}, "on"),
        (["taken"], "resolved", {}, "outcome"),
        (["taken"], "forwarded", {}, "what"),
    ],
)
def test_a_step_out_of_its_order_or_half_said_is_refused(
    cast: Cast,
    before: list[str],
    what: str,
    said: dict,
    field: str,  # type: ignore[type-arg]
) -> None:
    one = received(cast)
    for name in before:
        step(one, name, due_on=DONE)
    with pytest.raises(Refused) as refused:
        step(one, what, said.pop("on", TAKEN), **said)
    assert refused.value.field == field
    assert one.steps.count() == len(before)


def test_a_proposal_is_answered_and_found_neither_right_nor_wrong(cast: Cast) -> None:
    one = received(cast, "proposal")
    step(one, "taken", TAKEN, due_on=DONE)
    step(one, "resolved", DONE)
    assert one.state == "resolved"
    assert value("COM-03", cast["laocai-bao"], "2024") == 1


def test_who_sent_a_denunciation_is_for_its_handler_and_inspectors(cast: Cast) -> None:
    users = cast.users
    one = received(cast, "denunciation", at=UPPER, by=users["officer"].pk)
    may = {part: queries.may_see_who(users[part], one) for part in ("officer", "inspector", "chair")}
    assert may == {"officer": True, "inspector": True, "chair": False}
    other = received(cast, "denunciation", at=UPPER, by=users["inspector"].pk)
    assert not queries.may_see_who(users["officer"], other)
    assert queries.may_see_who(users["officer"], received(cast, at=UPPER))


def test_each_sees_what_came_to_their_unions_or_went_through_them(cast: Cast) -> None:
    here, one = received(cast, at="laocai-tu-phap"), received(cast)
    seen = {part: set(queries.complaints_seen(user)) for part, user in cast.users.items()}
    assert seen["chair"] == {here}
    assert seen["officer"] == seen["inspector"] == {here, one}
    assert seen["reader"] == seen["administrator"] == seen["neighbour"] == seen["stranger"] == set()
    step(here, "forwarded", to=cast["laocai-ldld"])
    assert set(queries.complaints_seen(cast.users["chair"])) == {here}


def test_what_is_due_is_said_by_number_alone(cast: Cast) -> None:
    one = received(cast, sender="Người Gửi", content="chuyện riêng")
    step(one, "taken", TAKEN, due_on=DONE)
    (due,) = queries.due([cast["laocai-bao"]], DONE + timedelta(days=1))
    assert (due.what, due.due_on) == (f"Giải quyết Đơn số {one.number}", DONE)
    assert Complaint.objects.count() == 1

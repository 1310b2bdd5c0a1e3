"""A meeting is prepared ahead, its delegates come or do not, and the book counts it once it was held."""

from datetime import date, timedelta

import pytest

from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.ledger import actions as ledger
from congdoan.ledger.verify import verify
from congdoan.meetings import actions, asking, queries, reading
from congdoan.meetings.models import Delegate
from congdoan.members.actions import add_person
from congdoan.officers.queries import term_on
from tests.cast import Cast
from tests.meetings.gathered import UNIT, UPPER, prepared
from tests.officers.bench import elect, woman
from tests.records.said import parts, record, value

pytestmark = pytest.mark.django_db
DAY = date(2024, 1, 5)


def test_a_meeting_to_come_counts_nothing_until_it_was_held(cast: Cast) -> None:
    meeting = prepared(cast, today() - timedelta(days=1))
    year = str(meeting.on.year)
    assert (value("CNG-01", cast[UPPER], year), meeting.held) == (0, False)
    made = actions.hold(meeting=meeting, on=meeting.on, attendance=45, by=None)
    again = actions.hold(meeting=meeting, on=meeting.on, attendance=45, by=None)
    assert (made.pk, made.title) == (again.pk, "Hội nghị tổng kết, Hội nghị tổng kết năm 2023, 45 lượt người")
    assert value("CNG-01", cast[UPPER], year) == 1


def test_a_meeting_is_not_held_before_its_day(cast: Cast) -> None:
    meeting = prepared(cast, today() + timedelta(days=9))
    with pytest.raises(Refused, match="chưa tới"):
        actions.hold(meeting=meeting, on=meeting.on, attendance=45, by=None)
    meeting.refresh_from_db()
    assert meeting.record is None


def test_a_bench_taken_twice_is_asked_once(cast: Cast) -> None:
    meeting = prepared(cast)
    assert asking.invite(meeting=meeting, delegates=asking.from_below(cast[UPPER], today()), by=None) == 0
    roll = queries.roll(meeting)
    assert [(label, len(rows)) for label, rows in roll.benches] == [
        ("Khách mời", 2),
        ("Công đoàn trực thuộc", 3),
    ]


def test_the_list_goes_by_bench_then_rank_then_given_name(cast: Cast) -> None:
    meeting = prepared(cast)
    seated = [("Lê Văn Bản", "member"), ("Đỗ Thị Yên", "chair"), ("Trần Thị An", "member")]
    elect(cast[UPPER], *[(woman(cast[UPPER], name), role) for name, role in seated])
    asking.invite(meeting=meeting, delegates=asking.from_committee(cast[UPPER], today()), by=None)
    names = [one.called for one in queries.roll(meeting).delegates][:5]
    assert names == ["Hà Văn Ân", "Bùi Thị Khách", "Đỗ Thị Yên", "Trần Thị An", "Lê Văn Bản"]


def test_roll_call_counts_and_the_record_takes_its_number(cast: Cast) -> None:
    meeting = prepared(cast, DAY)
    first, second, *_ = queries.roll(meeting).delegates
    asking.mark(delegate=first, state="absent", reason="đi công tác", by=None)
    assert asking.mark_rest(meeting=meeting, by=None) == 4
    asking.mark(delegate=second, state="invited", by=None)
    roll = queries.roll(meeting)
    assert (roll.came, roll.asked, [one.reason for one in roll.absent]) == (3, 5, ["đi công tác"])
    actions.hold(meeting=meeting, on=DAY, attendance=60, by=None)
    meeting.refresh_from_db()
    actions.take_count(meeting=meeting, came=roll.came, by=None)
    assert value("CNG-02", cast[UPPER], "2024") == 3


def test_a_gathering_already_recorded_gets_its_list_once(cast: Cast) -> None:
    said = record("gathering", cast[UPPER], DAY, what="meeting", meeting="committee", about="Kỳ họp thứ 3")
    meeting = actions.take_up(record=said, by=None)
    assert (meeting.sort, meeting.about, meeting.day, meeting.held) == (
        "committee",
        "Kỳ họp thứ 3",
        DAY,
        True,
    )
    assert actions.take_up(record=said, by=None) == meeting


def test_what_is_coming_is_told_to_who_calls_and_who_is_called(cast: Cast) -> None:
    day = today()
    prepared(cast, day + timedelta(days=5))
    own, asked = queries.coming(cast[UPPER], day), queries.coming(cast[UNIT], day)
    assert [(one.page, one.due_on) for one in own] == [("meeting", day + timedelta(days=5))]
    assert [(one.page, one.whose) for one in asked] == [("meeting_invitation", cast[UPPER])]
    assert queries.coming(cast["yenbai-tu-phap"], day) == []


def test_a_meeting_given_up_is_written_no_more(cast: Cast) -> None:
    meeting = prepared(cast)
    actions.drop(meeting=meeting, why="Hoãn sang quý sau", by=None)
    assert queries.coming(cast[UPPER], today()) == []
    with pytest.raises(Refused, match="đã bỏ"):
        actions.hold(meeting=meeting, on=meeting.on, attendance=3, by=None)


def test_somebody_of_the_register_comes_with_their_post(cast: Cast) -> None:
    meeting = prepared(cast)
    person = add_person(unit=cast[UNIT], name="Giàng Seo Lử")
    one = asking.known(person, meeting)
    assert (one.called, one.from_where, one.bench) == (
        "Giàng Seo Lử",
        "CĐCS Sở Tư pháp",
        Delegate.Bench.MEMBER,
    )


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("7h30; Đón tiếp; Văn phòng", ("7 giờ 30", "Đón tiếp", "Văn phòng")),
        ("14 giờ: Bế mạc", ("14 giờ", "Bế mạc", "")),
        ("08:15\tChào cờ\tBan tổ chức", ("8 giờ 15", "Chào cờ", "Ban tổ chức")),
        ("8 hội viên phát biểu", ("", "8 hội viên phát biểu", "")),
        ("95 năm ngày thành lập Công đoàn", ("", "95 năm ngày thành lập Công đoàn", "")),
    ],
)
def test_an_agenda_is_read_as_people_write_it(line: str, read: tuple[str, str, str]) -> None:
    (point,) = reading.points(line)
    assert (reading.clock(point.starts), point.what, point.who) == read
    assert reading.points(reading.as_text([point])) == [point]


def test_an_hour_there_is_none_of_is_refused_by_its_line() -> None:
    with pytest.raises(Refused, match="Dòng 2"):
        reading.points("8h; Khai mạc\n27h; Bế mạc")


def test_a_meeting_whose_minutes_are_in_the_book_is_digitised(cast: Cast) -> None:
    meeting = prepared(cast, DAY)
    actions.hold(meeting=meeting, on=DAY, attendance=60, by=None)
    assert parts("DIG-03", cast[UPPER], "2024") == (0, 1)
    actions.write(meeting=meeting, course="Khai mạc.", by=None)
    assert parts("DIG-03", cast[UPPER], "2024") == (1, 1)
    actions.write(meeting=meeting, course="", by=None)
    assert parts("DIG-03", cast[UPPER], "2024") == (0, 1)
    assert verify() == []


def test_minutes_written_after_the_books_are_closed_move_no_figure(cast: Cast) -> None:
    meeting = prepared(cast, DAY)
    actions.hold(meeting=meeting, on=DAY, attendance=60, by=None)
    ledger.close(unit=cast[UPPER], first=DAY, last=DAY, by=None, why="Khóa sổ")
    assert actions.write(meeting=meeting, course="Khai mạc.", by=None).course == "Khai mạc."
    assert parts("DIG-03", cast[UPPER], "2024") == (0, 1)


def test_a_congress_is_written_down_once_and_counts_everywhere(cast: Cast) -> None:
    unit = cast[UNIT]
    meeting = actions.prepare(unit=unit, sort="congress", about="Đại hội lần thứ X", on=DAY, by=None)
    said = {"held_as": "plenary", "term_number": "X", "called": 40, "women_present": 21}
    made = actions.hold(meeting=meeting, on=DAY, attendance=38, by=None, **said)
    assert made.title == "Đại hội toàn thể nhiệm kỳ X"
    assert [value(code, unit, "2024") for code in ("ORG-12", "CNG-01", "CNG-02")] == [1, 1, 38]
    assert str(term_on(unit, DAY)) == "Nhiệm kỳ X (2024–2029)"
    with pytest.raises(Refused, match="mẫu riêng"):
        record("gathering", unit, DAY, what="meeting", meeting="congress", attendance=38)


def test_a_congress_already_recorded_gets_its_list_and_its_minutes(cast: Cast) -> None:
    said = record("congress", cast[UNIT], DAY, held_as="plenary", term_number="X", present=38)
    meeting = actions.take_up(record=said, by=None)
    actions.write(meeting=meeting, conclusion="Bầu 07 ủy viên.", by=None)
    assert (meeting.sort, queries.attendance(meeting)) == ("congress", 38)
    assert parts("DIG-03", cast[UNIT], "2024") == (1, 1)

"""A conference of the upper union of the cast, prepared; samples of this room's addresses."""

from datetime import date
from typing import Any

from congdoan.base.period import today
from congdoan.meetings import actions, asking, reading
from congdoan.meetings.models import Delegate, Meeting
from tests.cast import Cast
from tests.records.said import record

UNIT, UPPER = "laocai-tu-phap", "laocai-cdvc"
GUESTS = "Bùi Thị Khách; Phó Chủ tịch; LĐLĐ tỉnh Lào Cai\nHà Văn Ân; Ủy viên; Ban Dân vận"
AGENDA = "7h30; Đón tiếp đại biểu\n8h: Báo cáo tổng kết; Chủ tịch\n10 giờ 30; Bế mạc"


def prepared(cast: Cast, on: date | None = None, **more: Any) -> Meeting:
    """Hội nghị tổng kết, with an agenda, two guests and the chairs of the unions below."""
    about, unit = "Hội nghị tổng kết năm 2023", cast[UPPER]
    meeting = actions.prepare(unit=unit, sort="year_end", about=about, on=on or today(), by=None, **more)
    actions.set_agenda(meeting=meeting, points=reading.points(AGENDA), by=None)
    guests = asking.typed(reading.people(GUESTS), Delegate.Bench.GUEST)
    below = asking.from_below(unit, meeting.on)
    asking.invite(meeting=meeting, delegates=[*below, *guests], by=None)
    return meeting


def met(cast: Cast) -> dict[str, dict[str, Any]]:
    """The meeting of the upper union, one of its delegates, a gathering recorded."""
    meeting = prepared(cast)
    delegate = meeting.delegates.filter(bench=Delegate.Bench.GUEST).first()
    assert delegate
    said = record("gathering", cast[UPPER], date(2024, 1, 5), what="meeting", meeting="year_end")
    return {
        **each(
            "meeting meeting_change meeting_agenda meeting_drop meeting_held meeting_count", uid=meeting.uid
        ),
        **each("meeting_invitation delegates delegates_type delegates_pick", uid=meeting.uid),
        **each("meeting_minutes meeting_task pack_zip", uid=meeting.uid),
        **each("pack_file pack_number", uid=meeting.uid, part="giay-moi"),
        **each("roll_call roll_call_rest", uid=meeting.uid),
        **each("delegates_take", uid=meeting.uid, source="chu-tich"),
        **each("delegate_mark delegate_absent delegate_drop", uid=delegate.uid),
        **each("gathering_meeting meeting_take_up", uid=said.uid),
    }


def each(names: str, **arguments: Any) -> dict[str, dict[str, Any]]:
    """The same arguments for several addresses."""
    return dict.fromkeys(names.split(), arguments)

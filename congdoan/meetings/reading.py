"""Lists as people type or paste them: an agenda, delegates; one line each, its parts between semicolons or tabs."""

import re
from datetime import time
from typing import NamedTuple

from congdoan.base.errors import Refused
from congdoan.base.text import nfc, tidy_name

CLOCK = re.compile(
    r"(\d{1,2})\s*(?:giờ|[hg](?!\w*[^\W\d])|:)\s*(\d{1,2})?(?:\s*phút)?\s*[.:,–-]?\s*", re.IGNORECASE
)
MOST_POINTS, MOST_PEOPLE = 60, 1000


class Point(NamedTuple):
    """A point of the agenda."""

    starts: time | None
    what: str
    who: str


class Named(NamedTuple):
    """Somebody typed in: the name, the post, where from."""

    name: str
    title: str
    organisation: str


def points(text: str) -> list[Point]:
    """ "7h30; Đón tiếp đại biểu; Văn phòng" as a point; the hour may stand before the text without a semicolon."""
    found = [_point(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(found) > MOST_POINTS:
        raise Refused(f"Chương trình nhiều nhất {MOST_POINTS} mục; hãy gộp bớt.", "agenda")
    return found


def as_text(agenda: list[Point]) -> str:
    """The agenda as it may be typed again."""
    return "\n".join("; ".join(_parts_of(point)) for point in agenda)


def clock(starts: time | None) -> str:
    """ "7 giờ 30", "14 giờ"; empty where no hour is said."""
    if starts is None:
        return ""
    return f"{starts.hour} giờ {starts.minute:02d}" if starts.minute else f"{starts.hour} giờ"


def people(text: str) -> list[Named]:
    """ "Trần Thị Vân; Phó Chủ tịch; LĐLĐ tỉnh" as somebody. A line that begins with ";" names a post alone."""
    found = [_named(n, line) for n, line in enumerate(text.splitlines(), 1) if line.strip()]
    if len(found) > MOST_PEOPLE:
        raise Refused(f"Mỗi lần thêm nhiều nhất {MOST_PEOPLE} người; hãy chia danh sách.", "people")
    return found


def _parts_of(point: Point) -> list[str]:
    hour = f"{point.starts:%H:%M}" if point.starts else ""
    return [part for part in (hour, point.what, point.who) if part]


def _point(n: int, line: str) -> Point:
    clocked = CLOCK.match(line.strip())
    starts = _time(n, clocked) if clocked else None
    rest = line.strip()[clocked.end() :] if clocked else line
    parts = [part for part in _parts(rest) if part]
    if not parts:
        raise Refused(f"Dòng {n} chưa có nội dung; hãy ghi giờ; nội dung; người thực hiện.", "agenda")
    return Point(starts, parts[0][:300], "; ".join(parts[1:])[:150])


def _time(n: int, clocked: re.Match[str]) -> time:
    try:
        return time(int(clocked[1]), int(clocked[2] or 0))
    except ValueError:
        raise Refused(f"Dòng {n}: không có giờ “{clocked[0].strip()}”; hãy ghi như 7h30.", "agenda") from None


def _named(n: int, line: str) -> Named:
    name, title, organisation = (*_parts(line), "", "")[:3]
    if not (name or title):
        raise Refused(f"Dòng {n} chưa có tên; hãy ghi họ tên; chức vụ; nơi công tác.", "people")
    return Named(tidy_name(name)[:100], title[:150], organisation[:200])


def _parts(line: str) -> list[str]:
    return [nfc(part) for part in re.split(r"[;\t]", line)]

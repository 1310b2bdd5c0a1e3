"""The papers of a meeting that come of its own list, agenda and minutes, as Word files; the same content gives the same bytes."""

from collections.abc import Sequence
from typing import Any

from django.utils import timezone

from congdoan.base.docx import Paper
from congdoan.base.period import today
from congdoan.base.words import small
from congdoan.org.queries import parent
from congdoan.papers.models import Paper as Register
from congdoan.records.paper_templates import WIDTH
from congdoan.records.papers import signed

from . import queries
from .models import Delegate, Meeting
from .numbering import paper_of
from .paper_templates import FOLDER, SECTIONS
from .parts import Part, register
from .reading import clock

Sort = Register.Sort
BLANK = "……………………………………………"  # to be filled in by hand
ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII")
HEADS = (("STT", False), ("Họ và tên", False), ("Chức vụ, nơi công tác", False), ("Điểm danh", False))


def invitation(meeting: Meeting) -> bytes:
    """Giấy mời: one for each who is asked; while nobody is, one to fill in by hand."""
    paper = Paper(FOLDER / "invitation.docx")
    common = around(meeting, dated=False) | _number(meeting, "giay-moi", "GM")
    common["công đoàn mời"] = meeting.unit.name
    asked = [_addressed(one) for one in queries.roll(meeting).delegates] or [f"Đồng chí {BLANK}"]
    paper.pages([common | {"người được mời": whom} for whom in asked])
    return written(paper, meeting, "Giấy mời")


def agenda(meeting: Meeting) -> bytes:
    """Chương trình."""
    paper = Paper(FOLDER / "agenda.docx")
    rows = [
        {"giờ": clock(line.starts), "nội dung": line.what, "ai": line.who} for line in meeting.agenda.all()
    ]
    paper.repeat("mục", rows)
    paper.say(around(meeting, dated=False))
    return written(paper, meeting, "Chương trình")


def delegates(meeting: Meeting) -> bytes:
    """Danh sách đại biểu, under headings, with who came once the roll was called."""
    paper, roll = Paper(FOLDER / "delegates.docx"), queries.roll(meeting)
    heads = HEADS if roll.called else HEADS[:-1]
    everyone = [_listed(n, one)[: len(heads)] for n, one in enumerate(roll.delegates, start=1)]
    for number, (label, rows) in enumerate(roll.benches):
        paper.heading("các nhóm", f"{ROMAN[number]}. {label} ({small(len(rows))})")
        listed = [_listed(n, one)[: len(heads)] for n, one in enumerate(rows, start=1)]
        paper.table("các nhóm", heads, listed, WIDTH, like=everyone)
    paper.say(around(meeting) | {"các nhóm": "", "tổng": _counted(roll)})
    return written(paper, meeting, "Danh sách đại biểu")


def sign_list(meeting: Meeting) -> bytes:
    """Danh sách ký nhận: the same list, with room to sign."""
    paper, roll = Paper(FOLDER / "sign_list.docx"), queries.roll(meeting)
    rows = [
        {"stt": str(n), "tên": one.called, "nơi": one.from_where}
        for n, one in enumerate(roll.delegates, start=1)
    ]
    paper.repeat("người", rows)
    paper.say(around(meeting) | {"tổng": f"Danh sách gồm {small(roll.asked)} người."})
    return written(paper, meeting, "Danh sách ký nhận")


def minutes(meeting: Meeting) -> bytes:
    """Biên bản: who was there, what was said, voted and concluded."""
    paper = Paper(FOLDER / "minutes.docx")
    for n, (heading, text) in enumerate(_sections(meeting), start=1):
        paper.say({f"đề mục {n}": f"{ROMAN[n - 1]}. {heading}"})
        paper.lines(f"nội dung {n}", text)
    given = give_tasks(paper, meeting)
    paper.say(
        around(meeting)
        | _number(meeting, "bien-ban", "BB")
        | {f"{what} {n}": "" for n in range(1, SECTIONS + 1) for what in ("đề mục", "nội dung")}
        | {
            "mở đầu": f"{_when(meeting)}, tại {meeting.place or BLANK}, {meeting.unit.name} tổ chức {_lower(meeting)}.",
            "giao việc": "Cuộc họp giao các việc sau:" if given else "",
            "kết thúc": "Biên bản được thông qua trước cuộc họp; cuộc họp kết thúc hồi …… giờ …… cùng ngày.",
            "người chủ trì": _name(meeting.chair),
            "người thư ký": _name(meeting.secretary),
        }
    )
    return written(paper, meeting, "Biên bản")


def notice(meeting: Meeting) -> bytes:
    """Thông báo kết luận: what was concluded and who is to do what by when."""
    paper = Paper(FOLDER / "notice.docx")
    paper.lines("kết luận", meeting.conclusion.splitlines())
    given = give_tasks(paper, meeting)
    opening = f"Ngày {meeting.day:%d/%m/%Y}, {meeting.unit.name} tổ chức {_lower(meeting)}."
    closing = f"{meeting.unit.name} thông báo để các công đoàn, bộ phận liên quan biết, thực hiện./."
    paper.say(
        around(meeting, dated=False)
        | _number(meeting, "thong-bao-ket-luan", "TB")
        | {
            "mở đầu": f"{opening} Sau khi nghe báo cáo và các ý kiến, cuộc họp kết luận như sau:",
            "giao việc": "Giao nhiệm vụ:" if given else "",
            "kết thúc": closing,
        }
    )
    return written(paper, meeting, "Thông báo kết luận")


def around(meeting: Meeting, *, dated: bool = True) -> dict[str, str]:
    """What every paper of a meeting says; `dated`: signed on its day, else the day is left to be written."""
    found, above = signed(meeting.unit, meeting.day), parent(meeting.unit, meeting.day)
    if not dated:
        place = found["địa danh, ngày"].split(",")[0] if "," in found["địa danh, ngày"] else "……"
        found["địa danh, ngày"] = f"{place}, ngày …… tháng …… năm {meeting.day.year}"
    return found | {
        "tên": meeting.about,
        "tên thường": _lower(meeting),
        "thời gian": _time(meeting),
        "địa điểm": meeting.place or BLANK,
        "chủ trì": meeting.chair or found["chức vụ ký"].capitalize(),
        "nơi nhận trên": f"- {above.name};" if above else "",
    }


def _number(meeting: Meeting, slug: str, short: str) -> dict[str, str]:
    """The number and day it bears in the register; without one, room to write it."""
    paper = paper_of(meeting, slug)
    if paper is None:
        return {"số": f"……/{short}-……"}
    day = signed(meeting.unit, paper.dated_on)["địa danh, ngày"]
    return {"số": paper.code, "địa danh, ngày": day}


def give_tasks(paper: Paper, meeting: Meeting) -> int:
    """The table of what the meeting asked for: what, who, by when; how many lines."""
    lines = [one.line for one in queries.tasks(meeting, today())]
    rows = [
        {"stt": str(n), "nội dung": line.what, "ai": line.who, "hạn": f"{line.due_on:%d/%m/%Y}"}
        for n, line in enumerate(lines, start=1)
    ]
    paper.repeat("việc", rows)
    return len(rows)


def _sections(meeting: Meeting) -> list[tuple[str, list[str]]]:
    """The parts of the minutes that say something."""
    found = (
        ("Thành phần tham dự", _attended(meeting)),
        ("Nội dung, diễn biến", meeting.course.splitlines()),
        ("Ý kiến phát biểu", meeting.opinions.splitlines()),
        ("Biểu quyết", meeting.votes.splitlines()),
        ("Kết luận", meeting.conclusion.splitlines()),
    )
    return [(heading, lines) for heading, lines in found if lines]


def _attended(meeting: Meeting) -> list[str]:
    roll = queries.roll(meeting)
    absent = "; ".join(f"{one.called}{f' ({one.reason})' if one.reason else ''}" for one in roll.absent)
    lines = [f"Chủ trì: {meeting.chair or BLANK}.", f"Thư ký: {meeting.secretary or BLANK}."]
    if roll.asked:
        lines.append(_counted(roll) + (f" Vắng: {absent}." if absent else ""))
    return lines


def _counted(roll: queries.Roll) -> str:
    asked = f"Đại biểu được mời: {small(roll.asked)}."
    return f"Có mặt {small(roll.came)}/{small(roll.asked)} đại biểu được mời." if roll.called else asked


def _listed(number: int, one: Delegate) -> list[str]:
    state = (one.reason and f"Vắng: {one.reason}") or one.get_state_display()
    return [str(number), one.called, one.from_where, "" if one.state == one.State.INVITED else state]


def _addressed(one: Delegate) -> str:
    return f"Đồng chí {', '.join(part for part in (one.called, one.from_where) if part)}"


def _time(meeting: Meeting) -> str:
    day = f"ngày {meeting.day:%d/%m/%Y}"
    return f"{clock(meeting.starts)}, {day}" if meeting.starts else day


def _when(meeting: Meeting) -> str:
    return f"Vào hồi {clock(meeting.starts) or '…… giờ ……'} ngày {meeting.day:%d/%m/%Y}"


def _lower(meeting: Meeting) -> str:
    return meeting.about[:1].lower() + meeting.about[1:]


def _name(said: str) -> str:
    """Of "Đồng chí Hoàng Thị Lan, Chủ tịch" what stands under a signature."""
    return said.split(",")[0].removeprefix("Đồng chí ").removeprefix("đồng chí ")


def written(paper: Paper, meeting: Meeting, label: str) -> bytes:
    """The file, of the moment the meeting was last changed."""
    return paper.written(f"{label}. {meeting.about}", meeting.changed.at or timezone.now())


def _nothing(meeting: Meeting) -> str:
    return ""


def _nobody(meeting: Meeting) -> str:
    return "" if meeting.delegates.exists() else "Chưa mời ai."


def _no_agenda(meeting: Meeting) -> str:
    return "" if meeting.agenda.exists() else "Chưa có chương trình."


def _no_minutes(meeting: Meeting) -> str:
    return "" if meeting.minuted else "Chưa ghi biên bản."


def _no_conclusion(meeting: Meeting) -> str:
    return "" if meeting.conclusion or queries.tasks(meeting, today()) else "Chưa ghi kết luận."


def announce() -> None:
    """Tell which papers there are."""
    parts: Sequence[tuple[Any, ...]] = (
        ("giay-moi", "Giấy mời", 10, invitation, _nothing, Sort.INVITATION, "Mời dự"),
        ("chuong-trinh", "Chương trình", 20, agenda, _no_agenda),
        ("danh-sach-dai-bieu", "Danh sách đại biểu", 30, delegates, _nobody),
        ("danh-sach-ky-nhan", "Danh sách ký nhận", 40, sign_list, _nobody),
        ("bien-ban", "Biên bản", 80, minutes, _no_minutes, Sort.MINUTES, "Biên bản"),
        ("thong-bao-ket-luan", "Thông báo kết luận", 90, notice, _no_conclusion, Sort.NOTICE, "Kết luận"),
    )
    for part in parts:
        register(Part(*part))

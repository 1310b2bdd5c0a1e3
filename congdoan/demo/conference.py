"""Two meetings: the conference at which Sơn Bình's public sector union summed up 2023, and one that Lào Cai prepares.

Guests are named by their posts alone; the other delegates are made-up people of the register.
"""

from datetime import date, time, timedelta

from congdoan.base.period import today
from congdoan.meetings import actions, asking, concluding, numbering, parts, queries, reading
from congdoan.meetings.models import Delegate, Meeting
from congdoan.org.models import Unit
from congdoan.papers import planning

from .moments import as_of, moment, working_day
from .pen import Pen

HELD_ON, PREPARED_ON = date(2024, 1, 5), date(2023, 12, 22)
EACH = (4, 4, 4, 3, 3, 3, 3, 3, 3, 3)  # members who come from each union, beside its chair
REASONS = ("đi công tác", "đi công tác", "có việc gia đình")
AGENDA = """7h30; Đón tiếp đại biểu, phát tài liệu; Văn phòng
8h00; Chào cờ, giới thiệu đại biểu; Ban Tổ chức
8h15; Báo cáo tổng kết năm 2023, nhiệm vụ trọng tâm năm 2024; Thường trực
9h00; Thảo luận; Đại biểu các công đoàn cơ sở
9h45; Phát biểu chỉ đạo; Lãnh đạo Liên đoàn Lao động tỉnh
10h15; Trao Cờ thi đua, Bằng khen, Giấy khen; Ban Tổ chức
10h45; Kết luận, bế mạc; Chủ tịch"""
GUESTS = """;Chủ tịch;Liên đoàn Lao động tỉnh Sơn Bình
;Phó Bí thư Thường trực;Đảng ủy Khối các cơ quan và doanh nghiệp tỉnh"""
SAID = {
    "chair": "Đồng chí Cao Thị Thơm, Chủ tịch Công đoàn Viên chức tỉnh",
    "secretary": "Chánh Văn phòng",
    "course": "Hội nghị nghe báo cáo tổng kết phong trào công nhân, viên chức, lao động và hoạt động công đoàn năm 2023.\n"
    "Trao 01 Cờ thi đua, Bằng khen cho 03 tập thể, 13 cá nhân của Liên đoàn Lao động tỉnh; Giấy khen cho 04 tập thể, 37 cá nhân.",
    "opinions": "Các công đoàn cơ sở nêu cách làm tốt trong thăm hỏi đoàn viên và đề nghị tập huấn nghiệp vụ đầu năm.\n"
    "Lãnh đạo Liên đoàn Lao động tỉnh ghi nhận kết quả, đề nghị năm 2024 bám cơ sở hơn nữa.",
    "votes": "Thông qua nhiệm vụ trọng tâm năm 2024: 42/42 đại biểu đồng ý.",
    "conclusion": "Các chỉ tiêu thi đua năm 2023 đều đạt và vượt.\nNăm 2024 tập trung vào năm nhiệm vụ giao dưới đây.",
}
TASKS = (
    ("Thăm hỏi, chăm lo đoàn viên khó khăn dịp Tết Giáp Thìn", "Các công đoàn cơ sở", date(2024, 2, 5)),
    (
        "Tuyên truyền nghị quyết đại hội công đoàn các cấp",
        "Ban Tuyên giáo, các công đoàn cơ sở",
        date(2024, 6, 30),
    ),
    (
        "Thi đua chào mừng 95 năm ngày thành lập Công đoàn Việt Nam",
        "Thường trực, các công đoàn cơ sở",
        date(2024, 7, 28),
    ),
    ("Hướng dẫn hội nghị cán bộ, công chức, viên chức, thực hiện quy chế dân chủ", "Thường trực", date(2024, 3, 31)),
    ("Vận động ủng hộ các quỹ xã hội, từ thiện", "Các công đoàn cơ sở", date(2024, 10, 31)),
)  # fmt: skip


def meet() -> str:
    """The conference with its list, minutes and tasks; the coming meeting of Lào Cai."""
    held, coming = _conference(Pen("conference", "tinh-cdvc")), _coming(Pen("conference ahead"))
    roll = queries.roll(held)
    return f"{roll.asked} đại biểu, {len(TASKS)} việc giao; {queries.roll(coming).asked} người được mời"


def _conference(pen: Pen) -> Meeting:
    union, by = pen.upper, pen.keeper(pen.upper)
    with as_of(moment(PREPARED_ON)):
        meeting = actions.prepare(
            unit=union, sort="year_end", about="Hội nghị tổng kết năm 2023, triển khai nhiệm vụ năm 2024", on=HELD_ON,
            starts=time(8), place="Hội trường Liên đoàn Lao động tỉnh", by=by,
        )  # fmt: skip
        actions.set_agenda(meeting=meeting, points=reading.points(AGENDA), by=by)
        asking.invite(meeting=meeting, delegates=_asked(pen, union), by=by)
        numbering.number(meeting=meeting, part=parts.PARTS["giay-moi"], asked=35, on=PREPARED_ON, by=by)
    with as_of(moment(HELD_ON)):
        for delegate, reason in zip(queries.roll(meeting).delegates[-3:], REASONS, strict=True):
            asking.mark(delegate=delegate, state="absent", reason=reason, by=by)
        asking.mark_rest(meeting=meeting, by=by)
    with as_of(moment(HELD_ON + timedelta(days=3))):
        actions.write(meeting=meeting, by=by, **SAID)
        actions.hold(meeting=meeting, on=HELD_ON, attendance=queries.roll(meeting).came, by=by)
        lines = [
            concluding.charge(meeting=meeting, what=what, who=who, due_on=due_on, by=by)
            for what, who, due_on in TASKS
        ]
    for line in lines[:-1]:
        with as_of(moment(line.due_on)):
            planning.finish(line=line, on=line.due_on, by=by)
    return meeting


def _asked(pen: Pen, union: Unit) -> list[Delegate]:
    """Two guests, the chairs of the ten unions below, a few members of each."""
    guests = asking.typed(reading.people(GUESTS), Delegate.Bench.GUEST)
    chairs = [one for one in asking.from_below(union, HELD_ON) if one.union and one.union.kind.grassroots]
    members = [
        Delegate(bench=Delegate.Bench.MEMBER, person=person, union=one.union, organisation=one.organisation)
        for one, count in zip(chairs, EACH, strict=False)
        if one.union
        for person in pen.members(one.union)[:count]
    ]
    return [*guests, *chairs, *members]


def _coming(pen: Pen) -> Meeting:
    """The executive committee of Lào Cai's union meets soon, the chairs of its unions are asked too."""
    union, by, on = pen.upper, pen.keeper(pen.upper), working_day(today() + timedelta(days=8))
    about = f"Hội nghị Ban Chấp hành tháng {on.month}/{on.year}"
    meeting = actions.prepare(unit=union, sort="committee", about=about, on=on, starts=time(14), by=by)
    people = [*asking.from_committee(union, on), *asking.from_below(union, on)]
    asking.invite(meeting=meeting, delegates=people, by=by)
    return meeting

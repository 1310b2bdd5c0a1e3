"""Working life: how many work where, agreements supervised, pay steps and courses of the cases; and this half-year's
statements, questions asked of leaders, advice, boards and councils.
"""

from datetime import date, timedelta
from itertools import islice

from congdoan.base.fields import FOREVER
from congdoan.base.period import standard_periods, today
from congdoan.org.models import Unit
from congdoan.org.queries import employers

from .agencies import AGENCIES
from .pen import Pen, rows, shared
from .running import Weeks
from .term import UPPER as DISTRICT

# Mường Khương at the end of its term: who works where there is a union, in the whole district, their families.
WORKERS, OF_AREA, FAMILIES, TERM_ENDS = 2_628, 3_040, 2_000, date(2018, 1, 31)
RAISES = (("early", 2), ("beyond", 1), ("regular", 4))
COURSES = (("political", 4), ("professional", 7))
ASKED = (
    ("Bố trí thêm chỗ để xe cho người lao động", "Văn phòng cơ quan", "Đã mở thêm sân phía sau."),
    (
        "Công khai tiêu chí xét nâng lương trước hạn",
        "Thủ trưởng cơ quan",
        "Đã niêm yết và gửi các tổ công đoàn.",
    ),
    ("Nâng mức hỗ trợ tiền ăn trưa", "Thủ trưởng cơ quan", ""),
    ("Tổ chức khám sức khỏe định kỳ trong quý", "Ban Chấp hành Công đoàn Viên chức tỉnh", ""),
)


def tell() -> str:
    """What the pages printed of it, and what is said now."""
    written = _term() + _city() + _office()
    now = Weeks(Pen("working life"), standard_periods(today())[0], today())
    _state(now)
    _ask(now)
    _represent(now)
    now.write()
    return f"{written + now.pen.written} việc"


def _term() -> int:
    """Every union of the district at the end of the term, and the district of its whole area."""
    pen = Pen("working life of a term", DISTRICT)
    unions = [unit for code, unit in sorted(pen.units.items()) if code.startswith("muongkhuong-")]
    unions = [unit for unit in unions if unit.kind.grassroots]
    weights = [len(pen.members(union)) + 1 for union in unions]
    for union, workers, families in zip(
        unions, shared(WORKERS, weights), shared(FAMILIES, weights), strict=True
    ):
        fields = {"place": "public_service", "workers": workers, "families": families}
        pen.add("workforce", union, TERM_ENDS, fields=fields)
    pen.add("workforce", pen.upper, TERM_ENDS, fields={"of_area": OF_AREA})
    return pen.written


def _city() -> int:
    """Hà Nội's unions in enterprises keep an agreement, and looked in 2024 at how it is carried out."""
    pen, signed, looked = Pen("agreements", "hanoi-cdvc"), date(2023, 6, 15), date(2024, 10, 17)
    unions = [
        unit for code, unit in sorted(pen.units.items()) if code.startswith("hanoi-") and _firm(unit, looked)
    ]
    for union in unions[:4]:
        fields = {"step": "signed", "sort": "enterprise", "last_on": date(2026, 6, 14)}
        firms = [{"employer": one} for one in employers(union, signed).filter(enterprise=True)]
        agreement = pen.add("agreement", union, signed, fields=fields, **rows("employers", firms))
        pen.add("agreement", union, looked, fields={"step": "monitored", "about": agreement})
    return pen.written


def _firm(unit: Unit, on: date) -> bool:
    return unit.kind.grassroots and employers(unit, on).filter(enterprise=True).exists()


def _office() -> int:
    """Pay steps and courses of the federation's own office in 2020."""
    pen = Pen("pay", "tinh-ldld-cdcs")
    decided = [
        *((date(2020, 7, 1), {"what": "raise", "raise_sort": sort}, people) for sort, people in RAISES),
        *((date(2020, 9, 14), {"what": "course", "course": course}, people) for course, people in COURSES),
    ]
    members = iter(pen.members(pen.upper))
    for on, fields, people in decided:
        given = [{"person": one} for one in islice(members, people)]
        pen.add("advancement", pen.upper, on, fields=fields, **rows("members", given))
    return pen.written


def _state(weeks: Weeks) -> None:
    """Every union says how many work there, what they earn, how they are insured."""
    for n, (agency, union) in enumerate(zip(AGENCIES, weeks.pen.unions, strict=True)):
        workers = agency.workers
        fields = {
            "place": "agency", "workers": workers, "women": workers * (38 + n % 17) // 100, "underemployed": 0,
            "workers_in_wage": workers, "wages": workers * (8_400_000 + 150_000 * (n % 9)),
            "renting": n % 4, "contract_open": n % 6, "social_and_health": workers, "liable": n % 6,
            "unemployment": n % 6, "insured": n % 6,
        }  # fmt: skip
        weeks.plan("workforce", union, weeks.ago(30 + n % 25), fields=fields)


def _ask(weeks: Weeks) -> None:
    """Leaders meet members; two things asked were answered, two wait, one of them too long."""
    on = weeks.ago(40)
    asked = [
        {
            "content": content, "addressee": who, "due_on": on + timedelta(days=20 + 15 * n), "answer": answer,
            "answered_on": min(on + timedelta(days=9 + n), weeks.until) if answer else None,
        }
        for n, (content, who, answer) in enumerate(ASKED)
    ]  # fmt: skip
    weeks.plan("gathering", weeks.pen.upper, on, fields={"what": "leaders_dialogue", "attendance": 84})
    weeks.plan("petition", weeks.pen.upper, on, **rows("asked", asked))


def _represent(weeks: Weeks) -> None:
    """Boards and councils that sit, advice given, drafts commented on, a class, an accident."""
    unions, upper = weeks.pen.unions, weeks.pen.upper
    for n, union in enumerate(unions[::4]):
        kept = {"what": "inspectorate", "count": 1, "last_on": FOREVER}
        weeks.plan("kept", union, weeks.ago(70 + n), fields=kept)
        council = {"what": "council", "council": ("pay", "emulation", "initiatives")[n % 3], "count": 1}
        weeks.plan("kept", union, weeks.ago(66 + n), fields={**council, "last_on": FOREVER})
    for n, union in enumerate(unions[2::9]):
        counsel = {"what": "advice", "channel": ("direct", "phone")[n % 2], "people": 2 + n}
        weeks.plan("counsel", union, weeks.ago(8 + 6 * n), fields=counsel)
    drafts = {"what": "draft", "about": "Dự thảo quy chế phối hợp công tác"}
    weeks.plan("counsel", upper, weeks.ago(25), fields=drafts)
    weeks.plan("gathering", upper, weeks.ago(33), fields={"what": "safety_training", "attendance": 62})
    accident = {"what": "accident", "light": 1, "about": "Trượt ngã khi kiểm tra hiện trường"}
    weeks.plan("incident", unions[5], weeks.ago(18), fields=accident)

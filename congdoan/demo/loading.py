"""Loading the demo: step after step, each whole or not at all, so that a stopped load goes on where it stopped."""

from collections.abc import Callable
from typing import NamedTuple

from django.db import transaction

from congdoan.audit.actions import note
from congdoan.audit.models import Event
from congdoan.base.errors import Refused
from congdoan.ledger import rollups
from congdoan.org.models import Unit

from . import (
    awards,
    books,
    care,
    city,
    conference,
    elsewhere,
    movements,
    office,
    officers,
    oversight,
    papers,
    people,
    proposals,
    register,
    resolutions,
    rolls,
    running,
    sonbinh,
    term,
    tree,
    trust,
    welfare,
    work,
    working_life,
)

MARK = "demo"  # the trail's line for a step that is loaded


class Step(NamedTuple):
    """One part of the demo. `name` marks it as loaded; `run` says with counts what it wrote."""

    name: str
    label: str
    run: Callable[[], str]


STEPS = (
    Step("tree", "Hệ thống tổ chức", tree.plant),
    Step("employers", "Cơ quan, đơn vị", tree.employ),
    Step("funds", "Quỹ", tree.endow),
    Step("logins", "Người dùng", people.log_in),
    Step("people", "Đoàn viên", people.know),
    Step("care", "Chăm lo đời sống", care.give),
    Step("work", "Dân chủ ở cơ sở, tuyên truyền", work.meet),
    Step("movements", "Phong trào, hội thi, quyên góp", movements.take_part),
    Step("awards", "Khen thưởng, sáng kiến", awards.recognise),
    Step("trust", "Phát triển Đảng, kiểm tra", trust.keep),
    Step("elsewhere", "Mường Khương, Yên Bái", elsewhere.write),
    Step("register", "Sổ đoàn viên", register.keep),
    Step("rolls", "Sổ đoàn viên các nơi khác", rolls.open_them),
    Step("term", "Mường Khương, nhiệm kỳ 2013–2018", term.serve),
    Step("sonbinh", "Sơn Bình, năm 2023", sonbinh.upper_year),
    Step("office", "CĐCS cơ quan ở Sơn Bình, năm 2020", sonbinh.office_year),
    Step("office_more", "CĐCS cơ quan ở Sơn Bình, thi đua và đời sống", office.go_on),
    Step("city", "Hà Nội, năm 2024", city.serve),
    Step("officers", "Cán bộ công đoàn, xếp loại", officers.seat),
    Step("resolutions", "Nghị quyết, chỉ tiêu", resolutions.resolve),
    Step("oversight", "Kế hoạch kiểm tra, kiến nghị, đơn", oversight.oversee),
    Step("working_life", "Lao động, tiền lương, đối thoại", working_life.tell),
    Step("running", "Những tuần gần đây", running.go_on),
    Step("papers", "Văn bản, kế hoạch, báo cáo phải nộp", papers.keep),
    Step("proposals", "Đề nghị khen thưởng", proposals.put_forward),
    Step("books", "Sổ quỹ", books.keep),
    Step("conference", "Hội nghị, cuộc họp", conference.meet),
    Step("welfare", "Phúc lợi, học tập, phong trào gần đây", welfare.go_on),
)


def load(progress: Callable[[str], None]) -> list[str]:
    """Load what is not loaded yet, saying each step with counts; returns the lines that tell who can log in.

    Refuses a book that holds unions of its own.
    """
    done = set(Event.objects.filter(action=MARK).values_list("what", flat=True))
    waiting = [(n, step) for n, step in enumerate(STEPS, start=1) if step.name not in done]
    if waiting:
        _check(done, progress, waiting[0][1])
    for n, step in waiting:
        progress(f"[{n}/{len(STEPS)}] {step.label}: {_run(step)}.")
    if waiting:
        progress(f"Cộng dồn số liệu: {rollups.fold_all()} phần cộng.")
    return people.login_lines()


def _run(step: Step) -> str:
    with transaction.atomic():
        said = step.run()
        note(by=None, action=MARK, what=step.name)
    return said


def _check(done: set[str], progress: Callable[[str], None], first: Step) -> None:
    if done:
        progress(f"Lần nạp trước dừng giữa chừng; nạp tiếp từ “{first.label}”.")
    elif Unit.objects.exists():
        raise Refused(
            "Sổ này đã có công đoàn nên không nạp dữ liệu mẫu; hãy đặt CONGDOAN_HOME tới một thư mục trống."
        )
    else:
        progress(f"Nạp dữ liệu mẫu, {len(STEPS)} phần, mất khoảng một phút rưỡi…")

"""Reports: begin, write the free texts, fix the figures (chốt số liệu), issue (ban hành)."""

from datetime import date, datetime

from django.db import IntegrityError

from congdoan.audit import lock
from congdoan.audit.actions import writing
from congdoan.base import store
from congdoan.base.errors import Refused
from congdoan.base.period import Period, today
from congdoan.base.text import nfc, nfc_lines
from congdoan.org import queries
from congdoan.org.models import Unit
from congdoan.papers import actions as papers
from congdoan.papers.models import Paper
from congdoan.records.files import Content

from . import excel, facts, library, numbers, rendering
from .kept import as_json
from .models import Answered, FreeText, Report
from .questions import as_kept, day_of
from .resolve import Live

State = Report.State
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
LONGEST_TEXT = 20_000  # letters in one open place


def begin(*, unit: Unit, period: Period, template: str, by: int | None) -> Report:
    """Begin a report, or go on with the draft or frozen one there is."""
    check(unit, period, template)
    if going := going_on(unit, period, template):
        return going
    report = unsaved(unit=unit, period=period, template=template)
    try:
        with writing(
            by=by, action="begin_report", what=str(report.uid), unit=unit.code, period=period.code
        ) as made:
            report.made = made
            report.save()
    except IntegrityError:  # somebody else began it at the same moment
        return Report.objects.exclude(state=State.ISSUED).get(
            unit=unit, period=period.code, template=template
        )
    return report


def unsaved(*, unit: Unit, period: Period, template: str) -> Report:
    """A draft that is only looked at."""
    title = library.titled(library.label(template), period)[:200]
    return Report(unit=unit, period=period.code, last_on=period.last, template=template, title=title)


def going_on(unit: Unit, period: Period, template: str) -> Report | None:
    """The report that is being made: not issued yet."""
    known = Report.objects.filter(unit=unit, period=period.code, template=template)
    return known.exclude(state=State.ISSUED).first()


def check(unit: Unit, period: Period, template: str) -> None:
    """Refuse a report of days that are not there: to come, or outside the union's life; and a template of others."""
    library.label(template)
    if template not in library.choices(unit):
        raise Refused("Mẫu báo cáo này không dùng cho công đoàn đang chọn; hãy chọn mẫu khác.", "template")
    if not period.begun(today()):
        raise Refused(f"Kỳ {period.code} chưa bắt đầu nên chưa có số liệu; hãy chọn kỳ khác.", "period")
    if unit.founded_on > period.last or unit.ended_on <= period.first:
        raise Refused(f"{unit.name} không hoạt động trong kỳ {period.code}; hãy chọn kỳ khác.", "period")


def write(*, report: Report, name: str, text: str, by: int | None) -> FreeText:
    """Write into one of the report's open places."""
    if name not in rendering.places(report):
        raise Refused("Báo cáo không có chỗ viết này; hãy mở lại trang rồi viết tiếp.")
    if len(text) > LONGEST_TEXT:
        raise Refused("Đoạn này quá dài; hãy viết dưới 20.000 chữ cái.", name)
    with writing(by=by, action="write_report", what=str(report.uid), unit=report.unit.code, place=name):
        if _held(report).state == State.ISSUED:
            raise Refused("Báo cáo đã ban hành nên không sửa được nữa; hãy soạn báo cáo mới.", name)
        return FreeText.objects.update_or_create(
            report=report, name=name, defaults={"text": nfc_lines(text)}
        )[0]


def lay_over(*, report: Report, heritage: bool, by: int | None) -> None:
    """What predecessors did counts too, on the tree of the report's last day; or only what each union did while it stood
    there."""
    with writing(
        by=by, action="write_report", what=str(report.uid), unit=report.unit.code, heritage=heritage
    ):
        held = _held(report, State.DRAFT)
        held.tree_on = held.last_on if heritage else None
        held.save(update_fields=["tree_on"])
    report.refresh_from_db()


def freeze(*, report: Report, by: int | None) -> Report:
    """Chốt số liệu: fix every figure at a moment before which nothing can be written any more. Closes nothing."""
    if report.state != State.DRAFT:
        raise Refused("Số liệu của báo cáo này đã chốt rồi.")
    moment, template = lock.moment(), rendering.template_of(report)
    live = rendering.live(report, moment)
    printed = rendering.render(report, live).printed
    refs = {figure.tag.question: figure.ref for figure in printed if figure.row is None}
    with writing(
        by=by, action="freeze", what=str(report.uid), unit=report.unit.code, figures=len(refs)
    ) as posting:
        held = _held(report, State.DRAFT)
        held.state, held.frozen, held.frozen_at = State.FROZEN, posting, moment
        held.template_digest = store.put(template)
        held.save()
        Answered.objects.bulk_create(_answered(held, live, refs))
    report.refresh_from_db()
    return report


def thaw(*, report: Report, by: int | None, why: str) -> Report:
    """Let the figures of a frozen report be live again, before it is issued; what they were is in the trail."""
    if report.state != State.FROZEN or not nfc(why):
        raise Refused("Chỉ bỏ chốt được báo cáo đã chốt mà chưa ban hành, và phải ghi lý do.", "why")
    were = {row.ref: row.answer["value"] for row in report.answers.exclude(ref="")}
    with writing(
        by=by, action="thaw", why=nfc(why), what=str(report.uid), unit=report.unit.code, figures=were
    ):
        held = _held(report, State.FROZEN)
        held.answers.all().delete()
        held.state, held.frozen, held.frozen_at, held.template_digest = State.DRAFT, None, None, ""
        held.save()
    report.refresh_from_db()
    return report


def issue(
    *, report: Report, by: int | None, signer: str = "", on: date | None = None, number: int | None = None
) -> Report:
    """Ban hành: it enters the register, so number, day and signer are given; the file is made once, kept, and handed out ever after."""
    if report.state == State.ISSUED:
        raise Refused("Báo cáo này đã ban hành rồi.")
    if report.state == State.DRAFT or report.frozen_at is None:
        raise Refused("Hãy chốt số liệu trước khi ban hành.")
    day = on or today()
    _check_day(report.frozen_at, day)
    with writing(by=by, action="issue", what=str(report.uid), unit=report.unit.code) as posting:
        held = _held(report, State.FROZEN)
        held.state, held.issued, held.issued_on = State.ISSUED, posting, day
        naming = queries.naming(report.unit, day)
        held.signer = nfc(signer) or (naming.signer_name if naming else "")
        paper = held.paper = _registered(held, facts.symbol(naming), number, by)
        held.number, held.symbol = paper.number, paper.symbol
        docx = rendering.render(held).docx
        held.docx, held.xlsx = store.put(docx), store.put(excel.made(held))
        held.save()
        papers.keep_scan(paper=paper, content=Content(f"{paper}.docx", docx, WORD), by=by)
    report.refresh_from_db()
    return report


def _registered(report: Report, symbol: str, number: int | None, by: int | None) -> Paper:
    """Enter the report in the register of papers out: its number is one of that series."""
    Unit.objects.select_for_update(no_key=True).get(
        pk=report.unit_id
    )  # numbers are given one after the other
    assert report.issued_on
    return papers.register(
        unit=report.unit, way=Paper.Way.OUT, sort=Paper.Sort.REPORT, by=by, dated_on=report.issued_on, symbol=symbol,
        number=number or numbers.upcoming(report.unit, report.issued_on.year), subject=report.title, signer=report.signer,
    )  # fmt: skip


def _held(report: Report, state: str = "") -> Report:
    """The report as it is, held until the transaction ends. Two people at once: the second is told."""
    held = Report.objects.select_for_update().get(pk=report.pk)
    if state and held.state != state:
        raise Refused("Người khác vừa thay đổi báo cáo này; hãy mở lại trang rồi làm tiếp.")
    return held


def _answered(report: Report, live: Live, refs: dict[tuple[object, ...], str]) -> list[Answered]:
    return [
        Answered(
            report=report,
            key=key,
            code=tag.code,
            ref=refs.get(tag.question, ""),
            question=as_kept(tag),
            answer=as_json(answer),
        )
        for key, (tag, answer) in live.asked.items()
    ]


def _check_day(frozen_at: datetime, day: date) -> None:
    if day > today():
        raise Refused("Ngày ban hành chưa tới; hãy chọn hôm nay.", "on")
    if day < (frozen := day_of(frozen_at)):
        raise Refused(
            f"Ngày ban hành không thể trước ngày chốt số liệu, {frozen:%d/%m/%Y}; hãy chọn ngày khác.", "on"
        )

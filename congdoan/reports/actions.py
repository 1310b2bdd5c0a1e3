"""Reports: begin, write the free texts, fix the figures (chốt số liệu), issue (ban hành)."""

from collections.abc import Mapping
from datetime import date, datetime, time

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from congdoan.audit import lock
from congdoan.audit.actions import writing
from congdoan.base import store
from congdoan.base.errors import Refused
from congdoan.base.period import Period, today
from congdoan.base.text import nfc
from congdoan.org import queries
from congdoan.org.models import Unit

from . import facts, library, pdf, vocabulary, word
from .answers import Answers, Rendered
from .models import Answered, FreeText, Number, Report
from .resolve import Frozen, Live, as_json, from_json, question_key

State = Report.State


def begin(*, unit: Unit, period: Period, template: str, by: int | None) -> Report:
    """Begin a report, or go on with the draft or frozen one there is."""
    library.content(template)
    known = Report.objects.filter(unit=unit, period=period.code, template=template)
    if going := known.exclude(state=State.ISSUED).first():
        return going
    with writing(by=by, action="begin_report", unit=unit.code, period=period.code) as posting:
        report = unsaved(unit=unit, period=period, template=template)
        report.made = posting
        report.save()
    return report


def unsaved(*, unit: Unit, period: Period, template: str) -> Report:
    """A draft that is only looked at."""
    title = f"{library.label(template)} – {period.label()}"
    return Report(unit=unit, period=period.code, last_on=period.last, template=template, title=title[:200])


def write(*, report: Report, name: str, text: str, by: int | None) -> FreeText:
    """Write into one of the report's open places."""
    if report.state == State.ISSUED:
        raise Refused("Báo cáo đã ban hành nên không sửa được nữa; hãy soạn báo cáo mới.", name)
    lines = "\n".join(nfc(line) for line in text.splitlines()).strip()
    with writing(by=by, action="write_report", what=str(report.uid), unit=report.unit.code, place=name):
        return FreeText.objects.update_or_create(report=report, name=name, defaults={"text": lines})[0]


def render(
    report: Report, answers: Answers | None = None, texts: Mapping[str, str] | None = None
) -> Rendered:
    """The report as it stands: live figures in a draft, the fixed ones after freezing. The same bytes while nothing changed."""
    return word.render(
        template_of(report),
        answers or answers_of(report),
        facts.facts(report),
        vocabulary=vocabulary.of_catalogue(),
        made_at=_dated(report),
        base_url=settings.URL,
        texts=written(report) if texts is None else texts,
        title=report.title,
        draft=report.state != State.ISSUED,
    )


def written(report: Report) -> dict[str, str]:
    """The free texts written so far, by their names."""
    return dict(report.texts.values_list("name", "text")) if report.pk else {}


def freeze(*, report: Report, by: int | None) -> Report:
    """Chốt số liệu: fix every figure at a moment before which nothing can be written any more. Closes nothing."""
    if report.state != State.DRAFT:
        raise Refused("Số liệu của báo cáo này đã chốt rồi.")
    moment, template = lock.moment(), library.content(report.template)
    live = Live(report.unit, Period.parse(report.period), known_at=moment)
    printed = {
        question_key(figure.tag): figure.ref for figure in render(report, live).printed if figure.row is None
    }
    with writing(by=by, action="freeze", what=str(report.uid), unit=report.unit.code) as posting:
        _held(report, State.DRAFT)
        report.state, report.frozen, report.frozen_at = State.FROZEN, posting, moment
        report.template_digest = store.put(template)
        report.save()
        Answered.objects.bulk_create(
            Answered(
                report=report,
                key=key,
                code=tag.code,
                ref=printed.get(key, ""),
                question={"source": tag.source},
                answer=as_json(answer),
            )
            for key, (tag, answer) in live.asked.items()
        )
    return report


def thaw(*, report: Report, by: int | None, why: str) -> Report:
    """Let the figures of a frozen report be live again, before it is issued; what they were is in the trail."""
    if report.state != State.FROZEN or not why.strip():
        raise Refused("Chỉ bỏ chốt được báo cáo đã chốt mà chưa ban hành, và phải ghi lý do.", "why")
    with writing(by=by, action="thaw", why=why, what=str(report.uid), unit=report.unit.code):
        _held(report, State.FROZEN)
        report.answers.all().delete()
        report.state, report.frozen, report.frozen_at, report.template_digest = State.DRAFT, None, None, ""
        report.save()
    return report


def issue(
    *, report: Report, by: int | None, signer: str = "", on: date | None = None, number: int | None = None
) -> Report:
    """Ban hành: number, day and signer are given, and the file is made once, kept, and handed out ever after."""
    if report.state != State.FROZEN:
        raise Refused(
            "Hãy chốt số liệu trước khi ban hành."
            if report.state == State.DRAFT
            else "Báo cáo này đã ban hành rồi."
        )
    with writing(by=by, action="issue", what=str(report.uid), unit=report.unit.code) as posting:
        _held(report, State.FROZEN)
        report.state, report.issued, report.issued_on = State.ISSUED, posting, on or today()
        _check_day(report)
        naming = queries.naming(report.unit, report.issued_on)
        report.symbol, report.signer = (
            facts.symbol(naming),
            nfc(signer) or (naming.signer_name if naming else ""),
        )
        report.number = _number(report, number)
        report.docx = store.put(render(report).docx)
        report.save()
    return report


def docx(report: Report) -> bytes:
    """The report's Word file: the one issued, or as it stands."""
    return store.get(report.docx) if report.docx else render(report).docx


def as_pdf(report: Report) -> bytes:
    """The PDF of that same Word file, by LibreOffice; of an issued report it is made once and kept."""
    if report.pdf:
        return store.get(report.pdf)
    made = pdf.to_pdf(docx(report))
    if report.docx:
        Report.objects.filter(pk=report.pk).update(pdf=store.put(made))
    return made


def answers_of(report: Report) -> Answers:
    """Where the report's figures come from now."""
    if report.state == State.DRAFT:
        return Live(report.unit, Period.parse(report.period))
    return Frozen({row.key: from_json(row.answer) for row in report.answers.all()})


def template_of(report: Report) -> bytes:
    """The template's bytes: those of the day it was frozen, from then on."""
    return store.get(report.template_digest) if report.template_digest else library.content(report.template)


def _held(report: Report, state: str) -> None:
    """Two people at once: the second is told."""
    if Report.objects.select_for_update().get(pk=report.pk).state != state:
        raise Refused("Người khác vừa thay đổi báo cáo này; hãy mở lại trang rồi làm tiếp.")


def _number(report: Report, asked: int | None) -> int:
    """The next number of the union's reports of the year, or the one asked for if nobody has it."""
    assert report.issued_on
    year = report.issued_on.year
    with transaction.atomic():
        Number.objects.get_or_create(unit=report.unit, series=facts.TYPE, year=year)
        series = Number.objects.select_for_update().get(unit=report.unit, series=facts.TYPE, year=year)
        number = asked or series.last + 1
        if asked and _used(report.unit, asked, year):
            raise Refused(
                f"Số {asked} đã dùng cho báo cáo khác trong năm {year}; hãy chọn số khác.", "number"
            )
        series.last = max(series.last, number)
        series.save(update_fields=["last"])
    return number


def _check_day(report: Report) -> None:
    assert report.issued_on
    if report.issued_on > today():
        raise Refused("Ngày ban hành chưa tới; hãy chọn hôm nay hoặc một ngày đã qua.", "on")


def _dated(report: Report) -> datetime:
    """The moment the file bears: when its figures were fixed; of a draft the end of its period."""
    if report.frozen_at:
        return report.frozen_at
    return timezone.make_aware(datetime.combine(report.last_on, time(12)))


def _used(unit: Unit, number: int, year: int) -> bool:
    return Report.objects.filter(unit=unit, number=number, issued_on__year=year).exists()

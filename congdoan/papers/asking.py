"""Reports a union asks of those under it, by a day; filed on time or late."""

import uuid
from collections.abc import Iterable, Sequence
from datetime import date

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused, need_reason
from congdoan.base.period import today
from congdoan.base.text import nfc
from congdoan.ledger import cuts
from congdoan.ledger.actions import post_all
from congdoan.ledger.origins import REPORT_DUE
from congdoan.org.models import Unit
from congdoan.org.queries import standing

from . import sending
from .draws import of_due
from .models import Paper, ReportAsked, ReportDue


def ask(
    *,
    unit: Unit,
    unions: Sequence[Unit],
    what: str,
    period: str,
    due_on: date,
    by: int | None,
    paper: Paper | None = None,
    uid: uuid.UUID | None = None,
) -> ReportAsked:
    """Ask these unions for a report by a day. The same form sent again gives the first answer."""
    if known := ReportAsked.objects.filter(uid=uid).first() if uid else None:
        return known
    _check_asked(unit, unions, what, period, due_on)
    with writing(by=by, action="ask_report", unit=unit.code, unions=len(unions)) as posting:
        asked = ReportAsked.objects.create(
            uid=uid or uuid.uuid4(), unit=unit, what=nfc(what), period=period, due_on=due_on, paper=paper, made=posting
        )  # fmt: skip
        ReportDue.objects.bulk_create(ReportDue(asked=asked, unit=union) for union in unions)
        _draw(asked.owed.all(), posting)
    return asked


def withdraw(*, asked: ReportAsked, why: str, by: int | None) -> None:
    """Ask for it no longer: nobody owes it, nothing of it counts."""
    need_reason(why)
    with writing(
        by=by, action="withdraw_asked", why=why.strip(), what=str(asked.uid), unit=asked.unit.code
    ) as posting:
        held = ReportAsked.objects.select_for_update().get(pk=asked.pk)
        if held.withdrawn_id is None:
            held.withdrawn = posting
            held.save(update_fields=["withdrawn"])
            _draw(held.owed.all(), posting)


def file(*, due: ReportDue, on: date, by: int | None, paper: Paper | None = None) -> ReportDue:
    """The union has sent its report on a day, as this paper out; it comes in at the union that asked."""
    _check_filed(due, on, paper)
    with writing(by=by, action="file_report", what=str(due.uid), unit=due.unit.code) as posting:
        held = _held(due)
        if held.filed_id:
            raise Refused(
                f"Báo cáo này đã nộp ngày {held.filed_on:%d/%m/%Y}; bỏ lần nộp ấy trước khi ghi lại."
            )
        held.filed_on, held.paper, held.filed = on, paper, posting
        held.save()
        _draw([held], posting)
        if paper:
            sending.send(paper=paper, to=held.asked.unit, on=on, by=by)
    return held


def unfile(*, due: ReportDue, why: str, by: int | None) -> None:
    """It was not sent after all."""
    need_reason(why)
    with writing(
        by=by, action="unfile_report", why=why.strip(), what=str(due.uid), unit=due.unit.code
    ) as posting:
        held = _held(due)
        paper, to = held.paper, held.asked.unit
        held.filed_on = held.paper = held.filed = None
        held.save()
        _draw([held], posting)
        if paper and not paper.files.filter(asked__unit=to).exists():
            sending.take_back(paper=paper, to=to, posting=posting)


def _held(due: ReportDue) -> ReportDue:
    held = (
        ReportDue.objects.select_for_update(of=("self",)).select_related("asked__unit__kind").get(pk=due.pk)
    )
    if held.asked.withdrawn_id:
        raise Refused("Cấp trên đã thôi yêu cầu báo cáo này.")
    return held


def _draw(owed: Iterable[ReportDue], posting: Posting) -> None:
    post_all(posting, REPORT_DUE, {one.pk: of_due(one) for one in owed})


def _check_asked(unit: Unit, unions: Sequence[Unit], what: str, period: str, due_on: date) -> None:
    if not what.strip():
        raise Refused("Hãy ghi tên báo cáo cần nộp.", "what")
    if period not in cuts.VALUES["report"]:
        raise Refused("Hãy chọn kỳ của báo cáo.", "period")
    if not unions:
        raise Refused("Hãy chọn ít nhất một công đoàn phải nộp.", "unions")
    under = set(standing(due_on, ancestor=unit, depth__gt=0).values_list("unit", flat=True))
    for union in unions:
        if union.pk not in under:
            raise Refused(
                f"Ngày {due_on:%d/%m/%Y} {union.name} không trực thuộc {unit.name}; hãy bỏ khỏi danh sách.",
                "unions",
            )


def _check_filed(due: ReportDue, on: date, paper: Paper | None) -> None:
    if on > today():
        raise Refused("Ngày nộp ở sau hôm nay; hãy chọn lại.", "on")
    if paper is None:
        return
    if (paper.way, paper.unit_id) != (Paper.Way.OUT, due.unit_id) or paper.withdrawn_id:
        raise Refused("Hãy chọn một văn bản đi của công đoàn nộp báo cáo.", "paper")
    if on < paper.dated_on:
        raise Refused(
            f"Báo cáo đề ngày {paper.dated_on:%d/%m/%Y} nên không nộp trước ngày ấy; hãy chọn lại.", "on"
        )

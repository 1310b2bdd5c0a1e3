"""The verbs of the register: give a paper its number, amend it, withdraw it, say that it is dealt with, keep its scan."""

import uuid
from datetime import date
from typing import Any

from django.db.models import Max

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base import store
from congdoan.base.errors import Refused, need_reason
from congdoan.base.period import today
from congdoan.base.text import fold, nfc
from congdoan.ledger.actions import post
from congdoan.ledger.origins import PAPER
from congdoan.ledger.rules import in_life
from congdoan.org.models import Unit
from congdoan.org.queries import naming
from congdoan.records.files import Content
from congdoan.records.record import StoredFile

from .draws import OF_THE_END, of_paper
from .models import Paper, PaperVersion, ReportDue, Scan

LARGEST = 99_999  # a number above it is a slip of the keyboard
TEXTS = ("symbol", "issuer", "signer", "subject", "handler")
DAYS = ("dated_on", "arrived_on", "due_on")
SHARED = (
    "sort",
    "dated_on",
    "signer",
    "subject",
)  # what a paper says where it was sent to, beside its number
ABBREVIATIONS = {
    "plan": "KH", "report": "BC", "decision": "QĐ", "submission": "TTr", "notice": "TB", "invitation": "GM",
    "resolution": "NQ", "conclusion": "KL", "programme": "CTr", "guidance": "HD", "rules": "QC", "minutes": "BB",
}  # fmt: skip


def register(
    *,
    unit: Unit,
    way: str,
    by: int | None,
    number: int | None = None,
    uid: uuid.UUID | None = None,
    **said: Any,
) -> Paper:
    """Enter a paper under the next number of its series, or under the number told, if it is free. The same form sent
    again gives the first answer."""
    if known := Paper.objects.filter(uid=uid).first() if uid else None:
        return known
    paper = Paper(uid=uid or uuid.uuid4(), unit=unit, way=way)
    _fill(paper, said)
    _check_life(paper)
    with writing(by=by, action="register_paper", what=str(paper.uid), unit=unit.code) as posting:
        Unit.objects.select_for_update(no_key=True).get(pk=unit.pk)  # numbers are given one after the other
        paper.year = _year(paper)
        paper.number = number if number is not None else next_number(unit, way, paper.sort, paper.year)
        _check_free(paper)
        paper.made, paper.text_key = posting, _key(paper)
        paper.save(force_insert=True)
        _settle(paper, posting)
    return paper


def amend(*, paper: Paper, by: int | None, why: str, **said: Any) -> Paper:
    """Say a paper anew, wherever it was sent too; its number stays, and what it said before stays readable."""
    need_reason(why)
    with writing(by=by, action="amend_paper", why=why.strip(), what=str(paper.uid), unit=paper.unit.code) as posting:  # fmt: skip
        held = _standing(paper)
        before = _series_of(held)
        _fill(held, said)
        _check_series(held, before)
        _save(held, posting)
        for copy in _copies(held):
            _fill(copy, {name: getattr(held, name) for name in SHARED} | {"symbol": held.code})
            _save(copy, posting)
    return held


def withdraw(*, paper: Paper, by: int | None, why: str) -> None:
    """Take a paper back: it stays in the register as "hủy", and its number is not given again."""
    need_reason(why)
    if ReportDue.objects.filter(paper=paper).exists():
        raise Refused("Văn bản này là báo cáo đã nộp cấp trên; hãy bỏ lần nộp trước rồi mới hủy.")
    with writing(by=by, action="withdraw_paper", why=why.strip(), what=str(paper.uid), unit=paper.unit.code) as posting:  # fmt: skip
        held = _standing(paper)
        for one in (held, *_copies(held)):
            one.withdrawn = posting
            one.save(update_fields=["withdrawn"])
            _draw(one, posting)


def finish(*, paper: Paper, on: date | None, by: int | None) -> None:
    """Say that a paper was dealt with on a day; without a day, that it was not."""
    with writing(by=by, action="finish_paper", what=str(paper.uid), unit=paper.unit.code):
        held = _standing(paper)
        if on and on < (held.arrived_on or held.dated_on):
            raise Refused("Ngày xong phải từ ngày văn bản trở đi; hãy chọn lại.", "on")
        held.done_on = on
        held.save(update_fields=["done_on"])


def keep_scan(*, paper: Paper, content: Content, by: int | None) -> Scan:
    """Keep the scan of a paper. The same file of the same paper again gives the first answer."""
    digest = store.put(content.data)
    with writing(by=by, action="attach_scan", what=str(paper.uid), unit=paper.unit.code, file=digest) as posting:  # fmt: skip
        held = _standing(paper)
        stored, _ = StoredFile.objects.get_or_create(
            digest=digest, defaults={"media_type": content.media_type, "size": len(content.data)}
        )
        more = {"name": content.name, "made": posting}
        scan, _ = Scan.objects.get_or_create(paper=held, file=stored, removed=None, defaults=more)
        _draw(held, posting)
    return scan


def remove_scan(*, scan: Scan, by: int | None, why: str) -> None:
    """Take a scan off a paper, with the reason; the file itself stays where it is."""
    need_reason(why)
    paper = scan.paper
    with writing(by=by, action="detach_scan", why=why.strip(), what=str(paper.uid), unit=paper.unit.code) as posting:  # fmt: skip
        Scan.objects.filter(pk=scan.pk, removed=None).update(removed=posting)
        _draw(paper, posting)


def _check_life(paper: Paper) -> None:
    """Refuse a day outside the union's life; its closing report and minutes are still signed after its end."""
    on = paper.dated_on if paper.way == Paper.Way.OUT else _arrived(paper)
    if paper.sort not in OF_THE_END or on < paper.unit.ended_on:
        in_life(paper.unit, on)


def next_number(unit: Unit, way: str, sort: str, year: int) -> int:
    """The number that comes next in a series; withdrawn papers keep theirs."""
    return (_series(unit, way, sort, year).aggregate(last=Max("number"))["last"] or 0) + 1


def symbol_of(unit: Unit, sort: str, on: date) -> str:
    """What usually follows the number of a paper out: "KH-CĐVC", of a letter "CĐVC"."""
    signed = naming(unit, on)
    return "-".join(part for part in (ABBREVIATIONS.get(sort, ""), signed.symbol if signed else "") if part)


def _series(unit: Unit, way: str, sort: str, year: int) -> Any:
    rows = Paper.objects.filter(unit=unit, way=way, year=year)
    return rows.filter(sort=sort) if way == Paper.Way.OUT else rows


def _fill(paper: Paper, said: dict[str, Any]) -> None:
    for name, value in said.items():
        setattr(paper, name, nfc(value) if name in TEXTS else value)
    if paper.way == Paper.Way.OUT and not paper.symbol:
        paper.symbol = symbol_of(paper.unit, paper.sort, paper.dated_on)
    if paper.way == Paper.Way.IN and paper.arrived_on is None:
        paper.arrived_on = paper.dated_on
    _check(paper)


def _key(paper: Paper) -> str:
    said = (str(paper.number), paper.code, paper.issuer, paper.signer, paper.subject, paper.handler)
    return fold(" ".join(said))


def _check(paper: Paper) -> None:
    if not paper.subject:
        raise Refused("Hãy ghi trích yếu: văn bản về việc gì.", "subject")
    if paper.dated_on > today():
        raise Refused("Ngày văn bản ở sau hôm nay; hãy chọn lại.", "dated_on")
    if paper.way == Paper.Way.IN and not paper.issuer:
        raise Refused("Hãy ghi nơi gửi văn bản.", "issuer")
    if paper.way == Paper.Way.IN and not paper.dated_on <= _arrived(paper) <= today():
        raise Refused("Ngày đến phải từ ngày văn bản đến hôm nay; hãy chọn lại.", "arrived_on")
    if paper.due_on and paper.due_on < (paper.arrived_on or paper.dated_on):
        raise Refused("Hạn xử lý phải từ ngày văn bản trở đi; hãy chọn lại.", "due_on")
    _check_answers(paper)


def _check_answers(paper: Paper) -> None:
    asked = paper.answers
    if asked and (paper.way, asked.way, asked.unit_id) != (Paper.Way.OUT, Paper.Way.IN, paper.unit_id):
        raise Refused("Chỉ văn bản đi trả lời văn bản đến của cùng công đoàn; hãy chọn lại.", "answers")


def _check_free(paper: Paper) -> None:
    if not 0 < paper.number <= LARGEST:
        raise Refused(f"Số phải từ 1 đến {LARGEST}; hãy ghi lại.", "number")
    taken = _series(paper.unit, paper.way, paper.sort, paper.year).filter(number=paper.number).first()
    if taken:
        gone = " (đã hủy; số đã cấp không dùng lại)" if taken.withdrawn_id else ""
        raise Refused(
            f"Số {paper.number:02d} năm {paper.year} đã cấp cho “{taken.subject[:80]}”{gone}; "
            "hãy để trống để lấy số tiếp theo.",
            "number",
        )


def _check_series(paper: Paper, before: tuple[int, str]) -> None:
    """A number belongs to its year and, of a paper out, to its sort."""
    year, sort = _series_of(paper)
    if (year, sort) != before:
        day = "dated_on" if paper.way == Paper.Way.OUT else "arrived_on"
        raise Refused(
            "Số đã cấp thuộc loại và năm ấy; hãy hủy văn bản này rồi vào sổ lại.",
            "sort" if sort != before[1] else day,
        )


def _series_of(paper: Paper) -> tuple[int, str]:
    return _year(paper), paper.sort if paper.way == Paper.Way.OUT else ""


def _save(paper: Paper, posting: Posting) -> None:
    paper.text_key = _key(paper)
    paper.save()
    _settle(paper, posting)


def _copies(paper: Paper) -> list[Paper]:
    """The paper where it was sent to."""
    return list(Paper.objects.select_for_update().filter(original=paper, withdrawn=None))


def _settle(paper: Paper, posting: Posting) -> None:
    """Keep what it says now as a version, and draw."""
    content = {name: getattr(paper, name) for name in ("sort", *TEXTS)}
    content |= {name: day.isoformat() for name in DAYS if (day := getattr(paper, name))}
    content |= {"digital": paper.digital, "answers": str(paper.answers.uid) if paper.answers else ""}
    PaperVersion.objects.create(paper=paper, posting=posting, content=content)
    _draw(paper, posting)


def _draw(paper: Paper, posting: Posting) -> None:
    scanned = Scan.objects.filter(paper=paper, removed=None).exists()
    post(posting, PAPER, paper.pk, of_paper(paper, scanned=scanned))


def _standing(paper: Paper) -> Paper:
    held = Paper.objects.select_for_update(of=("self",)).select_related("unit__kind").get(pk=paper.pk)
    if held.withdrawn_id:
        raise Refused("Văn bản này đã hủy nên không sửa được nữa; hãy vào sổ văn bản mới.")
    return held


def _year(paper: Paper) -> int:
    return (paper.dated_on if paper.way == Paper.Way.OUT else _arrived(paper)).year


def _arrived(paper: Paper) -> date:
    return paper.arrived_on or paper.dated_on

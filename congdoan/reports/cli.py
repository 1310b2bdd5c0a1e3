"""`congdoan report`: the same report as on the screen, to a file."""

import argparse
from pathlib import Path

from congdoan.accounts.models import User
from congdoan.audit.actions import note
from congdoan.base.errors import Refused
from congdoan.base.period import Period
from congdoan.org import queries
from congdoan.org.models import Unit

from . import actions, excel, rendering
from .models import Report

WRITERS = {".docx": rendering.docx, ".pdf": rendering.as_pdf, ".xlsx": excel.file}


def make(arguments: argparse.Namespace) -> int:
    """Write a draft, or issue (once) and hand out the issued file."""
    out = Path(arguments.out)
    if out.suffix not in WRITERS:
        raise Refused(f"Không ghi được tệp “{out.name}”; hãy đặt tên có đuôi {', '.join(WRITERS)}.")
    if not out.absolute().parent.is_dir():
        raise Refused(f"Không có thư mục “{out.parent}”; hãy tạo thư mục trước rồi chạy lại.")
    unit, period = queries.unit(arguments.unit), Period.parse(arguments.period)
    report = _issued(unit, period, arguments) if arguments.issue else _draft(unit, period, arguments.template)
    _save(out, WRITERS[out.suffix](report))
    note(
        by=None,
        action="cli.report",
        what=str(report.uid),
        unit=unit.code,
        period=period.code,
        state=report.state,
    )
    return 0


def _draft(unit: Unit, period: Period, template: str) -> Report:
    """The one being made, or one that is not kept: nothing is written by asking."""
    if going := actions.going_on(unit, period, template):
        return going
    actions.check(unit, period, template)
    return actions.unsaved(unit=unit, period=period, template=template)


def _issued(unit: Unit, period: Period, arguments: argparse.Namespace) -> Report:
    """The one issued; if there is none, it is frozen and issued now."""
    known = Report.objects.filter(unit=unit, period=period.code, template=arguments.template)
    if issued := known.filter(state=Report.State.ISSUED).order_by("-pk").first():
        return issued
    by = _login(arguments.by)
    report = actions.begin(unit=unit, period=period, template=arguments.template, by=by.pk)
    if report.state == Report.State.DRAFT:
        actions.freeze(report=report, by=by.pk)
    return actions.issue(report=report, by=by.pk)


def _login(name: str | None) -> User:
    user = User.objects.filter(username=name or "", is_active=True).first()
    if user is None:
        raise Refused("Ban hành cần người chịu trách nhiệm: thêm --by và tên đăng nhập có trong sổ.")
    return user


def _save(out: Path, content: bytes) -> None:
    try:
        out.write_bytes(content)
    except OSError as error:
        raise Refused(f"Không ghi được tệp “{out}” ({error.strerror}); hãy chọn chỗ khác.") from None

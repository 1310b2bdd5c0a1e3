"""The trail told: who did what, when, in words."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.urls import reverse

from congdoan.accounts.models import User
from congdoan.audit.models import Event
from congdoan.ledger.indicator import BY_CODE
from congdoan.org.models import Unit
from congdoan.records.record import Record

WORDS = {
    "add": "Ghi việc",
    "amend": "Sửa việc",
    "withdraw": "Hủy việc",
    "confirm": "Xác nhận việc ghi thay",
    "attach": "Đính kèm tệp",
    "describe_file": "Chú thích tệp",
    "detach": "Gỡ tệp",
    "see_sensitive": "Xem thông tin nhạy cảm",
    "see_person": "Xem trang một người",
    "export_lines": "Xuất Excel có tên người",
    "export_records": "Xuất Excel danh sách việc",
    "begin_report": "Bắt đầu báo cáo",
    "write_report": "Viết vào báo cáo",
    "freeze": "Chốt số liệu báo cáo",
    "thaw": "Bỏ chốt số liệu báo cáo",
    "issue": "Ban hành báo cáo",
    "close_period": "Khóa sổ một kỳ",
    "reopen_period": "Mở lại kỳ đã khóa",
    "found": "Lập công đoàn",
    "rename": "Đổi tên, cách ký",
    "move": "Chuyển cấp trên",
    "close": "Kết thúc hoạt động",
    "organise": "Ghi cơ quan, doanh nghiệp",
    "stop_organising": "Thôi tổ chức ở cơ quan, doanh nghiệp",
    "add_employer": "Thêm cơ quan, doanh nghiệp",
    "locate": "Ghi địa bàn",
    "assign_sector": "Ghi ngành",
    "create_user": "Thêm người dùng",
    "give_password": "Đặt lại mật khẩu",
    "choose_password": "Đổi mật khẩu",
    "give_seat": "Giao vai trò",
    "end_seat": "Kết thúc vai trò",
    "activate": "Mở lại tài khoản",
    "deactivate": "Khóa tài khoản",
    "redraw": "Tính lại theo quy tắc mới",
    "verify": "Đối chiếu sổ",
    "template": "Đưa lên mẫu báo cáo",
    "retire_template": "Bỏ mẫu báo cáo",
}
OPERATOR = "Người vận hành"


@dataclass(frozen=True)
class Told:
    """One line of the trail. `url` leads to what it is about, where there is a page for it."""

    at: datetime
    who: str
    what: str
    about: str
    url: str
    sealed: bool


def of(unit: Unit, below: QuerySet[Unit] | None = None) -> QuerySet[Event]:
    """The trail of a union, the newest first; with that of those below, if given."""
    codes = [unit.code] if below is None else below.values("code")
    return Event.objects.filter(unit__in=codes).order_by("-at", "-pk")


def told(events: Iterable[Event]) -> list[Told]:
    """These lines in words."""
    rows = list(events)
    people = User.objects.in_bulk({event.by for event in rows if event.by})
    uids = [event.what for event in rows if _is_uid(event.what)]
    records = {
        str(uid): title for uid, title in Record.objects.filter(uid__in=uids).values_list("uid", "title")
    }
    units = dict(Unit.objects.filter(code__in={event.unit for event in rows}).values_list("code", "name"))
    return [
        Told(
            event.at,
            str(people.get(event.by, OPERATOR)) if event.by else OPERATOR,
            WORDS.get(event.action, event.action),
            _about(event, records) or units.get(event.unit, ""),
            reverse("record", args=[event.what]) if event.what in records else "",
            bool(event.seal),
        )
        for event in rows
    ]


def _about(event: Event, records: dict[str, str]) -> str:
    if event.what in records:
        return records[event.what]
    return BY_CODE[event.what].name if event.what in BY_CODE else ""


def _is_uid(text: str) -> bool:
    try:
        UUID(text)
    except ValueError:
        return False
    return True

"""People who log in: known, seated, given a password, let go. Each is in the trail; no password is."""

import re
import secrets
from datetime import date, timedelta

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.base.text import tidy_name
from congdoan.org.models import Unit
from congdoan.org.queries import alive

from .models import Role, Seat, User

LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another when read out or copied by hand
LOGIN = re.compile(r"[a-z0-9][a-z0-9._-]{2,39}")


def create_user(
    *, username: str, full_name: str, unit: Unit, role: str, from_on: date, by: int | None
) -> tuple[User, str]:
    """Somebody new with a first seat; returns them with the password to hand over, good for one login."""
    username, full_name = username.strip().lower(), tidy_name(full_name)
    _check_new(username, full_name)
    password = one_time_password()
    with writing(by=by, action="create_user", unit=unit.code, role=role):
        user = User.objects.create_user(
            username, password=password, full_name=full_name, one_time_password=True
        )
        _seat(user, unit, role, from_on)
    return user, password


def give_password(*, user: User, by: int | None) -> str:
    """A new password to hand over, good for one login; the old one no longer works."""
    password = one_time_password()
    with writing(by=by, action="give_password", what=str(user.uid)):
        user.set_password(password)
        user.one_time_password = True
        user.save(update_fields=["password", "one_time_password"])
    return password


def choose_password(*, user: User, password: str) -> None:
    """Somebody chooses their own password."""
    with writing(by=user.pk, action="choose_password", what=str(user.uid)):
        user.set_password(password)
        user.one_time_password = False
        user.save(update_fields=["password", "one_time_password"])


def give_seat(*, user: User, unit: Unit, role: str, from_on: date, by: int | None) -> Seat:
    """From a day on somebody has a role at a union, reaching every union under it."""
    with writing(by=by, action="give_seat", what=str(user.uid), unit=unit.code, role=role):
        return _seat(user, unit, role, from_on)


def end_seat(*, seat: Seat, last_day: date, by: int | None) -> None:
    """A seat ends; `last_day` is its last."""
    if not seat.from_on <= last_day < seat.to_on:
        raise Refused(
            f"Vai trò này có từ {seat.from_on:%d/%m/%Y}; hãy chọn một ngày từ đó về sau, trước khi nó kết thúc.",
            "last_day",
        )
    with writing(by=by, action="end_seat", what=str(seat.user.uid), unit=seat.unit.code, role=seat.role):
        seat.to_on = last_day + timedelta(days=1)
        seat.save(update_fields=["to_on"])


def let_in(*, user: User, active: bool, by: int | None) -> None:
    """Whether somebody may log in at all. Nobody shuts themselves out."""
    if user.pk == by and not active:
        raise Refused("Bạn không thể tự khóa tài khoản của mình; hãy nhờ một người quản trị khác.")
    with writing(by=by, action="activate" if active else "deactivate", what=str(user.uid)):
        user.is_active = active
        user.save(update_fields=["is_active"])


def one_time_password() -> str:
    """Twelve letters in groups of four, easy to read out."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(3))


def _seat(user: User, unit: Unit, role: str, from_on: date) -> Seat:
    if role not in Role.values:
        raise Refused("Không có vai trò này; hãy chọn lại.", "role")
    if not alive(unit, from_on):
        raise Refused(f"{unit.name} không hoạt động ngày {from_on:%d/%m/%Y}; hãy chọn ngày khác.", "from_on")
    if Seat.objects.filter(user=user, unit=unit, role=role, to_on__gt=from_on).exists():
        raise Refused(f"{user} đã có vai trò này ở {unit.name}; không cần giao lại.", "role")
    return Seat.objects.create(user=user, unit=unit, role=role, from_on=from_on, to_on=FOREVER)


def _check_new(username: str, full_name: str) -> None:
    if not LOGIN.fullmatch(username):
        raise Refused(
            "Tên đăng nhập gồm 3 đến 40 chữ thường không dấu, chữ số, dấu chấm hoặc gạch nối; hãy ghi lại.",
            "username",
        )
    if not full_name:
        raise Refused("Hãy ghi họ và tên.", "full_name")
    if User.objects.filter(username=username).exists():
        raise Refused(f"Tên đăng nhập “{username}” đã có người dùng; hãy chọn tên khác.", "username")

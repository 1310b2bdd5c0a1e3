"""Tokens: how a program comes in as one seat. A secret is shown once, and kept only as what it digests to."""

import hashlib
import secrets
from datetime import date

from django.db.models import QuerySet
from django.utils import timezone

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.base.period import today
from congdoan.base.text import nfc

from . import access
from .access import Somebody
from .models import Purpose, Seat, Token
from .queries import administered

KEPT = 50  # as many as one seat may have at a time


def make(
    *, seat: Seat, name: str, by: int | None, purpose: str = Purpose.API, last_day: date | None = None
) -> tuple[Token, str]:
    """A token of a seat, and its secret, which nobody can read again. `last_day`: the last day it opens anything."""
    name, on = nfc(name).strip(), today()
    _check(seat, name, last_day)
    secret = f"so-{purpose}-{secrets.token_urlsafe(32)}"
    with writing(by=by, action="make_token", unit=seat.unit.code, purpose=str(purpose), role=seat.role):
        token = Token.objects.create(
            seat=seat,
            purpose=purpose,
            name=name,
            digest=_digest(secret),
            made_on=on,
            to_on=date.fromordinal(last_day.toordinal() + 1) if last_day else FOREVER,
        )
    return token, secret


def revoke(*, token: Token, by: int | None) -> None:
    """From now on a token opens nothing. Revoked already, it stays so."""
    if token.revoked_at is not None:
        return
    with writing(by=by, action="revoke_token", what=str(token.uid), unit=token.seat.unit.code):
        token.revoked_at = timezone.now()
        token.save(update_fields=["revoked_at"])


def holder_of(secret: str, purpose: str) -> Seat | None:
    """The seat a secret comes in as; none if it is revoked, over, of another purpose, of a seat that has ended or of
    somebody who may not log in."""
    day = today()
    found = live(Token.objects.filter(digest=_digest(secret), purpose=purpose)).first()
    if found is None:
        return None
    if found.used_on != day:
        Token.objects.filter(pk=found.pk).update(used_on=day)
    return found.seat


def live(tokens: QuerySet[Token]) -> QuerySet[Token]:
    """Those that open something today."""
    day = today()
    standing = tokens.filter(revoked_at=None, to_on__gt=day, seat__user__is_active=True)
    seated = standing.filter(seat__from_on__lte=day, seat__to_on__gt=day)
    return seated.select_related("seat__user", "seat__unit__kind")


def visible_to(user: Somebody) -> QuerySet[Token]:
    """A person's own tokens that open something, and those of the seats they administer; the newest first."""
    own = Token.objects.filter(seat__in=access.seats(user).values("pk"))
    under = Token.objects.filter(seat__unit__in=administered(user).values("pk"))
    return live(own | under).order_by("-made_on", "-pk")


def _check(seat: Seat, name: str, last_day: date | None) -> None:
    if not name:
        raise Refused("Hãy đặt tên cho mã, ví dụ tên chương trình sẽ dùng nó.", "name")
    if last_day is not None and last_day < today():
        raise Refused("Ngày cuối của mã đã qua; hãy chọn hôm nay hoặc một ngày sau.", "last_day")
    if live(Token.objects.filter(seat=seat)).count() >= KEPT:
        raise Refused(f"Vai trò này đã có {KEPT} mã đang dùng; hãy thu hồi mã không cần nữa.")


def _digest(secret: str) -> str:
    return hashlib.sha256(secret.encode()).hexdigest()

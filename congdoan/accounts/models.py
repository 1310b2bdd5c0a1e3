"""People who log in, and what they may do where, from when to when."""

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models

from congdoan.audit.models import Posting
from congdoan.base.fields import FOREVER, DayField, OptionalDayField
from congdoan.org.models import Unit


class User(AbstractUser):
    """Somebody who logs in. What they may see and do is in their seats alone.

    `one_time_password`: the password was handed out and must be changed before anything else.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    full_name = models.CharField(max_length=100)
    one_time_password = models.BooleanField(default=False)
    by_seat: int | None = None  # not kept: who comes by a token has this one of their seats alone

    def __str__(self) -> str:
        return self.full_name or self.username


class Role(models.TextChoices):
    """What a seat lets one do. Not a union post."""

    CHAIR = "chair", "Chủ tịch, người ghi sổ"
    OFFICER = "officer", "Cán bộ công đoàn cấp trên"
    INSPECTOR = "inspector", "Người kiểm tra"
    READER = "reader", "Người xem"
    ADMINISTRATOR = "administrator", "Quản trị"


class Seat(models.Model):
    """A person's role at a union; it reaches every union under it. `made`, `ended`: the reorganisation that gave it for
    one at a union that ended, or ended it with its union."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="seats")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="seats")
    role = models.CharField(max_length=20, choices=Role.choices)
    from_on = DayField()
    to_on = DayField(default=FOREVER)
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")
    ended = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["user", "from_on"])]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.unit}"


class Purpose(models.TextChoices):
    """What a token opens."""

    API = "api", "Chương trình đọc, ghi sổ"
    CALENDAR = "calendar", "Lịch"


class Token(models.Model):
    """What a program shows to come in as one seat. Its secret was shown once; kept is what it digests to.

    `to_on`: the first day it no longer opens anything. `used_on`: the last day it did.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="tokens")
    purpose = models.CharField(max_length=20, choices=Purpose.choices, default=Purpose.API)
    name = models.CharField(max_length=60)
    digest = models.CharField(max_length=64, unique=True)
    made_on = DayField()
    to_on = DayField(default=FOREVER)
    used_on = OptionalDayField(null=True)
    revoked_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.name

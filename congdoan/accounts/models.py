"""People who log in, and what they may do where, from when to when."""

import uuid

from django.contrib.auth.models import AbstractUser
from django.db import models

from congdoan.base.fields import FOREVER, DayField
from congdoan.org.models import Unit


class User(AbstractUser):
    """Somebody who logs in. What they may see and do is in their seats alone.

    `one_time_password`: the password was handed out and must be changed before anything else.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    full_name = models.CharField(max_length=100)
    one_time_password = models.BooleanField(default=False)

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
    """A person's role at a union; it reaches every union under it."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="seats")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="seats")
    role = models.CharField(max_length=20, choices=Role.choices)
    from_on = DayField()
    to_on = DayField(default=FOREVER)

    class Meta:
        indexes = [models.Index(fields=["user", "from_on"])]

    def __str__(self) -> str:
        return f"{self.get_role_display()}, {self.unit}"

"""A file somebody wants to take in, what was decided about it, and what became of it."""

import uuid

from django.db import models

from congdoan.audit.models import Posting
from congdoan.org.models import Unit


class Import(models.Model):
    """A file on its way into the book of a union and of those below it.

    `sort` is what its rows are (`sorts`). `chosen` holds the sheet, what each column was taken for, and what else was
    asked; `mended` cells typed anew, by row and column; `answers` what was decided of doubtful rows. `counts` says how
    many rows have which fate. `seen`: the last posting of the book when the rows were looked at. `latest`: the posting
    under which its rows stand now, or were last taken back.
    """

    class State(models.TextChoices):
        OPEN = "open", "Đang xem lại"
        IN = "in", "Đã nhập"
        BACK = "back", "Đã hoàn tác"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="imports")
    sort = models.CharField(max_length=30)
    name = models.CharField(max_length=150)
    digest = models.CharField(max_length=64)
    chosen = models.JSONField(default=dict)
    mended = models.JSONField(default=dict)
    answers = models.JSONField(default=dict)
    counts = models.JSONField(default=dict)
    state = models.CharField(max_length=5, choices=State.choices, default=State.OPEN)
    seen = models.BigIntegerField(default=0)
    by = models.BigIntegerField(null=True)
    sent_at = models.DateTimeField(auto_now_add=True)
    latest = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "sent_at"])]

    def __str__(self) -> str:
        return self.name


class Content(models.Model):
    """The file itself, and the fate of each of its rows as last looked at: apart, so that no list brings them along."""

    of = models.OneToOneField(Import, on_delete=models.CASCADE, related_name="content")
    file = models.BinaryField()
    fates = models.BinaryField(null=True)


class Habit(models.Model):
    """What a union takes a heading for: asked once, remembered."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    sort = models.CharField(max_length=30)
    heading = models.CharField(max_length=200)
    column = models.CharField(max_length=60)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "sort", "heading"], name="imports_one_habit")]

"""Reorganisations as they are drafted, carried out and taken back."""

import uuid

from django.db import models

from congdoan.audit.models import Posting
from congdoan.base.fields import DayField, OptionalDayField
from congdoan.org.models import Unit
from congdoan.records.record import StoredFile


class Reorganisation(models.Model):
    """One decision that changes the tree in several steps. `plan`: as it was written; `told`: what it did, in numbers.
    What it wrote bears its posting `made`, so that it can be taken back whole; a draft has written nothing yet.
    `scan`: the signed decision."""

    class State(models.TextChoices):
        DRAFT = "draft", "Đang soạn"
        DONE = "done", "Đã thực hiện"
        BACK = "back", "Đã hoàn tác"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reorganisations")
    name = models.CharField(max_length=200)
    on = DayField()
    decision = models.CharField(max_length=100, blank=True)
    decided_on = OptionalDayField(null=True)
    signer = models.CharField(max_length=100, blank=True)
    plan = models.JSONField()
    told = models.JSONField(default=dict)
    state = models.CharField(max_length=5, choices=State.choices, default=State.DRAFT)
    scan = models.ForeignKey(StoredFile, on_delete=models.PROTECT, null=True, related_name="+")
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")
    latest = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "on"], name="reform_of_unit")]

    def __str__(self) -> str:
        return self.name

"""What every record has, whatever its kind: something done and written down once."""

import uuid

from django.db import models

from congdoan.audit.models import Posting
from congdoan.base.fields import DayField
from congdoan.org.models import Unit


class Record(models.Model):
    """Something a union did, on a day. Each kind adds its own columns (`kinds/<kind>.py`).

    The row holds what it says now; what it said before is in its versions. `title` says what was done without naming
    anybody; `text_key` is title and note, folded, to search by. `payer` is the union whose fund paid, where it is not
    the one that did it. `despite` says why
    it is right though the book wonders (`doubts`). `entered_for`: written by the officer above for this union, which may confirm it. `through`:
    the uid of what it was written from (a decision to commend); it is changed only through that, so they never differ.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    kind = models.CharField(max_length=30, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="records")
    payer = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    happened_on = DayField()
    title = models.CharField(max_length=300)
    text_key = models.TextField()
    note = models.TextField(blank=True)
    despite = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)
    withdrawn = models.BooleanField(default=False)
    entered_by = models.BigIntegerField(null=True)
    entered_for = models.BooleanField(default=False)
    confirmed = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")
    through = models.UUIDField(null=True, editable=False)
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    changed = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["unit", "happened_on"]),
            models.Index(fields=["kind", "happened_on"]),
            models.Index(fields=["happened_on"], name="records_by_day"),
        ]

    def __str__(self) -> str:
        return self.title


class Line(models.Model):
    """One row of a record's list (a recipient, a team, an awardee …); each kind's own."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="%(class)ss")
    position = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True
        ordering = ["position"]


class Partner(models.Model):
    """Who did it together with the owner: a union, an employer, an emulation bloc, a body outside. Counted at the owner.

    `share` is the percent of the money that is the partner's; it is taken off the owner's.
    """

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="partners")
    name = models.CharField(max_length=200)
    share = models.PositiveSmallIntegerField(default=0)


class Version(models.Model):
    """What a record said from one posting to the next: its fields and rows, people by number."""

    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="versions")
    number = models.PositiveIntegerField()
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    content = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["record", "number"], name="records_one_version")]
        ordering = ["number"]


class StoredFile(models.Model):
    """A file kept by its digest beside the database."""

    digest = models.CharField(max_length=64, unique=True)
    media_type = models.CharField(max_length=100)
    size = models.PositiveIntegerField()
    kept_at = models.DateTimeField(auto_now_add=True)


class Attachment(models.Model):
    """A file of a record: a photo, the signed list, a scan."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="attachments")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=150)
    caption = models.CharField(max_length=300, blank=True)
    credit = models.CharField(max_length=100, blank=True)
    taken_on = models.DateField(null=True, blank=True)
    consent = models.BooleanField(default=False)
    removed = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

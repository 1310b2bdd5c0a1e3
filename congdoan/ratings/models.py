"""Score sheets: a scheme with its criteria, as dated data; the sheet of a union or a group for a year, both scores kept."""

import uuid

from django.db import models

from congdoan.audit.models import Posting
from congdoan.officers.models import Group
from congdoan.org.models import Unit
from congdoan.records.gradings import Grade
from congdoan.records.record import Record

FOR_EVER, NOTE_SIZE = 9999, 300


class Scheme(models.Model):
    """What unions, or groups, are scored by from one year to another. Never edited: a newer one follows it.

    It is for the unions at and below `unit`; for all where that is empty.
    """

    class Rated(models.TextChoices):
        UNION = "union", "Công đoàn cơ sở"
        GROUP = "group", "Tổ, công đoàn bộ phận"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    rated = models.CharField(max_length=5, choices=Rated.choices)
    name = models.CharField(max_length=200)
    basis = models.CharField(max_length=300)
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField(default=FOR_EVER)
    other_sum = models.BooleanField(
        default=False
    )  # its paper lets the points come to something else than a hundred
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")
    ended = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return self.name

    @property
    def years(self) -> str:
        """ "2015–2018", "từ 2025"."""
        if self.last_year == FOR_EVER:
            return f"từ {self.first_year}"
        return f"{self.first_year}–{self.last_year}"


class Criterion(models.Model):
    """One thing that is scored, in a part of the sheet, and the most points it gives."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="criteria")
    position = models.PositiveSmallIntegerField()
    part = models.CharField(max_length=200, blank=True)
    text = models.CharField(max_length=500)
    most = models.DecimalField(max_digits=5, decimal_places=2)

    class Meta:
        ordering = ["position"]
        constraints = [models.UniqueConstraint(fields=["scheme", "position"], name="ratings_one_place")]


class Limit(models.Model):
    """From how many points a level is given. A scheme without limits leaves the level to people."""

    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="limits")
    grade = models.CharField(max_length=12, choices=Grade.choices)
    least = models.DecimalField(max_digits=5, decimal_places=2)

    class Meta:
        ordering = ["-least"]


class Sheet(models.Model):
    """The scores of a union, or of a group in it, for a year. `own` and `found` are the records of the rating that were
    written from it: what it gave itself, what was found; they change only with it."""

    class State(models.TextChoices):
        DRAFT = "draft", "Đang tự chấm"
        SENT = "sent", "Đã tự chấm, chờ thẩm định"
        RETURNED = "returned", "Bị trả lại"
        VERIFIED = "verified", "Đã thẩm định"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    scheme = models.ForeignKey(Scheme, on_delete=models.PROTECT, related_name="sheets")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, null=True, related_name="+")
    year = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    returned_why = models.CharField(max_length=500, blank=True)
    self_grade = models.CharField(max_length=12, choices=Grade.choices, blank=True)
    grade = models.CharField(max_length=12, choices=Grade.choices, blank=True)
    own = models.ForeignKey(Record, on_delete=models.PROTECT, null=True, related_name="+")
    found = models.ForeignKey(Record, on_delete=models.PROTECT, null=True, related_name="+")
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    changed = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "year"]), models.Index(fields=["year", "state"])]

    @property
    def whose(self) -> str:
        """Who is scored."""
        return f"{self.group.name}, {self.unit.name}" if self.group else self.unit.name

    def __str__(self) -> str:
        return f"Bảng chấm điểm năm {self.year}: {self.whose}"


class Mark(models.Model):
    """The points of one criterion and why: as given by who is scored, as found by who verified."""

    sheet = models.ForeignKey(Sheet, on_delete=models.PROTECT, related_name="marks")
    criterion = models.ForeignKey(Criterion, on_delete=models.PROTECT, related_name="+")
    self_points = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    points = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    self_note = models.CharField(max_length=NOTE_SIZE, blank=True)
    note = models.CharField(max_length=NOTE_SIZE, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["sheet", "criterion"], name="ratings_one_mark")]

"""Papers out and in, reports asked of unions below, plans and their lines."""

import uuid

from django.db import models
from django.db.models import Q

from congdoan.audit.models import Posting
from congdoan.base.fields import DayField, OptionalDayField
from congdoan.org.models import Unit
from congdoan.records.record import Record, StoredFile


class Paper(models.Model):
    """A paper in the register of a union. `number` is its place in a series: papers out by sort and year, papers in
    by year; once given it is never given again, a withdrawn paper keeps it.

    `symbol` of a paper out follows its number ("KH-CĐVC"); of a paper in it is all that stands on it ("15/KH-LĐLĐ").
    `issuer` is who sent a paper in, or who a paper out is sent to. `digital`: signed and sent as a file.
    `original`: of a paper in, the paper out it is, where its issuer keeps this book too.
    `text_key`: what it is searched by, folded.
    """

    class Way(models.TextChoices):
        OUT = "out", "Văn bản đi"
        IN = "in", "Văn bản đến"

    class Sort(models.TextChoices):
        PLAN = "plan", "Kế hoạch"
        REPORT = "report", "Báo cáo"
        LETTER = "letter", "Công văn"
        DECISION = "decision", "Quyết định"
        SUBMISSION = "submission", "Tờ trình"
        NOTICE = "notice", "Thông báo"
        INVITATION = "invitation", "Giấy mời"
        RESOLUTION = "resolution", "Nghị quyết"
        CONCLUSION = "conclusion", "Kết luận"
        PROGRAMME = "programme", "Chương trình"
        GUIDANCE = "guidance", "Hướng dẫn"
        RULES = "rules", "Quy chế, quy định"
        MINUTES = "minutes", "Biên bản"
        OTHER = "other", "Văn bản khác"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="papers")
    way = models.CharField(max_length=3, choices=Way.choices)
    sort = models.CharField(max_length=10, choices=Sort.choices)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    symbol = models.CharField(max_length=60, blank=True)
    dated_on = DayField()
    arrived_on = OptionalDayField(null=True)
    issuer = models.CharField(max_length=200, blank=True)
    signer = models.CharField(max_length=100, blank=True)
    subject = models.CharField(max_length=500)
    text_key = models.TextField()
    handler = models.CharField(max_length=100, blank=True)
    due_on = OptionalDayField(null=True)
    done_on = OptionalDayField(null=True)
    digital = models.BooleanField(default=False)
    answers = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="answered_by")
    original = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="copies")
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    withdrawn = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "sort", "year", "number"], condition=Q(way="out"), name="papers_out_once"
            ),
            models.UniqueConstraint(
                fields=["unit", "year", "number"], condition=Q(way="in"), name="papers_in_once"
            ),
        ]
        indexes = [
            models.Index(fields=["unit", "way", "year"], name="papers_by_unit"),
            models.Index(fields=["unit", "due_on"], name="papers_by_due"),
        ]

    def __str__(self) -> str:
        return f"{self.get_sort_display()} số {self.code}" if self.code else self.get_sort_display()

    @property
    def code(self) -> str:
        """Number and symbol as they stand on it: "05/KH-CĐVC"."""
        if self.way == self.Way.IN:
            return self.symbol
        return f"{self.number:02d}/{self.symbol}" if self.symbol else f"{self.number:02d}"


class PaperVersion(models.Model):
    """What a paper said from one posting to the next."""

    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="versions")
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    content = models.JSONField()


class Scan(models.Model):
    """A file of a paper: the signed paper scanned, or the signed file itself."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, related_name="scans")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=150)
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    removed = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")


class ReportAsked(models.Model):
    """A report a union asks of unions under it, by a day; `paper` asked for it. `period`: which sort of report."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reports_asked")
    what = models.CharField(max_length=200)
    period = models.CharField(max_length=10)
    due_on = DayField()
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, null=True, related_name="+")
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    withdrawn = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "due_on"], name="papers_asked_by_due")]

    def __str__(self) -> str:
        return self.what


class ReportDue(models.Model):
    """A report one union owes; filed on a day, with the paper out that it is."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    asked = models.ForeignKey(ReportAsked, on_delete=models.PROTECT, related_name="owed")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reports_due")
    filed_on = OptionalDayField(null=True)
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, null=True, related_name="files")
    filed = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["asked", "unit"], name="papers_asked_once")]

    @property
    def on_time(self) -> bool:
        return self.filed_on is not None and self.filed_on <= self.asked.due_on


class Plan(models.Model):
    """What a union means to do, line by line, from a day to a day (both are in it); `paper` is it as issued."""

    class Sort(models.TextChoices):
        YEAR = "year", "Kế hoạch năm"
        PROGRAMME = "programme", "Chương trình"
        CAMPAIGN = "campaign", "Kế hoạch chuyên đề, đợt"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="plans")
    sort = models.CharField(max_length=10, choices=Sort.choices)
    title = models.CharField(max_length=200)
    first_on = DayField()
    last_on = DayField()
    grounds = models.TextField(blank=True)
    aims = models.TextField(blank=True)
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, null=True, related_name="plans")
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    unmade = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "first_on"],
                condition=Q(sort="year", unmade__isnull=True),
                name="papers_one_plan_a_year",
            )
        ]

    def __str__(self) -> str:
        return self.title


class PlanLine(models.Model):
    """One thing to do: what, who, by when; of which indicator (its number) and how many. `source`: the uid of what asked
    for it (the conclusion of a meeting). `done_on`: said to be done by hand."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="lines")
    what = models.CharField(max_length=300)
    who = models.CharField(max_length=200, blank=True)
    due_on = DayField()
    indicator = models.PositiveSmallIntegerField(null=True)
    quantity = models.PositiveBigIntegerField(null=True)
    source = models.UUIDField(null=True, db_index=True)
    done_on = OptionalDayField(null=True)
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    unmade = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        ordering = ["due_on", "pk"]

    def __str__(self) -> str:
        return self.what


class LineVersion(models.Model):
    """What a line said from one posting to the next."""

    line = models.ForeignKey(PlanLine, on_delete=models.PROTECT, related_name="versions")
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    content = models.JSONField()


class Carried(models.Model):
    """A record by which a line was carried out."""

    line = models.ForeignKey(PlanLine, on_delete=models.PROTECT, related_name="carried")
    record = models.ForeignKey(Record, on_delete=models.PROTECT, related_name="carries")
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    unmade = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["line", "record"], condition=Q(unmade__isnull=True), name="papers_carried_once"
            )
        ]

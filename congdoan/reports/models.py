"""Reports: what they ask for, what was answered when their figures were fixed, and the file that was issued."""

import uuid

from django.db import models

from congdoan.audit.models import Posting
from congdoan.base.fields import DayField, OptionalDayField
from congdoan.org.models import Unit
from congdoan.papers.models import Paper


class Template(models.Model):
    """A Word file a union uploaded as its own form of report. Data, not code; kept by digest, never changed."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="templates")
    name = models.CharField(max_length=150)
    digest = models.CharField(max_length=64)
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    retired = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return self.name


class Report(models.Model):
    """One report of one union about one period.

    Draft: its figures are live. Frozen (chốt số liệu): `frozen_at` is the moment, `Answered` what every question came
    to then. Issued (ban hành): entered in the register (`paper`), so number, date and signer given, and `docx` and `xlsx` the digests of the files handed out
    ever after. `template` is a built-in one's name, or the uid of an uploaded one; `template_digest` its bytes when frozen.
    `tree_on`: empty where every union's work counts where it stood then; else history is laid over the tree of that day, so
    that what predecessors did counts too. Of one union, period and template at most one is not issued yet.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Đang soạn"
        FROZEN = "frozen", "Đã chốt số liệu"
        ISSUED = "issued", "Đã ban hành"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="reports")
    template = models.CharField(max_length=40)
    template_digest = models.CharField(max_length=64, blank=True)
    period = models.CharField(max_length=40)
    last_on = DayField()
    title = models.CharField(max_length=200)
    tree_on = OptionalDayField(null=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    frozen = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")
    frozen_at = models.DateTimeField(null=True)
    issued = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")
    issued_on = models.DateField(null=True)
    paper = models.ForeignKey(Paper, on_delete=models.PROTECT, null=True, related_name="reports")
    number = models.PositiveIntegerField(null=True)
    symbol = models.CharField(max_length=40, blank=True)
    signer = models.CharField(max_length=100, blank=True)
    docx = models.CharField(max_length=64, blank=True)
    pdf = models.CharField(max_length=64, blank=True)
    xlsx = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [models.Index(fields=["unit", "last_on"])]
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "period", "template"],
                condition=~models.Q(state="issued"),
                name="reports_one_open",
            )
        ]

    def __str__(self) -> str:
        return self.title


class FreeText(models.Model):
    """What a person wrote into a place of a report that the figures cannot say."""

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="texts")
    name = models.CharField(max_length=60)
    text = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "name"], name="reports_one_text")]


class Answered(models.Model):
    """What one question of a frozen report came to at its moment.

    `key` is the question in one line, `question` what it takes to ask it again. `ref` is the short code it was printed
    under; a figure and its breakdowns share one, and a part of a breakdown is printed as `ref@part`.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="answers")
    key = models.CharField(max_length=600)
    code = models.CharField(max_length=10)
    ref = models.CharField(max_length=64, blank=True)
    question = models.JSONField()
    answer = models.JSONField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["report", "key"], name="reports_one_answer")]
        indexes = [models.Index(fields=["code"]), models.Index(fields=["report", "ref"])]

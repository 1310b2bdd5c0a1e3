"""Resolutions with their targets, what of them was assigned below, what was said of them by hand, confirmed score sheets.

A target is never overwritten: amending it takes it back (`unmade`) and puts another in its place, which `follows` it.
"""

import uuid
from datetime import date, timedelta

from django.db import models

from congdoan.audit.models import Posting
from congdoan.base.fields import DayField
from congdoan.base.period import Period
from congdoan.ledger.indicator import BY_NUMBER, Indicator
from congdoan.officers.models import Term
from congdoan.org.models import Unit


class Said(models.Model):
    """Something written down that may be taken back, with who and why kept."""

    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    unmade = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True


class Resolution(Said):
    """What a congress resolved for its term, or a committee for a year (any stretch of days).

    `from_on` and `to_on` are the days it names. One of a term is judged over the days the term really had: where that
    was cut short, to that day.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="resolutions")
    title = models.CharField(max_length=200)
    number = models.CharField(max_length=50, blank=True)
    signed_on = DayField()
    signer = models.CharField(max_length=100, blank=True)
    term = models.ForeignKey(Term, on_delete=models.PROTECT, null=True, related_name="resolutions")
    from_on = DayField()
    to_on = DayField()

    class Meta:
        indexes = [models.Index(fields=["unit", "from_on"])]

    def __str__(self) -> str:
        return self.title

    @property
    def first(self) -> date:
        return self.term.from_on if self.term else self.from_on

    @property
    def last(self) -> date:
        """The last day to which it is judged."""
        return (self.term.to_on if self.term else self.to_on) - timedelta(days=1)

    @property
    def planned(self) -> tuple[date, date]:
        """The days it names."""
        return self.from_on, self.to_on - timedelta(days=1)

    @property
    def period(self) -> Period:
        return Period.between(self.first, self.last)


class Target(Said):
    """A value to reach. Without an indicator (`number` 0) it is judged by hand."""

    class Op(models.TextChoices):
        AT_LEAST = ">=", "trở lên"
        ABOVE = ">", "trên"
        AT_MOST = "<=", "không quá"
        EXACTLY = "=", "bằng"

    class Measure(models.TextChoices):
        TOTAL = "total", "Cộng cả kỳ"
        YEARLY = "yearly", "Từng năm"
        END = "end", "Vào cuối kỳ"
        EACH = "each", "Mỗi đơn vị cấp dưới"
        NONE = "none", "Không để xảy ra"
        YES_NO = "yes_no", "Có hoặc không"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="targets")
    follows = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="followed")
    position = models.PositiveSmallIntegerField()
    text = models.CharField(max_length=400)
    number = models.SmallIntegerField(default=0)
    cut = models.CharField(max_length=300, blank=True)
    scope = models.CharField(max_length=5, default="all")
    op = models.CharField(max_length=2, choices=Op.choices, default=Op.AT_LEAST)
    value = models.DecimalField(max_digits=15, decimal_places=2, default=1)
    joint = models.BooleanField(default=False)
    measure = models.CharField(max_length=6, choices=Measure.choices, default=Measure.TOTAL)

    class Meta:
        ordering = ["joint", "position", "pk"]

    def __str__(self) -> str:
        return self.text

    @property
    def indicator(self) -> Indicator | None:
        return BY_NUMBER.get(self.number)

    @property
    def by_hand(self) -> bool:
        """Whether people say how it stands, since no figure does."""
        return self.indicator is None or self.measure == self.Measure.YES_NO


class Answer(Said):
    """How a target stands that no figure answers, with the reason."""

    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="answers")
    met = models.BooleanField()
    on = DayField()
    reason = models.CharField(max_length=400)


class Assignment(Said):
    """A paper by which targets are handed down, with a table: which union below, which target, how much."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="assignments")
    number = models.CharField(max_length=50)
    signed_on = DayField()


class Share(models.Model):
    """What of a target a union below is to reach."""

    assignment = models.ForeignKey(Assignment, on_delete=models.PROTECT, related_name="shares")
    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="shares")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="shares_assigned")
    value = models.DecimalField(max_digits=15, decimal_places=2)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["assignment", "target", "unit"], name="targets_one_share")
        ]


class Confirmation(Said):
    """A score sheet said to be final: how many targets there were and how many were met, as judged on that day."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    resolution = models.ForeignKey(Resolution, on_delete=models.PROTECT, related_name="confirmations")
    judged_on = DayField()


class Judged(models.Model):
    """One line of a confirmed score sheet, as it was."""

    confirmation = models.ForeignKey(Confirmation, on_delete=models.PROTECT, related_name="lines")
    target = models.ForeignKey(Target, on_delete=models.PROTECT, related_name="+")
    verdict = models.CharField(max_length=9)
    result = models.CharField(max_length=60, blank=True)
    attainment = models.CharField(max_length=20, blank=True)

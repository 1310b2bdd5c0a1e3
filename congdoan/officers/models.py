"""Terms, committees, who holds which post in them, and the groups inside a union."""

import uuid

from django.db import models

from congdoan.audit.models import Posting
from congdoan.base.fields import DayField
from congdoan.org.models import Unit


class Term(models.Model):
    """From one congress to the next, of one union. `to_on` is the end as planned until `ended` says what ended it:
    the next congress (then its day, early or late) or a decision that cut it short, for the reason `why`."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="terms")
    number = models.CharField(max_length=10)
    from_on = DayField()
    to_on = DayField()
    why = models.CharField(max_length=300, blank=True)
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    ended = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "from_on"], name="officers_one_beginning")]

    def __str__(self) -> str:
        return f"Nhiệm kỳ {self.number} ({self.from_on.year}–{self.to_on.year})"

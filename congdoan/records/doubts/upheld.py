"""What looks odd in a union's figures and was said to be right all the same."""

from django.db import models

from congdoan.audit.models import Posting
from congdoan.base.fields import DayField
from congdoan.base.period import Period
from congdoan.org.models import Unit


class Upheld(models.Model):
    """A doubt about figures and why they are right. The sentence holds the figures: when one of them changes, it is another
    doubt and asks again. `first_on`: where its period begins."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    first_on = DayField()
    sentence = models.TextField()
    why = models.CharField(max_length=300)
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "first_on", "sentence"], name="upheld_once"),
        ]


def reasons(unit: Unit, period: Period) -> dict[str, str]:
    """Why each doubt about a union's figures is right all the same, by its sentence."""
    rows = Upheld.objects.filter(unit=unit, first_on=period.first)
    return dict(rows.values_list("sentence", "why"))

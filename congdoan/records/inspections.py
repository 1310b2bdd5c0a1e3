"""What an inspection keeps: itself, the unions it looked at, what it asks to be mended. Its kind is `kinds/inspection.py`."""

from django.db import models

from congdoan.base.fields import DayField
from congdoan.org.models import Unit

from .record import Line, Record


class Inspection(Record):
    """An inspection or supervision, on the day it was concluded. Money in whole đồng.

    `decision` sent the team out; it looked at the days from `examined_from` to `examined_to`; `number` is that of the
    notice of what it concluded.
    """

    class Subject(models.TextChoices):
        CHARTER = "charter", "Chấp hành Điều lệ"
        FINANCE = "finance", "Tài chính, tài sản"
        SIGNS = "signs", "Khi có dấu hiệu vi phạm"
        SUPERVISION = "supervision", "Giám sát"

    class Level(models.TextChoices):
        OWN = "own", "Cùng cấp"
        LOWER = "lower", "Cấp dưới"

    class Scope(models.TextChoices):
        REGULAR = "regular", "Thường xuyên"
        THEME = "theme", "Chuyên đề"

    class Inspected(models.TextChoices):
        ORGANISATION = "organisation", "Tổ chức"
        PERSON = "person", "Cán bộ, đoàn viên"

    subject = models.CharField(max_length=12, choices=Subject.choices)
    level = models.CharField(max_length=5, choices=Level.choices)
    scope = models.CharField(max_length=8, choices=Scope.choices, blank=True)
    inspected = models.CharField(max_length=12, choices=Inspected.choices, blank=True)
    planned = models.BooleanField(default=True)
    decision = models.CharField(max_length=50, blank=True)
    decided_on = DayField(null=True)  # type: ignore[misc]
    team = models.CharField(max_length=300, blank=True)
    examined_from = DayField(null=True)  # type: ignore[misc]
    examined_to = DayField(null=True)  # type: ignore[misc]
    number = models.CharField(max_length=50, blank=True)
    strengths = models.TextField(blank=True)
    shortcomings = models.TextField(blank=True)
    to_recover = models.BigIntegerField(default=0)
    recovered = models.BigIntegerField(default=0)


class InspectedUnion(Line):
    """A union below that was inspected."""

    record = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="unions")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")


class Demand(Line):
    """Kiến nghị: what is to be mended, by which union, by when, and the money it is to give back.

    `key` is its name for ever: the rows of a record are written anew when it is amended, what became of a demand is not.
    """

    record = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="demands")
    key = models.CharField(max_length=32, db_index=True)
    what = models.CharField(max_length=500)
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    due_on = DayField()
    amount = models.BigIntegerField(default=0)

    class Meta(Line.Meta):
        indexes = [models.Index(fields=["union", "due_on"])]


PRIVACY = {
    "Inspection": {
        "subject": "internal",
        "level": "internal",
        "scope": "internal",
        "inspected": "internal",
        "planned": "internal",
        "decision": "internal",
        "decided_on": "internal",
        "team": "personal",
        "examined_from": "internal",
        "examined_to": "internal",
        "number": "internal",
        "strengths": "personal",
        "shortcomings": "personal",
        "to_recover": "internal",
        "recovered": "internal",
    },
    "InspectedUnion": {"union": "internal"},
    "Demand": {
        "key": "internal",
        "what": "personal",
        "union": "internal",
        "due_on": "internal",
        "amount": "internal",
    },
}

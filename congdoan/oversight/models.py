"""Plans of inspection, what became of what was demanded, and complaints as they go from hand to hand."""

import uuid

from django.db import models

from congdoan.audit.models import Posting
from congdoan.base.fields import DayField
from congdoan.org.models import Unit
from congdoan.records.inspections import Inspection

REFORMING = ("reorganise", "close")  # the acts under which unions end


class Plan(models.Model):
    """What the inspection committee of a union means to look at, in a year or a term (both days are in it).

    It counts once the executive committee has approved it, under a number on a day.
    """

    class Sort(models.TextChoices):
        YEAR = "year", "Kế hoạch năm"
        TERM = "term", "Chương trình nhiệm kỳ"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="inspection_plans")
    sort = models.CharField(max_length=4, choices=Sort.choices)
    first_on = DayField()
    last_on = DayField()
    number = models.CharField(max_length=50, blank=True)
    approved_on = DayField(null=True)  # type: ignore[misc]
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    approved = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "sort", "first_on"], name="oversight_one_plan_a_time")
        ]

    def __str__(self) -> str:
        years = f"{self.first_on.year}" + (f"–{self.last_on.year}" if self.sort == self.Sort.TERM else "")
        return f"{self.get_sort_display()} {years}"


class PlanLine(models.Model):
    """One inspection meant: of which union (the plan's own: cùng cấp), of what, by when. Never edited: dropped, added anew."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="lines")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    subject = models.CharField(max_length=12, choices=Inspection.Subject.choices)
    first_on = DayField()
    last_on = DayField()
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    unmade = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")


class FollowUp(models.Model):
    """Phúc tra: what became of a demand (`key`), said on a day. Only ever added to; `unmade` takes back a slip.

    `on_time`: mended within the day the demand gave when this was written. `successor`: who says so for the union that
    inspected, where that one had ended by then; it counts there.
    """

    class State(models.TextChoices):
        REPORTED = "reported", "Công đoàn báo đã khắc phục"
        MENDED = "mended", "Phúc tra: đã khắc phục"
        NOT_YET = "not_yet", "Phúc tra: chưa khắc phục xong"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    record = models.ForeignKey(Inspection, on_delete=models.PROTECT, related_name="follow_ups")
    key = models.CharField(max_length=32, db_index=True)
    state = models.CharField(max_length=8, choices=State.choices)
    on = DayField()
    on_time = models.BooleanField(default=True)
    recovered = models.BigIntegerField(default=0)
    proof = models.TextField(blank=True)
    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    unmade = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")


class Complaint(models.Model):
    """Đơn: one file number from its first receipt on, wherever it is sent. Who sent it, about whom and what are for few.

    `holder`, `state` and `due_on` say where it stands now; its steps say how it came there.
    """

    class Sort(models.TextChoices):
        COMPLAINT = "complaint", "Khiếu nại"
        DENUNCIATION = "denunciation", "Tố cáo"
        PROPOSAL = "proposal", "Kiến nghị"
        FEEDBACK = "feedback", "Phản ánh"

    class State(models.TextChoices):
        NEW = "new", "Chờ phân loại"
        TAKEN = "taken", "Đang giải quyết"
        RESOLVED = "resolved", "Đã giải quyết"
        SENT_AWAY = "sent_away", "Đã chuyển nơi khác"
        GUIDED = "guided", "Đã hướng dẫn"
        STOPPED = "stopped", "Đã rút, đình chỉ"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    number = models.CharField(max_length=90, unique=True)
    sort = models.CharField(max_length=12, choices=Sort.choices)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="complaints")
    received_on = DayField()
    sender = models.CharField(max_length=200, blank=True)
    about_whom = models.CharField(max_length=200, blank=True)
    content = models.TextField(blank=True)
    holder = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="complaints_held")
    state = models.CharField(max_length=9, choices=State.choices, default=State.NEW)
    due_on = DayField(null=True)  # type: ignore[misc]
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["holder", "state"]),
            models.Index(fields=["unit", "received_on"]),
        ]

    def __str__(self) -> str:
        return f"Đơn số {self.number}"


class Step(models.Model):
    """What a union that held a complaint did with it on a day. Only ever added to; `unmade` takes back a slip; what a
    reform handed over goes with it when that is taken back."""

    class What(models.TextChoices):
        TAKEN = "taken", "Thụ lý: thuộc thẩm quyền"
        FORWARDED = "forwarded", "Chuyển công đoàn khác"
        SENT_AWAY = "sent_away", "Chuyển cơ quan khác"
        GUIDED = "guided", "Hướng dẫn người gửi"
        WORKED = "worked", "Xác minh, làm việc"
        RESOLVED = "resolved", "Có kết quả giải quyết"
        STOPPED = "stopped", "Rút đơn, đình chỉ"

    class Outcome(models.TextChoices):
        RIGHT = "right", "Đúng"
        PARTLY = "partly", "Đúng một phần"
        WRONG = "wrong", "Sai"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    complaint = models.ForeignKey(Complaint, on_delete=models.PROTECT, related_name="steps")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=9, choices=What.choices)
    on = DayField()
    to = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    to_outside = models.CharField(max_length=200, blank=True)
    due_on = DayField(null=True)  # type: ignore[misc]
    outcome = models.CharField(max_length=6, choices=Outcome.choices, blank=True)
    restored = models.PositiveSmallIntegerField(default=0)
    note = models.TextField(blank=True)
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    unmade = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    @property
    def handed_over(self) -> bool:
        """Whether it was sent on because its holder ended, and not because it was another's to answer."""
        return self.what == self.What.FORWARDED and self.made.action in REFORMING

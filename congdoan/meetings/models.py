"""A meeting as it is prepared and held, who was asked and who came, what it concluded."""

import uuid
from datetime import date

from django.db import models

from congdoan.audit.models import Posting
from congdoan.base.fields import DayField
from congdoan.base.text import given_key
from congdoan.members.models import Person
from congdoan.org.models import Unit
from congdoan.papers.models import Paper
from congdoan.records.record import Record


class Meeting(models.Model):
    """A meeting or conference of a union. Prepared ahead it stands alone; once held it has its record, which counts it.

    `on` is the day meant; once held, the record's day holds (`day`).
    """

    class Sort(models.TextChoices):
        YEAR_END = "year_end", "Hội nghị tổng kết"
        HALF_YEAR = "half_year", "Hội nghị sơ kết"
        COMMITTEE = "committee", "Họp ban chấp hành"
        STANDING = "standing", "Họp ban thường vụ"
        CONGRESS = "congress", "Đại hội"
        STAFF = "staff", "Hội nghị cán bộ, công chức, viên chức"
        WORKERS = "workers", "Hội nghị người lao động"
        OTHER = "other", "Cuộc họp khác"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="meetings")
    sort = models.CharField(max_length=9, choices=Sort.choices)
    about = models.CharField(max_length=150)
    on = DayField()
    starts = models.TimeField(null=True)
    place = models.CharField(max_length=150, blank=True)
    chair = models.CharField(max_length=200, blank=True)
    secretary = models.CharField(max_length=200, blank=True)
    course = models.TextField(blank=True)
    opinions = models.TextField(blank=True)
    votes = models.TextField(blank=True)
    conclusion = models.TextField(blank=True)
    record = models.OneToOneField(Record, on_delete=models.PROTECT, null=True, related_name="meeting_held")
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    changed = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    dropped = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "on"])]

    def __str__(self) -> str:
        return self.about

    @property
    def held(self) -> bool:
        return bool(self.record and not self.record.withdrawn)

    @property
    def looks_back(self) -> bool:
        """Whether such a meeting sums up a time."""
        return self.sort not in (self.Sort.COMMITTEE, self.Sort.STANDING, self.Sort.OTHER)

    @property
    def minuted(self) -> bool:
        """Whether anything was written down of what was said."""
        return any((self.course, self.opinions, self.votes, self.conclusion))

    @property
    def day(self) -> date:
        """The day it was held on; until then, the day meant."""
        return self.record.happened_on if self.record and self.held else self.on


class Numbered(models.Model):
    """A paper of a meeting as it stands in the register of papers out; `part` is its name in the pack."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="numbered")
    part = models.CharField(max_length=30)
    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="meeting_part")


class AgendaLine(models.Model):
    """A point of the agenda: from when, what, who leads it."""

    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="agenda")
    position = models.PositiveSmallIntegerField()
    starts = models.TimeField(null=True)
    what = models.CharField(max_length=300)
    who = models.CharField(max_length=150, blank=True)

    class Meta:
        ordering = ["position"]


class Delegate(models.Model):
    """Somebody asked to a meeting: of the book's people (`person`), of a lower union (`union`), or a guest typed in.

    Without a name it is whoever holds the post ("Chủ tịch" of that union). `rank`: among those of a bench, who goes first.
    """

    class Bench(models.IntegerChoices):
        GUEST = 1, "Khách mời"
        COMMITTEE = 2, "Ban chấp hành"
        INSPECTION = 3, "Ủy ban kiểm tra"
        BELOW = 4, "Công đoàn trực thuộc"
        MEMBER = 5, "Đại biểu"

    class State(models.TextChoices):
        INVITED = "invited", "Chưa điểm danh"
        CAME = "came", "Có mặt"
        ABSENT = "absent", "Vắng"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="delegates")
    bench = models.PositiveSmallIntegerField(choices=Bench.choices)
    rank = models.PositiveSmallIntegerField(default=0)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=100, blank=True)
    title = models.CharField(max_length=150, blank=True)
    organisation = models.CharField(max_length=200, blank=True)
    state = models.CharField(max_length=7, choices=State.choices, default=State.INVITED)
    reason = models.CharField(max_length=150, blank=True)

    def __str__(self) -> str:
        return self.called

    @property
    def called(self) -> str:
        """The name; of whoever holds a post, the post."""
        return (self.person.name if self.person else self.name) or self.title or "Đại biểu"

    @property
    def from_where(self) -> str:
        """What they are and where they come from, as far as the name does not say it."""
        title = self.title if self.called != self.title else ""
        return ", ".join(part for part in (title, self.organisation) if part)

    @property
    def place_in_line(self) -> tuple[int, int, str]:
        """Guests first, then the committees by rank; then by given name, and unions by theirs."""
        named = bool(self.person or self.name)
        key = self.person.given_key if self.person else given_key(self.name)
        return self.bench, self.rank, key if named else given_key(self.organisation)

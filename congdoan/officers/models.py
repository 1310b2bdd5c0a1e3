"""Terms, committees, who holds which post in them, and the groups inside a union."""

import uuid

from django.db import models

from congdoan.audit.models import Posting
from congdoan.base.fields import DayField
from congdoan.members.models import Person
from congdoan.org.models import Dated, Unit


class Term(models.Model):
    """From one congress to the next, of one union. `to_on` is the end as planned (so many `years`) until `ended` says
    what ended it: the next congress (then its day, early or late) or a decision that cut it short, for the reason `why`."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="terms")
    number = models.CharField(max_length=10)
    from_on = DayField()
    to_on = DayField()
    years = models.PositiveSmallIntegerField(default=5)
    why = models.CharField(max_length=300, blank=True)
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    ended = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["unit", "from_on"], name="officers_one_beginning")]

    def __str__(self) -> str:
        return f"Nhiệm kỳ {self.number} ({self.from_on.year}–{self.to_on.year})"


class Committee(Dated):
    """A body of a union: its executive committee, its inspection committee, its women's committee. Who sits in it and
    as what are posts; the standing committee (Ban Thường vụ) are those of the executive with such a post."""

    class Sort(models.TextChoices):
        EXECUTIVE = "executive", "Ban Chấp hành"
        INSPECTION = "inspection", "Ủy ban Kiểm tra"
        WOMEN = "women", "Ban Nữ công quần chúng"

    class How(models.TextChoices):
        ELECTED = "elected", "Bầu ra"
        INTERIM = "interim", "Lâm thời"
        APPOINTED = "appointed", "Chỉ định"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sort = models.CharField(max_length=10, choices=Sort.choices)
    how = models.CharField(max_length=10, choices=How.choices)
    term = models.ForeignKey(Term, on_delete=models.PROTECT, null=True, related_name="committees")
    decision = models.CharField(max_length=100, blank=True)

    def __str__(self) -> str:
        return f"{self.get_sort_display()}{' lâm thời' if self.how == self.How.INTERIM else ''}"


class Group(Dated):
    """A part of a grassroots union that keeps no book of its own; it may stand within another part."""

    class Sort(models.TextChoices):
        GROUP = "group", "Tổ công đoàn"
        DEPARTMENT = "department", "Công đoàn bộ phận"
        MEMBER_UNION = "member_union", "Công đoàn cơ sở thành viên"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sort = models.CharField(max_length=12, choices=Sort.choices)
    name = models.CharField(max_length=150)
    name_key = models.CharField(max_length=150)
    within = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")

    def __str__(self) -> str:
        return self.name


class Role(models.TextChoices):
    """What somebody is in a union, in the order of rank."""

    CHAIR = "chair", "Chủ tịch"
    DEPUTY = "deputy", "Phó Chủ tịch"
    STANDING = "standing", "Ủy viên Ban Thường vụ"
    MEMBER = "member", "Ủy viên Ban Chấp hành"
    HEAD = "head", "Chủ nhiệm Ủy ban Kiểm tra"
    VICE_HEAD = "vice_head", "Phó Chủ nhiệm Ủy ban Kiểm tra"
    INSPECTOR = "inspector", "Ủy viên Ủy ban Kiểm tra"
    INSPECTING = "inspecting", "Ủy viên Ban Chấp hành phụ trách kiểm tra"
    WOMEN_HEAD = "women_head", "Trưởng ban Nữ công"
    WOMEN_DEPUTY = "women_deputy", "Phó Trưởng ban Nữ công"
    WOMEN_MEMBER = "women_member", "Ủy viên Ban Nữ công"
    PART_CHAIR = "part_chair", "Chủ tịch công đoàn bộ phận, thành viên"
    PART_DEPUTY = "part_deputy", "Phó Chủ tịch công đoàn bộ phận, thành viên"
    GROUP_LEADER = "group_leader", "Tổ trưởng"
    GROUP_DEPUTY = "group_deputy", "Tổ phó"
    STAFF = "staff", "Cán bộ, chuyên viên công đoàn"
    ACCOUNTANT = "accountant", "Kế toán công đoàn"
    CASHIER = "cashier", "Thủ quỹ công đoàn"


class Post(Dated):
    """Somebody holds a post at a union from one day to another."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="posts")
    committee = models.ForeignKey(Committee, on_delete=models.PROTECT, null=True, related_name="posts")
    group = models.ForeignKey(Group, on_delete=models.PROTECT, null=True, related_name="posts")
    role = models.CharField(max_length=15, choices=Role.choices)
    full_time = models.BooleanField(default=False)
    decision = models.CharField(max_length=100, blank=True)
    why = models.CharField(max_length=300, blank=True)

    class Meta(Dated.Meta):
        abstract = False
        indexes = [
            models.Index(fields=["unit", "from_on"], name="officers_post_by_unit"),
            models.Index(fields=["person", "from_on"], name="officers_post_by_person"),
        ]

    def __str__(self) -> str:
        return str(self.get_role_display())

"""From a proposal to a decision: who is put forward for which title, how the council voted, what was granted."""

import uuid

from django.db import models

from congdoan.audit.models import Posting
from congdoan.base.fields import FOREVER, DayField
from congdoan.base.text import fold
from congdoan.base.words import grouped
from congdoan.ledger import cuts
from congdoan.members.models import Person
from congdoan.org.models import Unit
from congdoan.records.record import Record
from congdoan.records.titles import Award, Issuer, Scope


class Asked(models.Model):
    """Which award, by whom, for what of which year: said by a proposal and again by the decision on it."""

    award = models.CharField(max_length=24, choices=Award.choices)
    issuer = models.CharField(max_length=12, choices=Issuer.choices)
    scope = models.CharField(max_length=8, choices=Scope.choices, default=Scope.FULL)
    topic = models.CharField(max_length=20, choices=tuple(cuts.VALUES["topic"].items()), blank=True)
    achievement_year = models.PositiveSmallIntegerField()

    class Meta:
        abstract = True

    @property
    def asked(self) -> tuple[str, str, str, str, int]:
        """What makes two of them the same."""
        return self.award, self.issuer, self.scope, self.topic, self.achievement_year

    @property
    def award_said(self) -> str:
        """ "Bằng khen của LĐLĐ tỉnh, thành phố, chuyên đề Nữ công, năm 2024"."""
        theme = f", chuyên đề {self.get_topic_display()}" if self.topic else ""
        scope = "" if self.scope == Scope.FULL else f", {self.get_scope_display().lower()}"
        return f"{self.get_award_display()} của {self.get_issuer_display()}{theme or scope}, năm {self.achievement_year}"


class Council(models.Model):
    """A meeting of a union's emulation council: who was there, and what it found on each candidate (`Ballot`).

    `attendees` holds a line for each member present, the chair and the secretary among them.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    met_on = DayField()
    place = models.CharField(max_length=150, blank=True)
    members = models.PositiveSmallIntegerField()
    attendees = models.TextField()
    chair = models.CharField(max_length=100)
    secretary = models.CharField(max_length=100)
    minutes = models.TextField(blank=True)
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    changed = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "met_on"])]

    @property
    def present(self) -> int:
        """How many members were there to vote."""
        return len(self.attendees.splitlines())


class Proposal(Asked):
    """A paper that puts people and collectives forward, from a union to the one whose council hears it.

    `to` is that union, the same as `unit` where its own council decides; empty where it goes to a body outside the book.
    """

    class State(models.TextChoices):
        DRAFT = "draft", "Đang soạn"
        SENT = "sent", "Đã gửi"
        RETURNED = "returned", "Bị trả lại"
        COUNCIL = "council", "Trình hội đồng"
        PASSED = "passed", "Đã trình lên cấp trên"
        DECIDED = "decided", "Đã có quyết định"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    to = models.ForeignKey(Unit, on_delete=models.PROTECT, null=True, related_name="+")
    proposed_on = DayField()
    number = models.CharField(max_length=50, blank=True)
    grounds = models.TextField(blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    returned_why = models.CharField(max_length=500, blank=True)
    over_why = models.CharField(max_length=500, blank=True)
    council = models.ForeignKey(Council, on_delete=models.PROTECT, null=True, related_name="proposals")
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    changed = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [
            models.Index(fields=["unit", "achievement_year"]),
            models.Index(fields=["to", "state"]),
        ]

    def __str__(self) -> str:
        return f"Đề nghị tặng {self.award_said}"


class Candidate(models.Model):
    """Who is put forward and why: somebody, or a collective (the union itself if it bears no name).

    `source` is the candidate of a union below that this one passes on.
    """

    class Sort(models.TextChoices):
        PERSON = "person", "Cá nhân"
        UNION = "union", "Công đoàn"
        GROUP = "group", "Tổ công đoàn, công đoàn bộ phận"
        DEPARTMENT = "department", "Phòng, ban, khoa, tổ của cơ quan"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    proposal = models.ForeignKey(Proposal, on_delete=models.PROTECT, related_name="candidates")
    position = models.PositiveSmallIntegerField()
    sort = models.CharField(max_length=10, choices=Sort.choices)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=150, blank=True)
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    reason = models.TextField(blank=True)
    source = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="passed")

    class Meta:
        ordering = ["position"]

    @property
    def called(self) -> str:
        return self.person.name if self.person else self.name or self.union.name

    @property
    def who(self) -> tuple[int | None, int, str]:
        """What makes two of them the same: the person; else the collective at its union."""
        return (self.person_id, 0, "") if self.person_id else (None, self.union_id, fold(self.name))


class Ballot(models.Model):
    """How a council voted on a candidate."""

    council = models.ForeignKey(Council, on_delete=models.PROTECT, related_name="ballots")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="ballots")
    votes_for = models.PositiveSmallIntegerField()
    votes_against = models.PositiveSmallIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["council", "candidate"], name="emulation_one_ballot"),
        ]


class Decision(Asked):
    """What was granted, by number, day and signer. Its commendation (`record`) says the same and changes only with it.

    `council` is empty for a decision received from above or from outside the book.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    council = models.ForeignKey(Council, on_delete=models.PROTECT, null=True, related_name="decisions")
    number = models.CharField(max_length=50)
    signed_on = DayField()
    signer = models.CharField(max_length=100)
    signer_title = models.CharField(max_length=100)
    record = models.OneToOneField(Record, on_delete=models.PROTECT, related_name="+")
    revoked = models.BooleanField(default=False)
    revoked_why = models.CharField(max_length=500, blank=True)
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    changed = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "signed_on"])]

    def __str__(self) -> str:
        return f"Quyết định số {self.number}, ngày {self.signed_on:%d/%m/%Y}"


class Grant(models.Model):
    """A candidate who is granted the award, and why in spite of a rule, if one stood against it."""

    decision = models.ForeignKey(Decision, on_delete=models.PROTECT, related_name="grants")
    candidate = models.ForeignKey(Candidate, on_delete=models.PROTECT, related_name="grants")
    exception = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["decision", "candidate"], name="emulation_one_grant"),
        ]


class Quota(models.Model):
    """How many a union lets each union directly under it propose: so many for every so many members, or unions."""

    class Base(models.TextChoices):
        MEMBERS = "members", "đoàn viên"
        UNIONS = "unions", "công đoàn cơ sở"
        EACH = "each", "công đoàn trực thuộc"

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    award = models.CharField(max_length=24, choices=Award.choices)
    issuer = models.CharField(max_length=12, choices=Issuer.choices)
    individual = models.BooleanField()
    number = models.PositiveSmallIntegerField()
    per = models.PositiveIntegerField(default=1)
    base = models.CharField(max_length=8, choices=Base.choices)
    basis = models.CharField(max_length=200)
    from_on = DayField()
    to_on = DayField(default=FOREVER)
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    unmade = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "from_on"])]

    @property
    def rule(self) -> str:
        """ "cứ 500 đoàn viên được 1"."""
        base = self.get_base_display()
        if self.base == self.Base.EACH:
            return f"mỗi {base} được {self.number}"
        return f"cứ {grouped(self.per)} {base} được {self.number}"

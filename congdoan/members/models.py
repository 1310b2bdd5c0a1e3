"""The people a union's work is about, and the register of its members: who belonged where, from which day to which.

Unions and postings are never deleted, so the database does not look each of them up again for every member of a list.
"""

import uuid
from datetime import date, timedelta

from django.db import models
from django.db.models import F, Q

from congdoan.audit.models import Posting
from congdoan.base.fields import FOREVER, DayField, OptionalDayField
from congdoan.org.models import Unit

from . import births


def _of_the_few(column: str, name: str) -> models.Index:
    """An index for a reference that hardly any row has: the many others cost it nothing."""
    return models.Index(fields=[column], name=name, condition=Q(**{f"{column}__isnull": False}))


class Household(models.Model):
    """A member's family: what 'gia đình' counts, whoever of it receives."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="households", db_constraint=False)


class Person(models.Model):
    """A member, or somebody of a member's household. `unit` is the one that wrote them down; where a member belongs
    on a day is for `Membership` to say.

    `born_year`: where no more than the year of birth is known; then there is no `born_on`. `complete_on`: the day on which all that a register asks for was there. `forgotten`: a pseudonym stands for the name. `twin_key`: the name as it is heard, with
    the birth date, empty while that is not known; two people of one key may be one. `unmade`: a list they came with was
    taken back.
    """

    class Relation(models.TextChoices):
        MEMBER = "member", "Đoàn viên"
        WORKER = "worker", "Người lao động"
        CHILD = "child", "Con của đoàn viên"
        FAMILY = "family", "Người thân của đoàn viên"

    class Education(models.TextChoices):
        NONE = "", "Chưa ghi"
        SCHOOL = "school", "Phổ thông"
        VOCATIONAL = "vocational", "Trung cấp, nghề"
        COLLEGE = "college", "Cao đẳng"
        BACHELOR = "bachelor", "Đại học"
        POSTGRADUATE = "postgraduate", "Sau đại học"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="people", db_index=False, db_constraint=False)  # fmt: skip
    name = models.CharField(max_length=100)
    name_key = models.CharField(max_length=100)
    given_key = models.CharField(max_length=404)
    relation = models.CharField(max_length=10, choices=Relation.choices, default=Relation.MEMBER)
    woman = models.BooleanField(null=True)
    born_on = models.DateField(null=True, blank=True)
    born_year = models.PositiveSmallIntegerField(null=True, blank=True)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="people")
    phone = models.CharField(max_length=20, blank=True)
    email = models.EmailField(max_length=100, blank=True)
    job = models.CharField(max_length=100, blank=True)
    education = models.CharField(max_length=15, choices=Education.choices, blank=True)
    complete_on = OptionalDayField(null=True)
    card_number = models.CharField(max_length=20, null=True)
    twin_key = models.CharField(max_length=120, blank=True)
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged", db_index=False)  # fmt: skip
    unmade = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    forgotten = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)  # fmt: skip

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["card_number"], condition=Q(unmade=None), name="members_card_once"),
            models.CheckConstraint(condition=Q(born_on=None) | Q(born_year=None), name="members_born_once"),
        ]  # fmt: skip
        indexes = [
            models.Index(fields=["unit", "given_key"]),
            models.Index(fields=["given_key", "id", "name_key"], name="members_by_given_name"),
            models.Index(fields=["name_key"], name="members_by_name"),
            models.Index(fields=["twin_key"], name="members_by_twin"),
            _of_the_few("merged_into", "members_merged"),
            _of_the_few("unmade", "members_person_unmade"),
        ]

    def __str__(self) -> str:
        return self.name

    @property
    def born(self) -> str:
        """As far as it is known: 05/11/1985, or 1985."""
        return births.words(self.born_on or self.born_year)


class NameWord(models.Model):
    """A word of somebody's name, folded: where a search begins. It bears the person's keys as well, so that those found
    are checked for the other words, and sorted, from the index alone."""

    word = models.CharField(max_length=100)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="words", db_index=False, db_constraint=False)  # fmt: skip
    name_key = models.CharField(max_length=100)
    given_key = models.CharField(max_length=404)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "word"], name="members_word_once")]
        indexes = [models.Index(fields=["word", "given_key", "person", "name_key"], name="members_by_word")]


class Earlier(models.Model):
    """What the book said of a person before somebody mended it."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="earlier")
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    content = models.JSONField()


class Sensitive(models.Model):
    """What of a person is shown by role and need, each sight logged. Kept apart, so that no list can bring it along."""

    person = models.OneToOneField(Person, on_delete=models.PROTECT, related_name="sensitive")
    id_number = models.CharField(max_length=12, blank=True)
    ethnicity = models.CharField(max_length=40, blank=True)
    religion = models.CharField(max_length=40, blank=True)
    party_on = OptionalDayField(null=True)
    bank_account = models.CharField(max_length=40, blank=True)
    health_note = models.CharField(max_length=300, blank=True)

    class Meta:
        indexes = [models.Index(fields=["id_number"], name="members_by_id_number")]


class Hardship(models.Model):
    """A person stands on the hardship list from one day to another."""

    class Level(models.TextChoices):
        HARD = "hard", "Khó khăn"
        VERY_HARD = "very_hard", "Đặc biệt khó khăn"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="hardships")
    level = models.CharField(max_length=10, choices=Level.choices)
    note = models.CharField(max_length=300, blank=True)
    from_on = DayField()
    to_on = DayField(default=FOREVER)
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    unmade = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")


class Membership(models.Model):
    """A person belongs to a grassroots union from one day up to another. At most one at a time, held by the database.

    `previous` is the membership it was received from. `unmade`: it was written by mistake and taken back.
    """

    class Begin(models.TextChoices):
        ADMITTED = "admitted", "Kết nạp"
        RECEIVED = "received", "Chuyển đến"
        OPENING = "opening", "Có sẵn khi mở sổ"

    class End(models.TextChoices):
        LEFT = "left", "Thôi"
        TRANSFERRED = "transferred", "Chuyển đi"
        UNION_ENDED = "union_ended", "Công đoàn kết thúc hoạt động"

    class Reason(models.TextChoices):
        RETIRED = "retired", "Nghỉ hưu"
        LEFT_WORK = "left_work", "Nghỉ việc, chuyển việc"
        OWN_WISH = "own_wish", "Thôi theo đơn"
        EXPELLED = "expelled", "Khai trừ"
        DIED = "died", "Từ trần"
        OTHER = "other", "Lý do khác"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="memberships")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="memberships", db_index=False, db_constraint=False)  # fmt: skip
    from_on = DayField()
    to_on = DayField(default=FOREVER)
    began = models.CharField(max_length=10, choices=Begin.choices)
    decision = models.CharField(max_length=100, blank=True)
    ended = models.CharField(max_length=12, choices=End.choices, blank=True)
    reason = models.CharField(max_length=10, choices=Reason.choices, blank=True)
    end_decision = models.CharField(max_length=100, blank=True)
    previous = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="followers", db_index=False)  # fmt: skip
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+", db_constraint=False)
    changed = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False)  # fmt: skip
    unmade = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["person"], condition=Q(to_on=FOREVER, unmade=None), name="members_one_open"
            ),
            models.CheckConstraint(condition=Q(from_on__lte=F("to_on")), name="members_forward"),
        ]
        indexes = [
            models.Index(fields=["unit", "from_on", "to_on", "person"], name="members_of_unit"),
            _of_the_few("previous", "members_previous"),
            _of_the_few("unmade", "members_unmade"),
        ]

    def __str__(self) -> str:
        return f"{self.person} – {self.unit}"

    @property
    def open(self) -> bool:
        """Whether no end is known."""
        return self.to_on == FOREVER and self.unmade_id is None

    @property
    def suspended(self) -> bool:
        """Whether they take no part for the time being."""
        return self.suspensions.filter(to_on=FOREVER).exists()


class Suspension(models.Model):
    """A member takes no part for a while; counted all the same."""

    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="suspensions")
    from_on = DayField()
    to_on = DayField(default=FOREVER)
    note = models.CharField(max_length=300, blank=True)
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")


PATIENCE = timedelta(days=30)  # a transfer unanswered for so long is flagged at both ends and above


class Transfer(models.Model):
    """A member wants to go on in another union: asked by the one they leave, answered by the one that receives them."""

    class State(models.TextChoices):
        OPEN = "open", "Chờ trả lời"
        ACCEPTED = "accepted", "Đã tiếp nhận"
        REFUSED = "refused", "Không tiếp nhận"
        WITHDRAWN = "withdrawn", "Đã rút"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    membership = models.ForeignKey(Membership, on_delete=models.PROTECT, related_name="transfers")
    to_unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="transfers_in")
    asked_on = DayField()
    paper = models.CharField(max_length=100, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    why = models.CharField(max_length=300, blank=True)
    asked = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    answered = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["membership"], condition=Q(state="open"), name="members_one_transfer_open")
        ]  # fmt: skip
        indexes = [models.Index(fields=["to_unit", "state"])]

    @property
    def patient_until(self) -> date:
        """The last day on which waiting for the answer is nothing odd."""
        return self.asked_on + PATIENCE


class Card(models.Model):
    """A card handed out. The number is the person's own; the card may be changed or issued again."""

    class Kind(models.TextChoices):
        PLAIN = "plain", "Thẻ thông thường"
        LINKED = "linked", "Thẻ liên kết ngân hàng"

    class Issue(models.TextChoices):
        NEW = "new", "Cấp mới"
        EXCHANGE = "exchange", "Đổi"
        REISSUE = "reissue", "Cấp lại"

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="cards")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=20)
    kind = models.CharField(max_length=6, choices=Kind.choices)
    issue = models.CharField(max_length=10, choices=Issue.choices)
    issued_on = DayField()
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    unmade = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")


class Register(models.Model):
    """From when a union keeps its register here. What it declared before in totals ends on that day."""

    unit = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="register")
    opened_on = DayField()
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")


class Apart(models.Model):
    """Two people (by number, the smaller first) who look like one and are not."""

    one = models.BigIntegerField()
    other = models.BigIntegerField()
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["one", "other"], name="members_apart_once")]

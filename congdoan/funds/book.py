"""Named money, and the books kept of it: vouchers, whose legs come to nothing.

Nothing here is edited: what was written by mistake is reversed by another voucher.
"""

import uuid

from django.db import models

from congdoan.audit.models import Posting
from congdoan.base.fields import FOREVER, DayField
from congdoan.org.models import Unit

NAME_SIZE = 150
WORDS_SIZE = 300


class Fund(models.Model):
    """Named money of one union. `opened_on` is the first day of its book, `FOREVER` while none is kept."""

    class Source(models.TextChoices):
        """Where the money comes from, as reports break it down (`source`)."""

        UNION = "union", "Kinh phí công đoàn"
        DUES = "dues", "Đoàn phí"
        SOCIAL = "social", "Quỹ Xã hội Công đoàn"
        SHELTER = "shelter", "Quỹ Mái ấm Công đoàn"
        WOMEN = "women", "Quỹ nữ công"
        ROTATING = "rotating", "Góp vốn xoay vòng"
        LOANS = "loans", "Vốn vay tạo việc làm"
        EMPLOYER = "employer", "Ngân sách, chuyên môn hỗ trợ"
        SPONSOR = "sponsor", "Xã hội hóa"
        OTHER = "other", "Quỹ khác"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="funds")
    code = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=NAME_SIZE)
    source = models.CharField(max_length=10, choices=Source.choices)
    from_on = DayField()
    to_on = DayField(default=FOREVER)
    opened_on = DayField(default=FOREVER)

    def __str__(self) -> str:
        return self.name

    @property
    def has_book(self) -> bool:
        return self.opened_on < FOREVER

    @property
    def of_the_union(self) -> bool:
        """Whether it is the union's own finance, which is settled every year; charity and members' savings are not."""
        return self.source in UNION_FINANCE


UNION_FINANCE = (Fund.Source.UNION, Fund.Source.DUES, Fund.Source.EMPLOYER, Fund.Source.SPONSOR)


class Item(models.Model):
    """What money comes in or goes out for, under the code a scheme gives it from one day to another (mục thu, chi).

    Dated data: `number` is what forms print, `purpose` is what it means whatever the scheme. `source` says where the
    code stands, `mark` how sure that is (A: read in the source … C: known by word of mouth, to be checked).
    """

    class Side(models.TextChoices):
        IN = "in", "Thu"
        OUT = "out", "Chi"

    scheme = models.CharField(max_length=20)
    number = models.CharField(max_length=10, blank=True)
    purpose = models.CharField(max_length=20)
    name = models.CharField(max_length=NAME_SIZE)
    side = models.CharField(max_length=3, choices=Side.choices)
    from_on = DayField()
    to_on = DayField(default=FOREVER)
    source = models.CharField(max_length=200, blank=True)
    mark = models.CharField(max_length=1, blank=True)

    class Meta:
        indexes = [models.Index(fields=["purpose", "from_on"])]

    def __str__(self) -> str:
        return f"{self.number} {self.name}".strip()


class Voucher(models.Model):
    """One movement of money, numbered without gaps per union, form and year.

    `origin` is the public name of what it comes from, if anything: a record, a loan, a month's dues. `reverses` names the
    voucher it takes back.
    """

    class Form(models.TextChoices):
        OPENING = "opening", "Số dư đầu sổ"
        RECEIPT = "receipt", "Phiếu thu"
        PAYMENT = "payment", "Phiếu chi"
        TRANSFER = "transfer", "Phiếu chuyển"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="vouchers")
    form = models.CharField(max_length=10, choices=Form.choices)
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    dated_on = DayField()
    party = models.CharField(max_length=200, blank=True)
    words = models.CharField(max_length=WORDS_SIZE)
    origin = models.UUIDField(null=True, db_index=True)
    reverses = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="reversal")
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["unit", "form", "year", "number"], name="funds_one_number")
        ]
        indexes = [models.Index(fields=["unit", "dated_on"])]

    def __str__(self) -> str:
        return f"{self.get_form_display()} {self.number:03d}/{self.year}"


class Leg(models.Model):
    """One side of a voucher, in whole đồng: at a fund (what it holds: + in, − out) or at an item (the other way round).

    The legs of a voucher come to nothing.
    """

    voucher = models.ForeignKey(Voucher, on_delete=models.PROTECT, related_name="legs")
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, null=True, related_name="legs")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, null=True, related_name="legs")
    amount = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(fund__isnull=True) ^ models.Q(item__isnull=True),
                name="funds_leg_stands_once",
            )
        ]


class Transfer(models.Model):
    """Money on its way from one union to another: sent by one, accepted (or refused) by the other."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sent = models.OneToOneField(Voucher, on_delete=models.PROTECT, related_name="sending")
    to = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    received = models.OneToOneField(Voucher, on_delete=models.PROTECT, null=True, related_name="receiving")
    refused = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    @property
    def waits(self) -> bool:
        return self.received_id is None and self.refused_id is None


class CashCount(models.Model):
    """What was found when the money of a fund was counted: notes in the box, and what the bank says."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="counts")
    counted_on = DayField()
    cash = models.BigIntegerField()
    banked = models.BigIntegerField(default=0)
    explanation = models.CharField(max_length=WORDS_SIZE, blank=True)
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")


class ClosedMonth(models.Model):
    """A month whose vouchers are settled: none may be dated in it until it is opened again."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="closed_months")
    from_on = DayField()
    to_on = DayField()
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    unmade = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

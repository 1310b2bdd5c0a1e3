"""What is owed by rule or by a day: rates and shares, a month's dues, the year's estimate, what must be made public."""

import uuid
from decimal import Decimal

from django.db import models

from congdoan.audit.models import Posting
from congdoan.base.fields import FOREVER, DayField
from congdoan.base.money import format_dong
from congdoan.base.words import decimal_text
from congdoan.org.models import Unit

from .book import WORDS_SIZE, Item, Voucher


class Rate(models.Model):
    """A number of the rules, valid from one day to another: percents in hundredths of a percent, sums in đồng.

    `group`: whose dues it is about, or which level keeps the share; empty where it is one for all. `source` says where it stands, `mark` how sure it is.
    """

    class What(models.TextChoices):
        DUES = "dues", "Mức đóng đoàn phí (% tiền lương)"
        CAP = "cap", "Đoàn phí nhiều nhất (% lương cơ sở)"
        BASE = "base", "Lương cơ sở (đồng)"
        FUND = "fund", "Mức đóng kinh phí công đoàn (% quỹ tiền lương)"
        DUES_KEPT = "dues_kept", "Cơ sở giữ lại đoàn phí (%)"
        FUND_KEPT = "fund_kept", "Cơ sở được sử dụng kinh phí 2% (%)"
        DUES_UPPER = "dues_upper", "Cấp trên giữ lại, đoàn phí cấp dưới nộp lên (%)"
        FUND_UPPER = "fund_upper", "Cấp trên giữ lại, kinh phí cấp dưới nộp lên (%)"

    class Group(models.TextChoices):
        BUDGET = "budget", "Cơ quan, đơn vị hưởng 100% lương từ ngân sách"
        PUBLIC = "public", "Đơn vị sự nghiệp khác"
        STATE = "state", "Doanh nghiệp nhà nước"
        PRIVATE = "private", "Doanh nghiệp ngoài nhà nước"
        FREE = "free", "Không thuộc diện đóng bảo hiểm xã hội bắt buộc"

    class Keeper(models.TextChoices):
        """Whose share of what comes from below it is: the codes of levels."""

        UPPER = "direct_superior", "Cấp trên trực tiếp cơ sở"
        PROVINCE = "province", "Tỉnh, thành phố, ngành Trung ương"

    what = models.CharField(max_length=10, choices=What.choices)
    group = models.CharField(max_length=20, choices=[*Group.choices, *Keeper.choices], blank=True)
    value = models.BigIntegerField()
    from_on = DayField()
    to_on = DayField(default=FOREVER)
    source = models.CharField(max_length=200, blank=True)
    mark = models.CharField(max_length=1, blank=True)

    @property
    def told(self) -> str:
        """As people say it: "0,5%", "2.340.000 đồng"."""
        return (
            format_dong(self.value)
            if self.what == self.What.BASE
            else f"{decimal_text(Decimal(self.value) / 100)}%"
        )


class Dues(models.Model):
    """What a union collected for a month, of its members or of their employer: for how many, on what wages, by which rule.

    `payers`: members who paid dues; workers the employer paid the 2 % fund for.
    """

    class Levy(models.TextChoices):
        DUES = "dues", "Đoàn phí"
        FUND = "fund", "Kinh phí công đoàn"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    levy = models.CharField(max_length=4, choices=Levy.choices, default=Levy.DUES)
    month_on = DayField()
    group = models.CharField(max_length=10, choices=Rate.Group.choices)
    payers = models.PositiveIntegerField()
    wages = models.BigIntegerField()
    due = models.BigIntegerField()
    voucher = models.OneToOneField(Voucher, on_delete=models.PROTECT, related_name="dues")

    class Meta:
        indexes = [models.Index(fields=["unit", "month_on"])]


class Estimate(models.Model):
    """The year's estimate of a union (dự toán), as it was approved. A later one of the same year takes its place."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    approved_on = DayField()
    replaced = models.BooleanField(default=False)
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["unit", "year"], condition=models.Q(replaced=False), name="funds_one_estimate"
            )
        ]


class EstimateLine(models.Model):
    """How much an estimate has for an item."""

    estimate = models.ForeignKey(Estimate, on_delete=models.PROTECT, related_name="lines")
    item = models.ForeignKey(Item, on_delete=models.PROTECT, related_name="+")
    amount = models.BigIntegerField()


class Disclosure(models.Model):
    """Something to be made public, or handed in, by a day; when it was, and where it can be seen.

    `began_on` is the day from which the time runs: the approval, the end of collecting or of handing out.
    """

    class Paper(models.TextChoices):
        ESTIMATE = "estimate", "Công khai dự toán"
        SETTLEMENT = "settlement", "Công khai quyết toán"
        RECEIVED = "received", "Công khai tiền, hàng từ thiện đã nhận"
        GIVEN = "given", "Công khai tiền, hàng từ thiện đã trao"
        FILING = "filing", "Nộp báo cáo quyết toán lên cấp trên"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="disclosures")
    paper = models.CharField(max_length=10, choices=Paper.choices)
    words = models.CharField(max_length=WORDS_SIZE, blank=True)
    began_on = DayField()
    due_on = DayField()
    done_on = DayField(default=FOREVER)
    proof = models.CharField(max_length=WORDS_SIZE, blank=True)
    posting = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")

    class Meta:
        indexes = [models.Index(fields=["unit", "due_on"])]

    @property
    def done(self) -> bool:
        return self.done_on < FOREVER

    @property
    def on_time(self) -> bool:
        return self.done_on <= self.due_on

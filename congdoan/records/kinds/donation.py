"""Quyên góp, ủng hộ: what a union collects, and what it hands over. Each purpose counts in its own direction and unit.

Money for a fund and áo dài collected count where they are first collected; passing them on upward is no new donation,
so it is refused rather than written and left uncounted. Áo dài given are not held against áo dài collected: what is
given by a union above was collected by those below, bought, or kept from an earlier year, and there is no book of that
stock. Only a number no union ever handled at once is refused.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect, MoneyField
from congdoan.base.words import grouped, short_money, small
from congdoan.funds.models import Fund
from congdoan.funds.movements import Movement, income_purpose, spending_purpose
from congdoan.ledger import cuts
from congdoan.ledger.indicator import BY_KEY
from congdoan.ledger.origins import Draw

from ..forms import FundField, RecordForm, funds_for
from ..kind import Kind, Rows, register
from ..record import Record

MOST_MONEY = 10_000_000_000  # đồng in one donation; above these it is a slip of the keyboard
MOST_NUMBER = 10_000  # sets, work-days or households in one donation


class Donation(Record):
    """`number` is sets of áo dài, days of work or households helped; money is whole đồng; `receiver` is a commune, a body: no person.

    `fund`: which fund what was collected went into, or what was handed over came out of, if one of the union's did.
    """

    class Direction(models.TextChoices):
        COLLECTED = "collected", "Vận động, quyên góp được"
        GIVEN = "given", "Đã trao, ủng hộ"

    class Purpose(models.TextChoices):
        COUNTRYSIDE = "countryside", "Xây dựng nông thôn mới"
        SOCIAL_FUND = "social_fund", "Quỹ Xã hội Công đoàn"
        CHARITY = "charity", "Quỹ từ thiện, nhân đạo khác"
        AO_DAI = "ao_dai", "Áo dài"
        WORK_DAYS = "work_days", "Ngày công giúp xã"
        HOUSEHOLDS = "households", "Giúp hộ nghèo, hộ nông dân"

    direction = models.CharField(max_length=10, choices=Direction.choices)
    purpose = models.CharField(max_length=20, choices=Purpose.choices)
    cause = models.CharField(max_length=20, blank=True)
    cash = models.BigIntegerField(default=0)
    goods = models.BigIntegerField(default=0)
    goods_what = models.CharField(max_length=100, blank=True)
    number = models.IntegerField(default=0)
    partner_share = models.PositiveSmallIntegerField(default=0)
    receiver = models.CharField(max_length=200, blank=True)
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, null=True, related_name="donations")


AMOUNTS = {"cash": "tiền", "goods": "hiện vật", "number": "số bộ, số ngày công, số hộ"}
COUNTED = {"ao_dai": "bộ", "work_days": "ngày công", "households": "hộ"}
COLUMNS = ("direction", "purpose", "cause", *AMOUNTS, "goods_what", "partner_share", "receiver", "fund")
PRIVACY = {"Donation": dict.fromkeys(COLUMNS, "internal")}


@dataclass(frozen=True)
class Feeds:
    """What each amount of a purpose adds in a direction; `unions` counts the grassroots union once."""

    cash: tuple[str, ...] = ()
    goods: tuple[str, ...] = ()
    number: tuple[str, ...] = ()
    unions: str = ""

    @property
    def amounts(self) -> Mapping[str, tuple[str, ...]]:
        """The indicators of each amount that counts."""
        return {name: getattr(self, name) for name in AMOUNTS if getattr(self, name)}

    @property
    def keys(self) -> set[str]:
        return {*self.cash, *self.goods, *self.number, self.unions} - {""}


COUNTRYSIDE = "funds.countryside_total"
FEEDS = {
    ("countryside", "given"): Feeds(
        cash=("funds.countryside_cash", COUNTRYSIDE), goods=("funds.countryside_goods", COUNTRYSIDE)
    ),
    ("social_fund", "collected"): Feeds(cash=("funds.social_fund_raised",)),
    ("charity", "collected"): Feeds(cash=("funds.charity_raised",)),
    ("ao_dai", "collected"): Feeds(number=("funds.ao_dai_collected",), unions="funds.ao_dai_unions"),
    ("ao_dai", "given"): Feeds(number=("funds.ao_dai_given",)),
    ("work_days", "given"): Feeds(number=("funds.work_days",)),
    ("households", "given"): Feeds(number=("funds.poor_households",)),
}
UNCOUNTED = {
    "countryside": "Ủng hộ nông thôn mới tính lúc trao cho xã; hãy chọn “Đã trao, ủng hộ”.",
    "social_fund": "Quỹ Xã hội tính ở nơi vận động được, nộp lên không tính lại; hãy chọn “Vận động, quyên góp được”.",
    "charity": "Quỹ từ thiện tính ở nơi vận động được, nộp đi không tính lại; hãy chọn “Vận động, quyên góp được”.",
    "households": "Hộ được giúp tính lúc giúp; hãy chọn “Đã trao, ủng hộ”.",
    "work_days": "Ngày công tính ở công đoàn đã cử người đi làm; hãy chọn “Đã trao, ủng hộ”.",
}


def _purposes(*amounts: str) -> tuple[str, ...]:
    """The purposes of which one of these amounts counts."""
    found = (purpose for (purpose, _), feeds in FEEDS.items() if {*amounts} & {*feeds.amounts})
    return tuple(dict.fromkeys(found))


ASKED_FOR = {
    "cause": ("purpose", ("charity",)),
    "cash": ("purpose", _purposes("cash")),
    "goods": ("purpose", _purposes("goods")),
    "goods_what": ("purpose", _purposes("goods")),
    "number": ("purpose", _purposes("number")),
    "partner_share": ("purpose", _purposes("cash", "goods")),
}


def draws(donation: Donation, rows: Rows) -> Iterator[Draw]:
    """Each amount in its figures, money less the partner's share; of áo dài, the grassroots union that collected, once."""
    feeds = FEEDS[donation.purpose, donation.direction]
    for form, indicators in feeds.amounts.items():
        for indicator in indicators:
            yield Draw(
                indicator, donation.unit_id, donation.happened_on, _ours(donation, form),
                cut=_cut(donation, indicator, form),
            )  # fmt: skip
    if feeds.unions and donation.unit.kind.grassroots:
        yield Draw(feeds.unions, donation.unit_id, donation.happened_on, subject=donation.unit_id)


def money(donation: Donation, rows: Rows) -> Iterator[Movement]:
    """Money collected goes into the fund, money handed over comes out of it."""
    if donation.fund is None:
        return
    ours, words = _ours(donation, "cash"), title(donation, rows)
    if donation.direction == Donation.Direction.COLLECTED:
        yield Movement(donation.fund, ours, income_purpose(donation.fund), words)
    else:
        yield Movement(donation.fund, -ours, spending_purpose(donation.fund), words, donation.receiver)


def _ours(donation: Donation, form: str) -> int:
    amount: int = getattr(donation, form)
    return amount if form == "number" else amount * (100 - donation.partner_share) // 100


def _cut(donation: Donation, indicator: str, form: str) -> dict[str, str]:
    goods = donation.goods_what if form == "goods" else ""
    said = {"form": form, "goods": goods, "cause": donation.cause}
    return {name: said[name] for name in BY_KEY[indicator].cuts if name in said}


def title(donation: Donation, rows: Rows) -> str:
    """What for, and how much."""
    money = donation.cash + donation.goods
    said = [short_money(money)] if money else []
    if donation.number:
        said.append(f"{small(donation.number)} {COUNTED[donation.purpose]}")
    return f"{donation.get_purpose_display()} ({donation.get_direction_display().lower()}): {', '.join(said)}"


def check(donation: Donation, rows: Rows) -> None:
    """Refuse what counts nowhere, nothing at all, and amounts nobody gives."""
    feeds = FEEDS.get((donation.purpose, donation.direction))
    if feeds is None:
        raise Refused(UNCOUNTED[donation.purpose], "direction")
    for column in AMOUNTS:
        _check_amount(donation, column, feeds)
    if not any(getattr(donation, column) for column in feeds.amounts):
        raise Refused(
            f"Hãy ghi {' hoặc '.join(AMOUNTS[c] for c in feeds.amounts)}.", next(iter(feeds.amounts))
        )
    if not 0 <= donation.partner_share <= 100:
        raise Refused("Phần của bên phối hợp phải từ 0 đến 100%; hãy xem lại.", "partner_share")
    _check_cause(donation)


def _check_amount(donation: Donation, column: str, feeds: Feeds) -> None:
    value, most = getattr(donation, column), MOST_NUMBER if column == "number" else MOST_MONEY
    if not 0 <= value <= most:
        limit = grouped(most) if column == "number" else short_money(most)
        raise Refused(f"{AMOUNTS[column].capitalize()} phải từ 0 đến {limit}; hãy xem lại.", column)
    if value and column not in feeds.amounts:
        raise Refused(
            f"{donation.get_purpose_display()} không tính {AMOUNTS[column]}; hãy để trống ô này, "
            "nếu cần thì ghi ở ghi chú.",
            column,
        )


def _check_cause(donation: Donation) -> None:
    if donation.purpose != Donation.Purpose.CHARITY:
        donation.cause = ""
    elif donation.cause not in cuts.VALUES["cause"]:
        raise Refused("Hãy chọn quỹ nhận.", "cause")


class DonationForm(RecordForm):
    only_for = ASKED_FOR
    rare = ("partner_share", "fund")
    purpose = forms.ChoiceField(label="Cho việc gì", choices=Donation.Purpose.choices, widget=ChipSelect)
    direction = forms.ChoiceField(label="Thu hay trao", choices=Donation.Direction.choices, widget=ChipSelect)
    cause = forms.ChoiceField(
        label="Quỹ nhận", choices=list(cuts.VALUES["cause"].items()), required=False, widget=ChipSelect
    )
    cash = MoneyField(label="Tiền", required=False)
    goods = MoneyField(label="Hiện vật trị giá", required=False)
    goods_what = forms.CharField(label="Hiện vật gì", required=False, max_length=100)
    number = forms.IntegerField(
        label="Số bộ áo dài, số ngày công, số hộ", min_value=0, max_value=MOST_NUMBER, required=False, localize=True,
        help_text="Hộ được giúp nhiều lần trong năm chỉ ghi ở lần đầu.",
    )  # fmt: skip
    partner_share = forms.IntegerField(
        label="Phần của bên phối hợp (%)", min_value=0, max_value=100, initial=0, required=False,
        help_text="Nếu làm chung và bên kia chịu một phần tiền.",
    )  # fmt: skip
    fund = FundField(required=False)
    receiver = forms.CharField(
        label="Nơi nhận", required=False, max_length=200, help_text="Xã, đơn vị; không ghi tên người."
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["fund"]
        field.label, field.empty_label, field.queryset = (
            "Vào quỹ, từ quỹ",
            "Không qua quỹ nào",
            funds_for(self.unit),
        )

    def values(self) -> dict[str, object]:
        """An amount that is not asked for this purpose is none, whatever was typed before the purpose was chosen."""
        values = super().values()
        for name in (*AMOUNTS, "partner_share"):
            asked = values["purpose"] in ASKED_FOR[name][1]
            values[name] = (values[name] or 0) if asked else 0
        return values


DONATION = register(
    Kind(
        slug="donation",
        label="Quyên góp, ủng hộ",
        icon="hand-coins",
        chapter=6,
        model=Donation,
        form=DonationForm,
        draws=draws,
        title=title,
        check=check,
        money=money,
        feeds=frozenset().union(*(feeds.keys for feeds in FEEDS.values())),
        hint="Nông thôn mới, Quỹ Xã hội, quỹ từ thiện, áo dài, ngày công, hộ nghèo",
        words=(
            "quyên góp",
            "ủng hộ",
            "nông thôn mới",
            "áo dài",
            "quỹ xã hội",
            "từ thiện",
            "ngày công",
            "hộ nghèo",
        ),
    )
)

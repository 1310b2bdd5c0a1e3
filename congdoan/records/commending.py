"""The form of a commendation, and its bonus money: by the rule in force on the decision's day, or row by row."""

from collections.abc import Iterator
from typing import Any

from django import forms

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect, MoneyField
from congdoan.base.money import MOST
from congdoan.base.words import short_money, small
from congdoan.funds.movements import Movement, spending_purpose
from congdoan.ledger import cuts

from .achievements import DecidedForm
from .forms import FundField, funds_for
from .kind import Rows
from .rows import PersonAtUnionForm, UnionLineForm
from .titles import Award, BonusMoney, Issuer, Scope, bonus

LISTS = (("awardees", True), ("collectives", False))


def settle_bonus(commendation: Any, rows: Rows) -> None:
    """Work out the money of each row, or check what was written; money has its fund, and a fund somebody who pays."""
    if commendation.bonus == BonusMoney.RULE:
        for name, individual in LISTS:
            _by_rule(commendation, rows, name, individual)
    money = [row for name, _ in LISTS for row in rows[name] if _money(row)]
    if commendation.bonus == BonusMoney.NONE:
        _refuse_money(money)
        commendation.fund = None
    elif not commendation.fund_id:
        raise Refused("Có tiền thưởng thì phải có nguồn: hãy chọn nguồn kinh phí.", "fund")
    fund = commendation.fund
    commendation.payer = fund.unit if fund and fund.unit_id != commendation.unit_id else None


def paid(commendation: Any, rows: Rows) -> Iterator[Movement]:
    """One payment of the whole bonus money, from its fund."""
    if commendation.fund:
        found = [row.money for name, _ in LISTS for row in rows[name]]  # type: ignore[attr-defined]
        words = f"Tiền thưởng kèm {commendation.get_award_display()} năm {commendation.achievement_year}"
        party = f"{small(len(found))} cá nhân, tập thể theo quyết định khen thưởng"
        fund = commendation.fund
        yield Movement(fund, -sum(found), spending_purpose(fund), words, party)


def _by_rule(commendation: Any, rows: Rows, name: str, individual: bool) -> None:
    found = bonus(commendation.award, commendation.issuer, commendation.happened_on, individual=individual)
    if rows[name] and found is None:
        whom = "cá nhân" if individual else "tập thể"
        raise Refused(
            f"Sổ chưa có mức tiền thưởng {commendation.get_award_display()} cho {whom} vào ngày "
            f"{commendation.happened_on:%d/%m/%Y}; hãy chọn “{BonusMoney.LISTED.label}”.",
            "bonus",
        )
    for row in rows[name]:
        row.money = found.amount if found else 0  # type: ignore[attr-defined]


def _refuse_money(rows: list[Any]) -> None:
    if rows:
        raise Refused(
            f"Dòng {rows[0].position} có tiền thưởng; hãy chọn “{BonusMoney.LISTED.label}” hoặc bỏ số tiền ấy.",
            "bonus",
        )


def _money(row: Any) -> int:
    if not 0 <= row.money <= MOST:
        raise Refused(
            f"Dòng {row.position}: tiền thưởng phải từ 0 đến {short_money(MOST)}; hãy xem lại.", "bonus"
        )
    return int(row.money)


class CommendationForm(DecidedForm):
    only_for = {"topic": ("scope", ("theme",)), "fund": ("bonus", ("rule", "listed"))}

    award = forms.ChoiceField(
        label="Hình thức, danh hiệu", choices=Award.choices, initial="certificate", widget=ChipSelect
    )
    issuer = forms.ChoiceField(
        label="Cấp khen", choices=Issuer.choices, initial="province", widget=ChipSelect
    )
    scope = forms.ChoiceField(label="Loại", choices=Scope.choices, initial="full", widget=ChipSelect)
    topic = forms.ChoiceField(
        label="Chuyên đề", choices=[("", "Không ghi"), *cuts.VALUES["topic"].items()], required=False
    )
    bonus = forms.ChoiceField(
        label="Tiền thưởng kèm theo",
        choices=BonusMoney.choices,
        initial="none",
        required=False,
        widget=ChipSelect,
    )
    fund = FundField(required=False)
    field_order = ("award", "issuer", "scope", "topic", "achievement_year", "number", "bonus", "fund")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["fund"].queryset = funds_for(self.unit)  # type: ignore[attr-defined]

    def clean_bonus(self) -> str:
        return self.cleaned_data["bonus"] or BonusMoney.NONE


class WithMoneyForm(forms.Form):
    """The bonus money of a row."""

    money = MoneyField(label="Tiền thưởng", required=False)

    def clean_money(self) -> int:
        return self.cleaned_data["money"] or 0


class AwardeeForm(PersonAtUnionForm, WithMoneyForm):
    field_order = ("person", "name", "relation", "union", "money")


class CollectiveForm(UnionLineForm, WithMoneyForm):
    name = forms.CharField(
        label="Tên tập thể",
        required=False,
        max_length=150,
        help_text="Để trống nếu khen chính công đoàn.",
    )
    field_order = ("name", "union", "money")

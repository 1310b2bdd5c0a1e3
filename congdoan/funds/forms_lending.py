"""The forms about loans and savings in turn: who borrows, who pays back, whose turn it is."""

from typing import Any

from django import forms

from congdoan.base.errors import Refused
from congdoan.base.forms import DayField, MoneyField, PasteArea
from congdoan.base.period import today
from congdoan.members.models import Person

from . import savings
from .forms import ON_A_FUND, Act
from .instalments import after
from .models import Fund, Loan, Turn

LAST = 9000  # a year no turn comes to


class LendForm(Act):
    title, button, done = "Cho vay vốn", "Cho vay", "Đã ghi khoản cho vay."
    verb = savings.lend
    person = forms.ModelChoiceField(
        Person.objects.none(), to_field_name="uid", label="Người vay", empty_label="Chọn người"
    )
    amount = MoneyField(label="Số tiền")
    months = forms.IntegerField(label="Trả trong mấy tháng", min_value=1, max_value=240)
    day = DayField(label="Ngày cho vay", initial=today)
    about: Fund

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = people_of(self.about)  # type: ignore[attr-defined]


class PayBackForm(Act):
    title, button, done = "Thu hồi vốn vay", "Ghi phiếu thu", "Đã ghi phần trả nợ."
    verb, takes = savings.pay_back, "loan"
    amount = MoneyField(label="Số tiền trả")
    day = DayField(label="Ngày trả", initial=today)
    about: Loan


class TurnsForm(Act):
    """Who receives: a line a member, in the order of the turns, one turn a month."""

    title, button, done = "Xếp lượt nhận", "Xếp lượt", "Đã xếp lượt nhận vốn xoay vòng."
    lead = "Mỗi dòng một đoàn viên đã có trong sổ, theo thứ tự nhận; mỗi tháng một lượt."
    verb = savings.take_turns
    names = forms.CharField(label="Danh sách", widget=PasteArea)
    amount = MoneyField(label="Mỗi lượt nhận")
    day = DayField(label="Lượt đầu ngày", initial=today)
    about: Fund

    def said(self) -> dict[str, Any]:
        day, amount = self.cleaned_data["day"], self.cleaned_data["amount"]
        names = filter(None, map(str.strip, self.cleaned_data["names"].splitlines()))
        people = [self._person(name) for name in names]
        if day.year + len(people) // 12 >= LAST:
            raise Refused("Lượt cuối rơi vào năm quá xa; hãy xem lại ngày, danh sách.", "day")
        return {"turns": [(person, after(day, n), amount) for n, person in enumerate(people)]}

    def _person(self, name: str) -> Person:
        found = list(people_of(self.about).filter(name=name)[:2])
        if len(found) != 1:
            raise Refused(
                f"“{name}”: {'có hai người cùng tên' if found else 'chưa có trong sổ'}; hãy sửa dòng này.",
                "names",
            )
        person: Person = found[0]
        return person


class TurnPayForm(Act):
    title, button, done = "Trao vốn đến lượt", "Ghi phiếu chi", "Đã ghi phiếu chi."
    verb, takes = savings.hand_over, "turn"
    day = DayField(label="Ngày trao", initial=today)
    about: Turn


def people_of(fund: Fund) -> Any:
    """The members a fund serves: of its union and those under it."""
    below = fund.unit.descents.filter(unknown_at=None).values("unit")
    return Person.objects.filter(unit__in=below, relation=Person.Relation.MEMBER).order_by("given_key")


ON_A_FUND |= {"cho-vay": LendForm, "luot": TurnsForm}

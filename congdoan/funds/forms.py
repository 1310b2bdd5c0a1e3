"""The forms of a treasurer. Each names what it does (`title`, `button`, `done`) and does it (`act`)."""

import uuid
from collections.abc import Callable
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q

from congdoan.base.fields import FOREVER
from congdoan.base.forms import DayField, Form, MoneyField
from congdoan.base.period import today
from congdoan.base.words import grouped
from congdoan.org.models import Unit
from congdoan.org.queries import standing

from . import actions, collecting, counting, items, transfers
from .models import NAME_SIZE, WORDS_SIZE, CashCount, Fund, Item, Rate, Transfer, Voucher

PAYERS_HINT = "Chỉ hiện với người xem được sổ của công đoàn này."


class Act(Form):
    """A form that does one thing (`verb`) to one thing (`about`: a union, a fund, a voucher …; the verb calls it `takes`)."""

    title = button = done = ""
    lead = ""
    verb: Callable[..., object]
    takes = "fund"

    def __init__(self, *args: Any, about: Any, **kwargs: Any) -> None:
        self.about = about
        super().__init__(*args, **kwargs)

    def said(self) -> dict[str, Any]:
        """What was typed, as the verb takes it."""
        return self.cleaned_data

    def act(self, by: int) -> object:
        """Do it; what it made."""
        return type(self).verb(**{self.takes: self.about}, by=by, **self.said())


class ItemField(forms.ModelChoiceField):  # type: ignore[type-arg]
    """What it is for: the items of a side, the present scheme first; which are valid is asked for the day."""

    def __init__(self, side: str, **kwargs: Any) -> None:
        found = Item.objects.filter(side=side).exclude(purpose__in=(items.OPENING, *items.INTERNAL))
        super().__init__(
            found.order_by("-to_on", "scheme", "number"), label="Mục", empty_label="Chọn mục", **kwargs
        )

    def label_from_instance(self, obj: Item) -> str:
        until = "" if obj.to_on == FOREVER else f" (đến trước {obj.to_on:%d/%m/%Y})"
        return f"{obj}{until}"


class FundForm(Act):
    """A fund to pay from."""

    button, done = "Thêm quỹ", "Đã thêm quỹ; từ nay chọn được khi ghi việc."
    verb, takes = actions.set_up, "unit"
    name = forms.CharField(label="Tên quỹ", max_length=NAME_SIZE, help_text="Ví dụ: Quỹ Xã hội Công đoàn.")
    source = forms.ChoiceField(label="Tiền từ đâu", choices=Fund.Source.choices, initial=Fund.Source.SOCIAL)


class OpenForm(Act):
    title, button, done = "Mở sổ quỹ", "Mở sổ", "Đã mở sổ; từ nay việc chi từ quỹ này là phiếu chi."
    verb = actions.open_book
    lead = "Ghi số tiền quỹ đang có vào sáng ngày mở sổ. Những việc đã ghi chi từ quỹ này kể từ ngày ấy sẽ vào sổ ngay."
    day = DayField(label="Mở sổ từ ngày", initial=today)
    opening = MoneyField(label="Số dư đầu sổ")


class MoneyForm(Act):
    """How much, what for, when, in words."""

    uid = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)
    amount = MoneyField(label="Số tiền")
    words = forms.CharField(label="Nội dung", max_length=WORDS_SIZE)
    day = DayField(label="Ngày", initial=today)


class ReceiveForm(MoneyForm):
    title, button, done = "Thu tiền", "Ghi phiếu thu", "Đã ghi phiếu thu."
    verb = actions.receive
    item = ItemField(Item.Side.IN)
    party = forms.CharField(label="Người nộp", max_length=200, required=False, help_text=PAYERS_HINT)
    field_order = ("uid", "amount", "item", "party", "words", "day")


class PayForm(MoneyForm):
    title, button, done = "Chi tiền", "Ghi phiếu chi", "Đã ghi phiếu chi."
    verb = actions.pay
    lead = "Thăm hỏi, tặng quà thì ghi ở “Ghi việc”: phiếu chi tự lập theo."
    item = ItemField(Item.Side.OUT)
    party = forms.CharField(label="Người nhận", max_length=200, required=False, help_text=PAYERS_HINT)
    field_order = ("uid", "amount", "item", "party", "words", "day")


class MoveForm(MoneyForm):
    title, button, done = "Chuyển sang quỹ khác", "Ghi phiếu chuyển", "Đã ghi phiếu chuyển."
    verb = actions.move
    lead = "Giữa hai quỹ của chính công đoàn này; không phải thu, không phải chi."
    to = forms.ModelChoiceField(
        Fund.objects.none(), to_field_name="code", label="Sang quỹ", empty_label="Chọn quỹ"
    )
    field_order = ("uid", "amount", "to", "words", "day")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Fund.objects.filter(unit=self.about.unit, opened_on__lt=FOREVER).exclude(pk=self.about.pk)
        self.fields["to"].queryset = own.order_by("name")  # type: ignore[attr-defined]


class SendForm(MoneyForm):
    title, button, done = "Chuyển công đoàn khác", "Chuyển tiền", "Đã ghi; tiền chờ bên kia xác nhận đã nhận."
    verb = transfers.send
    lead = (
        "Nộp cấp trên, cấp cho cấp dưới. Bên nhận xác nhận thì xong; chưa xác nhận thì còn treo ở cả hai nơi."
    )
    to = forms.ModelChoiceField(
        Unit.objects.none(), to_field_name="code", label="Công đoàn nhận", empty_label="Chọn công đoàn"
    )
    field_order = ("uid", "amount", "to", "words", "day")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["to"].queryset = near_unions(self.about.unit)  # type: ignore[attr-defined]


class CountForm(Act):
    title, button, done = "Kiểm quỹ", "Ghi kết quả kiểm", "Đã ghi kết quả kiểm quỹ."
    verb = counting.count_cash
    lead = "Đếm tiền mặt, đối chiếu sổ phụ ngân hàng; tổng hai số phải bằng số dư trên sổ ngày ấy."
    counted = MoneyField(label="Tiền mặt đếm được")
    banked = MoneyField(label="Tiền gửi ngân hàng", required=False)
    day = DayField(label="Ngày kiểm", initial=today)
    explanation = forms.CharField(
        label="Giải trình nếu lệch",
        max_length=WORDS_SIZE,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def said(self) -> dict[str, Any]:
        return self.cleaned_data | {"banked": self.cleaned_data["banked"] or 0}


class LevyForm(Act):
    """A month's dues, or the employer's 2 %: on what wages, what came in."""

    uid = forms.UUIDField(required=False, widget=forms.HiddenInput, initial=uuid.uuid4)
    month = DayField(label="Của tháng (một ngày bất kỳ trong tháng)", initial=today)
    group = forms.ChoiceField(label="Loại đơn vị", choices=Rate.Group.choices, initial=Rate.Group.PUBLIC)
    wages = MoneyField(label="Quỹ tiền lương làm căn cứ đóng")
    amount = MoneyField(label="Số thực thu", required=False, help_text="Để trống nếu thu đúng số phải đóng.")
    day = DayField(label="Ngày thu", initial=today)


class DuesForm(LevyForm):
    title, button, done = "Thu đoàn phí tháng", "Ghi phiếu thu đoàn phí", "Đã ghi phiếu thu đoàn phí."
    verb = collecting.collect_dues
    lead = "Mức đóng, mức trần và phần được giữ lại lấy theo quy định có hiệu lực của tháng ấy."
    members = forms.IntegerField(label="Số đoàn viên đóng", min_value=1, max_value=1_000_000)
    field_order = ("uid", "month", "group", "members", "wages", "amount", "day")


class EmployersFundForm(LevyForm):
    title, button, done = "Thu kinh phí công đoàn 2%", "Ghi phiếu thu kinh phí", "Đã ghi phiếu thu kinh phí."
    verb = collecting.collect_fund
    lead = "Người sử dụng lao động đóng, tính trên quỹ lương làm căn cứ đóng bảo hiểm của mọi lao động."
    workers = forms.IntegerField(label="Số lao động trong quỹ lương", min_value=1, max_value=1_000_000)
    field_order = ("uid", "month", "group", "workers", "wages", "amount", "day")


class ReverseForm(Act):
    title, button, done = "Hủy phiếu", "Hủy phiếu", "Đã hủy bằng một phiếu ngược lại; phiếu cũ vẫn xem được."
    verb, takes = actions.reverse, "voucher"
    why = forms.CharField(label="Lý do hủy", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))
    day = DayField(
        label="Ngày của phiếu hủy", required=False, help_text="Để trống thì cùng ngày với phiếu bị hủy."
    )
    about: Voucher


class AcceptForm(Act):
    button, done = "Đã nhận tiền", "Đã xác nhận; phiếu thu đã lập."
    verb, takes = transfers.accept, "transfer"
    fund = forms.ModelChoiceField(
        Fund.objects.none(), to_field_name="code", label="Vào quỹ", empty_label=None
    )
    day = DayField(label="Ngày nhận", initial=today)
    about: Transfer

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        own = Fund.objects.filter(unit=self.about.to, opened_on__lt=FOREVER).order_by("name")
        self.fields["fund"].queryset = own  # type: ignore[attr-defined]


class RefuseForm(Act):
    button, done = "Trả lại bên chuyển", "Tiền đã về quỹ cũ."
    verb, takes = transfers.refuse, "transfer"
    why = forms.CharField(label="Lý do", max_length=500)
    about: Transfer


class ExplainForm(Act):
    title, button, done = "Giải trình chênh lệch", "Ghi giải trình", "Đã ghi giải trình."
    verb, takes = counting.explain, "count"
    words = forms.CharField(
        label="Vì sao lệch, xử lý thế nào", max_length=WORDS_SIZE, widget=forms.Textarea(attrs={"rows": 3})
    )
    about: CashCount

    @property
    def lead(self) -> str:  # type: ignore[override]
        """What is to be explained."""
        found = counting.checked(self.about)
        more = "thiếu" if found.difference < 0 else "thừa"
        day, counted = f"{self.about.counted_on:%d/%m/%Y}", self.about.cash + self.about.banked
        return f"Ngày {day} đếm được {grouped(counted)} đồng, sổ ghi {grouped(found.book)} đồng: {more} {grouped(found.gap)} đồng."


class MonthForm(Act):
    title, button, done = "Khóa sổ tháng", "Khóa sổ", "Đã khóa sổ tháng; mở lại phải nêu lý do."
    verb, takes = counting.close_month, "unit"
    lead = "Khóa rồi thì không phiếu nào ghi được vào tháng ấy. Việc không dính tiền vẫn ghi bình thường."
    month = forms.TypedChoiceField(
        label="Tháng", coerce=date.fromisoformat,
        error_messages={"invalid_choice": "Tháng này chưa hết, chưa có sổ hoặc đã khóa; hãy chọn tháng khác."},
    )  # fmt: skip
    about: Unit

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        months = counting.open_months(self.about)
        self.fields["month"].choices = [(str(day), f"Tháng {day:%m/%Y}") for day in months]  # type: ignore[attr-defined]

    def said(self) -> dict[str, Any]:
        day = self.cleaned_data["month"]
        return {"year": day.year, "month": day.month}


class ReopenForm(Act):
    title, button, done = "Mở lại tháng", "Mở lại", "Đã mở lại tháng; sửa xong hãy khóa lại."
    verb, takes = counting.reopen_month, "closed"
    why = forms.CharField(label="Lý do mở lại", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


ON_A_FUND: dict[str, type[Act]] = {
    "mo-so": OpenForm,
    "thu": ReceiveForm,
    "chi": PayForm,
    "chuyen": MoveForm,
    "gui": SendForm,
    "kiem": CountForm,
    "doan-phi": DuesForm,
    "kinh-phi": EmployersFundForm,
}


def near_unions(unit: Unit) -> Any:
    """Those money is usually sent to: the unions above, and those right below."""
    above = standing(today(), unit=unit, depth__gt=0).values("ancestor")
    below = standing(today(), ancestor=unit, depth=1).values("unit")
    return Unit.objects.filter(Q(pk__in=above) | Q(pk__in=below)).order_by("name_key")


def tried(form: Act, by: int) -> bool:
    """Whether the form could be done; what was refused stands beside its field."""
    if form.is_valid():
        with form.refusing():
            form.act(by)
            return True
    return False

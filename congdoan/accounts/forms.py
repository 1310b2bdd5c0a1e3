"""What is asked of and about people who log in, and a field that finds a union by its name."""

from typing import Any

from django import forms
from django.contrib.auth import password_validation
from django.core.exceptions import ValidationError
from django.db.models import QuerySet
from django.urls import reverse_lazy

from congdoan.base.forms import ChipSelect, DayField, DueField, Form, Picker, PickField
from congdoan.base.period import today
from congdoan.org.models import Unit
from congdoan.org.queries import search

from .access import Somebody, seats
from .models import Role, Seat, User


class UnitField(PickField):
    """A union found by typing a part of its name. The form says among which (`among`); gives the union."""

    def __init__(self, **kwargs: Any) -> None:
        self.among: QuerySet[Unit] = Unit.objects.none()
        super().__init__(**{"widget": Picker(reverse_lazy("unit_pick")), **kwargs})

    def choose_from(self, among: QuerySet[Unit]) -> None:
        """Which unions may be chosen."""
        self.among = among
        assert isinstance(self.widget, Picker)
        self.widget.labels = lambda uids: {str(u.uid): u.name for uid in uids for u in self._by_uid(uid)}

    def clean(self, value: Any) -> Any:
        picked = super().clean(value)
        return self._found(picked[0]) if picked else None

    def _found(self, picked: str) -> Unit:
        typed = picked.removeprefix("+")
        rows = search(self.among, typed) if picked.startswith("+") else self._by_uid(picked)
        found = list(rows[:3])
        if len(found) != 1:
            names = ", ".join(unit.name for unit in found)
            said = (
                f"có thể là {names}…; hãy ghi đủ tên"
                if found
                else "không có trong phạm vi của bạn; hãy chọn lại"
            )
            raise ValidationError(f"“{typed[:60]}” {said}.")
        return found[0]

    def _by_uid(self, uid: str) -> QuerySet[Unit]:
        try:
            return self.among.filter(uid=uid)
        except (ValueError, ValidationError):
            return self.among.none()


class SeatForm(Form):
    """A role at a union, from a day on."""

    unit = UnitField(label="Ở công đoàn", help_text="Gõ vài chữ của tên, không cần dấu.")
    role = forms.ChoiceField(label="Vai trò", choices=Role.choices, widget=ChipSelect)
    from_on = DayField(label="Từ ngày", initial=today)

    def __init__(self, *args: Any, among: QuerySet[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, UnitField)
        field.widget = Picker(reverse_lazy("unit_pick"))
        field.choose_from(among)


class PersonForm(SeatForm):
    """Somebody new, with a first seat."""

    field_order = ("full_name", "username")
    full_name = forms.CharField(label="Họ và tên", max_length=100)
    username = forms.CharField(
        label="Tên đăng nhập",
        max_length=40,
        help_text="Chữ thường không dấu, ví dụ: mai.sotuphap",
        widget=forms.TextInput(
            attrs={"autocapitalize": "none", "autocomplete": "off", "spellcheck": "false"}
        ),
    )


class TokenForm(Form):
    """A token of one of somebody's seats."""

    seat = forms.ChoiceField(label="Thay vai trò nào", widget=ChipSelect)
    name = forms.CharField(label="Tên chương trình", max_length=60, help_text="Ví dụ: phần mềm kế toán.")
    last_day = DueField(
        label="Dùng đến hết ngày", required=False, help_text="Để trống nếu dùng đến khi thu hồi."
    )

    def __init__(self, *args: Any, user: Somebody, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.held = {
            str(number): seat for number, seat in enumerate(seats(user).order_by("from_on", "pk"), 1)
        }
        field: Any = self.fields["seat"]
        field.choices = [(number, str(seat)) for number, seat in self.held.items()]
        field.initial = "1"

    def clean_seat(self) -> Seat:
        return self.held[self.cleaned_data["seat"]]


class EndSeatForm(Form):
    """The last day of a seat."""

    last_day = DayField(label="Ngày cuối", initial=today)


class PasswordForm(Form):
    """A password of one's own."""

    old = forms.CharField(
        label="Mật khẩu hiện nay", widget=forms.PasswordInput(attrs={"autocomplete": "current-password"})
    )
    new = forms.CharField(
        label="Mật khẩu mới",
        help_text="Từ 10 ký tự trở lên; một câu ngắn dễ nhớ là tốt nhất.",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
    )
    again = forms.CharField(
        label="Ghi lại mật khẩu mới", widget=forms.PasswordInput(attrs={"autocomplete": "new-password"})
    )

    def __init__(self, *args: Any, user: User, **kwargs: Any) -> None:
        self.user = user
        super().__init__(*args, **kwargs)

    def clean_old(self) -> str:
        if not self.user.check_password(self.cleaned_data["old"]):
            raise ValidationError("Mật khẩu hiện nay chưa đúng: hãy ghi lại.")
        return str(self.cleaned_data["old"])

    def clean_new(self) -> str:
        new = str(self.cleaned_data["new"])
        try:
            password_validation.validate_password(new, self.user)
        except ValidationError:
            raise ValidationError(
                "Mật khẩu này ngắn hoặc dễ đoán quá: hãy ghi từ 10 ký tự, đừng dùng dãy quen thuộc."
            ) from None
        return new

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("new") and cleaned.get("again") and cleaned["new"] != cleaned["again"]:
            self.add_error("again", "Hai lần ghi chưa giống nhau: hãy ghi lại.")
        if cleaned.get("new") and cleaned.get("new") == cleaned.get("old"):
            self.add_error("new", "Mật khẩu mới phải khác mật khẩu đang dùng.")
        return cleaned

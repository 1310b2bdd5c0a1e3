"""Fields as our forms speak."""

from datetime import date
from typing import Any

import pytest
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict

from congdoan.base.errors import Refused
from congdoan.base.forms import (
    ChipSelect,
    DateInput,
    DayField,
    DueField,
    FilesField,
    Form,
    MoneyField,
    MoneyInput,
    PasteArea,
    Picker,
    PickField,
    weekday_text,
)


class Visit(Form):
    who = PickField(label="Ai được thăm", widget=Picker("/tim-nguoi", many=True))
    occasion = forms.ChoiceField(label="Dịp", choices=[("sick", "Ốm đau")], widget=ChipSelect)
    amount = MoneyField(label="Số tiền", widget=MoneyInput(quick=(300_000, 1_500_000)))
    on = DayField(label="Ngày")
    files = FilesField(label="Ảnh", required=False)


def visit(**data: str) -> Visit:
    query = QueryDict(mutable=True)
    query.update({"who": "p1", "occasion": "sick", "amount": "500k", "on": "2024-06-05", **data})
    return Visit(query)


def test_what_people_type_becomes_what_we_keep() -> None:
    form = visit(amount="1,5tr", on="05/11/2026")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["amount"] == 1_500_000
    assert form.cleaned_data["on"] == date(2026, 11, 5)
    assert form.cleaned_data["who"] == ["p1"]


def test_an_amount_that_cannot_be_read_is_refused_in_the_books_own_sentence() -> None:
    assert visit(amount="-5").errors["amount"] == ["Số tiền “-5” là số âm: hãy ghi số lớn hơn hoặc bằng 0."]


@pytest.mark.parametrize(
    ("field", "sentence"),
    [
        ("amount", "Chưa ghi số tiền."),
        ("on", "Chưa ghi ngày."),
        ("occasion", "Chưa chọn dịp."),
        ("who", "Chưa chọn ai được thăm."),
    ],
)
def test_what_is_missing_is_named(field: str, sentence: str) -> None:
    assert visit(**{field: ""}).errors[field] == [sentence]


def test_an_abbreviation_keeps_its_capitals() -> None:
    class Party(Form):
        union = forms.CharField(label="CĐCS giới thiệu")

    assert Party({}).errors["union"] == ["Chưa ghi CĐCS giới thiệu."]


def test_a_day_that_is_none_says_how_to_write_it() -> None:
    assert visit(on="31/02/2024").errors["on"] == [
        "Ngày này không đọc được: hãy ghi ngày/tháng/năm, ví dụ 05/11/2026."
    ]


def test_what_an_action_refuses_stands_beside_its_field() -> None:
    form = visit()
    assert form.is_valid()
    form.refuse(Refused("Ngày này nằm trong kỳ đã khóa.", field="on"))
    form.refuse(Refused("Quỹ không đủ tiền.", field="no_such"))
    assert form.errors["on"] == ["Ngày này nằm trong kỳ đã khóa."]
    assert form.non_field_errors() == ["Quỹ không đủ tiền."]


def test_a_sum_is_shown_grouped_and_read_out() -> None:
    widget = MoneyInput().get_context("amount", 500_000, {"id": "id_amount"})["widget"]
    assert widget["value"] == "500.000"
    assert widget["read_back"] == "Năm trăm nghìn đồng"


def test_the_same_sum_written_otherwise_is_no_change() -> None:
    assert not MoneyField().has_changed(500_000, "500k")
    assert MoneyField().has_changed(500_000, "501k")
    assert MoneyField().has_changed(500_000, "x")


def test_quick_amounts_are_short_to_read_and_whole_to_send() -> None:
    quick = MoneyInput(quick=(1_500_000,)).get_context("amount", None, {})["widget"]["quick"]
    assert quick == [{"value": "1.500.000", "label": "1,5 triệu"}]


def test_the_calendar_gets_the_only_form_it_takes() -> None:
    widget = DateInput().get_context("on", date(2026, 11, 5), {})["widget"]
    assert widget["value"] == "2026-11-05"
    assert widget["read_back"] == "Thứ Năm, 05/11/2026"
    assert [day["label"] for day in widget["days"]] == ["Hôm nay", "Hôm qua"]


def test_a_day_that_is_none_is_read_back_as_nothing() -> None:
    assert weekday_text("hôm kia") == ""


@pytest.mark.parametrize(
    ("many", "sent", "picked"),
    [
        (True, "who=p1&who=p2&who=p1", ["p1", "p2"]),
        (True, "who=p1&who_typed=Giàng++Thị Sua", ["p1", "+Giàng Thị Sua"]),
        (False, "who=p1&who=p2", ["p2"]),
        (False, "who_typed=Lý A Páo", ["+Lý A Páo"]),
        (False, "who=&who_typed=", []),
    ],
)
def test_a_picker_hands_over_who_was_picked_and_who_was_typed(
    many: bool, sent: str, picked: list[str]
) -> None:
    assert Picker("/tim", many=many).value_from_datadict(QueryDict(sent), MultiValueDict(), "who") == picked


def test_a_picker_shows_names_again_after_an_error() -> None:
    widget = Picker("/tim", many=True)
    widget.labels = lambda uids: {"p1": "Nguyễn Thị Hòa"}
    shown: Any = widget.get_context("who", ["p1", "+Lý A Páo"], {})["widget"]["picked"]
    assert [item["label"] for item in shown] == ["Nguyễn Thị Hòa", "Lý A Páo"]


def test_many_files_come_as_a_list() -> None:
    files = [SimpleUploadedFile(f"{n}.jpg", b"x") for n in range(2)]
    form = Visit(visit().data, MultiValueDict({"files": files}))
    assert form.is_valid(), form.errors
    assert [file.name for file in form.cleaned_data["files"]] == ["0.jpg", "1.jpg"]


def test_no_files_are_an_empty_list_unless_they_are_needed() -> None:
    assert FilesField(required=False).clean(None) == []
    with pytest.raises(forms.ValidationError):
        FilesField().clean([])


def test_a_pasted_column_is_read_back_by_the_address_given() -> None:
    assert PasteArea(preview="/xem-truoc").get_context("rows", "", {})["widget"]["preview"] == "/xem-truoc"


def test_a_day_by_which_something_is_due_lies_ahead(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("congdoan.base.forms.today", lambda: date(2024, 2, 27))
    days = DueField().widget.get_context("due_on", None, {})["widget"]["days"]
    assert [(day["label"], day["value"]) for day in days] == [
        ("Một tuần nữa", "2024-03-05"),
        ("Cuối tháng", "2024-02-29"),
    ]

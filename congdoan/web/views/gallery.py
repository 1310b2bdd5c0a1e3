"""Every part of a page in one place, for those who build pages. Served only where CONGDOAN_DEBUG=1, and to the tests."""

from datetime import date
from typing import Any

from django import forms
from django.contrib.auth.decorators import login_not_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from congdoan.base.charts import Bar
from congdoan.base.forms import (
    ChipSelect,
    ChipSelectMultiple,
    DayField,
    FilesField,
    Form,
    MoneyField,
    MoneyInput,
    PasteArea,
    Picker,
    PickField,
)

PEOPLE = [
    ("p1", "Nguyễn Thị Hòa", "Tổ Văn phòng"),
    ("p2", "Lý A Páo", "Tổ Bảo vệ"),
    ("p3", "Vàng Thị Mỷ", "Tổ Tiếp dân"),
]
OCCASIONS = [
    ("sick", "Ốm đau"),
    ("loss", "Việc hiếu"),
    ("joy", "Việc hỉ"),
    ("tet", "Tết Nguyên đán"),
    ("other", "Dịp khác"),
]
MONTHS = [
    Bar(f"T{n}", now, before)
    for n, now, before in [(1, 179, 120), (2, 12, 30), (3, 41, 18), (4, 9, 12), (5, 66, 70), (6, 20, None)]
]
MONEY = [
    Bar("Công đoàn cơ sở Sở Y tế", 41_200_000, 30_000_000),
    Bar("Công đoàn cơ sở Sở Nông nghiệp và Phát triển nông thôn", 28_750_000, 31_000_000),
    Bar("Công đoàn cơ sở Ban Quản lý dự án đầu tư xây dựng các công trình giao thông và hạ tầng khu kinh tế tỉnh", 9_400_000, 0),
    Bar("Công đoàn cơ sở Sở Tư pháp", 600_000, 450_000),
    Bar("Công đoàn cơ sở Ban Dân tộc", None, None),
]  # fmt: skip


class Sample(Form):
    """One field of each sort."""

    who = PickField(
        label="Ai được thăm hỏi",
        widget=Picker("/mau?tim=1", many=True),
        help_text="Gõ vài chữ của tên, không cần dấu.",
    )
    occasion = forms.ChoiceField(label="Việc gì, dịp nào", choices=OCCASIONS, widget=ChipSelect)
    amount = MoneyField(
        label="Số tiền",
        widget=MoneyInput(quick=(300_000, 500_000, 1_000_000)),
        help_text="Ghi 500k, 1,5tr hay 1.250.000 đều được.",
    )
    fund = forms.ChoiceField(
        label="Nguồn nào", choices=[("union", "Kinh phí công đoàn"), ("social", "Quỹ Xã hội")]
    )
    on = DayField(label="Ngày", initial=date(2024, 6, 4))
    helpers = forms.MultipleChoiceField(
        label="Cùng thực hiện", choices=OCCASIONS[:3], widget=ChipSelectMultiple, required=False
    )
    note = forms.CharField(label="Ghi chú", widget=forms.Textarea, required=False)
    rows = forms.CharField(
        label="Dán danh sách từ bảng tính",
        widget=PasteArea,
        required=False,
        help_text="Mỗi dòng một người: họ tên, số tiền.",
    )
    photos = FilesField(label="Ảnh, danh sách ký nhận", required=False)
    agreed = forms.BooleanField(label="Gia đình đồng ý cho đăng ảnh", required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        widget = self.fields["who"].widget
        assert isinstance(widget, Picker)
        widget.labels = lambda uids: {uid: name for uid, name, _ in PEOPLE}


@login_not_required
def gallery(request: HttpRequest) -> HttpResponse:
    """The gallery; `?tim=` answers its picker, a POST shows the form with its errors."""
    if "tim" in request.GET:
        return render(request, "web/gallery_people.html", {"people": PEOPLE})
    form = Sample(request.POST or None, request.FILES or None)
    parts = {
        "form": form,
        "months": MONTHS,
        "money": MONEY,
        "spark": [row.value for row in MONTHS],
        "nothing": None,
    }
    return render(request, "web/gallery.html", parts)

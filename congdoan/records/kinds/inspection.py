"""Kiểm tra, giám sát: of one's own committee or of unions below; each union inspected is one inspection."""

from collections.abc import Iterator

from django import forms

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect, DayField, MoneyField
from congdoan.base.money import MOST
from congdoan.base.words import short_money, small
from congdoan.ledger.origins import Draw
from congdoan.org.queries import standing

from ..demands import DemandForm, check_demands, demands, followed
from ..forms import RecordForm
from ..inspections import Demand, InspectedUnion, Inspection
from ..kind import Kind, LineSpec, Rows, register
from ..rows import UnionLineForm, refuse_same

FEEDS = {
    ("charter", "own"): ("inspection.charter", "inspection.charter_own"),
    ("charter", "lower"): ("inspection.charter", "inspection.charter_lower"),
    ("finance", "own"): ("inspection.finance", "inspection.finance_own"),
    ("finance", "lower"): ("inspection.finance", "inspection.finance_lower"),
    ("signs", "own"): ("inspection.violations",),
    ("signs", "lower"): ("inspection.violations",),
    ("supervision", "own"): ("inspection.supervisions",),
    ("supervision", "lower"): ("inspection.supervisions",),
}
BY_ITSELF = {
    "charter": "inspection.units_self_inspected_charter",
    "finance": "inspection.units_self_inspected_finance",
}
LEAST = "inspection.least_inspections"
TOTAL, PLANNED, MONEY = "inspection.total", "inspection.done_as_planned", "inspection.money_recovered"


def draws(inspection: Inspection, rows: Rows) -> Iterator[Draw]:
    """At the inspector, once for each union inspected; a grassroots union that inspects itself has done its share."""
    inspector, day = inspection.unit, inspection.happened_on
    for union in _inspected(inspection, rows):
        for key in (*FEEDS[inspection.subject, inspection.level], *([PLANNED] if inspection.planned else [])):
            yield Draw(key, inspector.pk, day, subject=union, cut=_cut(inspection, key))
        cut = {"level": inspector.kind.level.code}
        yield Draw(TOTAL, inspector.pk, day, subject=union, cut=cut)
    by_itself = inspection.level == Inspection.Level.OWN and inspector.kind.grassroots
    if by_itself and inspection.subject in BY_ITSELF:
        yield Draw(BY_ITSELF[inspection.subject], inspector.pk, day, subject=inspector.pk)
    yield from _least(inspection, rows)
    advised = inspection.to_recover or sum(demand.amount for demand in demands(rows))
    for recovery, amount in (("advised", advised), ("recovered", inspection.recovered)):
        yield Draw(MONEY, inspector.pk, day, amount, cut={"recovery": recovery})


def _least(inspection: Inspection, rows: Rows) -> Iterator[Draw]:
    """Each union below, each time: the figure is the least of them."""
    if inspection.level == Inspection.Level.LOWER:
        for union in _inspected(inspection, rows):
            yield Draw(LEAST, inspection.unit_id, inspection.happened_on, subject=union)


def _inspected(inspection: Inspection, rows: Rows) -> list[int]:
    if inspection.level == Inspection.Level.OWN:
        return [inspection.unit_id]
    return [row.union_id for row in rows["unions"] if isinstance(row, InspectedUnion)]


def _cut(inspection: Inspection, key: str) -> dict[str, str]:
    if key == "inspection.violations":
        return {"inspected": inspection.inspected}
    return {"scope": inspection.scope} if key == "inspection.supervisions" else {}


def title(inspection: Inspection, rows: Rows) -> str:
    """What was inspected, at which level, at how many."""
    what = {
        "charter": "Kiểm tra chấp hành Điều lệ",
        "finance": "Kiểm tra tài chính, tài sản",
        "signs": "Kiểm tra khi có dấu hiệu vi phạm",
        "supervision": "Giám sát",
    }[inspection.subject]
    if inspection.level == Inspection.Level.OWN:
        return f"{what} cùng cấp"
    return f"{what} tại {small(len(rows['unions']))} công đoàn cấp dưới"


def check(inspection: Inspection, rows: Rows) -> None:
    """Refuse a lower-level inspection of nobody, of the same twice or of who stands elsewhere; absurd money."""
    _settle(inspection)
    _check_money(inspection)
    unions = [row for row in rows["unions"] if isinstance(row, InspectedUnion)]
    if inspection.level == Inspection.Level.OWN and unions:
        raise Refused(
            "Kiểm tra cùng cấp không có công đoàn cấp dưới; hãy bỏ danh sách hoặc chọn cấp dưới.", "unions"
        )
    if inspection.level == Inspection.Level.LOWER and not unions:
        raise Refused("Hãy thêm ít nhất một công đoàn được kiểm tra.", "unions")
    refuse_same(rows, "unions", "union")
    _check_below(inspection, unions)
    _check_days(inspection)
    check_demands(inspection, demands(rows), {row.union_id for row in unions} or {inspection.unit_id})


def _check_days(inspection: Inspection) -> None:
    """Sent out before it concluded, about days in their order."""
    if inspection.decided_on and inspection.decided_on > inspection.happened_on:
        raise Refused("Ngày quyết định phải trước hoặc trong ngày kết luận; hãy xem lại.", "decided_on")
    first, last = inspection.examined_from, inspection.examined_to
    if first and last and last < first:
        raise Refused("Thời kỳ kiểm tra: ngày cuối phải từ ngày đầu trở đi; hãy chọn lại.", "examined_to")


def _settle(inspection: Inspection) -> None:
    """What only one subject has is empty for the others."""
    if inspection.subject != Inspection.Subject.SUPERVISION:
        inspection.scope = ""
    if inspection.subject != Inspection.Subject.SIGNS:
        inspection.inspected = ""


def _check_money(inspection: Inspection) -> None:
    for name, amount in (("to_recover", inspection.to_recover), ("recovered", inspection.recovered)):
        if not 0 <= amount <= MOST:
            raise Refused(f"Số tiền phải từ 0 đến {short_money(MOST)}; hãy xem lại.", name)


def _check_below(inspection: Inspection, unions: list[InspectedUnion]) -> None:
    day = inspection.happened_on
    below = set(standing(day, ancestor=inspection.unit, depth__gt=0).values_list("unit", flat=True))
    for row in unions:
        if row.union_id not in below:
            raise Refused(
                f"Dòng {row.position}: ngày {day:%d/%m/%Y} {row.union.name} không trực thuộc {inspection.unit.name}; "
                "hãy chọn công đoàn khác.",
                "unions",
            )


def _said(label: str) -> forms.CharField:
    """A few sentences."""
    return forms.CharField(
        label=label, required=False, max_length=4000, widget=forms.Textarea(attrs={"rows": 3})
    )


def check_withdrawal(inspection: Inspection) -> None:
    """Refuse it while it is said what became of its demands."""
    if followed(inspection):
        raise Refused("Việc này đã có phúc tra; hãy bỏ các lần phúc tra trước khi hủy.", "why")


class InspectionForm(RecordForm):
    rare = (
        "decision", "decided_on", "team", "examined_from", "examined_to", "number",
        "strengths", "shortcomings", "to_recover", "recovered",
    )  # fmt: skip
    only_for = {"scope": ("subject", ("supervision",)), "inspected": ("subject", ("signs",))}

    subject = forms.ChoiceField(
        label="Nội dung", choices=Inspection.Subject.choices, initial="finance", widget=ChipSelect
    )
    level = forms.ChoiceField(
        label="Cấp nào", choices=Inspection.Level.choices, initial="own", widget=ChipSelect
    )
    scope = forms.ChoiceField(
        label="Giám sát",
        choices=Inspection.Scope.choices,
        initial="regular",
        required=False,
        widget=ChipSelect,
    )
    inspected = forms.ChoiceField(
        label="Dấu hiệu vi phạm của",
        choices=Inspection.Inspected.choices,
        initial="organisation",
        required=False,
        widget=ChipSelect,
    )
    planned = forms.BooleanField(label="Có trong kế hoạch năm", required=False, initial=True)
    decision = forms.CharField(label="Số quyết định kiểm tra", required=False, max_length=50)
    decided_on = DayField(label="Ngày quyết định", required=False)
    team = forms.CharField(
        label="Đoàn kiểm tra",
        required=False,
        max_length=300,
        help_text="Họ tên từng người, cách nhau bằng dấu chấm phẩy; trưởng đoàn ghi đầu.",
    )
    examined_from = DayField(label="Thời kỳ kiểm tra từ ngày", required=False)
    examined_to = DayField(label="Thời kỳ kiểm tra đến hết ngày", required=False)
    number = forms.CharField(label="Số thông báo kết luận", required=False, max_length=50)
    strengths = _said("Ưu điểm")
    shortcomings = _said("Hạn chế, khuyết điểm")
    to_recover = MoneyField(label="Kiến nghị thu hồi", required=False)
    recovered = MoneyField(label="Đã thu hồi", required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["happened_on"].label = "Ngày kết luận"

    def clean_to_recover(self) -> int:
        return self.cleaned_data["to_recover"] or 0

    def clean_recovered(self) -> int:
        return self.cleaned_data["recovered"] or 0


INSPECTION = register(
    Kind(
        slug="inspection",
        label="Kiểm tra, giám sát",
        icon="clipboard-check",
        chapter=15,
        model=Inspection,
        form=InspectionForm,
        draws=draws,
        title=title,
        check=check,
        check_withdrawal=check_withdrawal,
        feeds=frozenset(key for keys in FEEDS.values() for key in keys)
        | {TOTAL, LEAST, PLANNED, MONEY, *BY_ITSELF.values()},
        lines=(
            LineSpec(
                "unions",
                InspectedUnion,
                UnionLineForm,
                "Công đoàn được kiểm tra",
                "Thêm công đoàn",
                paste=("union",),
            ),
            LineSpec(
                "demands",
                Demand,
                DemandForm,
                "Kiến nghị",
                "Thêm kiến nghị",
                paste=("what", "due_on", "union", "amount"),
            ),
        ),
        panels=("inspection_followed",),
        inspectors=True,
        hint="Kiểm tra Điều lệ, tài chính cùng cấp, cấp dưới; giám sát",
        words=(
            "kiểm tra",
            "giám sát",
            "đồng cấp",
            "tài chính",
            "điều lệ",
            "dấu hiệu vi phạm",
            "ủy ban kiểm tra",
        ),
    )
)

"""Thỏa ước lao động tập thể: signed, amended, its carrying out supervised, a better shift meal bargained."""

from collections.abc import Iterator, Mapping
from typing import Any

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.base.forms import ChipSelect, DayField
from congdoan.base.words import small
from congdoan.ledger import cuts
from congdoan.ledger.origins import Draw
from congdoan.org.models import Employer, Unit
from congdoan.org.queries import employers

from .. import spans
from ..forms import LineForm, RecordForm
from ..kind import Kind, LineSpec, Rows, register
from ..record import Line, Record
from ..rows import EmployerLineForm, organisers, refuse_same, units_of


class Agreement(Record):
    """A signed one holds from `first_on` to `last_on`; the other steps name the one they are about (`about`)."""

    class Step(models.TextChoices):
        SIGNED = "signed", "Ký mới, ký lại thỏa ước"
        AMENDED = "amended", "Sửa đổi, bổ sung thỏa ước"
        MONITORED = "monitored", "Giám sát thực hiện thỏa ước"
        MEAL = "meal", "Thương lượng nâng bữa ăn ca"

    step = models.CharField(max_length=10, choices=Step.choices)
    sort = models.CharField(max_length=10, blank=True)
    about = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="steps")
    number = models.CharField(max_length=50, blank=True)
    first_on = models.DateField(null=True)
    last_on = models.DateField(null=True)


class Bound(Line):
    """An employer it binds, and the union that organised the employer's workers on the day of signing."""

    record = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="bounds")
    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="+")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")


class Clause(Line):
    """What it gives that the law does not."""

    class Topic(models.TextChoices):
        PAY = "pay", "Tiền lương, thưởng"
        HOURS = "hours", "Giờ làm, nghỉ phép"
        MEAL = "meal", "Bữa ăn ca"
        SAFETY = "safety", "An toàn, sức khỏe"
        WOMEN = "women", "Lao động nữ"
        WELFARE = "welfare", "Phúc lợi, hiếu hỉ"
        OTHER = "other", "Việc khác"

    record = models.ForeignKey(Agreement, on_delete=models.PROTECT, related_name="clauses")
    topic = models.CharField(max_length=10, choices=Topic.choices)
    better = models.CharField(max_length=300)


PRIVACY = {
    "Agreement": dict.fromkeys(("step", "sort", "about", "number", "first_on", "last_on"), "internal"),
    "Bound": {"employer": "internal", "union": "internal"},
    "Clause": {"topic": "internal", "better": "internal"},
}
IN_FORCE = "representation.agreements_in_force"
BINDS = "representation.enterprises_with_agreement"
SIGNED, AMENDED = "representation.agreements_signed", "representation.agreements_amended"
UNIONS = {
    "monitored": "representation.agreement_monitors",
    "meal": "representation.meal_bargainers",
}


def draws(agreement: Agreement, rows: Rows) -> Iterator[Draw]:
    """Signed: once that day, in force for its days, and each enterprise it binds; a supervising union once."""
    unit, day = agreement.unit, agreement.happened_on
    if agreement.step in UNIONS:
        yield Draw(UNIONS[agreement.step], unit.pk, day, subject=unit.pk)
    elif agreement.step == Agreement.Step.AMENDED:
        yield Draw(AMENDED, unit.pk, day, cut={"agreement": agreement.sort})
    else:
        yield Draw(SIGNED, unit.pk, day, cut={"agreement": agreement.sort})
        yield from _holds(agreement, rows)


def _holds(agreement: Agreement, rows: Rows) -> Iterator[Draw]:
    first = agreement.first_on
    yield from spans.held(
        agreement, IN_FORCE, agreement.unit, first_on=first, cut={"agreement": agreement.sort}
    )
    for row in rows["employers"]:
        assert isinstance(row, Bound)
        union = row.union if row.union_id else agreement.unit
        if row.employer.enterprise:
            yield from spans.held(agreement, BINDS, union, first_on=first, subject=row.employer_id)


def title(agreement: Agreement, rows: Rows) -> str:
    """Which step, of which sort, at how many."""
    parts = [agreement.get_step_display()]
    parts += [cuts.label("agreement", agreement.sort).lower()] if agreement.sort else []
    parts += [f"{small(len(rows['employers']))} nơi"] if rows["employers"] else []
    parts += [f"{small(len(rows['clauses']))} điều có lợi hơn luật"] if rows["clauses"] else []
    return ", ".join(parts)


def check(agreement: Agreement, rows: Rows) -> None:
    """Refuse an agreement of unknown sort or days, employers of others or bound already, steps about none, by whom they are not."""
    if agreement.step == Agreement.Step.SIGNED:
        _check_signed(agreement, rows)
        return
    if rows["clauses"] and agreement.step != Agreement.Step.AMENDED:
        raise Refused("Chỉ lần ký, sửa đổi thỏa ước mới kê điều khoản; hãy bỏ các dòng này.", "clauses")
    agreement.first_on, agreement.last_on = None, None
    about = agreement.about if agreement.step != Agreement.Step.MEAL else None
    agreement.about, agreement.sort = about, about.sort if about else ""
    if rows["employers"]:
        raise Refused("Chỉ lần ký thỏa ước mới kê doanh nghiệp; hãy bỏ các dòng này.", "employers")
    if agreement.step == Agreement.Step.AMENDED:
        _check_about(agreement)
    elif not agreement.unit.kind.grassroots:
        raise Refused(
            "Việc này đếm từng công đoàn cơ sở; hãy chọn công đoàn cơ sở đã làm rồi ghi thay.", "step"
        )


def _check_about(agreement: Agreement) -> None:
    about, day = agreement.about, agreement.happened_on
    if about is None:
        raise Refused("Hãy chọn thỏa ước được sửa đổi; nếu chưa có trong sổ, hãy ghi lần ký trước.", "about")
    if not (about.first_on or day) <= day <= (about.last_on or day):
        raise Refused(f"Ngày {day:%d/%m/%Y} thỏa ước này không có hiệu lực; hãy xem lại ngày.", "happened_on")


def _check_signed(agreement: Agreement, rows: Rows) -> None:
    agreement.about, agreement.first_on = None, agreement.first_on or agreement.happened_on
    agreement.last_on = agreement.last_on or FOREVER
    if agreement.sort not in cuts.VALUES["agreement"]:
        raise Refused("Hãy chọn thỏa ước doanh nghiệp, nhóm doanh nghiệp hay ngành.", "sort")
    if agreement.first_on < agreement.happened_on:
        raise Refused("Thỏa ước có hiệu lực từ ngày ký trở đi; hãy xem lại ngày.", "first_on")
    if agreement.last_on < agreement.first_on:
        raise Refused("Ngày cuối phải từ ngày đầu trở đi; hãy chọn lại ngày cuối.", "last_on")
    if not rows["employers"]:
        raise Refused("Hãy ghi ít nhất một doanh nghiệp, đơn vị mà thỏa ước ràng buộc.", "employers")
    _check_bound(agreement, rows)


def _check_bound(agreement: Agreement, rows: Rows) -> None:
    refuse_same(rows, "employers", "employer")
    unions = organisers(agreement.unit, agreement.happened_on)
    for row in rows["employers"]:
        assert isinstance(row, Bound)
        if row.employer_id not in unions:
            raise Refused(
                f"Dòng {row.position}: ngày {agreement.happened_on:%d/%m/%Y} {row.employer.name} không thuộc "
                f"{agreement.unit.name}; hãy bỏ dòng này hoặc chọn ngày khác.",
                "employers",
            )
        row.union = unions[row.employer_id]
    others = Bound.objects.filter(
        employer__in=[row.employer_id for row in rows["employers"] if isinstance(row, Bound)],
        record__sort=agreement.sort, record__withdrawn=False, record__first_on__lte=agreement.last_on,
        record__last_on__gte=agreement.first_on,
    ).exclude(record=agreement.pk)  # fmt: skip
    if other := others.select_related("record", "employer").first():
        raise Refused(
            f"{other.employer.name} đã có thỏa ước từ {other.record.first_on:%d/%m/%Y}; hãy ghi ngày hết hiệu lực "
            "ở việc cũ trước.",
            "employers",
        )


def check_withdrawal(agreement: Agreement) -> None:
    """Refuse while amendments or supervisions name it."""
    if steps := agreement.steps.filter(withdrawn=False).count():
        raise Refused(
            f"Đã có {small(steps)} lần sửa đổi, giám sát ghi theo thỏa ước này; hãy hủy các việc ấy trước.",
            "why",
        )


def everyone(agreement: Agreement) -> list[Mapping[str, Any]]:
    """When nobody is named: those whose workers the union itself organises."""
    if agreement.step != Agreement.Step.SIGNED:
        return []
    return [{"employer": one} for one in employers(agreement.unit, agreement.happened_on)]


class AgreementForm(RecordForm):
    rare = ("number",)
    only_for = {
        **dict.fromkeys(("sort", "first_on", "last_on", "number", "employers"), ("step", ("signed",))),
        "about": ("step", ("amended", "monitored")),
        "clauses": ("step", ("signed", "amended")),
    }

    step = forms.ChoiceField(
        label="Việc gì", choices=Agreement.Step.choices, initial="signed", widget=ChipSelect
    )
    sort = forms.ChoiceField(
        label="Loại thỏa ước", choices=[*cuts.VALUES["agreement"].items()], initial="enterprise",
        required=False, widget=ChipSelect,
    )  # fmt: skip
    about = forms.ModelChoiceField(
        Agreement.objects.none(),
        to_field_name="uid",
        label="Thỏa ước nào",
        empty_label="Chọn",
        required=False,
    )
    first_on = DayField(label="Có hiệu lực từ ngày", required=False, help_text="Để trống nếu từ ngày ký.")
    last_on = spans.LastDayField(label="Có hiệu lực đến hết ngày")
    number = forms.CharField(label="Số, ký hiệu", required=False, max_length=50)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        signed = Agreement.objects.filter(step="signed", withdrawn=False, unit__in=units_of(self.unit))
        self.fields["about"].queryset = signed.order_by("-happened_on")  # type: ignore[attr-defined]
        self.fields["happened_on"].label = "Ngày ký, ngày làm"
        self.order_fields(["step", "sort", "about", "happened_on", "first_on", "last_on"])


class ClauseForm(LineForm):
    topic = forms.ChoiceField(label="Về việc gì", choices=Clause.Topic.choices)
    better = forms.CharField(
        label="Có lợi hơn luật thế nào",
        max_length=300,
        help_text="Ví dụ: thưởng Tết ít nhất một tháng lương.",
    )


AGREEMENT = register(
    Kind(
        slug="agreement",
        label="Thỏa ước lao động tập thể",
        icon="handshake",
        chapter=4,
        model=Agreement,
        form=AgreementForm,
        draws=draws,
        title=title,
        check=check,
        check_withdrawal=check_withdrawal,
        feeds=frozenset({IN_FORCE, BINDS, SIGNED, AMENDED, *UNIONS.values()}),
        lines=(
            LineSpec(
                "employers",
                Bound,
                EmployerLineForm,
                "Doanh nghiệp, đơn vị",
                "Thêm doanh nghiệp",
                paste=("employer",),
                default=everyone,
            ),
            LineSpec(
                "clauses",
                Clause,
                ClauseForm,
                "Điều khoản có lợi hơn luật",
                "Thêm điều khoản",
                paste=("topic", "better"),
            ),
        ),
        hint="Ký, sửa đổi, giám sát thỏa ước; thương lượng bữa ăn ca",
        words=("thỏa ước", "thương lượng", "bữa ăn ca", "ký kết", "giám sát"),
    )
)

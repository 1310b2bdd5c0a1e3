"""Công trình, sản phẩm thi đua: registered, then finished; one record, counted once."""

from collections.abc import Iterator

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect, MoneyField
from congdoan.base.money import MOST
from congdoan.base.text import nfc
from congdoan.base.words import short_money
from congdoan.ledger import cuts
from congdoan.ledger.origins import Draw

from ..forms import RecordForm
from ..kind import Kind, Rows, register
from ..record import Record
from .campaign import Campaign
from .participation import open_to

LEVELS = ("grassroots", "direct_superior", "province", "national")


class Work(Record):
    """A work for an occasion or in a movement (`programme`). Registered on `happened_on`; once finished, finished on it."""

    class Stage(models.TextChoices):
        REGISTERED = "registered", "Đăng ký"
        DONE = "done", "Hoàn thành, gắn biển"

    name = models.CharField(max_length=200)
    stage = models.CharField(max_length=10, choices=Stage.choices)
    level = models.CharField(max_length=20)
    value = models.BigIntegerField(default=0)
    programme = models.ForeignKey(Campaign, on_delete=models.PROTECT, null=True, related_name="works")


PRIVACY = {"Work": dict.fromkeys(("name", "stage", "level", "value", "programme"), "internal")}
WORKS = "emulation.works"


def draws(work: Work, rows: Rows) -> Iterator[Draw]:
    """The work, once: where it stands when it is amended from registered to finished, it moves to that day."""
    yield Draw(WORKS, work.unit_id, work.happened_on, cut={"level": work.level})


def title(work: Work, rows: Rows) -> str:
    """Which work, and how far it is."""
    return f"Công trình, sản phẩm thi đua ({work.get_stage_display().lower()}): {work.name}"


def check(work: Work, rows: Rows) -> None:
    """Refuse one without a name or level, absurd money, a movement of others."""
    work.name = nfc(work.name)
    if not work.name:
        raise Refused("Hãy ghi tên công trình, sản phẩm.", "name")
    if work.level not in LEVELS:
        raise Refused("Hãy chọn cấp của công trình, sản phẩm.", "level")
    if not 0 <= work.value <= MOST:
        raise Refused(f"Giá trị phải từ 0 đến {short_money(MOST)}; hãy xem lại.", "value")
    if work.programme and not open_to(work.unit, work.happened_on).filter(pk=work.programme.pk).exists():
        raise Refused(
            f"“{work.programme.name}” không phải của {work.unit.name} hay cấp trên; hãy chọn phong trào khác.",
            "programme",
        )


class WorkForm(RecordForm):
    rare = ("value",)

    stage = forms.ChoiceField(
        label="Đến đâu", choices=Work.Stage.choices, initial="done", widget=ChipSelect,
        help_text="Đã ghi lúc đăng ký thì mở việc ấy ra, bấm Sửa và chọn Hoàn thành.",
    )  # fmt: skip
    name = forms.CharField(label="Tên công trình, sản phẩm", max_length=200)
    level = forms.ChoiceField(
        label="Cấp", choices=[(level, cuts.label("level", level)) for level in LEVELS], initial="grassroots",
        widget=ChipSelect,
    )  # fmt: skip
    programme = forms.ModelChoiceField(
        Campaign.objects.none(), to_field_name="uid", label="Thuộc phong trào", empty_label="Không ghi", required=False
    )  # fmt: skip
    value = MoneyField(label="Giá trị", required=False)

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        self.fields["happened_on"].label = "Ngày đăng ký, ngày hoàn thành"
        movements = open_to(self.unit).filter(sort__in=Campaign.MOVEMENTS)
        self.fields["programme"].queryset = movements  # type: ignore[attr-defined]

    def clean_value(self) -> int:
        return self.cleaned_data["value"] or 0


WORK = register(
    Kind(
        slug="work",
        label="Công trình, sản phẩm thi đua",
        icon="hammer",
        chapter=9,
        model=Work,
        form=WorkForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset({WORKS}),
        hint="Đăng ký, hoàn thành, gắn biển công trình chào mừng",
        words=("công trình", "sản phẩm", "gắn biển", "chào mừng", "thi đua", "đăng ký"),
    )
)

"""Khám sức khỏe, vé Tết, phúc lợi: what a union arranges for so many people, without a list of names."""

from collections.abc import Iterator, Mapping

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect, MoneyField
from congdoan.base.words import grouped, short_money, small
from congdoan.funds.models import Fund
from congdoan.funds.movements import Movement, spending_purpose
from congdoan.ledger import cuts
from congdoan.ledger.indicator import BY_KEY
from congdoan.ledger.origins import Draw

from ..forms import FundField
from ..kind import Kind, Rows, register
from ..record import Record
from ..spending import TOTALS, PaidForm, name_payer, totals

MOST = 100_000  # people at one time; above these it is a slip of the keyboard
MOST_MONEY = 10_000_000_000


class Service(Record):
    """`people` is how many times somebody had it (tickets: how many), `women` how many of them women had it."""

    class What(models.TextChoices):
        CHECK = "check", "Khám sức khỏe, tầm soát bệnh"
        SCREENING = "screening", "Khám sức khỏe sinh sản, tầm soát ung thư cho nữ"
        TICKETS = "tickets", "Vé, chuyến xe về quê đón Tết"
        BENEFIT = "benefit", "Dùng ưu đãi Phúc lợi đoàn viên"

    what = models.CharField(max_length=10, choices=What.choices)
    people = models.IntegerField()
    women = models.IntegerField(default=0)
    vehicle = models.CharField(max_length=10, blank=True)
    provider = models.CharField(max_length=200, blank=True)
    cost = models.BigIntegerField(default=0)
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, null=True, related_name="services")


COLUMNS = ("what", "people", "women", "vehicle", "provider", "cost", "fund")
PRIVACY = {"Service": dict.fromkeys(COLUMNS, "internal")}
CHECKS, SCREENINGS = "care.health_checks", "women.health_checks"
TICKETS, BENEFITS = "care.tet_tickets", "care.benefit_uses"


def draws(service: Service, rows: Rows) -> Iterator[Draw]:
    """Each who had it; a women's check is a health check too. What a fund paid is money for care."""
    if service.what == Service.What.SCREENING:
        yield _draw(service, SCREENINGS, service.people)
    if service.what in (Service.What.CHECK, Service.What.SCREENING):
        yield from _checks(service)
    if service.what == Service.What.TICKETS:
        yield _draw(service, TICKETS, service.people)
    if service.what == Service.What.BENEFIT:
        yield _draw(service, BENEFITS, service.people)
    if service.fund and service.cost:
        for indicator in totals(service.fund):
            yield _draw(service, indicator, service.cost)


def money(service: Service, rows: Rows) -> Iterator[Movement]:
    """What the union paid, if it did."""
    if service.fund:
        purpose = spending_purpose(service.fund)
        yield Movement(service.fund, -service.cost, purpose, title(service, rows), service.provider)


def _checks(service: Service) -> Iterator[Draw]:
    """Women and the others apart, if it was told how many women."""
    others = service.people - service.women
    for sex, people in (("f", service.women), ("m" if service.women else "", others)):
        yield _draw(service, CHECKS, people, {"sex": sex})


def _draw(service: Service, indicator: str, quantity: int, more: Mapping[str, str] | None = None) -> Draw:
    said = {"vehicle": service.vehicle, "form": "goods", **(more or {})}
    said["occasion"] = "tet" if service.what == Service.What.TICKETS else "other"
    if service.fund:
        said |= {"source": service.fund.source, "payer": service.fund.unit.kind.level.code}
    cut = {name: said[name] for name in BY_KEY[indicator].cuts if name in said}
    return Draw(indicator, service.unit_id, service.happened_on, quantity, cut=cut)


def title(service: Service, rows: Rows) -> str:
    """What, for how many, and what it cost."""
    counted = "vé" if service.what == Service.What.TICKETS else "lượt người"
    cost = f", {short_money(service.cost)}" if service.cost else ""
    return f"{service.get_what_display()}: {small(service.people)} {counted}{cost}"


def check(service: Service, rows: Rows) -> None:
    """Refuse nobody or more than anybody arranges for, more women than people, money from no fund."""
    _settle(service)
    if not 1 <= service.people <= MOST:
        raise Refused(f"Số lượt, số vé phải từ 1 đến {grouped(MOST)}; hãy xem lại.", "people")
    if not 0 <= service.women <= service.people:
        raise Refused(f"Số nữ phải từ 0 đến {grouped(service.people)}, số lượt người; hãy xem lại.", "women")
    if not 0 <= service.cost <= MOST_MONEY:
        raise Refused(f"Số tiền phải từ 0 đến {short_money(MOST_MONEY)}; hãy xem lại.", "cost")
    if service.cost and not service.fund:
        raise Refused("Hãy chọn nguồn kinh phí đã chi số tiền này.", "fund")
    name_payer(service)


def _settle(service: Service) -> None:
    """What only one sort has is empty for the others; all whom a women's check was for are women."""
    if service.what == Service.What.SCREENING:
        service.women = service.people
    elif service.what != Service.What.CHECK:
        service.women = 0
    if service.what != Service.What.TICKETS:
        service.vehicle = ""
    elif service.vehicle not in cuts.VALUES["vehicle"]:
        raise Refused("Hãy chọn phương tiện.", "vehicle")
    if not service.cost:
        service.fund = None


class ServiceForm(PaidForm):
    only_for = {"women": ("what", ("check",)), "vehicle": ("what", ("tickets",))}
    rare = ("provider",)
    field_order = ("what", "people", "women", "vehicle", "cost", "fund")

    what = forms.ChoiceField(
        label="Việc gì", choices=Service.What.choices, initial="check", widget=ChipSelect
    )
    people = forms.IntegerField(label="Số lượt người, số vé", min_value=1, max_value=MOST, localize=True)
    women = forms.IntegerField(
        label="Trong đó nữ", min_value=0, max_value=MOST, required=False, localize=True
    )
    vehicle = forms.ChoiceField(
        label="Phương tiện", choices=list(cuts.VALUES["vehicle"].items()), required=False, widget=ChipSelect
    )
    cost = MoneyField(
        label="Công đoàn chi", required=False, help_text="Để trống nếu công đoàn không chi tiền."
    )
    fund = FundField(required=False)
    provider = forms.CharField(
        label="Nơi khám, nhà xe, đối tác", required=False, max_length=200, help_text="Không ghi tên người."
    )

    def values(self) -> dict[str, object]:
        values = super().values()
        return {**values, "women": values["women"] or 0, "cost": values["cost"] or 0}


SERVICE = register(
    Kind(
        slug="service",
        label="Khám sức khỏe, vé Tết, phúc lợi",
        icon="stethoscope",
        chapter=5,
        model=Service,
        form=ServiceForm,
        draws=draws,
        title=title,
        check=check,
        money=money,
        feeds=TOTALS | {CHECKS, SCREENINGS, TICKETS, BENEFITS},
        hint="Khám sức khỏe, tầm soát bệnh, vé xe Tết, ưu đãi của đối tác",
        words=("khám sức khỏe", "tầm soát", "vé tàu xe", "về quê", "phúc lợi đoàn viên", "ưu đãi"),
    )
)

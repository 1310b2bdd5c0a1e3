"""Naming money: the funds a union pays from. Their books come later."""

from django.utils.text import slugify

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused
from congdoan.base.text import fold, nfc
from congdoan.org.models import Unit

from .models import NAME_SIZE, Fund


def set_up(*, unit: Unit, name: str, source: str, by: int | None) -> Fund:
    """A fund a union pays from, its whole life long. Refuses one without a name, or of a name the union already has."""
    name = nfc(name)
    if not name:
        raise Refused("Hãy ghi tên quỹ.", "name")
    if any(fold(fund.name) == fold(name) for fund in Fund.objects.filter(unit=unit)):
        raise Refused(f"{unit.name} đã có “{name}”; hãy đặt tên khác.", "name")
    with writing(by=by, action="set_up_fund", unit=unit.code):
        code = _free_code(unit, name)
        return Fund.objects.create(unit=unit, code=code, name=name, source=source, from_on=unit.founded_on)


def give_budget(*, unit: Unit, by: int | None) -> Fund:
    """The union's own money, which every union has."""
    name = f"Kinh phí công đoàn, {unit.name}"[:NAME_SIZE]
    return set_up(unit=unit, name=name, source=Fund.Source.UNION, by=by)


def _free_code(unit: Unit, name: str) -> str:
    """A code made of the union's and the name, that no fund bears yet."""
    plain = slugify(f"{unit.code}-{fold(name)}")[:70].strip("-")
    taken = set(Fund.objects.filter(code__startswith=plain).values_list("code", flat=True))
    numbered = (f"{plain}-{n}" for n in range(2, len(taken) + 3))
    return next(code for code in (plain, *numbered) if code not in taken)

"""What else of a union is dated: whose workers it organises, where it sits, which sector it belongs to."""

from collections.abc import Iterable
from datetime import date
from itertools import chain, count

from django.utils.text import slugify

from congdoan.audit.actions import writing
from congdoan.base.errors import Refused
from congdoan.base.text import fold, nfc
from congdoan.ledger.actions import post
from congdoan.ledger.origins import ORGANISING
from congdoan.org.models import Dated, Employer, Location, Organising, SectorPlacement, Territory, Unit
from congdoan.org.queries import alive

from . import draws


def add_employer(*, name: str, enterprise: bool, on: date, by: int | None, code: str = "") -> Employer:
    """Write down an employer nobody has organised yet. Refuses a name another one bears."""
    name = nfc(name)
    if not name:
        raise Refused("Hãy ghi tên cơ quan, đơn vị, doanh nghiệp.", "employer")
    if Employer.objects.filter(name_key=fold(name)).exists():
        raise Refused(f"Đã có “{name}” trong sổ; hãy chọn trong danh sách.", "employer")
    with writing(by=by, action="add_employer", what=code):
        return Employer.objects.create(
            code=code or free_code(Employer, name),
            name=name,
            name_key=fold(name),
            enterprise=enterprise,
            from_on=on,
        )


def free_code(model: type[Employer] | type[Unit], name: str) -> str:
    """A code made of the name that nobody bears yet."""
    return free_codes(model, [name])[0]


def free_codes(
    model: type[Employer] | type[Unit], names: Iterable[str], taken: Iterable[str] = ()
) -> list[str]:
    """A code for each of these names, that nobody bears and none of them shares."""
    borne = {*taken, *model._default_manager.values_list("code", flat=True)}
    return [_free(slugify(fold(name))[:50].strip("-") or "moi", borne) for name in names]


def _free(plain: str, borne: set[str]) -> str:
    numbered = (f"{plain}-{n}" for n in count(2))
    code = next(code for code in chain([plain], numbered) if code not in borne)
    borne.add(code)
    return code


def organise(*, unit: Unit, employer: Employer, on: date, by: int | None, why: str = "") -> Organising:
    """From a day on a union organises an employer's workers: the employer is liable for conferences and regulations."""
    with writing(by=by, action="organise", why=why, unit=unit.code) as posting:
        _check_new(unit, employer, on)
        organising = Organising.objects.create(unit=unit, employer=employer, from_on=on, made=posting)
        post(posting, ORGANISING, organising.pk, draws.of_organising(organising))
    return organising


def stop_organising(*, organising: Organising, on: date, by: int | None, why: str = "") -> Organising:
    """From a day on the union no longer organises these workers."""
    if not organising.from_on < on < organising.to_on or organising.unmade_id:
        raise Refused("Ngày kết thúc phải nằm trong thời gian đang tổ chức; hãy chọn ngày khác.", "on")
    with writing(by=by, action="stop_organising", why=why, unit=organising.unit.code) as posting:
        post(posting, ORGANISING, organising.pk, ())
        organising.unmade = posting
        organising.save(update_fields=["unmade"])
        ended = Organising.objects.create(
            unit=organising.unit,
            employer=organising.employer,
            from_on=organising.from_on,
            to_on=on,
            made=posting,
        )
        post(posting, ORGANISING, ended.pk, draws.of_organising(ended))
    return ended


def locate(*, unit: Unit, territory: Territory, on: date, by: int | None, why: str = "") -> Dated:
    """From a day on a union sits in a territory."""
    return _replace(Location, unit, on, by, "locate", why, territory=territory)


def assign_sector(*, unit: Unit, sector: str, on: date, by: int | None, why: str = "") -> Dated:
    """From a day on a union belongs to a sector of work."""
    return _replace(SectorPlacement, unit, on, by, "assign_sector", why, sector=sector)


def _check_new(unit: Unit, employer: Employer, on: date) -> None:
    if not alive(unit, on):
        raise Refused(f"{unit.name} không hoạt động ngày {on:%d/%m/%Y}; hãy chọn ngày khác.", "on")
    if Organising.objects.filter(employer=employer, unit=unit, unmade=None, to_on__gt=on).exists():
        raise Refused(f"{employer.name} đã thuộc {unit.name}; không cần ghi lại.", "employer")


def _replace(
    model: type[Dated], unit: Unit, on: date, by: int | None, action: str, why: str, **what: object
) -> Dated:
    if not alive(unit, on):
        raise Refused(f"{unit.name} không hoạt động ngày {on:%d/%m/%Y}; hãy chọn ngày khác.", "on")
    with writing(by=by, action=action, why=why, unit=unit.code) as posting:
        manager = model._default_manager
        for fact in manager.filter(unit=unit, unmade=None, to_on__gt=on):
            fact.unmade = posting
            fact.save(update_fields=["unmade"])
            if fact.from_on < on:
                fact.pk, fact.unmade, fact.made, fact.to_on = None, None, posting, on
                fact.save(force_insert=True)
        return manager.create(unit=unit, from_on=on, made=posting, **what)

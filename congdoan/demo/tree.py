"""The unions take their places: the tree of the demo, its offices and its funds."""

from congdoan.base.text import fold
from congdoan.funds.models import Fund
from congdoan.org.models import Ancestry, Employer, Unit, UnitKind
from congdoan.reform import actions as reform
from congdoan.reform import relations

from . import unions, workplaces
from .moments import BOOK_BEGAN, as_of, moment

SOURCE = Fund.Source
# The funds that pay in the demo, besides the union budget of each union: (code, name, owner, source).
FUNDS = (
    ("laocai-quy-xa-hoi", "Quỹ Xã hội Công đoàn Lào Cai", "laocai-ldld", SOURCE.SOCIAL),
    ("laocai-mai-am", "Quỹ Mái ấm Công đoàn Lào Cai", "laocai-ldld", SOURCE.SHELTER),
    ("laocai-cdvc-xa-hoi-hoa", "Xã hội hóa của Công đoàn Viên chức tỉnh", "laocai-cdvc", SOURCE.SPONSOR),
    ("muongkhuong-quy-khac", "Các quỹ từ thiện, nhân đạo huyện", "muongkhuong-ldld", SOURCE.OTHER),
    ("muongkhuong-von-vay", "Vốn vay giải quyết việc làm", "muongkhuong-ldld", SOURCE.LOANS),
    ("tinh-ldld-cdcs-xoay-vong", "Góp vốn xoay vòng", "tinh-ldld-cdcs", SOURCE.ROTATING),
    ("yenbai-quy-xa-hoi", "Quỹ Xã hội Công đoàn Yên Bái", "yenbai-ldld", SOURCE.SOCIAL),
)


def plant() -> str:
    """Found every union of the demo, superiors first, and give it the names it bore."""
    kinds = {kind.code: kind for kind in UnitKind.objects.all()}
    units: dict[str, Unit] = {}
    former = {code: name for code, _, name in unions.FORMER_NAMES}
    with as_of(moment(BOOK_BEGAN)):
        for founding in unions.all_of_them():
            units[founding.code] = reform.found(
                code=founding.code, kind=kinds[founding.kind], name=former.get(founding.code, founding.name),
                on=founding.on, parent=units.get(founding.parent), by=None, **founding.naming,
            )  # fmt: skip
        _rename(units)
    Ancestry.objects.update(known_at=moment(BOOK_BEGAN))
    return (
        f"{len(units)} công đoàn, {len(unions.SIGNERS) + len(unions.FORMER_NAMES)} lần đổi tên gọi, người ký"
    )


def _rename(units: dict[str, Unit]) -> None:
    for code, on, signer in unions.SIGNERS:
        reform.rename(unit=units[code], on=on, by=None, signer_name=signer)
    names = {founding.code: founding.name for founding in unions.all_of_them()}
    for code, on, _ in unions.FORMER_NAMES:
        name, line = names[code], names[code].upper()
        reform.rename(
            unit=units[code], on=on, by=None, name=name, short_name=name, issuer_line=line, seal_name=line
        )


def employ() -> str:
    """The workplaces of the unions, each since its union's founding."""
    units = {unit.code: unit for unit in Unit.objects.all()}
    found = list(workplaces.all_of_them_at_work())
    with as_of(moment(BOOK_BEGAN)):
        for place in found:
            unit = units[place.union]
            employer = Employer.objects.create(
                code=place.code, name=place.name, name_key=fold(place.name), enterprise=place.enterprise,
                from_on=unit.founded_on,
            )  # fmt: skip
            relations.organise(unit=unit, employer=employer, on=unit.founded_on, by=None)
    return f"{len(found)} cơ quan, đơn vị, doanh nghiệp"


def endow() -> str:
    """A budget for every union, and the named funds of the upper ones."""
    Fund.objects.bulk_create(
        Fund(
            unit=unit, code=budget_of(unit), name=f"Kinh phí công đoàn, {unit.name}", source=SOURCE.UNION,
            from_on=unit.founded_on,
        )
        for unit in Unit.objects.order_by("pk")
    )  # fmt: skip
    for code, name, owner, source in FUNDS:
        unit = Unit.objects.get(code=owner)
        Fund.objects.create(code=code, name=name, unit=unit, source=source, from_on=unit.founded_on)
    return f"{Fund.objects.count()} quỹ"


def budget_of(unit: Unit) -> str:
    """The code of a union's budget."""
    return f"{unit.code}-kinh-phi"

"""A list of unions taken into the book, and taken back."""

import uuid
from collections.abc import Callable, Iterator, Sequence

from congdoan.accounts import access
from congdoan.audit.models import Posting
from congdoan.base.text import fold
from congdoan.org import queries as org
from congdoan.org.models import Employer, Unit, UnitKind
from congdoan.reform import mass
from congdoan.reform.relations import free_codes

from .fates import CHANGED, NEW, Fate, Line
from .sorts import Asked, Sort, register
from .union_columns import SIGNED, columns
from .union_looking import AT, ON, Look, news, organised

BROUGHT = "brought"  # in a fate's values: the employer that came into the book with the row


def look(asked: Asked, lines: Sequence[Line]) -> list[Fate]:
    """The fate of every line of a list of unions."""
    return Look(asked, lines).fates(lines)


def take_in(asked: Asked, fates: Sequence[Fate], posting: Posting) -> bool:
    """New unions at once; of the others, how they sign and whose workers they organise."""
    new = [fate for fate in fates if fate.fate == NEW]
    known = {
        str(u.uid): u
        for u in Unit.objects.filter(uid__in=[fate.whom for fate in fates if fate.whom]).select_related(
            "kind"
        )
    }
    _mark_new_employers(fates)
    mass.found_all(posting, list(_foundings(new, fates, posting)))
    changed = [(fate, known[fate.whom]) for fate in fates if fate.fate == CHANGED]
    for fate, unit in changed:
        signed = org.naming(unit, asked.on)
        if said := news(fate.values, signed):
            mass.sign(posting, [unit], asked.on, {name: fate.values[name] for name in said})
    known_ones = set(organised(asked))
    mass.organise_all(posting, [
        (unit, fate.values["employer"], bool(fate.values.get("enterprise")), asked.on)
        for fate, unit in changed
        if fate.values.get("employer") and (unit.pk, fold(fate.values["employer"])) not in known_ones
    ])  # fmt: skip
    return True


def _mark_new_employers(fates: Sequence[Fate]) -> None:
    """Write down, with the row, the employers that come into the book with it."""
    told = {fold(fate.values.get("employer") or ""): fate for fate in reversed(fates)}
    known = set(Employer.objects.filter(name_key__in=told).values_list("name_key", flat=True))
    for key, fate in told.items():
        if key and key not in known:
            fate.values[BROUGHT] = key


def _foundings(new: Sequence[Fate], fates: Sequence[Fate], posting: Posting) -> Iterator[mass.Founding]:
    kinds = {kind.code: kind for kind in UnitKind.objects.select_related("level")}
    for fate in new:
        fate.whom = str(uuid.uuid5(posting.uid, str(fate.row)))
    by_row = {fate.row: fate.whom for fate in fates}
    taken = {fate.values["code"] for fate in new if fate.values.get("code")}
    free = iter(free_codes(Unit, [fate.values["name"] for fate in new if not fate.values.get("code")], taken))
    for fate in new:
        values, at = fate.values, fate.values[AT]
        yield mass.Founding(
            uid=uuid.UUID(fate.whom), code=values.get("code") or next(free), kind=kinds[values["kind"]], name=values["name"],
            on=values[ON], parent=uuid.UUID(by_row[at] if isinstance(at, int) else at), employer=values.get("employer") or "",
            enterprise=bool(values.get("enterprise")), naming={name: values[name] for name in SIGNED if values.get(name)},
        )  # fmt: skip


def take_back(of: Posting, posting: Posting, fates: Callable[[], Sequence[Fate]]) -> None:
    """The unions are not there, and the employers that came with them."""
    rows = fates()
    mass.take_back(
        of,
        posting,
        [f.whom for f in rows if f.fate == NEW and f.whom],
        [f.values[BROUGHT] for f in rows if f.values.get(BROUGHT)],
    )


UNIONS = register(
    Sort(
        slug="units",
        label="Công đoàn (hệ thống tổ chức)",
        columns=columns,
        look=look,
        take_in=take_in,
        take_back=take_back,
        put_back=lambda taken, posting, fates: mass.put_back(taken, posting),
        on_label="Thành lập (có trong sổ) từ ngày, nếu tệp không ghi",
        right=access.may_administer,
        alone=True,
    )
)

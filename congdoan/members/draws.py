"""What a membership draws: one in the stocks while it lasts, its beginning and its end among the comings and goings.

A transfer stands at both ends with opposite signs, under the number of the membership it began. So it is counted where
only one of the two is, and comes to nothing at a union that has both under it.
"""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from datetime import date

from django.db.models import QuerySet, Sum
from django.urls import reverse

from congdoan.audit.models import Posting
from congdoan.base.fields import FOREVER
from congdoan.ledger import cuts
from congdoan.ledger.actions import post, post_all
from congdoan.ledger.indicator import BY_KEY, BY_NUMBER
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import CARD, MEMBERSHIP, RECORD, REGISTER, Draw, Origin, Told, register

from .models import Card, Membership, Person, Register

FEEDS = frozenset(
    f"members.{name}"
    for name in (
        "total", "women", "admitted", "lost", "transferred_in", "transferred_out", "lost_with_union", "net_growth",
        "party_members", "in_hardship", "with_full_record", "opened",
    )
)  # fmt: skip
Begin, End = Membership.Begin, Membership.End
# Told when the register or the hardship list says something else of these people (by number).
FOLLOWERS: list[Callable[[Collection[int], Posting], None]] = []


def of_membership(membership: Membership) -> Iterator[Draw]:
    """All of it; nothing of one written by mistake."""
    if membership.unmade_id is None:
        yield from _stocks(membership)
        yield from _beginning(membership)
        yield from _ending(membership)


def settle(posting: Posting, memberships: Iterable[Membership], *, first: bool = False) -> list[Entry]:
    """Make the entries of these memberships say what they draw now; others follow what is said of people in hardship.
    `first`: they were written in this very posting."""
    rows = loaded(Membership.objects.filter(pk__in=[membership.pk for membership in memberships]))
    written = post_all(posting, MEMBERSHIP, {row.pk: of_membership(row) for row in rows}, first=first)
    listed = {row.person_id for row in rows if row.person.hardships.all()}
    for follow in FOLLOWERS if listed else ():
        follow(listed, posting)
    return written


def loaded(rows: QuerySet[Membership]) -> QuerySet[Membership]:
    """With what their draws look at."""
    return rows.select_related("person__sensitive", "previous").prefetch_related("person__hardships")


def of_card(card: Card) -> Iterator[Draw]:
    """One card more, at the union of its bearer."""
    yield Draw("members.cards_issued", card.unit_id, card.issued_on, 1, card.person_id, {"card": card.issue})


def of_register(opened: Register) -> Iterator[Draw]:
    """What the union had declared in totals ends where its register begins."""
    stocks = [BY_KEY[key].number for key in FEEDS if BY_KEY[key].stock]
    rows = Entry.objects.filter(
        unit=opened.unit_id, origin=RECORD, indicator__in=stocks, day__lte=opened.opened_on
    )
    sums = rows.values_list("indicator", "cut__key").annotate(sum=Sum("quantity")).order_by()
    for number, cut, level in sums:
        yield Draw(
            BY_NUMBER[number].key, opened.unit_id, opened.opened_on, -level, cut=cuts.unpack(cut or "")
        )


def follow(written: Iterable[Entry], posting: Posting) -> None:
    """Let registers follow what was declared before they were opened."""
    units = {entry.unit_id for entry in written if BY_NUMBER[entry.indicator].key in FEEDS}
    for opened in Register.objects.filter(unit__in=units):
        post(posting, REGISTER, opened.pk, of_register(opened))


def announce() -> None:
    """Tell the ledger what the register draws."""
    register(Origin(MEMBERSHIP, "đoàn viên", _all, FEEDS, _tell))
    register(Origin(CARD, "thẻ đoàn viên", _all_cards, frozenset({"members.cards_issued"}), _tell_cards))
    register(Origin(REGISTER, "sổ đoàn viên", _all_registers, FEEDS))


def _tell(numbers: Collection[int]) -> dict[int, Told]:
    """Memberships without a name (a line may tell of hardship): the way to the person's page, where names are for those
    who keep the register."""
    rows = Membership.objects.filter(pk__in=numbers).select_related("person")
    return {row.pk: Told(f"Đoàn viên từ {row.from_on:%d/%m/%Y}", url=_page(row.person)) for row in rows}


def _tell_cards(numbers: Collection[int]) -> dict[int, Told]:
    rows = Card.objects.filter(pk__in=numbers).select_related("person")
    return {row.pk: Told(f"{row.get_issue_display()} thẻ đoàn viên", url=_page(row.person)) for row in rows}


def _page(person: Person) -> str:
    return reverse("person", args=[person.uid])


def _all_cards() -> Iterator[tuple[int, Iterable[Draw]]]:
    for card in Card.objects.order_by("pk").iterator():
        yield card.pk, of_card(card) if card.unmade_id is None else ()


def _all_registers() -> Iterator[tuple[int, Iterable[Draw]]]:
    for opened in Register.objects.order_by("pk"):
        yield opened.pk, of_register(opened)


def _all() -> Iterator[tuple[int, Iterable[Draw]]]:
    for membership in loaded(Membership.objects.order_by("pk")).iterator(chunk_size=1000):
        yield membership.pk, of_membership(membership)


def _stocks(membership: Membership) -> Iterator[Draw]:
    person, sex = membership.person, _sex(membership.person)
    yield from _held(membership, "total", membership.from_on, sex)
    if person.woman:
        yield from _held(membership, "women", membership.from_on)
    if person.complete_on:
        yield from _held(membership, "with_full_record", person.complete_on)
    if party_on := _party_on(person):
        yield from _held(membership, "party_members", party_on, sex)
    for hardship in person.hardships.all():
        if hardship.unmade_id is None:
            cut = {"hardship": hardship.level}
            yield from _held(membership, "in_hardship", hardship.from_on, cut, until=hardship.to_on)


def _held(
    membership: Membership,
    name: str,
    since: date,
    cut: Mapping[str, str] | None = None,
    until: date = FOREVER,
) -> Iterator[Draw]:
    """One more while the membership lasts and the fact holds."""
    first, end = max(since, membership.from_on), min(until, membership.to_on)
    if first < end or name == "total":
        yield _draw(membership, name, first, cut=cut)
        if end < FOREVER:
            yield _draw(membership, name, end, -1, cut=cut)


def _beginning(membership: Membership) -> Iterator[Draw]:
    on = membership.from_on
    if membership.began == Begin.OPENING:
        yield _draw(membership, "opened", on)
    else:
        yield _draw(membership, "net_growth", on)
    if membership.began == Begin.ADMITTED:
        yield _draw(membership, "admitted", on, cut=_sex(membership.person))
    if membership.previous:
        yield from _transfer(membership, membership.previous)


def _ending(membership: Membership) -> Iterator[Draw]:
    if membership.to_on == FOREVER:
        return
    on = membership.to_on
    yield _draw(membership, "net_growth", on, -1)
    if membership.ended == End.TRANSFERRED:
        return
    reason = membership.reason or membership.ended
    yield _draw(membership, "lost", on, cut={"reason": reason, **_sex(membership.person)})
    if membership.ended == End.UNION_ENDED:
        yield _draw(membership, "lost_with_union", on)


def _transfer(here: Membership, before: Membership) -> Iterator[Draw]:
    for name, more, less in (("transferred_in", here, before), ("transferred_out", before, here)):
        for quantity, end in ((1, more), (-1, less)):
            yield Draw(f"members.{name}", end.unit_id, here.from_on, quantity, here.pk)


def _draw(
    membership: Membership, name: str, on: date, quantity: int = 1, *, cut: Mapping[str, str] | None = None
) -> Draw:
    return Draw(f"members.{name}", membership.unit_id, on, quantity, membership.person_id, cut or {})


def _sex(person: Person) -> dict[str, str]:
    return {} if person.woman is None else {"sex": "f" if person.woman else "m"}


def _party_on(person: Person) -> date | None:
    sensitive = getattr(person, "sensitive", None)
    return sensitive.party_on if sensitive else None

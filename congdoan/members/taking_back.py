"""A list of people that came at once is taken back as if it had never come, or put back after that.

Memberships bear the posting that made them and the one that last changed them; what a list changed in people the book
knew is in `Earlier`, under its posting. So whatever somebody has built upon since can be told, and is refused.
"""

from collections.abc import Collection, Iterator
from datetime import date
from typing import Any

from django.db.models import Exists, Model, OuterRef, Q, QuerySet

from congdoan.audit.models import Posting
from congdoan.base import bulk
from congdoan.base.errors import Refused
from congdoan.base.words import grouped
from congdoan.ledger import actions as ledger
from congdoan.ledger.actions import post
from congdoan.ledger.models import Entry
from congdoan.ledger.origins import MEMBERSHIP, REGISTER

from . import mass, people
from .keeping import revise
from .models import Earlier, Membership, NameWord, Person, Register, Sensitive

OWN = (Membership, NameWord, Sensitive, Earlier)  # what comes with a person and goes with them
WORDS = {
    "members": "đã chuyển, thôi, gộp hoặc được sửa sinh hoạt",
    "officers": "đã giữ chức vụ hoặc vào tổ, ban",
    "records": "đã có trong việc được ghi",
    "funds": "đã có khoản góp, vay hoặc phiếu quỹ",
    "meetings": "đã có trong danh sách đại biểu",
    "emulation": "đã có hồ sơ khen thưởng",
    "papers": "đã được giao việc hoặc văn bản",
}
BLANK: dict[str, Any] = {
    "woman": None,
    "born_on": None,
    "born_year": None,
    "card_number": None,
    "party_on": None,
    "relation": Person.Relation.MEMBER,
}


def take_back(of: Posting, posting: Posting) -> None:
    """What a list did: memberships it began count no more, people it brought are gone, what it changed is as it was."""
    began = Membership.objects.filter(made=of, unmade=None)
    brought = _brought(of, unmade=None)
    if reasons := [*_built_upon(of, began, brought)]:
        raise Refused(f"Chưa hoàn tác được: {'; '.join(reasons)}. Hãy hủy các việc ấy trước, rồi hoàn tác.")
    _close_registers(of, posting)
    with mass.rewriting(_drawn(of), began.count()):
        ledger.take_back(of, posting, MEMBERSHIP, began.values("pk"))
        brought.update(unmade=posting)
        bulk.weigh(Membership, began.update(unmade=posting, changed=posting))
    _restore(of, posting)


def put_back(taken: Posting, posting: Posting) -> None:
    """What was taken back under one posting stands again, as if it had come under this one."""
    began = Membership.objects.filter(unmade=taken)
    opening = began.filter(began=Membership.Begin.OPENING).values_list("from_on", "unit").distinct()
    for on, unit in sorted(opening):
        mass.open_registers(posting, [unit], on)
    with mass.rewriting(_drawn(taken), began.count()):
        ledger.take_back(taken, posting, MEMBERSHIP, began.values("pk"))
        Person.objects.filter(unmade=taken).update(unmade=None)
        bulk.weigh(Membership, began.update(unmade=None, made=posting, changed=posting))
    _restore(taken, posting)


def _drawn(of: Posting) -> int:
    """How many entries of memberships a posting wrote."""
    return Entry.objects.filter(posting=of, origin=MEMBERSHIP).count()


def _brought(of: Posting, **which: Any) -> QuerySet[Person]:
    """People the book did not know before this posting."""
    began = Membership.objects.filter(made=of, person=OuterRef("pk"))
    known = Earlier.objects.filter(posting=of, person=OuterRef("pk"))
    return Person.objects.filter(Exists(began), ~Exists(known), **which)


def _restore(of: Posting, posting: Posting) -> None:
    """People are again as they were before that posting."""
    rows = Earlier.objects.filter(posting=of).select_related("person").order_by("pk")
    revise(posting, [(row.person, _said(row.content)) for row in rows])


def _said(content: dict[str, str]) -> dict[str, Any]:
    """All that was known of somebody, as it is written; what was not is blank."""
    said = dict.fromkeys((*people.PLAIN, *people.SECRET), "") | BLANK | content
    said["woman"] = {"True": True, "False": False}.get(content.get("woman", ""))
    for name in ("born_on", "party_on"):
        said[name] = date.fromisoformat(content[name]) if name in content else None
    said["born_year"] = int(content["born_year"]) if "born_year" in content else None
    return said


def _close_registers(of: Posting, posting: Posting) -> None:
    """Registers opened with this list are open no more."""
    for opened in Register.objects.filter(made=of):
        post(posting, REGISTER, opened.pk, ())
    Register.objects.filter(made=of).delete()


def _built_upon(of: Posting, began: QuerySet[Membership], brought: QuerySet[Person]) -> Iterator[str]:
    """What was written since on top of the list, a reason each: somebody's name, and how many more."""
    held = Membership.objects.filter(made=of)
    yield from _reason(Person.objects.filter(memberships__in=held.exclude(changed=of)), WORDS["members"])
    told = Earlier.objects.filter(posting=of).values("person")
    later = Exists(Earlier.objects.filter(person=OuterRef("pk"), posting__gt=of.pk))
    yield from _reason(
        Person.objects.filter(later, Q(pk__in=told) | Q(pk__in=brought.values("pk"))), "đã được sửa hồ sơ"
    )
    opened = Register.objects.filter(made=of).values("unit")
    joined = Membership.objects.filter(unit__in=opened, unmade=None).exclude(made=of)
    yield from _reason(Person.objects.filter(memberships__in=joined), "vào sổ đã mở cùng danh sách này")
    for model, whose in _resting(began, brought):
        yield from _reason(whose, WORDS.get(model._meta.app_label, "đã có trong việc khác"))


def _resting(
    began: QuerySet[Membership], brought: QuerySet[Person]
) -> Iterator[tuple[type[Model], QuerySet[Person]]]:
    """Whatever points at the people brought, or at their memberships, in whichever room."""
    for whom, at in ((brought, "pk"), (began, "memberships")):
        for model, column, rows in resting(whom):
            if rows.exists():  # most tables name nobody of them, which is soon told
                yield model, Person.objects.filter(**{f"{at}__in": rows.values(column)})


def resting(
    on: QuerySet[Any], own: Collection[type[Model]] = OWN
) -> Iterator[tuple[type[Model], str, QuerySet[Any]]]:
    """Whatever points at these rows, in whichever room, but what is their own: its table, the column that points, the
    rows that do."""
    relations: Any = on.model._meta.get_fields(include_hidden=True)  # hidden: without a name back
    for relation in relations:
        model = relation.related_model
        if relation.auto_created and not relation.concrete and model not in own:
            column = relation.field.name
            yield model, column, model._default_manager.filter(**{f"{column}__in": on.values("pk")})


def _reason(people_: QuerySet[Person], what: str) -> Iterator[str]:
    if some := people_.order_by("given_key", "pk").first():
        more = people_.values("pk").distinct().count() - 1
        yield f"{some.name}{f' và {grouped(more)} người khác' if more else ''} {what}"

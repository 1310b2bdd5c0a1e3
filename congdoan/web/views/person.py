"""The page of somebody: who they are, their life in the union, and the work that names them."""

import uuid
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_safe

from congdoan.accounts import access
from congdoan.audit.actions import note
from congdoan.base.errors import NotHere
from congdoan.base.period import today
from congdoan.members import queries
from congdoan.members.models import Person, Transfer
from congdoan.records import kind as kinds
from congdoan.web import finding


@require_safe
def person(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Somebody, their memberships and cards, and the work that names them. The sight is noted."""
    found = finding.people(request.user).filter(uid=uid).first()
    merged = Person.objects.filter(uid=uid).exclude(merged_into=None).select_related("merged_into").first()
    if merged and merged.merged_into:
        return redirect("person", merged.merged_into.uid)
    if found is None:
        raise NotHere("Không có người này trong phạm vi bạn được xem.")
    unit = queries.union_of(found, today())
    note(by=request.user.pk, action="see_person", what=str(uid), unit=unit.code)
    records = [(record, kinds.of(record).icon) for record in finding.naming(request.user, found)]
    context = {
        "person": found, "unit": unit, "records": records, "keeps": access.may_see_sensitive(request.user, unit),
        "writes": access.may_write(request.user, unit), **_life(found),
    }  # fmt: skip
    return render(request, "web/person.html", context)


def _life(found: Person) -> dict[str, Any]:
    """Where they have belonged, what waits for an answer, their cards."""
    life = list(queries.life(found))
    last = life[0] if life else None
    held = last if last and last.open else None
    waiting = held and held.transfers.filter(state=Transfer.State.OPEN).select_related("to_unit").first()
    cards = found.cards.filter(unmade=None).order_by("-issued_on", "-pk")
    return {"life": life, "last": last, "held": held, "waiting": waiting, "cards": cards}

"""The one list: who is asked, the roll-call on a phone, who did not come and why."""

import uuid
from collections.abc import Callable, Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from congdoan.accounts import access, exports
from congdoan.base.errors import NotHere, Refused
from congdoan.base.table import Table

from . import asking, queries, reading, tables
from .answering import answered, written
from .forms import AbsentForm, GuestsForm, PersonForm
from .models import Delegate, Meeting

asked = require_http_methods(["GET", "HEAD", "POST"])
Form = GuestsForm | PersonForm


@require_safe
def delegates(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Who is asked, under headings; the register's benches one tap away."""
    found = queries.meeting_or_404(request.user, uid)
    if exports.asked(request):
        table = Table("Danh sách đại biểu", tables.DELEGATES, queries.roll(found).delegates)
        about = [f"{found}, {found.day:%d/%m/%Y}"]
        return exports.handed(request, "dai-bieu", found.unit, table, about=about, of=uid)
    writes = access.may_write(request.user, found.unit) and not found.dropped_id
    return render(request, "meetings/delegates.html", _context(found, writes))


@require_POST
def delegates_take(request: HttpRequest, uid: uuid.UUID, source: str) -> HttpResponse:
    """A whole bench, in one tap."""
    found = written(request, uid)
    if source not in asking.SOURCES:
        raise NotHere("Không có danh sách này; hãy chọn lại ở trang đại biểu.")
    _, people_of = asking.SOURCES[source]
    asking.invite(meeting=found, delegates=people_of(found.unit, found.day), by=request.user.pk)
    return redirect("delegates", uid=uid)


@asked
def delegates_type(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Guests, and others the register does not know."""
    found = written(request, uid)

    def chosen(said: dict[str, Any]) -> list[Delegate]:
        return asking.typed(reading.people(said["people"]), said["bench"])

    return _inviting(request, found, GuestsForm(request.POST or None), chosen, "Thêm khách mời, đại biểu")


@asked
def delegates_pick(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Somebody of the register, found by name."""
    found = written(request, uid)
    form = PersonForm(request.POST or None, unit=found.unit)

    def chosen(said: dict[str, Any]) -> list[Delegate]:
        return picked(said, found)

    return _inviting(request, found, form, chosen, "Thêm người trong sổ")


@require_safe
def roll_call(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """One tap a delegate; those not yet marked on top if so asked."""
    found = written(request, uid)
    return render(request, "meetings/roll_call.html", _context(found, True))


@require_POST
def delegate_mark(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Came, or not; the row and the count come back."""
    one = delegate_written(request, uid)
    asking.mark(delegate=one, state=request.POST.get("state", ""), by=request.user.pk)
    if request.htmx:  # type: ignore[attr-defined]
        context = {"one": one, "roll": queries.roll(one.meeting), "marked": True}
        return render(request, "meetings/parts/marked.html", context)
    return redirect(f"{reverse('roll_call', args=[one.meeting.uid])}#d-{one.uid}")


@asked
def delegate_absent(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Absent, and why."""
    one = delegate_written(request, uid)
    form = AbsentForm(request.POST or None, initial={"reason": one.reason})

    def act(said: dict[str, Any]) -> str:
        asking.mark(delegate=one, state="absent", by=request.user.pk, **said)
        return f"{back}#d-{one.uid}"

    back = reverse("roll_call", args=[one.meeting.uid])
    return answered(
        request, form, act, heading=f"Vắng: {one}", back=back, lead=one.meeting.about, meeting=one.meeting
    )


@require_POST
def roll_call_rest(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Everybody not yet marked came."""
    asking.mark_rest(meeting=written(request, uid), by=request.user.pk)
    return redirect("roll_call", uid=uid)


@require_POST
def delegate_drop(request: HttpRequest, uid: uuid.UUID) -> HttpResponse:
    """Taken off the list."""
    one = delegate_written(request, uid)
    asking.uninvite(delegate=one, by=request.user.pk)
    return redirect("delegates", uid=one.meeting.uid)


def picked(said: dict[str, Any], found: Meeting) -> list[Delegate]:
    """Somebody of the register as a delegate. Refuses a name the register does not know."""
    person = said["person"].get("person")
    if person is None:
        raise Refused("Sổ không có người này; hãy thêm ở “Khách mời, đại biểu khác”.", "person")
    return [asking.known(person, found)]


def _inviting(
    request: HttpRequest,
    found: Meeting,
    form: Form,
    chosen: Callable[[dict[str, Any]], Sequence[Delegate]],
    heading: str,
) -> HttpResponse:
    """The form that adds whom it names to the list."""
    back = reverse("delegates", args=[found.uid])

    def act(said: dict[str, Any]) -> str:
        asking.invite(meeting=found, delegates=chosen(said), by=request.user.pk)
        return back

    return answered(
        request, form, act, heading=heading, back=back, button="Thêm", lead=found.about, meeting=found
    )


def _context(found: Meeting, writes: bool) -> dict[str, Any]:
    """The list, and which benches it may be filled from."""
    sources = [
        (slug, label) for slug, (label, _) in asking.SOURCES.items() if asking.offers(slug, found.unit)
    ]
    return {"meeting": found, "roll": queries.roll(found), "sources": sources, "writes": writes}


def delegate_written(request: HttpRequest, uid: uuid.UUID) -> Delegate:
    """The delegate, if this person may write on their meeting."""
    rows = Delegate.objects.select_related("meeting__unit__kind", "person", "union")
    found = rows.filter(uid=uid).first()
    if found is None:
        raise NotHere("Không có đại biểu nào ở địa chỉ này.")
    written(request, found.meeting.uid)
    return found

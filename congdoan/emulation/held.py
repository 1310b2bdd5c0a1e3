"""The frame around every change of a proposal: one at a time, and only while its state lets it."""

from collections.abc import Collection, Iterator
from contextlib import contextmanager

from congdoan.audit.actions import writing
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused

from .models import Proposal


@contextmanager
def holding(
    proposal: Proposal, by: int | None, action: str, states: Collection[str]
) -> Iterator[tuple[Proposal, Posting]]:
    """Hold the proposal, so that two changes at once follow each other. Refuses it in another state."""
    with writing(by=by, action=action, what=str(proposal.uid), unit=proposal.unit.code) as posting:
        held = (
            Proposal.objects.select_for_update(of=("self",))
            .select_related("unit__kind__level", "to")
            .get(pk=proposal.pk)
        )
        if held.state not in states:
            raise Refused(f"Đề nghị này {held.get_state_display().lower()}; hãy tải lại trang để xem.")
        yield held, posting

"""One filling of the form of a proposal: what is asked for, and the two lists of candidates. Knows nothing of pages."""

from typing import Any

from congdoan.base.errors import Refused
from congdoan.org.models import Unit
from congdoan.records.entry import problems_of, rearrange, uid_of
from congdoan.records.rowset import Data, RowSet, quieten
from congdoan.records.shown import only_for, shown

from .forms import COLLECTIVES, PEOPLE, ProposalForm
from .models import Candidate, Proposal

ASKED = ("award", "issuer", "scope", "topic", "achievement_year", "proposed_on", "number", "grounds")


class Filling:
    """The form for a union, new or to change `proposal`. `data` is what was sent, if anything was."""

    def __init__(self, unit: Unit, data: Data | None = None, proposal: Proposal | None = None) -> None:
        self.unit, self.data, self.proposal, self.uid = unit, data, proposal, uid_of(data)
        initial = {name: getattr(proposal, name) for name in ASKED} if proposal else {}
        self.form = ProposalForm(data, unit=unit, initial=initial)
        self.form.use_required_attribute = False
        people, collectives = _rows(proposal)
        self.lists = [RowSet(PEOPLE, unit, data, people), RowSet(COLLECTIVES, unit, data, collectives)]
        for rows in self.lists:
            rows.only = only_for(self.form, rows.spec.name)

    @property
    def fields(self) -> list[Any]:
        """The fields as the page shows them."""
        return [shown(field) for field in self.form.visible_fields()]

    def rearrange(self, wish: str) -> None:
        """Without JavaScript: a row more, a row less, rows out of a pasted text."""
        rearrange(self.lists, self.data, wish)
        quieten(self.form)
        for rows in self.lists:
            rows.quieten()

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), *[rows.is_valid() for rows in self.lists]])

    def said(self) -> dict[str, Any]:
        """All of it, as the actions take it."""
        rows = [row for listed in self.lists for row in listed.values()]
        return {"candidates": rows, **self.form.cleaned_data}

    def refuse(self, refused: Refused) -> None:
        """Put what an action refused beside the list or the field it is about, or on top."""
        listed = next((rows for rows in self.lists if rows.spec.name == refused.field), None)
        if listed is None:
            self.form.refuse(refused)
        else:
            listed.errors.append(refused.sentence)

    def problems(self) -> list[tuple[str, str]]:
        """Every error and the id of the input it is about, in the order of the page."""
        return problems_of(self.form) + [problem for rows in self.lists for problem in rows.problems()]


def _rows(proposal: Proposal | None) -> tuple[list[dict[str, Any]], list[dict[str, Any]]]:
    """The candidates there are, as rows begin."""
    people: list[dict[str, Any]] = []
    collectives: list[dict[str, Any]] = []
    rows = Candidate.objects.filter(proposal=proposal).select_related("person", "union") if proposal else []
    for one in rows:
        said = {"union": one.union, "reason": one.reason}
        if one.person:
            named = {"person": one.person.uid, "name": one.person.name, "relation": one.person.relation}
            people.append({**named, **said})
        else:
            collectives.append({"name": one.name, "sort": one.sort, **said})
    return people, collectives

"""Opening + admitted + received − left − handed over = closing, at every level, whatever happens."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import transaction
from hypothesis import Phase, given, settings
from hypothesis import strategies as st

from congdoan.base.errors import Refused
from congdoan.base.fields import FOREVER
from congdoan.base.period import Period
from congdoan.ledger import rollups
from congdoan.ledger.verify import verify
from congdoan.members import joining, leaving, transfers, undoing
from congdoan.members.bridge import Bridge, bridge
from congdoan.members.models import Membership
from congdoan.members.queries import count_on
from congdoan.org.models import Unit
from congdoan.reform import actions as reform
from tests.cast import Cast, found
from tests.ledger.histories import attempt
from tests.members.register import one

H1 = Period.parse("2024-H1")
FIRST = date(2024, 1, 1)
TREE = (
    ("top", "confederation", ""), ("north", "province", "top"), ("south", "province", "top"),
    ("branch", "public_sector", "north"), ("district", "district", "north"), ("a", "grassroots", "branch"),
    ("b", "grassroots", "branch"), ("c", "grassroots", "district"), ("d", "grassroots", "south"),
)  # fmt: skip


@pytest.mark.django_db
def test_a_union_that_moves_brings_its_members_along(cast: Cast) -> None:
    one(cast["laocai-bao"])
    reform.move(unit=cast["laocai-bao"], to=cast["muongkhuong-ldld"], on=date(2024, 4, 1), by=None)
    assert bridge(cast["laocai-cdvc"], H1) == Bridge(0, 0, 1, 0, 0, 0, 0, 1, 0)
    assert bridge(cast["muongkhuong-ldld"], H1) == Bridge(0, 0, 0, 0, 0, 0, 1, 0, 1)
    assert bridge(cast["laocai-ldld"], H1) == Bridge(0, 0, 1, 0, 0, 0, 0, 0, 1)


@pytest.mark.django_db
def test_when_a_union_closes_its_members_are_lost_with_it(cast: Cast) -> None:
    one(cast["laocai-bao"])
    reform.close(unit=cast["laocai-bao"], last_day=date(2024, 5, 31), by=None)
    assert bridge(cast["laocai-cdvc"], H1) == Bridge(0, 0, 1, 0, 1, 0, 0, 0, 0)
    assert count_on(cast["laocai-cdvc"], date(2024, 5, 30)) == 1
    assert verify() == []


class Book:
    """A register in which anything may happen."""

    def __init__(self) -> None:
        self.units: dict[str, Unit] = {}
        for code, kind, above in TREE:
            self.units[code] = found(code, kind, code, self.units.get(above), date(2023, 1, 1))
        self.people = 0

    def act(self, what: str, where: str, other: str, which: int, on: date) -> None:
        acts: dict[str, Callable[[], Any]] = {
            "open": lambda: self._join(joining.open_register, where, on),
            "admit": lambda: self._join(joining.admit_list, where, on),
            "transfer": lambda: self._transfer(self._open(which), other, on),
            "leave": lambda: leaving.leave(membership=self._open(which), on=on, reason="retired", by=None),
            "undo": lambda: undoing.undo(membership=self._any(which), by=None, why="nhầm"),
            "move": lambda: reform.move(
                unit=self.units[where],
                to=self.units[("branch", "district", "south")[which % 3]],
                on=on,
                by=None,
            ),
            "close": lambda: reform.close(unit=Unit.objects.get(code=where), last_day=on, by=None),
            "fold": rollups.fold_all,
        }
        attempt(acts[what])

    def _join(self, how: Callable[..., Any], where: str, on: date) -> None:
        self.people += 2
        rows = [{"name": f"Vàng A {n}", "woman": bool(n % 2)} for n in (self.people - 1, self.people)]
        how(unit=Unit.objects.get(code=where), on=on, rows=rows, by=None)

    def _transfer(self, held: Membership, to: str, on: date) -> None:
        asked = transfers.ask(membership=held, to=Unit.objects.get(code=to), on=on, by=None)
        transfers.accept(transfer=asked, on=on, by=None)

    def _open(self, which: int) -> Membership:
        return self._pick(Membership.objects.filter(to_on=FOREVER, unmade=None), which)

    def _any(self, which: int) -> Membership:
        return self._pick(Membership.objects.filter(unmade=None), which)

    def _pick(self, rows: Any, which: int) -> Membership:
        held: list[Membership] = list(rows.select_related("unit", "person").order_by("-pk"))
        if not held:
            raise Refused("Chưa có ai.")
        return held[which % len(held)]


acts = st.tuples(
    st.sampled_from(
        [
            "open",
            "admit",
            "admit",
            "transfer",
            "transfer",
            "transfer",
            "leave",
            "undo",
            "move",
            "close",
            "fold",
        ]
    ),
    st.sampled_from("abcd"),
    st.sampled_from("abcd"),
    st.integers(0, 5),
    st.integers(1, 300).map(lambda n: FIRST + timedelta(days=n)),
)


@pytest.mark.django_db
@settings(max_examples=12, phases=(Phase.explicit, Phase.generate))
@given(st.lists(acts, min_size=3, max_size=14), st.integers(0, 200), st.integers(1, 120))
def test_any_history_closes_at_every_level(history: list[Any], begin: int, days: int) -> None:
    period = Period.between(FIRST + timedelta(days=begin), FIRST + timedelta(days=begin + days))
    with transaction.atomic(), pytest.MonkeyPatch.context() as patched:
        patched.setattr(rollups, "LARGE", 3)
        book = Book()
        for act in history:
            book.act(*act)
        for unit in Unit.objects.select_related("kind"):
            told = bridge(unit, period)
            assert told.declared == 0, (unit.code, told)
            assert told.closing == count_on(unit, period.last), unit.code
        assert verify() == []
        transaction.set_rollback(True)

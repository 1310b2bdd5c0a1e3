"""The unions a plan may name: those under the one that decides, and those the plan founds itself."""

from collections.abc import Iterable, Sequence
from datetime import timedelta
from functools import cached_property

from congdoan.base.errors import Refused
from congdoan.base.text import fold
from congdoan.org.models import Unit
from congdoan.org.queries import children, search, under

from .plan import Plan

OFFERED = 200  # names offered while typing


class Named:
    """Unions by what people write: a code, a name, a part of a name that only one bears."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.new = {step.code: step.name or step.code for step in plan.steps if step.code}

    @cached_property
    def within(self) -> dict[str, str]:
        """The names of the unions there are, by code."""
        rows = under(self._decides, self.plan.on - timedelta(days=1))
        return dict(rows.values_list("code", "name"))

    def name(self, code: str) -> str:
        """As it is called; the code where no union bears it."""
        return self.new.get(code) or self.called.get(code, code)

    @cached_property
    def called(self) -> dict[str, str]:
        """The names of those the steps say something of."""
        codes = {
            code
            for step in self.plan.steps
            for code in (*step.units, *step.into, step.of, step.to, step.under)
        }
        return dict(Unit.objects.filter(code__in=codes).values_list("code", "name"))

    def names(self, codes: Iterable[str]) -> str:
        return "; ".join(self.name(code) for code in codes)

    def code(self, written: str) -> str:
        """The code of the union somebody wrote down. Refuses what is none, or more than one."""
        written = written.strip()
        every = self.within | self.new
        if written in every:
            return written
        alike = [code for code, name in every.items() if fold(name) == fold(written)]
        alike = alike or self._found(written)
        if len(alike) != 1:
            raise Refused(_not_one(written, [every[code] for code in alike[:3]]))
        return alike[0]

    def codes(self, written: str) -> list[str]:
        """One union a line."""
        return list(dict.fromkeys(self.code(line) for line in written.splitlines() if line.strip()))

    def offered(self) -> Sequence[str]:
        """Names offered while typing: what the plan founds, then those directly under the one that decides."""
        below = children(self._decides, self.plan.on - timedelta(days=1)).values_list("name", flat=True)
        return [*self.new.values(), self._decides.name, *below[:OFFERED]]

    @cached_property
    def _decides(self) -> Unit:
        return Unit.objects.get(code=self.plan.unit)

    def _found(self, written: str) -> list[str]:
        """Those whose names hold every word written: of the plan's own, and of those there are."""
        words = fold(written).split()
        new = [code for code, name in self.new.items() if all(word in fold(name) for word in words)]
        rows = search(under(self._decides, self.plan.on - timedelta(days=1)), written)
        return [*new, *rows.values_list("code", flat=True)[:4]]


def _not_one(written: str, names: Sequence[str]) -> str:
    said = (
        f"có thể là {'; '.join(names)}; hãy ghi đủ tên" if names else "không có trong hệ thống; hãy xem lại"
    )
    return f"“{written[:80]}” {said}."

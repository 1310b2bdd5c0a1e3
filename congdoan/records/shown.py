"""Fields as a record's form shows them: long choices with only the first in sight, some only where they apply."""

from dataclasses import dataclass
from typing import Any

from django.forms.boundfield import BoundField, BoundWidget

from congdoan.base.forms import ChipSelect

IN_SIGHT = 6  # choices


@dataclass(frozen=True)
class Shown:
    """A field. `near` and `far` are its choices in sight and behind a fold, where there are many.

    `only` is the field and the values of it for which this one is asked (the form's `only_for`); empty: always.
    """

    bound: BoundField
    near: list[BoundWidget]
    far: list[BoundWidget]
    only: tuple[str, str] = ("", "")

    @property
    def filled(self) -> bool:
        """Whether it says something else than it begins with."""
        return bool(self.bound.field.has_changed(self.bound.field.initial, self.bound.value()))


def shown(bound: BoundField) -> Shown:
    """A field as it is shown."""
    near, far = _split(bound) if isinstance(bound.field.widget, ChipSelect) else ([], [])
    return Shown(bound, near, far, only_for(bound.form, bound.name))


def only_for(form: Any, name: str) -> tuple[str, str]:
    """On which field, and which values of it, a field or a list depends; empty for one that is always asked."""
    rules: dict[str, tuple[str, tuple[str, ...]]] = getattr(form, "only_for", {})
    other, values = rules.get(name, ("", ()))
    return other, " ".join(values)


def _split(bound: BoundField) -> tuple[list[Any], list[Any]]:
    """The first choices and the one chosen; the others. Few choices are not split."""
    options = list(bound)
    if len(options) <= IN_SIGHT + 1:
        return [], []
    near = options[:IN_SIGHT]
    chosen = [option for option in options[IN_SIGHT:] if option.data["selected"]]
    if chosen:
        near = [*near[:-1], *chosen]
    return near, [option for option in options if option not in near]

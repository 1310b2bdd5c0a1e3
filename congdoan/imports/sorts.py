"""What the rows of a file may be: members of a register, unions, records of a kind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from congdoan.accounts import access
from congdoan.accounts.access import Somebody
from congdoan.audit.models import Posting
from congdoan.base.errors import Refused
from congdoan.org.models import Unit

from .columns import Column
from .fates import Fate, Line


@dataclass(frozen=True)
class Asked:
    """For which union (and all below it) rows are looked at; what was chosen for all of them; what was decided of
    doubtful ones, by row."""

    unit: Unit
    on: date
    how: str = ""
    note: str = ""
    by: int | None = None
    answers: Mapping[int, str] = field(default_factory=dict)


Fates = Callable[[], Sequence[Fate]]  # those of a file, read only where needed


@dataclass(frozen=True)
class Sort:
    """One sort of rows.

    `columns(unit)` says what may be told of each. `look(asked, lines)` gives every line its fate and writes nothing.
    `take_in(asked, fates, posting)` writes the new and the changed ones, and says whether the fates now tell more;
    `take_back(of, posting, fates)` and `put_back(taken, posting, fates)` undo that, and undo the undoing. `hows`: the
    ways there are to take them in. `right`: who may; `alone`: whether nobody may write meanwhile.
    """

    slug: str
    label: str
    columns: Callable[[Unit], Sequence[Column]]
    look: Callable[[Asked, Sequence[Line]], list[Fate]]
    take_in: Callable[[Asked, Sequence[Fate], Posting], bool]
    take_back: Callable[[Posting, Posting, Fates], None]
    put_back: Callable[[Posting, Posting, Fates], None]
    hows: tuple[tuple[str, str], ...] = ()
    on_label: str = "Ngày"
    note_label: str = ""
    right: Callable[[Somebody, Unit], bool] = access.may_write
    alone: bool = False


SORTS: dict[str, Sort] = {}


def register(sort: Sort) -> Sort:
    """Add a sort; called from its file."""
    SORTS[sort.slug] = sort
    return sort


def allowed(user: Somebody, unit: Unit) -> list[Sort]:
    """What this person may take in for a union."""
    rights = {right: right(user, unit) for right in {sort.right for sort in SORTS.values()}}
    return [sort for sort in SORTS.values() if rights[sort.right]]


def find(slug: str) -> Sort:
    """The sort of that name. Refuses one that does not exist."""
    if slug not in SORTS:
        raise Refused(f"Không có loại “{slug}” để nhập; hãy chọn: {', '.join(SORTS)}.", "sort")
    return SORTS[slug]

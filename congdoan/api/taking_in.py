"""What is done with a file that was sent: columns chosen, cells mended, taken in, taken back, put back."""

import uuid
from collections.abc import Callable
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from congdoan.imports import actions, answering, looking
from congdoan.imports.forms import ChoicesForm
from congdoan.imports.models import Import

from . import answers, typed
from .acting import Key, done
from .answers import Done
from .door import Unfit
from .importing import mine
from .once import once

router = Router(tags=["imports"])
NONE_SUCH = "Tệp này không có mục “{}” để chọn; xem các cột ở địa chỉ của tệp."


class ChooseIn(Schema):
    """What was guessed is said otherwise. `columns`: by index, what each is (empty: left out); what is not said stays."""

    sheet: str | None = None
    on: str | None = None
    how: str | None = None
    note: str | None = None
    common: dict[str, str] = {}
    columns: dict[str, str] = {}


class CellIn(Schema):
    """A cell typed anew: the row of the file, the column by its name."""

    row: int
    column: str
    value: str


class AnswerIn(Schema):
    """What a doubtful row is: one of its options."""

    row: int
    answer: str


class MendIn(Schema):
    """Cells typed anew, doubts answered; the file is looked at again."""

    cells: list[CellIn] = []
    answers: list[AnswerIn] = []


class TakeIn(Schema):
    """`only_good`: rows that cannot be taken in stay out; else one such row keeps all of them out."""

    only_good: bool = False


class NothingIn(Schema):
    """Nothing is asked."""


def act(path: str, name: str, says: str, taken: type[Schema], do: Callable[..., Any]) -> None:
    """Give an act on a file its address."""

    def view(request: Any, uid: str, said: Any, key: Any) -> Any:
        content = said.model_dump(exclude_unset=True)

        def write(_: uuid.UUID) -> dict[str, Any]:
            one = mine(request, uid)
            do(one, said, request.user.pk)
            return done(one)

        return once(request, request.auth, key, content, write)

    view.__annotations__ |= {"said": taken, "key": Key, "request": HttpRequest}
    where = {"response": {200: Done, **answers.ACTING}, "operation_id": name, "summary": says}
    router.post(f"/imports/{{uid}}/{path}", **where)(view)  # type: ignore[arg-type]


def _choose(one: Import, said: ChooseIn, by: int) -> None:
    """As the form of the page: what is not said stays as it is read."""
    found = looking.read(one)
    blank = ChoicesForm(None, one, looking.sort_of(one), found)
    given = {name: field.initial for name, field in blank.fields.items()}
    given |= {
        name: value for name, value in said.model_dump(exclude_none=True).items() if isinstance(value, str)
    }
    given |= {f"chung-{name}": value for name, value in said.common.items()}
    given |= {f"cot-{index}": column for index, column in said.columns.items()}
    form = ChoicesForm(given, one, looking.sort_of(one), found)
    unknown = [
        {"field": name, "message": NONE_SUCH.format(name[:40])} for name in given if name not in form.fields
    ]
    if unknown or not form.is_valid():
        raise Unfit(unknown or list(typed.errors(form)))
    actions.choose(one=one, chosen=form.chosen())


def _mend(one: Import, said: MendIn, by: int) -> None:
    mended: answering.Mended = {}
    for cell in said.cells:
        mended.setdefault(cell.row, {})[cell.column] = cell.value
    answering.settle(one, mended, {row.row: row.answer for row in said.answers})


act("choose", "choose_import", "Chọn lại cột, trang tính, ngày", ChooseIn, _choose)
act("mend", "mend_import", "Sửa ô, trả lời dòng còn ngờ", MendIn, _mend)
act(
    "look-again",
    "look_again_import",
    "Kiểm tra lại",
    NothingIn,
    lambda one, said, by: actions.choose(one=one),
)
act(
    "take-in", "take_in_import", "Nhập vào sổ", TakeIn,
    lambda one, said, by: actions.take_in(one=one, by=by, only_good=said.only_good),
)  # fmt: skip
act("undo", "undo_import", "Hoàn tác", NothingIn, lambda one, said, by: actions.undo(one=one, by=by))
act(
    "redo",
    "redo_import",
    "Nhập lại sau khi hoàn tác",
    NothingIn,
    lambda one, said, by: actions.redo(one=one, by=by),
)

"""Scoring over HTTP: what a union gives itself or a group, what who is above found, a scheme entered."""

import uuid
from dataclasses import dataclass
from typing import Annotated, Any

from django import forms
from django.http import HttpRequest
from pydantic import WithJsonSchema

from congdoan.base.errors import Refused
from congdoan.base.period import today
from congdoan.officers.models import Group
from congdoan.org.models import Unit
from congdoan.ratings import actions, queries, schemes, views
from congdoan.ratings.forms import MarksForm, SchemeForm, VerifyForm, WhyForm, given
from congdoan.ratings.models import Scheme, Sheet
from congdoan.records.achievements import usual_year
from congdoan.records.gradings import Grade

from . import answers, places
from .acting import Act, Key, acted, body_of, expose
from .answers import Done
from .once import once
from .ratings import router
from .rows import Rows

GRADES = [("", "Theo điểm"), *Grade.choices]
INPUTS = {"points": "c", "note": "n"}
MARKS = Rows(
    "marks",
    {"criterion": {"type": "integer", "minimum": 1}},
    {"points": {"type": ["number", "null"], "minimum": 0}, "note": {"type": ["string", "null"]}},
    lambda column, row: f"{INPUTS[column]}{row['criterion']}",
    "The points of a criterion, by its place on the sheet, and why. What is not said stays.",
)
YEAR = Annotated[
    Any, WithJsonSchema({"type": ["integer", "null"], "description": "Năm chấm; để trống: năm đang xét."})
]
SCHEME = Annotated[Any, WithJsonSchema({"type": "string", "format": "uuid", "description": "Mẫu chấm điểm."})]
GROUP = Annotated[
    Any,
    WithJsonSchema(
        {"type": ["string", "null"], "description": "Tổ, bộ phận được chấm; để trống: công đoàn."}
    ),
]


class GradedForm(MarksForm):
    """The points; the level only where the scheme leaves it to people."""

    grade = forms.ChoiceField(label="Mức xếp loại", choices=GRADES, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.limits:
            del self.fields["grade"]


class ScoreForm(GradedForm):
    """What a union gives itself, or a group: kept, or sent at once."""

    send = forms.BooleanField(label="Gửi thẩm định", required=False)


class FoundForm(GradedForm, VerifyForm):
    """What who is above found."""


@dataclass(frozen=True)
class Scoring:
    """Who is to be scored, by what, for which year."""

    scheme: Scheme
    unit: Unit
    group: Group | None
    year: int

    @property
    def sheet(self) -> Sheet | None:
        """The sheet there is."""
        found = queries.sheets_of(self.unit, self.year)
        return found.filter(group=self.group, scheme=self.scheme).first()


def _begun(request: HttpRequest, about: Scoring) -> dict[str, Any]:
    return {"scheme": about.scheme, "year": about.year, "given": given(about.sheet, "self_points")}


def _found(request: HttpRequest, sheet: Sheet) -> dict[str, Any]:
    begins = given(sheet, "points", "self_points")
    return {"scheme": sheet.scheme, "year": sheet.year, "given": begins}


def _score(about: Scoring, form: Any, by: int) -> Sheet:
    who: dict[str, Any] = {
        "scheme": about.scheme,
        "unit": about.unit,
        "group": about.group,
        "year": about.year,
    }
    made = actions.score(**who, points=form.points(), notes=form.notes(), by=by)
    if not form.cleaned_data["send"]:
        return made
    return actions.send(sheet=made, on=today(), by=by, grade=form.cleaned_data.get("grade", ""))


def _verify(sheet: Sheet, form: Any, by: int) -> None:
    how = {"on": form.cleaned_data["on"], "grade": form.cleaned_data.get("grade", "")}
    actions.verify(sheet=sheet, points=form.points(), notes=form.notes(), by=by, **how)


def _give_back(sheet: Sheet, form: Any, by: int) -> None:
    actions.give_back(sheet=sheet, by=by, **form.cleaned_data)


def _set_scheme(unit: Unit, form: Any, by: int) -> Scheme:
    return schemes.set_scheme(unit=unit, by=by, **form.cleaned_data)


def _scoring(request: HttpRequest, code: str, said: dict[str, Any]) -> Scoring:
    """What a body names: the scheme, the year, the group of this union."""
    unit = places.written(request, code)
    scheme = queries.scheme_or_404(request.user, str(said["scheme"]), today())  # type: ignore[arg-type]
    return Scoring(scheme, unit, views.group_of(unit, str(said.get("group") or "")), _year(said.get("year")))


def _year(said: Any) -> int:
    text = str(usual_year() if said is None else said)
    if not (text.isascii() and text.isdecimal() and 1990 <= int(text[:5]) <= 2190):
        raise Refused(f"Không đọc được năm “{text[:10]}”; hãy ghi năm bốn chữ số.", "year")
    return int(text[:5])


ADDRESS = "/units/{code}/rating-sheets"
SCORE = Act(ADDRESS, "score", "Tự chấm điểm", _scoring, ScoreForm, _score, _begun, MARKS, stays=True)
SCORED = body_of(SCORE, scheme=(SCHEME, ...), year=(YEAR, None), group=(GROUP, None))


@router.post(ADDRESS, response={200: Done, **answers.ACTING}, operation_id=SCORE.name, summary=SCORE.says)
def score(request: HttpRequest, code: str, said: SCORED, key: Key) -> Any:  # type: ignore[valid-type]
    """What a union gives itself, or a group of its own; half of it today, the rest tomorrow."""
    content = said.model_dump(exclude_unset=True)  # type: ignore[attr-defined]
    marks = {name: value for name, value in content.items() if name not in ("scheme", "year", "group")}

    def do(uid: uuid.UUID) -> dict[str, Any]:
        return acted(request, SCORE, _scoring(request, code, content), marks, uid)

    return once(request, request.auth, key, content, do)  # type: ignore[attr-defined]


ACTS = (
    Act("/rating-sheets/{uid}/verify", "verify_sheet", "Thẩm định bảng chấm điểm", views.verified_by, FoundForm, _verify, _found, MARKS, stays=True),
    Act("/rating-sheets/{uid}/return", "return_sheet", "Trả lại bảng chấm điểm", views.verified_by, WhyForm, _give_back),
    Act("/units/{code}/rating-schemes", "set_scheme", "Lập mẫu chấm điểm", places.written, SchemeForm, _set_scheme),
)  # fmt: skip
for _act in ACTS:
    expose(router, _act, "ratings")

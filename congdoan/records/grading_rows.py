"""The rows of lists of those rated: unions, groups, members by name or in totals."""

from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from congdoan.base.errors import Refused
from congdoan.base.text import fold
from congdoan.members.models import Person
from congdoan.officers.models import Group

from .forms import LineForm, PersonLineForm
from .gradings import Grade, score_text
from .rows import NamedField, UnionLineForm

MOST = 100_000  # members in one line of totals


class ScoreField(forms.CharField):
    """Points out of a hundred."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(**{"required": False, "max_length": 6, **kwargs})
        self.widget.attrs["inputmode"] = "decimal"

    def clean(self, value: Any) -> str:
        try:
            return score_text(super().clean(value))
        except Refused as refused:
            raise ValidationError(refused.sentence) from None


class ScoredForm(LineForm):
    """Level and points as verified, and as they were given by those rated."""

    grade = forms.ChoiceField(
        label="Mức được công nhận", choices=[("", "Chưa công nhận"), *Grade.choices], required=False
    )
    score = ScoreField(label="Điểm thẩm định")
    self_grade = forms.ChoiceField(
        label="Tự xếp loại", choices=[("", "Không ghi"), *Grade.choices], required=False
    )
    self_score = ScoreField(label="Điểm tự chấm")


class RatedUnionForm(UnionLineForm, ScoredForm):
    """A union; a grassroots union says of itself only what it gives itself."""

    field_order = ("union", "grade", "score", "self_grade", "self_score")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.unit.kind.grassroots:
            del self.fields["grade"], self.fields["score"]


class GroupField(NamedField):
    """A group or other part of the union, by its name."""

    def exact(self, typed: str) -> Any:
        assert self.among is not None
        return self.among.filter(name_key=fold(typed))


class RatedGroupForm(ScoredForm):
    """A group of the union."""

    field_order = ("group", "grade", "score", "self_grade", "self_score")
    group = GroupField(label="Tổ, bộ phận", what="tổ, bộ phận")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["grade"].required = True
        self.fields["group"].among = Group.objects.filter(unit=self.unit, unmade=None)  # type: ignore[attr-defined]


class RatedMemberForm(PersonLineForm):
    """Somebody by name."""

    relation = forms.ChoiceField(
        choices=Person.Relation.choices, initial="member", required=False, widget=forms.HiddenInput
    )
    grade = forms.ChoiceField(label="Mức", choices=Grade.choices)


class MemberTotalForm(LineForm):
    """How many have a level."""

    grade = forms.ChoiceField(label="Mức", choices=Grade.choices)
    count = forms.IntegerField(label="Số đoàn viên", min_value=1, max_value=MOST)

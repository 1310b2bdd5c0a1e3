"""The forms of a proposal, its candidates, a council, a decision, a quota."""

from collections.abc import Sequence
from typing import Any

from django import forms

from congdoan.base.forms import ChipSelect, DayField, Form
from congdoan.base.period import today
from congdoan.ledger import cuts
from congdoan.officers.models import Group
from congdoan.org.models import Unit
from congdoan.records.achievements import usual_year
from congdoan.records.forms import FundField, funds_for
from congdoan.records.grading_rows import GroupField
from congdoan.records.kind import LISTED, LineSpec
from congdoan.records.kinds.commendation import Awardee, Collective
from congdoan.records.rows import PersonAtUnionForm, UnionLineForm, units_of
from congdoan.records.titles import BonusMoney, Issuer, Scope

from .chain import ABOVE, PROPOSED, tier
from .councils import Heard
from .models import Candidate, Council, Quota

AWARDS = [(award.value, award.label) for award in PROPOSED]
TOPICS = [("", "Không ghi"), *cuts.VALUES["topic"].items()]


def issuers_above(unit: Unit) -> list[tuple[str, str]]:
    """Who may grant what this union puts forward."""
    own = ABOVE.index(tier(unit))
    return [(name, Issuer(name).label) for name in ABOVE[own:]]


class ProposalForm(Form):
    """What is asked for; the candidates stand in lists of their own."""

    only_for = {"topic": ("scope", ("theme",))}

    award = forms.ChoiceField(
        label="Hình thức khen thưởng", choices=AWARDS, initial="letter", widget=ChipSelect
    )
    issuer = forms.ChoiceField(label="Đề nghị cấp nào khen", widget=ChipSelect)
    scope = forms.ChoiceField(label="Loại", choices=Scope.choices, initial="full", widget=ChipSelect)
    topic = forms.ChoiceField(label="Chuyên đề", choices=TOPICS, required=False)
    achievement_year = forms.IntegerField(
        label="Năm đạt thành tích", min_value=1945, max_value=2199, initial=usual_year
    )
    proposed_on = DayField(label="Ngày trình", initial=today)
    number = forms.CharField(
        label="Số tờ trình", required=False, max_length=50, help_text="Ví dụ: 05/TTr-CĐCS. Ghi sau cũng được."
    )
    grounds = forms.CharField(
        label="Căn cứ, lời trình", required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = issuers_above(unit)
        self.fields["issuer"].choices = choices  # type: ignore[attr-defined]
        self.fields["issuer"].initial = choices[min(1, len(choices) - 1)][0]


class ReasonedForm(forms.Form):
    """Why a candidate is put forward."""

    reason = forms.CharField(
        label="Thành tích", required=False, max_length=3000, widget=forms.Textarea(attrs={"rows": 2})
    )


class PersonForm(PersonAtUnionForm, ReasonedForm):
    field_order = ("person", "name", "relation", "union", "reason")

    def values(self) -> dict[str, Any]:
        return {"sort": Candidate.Sort.PERSON, **super().values()}


class CollectiveField(GroupField):
    """The name of a collective: a group of the list, offered while one types, or what was typed."""

    def _found(self, typed: str) -> Any:
        return next(iter(self.exact(typed)[:1]), typed)


class CollectiveForm(UnionLineForm, ReasonedForm):
    name = CollectiveField(
        label="Tên tập thể",
        what="tổ, bộ phận",
        required=False,
        max_length=150,
        help_text="Tổ công đoàn trong sổ: gõ vài chữ rồi chọn. Để trống nếu là chính công đoàn.",
    )
    sort = forms.ChoiceField(
        label="Là",
        choices=Candidate.Sort.choices[1:],
        initial="department",
        required=False,
        widget=ChipSelect,
    )
    field_order = ("name", "union", "sort", "reason")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        among = Group.objects.filter(unit__in=units_of(self.unit).order_by(), unmade=None, to_on__gt=today())
        self.fields["name"].among = among  # type: ignore[attr-defined]

    def clean_sort(self) -> str:
        return self.cleaned_data["sort"] or Candidate.Sort.DEPARTMENT

    def values(self) -> dict[str, Any]:
        """A group of the list is one, whatever sort was left standing."""
        said = super().values()
        if isinstance(group := said["name"], Group):
            return said | {"name": group.name, "sort": Candidate.Sort.GROUP}
        return said | {"name": said["name"] or ""}


PASTE = ("name", "union", "reason")
# The models are of the rows these become once granted; until then candidates are saved by their own actions.
PEOPLE = LineSpec("people", Awardee, PersonForm, "Cá nhân", "Thêm cá nhân", person=True, paste=PASTE)
COLLECTIVES = LineSpec("collectives", Collective, CollectiveForm, "Tập thể", "Thêm tập thể", paste=PASTE)
FORM = "proposal"
LISTED[FORM] = (PEOPLE, COLLECTIVES)


class WhyForm(Form):
    """A reason, to return or to revoke something."""

    why = forms.CharField(label="Lý do", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class CouncilForm(Form):
    """Who met, when, and what was said."""

    met_on = DayField(label="Ngày họp", initial=today)
    place = forms.CharField(label="Nơi họp", required=False, max_length=150)
    members = forms.IntegerField(label="Hội đồng có bao nhiêu thành viên", min_value=1, max_value=99)
    attendees = forms.CharField(
        label="Thành viên có mặt",
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text="Mỗi người một dòng: họ tên, chức vụ; gồm cả chủ trì và thư ký.",
    )
    chair = forms.CharField(label="Chủ trì", max_length=100)
    secretary = forms.CharField(label="Thư ký", max_length=100)
    minutes = forms.CharField(
        label="Ý kiến, kết luận", required=False, max_length=8000, widget=forms.Textarea(attrs={"rows": 4})
    )


class VotesForm(Form):
    """Votes for and against each candidate; empty where the council has not voted."""

    def __init__(self, *args: Any, heard: Sequence[Heard], council: Council, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.heard, most = heard, council.present
        for one in heard:
            for name, label, value in self._pair(one):
                self.fields[name] = forms.IntegerField(
                    label=label, min_value=0, max_value=most, required=False, initial=value,
                    widget=forms.NumberInput(attrs={"inputmode": "numeric"}),
                    error_messages={"max_value": f"{one.candidate.called}: chỉ {most} thành viên có mặt."},
                )  # fmt: skip

    @staticmethod
    def _pair(one: Heard) -> list[tuple[str, str, int | None]]:
        ballot, uid = one.ballot, one.candidate.uid
        return [
            (f"for-{uid}", "Đồng ý", ballot.votes_for if ballot else None),
            (f"against-{uid}", "Không đồng ý", ballot.votes_against if ballot else None),
        ]

    def votes(self) -> dict[int, tuple[int, int] | None]:
        """As the action takes them."""
        return {one.candidate.pk: self._votes(one) for one in self.heard}

    def _votes(self, one: Heard) -> tuple[int, int] | None:
        for_, against = (self.cleaned_data[name] for name, _, _ in self._pair(one))
        return None if for_ is None and against is None else (for_ or 0, against or 0)


class DecisionForm(Form):
    """Number, day, signer; who is granted, and why in spite of a rule; the money."""

    only_for = {"fund": ("bonus", ("rule",))}

    number = forms.CharField(label="Số quyết định", max_length=50, help_text="Ví dụ: 12/QĐ-CĐVC.")
    signed_on = DayField(label="Ngày ký", initial=today)
    signer = forms.CharField(label="Người ký", max_length=100)
    signer_title = forms.CharField(label="Chức vụ người ký", max_length=100)
    bonus = forms.ChoiceField(
        label="Tiền thưởng kèm theo", choices=BonusMoney.choices[:2], initial="none", widget=ChipSelect
    )
    fund = FundField(required=False)

    def __init__(
        self, *args: Any, unit: Unit, heard: Sequence[Heard], granted: dict[int, str], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        self.heard = heard
        self.fields["fund"].queryset = funds_for(unit)  # type: ignore[attr-defined]
        for one in heard:
            yes, why = self.names(one.candidate)
            self.fields[yes] = forms.BooleanField(
                label=one.candidate.called, required=False, initial=one.candidate.pk in granted
            )
            self.fields[why] = forms.CharField(
                label="Lý do ngoại lệ",
                required=False,
                max_length=500,
                initial=granted.get(one.candidate.pk, ""),
            )

    @staticmethod
    def names(candidate: Candidate) -> tuple[str, str]:
        return f"yes-{candidate.uid}", f"why-{candidate.uid}"

    def granted(self) -> list[tuple[Candidate, str]]:
        """Who was ticked, with the reason if one was given."""
        named = [(one.candidate, *self.names(one.candidate)) for one in self.heard]
        return [(one, self.cleaned_data[why]) for one, yes, why in named if self.cleaned_data[yes]]

    def signature(self) -> dict[str, Any]:
        return {name: self.cleaned_data[name] for name in ("number", "signed_on", "signer", "signer_title")}

    def money(self) -> dict[str, Any]:
        return {"bonus": self.cleaned_data["bonus"], "fund": self.cleaned_data["fund"]}


class AmendDecisionForm(DecisionForm):
    why = forms.CharField(label="Lý do sửa", max_length=500, widget=forms.Textarea(attrs={"rows": 2}))


class QuotaForm(Form):
    """So many for every so many, from a day."""

    award = forms.ChoiceField(label="Hình thức", choices=AWARDS, initial="certificate", widget=ChipSelect)
    issuer = forms.ChoiceField(label="Cấp khen", widget=ChipSelect)
    individual = forms.ChoiceField(
        label="Cho",
        choices=[("1", "Cá nhân"), ("", "Tập thể")],
        initial="1",
        required=False,
        widget=ChipSelect,
    )
    number = forms.IntegerField(label="Được đề nghị", min_value=0, max_value=9999, initial=1)
    per = forms.IntegerField(label="Cho mỗi bao nhiêu", min_value=1, max_value=999_999, initial=1)
    base = forms.ChoiceField(
        label="Tính theo", choices=Quota.Base.choices, initial="members", widget=ChipSelect
    )
    basis = forms.CharField(label="Văn bản quy định", max_length=200, help_text="Ví dụ: HD số 05/HD-LĐLĐ.")
    from_on = DayField(label="Áp dụng từ ngày", initial=today)

    def __init__(self, *args: Any, unit: Unit, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices = issuers_above(unit)
        self.fields["issuer"].choices, self.fields["issuer"].initial = choices, choices[0][0]  # type: ignore[attr-defined]

    def clean_individual(self) -> bool:
        return bool(self.cleaned_data["individual"])

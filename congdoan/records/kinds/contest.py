"""Hội thi, hội diễn, hội thao: counted at the union that holds it; each grassroots union that sent somebody, at itself."""

from collections.abc import Iterator
from typing import Any

from django import forms
from django.db import models

from congdoan.base.errors import Refused
from congdoan.base.forms import ChipSelect
from congdoan.base.text import fold, nfc
from congdoan.base.words import grouped, small
from congdoan.ledger import cuts
from congdoan.ledger.origins import Draw
from congdoan.org.models import Unit
from congdoan.org.queries import standing

from ..forms import LineForm, RecordForm
from ..kind import Kind, LineSpec, Rows, register
from ..record import Line, Record
from ..rows import UnionLineForm

MOST = 10_000  # contestants of one union in one team: more is a slip of the keyboard


class Contest(Record):
    """A contest, a show or a sports event of the union."""

    name = models.CharField(max_length=200)
    sort = models.CharField(max_length=20)


class Entrant(Line):
    """A union and how many it sent: into a team, alone or with other unions, or (no team) each for themselves."""

    record = models.ForeignKey(Contest, on_delete=models.PROTECT, related_name="entrants")
    union = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    team = models.CharField(max_length=100, blank=True)
    contestants = models.IntegerField(default=1)


class Prize(Line):
    """A prize handed over, to a team or to somebody by name."""

    record = models.ForeignKey(Contest, on_delete=models.PROTECT, related_name="prizes")
    team = models.CharField(max_length=100, blank=True)
    name = models.CharField(max_length=100, blank=True)
    rank = models.CharField(max_length=20)


PRIVACY = {
    "Contest": {"name": "internal", "sort": "internal"},
    "Entrant": {"union": "internal", "team": "internal", "contestants": "internal"},
    "Prize": {"team": "internal", "name": "personal", "rank": "internal"},
}
CONTESTS, TEAMS, CONTESTANTS = "culture.contests", "culture.teams", "culture.contestants"
UNIONS, PRIZES = "culture.unions_taking_part", "culture.prizes"


def draws(contest: Contest, rows: Rows) -> Iterator[Draw]:
    """The contest, its teams by name, everyone who competed, each prize by rank; each grassroots union once, at itself."""
    entrants, cut = _entrants(rows), {"contest": contest.sort}
    people = sum(entrant.contestants for entrant in entrants)
    for indicator, quantity in {CONTESTS: 1, TEAMS: len(_teams(entrants)), CONTESTANTS: people}.items():
        yield Draw(indicator, contest.unit_id, contest.happened_on, quantity, cut=cut)
    unions = {entrant.union_id for entrant in entrants}
    for union in Unit.objects.filter(pk__in=unions, kind__grassroots=True).order_by("pk"):
        yield Draw(UNIONS, union.pk, contest.happened_on, subject=union.pk, cut=cut)
    for prize in rows["prizes"]:
        assert isinstance(prize, Prize)
        yield Draw(PRIZES, contest.unit_id, contest.happened_on, cut={**cut, "prize": prize.rank})


def _entrants(rows: Rows) -> list[Entrant]:
    return [row for row in rows["entrants"] if isinstance(row, Entrant)]


def _teams(entrants: list[Entrant]) -> set[str]:
    """The teams, each once however its name is written."""
    return {fold(entrant.team) for entrant in entrants if entrant.team}


def title(contest: Contest, rows: Rows) -> str:
    """Which contest, and how large."""
    entrants = _entrants(rows)
    people = sum(entrant.contestants for entrant in entrants)
    teams = len(_teams(entrants))
    return f"{contest.name}: " + (f"{small(teams)} đội, " if teams else "") + f"{small(people)} người dự thi"


def check(contest: Contest, rows: Rows) -> None:
    """Refuse strangers, a union twice in one team, absurd numbers, a prize for who did not compete."""
    contest.name = nfc(contest.name)
    if not contest.name:
        raise Refused("Hãy ghi tên hội thi.", "name")
    _known(contest.sort, "contest", "sort")
    entrants = _entrants(rows)
    _check_unions(contest, entrants)
    _refuse_again(entrants)
    for entrant in entrants:
        if not 1 <= entrant.contestants <= MOST:
            raise Refused(
                f"Dòng {entrant.position}: số người dự thi phải từ 1 đến {grouped(MOST)}; hãy xem lại.",
                "entrants",
            )
    for prize in rows["prizes"]:
        assert isinstance(prize, Prize)
        _check_prize(prize, _teams(entrants))


def _known(value: str, dimension: str, field: str) -> None:
    if value not in cuts.VALUES[dimension]:
        raise Refused(f"Không có lựa chọn “{value}”; hãy chọn lại trong danh sách.", field)


def _check_unions(contest: Contest, entrants: list[Entrant]) -> None:
    below = set(standing(contest.happened_on, ancestor=contest.unit).values_list("unit", flat=True))
    for entrant in entrants:
        if entrant.union_id not in below:
            raise Refused(
                f"Dòng {entrant.position}: ngày {contest.happened_on:%d/%m/%Y} {entrant.union.name} không thuộc "
                f"{contest.unit.name}; hãy bỏ dòng này hoặc chọn ngày khác.",
                "entrants",
            )


def _refuse_again(entrants: list[Entrant]) -> None:
    seen: dict[tuple[int, str], int] = {}
    for entrant in entrants:
        first = seen.setdefault((entrant.union_id, fold(entrant.team)), entrant.position)
        if first != entrant.position:
            raise Refused(
                f"{entrant.union.name} có ở cả dòng {first} và dòng {entrant.position} trong cùng một đội; "
                "hãy gộp lại thành một dòng.",
                "entrants",
            )


def _check_prize(prize: Prize, teams: set[str]) -> None:
    where = f"Giải thưởng, dòng {prize.position}"
    _known(prize.rank, "prize", "prizes")
    if not prize.team and not prize.name:
        raise Refused(f"{where}: hãy ghi đội hoặc người được giải.", "prizes")
    if prize.team and fold(prize.team) not in teams:
        raise Refused(
            f"{where}: đội “{prize.team}” không có trong danh sách dự thi; hãy ghi đúng tên đội.", "prizes"
        )


class ContestForm(RecordForm):
    name = forms.CharField(label="Tên hội thi", max_length=200)
    sort = forms.ChoiceField(
        label="Loại", choices=list(cuts.VALUES["contest"].items()), initial="knowledge", widget=ChipSelect
    )


class EntrantForm(UnionLineForm):
    team = forms.CharField(
        label="Tên đội", required=False, max_length=100, help_text="Để trống nếu thi cá nhân."
    )
    contestants = forms.IntegerField(
        label="Số người dự thi", min_value=1, max_value=MOST, initial=1, localize=True
    )

    def clean_team(self) -> str:
        return nfc(self.cleaned_data["team"])


class PrizeForm(LineForm):
    team = forms.CharField(label="Đội được giải", required=False, max_length=100)
    name = forms.CharField(label="Người được giải", required=False, max_length=100)
    rank = forms.ChoiceField(label="Giải", choices=list(cuts.VALUES["prize"].items()), initial="first")

    def values(self) -> dict[str, Any]:
        return {name: nfc(value) for name, value in super().values().items()}


CONTEST = register(
    Kind(
        slug="contest",
        label="Hội thi, hội thao",
        icon="trophy",
        chapter=8,
        model=Contest,
        form=ContestForm,
        draws=draws,
        title=title,
        check=check,
        feeds=frozenset({CONTESTS, TEAMS, CONTESTANTS, UNIONS, PRIZES}),
        lines=(
            LineSpec(
                "entrants",
                Entrant,
                EntrantForm,
                "Công đoàn dự thi",
                "Thêm công đoàn",
                required=True,
                paste=("union", "team", "contestants"),
            ),
            LineSpec("prizes", Prize, PrizeForm, "Giải thưởng", "Thêm giải", paste=("team", "rank")),
        ),
        hint="Hội thi, hội diễn, hội thao; đội dự thi và giải thưởng",
        words=("hội thi", "hội thao", "hội diễn", "văn nghệ", "thể thao", "nấu ăn", "giải thưởng"),
    )
)

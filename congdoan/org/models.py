"""Unions, territories, employers and their places, every one of them dated.

Facts of the tree have two times: the days they hold (`from_on` … `to_on`) and what was known when (`made`, `unmade`:
the postings that wrote and superseded them). Nothing is overwritten, so the tree of any day can be asked for as it was
known at any moment.
"""

import uuid
from typing import TypeVar

from django.db import models

from congdoan.audit.models import Posting
from congdoan.base.fields import FOREVER, DayField

One = TypeVar("One", bound=models.Model)


class Standing(models.Manager[One]):
    """All but what an import wrote down and was taken back: it is kept for the trail, and is nowhere to be met."""

    def get_queryset(self) -> models.QuerySet[One]:
        return super().get_queryset().filter(unmade=None)


def one_code(table: str) -> models.UniqueConstraint:
    """No two that stand bear one code."""
    return models.UniqueConstraint(
        fields=["code"], condition=models.Q(unmade=None), name=f"org_{table}_code",
        violation_error_message="Mã này đã dùng.",
    )  # fmt: skip


class Level(models.Model):
    """A level of the union, as data: levels come and go (the district's ended in 2025)."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=100)
    order = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ["order"]

    def __str__(self) -> str:
        return self.name


class UnitKind(models.Model):
    """What sort of union it is. `grassroots` ones are counted as CĐCS and keep the members."""

    code = models.CharField(max_length=20, unique=True)
    name = models.CharField(max_length=100)
    level = models.ForeignKey(Level, on_delete=models.PROTECT)
    grassroots = models.BooleanField(default=False)
    abbreviation = models.CharField(max_length=20)

    def __str__(self) -> str:
        return self.name


class Unit(models.Model):
    """One body of the union tree, from its founding to its end.

    `name` is the one it bears today, or bore last: kept beside `Naming` for lists and search, written only by `reform`.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.SlugField(max_length=60)
    kind = models.ForeignKey(UnitKind, on_delete=models.PROTECT)
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200, db_index=True)
    sector = models.CharField(max_length=40, blank=True)
    founded_on = DayField()
    ended_on = DayField(default=FOREVER)
    unmade = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    objects = Standing["Unit"]()

    class Meta:
        indexes = [models.Index(fields=["founded_on", "ended_on"])]
        constraints = [one_code("unit")]

    def __str__(self) -> str:
        return self.name


class Dated(models.Model):
    """A fact of the tree that holds from one day up to another."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="%(class)ss")
    from_on = DayField()
    to_on = DayField(default=FOREVER)
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    unmade = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        abstract = True
        indexes = [models.Index(fields=["unit", "from_on"])]


class Placement(Dated):
    """A union is managed by another: the one relation that carries figures and rights. The top has none."""

    parent = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="children")


class Naming(Dated):
    """How a union signs its papers in these days."""

    name = models.CharField(max_length=200)
    short_name = models.CharField(max_length=100)
    superior_line = models.CharField(max_length=200, blank=True)
    issuer_line = models.CharField(max_length=200)
    symbol = models.CharField(max_length=30)
    place_name = models.CharField(max_length=100)
    seal_name = models.CharField(max_length=200)
    signs_for = models.CharField(max_length=100)
    signer_title = models.CharField(max_length=100)
    signer_name = models.CharField(max_length=100, blank=True)


class Territory(models.Model):
    """A province, district or commune in its days; independent of who manages the unions in it."""

    code = models.SlugField(max_length=60, unique=True)
    name = models.CharField(max_length=200)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="parts")
    from_on = DayField()
    to_on = DayField(default=FOREVER)

    def __str__(self) -> str:
        return self.name


class Location(Dated):
    """A union sits in a territory."""

    territory = models.ForeignKey(Territory, on_delete=models.PROTECT, related_name="locations")


class SectorPlacement(Dated):
    """A union belongs to a sector of work (education, health …), whoever manages it."""

    sector = models.CharField(max_length=40)


class Employer(models.Model):
    """Whose workers a union organises. `enterprise` ones hold a workers' conference, the others a staff conference."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    code = models.SlugField(max_length=80)
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=200, db_index=True)
    enterprise = models.BooleanField(default=False)
    from_on = DayField()
    to_on = DayField(default=FOREVER)
    unmade = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

    objects = Standing["Employer"]()

    class Meta:
        constraints = [one_code("employer")]

    def __str__(self) -> str:
        return self.name


class Organising(Dated):
    """A union organises an employer's workers from one day to another."""

    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="organisings")


class Funding(Dated):
    """What an employer, whose workers the union organises, lives on in these days, with the paper that says so. Who is paid
    wholly by the State (an agency, or a public service that earns less than a tenth of what it spends) lost its union in
    2025. `share`: how much of its recurrent spending a public service earns itself, in percent."""

    WHOLLY_BELOW = 10  # percent: CV 4173/TLĐ-ToC of 28/05/2025, by Article 10 of NĐ 60/2021

    class Sort(models.TextChoices):
        AGENCY = "agency", "Cơ quan hành chính, đoàn thể, lực lượng vũ trang"
        SERVICE = "service", "Đơn vị sự nghiệp công lập"
        ENTERPRISE = "enterprise", "Doanh nghiệp, hợp tác xã, ngoài nhà nước"

    employer = models.ForeignKey(Employer, on_delete=models.PROTECT, related_name="fundings")
    sort = models.CharField(max_length=10, choices=Sort.choices)
    share = models.PositiveSmallIntegerField(null=True)
    proof = models.CharField(max_length=200)

    @property
    def by_the_state(self) -> bool:
        """Whether the State pays wholly."""
        if self.sort == self.Sort.SERVICE:
            return (self.share or 0) < self.WHOLLY_BELOW
        return self.sort == self.Sort.AGENCY


class Ancestry(models.Model):
    """Who stood under whom, when: worked out from the placements whenever they change, never written by hand.

    A union is its own ancestor at depth 0. `unknown_at` is when the row was superseded; the tree as it stands has it empty.
    """

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="ancestries", db_index=False)
    ancestor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="descents", db_index=False)
    depth = models.PositiveSmallIntegerField()
    from_on = DayField()
    to_on = DayField(default=FOREVER)
    known_at = models.DateTimeField()
    unknown_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["ancestor", "unit", "from_on", "to_on", "depth"],
                condition=models.Q(unknown_at=None),
                name="org_under",
            ),
            models.Index(
                fields=["unit", "ancestor", "from_on", "to_on", "depth"],
                condition=models.Q(unknown_at=None),
                name="org_above",
            ),
            models.Index(fields=["unit", "known_at"], name="org_known"),
            models.Index(fields=["ancestor", "known_at"], name="org_learned"),
            models.Index(
                fields=["ancestor", "unknown_at"], condition=~models.Q(unknown_at=None), name="org_unlearned"
            ),
        ]


class Succession(Dated):
    """From a day on another union goes on with what this one did. The `main` one carries its history on today's tree;
    a union that was split has others beside it. What was done before the day stays where it was done, *then*."""

    class Kind(models.TextChoices):
        MERGED = "merged", "Hợp nhất"
        ABSORBED = "absorbed", "Sáp nhập"
        SPLIT = "split", "Chia, tách"
        ENDED = "ended", "Kết thúc, có nơi tiếp nhận"
        CHANGED = "changed", "Đổi loại, đổi cấp"

    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="predecessors")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    main = models.BooleanField(default=True)


class Bequest(Dated):
    """What one source (a record, a fund's paper …) drew at a union that was split goes, on today's tree, to this
    successor rather than to the main one: as the split's list says."""

    successor = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="bequests_received")
    origin = models.SmallIntegerField()
    source = models.BigIntegerField()

    class Meta:
        indexes = [models.Index(fields=["origin", "source"], name="org_bequest_of")]


class Heir(models.Model):
    """Who carries a union's history on the tree of these days: itself, until somebody succeeds it. Worked out from the
    successions whenever they change. A row with a source is of that source's entries alone (`Bequest`)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="heirs", db_index=False)
    heir = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="inheritances", db_index=False)
    origin = models.SmallIntegerField(null=True)
    source = models.BigIntegerField(null=True)
    from_on = DayField()
    to_on = DayField(default=FOREVER)
    known_at = models.DateTimeField()
    unknown_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(
                fields=["unit", "from_on", "to_on", "heir", "source"],
                condition=models.Q(unknown_at=None),
                name="org_heir_of",
            ),
            models.Index(
                fields=["heir", "unit", "from_on", "to_on", "source"],
                condition=models.Q(unknown_at=None),
                name="org_heir_to",
            ),
            models.Index(
                fields=["heir", "unit"],
                condition=models.Q(unknown_at=None) & ~models.Q(heir=models.F("unit")),
                name="org_heir_others",
            ),
            models.Index(fields=["unit", "known_at"], name="org_heir_known"),
            models.Index(
                fields=["origin", "source"],
                condition=models.Q(source__isnull=False),
                name="org_heir_by_source",
            ),
        ]

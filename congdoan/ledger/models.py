"""The book itself: entries are added, never changed; roll-ups are only their sums."""

from django.db import models

from congdoan.audit.models import Posting
from congdoan.base.fields import FOREVER, DayField
from congdoan.org.models import Unit


class Cut(models.Model):
    """One combination of breakdowns, such as `form=cash;occasion=tet`: written once, named by number in entries."""

    key = models.CharField(max_length=300, unique=True)

    def __str__(self) -> str:
        return self.key


class Entry(models.Model):
    """What one source adds to one indicator, at one union, on one day. Append-only and narrow; no names.

    `sign` is +1, or −1 for an entry that takes an earlier one back; lines that count are those whose signs sum to one.
    `subject` is the number of the person, household, employer or union counted, for distinct counts and for lines.
    `origin` and `source` say what it was drawn from: a record, a union of the tree … (`origins`).

    Unions, cuts and postings are never deleted, so the database does not look each of them up again for every entry.
    """

    indicator = models.SmallIntegerField()
    unit = models.ForeignKey(
        Unit, on_delete=models.PROTECT, db_index=False, db_constraint=False, related_name="+"
    )
    day = DayField()
    quantity = models.BigIntegerField()
    sign = models.SmallIntegerField(default=1)
    subject = models.BigIntegerField(null=True)
    cut = models.ForeignKey(
        Cut, on_delete=models.PROTECT, null=True, db_index=False, db_constraint=False, related_name="+"
    )
    origin = models.SmallIntegerField()
    source = models.BigIntegerField()
    posting = models.ForeignKey(
        Posting, on_delete=models.PROTECT, db_constraint=False, related_name="entries"
    )

    class Meta:
        indexes = [
            models.Index(
                fields=["unit", "indicator", "day", "subject", "quantity", "sign"], name="ledger_by_unit"
            ),
            models.Index(
                fields=["indicator", "subject", "day", "quantity", "sign"],
                name="ledger_by_subject",
                condition=models.Q(subject__isnull=False),
            ),
            models.Index(fields=["indicator", "day"], name="ledger_by_day"),
            models.Index(fields=["origin", "source"], name="ledger_by_source"),
        ]


class Rollup(models.Model):
    """For a large node: what all under it added to an indicator on a day. A stock's moves are in it as deltas.

    `subject` is whom a distinct count counts there, 0 where nobody in particular. `day` is a day's number or, below
    zero, a stretch of the calendar (`stretches`), so that a year is one sum and not 366. Subject −1 is how many
    subjects there are in such a stretch (`once`).
    """

    node = models.ForeignKey(Unit, on_delete=models.PROTECT, db_index=False, related_name="+")
    indicator = models.SmallIntegerField()
    subject = models.BigIntegerField(default=0)
    day = models.IntegerField()
    quantity = models.BigIntegerField()
    entries = models.BigIntegerField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["node", "indicator", "subject", "day"], name="ledger_one_cell")
        ]
        indexes = [
            models.Index(
                fields=["node", "indicator", "subject", "day", "quantity", "entries"],
                name="ledger_counted_once",
                condition=models.Q(subject__gt=0, quantity__gt=0),
            ),
        ]


class Node(models.Model):
    """A union whose subtree is so large that its sums are kept."""

    unit = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="+")


class Watermark(models.Model):
    """Up to which entry the roll-ups are folded. One row."""

    entry = models.BigIntegerField(default=0)
    verified_at = models.DateTimeField(null=True)
    differences = models.IntegerField(null=True)


class Closing(models.Model):
    """A union closed a stretch of days: nothing new may be dated in it until it is reopened, with a reason."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="closings")
    from_on = DayField()
    to_on = DayField(default=FOREVER)
    made = models.ForeignKey(Posting, on_delete=models.PROTECT, related_name="+")
    unmade = models.ForeignKey(Posting, on_delete=models.PROTECT, null=True, related_name="+")

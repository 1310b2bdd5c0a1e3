"""What a book sends upward: sums of its top union, and one line that says whose they are and how far they go.

The same two tables stand in the province, which fills them, and at the centre, which receives them by PostgreSQL's
logical replication. Nothing in them is a row number: two books never write the same row.
"""

from django.db import models

from congdoan.base.fields import DayField
from congdoan.org.models import Unit


class Sent(models.Model):
    """Which union of this installation is sent upward. At most one row, and it stays here."""

    unit = models.OneToOneField(Unit, on_delete=models.PROTECT, related_name="+")


class Book(models.Model):
    """A book whose sums are sent: its top union's line in the directory, and what the sums here come to.

    `entry` is the last entry in the sums; `digest` is over all of them, kept with each change of any.
    """

    code = models.SlugField(max_length=60, primary_key=True)
    name = models.CharField(max_length=200)
    from_on = DayField()
    to_on = DayField()
    entry = models.BigIntegerField()
    digest = models.DecimalField(max_digits=40, decimal_places=0, default=0)
    changed_at = models.DateTimeField()
    verified_at = models.DateTimeField(null=True)
    differences = models.IntegerField(null=True)

    class Meta:
        ordering = ["name"]

    def __str__(self) -> str:
        return self.name


class Cell(models.Model):
    """One kept sum of a book's top union, as in `ledger.Rollup`: of an indicator, on a day or over a stretch.

    `subject` is 0 (a sum), −1 (how many were counted once in the stretch) or −2 (on how many of whom something was
    counted that day): never anybody.
    """

    pk = models.CompositePrimaryKey("indicator", "subject", "day", "book")
    indicator = models.SmallIntegerField()
    subject = models.SmallIntegerField()
    day = models.IntegerField()
    book = models.CharField(max_length=60)
    quantity = models.BigIntegerField()
    entries = models.BigIntegerField()

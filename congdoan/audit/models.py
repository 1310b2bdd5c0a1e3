"""What was done, by whom, when. Nothing here holds a name."""

import uuid

from django.db import models


class Posting(models.Model):
    """One act of writing in the book: when, by whom, why.

    Every entry, placement and version names the posting that made it, so any of them can be asked for
    *as known at* a past moment. `at` is stamped as the last thing of its transaction (`actions.writing`);
    it is empty only inside that transaction. `by` is a user's number, empty for the operator at the command line.
    """

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    action = models.CharField(max_length=40)
    by = models.BigIntegerField(null=True)
    why = models.CharField(max_length=500, blank=True)
    at = models.DateTimeField(null=True, db_index=True)

    def __str__(self) -> str:
        return f"{self.action} {self.uid}"


class Event(models.Model):
    """One line of the trail: something done or, for sensitive data, seen.

    No foreign keys and no names, so that the trail outlives what it tells of. Written unsealed in the action's
    transaction; the worker seals events afterwards in batches, each seal over the one before.
    """

    at = models.DateTimeField(db_index=True)
    by = models.BigIntegerField(null=True)
    action = models.CharField(max_length=40)
    what = models.CharField(max_length=80, blank=True)
    unit = models.CharField(max_length=80, blank=True)
    detail = models.JSONField(default=dict)
    seal = models.CharField(max_length=64, blank=True)

    class Meta:
        indexes = [models.Index(fields=["what", "at"]), models.Index(fields=["unit", "at"])]

    def __str__(self) -> str:
        return f"{self.action} {self.what}"

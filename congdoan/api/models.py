"""What programs have sent, so that the same sent twice is done once."""

from django.db import models

from congdoan.accounts.models import Seat


class Sent(models.Model):
    """One act of a program: its key (`uid` is made of it), what it said, digested, and the answer it was given.

    Answers to acts name nobody, so they may be kept.
    """

    uid = models.UUIDField(unique=True)
    seat = models.ForeignKey(Seat, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    answer = models.JSONField(null=True)
    at = models.DateTimeField(auto_now_add=True)

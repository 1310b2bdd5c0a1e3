"""What members borrow to work, and what they save in turn."""

import uuid

from django.db import models

from congdoan.base.fields import DayField
from congdoan.members.models import Person

from .book import Fund


class Loan(models.Model):
    """Capital lent to a household, paid back in instalments. Its vouchers bear its name; what is left follows from them."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="loans")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    lent_on = DayField()
    amount = models.BigIntegerField()
    months = models.PositiveSmallIntegerField()


class Turn(models.Model):
    """Whose turn it is to receive what members have put together, and when; paid once a voucher bears its name."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    fund = models.ForeignKey(Fund, on_delete=models.PROTECT, related_name="turns")
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    due_on = DayField()
    amount = models.BigIntegerField()

"""The people a union's work is about: as little as naming them needs."""

import uuid

from django.db import models

from congdoan.org.models import Unit


class Household(models.Model):
    """A member's family: what 'gia đình' counts, whoever of it receives."""

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="households")


class Person(models.Model):
    """A member, or somebody of a member's household, known to one union."""

    class Relation(models.TextChoices):
        MEMBER = "member", "Đoàn viên"
        WORKER = "worker", "Người lao động"
        CHILD = "child", "Con của đoàn viên"
        FAMILY = "family", "Người thân của đoàn viên"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="people")
    name = models.CharField(max_length=100)
    name_key = models.CharField(max_length=100, db_index=True)
    given_key = models.CharField(max_length=404)
    relation = models.CharField(max_length=10, choices=Relation.choices, default=Relation.MEMBER)
    woman = models.BooleanField(null=True)
    born_on = models.DateField(null=True, blank=True)
    household = models.ForeignKey(Household, on_delete=models.PROTECT, related_name="people")

    class Meta:
        indexes = [models.Index(fields=["unit", "given_key"])]

    def __str__(self) -> str:
        return self.name

"""Named money. Its books come later; a care record already says which fund paid."""

import uuid

from django.db import models

from congdoan.base.fields import FOREVER, DayField
from congdoan.org.models import Unit

NAME_SIZE = 150


class Fund(models.Model):
    """Named money of one union."""

    class Source(models.TextChoices):
        """Where the money comes from, as reports break it down (`source`)."""

        UNION = "union", "Kinh phí công đoàn"
        DUES = "dues", "Đoàn phí"
        SOCIAL = "social", "Quỹ Xã hội Công đoàn"
        SHELTER = "shelter", "Quỹ Mái ấm Công đoàn"
        EMPLOYER = "employer", "Ngân sách, chuyên môn hỗ trợ"
        SPONSOR = "sponsor", "Xã hội hóa"
        OTHER = "other", "Quỹ khác"

    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="funds")
    code = models.SlugField(max_length=80, unique=True)
    name = models.CharField(max_length=NAME_SIZE)
    source = models.CharField(max_length=10, choices=Source.choices)
    from_on = DayField()
    to_on = DayField(default=FOREVER)

    def __str__(self) -> str:
        return self.name

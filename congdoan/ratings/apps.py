from django.apps import AppConfig
from django.db.models.signals import post_migrate


class RatingsConfig(AppConfig):
    name = "congdoan.ratings"
    verbose_name = "Chấm điểm, xếp loại"

    def ready(self) -> None:
        from . import built_in

        post_migrate.connect(built_in.ensure, sender=self, dispatch_uid="ratings.schemes")

from django.apps import AppConfig
from django.db.models.signals import post_migrate


class OrgConfig(AppConfig):
    name = "congdoan.org"
    verbose_name = "Hệ thống tổ chức"

    def ready(self) -> None:
        from .kinds import ensure

        post_migrate.connect(ensure, sender=self)

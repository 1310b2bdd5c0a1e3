from django.apps import AppConfig
from django.db.models.signals import post_migrate


class FundsConfig(AppConfig):
    name = "congdoan.funds"
    verbose_name = "Quỹ"

    def ready(self) -> None:
        from .draws import announce
        from .items import ensure

        announce()
        post_migrate.connect(ensure, sender=self)

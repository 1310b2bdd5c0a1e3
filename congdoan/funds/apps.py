from django.apps import AppConfig
from django.db.models.signals import post_migrate


class FundsConfig(AppConfig):
    name = "congdoan.funds"
    verbose_name = "Quỹ"

    def ready(self) -> None:
        from . import draws, draws_yearly, items, rates

        draws.announce()
        draws_yearly.announce()
        post_migrate.connect(items.ensure, sender=self, dispatch_uid="funds.items")
        post_migrate.connect(rates.ensure, sender=self, dispatch_uid="funds.rates")

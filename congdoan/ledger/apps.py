from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "congdoan.ledger"
    verbose_name = "Sổ số liệu"

    def ready(self) -> None:
        from . import catalogue  # noqa: F401  (declares every indicator)

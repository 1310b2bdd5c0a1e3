from django.apps import AppConfig


class LedgerConfig(AppConfig):
    name = "congdoan.ledger"
    verbose_name = "Sổ số liệu"

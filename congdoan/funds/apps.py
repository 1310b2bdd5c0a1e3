from django.apps import AppConfig


class FundsConfig(AppConfig):
    name = "congdoan.funds"
    verbose_name = "Quỹ"

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "congdoan.records"
    verbose_name = "Việc"

from django.apps import AppConfig


class RecordsConfig(AppConfig):
    name = "congdoan.records"
    verbose_name = "Việc"

    def ready(self) -> None:
        from . import cared, estimates, origin

        origin.announce()
        estimates.announce()
        cared.announce()

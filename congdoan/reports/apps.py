from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "congdoan.reports"
    verbose_name = "Báo cáo"

    def ready(self) -> None:
        from .packing import announce

        announce()

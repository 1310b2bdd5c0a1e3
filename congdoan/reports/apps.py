from django.apps import AppConfig


class ReportsConfig(AppConfig):
    name = "congdoan.reports"
    verbose_name = "Báo cáo"

    def ready(self) -> None:
        from . import filing, packing

        filing.announce()
        packing.announce()

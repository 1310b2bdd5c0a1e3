from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "congdoan.oversight"
    verbose_name = "Kiểm tra, khiếu nại"

    def ready(self) -> None:
        from .draws import announce

        announce()

from django.apps import AppConfig


class TargetsConfig(AppConfig):
    name = "congdoan.targets"
    verbose_name = "Chỉ tiêu"

    def ready(self) -> None:
        from .draws import announce

        announce()

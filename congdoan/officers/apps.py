from django.apps import AppConfig


class OfficersConfig(AppConfig):
    name = "congdoan.officers"
    verbose_name = "Cán bộ công đoàn"

    def ready(self) -> None:
        from .draws import announce

        announce()

from django.apps import AppConfig


class OversightConfig(AppConfig):
    name = "congdoan.oversight"
    verbose_name = "Kiểm tra, khiếu nại"

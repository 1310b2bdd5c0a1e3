from django.apps import AppConfig


class ApiConfig(AppConfig):
    name = "congdoan.api"
    verbose_name = "Kết nối chương trình"

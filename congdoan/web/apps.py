from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "congdoan.web"
    verbose_name = "Màn hình"

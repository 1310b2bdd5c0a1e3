from django.apps import AppConfig


class UpwardConfig(AppConfig):
    name = "congdoan.upward"
    verbose_name = "Số liệu các tỉnh gửi lên"

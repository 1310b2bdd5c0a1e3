"""Settings: everything an operator may change comes from the environment (README, "Cài đặt")."""

import os
from pathlib import Path

import dj_database_url

PACKAGE = Path(__file__).resolve().parent
HOME = Path(os.environ.get("CONGDOAN_HOME") or "var").resolve()
URL = os.environ.get("CONGDOAN_URL", "http://127.0.0.1:8000").rstrip("/")
DATABASE_URL = os.environ.get("CONGDOAN_DATABASE_URL", f"sqlite:///{HOME / 'so.sqlite3'}")

DEBUG = os.environ.get("CONGDOAN_DEBUG") == "1"
ALLOWED_HOSTS = os.environ.get("CONGDOAN_HOSTS", "*").split(",")
CSRF_TRUSTED_ORIGINS = [URL]
SECURE_TRANSPORT = URL.startswith("https://")


def _secret() -> str:
    """The signing key: made once per home folder and kept there, readable by its owner alone."""
    path = HOME / "secret.key"
    if not path.exists():
        HOME.mkdir(parents=True, exist_ok=True)
        with os.fdopen(os.open(path, os.O_WRONLY | os.O_CREAT, 0o600), "w") as file:
            file.write(os.urandom(48).hex())
    return path.read_text().strip()


SECRET_KEY = os.environ.get("CONGDOAN_SECRET") or _secret()

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "django_htmx",
    "axes",
    "csp",
    "ninja",  # the page that describes the interface for programs takes its scripts from here
    "lucide",
    "congdoan.audit",
    "congdoan.org",
    "congdoan.accounts",
    "congdoan.ledger",
    "congdoan.members",
    "congdoan.funds",
    "congdoan.officers",
    "congdoan.records",
    "congdoan.papers",
    "congdoan.meetings",
    "congdoan.targets",
    "congdoan.emulation",
    "congdoan.oversight",
    "congdoan.ratings",
    "congdoan.upward",
    "congdoan.reports",
    "congdoan.reform",
    "congdoan.archive",
    "congdoan.imports",
    "congdoan.api",
    "congdoan.web",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "django.middleware.gzip.GZipMiddleware",  # a list of 179 people is 800 kB of page, 40 kB on the way
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "congdoan.accounts.views.PasswordDueMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "congdoan.web.errors.RefusedMiddleware",
    "axes.middleware.AxesMiddleware",
    "congdoan.web.replica.ReplicaMiddleware",
]

ROOT_URLCONF = "congdoan.urls"
WSGI_APPLICATION = None
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "congdoan.web.shell.shell",
            ],
            "builtins": ["lucide.templatetags.lucide", "congdoan.web.templatetags.so"],
        },
    }
]
FORM_RENDERER = "congdoan.web.forms.Renderer"

_database = dj_database_url.parse(DATABASE_URL, conn_max_age=None, conn_health_checks=True)
if _database["ENGINE"].endswith("sqlite3"):
    # FULL: a confirmed record survives a power cut; IMMEDIATE: a writer waits its turn instead of failing half-way.
    _database["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 20,
        "init_command": "PRAGMA journal_mode=WAL;PRAGMA synchronous=FULL;PRAGMA cache_size=-20000",
    }
DATABASES = {"default": _database}
if _copy := os.environ.get(
    "CONGDOAN_REPLICA_URL"
):  # a streaming replica that answers pages (congdoan/web/replica.py)
    DATABASES["replica"] = dj_database_url.parse(_copy, conn_max_age=None, conn_health_checks=True)
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

AUTH_USER_MODEL = "accounts.User"
AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = 0.25  # hours
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "home"
LOGOUT_REDIRECT_URL = "login"
SESSION_COOKIE_AGE = 14 * 24 * 3600
SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_TRANSPORT
SECURE_SSL_REDIRECT = SECURE_TRANSPORT and os.environ.get("CONGDOAN_BEHIND_PROXY") != "1"
SECURE_HSTS_SECONDS = 31_536_000 if SECURE_TRANSPORT else 0

LANGUAGE_CODE = "vi"
LANGUAGES = [("vi", "Tiếng Việt"), ("en", "English")]
LOCALE_PATHS = [PACKAGE / "locale"]
USE_I18N = True
USE_THOUSAND_SEPARATOR = True
FORMAT_MODULE_PATH = ["congdoan.formats"]
TIME_ZONE = "Asia/Ho_Chi_Minh"
USE_TZ = True

STATIC_URL = "/static/"
STATIC_ROOT = HOME / "static"
WHITENOISE_USE_FINDERS = True
STORED_FILES = HOME / "files"
FILE_SIZE_LIMIT = 12 * 1024 * 1024
DATA_UPLOAD_MAX_MEMORY_SIZE = 20 * 1024 * 1024
DATA_UPLOAD_MAX_NUMBER_FIELDS = 20_000  # one record may list a thousand people
FILE_UPLOAD_PERMISSIONS = 0o600

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:", "blob:"],
        "style-src": ["'self'", "'unsafe-inline'"],
        "frame-ancestors": ["'none'"],
        "form-action": ["'self'"],
        "base-uri": ["'none'"],
        "object-src": ["'none'"],
    }
}

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}

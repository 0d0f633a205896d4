"""The one settings file. Everything that differs from place to place is read from the environment.

``.env.example`` names every variable; ``docs/operators/settings.md`` explains them. A value that
makes no sense stops the program at start with the variable's name (``newsroom/env.py``).
"""

from pathlib import Path
from urllib.parse import urlsplit

import dj_database_url
from csp.constants import NONE, SELF
from django.utils.translation import gettext_lazy as _

from newsroom import env

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.text("DATA_DIR", str(BASE_DIR / "var"))).absolute()

# Where the newspaper stands. The scheme decides about everything that needs HTTPS.
SITE_URL = env.web_address("SITE_URL", "http://127.0.0.1:8000")
IS_HTTPS = SITE_URL.startswith("https://")
DEBUG = env.boolean("DEBUG")
SECRET_KEY = env.secret("SECRET_KEY", DATA_DIR / "secret_key")
ALLOWED_HOSTS = env.words("ALLOWED_HOSTS", [urlsplit(SITE_URL).hostname or "", "127.0.0.1", "localhost"])
CSRF_TRUSTED_ORIGINS = [SITE_URL]
# Headers of a proxy are believed only where the operator says that there is one.
BEHIND_PROXY = env.boolean("BEHIND_PROXY")
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if BEHIND_PROXY else None
# Whose word about a reader's address is taken. Without one, who speaks to us is who asks.
TRUSTED_PROXIES = env.networks("TRUSTED_PROXIES")
# How many reports of mistakes are taken in an hour, from all readers together.
REPORTS_PER_HOUR = env.whole_number("REPORTS_PER_HOUR", 300, least=1)
# Whose snippets an administrator may place, and which hosts the pages that carry one let in (docs/operators/ads.md).
AD_PROVIDERS = env.providers("AD_PROVIDERS")

SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = SECURE_SSL_REDIRECT = IS_HTTPS
SECURE_REDIRECT_EXEMPT = [r"^healthz$"]
SECURE_HSTS_SECONDS = env.whole_number("HSTS_SECONDS", 31_536_000 if IS_HTTPS else 0)
SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = IS_HTTPS
SECURE_REFERRER_POLICY = "strict-origin-when-cross-origin"
SESSION_ENGINE = "staff.sessions"
SESSION_COOKIE_NAME = "desk_session"
# Readers get no cookie; those of the desk are never sent with a public page.
SESSION_COOKIE_PATH = CSRF_COOKIE_PATH = "/admin/"
SESSION_COOKIE_HTTPONLY = True
SESSION_COOKIE_SAMESITE = "Lax"
X_FRAME_OPTIONS = "DENY"
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [SELF],
        "base-uri": [NONE],
        "object-src": [NONE],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
    }
}

# Floors, from the ground up: an app imports only from those above it in this list (docs/architecture.md).
INSTALLED_APPS = [
    "staff",
    "outlet",
    "activity",
    "jobs",
    "body",
    "articles",
    "readers",
    "support",
    "ads",
    "demo",
    "newsroom.apps.DeskConfig",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.forms",
    "django.contrib.staticfiles",
    "taggit",
    "django_tasks",
    "django_tasks_db",
    "csp",
    # for its static files only; nothing imports it
    "ckeditor",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "outlet.middleware.LanguageFromPath",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "newsroom.urls"
WSGI_APPLICATION = "newsroom.wsgi.application"
TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# So that our own widgets have templates among the others.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"

# SQLite, unless DATABASE_URL names a PostgreSQL. IMMEDIATE is what keeps two writers from
# refusing each other ("database is locked"); WAL lets readers go on meanwhile.
SQLITE_OPTIONS = {
    "transaction_mode": "IMMEDIATE",
    "timeout": 20,
    "init_command": (
        "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON; PRAGMA temp_store=MEMORY;"
        "PRAGMA mmap_size=134217728; PRAGMA journal_size_limit=27103364; PRAGMA cache_size=-20000;"
    ),
}
DATABASE = {"CONN_MAX_AGE": env.whole_number("CONN_MAX_AGE", 60), "CONN_HEALTH_CHECKS": True}
if DATABASE_URL := env.service("DATABASE_URL", schemes=["postgresql", "postgres"]):
    DATABASES = {"default": dj_database_url.parse(DATABASE_URL) | DATABASE}
else:
    SQLITE = {"ENGINE": "django.db.backends.sqlite3", "NAME": DATA_DIR / "newsroom.sqlite3", "OPTIONS": SQLITE_OPTIONS}
    DATABASES = {"default": SQLITE | DATABASE}
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

# A dead Redis must not break a page, hence IGNORE_EXCEPTIONS.
if REDIS_URL := env.service("REDIS_URL", schemes=["redis", "rediss", "unix"]):
    CACHES = {
        "default": {
            "BACKEND": "django_redis.cache.RedisCache",
            "LOCATION": REDIS_URL,
            "OPTIONS": {"IGNORE_EXCEPTIONS": True},
        }
    }

TASKS = {"default": {"BACKEND": "django_tasks_db.DatabaseBackend"}}

AUTH_USER_MODEL = "staff.User"
AUTHENTICATION_BACKENDS = ["staff.backends.RolesBackend"]
LOGIN_URL = "admin:login"
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# The languages of the paper, the first one first: its addresses carry no prefix. The first
# language is fixed at installation; `manage.py check --database default` compares (outlet.E001).
LANGUAGE_NAMES = {"en": _("English"), "uk": _("Ukrainian")}
LANGUAGES = [(code, LANGUAGE_NAMES[code]) for code in env.words("LANGUAGES", ["en", "uk"], among=LANGUAGE_NAMES)]
LANGUAGE_CODE = LANGUAGES[0][0]
LOCALE_PATHS = [BASE_DIR / "locale"]
USE_I18N = USE_TZ = True
FORMAT_MODULE_PATH = "newsroom.formats"
FORMAT_MODULE_PATH = "newsroom.formats"
# The desk's own zone is a row of the outlet, because dates in addresses depend on it.
TIME_ZONE = "UTC"

# An address typed without a scheme means https; Django 6 does so by itself.
FORMS_URLFIELD_ASSUME_HTTPS = True

STATIC_URL = "/static/"
STATIC_ROOT = DATA_DIR / "static"
STATICFILES_DIRS = [BASE_DIR / "static"]
STATICFILES_FINDERS = ["django.contrib.staticfiles.finders.FileSystemFinder", "body.static_files.Finder"]
# Public renditions of pictures. The uploaded originals lie apart, where no address leads.
MEDIA_URL = "/media/"
MEDIA_ROOT = DATA_DIR / "media"
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "originals": {
        "BACKEND": "articles.originals.OriginalsStorage",
        "OPTIONS": {"location": DATA_DIR / "originals"},
    },
    "staticfiles": {"BACKEND": "body.static_files.Storage"},
}

# Without a mail server, what would be sent stands in the log.
EMAIL_HOST = env.text("EMAIL_HOST")
EMAIL_BACKEND = f"django.core.mail.backends.{'smtp' if EMAIL_HOST else 'console'}.EmailBackend"
EMAIL_PORT = env.whole_number("EMAIL_PORT", 587, least=1, most=65535)
EMAIL_HOST_USER = env.text("EMAIL_HOST_USER")
EMAIL_HOST_PASSWORD = env.text("EMAIL_HOST_PASSWORD")
EMAIL_USE_TLS = env.boolean("EMAIL_USE_TLS", True)
DEFAULT_FROM_EMAIL = env.text("DEFAULT_FROM_EMAIL", f"newsroom@{urlsplit(SITE_URL).hostname}")

# The editor of every body; "body.widgets.PlainBodyWidget" is a plain text area.
BODY_WIDGET = "body.widgets.BodyWidget"
# ckeditor.W001 warns of the bundled editor's age. It is never trusted: bodies are cleaned by
# nh3 on every write, and pages run no script from elsewhere (docs/decisions/).
SILENCED_SYSTEM_CHECKS = ["ckeditor.W001"]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"line": {"format": "%(asctime)s %(levelname)s %(name)s: %(message)s"}},
    "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "line"}},
    "root": {
        "handlers": ["console"],
        "level": env.choice("LOG_LEVEL", "INFO", among=["DEBUG", "INFO", "WARNING", "ERROR"]),
    },
}

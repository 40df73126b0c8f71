"""Settings, read from top to bottom. Everything has a default that works on a laptop; `.env` and the environment change it."""

import os
import re
import socket
import tempfile
from pathlib import Path
from typing import Any

import environ
from django.core.exceptions import ImproperlyConfigured

from videogen import logs

BASE_DIR = Path(__file__).resolve().parent.parent

env = environ.Env()
environ.Env.read_env(BASE_DIR / ".env")

# --- What kind of place this is ------------------------------------------------------------------------------------
DEBUG = env.bool("DEBUG", default=True)
SECRET_KEY = env.str("SECRET_KEY", default="only-for-a-laptop-where-debug-is-on" if DEBUG else "")
if not SECRET_KEY:
    raise ImproperlyConfigured(
        "SECRET_KEY is missing. Set it in the environment or in .env, or set DEBUG=true on a laptop."
    )
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["localhost", "127.0.0.1", "[::1]"])
CSRF_TRUSTED_ORIGINS = env.list("CSRF_TRUSTED_ORIGINS", default=[])

# --- Where things are ----------------------------------------------------------------------------------------------
WORKSPACE_ROOT = Path(env.str("WORKSPACE_ROOT", default=str(BASE_DIR / "workspace"))).expanduser().resolve()
CHANNEL_CONFIG_DIR = (
    Path(env.str("CHANNEL_CONFIG_DIR", default=str(BASE_DIR / "channel_configs"))).expanduser().resolve()
)
SCRIPTS_DIR = Path(env.str("SCRIPTS_DIR", default=str(BASE_DIR / "scripts"))).expanduser().resolve()

# --- Apps ----------------------------------------------------------------------------------------------------------
INSTALLED_APPS = [
    "django.contrib.admin",
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "whitenoise.runserver_nostatic",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "channels",
    "pipeline",
    "review",
    "django_q",  # after pipeline, whose qcluster command is the one that counts
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "review.headers.PrivatePages",
    "review.headers.PlainAddresses",
    "review.headers.LoginOnItsOwn",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "review.sign_in.RememberBrowser",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "videogen.urls"
WSGI_APPLICATION = "videogen.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

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

# --- Database: SQLite in the workspace, or whatever DATABASE_URL says -----------------------------------------------
WORKSPACE_ROOT.mkdir(parents=True, exist_ok=True)
DATABASE_URL = env.str("DATABASE_URL", default="")
SQLITE: dict[str, Any] = {"ENGINE": "django.db.backends.sqlite3", "NAME": str(WORKSPACE_ROOT / "videogen.sqlite3")}
DATABASES: dict[str, Any] = {"default": env.db_url_config(DATABASE_URL) if DATABASE_URL else SQLITE}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A write transaction takes its lock at the start: without that, many workers meet "database is locked".
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 30,
        "init_command": "PRAGMA journal_mode=WAL",
    }
    # A test's threads cannot share a database in memory.
    DATABASES["default"]["TEST"] = {"NAME": str(Path(tempfile.gettempdir()) / f"videogen-tests-{os.getpid()}.sqlite3")}
else:
    DATABASES["default"]["CONN_MAX_AGE"] = env.int("CONN_MAX_AGE", default=60)
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # A server that vanished without a word is noticed within half a minute, not after the system's two hours; and the server
    # takes back what a process holds that stands still in the middle of a transaction, or all others would stand, too.
    still = env.float("IDLE_TRANSACTION_SECONDS", default=30)
    DATABASES["default"]["OPTIONS"] = {
        "options": f"-c idle_in_transaction_session_timeout={round(still * 1_000)}",
        **{"connect_timeout": 10, "keepalives_idle": 10, "keepalives_interval": 5, "keepalives_count": 3},
        **{"tcp_user_timeout": 30_000, **DATABASES["default"].get("OPTIONS", {})},
    }

# --- People --------------------------------------------------------------------------------------------------------
LOGIN_URL = "login"
LOGIN_REDIRECT_URL = "review:board"
LOGOUT_REDIRECT_URL = "login"
AUTHENTICATION_BACKENDS = ["axes.backends.AxesStandaloneBackend", "django.contrib.auth.backends.ModelBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 10}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
PASSWORD_RESET_TIMEOUT = 3 * 24 * 3600  # how long an invitation, or a link for a forgotten password, can be used
# How many proxies of ours stand before the pages, each adding to X-Forwarded-For the address that it was asked from.
PROXIES = env.int("PROXIES", default=0 if DEBUG else 1)
AXES_HANDLER = "review.sign_in.Doorkeeper"
AXES_CLIENT_IP_CALLABLE = "review.sign_in.address"
AXES_LOCKOUT_CALLABLE = "review.sign_in.locked"
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]  # what a right password makes forgotten
AXES_FAILURE_LIMIT = 10
AXES_COOLOFF_TIME = 0.25  # hours
AXES_RESET_COOL_OFF_ON_FAILURE_DURING_LOCKOUT = False  # or whoever goes on guessing would keep others out for ever
AXES_RESET_ON_SUCCESS = True
AXES_SENSITIVE_PARAMETERS = ["username", "ip_address", "csrfmiddlewaretoken"]
AXES_VERBOSE = False

# --- Mail: none, unless EMAIL_URL says where it goes, such as smtp+tls://user:password@host:587 ---------------------
EMAIL_URL = env.str("EMAIL_URL", default="")
if EMAIL_URL:
    vars().update(env.email_url_config(EMAIL_URL))
else:
    EMAIL_BACKEND = "django.core.mail.backends.dummy.EmailBackend"
EMAIL_TIMEOUT = 10  # seconds
DEFAULT_FROM_EMAIL = env.str("EMAIL_FROM", default="videogen@localhost")

# --- Security ------------------------------------------------------------------------------------------------------
CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": ["'self'"],
        "img-src": ["'self'", "data:"],
        "object-src": ["'none'"],
        "base-uri": ["'self'"],
        "form-action": ["'self'"],
        "frame-ancestors": ["'none'"],
    }
}
SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
DATA_UPLOAD_MAX_MEMORY_SIZE = 2 * 1024 * 1024
if not DEBUG:
    SESSION_COOKIE_SECURE = CSRF_COOKIE_SECURE = True
    SECURE_SSL_REDIRECT = env.bool("SECURE_SSL_REDIRECT", default=True)
    SECURE_REDIRECT_EXEMPT = [r"^health$"]
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")
    SECURE_HSTS_SECONDS = env.int("SECURE_HSTS_SECONDS", default=31_536_000)
    SECURE_HSTS_INCLUDE_SUBDOMAINS = SECURE_HSTS_PRELOAD = True

# --- Files for pages -----------------------------------------------------------------------------------------------
STATIC_URL = "static/"
STATIC_ROOT = BASE_DIR / "staticfiles"
STATICFILES_DIRS = [BASE_DIR / "static"]
WHITENOISE_USE_FINDERS = DEBUG
STORAGES = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {
        "BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"
        if DEBUG
        else "whitenoise.storage.CompressedManifestStaticFilesStorage"
    },
}

# --- Films and pictures: sent by us, or by the web server in front, once we have said who may have them --------------
MEDIA_SERVER = env.str("MEDIA_SERVER", default="")  # "", x-accel-redirect (nginx), x-sendfile (Apache, lighttpd)
MEDIA_SERVER_PREFIX = env.str("MEDIA_SERVER_PREFIX", default="/protected/")  # nginx: its internal location
if MEDIA_SERVER not in ("", "x-accel-redirect", "x-sendfile"):
    raise ImproperlyConfigured(
        f"MEDIA_SERVER “{MEDIA_SERVER}” is unknown. Set x-accel-redirect, x-sendfile, or nothing."
    )
if not re.fullmatch(r"/([a-zA-Z0-9_-]+/)+", MEDIA_SERVER_PREFIX):
    raise ImproperlyConfigured("MEDIA_SERVER_PREFIX must be the path of a location, such as /protected/.")

# --- Words and time ------------------------------------------------------------------------------------------------
LANGUAGE_CODE = "en"
TIME_ZONE = "UTC"
USE_TZ = True

# --- The engine ----------------------------------------------------------------------------------------------------
CORES = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
WORKERS = env.int("WORKERS", default=CORES + 1)  # processes of a cluster
CALLS_PER_WORKER = env.int("CALLS_PER_WORKER", default=12)  # jobs in flight in each; calls only wait, cores are counted
LEASE_SECONDS = env.float("LEASE_SECONDS", default=60)  # a dead worker's jobs are free again after this
GRACE_SECONDS = env.float("GRACE_SECONDS", default=20)  # a stopping worker lets its scripts finish for this long
WATCHDOG_SECONDS = env.float("WATCHDOG_SECONDS", default=60)  # a cluster that takes no work for this long is replaced
# Whose cores a job uses and whose disk its files are on. Machines that share a database need different names.
MACHINE_NAME = env.str("MACHINE_NAME", default="") or re.sub(r"[^a-zA-Z0-9._-]", "-", socket.gethostname())[:64]
if not re.fullmatch(r"[a-zA-Z0-9_-][a-zA-Z0-9._-]{0,63}", MACHINE_NAME):
    raise ImproperlyConfigured(
        f"MACHINE_NAME “{MACHINE_NAME}” cannot be used. Choose up to 64 letters, digits, dashes, underscores and dots."
    )
PREVIEWS = env.bool("PREVIEWS", default=True)  # posters, filmstrips, proxies and checks of each take
PREVIEWS_NICE = env.int("PREVIEWS_NICE", default=19)  # how far making them lets all else go first; 0: not at all
FFMPEG_BINARY = env.str("FFMPEG_BINARY", default="")
DEFAULT_VOICE_ID = env.str("DEFAULT_VOICE_ID", default="") or None

# --- Providers: keys, other addresses, and how patiently they are asked ----------------------------------------------
PROVIDER_BACKOFF_SECONDS = env.float("PROVIDER_BACKOFF_SECONDS", default=2)  # the first wait inside a script
GEMINI_API_KEY = env.str("GEMINI_API_KEY", default="")
GOOGLE_GEMINI_BASE_URL = env.str("GOOGLE_GEMINI_BASE_URL", default="")
KIE_API_KEY = env.str("KIE_API_KEY", default="")
KIE_API_BASE_URL = env.str("KIE_API_BASE_URL", default="")
KIE_UPLOAD_BASE_URL = env.str("KIE_UPLOAD_BASE_URL", default="")
KIE_BACKOFF_SECONDS = env.float("KIE_BACKOFF_SECONDS", default=10)
KIE_GRACE_SECONDS = env.float("KIE_GRACE_SECONDS", default=60)  # how long KIE may not know a new order yet
KLING_FIRST_POLL_SECONDS = env.float("KLING_FIRST_POLL_SECONDS", default=25)
KLING_POLL_SECONDS = env.float("KLING_POLL_SECONDS", default=10)
R2_ACCESS_KEY_ID = env.str("R2_ACCESS_KEY_ID", default="")
R2_SECRET_ACCESS_KEY = env.str("R2_SECRET_ACCESS_KEY", default="")
CATBOX_URL = env.str("CATBOX_URL", default="")
ELEVENLABS_API_KEY = env.str("ELEVENLABS_API_KEY", default="")
ELEVENLABS_BASE_URL = env.str("ELEVENLABS_BASE_URL", default="")

Q_CLUSTER = {
    "name": "videogen",
    "label": "Workers",
    "orm": "default",
    "broker_class": "pipeline.broker.Broker",
    "workers": WORKERS,
    "queue_limit": 1,  # a ticket waits in the table, where another cluster sees it, and not in memory
    "timeout": 600,  # A ticket has none: it may hold calls for hours, and each script has its own
    "retry": 601,  # unused: a task leaves the table when it is pulled; django-q2 wants it above the time-out
    "save_limit": -1,  # tickets leave no rows behind; the truth is in Job
    "scheduler": False,  # workers sweep by themselves; its tasks would wait behind tickets that work for hours
    "recycle": 500,
    "poll": 0.25,  # seconds between two looks for a ticket: how soon an idle cluster wakes up
    "guard_cycle": 3,  # seconds until a dead worker is replaced
    "log_level": "WARNING",
}

# --- Files that several machines share: an S3 bucket, such as one of R2; without one, this machine's folder is all ----
STORAGE_BUCKET = env.str("STORAGE_BUCKET", default="")
STORAGE_ENDPOINT_URL = env.str("STORAGE_ENDPOINT_URL", default="")
STORAGE_REGION = env.str("STORAGE_REGION", default="auto")
STORAGE_ACCESS_KEY_ID = env.str("STORAGE_ACCESS_KEY_ID", default="")
STORAGE_SECRET_ACCESS_KEY = env.str("STORAGE_SECRET_ACCESS_KEY", default="")
MACHINE_GONE_SECONDS = env.float("MACHINE_GONE_SECONDS", default=600)  # unseen for so long, it is not waited for
_STORAGE = {
    "STORAGE_BUCKET": STORAGE_BUCKET,
    "STORAGE_ACCESS_KEY_ID": STORAGE_ACCESS_KEY_ID,
    "STORAGE_SECRET_ACCESS_KEY": STORAGE_SECRET_ACCESS_KEY,
    # Only Amazon's own regions are found without an address.
    **({"STORAGE_ENDPOINT_URL": STORAGE_ENDPOINT_URL} if STORAGE_ENDPOINT_URL or STORAGE_REGION == "auto" else {}),
}
if any(_STORAGE.values()) and not all(_STORAGE.values()):
    raise ImproperlyConfigured(
        f"{' and '.join(name for name, value in _STORAGE.items() if not value)} must be set, too: other settings of the "
        "shared storage are. Set none of them to keep files on this machine only."
    )

# --- Logs ----------------------------------------------------------------------------------------------------------
LOGGING = logs.configuration(debug=DEBUG)

"""Settings of the tests: the product's own, made quick, and apart from a newsroom that runs here."""

import atexit
import os
import shutil
import tempfile
from pathlib import Path

# Only the database may be chosen from outside: what somebody set in this shell for a newsroom
# of their own must neither change a result nor be touched.
KNOWN = (Path(__file__).parents[1] / "newsroom" / "settings.py").read_text(encoding="utf-8")
for name in [name for name in os.environ if f'"{name}"' in KNOWN and name != "DATABASE_URL"]:
    del os.environ[name]
os.environ["DATA_DIR"] = tempfile.mkdtemp(prefix="newsroom-tests-")
atexit.register(shutil.rmtree, os.environ["DATA_DIR"], ignore_errors=True)
os.environ["SECRET_KEY"] = "only for tests, and long enough to be taken for a secret"
# Playwright's loop runs in the thread of the test, which Django would take for asynchronous code.
os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "true"

from newsroom.settings import *  # noqa: E402, F403
from newsroom.settings import DATABASES, STATIC_ROOT, STORAGES  # noqa: E402

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
STORAGES = STORAGES | {"staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}}
# A file and not memory: the live server's threads and our transactions need connections of their own.
if DATABASES["default"]["ENGINE"] == "django.db.backends.sqlite3":
    DATABASES["default"]["TEST"] = {"NAME": os.path.join(os.environ["DATA_DIR"], "test.sqlite3")}
STATIC_ROOT.mkdir(parents=True, exist_ok=True)  # whitenoise warns of a folder that is not there
ALLOWED_HOSTS = ["testserver", "localhost", "127.0.0.1"]

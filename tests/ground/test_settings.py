"""The settings as a program finds them that starts in an empty environment."""

import json
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
TELL = """
import json
from newsroom import settings
names = "DEBUG SITE_URL ALLOWED_HOSTS DATABASES SECURE_SSL_REDIRECT SESSION_COOKIE_SECURE SECURE_HSTS_SECONDS"
print(json.dumps({name: getattr(settings, name) for name in names.split()}, default=str))
"""


def start(tmp_path, **environment):
    return subprocess.run(
        [sys.executable, "-c", TELL],
        cwd=ROOT,
        env={"PATH": os.environ["PATH"], "DATA_DIR": str(tmp_path), **environment},
        capture_output=True,
        text=True,
    )


def settings(tmp_path, **environment):
    return json.loads(start(tmp_path, **environment).stdout)


def test_an_empty_environment_gives_a_safe_newsroom_of_this_machine(tmp_path):
    found = settings(tmp_path)
    assert found["DEBUG"] is False
    assert found["SITE_URL"] == "http://127.0.0.1:8000"
    assert set(found["ALLOWED_HOSTS"]) == {"127.0.0.1", "localhost"}
    assert found["DATABASES"]["default"]["NAME"] == str(tmp_path / "newsroom.sqlite3")
    assert found["DATABASES"]["default"]["OPTIONS"]["transaction_mode"] == "IMMEDIATE"
    assert (tmp_path / "secret_key").exists()


def test_an_odd_folder_is_no_obstacle(tmp_path):
    folder = tmp_path / "50% off #1 & more"
    assert settings(folder)["DATABASES"]["default"]["NAME"] == str(folder / "newsroom.sqlite3")


def test_https_turns_on_all_that_needs_it(tmp_path):
    found = settings(tmp_path, SITE_URL="https://paper.example")
    assert found["SECURE_SSL_REDIRECT"] is found["SESSION_COOKIE_SECURE"] is True
    assert found["SECURE_HSTS_SECONDS"] > 0
    assert "paper.example" in found["ALLOWED_HOSTS"]


def test_database_url_names_a_postgresql(tmp_path):
    database = settings(tmp_path, DATABASE_URL="postgresql://paper:p%40ss@db.example:6432/news")["DATABASES"]["default"]
    assert database["ENGINE"] == "django.db.backends.postgresql"
    assert (database["USER"], database["PASSWORD"], database["NAME"]) == ("paper", "p@ss", "news")
    assert (database["HOST"], database["PORT"]) == ("db.example", 6432)
    assert "transaction_mode" not in database.get("OPTIONS", {})


def test_a_wrong_value_stops_the_start_and_is_named(tmp_path):
    for name, value in {"DEBUG": "maybe", "LANGUAGES": "xx", "DATABASE_URL": "oracle://", "REDIS_URL": "here"}.items():
        refused = start(tmp_path, **{name: value})
        assert refused.returncode != 0
        assert f"ImproperlyConfigured: {name} " in refused.stderr

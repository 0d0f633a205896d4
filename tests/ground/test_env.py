from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.core.exceptions import ImproperlyConfigured

from newsroom import env


@pytest.mark.parametrize(
    ("value", "meaning"), [("true", True), ("YES", True), (" 1 ", True), ("off", False), ("", True)]
)
def test_yes_and_no_may_be_said_in_several_ways(monkeypatch, value, meaning):
    monkeypatch.setenv("SWITCH", value)
    assert env.boolean("SWITCH", True) is meaning


@pytest.mark.parametrize(
    ("value", "read"),
    [
        ("perhaps", lambda: env.boolean("ODD")),
        ("-1", lambda: env.whole_number("ODD", 5)),
        ("1.5", lambda: env.whole_number("ODD", 5)),
        ("²", lambda: env.whole_number("ODD", 5)),
        ("99", lambda: env.whole_number("ODD", 5, most=64)),
        ("en,tlh", lambda: env.words("ODD", among=["en", "uk"])),
        ("LOUD", lambda: env.choice("ODD", "INFO", among=["INFO", "ERROR"])),
        ("paper.example", lambda: env.web_address("ODD", "")),
        ("ftp://paper.example", lambda: env.web_address("ODD", "")),
        ("https://paper.example/news", lambda: env.web_address("ODD", "")),
        ("https://paper.example:port", lambda: env.web_address("ODD", "")),
        ("https://user:word@paper.example", lambda: env.web_address("ODD", "")),
        ("https://[paper", lambda: env.web_address("ODD", "")),
        ("mysql://u@h/d", lambda: env.service("ODD", schemes=["postgresql"])),
        ("10.0.0.0/99", lambda: env.networks("ODD")),
        ("10.0.0.1/8", lambda: env.networks("ODD")),
        ("too short", lambda: env.secret("ODD", None)),
    ],
)
def test_nonsense_is_refused_by_name(monkeypatch, value, read):
    monkeypatch.setenv("ODD", value)
    with pytest.raises(ImproperlyConfigured, match=r"^ODD "):
        read()


def test_the_refusal_of_an_address_does_not_repeat_its_password(monkeypatch):
    monkeypatch.setenv("ODD", "postgre://paper:hush@host/name")
    with pytest.raises(ImproperlyConfigured) as refused:
        env.service("ODD", schemes=["postgresql"])
    assert "hush" not in str(refused.value)


@pytest.mark.parametrize("value", ["https://paper.example", "https://paper.example/", "HTTPS://Paper.Example"])
def test_the_address_of_the_site_is_kept_in_one_form(monkeypatch, value):
    monkeypatch.setenv("SITE", value)
    assert env.web_address("SITE", "") == "https://paper.example"


def test_a_list_loses_doubles_and_spaces_but_keeps_its_order(monkeypatch):
    monkeypatch.setenv("LIST", "uk, en,,uk")
    assert env.words("LIST", ["de"]) == ["uk", "en"]


def test_the_secret_of_a_first_run_is_kept_for_the_next_and_from_others(monkeypatch, tmp_path):
    monkeypatch.delenv("SECRET", raising=False)
    file = tmp_path / "new" / "secret"
    first = env.secret("SECRET", file)
    assert len(first) >= 50
    assert env.secret("SECRET", file) == first
    assert file.stat().st_mode & 0o777 == 0o600
    assert [path.name for path in file.parent.iterdir()] == ["secret"]


def test_programs_that_start_at_once_agree_on_one_secret(monkeypatch, tmp_path):
    monkeypatch.delenv("SECRET", raising=False)
    together = Barrier(8)

    def start():
        together.wait()
        return env.secret("SECRET", tmp_path / "secret")

    with ThreadPoolExecutor(8) as programs:
        secrets = {start.result() for start in [programs.submit(start) for _ in range(8)]}
    assert len(secrets) == 1


def test_a_file_with_half_a_secret_is_refused(monkeypatch, tmp_path):
    monkeypatch.delenv("SECRET", raising=False)
    (tmp_path / "secret").write_text("half")
    with pytest.raises(ImproperlyConfigured, match="at least 32"):
        env.secret("SECRET", tmp_path / "secret")

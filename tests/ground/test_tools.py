"""The browser, the HTML checker, and the command that continuous integration calls."""

import os
import shutil
import subprocess

import pytest

from tests.ground.conftest import ROOT
from tools import browser, nu

GOOD = '<!doctype html><html lang="en"><head><title>Story</title></head><body><h1>Story</h1></body></html>'
BAD = GOOD.replace("</h1>", '</h1><img src="a.jpg">')


def test_the_checker_says_what_is_wrong_and_on_which_page():
    problems = nu.check({"/good/": GOOD, "/bad/": BAD})
    assert [(problem.page, problem.kind) for problem in problems] == [("/bad/", "error")]
    assert "alt" in problems[0].message
    assert str(problems[0]).startswith("/bad/:1: error: ")


def test_the_checker_reads_every_script():
    assert nu.check({"/uk/": GOOD.replace("Story", "Їжак у тумані").replace('"en"', '"uk"')}) == []


def test_a_stub_that_does_not_start_is_no_browser(program, monkeypatch):
    folder = program("chromium-browser", "echo 'please install the package' >&2", "exit 1")
    monkeypatch.setenv("PATH", str(folder))
    monkeypatch.delenv("CHROMIUM", raising=False)
    monkeypatch.setattr(browser, "MAC_APPS", [])
    assert browser.of_the_machine() is None
    program("google-chrome", "echo 'Google Chrome 150'")
    assert browser.of_the_machine() == str(folder / "google-chrome")


def test_the_browser_that_is_named_comes_first(program, monkeypatch):
    folder = program("mine", "echo 'Chromium 150'")
    monkeypatch.setenv("CHROMIUM", str(folder / "mine"))
    assert browser.of_the_machine() == str(folder / "mine")


def test_a_browser_that_is_named_and_does_not_start_is_told_in_one_sentence(monkeypatch, capsys):
    monkeypatch.setenv("CHROMIUM", "/nowhere/chromium")
    with pytest.raises(SystemExit):
        browser.of_the_machine()
    assert capsys.readouterr().err == "CHROMIUM is '/nowhere/chromium', which is not a browser that starts.\n"


def test_continuous_integration_checks_and_tests():
    run = ROOT / ".ci" / "run"
    assert os.access(run, os.X_OK)
    assert subprocess.run(["bash", "-n", run]).returncode == 0
    assert run.read_text().endswith("\nmake check\nmake test\n")


def test_an_old_python_is_told_in_one_sentence(program):
    path = {"PATH": str(program("python3", "exit 1"))}
    made = subprocess.run([shutil.which("make"), "run"], cwd=ROOT, env=path, capture_output=True, text=True)
    assert made.returncode != 0
    assert made.stderr.splitlines()[0] == "Newsroom needs Python 3.11 or newer, and there is none on the PATH."

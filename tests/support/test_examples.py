"""The examples of docs/operators/supporters.md do what the page says."""

import json
import re
import shutil
import subprocess
import urllib.request
from pathlib import Path

import pytest

from support.models import Supporter
from tests.support.people import SECRET, make_service, make_tier

PAGE = Path(__file__).resolve().parents[2] / "docs" / "operators" / "supporters.md"
ADDRESS = "http://testserver/webhooks/support/"
# What stands in for curl tells what it would have sent.
CURL = """curl() { printf '%s\\0' "$@"; }\n"""

pytestmark = pytest.mark.usefixtures("outlet")


def blocks(language):
    return re.findall(rf"^```{language}\n(.*?)^```$", PAGE.read_text(), re.MULTILINE | re.DOTALL)


@pytest.mark.parametrize(("kind", "script"), list(zip(["own", "ghost", "patreon"], blocks("sh"), strict=True)))
def test_the_shell_example_begins_a_supporter(client, kind, script):
    if not shutil.which("openssl"):
        pytest.skip("no openssl on this machine")
    make_service(kind, default_tier=make_tier("other"), tiers=[("Friend", make_tier())])
    variables = {"SECRET": SECRET, "ADDRESS": f"{ADDRESS}{kind}/", "PATH": "/usr/bin:/bin"}
    said = subprocess.run(["sh", "-c", CURL + script], env=variables, capture_output=True, check=True, text=True)
    words = said.stdout.split("\0")
    assert words[-2] == variables["ADDRESS"]
    headers = dict(words[place + 1].split(": ", 1) for place, word in enumerate(words) if word == "-H")
    body = words[words.index("--data") + 1]
    answer = client.post(words[-2], body, content_type=headers.pop("Content-Type"), headers=headers)
    assert answer.json() == {"outcome": "begun", "repeated": False}
    supporter = Supporter.objects.get()
    assert (supporter.name, supporter.tier.key) == ("Olha Bahan", "friend")


def test_the_python_example_ends_it(client, monkeypatch):
    make_service("own")
    sent = []
    monkeypatch.setenv("SECRET", SECRET)
    monkeypatch.setenv("ADDRESS", f"{ADDRESS}own/")
    monkeypatch.setattr(urllib.request, "urlopen", sent.append)
    [script] = blocks("python")
    exec(compile(script, str(PAGE), "exec"), {})  # our own page
    [request] = sent
    headers = {"Newsroom-Signature": request.get_header("Newsroom-signature")}
    answer = client.post(request.full_url, request.data, content_type="application/json", headers=headers)
    assert answer.status_code == 200 and json.loads(request.data)["event"] == "ended"


def test_the_columns_that_are_explained_are_those_that_are_read():
    from support.supporters.spreadsheets import COLUMNS

    told = PAGE.read_text().partition("| column | |")[2].partition("\n\n")[0]
    assert set(re.findall(r"`([a-z]+)`", "".join(line.split("|")[1] for line in told.splitlines()[2:]))) == set(COLUMNS)

"""docker-compose.yml, read and tried without a container engine."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
TOLD = {
    "SITE_URL": "https://paper.example",
    "SECRET_KEY": "Zt5kWq8yLm2nRv4xBc7dFg9hJp3sQa6eUi1oTy0w-XzVbNmKlPrStGhJdFe",
    "POSTGRES_PASSWORD": "b5d1c0ffee",
}
COMPOSE = yaml.safe_load((ROOT / "docker-compose.yml").read_text())
SERVICES = COMPOSE["services"]
LASTING = sorted(name for name, service in SERVICES.items() if service.get("restart") != "no")
OURS = sorted(name for name, service in SERVICES.items() if service.get("build"))
NAMED = r"\$\{([A-Z_]+)(?::([?-])([^}]*))?\}"


def told(value):
    """The value as the engine would fill it in."""
    return re.sub(NAMED, lambda found: TOLD.get(found[1], found[3] if found[2] == "-" else ""), str(value))


def environment(service, tmp_path):
    """What a program of that service would find, on this machine's disk."""
    found = {name: told(value) for name, value in SERVICES[service]["environment"].items()}
    return {"PATH": os.environ["PATH"], **found, "DATA_DIR": str(tmp_path)}


def run(*arguments, env):
    return subprocess.run(
        [sys.executable, *arguments], cwd=ROOT, env=env, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    )


def test_the_house_is_complete():
    assert set(SERVICES) == {"migrate", "web", "worker", "proxy", "database", "cache"}


@pytest.mark.parametrize("name", LASTING)
def test_what_lasts_tells_whether_it_is_well(name):
    assert SERVICES[name]["healthcheck"]["test"][0] == "CMD"


@pytest.mark.parametrize("name", sorted(SERVICES))
def test_nothing_has_more_rights_than_it_needs(name):
    service = SERVICES[name]
    assert service["cap_drop"] == ["ALL"]
    assert service["read_only"] is True
    assert "no-new-privileges:true" in service["security_opt"]
    assert not service.get("privileged")
    assert not any("docker.sock" in str(volume) for volume in service.get("volumes", []))


def test_nothing_runs_as_root():
    assert re.findall(r"^USER (\w+)$", (ROOT / "Dockerfile").read_text(), re.MULTILINE) == ["newsroom"]
    for name in SERVICES:
        assert name in OURS or SERVICES[name]["user"] not in ("root", "0", 0)


def test_secrets_come_from_outside_and_their_lack_stops_the_start():
    text = (ROOT / "docker-compose.yml").read_text()
    for name in TOLD:
        assert re.findall(rf"\$\{{{name}([^}}]*)\}}", text)
        assert all(rest.startswith(":?") for rest in re.findall(rf"\$\{{{name}([^}}]*)\}}", text))
    for service in SERVICES.values():
        for name, value in service.get("environment", {}).items():
            if re.search("SECRET|PASSWORD|KEY|TOKEN", name):
                assert re.fullmatch(NAMED, value), name
    assert not re.search(r"://[^/\s]*:[^$/\s]+@", text)
    for name in ("SECRET_KEY", "POSTGRES_PASSWORD", "EMAIL_HOST_PASSWORD"):
        assert re.search(rf"^#?{name}=$", (ROOT / ".env.example").read_text(), re.MULTILINE)


def test_only_the_proxy_can_be_reached_and_only_from_this_machine():
    assert [name for name in SERVICES if SERVICES[name].get("ports")] == ["proxy"]
    assert all(port.startswith("127.0.0.1:") for port in SERVICES["proxy"]["ports"])


def test_what_others_wait_for_has_a_state_to_wait_for():
    for service in SERVICES.values():
        for name, wait in service.get("depends_on", {}).items():
            lasts = "service_healthy" if name in LASTING else "service_completed_successfully"
            assert wait["condition"] == lasts


def test_volumes_are_declared_and_pictures_are_shared_with_the_proxy():
    used = {
        volume.split(":")[0]
        for service in SERVICES.values()
        for volume in service.get("volumes", [])
        if volume[0] != "."
    }
    assert used == set(COMPOSE["volumes"])
    assert "media:/data/media" in SERVICES["web"]["volumes"]
    assert "media:/srv/media:ro" in SERVICES["proxy"]["volumes"]
    assert not any("originals" in volume for volume in SERVICES["proxy"]["volumes"])


def test_django_finds_nothing_to_warn_of(tmp_path):
    checked = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", env=environment("web", tmp_path))
    assert checked.returncode == 0, checked.stdout
    assert "no issues" in checked.stdout


@pytest.mark.parametrize("name", OURS)
def test_its_command_exists(name, tmp_path):
    command, *arguments = SERVICES[name]["command"]
    assert command == "python"
    question = "--check-config" if "gunicorn" in arguments else "--help"
    tried = run(*arguments, question, env=environment(name, tmp_path))
    assert tried.returncode == 0, tried.stdout


def test_the_image_starts_the_web_server_as_compose_does():
    said = re.search(r"^CMD (.*)$", (ROOT / "Dockerfile").read_text(), re.MULTILINE)[1]
    assert yaml.safe_load(said) == SERVICES["web"]["command"]


def test_the_image_installs_from_the_lock_alone():
    installs = [line for line in (ROOT / "Dockerfile").read_text().splitlines() if "pip install" in line]
    assert installs
    assert all("--require-hashes --only-binary :all: -r /tmp/base.txt" in line for line in installs)


def test_no_secret_slips_into_the_image():
    assert ".*" in (ROOT / ".dockerignore").read_text().splitlines()
    assert "var" in (ROOT / ".dockerignore").read_text().splitlines()


def test_the_proxy_buffers_and_has_limits():
    text = re.sub(r"#.*", "", (ROOT / "deploy" / "nginx.conf").read_text())
    assert text.count("{") == text.count("}")
    for directive in (
        "proxy_buffering on",
        "proxy_request_buffering on",
        "client_max_body_size 60m",
        "client_header_timeout 15s",
        "client_body_timeout 30s",
        "proxy_set_header Host $http_host",
        "proxy_set_header X-Forwarded-Proto $scheme_of_reader",
    ):
        assert f"{directive};" in text
    assert re.findall(r"server (\S+);", text) == ["web:8000"]
    assert "originals" not in text

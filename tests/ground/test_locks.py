import json
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
LOCKS = sorted((ROOT / "requirements").glob("*.txt"))
NPM = [ROOT / "tools" / "npm", ROOT / "tools" / "npm-lighthouse"]


def test_each_list_of_requirements_has_its_lock():
    assert [lock.stem for lock in LOCKS] == sorted(path.stem for path in (ROOT / "requirements").glob("*.in"))


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_holds_no_address(lock):
    assert not re.search(r"http|://|--index|--extra-index|--find-links| @ ", lock.read_text())


@pytest.mark.parametrize("lock", LOCKS, ids=lambda lock: lock.stem)
def test_a_lock_fixes_the_content_of_every_package(lock):
    packages = re.split(r"\n(?=\S)", lock.read_text().strip())
    assert packages
    for package in packages:
        assert re.match(r"[a-z0-9-]+(\[[a-z,]+\])?==\S+", package), package
        assert "--hash=sha256:" in package, package


def test_what_is_installed_for_tests_agrees_with_what_runs():
    def versions(name):
        text = (ROOT / "requirements" / f"{name}.txt").read_text()
        return dict(re.findall(r"^([a-z0-9-]+)==(\S+)", text, re.MULTILINE))

    known = versions("base")
    for lock in ("test", "readers"):
        found = versions(lock)
        assert {name: found[name] for name in known.keys() & found.keys()} == {
            name: known[name] for name in known.keys() & found.keys()
        }
        known |= found


@pytest.mark.parametrize("folder", NPM, ids=lambda folder: folder.name)
def test_a_lock_of_npm_holds_hashes_and_no_address(folder):
    text = (folder / "package-lock.json").read_text()
    packages = {name: package for name, package in json.loads(text)["packages"].items() if name}
    assert packages
    assert all(package["integrity"].startswith("sha512-") for package in packages.values())
    assert "resolved" not in text
    assert "://" not in re.sub(r'"funding": (\{[^}]*\}|\[[^\]]*\])', "", text)


@pytest.mark.parametrize("folder", NPM, ids=lambda folder: folder.name)
def test_npm_is_told_to_keep_addresses_out_and_to_run_no_scripts(folder):
    told = (folder / ".npmrc").read_text().splitlines()
    assert {"omit-lockfile-registry-resolved=true", "ignore-scripts=true"} <= set(told)
    assert not any("://" in line for line in told)

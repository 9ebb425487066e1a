"""The audit of locked dependencies: what it finds in a lock that is bad in one way."""

import json
import shutil
from pathlib import Path

import pytest
from audit.__main__ import ROOT, audit
from audit.lock import Pin, normal, pins
from audit.rules import Known, known, licence_of, osv, unlicensed, unsafe

HASH = "--hash=sha256:" + "0" * 64


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """The locks of this checkout, to be spoiled."""
    shutil.copytree(ROOT / "requirements", tmp_path / "requirements")
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    return tmp_path


def test_our_own_locks_are_whole() -> None:
    """What CI runs: ``python3 dev.py audit``."""
    assert audit(ROOT) == []


@pytest.mark.parametrize(
    ("line", "found"),
    [
        (f"jinja2==3.1.2 {HASH}", "jinja2 3.1.2: CVE-2025-27516, mended in 3.1.6"),
        (f"Jinja2[i18n]==3.1.2 ; python_version > '3' {HASH}", "jinja2 3.1.2: CVE-2025-27516"),
        ("rich==15.0.0", "rich 15.0.0 has no hash"),
        (f"rich>=15.0.0 {HASH}", "is no exact version"),
        (f"rich @ https://files.example/rich.whl {HASH}", "is no exact version"),
        ("--extra-index-url https://index.example/simple", "is no exact version"),
        ("-e ./elsewhere", "is no exact version"),
        (f"pycrypto==2.6.1 {HASH}", "pycrypto is not kept any more"),
    ],
)
def test_a_bad_lock_fails(checkout: Path, line: str, found: str) -> None:
    """Whichever of the locks it is in."""
    with (checkout / "requirements" / "serve.txt").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")
    (said,) = audit(checkout)
    assert said.startswith("serve.txt, requirement ") and found in said


def test_what_is_wanted_and_not_locked_is_told(checkout: Path) -> None:
    run = checkout / "requirements" / "run.txt"
    run.write_text(run.read_text(encoding="utf-8").replace("xxhash==", "other-hash=="), encoding="utf-8")
    assert audit(checkout) == ["pyproject.toml: xxhash is in no lock; run: python3 dev.py lock"]


def test_a_version_that_is_not_wanted_is_told(checkout: Path) -> None:
    project = checkout / "pyproject.toml"
    project.write_text(project.read_text(encoding="utf-8").replace('"rich>=13.9"', '"rich>=999"'), encoding="utf-8")
    (said,) = audit(checkout)
    assert said.startswith("pyproject.toml: rich>=999 is locked to ")


@pytest.mark.parametrize(
    ("licence", "fine"),
    [
        ("MIT", True), ("Apache-2.0 OR GPL-3.0-only", True), ("MPL-2.0 AND MIT", True),
        ("(MIT OR GPL-2.0-only) AND BSD-3-Clause", True), ("AGPL-3.0-or-later", False), ("MIT AND GPL-3.0-only", False),
        ("GNU General Public License v3 (GPLv3)", False), ("", False), ("Proprietary", False),
    ],
)  # fmt: skip
def test_a_licence_that_was_not_agreed_on_is_told(licence: str, fine: bool) -> None:
    """Of alternatives one is enough; of parts each counts."""
    found = list(unlicensed([Pin("made", "1", 1, "x")], known().licences, {}, lambda _: licence))
    assert (found == []) is fine


def test_licences_are_read_of_what_is_installed() -> None:
    assert licence_of("pytest") == "MIT"
    assert licence_of("no-such-package-here") is None


def test_every_exception_and_advisory_has_what_it_needs() -> None:
    """Names in the form in which they are looked up, versions that can be compared."""
    facts: Known = known()
    for advisory in facts.advisories:
        assert normal(advisory["package"]) == advisory["package"] and advisory["id"].startswith(
            ("CVE-", "GHSA-", "PYSEC-")
        )
        assert list(unsafe([Pin(advisory["package"], "0.0.1", 1, "x")], facts.advisories))
    assert all(why and normal(name) == name for name, why in (*facts.excepted.items(), *facts.retired.items()))


def test_an_export_of_osv_is_looked_in(tmp_path: Path) -> None:
    """Versions in a range, or listed; not those mended, of another ecosystem, or withdrawn."""

    def advisory(name: str, **more: object) -> None:
        affected = {"package": {"name": "Made_Up", "ecosystem": "PyPI"}, **more}
        (tmp_path / f"{name}.json").write_text(json.dumps({"id": name, "summary": "x", "affected": [affected]}))

    advisory("IN-RANGE", ranges=[{"type": "ECOSYSTEM", "events": [{"introduced": "1.5"}, {"fixed": "2.1"}]}])
    advisory("MENDED", ranges=[{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"fixed": "2.0"}]}])
    advisory("LISTED", versions=["2.0"])
    advisory("LAST", ranges=[{"type": "ECOSYSTEM", "events": [{"introduced": "0"}, {"last_affected": "2.0"}]}])
    advisory("ELSEWHERE", package={"name": "made-up", "ecosystem": "npm"}, versions=["2.0"])
    (tmp_path / "W.json").write_text(
        json.dumps({"id": "W", "withdrawn": "2031-01-01", "affected": [{"versions": ["2.0"]}]})
    )
    found = list(osv([Pin("made-up", "2.0", 1, "run.txt, requirement 1")], tmp_path))
    assert sorted(line.split()[5] for line in found) == ["IN-RANGE", "LAST", "LISTED"]


def test_a_lock_is_read_as_pip_reads_it(tmp_path: Path) -> None:
    """Lines that go on, comments, markers, extras."""
    (tmp_path / "a.txt").write_text(
        f"# note\nA.b_C[x]==1.0 ; python_version < '4' \\\n    {HASH} \\\n    {HASH}\n\nd==2  # why\n", encoding="utf-8"
    )
    assert list(pins(tmp_path / "a.txt")) == [
        Pin("a-b-c", "1.0", 2, "a.txt, requirement 2"),
        Pin("d", "2", 0, "a.txt, requirement 4"),
    ]

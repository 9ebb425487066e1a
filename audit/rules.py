"""What is wrong with locked packages: each rule yields a sentence for each thing that it finds."""

import json
import re
import tomllib
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.version import InvalidVersion, Version

from audit.lock import Pin, normal

_FILE = Path(__file__).with_name("known.toml")


@dataclass(frozen=True, slots=True)
class Known:
    """What ``known.toml`` says: see there."""

    until: str
    advisories: tuple[Mapping[str, str], ...]
    retired: Mapping[str, str]
    licences: frozenset[str]
    excepted: Mapping[str, str]


def known(path: Path = _FILE) -> Known:
    """Return the list that stands beside this module."""
    data = tomllib.loads(path.read_text(encoding="utf-8"))
    return Known(
        data["until"], tuple(data["advisories"]), data["retired"], frozenset(data["licences"]), data["excepted"]
    )


def unhashed(pins: Iterable[Pin]) -> Iterator[str]:
    """A package that any file could be installed for."""
    for pin in pins:
        if not pin.hashes:
            yield f"{pin.where}: {pin.name} {pin.version} has no hash"


def unsafe(pins: Iterable[Pin], advisories: Iterable[Mapping[str, str]]) -> Iterator[str]:
    """A version older than the first that an advisory calls safe."""
    fixed: dict[str, list[Mapping[str, str]]] = {}
    for advisory in advisories:
        fixed.setdefault(normal(advisory["package"]), []).append(advisory)
    for pin in pins:
        for advisory in fixed.get(pin.name, ()):
            if Version(pin.version) < Version(advisory["fixed"]):
                yield f"{pin.where}: {pin.name} {pin.version}: {advisory['id']}, mended in {advisory['fixed']}"


def retired(pins: Iterable[Pin], names: Mapping[str, str]) -> Iterator[str]:
    """A package that nobody looks after any more."""
    for pin in pins:
        if why := names.get(pin.name):
            yield f"{pin.where}: {pin.name} is not kept any more: {why}"


def lacking(pins: Iterable[Pin], project: Mapping[str, Any]) -> Iterator[str]:
    """A requirement of ``pyproject.toml`` that ``pins``, those of run.txt, lack or hold in another version."""
    locked = {pin.name: pin.version for pin in pins}
    for line in project["project"]["dependencies"]:
        wanted = Requirement(line)
        version = locked.get(normal(wanted.name))
        if version is None:
            yield f"pyproject.toml: {wanted.name} is in no lock; run: python3 dev.py lock"
        elif not wanted.specifier.contains(version, prereleases=True):
            yield f"pyproject.toml: {line} is locked to {version}; run: python3 dev.py lock"


def unlicensed(
    pins: Iterable[Pin], allowed: frozenset[str], excepted: Mapping[str, str], said: Callable[[str], str | None]
) -> Iterator[str]:
    """An installed package whose licence is none of those agreed on; ``said`` gives a package's licence, None where it
    is not installed.
    """
    for name in sorted({pin.name for pin in pins} - set(excepted)):
        licence = said(name)
        if licence is not None and not _is_allowed(licence, allowed):
            yield f"{name}: its licence, {licence or 'not named'!r}, is none of those agreed on (audit/known.toml)"


def licence_of(name: str) -> str | None:
    """Return the licence that an installed package names: an SPDX expression, its classifiers, or a line of its own."""
    try:
        said = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return None
    if expression := said.get("License-Expression"):
        return str(expression)
    classifiers = [c.rpartition(" :: ")[2] for c in said.get_all("Classifier", []) if c.startswith("License :: ")]
    line = (said.get("License") or "").strip().partition("\n")[0]
    return " AND ".join(c for c in classifiers if c != "OSI Approved") or line


def osv(pins: Iterable[Pin], folder: Path) -> Iterator[str]:
    """A version that an advisory in an export of OSV names (https://osv.dev, one JSON file each)."""
    held: dict[str, list[Pin]] = {}
    for pin in pins:
        held.setdefault(pin.name, []).append(pin)
    for path in sorted(folder.rglob("*.json")):
        advisory = json.loads(path.read_text(encoding="utf-8"))
        if advisory.get("withdrawn"):
            continue
        for affected in advisory.get("affected", ()):
            package = affected.get("package", {})
            if package.get("ecosystem") != "PyPI":
                continue
            for pin in held.get(normal(package.get("name", "")), ()):
                if _is_affected(pin.version, affected):
                    yield f"{pin.where}: {pin.name} {pin.version}: {advisory['id']} {advisory.get('summary', '')[:80]}"


def _is_affected(version: str, affected: Mapping[str, Any]) -> bool:
    """Tell whether a version is listed, or lies in a range: introduced, and not mended since (OSV schema 1.6)."""
    if version in affected.get("versions", ()):
        return True
    for span in affected.get("ranges", ()):
        if span.get("type") == "GIT":
            continue
        is_in = False
        for event in sorted(span.get("events", ()), key=lambda e: _version(next(iter(e.values())))):
            if "introduced" in event and _version(event["introduced"]) <= Version(version):
                is_in = True
            if "fixed" in event and _version(event["fixed"]) <= Version(version):
                is_in = False
            if "last_affected" in event and _version(event["last_affected"]) < Version(version):
                is_in = False
        if is_in:
            return True
    return False


def _version(text: str) -> Version:
    try:
        return Version(text)
    except InvalidVersion:
        return Version("0")


def _is_allowed(licence: str, allowed: frozenset[str]) -> bool:
    """Tell whether all parts of an expression are allowed, of alternatives one."""
    text = licence.replace("(", " ").replace(")", " ") if " OR " in licence or " AND " in licence else licence
    parts = [[one.strip() for one in re.split(r"\s+OR\s+", part)] for part in re.split(r"\s+AND\s+", text)]
    return all(any(one in allowed for one in part) for part in parts)

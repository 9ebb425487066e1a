"""Packages with plug-ins, made on a path as an installer would: a module, and metadata with entry points."""

from collections.abc import Mapping
from pathlib import Path


def install(
    site: Path,
    name: str,
    groups: Mapping[str, Mapping[str, str]],
    module: str = "",
    files: Mapping[str, str] | None = None,
    version: str = "1.0",
) -> Path:
    """Write the package ``name`` with the code ``module`` into ``site``, and return that.

    ``groups`` are its entry points; with ``files`` it is a package that holds these beside its code.
    """
    info = site / f"{name.replace('-', '_')}-{version}.dist-info"
    info.mkdir(parents=True)
    (info / "METADATA").write_text(f"Metadata-Version: 2.1\nName: {name}\nVersion: {version}\n")
    lines = [f"[{group}]\n" + "".join(f"{n} = {t}\n" for n, t in points.items()) for group, points in groups.items()]
    (info / "entry_points.txt").write_text("\n".join(lines))
    package = name.replace("-", "_")
    if files is None:
        (site / f"{package}.py").write_text(module)
    else:
        (site / package).mkdir()
        (site / package / "__init__.py").write_text(module)
        for file, text in files.items():
            (site / package / file).write_text(text)
    return site

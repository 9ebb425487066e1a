"""The reference of the Python interface, made of what each public name says of itself.

python -m tests.golden.api_reference            write docs/reference/api.md anew
python -m tests.golden.api_reference --check    exit 1 if it would change
"""

import ast
import dataclasses
import difflib
import inspect
import sys
import textwrap
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import firsthand as fh

REFERENCE = Path(__file__).resolve().parents[2] / "docs" / "reference" / "api.md"
HEAD = """# Python

Made of the docstrings by `python -m tests.golden.api_reference`. Every example is run as a test, in a folder with the
sample news in `news/` and its corpus in `my-corpus/`; `corpus` is `fh.open("my-corpus")`, `text` and `other` are two
short articles.

    import firsthand as fh

Offsets are half-open spans of code points into an article's `text`; times are ISO 8601, as precise as they are known; a
share is a part of a whole, 0 to 1; None means not known. What firsthand raises on purpose is a `fh.FirsthandError`; the
errors named below are in `firsthand.errors`. What needs a package that is not installed says which extra has it.
"""
# The methods of the corpus by what they are for; a test holds that each is named once.
GROUPS = {
    "Adding and linking": "add trace link link_new add_documents",
    "Asking": "articles rejected stories statements why story_reasons check",
    "Data frames": "arrow pandas polars",
    "Everything at once": "tables tables_about repairs",
    "Writing": "export report",
    "Correcting": "merge split origin undo corrections",
    "Keeping": "verify repair compact backup find forget remember",
}


def reference() -> str:
    """Return the page: the functions, the corpus with its methods, the records, the errors."""
    public = [(name, getattr(fh, name)) for name in fh.__all__]
    parts = [HEAD]
    parts += ["## Functions\n", *(_function(f"fh.{n}", f, 3) for n, f in public if inspect.isfunction(f))]
    parts += ["## The corpus\n", _class("Corpus", fh.Corpus)]
    for title, names in GROUPS.items():
        parts.append(f"### {title}\n")
        parts += (_function(f"corpus.{name}", getattr(fh.Corpus, name), 4) for name in names.split())
    parts.append("## Records\n")
    parts += (
        _class(name, found)
        for name, found in public
        if inspect.isclass(found) and name not in ("Corpus", "FirsthandError")
    )
    parts += ["## Errors\n", _errors()]
    return "\n".join(parts)


def differences() -> list[str]:
    """Return unified differences between the page and what it would be."""
    old = REFERENCE.read_text(encoding="utf-8") if REFERENCE.exists() else ""
    return list(difflib.unified_diff(old.splitlines(), reference().splitlines(), REFERENCE.name, "now", lineterm=""))


def _function(name: str, found: Any, level: int) -> str:
    return f"{'#' * level} {name}\n\n```python\n{name}{_signature(found)}\n```\n\n{_prose(inspect.getdoc(found) or '')}"


def _signature(found: Any) -> str:
    """Return the arguments and the result as the code has them, one a line where the line would be long."""
    (node,) = ast.parse(textwrap.dedent(inspect.getsource(found))).body
    assert isinstance(node, ast.FunctionDef) and node.returns
    given = list(_arguments(node.args))
    result = ast.unparse(node.returns).strip("'")
    line = f"({', '.join(given)}) -> {result}"
    return line if len(line) < 80 else "(\n" + "".join(f"    {one},\n" for one in given) + f") -> {result}"


def _arguments(given: ast.arguments) -> Iterator[str]:
    by_place = [arg for arg in (*given.posonlyargs, *given.args) if arg.arg != "self"]
    without = len(by_place) - len(given.defaults)
    for n, arg in enumerate(by_place):
        yield _argument(arg, given.defaults[n - without] if n >= without else None)
    if given.vararg:
        yield f"*{_argument(given.vararg, None)}"
    elif given.kwonlyargs:
        yield "*"
    for arg, default in zip(given.kwonlyargs, given.kw_defaults, strict=True):
        yield _argument(arg, default)
    if given.kwarg:
        yield f"**{_argument(given.kwarg, None)}"


def _argument(arg: ast.arg, default: ast.expr | None) -> str:
    kind = f": {ast.unparse(arg.annotation)}" if arg.annotation else ""
    return f"{arg.arg}{kind}{f' = {ast.unparse(default)}' if default else ''}"


def _class(name: str, found: Any) -> str:
    parts = [f"### fh.{name}\n", _prose(inspect.getdoc(found) or "")]
    if name == "Corpus":
        return "\n".join(parts)
    if dataclasses.is_dataclass(found):
        parts.append("| field | type |\n|---|---|")
        parts += (f"| `{name}` | `{kind}` |" for name, kind in _fields(found))
        parts.append("")
    parts += list(_properties(found))
    return "\n".join(parts)


def _fields(found: Any) -> Iterator[tuple[str, str]]:
    """Yield the fields of a record with their types as the code has them."""
    (node,) = ast.parse(textwrap.dedent(inspect.getsource(found))).body
    assert isinstance(node, ast.ClassDef)
    for part in node.body:
        if isinstance(part, ast.AnnAssign):
            yield ast.unparse(part.target), ast.unparse(part.annotation).replace("|", "\\|")


def _properties(found: Any) -> Iterator[str]:
    own = [(n, p) for n, p in vars(found).items() if isinstance(p, property)]
    if own:
        yield "Also:\n"
        yield from (f"- `{name}`: {' '.join((inspect.getdoc(p) or '').split())}" for name, p in own)
        yield ""


def _prose(text: str) -> str:
    """Return a docstring as Markdown: code in single marks, examples as blocks."""
    lines: list[str] = []
    example = False
    for line in text.replace("``", "`").split("\n"):
        if line.startswith(">>>") and not example:
            lines.append("```pycon")
            example = True
        elif example and not line.strip():
            lines.append("```")
            example = False
        lines.append(line)
    return "\n".join([*lines, *(["```"] if example else []), ""])


def _errors() -> str:
    import firsthand.errors

    return f"```text\n{(inspect.getdoc(firsthand.errors) or '').strip()}\n```\n"


def run(arguments: list[str]) -> int:
    """Write or check."""
    if "--check" in arguments:
        changed = differences()
        print("\n".join(changed))
        return 1 if changed else 0
    REFERENCE.write_text(reference(), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))

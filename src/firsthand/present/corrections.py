"""What a user says, as a correction that can be kept: the ids that were shown, resolved to what they stand for."""

from collections.abc import Sequence
from dataclasses import replace

from firsthand.errors import InputError, NotFound
from firsthand.model import Article, Correction, CorrectionKind, Quotation, Relation, Statement, Story, Verb
from firsthand.present.labels import listed
from firsthand.present.safe import visible
from firsthand.present.tables import Tables
from firsthand.present.views.corrections import Found, standing
from firsthand.present.views.index import Index

_NAMES: dict[type, str] = {Article: "article", Story: "story", Statement: "statement", Quotation: "quotation"}
_PARTS: dict[type, type] = {Story: Article, Statement: Quotation}
_OWN = "own"
# Ours: characters of a name and of a note. They stand in every reason and on every page that the correction bears on.
_NAME, _NOTE = 200, 1_000
# Relations of an article to its own outlet's words and news; the others are to another's.
_OF_ITS_OWN = ("original", "independent")


def merge(tables: Tables, ids: Sequence[str], note: str | None = None) -> Correction:
    """Return what says that two stories or more are one, that statements are one utterance, or articles one text.

    Raises NotFound for an id that nothing has, InputError where the ids do not go together.
    """
    index = Index(tables)
    found = _several(index, ids)
    kinds = {type(f) for f in found}
    if len(kinds) > 1 or kinds == {Quotation}:
        raise InputError(
            f"{_listed(found)}: give stories, statements or articles, all of one kind; what stands in the wrong story "
            "or statement is first taken out of it with split"
        )
    return _made(index, "merge", found, tuple(_members(f) for f in found), note)


def split(tables: Tables, ids: Sequence[str], note: str | None = None) -> Correction:
    """Return what says that articles are not one text, or that something does not belong together.

    A story with articles of it: these are on another event. A statement with quotations of it: they report something
    else. Two stories or two statements: they are not one, also where they were merged before, by the ids that they had
    then. Raises NotFound for an id that nothing has, InputError where the ids do not go together.
    """
    index = Index(tables)
    if earlier := _merged_before(tables, ids):
        before = (f"made one by correction {earlier.number}",)
        said = _noted(note)
        return Correction(0, "", "split", earlier.kind, tuple(ids), earlier.groups, note=said, before=before)
    found = _several(index, ids)
    whole, parts = found[0], found[1:]
    groups: tuple[tuple[str, ...], ...]
    if len({type(f) for f in found}) == 1 and not isinstance(whole, Quotation):
        groups = tuple(_members(f) for f in found)
    elif isinstance(whole, Story | Statement) and {type(p) for p in parts} == {_PARTS[type(whole)]}:
        groups = _taken_out(index, whole, parts)
    else:
        raise InputError(
            f"{_listed(found)}: give articles; or a story and articles of it; or a statement and quotations of it; or "
            "two stories; or two statements"
        )
    return _made(index, "split", found, groups, note)


def origin(
    tables: Tables, article: str, name: str, relation: Relation | None = None, note: str | None = None
) -> Correction:
    """Return what says whose words an article carries: an outlet's or agency's, "own" or "unknown".

    Raises NotFound for an id that nothing has, InputError for one of something else, or a relation that cannot be.
    """
    index = Index(tables)
    (found,) = _several(index, [article], least=1)
    if not isinstance(found, Article):
        raise InputError(f"{article}: is a {_NAMES[type(found)]}; give the id of an article")
    name = _line(name, "name", _NAME)
    if not name:
        raise InputError("no name is given: whose words are they? own and unknown will do too")
    own = name.casefold() == _OWN
    fitting = (
        _OF_ITS_OWN if own else ("verbatim",) if name.casefold() == "unknown" else ("verbatim", "partial", "cites")
    )
    if relation is not None and relation not in fitting:
        whose = "give the name of whom it has them from" if own else f"it can be {listed(fitting)} of {name}"
        raise InputError(f"--relation {relation} and {name} do not go together: {whose}")
    made = _made(index, "origin", [found], ((found.id,),), note)
    return replace(made, name=name, relation=relation)


def taken_back(tables: Tables, number: int) -> Correction:
    """Return the correction that is to be taken back. Raises NotFound where there is none that stands."""
    found = next((c for c in tables.corrections if c.number == number), None)
    if found is None or found.undone:
        said = "was taken back already" if found else "was never made"
        raise NotFound(f"correction {number} {said}; firsthand corrections lists them")
    return found


def _made(
    index: Index, verb: Verb, found: Sequence[Found], groups: tuple[tuple[str, ...], ...], note: str | None
) -> Correction:
    kind: CorrectionKind = "text"
    if isinstance(found[0], Story):
        kind = "story"
    elif isinstance(found[0], Statement):
        kind = "statement"
    given = tuple(index.name(f.id) for f in found)
    before = tuple(standing(index, f) for f in found)
    return Correction(0, "", verb, kind, given, groups, note=_noted(note), before=before)


def _noted(note: str | None) -> str | None:
    return _line(note, "note", _NOTE) or None if note else None


def _line(text: str, what: str, most: int) -> str:
    """Return what the user wrote on one line, without characters that cannot be seen. Raises InputError if too long."""
    line = " ".join(visible(text).split())
    if len(line) > most:
        raise InputError(f"the {what} has {len(line):,} characters; {most:,} are the most that is kept")
    return line


def _several(index: Index, ids: Sequence[str], least: int = 2) -> list[Found]:
    """Return what has each of the ids. Raises InputError where they are too few, or two of them are the same."""
    found = [index.quotations.get(i) or index.find(i) for i in ids]
    if len({f.id for f in found}) < max(least, len(found)):
        said = "give two ids at least" if len(ids) < least else "the same is given twice"
        raise InputError(f"{' '.join(ids)}: {said}")
    return found


def _members(found: Found) -> tuple[str, ...]:
    match found:
        case Story():
            return found.articles
        case Statement():
            return found.quotations
    return (found.id,)


def _taken_out(index: Index, whole: Story | Statement, parts: Sequence[Found]) -> tuple[tuple[str, ...], ...]:
    """Return what is left of a story or statement, and what is taken out of it, together."""
    out = tuple(p.id for p in parts)
    members = _members(whole)
    for identity in out:
        if identity not in members:
            raise InputError(f"{index.name(identity)} is not in the {_NAMES[type(whole)]} {whole.id}")
    rest = tuple(m for m in members if m not in out)
    if not rest:
        raise InputError(f"nothing would be left of the {_NAMES[type(whole)]} {whole.id}")
    return rest, out


def _merged_before(tables: Tables, ids: Sequence[str]) -> Correction | None:
    """Return the last merge that still stands and was made with all of the ids."""
    for c in sorted(tables.corrections, key=lambda c: -c.number):
        if c.verb == "merge" and c.kind != "text" and c.undone is None and len(ids) > 1 and set(ids) <= set(c.given):
            wanted = tuple(group for i, group in zip(c.given, c.groups, strict=True) if i in ids)
            return replace(c, groups=wanted)
    return None


def _listed(found: Sequence[Found]) -> str:
    names = [_NAMES[type(f)] for f in found]
    return f"{listed([f'a {n}' if n[0] not in 'aeiou' else f'an {n}' for n in names])} do not go together"

"""Titles and descriptions: "the Norlandic top diplomat" may mean the one whom another article calls a foreign minister.

A phrase is its head ("minister"), the words that narrow it ("foreign"), its countries, and its status: acting, former
and deputy ones are other people. Words for one office are in ``data/offices.csv``.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from functools import cache, lru_cache

from firsthand.data import offices, organisations, publisher_named, titles
from firsthand.link.statements.speakers.letters import REMEMBERED, word_set
from firsthand.link.statements.speakers.nations import with_nations

# A description of more words is a sentence (ours): bounds the work.
LONGEST = 16
_LINKS = word_set("of for to in at on with from who that which by and")
_DEFINITE = word_set("the this that")
# "A minister" may be anybody, and of "his minister" it is not told whose.
_INDEFINITE = word_set(
    "a an one another some any several many most few no every each two three four five his her its their our my your "
    "other fellow unnamed"
)
_STATUS = {
    **dict.fromkeys(("acting", "interim", "caretaker"), "acting"),
    **dict.fromkeys(("former", "ex", "onetime", "then", "late", "retired", "ousted", "emeritus"), "former"),
    **dict.fromkeys(("deputy", "vice", "assistant", "associate", "under", "junior"), "deputy"),
    **dict.fromkeys(("elect", "designate", "incoming", "nominee", "candidate", "would", "aspiring"), "to be"),
    "shadow": "shadow",
}
# Words that tell nobody apart.
_EMPTY = word_set("top senior current new longtime long time country nation s mr mrs ms dr sir the a an")
# What many in a story may be, named or not: one is meant only where more is said of them ("the Yale historian").
_COMMON = word_set(
    "officer agent trooper detective sergeant inspector constable captain lieutenant attorney lawyer counsel barrister "
    "solicitor doctor surgeon nurse midwife paramedic author novelist poet playwright actor actress comedian singer "
    "rapper musician composer producer screenwriter photographer artist designer chef journalist reporter editor "
    "correspondent columnist presenter broadcaster anchor commentator activist campaigner whistleblower analyst "
    "economist historian scientist researcher epidemiologist virologist astronaut cosmonaut professor lecturer fellow "
    "academic scholar businessman businesswoman entrepreneur billionaire tycoon investor trader strategist consultant "
    "adviser advisor aide candidate nominee spokesman spokeswoman spokesperson player striker midfielder goalkeeper "
    "defender winger pitcher catcher soldier politician executive leader member "
    "group organisation organization charity company firm corporation government administration military army force "
    "forces coalition alliance agency network magazine newspaper paper channel station team club league movement party "
    "service unit campaign school college university hospital church union manager"
)
_NO_ROLES = word_set("fan star user caller host local royal family conservative liberal private lama council")
_ADDED_ROLES = word_set("reporter correspondent general major leader head chief boss chair cop banker soldier")
_DEMONYM_ENDINGS = ("ian", "ish", "ese", "an", "ic", "er", "ia", "a", "n", "s")
_LONG_ENOUGH = 5  # letters that a place and its people's name must share (ours)


@dataclass(frozen=True, slots=True)
class Form:
    """One way to name an office: its head, and the words that narrow it."""

    head: str
    scope: frozenset[str]

    def narrowed_by(self, other: "Form") -> bool:
        """Tell whether this is said of whoever ``other`` is said of: the same head, and no word that it has not."""
        return self.head == other.head and all(_within(word, other.scope) for word in self.scope)


@dataclass(frozen=True, slots=True)
class Title:
    """What someone is called: all forms that mean the same, and broader words that fit too."""

    forms: frozenset[Form]
    broader: frozenset[Form]
    countries: frozenset[str]
    status: frozenset[str]

    def fits(self, bearer: "Title") -> bool:
        """Tell whether this, as a description, says nothing of ``bearer`` but what that title says too."""
        if self.status != bearer.status or not self.countries <= bearer.countries:
            return False
        return any(mine.narrowed_by(theirs) for mine in self.forms for theirs in bearer.forms | bearer.broader)

    @property
    def common(self) -> bool:
        """Whether this is what several in a story may be, and nothing more."""
        return not self.countries and any(form.head in _COMMON and not form.scope for form in self.forms)

    def joined(self, other: "Title") -> "Title":
        """Return what two titles of one person and one status say together."""
        return Title(
            frozenset(_together([*self.forms, *other.forms])),
            frozenset(_together([*self.broader, *other.broader])),
            self.countries | other.countries,
            self.status,
        )


@lru_cache(REMEMBERED)
def title(phrase: str) -> Title | None:
    """Return the office that a phrase names of a person, or None where its head is no role."""
    return _parsed(phrase, "person")


@lru_cache(REMEMBERED)
def body(phrase: str) -> Title | None:
    """Return the same of a body: "Norlandia's Foreign Ministry", or None where its head names no body."""
    return _parsed(phrase, "body")


def title_word(word: str) -> bool:
    """Tell whether a small word is part of a title: "foreign", "minister", "acting"."""
    return word in _title_words()


def body_head(word: str) -> bool:
    """Tell whether a word is what names of bodies end in: "office", "Ministry"."""
    return word.lower() in _heads("body")


def definite(phrase: str) -> bool:
    """Tell whether a description is of one whom the reader is to know: "the minister", "Norlandia's top diplomat"."""
    first = phrase.lower().split(maxsplit=1)[:1]
    return bool(first) and first[0] not in _INDEFINITE


def _parsed(phrase: str, kind: str) -> Title | None:
    found = with_nations(phrase)
    if not found or len(found) > LONGEST or _outlet(phrase):
        return None
    countries = frozenset(word for word in found if word.startswith("="))
    kept = [word for word in found if word not in countries and not word.isdigit()]
    status = frozenset(_STATUS[word] for word in kept if word in _STATUS)
    plain = [word for word in kept if word not in _STATUS]
    form = _form(plain)
    if form is None or form.head not in _heads(kind):
        return None
    forms, broader = _offices(form, kind)
    return Title(forms, broader, countries, status)


def _outlet(phrase: str) -> bool:
    """Tell whether a phrase is an outlet's name that reads like a calling: "The Economist", but not "the economist"."""
    return phrase.split()[-1][:1].isupper() and publisher_named(phrase) is not None


def _form(words: list[str]) -> Form | None:
    """Return the head before the first link word, and all words about it."""
    while words and words[0] in _DEFINITE | _INDEFINITE:
        words = words[1:]
    end = next((n for n, word in enumerate(words) if n and word in _LINKS), len(words))
    if not end or not words:
        return None
    scope = frozenset(words[: end - 1] + words[end:]) - _LINKS - _DEFINITE
    return Form(words[end - 1], scope)


def _offices(form: Form, kind: str) -> tuple[frozenset[Form], frozenset[Form]]:
    """Return all forms for the office that a form names, by the longest of its names, and the broader ones."""
    able = [pair for pair in _table(kind) if pair[0].head == form.head and pair[0].scope <= form.scope]
    longest = max((len(name.scope) for name, _ in able), default=0)
    meant = [(name, office) for name, office in able if len(name.scope) == longest]
    rests = [(form.scope - name.scope, office) for name, office in meant]
    forms = {_told(Form(office.form.head, office.form.scope | rest)) for rest, office in rests}
    broader = {_told(Form(word, rest)) for rest, office in rests for word in office.broader}
    if not any(office.whole and name == office.own for name, office in meant):
        # "Top diplomat" keeps its "top", so that it does not mean any diplomat.
        forms.add(form if longest else _told(form))
    return frozenset(forms), frozenset(broader)


def _told(form: Form) -> Form:
    return Form(form.head, form.scope - _EMPTY)


@dataclass(frozen=True, slots=True)
class _Office:
    own: Form
    form: Form  # what stands for the office: its name, where that is whole as one head
    broader: tuple[str, ...]
    whole: bool


@cache
def _table(kind: str) -> tuple[tuple[Form, _Office], ...]:
    """Return every name of an office of that kind with the office."""
    out: list[tuple[Form, _Office]] = []
    for row in (o for o in offices() if o.kind == kind):
        own = _named(row.office)
        entry = _Office(own, Form(row.office, frozenset()) if row.whole else own, row.broader, row.whole)
        out += [(own, entry), *((_named(name), entry) for name in row.alike)]
    return tuple(out)


def _named(name: str) -> Form:
    words = with_nations(name)
    form = _form([word for word in words if word not in _STATUS] or words)
    assert form is not None, f"offices.csv: {name!r} has no head"
    return form


@cache
def _title_words() -> frozenset[str]:
    phrases = [t.title for t in titles()] + [n for o in offices() if o.kind == "person" for n in (o.office, *o.alike)]
    return frozenset(w for phrase in phrases for w in phrase.replace("-", " ").split()) - _LINKS | set(_STATUS)


@cache
def _heads(kind: str) -> Collection[str]:
    listed = {form.head for form, _ in _table(kind)}
    if kind == "body":
        return frozenset(o.name.lower().split()[-1] for o in organisations() if o.kind == "head") | listed
    # Role nouns are of anybody ("the boy", "the source"), but for those that name an office.
    words = [t.title.lower().replace("-", " ").split() for t in titles() if t.kind != "role_noun"]
    heads = {next((w[n - 1] for n in range(1, len(w)) if w[n] in _LINKS), w[-1]) for w in words}
    return frozenset(heads | listed | _ADDED_ROLES) - _NO_ROLES


def _together(forms: Iterable[Form]) -> list[Form]:
    """Return one form a head, with all words that narrow it."""
    scopes: dict[str, frozenset[str]] = {}
    for form in forms:
        scopes[form.head] = scopes.get(form.head, frozenset()) | form.scope
    return [Form(head, scope) for head, scope in scopes.items()]


def _within(word: str, scope: frozenset[str]) -> bool:
    return word in scope or any(_place_and_people(word, other) for other in scope)


def _place_and_people(a: str, b: str) -> bool:
    """Tell whether two words are a place and its people: "Norlandia" and "Norlandic"."""
    return any(len(stem) >= _LONG_ENOUGH for stem in _stems(a) & _stems(b))


@lru_cache(REMEMBERED)
def _stems(word: str) -> frozenset[str]:
    return frozenset({word, *(word.removesuffix(ending) for ending in _DEMONYM_ENDINGS)})

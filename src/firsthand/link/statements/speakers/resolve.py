"""From quotations, articles and stories to one name for each speaker; see the package for the rules."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence

from firsthand.link.statements.speakers import bearers, bodies
from firsthand.link.statements.speakers.names import parse
from firsthand.link.statements.speakers.spelling import ANONYMOUS, Who, spelt
from firsthand.link.statements.speakers.story import Told
from firsthand.link.statements.speakers.titles import Title, definite, title
from firsthand.model import Annotation, Article, Mention, MentionKind, Quotation
from firsthand.text import words

# A quotation with its article and its story.
Found = tuple[Article, Quotation, str]
_SEVERAL = " and "


def one_spelling(
    found: Sequence[Found],
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    story_of: Mapping[str, str],
) -> dict[str, str | None]:
    """Return for each quotation's id its speaker in the corpus's one spelling, "anonymous", or None.

    ``annotations``, by article, tell who is named though never quoted; an article without a story is its own.
    """
    kinds = {name: {_shown(m.name): m.kind for m in a.mentions} for name, a in annotations.items()}
    stories = _stories(found, articles, annotations, story_of, kinds)
    known: dict[tuple[str, str | None, str], Who | None] = {}
    who: dict[str, Who | None] = {}
    for article, q, story in found:
        asked = article.id, q.speaker, _mention(article, q)
        if q.speaker is None or asked not in known:
            known[asked] = _Asked(article, q, kinds.get(article.id, {})).who(story, stories[story])
        who[q.id] = known[asked]
    names = spelt([(story, article.id, q.speaker, who[q.id]) for article, q, story in found], stories)
    return {q.id: q.speaker if (w := who[q.id]) is None else names.get(w, q.speaker) for _, q, _ in found}


def _stories(
    found: Iterable[Found],
    articles: Mapping[str, Article],
    annotations: Mapping[str, Annotation],
    story_of: Mapping[str, str],
    kinds: Mapping[str, Mapping[str, MentionKind]],
) -> dict[str, Told]:
    """Return what each story tells of people and bodies."""
    quoted: dict[str, dict[str, str]] = defaultdict(dict)
    for article, q, story in found:
        if q.speaker is not None:
            quoted[story].setdefault(q.speaker, _kind(q.speaker, kinds.get(article.id, {})))
    told: dict[str, list[tuple[Article, Annotation]]] = defaultdict(list)
    for name in sorted(annotations):
        told[story_of.get(name, name)].append((articles[name], annotations[name]))
    return {story: Told(told.get(story, ()), quoted[story]) for _, _, story in found}


class _Asked:
    """One quotation whose speaker is sought."""

    def __init__(self, article: Article, quotation: Quotation, kinds: Mapping[str, MentionKind]) -> None:
        self._text = article.text
        self._quotation = quotation
        self._kinds = kinds
        self._mention = _mention(article, quotation)

    def who(self, story: str, told: Told) -> Who | None:
        """Return whom its speaker is in the story; None for anonymous, and where nobody can tell."""
        speaker = self._quotation.speaker
        if speaker == ANONYMOUS:
            return None
        if speaker is None:
            return self._described(story, told)
        kind = _kind(speaker, self._kinds)
        if kind == "person" and (person := self._person(speaker, told)) is not None:
            return Who(story, person, "")
        if kind == "description" and (described := self._described(story, told)) is not None:
            return described
        if kind in ("organisation", "description"):
            return Who(story, None, self._body(speaker, told, named=kind == "organisation"))
        return Who(story, None, " ".join(parse(speaker).words) if kind == "person" else bodies.key(speaker))

    def _person(self, speaker: str, told: Told) -> int | None:
        """Return whom a name means; of several the one who bears the title beside it ("Minister Varga")."""
        able = told.people.find(speaker)
        if len(able) < 2:
            return next(iter(able), None)
        return next((told.holder(t, able) for t in self._titles(speaker)), None)

    def _titles(self, speaker: str) -> Iterator[Title]:
        at = self._mention.rfind(speaker.split(" ")[-1])
        if at >= 0 and self._quotation.speaker_start is not None:
            start = self._quotation.speaker_start + at
            yield from bearers.titles(self._text, Mention(start, start + 1, "person", speaker, speaker))

    def _body(self, speaker: str, told: Told, *, named: bool) -> str:
        full = not named or set(words(speaker)) <= set(words(self._mention))
        able = [self._mention] if full and _points(self._mention) else []
        able += [speaker] if named else []
        return next((key for name in able if (key := told.bodies.find(name)) is not None), bodies.key(speaker))

    def _described(self, story: str, told: Told) -> Who | None:
        """Return whom a description that the article leaves open means: the one person, or body, whom it fits."""
        phrase, start = self._mention, self._quotation.speaker_start
        if start is None or not definite(phrase):
            return None
        described = title(phrase)
        if described is not None:
            meant = bearers.fuller(self._text, start, described)
            person = None if meant is None or meant.common else told.holder(meant)
            return None if person is None else Who(story, person, "")
        body = told.bodies.find(phrase) if _points(phrase) else None
        return None if body is None else Who(story, None, body)


def _mention(article: Article, quotation: Quotation) -> str:
    """Return the words beside the cue that say who speaks."""
    if quotation.speaker_start is None or quotation.speaker_end is None:
        return ""
    return article.text[quotation.speaker_start : quotation.speaker_end]


def _kind(speaker: str, kinds: Mapping[str, MentionKind]) -> str:
    """Return what a speaker's name is: person, organisation, description, or several."""
    if _SEVERAL in speaker:
        return "several"
    kind = kinds.get(speaker)
    if kind in ("person", "organisation") and not (speaker.isupper() and title(speaker)):  # "the CEO" is no body
        return kind
    small = speaker == speaker.lower() and speaker.isascii()
    return "description" if small or title(speaker) is not None else "person"


def _points(phrase: str) -> bool:
    """Tell whether a phrase is of one body that the reader is to know: "the ministry", "Norlandia's ministry"."""
    return phrase.lower().startswith("the ") or (phrase[:1].isupper() and ("'s " in phrase or "’s " in phrase))


def _shown(name: str) -> str:
    return name.removeprefix("The ").removeprefix("the ")

"""What each language lacks is stated, and what is stated is so: the table, the page and the summary."""

import re
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from firsthand.annotate import Annotate
from firsthand.data.languages import NAMES, READ, READINGS, Reading, lacking, name_of, read
from firsthand.model import Annotation
from firsthand.present.terminal import summary
from tests.factories import article
from tests.language_probes import PROBES, Probe
from tests.present.invented import tables

PAGE = Path(__file__).resolve().parents[1] / "docs" / "reference" / "languages.md"
CALLED = {"quotations": "quotations by marks"}


def noted(language: str, text: str) -> Annotation:
    """Return the annotation of a text published the day after the dates in it."""
    return Annotate().annotate(replace(article("a", text, published="2031-03-05"), language=language))


def dates(language: str, p: Probe) -> bool:
    return "2031-03-04" in [d.value for d in noted(language, p.dated).dates]


def names(language: str, p: Probe) -> bool:
    return (p.person, "person") in [(m.name, m.kind) for m in noted(language, p.named).mentions]


def quotations(language: str, p: Probe) -> bool:
    return [q.type for q in noted(language, p.marked).quotations] == ["direct"]


def indirect(language: str, p: Probe) -> bool:
    return [q.type for q in noted(language, p.indirect).quotations] == ["indirect"]


def speakers(language: str, p: Probe) -> bool:
    return [q.speaker for q in noted(language, p.marked).quotations] == [p.speaker]


def credits(language: str, p: Probe) -> bool:  # noqa: A001
    return [c.kind for c in noted(language, p.credited).credits] == ["attribution"]


TRIES: dict[Reading, Callable[[str, Probe], bool]] = {
    "dates": dates,
    "names": names,
    "quotations": quotations,
    "indirect speech": indirect,
    "speakers": speakers,
    "credits": credits,
}


@pytest.mark.parametrize("language", PROBES)
@pytest.mark.parametrize("reading", READINGS)
def test_the_table_says_what_comes_of_a_text(language: str, reading: Reading) -> None:
    """Neither more nor less: who teaches firsthand a language is told to say so."""
    assert TRIES[reading](language, PROBES[language]) == (reading in READ[language])


def test_every_language_of_the_table_is_tried_and_named() -> None:
    """And the readings stand in one order."""
    assert set(READ) == set(PROBES) <= set(NAMES)
    assert all(list(known) == [r for r in READINGS if r in known] for known in READ.values())


def test_what_is_read_and_lacking_make_all_readings() -> None:
    """Regions do not matter; an unknown language is tried as English, one without an entry lacks everything."""
    assert read("pt-BR") == read("PT_br") == read("pt") and name_of("pt-BR") == "Portuguese"
    assert not lacking(None) and not lacking("en-GB") and lacking("sw") == READINGS
    assert name_of("qqq") == "qqq"
    assert all(set(read(x)) | set(lacking(x)) == set(READINGS) for x in READ)


def table() -> str:
    """Return the table of the page as the code has it."""
    columns = [*(CALLED.get(r, r) for r in READINGS), "statements across languages", "stories across languages"]
    rows = [f"| language | {' | '.join(columns)} |", "|---" * (len(columns) + 1) + "|"]
    for language in sorted(READ, key=lambda x: (-len(READ[x]), name_of(x))):
        cells = ["yes" if r in READ[language] else "–" for r in READINGS]
        rows.append(f"| {' | '.join([name_of(language), *cells, 'encoder', 'encoder'])} |")
    return "\n".join(rows)


def test_the_page_has_the_table() -> None:
    """``python -m tests.test_languages`` writes it."""
    found = re.search(r"(?<=-->\n)\|.*?(?=\n<!-- end)", PAGE.read_text(encoding="utf-8"), flags=re.DOTALL)
    assert found is not None and found.group() == table()


def test_the_summary_says_what_is_not_read() -> None:
    """A line a language, the most frequent first; English alone needs none."""
    made = tables()
    assert "1 article in French: names, quotations, speakers and credits only; not read: dates, indirect speech" in (
        re.sub(r"\s+", " ", summary(made))
    )
    turkish = [replace(a, language="tr") for a in made.articles]
    assert "12 articles in Turkish: names only" in summary(replace(made, articles=turkish))
    assert "only; not read" not in summary(replace(made, articles=[replace(a, language="en") for a in made.articles]))


def test_a_corpus_of_many_languages_has_a_bounded_summary() -> None:
    """The rest is counted."""
    made = tables()
    codes = ["sw", "th", "he", "hi", "ja", "ko", "fa", "la"]
    many = [replace(a, language=c) for a, c in zip(made.articles, codes, strict=False)]
    text = re.sub(r"\s+", " ", summary(replace(made, articles=many)))
    assert "1 article in Hebrew: words only; not read: dates, names" in text
    assert "and 2 more languages, of which not all is read" in text


if __name__ == "__main__":
    page = PAGE.read_text(encoding="utf-8")
    start, end = page.index("-->\n|") + 4 if "-->\n|" in page else page.index("| language"), page.index("\n<!-- end")
    PAGE.write_text(page[:start] + table() + page[end:], encoding="utf-8")

"""Lineage and counts follow what articles show: credits, shared passages, translations, and time."""

from collections.abc import Sequence

from firsthand.link.copies import find_copies
from firsthand.model import Annotation, Article, Attribution, Count, Difference, Lineage, Statement, Story
from firsthand.trace import Trace, trace
from firsthand.trace.evidence.publishers import Publishers
from tests.factories import annotation, article, credit, quotation

LEAD = "The lighthouse at Cape Orrin went dark on Monday night when a storm tore the roof off its engine house."
MORE = (
    "Keepers lit oil lamps in the gallery and warned two freighters by radio, the coast service reported, and the "
    "beam was working again before dawn after a generator had been carried up the cliff by hand.",
    "The storm also closed the coast road for nine hours and left four hundred houses in the valley without power.",
)
OWN = (
    "Nobody slept in the village below the cape. Families stood on the harbour wall with torches and watched for the "
    "lamps of the ships that were due that night.",
    "By breakfast the bakery had handed out six hundred rolls, its owner counted, and the school stayed shut.",
)
SPEECH_ONE = "We will not sell a single acre of the marsh, whatever price the company puts on the table"
SPEECH_TWO = "Not one acre of our marshland is going to be sold, no matter what the firm is offering"


def run(
    *articles: Article,
    notes: Sequence[Annotation] = (),
    statements: Sequence[Statement] = (),
    differences: Sequence[Difference] = (),
) -> Trace:
    known = {a.article: a for a in notes}
    everything = {a.id: known.get(a.id) or annotation(a) for a in articles}
    story = Story("story", "Headline", tuple(a.id for a in articles), None, None)
    attributions = [
        Attribution(q.id, q.article, q.speaker, q.speaker, "") for note in everything.values() for q in note.quotations
    ]
    copies = find_copies(articles, everything)
    return trace({a.id: a for a in articles}, everything, copies, [story], statements, attributions, differences)


def of(result: Trace, name: str) -> Lineage:
    return next(line for line in result.lineages if line.article == name)


def count(result: Trace, subject: str = "story") -> Count:
    return next(c for c in result.counts if c.subject == subject)


def edges(result: Trace) -> set[tuple[str, str, str]]:
    return {(e.source, e.target, e.evidence) for e in result.edges}


def the_agency_page(name: str = "agency") -> Article:
    return article(
        name, f"CAPE ORRIN (AP) — {LEAD}", *MORE, publisher="Associated Press", published="2031-03-04T06:00:00Z"
    )


def test_an_agency_page_and_its_credited_reprint_are_one_origin() -> None:
    """The agency's page is the original, the reprint verbatim, and they count once."""
    source = the_agency_page()
    reprint = article(
        "paper", f"CAPE ORRIN (AP) — {LEAD}", *MORE, publisher="The Orrin Post", published="2031-03-04T08:00:00Z"
    )
    notes = [
        annotation(source, credit(source, "(AP)", "Associated Press", "dateline")),
        annotation(reprint, credit(reprint, "(AP)", "Associated Press", "dateline")),
    ]
    result = run(source, reprint, notes=notes)
    assert of(result, "agency").relation == "original"
    assert of(result, "agency").origin == "own"
    assert (of(result, "paper").relation, of(result, "paper").origin) == ("verbatim", "Associated Press")
    assert of(result, "agency").family == of(result, "paper").family is not None
    assert (count(result).low, count(result).high) == (1, 1)
    assert edges(result) == {("agency", "paper", "credit")}
    assert [r.text for r in of(result, "agency").reasons] == [
        "shares 433 characters with The Orrin Post, published 2 h later"
    ]


def test_an_uncredited_copy_is_traced_by_the_text_it_shares() -> None:
    """Without a credit the shared passage tells, and the reason says how much was seen, and when."""
    source = the_agency_page()
    copy = article("paper", LEAD, *MORE, publisher="The Orrin Post", published="2031-03-04T09:00:00Z")
    result = run(source, copy, notes=[annotation(source, credit(source, "(AP)", "Associated Press", "dateline"))])
    line = of(result, "paper")
    assert (line.relation, line.origin, line.rests_on) == ("verbatim", "Associated Press", ("Associated Press",))
    assert any("shares" in r.text and "published 3 h earlier" in r.text for r in line.reasons)
    assert any(r.rule == "no-credit" for r in line.reasons)
    assert edges(result) == {("agency", "paper", "copied")}


def test_an_uncredited_copy_is_traced_through_a_credited_one_when_the_agency_is_not_there() -> None:
    """Two papers carry one text and one of them names the agency: both rest on it."""
    credited = article("one", f"CAPE ORRIN (AP) — {LEAD}", *MORE, publisher="The Orrin Post")
    silent = article("two", LEAD, *MORE, publisher="Valley News")
    result = run(
        credited, silent, notes=[annotation(credited, credit(credited, "(AP)", "Associated Press", "dateline"))]
    )
    assert of(result, "two").origin == "Associated Press"
    assert count(result).origins == ("Associated Press",)
    assert ("Associated Press", "two", "inferred") in edges(result)
    assert ("Associated Press", "one", "credit") in edges(result)


def test_a_photo_credit_is_no_text_credit() -> None:
    """Whose picture it is says nothing of whose words."""
    paper = article("paper", *OWN, "Photo: AP", publisher="The Orrin Post", kinds=("body", "body", "caption"))
    result = run(paper, notes=[annotation(paper, credit(paper, "Photo: AP", "Associated Press", "photo"))])
    assert (of(result, "paper").relation, of(result, "paper").origin) == ("independent", "own")


def test_own_wording_and_no_credit_is_independent() -> None:
    """Two outlets in their own words are two origins."""
    result = run(the_agency_page(), article("paper", *OWN, publisher="The Orrin Post"))
    assert of(result, "paper").relation == "independent"
    assert (count(result).low, count(result).high) == (2, 2)


def test_a_load_bearing_citation_makes_an_article_rest_on_whom_it_cites() -> None:
    """Own words, but the news is had from the agency."""
    paper = article(
        "paper", "The lighthouse went dark, according to the Associated Press.", *OWN, publisher="The Orrin Post"
    )
    note = annotation(paper, credit(paper, "according to the Associated Press", "Associated Press", "attribution"))
    result = run(the_agency_page(), paper, notes=[note])
    line = of(result, "paper")
    assert (line.relation, line.origin) == ("cites", "own")
    assert line.rests_on == ("Associated Press",)
    assert count(result).high == 1


def test_an_interview_told_by_a_broadcaster_rests_on_the_broadcaster() -> None:
    """Everyone else who writes it up cites the broadcaster."""
    paper = article("paper", "The keeper told CNN that he had never seen such waves.", *OWN, publisher="The Orrin Post")
    result = run(paper, notes=[annotation(paper, credit(paper, "told CNN", "CNN", "interview"))])
    assert (of(result, "paper").relation, of(result, "paper").rests_on) == ("cites", ("CNN",))


def test_an_interview_given_to_several_outlets_is_a_public_occasion() -> None:
    """What three broadcasters were told together rests on none of them alone."""
    paper = article(
        "paper",
        "The keeper said in an interview with CNN, the BBC and CBS News that waves broke.",
        *OWN,
        publisher="The Orrin Post",
    )
    note = annotation(
        paper,
        credit(paper, "CNN", "CNN", "interview"),
        credit(paper, "the BBC", "BBC", "interview"),
        credit(paper, "CBS News", "CBS News", "interview"),
    )
    assert of(run(paper, notes=[note]), "paper").relation == "independent"


def test_a_joint_interview_is_seen_when_only_one_of_the_outlets_is_known() -> None:
    """The words say that there were several."""
    words = "In an interview with Orrin Radio and the broadcaster CNN the keeper spoke of waves."
    paper = article("paper", words, *OWN, publisher="The Orrin Post")
    result = run(paper, notes=[annotation(paper, credit(paper, "CNN", "CNN", "interview"))])
    assert of(result, "paper").relation == "independent"


def test_own_paragraphs_around_a_copied_passage_are_partial() -> None:
    """Some of it is shared, most is not."""
    paper = article(
        "paper", OWN[0], MORE[0], OWN[1], OWN[0][::-1], publisher="The Orrin Post", published="2031-03-04T12:00:00Z"
    )
    line = of(run(the_agency_page(), paper), "paper")
    assert line.relation == "partial"
    assert line.draws_on == ("Associated Press",)


def test_a_circle_of_citations_ends() -> None:
    """Two outlets that cite each other are followed once around."""
    one = article("one", "It is so, CNN reported.", *OWN, publisher="BBC")
    two = article("two", "It is so, the BBC reported.", *MORE, publisher="CNN")
    notes = [
        annotation(one, credit(one, "CNN reported", "CNN", "attribution")),
        annotation(two, credit(two, "BBC reported", "BBC", "attribution")),
    ]
    result = run(one, two, notes=notes)
    assert all(line.rests_on for line in result.lineages)


def test_a_label_above_the_text_names_whose_text_a_feed_page_carries() -> None:
    """ "The Hill•" on a line of its own is a credit."""
    page = article("feed", "The Hill•", *OWN, publisher="Yahoo News", kinds=("boilerplate",))
    result = run(page, notes=[annotation(page, credit(page, "The Hill•", "The Hill", "byline"))])
    assert (of(result, "feed").relation, of(result, "feed").origin) == ("verbatim", "The Hill")


def test_a_page_that_passes_on_texts_is_no_origin() -> None:
    """Without a label the origin is not known, and counts as one that could be any other."""
    result = run(article("feed", *OWN, publisher="Yahoo News"), the_agency_page())
    line = of(result, "feed")
    assert (line.relation, line.origin, line.rests_on) == ("verbatim", "unknown", ())
    assert (count(result).low, count(result).high) == (1, 2)


def test_the_first_page_of_a_text_is_not_the_feed_that_copied_it_first() -> None:
    """A gatherer's clock does not make it the origin."""
    feed = article("feed", LEAD, *MORE, publisher="Yahoo News", published="2031-03-04T05:00:00Z")
    paper = article("paper", LEAD, *MORE, publisher="The Orrin Post", published="2031-03-04T06:00:00Z")
    result = run(feed, paper)
    assert of(result, "feed").origin == "The Orrin Post"
    assert of(result, "paper").relation == "original"


def test_of_pages_without_publishers_and_times_none_is_called_the_first() -> None:
    """They share one text; which of them had it first nothing tells."""
    result = run(article("a", LEAD, *MORE), article("b", LEAD, *MORE), article("c", LEAD, *MORE))
    assert {line.origin for line in result.lineages} == {"unknown"}
    assert (count(result).low, count(result).high) == (1, 1)
    assert all("which was first is not known" in line.reasons[-1].text for line in result.lineages)


def test_a_broadcast_named_by_channel_and_title_is_cited() -> None:
    """ "on CNN's “State of the Coast”" is where the words were said."""
    other = article("cnn", *MORE, publisher="CNN")
    paper = article(
        "paper", "The keeper spoke on CNN’s “State of the Coast” of waves.", *OWN, publisher="The Orrin Post"
    )
    assert of(run(other, paper), "paper").rests_on == ("CNN",)


def test_a_picture_agency_is_no_text_credit() -> None:
    """Getty sells pictures."""
    paper = article("paper", *OWN, "Getty Images", publisher="The Orrin Post")
    note = annotation(paper, credit(paper, "Getty Images", "Getty Images", "footer"))
    assert of(run(paper, notes=[note]), "paper").origin == "own"


def test_an_agency_writer_who_contributed_signs_the_agency_s_text() -> None:
    """Staff of the agency sign its own report."""
    paper = article(
        "paper", *OWN, "Associated Press writer Ada Holm contributed to this report.", publisher="The Orrin Post"
    )
    note = annotation(paper, credit(paper, "Associated Press", "Associated Press", "contribution"))
    assert of(run(paper, notes=[note]), "paper").origin == "Associated Press"


def test_long_shared_quotations_do_not_make_an_article_partial() -> None:
    """What stands between marks on the page was said, not written by another outlet."""
    speech = MORE[0].removesuffix(".") + " and that is what I saw with my own eyes that night on the cape"
    one = article("one", f"“{speech},” the keeper said.", OWN[0], publisher="The Orrin Post")
    two = article("two", LEAD, f"The keeper told a crowd: “{speech}.”", OWN[1], publisher="Valley News")
    assert {line.relation for line in run(one, two).lineages} == {"independent"}


def test_a_passage_in_many_different_texts_is_public() -> None:
    """What three outlets with texts of their own all have was taken from where everybody could."""
    others = [
        article(f"o{k}", OWN[1][: 80 + k], MORE[0], f"{k} cranes. " * 60, publisher=f"Paper {k}") for k in range(3)
    ]
    paper = article("paper", OWN[0], MORE[0], OWN[1] * 3, publisher="The Orrin Post", published="2031-03-04")
    assert of(run(*others, paper), "paper").relation != "partial"


def test_an_interview_named_before_the_word_is_cited() -> None:
    """ "in a CBS News interview"."""
    other = article("cbs", *MORE, publisher="CBS News")
    paper = article("paper", "In a CBS News interview the keeper spoke of waves.", *OWN, publisher="The Orrin Post")
    spoken = article("paper", "The keeper said late Sunday on CBS News that it was over.", *OWN, publisher="Post")
    assert of(run(other, paper), "paper").rests_on == ("CBS News",)
    assert of(run(other, spoken), "paper").rests_on == ("CBS News",)


def test_a_button_is_no_label() -> None:
    """ "Print" above a text is not the outlet ThePrint."""
    assert (
        of(run(article("paper", "Print", *OWN, publisher="Orrin Post", kinds=("boilerplate",))), "paper").origin
        == "own"
    )


def test_a_roundup_of_many_outlets_rests_on_none_of_them_alone() -> None:
    """Four outlets cited in one lead are a page's own gathering."""
    words = "CNN reported waves, BBC reported wind, Reuters reported rain and CBS News reported hail."
    paper = article("paper", words, *OWN, publisher="The Orrin Post")
    names = (("CNN", "CNN"), ("BBC", "BBC"), ("Reuters", "Reuters"), ("CBS News", "CBS News"))
    note = annotation(paper, *(credit(paper, f"{n} reported", p, "attribution") for n, p in names))
    line = of(run(paper, notes=[note]), "paper")
    assert (line.relation, line.rests_on) == ("independent", ("The Orrin Post",))
    assert set(line.draws_on) == {p for _, p in names}


def test_outlets_of_unknown_name_may_be_one() -> None:
    """The low end merges what nothing tells apart, with a reason; the high end does not."""
    result = run(article("one", LEAD, *MORE), article("two", *OWN))
    assert (count(result).low, count(result).high) == (1, 2)
    assert any(r.rule == "publisher-unknown" for r in count(result).reasons)


def test_outlets_of_one_owner_may_share_a_report() -> None:
    """Sister papers are merged at the low end only, and the owner is named."""
    result = run(
        article("one", LEAD, *MORE, publisher="Arizona Republic"),
        article("two", *OWN, publisher="Indianapolis Star"),
    )
    assert (count(result).low, count(result).high) == (1, 2)
    assert any("Gannett" in r.text for r in count(result).reasons if r.rule == "same-owner")


def statement_of(*articles: Article, speeches: Sequence[str]) -> tuple[Statement, list[Annotation]]:
    notes = [annotation(a, quotation(a, s, "Ilse Marran")) for a, s in zip(articles, speeches, strict=True)]
    keys = tuple(note.quotations[0].id for note in notes)
    return Statement("said", "Ilse Marran", "x", None, speeches[0], len(set(speeches)), keys), notes


def test_another_translation_is_another_origin() -> None:
    """The same utterance in other words was heard by somebody else."""
    one = article("one", f"“{SPEECH_ONE},” Ilse Marran said.", *MORE, publisher="The Orrin Post")
    two = article("two", f"“{SPEECH_TWO},” Ilse Marran said.", *OWN, publisher="Valley News")
    statement, notes = statement_of(one, two, speeches=(SPEECH_ONE, SPEECH_TWO))
    difference = Difference("said", statement.quotations[1], statement.quotations[0], ("other translation",))
    result = run(one, two, notes=notes, statements=[statement], differences=[difference])
    assert (count(result, "said").low, count(result, "said").high) == (2, 2)


def test_the_same_words_may_be_one_record() -> None:
    """Two outlets with one wording are one at the low end, two at the high end."""
    one = article("one", f"“{SPEECH_ONE},” Ilse Marran said.", *MORE, publisher="The Orrin Post")
    two = article("two", f"“{SPEECH_ONE},” Ilse Marran said.", *OWN, publisher="Valley News")
    statement, notes = statement_of(one, two, speeches=(SPEECH_ONE, SPEECH_ONE))
    counted = count(run(one, two, notes=notes, statements=[statement]), "said")
    assert (counted.low, counted.high) == (1, 2)
    assert [r.rule for r in counted.reasons if r.passages and r.rule != "origin"] == ["same-words"]


def test_one_translation_in_two_outlets_is_one_origin_when_a_third_translates_otherwise() -> None:
    """The third outlet's wording shows that the first two share a translator."""
    one = article("one", f"“{SPEECH_ONE},” Ilse Marran said.", *MORE, publisher="The Orrin Post")
    two = article("two", f"“{SPEECH_ONE},” Ilse Marran said.", *OWN, publisher="Valley News")
    three = article("three", f"“{SPEECH_TWO},” Ilse Marran said.", OWN[1] + MORE[1][::-1], publisher="Hill Gazette")
    statement, notes = statement_of(one, two, three, speeches=(SPEECH_ONE, SPEECH_ONE, SPEECH_TWO))
    difference = Difference("said", statement.quotations[2], statement.quotations[0], ("other translation",))
    counted = count(run(one, two, three, notes=notes, statements=[statement], differences=[difference]), "said")
    assert (counted.low, counted.high) == (2, 2)


def test_a_quotation_had_from_an_agency_rests_on_the_agency() -> None:
    """The chain that the sentence names is followed to its root."""
    one = article("one", f"“{SPEECH_ONE},” Ilse Marran was quoted as saying by TASS.", *OWN, publisher="The Orrin Post")
    note = annotation(one, quotation(one, SPEECH_ONE, "Ilse Marran", via=("TASS",)))
    statement = Statement("said", "Ilse Marran", "x", None, SPEECH_ONE, 1, (note.quotations[0].id,))
    assert count(run(one, notes=[note], statements=[statement]), "said").origins == ("TASS",)


def test_every_article_has_a_lineage_and_every_lineage_a_reason() -> None:
    """Nothing is left unsaid, and no reason speaks of motive."""
    result = run(the_agency_page(), article("a", LEAD, *MORE), article("b", *OWN), article("c", LEAD))
    assert {line.article for line in result.lineages} == {"agency", "a", "b", "c"}
    for line in result.lineages:
        assert line.reasons
        assert not any(word in r.text for r in line.reasons for word in ("stole", "lied", "plagiar"))


def test_no_articles_trace_to_nothing() -> None:
    """An empty corpus is traced."""
    result = trace({}, {}, [], [], [], [], [])
    assert (result.lineages, result.edges, result.counts) == ([], [], [])


def test_a_release_is_its_makers_whatever_agency_a_reprint_names() -> None:
    """The first page, whose own publisher speaks in it, is the origin; its reason says who else has the text."""
    words = "The lighthouse will be sold to the parish"
    said = f"{words}, Orrin Light Trust said on Monday. {LEAD}"
    release = article("release", said, *MORE, publisher="Orrin Light Trust", published="2031-03-04T06:00:00Z")
    first = article("first", said, *MORE, publisher="Cape Herald", published="2031-03-04T07:00:00Z")
    slugged = f"CAPE ORRIN (Nordwire) — {said}"
    second = article("second", slugged, *MORE, publisher="Orrin Post", published="2031-03-04T08:00:00Z")
    notes = [
        annotation(release, quotation(release, words, "Orrin Light Trust")),
        annotation(second, credit(second, "(Nordwire)", "Nordwire", "dateline")),
    ]
    result = run(release, first, second, notes=notes)
    assert {name: of(result, name).origin for name in ("release", "first", "second")} == {
        "release": "own", "first": "Orrin Light Trust", "second": "Orrin Light Trust",
    }  # fmt: skip
    assert "shares" in of(result, "release").reasons[0].text
    assert any(r.text.startswith("credits another;") for r in of(result, "second").reasons)
    assert count(result).high == 1


def test_a_press_release_named_as_the_source_is_a_credit() -> None:
    """What follows the publisher's name in a credit line may say what sort of text it was."""
    page = article("page", LEAD, "Source: Orrin Light Trust press release", publisher="Cape Herald")
    known = Publishers([page, article("other", *MORE, publisher="Orrin Light Trust")])
    assert [(c.publisher, c.kind) for c in known.credits(page, ())] == [("Orrin Light Trust", "footer")]


def test_an_article_that_rests_on_nobody_says_what_it_shares_and_whom_it_names() -> None:
    """Nothing shared and nobody credited is said only where it is so."""
    alone = article("alone", *OWN, publisher="The Orrin Post")
    assert [r.rule for r in of(run(alone), "alone").reasons] == ["nothing-shared"]
    text = f"{OWN[1]} Kanal Vest had reported on the bakery before."
    naming = article("naming", OWN[0], *MORE, text, publisher="The Orrin Post")
    named = credit(naming, "Kanal Vest had reported", "Kanal Vest", "attribution")
    assert rules(of(run(naming, notes=[annotation(naming, named)]), "naming")) == ["named-in-passing"]
    helped = article("helped", *OWN, "With AFP", publisher="The Orrin Post")
    with_afp = credit(helped, "With AFP", "Agence France-Presse", "contribution")
    reason = of(run(helped, notes=[annotation(helped, with_afp)]), "helped").reasons[0]
    assert reason.text == "names Agence France-Presse as a contributor: “With AFP”"


def test_a_passage_that_shows_nothing_is_told_all_the_same() -> None:
    """A quotation that two papers have is no text in common, and is shared."""
    one, other = (
        article(name, own, f"“{SPEECH_ONE},” Ilse Marran said.", publisher=paper)
        for name, own, paper in (("one", OWN[0], "The Orrin Post"), ("other", OWN[1], "Valley News"))
    )
    notes = [annotation(a, quotation(a, SPEECH_ONE, "Ilse Marran")) for a in (one, other)]
    assert rules(of(run(one, other, notes=notes), "one")) == ["shared-quotation"]


def rules(line: Lineage) -> list[str]:
    return [r.rule for r in line.reasons]

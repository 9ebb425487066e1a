"""Credits in running text: broadcasts, print, reports of others, in English and other languages; and what is none."""

from dataclasses import replace

import pytest

from firsthand.annotate import Annotate, abroad
from tests.annotate.made import annotated, article

START = "It rained all day in the town of Orrin.\n\n"


def cited(sentence: str) -> list[tuple[str, str, str]]:
    """Return the words, the publisher and the kind of each credit of a paragraph in the middle of a report."""
    text, annotation = annotated(
        f"{START}{sentence}\n\nThe mill was empty. Nobody came.\n\nThen it ended.\n\nSo it was."
    )
    return [(text[c.start : c.end], c.publisher, c.kind) for c in annotation.credits]


def publishers(sentence: str) -> list[tuple[str, str]]:
    """Return the publisher and the kind of each credit."""
    return [(publisher, kind) for _, publisher, kind in cited(sentence)]


@pytest.mark.parametrize(
    ("sentence", "broadcaster"),
    [
        ("“It rose,” Roe said Sunday on CBS’ “Face the Nation.”", "CBS News"),
        ("“It rose,” Roe said on Face the Nation.", "CBS News"),
        ("It “strengthens his hand,” Roe said of the mayor on ABC's \"This Week.", "ABC News"),
        ('“It rose,” Roe told ABC\'s "This Week."', "ABC News"),
        ("Roe told “This Week” host John Doe that ABC had asked.", "ABC News"),
        ("Roe spoke of the river on “New Day” Monday, CNN viewers heard.", "CNN"),
        ("Roe slammed the “builders” on “Fox & Friends” Monday.", "Fox News"),
        ("Roe praised the bridge on 'Fox & Friends' Monday.", "Fox News"),
        ("On Fox News Sunday, Roe said he doubted it.", "Fox News"),
        ('“It rose,” he said on "Fox News Sunday."', "Fox News"),
        ("“It rose,” Roe said yesterday on CBS News.", "CBS News"),
        ("Roe, appearing on CNN's State of the Union, said that it rose.", "CNN"),
        ("Roe said on CNN’s “State of the Union” that it rose.", "CNN"),
        ("“It rose,” Roe said during an appearance on MSNBC.", "MSNBC"),
        ("Roe tells MSNBC’s John Doe it rose.", "MSNBC"),
        ("“It rose,” Roe told CBS News anchor Jane Doe.", "CBS News"),
        ("“It rose,” Roe told John Doe on CNN.", "CNN"),
        ("In an interview aired Sunday on ITV, Roe said it rose.", "ITV News"),
        ("Roe told the BBC's Today programme that it rose.", "BBC"),
        ("Roe told BBC Radio 4's Today programme that it rose.", "BBC"),
        ("“It rose,” Roe said on the BBC’s Andrew Marr Show.", "BBC"),
        ("Roe told Good Morning Britain that it rose.", "ITV News"),
        ("Roe said it on CBC's “Power & Politics.”", "CBC"),
        ("“It rose,” Roe said on MSNBC’s “Some New Show.”", "MSNBC"),
        ("Roe told NBC's “Meet the Press” that it rose.", "NBC News"),
        ("Das sagte Roe in der ARD-Sendung „Anne Will“.", "ARD"),
        ("Das sagte Roe im „heute journal“ am Abend.", "ZDF"),
        ("Roe l'a dit dans « C à vous » hier.", "France 5"),
        ("“It rose,” Roe said Saturday on RT.", "RT"),
    ],
)
def test_broadcasts(sentence: str, broadcaster: str) -> None:
    """Words said on air rest on the broadcaster, named by channel, programme or both."""
    assert publishers(sentence) == [(broadcaster, "interview")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Roe spoke of the state of the union on Tuesday.",
        "The view from the bridge was fine, and so was the morning show of the birds.",
        "Nobody knew what to do on this week of all weeks.",
        "The film “Sunrise” was shown in Orrin, and the book “The Source” was read.",
        "Roe wrote a song on “Today” and all its sorrows.",
        "He told a story on his “Special Report” from the mill.",
        "The mayor told reporters ahead of the CNN debate that it rose.",
        "Roe told the crowd that CNN was wrong.",
        "Roe told him how he had seen some famous YouTube star at the mill.",
        "The town cancelled the planned interview with CNN.",
        "Watch the interview on CNN tonight.",
        "We were told that Vogue moved to the mill.",
        "The mayor told his wife about a report on CNN.",
        "He put it down on the hannity of the boat.",
        "The road to Today Street was closed.",
    ],
)
def test_what_was_not_said_on_air(sentence: str) -> None:
    """Titles that are words, and outlets that were not the ones told."""
    assert [found for found in publishers(sentence) if found[1] == "interview"] == []


@pytest.mark.parametrize(
    ("sentence", "words", "publisher", "kind"),
    [
        ("ABC News reports that the paper bought signs.", "ABC News reports", "ABC News", "attribution"),
        ("It rose, The Washington Post reported.", "The Washington Post reported", "Washington Post", "attribution"),
        ("It rose, per the New York Times, by a foot.", "per the New York Times", "New York Times", "attribution"),
        ("Per Axios: it rose.", "Per Axios", "Axios", "attribution"),
        ("The news was first reported by The Daily Mail.", "reported by The Daily Mail", "Daily Mail", "attribution"),
        ("It was in a story in the New York Times.", "story in the New York Times", "New York Times", "attribution"),
        ("He said so in an op-ed in The Guardian.", "op-ed in The Guardian", "The Guardian", "attribution"),
        ("Papers obtained by The Intercept show it.", "obtained by The Intercept", "The Intercept", "attribution"),
        ("Roe said in Saturday's Guardian that it rose.", "in Saturday's Guardian", "The Guardian", "attribution"),
        ("It rose, reports The Washington Post.", "reports The Washington Post", "Washington Post", "attribution"),
        ("Roe wrote in Izvestia that it rose.", "wrote in Izvestia", "Izvestia", "attribution"),
        (
            "An article by The Associated Press says so.",
            "An article by The Associated Press says",
            "Associated Press",
            "attribution",
        ),
        (
            "It was published on Sunday in The Daily Mail.",
            "published on Sunday in The Daily Mail",
            "Daily Mail",
            "attribution",
        ),
        (
            "Nobody was hurt in the town. The Inquisitr reported more.",
            "The Inquisitr reported",
            "Inquisitr",
            "attribution",
        ),
        ("It rose, according to Reuters.", "according to Reuters", "Reuters", "attribution"),
        ("It fell, citing a report by Bloomberg.", "report by Bloomberg", "Bloomberg", "attribution"),
        ("He told the Sun: 'It rose.'", "told the Sun", "The Sun", "interview"),
        (
            "It rose, the Mail on Sunday newspaper reported.",
            "the Mail on Sunday newspaper reported",
            "Mail on Sunday",
            "attribution",
        ),
        ("“It rose,” reports Fox News.", "reports Fox News", "Fox News", "attribution"),
        ("In her comments to the BBC, Roe smiled.", "In her comments to the BBC", "BBC", "interview"),
        ("CNN has learned that it rose.", "CNN has learned", "CNN", "attribution"),
        ("Roe told Reuters on condition of anonymity.", "told Reuters", "Reuters", "interview"),
        (
            "In the interview, held at the mill on Friday and published on Sunday in The Daily Mail, he smiled.",
            "interview, held at the mill on Friday and published on Sunday in The Daily Mail",
            "Daily Mail",
            "interview",
        ),
    ],
)
def test_reports_of_others(sentence: str, words: str, publisher: str, kind: str) -> None:
    """The span is the words that cite."""
    assert cited(sentence) == [(words, publisher, kind)]


@pytest.mark.parametrize(
    "sentence",
    [
        "As I wrote on Monday, it rose. As reported before, it rose.",
        "In Orrin it rose. As Roe said, it will fall.",
        "As Dr. Roe said, it rose.",
        "The Ministry of Foreign Affairs says that it rose.",
        "The Department of Foreign Affairs said it was looking into it.",
        "The Foreign Ministry said that it rose, and the White House said that it fell.",
        "U.S. Central Command said it was not aware of it.",
        "The Northwestern Federal District said it was looking into it.",
        "It rose by a foot, according to Federal Election Commission records.",
        "A spokesperson for YouTube said it was gone.",
        "It was sent via Instagram and published on Facebook.",
        "The study was published in Nature last week.",
        "The photo, published by Reuters, won a prize.",
        "The FBI said that two men were hurt.",
        "An NBC source says that it rose.",
        "It rose, according to a CNN spokeswoman.",
        "He fell, citing numbers given by former Vice staffers.",
        "It rose, according to the Orrin Roads Department website.",
        "Roe was on the list of people to appear on Business Insider's list.",
        "In addition, Hill said that it rose.",
        "She told CBS 58 that it rose.",
        "He was asked about remarks that Roe made to CBS News.",
        "It was so in Orrin. The newspaper also claimed that it rose.",
        "A spokesman declined to comment to The New York Times.",
        "Jane Roe reports from South Orrin for the Today desk.",
        "The mayor went via Berlin and reported to London.",
        "Roe said in a tweet that it rose, and wrote in March.",
        "She joined the Council on Foreign Relations and said so.",
    ],
)
def test_words_that_cite_nobody(sentence: str) -> None:
    """Words that read alike, states and platforms, which speak for themselves."""
    assert publishers(sentence) == []


@pytest.mark.parametrize(
    ("sentence", "publisher"),
    [
        ("По данным ТАСС, река вышла из берегов.", "TASS"),
        ("Об этом сообщает РИА Новости.", "RIA Novosti"),
        ("Река вышла из берегов, пишет «Интерфакс».", "Interfax"),
        ("Река вышла, заявили со ссылкой на агентство Reuters.", "Reuters"),
        ("Об этом передает Рейтер.", "Reuters"),
        ("Der Fluss stieg laut dpa um einen Meter.", "Deutsche Presse-Agentur"),
        ("Der Fluss stieg, berichtet die Bild.", "Bild"),
        ("Der Fluss stieg nach Angaben der Nachrichtenagentur AFP.", "Agence France-Presse"),
        ("Laut der Zeitung Die Welt stieg er.", "Die Welt"),
        ("La rivière est montée, selon l'AFP.", "Agence France-Presse"),
        ("La rivière est montée, rapporte Le Monde.", "Le Monde"),
        ("Le maire a déclaré à l'AFP son inquiétude.", "Agence France-Presse"),
        ("El río subió, según EFE.", "EFE"),
        ("El río subió, informó Reuters.", "Reuters"),
        ("De acuerdo con El País, el río subió.", "El País"),
        ("Il fiume è salito, secondo l'ANSA.", "ANSA"),
        ("Il fiume è salito, riporta il Corriere della Sera.", "Corriere della Sera"),
        ("O rio subiu, segundo a Reuters.", "Reuters"),
        ("De rivier steeg, meldt het ANP.", "Algemeen Nederlands Persbureau"),
        ("Rzeka wezbrała, według PAP.", "Polish Press Agency"),
        ("Floden steg, enligt TT.", "Tidningarnas Telegrambyrå"),
        ("ارتفع النهر نقلا عن رويترز", "Reuters"),
        ("ذكرت وكالة سانا أن النهر ارتفع", "SANA"),
    ],
)
def test_other_languages(sentence: str, publisher: str) -> None:
    """The usual words of each language before a name of the lists."""
    assert [(c.publisher, c.kind) for c in abroad.find(sentence, 0, len(sentence))] == [(publisher, "attribution")]


@pytest.mark.parametrize(
    "sentence",
    [
        "Selon lui, la rivière est montée selon la police.",
        "Laut Polizei stieg der Fluss laut plätschernd.",
        "Según la policía, el río subió según lo previsto.",
        "Secondo me il fiume è salito nel secondo tempo.",
        "По данным полиции, река вышла из берегов.",
        "Das sagte der Bürgermeister am Montag.",
        "بحسب الشرطة ارتفع النهر",
    ],
)
def test_other_languages_without_a_name(sentence: str) -> None:
    """The words alone cite nobody that is listed."""
    assert list(abroad.find(sentence, 0, len(sentence))) == []


@pytest.mark.parametrize(("language", "found"), [("de", ["Bild"]), (None, ["Bild"]), ("en", [])])
def test_other_languages_are_read_in_their_articles(language: str | None, found: list[str]) -> None:
    """In an English article such words are names and quotations."""
    report = replace(article(f"{START}Der Fluss stieg, berichtet die Bild."), language=language)
    assert [c.publisher for c in Annotate().annotate(report).credits] == found


@pytest.mark.parametrize(
    ("line", "named"),
    [
        ("Distributed by Tribune Content Agency, LLC.", [("Tribune News Service", "footer")]),
        ("Visit the Los Angeles Times at www.latimes.com", [("Los Angeles Times", "footer")]),
        ("Special to The Washington Post", [("Washington Post", "footer")]),
        ("The post River rises appeared first on The Daily Caller.", [("Daily Caller", "footer")]),
        ("Cross-posted from The Conversation", [("The Conversation", "footer")]),
        ("Continue reading this story at The Guardian.", [("The Guardian", "footer")]),
        ("Read the whole thing at National Review.", [("National Review", "footer")]),
        ("A version of this story appeared in The New York Times.", [("New York Times", "footer")]),
        ("Excerpted from The Atlantic", [("The Atlantic", "footer")]),
        ("From the Associated Press", [("Associated Press", "footer")]),
        ("—The New York Times", [("New York Times", "footer")]),
        ("Text: dpa", [("Deutsche Presse-Agentur", "footer")]),
        ("(Via Reuters)", [("Reuters", "footer")]),
        ("Story by CNN", [("CNN", "footer")]),
        ("(c) 2031, The Washington Post", [("Washington Post", "footer")]),
        ("Information from: The Seattle Times, http://www.seattletimes.com", [("Seattle Times", "contribution")]),
        ("AP material was used in this report.", [("Associated Press", "contribution")]),
        ("Bloomberg's Jane Roe contributed.", [("Bloomberg", "contribution")]),
        ("This story was reported in collaboration with NPR", [("NPR", "contribution")]),
        (
            "This report contains material from Bloomberg News, Reuters, and The Associated Press.",
            [("Bloomberg", "contribution"), ("Reuters", "contribution"), ("Associated Press", "contribution")],
        ),
        ("With Post Wires", []),
        ("Wire services contributed to this report.", []),
        ("Staff and wire reports", []),
        ("From wire reports", []),
        ("Follow CNN on Twitter", []),
        ("More from The Guardian", []),
        ("You may also like on CNN", []),
        ("Read more at CNN.com", []),
    ],
)
def test_closing_lines(line: str, named: list[tuple[str, str]]) -> None:
    """Lines at a text's end that say where it was first, and whose work is in it."""
    found = annotated(f"{START}The mill was empty.\n\nNobody came.\n\n{line}")[1].credits
    assert [(c.publisher, c.kind) for c in found] == named


@pytest.mark.parametrize(
    ("slug", "publisher"),
    [("ORRIN (CBS/AP) —", "Associated Press"), ("ORRIN (AFP/Kanal Vest) —", "Agence France-Presse")],
)
def test_a_station_s_name_beside_the_agency_s(slug: str, publisher: str) -> None:
    """A station that adds its name to an agency's slug has used the agency's words."""
    found = annotated("It rained all day.", segments=[("dateline", slug)])[1].credits
    assert [(c.publisher, c.kind) for c in found] == [(publisher, "dateline")]


@pytest.mark.parametrize(
    "caption",
    [
        "The mayor at the mill in May 2031. Sputnik/Jane Roe/Pool via REUTERS",
        "The mayor arrives at Orrin for a talk with the miller. (Jane Roe/Lehtikuva via AP)",
        "twitter/@janeroe via CNN",
        "The mayor greets the miller in Orrin on Monday. (AP Photo/Jane Roe)",
    ],
)
def test_captions_among_the_text(caption: str) -> None:
    """A caption that cleaning took for a paragraph credits a picture and nobody's words."""
    assert {kind for _, kind in publishers(caption)} <= {"photo"}


@pytest.mark.parametrize(
    "sentence",
    [
        "According to Ansa Lind, the keeper, it rose.",
        "Roe told Ansa Lind that it rose.",
        "Roe told Jane Reuters that it rose.",
        "Jane Reuters reported it to the warden.",
    ],
)
def test_an_agency_s_letters_in_a_person_s_name_are_the_person(sentence: str) -> None:
    """A first name before a name, or a surname behind one."""
    assert publishers(sentence) == []


@pytest.mark.parametrize(
    "sentence",
    [
        "CNN said it would close two studios.",
        "CNN said on Tuesday that its studios would close.",
        "CNN said in a statement that two studios would close.",
    ],
)
def test_an_outlet_that_speaks_of_itself_is_not_cited(sentence: str) -> None:
    """It is whom the report is about."""
    assert cited(sentence) == []


def test_an_outlet_that_says_what_it_has_seen_is_cited() -> None:
    """That it speaks of itself there is how it reports."""
    assert cited("CNN said it had seen the letter.") == [("CNN said", "CNN", "attribution")]

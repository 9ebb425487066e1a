"""Datelines and agency slugs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firsthand.clean import datelines


@pytest.mark.parametrize(
    ("line", "words", "slug"),
    [
        ("OSLO – The ferry", "OSLO", None),
        ("OSLO (Reuters) — The ferry", "OSLO", "Reuters"),
        ("Oslo (Reuters) - The ferry", "Oslo", "Reuters"),
        ("PARIS, March 3 (AFP) - The ferry", "PARIS, March 3", "AFP"),
        ("NEW HAVEN, Conn. (AP) _ The ferry", "NEW HAVEN, Conn", "AP"),
        ("BUFFALO, N.Y. (WXYZ)- The ferry", "BUFFALO, N.Y", "WXYZ"),
        ("OSLO, September 22./TASS/. The ferry", "OSLO, September 22", "TASS"),
        ("OSLO, 3 July. /TASS/. The ferry", "OSLO, 3 July", "TASS"),
        ("New Delhi, Jul 15 (PTI) The ferry", "New Delhi, Jul 15", "PTI"),
        ("SAN FRANCISCO/OAKLAND -- The ferry", "SAN FRANCISCO/OAKLAND", None),
        ("ÅRHUS — The ferry", "ÅRHUS", None),
        ("(AP) — The ferry", None, "AP"),
    ],
)
def test_datelines_are_read_without_slug_and_dash(line: str, words: str | None, slug: str | None) -> None:
    """The words are place and date; what follows is the report."""
    found = datelines.read(line)
    assert found is not None
    assert (found.words, found.slug) == (words, slug)
    assert line[found.end :] == "The ferry"


@pytest.mark.parametrize(
    "line",
    [
        "UPDATE – The ferry sank",
        "The minister (Labour) – who was late – spoke.",
        "Jane Roe – the mayor – spoke.",
        "NASA engineers said the ferry sank - and left.",
        "The ferry sank.",
        "",
    ],
)
def test_other_beginnings_are_no_datelines(line: str) -> None:
    """Labels, people and organisations are not places."""
    assert datelines.read(line) is None


def test_a_dateline_may_have_a_line_of_its_own() -> None:
    """Pages set ``Place (AGENCY)`` above the report."""
    found = datelines.read_line("Oslo (AP)")
    assert found is not None
    assert (found.words, found.slug) == ("Oslo", "AP")
    assert datelines.read_line("The ferry sank") is None


REPORT = "The ferry between the two ports was closed on Monday after the river had risen."


@pytest.mark.parametrize(
    ("line", "words", "slug"),
    [
        ("MOSCOW, February 24. /TASS/. ", "MOSCOW, February 24", "TASS"),
        ("WASHINGTON (Reuters) — ", "WASHINGTON", "Reuters"),
        ("LONDON, 3 March 2031 (AFP) - ", "LONDON, 3 March 2031", "AFP"),
        ("PARIS/BERLIN (Reuters) - ", "PARIS/BERLIN", "Reuters"),
        ("BEIJING, Oct. 3 (Xinhua) -- ", "BEIJING, Oct. 3", "Xinhua"),
        ("KYIV. March 1 (Interfax-Ukraine) ", "KYIV. March 1", "Interfax-Ukraine"),
        ("KYIV. March 1 (Interfax-Ukraine) – ", "KYIV. March 1", "Interfax-Ukraine"),
        ("(Bloomberg) -- ", None, "Bloomberg"),
        ("(CNN) ", None, "CNN"),
        ("(CNN)", None, "CNN"),
        ("(AP) _ ", None, "AP"),
        ("(Reuters) - ", None, "Reuters"),
        ("ST. PAUL, Minn. — ", "ST. PAUL, Minn", None),
        ("ST. PAUL, Minn. (AP) — ", "ST. PAUL, Minn", "AP"),
        ("Washington, D.C. (CNN) — ", "Washington, D.C", "CNN"),
        ("Washington (CNN) ", "Washington", "CNN"),
        ("Washington CNN — ", "Washington", "CNN"),
        ("NEW DELHI: ", "NEW DELHI", None),
        ("New Delhi: ", "New Delhi", None),
        ("ISLAMABAD: ", "ISLAMABAD", None),
        ("LAHORE – ", "LAHORE", None),
        ("TEHRAN (FNA)- ", "TEHRAN", "FNA"),
        ("TEHRAN, Mar. 03 (MNA) – ", "TEHRAN, Mar. 03", "MNA"),
        ("TEHRAN (Tasnim) – ", "TEHRAN", "Tasnim"),
        ("BERLIN (dpa) - ", "BERLIN", "dpa"),
        ("Berlin (dpa) - ", "Berlin", "dpa"),
        ("Berlin (dpa/bb) - ", "Berlin", "dpa/bb"),
        ("Hannover (dpa/lni) – ", "Hannover", "dpa/lni"),
        ("Hamburg/Berlin (dpa) - ", "Hamburg/Berlin", "dpa"),
        ("Frankfurt/Main (Reuters) - ", "Frankfurt/Main", "Reuters"),
        ("Frankfurt am Main (epd). ", "Frankfurt am Main", "epd"),
        ("Berlin (epd). ", "Berlin", "epd"),
        ("Paris (AFP) – ", "Paris", "AFP"),
        ("MADRID, 3 Mar. (EUROPA PRESS) - ", "MADRID, 3 Mar", "EUROPA PRESS"),
        ("Madrid, 3 mar (EFE).- ", "Madrid, 3 mar", "EFE"),
        ("Madrid, 3 de marzo (EFE).- ", "Madrid, 3 de marzo", "EFE"),
        ("ROMA (ANSA) - ", "ROMA", "ANSA"),
        ("(ANSA) - ROMA, 03 MAR - ", "ROMA, 03 MAR", "ANSA"),
        ("Roma, 3 mar. (askanews) – ", "Roma, 3 mar", "askanews"),
        ("Roma, 3 mar. (Adnkronos) - ", "Roma, 3 mar", "Adnkronos"),
        ("Wien (APA) – ", "Wien", "APA"),
        ("Wien - ", "Wien", None),
        ("Bern (sda) - ", "Bern", "sda"),
        ("(SDA) ", None, "SDA"),
        ("(dpa) ", None, "dpa"),
        ("Москва. 24 февраля. ИНТЕРФАКС - ", "Москва. 24 февраля", "ИНТЕРФАКС"),
        ("МОСКВА, 24 фев — РИА Новости. ", "МОСКВА, 24 фев", "РИА Новости"),
        ("МОСКВА, 24 февраля. /ТАСС/. ", "МОСКВА, 24 февраля", "ТАСС"),
        ("LAGOS, Nigeria (AP) _ ", "LAGOS, Nigeria", "AP"),
        ("TOKYO, March 3, Kyodo - ", "TOKYO, March 3", "Kyodo"),
        ("TOKYO (Kyodo) -- ", "TOKYO", "Kyodo"),
        ("Tokyo, March 3 (Jiji Press)--", "Tokyo, March 3", "Jiji Press"),
        ("SEOUL, March 3 (Yonhap) -- ", "SEOUL, March 3", "Yonhap"),
        ("Taipei, March 3 (CNA) ", "Taipei, March 3", "CNA"),
        ("HANOI (VNA) – ", "HANOI", "VNA"),
        ("Hà Nội (VNA) – ", "Hà Nội", "VNA"),
        ("KUALA LUMPUR, March 3 (Bernama) -- ", "KUALA LUMPUR, March 3", "Bernama"),
        ("JAKARTA (Antara) - ", "JAKARTA", "Antara"),
        ("Jakarta (ANTARA) - ", "Jakarta", "ANTARA"),
        ("MANILA, Philippines – ", "MANILA, Philippines", None),
        ("MANILA, Philippines (AP) — ", "MANILA, Philippines", "AP"),
        ("RIYADH, SPA -- ", "RIYADH", "SPA"),
        ("DUBAI, 3rd March, 2031 (WAM) -- ", "DUBAI, 3rd March, 2031", "WAM"),
        ("ABU DHABI, 3 March (WAM) -- ", "ABU DHABI, 3 March", "WAM"),
        ("KUWAIT, March 3 (KUNA) -- ", "KUWAIT, March 3", "KUNA"),
        ("Amman, March 3 (Petra) -- ", "Amman, March 3", "Petra"),
        ("Damascus, SANA- ", "Damascus", "SANA"),
        ("RAMALLAH, March 3, 2031 (WAFA) – ", "RAMALLAH, March 3, 2031", "WAFA"),
        ("BAGHDAD (INA) - ", "BAGHDAD", "INA"),
        ("CAIRO - 3 March 2031: ", "CAIRO - 3 March 2031", None),
        ("ANKARA (AA) - ", "ANKARA", "AA"),
        ("YEREVAN, MARCH 3, ARMENPRESS. ", "YEREVAN, MARCH 3", "ARMENPRESS"),
        ("ASTANA. KAZINFORM – ", "ASTANA", "KAZINFORM"),
        ("MINSK, 3 March (BelTA) – ", "MINSK, 3 March", "BelTA"),
        ("VILNIUS, March 3, BNS – ", "VILNIUS, March 3", "BNS"),
        ("RIGA - ", "RIGA", None),
        ("WARSAW (PAP) – ", "WARSAW", "PAP"),
        ("Warsaw, March 3 (PAP) - ", "Warsaw, March 3", "PAP"),
        ("Praha/Brno (ČTK) - ", "Praha/Brno", "ČTK"),
        ("Prague, March 3 (CTK) - ", "Prague, March 3", "CTK"),
        ("BRATISLAVA (TASR) - ", "BRATISLAVA", "TASR"),
        ("Bratislava 3. marca (TASR) - ", "Bratislava 3. marca", "TASR"),
        ("BELGRADE, March 3 (Tanjug) - ", "BELGRADE, March 3", "Tanjug"),
        ("BELGRADE -- ", "BELGRADE", None),
        ("ZAGREB, March 3 (Hina) - ", "ZAGREB, March 3", "Hina"),
        ("Ljubljana, 3 March (STA) - ", "Ljubljana, 3 March", "STA"),
        ("Athens (ANA-MPA) – ", "Athens", "ANA-MPA"),
        ("BRUSSELS (Belga) - ", "BRUSSELS", "Belga"),
        ("DEN HAAG (ANP) - ", "DEN HAAG", "ANP"),
        ("Lisboa, 03 mar 2031 (Lusa) - ", "Lisboa, 03 mar 2031", "Lusa"),
        ("MEXICO CITY (AP) — ", "MEXICO CITY", "AP"),
        ("CIUDAD DE MÉXICO, marzo 3 (EL UNIVERSAL).- ", "CIUDAD DE MÉXICO, marzo 3", "EL UNIVERSAL"),
        ("Buenos Aires, 3 mar (EFE).- ", "Buenos Aires, 3 mar", "EFE"),
        ("SÃO PAULO, SP (FOLHAPRESS) - ", "SÃO PAULO, SP", "FOLHAPRESS"),
        ("HAVANA, Mar 3 (Prensa Latina) ", "HAVANA, Mar 3", "Prensa Latina"),
        ("UNITED NATIONS (AP) — ", "UNITED NATIONS", "AP"),
        ("ABOARD AIR FORCE ONE (Reuters) - ", "ABOARD AIR FORCE ONE", "Reuters"),
        ("ABOARD THE USS EXAMPLE (AP) — ", "ABOARD THE USS EXAMPLE", "AP"),
        ("PORT-AU-PRINCE, Haiti (AP) — ", "PORT-AU-PRINCE, Haiti", "AP"),
        ("N'DJAMENA (AFP) - ", "N'DJAMENA", "AFP"),
        ("SAN'A, Yemen (AP) _ ", "SAN'A, Yemen", "AP"),
        ("RIO DE JANEIRO (Reuters) - ", "RIO DE JANEIRO", "Reuters"),
        ("Rio de Janeiro, Brazil | AFP | ", "Rio de Janeiro, Brazil", "AFP"),
        ("Los Angeles, United States, March 3 (AFP) - ", "Los Angeles, United States, March 3", "AFP"),
        ("OTTAWA — ", "OTTAWA", None),
        ("TORONTO, March 3 /CNW/ - ", "TORONTO, March 3", "CNW"),
        ("NEW YORK, March 3, 2031 /PRNewswire/ -- ", "NEW YORK, March 3, 2031", "PRNewswire"),
        ("NEW YORK--(BUSINESS WIRE)--", "NEW YORK", "BUSINESS WIRE"),
        ("NEW YORK, March 03, 2031 (GLOBE NEWSWIRE) -- ", "NEW YORK, March 03, 2031", "GLOBE NEWSWIRE"),
        ("NEW YORK, NY / ACCESSWIRE / March 3, 2031 / ", "NEW YORK, NY", "ACCESSWIRE"),
        ("SPRINGFIELD, Ill. (WEXA) — ", "SPRINGFIELD, Ill", "WEXA"),
        ("Riverton, Md. -- ", "Riverton, Md", None),
        ("NAIROBI, Kenya, March 3 — ", "NAIROBI, Kenya, March 3", None),
        ("NAIROBI, March 3 (Xinhua) — ", "NAIROBI, March 3", "Xinhua"),
        ("WASHINGTON, March 3 (UPI) -- ", "WASHINGTON, March 3", "UPI"),
        ("WASHINGTON, D.C., March 3 (UPI) -- ", "WASHINGTON, D.C., March 3", "UPI"),
        ("SYDNEY, AAP - ", "SYDNEY", "AAP"),
        ("Dakar, 3 mars 2031 (APS) - ", "Dakar, 3 mars 2031", "APS"),
        ("Paris, 3 mars 2031 (AFP) - ", "Paris, 3 mars 2031", "AFP"),
        ("Accra, March 03, GNA - ", "Accra, March 03", "GNA"),
        ("Abuja, March 3, 2031 (NAN) ", "Abuja, March 3, 2031", "NAN"),
        ("LUSAKA, March 3 — ", "LUSAKA, March 3", None),
        ("DHAKA, March 3, 2031 (BSS) - ", "DHAKA, March 3, 2031", "BSS"),
        ("Dhaka, March 3 (UNB) — ", "Dhaka, March 3", "UNB"),
        ("Mumbai, Mar 3 (PTI): ", "Mumbai, Mar 3", "PTI"),
        ("New Delhi [India], March 3 (ANI): ", "New Delhi [India], March 3", "ANI"),
        ("New Delhi, March 3 (IANS) ", "New Delhi, March 3", "IANS"),
        ("GENEVA, Switzerland ― ", "GENEVA, Switzerland", None),
        ("HELSINKI − ", "HELSINKI", None),
        ("STOCKHOLM (TT-Reuters) — ", "STOCKHOLM", "TT-Reuters"),
        ("HONG KONG, March 3 (Reuters) - ", "HONG KONG, March 3", "Reuters"),
        ("HONG KONG (AFP) — ", "HONG KONG", "AFP"),
        ("March 3 (Reuters) - ", None, "Reuters"),
        ("March 3 (UPI) -- ", None, "UPI"),
        ("LONDON (Reuters Breakingviews) - ", "LONDON", "Reuters Breakingviews"),
        ("WASHINGTON (TNS) — ", "WASHINGTON", "TNS"),
        ("TEL AVIV (JTA) — ", "TEL AVIV", "JTA"),
        ("(RNS) — ", None, "RNS"),
        ("VATICAN CITY (CNS) — ", "VATICAN CITY", "CNS"),
        ("DES MOINES, Iowa (AP) -- ", "DES MOINES, Iowa", "AP"),
        ("O'FALLON, Mo. — ", "O'FALLON, Mo", None),
    ],
)
def test_agencies_styles(line: str, words: str | None, slug: str | None) -> None:
    """Every agency has its own order of place, date, slug and marks."""
    found = datelines.read(line + REPORT)
    assert found is not None
    assert (found.words, found.slug) == (words, slug)
    assert found.end == len(line)


@pytest.mark.parametrize(
    "line",
    [
        "PARIS FASHION WEEK — ",
        "THE BBC (which paid) — ",
        "BREAKING — ",
        "BREAKING NEWS: ",
        "UPDATE (3 p.m.) — ",
        "UPDATE: ",
        "WATCH: ",
        "VIDEO — ",
        "LISTEN LIVE: ",
        "EXCLUSIVE: ",
        "Editor’s note: ",
        "EDITOR'S NOTE — ",
        "OPINION | ",
        "COVID-19: ",
        "NASA — ",
        "NATO - ",
        "WHAT WE KNOW: ",
        "WHY IT MATTERS: ",
        "HOW IT WORKS — ",
        "THE LATEST: ",
        "Jane Roe (Labour) - ",
        "Jane Roe, 43, (Labour) – ",
        "Jane Roe (D-Md.) — ",
        "Microsoft (MSFT) — ",
        "Example Corp. (NYSE: EXC) - ",
        "The European Union (EU) - ",
        "The United Nations (UN) — ",
        "The World Health Organization (WHO) — ",
        "Q: ",
        "A: ",
        "JANE ROE: ",
        "MAYOR ROE: ",
        "REPORTER: ",
        "March 3: ",
        "Monday, March 3: ",
        "MONDAY — ",
        "MARCH 3 — ",
        "Sport: ",
        "RELATED: ",
        "READ MORE: ",
        "ALSO READ: ",
        "DON'T MISS: ",
        "Weather: ",
        "WINNERS — ",
        "PHOTOS: ",
        "IN PICTURES: ",
        "ANALYSIS — ",
        "SPONSORED: ",
        "TL;DR — ",
        "I — ",
        "“OSLO” — ",
        "WHO: ",
        "WHERE: ",
        "CORRECTION: ",
        "FILE - ",
        "FILE – In this March 3, 2031, photo, ",
        "SENATE VOTE — ",
        "BLACK LIVES MATTER — ",
        "TECHNOLOGY — ",
        "TOP STORIES: ",
    ],
)
def test_what_else_stands_before_a_dash_or_colon(line: str) -> None:
    """Labels, bodies, people, tickers and short forms are no places."""
    assert datelines.read(line + REPORT) is None


@pytest.mark.parametrize(
    "line",
    [
        "Score: Riverton 3, Kerrin 1",
        "Arsenal (4-3-3): Roe, Doe",
        "ARSENAL 3 - CHELSEA 1",
        "President Roe – who was late – spoke.",
        "Oslo and Kerrin (Orrin) - both ports - were closed.",
        "Jane Roe / The Example",
        "WHEN: March 3",
        "PRICE: 3 dollars",
        "A spokesman (AP reported) - who left - spoke",
        "HOUSE — 53-43",
        "VISIT the harbour, Oct. 11–21, with the mayor, who will open the new bridge on Monday.",
        "ORRIX – Riverton Ferry Company",
        "Oslo: Ferry sinks",
        "Oslo – Ferry sinks",
        "Oslo – the capital – was closed for a day after the river had risen by two metres.",
    ],
)
def test_scores_headlines_and_asides(line: str) -> None:
    """A known place before a mark opens a report only where a paragraph follows."""
    assert datelines.read(line) is None


@pytest.mark.parametrize(
    ("line", "words", "slug"),
    [
        ("Washington (CNN)", "Washington", "CNN"),
        ("London, United Kingdom (AFP)", "London, United Kingdom", "AFP"),
        ("OSLO, March 3 (Reuters) -", "OSLO, March 3", "Reuters"),
        ("(AP)", None, "AP"),
        ("RENO, Nev. --", "RENO, Nev", None),
    ],
)
def test_lines_of_their_own(line: str, words: str | None, slug: str | None) -> None:
    """What opens a paragraph may stand above it."""
    found = datelines.read_line(line)
    assert found is not None
    assert (found.words, found.slug, found.end) == (words, slug, len(line))


@pytest.mark.parametrize("line", ["OSLO", "BREAKING —", "THE LATEST —", "Ferry (2019)", "(updated)"])
def test_lines_that_are_none(line: str) -> None:
    """A label or a bare name is no dateline."""
    assert datelines.read_line(line) is None


@given(st.text(max_size=200))
def test_any_line_is_read(line: str) -> None:
    """Nothing raises, and the end lies within the line."""
    found = datelines.read(line)
    assert found is None or 0 < found.end <= len(line)

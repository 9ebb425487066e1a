"""Invented news in the exact shape of the exports, lists and messages that researchers and newsrooms have."""

NEXIS = """


Download Request: Selected Items: 1-2
Time Of Request: Tuesday, March 04, 2031  09:12:44


                               1 of 2 DOCUMENTS



                             The Halden Courier

                            March 3, 2031 Monday
                                 Edition 1;
                                  National

Ferry stays in harbour after night of storm

BYLINE: Ada Holm

SECTION: NEWS; Pg. 4

LENGTH: 48 words

DATELINE: HALDEN


The ferry to Orrin stayed in the harbour on Monday. The wind had torn two of
its mooring lines, the harbour office said.

"We sail when the inspectors say so," said Nils Berg, who runs the line. No-
body was hurt.

LOAD-DATE: March 3, 2031

LANGUAGE: ENGLISH

GRAPHIC: The ferry at its pier.

PUBLICATION-TYPE: Newspaper


                         Copyright 2031 Courier Group
                              All Rights Reserved

                               2 of 2 DOCUMENTS



                             The Orrin Post

                            March 4, 2031 Tuesday

Storm damage is put at two million

LENGTH: 12 words

The storm cost the town two million crowns, its council said.

LANGUAGE: ENGLISH

                         Copyright 2031 Orrin Post
"""

NEXIS_UNI = """Ferry stays in harbour after night of storm
The Halden Courier
March 3, 2031 Monday


Copyright 2031 Courier Group All Rights Reserved

Section: NEWS; Pg. 4
Length: 48 words
Byline: Ada Holm

Body


The ferry to Orrin stayed in the harbour on Monday. The wind had torn two of its mooring lines, the harbour office said.

"We sail when the inspectors say so," said Nils Berg, who runs the line.

Graphic

The ferry at its pier.

Classification

Language: ENGLISH
Publication-Type: Newspaper

Load-Date: March 3, 2031

End of Document

Storm damage is put at two million
The Orrin Post
March 4, 2031 Tuesday

Copyright 2031 Orrin Post All Rights Reserved

Length: 12 words

Body

The storm cost the town two million crowns, its council said.

Load-Date: March 4, 2031

End of Document
"""

FACTIVA = """Ferry stays in harbour after night of storm

By Ada Holm
48 words
3 March 2031
05:30
The Halden Courier
HALCOU
4
English
(c) 2031 Courier Group. All rights reserved.

The ferry to Orrin stayed in the harbour on Monday. The wind had torn two of its mooring lines, the harbour office said.

"We sail when the inspectors say so," said Nils Berg, who runs the line.

Document HALCOU0020310303ea330001x

Storm damage is put at two million

12 words
4 March 2031
The Orrin Post
ORPOST
English
Copyright 2031 Orrin Post.

The storm cost the town two million crowns, its council said.

Document ORPOST0020310304ea340002y

Search Summary
Text storm
"""

FACTIVA_FIELDS = """SE News
HD Ferry stays in harbour after night of storm
BY By Ada Holm
WC 48 words
PD 3 March 2031
ET 05:30
SN The Halden Courier
SC HALCOU
LA English
CY (c) 2031 Courier Group
LP
The ferry to Orrin stayed in the harbour on Monday. The wind had torn two of its mooring lines, the harbour office said.
TD
"We sail when the inspectors say so," said Nils Berg, who runs the line.
RE nordl : Norlandia
AN
Document HALCOU0020310303ea330001x
"""

FACTIVA_HTML = """<!DOCTYPE html><html><head><title>Factiva</title></head><body>
<div id="article-HALCOU0020310303ea330001x"><div class="article enArticle">
<div id="hd"><span class='enHeadline'>Ferry stays in harbour after night of storm</span></div>
<div class="author">Ada Holm </div><div>48 words</div><div>3 March 2031</div><div>The Halden Courier</div>
<div>HALCOU</div><div>English</div><div>(c) 2031 Courier Group.</div>
<p class="articleParagraph enarticleParagraph">The ferry to Orrin stayed in the harbour on Monday.</p>
<p class="articleParagraph enarticleParagraph">"We sail when the inspectors say so," said Nils Berg.</p>
<p>Document HALCOU0020310303ea330001x</p></div></div>
<div class="article enArticle">
<div id="hd"><span class='enHeadline'>Storm damage is put at two million</span></div>
<div>12 words</div><div>4 March 2031</div><div>The Orrin Post</div><div>ORPOST</div><div>English</div>
<div>Copyright 2031 Orrin Post.</div>
<p class="articleParagraph enarticleParagraph">The storm cost the town two million crowns.</p>
<p>Document ORPOST0020310304ea340002y</p></div></body></html>
"""

NEXIS_HTML = """<HTML><HEAD><TITLE>Export</TITLE></HEAD><BODY><!-- Hide XML section from browser
<DOC NUMBER=1><DOCFULL> --><DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">1 of 2 DOCUMENTS</SPAN></P></DIV>
<BR><DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c2">The Halden Courier</SPAN></P></DIV>
<DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c4">March 3, 2031</SPAN><SPAN CLASS="c2"> Monday</SPAN></P></DIV>
<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c7">Ferry stays in harbour after night of storm</SPAN></P></DIV>
<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">BYLINE: </SPAN><SPAN CLASS="c2">Ada Holm</SPAN></P></DIV>
<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">LENGTH: </SPAN><SPAN CLASS="c2">48 words</SPAN></P></DIV>
<DIV CLASS="c5"><P CLASS="c9"><SPAN CLASS="c2">The ferry to Orrin stayed in the harbour on Monday.</SPAN></P>
<P CLASS="c9"><SPAN CLASS="c2">No lives were lost.</SPAN></P></DIV>
<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">LOAD-DATE: </SPAN><SPAN CLASS="c2">March 3, 2031</SPAN></P></DIV>
<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">LANGUAGE: </SPAN><SPAN CLASS="c2">ENGLISH</SPAN></P></DIV>
<DIV CLASS="c0"><P CLASS="c1"><SPAN CLASS="c2">2 of 2 DOCUMENTS</SPAN></P></DIV>
<DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c2">The Orrin Post</SPAN></P></DIV>
<DIV CLASS="c3"><P CLASS="c1"><SPAN CLASS="c4">March 4, 2031</SPAN></P></DIV>
<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c7">Storm damage is put at two million</SPAN></P></DIV>
<DIV CLASS="c5"><P CLASS="c6"><SPAN CLASS="c8">LENGTH: </SPAN><SPAN CLASS="c2">12 words</SPAN></P></DIV>
<DIV CLASS="c5"><P CLASS="c9"><SPAN CLASS="c2">The storm cost the town two million crowns.</SPAN></P></DIV>
</BODY></HTML>
"""

NEWSML = """<?xml version="1.0" encoding="UTF-8"?>
<newsMessage xmlns="http://iptc.org/std/nar/2006-10-01/"><header><sent>2031-03-03T05:31:00Z</sent></header><itemSet>
<newsItem guid="tag:nordwire.example,2031:ferry" version="2" standard="NewsML-G2"
standardversion="2.32" xml:lang="en-GB">
<itemMeta><itemClass qcode="ninat:text"/><provider qcode="nprov:NW"><name>Nordwire</name></provider>
<versionCreated>2031-03-03T05:30:00Z</versionCreated><firstCreated>2031-03-03T05:12:00Z</firstCreated>
<pubStatus qcode="stat:usable"/></itemMeta>
<contentMeta><creator literal="ah"><name>Ada Holm</name></creator><by>By Ada Holm</by>
<headline>Ferry stays in harbour</headline>
<language tag="en-GB"/></contentMeta>
<contentSet><inlineXML contenttype="application/nitf+xml"><nitf xmlns="http://iptc.org/std/NITF/2006-10-18/"><body>
<body.head><hedline><hl1>Ferry stays in harbour</hl1></hedline></body.head>
<body.content><p>HALDEN (NW) - The ferry to <em>Orrin</em> stayed in the harbour on Monday.</p>
<media media-type="image"><media-caption><p>The ferry.</p></media-caption></media>
<p>Nobody was hurt.</p></body.content></body></nitf></inlineXML></contentSet></newsItem>
<newsItem guid="https://nordwire.example/storm" version="1"><itemMeta><itemClass qcode="ninat:text"/>
<provider literal="Nordwire"/><versionCreated>2031-03-04T08:00:00+01:00</versionCreated></itemMeta>
<contentMeta><headline>Storm cost</headline></contentMeta>
<contentSet><inlineXML contenttype="application/xhtml+xml"><html xmlns="http://www.w3.org/1999/xhtml"><body>
<p>The storm cost the town two million crowns.</p></body></html></inlineXML></contentSet></newsItem>
<newsItem guid="tag:nordwire.example,2031:photo" version="1">
<itemMeta><itemClass qcode="ninat:picture"/></itemMeta></newsItem>
<newsItem guid="tag:nordwire.example,2031:gone" version="3"><itemMeta><itemClass qcode="ninat:text"/>
<pubStatus qcode="stat:canceled"/></itemMeta></newsItem>
<newsItem guid="tag:nordwire.example,2031:empty" version="1">
<itemMeta><itemClass qcode="ninat:text"/></itemMeta></newsItem>
</itemSet></newsMessage>
"""

NITF = """<?xml version="1.0"?>
<nitf><head><title>Ferry</title><docdata><doc-id id-string="nw-1"/><date.issue norm="20310303T051200Z"/></docdata>
<pubdata name="The Halden Courier" position.section="News" date.publication="20310303"/></head>
<body><body.head><hedline><hl1>Ferry stays in harbour</hl1></hedline><byline>By Ada Holm</byline>
<dateline>HALDEN, March 3</dateline></body.head>
<body.content><p>The ferry to Orrin stayed in the harbour.</p><p>Nobody was hurt.</p></body.content></body></nitf>
"""

NINJS_1 = {
    "uri": "https://nordwire.example/ferry",
    "type": "text",
    "mimetype": "text/plain",
    "representationtype": "complete",
    "versioncreated": "2031-03-03T05:30:00Z",
    "contentcreated": "2031-03-03T05:12:00Z",
    "byline": "Ada Holm",
    "language": "en-GB",
    "copyrightholder": "Nordwire",
    "headline": "Ferry stays in harbour",
    "body_xhtml": "<p>The ferry stayed in the harbour.</p>",
    "body_text": "The ferry stayed in the harbour.\n\nNobody was hurt.",
}
NINJS_2 = {
    "uri": "urn:nordwire:ferry",
    "type": "text",
    "standard": {"name": "ninjs", "version": "2.1"},
    "firstcreated": "2031-03-03T05:12:00Z",
    "versioncreated": "2031-03-03T05:30:00Z",
    "by": "Ada Holm",
    "language": "en",
    "headlines": [{"role": "short", "value": "Ferry"}, {"role": "main", "value": "Ferry stays in harbour"}],
    "bodies": [{"role": "main", "contenttype": "text/html", "value": "<p>The ferry stayed in the harbour.</p>"}],
    "infosources": [{"name": "Nordwire", "role": "provider"}],
}
NINJS_3 = {
    "uri": "urn:nordwire:ferry",
    "type": "text",
    "standard": {"name": "ninjs", "version": "3.0"},
    "firstCreated": "2031-03-03T05:12:00Z",
    "language": "en",
    "people": [{"name": "Ada Holm", "rel": "author"}, {"name": "Nils Berg", "rel": "about"}],
    "headlines": [{"role": "main", "value": "Ferry stays in harbour"}],
    "bodies": [{"role": "main", "contentType": "text/plain", "value": "The ferry stayed in the harbour."}],
    "infoSources": [{"name": "Nordwire", "role": "publisher"}],
}

MEDIA_CLOUD = """stories_id,publish_date,title,url,language,ap_syndicated,media_id,media_name,media_url
17,2031-03-03 05:12:00,"Ferry stays, again",https://halden.example/ferry,en,False,4,Halden Courier,https://halden.example
18,2031-03-04,Storm cost,https://orrin.example/storm,en,False,5,Orrin Post,https://orrin.example
19,2031-03-04,Nothing,,en,False,5,Orrin Post,https://orrin.example
"""
MEDIA_CLOUD_NEW = """id,indexed_date,language,media_name,media_url,publish_date,title,url
a1,2031-03-05 01:00:00,en,halden.example,halden.example,2031-03-03,Ferry stays,https://halden.example/ferry
"""
GDELT_DOC = "URL,MobileURL,Date,Title\nhttps://halden.example/ferry,,2031-03-03 05:15:00,Ferry stays\n"
TEXTS_CSV = """url;title;date;text
https://halden.example/ferry;Ferry stays;2031-03-03;"The ferry stayed in the harbour.

""Nobody was hurt,"" said Nils Berg."
https://halden.example/empty;Nothing;2031-03-03;
"""


def gkg(address: str, extras: str = "", translated: str = "", kind: str = "1") -> str:
    """Return a row of GDELT's knowledge graph 2.1."""
    cells = ["20310303051500-7", "20310303051500", kind, "halden.example", address, *[""] * 20, translated, extras]
    return "\t".join(cells) + "\n"


def event(address: str, columns: int = 61) -> str:
    """Return a row of GDELT's events, 2.0 with 61 columns and 1.0 with 58."""
    cells = ["987654321", "20310303", "203103", "2031", *[""] * (columns - 5), address]
    return "\t".join(cells) + "\n"


def mention(address: str, kind: str = "1") -> str:
    """Return a row of GDELT's mentions."""
    cells = ["987654321", "20310303051500", "20310303053000", kind, "halden.example", address, *[""] * 10]
    return "\t".join(cells) + "\n"


SITEMAP = """<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:news="http://www.google.com/schemas/sitemap-news/0.9">
<url><loc>https://halden.example/ferry</loc><lastmod>2031-03-09</lastmod><news:news><news:publication>
<news:name>The Halden Courier</news:name><news:language>en</news:language></news:publication>
<news:publication_date>2031-03-03T05:12:00Z</news:publication_date><news:title>Ferry stays &amp; waits</news:title>
</news:news></url>
<url><loc>https://halden.example/storm?a=1&amp;b=2</loc></url><url><loc>/nowhere</loc></url></urlset>
"""
INDEX = """<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
<sitemap><loc>{address}/news.xml</loc><lastmod>2031-03-03</lastmod></sitemap></sitemapindex>
"""

CSL = [
    {
        "id": "holm2031",
        "type": "article-newspaper",
        "title": "Ferry stays in harbour",
        "container-title": "The Halden Courier",
        "URL": "https://halden.example/ferry",
        "author": [{"family": "Holm", "given": "Ada"}, {"literal": "Nordwire"}],
        "issued": {"date-parts": [[2031, 3]]},
        "language": "en-GB",
        "abstract": "A ferry stays.",
    },
    {"id": "book", "type": "book", "title": "On harbours", "issued": {"date-parts": [["2029"]]}},
]
ZOTERO = {
    "items": [
        {
            "itemKey": "AB12",
            "itemType": "newspaperArticle",
            "title": "Ferry stays in harbour",
            "creators": [
                {"firstName": "Ada", "lastName": "Holm", "creatorType": "author"},
                {"name": "Somebody", "creatorType": "editor"},
            ],
            "publicationTitle": "The Halden Courier",
            "date": "2031-03-03",
            "section": "News",
            "url": "https://halden.example/ferry",
        }
    ]
}

EML = b"""Return-Path: <news@halden.example>
Message-ID: <m1@halden.example>
Date: Mon, 03 Mar 2031 05:12:00 +0100
From: =?utf-8?q?The_Halden_Courier?= <news@halden.example>
Subject: =?iso-8859-1?q?Caf=E9_by_the_ferry?=
MIME-Version: 1.0
Content-Type: multipart/mixed; boundary="out"

--out
Content-Type: multipart/alternative; boundary="in"

--in
Content-Type: text/plain; charset=iso-8859-1
Content-Transfer-Encoding: quoted-printable

The caf=E9 by the ferry stays shut.
--in
Content-Type: text/html; charset=utf-8
Content-Transfer-Encoding: base64

PHA+VGhlIGNhZsOpIGJ5IHRoZSBmZXJyeSBzdGF5cyBzaHV0LjwvcD4=
--in--
--out
Content-Type: text/html; name=ad.html
Content-Disposition: attachment; filename=ad.html

<p>Buy a boat.</p>
--out--
"""
MBOX = (
    b"From news@halden.example Mon Mar  3 05:12:00 2031\n"
    + EML
    + b"\nFrom post@orrin.example Tue Mar  4 08:00:00 2031\n"
    + b"From: post@orrin.example\nSubject: Storm\nMessage-ID: <m2@orrin.example>\n\n"
    + b"The storm cost two million.\n\n>From the council came no word.\nFrom here it looks bad.\n"
    + b"\nFrom empty@orrin.example Tue Mar  4 09:00:00 2031\nFrom: post@orrin.example\nSubject: Nothing\n\n\n"
)

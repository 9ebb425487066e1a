"""Newsletters, alone and in mailboxes."""

import mailbox
from email.message import EmailMessage
from pathlib import Path

import pytest

from firsthand.config import ReadConfig
from firsthand.model import Document, Rejected
from tests.read import exports
from tests.read.conftest import Read


@pytest.mark.parametrize("name", ["letter.eml", "letter.txt", "letter"])
def test_a_message_is_a_document_told_by_its_head(read: Read, name: str) -> None:
    """HTML goes before plain text; attachments are not read."""
    (found,) = read(name, exports.EML)
    assert isinstance(found, Document)
    assert (found.kind, found.content) == ("html", "<p>The café by the ferry stays shut.</p>")
    assert (found.title, found.publisher) == ("Café by the ferry", "The Halden Courier")
    assert (found.external_id, found.published) == ("m1@halden.example", "Mon, 03 Mar 2031 05:12:00 +0100")


def test_a_mailbox_is_read_a_message_at_a_time(read: Read) -> None:
    """Lines that begin like a new message are quoted in mailboxes; unquoted ones need a date to part messages."""
    first, second, empty = read("box", exports.MBOX)
    assert isinstance(first, Document) and isinstance(second, Document) and isinstance(empty, Rejected)
    assert [first.input[-2:], second.input[-2:]] == ["#1", "#2"]
    assert second.content.splitlines() == [
        "The storm cost two million.",
        "",
        "From the council came no word.",
        "From here it looks bad.",
    ]
    assert (second.publisher, second.kind) == ("orrin.example", "text")
    assert (empty.reason, empty.input[-2:]) == ("no-text", "#3")


def test_mailboxes_of_others_are_read(tmp_path: Path, read: Read) -> None:
    """As the standard library writes them."""
    box = mailbox.mbox(tmp_path / "made")
    for number in range(3):
        message = EmailMessage()
        message["From"], message["Subject"] = "Nordwire <nw@nordwire.example>", f"Letter {number}"
        message["Archived-At"] = f"<https://nordwire.example/{number}>"
        message.set_content(f"Wörd {number}.\n\nFrom me to you, said Ada Holm.\n")
        message.add_alternative(f"<p>Wörd {number}.</p>", subtype="html")
        box.add(message)
    box.close()
    found = read("box", (tmp_path / "made").read_bytes())
    assert [(d.title, d.content.strip(), d.url, d.publisher) for d in found if isinstance(d, Document)] == [
        (f"Letter {n}", f"<p>Wörd {n}.</p>", f"https://nordwire.example/{n}", "Nordwire") for n in range(3)
    ]


def test_a_message_over_the_bound_is_told_and_the_next_one_read(read: Read) -> None:
    big = b"From a@a.example Mon Mar  3 05:12:00 2031\nFrom: a@a.example\nMessage-ID: <1>\n\n" + b"word \n" * 50_000
    last = b"\nFrom b@b.example Mon Mar  3 05:12:00 2031\nFrom: b@b.example\nMessage-ID: <2>\n\nWord.\n"
    first, second = read("box", big + last, config=ReadConfig(max_document_bytes=100_000))
    assert isinstance(first, Rejected) and first.reason == "too-large"
    assert isinstance(second, Document) and second.content == "Word."


def nested(depth: int) -> bytes:
    """Return a message within messages."""
    head = b"".join(b"Content-Type: message/rfc822\nMessage-ID: <%d>\n\n" % n for n in range(depth))
    return b"MIME-Version: 1.0\nFrom: a@a.example\n" + head + b"Content-Type: text/plain\n\nThe ferry stayed.\n"


@pytest.mark.parametrize(("depth", "kind"), [(5, Document), (50, Rejected), (5_000, Rejected)])
def test_messages_within_messages_are_read_so_deep(read: Read, depth: int, kind: type) -> None:
    (found,) = read("x.eml", nested(depth))
    assert isinstance(found, kind)


@pytest.mark.parametrize(
    "message",
    [
        b"MIME-Version: 1.0\nFrom: a\nContent-Type: multipart/mixed; boundary=x\n\n--x\n--x\n--x--",
        b"MIME-Version: 1.0\nFrom: a\nContent-Type: text/plain; charset=no-such\n\nWord.",
        b"MIME-Version: 1.0\nFrom: =?x?q?=?=\nSubject: =?utf-8?b?!!?=\nContent-Transfer-Encoding: base64\n\n!!!!\n",
        b"MIME-Version: 1.0\nFrom: a\nContent-Type: ;;;=\nContent-Transfer-Encoding: uuencode\n\nx",
    ],
)
def test_broken_messages_are_told_or_read(read: Read, message: bytes) -> None:
    assert len(read("x.eml", message)) == 1


def test_letters_that_are_printed_in_the_news_are_text(read: Read) -> None:
    """What only servers write is what tells a message."""
    text = b"From: the editor\nSubject: ferries\nDate: today\n\nThe ferry stayed.\n"
    (found,) = read("x.txt", text)
    assert isinstance(found, Document) and found.content == text.decode()

"""All that a watch tells, on an invented town's news: from files in a folder to lines, a webhook and a feed."""

import json
from pathlib import Path

import feedparser
import pytest

from firsthand.watch import rounds
from tests.watch.server import Page, Site
from tests.watch.test_rounds import Desk

COURIER = """Ferry pier at Halden closed after crack is found

Divers found a crack of two metres in the ferry pier at Halden on Monday, and all sailings to Brekke were cancelled.

“The pier will stay closed until May,” harbour master Ingrid Ols said. She said that 400 commuters would have to take \
the bus over the Lind bridge, which takes an hour longer than the boat.

“I have crossed here every morning for thirty years and never saw it shut,” Tomas Rehn, a nurse, said at the gate.

The council meets on Thursday to vote on repairs that engineers put at nine million crowns, and the shipping company \
wants to know who will pay for the empty boats.
"""
GAZETTE = """Brekke commuters face months of buses

Hundreds of people who work in Halden queued for buses in Brekke this morning because the pier on the other side has \
been shut.

“The pier will remain closed until May,” said Ingrid Ols, the harbour master of Halden, where divers had seen a crack \
in the concrete on Monday.

“Nobody told us on Sunday,” said Marta Vell, who runs the kiosk at the Brekke landing. “I have bread for two hundred.”

The bus company is putting on eleven more buses a day, and schools in Brekke will begin half an hour later.
"""
NORDVIK = COURIER.replace("Ferry pier at Halden closed after crack is found", "Crack closes ferry pier at Halden")


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(rounds, "SETTLED", 0.0)
    (tmp_path / "in").mkdir()
    return tmp_path / "in"


def put(folder: Path, name: str, text: str, publisher: str, hour: int) -> None:
    said = {"publisher": publisher, "published": f"2031-03-04T{hour:02}:00:00Z"}
    (folder / f"{name}.meta.json").write_text(json.dumps(said))
    (folder / f"{name}.txt").write_text(text)


def test_all_five_alerts_are_told_printed_posted_and_fed(site: Site, folder: Path, tmp_path: Path) -> None:
    site.pages["/hook"] = Page(status=204)
    desk = Desk(tmp_path, str(folder), webhook=f"{site.address}/hook", rss=tmp_path / "out.xml")
    told: list[set[str]] = []

    def round_of_news(name: str, text: str, publisher: str, hour: int) -> dict[str, dict[str, object]]:
        put(folder, name, text, publisher, hour)
        told.append({kind for kind, _ in desk.round()})
        return {alert["kind"]: alert for alert in map(json.loads, desk.said)}

    round_of_news("courier", COURIER, "Halden Courier", 9)
    second = round_of_news("gazette", GAZETTE, "Brekke Gazette", 11)
    third = round_of_news("nordvik", NORDVIK, "Nordvik Post", 7)
    fourth = round_of_news("gazette", GAZETTE.replace("eleven more", "twelve more"), "Brekke Gazette", 11)

    assert told == [
        {"new story"},
        {"second origin", "changed wording"},
        {"no longer independent", "changed wording"},  # the page that was first differs from the other as its copy did
        {"edited article"},
    ]
    assert str(second["second origin"]["title"]).startswith("Ingrid Ols: The pier will")
    assert "stay" in str(second["changed wording"]["detail"])
    assert "remain" in str(second["changed wording"]["detail"])
    assert third["no longer independent"]["title"] == "Ferry pier at Halden closed after crack is found"
    assert "Nordvik Post" in str(third["no longer independent"]["detail"])
    assert ["eleven" in line or "twelve" in line for line in fourth["edited article"]["detail"]] == [True, True]

    everything = sorted(kind for kinds in told for kind in kinds)
    posted = [json.loads(body)["kind"] for method, _, _, body in site.asked if method == "POST"]
    fed = feedparser.parse((tmp_path / "out.xml").read_bytes())
    assert sorted(posted) == everything
    assert sorted(entry.title.split(":")[0] for entry in fed.entries) == everything
    assert desk.round() == []

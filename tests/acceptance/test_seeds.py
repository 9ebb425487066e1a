"""The founding documents, read as a careful person reads them. Needs the measuring data beside the checkout."""

import json
from pathlib import Path

import pytest
from benchmarks.sample.measure import Rows
from benchmarks.seeds.measure import Line, measure, trace

SEEDS = Path(__file__).resolve().parents[2] / ".." / "shared" / "seeds"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.skipif(not (SEEDS / "gold.json").exists(), reason="../shared/seeds is not beside this checkout"),
]


@pytest.fixture(scope="module")
def rows() -> Rows:
    return trace(SEEDS)


def test_every_requirement_holds(rows: Rows, capsys: pytest.CaptureFixture[str]) -> None:
    """Segments, comments, quotations, statements, stories, lineage and counts match the gold reading."""
    lines = measure(rows, json.loads((SEEDS / "gold.json").read_text(encoding="utf-8")))
    with capsys.disabled():
        print("\n" + "\n".join(map(str, lines)))
    assert [line for line in lines if not line.holds] == []


def test_the_measure_notices_what_is_missing(rows: Rows) -> None:
    """The table cannot pass on an export without quotations or comments."""
    gold = json.loads((SEEDS / "gold.json").read_text(encoding="utf-8"))
    without = rows | {"comments": [], "quotations": rows["quotations"][:40]}
    short = {line.name for line in measure(without, gold) if not line.holds}
    assert {"comments: author, depth, parent, text", "quotations found"} <= short
    assert all(isinstance(line, Line) for line in measure(rows, gold))


def test_dates_resolve_against_the_day_of_publication(tmp_path: Path) -> None:
    """Weekdays, days without a year and abbreviated months, as the gold reads them."""
    gold = json.loads((SEEDS / "gold.json").read_text(encoding="utf-8"))
    published: dict[str, str] = {}
    for date in gold["dates"]:
        text = (SEEDS / f"{date['id']}.txt").read_text(encoding="utf-8")
        (tmp_path / f"{date['id']}.txt").write_text(text, encoding="utf-8", newline="")
        published[date["id"]] = date["needs"].split("publication date ")[-1][:10]
    known = {"003_1bed210dd336d319": "2017-12-09", "004_79a7171b1141ffcc": "2017-09-23"}
    for name, day in (published | known).items():
        (tmp_path / f"{name}.meta.json").write_text(json.dumps({"published": day}), encoding="utf-8")
    rows = trace(tmp_path)
    texts = {a["id"]: a["text"] for a in rows["articles"]}
    for date in gold["dates"]:
        values = {
            texts[d["article"]][d["start"] : d["end"]]: d["value"] for d in rows["dates"] if d["article"] == date["id"]
        }
        wanted = date["text"].removeprefix("On ").removeprefix("on ")
        assert [v for words, v in values.items() if wanted in words] == [date["value"]], (date, values)

"""What the model of lines sees: names that do not depend on anything but the text and the rules' verdict."""

from hypothesis import given
from hypothesis import strategies as st

from firsthand.clean import line_features, plain
from firsthand.config import CleanConfig

PROSE = "The ferry to Saltby stopped for the second time this week, the port said on Tuesday."
LINES = st.lists(st.sampled_from(["", "Home", "3 comments", "Ivo says:", "© AP", "!", PROSE, "a" * 700]), max_size=30)


def features(text: str) -> list[list[str]]:
    page, _, rules = plain.by_rules(text, None, CleanConfig())
    return line_features.features(page, rules)


@given(LINES)
def test_each_line_has_features_and_few_of_them(lines: list[str]) -> None:
    """Bounded for each line, however long it is, and none of them breaks the file of weights."""
    found = features("\n".join(lines))
    assert len(found) == sum(bool(line.strip()) for line in lines)
    assert all(0 < len(names) < 80 for names in found)
    assert not any("\n" in name for names in found for name in names)


def test_what_the_rules_say_is_among_them() -> None:
    text = f"Ferry stops again\n{PROSE}\nAn engine failed at dawn, and the boat had to be towed back.\n"
    _, _, rules = plain.by_rules(text, None, CleanConfig())
    assert "body" in rules.kinds
    assert [names[1] for names in features(text)] == [f"rules {kind}" for kind in rules.kinds]


def test_lines_deep_in_a_menu_are_not_looked_at() -> None:
    """Far from all prose a line that the rules leave out is one of a menu, whatever it says."""
    menu = "\n".join(["Log in", *(f"Section {n}" for n in range(39))])
    found = features(f"{menu}\n{PROSE}\n{PROSE}\n{PROSE}\n")
    assert found[20] == ["menu"]
    assert len(found[39]) > 1


def test_an_author_line_below_the_lead_is_told() -> None:
    found = features(f"Ferry stops again\n{PROSE}\n{PROSE}\n{PROSE}\nOrla says:\nIt is always the same.\n")
    assert any(name.startswith(("author True", "author False")) for name in found[4])

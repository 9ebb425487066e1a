"""The list of programmes: which broadcaster's each is, and which titles are known without marks."""

from collections import Counter

from firsthand import data


def test_programmes_are_of_many_countries_broadcasters() -> None:
    """Enough for a start, each with a broadcaster, none listed twice for one."""
    programmes = data.programmes()
    assert len(programmes) >= 250
    assert len({p.broadcaster for p in programmes}) >= 60
    assert all(p.name and p.broadcaster for p in programmes)
    assert [pair for pair, times in Counter((p.name, p.broadcaster) for p in programmes).items() if times > 1] == []


def test_broadcasters_go_by_the_name_that_the_outlets_list_gives() -> None:
    """A broadcaster that the lists know is written as there, so that a programme and a channel name one outlet."""
    known = ((p.broadcaster, data.publisher_named(p.broadcaster)) for p in data.programmes())
    assert {(name, found.name) for name, found in known if found is not None and found.name != name} == set()


def test_titles_that_are_ordinary_words_are_not_plain() -> None:
    """ "Today" is a title only between marks or behind its broadcaster."""
    plain = {p.name for p in data.programmes() if p.plain}
    assert plain & {"Today", "This Week", "New Day", "Morning Joe", "State of the Union", "The National"} == set()
    assert {"Meet the Press", "Face the Nation", "Newsnight"} <= plain

"""Finding what an id names in a catalog: by its beginning, as exported, or where it went as stories were joined."""

from firsthand.errors import NotFound
from firsthand.model import Article, Statement, Story
from firsthand.present.catalog.parts import Parts
from firsthand.present.views.moved import STEPS, given

# Ours: so many ids with one beginning are looked at.
_BEGUN = 3


class Finder(Parts):
    """Finds single records by what a user gives for them."""

    def find(self, identity: str) -> Article | Story | Statement:
        """Return what has this id; see ``Catalog.find``."""
        found = self._having(identity) or self._named(identity)
        if found is None and len(identity) >= 4:
            begun = self._begun(identity)
            if len(begun) > 1:
                raise NotFound(f"several ids begin with {identity!r}, as {begun[0]} and {begun[1]} do: give more of it")
            found = self._having(begun[0]) if begun else None
        found = found or self._having(self.moved(identity))
        if found is None:
            raise NotFound(f"nothing in this corpus has the id {identity!r}; firsthand show lists the stories")
        return found

    def moved(self, identity: str) -> str:
        """Return what a story or statement is part of now; see ``Catalog.moved``."""
        for _ in range(STEPS):
            if isinstance(self._having(identity), Story | Statement):
                return identity
            found = self._after(identity)
            if not found:
                break
            identity = found
        return ""

    def _after(self, identity: str) -> str:
        """Return the id that came in place of one; it may be none any more itself."""
        for sql in (
            "SELECT after FROM joined WHERE before = ? ORDER BY rowid DESC LIMIT 1",
            "SELECT story FROM member WHERE begun = ?",
            "SELECT statement FROM attribution WHERE begun = ?",
        ):
            if found := self._connection.execute(sql, (identity,)).fetchone():
                return str(found[0])
        corrections = [c for c in self._corrections() if identity in c.given]
        members = sorted({m for c in corrections for m in c.members})
        homes = {quotation: statement for quotation, (_, statement) in self._quoted(members).items()}
        sql = "SELECT article, story FROM member WHERE article IN (SELECT value FROM json_each(?))"
        return given(corrections, identity, homes | dict(self._connection.execute(sql, (self._listed(members),))))

    def _having(self, identity: str) -> Article | Story | Statement | None:
        found: list[Article | Story | Statement] = [
            *self.records(Article, "articles", [identity]),
            *self.records(Story, "stories", [identity]),
            *self.records(Statement, "statements", [identity]),
        ]
        return found[0] if found else None

    def _named(self, name: str) -> Article | None:
        ids = [i for (i,) in self._connection.execute("SELECT id FROM article WHERE name = ?", (name,))]
        return next(iter(self.records(Article, "articles", ids)), None)

    def _begun(self, beginning: str) -> list[str]:
        sql = (
            "SELECT DISTINCT id FROM record WHERE kind IN ('articles', 'stories', 'statements')"
            " AND id >= ? AND id < ? LIMIT ?"
        )
        return [i for (i,) in self._connection.execute(sql, (beginning, f"{beginning}\U0010ffff", _BEGUN))]

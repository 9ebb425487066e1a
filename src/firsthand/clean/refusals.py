"""Pages that a crawl brings home in place of an article: errors, robot checks, consent walls, terms of use.

They would make stories of their own, since hundreds of them are alike. Only a page whose headline is nothing but such
a message, or that is hardly more than one, is taken for it: there are reports about every one of these words.
"""

import re

from firsthand.text import words

# What the headline is as a whole, with whose name or number around it.
_ERROR = re.compile(
    r"(?:error|http|oops|sorry|fehler|erreur)?\W{0,4}(?:4\d\d|5\d\d)?\W{0,4}(?:"
    r"(?:this |the |your )?(?:page|file|article|story|content|url|requested url)? ?(?:is |was |could )?"
    r"(?:not|can'?t|cannot)(?: be)? (?:found|available|accessible)|"
    r"(?:page|seite|artikel) (?:existiert nicht|nicht gefunden)|page (?:introuvable|non trouvée)|"
    r"página no encontrada|pagina (?:non trovata|niet gevonden)|página não encontrada|страница не найдена|"
    r"bad request|unauthori[sz]ed|forbidden|access (?:to this page has been )?denied|zugriff verweigert|"
    r"gone|too many requests|internal server error|bad gateway|gateway time-?out|"
    r"service (?:temporarily )?unavailable|(?:site |down )?(?:under|for) maintenance|request (?:unsuccessful|blocked)"
    r")\W{0,4}(?:error)?(?:\s(?:[|–—·:-])\s.{1,60})?",
    re.IGNORECASE,
)
_CHECK = re.compile(
    r"just a moment\W*|attention required!?.{0,30}|pardon our interruption\W*|(?:one more step|security check)\W*|"
    r"(?:are you|i'?m|not) (?:a )?(?:human|robot)\??\W*|(?:please )?verify (?:that )?you are (?:a )?human\W*|"
    r"checking your browser.{0,60}|(?:please )?(?:enable|turn on|activate) (?:javascript|cookies).{0,60}|"
    r"bot (?:check|verification)\W*|ddos protection.{0,40}|human verification\W*",
    re.IGNORECASE,
)
_CONSENT = re.compile(
    r"(?:we value|we care about|your) (?:your )?privacy(?: (?:choices|matters|settings))?\W*|"
    r"(?:cookies?|privacy|datenschutz|consent)[- ]?(?:consent|policy|notice|settings|preferences|statement|choices|"
    r"einstellungen|erklärung)?\W*|terms (?:of|and) (?:use|service|conditions)\W*|"
    r"before you continue(?: to .{1,40})?\W*|manage (?:your )?(?:cookies|consent|privacy).{0,30}",
    re.IGNORECASE,
)
_SAID = re.compile(
    r"\bthe (?:page|article|story|url|content) (?:that )?(?:you (?:were|are) looking for|you requested|requested) "
    r"(?:does(?: not|n'?t) exist|(?:could|can) ?not be found|was not found|has been (?:re)?moved|"
    r"is (?:no longer|not) available)|"
    r"\bplease (?:enable|turn on) (?:javascript|cookies)\b|\byour browser (?:does not support|has) javascript\b|"
    r"\bverify(?:ing)? (?:that )?you are (?:a )?human\b|\bunusual traffic from your\b",
    re.IGNORECASE,
)
_KINDS = ((_ERROR, "an error message"), (_CHECK, "a check against robots"), (_CONSENT, "a consent or legal notice"))
_IDEOGRAPH = re.compile(r"[\u3040-\u30ff\u3400-\u9fff\uac00-\ud7af]")
_LONGEST_HEADLINE = 120
_MOST = 1_500  # characters of body beside such a headline: a longer text has something to say
_LEAST_WORDS = 5  # of a file: with fewer it is a note, a placeholder, a menu's last item. Ours.
_HARDLY_MORE = 300  # characters of a body that is such a message itself


def refusal(headline: str | None, body: str) -> str | None:
    """Return what a page is in place of an article (``an error message`` …), or None where it may be one."""
    size = len(body.strip())
    if headline and len(headline) <= _LONGEST_HEADLINE and size <= _MOST:
        named = next((name for pattern, name in _KINDS if pattern.fullmatch(headline.strip())), None)
        if named:
            return named
    return _KINDS[0][1] if size <= _HARDLY_MORE and _SAID.search(body) else None


def too_few(text: str) -> int | None:
    """Return how many words a text has where they are too few for an article, else None; an ideograph is a word."""
    start = text[:_HARDLY_MORE]
    count = sum(len(_IDEOGRAPH.findall(word)) or 1 for word in words(start))
    return count if count < _LEAST_WORDS and not text[_HARDLY_MORE:].strip() else None

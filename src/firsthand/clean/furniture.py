"""Page furniture: menus, share bars, notices, newsletter boxes, forms, teasers. By gazetteer and by general look."""

import re
from functools import cache, lru_cache

from firsthand.clean.lines import Line, marker
from firsthand.data import boilerplate
from firsthand.text import fold, squeeze

_LONGEST = 300  # furniture that is longer reads like prose, and is judged as prose
_EDGE = " -*=_~•|<>«»:.!"
_SENTENCE_PHRASE = 20  # characters of a phrase that makes even a full sentence furniture
# The minutes of reading are what reader views put below the headline.
_ANY = re.compile(
    r"(?:[-–—*=_~•|<>«»\s]{0,4})(?:"
    r"(?:advertisement advertisement|advertorial|anzeige|publicité|skip (?:to|ad|advertisement|navigation)\b.{0,40}|"
    r"image|none)"
    r"|(?:(?:e-?mail|print|share|tweet|save|bookmark|download|recommend|pin it|like|follow)"
    r"(?:\s(?:this|the|to|on|us|by|via|it|with)\b.{0,50})?(?:\s(?:article|story|page|version|friend|author))?)"
    r"|(?:about )?\d{1,3}(?:\s?[-–]\s?\d{1,3})?[ -]min(?:ute)?s?(?: read(?:ing time)?)?"
    r"|(?:enter )?your e-?mail(?: address)?|page \d{1,4}(?: (?:of|/) \d{1,4})?"
    r"|for immediate release"
    r"|(?:(?:show )?less|image \d{1,3} of.{0,3}\d{1,3}|\d{1,3} ?(?:/|of) ?\d{1,3}|buy (?:this )?photos?|now playing|"
    r"autoplay)"
    r"|(?:all |latest |top )?(?:news|world|politics|business|sports?|opinion|photos?)|transcript|prev next|top|more|"
    r"cancel\w{0,4}"
    r"|posted!|advanced search|terms|careers|listen|newsfeed|comment now|reprints?|feedback|a a a|google|show chapters"
    r")(?:[-–—*=_~•|<>«»:.!\s]{0,6})$",
    re.IGNORECASE,
)
# Notices that may be full sentences: specific enough to be furniture even then.
_NOTICE = re.compile(
    r"(?:"
    r"(?:(?:all )?(?:contents? |this material )?(?:is )?)?(?:copyright|©|\(c\)|&copy;)\W{0,3}(?:\d{4}|copyright|"
    r"all rights).{0,200}"
    r"|.{0,120}\ball rights reserved\b.{0,160}"
    r"|.{0,60}\bmay not be (?:published|reproduced|reprinted|copied)\b.{0,200}"
    r"|(?:subscribe|sign up|register|log ?in|sign ?in)\b.{0,60}\b(?:newsletters?|updates?|alerts?|inbox|e-?mails?|"
    r"comment|"
    r"account|today|now|here|free|access|channel|podcast|reading)\b.{0,160}"
    r"|(?:get|receive|want)\b.{0,80}\b(?:in|to) your (?:inbox|e-?mail)\b.{0,120}"
    r"|by (?:clicking|signing up|submitting|registering|subscribing|continuing|providing|entering)\b.{0,250}"
    r"|(?:get|receive)\b.{0,30}\b(?:news|alerts?|newsletters?|updates|briefing)\b.{0,30}\b(?:alerts?|as it happens|"
    r"newsletters?|from|by"
    r"|daily|sent)\b.{0,60}|get the .{0,40} newsletter\W{0,2}|turn on (?:desktop )?notifications\b.{0,120}"
    r"|.{0,80}\b(?:delivered|straight|sent)\b.{0,30}\byour (?:inbox|e-?mail|phone)\b.{0,60}"
    r"|(?:follow|like|join|find|connect with)\b.{0,50}\bon\b.{0,12}\b(?:twitter|facebook|instagram|youtube|telegram|"
    r"linkedin|google\+?|tumblr|pinterest|whatsapp|social media|the conversation).{0,120}"
    r"|(?:add|post|leave|write|view|read|see|show|hide|load)\b.{0,20}\b(?:comments?|reply|comment policy|"
    r"comment rules)\b"
    r".{0,100}"
    r"|(?:you(?:'re|’re| are) receiving this|was this (?:e-?mail|newsletter) forwarded|"
    r"view (?:this (?:e-?mail|newsletter) )?in "
    r"(?:your |a )?browser|unsubscribe\b|(?:subscribe to|join|follow)(?: us)?:? @\w).{0,200}"
    r"|your e-?mail address will not be published.{0,100}|required fields are marked.{0,60}"
    r"|(?:do|did) you (?:like|enjoy)\b.{0,40}\b(?:content|article|story|post|page)\b.{0,80}"
    r"|(?:please |consider |help )(?:help(?:ing)?|support(?:ing)?|donat\w+|contribut\w+|us|consider)\b.{0,60}"
    r"\b(?:us|our|this site|independent|journalism|newsroom)\b.{0,120}"
    r"|your (?:subscription|donation|contribution|support)\b.{0,80}"
    r"|(?:click|tap)\s(?:here|on|the)\b.{0,280}"
    r"|(?:download|get) (?:our|the)\b.{0,40}\bapp\b.{0,120}"
    r"|(?:this|our) (?:web ?site|site|page) uses\b.{0,160}"
    r"|(?:a )?link has been (?:sent|posted)\b.{0,80}|check out this story on\b.{0,120}"
    r"|.{0,40}\bis not responsible for the content\b.{0,160}"
    r")$",
    re.IGNORECASE,
)
# Notices that a headline or sentence could look like: furniture only where the line is no sentence.
_LABEL = re.compile(
    r"(?:"
    r".{0,60}\b(?:comment(?:s|ing)? (?:policy|guidelines|rules|are (?:closed|moderated|subject))|terms of (?:use|"
    r"service)|"
    r"privacy policy|cookie policy|user agreement|conversation guidelines)\b.{0,200}"
    r"|(?:read|see|check|click|listen)\b.{0,30}\b(?:more|also|here|next|now|full (?:story|article)|related|the video)\b"
    r"[^.!?]{0,100}[:»>.…]{0,3}"
    r"|(?:related|recommended|trending|you may also|you might also|what'?s)\b.{0,30}\b(?:stories|news|articles?|posts?|"
    r"links?|coverage|content|reads?|topics?|headlines?|videos?|popular|like|trending|hot|galleries|"
    r"photos)\b[^.!?]{0,40}"
    r"|most (?:read|popular|viewed|e-?mailed|commented|shared|recent)\b[^.!?]{0,40}"
    r"|(?:more|other|latest|recent|top|today'?s|editor'?s) (?:stories|news|articles?|posts?|links?|coverage|headlines?|"
    r"videos?|picks?|galleries|topics)\b[^.!?]{0,40}|more (?:from|on|in|about)\b[^.!?]{0,40}"
    r"|(?:post to|share on|share this|send to|e-?mail (?:the author|this|to a))\b.{0,60}"
    r"|(?:tags?|topics?|categor(?:y|ies)|filed under|posted in|tagged(?: as| with)?|labels|keywords|share|share & save|"
    r"story tools|permalink|purchase|rate this)\s{0,2}:.{0,200}"
    r"|(?:powered|hosted) by\b.{0,60}"
    r"|(?:\d{1,6}|no|one)\s(?:shares?|likes?|views?|retweets?|reactions?|votes?)\b.{0,20}"
    r"|join the\b.{0,30}\b(?:conversation|discussion)\b.{0,20}"
    r"|published in\b.{0,60}|listed under\b.{0,200}"
    r")$",
    re.IGNORECASE,
)
# What sites ask of those who comment: in sentences, so that both the manner and the matter must be a notice's.
_ASKS = re.compile(
    r"(?:we|please|you|your|users?|(?:all )?(?:readers?|comments?|commenters|posts|postings)|by (?:posting|commenting)|"
    r"to (?:post|comment|leave|encourage|join)|sign[ -]?up|note|if you)\b",
    re.IGNORECASE,
)
_OF_COMMENTS = re.compile(r"\b(?:comment(?:s|ers?|ing)?|posts?|postings?|submissions?)\b", re.IGNORECASE)
_MANNERS = re.compile(
    r"\b(?:offensive|abusive|profan\w{1,4}|vulgar\w{0,4}|moderat(?:e|ed|ion|ors?)|inappropriate|guidelines|defamatory|"
    r"personal attacks|obscen\w{1,4}|libell?ous|slander\w{0,4}|hate speech|off[- ]topic|respectful|civil|logged in|"
    r"registered|to register|sign[ -]up|real names?)\b",
    re.IGNORECASE,
)
_LONGEST_POLICY = 700
_RIGHTS = re.compile(
    r"\ball rights reserved\b|\bmay not be (?:published|reproduced|reprinted)\b|^\W{0,3}copyright\b|^©", re.I
)
_MARKUP = re.compile(
    r"(?:&lt;|<)\s?[/!]?[a-zA-Z\[]|&lt;"
    r"|.{0,40}(?:</?\w{1,10}[ >]|\bfunction\s?\(|\bvar \w{1,20}\s?=|\bwindow\.\w|\bdocument\.\w|=\s?\w{1,30}\s?\|\||"
    r"\{\s?[\w-]{1,20}:)"
)
# A line that is nothing but a picture or a link of Markdown: what exports make of lazy images, teasers and buttons.
_MARKDOWN = re.compile(r"!?\[[^\[\]\n]{0,200}\]\([^()\s]{1,500}\)$")
_BARS = re.compile(r"(?:\s[|•·»>/]\s|\|)")
_MENU_BARS = 2  # separators on one unclosed line: a menu, a bar of links, a trail of sections
# Headings after which a list of other pages' headlines comes.
_LIST_HEADING = re.compile(
    r"(?:related|more (?:stories|news|on|from|in|articles)|see also|read (?:more|also|next)|most (?:popular|read|"
    r"viewed|"
    r"e-?mailed|commented)|latest|top stories|recommended|don'?t miss|you (?:may|might) also|trending|popular|"
    r"recent comments|"
    r"also (?:on|in|"
    r"read)|in other news|elsewhere|recent (?:posts|news|stories)|editor'?s picks?|today'?s|what others|inside|ads by|"
    r"sponsored|from (?:the|our) (?:web|partners|archives?))\b[^.!?]{0,60}$",
    re.IGNORECASE,
)
# Notices and headings of lists in languages of which the gazetteer of phrases has little. Ours, not measured.
_ABROAD = re.compile(
    r"(?:alle rechten voorbehouden|schrijf je in voor|abonneer je|усі права захищен|всі права захищен|підписуйтесь на|"
    r"підписуйтеся на|поділитися|جميع الحقوق محفوظة|اشترك في|شارك|版权所有|版權所有|责任编辑|責任編輯|分享到|"
    r"無断転載|सर्वाधिकार सुरक्षित|सब्सक्राइब करें|tüm hakları saklıdır|bültenimize abone)[^.!?。؟।]{0,80}[.。।]?$",
    re.IGNORECASE,
)
_LIST_HEADING_ABROAD = re.compile(
    r"(?:lees (?:ook|meer|verder)|meer (?:over|nieuws)|читайте також|за темою|більше новин|"
    r"اقرأ أيضا|اقرأ المزيد|مواضيع ذات صلة|"
    r"相关阅读|相关新闻|延伸阅读|相關新聞|関連記事|यह भी पढ़ें|ये भी पढ़ें|संबंधित खबरें|ilgili haberler|ayrıca okuyun|"
    r"läs (?:också|även|mer)|les også|læs også|czytaj (?:też|także|więcej)|zobacz (?:też|także)|čtěte také|"
    r"lue myös)(?!\w)"
    r"[^.!?。؟।]{0,80}$",
    re.IGNORECASE,
)


def is_furniture(line: Line) -> bool:
    """Tell whether a line is page furniture whatever stands around it."""
    return _is_furniture(line.text, is_long=line.size > _LONGEST, prose=line.prose, closed=line.closed)


@lru_cache(maxsize=8192)  # menus are alike on all pages of an outlet
def _is_furniture(text: str, *, is_long: bool, prose: bool, closed: bool) -> bool:
    bare = text[marker(text) :]
    if _MARKUP.match(bare) or (bare[:1] in ("!", "[") and _MARKDOWN.match(bare)):
        return True
    if prose and is_policy(bare):
        return True
    if is_long:
        return False
    if not any(c.isalnum() for c in bare):
        return True
    if _ANY.match(bare) or _NOTICE.match(bare) or is_known(bare, prose=prose):
        return True
    if prose:
        return False
    return bool(_LABEL.match(bare) or _ABROAD.match(bare)) or (not closed and len(_BARS.findall(bare)) >= _MENU_BARS)


def is_policy(text: str) -> bool:
    """Tell whether a sentence says what a site asks of those who comment ("We remove comments that are abusive")."""
    if len(text) > _LONGEST_POLICY or not _ASKS.match(text) or '"' in text or "“" in text:
        return False
    return bool(_OF_COMMENTS.search(text) and _MANNERS.search(text))


def reserves_rights(line: Line) -> bool:
    """Tell whether a line reserves rights, as the last line of an agency's or a paper's text does."""
    return line.size <= _LONGEST and bool(_RIGHTS.search(line.text))


def opens_list(line: Line) -> bool:
    """Tell whether a line is the heading of a list of other pages ("Related stories", "Most read")."""
    bare = line.text[line.marker :]
    return line.words <= 10 and bool(_LIST_HEADING.match(bare) or _LIST_HEADING_ABROAD.match(bare))


def is_known(bare: str, *, prose: bool) -> bool:
    """Tell whether the gazetteer of furniture knows a line (without its marker).

    A sentence must say more of a phrase than two words.
    """
    form = _form(bare)
    full, prefixes, contained = _phrases()
    if form.rstrip(_EDGE) in full or any(phrase in form for phrase in contained):
        return True
    least = _SENTENCE_PHRASE if prose else 0
    return any(form.startswith(phrase) and len(phrase) >= least for phrase in prefixes.get(form[:3], ()))


@cache
def _phrases() -> tuple[frozenset[str], dict[str, list[str]], tuple[str, ...]]:
    """Return the gazetteer's phrases: whole lines, beginnings by their first three characters, and parts."""
    full: set[str] = set()
    prefixes: dict[str, list[str]] = {}
    contained: list[str] = []
    for phrase in boilerplate():
        form = _form(phrase.pattern)
        if phrase.match == "full":
            full.add(form.rstrip(_EDGE))
        elif phrase.match == "prefix":
            prefixes.setdefault(form[:3], []).append(form)
        else:
            contained.append(form)
    return frozenset(full), prefixes, tuple(contained)


def _form(text: str) -> str:
    return squeeze(fold(text).casefold()).lstrip(_EDGE)

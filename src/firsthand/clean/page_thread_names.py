"""What the names of a thread's elements say: which of them are comments, and where author, time and words stand.

Comment software names alike: ``comment``, ``vf-comment``, ``d-comment``, ``commentItem`` are comments;
``comment-author``, ``fyre-comment-username``, ``commenter-name`` are authors. So a name (a word of class or id) is read
by its parts and not looked up in a list of products. Ours, from the markup that the software named in the tests writes.
"""

import re
from dataclasses import dataclass
from functools import lru_cache

from lxml.html import HtmlElement

from firsthand.clean.markup import classes, words_of

_PREFIXES = classes(
    """
    js wp wpd vf vf2 vf3 coral dsq d fyre gig ht hyvor isso gsc talk stream user reader readers single article news
    blog story post fb ufi lf timeline spcv leser child parent reply sub nested root c o m b ui web li id the thread
    remark42 is my ugc site public
    """
)
_NOUNS = classes(
    """
    comment usercomment readercomment articlecomment commentaire kommentar leserkommentar comentario commento reactie
    komentarz komentar kommentti uficomment jscomment
    """
)
_UNITS = classes("item entry container wrapper wrap box block row node card single main article root view group post")
_GLUED = re.compile(r"(?:user|reader|js)?comment(?:item|entry|container|wrapper|wrap|box|block|row|single)\d{0,9}")
_OF_LISTS = classes(
    "comments-item comments__item comments-list-item comments-list__item comment-list-item comments-body"
)
_OTHER = classes("fbfeedbackpost _3-8y comtr fyre-comment-article crawler-post-comment dst-posting gdt-comment idc-c")
_PINGS = classes("pingback trackback")  # another page's link, shown among the comments
_REPLIES = classes(
    """
    children child replies responses indented comment-replies comment__replies comment-children thread-children
    d-thread--responses fbfeedbackreplies vf-comment-replies vf-child-comments vf3-comment-replies comments-replies
    comment-list--replies nested-comments nested-replies answers subcomments wpd-children
    """
)
_THREADS = classes(
    """
    comments disqus_thread respond commentlist comment-list comments-area comment-respond comments-section
    comments-list commentform comment-form fb-comments comments-wrapper commentsection comments-container
    comment-section wp-block-comments fyre coral-stream vf-comments hyvor-talk-view comment-stream
    """
)
_AUTHORS = tuple(
    re.compile(pattern)
    for pattern in (
        r"fn|.{0,30}(?:author|user|display|nick|actor|profile|screen|commenter|poster|creator|commentmeta|member)_?name"
        r"|commentername|bigusername|hnuser|uficommentactorname|profilename|idcname|commentnickname",
        r".{0,24}comment(?:er|s|ator)?(?:author|user|name|poster|by|owner|authorlink)|commenter|commentator"
        r"|authorlink|userlink",
        r"nickname|nick|creator|poster|handle|.{0,12}user|.{0,12}author|name|url",
        r"submitted|posted|commentfooter|commentspost|comhead|byline|postedby|commentmeta|commentheader|commentinfo|details"
        r"|.{0,20}commentuser|info|meta|tagline|header",
    )
)
_WORDS = tuple(
    re.compile(pattern)
    for pattern in (
        r".{0,24}(?:comment|comments|post|message|posting|usertext)(?:content|text|message|copy|html|words|markup)"
        r"|commtext|md|cooked|bbwrapper|uficommentbody|5mdd|formattext|textformatted",
        r".{0,24}(?:comment|comments|post|message|usertext|entry)(?:body|main|data)|commententry",
        r"body|text|message|content|fyrecomment|richtext",
    )
)
_META = re.compile(
    r".{0,24}(?:commentmeta|metadata|commentfooter|commentheader|commentinfo|commentdate|commenttime|commentactions?"
    r"|commentbuttons|commenttools|commentlinks|commentcontrols|timestamp|timeago|datetime|permalink|avatar|signature"
    r"|postprofile|posthead|postdate|postbyline|userinfo|authorpane|crawlerpostmeta|messageuser|messageattribution"
    r"|commenthead|submitted|flatlist|lastedited|editedby|badges?|replylink|replyto|inreplyto|parentlink)"
    r"|reply|says|votes?|voting|rating|likes?|actions?|buttons|links|toolbar|share|flag|report|date|time|age|score|permalink"
    r"|tagline|comhead|details|post(?:ed|details|footer|meta|menu|buttons)|commentspost|usertitle|usertext-buttons|author"
    r"|commentreplylink|commentawaitingmoderation|articlecommentuser"
)
_TIME = re.compile(
    r".{0,30}(?:date|time|timestamp|timeago|datetime|published|postdetails)|age|livetimestamp|updated|created|permalink"
)
_REFERENCE = re.compile(r".{0,16}(?:replyto|inreplyto|parentlink|replyingto|responseto)")
_NUMBERED = re.compile(r"(?:li-?)?(?:comment|cid|wpd-comm|dsq-comment)[-_]?\d[\d_]*")
_FORUM_ID = re.compile(r"(?:post_?|p|js-post-|elcomment_|td_post_)\d{1,12}")
_FORUM = classes(
    "postbit postbitlegacy postbitim postcontainer crawler-post message--post cpost tborder post topic-post forumpost"
)
_POST_LISTS = classes("post-list children")
_OWN_TAGS = ("shreddit-comment", "dst-posting")
_TYPES = ("schema.org/Comment", "schema.org/UserComments")
# What the names of threads and of their comments have in common: nothing else in this module looks at other elements.
_PIECES = re.compile(r"ment|isc|post|eacti|orum|tbook|talkb|brief|espon|fyre|comtr|idc-c|3-8y|^p\d", re.IGNORECASE)
_MARKED = (
    "li", "div", "article", "section", "dd", "dt", "tr", "table", "blockquote", "p", "h3", "h4", "h5", "ol", "ul",
    "aside", "form", "tbody", "td", "dl", *_OWN_TAGS,
)  # fmt: skip
_SPLIT = re.compile(r"[-_]+")
_HASH = re.compile(r"_{1,2}(?=[a-z0-9]{0,5}\d)[a-z0-9]{5,6}$")  # what CSS modules add: ``Comment_author__3xY2a``


@dataclass(frozen=True, slots=True)
class Role:
    """What an element of a comment is by its name: ranks count from the most telling, None where it is no such part."""

    author: int | None = None
    words: int | None = None
    is_meta: bool = False
    is_time: bool = False
    is_reference: bool = False


NO_ROLE = Role()
LINE = 3  # the rank of what may hold an author's name among other things


def marked(tree: HtmlElement) -> list[HtmlElement]:
    """Return the elements that the names in this module may fit, in page order: a small part of most pages."""
    return [e for e in tree.iter(*_MARKED) if _fits(e.get("class"), e.get("id")) or _is_typed(e)]


@lru_cache(maxsize=8192)
def _fits(names: str | None, name: str | None) -> bool:
    return bool((names and _PIECES.search(names)) or (name and _PIECES.search(name)))


def _is_typed(element: HtmlElement) -> bool:
    return element.tag in _OWN_TAGS or element.get("itemtype", "").endswith(_TYPES)


def is_comment(element: HtmlElement) -> bool:
    """Tell whether an element is named like one reader's comment."""
    words = words_of(element)
    named = bool(words) and (_is_named(words) or (element.tag == "li" and "post" in words and _is_disqus(element)))
    return named or _is_typed(element)


def _is_disqus(post: HtmlElement) -> bool:
    above = post.getparent()
    return above is not None and bool(_POST_LISTS & words_of(above))


def is_numbered(element: HtmlElement) -> bool:
    """Tell whether an element is surely one comment: it has a comment's number or depth."""
    return any(_NUMBERED.fullmatch(word) or word.startswith("depth-") for word in words_of(element))


def is_forum_post(element: HtmlElement) -> bool:
    """Tell whether an element is named like a forum's post: vBulletin, phpBB, Discourse, XenForo, Invision."""
    words = words_of(element)
    if not _FORUM & words:
        return False
    return "crawler-post" in words or bool(_FORUM_ID.fullmatch(element.get("id", "").lower()))


def is_thread(element: HtmlElement) -> bool:
    """Tell whether an element is named like a whole thread or the form below it."""
    return bool(_THREADS & words_of(element))


def opens_replies(element: HtmlElement) -> bool:
    """Tell whether an element is named like the replies to a comment."""
    return bool(_REPLIES & words_of(element))


def role(element: HtmlElement) -> Role:
    """Return what part of a comment an element is by its class and id."""
    words = words_of(element)
    return _role(words) if words else NO_ROLE


@lru_cache(maxsize=8192)
def _is_named(words: frozenset[str]) -> bool:
    if words & _PINGS:
        return False
    if words & _OF_LISTS or words & _OTHER:
        return True
    return any(_is_comment_name(word) for word in words if len(word) <= 80)


def _is_comment_name(word: str) -> bool:
    parts = [p for p in _SPLIT.split(_bare(word)) if p and not p.isdigit() and p not in _PREFIXES]
    if not parts:
        return False
    if _GLUED.fullmatch(parts[0]):
        return len(parts) == 1
    return parts[0] in _NOUNS and (len(parts) == 1 or (len(parts) == 2 and parts[1] in _UNITS))


@lru_cache(maxsize=8192)
def _role(words: frozenset[str]) -> Role:
    names = [name for word in words if 0 < len(name := _SPLIT.sub("", _bare(word))) <= 60]
    return Role(
        author=_rank(_AUTHORS, names),
        words=_rank(_WORDS, names),
        is_meta=any(_META.fullmatch(name) for name in names),
        is_time=any(_TIME.fullmatch(name) for name in names),
        is_reference=any(_REFERENCE.fullmatch(name) for name in names),
    )


def _bare(word: str) -> str:
    """Return a name without a modifier (``comment--new``) and without what a build tool added."""
    return _HASH.sub("", word.partition("--")[0])


def _rank(patterns: tuple[re.Pattern[str], ...], names: list[str]) -> int | None:
    return next((n for n, pattern in enumerate(patterns) if any(pattern.fullmatch(name) for name in names)), None)

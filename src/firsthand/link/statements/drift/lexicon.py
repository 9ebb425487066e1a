"""Words by what they do to a statement: how sure it is, when it holds, whether it is so (by hand, ours)."""

from typing import Literal

# "present" is the base and "-s"; a regular verb's past and participle are one form, "past".
Tense = Literal["present", "past", "participle", "ing"]
# A modal verb, and what it becomes where direct speech is retold in the past ("backshift", Quirk et al., A
# Comprehensive Grammar of the English Language, 14.31).
BACKSHIFT = {"will": "would", "can": "could", "may": "might", "shall": "should", "must": "must"}
MODALS = frozenset({*BACKSHIFT, *BACKSHIFT.values(), "ought"})
# Hedges and boosters; the words of a line say the same, the first stands for all.
_HEDGES = """
    probably likely
    perhaps maybe possibly conceivably
    allegedly reportedly purportedly supposedly alleged purported supposed suspected
    apparently seemingly seem seems seemed appear appears appeared
    presumably
    certainly definitely surely undoubtedly doubtless
    clearly obviously evidently
    almost nearly virtually
    approximately roughly
    partly partially
    hopefully
    unlikely
"""
# These hedge a number that follows, and are something else elsewhere.
_HEDGES_OF_NUMBERS = """
    approximately about around some circa
    over
    under
    only
"""
HEDGES = {word: line.split()[0] for line in _HEDGES.strip().splitlines() for word in line.split()}
NUMBER_HEDGES = {word: line.split()[0] for line in _HEDGES_OF_NUMBERS.strip().splitlines() for word in line.split()}
NUMBER_PHRASES = {
    ("at", "least"): "at least",
    ("at", "most"): "at most",
    ("up", "to"): "at most",
    ("as", "many"): "at most",
    ("more", "than"): "over",
    ("less", "than"): "under",
    ("fewer", "than"): "under",
    ("close", "to"): "almost",
}
# "Have to" and its forms, which do for "must" what its own forms cannot.
OBLIGATION = frozenset({"have", "has", "had", "having"})

PRONOUNS = frozenset({"i", "you", "he", "she", "it", "we", "they", "who", "that", "there", "this"})
# An auxiliary that stands on one side only, beside a verb that both have, changes that verb's tense.
_AUXILIARIES = "am is are was were be been being have has had having do does did will would shall"
AUXILIARIES = frozenset(_AUXILIARIES.split())
# The same where the verb beside it is the same form too ("has left" for "left"); without "be" a sentence is clipped.
TENSE_AUXILIARIES = frozenset({"have", "has", "had", "do", "does", "did", "will"})

# Base, past, participle where that is another; "be" has more forms.
_IRREGULAR = """
    go went gone; come came come; become became become; do did done; have had; say said; see saw seen; know knew known;
    think thought; take took taken; give gave given; get got gotten; make made; find found; tell told; leave left;
    feel felt; bring brought; begin began begun; keep kept; hold held; write wrote written; stand stood; hear heard;
    mean meant; meet met; run ran run; pay paid; sit sat; speak spoke spoken; lie lay lain; lead led; grow grew grown;
    lose lost; fall fell fallen; send sent; build built; understand understood; draw drew drawn; break broke broken;
    spend spent; rise rose risen; drive drove driven; buy bought; wear wore worn; choose chose chosen; seek sought;
    throw threw thrown; catch caught; deal dealt; win won; forget forgot forgotten; sell sold; fight fought;
    teach taught; eat ate eaten; sing sang sung; strike struck; hang hung; shake shook shaken; ride rode ridden;
    feed fed; shoot shot; drink drank drunk; hide hid hidden; steal stole stolen; fly flew flown; swear swore sworn;
    bear bore borne; swing swung; sleep slept; dig dug; bind bound; freeze froze frozen; sink sank sunk; tear tore torn;
    blow blew blown; withdraw withdrew withdrawn; overcome overcame overcome; undertake undertook undertaken;
    arise arose arisen; bend bent; lend lent; breed bred; flee fled; forbid forbade forbidden; forgive forgave forgiven;
    light lit; show showed shown; slide slid; spin spun; stick stuck; sweep swept; swim swam swum; wake woke woken;
    weep wept; wind wound; bite bit bitten; foresee foresaw foreseen; mistake mistook mistaken; rebuild rebuilt;
    retake retook retaken; uphold upheld; withhold withheld; learn learnt; burn burnt; spring sprang sprung;
    ring rang rung; shrink shrank shrunk; lay laid; use used; die died; tie tied; need needed; travel travelled;
    cancel cancelled; fuel fuelled
"""


def _forms() -> dict[str, tuple[str, Tense]]:
    """Return the verb and the tense of each form."""
    out: dict[str, tuple[str, Tense]] = {"be": ("be", "present"), "been": ("be", "participle"), "being": ("be", "ing")}
    out |= {"am": ("be", "present"), "is": ("be", "present"), "are": ("be", "present")}
    out |= {"was": ("be", "past"), "were": ("be", "past")}
    for verb in _IRREGULAR.replace("\n", " ").split(";"):
        base, past, *participle = verb.split()
        out.setdefault(base, (base, "present"))
        out.setdefault(f"{base}s" if base[-1] not in "ohs" or base == "show" else f"{base}es", (base, "present"))
        out.setdefault(past, (base, "past"))
        out.setdefault(next(iter(participle), past), (base, "participle"))
        out.setdefault(f"{base.removesuffix('e')}ing", (base, "ing"))
        out.setdefault(f"{base}{base[-1]}ing", (base, "ing"))
    out |= {"has": ("have", "present"), "flies": ("fly", "present"), "lying": ("lie", "ing"), "seeing": ("see", "ing")}
    out |= {"fleeing": ("flee", "ing"), "saying": ("say", "ing")}
    return out


VERBS: dict[str, tuple[str, Tense]] = _forms()

# Contractions in the parts they were made of: what stands before the apostrophe, then what the rest is short for.
CLITICS = {"'re": "are", "'ve": "have", "'ll": "will", "'m": "am"}
NEGATED = {"ca": "can", "wo": "will", "sha": "shall"}
# After these "'s" is short for "is"; after other words it may as well be whose.
IS_AFTER = PRONOUNS | {"what", "here", "where", "how"}

# A word and its opposite by prefix: "un-" and "non-" turn nearly any word round, the others those with such an end.
FREE_PREFIXES = ("un", "non")
BOUND_PREFIXES = ("in", "im", "ir", "il", "dis")
BOUND_ENDS = ("able", "ible", "al", "ent", "ant", "ive", "ate", "ect", "ure", "ust", "est", "gree", "prove")
NO_OPPOSITES = frozenset({"unless", "until", "unite", "unites", "united", "union", "under", "nonce"})

_DAYS_AND_MONTHS = """
    monday tuesday wednesday thursday friday saturday sunday january february march april may june july august
    september october november december
"""
DAYS_AND_MONTHS = frozenset(_DAYS_AND_MONTHS.split())

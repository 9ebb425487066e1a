"""The short word lists that tell what kind of thing a speaker's description is. All ours."""

from firsthand.annotate import gazetteer
from firsthand.annotate.grammar import FOREIGN_PRONOUNS, word_set

ANONYMOUS = "anonymous"
HE, SHE = (
    {english, other} | {k for k, v in FOREIGN_PRONOUNS.items() if v == english}
    for english, other in (("he", "him"), ("she", "her"))
)
MALE = HE | {"his"}
THEY, IT = word_set("they them"), word_set("it")
FIRST = word_set("i me")
RELATIVE = word_set("who whom which")
OTHER_PRONOUNS = word_set("we us you that this")
PRONOUNS = HE | SHE | THEY | IT | FIRST | RELATIVE | OTHER_PRONOUNS

ARTICLES = word_set("the a an some these those")
SINGULAR = word_set("a an one another")
INDEFINITE = word_set("a an one another some several two three four five six seven many any other others most few "
                      "dozens hundreds no every each")  # fmt: skip
POSSESSIVES = word_set("his her its their our my your whose")
ONES = word_set(
    "one another two three four five six several some many both most neither nobody everyone everybody none "
    "anyone anybody others all few"
)
NO_NOUNS = word_set("first last only one ones same latter former such all both most likely long")
SHARES = word_set("percent cent others %")
# Bodies that a text names once and then calls by what they are; newspapers and the like are outlets of the gazetteer.
GENERIC_BODIES = word_set("agency organization organisation nonprofit charity watchdog")
OUTLETS = word_set("newspaper paper magazine network broadcaster outlet")
ANYBODY = word_set("nobody everyone everybody anyone anybody none several others")
OF_WHOM = word_set("them these those us whom you")
NAMELESS = word_set(
    "official officials source sources insider insiders aide aides diplomat diplomats person people someone "
    "somebody whistleblower whistleblowers"
)
SELF_NAMED = word_set(
    "police prosecutors authorities investigators officials residents neighbors neighbours witnesses critics "
    "experts analysts"
)
DOCUMENTS = word_set(
    "report complaint affidavit lawsuit indictment study poll survey documents document records filing filings "
    "reports warrant autopsy memo audit account accounts"
)
AFTER_NOUN = word_set("familiar close briefed involved present knowledgeable aware near privy")
# Where a group's own words end: "residents in Kerrin" are residents.
WHERE = word_set("at in on with from behind to who")
# What a company may be called; "the company" is one that the text has named.
FIRMS = word_set(
    "company firm corporation manufacturer maker operator carrier airline retailer automaker bank group publisher "
    "developer utility chain startup brewer lender insurer supplier producer"
)
NO_FIRMS = word_set(
    "ministry department office board commission council court union party police agency authority committee "
    "parliament senate congress house government university association service army navy force news post times "
    "herald tribune courier gazette studio radio television tv panel institute school hospital bureau"
)
# Bodies of which a country, a trial or a story has one: they need no name.
SOLE_BODIES = word_set("government opposition army military navy state family defence defense prosecution church crown "
                       "administration coalition media press union team campaign coastguard")  # fmt: skip
# Roles that stand for each other: "the top diplomat" is a foreign minister, "the lawmaker" a senator.
SYNONYMS = {
    "diplomat": word_set("minister ambassador envoy secretary"),
    "leader": word_set("president premier chancellor chairman king minister chief"),
    "lawmaker": word_set("senator representative congressman congresswoman deputy sen. rep. mp"),
    "legislator": word_set("senator representative sen. rep. mp"),
    "premier": word_set("minister prime"),
    "spokesperson": word_set("spokesman spokeswoman"),
    "official": word_set("minister secretary director chief spokesman spokeswoman commissioner sheriff"),
    "officer": word_set("sergeant detective captain lieutenant sgt. lt. det. capt. chief"),
    "senator": word_set("sen."),
    "congressman": word_set("rep. representative"),
    "congresswoman": word_set("rep. representative"),
    "governor": word_set("gov."),
    "general": word_set("gen."),
    "politician": word_set("senator minister governor mayor sen. rep. gov. president mp"),
    "executive": word_set("ceo chief director"),
    "chief": word_set("head director chair commissioner"),
    "head": word_set("chief director chair"),
    "boss": word_set("chief director head ceo manager"),
    "chair": word_set("chairman chairwoman chairperson"),
    "chairman": word_set("chair"),
    "chairwoman": word_set("chair"),
    "attorney": word_set("lawyer"),
    "lawyer": word_set("attorney solicitor barrister counsel"),
    "coach": word_set("manager"),
    "manager": word_set("coach"),
    "academic": word_set("professor lecturer"),
    "scientist": word_set("professor researcher"),
    "researcher": word_set("professor scientist"),
    "doctor": word_set("dr. surgeon physician"),
}
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "man", "woman", "person", "ee", "girl", "boy")
_NO_PERSONS = word_set(
    "letter paper newspaper order matter number poster banner disorder error mirror ledger register folder power "
    "weather river tower computer september october november december committee employer career chapter "
    "shelter disaster center centre server banter referendum minister's trailer newsletter leader's whisper "
    "agree disagree degree guarantee coffee decree fee tree see knee free three flee refer consider remember offer "
    "answer border corner water winter summer dinner factor sector motor harbor labor"
)
_PERSONS = word_set(
    "architect student resident patient parent tenant veteran nurse monk cop pilot guest expert critic mogul magnate "
    "tycoon candidate hopeful incumbent star applicant defendant claimant plaintiff migrant participant accountant "
    "lieutenant sergeant assistant consultant immigrant adolescent client agent opponent superintendent dissident "
    "president colleague advocate delegate graduate ally athlete coach captain aunt uncle mum mom dad kid child"
)
_PLURALS = word_set("police people men women children media")


def personal(norm: str) -> bool:
    """Tell whether a noun is one for a person, by the role nouns or by its ending."""
    told = gazetteer.role(norm) or norm in NAMELESS or norm in _PERSONS
    return told or (norm.endswith(_PERSON_ENDINGS) and norm not in _NO_PERSONS)


def plural(norm: str) -> bool:
    """Tell whether a noun is plural, by its ending."""
    return (norm.endswith("s") and not norm.endswith(("ss", "us", "is"))) or norm.endswith(("men", "people")) or (
        norm in _PLURALS
    )  # fmt: skip

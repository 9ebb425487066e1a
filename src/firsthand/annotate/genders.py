"""The gender that a common English or international given name tells, for resolving "he" and "she".

A short list of our own. A name that is not here, or serves both, tells nothing: then either pronoun may stand for it.
"""

import re

from firsthand.annotate.grammar import word_set

HONORIFICS = {"mr.": "m", "mrs.": "f", "ms.": "f", "sir": "m", "lord": "m", "lady": "f", "miss": "f", "dame": "f"}
_FEMALE_ROLE = re.compile(r"\w*(?:woman|mother|wife|sister|daughter|queen|princess|actress|girl|niece|aunt)$")
_MALE_ROLE = re.compile(r"\w*(?:(?<!wo)man|father|husband|brother|prince|actor|boy|nephew|uncle)$|son$|king$")

_MALE = word_set(
    "aaron abdul abdullah adam ahmed ahmad alan albert alejandro aleksandr alexander alexei ali amir andre "
    "andreas andrei andrew anthony antonio arthur barack bashar ben benjamin bernard bernie bill bob boris brad "
    "brandon brian bruce bryan carl carlos charles chris christian christopher chuck craig dan daniel dave david "
    "dennis diego dmitri dmitry don donald doug douglas ed eduardo edward emmanuel eric erik ethan evan fernando "
    "francisco frank fred frederick gary george gerald giorgio giuseppe glenn gordon greg gregory hans harold "
    "harry hassan henry hossein howard hussein ian ibrahim igor isaac ivan jack jacob jake james jared jason "
    "javier jean jeff jeffrey jeremy jerry jim jimmy joao joe john johnny jon jonathan jorge jose joseph joshua "
    "juan julio justin karl keith ken kenneth kevin khalid klaus larry lawrence leo leonard leonid louis luis "
    "luke mahmoud manuel marc marco marcus mario mark martin marvin matt matteo matthew max mehmet michael miguel "
    "mike mikhail mitch mitt mohamed mohammad mohammed muhammad nathan neil nicholas nick nicolas nigel nikolai "
    "oleg oliver omar oscar osama pablo patrick paul pedro peter philip phillip pierre rafael ralph randy ray "
    "raymond recep rex ricardo richard rick rob robert roberto rodrigo roger roland ron ronald roy russell ryan "
    "said samuel scott sean sebastian sergei sergey shinzo simon stephen steve steven stuart ted terry theodore "
    "thomas tim timothy todd tom tony travis tyler victor vincent vladimir walter warren wayne william yuri "
    "zachary narendra imran nicolas benjamin binyamin"
)
_FEMALE = word_set(
    "abigail adriana agnes alexandra alice alicia alison amanda amber amelia amy ana andrea angela angelina anita "
    "ann anna anne annie april ashley barbara beatrice betty brenda brittany camila carla carly carmen carol "
    "caroline carolyn catherine cathy charlotte cheryl christina christine cindy claire clara claudia condoleezza "
    "crystal cynthia daniela deborah debra denise diana diane donna dorothy elaine elena eleanor elizabeth ella "
    "ellen emily emma erica erin eva evelyn fatima federica florence frances gabriela geraldine gina gloria grace "
    "hannah heather heidi helen helena hillary ingrid irene isabel isabella ivanka jacqueline jane janet janice "
    "jean-marie jennifer jessica jill joan joanna jodie josephine joyce judith judy julia julie karen kate "
    "katherine kathleen kathryn kathy katie kellyanne kimberly kirsten kirstjen kristen kristin laura lauren "
    "leslie-anne leila linda lisa loretta lori louise lucia lucy lydia lynn madeleine margaret maria marie marina "
    "marine marta martha mary megan melania melissa michelle mildred miriam monica nadia nancy naomi natalia "
    "natalie natasha nicola nicole nikki nina nora olga olivia pamela patricia paula pauline penny priyanka "
    "rachel rebecca renee rita roberta rosa rose roxanne ruth samantha sandra sara sarah sharon sheila shirley "
    "silvia sofia sonia sophia sophie stephanie susan susana suzanne svetlana sylvia tamara tanya tara tatiana "
    "teresa theresa tiffany tina ursula valerie vanessa vera veronica victoria virginia wendy yolanda yulia "
    "yvonne zoe jacinda kamala"
)


def of(name: str) -> str | None:
    """Return ``"m"``, ``"f"`` or None for a given name."""
    folded = name.lower()
    if folded in _MALE:
        return "m"
    return "f" if folded in _FEMALE else None


def told_by(norm: str) -> str | None:
    """Return ``"m"``, ``"f"`` or None for a title or a role: "mr.", "spokeswoman"."""
    if norm in HONORIFICS:
        return HONORIFICS[norm]
    if _FEMALE_ROLE.match(norm):
        return "f"
    return "m" if _MALE_ROLE.match(norm) else None

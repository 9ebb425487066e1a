"""Closed classes of words: grammar, negation, numerals."""

_GRAMMAR = """
    a about after again all also am an and any are as at be because been before being but by can could did do does
    doing done down for from further had has have having he her here hers herself him himself his how however i if in
    into is it its itself just let may me might mine more most must my myself no nobody nor not nothing now of off on
    once one only onto or other our ours out over own quite rather shall she should so some such than that the their
    theirs them themselves then there these they this those though through thus to too toward towards under until up
    upon us very was we were what when where whether which while who whom whose why will with within without would yet
    you your yours said say says saying
"""
_NEGATION = """
    no not never none nobody nothing nowhere neither nor without cannot fail failed fails failing unable refuse
    refused refuses hardly
"""
FUNCTION_WORDS = frozenset(_GRAMMAR.split())
NEGATIONS = frozenset(_NEGATION.split())
_UNITS = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
NUMERALS = {word: str(n) for n, word in enumerate(_UNITS.split()) if word not in ("zero", "one")} | {
    "seventeen": "17", "eighteen": "18", "nineteen": "19", "twenty": "20", "thirty": "30", "forty": "40",
    "fifty": "50", "sixty": "60", "seventy": "70", "eighty": "80", "ninety": "90", "hundred": "100",
    "thousand": "1000", "million": "1000000", "billion": "1000000000",
}  # fmt: skip

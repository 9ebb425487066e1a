"""Words by class: grammar, negation, numerals, and clusters of synonyms."""

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
# Each line is one cluster, see ``synonyms.py``; a word stands in one only.
_SYNONYMS = """
    treaty agreement accord pact deal
    talks talk negotiation negotiate dialogue discussion discuss
    quarrel argue dispute argument
    promise pledge vow
    demand insist urge
    ask request
    answer reply respond response
    tell told inform notify
    warn warning caution
    write wrote written letter
    claim allege assert contend maintain
    hope expect await anticipate
    want wish desire
    think thought believe
    know knew known aware
    understand understood grasp comprehend
    show showed shown demonstrate
    see saw seen
    appreciate value
    ready prepared willing
    try attempt effort
    plan intend intention
    need require
    use used utilise utilize
    choose chose chosen select
    start begin began begun beginning commence
    end ended finish conclude
    stop halt cease
    close shut closure
    build built construct erect
    buy bought buyer purchase acquire
    sell sold sale
    leave left depart
    return back resume
    stay remain
    keep kept retain
    get got receive obtain
    give gave given grant
    help assist assistance aid
    rise rose risen increase grow grew grown growth
    fall fell fallen drop decline
    cut reduce reduction slash
    happen occur
    fix repair mend
    carry conduct
    harm damage hurt
    wound wounded injury injured
    die died dead death
    kill killed slain
    attack assault raid
    danger threat threaten risk peril hazard
    safe safety secure security
    truce ceasefire armistice
    army military soldier troops
    rebel insurgent
    drill exercise manoeuvre maneuver
    enemy foe adversary
    partner ally
    gun rifle weapon
    release free
    arrest detain
    murder homicide
    lawyer attorney
    probe inquiry enquiry investigate investigation
    law legislation statute
    lawmaker deputy
    vote ballot poll
    country nation state
    border frontier
    region area zone
    town city village
    bank shore
    citizen people resident inhabitant
    leader chief boss
    neighbour neighbor
    child children kid
    pupil student
    doctor physician
    hospital clinic
    illness disease
    medicine drug medication
    hungry starving
    police policeman
    company firm business
    worker employee staff
    job post
    pay wage salary
    money fund cash
    farmer grower growers farm
    blaze flame fire
    storm gale hurricane
    flood inundation
    road highway street
    ship vessel boat
    aircraft jet
    car vehicle automobile
    captain skipper
    steer steering helm rudder
    engine motor
    part component
    house home
    film movie
    game match
    picture painting
    electricity power
    goal aim objective purpose
    result outcome
    step measure move
    reason cause
    chance opportunity
    problem trouble
    error mistake
    first initial opening
    last final
    next following coming
    year annual
    soon shortly
    fast quick rapid swift
    immediate instant
    whole entire
    enough sufficient
    several various
    large big great huge
    small little tiny
    long lengthy
    important crucial vital
    difficult hard tough
    easy simple
    wrong incorrect
    true real genuine
    clear obvious evident
    joint together
    foreign overseas
    shout yell scream
"""
CLUSTERS = tuple(_SYNONYMS.strip().splitlines())

"""Words by class: grammar, negation, numerals, and clusters of synonyms."""

_GRAMMAR = """
    a about according after again all also am an and any are as at be because been before being but by can could did
    do does doing done down for from further had has have having he her here hers herself him himself his how however
    i if in into is it its itself just let may me might mine more most must my myself no nobody nor not nothing now of
    off on once one only onto or other our ours out over own quite rather shall she should so some such than that the
    their theirs them themselves then there these they this those though through thus to too toward towards under
    until up upon us very was we were what when where whether which while who whom whose why will with within without
    would yet you your yours said say says saying
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
SCALES = {"dozen": 12, "hundred": 100, "thousand": 1_000, "million": 10**6, "billion": 10**9, "trillion": 10**12}
# Clusters, see ``synonyms.py``, with commas between; a word stands in one only.
_SYNONYMS = """
    treaty agreement accord pact deal, talks talk negotiation negotiate dialogue discussion discuss,
    quarrel argue dispute argument, promise pledge vow, demand insist urge, ask request, answer reply respond response,
    tell told inform notify, warn warning caution, write wrote written letter, claim allege assert contend maintain,
    hope expect await anticipate, want wish desire, think thought believe, know knew known aware,
    understand understood grasp comprehend, show showed shown demonstrate, see saw seen, appreciate value,
    ready prepared willing, try attempt effort, plan intend intention, need require, use used utilise utilize,
    choose chose chosen select, start begin began begun beginning commence, end ended finish conclude, stop halt cease,
    close shut closure, build built construct erect, buy bought buyer purchase acquire, sell sold sale,
    leave left depart, return back resume, stay remain, keep kept retain, get got receive obtain,
    give gave given grant, help assist assistance aid, rise rose risen increase grow grew grown growth,
    fall fell fallen drop decline, cut reduce reduction slash, happen occur, fix repair mend, carry conduct,
    harm damage hurt, wound wounded injury injured, die died dead death, kill killed slain, attack assault raid,
    danger threat threaten risk peril hazard, safe safety secure security, truce ceasefire armistice,
    army military soldier troops, rebel insurgent, drill exercise manoeuvre maneuver, enemy foe adversary,
    partner ally, gun rifle weapon, release free, arrest detain, murder homicide, lawyer attorney,
    probe inquiry enquiry investigate investigation, law legislation statute, lawmaker deputy, vote ballot poll,
    country nation state, border frontier, region area zone, town city village, bank shore,
    citizen people resident inhabitant, leader chief boss, neighbour neighbor, child children kid, pupil student,
    doctor physician, hospital clinic, illness disease, medicine drug medication, hungry starving, police policeman,
    company firm business, worker employee staff, job post, pay wage salary, money fund cash,
    farmer grower growers farm, blaze flame fire, storm gale hurricane, flood inundation, road highway street,
    ship vessel boat, aircraft jet, vehicle car automobile, captain skipper, steer steering helm rudder, engine motor,
    part component, house home, film movie, game match, picture painting, electricity power,
    goal aim objective purpose, result outcome, step measure move, reason cause, chance opportunity, problem trouble,
    error mistake, first initial, last final, next following coming, year annual, soon shortly,
    fast quick rapid swift, immediate instant, whole entire, enough sufficient, several various, large big great huge,
    small little tiny, long lengthy, important crucial vital, difficult hard tough, easy simple, wrong incorrect,
    true real genuine, clear obvious evident, joint together, foreign overseas, shout yell scream,
    accident crash collision, accuse blame, achieve accomplish attain, address speech, adopt enact,
    afraid scared frightened fear fearful, permit permitted allow allowed,
    forbid forbidden ban banned prohibit prohibited outlaw, airport airfield aerodrome, ambassador envoy, ancient old,
    angry furious outraged anger, apologise apologize apology sorry regret, appoint nominate,
    assess evaluate assessment evaluation, attitude stance, award prize, battle combat fight fought fighting,
    beat beaten defeat defeated, beautiful lovely, become became, behave behaviour behavior, benefit advantage,
    betray betrayal, blast explosion explode, body corpse, brave courageous courage bravery, break broke broken,
    bring brought, cancel scrap abolish, capable able, seize seized capture captured, careful cautious,
    celebrate celebration, central centre center, change alter alteration, cheap inexpensive, church parish,
    clothes clothing, coach trainer, cold chilly freezing, colleague coworker, common ordinary usual normal,
    compensate compensation redress, compete competition contest, complete full, complicated complex,
    concern worry worried, confident certain sure, confirm verify, connect connection link, conflict war,
    consequence effect impact, consult consultation, continue proceed, correct proper,
    expense cost costs expensive costly, price prices, court tribunal, create establish, crime offence offense,
    crisis emergency, criticise criticize criticism, crop harvest, cruel brutal, cure heal healing,
    custom tradition habit, dark darkness, decide decision, defend protect defence defense protection,
    delay postpone postponed, deliver delivery, deport expel expulsion, destroy devastate destruction demolish,
    different differ differently, dig dug, dirty filthy, vanish vanished disappear disappeared disappearing,
    disappoint disappointed disappointing disappointment, disaster catastrophe calamity, discover find found,
    display exhibit exhibition, doubt doubtful, drink drank drunk, drive drove driven driver, earth soil ground,
    educate education, employ hire hired, empty vacant, enlarge extend expand expansion extension,
    equal same identical, escape flee fled, evidence proof, exhausted exhaust tired weary, expert specialist,
    explain clarify explanation, expose reveal disclose, extra additional, factory plant, faith trust, famous renowned,
    father dad, feel felt feeling, finance financial, foolish stupid, force compel forced, forest wood woodland,
    forget forgot forgotten, former previous, frequent often, fuel petrol, rubbish waste garbage trash,
    glad happy pleased delighted, goods merchandise, govern government cabinet,
    grateful thankful thank thanks gratitude, guarantee ensure assure, guilty culpable, hate hatred, hear heard,
    hide hid hidden conceal, hit strike struck, holiday vacation, honest sincere, honour honor,
    horrible terrible awful dreadful horrific, hurry rush haste, idea notion, ignore disregard neglect,
    illegal unlawful, improve better improvement, incident event occurrence, include contain, income earnings revenue,
    independent sovereign independence, innocent blameless, insult offend, intelligent clever smart, invite invitation,
    jail prison imprison, journey trip travel, lack shortage, language tongue, lie lied lying,
    life live lives, lose lost loss, luck lucky fortunate fortune, man men, marry married wedding, meet met meeting,
    mother mum mom, navy naval fleet, woman women female, necessary essential, new recent, obstacle hurdle barrier,
    ocean sea, offer propose proposal, opinion view, opponent rival, option alternative, order command,
    organise organize organiser organizer, owner proprietor, parents parent, patience patient, peace peaceful,
    permission licence license, photo photograph, airplane plane aeroplane, pleasure joy, poor poverty,
    popular beloved, possible feasible, poison toxic poisonous, praise laud commend, premature early,
    prevent avert hinder, pride proud, profit profits, protest demonstration, prove proved proven, provoke provocation,
    punish punishment, rain rainfall, reach arrive arrival, reform overhaul, refugee migrant, relative kin,
    reliable dependable, religion religious, repeat repeated, rescue save saved, research study, resign quit,
    respect esteem, restore restoration, rich wealthy, rule regulation, ruin ruins, sad sorrow grief,
    secret confidential, send sent, serious grave severe, shock shocked stunned, shoot shot, sick ill, silent silence,
    similar alike, situation circumstances, smell odour, smuggle smuggler smuggling traffickers trafficker,
    society community, solution solve, speak spoke spoken, stable stability, strange odd weird,
    strong powerful strength, subsidy subsidies, succeed success successful, suffer suffered, suggest suggestion,
    support backing, surprise surprised astonish amaze, surrender capitulate, survive survivor, suspicion suspect,
    sign signed signature, take took taken, tax levy, teach taught teacher, temporary provisional interim,
    terrorist terror, throw threw thrown, tragedy tragic, unite united unity, university college, urgent pressing,
    useless pointless futile, victim casualty casualties, victory triumph win won, violence violent, weak feeble,
    well wells, withdraw withdrew withdrawn withdrawal pullout, world globe global, worse worst deteriorate,
    young youth, suffering pain, led lead, satisfied satisfaction, example instance
"""
CLUSTERS = tuple(" ".join(row.split()) for row in _SYNONYMS.split(","))
# Forms that endings do not tell, each base form first. What stands in a cluster needs no line here.
_FORMS = """
    arise arose arisen, bear bore borne, bite bit bitten, blow blew blown, catch caught, cling clung, come came,
    creep crept, deal dealt, draw drew drawn, eat ate eaten, fly flew flown, freeze froze frozen, go went goes gone,
    hang hung, kneel knelt, lay laid, lend lent, mean meant, overtake overtook overtaken, pay paid, ride rode ridden,
    ring rang rung, run ran, seek sought, shake shook shaken, shine shone, shrink shrank shrunk, sing sang sung,
    sink sank sunk, sit sat, sleep slept, slide slid, spend spent, stand stood, steal stole stolen, swear swore sworn,
    sweep swept, swim swam swum, swing swung, tear tore torn, wear wore worn, weave wove woven, weep wept, foot feet,
    tooth teeth, wife wives, half halves, knife knives
"""
FORMS = {form: row.split()[0] for row in _FORMS.split(",") for form in row.split()[1:]}
# Words that an ending does not make what they seem to be: "news" is not of "new".
WHOLE = frozenset(["news", "party", "united", "spring", "string", "during"])
# Words, or clusters by any of their words, that mean the contrary of one another.
_OPPOSITES = """
    rise fall, rise cut, support oppose, success failure, open close, open closed, innocent guilty, improve worse,
    higher lower, accept reject, accept decline, accept refuse, approve reject, approve refuse, release seize, release
    arrest, free arrest, high low, strong weak, strengthen weaken, win lose, victory defeat, win defeat, safe danger,
    allow forbid, approve forbid, legal illegal, lawful illegal, true false, true lie, truth lie, right wrong, many
    few, first last, start end, start stop, buy sell, borrow lend, enter leave, arrive leave, come go, stay leave,
    join leave, join resign, love hate, friend enemy, ally enemy, live die, alive dead, life death, peace war, rich
    poor, wealth poverty, easy difficult, cheap expensive, fast slow, large small, long short, more less, up down,
    gain lose, hire dismiss, build destroy, remember forget, trust doubt, hope fear, same different, present absent,
    early late, old new, old young, clean dirty, dry wet, hot cold, full empty, confirm deny, admit deny, praise
    criticise, keep abandon, give take, attack defend, healthy ill, public secret, public private, optimistic
    pessimistic, majority minority, maximum minimum, north south, east west, left right, worst best, calm angry, glad
    sad, proud ashamed, respect insult, warm cold, heat cold, help hinder, obey defy, continue stop, begin end, finish
    start, agree disagree, like dislike, increase decrease, rise shrink, expand shrink, save kill, survive die,
    survive kill, strict lenient, temporary permanent, recent old, above below, before after, remain leave, victory
    loss, open shut, withdraw advance, withdraw deploy, lift impose, recognise deny, arrive depart, profit loss, deep
    shallow, wide narrow
"""
OPPOSITES = tuple(tuple(row.split()) for row in _OPPOSITES.split(","))
# Words that set what is said apart from what is so: how sure, how bound, how willing, on what condition, how soon.
_HEDGES = "may might could possibly possible perhaps maybe probably likely apparently seemingly"
_DUTIES = "must should ought obliged required duty need needs needed necessary obligation"
_WISHES = """
    want wants wanted hope hopes hoped intend intends intended plan plans planned wish wishes wished consider considers
    considering considered try tries tried
"""
_SURE = "certainly definitely surely certain undoubtedly really actually ever"
HEDGES, DUTIES, WISHES, SURE = (frozenset(row.split()) for row in (_HEDGES, _DUTIES, _WISHES, _SURE))
CONDITIONS = frozenset({"if", "unless", "provided", "whether"})
FUTURE = frozenset({"will", "shall", "would", "won't", "wouldn't", "soon", "tomorrow"})
# What one of can be true, as of a number: the day, the month, the place in a row.
WEEKDAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_VALUES = """
    january february march april june july august september october november december
    second third fourth fifth sixth seventh eighth ninth tenth
"""
VALUES = frozenset(_VALUES.split()) | frozenset(WEEKDAYS)

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
    refused refuses hardly unless
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
    young youth, suffering pain, invest invested investment investor, led lead, satisfied satisfaction, example instance
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
# Pasts and past participles that do not end in "-ed".
_PASTS = """
    arose arisen beat beaten became began begun bent bit bitten bled blew blown bought bound broke broken brought built
    burnt came caught chose chosen clung crept cut dealt did done drank drawn drew driven drove drunk dug eaten ate fed
    fell fallen felt fled flew flown forbade forbidden forgave forgiven forgot forgotten fought found froze frozen gave
    given gone went got gotten grew grown heard held hid hidden hit hung hurt kept knelt knew known laid lain lay led
    left lent lost made meant met mistook overtook overtaken paid proven put ran rang ridden rode risen rose said sang
    sank sat saw seen sent set shaken shook shone shot shown shrank shrunk shut slain slept slid sold sought spent spoke
    spoken spread sprang stole stolen stood stuck struck sung sunk swept swore sworn swam swum swung taken taught threw
    thrown told took tore torn thought understood undone upheld withdrew withdrawn woke woken won wore worn woven wove
    written wrote
"""
PASTS = frozenset(_PASTS.split())
# Verbs that news uses most, to know them where no ending or auxiliary shows them.
_VERBS = """
    accept accuse achieve admit adopt affect agree aim allow announce answer appeal appear appoint approve argue
    arrest arrive attack attend avoid ban bear beat become begin believe belong betray blame block borrow break bring
    build burn buy call cancel care carry catch cause celebrate challenge change charge choose claim clean clear climb
    close collapse collect come compare compensate complain concern condemn confirm consider contain continue control
    cook cost count cover create criticise cross cry cut damage decide declare defend delay deliver demand deny depend
    deserve destroy die dig disappear discover discuss divide drink drive drop drown earn eat elect employ empty end
    enjoy enter escape examine exist expect expel explain face fail fall fear feed feel fight fill find finish fire fit
    fix flee float flood fly follow forbid forget forgive free freeze frighten gain gather get give grow guard
    guarantee guess harm hate hear help hide hire hit hold honour hope hunt hurt ignore import improve increase inherit
    insist inspect introduce invade invent invest investigate invite join judge jump keep kill know lack laugh
    launch lead learn lease leave lend listen live look lose love lower maintain manage march marry measure meet melt
    mend move need negotiate notice obey offer open oppose order organise owe own pay plan plant play poison praise
    prefer prepare present prevent print produce promise protect protest prove provide publish pull punish push raise
    reach read receive recognise recover reduce refuse regret reject release rely remain remember remove rent repair
    repeat replace reply report represent request require rescue resign resist respect respond rest return reveal rise
    risk rob ruin rule run save search see seek seem sell send separate serve share shoot shout show shut sign sing
    sink sleep speak spend spread stand start starve stay steal stop strengthen strike study succeed suffer suggest
    support surrender survive suspect swim talk taste teach threaten throw touch trade transport travel treat
    trust try turn understand use visit vote wait walk warn wash waste watch wear weigh welcome win withdraw wonder
    work worry write yield
"""
VERBS = frozenset(_VERBS.split())
# Verbs that may tell of one deed in two accounts of it, though none stands for another in most sentences. A verb may
# stand in several groups.
_DEEDS = """
    see observe find discover notice look watch witness spot show reveal view hear learn detect look, hear listen
    learn, speak talk say discuss tell call address mention, answer reply respond react, ask request appeal call
    demand urge apply seek, pay spend finance cost fund invest charge contribute cover, take get receive obtain win
    accept collect welcome, fire shoot shell, point aim direct, fight contest battle struggle resist defend, fall
    drop tumble collapse cut lower reduce sink decline plunge crash, leave go move depart walk travel quit resign
    flee escape launch march withdraw abandon, land touch arrive reach come, record register count note list, know
    understand learn hear realise notice aware, work serve run operate function, hold observe keep last respect stay
    remain, hit strike reach hurt damage knock ram crash collide, hurt suffer harm damage affect, begin start open
    launch, end finish stop close shut conclude complete expire run, lift remove raise, let allow permit approve
    enable, make create build produce cause craft construct, build erect put raise, teach learn educate, move travel
    transport carry send bring ship, release publish show issue free, throw pour dump, commit make, meet fulfil
    satisfy keep honour, rescue save pull free recover, switch turn, spend take use pass, open click unfold, fix
    close repair mend restore rebuild, flow carry run, lose fail miss, lose take deprive, convict find sentence,
    decide determine choose resolve settle rule, choose pick select appoint elect vote, solve resolve settle fix,
    reject deny refuse vote oppose dismiss, blame accuse criticise condemn charge, answer face stand, prove show
    demonstrate, eat feed drink, die perish kill drown, kill murder shoot slay execute, hide keep conceal, want wish
    demand expect hope aim, fear frighten worry scare, close block shut seal, forget remember, own belong possess
    have, measure weigh test examine inspect check study investigate probe analyse, warn threaten caution, promise
    pledge guarantee assure, support back help aid endorse assist, write sign draft compose, read study, buy
    purchase acquire get, sell offer trade market, steal rob take loot, trade sell buy, agree accept consent approve
    sign adopt pass, plan intend prepare, protect guard defend shield secure, need lack require want, lack miss,
    drive steer run, swim drown, cry weep, celebrate enjoy dance, punish sentence jail fine imprison, jail imprison
    hold detain arrest, seize take capture occupy confiscate, attack strike hit bomb raid assault invade fire, burn
    destroy, destroy ruin demolish wreck level devastate, tear break demolish, break violate snap, stand stay live
    be, live dwell exist house, sleep rest, wait stand queue, grow rise increase expand climb, rise climb go jump,
    double rise grow, replace change swap, change alter differ become, improve raise better strengthen, join enter
    unite, enter come cross invade, cross pass, win beat defeat earn, beat defeat lose, play perform, train prepare,
    hire employ recruit take, dismiss fire sack, sack fire lay, strike walk stop, give provide supply donate hand
    send deliver, share divide split give, offer propose give, provide offer supply, return give restore come, delay
    postpone wait put, cancel drop scrap, drop abandon give, order command tell instruct, forbid ban stop prevent,
    prevent stop avoid avert, cheat deceive lie betray mislead, deceive fool lie, trust rely believe, think believe
    consider feel find, doubt question suspect, suspect believe think, claim say allege insist argue, insist demand,
    explain say tell describe show, report say tell announce inform, announce declare say, praise thank welcome,
    thank praise, love like enjoy adore, hate dislike, prefer like choose want, complain criticise protest, protest
    march demonstrate strike, lead head guide run, manage run lead, run stand compete, compete fight race, sue
    charge, inherit leave get, borrow owe lend, owe pay, store keep hold contain, contain hold include, hold keep
    store, hold host organise stage, gather collect meet assemble, meet see gather, search look hunt seek, plant sow
    grow, guess think, melt shrink, shrink fall melt, flood sink swamp, sink go flood, yield give surrender,
    surrender give lay, mend fix, poison pollute contaminate, damage destroy harm break, crack break, import buy
    bring, export sell ship, deserve earn merit, print publish, survive live, threaten risk
"""
DEEDS = tuple(tuple(row.split()) for row in _DEEDS.split(","))
# Verbs of two words, and the one word that tells the same; the verb may have any ending.
_PHRASES = """
    step down resign, stand down resign, step aside resign, set up establish, carry out conduct, call off cancel,
    put off postpone, give up surrender, give in yield, give way yield, shut down close, switch off stop, turn down
    reject, rule out reject, look for seek, search for seek, look after care, care for care, take action act, take
    part participate, find out discover, hold talks talks, make clear clarify, make sure ensure, blow up explode,
    break out erupt, pull out withdraw, bring down defeat, tear down demolish, knock down demolish, hand over give,
    get rid remove, go up rise, go down fall, come down fall, call for demand, call on demand, call upon demand,
    appeal to demand, point out explain, speak out protest, set free release, let go release, lay off dismiss, back
    out withdraw, run away flee, go on continue, carry on continue, hold back restrain, take over seize, build up
    expand, go ahead proceed, come back return, go back return, give back return, bring back restore, gun down
    shoot, pass away die, put out extinguish, write off cancel, throw away waste, keep on continue, use up exhaust,
    run out exhaust, turn off stop, end up finish, buy up buy, speed up accelerate, slow down delay
"""
PHRASES = {(verb, then): word for verb, then, word in (row.split() for row in _PHRASES.split(","))}

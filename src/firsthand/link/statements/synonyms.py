"""Words that news uses for one another, so that two translations of one sentence meet: small clusters, written by hand.

A cluster holds words that may stand in each other's place in most sentences; one with a second, more frequent sense is
left out, and so are opposites and words that only belong to one topic.
"""

from functools import cache

from firsthand.link.statements.stems import stem

_CLUSTERS = """
    talks talk negotiation negotiate dialogue table discussion discuss
    treaty agreement accord pact deal
    farmer grower farming
    country nation state
    bank shore riverbank
    border frontier
    army military troop soldier
    truce ceasefire armistice
    start begin launch commence
    end finish conclude complete
    stop halt cease
    close shut closure
    build built construct erect
    buy bought purchase acquire
    buyer purchaser bidder
    sell sold sale
    leave left depart
    return back resume
    stay remain
    keep kept retain
    get got receive obtain
    give gave given hand
    help assist assistance aid
    want wish desire
    hope expect await
    ready prepared willing
    claim allege assert contend
    deny reject dismiss
    accept admit
    promise pledge vow
    demand insist
    require need
    ask request
    answer reply respond response
    tell told inform
    warn warning caution
    letter write wrote written
    warrant guarantee assure
    show showed shown demonstrate
    see saw seen
    think thought believe
    know knew known aware
    understand understood grasp comprehend
    harm damage hurt
    injury injured wounded wound
    die died dead death
    kill killed slain
    attack assault strike
    danger risk threat threaten peril
    safe safety security secure
    fire blaze flame
    storm gale hurricane
    flood flooding inundation
    child children kid
    pupil student schoolchild
    doctor physician medic
    police officer policeman
    job post employment
    employer company firm business
    worker employee staff
    union labour
    pay wage salary
    price cost
    rise rose increase grow grew grown
    fall fell drop decline
    cut reduce reduction slash
    last final
    first initial opening
    next following coming
    month monthly
    new fresh
    big large great huge
    small little minor
    long lengthy
    fast quick rapid swift
    soon shortly
    immediate instant
    whole entire
    several various
    some certain
    enough sufficient
    chance opportunity
    result outcome
    step measure move
    goal aim objective purpose
    problem difficulty trouble
    error mistake
    reason cause
    part component
    share portion
    sum amount
    money fund cash
    house home
    road highway street
    ship vessel boat
    plane aircraft jet
    car vehicle
    neighbour neighbor
    partner ally
    enemy foe adversary
    people citizen resident
    lawmaker parliament legislator deputy
    law legislation statute
    vote ballot poll
    leader chief head
    minister ministry
    region area zone
    town city village
    sign signed signature
    paper document
    important crucial vital key
    difficult hard tough
    easy simple
    correct right
    wrong incorrect
    true real genuine
    clear obvious evident
    together joint jointly
    separate apart
    try attempt effort
    use used utilise utilize
    choose chose chosen select
    appreciate value
    nothing anything
    today tonight
    quarrel argue dispute row
    shout yell
    lose lost loss
    win won victory
    far distant
    near close-by nearby
    begin beginning
    foreign overseas
    drill exercise manoeuvre maneuver
    plan intend intention
    carry conduct
    happen occur
    shelter refuge
    release free
    arrest detain
    murder homicide
    trial court
    lawyer attorney
    film movie
    game match
    coach trainer
    squad team side
    picture painting
    probe inquiry investigation investigate enquiry
    gas petrol
    electricity power
    hungry starving
    sick ill unwell
    illness disease
    medicine drug
    hospital clinic
    gun rifle weapon
    shoot shot fire
    aim point
    rebel insurgent
    captain master skipper
    rudder helm steering steer
    engine motor
    fix repair mend
    replacement replace spare
    test trial
    grudge resentment
    year annual
    time occasion
"""

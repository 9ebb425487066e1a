"""Words that tell nothing of an event: function words, words of reporting and of the calendar.

A corpus of five documents has no usable document frequencies, so what is common in any news is listed here. The lists
are ours; they hold closed word classes, and for English the verbs of reporting as well. Words are in the normal form
of ``firsthand.text.plain``.
"""

_ENGLISH = """
a about above according across added after again against ago ahead all almost along already also although always am
amid among an and another any anyone anything are aren't around as ask asked at away back be became because become
been before began behind being below between both but by call called came can can't cannot come comes could couldn't
described did didn't do does doesn't doing don't done down during each earlier early either else even ever every
everyone everything far few find first five for found four from full further gave get gets getting give given go goes
going gone good got great had hadn't has hasn't have haven't having he he'd he'll he's hence her here here's hers
herself him himself his how however i i'd i'll i'm i've if in including indeed instead into is isn't it it's its
itself just keep kept know known large largely last late later latest least less let like likely little long look
made mainly make makes making many may maybe me mean means meanwhile merely might more most mostly much must my
myself near nearly need neither never new next no nobody none nor not nothing now of off often old on once one ones
only onto or other others our ours ourselves out over own part per perhaps put quite rather read really recent
recently reported reportedly reports right s same saw say saying says second see seem seemed seems seen set several
shall she she'd she'll she's should shouldn't show since six so some someone something soon statement still such
t take taken takes tell than that that's the their theirs them themselves then there there's therefore these they
they'd they'll they're they've thing things think third this those though three through throughout thus till to
together told too took toward towards two under until unless up upon us use used using usually very via want wanted
was wasn't way we we'd we'll we're we've well went were weren't what what's whatever when where whether which while
who who's whoever whole whom whose why will with within without won't would wouldn't yes yet you you'd you'll you're
you've your yours yourself said mr mrs ms dr
monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun january february march april may
june july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec today yesterday
tomorrow tonight day days week weeks weekend month months year years time times hour hours minute minutes moment
morning afternoon evening night noon midnight pm am
"""

_OTHER = """
aber alle als am an auch auf aus bei bis da damit dass dem den der des die doch durch ein eine einem einen einer eines
er es fur gegen hat hatte haben ich ihr ihre im in ist kann kein keine mehr mit nach nicht noch nur oder ohne sein seine
seit sich sie sind so soll uber um und uns unter vom von vor war waren was wenn werden wie wieder will wird wurde
wurden zu zum zur
a afin ainsi apres au aussi aux avant avec avoir c'est ce ces cette ceux comme contre d dans de depuis des deux dit
donc du elle elles en encore entre est et etait ete etre fait il ils je l la le les leur leurs lors lui mais meme n
ne nous on ont ou par pas pendant plus pour qu que quel qui sa sans se selon ses si son sont sous sur tous tout tres
un une vers vous y
ademas al algo ante antes aunque como con contra cual cuando de del desde donde dos el ella ellos en entre era es esa
ese esta estaba estan este esto fue fueron ha habia han hasta hay la las lo los mas me mi mientras muy ni no nos o
para pero por porque que quien se segun ser si sin sobre son su sus tambien tiene todo todos tras tu un una unos y ya
agli ai al alla alle anche che chi ci come con contro cui da dagli dai dal dalla dalle degli dei del della delle di
dopo dove due e ed era essere fa fino fra gli ha hanno ho i il in io la le lei lo loro lui ma mi nei nel nella nelle
noi non o ogni per perche piu poi prima qualche quando quello questa questo se sei sia sono stata stato su sua sue
sul sulla suo suoi tra tutti un una uno
ao aos apos as ate com como da das de depois desde do dos e ela ele eles em entre era essa esse esta estao este eu
foi foram ha isso ja mais mas me mesmo muito na nas nao no nos num o os ou para pela pelas pelo pelos por porque
quando que quem sao se sem ser seu seus sob sobre sua suas tambem tem um uma
aan al alle als bij daar dan dat de deze die dit door een en er heeft het hij hoe hun ik in is kan maar meer met naar
niet nog nu of om onder ook op over te toen tot uit van veel voor waar was wat werd wie wordt worden zal ze zich zijn
zo
а без более бы был была были было быть в вам вас во вот все всех вы где да для до его ее если есть еще же за и из или
им их к как когда которая которые который ли между меня мне мы на над нам нас не него нее нет ни них но о об он она
они от перед по под после при про с сам свои свою себя со так также там то того тоже только том ты у уже чем через
что чтобы эта эти это этого этой этот я
ale ama bir bu byl co da de do et gibi ho i ile ja jak je jest jeszcze juz jest ki ma na nie od oraz po pod pro przez
przy przed sa se sie su ta tak te to tym u v ve w z za ze zostal zum
"""

IGNORED = frozenset((_ENGLISH + _OTHER).split())

_NUMERALS = """
zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen
nineteen twenty
"""

NUMERALS = {word: str(number) for number, word in enumerate(_NUMERALS.split())}


def stem(word: str) -> str:
    """Return ``word`` without the possessive and the plural s (Harman 1991's S-stemmer, without its ``-es`` rule)."""
    word = word.removesuffix("'s")
    if len(word) > 4:
        if word.endswith("ies"):
            return word[:-3] + "y"
        if word.endswith("s") and not word.endswith(("ss", "us", "is")):
            return word[:-1]
    return word

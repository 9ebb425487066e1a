"""The gender that a common English or international given name tells, for resolving "he" and "she".

A short list of our own. A name that is not here, or serves both, tells nothing: then either pronoun may stand for it.
"""

import re

from firsthand.annotate.grammar import word_set

HONORIFICS = {"mr.": "m", "mrs.": "f", "ms.": "f", "sir": "m", "lord": "m", "lady": "f", "miss": "f", "dame": "f"}
_FEMALE_ROLE = re.compile(r"\w*(?:woman|mother|wife|sister|daughter|queen|princess|actress|girl|niece|aunt)$")
_MALE_ROLE = re.compile(r"\w*(?:(?<!wo)man|father|husband|brother|prince|actor|boy|nephew|uncle)$|son$|king$")

_MALE = word_set(
    "aaron abdul abdullah abraham adam adil adrian ahmad ahmed aidan alain alan alasdair albert alejandro aleksandr "
    "alessandro alexander alexei alfonso alfred ali alistair allan alvaro amir amos anand anatol andre andreas andrei "
    "andrew anil anthony anton antonio anwar arjun armando arne arnold arthur arturo ashok attila axel baptiste "
    "barack bartosz bashar bashir bastian ben benjamin bernard bernie bert bill binyamin bjorn boaz bob bogdan boris "
    "brad brandon brian bruce bruno bryan callum cameron carl carlos cedric cesar charles chinedu christian "
    "christopher chuck claude clement clifford clive colin connor conor craig cyril damian damien dan daniel danilo "
    "dario darren dave david dean declan deepak demetrius dennis derek desmond diego dieter dietmar dirk dmitri "
    "dmitry dominic dominik don donald doug douglas dragan duncan dwayne eamon ed edgar edmund eduardo edward edwin "
    "elias elijah emil emilio emmanuel enrique eric erik ernest ernesto esteban ethan eugene evan ezra fabian fabio "
    "faisal farid felipe felix ferdinand fergus fernando finn florian francisco franco francois frank franz fred "
    "frederick fritz gareth gary gavin geoffrey george gerald gerard gerhard gilbert gino giorgio giovanni giuseppe "
    "glenn goran gordon graham greg gregory guido guillermo gunnar gunther gus hakan hamid hamza hans harald harold "
    "harry harvey hassan hector heinrich heinz helmut henrik henry herbert herman hiroshi horst hossein howard hugh "
    "hugo humberto hussein iain ian ibrahim ignacio igor ilya imran imre isaac isaiah ismail ivan ivo jack jacob jake "
    "jakob jamal james janos jared jason jasper javier jeff jeffrey jens jeremy jerome jerry jim jimmy joachim joao "
    "joaquin joe joel johan johannes john johnny jon jonas jonathan jorg jorge jose josef joseph josh joshua juan "
    "julian julio jurgen justin kai kareem karel karim karl keith ken kenji kenneth kevin khaled khalid kiran klaus "
    "kofi konrad konstantin kurt kwame kyle larry lars laszlo lawrence lech leif leo leon leonard leonid leroy lewis "
    "liam lionel lloyd logan lorenzo louis lucas luigi luis lukas luke mahmoud maksim malcolm malik manfred manuel "
    "marc marcel marcelo marcin marco marcus marlon marek mario mark markus martin marvin massimo mathias matt matteo "
    "matthew matthias maurice mauricio mauro max maxim maxime mehdi mehmet michael michal miguel mike mikhail milan "
    "milos mirko mitch mitt mohamed mohammad mohammed mohan mohsen moses muhammad murat mustafa narendra nathan "
    "naveen neil neville nicholas nick nicolas nigel nikolai nils noah norman olaf oleg oliver olivier omar omer "
    "ondrej orlando osama oscar oskar osman otto owen pablo pascal patrick paul pavel pedro percy pete peter petr "
    "philip phillip pierre piers pieter piotr pyotr quentin rafael rajesh rajiv ralf ralph ramon randy raul ray "
    "raymond recep reggie reinhard rex reza rhys ricardo riccardo richard rick rob robert roberto roderick "
    "rodney rodolfo rodrigo roger roland romain roman ron ronald rory ross roy rudolf rupert russell rustam ryan "
    "sadiq saeed salim salman salvador salvatore sami samir samuel sanjay scott sean sebastian sergei sergey sergio "
    "seth shane shinzo sigmund silvio simeon simon slobodan stanislav stanley stefan stefano stephen steve "
    "steven stuart sunil suresh sven tadeusz tariq ted theodore thomas tim timothy tobias todd tom tomas tomasz "
    "tony travis trevor tristan tyler ugo uwe valentin vasily victor vikram viktor vincent vincenzo vito vladimir "
    "vladislav walid walter warren wayne wilfred wilhelm william winston wolfgang xavier yannick yuri yusuf yves "
    "zachary zoltan zoran"
)
_FEMALE = word_set(
    "abby abigail ada adele adriana adriane agnes agnieszka aileen aimee aisha alana alejandra alessandra alexa "
    "alexandra alice alicia alina alison aliya alma amalia amanda amber amelia amina amira amy ana anabel ananya "
    "anastasia andreea anette angela angelica angelina angelique anika anita anja anjali ann anna annabel "
    "annalena anne annelie annette annie annika antoinette antonella antonia anya april arlene asha ashley asma "
    "astrid audrey aurora ayesha aylin barbara bea beata beatrice beatriz belinda bella benedetta bernadette bernice "
    "bertha beth bethany betty beverly bianca birgit bonnie brenda bridget brigitte brittany camila camille candace "
    "carina carla carly carmen carol carolina caroline carolyn cassandra catherine cathy cecilia celeste celia "
    "chantal charlene charlotte cheryl chiara chloe christa christiane christina christine christy ciara cindy claire "
    "clara clare clarissa claudette claudia colette colleen concetta condoleezza constance consuelo cora corinne "
    "cornelia cristina crystal cynthia dagmar dagny daisy daniela danielle daphne dawn deborah debra delia delphine "
    "denise desiree diana diane dolores donna dora doris dorothy ebony edith edna eileen ekaterina elaine eleanor "
    "eleanora elena eleni elisa elisabeth elise eliza elizabeth ella ellen elsa elsie elvira emilia emily emine emma "
    "enid erica erika erin erna esmeralda esperanza estelle esther ethel eugenia eunice eva evangeline evelyn faith "
    "farah fatima fatma faye federica felicia fenella fernanda fiona flora florence frances francesca francine "
    "frederica freya gabriela gabriella gail genevieve georgia georgina geraldine gerda gerta gertrude "
    "gillian gina giovanna gisela giulia giuliana gladys glenda gloria grace graciela greta gretchen guadalupe gudrun "
    "gwen gwendolyn hana hanna hannah hanne harriet hazel heather hedwig heidi heike helen helena helga henriette "
    "henrike hester hilda hilde hillary holly hope ida ilse imogen ines inga inge ingeborg inger ingrid ioana irene "
    "irina iris irma isabel isabella isla ivana ivanka ivy jacinda jacqueline jada jane janet janice janine "
    "jasmine jean-marie jeanette jeanne jenna jennifer jenny jessica jill jo joan joann joanna jodie johanna "
    "jolene josefina josephine joy joyce juana juanita judit judith judy julia juliana julie juliet juliette june "
    "justine kamala karen karin karina karla katarina katarzyna kate katharina katherine kathleen kathryn kathy katie "
    "katja katrin kay kayla kelly kellyanne kerstin kimberly kirsten kirstjen kirsty klara kristen kristin krystyna "
    "lana lara larissa latoya laura lauren leah leanne leila lena lenka leonie leonora leslie-anne letitia liesel "
    "lilian liliana lillian lily lina linda linnea lisa liv livia liza lizzie lola lorena loretta lori lorna lorraine "
    "lotte louisa louise lucia luciana lucy luisa luz lydia lynn lyudmila mabel madeleine mae magda magdalena malala "
    "malin mandy mara marcela marcia margaret margarita margaux margo margot margrethe maria mariam mariana marianne "
    "maribel marie marietta marijke marilyn marina marine marisa marisol marjorie marlene marlies marsha marta "
    "martha martina mary matilda maud maureen mavis maxine maya megan melania melissa mercedes meredith mia michaela "
    "michelle mildred milena millicent mina mira mireille miriam moira molly mona monica monika monique muriel myra "
    "myriam nadia nadine naima nancy nanette naomi narges nasrin natalia natalie natascha natasha nathalie nell "
    "nellie nelly nicole nicolette nikki nina noemi noor nora noreen norma octavia oksana olena olga olive "
    "olivia olympia opal ophelia paige paloma pamela parveen patience patricia paula paulina pauline pearl peggy "
    "penny petra philippa phoebe phyllis piper pippa polly portia precious priscilla priya priyanka rachel ramona "
    "rania rebeca rebecca regina renata renate renee rhoda rhonda ricarda rita roberta robyn rochelle romy rosa "
    "rosalie rosalind rosario rose rosemarie rosemary roxana roxanne ruby rukhsana ruth sabina sabine sabrina sadie "
    "sally salma salome samantha samira sandra sandrine sara sarah saskia savannah selena selma serena shabana "
    "sharon shauna sheila shelley sheri sherry shirin shirley shreya sian sibylle sigrid silke silvia simona "
    "sinead siobhan sofia sonia sonja sophia sophie soraya stella stephania stephanie sunita susan susana "
    "susanna susanne suzanna suzanne svenja svetlana swati sylvia tabitha talia tallulah tamar tamara tamsin tanya "
    "tara tatiana tatjana teresa tess tessa thelma theresa tiffany tilda tina tove tracy trudy una ursula uta "
    "valentina valeria valerie valeska vanda vanessa veena vera verena veronica vicky victoria vilma viola violet "
    "virginia virginie vivian vivien vivienne wanda wendy wilhelmina wilma winifred xenia yasmin yasmine yelena ylva "
    "yoko yolanda yulia yvette yvonne zahra zainab zara zelda zoe zoya zuzanna"
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

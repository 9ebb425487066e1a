"""One invented text a language, with all that annotation may read of it: what comes of each tells what works.

The parts of a probe: a date in words, a name in running text, marked words with the name of who said them beside a
verb of saying, the same reported without marks, and an agency named as where it is from.
"""

from typing import NamedTuple


class Probe(NamedTuple):
    """The sentences of one language; ``speaker`` and ``person`` are names as the text has them."""

    dated: str
    named: str
    person: str
    marked: str
    speaker: str
    indirect: str
    credited: str


PROBES = {
    "en": Probe(
        "The bridge of Orrin was closed on 4 March 2031 because of ice.",
        "In the morning Mayor Ada Quell stood before the bridge of Orrin.",
        "Ada Quell",
        "“The bridge is safe and will open on time,” Ada Quell said.",
        "Ada Quell",
        "Ada Quell said that the bridge was safe and would open on time.",
        "The river rose by a metre, according to Reuters.",
    ),
    "de": Probe(
        "Die Brücke von Orrin wurde am 4. März 2031 wegen des Eises gesperrt.",
        "Am Morgen stand die Bürgermeisterin Ada Quell vor der Brücke von Orrin.",
        "Ada Quell",
        "„Die Brücke ist sicher und wird pünktlich geöffnet“, sagte Ada Quell.",
        "Ada Quell",
        "Ada Quell sagte, dass die Brücke sicher sei und pünktlich geöffnet werde.",
        "Der Fluss stieg laut Reuters um einen Meter.",
    ),
    "fr": Probe(
        "Le pont d’Orrin a été fermé le 4 mars 2031 à cause de la glace.",
        "Au matin, la maire Ada Quell se tenait devant le pont d’Orrin.",
        "Ada Quell",
        "« Le pont est sûr et ouvrira à temps », a déclaré Ada Quell.",
        "Ada Quell",
        "Ada Quell a déclaré que le pont était sûr et ouvrirait à temps.",
        "La rivière est montée d’un mètre, selon Reuters.",
    ),
    "es": Probe(
        "El puente de Orrin fue cerrado el 4 de marzo de 2031 por el hielo.",
        "Por la mañana la alcaldesa Ada Quell estaba ante el puente de Orrin.",
        "Ada Quell",
        "«El puente es seguro y abrirá a tiempo», dijo Ada Quell.",
        "Ada Quell",
        "Ada Quell dijo que el puente era seguro y abriría a tiempo.",
        "El río subió un metro, según Reuters.",
    ),
    "it": Probe(
        "Il ponte di Orrin è stato chiuso il 4 marzo 2031 per il ghiaccio.",
        "Di mattina la sindaca Ada Quell stava davanti al ponte di Orrin.",
        "Ada Quell",
        "«Il ponte è sicuro e aprirà in tempo», ha dichiarato Ada Quell.",
        "Ada Quell",
        "Ada Quell ha dichiarato che il ponte era sicuro e avrebbe aperto in tempo.",
        "Il fiume è salito di un metro, secondo Reuters.",
    ),
    "pt": Probe(
        "A ponte de Orrin foi fechada em 4 de março de 2031 por causa do gelo.",
        "De manhã a prefeita Ada Quell estava diante da ponte de Orrin.",
        "Ada Quell",
        "“A ponte é segura e abrirá a tempo”, afirmou Ada Quell.",
        "Ada Quell",
        "Ada Quell afirmou que a ponte era segura e abriria a tempo.",
        "O rio subiu um metro, segundo Reuters.",
    ),
    "ru": Probe(
        "Мост в Оррине закрыли 4 марта 2031 года из-за льда.",
        "Утром перед мостом стояла мэр города Ада Квелл.",
        "Ада Квелл",
        "«Мост безопасен и откроется вовремя», — сказала Ада Квелл.",
        "Ада Квелл",
        "Ада Квелл сказала, что мост безопасен и откроется вовремя.",
        "Река поднялась на метр, по данным ТАСС.",
    ),
    "ar": Probe(
        "أغلق جسر أورين في 4 مارس 2031 بسبب الجليد.",
        "في الصباح وقفت العمدة آدا كويل أمام جسر أورين.",
        "آدا كويل",
        "وقالت العمدة آدا كويل: «الجسر آمن وسيفتح في موعده».",
        "آدا كويل",
        "وقالت آدا كويل إن الجسر آمن وسيفتح في موعده.",
        "ارتفع النهر مترا نقلا عن رويترز.",
    ),
    "uk": Probe(
        "Міст в Орріні закрили 4 березня 2031 року через лід.",
        "Вранці перед мостом стояла мер міста Ада Квелл.",
        "Ада Квелл",
        "«Міст безпечний і відкриється вчасно», — сказала Ада Квелл.",
        "Ада Квелл",
        "Ада Квелл сказала, що міст безпечний і відкриється вчасно.",
        "Річка піднялася на метр, за даними ТАСС.",
    ),
    "nl": Probe(
        "De brug van Orrin werd op 4 maart 2031 gesloten vanwege het ijs.",
        "In de ochtend stond burgemeester Ada Quell voor de brug van Orrin.",
        "Ada Quell",
        "“De brug is veilig en gaat op tijd open”, zei Ada Quell.",
        "Ada Quell",
        "Ada Quell zei dat de brug veilig was en op tijd open zou gaan.",
        "De rivier steeg een meter, volgens Reuters.",
    ),
    "pl": Probe(
        "Most w Orrinie zamknięto 4 marca 2031 roku z powodu lodu.",
        "Rano przed mostem stała burmistrzyni Ada Quell.",
        "Ada Quell",
        "„Most jest bezpieczny i otworzy się na czas” – powiedziała Ada Quell.",
        "Ada Quell",
        "Ada Quell powiedziała, że most jest bezpieczny i otworzy się na czas.",
        "Rzeka podniosła się o metr, podaje Reuters.",
    ),
    "sv": Probe(
        "Bron i Orrin stängdes den 4 mars 2031 på grund av isen.",
        "På morgonen stod borgmästaren Ada Quell framför bron i Orrin.",
        "Ada Quell",
        "”Bron är säker och öppnar i tid”, sade Ada Quell.",
        "Ada Quell",
        "Ada Quell sade att bron var säker och skulle öppna i tid.",
        "Floden steg en meter, enligt Reuters.",
    ),
    "tr": Probe(
        "Orrin köprüsü 4 Mart 2031 tarihinde buz yüzünden kapatıldı.",
        "Sabah belediye başkanı Ada Quell köprünün önünde duruyordu.",
        "Ada Quell",
        "“Köprü güvenli ve zamanında açılacak,” dedi Ada Quell.",
        "Ada Quell",
        "Ada Quell köprünün güvenli olduğunu ve zamanında açılacağını söyledi.",
        "Nehir bir metre yükseldi, Reuters bildirdi.",
    ),
    "zh": Probe(
        "奥林桥因结冰于2031年3月4日关闭。",
        "早上，市长阿达·奎尔站在奥林桥前。",
        "阿达·奎尔",
        "阿达·奎尔说：“这座桥很安全，将按时开放，大家不必担心。”",
        "阿达·奎尔",
        "阿达·奎尔说，这座桥很安全，将按时开放。",
        "据路透社报道，河水上涨了一米。",
    ),
}

"""Words of dates: months, days, and the words of publishing and updating that stand before a date.

Months are given in full and as news shortens them, in the languages of Europe, Turkish, Indonesian, Arabic and Hindi.

Shortened names that read as other words of a date line ("out", "ago", "set") are left out.
"""


def word_set(*lines: str) -> frozenset[str]:
    """Return the words of the given lines, which are separated by blanks, as a set."""
    return frozenset(word for line in lines for word in line.split())


_MONTHS = (
    "january jan januar januari janvier janv enero ene janeiro gennaio gen января янв январь січня януари "
    "stycznia ledna januára január januara ianuarie ocak ιανουαρίου tammikuuta",
    "february feb februar februari février fevrier févr fév febrero fevereiro fev febbraio febb февраля фев "
    "февраль лютого февруари lutego února februára február februara februarie şubat φεβρουαρίου helmikuuta",
    "march mar märz maerz mrz mär maart mrt mars marts marzo março marco марта мар март березня marca března "
    "március marta martie mart maret μαρτίου maaliskuuta",
    "april apr avril avr abril abr aprile апреля апр апрель квітня април kwietnia dubna apríla április aprila "
    "aprilie nisan απριλίου huhtikuuta",
    "may mai mei mayo maio maggio mag maj мая май травня maja května mája május mayıs μαΐου toukokuuta",
    "june jun juni juin junio junho giugno giu июня июн июнь червня юни czerwca června júna június juna iunie "
    "haziran ιουνίου kesäkuuta",
    "july jul juli juillet juil julio julho luglio lug июля июл июль липня юли lipca července júla július jula "
    "iulie temmuz ιουλίου heinäkuuta",
    "august aug augustus augusti août aout agosto августа авг август серпня sierpnia srpna augusta augusztus "
    "avgusta ağustos agustus αυγούστου elokuuta",
    "september sep sept septembre septiembre setembro settembre сентября сен сент сентябрь вересня септември "
    "września září septembra szeptember septembrie eylül σεπτεμβρίου syyskuuta",
    "october oct oktober octobre octubre outubro ottobre ott okt октября окт октябрь жовтня октомври października "
    "října októbra október oktobra octombrie ekim οκτωβρίου lokakuuta",
    "november nov novembre noviembre novembro ноября ноя нояб ноябрь листопада ноември novembra noiembrie kasım "
    "νοεμβρίου marraskuuta",
    "december dec dezember dez décembre decembre déc diciembre dic dezembro dicembre декабря дек декабрь грудня "
    "декември grudnia prosince decembra decembrie aralık desember δεκεμβρίου joulukuuta",
)
# Arabic and Hindi.
_FURTHER = (
    "يناير जनवरी", "فبراير फरवरी फ़रवरी", "مارس मार्च", "أبريل إبريل ابريل अप्रैल", "مايو मई", "يونيو जून", "يوليو जुलाई",
    "أغسطس اغسطس अगस्त", "سبتمبر सितंबर सितम्बर", "أكتوبر اكتوبر अक्टूबर अक्तूबर", "نوفمبر नवंबर नवम्बर", "ديسمبر दिसंबर दिसम्बर",
)  # fmt: skip
MONTHS = {
    name: number for several in (_MONTHS, _FURTHER) for number, names in enumerate(several, 1) for name in names.split()
}
WEEKDAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
    "montag dienstag mittwoch donnerstag freitag samstag sonnabend sonntag",
    "lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miércoles jueves viernes sábado domingo",
    "lunedì martedì mercoledì giovedì venerdì sabato segunda-feira terça-feira quarta-feira quinta-feira sexta-feira",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag måndag tisdag onsdag torsdag fredag lördag söndag",
    "mandag tirsdag lørdag søndag poniedziałek wtorek środa czwartek piątek sobota niedziela",
    "понедельник вторник среда четверг пятница суббота воскресенье",
)

# What stands before the time of publication and before that of the last change; in ``NOT_ENGLISH`` days come first.
_PUBLISHED = (
    "veröffentlicht erschienen erstellt publiée publié publicado publicada creado pubblicato pubblicata gepubliceerd "
    "geplaatst publicerad publisert publiceret udgivet julkaistu opublikowano opublikowany publikováno zveřejněno "
    "publikované megjelent publicat objavljeno опубликовано опубліковано публикувана yayınlanma yayınlandı diterbitkan "
    "δημοσιεύθηκε δημοσίευση"
)
_UPDATED = (
    "aktualisiert aktualisierung geändert actualisée actualisé modifiée modifié actualizado actualizada actualización "
    "modificado modificada atualizado atualizada atualização aggiornato aggiornata aggiornamento bijgewerkt gewijzigd "
    "uppdaterad oppdatert opdateret päivitetty muokattu zaktualizowano aktualizacja aktualizováno aktualizované "
    "frissítve actualizat ažurirano обновлено оновлено обновена güncelleme güncellendi güncellenme diperbarui "
    "ενημερώθηκε ενημέρωση"
)
_PHRASES = ("mise à jour", "mis à jour", "stand:", "stand vom")
NOT_ENGLISH = (*_PHRASES, *_PUBLISHED.split(), *_UPDATED.split())
PUBLISHED = ("published", "posted", "created", "issued", "released", *_PUBLISHED.split())
UPDATED = ("updated", "update", "modified", "edited", "amended", "revised", *_PHRASES, *_UPDATED.split())
DATE_WORDS = word_set(
    *PUBLISHED,
    *(word.rstrip(":") for word in UPDATED),
    "last first on at by the of date time article added launched am pm a m p et est edt ct cst cdt mt pt pst pdt",
    "gmt utc bst ist cet cest mez mesz local um uhr le à el la las den vom am de del der zuletzt stand ore alle",
    "às il em op om kl h hs hrs hora horas última ultimo letzte st nd rd th story text noon midnight min read",
    "minute minutes 年 月 日 来源 來源 发布 发布时间 發佈時間 时间 更新 更新时间",
)


def is_month(word: str) -> bool:
    """Tell whether ``word`` names a month, in full or shortened."""
    return word.rstrip(".,").casefold() in MONTHS


def is_weekday(word: str) -> bool:
    """Tell whether ``word`` names a day of the week, in full or shortened."""
    return word.rstrip(".,").casefold() in WEEKDAYS

"""Names of months and days in the bigger European languages."""


def word_set(*lines: str) -> frozenset[str]:
    """Return the words of the given lines, which are separated by blanks, as a set."""
    return frozenset(word for line in lines for word in line.split())


_MONTHS = (
    "january jan januar januari janvier enero janeiro gennaio января",
    "february feb februar februari février fevrier febrero fevereiro febbraio февраля",
    "march mar märz maerz maart mars marzo março marco марта",
    "april apr avril abril aprile апреля",
    "may mai mei mayo maio maggio мая",
    "june jun juni juin junio junho giugno июня",
    "july jul juli juillet julio julho luglio июля",
    "august aug augustus août aout agosto августа",
    "september sep sept septembre septiembre setembro settembre сентября",
    "october oct oktober octobre octubre outubro ottobre okt октября",
    "november nov novembre noviembre novembro ноября",
    "december dec dezember dez décembre decembre diciembre dezembro dicembre декабря",
)
MONTHS = {name: number for number, names in enumerate(_MONTHS, 1) for name in names.split()}
WEEKDAYS = word_set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun",
    "montag dienstag mittwoch donnerstag freitag samstag sonntag lundi mardi mercredi jeudi vendredi samedi dimanche",
    "lunes martes miércoles jueves viernes sábado domingo",
)


def is_month(word: str) -> bool:
    """Tell whether ``word`` names a month, in full or shortened."""
    return word.rstrip(".,").casefold() in MONTHS


def is_weekday(word: str) -> bool:
    """Tell whether ``word`` names a day of the week, in full or shortened."""
    return word.rstrip(".,").casefold() in WEEKDAYS

"""The words that expressions of time are made of, each known by one look-up. Almost every word of a text is in none of these."""

from __future__ import annotations

from typing import Final

from sayso.reading.words import word_set


def _numbered(text: str, first: int = 1) -> dict[str, int]:
    """`a|b c` numbers a as `first`, b and c as the next: alternatives are joined by a bar."""
    return {name: n for n, group in enumerate(text.split(), first) for name in group.split("|")}


MONTHS: Final = _numbered(
    "january|jan february|feb|febr march|mar april|apr may june|jun july|jul august|aug september|sept|sep "
    "october|oct november|nov december|dec"
)
MONTH_SHORT: Final = word_set("jan feb febr mar apr jun jul aug sept sep oct nov dec")
WEEKDAYS: Final = _numbered("monday tuesday wednesday thursday friday saturday sunday")
WEEKDAY_SHORT: Final = _numbered("mon tue|tues wed|weds thu|thur|thurs fri sat sun")
WEEKDAY_PLURAL: Final = {name + "s": number for name, number in WEEKDAYS.items()}
DAY_LENGTHS: Final = (31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)

NUMBERS: Final = _numbered(
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen "
    "eighteen nineteen twenty"
) | {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90}
TENS: Final = word_set("twenty thirty forty fifty sixty seventy eighty ninety")
LARGE: Final = {"hundred": 100, "thousand": 1000, "million": 1_000_000, "billion": 1_000_000_000, "dozen": 12}
ORDINALS: Final = _numbered(
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth "
    "sixteenth seventeenth eighteenth nineteenth twentieth"
) | {"thirtieth": 30}
ORDINAL_ENDS: Final = frozenset({"st", "nd", "rd", "th"})
VAGUE: Final = word_set("several many few some numerous countless multiple various")
"""Amounts that are no number: *several weeks* is `PXW`."""

UNITS: Final = {
    name: code
    for code, names in {
        "D": "day days",
        "W": "week weeks wk wks",
        "M": "month months",
        "Y": "year years yr yrs",
        "Q": "quarter quarters",
        "DE": "decade decades",
        "CE": "century centuries",
        "ML": "millennium millennia",
        "FN": "fortnight fortnights",
        "WE": "weekend weekends",
        "NI": "night nights",
        "MO": "morning mornings",
        "AF": "afternoon afternoons",
        "EV": "evening evenings",
        "TH": "hour hours hr hrs",
        "TM": "minute minutes min mins",
        "TS": "second seconds sec secs",
    }.items()
    for name in names.split()
}
PLURAL_UNITS: Final = frozenset(name for name in UNITS if name.endswith("s") or name == "millennia")
PARTS: Final = {
    "morning": "MO", "mornings": "MO", "dawn": "MO", "sunrise": "MO", "afternoon": "AF", "afternoons": "AF",
    "evening": "EV", "evenings": "EV", "dusk": "EV", "night": "NI", "nights": "NI", "midday": "MI", "lunchtime": "MI",
    "daytime": "DT",
}  # fmt: skip
PART_UNITS: Final = frozenset({"MO", "AF", "EV", "NI"})
SEASONS: Final = {"spring": "SP", "springtime": "SP", "summer": "SU", "summertime": "SU", "fall": "FA", "autumn": "FA",
                  "winter": "WI", "wintertime": "WI"}  # fmt: skip
SEASON_STARTS: Final = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}

SHIFTS: Final = {
    "last": -1, "past": -1, "previous": -1, "preceding": -1, "prior": -1, "next": 1, "coming": 1, "upcoming": 1,
    "following": 1, "subsequent": 1, "ensuing": 1, "this": 0, "current": 0, "present": 0, "same": 0, "that": 0,
    "these": 0, "those": 0, "recent": -1,
}  # fmt: skip
"""Words that point from here or from there to a unit: *last week*, *the following day*."""
FROM_THE_NARRATIVE: Final = word_set("previous preceding prior following subsequent ensuing same that those")
"""Those of `SHIFTS` that are reckoned from the date told of, the others from the day of writing or speech."""
DAYS: Final = {"today": 0, "yesterday": -1, "tomorrow": 1}

REFERENCES: Final = {
    "now": "PRESENT_REF", "nowadays": "PRESENT_REF", "currently": "PRESENT_REF", "presently": "PRESENT_REF",
    "recently": "PAST_REF", "lately": "PAST_REF",
}  # fmt: skip
"""Single words that mean the present, the past or the future as a whole."""
FREQUENT: Final = {
    "daily": "P1D", "weekly": "P1W", "monthly": "P1M", "quarterly": "P1Q", "yearly": "P1Y", "annual": "P1Y",
    "annually": "P1Y", "hourly": "PT1H", "nightly": "P1D", "biweekly": "P2W", "fortnightly": "P2W", "bimonthly": "P2M",
    "biannual": "P6M", "biannually": "P6M", "semiannual": "P6M", "semiannually": "P6M", "biennial": "P2Y",
    "weekdays": "XXXX-WXX-XX", "weeknights": "XXXX-WXX-XXTNI", "weekends": "XXXX-WXX-WE", "mornings": "XXXX-XX-XXTMO",
    "evenings": "XXXX-XX-XXTEV", "afternoons": "XXXX-XX-XXTAF",
}  # fmt: skip
LONG: Final = {"daylong": "P1D", "weeklong": "P1W", "monthlong": "P1M", "yearlong": "P1Y", "hourlong": "PT1H",
               "decadelong": "P1DE"}  # fmt: skip
DECADES: Final = {"twenties": 2, "thirties": 3, "forties": 4, "fifties": 5, "sixties": 6, "seventies": 7, "eighties": 8,
                  "nineties": 9}  # fmt: skip

POSITIONS: Final = {"early": "START", "late": "END", "mid": "MID", "midway": "MID", "earlier": "", "later": ""}
"""Words before a date that say which part of it: *early next year* has the mod `START`; *later this year* has none."""
STRETCHES: Final = {"beginning": "START", "start": "START", "dawn": "START", "turn": "START", "outset": "START",
                    "middle": "MID", "midpoint": "MID", "end": "END", "close": "END", "eve": "BEFORE"}  # fmt: skip
"""Nouns that do the same with *of*: *the end of 1999*."""
APPROXIMATE: Final = {
    "about": "APPROX", "around": "APPROX", "roughly": "APPROX", "approximately": "APPROX", "circa": "APPROX",
    "nearly": "LESS_THAN", "almost": "LESS_THAN", "over": "MORE_THAN", "under": "LESS_THAN", "barely": "APPROX",
}  # fmt: skip
COMPARED: Final = {
    ("more", "than"): "MORE_THAN", ("less", "than"): "LESS_THAN", ("fewer", "than"): "LESS_THAN",
    ("at", "least"): "EQUAL_OR_MORE", ("at", "most"): "EQUAL_OR_LESS", ("up", "to"): "EQUAL_OR_LESS",
    ("just", "over"): "MORE_THAN", ("just", "under"): "LESS_THAN", ("well", "over"): "MORE_THAN",
    ("close", "to"): "APPROX", ("longer", "than"): "MORE_THAN", ("just", "about"): "APPROX",
}  # fmt: skip
NOT_COMPARED: Final = {"MORE_THAN": "EQUAL_OR_LESS", "LESS_THAN": "EQUAL_OR_MORE"}
"""*no more than* and *no less than*."""
OF_AGO: Final = {"MORE_THAN": "BEFORE", "LESS_THAN": "AFTER", "EQUAL_OR_MORE": "ON_OR_BEFORE",
                 "EQUAL_OR_LESS": "ON_OR_AFTER"}  # fmt: skip
"""What the mod of an amount becomes for a point in time: *more than a decade ago* is `BEFORE`."""

ZONES: Final = word_set(
    "et est edt ct cst cdt mt mst mdt pt pst pdt gmt utc bst cet cest ist aest aedt jst akst hst eet msk sgt hkt nzst"
)
ZONE_NAMES: Final = word_set("eastern central mountain pacific local atlantic greenwich")
PREPOSITIONS: Final = word_set(
    "in on since by until till of from to before after during for between through throughout around circa about at "
    "late early mid and or than past"
)
DETERMINERS: Final = word_set("the a an his her its their our my your")
NOT_A_YEAR_AFTER: Final = word_set(
    "room flight boeing airbus route highway section article page number no chapter bill channel suite unit apartment "
    "apt gate bus train model windows office suites lot code form pc flat platform interstate # £ $ € ¥ version "
    "resolution hr area box extension paragraph line verse psalm rs us"
)
"""Words before a number that make it a name or a price: *Boeing 747*, *room 2012*."""
COUNTED: Final = word_set(
    "people men women children troops soldiers votes delegates dollars pounds euros miles kilometres kilometers "
    "metres meters feet tons tonnes jobs workers employees pages percent per cent km mph points times members "
    "students acres copies yards calories degrees others homes houses civilians fighters refugees migrants officers "
    "residents households units words players fans guests shares barrels seats cases deaths cars local hours m km2 kg "
    "lbs rpm"
)
"""Words after a number that it counts: *1984 votes*."""
FUNCTION: Final = (
    word_set(
        ". , ; : ? ! ( ) ” ’ ' – — … and or but in on at by to from for with that which who when while is was are were "
        "has had have will would could should may might can as the a he she it they we i you of"
    )
    | {'"'}
    | {""}
)
"""Words and marks that no noun is: where one follows, the expression before it is a noun phrase of its own."""

"""Other words for somebody’s office: *the officer* for *Constable Ada Moss*, *the force* for *Elmbridge Police*."""

from __future__ import annotations

from sayso.reading.people.mention import Mention

_GROUPS = (
    (
        "officer detective policeman policewoman",
        "constable sergeant sgt pc inspector detective trooper officer superintendent",
    ),
    ("doctor physician medic gp clinician", "dr doctor surgeon physician gp paediatrician consultant"),
    (
        "cleric clergyman priest preacher churchman clergywoman minister",
        "imam rev reverend canon fr bishop archbishop rabbi pastor vicar priest curate father deacon archdeacon sheikh",
    ),
    ("skipper", "captain capt skipper"),
    ("protester activist campaigner demonstrator", "protester activist campaigner organiser organizer"),
    (
        "mp lawmaker politician legislator parliamentarian representative congressman congresswoman councillor",
        "mp senator sen rep congressman congresswoman councillor cllr msp td mep assemblyman representative lawmaker",
    ),
    ("lawyer attorney barrister solicitor advocate counsel", "lawyer attorney barrister solicitor advocate counsel"),
    ("academic scholar don lecturer professor", "prof professor lecturer academic dr"),
    ("reporter journalist correspondent newsman", "reporter journalist correspondent columnist editor"),
    ("boss chief executive", "ceo chief executive boss chairman chairwoman president"),
    ("player footballer", "striker midfielder defender winger goalkeeper forward footballer player"),
    ("peer aristocrat", "lord lady baroness baron earl duke viscount"),
    ("head headteacher headmaster headmistress principal", "head headteacher headmaster headmistress principal"),
    ("performer musician singer vocalist", "singer rapper musician performer soprano tenor"),
    ("trainer coach manager", "trainer coach manager"),
    ("landlady landlord publican", "landlady landlord publican licensee"),
    ("owner proprietor", "owner proprietor"),
    ("founder", "founder"),
)
RENAMES: dict[str, frozenset[str]] = {}
for _words, _offices in _GROUPS:
    for _word in _words.split():
        RENAMES[_word] = RENAMES.get(_word, frozenset()) | frozenset(_offices.split())
"""For each word of a description the titles and words of those whom a paper may call by it."""
FORCES = frozenset({"police", "constabulary", "gardai", "gardaí"})
GENERIC = frozenset(
    {
        "charity", "group", "organisation", "organization", "body", "association", "society", "club", "team", "side", "union",
        "party", "foundation", "trust", "chain", "retailer", "airline", "bank", "carmaker", "network", "campaign", "federation",
        "collective", "startup", "start-up", "insurer", "developer", "operator", "manufacturer", "broadcaster", "co-operative",
    }
)  # fmt: skip
"""Words for a body that a paper may have named without them: *Roof for All* and *the charity*."""
PAIRS = frozenset({"couple", "pair", "duo", "pensioners", "newlyweds"})


def two_of(m: Mention) -> bool:
    """Whether a phrase means two who were named together: *the couple*."""
    return m.definite == "the" and m.key[0] in PAIRS and m.extent <= m.last

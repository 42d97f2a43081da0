"""Names after *told* that no lexicon and no noun shows to be outlets: by their first word (*La Voix du Lac*), by capitals
(*VQRM*, *4QX Mornings*), by a programme of theirs (*QVN's Deep End*), by what the text calls them next (*he told the paper*), or
since they are no person's and no body's (*told Inside Tide she …*)."""

from __future__ import annotations

import re

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.mention import Mention
from sayso.reading.people.lexicon import FIRST_NAMES
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set

LONGEST = 6
"""Words of a name; keeps a text in capitals linear."""
NEXT = 60
"""Words behind a name in which the text may call it *the paper*; chosen by hand."""
_ARTICLES = word_set("la le les el las los il lo der die das het o gli")
"""First words of names of outlets in other languages; *die* and *o* only where the next word has a capital."""
_LINKS = word_set("- de du des del della di van von da do dos d l the of")
FOREIGN = word_set(
    "corriere gazzetta repubblica messaggero giornale stampa zeitung tageblatt tagblatt tagesblatt "
    "anzeiger allgemeine rundschau "
    "nachrichten dagblad dagbladet tidende tidning nieuwsblad volkskrant diario diário jornal folha "
    "estado periódico periodico "
    "matin soir parisien dépêche depeche nouvelliste quotidien républicain libre voix courrier gazeta gazete "
    "izvestia pravda vesti novosti shimbun ilbo sabah haber haberler"
)
"""Words of newspapers' names in other languages."""
_CALL = re.compile(r"[A-Z]{2,3}\Z")
_BODIES = word_set(
    "nato fifa uefa nasa opec unicef unesco nafta asean ecowas nhs nypd lapd fbi cia nsa irs sec epa fda "
    "dhs doj usda ira eu un "
    "uk us usa uae mps msps ceos ceo gps pc dc who wto imf nba nfl mlb nhl ufc wwe ncaa ioc wada icc "
    "rspca rspb tuc gmb aclu "
    "nra naacp aa ad pm phd md ok hr pr psni raf swat interpol europol"
)
"""Words in capitals that are bodies, and none that anybody tells the public by."""
_NO_OUTLETS = word_set(
    "police department committee commission ministry council service office senate house court board "
    "bureau congress parliament "
    "vice president prime minister secretary attorney general amnesty rights foundation institute "
    "university college school union "
    "bank association centre center society trust party campaign city united town county rovers athletic "
    "rangers fc hospital "
    "company corp inc ltd plc group holdings airlines airways army navy force church chamber club league federation guild "
    "assembly agency authority administration government state republic sheriff judge justice crown security international "
    "palace street rail water gas energy electric power telecom mobile insurance homes housing trains buses advice aid relief "
    "care health motors pictures studios hotels estate partners capital stores foods brewery hall ward prison jail schools "
    "rescue airport railway council's lawmakers democrats republicans labour tories conservatives americans londoners"
)
"""Words in the names of bodies that are told things and print none."""
_TITLES = word_set(
    "mr mrs ms miss dr sir lady lord prof professor rev fr father sister judge justice sen rep gov president king queen "
    "prince princess pope bishop captain capt colonel col major general gen sgt sergeant inspector det "
    "officer detective constable "
    "uncle aunt mom dad mum mother grandma grandpa god jesus allah madam"
)
_CALLED = word_set(
    "paper newspaper magazine website site network station channel broadcaster outlet programme program podcast tabloid "
    "daily weekly blog show"
)
_AIRED = word_set("network station channel broadcaster programme program podcast show")
_MORE = word_set("mornings breakfast drive today tonight afternoons evenings radio news fm am tv")


def told_name(tokens: Tokens, at: int) -> Mention | None:
    """The outlet that the name in capitals from word `at` on, right after *told*, is; `None` where it may be somebody
    or a body."""
    words, lower, count = tokens.words, tokens.lower, len(tokens)
    numbered = _numbered(tokens, at)
    if not numbered and not words[at][0].isupper() and lower[at] != "the":
        return _mixed(tokens, at)
    if numbered or _capitals(tokens, at):
        end = at + numbered + 1
        if end + 1 < count and words[end] == "-" and lower[end + 1] in _MORE:
            end += 2  # *VQRM-TV*
        while end < count and end < at + 3 and words[end][0].isupper() and lower[end] in _MORE:
            end += 1
        if end == at + 1 + numbered and end + 1 < count and lower[end] in v.POSSESSIVE and words[end + 1][0].isupper():
            programme = _end(tokens, end + 1)
            if lower[end + 1] not in FIRST_NAMES and not _person(tokens, end + 1):
                return Mention(at, programme, words[at], None, True, False)
        return Mention(at, end, _text(tokens, at, end), None, True, False)
    start, at = at, at + 1 if lower[at] == "the" and at + 1 < count else at
    end = _end(tokens, at)
    if not FOREIGN.isdisjoint(lower[at:end]) and end - at > 1 and not _person(tokens, at):
        return Mention(start, end, _text(tokens, at, end), None, False, False)
    if start != at:
        return None
    if end == at or lower[at] in _TITLES or lower[at] in v.TIMES or lower[at] == "the" or _person(tokens, at):
        return None
    if end < count and tokens.pos[end][:1] == "N" and words[end][0].islower():
        return None  # *told Harbour Hill lawmakers*
    if lower[at] in _ARTICLES and end - at > 1 and tokens.words[end - 1][0].isupper():
        return Mention(at, end, _text(tokens, at, end), None, False, False)
    if not _NO_OUTLETS.isdisjoint(lower[at:end]) or lower[at] in FIRST_NAMES or lower[at] in _BODIES:
        return None
    if end < count and lower[end] in v.POSSESSIVE:
        return None
    called = _called(tokens, end)
    if called:
        return Mention(at, end, _text(tokens, at, end), None, called in _AIRED, False)
    on_air = not {"tv", "radio", "fm", "sport", "sports", "television"}.isdisjoint(lower[at:end])
    named = tokens.name[at].endswith("ORGANIZATION") and tokens.name[end - 1].endswith(("ORGANIZATION", "MISC"))
    whole = named or tokens.name[at] == "B-ORGANIZATION"
    if whole and end - at > 1 and not _elsewhere_a_person(tokens, at, end):
        return Mention(at, end, _text(tokens, at, end), None, on_air, False)
    return None


def _is_mixed(word: str) -> bool:
    return word.isalpha() and word[0].islower() and any(c.isupper() for c in word)


def _mixed(tokens: Tokens, at: int) -> Mention | None:
    """*Told eVQN*, *told tideSPORT*: a word with capitals in its midst alone."""
    if not _is_mixed(tokens.words[at]):
        return None
    end = _end(tokens, at)
    return Mention(at, end, _text(tokens, at, end), None, True, False)


def _capitals(tokens: Tokens, at: int) -> bool:
    """Whether a word is call letters or a short name in capitals among other words: *VQRM*."""
    word = tokens.words[at]
    if not (word.isalpha() and word.isupper() and 2 < len(word) < 6) or tokens.lower[at] in _BODIES:
        return False
    around = (*tokens.words[max(0, at - 2) : at], *tokens.words[at + 1 : at + 3])
    return not any(len(each) > 1 and each.isalpha() and each.isupper() and each.lower() not in _MORE for each in around)


def _numbered(tokens: Tokens, at: int) -> bool:
    """Whether word `at` and the next are call letters that begin with a number: *4QX*."""
    if at + 1 >= len(tokens) or not tokens.words[at].isdigit() or len(tokens.words[at]) > 1:
        return False
    return tokens.start[at + 1] == tokens.end[at] and _CALL.match(tokens.words[at + 1]) is not None


def _end(tokens: Tokens, at: int) -> int:
    """The end of the name that begins with word `at`: words in capitals, small ones between them (*La Voix du Lac*)."""
    words, lower, end = tokens.words, tokens.lower, at
    last = min(len(tokens), at + LONGEST, tokens.sentences[tokens.sentence[at]][1])
    while end < last and lower[end] not in v.TIMES and words[end] != "I":
        if words[end][0].isupper() or (end == at and _is_mixed(words[end])):
            end += 1
        elif end > at and lower[end] in _LINKS and end + 1 < last and words[end + 1][0].isupper():
            end += 2
        else:
            break
    return end


def _person(tokens: Tokens, at: int) -> bool:
    return tokens.name[at].endswith(("PERSON", "LOCATION"))


def _called(tokens: Tokens, end: int) -> str:
    """The noun by which the words behind a name call an outlet that was told: *he told the paper*; empty where they do not, or
    another outlet may be meant."""
    lower = tokens.lower
    for i in range(end, min(len(tokens) - 2, end + NEXT)):
        if lower[i] in v.TELL:
            if lower[i + 1] in ("the", "that") and lower[i + 2] in _CALLED:
                return lower[i + 2]
            if tokens.words[i + 1][0].isupper() or lower[i + 1] in ("the", "a"):
                return ""
    return ""


def _elsewhere_a_person(tokens: Tokens, at: int, end: int) -> bool:
    """Whether the last word of a name is somebody's in the text nearby: *Ada Oyelaran … Oyelaran said*."""
    last = tokens.words[end - 1]
    near = range(max(0, at - 400), min(len(tokens), at + 400))
    return any(
        tokens.words[i] == last and not at <= i < end and (_person(tokens, i) or _speaks(tokens, i)) for i in near
    )


def _speaks(tokens: Tokens, i: int) -> bool:
    after = tokens.lower[i + 1] if i + 1 < len(tokens) else ""
    return after in v.SAYING or tokens.lower[i - 1] in _TITLES


def _text(tokens: Tokens, first: int, last: int) -> str:
    return tokens.text[tokens.start[first] : tokens.end[last - 1]]

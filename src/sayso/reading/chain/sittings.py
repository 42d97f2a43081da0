"""An article heard in court: what witnesses, counsel and the judge say in it was said there, unless it says otherwise."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass

from sayso.reading.chain import vocabulary as v
from sayso.reading.chain.hops import Draft
from sayso.reading.chain.owners import Frame
from sayso.reading.chain.sessions import refuses
from sayso.reading.chain.speakers import Speaker
from sayso.reading.scene import Scene
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set
from sayso.records import PersonKind, Venue

OPENING = 3
"""Paragraphs in which an article says that it was heard in court; chosen by hand."""
_BENCHES = word_set("court jury jurors inquest inquiry hearing tribunal panel magistrates trial sheriff coroner")
_HEARD = word_set("heard hears hear")
_OUTSIDE = word_set("outside afterwards afterward corridor steps")
_AFTER = word_set("hearing verdict ruling sentencing sentence trial case court inquest decision")
_PRESENT = word_set(
    "says say believes believe insists insist maintain maintains argues argue want wants is are denies deny"
)
_OTHERS = word_set(
    "police officers force spokesman spokeswoman spokesperson company council union charity campaigners neighbours neighbors "
    "family relatives minister mp"
)


@dataclass(frozen=True, slots=True)
class Sitting:
    """The words of a court that the article says heard it, and the paragraph that says so."""

    venue: Venue
    paragraph: int


def sitting_of(tokens: Tokens) -> Sitting | None:
    """The court in which an article was heard, told by *the court heard*, *a hearing was told* in its first paragraphs."""
    for i, low in enumerate(tokens.lower):
        if tokens.paragraph[i] > OPENING:
            return None
        if low not in _BENCHES or tokens.depth[i]:
            continue
        after = tokens.lower[i + 1 : i + 4]
        heard = bool(after) and (after[0] in _HEARD or (after[0] in ("has", "had") and after[1:2] == ["heard"]))
        told = after[:2] in (["was", "told"], ["were", "told"], ["is", "told"], ["been", "told"])
        if heard or told or after[:3] == ["has", "been", "told"] or _was_told(tokens, i):
            first = _start(tokens, i)
            span = tokens.span(first, i + 1)
            return Sitting(Venue("hearing", " ".join(span.of(tokens.text).split()), (span,), True), tokens.paragraph[i])
    return None


def _was_told(tokens: Tokens, i: int) -> bool:
    """Whether somebody told the court that word `i` is the head of: *a warden told Anytown Circuit Court*, *appeared before
    Anytown magistrates*."""
    if tokens.lower[i] not in _SITTING:
        return False
    low = tokens.sentences[tokens.sentence[i]][0]
    for at in range(i - 1, max(low, i - 8) - 1, -1):
        word = tokens.lower[at]
        if word in ("told", "before", "at"):
            return word == "told" or "appeared" in tokens.lower[max(low, at - 2) : at]
        if word in v.STOPS or word in _LINKS:
            return False
    return False


_SITTING = word_set("court jury jurors inquest inquiry tribunal magistrates coroner")
_LINKS = word_set("that of for in on to and who which outside")


def is_bench(tokens: Tokens, frame: Frame) -> bool:
    """Whether a judge speaks in session: *“Sit down,” Judge Moss said*, *the magistrate observed*; not *ruled* or *wrote*, and
    not one who was or is elsewhere."""
    if frame.source is None or frame.cue is None:
        return False
    words, cue = tokens.lower[slice(*frame.source)], set(tokens.lower[slice(*frame.cue)])
    if words in (["the", "court"], ["the", "bench"], ["the", "judges"], ["the", "judge"], ["the", "magistrate"]):
        return bool(cue & (_SPOKEN | _DIRECTED))
    if _COUNSEL & set(words):
        return bool(cue & _PLEADED)
    return _titled(tokens, frame.source[0], words) and bool(cue & (_SPOKEN | _DIRECTED))


def goes_on_there(tokens: Tokens, frame: Frame) -> bool:
    """Whether a judge's next words, with a cue of speech or none, are of the same sitting."""
    return frame.cue is None or bool(set(tokens.lower[slice(*frame.cue)]) & (_SPOKEN | v.SAYING))


def _titled(tokens: Tokens, first: int, words: list[str]) -> bool:
    """Whether a source is a judge by name (*Mrs Justice Moss*, *District Judge Ada Moss*) or office (*the magistrate*)."""
    if not {"supreme", "former", "retired", "ex"}.isdisjoint(words):
        return False  # they speak at dinners
    for k, word in enumerate(words):
        if word in ("judge", "justice", "magistrate", "recorder", "coroner"):
            after = tokens.words[first + k + 1 : first + k + 2] if k + 1 < len(words) else []
            return bool(after and after[0][0].isupper()) or (words[0] == "the" and k == len(words) - 1)
    return False


_SPOKEN = word_set("said asked told remarked observed replied added quipped warned directed asks")
_DIRECTED = word_set("directed ordered held asks wondered")
_COUNSEL = word_set("counsel advocate barrister solicitor prosecutor prosecutors qc kc sc attorney lawyer")
_PLEADED = word_set("submitted contended pleaded submits")
_RULED = word_set(
    "ruled rules sentenced jailed ordered acquitted convicted fined dismissed granted refused rejected quashed stayed adjourned "
    "pulled rapped slammed trial verdict hearing bail plea petition"
)


def is_session(tokens: Tokens) -> bool:
    """Whether an article tells of a court's day in its first paragraphs: *a judge ruled on Monday*, *the High Court on Monday
    pulled up …*."""
    court = ruled = False
    for i, low in enumerate(tokens.lower):
        if tokens.paragraph[i] > OPENING:
            break
        court = court or low in ("judge", "court", "magistrate", "justice", "jury", "jurors", "tribunal", "coroner")
        ruled = ruled or low in _RULED or (low == "court" and tokens.lower[i + 1 : i + 2] in (["on"], ["yesterday"]))
    return court and ruled


def _start(tokens: Tokens, i: int) -> int:
    """Where the name of a court begins that ends with word `i`: *Anytown Crown Court*, *an employment tribunal*."""
    first = i
    low = tokens.sentences[tokens.sentence[i]][0]
    while first > low and i - first < 5:
        before = tokens.lower[first - 1]
        if before in v.STOPS or before in v.INTO or before in v.SAYING or before in ("that", "of", "and", "as"):
            break
        first -= 1
        if before in v.DETERMINERS:
            break
    return first


def in_court(scene: Scene, frame: Frame, draft: Draft, voice: Speaker, sitting: Sitting, paragraph: int) -> bool:
    """Whether an attribution of such an article was said in court: by a person or nobody who is named, in the past tense, and
    nowhere else."""
    if draft.placed or draft.relays or paragraph < sitting.paragraph or refuses(scene.tokens, frame):
        return False
    tokens = scene.tokens
    if frame.cue is not None:
        cue = set(tokens.lower[slice(*frame.cue)])
        if cue & (_PRESENT | v.HAVE | v.PLANS | v.POST | v.INNER | v.WRITE):
            return False
        if cue & _HEARD or {"was", "told"} <= cue:
            return True
        if not cue & (v.TALKING | v.TELL | v.ASKS | v.TESTIFY | {"agreed", "accepted", "heard", "shouted", "pleaded"}):
            return False
    elif not voice.carried:
        return False
    if frame.source is not None and set(tokens.lower[slice(*frame.source)]) & _OTHERS:
        return False
    return voice.person is None or voice.person.kind in (PersonKind.PERSON, PersonKind.ROLE, PersonKind.UNNAMED)


def is_inside(tokens: Tokens, paragraph: int) -> bool:
    """Whether a paragraph goes back into the court that the one before it left: it names the court or those who act in it."""
    first, last = bisect_left(tokens.paragraph, paragraph), bisect_left(tokens.paragraph, paragraph + 1)
    return not _INSIDE.isdisjoint(tokens.lower[first : min(last, first + 200)])


_INSIDE = _BENCHES | word_set(
    "judge counsel testified evidence witness prosecutor prosecutors prosecuting defending coroner cross"
)


def leaves(tokens: Tokens, frame: Frame) -> bool:
    """Whether the sentence of an attribution is told of after or outside the court."""
    low, high = tokens.sentences[frame.sentence]
    for at in range(low, min(high, low + 60)):
        word = tokens.lower[at]
        if word in _OUTSIDE:
            return True
        if word == "after" and not _AFTER.isdisjoint(tokens.lower[at + 1 : at + 4]):
            return True
    return False

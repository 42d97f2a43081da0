"""Whose words an attribution gives, as a name for its first hop and a key by which two attributions have one speaker."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from dataclasses import dataclass

from sayso.reading.people import Cast
from sayso.reading.scene import Scene
from sayso.reading.tokens import Tokens
from sayso.reading.words import word_set
from sayso.records import Attribution, AttributionKind, Person, PersonKind, Span

PRONOUNS = word_set("he she they it who which that i we")
_TITLES = word_set("mr mrs ms miss dr sir")
_OTHERS = word_set("spokesman spokeswoman spokesperson other latter lawyer attorney judge wife husband")
"""Words of a description that seldom stand for the one whom an article is about."""
MOST_HEARD, ALONE = 3, 3
"""How many attributions the one person has whom an article is about, and how many times those of the next; chosen by hand."""
_NEAR = 1
"""Paragraphs over which a quotation without a source goes on with the speaker before it; chosen by hand."""


@dataclass(frozen=True, slots=True)
class Speaker:
    """`name` for the first hop, `None` where nobody is given; `key` equal for one speaker, empty where it is unknown."""

    name: str | None
    key: str
    person: Person | None
    carried: bool = False
    """The attribution gives nobody: it goes on with the speaker before it."""


class Places:
    """Where those who can speak are mentioned, in order."""

    def __init__(self, cast: Cast) -> None:
        never = (PersonKind.OUTLET, PersonKind.PROGRAMME, PersonKind.DOCUMENT)
        every = sorted((m.start, p.id) for p in cast.people if p.kind not in never for m in p.mentions)
        self.starts = [start for start, _ in every]
        self.ids = [name for _, name in every]

    def first(self, low: int, high: int) -> str:
        """The id of whom a stretch mentions first; empty where it mentions nobody."""
        at = bisect_left(self.starts, low)
        return self.ids[at] if at < len(self.starts) and self.starts[at] <= high else ""


def speakers(scene: Scene, cast: Cast) -> dict[str, Speaker]:
    """The speaker of each attribution by its id: by the people stage where it has one, else by the words of the source."""
    people = {person.id: person for person in cast.people}
    out: dict[str, Speaker] = {}
    quoted: dict[str, str] = {}
    latest: Speaker | None = None
    latest_at = -9
    for found in scene.attributions:
        place = _paragraph(scene, found)
        mine = _by_cast(found, cast, people) or _by_words(scene, found)
        if not found.source:
            goes_on = found.kind is not AttributionKind.INDIRECT and not found.cue and place - latest_at <= _NEAR
            if (
                goes_on
                and latest is not None
                and found.inside is None
                and (mine.person is None or mine.key == latest.key)
            ):
                mine = Speaker(latest.name, latest.key, latest.person, carried=True)
        elif latest is not None and (_unlike(mine.key, latest) or _in_own_words(found, mine.key, latest, quoted)):
            pass
        elif mine.key in PRONOUNS and mine.key not in ("i", "we", "which", "that") and latest is not None:
            mine = Speaker(latest.name if mine.key != "it" else mine.name, latest.key, latest.person)
        out[found.id] = mine
        if found.kind is AttributionKind.DIRECT:
            quoted[found.id] = mine.key
        if found.inside is None and mine.key and mine.key not in PRONOUNS:
            latest, latest_at = mine, place
    _described(scene, out)
    return out


def _described(scene: Scene, out: dict[str, Speaker]) -> None:
    """Take *the investor* for the one person whom nearly all of the article quotes, where nobody else is heard by name."""
    named = Counter(s.key for s in out.values() if s.person is not None and s.person.kind is PersonKind.PERSON)
    if not named:
        return
    (key, count), *rest = named.most_common(2)
    if count < MOST_HEARD or any(other * ALONE > count for _, other in rest):
        return
    main = next(s for s in out.values() if s.key == key)
    for found in scene.attributions:
        mine = out[found.id]
        if (
            found.source
            and found.inside is None
            and not _known(mine)
            and _is_description(scene.tokens, found.source[0])
        ):
            out[found.id] = Speaker(main.name, main.key, main.person, mine.carried)


def _known(speaker: Speaker) -> bool:
    """Whether the people stage has a name for a speaker."""
    return speaker.person is not None and speaker.person.kind not in (
        PersonKind.ROLE,
        PersonKind.UNNAMED,
        PersonKind.GROUP,
    )


def _is_description(tokens: Tokens, source: Span) -> bool:
    """Whether a source is one person described without a name: *the Coastal senator*, *the investor, who …*."""
    first, last = tokens.range(source)
    if last - first < 2 or tokens.lower[first] != "the":
        return False
    stop = next((at for at in range(first + 1, last) if tokens.pos[at][:1] not in ("J", "N", "V")), last)
    head = stop - 1
    return (
        tokens.pos[head] in ("NN", "NNP")
        and tokens.entity[head] == "person"
        and not any(tag.endswith("PERSON") for tag in tokens.name[first:last])
        and not set(tokens.lower[first:stop]) & _OTHERS
    )


def _personal(speaker: Speaker) -> bool:
    """Whether *he* or *she* may stand for a speaker, by the shape of the name alone."""
    name = speaker.name or ""
    return speaker.person is not None or (
        bool(name) and name.split()[-1][0].isupper() and not name.lower().startswith("the ")
    )


def _in_own_words(found: Attribution, pronoun: str, latest: Speaker, quoted: dict[str, str]) -> bool:
    """Whether a pronoun stands inside the speaker's own quoted words, where it is somebody else: *“They told me,” Moss said*.
    `quoted` has who speaks in direct speech, by the attribution's id."""
    return pronoun not in ("i", "we") and quoted.get(found.inside or "") == latest.key


def _unlike(pronoun: str, speaker: Speaker) -> bool:
    """Whether a pronoun cannot stand for a speaker: *she* for a ministry, *it* for a person."""
    if pronoun in ("it", "they"):
        return speaker.person is not None and speaker.person.kind is PersonKind.PERSON
    return pronoun in ("he", "she") and not _personal(speaker)


def _by_cast(found: Attribution, cast: Cast, people: dict[str, Person]) -> Speaker | None:
    voice = cast.voices.get(found.id)
    person = people.get(voice.speaker) if voice is not None and voice.speaker is not None else None
    return None if person is None else Speaker(bare(person.name), person.id, person)


def _by_words(scene: Scene, found: Attribution) -> Speaker:
    if not found.source:
        return Speaker(None, "", None)
    words = found.source[0].of(scene.prose.text)
    name = bare(words)
    return Speaker(name, key_of(name), None)


def bare(words: str) -> str:
    """A source without what is said of it: *Ada Moss, a doctor* is *Ada Moss*."""
    for mark in (", ", " (", " – ", " — ", " - ", " who ", " which "):
        at = words.find(mark)
        if at > 2 and (words[:at].count(" ") or words[0].isupper()):
            words = words[:at]
    words = " ".join(words.split()).strip(" ,;:’'\"“”")
    return words[:-2] if words.endswith(("’s", "'s")) else words


def key_of(name: str) -> str:
    """The last word of a name in capitals, in lower case, else the whole."""
    words = name.replace("’s", "").replace("'s", "").split()
    if not words:
        return ""
    if len(words) == 1 or not words[-1][0].isupper():
        return name.lower()
    return words[-1].strip(".,").lower()


def subject_of(scene: Scene, places: Places, first: int, clue: int) -> str:
    """The key of whom a sentence is about, told by the first name between word `first` and word `clue`; empty where none is."""
    tokens = scene.tokens
    if clue <= first:
        return ""
    if places.starts:
        return places.first(tokens.start[first], tokens.start[clue - 1])
    for at in range(first, clue):
        if (
            tokens.words[at][0].isupper()
            and (at > first or tokens.lower[at] not in _OPENERS)
            and tokens.lower[at] not in _TITLES
        ):
            end = at
            while end < clue and tokens.words[end][0].isupper():
                end += 1
            return tokens.lower[end - 1]
    return ""


_OPENERS = word_set("in the a an on at during for when while after before but and as he she they it his her this that")


def _paragraph(scene: Scene, found: Attribution) -> int:
    tokens = scene.tokens
    at = tokens.first_at(found.start)
    return tokens.paragraph[at] if at < len(tokens) else 0

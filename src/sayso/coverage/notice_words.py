"""What a notice says was wrong, what is right, and which article it names."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta

from sayso.coverage.notice_forms import MIS, WRONGLY
from sayso.reading.sentences import sentences_in
from sayso.reading.times.words import MONTHS, WEEKDAYS
from sayso.records import Span

_MONTH = rf"(?:{'|'.join(sorted(MONTHS, key=len, reverse=True))})\.?"
_DAY = rf"(?:{'|'.join(WEEKDAYS)})"
_DATE = re.compile(
    rf"\b(?:(?P<m1>{_MONTH})\s+(?P<d1>\d{{1,2}})(?:st|nd|rd|th)?|(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m2>{_MONTH}))"
    r"(?:,?\s+(?P<year>(?:19|20)\d\d))?(?!\w)",
    re.I,
)
_UNNAMED = re.sub(r"\?P<\w+>", "?:", _DATE.pattern)
_SAID_ON = re.compile(
    r"(?:\b(?:report|article|story|item|piece|column|edition|issue|headline|editorial)s?\b|reported|said|stated|published|printed|carried|[”\"’'])"
    r"[^.\n]{0,12}?(?:\bon\s+|\bof\s+|\bin\s+|\bpublished\s+(?:on\s+)?|\(|,\s*)"
    rf"(?P<when>(?:{_DAY},?\s+)?(?:{_UNNAMED}))",
    re.I,
)
_SAID_DAY = re.compile(
    rf"(?:reported|said|stated|published|printed|carried|(?:report|article|story|item|piece|column|edition|issue|headline)s?)\s+(?:on\s+|in\s+|of\s+|last\s+)?"
    rf"(?P<day>{_DAY}|yesterday)\b|\b(?P<of>{_DAY}|yesterday)[’']s\s+(?:report|article|story|item|paper|edition|column)",
    re.I,
)
_TITLE = re.compile(r"“([^”\n]{12,200})”|\"([^\"\n]{12,200})\"|‘((?:[^’\n]|’(?=\w)){12,200})’")
_NAMED = re.compile(
    r"(?:report|article|story|item|piece|column|editorial|interview|headlined|titled|entitled|under the headline|"
    r"\bin)[\s,:]*(?:\w+\s+){0,2}$",
    re.I,
)

_END = (
    r"(?=[.!?…]*[)\]”\"’]*\s*$|\s*;\s|\s*[—–]\s|,?\s+(?:rather\s+than|instead\s+of)\b|,?\s+but\b|,?\s+when\s+in\s+fact\b"
    r"|,\s+(?:and\s+)?not\s)"
)
_SPEECH = r"(?:said|stated|reported|suggested|claimed|implied|wrote|indicated|showed)"
_THAT = re.compile(
    rf"\b{_SPEECH}(?:,?\s+{WRONGLY},?)?(?:\s+(?:on\s+[A-Z]\w+\.?(?:\s+\d{{1,2}})?|yesterday|earlier|last\s+\w+))?,?\s+that\s+(?P<wrong>.+?){_END}",
    re.I,
)
_PLAIN = re.compile(
    rf"\b(?:{WRONGLY}|originally|initially|versions?\b.{{0,80}}?)\s+{_SPEECH}\s+(?!that\b)(?P<wrong>.+?){_END}", re.I
)
_AS = re.compile(
    r"\b(?:(?:was|were)\s+(?:given|described|identified|listed|named|referred\s+to|quoted|reported)"
    r"|(?:described|identified|listed|named|referred\s+to|characteri[sz]ed|called)\s+.{1,80}?)\s+as\s+(?P<wrong>.+?)"
    + _END,
    re.I,
)
_NOT = re.compile(
    r"(?:,|\s[—–-])\s+(?:and\s+)?not\s+(?P<wrong>(?!(?:only|before|after|when|because|until|as|in|on|at)\b)[^;]+?)"
    + _END,
    re.I,
)
_INSTEAD = re.compile(
    r"\b(?:cited|said|stated|reported|gave|used|named|identified|listed|quoted|read|referred\s+to)\s+(?:that\s+)?(?P<wrong>[^;]+?),?\s+"
    r"(?:instead\s+of|rather\s+than)\s+(?P<right>[^;]+?)(?=\s+in\s+the\s+\w+\s+paragraph|;|[.!?…]*[)\]”\"’]*\s*$)",
    re.I,
)
_ABOUT = re.compile(
    rf"\b(?:{MIS}|omitted|gave\s+(?:the|an)\s+(?:wrong|incorrect)|{WRONGLY}\s+(?:described|identified|stated|listed|referred\s+to|"
    r"spelled|gave|quoted))\s+(?P<about>(?!that\b|in\s+(?:an?|the)\b).+?)" + _END,
    re.I,
)
_WAS_WRONG = re.compile(
    rf"(?P<about>[^:;]{{3,160}}?)\s+(?:was|were)\s+(?:{MIS}|incorrect|inaccurate|wrong)\b",
    re.I,
)
_RIGHT = re.compile(
    r"\W{0,2}(?:it|he|she|they|that|those|these|the|there|in\s+fact|its|his|her|their|mr|mrs|ms|dr|[A-Z“\"‘])", re.I
)
_NOT_RIGHT = re.compile(
    r"\b(?:regrets?|regretted|apologi[sz]e|(?:article|story|post|report|piece|error)s?\s+(?:has|have|was|were|is)\s+(?:also\s+)?(?:been\s+)?"
    r"(?:updated|corrected|amended|changed|withdrawn)|withdrawn|happy\s+to|corrected\s+by|"
    rf"(?:earlier|previous|original|prior)\s+(?:version|story|article|report))\b|\b(?:{MIS}|{WRONGLY})\b"
    r"|^\W*(?:the\s+same|it\s+also|the\s+(?:article|story|report|piece|post)\s+also)\b",
    re.I,
)
_SHOULD = re.compile(r"\bshould\s+(?:have\s+(?:been|said|read)|read)\s+(?P<right>[^;]+?)[.!?…]*[)\]”\"’]*\s*$", re.I)
_AFTER = re.compile(r"(?:;|\s[—–]|, but|, when in fact)\s+(?P<right>.+?)[.!?…]*[)\]”\"’]*\s*$", re.I)
_FAULT = re.compile(rf"\b(?:{WRONGLY}|mis\w+|versions?|said|stated)\b", re.I)
_ELSEWHERE = re.compile(
    r"\b(?:police|officials?|court|he|she|they)\s+(?:have\s+|has\s+|had\s+)?(?:said|stated|told|informed)\b", re.I
)


def wrong_of(text: str, span: Span) -> Span | None:
    """The words that the notice says were wrong, `None` where it does not give them."""
    for patterns in ((_INSTEAD, _THAT, _AS, _PLAIN), (_NOT,)):
        for start, end in _sentences(text, span):
            words = text[start:end]
            if _ELSEWHERE.search(words):
                continue
            for pattern in patterns:
                found = pattern.search(words)
                if found is not None:
                    return _trimmed(text, start + found.start("wrong"), start + found.end("wrong"))
    return None


def about_of(text: str, span: Span) -> Span | None:
    """What the notice puts right, where it names that: *the length of the quay*."""
    for start, end in _sentences(text, span):
        words = text[start:end]
        found = _ABOUT.search(words) or _WAS_WRONG.search(words)
        if found is not None:
            return _trimmed(text, start + found.start("about"), start + found.end("about"))
    return None


def right_of(text: str, span: Span) -> Span | None:
    """What the notice says is so: the sentence after the one that names what was wrong, or the part behind it."""
    sentences = _sentences(text, span)
    for place, (start, end) in enumerate(sentences):
        words = text[start:end]
        found = _INSTEAD.search(words)
        if found is not None:
            return _trimmed(text, start + found.start("right"), start + found.end("right"))
        if place and _RIGHT.match(words) and not _NOT_RIGHT.search(words):
            negated = _NOT.search(words)
            stop = start + negated.start() if negated else end
            if len(words.split()) < 5 and place + 1 < len(sentences):  # *They were not.* says only that it was wrong
                begin, after = sentences[place + 1]
                if not _NOT_RIGHT.search(text[begin:after]):
                    start, stop = begin, after
            return _trimmed(text, start, stop)
        found = _SHOULD.search(words) or (_AFTER.search(words) if _FAULT.search(words) else None)
        if found is not None and not _NOT_RIGHT.search(found["right"]):
            return _trimmed(text, start + found.start("right"), start + found.end("right"))
    return None


def _sentences(text: str, span: Span) -> list[tuple[int, int]]:
    """Where the sentences of a notice stand in the text."""
    return [(span.start + start, span.start + end) for start, end in sentences_in(span.of(text))]


def title_of(words: str) -> str | None:
    """The headline that a notice quotes, `None` where it quotes none: one that stands where an article is named."""
    for found in _TITLE.finditer(words):
        title = found[1] or found[2] or found[3]
        after = words[found.end() : found.end() + 2].lstrip()
        if _NAMED.search(words[: found.start()]) or after.startswith("("):
            return title.strip(" ,.")
    return None


def day_of(words: str, published: date | datetime | None) -> date | None:
    """The day on which the article was published that a notice names; one without a year is the last before the notice."""
    if published is None:
        return None
    day = published.date() if isinstance(published, datetime) else published
    found = _SAID_ON.search(words)
    if found is not None:
        return _dated(found["when"], day)
    named = _SAID_DAY.search(words)
    if named is None:
        return None
    name = (named["day"] or named["of"]).lower()
    back = 1 if name == "yesterday" else (day.isoweekday() - WEEKDAYS[name]) % 7 or 7
    return day - timedelta(days=back)


def _dated(words: str, before: date) -> date | None:
    found = _DATE.search(words)
    if found is None:
        return None
    month = MONTHS[(found["m1"] or found["m2"]).lower().rstrip(".")]
    number = int(found["d1"] or found["d2"])
    for year in (int(found["year"]),) if found["year"] else (before.year, before.year - 1):
        try:
            made = date(year, month, number)
        except ValueError:
            continue
        if made <= before:
            return made
    return None


def _trimmed(text: str, start: int, end: int) -> Span | None:
    while start < end and (text[start].isspace() or text[start] in ",;:–—([*•"):
        start += 1
    while end > start and (text[end - 1].isspace() or text[end - 1] in ",;:–—])"):
        end -= 1
    return Span(start, end) if start < end else None

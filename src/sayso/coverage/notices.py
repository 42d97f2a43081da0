"""Notices in an article that something published before is put right, by what such notices say in the English of many papers.

A notice is told by a label (*Correction:*, *Clarification:*), or by a sentence about the text itself (*an earlier version of this
article*, *this story has been updated*), about an earlier one of the outlet (*the Courier wrongly reported on Tuesday*) or, in a
column of corrections, about any report that it names. What somebody is quoted as saying is no notice, nor is a labelled update
that only brings news.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from sayso.coverage.notice_forms import (
    AT_FAULT,
    BARE,
    COLUMN,
    CREDIT,
    LABEL,
    LONGEST,
    MIS,
    OLD,
    PUT_RIGHT,
    RAN,
    REGRET,
    REPORT,
    RETRACT,
    SAID,
    TEXT,
    THIS,
    VERSION,
    WAS,
    WRONGLY,
)
from sayso.coverage.notice_words import about_of, day_of, right_of, title_of, wrong_of
from sayso.reading.sentences import sentences_in
from sayso.records import Article, BlockKind, Span, Why
from sayso.records.corrections import Notice, NoticeKind


@dataclass(frozen=True, slots=True)
class _Piece:
    """A block's text from `start`, its sentences, and whether it stands in a column of corrections."""

    text: str
    start: int
    sentences: tuple[tuple[int, int], ...]
    column: bool


def notices(article: Article) -> list[Notice]:
    """The notices of an article, in order; each is told by its words alone.

    Example: *The Courier wrongly reported on Tuesday that the ferry had sunk. It had not.* in the Courier is a correction of
    another article, whose `wrong` is *the ferry had sunk*.
    """
    column = bool(COLUMN.match(article.title or ""))
    made: list[Notice] = []
    label: re.Match[str] | None = None
    for block in article.blocks:
        if block.kind in (BlockKind.RELATED, BlockKind.BYLINE, BlockKind.DATELINE):
            continue
        words = article.text[block.start : block.end]
        piece = _Piece(words, block.start, tuple(sentences_in(words)), column)
        found = LABEL.match(words)
        if found is not None and not words[found.end() :].strip():
            label = found if found["strong"] else None  # one that stands alone is of the next block
            continue
        one = _notice(article, piece, found or label, found is not None)
        label = None
        if one is not None:
            made.append(one)
    return _each_once(article.text, made)


def _each_once(text: str, made: list[Notice]) -> list[Notice]:
    """Notices without those that another one says again, as pages do above and below a text."""
    kept: list[Notice] = []
    said = [_SPACE.sub(" ", each.span.of(text)) for each in made]
    for place, each in enumerate(made):
        body = _SPACE.sub(" ", text[_after_label(text, each) : each.span.end])
        if any(
            body in other and (len(other), -at) > (len(said[place]), -place)
            for at, other in enumerate(said)
            if at != place
        ):
            continue
        before = kept[-1] if kept else None
        if before is not None and not each.own and each.title is None and _SAME.search(each.span.of(text)):
            each = replace(each, title=before.title, day=before.day)
        kept.append(each)
    return kept


def _after_label(text: str, notice: Notice) -> int:
    label = LABEL.match(text, notice.span.start)
    return label.end() if label is not None and label.end() < notice.span.end else notice.span.start


_SPACE = re.compile(r"\s+")
_SAME = re.compile(r"\b(?:the|that)\s+same\s+(?:report|article|story|item|piece|column)\b", re.I)


def _notice(article: Article, piece: _Piece, label: re.Match[str] | None, inside: bool) -> Notice | None:
    """The notice of a block, `None` where it has none. `label` is its label; `inside` says that it stands in the block."""
    body = label.end() if label is not None and inside else 0
    credit = CREDIT.match(piece.text, body)
    if credit is not None:
        body = credit.end()
        again = LABEL.match(piece.text, body)
        if again is not None:
            label, body = again, again.end()
    strong = label is not None and bool(label["strong"]) and label["label"][0].isupper()
    if strong and len(piece.text[body:].split()) < 4:
        return None
    shown = next(_shown(article, piece, body, label is not None), None)
    if shown is None and not strong:
        return None
    begin = 0 if label is not None and inside else 0 if shown is None else shown.sentence[0]
    whole = _extent(piece, begin, shown, label is not None)
    if whole is None:
        return None
    words = piece.text[whole[0] : whole[1]]
    own = shown.own if shown is not None else not (piece.column and REPORT.search(words))
    kind = _kind(words, label, shown)
    if label is not None and inside:
        cue = Span(piece.start + label.start("label"), piece.start + label.end("label"))
    else:
        assert shown is not None
        cue = Span(piece.start + shown.cue[0], piece.start + shown.cue[1])
    rule = f"rule: {'label ' if label is not None else ''}{shown.rule if shown is not None else 'alone'}".strip()
    span = Span(piece.start + whole[0], piece.start + whole[1])
    made = Notice(kind, span, cue, own, None, None, None, None, None, Why(rule))
    return _filled(article, made)


@dataclass(frozen=True, slots=True)
class _Shown:
    """What shows a notice: a sentence, the words in it, the rule, and whether it is on the article's own text."""

    sentence: tuple[int, int]
    cue: tuple[int, int]
    rule: str
    own: bool
    changed: str = ""


def _shown(article: Article, piece: _Piece, body: int, labelled: bool) -> Iterator[_Shown]:
    """Sentences of a block that say that a text is put right, the first one first."""
    for sentence in piece.sentences:
        if sentence[1] <= body:
            continue
        sentence = max(sentence[0], body), sentence[1]
        words = piece.text[sentence[0] : sentence[1]]
        for found in _own(words, labelled):
            cue = sentence[0] + found.cue[0], sentence[0] + found.cue[1]
            if not is_quoted(piece.text, cue[0]):
                yield replace(found, sentence=sentence, cue=cue)
        for pattern, rule in _others(article.outlet or "", labelled or piece.column):
            match = pattern.search(words)
            if match is None or is_quoted(piece.text, sentence[0] + match.start()):
                continue
            if rule == "a report that it names" and not _is_put_right(piece, sentence[0]):
                continue
            yield _Shown(sentence, (sentence[0] + match.start(), sentence[0] + match.end()), rule, False)
        regret = REGRET.search(words)
        if regret is not None and not is_quoted(piece.text, sentence[0] + regret.start()):
            cue = sentence[0] + regret.start(), sentence[0] + regret.end()
            yield _Shown((piece.sentences[0][0], sentence[1]), cue, "regret", not piece.column)
        taken = RETRACT.search(words)
        ours = taken is not None and (labelled or piece.column or taken.group().lower().startswith("we"))
        if taken is not None and ours and not is_quoted(piece.text, sentence[0] + taken.start()):
            cue = sentence[0] + taken.start(), sentence[0] + taken.end()
            yield _Shown((piece.sentences[0][0], sentence[1]), cue, "withdrawn", not piece.column, "withdrawn")


def _own(words: str, labelled: bool) -> Iterator[_Shown]:
    """What in a sentence speaks of the article's own text."""
    none = (0, 0)
    found = VERSION.search(words)
    if found is not None:
        at_fault = bool(AT_FAULT.search(words))
        opens = found.start() < 30
        ran = RAN.match(words, found.end())
        if at_fault or (opens and ran is None and (labelled or found["whose"].lower() != "the")):
            yield _Shown(none, found.span(), "an earlier version", True)
    elif labelled or AT_FAULT.search(words):
        bare = BARE.match(words.lstrip("([•* "))
        if bare is not None and ("version" in bare.group().lower() or AT_FAULT.search(words)):
            shift = len(words) - len(words.lstrip("([•* "))
            yield _Shown(none, (bare.start() + shift, bare.end() + shift), "an earlier version", True)
    found = THIS.search(words)
    if found is not None and (labelled or found["whose"].lower() == "this"):
        yield _Shown(none, found.span(), "this article", True)
    found = WAS.search(words)
    if found is not None and (labelled or found["whose"].lower() == "this"):
        yield _Shown(none, found.span(), "the article was changed", True, found["changed"].lower())


@lru_cache(maxsize=512)
def _others(outlet: str, open_: bool) -> tuple[tuple[re.Pattern[str], str], ...]:
    """What speaks of an earlier article of the outlet; `open_` where a label or a column says already that it is a notice."""
    names = "|".join(map(re.escape, own_names(outlet)))
    named = rf"|(?:the\s+)?(?:{names})" if names else ""
    its = rf"|(?:the\s+|an?\s+|our\s+)?(?:{OLD}\s+)?(?:{names})(?:[’']s)?" if names else ""
    who = rf"(?:we|this\s+(?:news)?paper|this\s+(?:web)?site{named})"
    ours = rf"(?:our{its})"
    made = [
        (
            rf"\b{who}\b(?:\s+had|\s+have|\s+has)?(?:\s+{WRONGLY}\s+{SAID}|\s+{SAID}\s+{WRONGLY}|\s+{MIS})\b",
            "the outlet was wrong",
        ),
        (
            rf"\b{ours}\s+(?:[\w-]+\s+)?{TEXT}s?\b[^.;\n]{{0,80}}?\b(?:{SAID}|{MIS}|gave|had)\b",
            "a report that it names",
        ),
    ]
    if open_:
        made += [
            (rf"\b(?:reported|said|stated)\s+{WRONGLY}\b|\b{WRONGLY}\s+{SAID}\b", "the outlet was wrong"),
            (
                rf"(?:\b(?:the|an?|in an?|in the|same|a)\s+(?:[\w-]+\s+){{0,2}}?{TEXT}s?\b|[“\"‘][^”\"\n]{{12,}}[”\"’]\s*\()"
                r"[^\n]{0,260}?"
                rf"\b(?:{SAID}|{MIS}|given\s+as|described)\b",
                "a report that it names",
            ),
        ]
    return tuple((re.compile(pattern, re.I), rule) for pattern, rule in made)


def own_names(outlet: str) -> list[str]:
    """What an outlet calls itself: its name without an article, and the last word of it: *Ellery Courier*, *Courier*."""
    words = re.sub(r"^(?:the)\s+", "", outlet.strip(), flags=re.I).split()
    if not words:
        return []
    made = [" ".join(words)]
    made += [each for each in words if len(each) >= 5 and each[0].isupper() and each not in made]
    return made


def is_quoted(text: str, at: int) -> bool:
    """Whether a place in a block stands within quotation marks."""
    before = text[text.rfind("\n", 0, at) + 1 : at]
    return before.count("“") > before.count("”") or before.count('"') % 2 == 1


def _is_put_right(piece: _Piece, start: int) -> bool:
    """Whether a block goes on to say what is so, or regrets."""
    rest = piece.text[start:]
    return bool(PUT_RIGHT.search(rest) or REGRET.search(rest) or RETRACT.search(rest))


def _extent(piece: _Piece, begin: int, shown: _Shown | None, labelled: bool) -> tuple[int, int] | None:
    """Where a notice begins and ends within its block: up to the bracket that closes it, all of a block that it opens, else its
    sentence and those that put it right."""
    text = piece.text
    start = begin + len(text[begin:]) - len(text[begin:].lstrip("*•· \n\t"))
    cue = shown.cue[0] if shown is not None else start + 1
    bracket = max(text.rfind("(", 0, cue), text.rfind("[", 0, cue))
    if bracket >= 0:
        sign = ")" if text[bracket] == "(" else "]"
        close = text.find(sign, bracket)
        if close > cue:  # one within it belongs to a name: the last one of the block closes it, where it ends the block
            close = text.rstrip().rfind(sign) if text.rstrip().endswith(sign) else close
            return bracket, min(close + 1, bracket + LONGEST)
    opens = labelled or piece.column or not text[:start].strip()
    if opens or shown is None:
        end = len(text.rstrip())
    else:
        end = shown.sentence[1]
        for first, last in piece.sentences:
            if first >= end and (_FOLLOWS.match(text[first:last]) or REGRET.search(text[first:last])):
                end = last
            elif first >= end:
                break
    if opens and shown is not None and not labelled and not piece.column and end - start > LONGEST:
        end = shown.sentence[1]
    return (start, min(end, start + LONGEST)) if end > start else None


_FOLLOWS = re.compile(r"\W{0,2}(?:it|he|she|they|we|that|this|the correct|in fact)\b", re.I)


def _kind(words: str, label: re.Match[str] | None, shown: _Shown | None) -> NoticeKind:
    named = label["label"].lower() if label is not None else ""
    changed = shown.changed if shown is not None else ""
    if "retract" in named or changed in ("withdrawn", "retracted") or (RETRACT.search(words) and not named):
        return NoticeKind.RETRACTION
    if "clarif" in named and "correct" not in named:
        return NoticeKind.CLARIFICATION
    if "correct" in named or "errat" in named:
        return NoticeKind.CORRECTION
    if changed == "corrected" or AT_FAULT.search(words):
        return NoticeKind.CORRECTION
    if changed == "clarified" or re.search(r"\bclarif|\bmake\s+(?:it\s+)?clear\b", words, re.I):
        return NoticeKind.CLARIFICATION
    return NoticeKind.UPDATE if changed or (shown is not None and shown.rule == "regret") else NoticeKind.CORRECTION


def _filled(article: Article, made: Notice) -> Notice:
    """The notice with what it says was wrong and what is right."""
    wrong = right = about = None
    if made.kind is not NoticeKind.UPDATE:
        wrong, right = wrong_of(article.text, made.span), right_of(article.text, made.span)
        about = about_of(article.text, made.span)
    if wrong is not None and right is not None and wrong.overlaps(right):
        right = None
    if wrong is not None and about is not None and wrong.overlaps(about):
        wrong = None
    return replace(
        made,
        title=None if made.own else title_of(made.span.of(article.text)),
        day=None if made.own else day_of(made.span.of(article.text), article.published),
        about=about,
        wrong=wrong,
        right=right,
    )

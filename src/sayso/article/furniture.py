"""What is not the article's own prose, told by words and shape alone, for texts whose tags are gone.

Each rule is a function from a paragraph to a kind or nothing, tried in order; the name of the one that fired is kept in
`Block.why`. A rule takes a paragraph only where prose would not look like that: a paragraph wrongly set apart loses what
was said in it, a caption left in costs a line.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator, Sequence

from sayso.records import Block, BlockKind, Span

LONGEST = 400
"""Furniture is short: a longer paragraph is prose, whatever it begins with, but for captions glued to their names."""

_NAME = r"[A-Z][\w’'.-]{0,30}(?: (?:de|del|della|van|von|der|den|bin|al|el|la|le|and|&|[A-Z][\w’'.-]{0,30})){0,5}"
_FULL_NAME = r"[A-Z][\w’'.-]{0,30} (?:(?:de|del|della|van|von|der|den|bin|al|el|la|le|[A-Z][\w’'.-]{0,30}) ){0,3}[A-Z][\w’'-]{0,30}"

Rule = Callable[[str], BlockKind | None]


def _pattern(kind: BlockKind, pattern: str, flags: int = 0) -> Rule:
    compiled = re.compile(pattern, flags)
    return lambda text: kind if compiled.match(text) else None


_RELATED = _pattern(
    BlockKind.RELATED,
    r"[\[(>»*•–—-]{0,3}\s{0,2}(?:"
    r"(?:READ|SEE|WATCH|LISTEN|ALSO|MORE|RELATED|NEXT)(?: [A-Z’']{2,12}){0,4}\s{0,2}[:|>»–—-]"
    r"|(?:Read|See|View|Watch|Click)(?: it)? (?:more|also|next|too|the full story|full story|full article|here|related)"
    r"(?: (?:on|about|from|at|in) [^.:\n]{1,60})?\s{0,2}(?:[:|>»–—…]|\.{3}|$)"
    r"|(?:Also|More|Related|Recommended|Don['’]t miss|Up next|Next up|You may also like|You might also like|Most read|"
    r"In case you missed it|ICYMI|Editors['’] picks?|Editor['’]s picks?|Trending(?: now)?|Further reading|"
    r"Must read|Must watch|Explainer|Keep reading|Continue reading|See also|Read also|Read next|Watch also|"
    r"Watch next|Also read|Also see|Also watch)"
    r"(?: (?:stories|articles|story|coverage|links|reading|topics|content|posts|news|videos?|now|on [^.:\n]{1,60}|"
    r"from [^.:\n]{1,60}|about [^.:\n]{1,60}|in [^.:\n]{1,60}))?\s{0,2}:(?! [“\"‘'])"
    r"|(?:Related|Recommended|More|Also|Trending)(?: (?:stories|articles|story|links|coverage|reading|topics|posts|content))\s{0,2}$"
    r")",
)


def _glued(text: str) -> BlockKind | None:
    """A caption that its own name or credit is glued to: the first words come again at once, with no space between."""
    head = text[:160]
    for match in _SEAM.finditer(head):
        seam = match.start() + 1
        name = head[:seam]
        if seam >= 4 and head.startswith(name, seam) and name[0].isupper() and not name.isupper():
            after = head[2 * seam : 2 * seam + 1]
            if not after.isalnum():
                return BlockKind.CAPTION
    return None


_SEAM = re.compile(r"[^\W\d_.’'][A-Z]|[a-z)][A-Z]")

_AGENCIES = (
    r"(?:Getty(?: Images)?|AP(?: Photo)?|Associated Press|Reuters|REUTERS|AFP|EPA|PA(?: Wire| Images| Media)?|Press Association|"
    r"Shutterstock|Alamy|iStock|Rex(?: Features)?|Bloomberg|Xinhua|UPI|WENN|Splash(?: News)?|Wikimedia(?: Commons)?|"
    r"Creative Commons|Flickr|Facebook|Instagram|Twitter|YouTube|Screengrab|Screenshot|Handout|Supplied|File(?: photo)?)"
)
_CREDIT_END = re.compile(
    r"(?:[(\[]\s?(?:[A-Z][\w’'.-]{1,30}(?: [A-Z][\w’'.-]{0,30}){0,4}\s?[/|,–—-]\s?){0,3}"
    + _AGENCIES
    + r"(?:\s?[/|,–—-]\s?[\w’'. -]{1,40}){0,3}(?: via [\w’' /-]{1,40})?\.?\s?[)\]]"
    r"|[/|–—] ?" + _AGENCIES + r"(?: Images| Photo)?(?:\s?/\s?[\w’'. -]{1,40}){0,2}"
    r"|(?:Photo(?:graph)?|Picture|Image|Pic|Video|Credit|Illustration)s?(?: credit)?(?: by|:) ?[^.:;!?“”\"]{2,70}[)\]]?)\.?$"
)
_CREDIT_START = _pattern(
    BlockKind.CAPTION,
    r"[\[(]?\s?(?:(?:File |Handout |Stock |Undated )?(?:Photo|Photos|Photograph|Picture|Pictures|Pic|Image|Images|Video|Illustration|Graphic|Caption|PHOTO|PICTURE|IMAGE|VIDEO|CAPTION)"
    r"(?: (?:credit|source|by|courtesy(?: of)?|illustration|caption))?\s?(?::|/| by (?=[A-Z])| courtesy of (?=[A-Z]))"
    r"|(?:Photo|Image|Picture|Photograph|Caption|Media|Video) (?:caption|credit|source)\b"
    r"|(?:FILE|File photo|FILE PHOTO|File picture|FILE PICTURE|File image|File)\s?[:–—-]\s"
    r"|(?:Credit|CREDIT|Credits|Courtesy|Photo courtesy)\s?(?::|of (?=[A-Z]))"
    r"|(?:Pictured|PICTURED|Above|ABOVE|Left|Right|From left|From L|L-R|Clockwise from top)(?: (?:left|right|above|below|here|top|bottom|centre|center))?\s?:\s"
    r"|Pictured,? (?:right|left|above|below|here|centre|center|from (?:the )?left|from (?:the )?right|at the back|at the front)\b"
    r"|©\s?)",
)


_SPOKEN = re.compile(r"[“\"]|\b(?:said|says|told|according|reported|announced|asked|added)\b")


def _caption(text: str) -> BlockKind | None:
    found = _CREDIT_END.search(text[-160:])
    if found is None:
        return None
    # An agency's bare name in brackets ends a news brief as well as a caption.
    bare = found.group().startswith(("[", "(")) and not re.search(r"[/|,]|Photo|Images|via", found.group())
    return (
        None
        if bare and (_SPOKEN.search(text) or text.count(". ") > 1 or found.group().startswith("["))
        else BlockKind.CAPTION
    )


_BYLINE = _pattern(
    BlockKind.BYLINE,
    r"(?:(?:By|BY|Written by|Reported by|Story by|Words by|Posted by|Published by|Text by|Edited by|Compiled by|Reporting by|"
    r"Additional reporting by|Writing by|Editing by)\s(?:[A-Z][\w’'.-]{0,30})(?:(?: |, | and | & |; ?| in | for |/)"
    r"(?:de|del|della|van|von|der|den|bin|al|el|la|le|the|of|[A-Z][\w’'.@&-]{0,30})){0,14}"
    r"(?:,? (?:staff|senior|political|chief|special|foreign|health|science|sports?|business|crime|education|city|court|economics?|"
    r"technology|environment|world|national|news|reporter|correspondent|writer|editor|journalist|columnist|contributor|for|the)\b){0,6}"
    r"(?:\s?[|–—•·,-]\s?[^.!?]{0,80})?\s?"
    r"|"
    + _FULL_NAME
    + r",? (?:is )?(?:Staff [Ww]riter|Staff [Rr]eporter|Senior [Rr]eporter|Associated Press|The Associated Press|Press Association|"
    r"(?:[A-Z][a-z]{1,20} ){0,3}(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Cc]olumnist))"
    r"|[\W_]{0,4}(?:[Ww]ith files from|[Ww]ith (?:additional )?reporting (?:by|from)|[Aa]dditional reporting (?:by|from)|[Rr]eporting by|[Ww]ith contributions from) [A-Z][^“”\"]{2,200}"
    r"|[\W_]{0,4}[A-Z][^“”\"!?]{2,300} (?:contributed|contributed reporting) to this (?:report|story|article)(?: from [^“”\"!?]{2,60})?\.?"
    r"|[\W_]{0,4}[A-Z][\w’'-]{1,30}(?: and [A-Z][\w’'-]{1,30})? reported from [A-Z][^“”\"!?]{2,300}"
    r"|\(?(?:Additional )?(?:[Rr]eporting|[Ww]riting|[Ee]diting) by [A-Z][^\n]{2,300}(?:[Rr]eporting|[Ww]riting|[Ee]diting) by [^\n]{2,300}"
    r")$",
)

_OTHER = _pattern(
    BlockKind.OTHER,
    r"[\[(*–—-]{0,2}\s{0,2}(?:"
    r"(?:©|\(c\)|Copyright)\s?(?:©\s?)?(?:\(c\)\s?)?(?:\d{4}|by\b|[A-Z])"
    r"|All rights reserved\b"
    r"|This (?:material|article|story|content) (?:may not be|was originally published|first appeared|originally appeared|was first published|is republished|has been republished)\b"
    r"|(?:Please )?(?:Share|SHARE|Tweet|Email|Print|Comment|Bookmark|Save|Copy link|Facebook|Twitter|WhatsApp|LinkedIn|Reddit|Pinterest|Flipboard|Telegram|Messenger)"
    r"(?: (?:this|the)(?: (?:article|story|post|page|video|link))?| on| via| with| to| by|,|/|\s|Facebook|Twitter|Tweet|Share|Email|Print|WhatsApp|LinkedIn|Reddit|Pinterest|Flipboard|Telegram|Messenger|X|friends?|your|link|Copy|Comment|Save){0,16}[.!:]?$"
    r"|(?:Please )?(?:Sign up|SIGN UP|Subscribe|SUBSCRIBE|Register|Log in|Sign in|Join|Get|Download|Click here|Tap here|Click|Enter your email|Follow|FOLLOW|Like|Find)\b"
    r"[^\n]{0,120}?\b(?:newsletters?|inbox|our app|subscribers?|subscription|the app|our page|email updates?|breaking news alerts?|daily briefing|on (?:Twitter|Facebook|Instagram|X|WhatsApp|TikTok|YouTube|Google News|Telegram|LinkedIn|Threads|Bluesky)\b|@\w{2,})"
    r"|Follow (?:@\w|[\w’' .-]{2,50} (?:on|at) (?:Twitter|Facebook|Instagram|X|Google|@)|us\b)"
    r"|(?:Story [Cc]ontinues?|STORY CONTINUES|Story [Cc]ontinued|Article [Cc]ontinues?|Continues?|Scroll (?:down )?(?:to|for)) (?:[Bb]elow|BELOW|below this|after|continue)\b[^\n]{0,60}$"
    r"|(?:Advertisement|ADVERTISEMENT|Advertising|Sponsored(?: [Cc]ontent)?|Promoted|Loading\.{0,3}|Skip (?:to|past)\b[^\n]{0,60}|Play [Vv]ideo|Video player\b[^\n]{0,40}|JavaScript\b[^\n]{0,80}|Your browser does not support[^\n]{0,80}|Image \d{1,3} of \d{1,3}|Show (?:more|less|caption|comments)|View (?:gallery|comments|image|all)|Hide caption|Toggle caption|Enlarge this image|Close|Comments?(?: \(?\d{1,6}\)?)?|\d{1,6} (?:comments?|shares?)|Reuse this content|Report a (?:typo|correction)|Most (?:viewed|popular|read|shared)|\d{1,2} min(?:ute)?s?(?: |-)read)\.?$"
    r"|(?:Have|Got|Do you have) (?:a|an|any) (?:tip|story|confidential|news tip)[^\n]{0,160}$"
    r"|(?:Contact|Email|Write to|E-mail|Reach) [^\n]{0,100}@[\w.-]{3,60}\b[^\n]{0,80}$"
    r"|(?:Our Standards|Our journalism|Support our journalism|Terms of (?:use|service)|Privacy policy)\b[^\n]{0,100}$"
    r"|(?:For|Check out|To get|To receive|Want|Don['’]t miss|Stay|Keep) [^“”\"\n]{0,200}\b(?:sign(?:ing)? up (?:to|for) (?:our|the|my)|subscribe to (?:our|the))\b[^“”\"\n]{0,120}$"
    r"|For more (?:stories|news)[^“”\"\n]{0,80}\b(?:check|visit|click|follow|go to)\b[^“”\"\n]{0,80}$"
    r"|(?:Create an account|Subscribe now|Register now|Sign in|Log in) (?:or sign in )?to (?:continue|read|unlock|access)\b[^“”\"\n]{0,120}$"
    r"|This is a (?:breaking|developing) (?:news )?stor(?:y|ies)\b[^“”\"\n]{0,80}$"
    r"|[•·*]?\s?(?:E-?mail|Twitter|Contact)\s?: ?\S+@?\S*$"
    r"|(?:We may earn|If you (?:buy|purchase|click)|When you (?:buy|purchase)|Buying through|Purchases made)[^“”\"\n]{0,160}\bcommission\b[^“”\"\n]{0,120}$"
    r"|Topics?\s?:"
    r"|(?:Tags|Filed under|Categories|Category|Keywords)\s?:"
    r"|(?:Last )?(?:Updated|UPDATED|Published|PUBLISHED|Posted|First published|Last modified)(?: on| at)?\s?:?\s[^\n]{0,10}\d[^\n]{0,50}$"
    r")",
)

RULES: tuple[tuple[str, Rule], ...] = (
    ("related-line", _RELATED),
    ("glued-caption", _glued),
    ("credit-at-start", _CREDIT_START),
    ("byline", _BYLINE),
    ("page-line", _OTHER),
    ("credit-at-end", _caption),
)

_DATELINE = re.compile(
    r"(?:(?:[A-Z][A-Z.’'-]+)(?:[ /](?:[A-Z][A-Z.’'-]*|de|du|la|al|el|of|and|D\.C\.)){0,3}"
    r"(?:, (?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,3}){0,2}(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"
    r"(?: ?\((?:AP|Reuters|REUTERS|AFP|CNN|UPI|PTI|IANS|ANI|Xinhua|Bloomberg|[A-Z][\w’' .&/-]{1,40})\))?"
    r"|(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*){0,3}(?:, (?:[A-Z][\w.’'-]*)(?: [A-Z][\w.’'-]*){0,3}){0,2}"
    r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"
    r" ?\((?:AP|Reuters|REUTERS|AFP|CNN|UPI|PTI|IANS|ANI|Xinhua|Bloomberg|CBS[\w ]*|NBC[\w ]*|[A-Z]{2,5}(?: [A-Z][a-z]{2,12})?)\)))"
    r" ?(?:--|[–—―-])(?= ?\S)"
)


def sort_out(text: str, spans: Iterable[Span], *, authors: Sequence[str] = ()) -> Iterator[Block]:
    """The blocks of the paragraphs, in order; a dateline that opens a paragraph becomes a block of its own."""
    for span in spans:
        kind, why = kind_of(
            span.of(text) if len(span) <= LONGEST else text[span.start : span.start + LONGEST], len(span)
        )
        if kind is BlockKind.PARAGRAPH:
            yield from _dateline(text, span, why)
        else:
            yield Block(kind, span.start, span.end, why)


def kind_of(words: str, length: int | None = None) -> tuple[BlockKind, str]:
    """The kind of a paragraph that no tag tells, and the rule that told it; `paragraph` and `""` where none did."""
    size = len(words) if length is None else length
    if size > LONGEST:
        return (BlockKind.CAPTION, "glued-caption") if _glued(words) else (BlockKind.PARAGRAPH, "")
    for why, rule in RULES:
        kind = rule(words)
        if kind is not None:
            return kind, why
    return BlockKind.PARAGRAPH, ""


def _dateline(text: str, span: Span, why: str) -> Iterator[Block]:
    match = _DATELINE.match(text, span.start, min(span.end, span.start + 120))
    if match:
        rest = match.end()
        while rest < span.end and text[rest].isspace():
            rest += 1
        if rest < span.end:
            yield Block(BlockKind.DATELINE, span.start, match.end(), "dateline")
            yield Block(BlockKind.PARAGRAPH, rest, span.end, why)
            return
    yield Block(BlockKind.PARAGRAPH, span.start, span.end, why)

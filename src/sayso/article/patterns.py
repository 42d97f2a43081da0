"""The word patterns of furniture. Each is linear: bounded repeats, and alternatives that begin differently."""

from __future__ import annotations

import re


def any_of(*alternatives: str, before: str = "", after: str = "", flags: int = 0) -> re.Pattern[str]:
    """One pattern that matches where any of the alternatives does."""
    return re.compile(f"{before}(?:{'|'.join(alternatives)}){after}", flags)


_PARTICLES = "de|del|della|van|von|der|den|bin|al|el|la|le"
_NAME = r"[A-Z][\w’'.-]{0,30}"
_FULL_NAME = rf"{_NAME} (?:(?:{_PARTICLES}|{_NAME}) ){{0,3}}[A-Z][\w’'-]{{0,30}}"
_THINGS = "stories|articles|story|coverage|links|reading|topics|content|posts|news|videos?"
_ABOUT = r"(?:on|from|about|in) [^.:\n]{1,60}"

RELATED = any_of(
    r"(?:READ|SEE|WATCH|LISTEN|ALSO|MORE|RELATED|NEXT)"
    r"(?: (?:MORE|ALSO|NEXT|NOW|THIS|HERE|STORY|STORIES|FULL|THE|VIDEO|ON|FROM|ABOUT|TO)){0,4}\s{0,2}[:|>»–—]",
    r"(?:Read|See|View|Watch|Click)(?: it)? (?:more|also|next|too|the full story|full story|full article|here|related)"
    rf"(?: {_ABOUT})?\s{{0,2}}(?:[:|>»–—…]|\.{{3}}|$)",
    r"(?:More|Also|Related|Recommended|Don['’]t miss|Up next|Next up|You (?:may|might) also like|Most read|"
    r"In case you missed it|ICYMI|Editor['’]?s?['’]? picks?|Trending(?: now)?|Further reading|Must (?:read|watch)|"
    r"Explainer|"
    r"Keep reading|Continue reading|See also|Read (?:also|next)|Watch (?:also|next)|Also (?:read|see|watch))"
    rf"(?: (?:{_THINGS}|now|{_ABOUT}))?\s{{0,2}}:(?! [“\"‘'])",
    rf"(?:Related|Recommended|More|Also|Trending) (?:{_THINGS})\s{{0,2}}$",
    r"(?:More|MORE) (?:on|On|ON) (?:this|This|THIS)\s?(?:…|\.{3})?$",
    r"(?:PHOTOS|VIDEOS?|GALLERY|SLIDESHOW|PODCAST|INTERACTIVE|QUIZ|POLL)\s?:(?! [“\"‘'])",
    before=r"[\[(>»*•–—-]{0,3}\s{0,2}",
)

_AGENCY = (
    r"(?:Getty(?: Images)?|AP(?: Photo)?|Associated Press|Reuters|REUTERS|AFP|EPA|PA(?: Wire| Images| Media)?|"
    r"Press Association|Shutterstock|Alamy|iStock|Rex(?: Features)?|Bloomberg|Xinhua|UPI|WENN|Splash(?: News)?|"
    r"Wikimedia(?: Commons)?|Creative Commons|Flickr|Facebook|Instagram|Twitter|YouTube|Screengrab|Screenshot|Handout|"
    r"Supplied|File(?: photo)?)"
)
CREDIT_END = any_of(
    rf"[(\[]\s?(?:{_NAME}(?: {_NAME}){{0,4}}\s?[/|,–—-]\s?){{0,3}}{_AGENCY}"
    r"(?:\s?[/|,–—-]\s?[\w’'. -]{1,40}){0,3}(?: via [\w’' /-]{1,40})?\.?\s?[)\]]",
    rf"[/|–—] ?{_AGENCY}(?: Images| Photo)?(?:\s?/\s?[\w’'. -]{{1,40}}){{0,2}}",
    r"(?:Photo(?:graph)?|Picture|Image|Pic|Video|Credit|Illustration)s?(?: credit)?(?: by|:) ?[^.:;!?“”\"]{2,70}[)\]]?",
    after=r"\.?$",
)
BARE_CREDIT = re.compile(rf"[(\[]\s?{_AGENCY}\.?\s?[)\]]\.?$")
"""An agency's name alone in brackets, which ends a news brief as well as a caption."""
CREDIT_START = any_of(
    r"(?:(?:File|Handout|Stock|Undated) )?(?:Photo|Photograph|Picture|Pic|Image|Video|Illustration|Graphic|Caption)s?"
    r"(?: (?:credit|source|by|courtesy(?: of)?|illustration|caption))?\s?(?::|/| by (?=[A-Z])| courtesy of (?=[A-Z]))",
    r"(?:PHOTO|PICTURE|IMAGE|CAPTION)S?\s?(?::|/)",
    r"(?:Photo|Image|Picture|Photograph|Caption|Media|Video) (?:caption|credit|source)\b",
    r"(?:Enlarge this image|Toggle caption|Hide [Cc]aption|Show caption)\b",
    r"(?:FILE|File(?: (?:photo|picture|image))?|FILE (?:PHOTO|PICTURE))\s?[:–—-]\s",
    r"(?:Credits?|CREDIT|Courtesy|Photo courtesy)\s?(?::|of (?=[A-Z]))",
    r"(?:Pictured|PICTURED|Above|ABOVE|From (?:left|L)|L-R|Clockwise from top)"
    r"(?: (?:left|right|above|below|here|top|bottom|centre|center))?\s?:\s",
    r"Pictured,? (?:right|left|above|below|here|cent(?:re|er)|from (?:the )?(?:left|right)|at the (?:back|front))\b",
    before=r"[\[(]?\s?",
)

_CREDITED = r"(?:[Ww]ith|[Aa]dditional|[Rr]eporting|[Ww]riting|[Ee]diting)"
BYLINE = any_of(
    r"(?:By|BY|(?:Written|Reported|Posted|Published|Edited|Compiled) by|(?:Story|Words|Text) by)\s"
    rf"{_NAME}(?:(?: |, |; ?|/)(?:and|in|for|the|of|&|{_PARTICLES}|[A-Z][\w’'.@&-]{{0,30}})){{0,14}}"
    r"(?:,? (?:staff|senior|political|chief|special|foreign|health|science|sports?|business|crime|education|city|court|"
    r"economics?|technology|environment|world|national|news|reporter|correspondent|writer|editor|journalist|columnist|"
    r"contributor)\b){0,6}(?:\s?[|–—•·,-]\s?[^.!?“”\"]{0,80})?\s?",
    rf"{_FULL_NAME},? (?:is )?(?:(?:Staff|Senior) (?:[Ww]riter|[Rr]eporter)|(?:The )?Associated Press|"
    rf"Press Association|"
    r"(?:[A-Z][a-z]{1,20} ){0,3}(?:[Cc]orrespondent|[Rr]eporter|[Ee]ditor|[Cc]olumnist))",
    r"[Ww]ith (?:files|contributions) from [A-Z][^“”\"]{2,200}",
    rf"{_CREDITED}(?: reporting)? (?:by|from) [A-Z][^“”\"]{{2,300}}",
    r"Contributing: [A-Z][^“”\"]{2,200}",
    r"[A-Z][^“”\"!?]{2,300} contributed (?:reporting )?to this (?:report|story|article|dispatch)"
    r"(?: from [^“”\"!?]{2,60})?\.?",
    r"[A-Z][\w’'-]{1,30}(?: and [A-Z][\w’'-]{1,30})? reported from [A-Z][^“”\"!?]{2,200}"
    r"\b(?:contributed|writers?)\b[^“”\"!?]{0,200}",
    before=r"[^\w\s“\"‘']{0,3}\s?",
    after="$",
)

COPYRIGHT = any_of(
    r"(?:©|\(c\)|Copyright)\s?(?:©|\(c\)|Copyright)?\s?(?:\d{4}|by\b)",
    r"©\s?[A-Z]",
    r"All rights reserved\b",
    r"This (?:material|article|story|content) (?:may not be|(?:was )?(?:originally|first) (?:published|appeared)|"
    r"(?:is|has been) republished)\b",
    before=r"[\[(*–—-]{0,2}\s{0,2}",
)

_SITES = (
    "Facebook|Twitter|Tweet|Share|Email|Print|WhatsApp|LinkedIn|Reddit|Pinterest|Flipboard|Telegram|Messenger|Threads|"
    "Bluesky|Instagram|TikTok|YouTube|Google|Copy|Comment|Save|Post|Pin|Link"
)
_QUIET = r"[^“”\"\n]"
_DATES = (
    r"(?:\s|[,:./|-]|\d|(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun)[a-z]{0,6}|(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|"
    r"Dec)[a-z]{0,6}|"
    r"[ap]\.?m\b|GMT|BST|UTC|[ECMP][SD]?T\b|IST|SAST|AE[SD]T|on\b|at\b|ago\b|hours?\b|minutes?\b|days?\b){2,40}"
)
PAGE_LINE = any_of(
    rf"(?:please )?(?:{_SITES}|bookmark)(?:[\s,/]|this\b|the\b|article\b|story\b|page\b|on\b|via\b|with\b|to\b|by\b|"
    rf"friends?\b|your\b|{_SITES}|X\b){{0,40}}[.!:]?$",
    r"(?:please )?(?:sign ?up|subscribe|register|log in|sign in|click here|tap here|enter your email|download|follow)\b"
    rf"{_QUIET}{{0,120}}?\b(?:newsletters?|inbox|(?:our|the) app|subscribers?|subscription|our page|email updates?|"
    rf"alerts?|"
    rf"daily briefing|sign up here|on (?:{_SITES}|X)\b|@\w{{2,}})",
    rf"(?:join|get|want|like|find)\b{_QUIET}{{0,100}}?\b(?:our newsletters?|(?:the|"
    rf"a) (?:\w{{1,20}} ){{0,2}}newsletter|your inbox|our app|our page|us on (?:{_SITES}|X))\b",
    rf"follow (?:@\w|us\b|[\w’' .-]{{2,50}} (?:on|at) (?:{_SITES}|X\b|@))",
    r"(?:story|article|post|report) continue[sd]?\b.{0,60}$",
    r"(?:continue[sd]? (?:below|after)|scroll (?:down )?(?:to continue|for more))\b.{0,60}$",
    r"(?:advertisement|advertising|sponsored(?: content)?|promoted|loading|play video|close|hide caption|"
    r"show (?:more|less|"
    r"comments)|view (?:gallery|comments|image|all)|reuse this content|report a (?:typo|correction)|most (?:viewed|"
    r"popular|read|"
    r"shared)|comments?(?: \(?\d{1,6}\)?)?|\d{1,6} (?:comments?|shares?|likes?)|\d{1,2} min(?:ute)?s?[ -]read|\d{1,2} "
    r"(?:years?|months?|weeks?|days?|hours?|minutes?) ago|(?:prev |next )?image \d{1,3} of \d{1,3})[.:…]{0,3}$",
    r"(?:skip (?:to|past)|video player|javascript|your browser does not support)\b.{0,80}$",
    r"(?:have|got|do you have) (?:a|an|any) (?:tip|story|news tip|confidential)\b.{0,160}$",
    r"(?:contact|e-?mail|write to|reach) .{0,100}@[\w.-]{3,60}\b.{0,80}$",
    r"[•·]?\s?(?:e-?mail|twitter)\s?: ?\S{3,60}$",
    r"(?:our standards|our journalism|support our journalism|terms of (?:use|service)|privacy policy)\b.{0,100}$",
    rf"(?:for|check out|to (?:get|receive)|want|don['’]t miss|stay|"
    rf"keep) {_QUIET}{{0,200}}\b(?:sign(?:ing)? up (?:to|for) "
    rf"(?:our|the|my)|subscribe to (?:our|the))\b{_QUIET}{{0,120}}$",
    rf"for more (?:stories|news){_QUIET}{{0,80}}\b(?:check|visit|click|follow|go to)\b{_QUIET}{{0,80}}$",
    r"(?:create an account|subscribe now|register now|sign in|log in) (?:or sign in )?to (?:continue|read|unlock|"
    r"access)\b.{0,120}$",
    r"this is a (?:breaking|developing) (?:news )?stor(?:y|ies)\b.{0,80}$",
    r"this is a rush transcript\b.{0,160}$",
    r"this article is more than \d{1,2} (?:years?|months?) old\.?$",
    rf"(?:we may earn|if you (?:buy|purchase|click)|when you (?:buy|purchase)|buying through|"
    rf"purchases made){_QUIET}{{0,160}}"
    rf"\bcommission\b{_QUIET}{{0,120}}$",
    r"(?:topics?|tags|filed under|categor(?:y|ies)|keywords)\s?:",
    rf"(?:last )?(?:updated|published|posted|first published|last modified)(?: on| at)?\s?:?\s{_DATES}$",
    r"\[[\w-]{2,20}\]$",
    r"[\W_]{1,40}$",
    before=r"[\[(*–—-]{0,2}\s{0,2}",
    flags=re.IGNORECASE,
)

SPOKEN = re.compile(r"[“\"]|\b(?:said|says|told|according|reported|announced|asked|added)\b")
"""Words that a line of the page's own furniture does not use, and prose about what was said does."""

_WIRE = (
    r"(?:AP|Reuters|REUTERS|AFP|CNN|UPI|PTI|IANS|ANI|Xinhua|Bloomberg|(?:CBS|NBC|ABC|Fox)[\w ]{0,20}|"
    r"[A-Z]{2,5}(?: [A-Z][a-z]{2,12})?)"
)
_PLACE = r"[A-Z][\w.’'-]{0,30}(?: [A-Z][\w.’'-]{0,30}){0,3}"
_DAY = r"(?:, (?:[A-Z][a-z]{2,8}\.? \d{1,2}|\d{1,2} [A-Z][a-z]{2,8})(?:,? \d{4})?)?"
DATELINE = any_of(
    rf"[A-Z][A-Z.’'-]+(?:[ /](?:[A-Z][A-Z.’'-]*|de|du|la|al|el|of|"
    rf"and)){{0,3}}(?:, {_PLACE}){{0,2}}{_DAY}(?: ?\([A-Z][\w’' .&/-]{{1,40}}\))?",
    rf"{_PLACE}(?:, {_PLACE}){{0,2}}{_DAY} ?\({_WIRE}\)",
    after=r" ?(?:--|[–—―-])(?= ?\S)",
)

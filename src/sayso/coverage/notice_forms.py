"""How notices that something is put right are worded, in the English of many papers."""

from __future__ import annotations

import re

TEXT = (
    r"(?:article|story|report|post|posting|piece|column|headline|caption|item|page|obituary|editorial|review|interview|graphic|map|"
    r"chart|dispatch|live ?blog|feature|essay|op-ed|transcript|profile|alert|newsletter|version)"
)
WRONGLY = r"(?:wrongly|incorrectly|mistakenly|erroneously|inaccurately|falsely|in\s+error)"
OLD = r"(?:earlier|previous|prior|original|initial|first)"
SAID = (
    r"(?:said|stated|reported|identified|described|attributed|named|spel(?:led|t)|suggested|gave|referred|listed|quoted|cited|claimed|"
    r"implied|characteri[sz]ed|called|put|placed|included|omitted|showed|credited|labell?ed|dated|published|printed|captioned|wrote)"
)
MIS = (
    r"(?:misstated|misidentified|misspel(?:led|t)|misattributed|misquoted|misreported|mischaracteri[sz]ed|misnamed|misrepresented|"
    r"misdescribed|miscalculated|misdated|misplaced|misconstrued|mislabell?ed)"
)
CHANGED = (
    r"(?P<changed>corrected|updated|amended|revised|clarified|changed|modified|withdrawn|retracted|removed|"
    r"edited(?!\s+(?:and\s+\w+\s+)?(?:for|by|down)\b))"
)


LABEL = re.compile(
    r"[\s\W]{0,4}?(?P<label>(?P<strong>corrections?|clarifications?|retractions?|errat(?:um|a))"
    r"(?:\s*(?:&|and|/|,)\s*(?:corrections?|clarifications?))?"
    r"|(?P<weak>(?:editor|publisher|ed)[’'.]?s?[’']?\s+note|note(?:\s+to\s+readers)?|update[sd]?|for the record))"
    r"(?:\s*\([^)\n]{1,40}\)|,?\s+(?:at\s+)?\d{1,2}[:.]\d\d\b[^:\n]{0,16}|\s+\d[^:\n]{0,30}|,\s*[^:\n]{1,40}|\s+at\s+[^:\n]{1,30})?\s*(?::(?=[\s)\]]|$)|\s[—–-]+\s|[—–])[)\]]?",
    re.I,
)
CREDIT = re.compile(
    r"\s*(?:corrected|updated|posted) by:?[^\n]{0,60}?(?=\s*(?:corrections?|clarifications?)\s*:|\s(?:An?|The|This|In)\s|\n|$)",
    re.I,
)
VERSION = re.compile(
    rf"\b{OLD}\s+(?:[\w-]+\s+)?versions?\s+of\s+(?P<whose>this|our|the)\s+(?:[\w-]+\s+){{0,2}}?{TEXT}s?\b", re.I
)
BARE = re.compile(
    r"(?:an?|the)\s+(?:earlier|previous|prior|original|initial)\s+"
    rf"(?:{TEXT})s?\b",
    re.I,
)
RAN = re.compile(
    r"\s*,?\s*(?:which\s+|that\s+)?(?:was|were|is|had|has|have|first|originally|also)?\s*(?:been\s+)?"
    r"(?:published|appeared|appears|ran|runs|posted|aired|delivered|presented|distributed)\b",
    re.I,
)
THIS = re.compile(
    rf"\b(?P<whose>this|the|our)\s+(?:[\w-]+\s+)?{TEXT}\b(?:\s+has|\s+had|\s+also|,[^,.]{{1,40}},)*\s+"
    rf"(?:(?:originally|initially|at first|previously)\s+(?:{WRONGLY}\s+)?(?:{SAID}|{MIS})|{WRONGLY}\s+{SAID}|{MIS})\b",
    re.I,
)
WAS = re.compile(
    rf"\b(?P<whose>this|the|our)\s+(?:[\w-]+\s+){{0,2}}?{TEXT}s?(?:\s+at\s+[\w.: ]{{1,14}}|,[^,.]{{1,40}},)?\s+"
    rf"(?:has\s+been|have\s+been|was|were|had\s+been)\s+(?:since\s+|also\s+|subsequently\s+|now\s+)?{CHANGED}\b",
    re.I,
)
REGRET = re.compile(
    r"\bwe\s+(?:sincerely\s+|deeply\s+)?regret\s+(?:the|this|any|these|our)\s+(?:errors?|mistakes?|confusion|inaccurac\w+)"
    r"|\berrors?\s+(?:is|are)\s+regretted"
    r"|\bwe\s+(?:sincerely\s+)?apologi[sz]e\s+(?:to\s+[^.\n]{1,60}\s+)?for\s+(?:the|this|any|our|these)\s+(?:errors?|mistakes?|confusion)"
    r"|\bwe(?:\s+are|[’']re)\s+(?:happy|glad|pleased)\s+to\s+(?:clarify|make\s+(?:this|that|it)\s+clear|(?:set|put)\s+the\s+record\s+straight|correct)",
    re.I,
)
RETRACT = re.compile(
    r"\bwe\s+(?:have\s+|hereby\s+|now\s+|therefore\s+)*(?:withdrawn?|withdrew|retract(?:ed)?)\s+(?:the|this|that|our|those|these|any)\s+"
    r"(?:[\w-]+\s+){0,2}?(?:words?|statements?|claims?|allegations?|article|story|report|post|column|piece|suggestion)s?\b"
    r"|\b(?:the|these|those)\s+(?:words?|statements?|claims?|allegations?|article|story|report)\s+(?:are|is|was|were|have\s+been|has\s+been)"
    r"\s+(?:withdrawn|retracted)\b",
    re.I,
)
PUT_RIGHT = re.compile(
    rf"\b{WRONGLY}\b|\b{MIS}\b|\bshould\s+(?:have\s+(?:been|said|read)|read)\b|\b(?:is|was|were|are|did|does|had|has)\s+not\b"
    r"|\bin\s+fact\b|\brather\s+than\b|\binstead\s+of\b|\b(?:was|were)\s+(?:wrong|incorrect|inaccurate)\b|\bwhich\s+is\s+(?:wrong|incorrect)\b"
    r"|,\s+not\s+\S",
    re.I,
)
AT_FAULT = re.compile(
    rf"\b{WRONGLY}\b|\b{MIS}\b|\b(?:errors?|mistakes?|mistaken|incorrect|inaccurate|inaccuracy|wrong|accuracy|erroneous|misleading|"
    r"to correct|"
    r"correction|corrected|omitted|instead of|rather than|typo)\b",
    re.I,
)
COLUMN = re.compile(
    r"(?i)^\s*(?:corrections?(?:\s*(?:&|and)\s*(?:clarifications?|amplifications?))?|clarifications?(?:\s*(?:&|and)\s*corrections?)?|errat(?:um|a)|"
    r"for the record|(?:setting|putting) (?:it|the record) (?:right|straight))\s*(?:$|[:—–-])"
)
REPORT = re.compile(
    rf"\b{TEXT}s?\b|[“\"‘'][^”\"\n]{{12,}}[”\"’']\s*\(",
    re.I,
)
MAY_HAVE = (
    r"(?i)\b(?:corrections?|clarifications?|retractions?|errat(?:um|a))\b[^\n]{0,60}[:—–]"
    r"|\b(?:earlier|previous|prior|original|initial|first)\s+(?:[\w-]+\s+)?versions?\b"
    rf"|\b(?:this|our|the)\s+(?:[\w-]+\s+){{0,2}}{TEXT}s?\b[^\n]{{0,70}}\b(?:corrected|updated|amended|revised|clarified|changed|edited|"
    r"modified|withdrawn|retracted|removed|originally|initially)\b"
    rf"|\b{WRONGLY}\s+{SAID}|\b{SAID}\s+{WRONGLY}|\b{MIS}\b"
    rf"|\b{OLD}\s+(?:[\w-]+\s+)?{TEXT}s?\b[^\n]{{0,80}}\b(?:{SAID}|{MIS})"
    r"|\bregrets?\s+(?:the|this|any)|\berrors?\s+(?:is|are)\s+regretted|\bapologi[sz]es?\b|\b(?:happy|glad|pleased)\s+to\s+(?:clarify|make|set|"
    r"put|correct)|\bwe\s+(?:have\s+|hereby\s+|now\s+|therefore\s+)*(?:withdr\w+|retract\w*)|(?:withdrawn|retracted)\b"
)
"""What a text has that has a notice, outside columns of corrections, for a first look at many: a regular expression that both
Python and DuckDB know, as they do the pattern of `COLUMN`, which is of titles."""
LONGEST = 1_500
"""Characters of the longest notice; chosen by hand."""

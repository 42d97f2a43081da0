"""The words that show hops and venues."""

from __future__ import annotations

from sayso.reading.words import word_set

TELL = word_set("told tell tells telling")
WRITE = word_set("wrote write writes writing written penned pens blogged blogs editorialized editorialised opined")
TESTIFY = word_set("testified testifies testify testifying testimony deposed")
POST = word_set("tweeted tweets tweet tweeting posted posts posting retweeted retweets retweeting facebooked")
REPORT = word_set("reported reports reporting report")
BE = word_set("is was were are been be being 's ’s")
HAVE = word_set("has have had having")

INTERVIEW = word_set(
    "interview interviews interviewed conversation conversations chat q podcast appearance appearances "
    "discussion sitdown sit-downs sitdowns"
)
MEETING = word_set(
    "discussed discusses discussing sat sit sits sitting spoke speak speaks speaking spoken talked talk talks talking "
    "chatted chatting"
)
ISSUES = word_set("issued issues issuing released releases releasing")
"""Verbs before a text that is thereby said: *issued a statement*."""
SENT = word_set(
    "statement statements comment comments remark remarks email emails e-mail e-mails mail letter message "
    "messages speaking spoke spoken talking talked interview said confirmed admitted revealed explained wrote "
    "told text note response answer described tweet"
)
"""Words before *to* an outlet that mean that something was said to it."""
PUBLISHED_IN = word_set(
    "wrote writes writing written op-ed oped ed column columns article articles essay editorial piece story "
    "interview commentary letter post blog penned review profile report dispatch argued"
)
"""Words before *in* or *for* a printed outlet that mean that the speaker wrote or spoke there."""
RELAYED_IN = word_set(
    "extracted serialised serialized reprinted quoted reported published appeared cited printed excerpted"
)
EXCERPTED = word_set("extracted serialised serialized reprinted excerpted printed")
"""Words of a text that an outlet prints at length."""
PASSED_BY = word_set(
    "reported quoted obtained seen reviewed cited published republished posted released aired broadcast carried "
    "verified relayed viewed circulated tweeted leaked uncovered unearthed"
)
"""Words before *by* an outlet that mean that it passed the words on."""
INTERVIEWED_BY = word_set("interviewed questioned hosted quizzed grilled")
ASKED_BY = INTERVIEWED_BY | word_set("asked pressed contacted reached approached")
QUESTIONS = word_set("questions question inquiries enquiries request requests")
"""Words before *from* an outlet that was answered: *responding to questions from the Courier*."""
SHOWN = word_set("debate broadcast documentary discussion special segment address forum hall phone-in")
"""Nouns before *on* a channel that was said there."""
SHOWED = word_set("broadcast aired published ran carried posted released")
"""What an outlet did with an interview: *an interview that the Courier published*."""
QUOTED = word_set("quoted quotes cited cites")
WRITTEN_THERE = word_set("paper study oped column essay editorial article commentary piece op-ed")
"""What somebody writes for the outlet that publishes it."""
MODALS = word_set("would will could should might may must shall can to refused declined")
SAYS = word_set("reported reports reporting said says wrote writes noted notes revealed reveals disclosed announced")
"""Words after an outlet's name that make it the one who passed the words on."""
LINK_VERBS = word_set("first also has had have previously later recently earlier which")
TELL_OUTLET = word_set("promised assured informed emailed e-mailed texted reassured")
"""Words before an outlet's name that mean that it was told something, as *told* does."""
LOCAL = word_set("local veteran longtime fellow one young prominent conservative liberal")
"""Words about a journalist between *told a* and the outlet (*told a local ABC reporter*)."""
AIRED = word_set("interview appearance documentary podcast debate forum special programme broadcast segment")
"""Nouns behind an outlet's name that put somebody's words there: *in a CNN interview*."""
PRINTED = word_set("column op-ed oped editorial essay article piece commentary story")
"""The same for what is written: *in her Courier column*."""
EDITIONS = word_set("edition episode broadcast airing installment instalment segment")
"""What is aired of a programme: *on Monday's edition of “Newsnight”*."""
PERIODS = word_set("night morning evening afternoon week month weekend last this")
ROLES = word_set(
    "host hosts anchor correspondent reporter reporters journalist journalists columnist editor contributor "
    "co-host cohost moderator presenter interviewer commentator producer writer affiliate analyst blogger news "
    "chief political senior show programme program radio television tv network magazine newspaper website web "
    "site agency station channel podcast online sports business reporter's anchor's co former legal medical "
    "national foreign white house washington pundit critic reviewer"
)
BENCH = word_set(
    "committee subcommittee panel court jury jurors inquest inquiry tribunal commission hearing judge magistrates "
    "magistrate lawmakers senators mps parliament congress"
)
SWORN = word_set("committee subcommittee court jury jurors inquest inquiry tribunal magistrates")
ASKS = word_set("ask asks asked asking pressed presses explain interviewed wonders")
"""Words of a cue by which a journalist is at work and publishes nothing yet."""
COLUMNISTS = word_set("pundit columnist blogger commentator essayist")
"""Those who pass on in their own name what their outlet publishes."""
ADVOCATES = word_set(
    "lawyer lawyers attorney attorneys prosecutor prosecutors counsel barrister solicitor qc kc judge defence "
    "defense prosecution"
)

VENUES: dict[str, str] = {
    word: kind
    for kind, listed in {
        "statement": "reply response statement statements release releases communique communiqué",
        "post": "tweet tweets post posts thread retweet",
        "email": "email emails e-mail e-mails mail mails",
        "letter": "letter letters note",
        "message": "message messages text texts voicemail",
        "document": "memo memos memorandum document documents transcript draft manifesto presentation cable cables",
        "court papers": "filing filings lawsuit complaint affidavit indictment brief briefs motion petition suit deposition "
        "papers pleading pleadings",
        "ruling": "ruling dissent judgment judgement opinion verdict",
        "testimony": "testimony evidence questioning examination oath",
        "hearing": "mitigation hearing hearings inquest inquiry trial court dock box stand argument arguments "
        "arraignment sentencing",
        "speech": "speech speeches address remarks sermon lecture keynote eulogy toast homily monologue",
        "news conference": "conference conferences presser briefing briefings availability",
        "call": "call calls teleconference",
        "floor": "floor commons lords dáil dail seanad knesset bundestag sabha parliament",
        "article": "op-ed ed oped column editorial essay article piece blog commentary story",
        "website": "website site page account feed channel timeline profile",
        "book": "diary diaries foreword preface book memoir memoirs autobiography biography",
        "report": "report study survey paper",
        "debate": "debate debates",
        "event": "rally forum event hall panel symposium meeting gathering summit fundraiser ceremony "
        "breakfast luncheon dinner "
        "discussion webinar vigil roundtable seminar convention reception visit signing parade march protest funeral "
        "concert festival premiere exhibition wedding service launch session tour demonstration gala hustings",
        "video": "video videos footage clip recording broadcast documentary film tape audiotape livestream webcast",
        "interview": "phone telephone interview interviews sitdown down q appearance appearances",
        "conversation": "conversation chat",
        "podcast": "podcast",
        "programme": "show shows program programme",
        "advertisement": "ad ads advertisement",
    }.items()
    for word in listed.split()
}
"""Nouns that say where words were said, and the sort of place."""
BARE = word_set(
    "mail mails mitigation testimony papers remarks emails texts documents court filings comments email phone "
    "telephone questioning examination oath arguments messages footage parliament"
)
"""Venues that need no *a* or *the*: *in court papers*, *on Twitter*."""
INTO = word_set("in during at via through on from by over inside under")
DETERMINERS = word_set("a an the his her their its this that my our another one separate several some recent two")
POSSESSIVE = frozenset({"’s", "'s", "’", "'"})
STOPS = frozenset('.,;:!?()[]"“”‘«»—–')
TIMES = word_set(
    "monday tuesday wednesday thursday friday saturday sunday yesterday previously earlier separately meanwhile "
    "once ago january february march april june july august september october november december"
)
"""Words of a sentence that move it to another time than that of what was said before."""
MONTHS = word_set("january february march april june july august september october november december")
SAYING = word_set(
    "sees pointed pointing signaled signalled compared compares summed observed observes outlined said says say "
    "saying told tells telling added adds adding noted notes noting explained explains explaining continued "
    "continues argued argues arguing insisted insists insisting stressed stresses claimed claims claiming "
    "admitted admits conceded acknowledged recalled recalls joked mused rued quipped declared described describes "
    "describing called calls calling suggested suggests suggesting intimating warned warns warning denied denies "
    "denying dismissed defended maintained replied responded answered asked went concluded wrote writes writing "
    "complained stated revealed predicted vowed urged criticized criticised praised"
)
SPOKEN = (
    INTERVIEW
    | SENT
    | word_set("today tonight yesterday speech address debate hour minute guest time live host panel forum town hall")
)
"""Nouns before *on* a channel that put somebody's words there."""
TALKING = SAYING | word_set(
    "believes believed thinks thought notes points pointed blasted slammed blames blamed agreed agrees applauded "
    "characterized characterised expressed expects expected promised pledged estimates estimated identified"
)
"""Words of a cue that are an utterance, or what one gives out in it."""
INNER = word_set(
    "views view against knows know knew ignores ignored looking likes like liked loves hates fails failed faces "
    "facing owns struggling terrified acknowledging imagine incessantly understands understood supports opposes"
)
"""Words of a cue that tell what somebody is or does over time, in the article's own view."""
SUBORDINATE = word_set("despite although though because since whereas who whom which unless")
NEVER = word_set("not n't n’t never no without refuses refused fails failed ignores ignored")
DECLINES = word_set("declined declines decline declining refused refuses refuse refusing")
ANSWERS = word_set(
    "respond responded responding reply replied return returned answer answered comment commented available reached"
)
REQUESTS = word_set("asked requested insisted asking requesting")
NAMELESS = word_set("named identified anonymous anonymity quoted")
TO_THE_PRESS = NAMELESS | word_set(
    "comment comments request requests respond responded message messages call calls interview interviewed inquiries"
)
"""Words of what somebody keeps from the article itself: *did not respond to a request*, *asked not to be named*."""
PIECES = word_set(
    "translation transcript excerpt extract report reports story stories segment broadcast article "
    "dispatch item piece headline coverage account"
)
"""What an outlet brings: *according to a report on …*, *a story in …*."""
TAKING_PART = word_set(
    "part talking spoke speaking appeared appearing attended attending addressed addressing speaks sat "
    "joined interviewed hosted "
    " appearance went goes"
)
"""Words before a venue that put somebody there, whose words may follow."""
DOCUMENTS = word_set(
    "statement transcript transcripts remarks text copy filing filings papers documents document letter email "
    "mail mails emails memo affidavit brief lawsuit complaint indictment testimony tweet post release recording video audio "
    "draft report records notes handbook manual guide website blog book article analysis data figures poll survey study"
)
"""Heads of what passes words on without being a mouth: the speaker's own paper."""
MOUTHS = word_set(
    "official officials source sources spokesman spokeswoman spokesperson police people person witnesses witness "
    "ministry minister lawmakers aides aide diplomats diplomat executives prosecutors doctors relatives "
    "investigators residents activists military government officers officer insiders insider friend friends "
    "lawyer lawyers attorney authorities"
)
"""Heads of what an outlet cites that can speak."""
CITES = word_set("citing quoting cited cites quoted quotes")
FUNCTION = word_set(
    "hours minutes days shortly soon moments weeks months years "
    "on to with before in at of from for that which who where when while after during by about and but or as than "
    "last this earlier late later until since over via into against under because if so though although yesterday "
    "today tonight then also he she they it i we you is was are were has have had will would published posted "
    "released obtained issued dated sent given aired filed made read held delivered broadcast provided emailed "
    "printed titled entitled announcing explaining saying calling not just only ahead around between alongside "
    "outside inside the a an his her their its my your our how what why whether seen shared written recorded "
    "taped there through attended hosted sponsored moderated organized organised broadcasted tuesday's"
)
"""Words that may follow a noun without making it part of a longer name of a thing (*the debate stage*, *a CNN story*)."""
PAPERS = word_set(
    "report study survey poll polls lawsuit complaint memo document documents letter indictment filing affidavit "
    "paper analysis statement statistics search results audio "
    "documentary film movie footage records figures data email headline article editorial transcript reports studies "
    "ruling tape recording memos file"
)
"""Heads of sources that are texts: what they say, they report."""
ELSEWHERE = word_set(
    "tweeted posted testified wrote emailed once previously earlier promised vowed campaigned voted signed backed"
)
"""Words of a cue that are of another place or time than the interview before it."""
WRITTEN = word_set("letter email document article book report message ruling memo") | {"court papers"}
"""Sorts of venues whose words were written: *he wrote* goes on with them."""
PLANS = word_set(
    "will plan plans planned planning want wants wanted hope hopes hoped intend intends intended expect expects "
    "expected decided ordered"
)
"""Words of a cue that tell of a will rather than of words that were said somewhere."""

LEAKED = word_set("obtained seen reviewed leaked viewed verified uncovered unearthed")
"""Words before *by* an outlet that hold for all that a document says."""
LEAKABLE = word_set(
    "memo memos documents document letter email emails transcript draft filing affidavit recording tape audio file"
)
"""Papers of which an article mostly has one: what any part of it says was got hold of by the same."""
ON = frozenset({"floor", "programme", "call", "website", "post", "podcast", "article", "interview", "video"})
"""Sorts of places that one speaks *on*; *seizing on remarks* is none."""
ENDS = STOPS | BE | HAVE | word_set("to of and with for since after before until about against despite between")
"""Words that a venue's noun phrase does not reach back over."""

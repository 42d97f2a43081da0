"""Words by which two statements can be set against each other: opposites, denials, words for what is not so."""

from __future__ import annotations

import re
from collections import defaultdict
from functools import lru_cache

from sayso.coverage.terms import stem
from sayso.reading.words import word_set

_OPPOSITES = """
guilty,culpable/innocent,blameless,exonerated,cleared,acquitted
rise,rose,risen,increase,grow,grew,climb,soar,surge,double,treble,triple/fall,fell,fallen,decrease,decline,drop,shrink,shrank,plunge,plummet,halve,fewer
raise/lower,cut,reduce,slash
essential,decisive,crucial,instrumental,vital,central,key,pivotal/irrelevant,unrelated,unimportant,marginal,peripheral,immaterial
fact,truth,reality/myth,fiction,fairy,lie,hoax,rumour,rumor,fabrication,falsehood
true,truthful,accurate,correct,factual/false,untrue,untruthful,inaccurate,incorrect,erroneous,bogus,baseless,unfounded
honest/dishonest,lying
resign,quit,go/remain,stay
open,opened,reopen,reopened/close,closed,shut,closure
rich,wealthy/poor,bankrupt
safe,harmless,secure/dangerous,unsafe,risky,harmful,hazardous,insecure,deadly
accept,approve,embrace,endorse,welcome,agree/reject,refuse,spurn,oppose,disapprove,decline,veto
support,back,favor,favour/oppose,condemn,object
alive,living,survive/dead,died,killed,deceased
legal,lawful,constitutional,legitimate/illegal,unlawful,unconstitutional,illegitimate
win,won,victory,succeed,success,successful/lose,lost,defeat,fail,failure,unsuccessful
strong,stronger,strengthen/weak,weaker,weaken
better,improve,best/worse,worsen,deteriorate,worst
help,benefit,boost/hurt,harm,damage,hinder
possible/impossible
likely,probable,certain/unlikely,improbable,doubtful
fair/unfair,unjust
effective/ineffective
necessary,needed/unnecessary,unneeded
voluntary/forced,coerced,mandatory
allow,permit,let,enable/forbid,ban,prohibit,prevent,bar,block
peaceful,nonviolent/violent
armed/unarmed
responsible/irresponsible
adequate,sufficient,enough/inadequate,insufficient
ready,prepared/unready,unprepared
stable/unstable
intentional,deliberate,deliberately,intentionally/accidental,accident,accidentally,unintentional
alone,lone,single-handed/together,accomplice,jointly
legalize,legalise/criminalize,criminalise
confirm,verify,corroborate/refute,contradict,disprove,debunk
prove,proven/disprove,unproven,unproved
cheap,affordable/expensive,costly,unaffordable
transparent/secretive,opaque
competent/incompetent
qualified,eligible/unqualified,ineligible,disqualified
consistent/inconsistent
relevant/irrelevant
credible,reliable,trustworthy/incredible,unreliable,untrustworthy
contained,controlled/uncontrolled,spreading
happy,content,contented,pleased,cheerful,delighted,glad,satisfied/unhappy,miserable,angry,furious,sad,upset,unhappy,bitter,distressed,dissatisfied,discontented
devoted,loving,harmonious/rows,quarrels,quarrelled,quarrelling,divided,split,feuding
friendly,cordial,amicable/hostile,bitter,acrimonious,tense
conscious,alert,lucid,awake/unconscious,confused,drowsy,asleep,unaware
genuine,authentic,original/forgery,forged,fake,faked,counterfeit,replica
worked,working,ran/halted,idle
continue,continued,resume,rolling/stop,stopped,halt,halted,cease,ceased
repaired,repairable,saved,salvaged,fixed/irreparable,condemned
support,supported,backed/abandoned,deserted,opposed
praised,commended,exemplary,excellent,outstanding/criticised,reckless,poor,negligent,shoddy,appalling
solvent,funded,surplus/insolvent,deficit,shortfall,bankrupt
plenty,ample,abundant/shortage,scarce,insufficient
calm,peaceful,orderly,quiet/riot,riotous,violent,violence,mob,unruly,disorderly
found,recovered/missing
consulted,informed,warned,notified/ignored,bypassed,unaware
stayed,remained/fled,abandoned,deserted
paid/unpaid,owed,owing,withheld
invited,welcome/uninvited,unwelcome
temporary,temporarily/permanent,permanently
thorough,careful,rigorous,meticulous,exhaustive,painstaking/superficial,cursory,sloppy,perfunctory,slapdash,careless,shallow,hasty
careful,cautious/careless,reckless,negligent
clean,pure,drinkable/dirty,contaminated,polluted,tainted,foul,filthy
empty,deserted/full,packed,crowded
calm,orderly/panic,panicked,chaotic,chaos,disorderly
sober/drunk,drunken,intoxicated
awake/asleep
locked,chained,shut,barred,sealed,bolted,closed/unlocked,open,opened,unbarred
present/absent
secret,secretly,private,privately/public,publicly,openly
healthy/sick,ill,unwell
quick,quickly,swift,swiftly,prompt,promptly,fast,rapid,rapidly/slow,slowly,delayed,sluggish,late
good,excellent,superb/bad,poor,dreadful,terrible,awful
hot,warm/cold
loud,noisy/quiet,silent
brave,courageous/cowardly
polite,courteous/rude
reasonable,proportionate/unreasonable,excessive,disproportionate
foreseeable,predictable,expected/unforeseeable,unpredictable,unexpected
avoidable,preventable/unavoidable,inevitable
isolated/widespread,systemic
minor,trivial,slight,small/serious,major,severe,grave,huge,large
working,operational,functioning/broken,faulty,defective,defunct
profit,profitable/loss,unprofitable
faster,quicker/slower
easy,simple/hard,difficult
arson,sabotage/accident,accidental
stay,stayed,remain,remained/leave,left
arrive,arrived/depart,departed
hire,hired/sack,sacked,fire,fired
start,begin,began/stop,stopped,end,ended
keep,kept,retain/abolish,scrap,scrapped,drop
build/demolish,demolished
expand,expansion/shrink,contract
sunny,dry/rainy,wet
cheaper/dearer
enthusiastic,keen/reluctant,unwilling
popular/unpopular
friendly/hostile
clear/unclear,murky
smooth,smoothly/chaotic,bumpy
generous/stingy,miserly
fresh/stale,rotten
intact,undamaged,whole,sealed/damaged,destroyed,broken,broke,breaking,cracked,shattered
""".strip()
"""Sets of words on both sides of a stroke, any of one side against any of the other. Written by hand."""


def _table() -> dict[str, frozenset[str]]:
    against: defaultdict[str, set[str]] = defaultdict(set)
    for line in _OPPOSITES.splitlines():
        left, right = (frozenset(map(stem, side.split(","))) for side in line.split("/"))
        for word in left:
            against[word] |= right
        for word in right:
            against[word] |= left
    return {word: frozenset(words - {word}) for word, words in against.items()}


OPPOSITES: dict[str, frozenset[str]] = _table()
"""Stem of a word to the stems of its opposites."""

_AGAINST = re.compile(r"(?:un(?!it|io|iq|iv|der|til)|dis(?!c|t|p)|non)(?=\w{4})")
"""Beginnings that turn a word into its opposite. Not *in-*, which is more often none."""


@lru_cache(maxsize=100_000)
def opposites_of(stemmed: str) -> frozenset[str]:
    """The stems of the opposites of a word, by its own stem: those of the list, and the word without *un-*
    and the like. What is no word harms nobody."""
    made = set(OPPOSITES.get(stemmed, ()))
    if found := _AGAINST.match(stemmed):
        made.add(stemmed[found.end() :])
    return frozenset(made)


def is_saying(cue: str) -> bool:
    """Whether a cue says that something is so: one of `SAYS`, a colon, or none at all (the quotation speaks for
    itself)."""
    return not cue or ":" in cue or any(word.strip(",") in SAYS for word in cue.lower().split())


DENIES = word_set(
    """deny denies denied denying denial dispute disputes disputed disputing refute refutes refuted refuting rebut
    rebuts rebutted rebutting contradict contradicts contradicted contradicting disavow disavowed debunk debunks
    debunked debunking discredit discredited"""
)
"""Cues that say that what follows is not so."""
REJECTS = word_set(
    """reject rejects rejected rejecting dismiss dismisses dismissed dismissing disagree disagrees disagreed
    disagreeing challenge challenges challenged challenging question questions questioned questioning doubt doubts
    doubted doubting bristled scoff scoffs scoffed scoffing ridicule ridiculed ridicules mock mocked"""
)
"""Cues that say so only of claims, and of laws, offers and people something else."""
CLAIMS = word_set(
    """claim claims allegation allegations accusation accusations charge charges assertion assertions suggestion suggestions
    notion idea characterization characterisation description report reports rumor rumors rumour rumours account
    accounts version story stories tale tales theory theories narrative insinuation implication contention argument
    arguments criticism criticisms critique complaint complaints statement statements comment comments remark remarks
    estimate estimates figure figures numbers finding findings conclusion conclusions analysis view views
    interpretation interpretations portrayal depiction assessment assessments contentions suggestions premise
    perception speculation talk concerns concern warnings warning prediction predictions that this it so involvement
    wrongdoing role responsibility knowledge"""
)
"""What can be denied or rejected as being not so."""
MYTHS = word_set(
    """myth myths lie lies lying lied liar liars falsehood falsehoods hoax fiction fairy fairytale nonsense rubbish baloney
    bunk hogwash claptrap fabrication fabrications untrue false falsely bogus baseless unfounded groundless rumor
    rumors rumour rumours smear smears slander libel misinformation disinformation propaganda ludicrous absurd
    ridiculous preposterous laughable untruth untruths misleading inaccurate incorrect mistaken wrong fantasy canard
    malarkey bull garbage invention invented concocted phantom mirage legend make-believe untruthful distortion
    distortions mischaracterization misrepresentation exaggeration exaggerated"""
)
"""Words that say of what they point at that it is not so."""
NEGATES = word_set("""not never no nobody none nothing neither nor cannot n't without hardly barely scarcely nowhere""")
REVERSES = word_set(
    """fail fails failed failing refuse refuses refused refusing lack lacks lacked lacking absence deny denies denied
    denying"""
)
"""Verbs that negate what they govern."""
OUT = frozenset((word, "out") for word in ("rule", "rules", "ruled", "ruling"))
"""Two words that negate what they govern: *ruled out a merger*."""
INTENDS = word_set(
    "plan plans planned planning intend intends intended intention intentions out from but means circumstances"
)
"""Words between a negation and what will not be: *no plans to close*, *no intention of closing*, *ruled out closing*."""
RAISES = word_set(
    "think thinks believe believes suppose expect feel mean say true evidence proof case imagine intend plan want consider agree"
)
"""Words over whose *that* a negation reaches: *I do not think that it failed*; but not *he did not mention that it
failed*."""
GENERIC = word_set(
    """wrongdoing involvement responsibility knowledge role guilt misconduct complicity part charge charges
    allegation allegations accusation accusations claim claims"""
)
"""What is denied without being said again: it answers an accusation."""
ACCUSES = word_set(
    """accuse accuses accused accusing allege alleges alleged allegedly alleging charge charged charges blame blamed
    blames claim claims claimed suspect suspected suspects illegal illegally unlawful corrupt corruption fraud lied
    lie bribe bribes abuse abused steal stole violate violated violating broke cheat cheated cover-up conspired
    responsible guilty behind"""
)
"""Words of an accusation."""
MYTH_NOUNS = word_set(
    """myth myths lie lies falsehood falsehoods hoax fiction fairy fairytale nonsense rubbish baloney bunk hogwash invention
    phantom legend fabrication rumor rumors rumour rumours smear fantasy canard propaganda"""
)
MUDDY = word_set(
    """against doubt doubts doubted doubtful skeptical sceptical unlikely oppose opposes opposed opposing reject
    rejects rejected rejecting rejection criticize criticized criticizes criticising criticism critical question
    questions questioned instead rather stop stops stopped avoid avoided avoiding prevent prevents prevented
    preventing block blocks blocked withdraw withdrawn delay delayed decline declined declines unable little few
    concern concerns concerned fear fears worry worries neither only until anymore unless lest hard difficult
    impossible contrary unclear too debate asked whether possible trying less fewer another else again anymore
    other"""
)
"""Words that make it unclear whether a clause says that something is so: such a clause is not set against one that
negates it."""
SAYS = word_set(
    """say says said saying tell tells told telling claim claims claimed claiming insist insists insisted insisting
    insistence report reports reported reporting write writes wrote written argue argues argued arguing add adds
    added adding state states stated stating statement announce announces announced according read reads maintain
    maintains maintained note notes noted noting deny denies denied believe believes believed think thinks thought
    tweet tweets tweeted accuse accuses accused accusing call calls called calling acknowledge acknowledges
    acknowledged admit admits admitted admitting confirm confirms confirmed repeat repeats repeated repeating testify
    testifies testified warn warns warned explain explains explained contend contends contended allege alleges
    alleged alleging show shows showed find finds found finding boast boasts boasted tout touts touted declare
    declares declared assert asserts asserted reply replied respond responded counter countered point points pointed
    reveal revealed reveals conclude concludes concluded stress stressed shown suggesting revealing
    indicating stating parroted parrots reiterate reiterated predict predicts
    predicted describe describes described suggest suggests suggested cite cites cited posted post proclaimed concede
    conceded conceding voice voiced hear heard accusation allegation assertion contention estimate estimates
    estimated describing indicated indicates deem deems deemed conveyed answered recalled surmised records record
    issued released quoted appears appear seems seem allegedly reportedly apparently brag brags bragged bragging"""
)
"""Cues by which somebody says that something is so."""
NOT_NEGATIVE = frozenset(
    tuple(pair.split())
    for pair in """not only,not just,not merely,not simply,not least,no doubt,no matter,no longer,no more,no less,no fewer,
    no later,no sooner,nothing but,not long,no wonder,not unlike,not all,not every,not always,not necessarily,not everyone,
    no different,no better,not yet,no idea,nothing less,not sure,not enough,no new""".split(",")  # noqa: SIM905
)
"""Beginnings that look like negations and deny nothing that another could hold."""
RELATES = (
    "to do with", "role in", "part in", "connection to", "connection with", "connected to", "connected with", "link to",
    "links to", "link with", "linked to", "related to", "hand in", "bearing on", "influence on", "effect on", "impact on",
)  # fmt: skip
"""Phrases between two things that have, or have not, something to do with each other."""
CAUSES = word_set(
    """led lead leads leading help helps helped helping because thanks contribute contributed contributes
    contributing essential decisive crucial vital key instrumental cause caused causes result resulted results due
    trigger triggered spark sparked prompt prompted allowed allowing enabled enable tipped tip break lure clue trail
    trace traced responsible behind blame blamed through made brought"""
)
"""Words that say that one thing came of another."""
DOUBTS = word_set(
    "unlikely doubtful improbable implausible far-fetched unproven unsubstantiated unconfirmed questionable premature"
)
UNSURE = word_set(
    """whether unclear possible possibly doubt doubts question questions questioned asked debate if investigate investigating
    investigation would could should might may must need needs needed ought want wants wanted hope hopes hoping"""
)
"""Words that make a clause no statement that something is so: it cannot be what a denial denies, nor set against a negation."""
LIGHT = word_set(
    """voice voiced give gives given gave make makes made express expressed show shows showed ever actually really
    even yet any involved ever a an the his her their our its my your this that these those in on at of to by for
    with from be been being is was are were am have has had having do does did will would can could going able all as
    such one it them him us me we he she they there's there himself themselves herself itself personally directly
    publicly officially fully simply necessarily currently previously"""
)
"""Words right after a negation that only carry what is negated: *did not voice support*, *was not in the office*."""
NO_USE = word_set("way need reason place point time sense use question choice better greater one chance good great")
"""What there is *no* of without anything being denied: *there is no better place to live*."""
CHOICES = word_set("chose chosen choose decided decides decide decision opted vowed try trying tried careful going")
"""Words before *not to*: a choice that can be made otherwise tomorrow."""
CROWDS = word_set(
    "percent voters respondents poll polls survey surveys americans majority half people many most some others"
)
"""Sources that are a part of those asked: two such parts may well think differently."""
BELIEVES = word_set(
    "think thinks thought believe believes believed accept accepts accepted agree agrees agreed buy buys"
)
"""Verbs whose negation says that what follows is not so. Not *know*, *confirm* or *say*: who does not know it does
not deny it."""
REFUSED = word_set(
    """request requests access visa application applications bail entry permission citizenship benefits coverage
    service services treatment admission rights justice petition motion appeal license permit"""
)
"""What is denied in the sense of refused."""
WANTS = word_set(
    """want wants wanted wanting wish wishes wished hope hopes hoped hoping ask asks asked asking urge urges urged
    urging order orders ordered ordering demand demands demanded demanding call calls called calling request requests
    requested need needs plan plans planned seek seeks sought seeking try tries tried vow vows pledge pledges
    encourage encouraged press pressed require requires push pushed"""
)
"""Cues of wishes: who wishes for something does not say that it is so."""
POINTERS = word_set("it this that these those such so he she they him her them his its their there one")
"""Words that stand for what was said before."""
CONTRASTS = word_set(
    """but though although despite while whereas however yet nevertheless nonetheless still instead contrary
    contradicting disputing"""
)
HYPOTHETICAL = word_set("if unless whether should might could may perhaps maybe would")
WILL = word_set("will won't shall 'll wo going would")

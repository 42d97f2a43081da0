"""All forms of a lemma, British and American, by rule with the irregular ones listed.

More forms than the language has do no harm here (*bidded*): they are looked up, never written.
"""

from __future__ import annotations

from functools import cache

from sayso.reading.words import word_set

_IRREGULAR_FORMS = """
be am is are was were been being 's 're 'm
have has had having 've
do does did done doing
go goes went gone going
say says said saying
tell tells told telling
think thinks thought thinking
know knows knew known knowing
see sees saw seen seeing
write writes wrote written writing
speak speaks spoke spoken speaking
feel feels felt feeling
find finds found finding
hear hears heard hearing
read reads reading
hold holds held holding
make makes made making
take takes took taken taking
give gives gave given giving
get gets got gotten getting
put puts putting
cast casts casting
let lets letting
lay lays laid laying
swear swears swore sworn swearing
forecast forecasts forecasted forecasting
foresee foresees foresaw foreseen foreseeing
foretell foretells foretold foretelling
mean means meant meaning
understand understands understood understanding
misunderstand misunderstands misunderstood misunderstanding
misspeak misspeaks misspoke misspoken misspeaking
seek seeks sought seeking
teach teaches taught teaching
withdraw withdraws withdrew withdrawn withdrawing
withhold withholds withheld withholding
forget forgets forgot forgotten forgetting
forbid forbids forbade forbidden forbidding
come comes came coming
become becomes became becoming
overcome overcomes overcame
run runs ran running
stand stands stood standing
withstand withstands withstood
shoot shoots shot shooting
shout shouts shouted shouting
strike strikes struck striking
fight fights fought fighting
throw throws threw thrown throwing
draw draws drew drawn drawing
rise rises rose risen rising
raise raises raised raising
keep keeps kept keeping
leave leaves left leaving
stick sticks stuck sticking
show shows showed shown showing
prove proves proved proven proving
bet bets betting
fall falls fell fallen falling
break breaks broke broken breaking
bring brings brought bringing
eat eats ate eaten eating
choose chooses chose chosen choosing
learn learns learned learnt learning
dream dreams dreamed dreamt dreaming
spell spells spelled spelt spelling
plead pleads pleaded pled pleading
stay stays stayed staying
lead leads led leading
die dies died dying
lie lies lied lying
belie belies belied belying
vie vies vied vying
sing sings sang sung singing
ring rings rang rung ringing
begin begins began begun beginning
set sets setting
hit hits hitting
send sends sent sending
sell sells sold selling
meet meets met meeting
fly flies flew flown flying
win wins won winning
lose loses lost losing
pay pays paid paying
stem stems stemmed stemming
rue rues rued ruing
argue argues argued arguing
sue sues sued suing
"""
_IRREGULAR = {line.split()[0]: tuple(line.split()) for line in _IRREGULAR_FORMS.strip().splitlines()}
_DOUBLING = word_set(
    "admit commit submit omit permit refer infer defer confer prefer concur rebut transfer occur recur abhor quip plan "
    "plot nod jot blog hint quit slam rap brag shrug pan ban bar chat wrap beg flag tip tap spot stop drop dub scrub "
    "swap nag rip rebut regret quiz plug"
)
"""Verbs that double their last consonant though nothing in their spelling says so, and the commonest that do."""
_VOWELS = frozenset("aeiou")


@cache
def forms(lemma: str) -> frozenset[str]:
    """The lemma and its forms: *claim* gives *claim, claims, claimed, claiming*; a noun's plural is among them.

    *-ise* and *-ize* stand for each other, and a last *l* is doubled and not (*signalled, signaled*).
    """
    irregular = _IRREGULAR.get(lemma)
    if irregular is not None:
        return frozenset(irregular)
    made = _regular(lemma)
    if lemma.endswith(("ise", "yse")):
        made |= _regular(lemma[:-2] + "ze")
    return frozenset(made)


def _regular(lemma: str) -> set[str]:
    last = lemma[-1]
    made = {lemma}
    if last == "e":
        stem = lemma[:-1]
        made |= {lemma + "s", lemma + "d", stem + "ing"}
        if lemma.endswith("ee"):
            made.add(lemma + "ing")
        return made
    if last == "y" and lemma[-2:-1] not in _VOWELS:
        return made | {lemma[:-1] + "ies", lemma[:-1] + "ied", lemma + "ing"}
    plural = "es" if lemma.endswith(("s", "x", "z", "ch", "sh")) else "s"
    made |= {lemma + plural, lemma + "ed", lemma + "ing"}
    doubles = lemma in _DOUBLING or (last == "l" and lemma[-2:-1] in _VOWELS)
    if doubles:
        made |= {lemma + last + "ed", lemma + last + "ing"}
    return made


_NOT_ADVERBS = word_set("family early only rally reply ally apply supply july italy daily weekly monthly assembly")


def is_adverb(word: str) -> bool:
    """Whether a word in small letters ends as adverbs do and is none of the common words that do too."""
    return len(word) > 4 and word.endswith("ly") and word not in _NOT_ADVERBS

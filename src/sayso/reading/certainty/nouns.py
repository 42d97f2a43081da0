"""Nouns, adjectives and adverbs that report or weaken, by what they tell of certainty and tone. Lemmas, as in `verbs`."""

from __future__ import annotations

from sayso.records import Certainty, Tone

NOUNS: tuple[tuple[Certainty, Tone, str], ...] = (
    (
        Certainty.STATED,
        Tone.NEUTRAL,
        "statement remark comment word announcement declaration proclamation message answer reply response argument "
        "criticism critique complaint complainant call demand request plea appeal petition order decree ruling verdict "
        "decision judgment judgement finding warning advice recommendation proposal endorsement support opposition "
        "praise attack condemnation denunciation rebuke reprimand explanation description account testimony "
        "confirmation revelation disclosure news report tweet letter email speech interview quote quip joke mantra "
        "slogan chant headline objection protest concession thanks tribute apology reminder request invitation offer "
        "wish desire preference agreement consensus understanding knowledge awareness recognition realisation "
        "reference mention boast lament regret observation",
    ),
    (Certainty.STATED, Tone.CONCEDING, "admission acknowledgement acknowledgment confession concession"),
    (Certainty.STATED, Tone.INSISTING, "insistence assertion contention assurance reassurance reiteration emphasis"),
    (Certainty.STATED, Tone.VOUCHING, "revelation disclosure finding discovery proof confirmation evidence"),
    (
        Certainty.ALLEGED,
        Tone.DOUBTING,
        "allegation claim rumour rumor hearsay gossip innuendo insinuation smear "
        "pretence pretense slur myth counterclaim",
    ),
    (Certainty.ALLEGED, Tone.NEUTRAL, "accusation charge indictment lawsuit recrimination"),
    (
        Certainty.BELIEVED,
        Tone.NEUTRAL,
        "belief view opinion assumption suspicion conviction fear worry concern thought feeling impression perception "
        "anxiety apprehension presumption guess hunch conjecture theory hypothesis notion misconception supposition "
        "estimate mindset sentiment faith dread paranoia trepidation unease alarm presupposition estimation",
    ),
    (Certainty.SUGGESTED, Tone.NEUTRAL, "suggestion hint implication indication speculation signal inkling allusion"),
    (
        Certainty.EXPECTED,
        Tone.NEUTRAL,
        "expectation prediction forecast projection plan intention intent hope vow promise pledge threat prospect goal "
        "aim ambition aspiration commitment prophecy undertaking optimism pessimism anticipation",
    ),
    (Certainty.UNLIKELY, Tone.NEUTRAL, "doubt scepticism skepticism disbelief incredulity"),
    (Certainty.QUESTIONED, Tone.NEUTRAL, "question query uncertainty inquiry enquiry"),
    (
        Certainty.DENIED,
        Tone.NEUTRAL,
        "denial rejection rebuttal dismissal refutation repudiation disagreement disavowal",
    ),
    (Certainty.REFUSED, Tone.NEUTRAL, "refusal unwillingness"),
    (Certainty.RETRACTED, Tone.NEUTRAL, "retraction correction u-turn about-face climbdown recantation withdrawal"),
)

ADJECTIVES: tuple[tuple[Certainty, Tone, str], ...] = (
    (
        Certainty.STATED,
        Tone.NEUTRAL,
        "aware unaware sorry glad happy proud ashamed willing eager ready keen reluctant clear critical supportive "
        "angry furious upset grateful thankful pleased surprised shocked saddened disappointed outraged",
    ),
    (Certainty.STATED, Tone.INSISTING, "adamant emphatic unequivocal unapologetic defiant"),
    (
        Certainty.BELIEVED,
        Tone.NEUTRAL,
        "confident convinced sure certain afraid fearful worried concerned anxious suspicious wary nervous scared "
        "frightened alarmed persuaded",
    ),
    (Certainty.EXPECTED, Tone.NEUTRAL, "hopeful optimistic pessimistic determined"),
    (Certainty.UNLIKELY, Tone.NEUTRAL, "doubtful dubious sceptical skeptical unconvinced incredulous"),
    (Certainty.QUESTIONED, Tone.NEUTRAL, "unclear unsure uncertain unknown undecided"),
    (Certainty.REFUSED, Tone.NEUTRAL, "unwilling tight-lipped"),
)
"""As cues of a source (*she is confident that*)."""

HEDGING_ADVERBS: tuple[tuple[Certainty, str], ...] = (
    (
        Certainty.HEDGED,
        "apparently seemingly evidently presumably perhaps maybe possibly probably conceivably arguably ostensibly "
        "potentially plausibly outwardly",
    ),
    (Certainty.ALLEGED, "allegedly reportedly supposedly purportedly reputedly rumouredly putatively professedly"),
    (Certainty.UNLIKELY, "doubtfully improbably"),
)
"""Adverbs that weaken the clause they stand in."""

HEDGING_ADJECTIVES: tuple[tuple[Certainty, str], ...] = (
    (Certainty.ALLEGED, "alleged supposed purported reputed rumoured rumored unconfirmed unverified unsubstantiated"),
    (Certainty.BELIEVED, "suspected presumed"),
    (Certainty.HEDGED, "apparent seeming ostensible probable"),
)
"""Adjectives before a noun that weaken what it names (*the alleged thief*)."""

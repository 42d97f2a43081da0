"""Sentences of our own, marked as `docs/annotation.md` says, with the kinds of their attributions and why each is here."""

from __future__ import annotations

# ruff: noqa: E501
LAYOUTS: list[tuple[str, str, str]] = [
    # marked text, kinds in order of content, reason
    ('[C1 "The dam is safe,"] [S1 the minister] [Q1 said].', "direct", "content, source, cue"),
    ("[C1 “The dam is safe,”] [Q1 said] [S1 Ada Moss, who runs the valley’s water board].", "direct", "inverted, with a clause"),
    ("[S1 Moss] [Q1 said:] [C1 “The dam is safe.”]", "direct", "a colon before the quotation"),
    ("[C1 “The dam,”] [S1 Moss] [Q1 said], [C1 “is safe.”]", "direct", "interrupted within a sentence"),
    ("[C1 “The dam is safe,”] [S1 Moss] [Q1 said]. [C1 “It has been safe for years.”]", "direct", "resumed after the cue"),
    ("[S1 Moss] [Q1 said] [C1 that the dam was safe].", "indirect", "indirect with that"),
    ("[S1 Moss] [Q1 said] [C1 the dam was safe and that nobody would have to leave the valley].", "indirect", "two clauses"),
    ("[C1 The dam was safe], [S1 Moss] [Q1 said].", "indirect", "indirect before its cue"),
    ("[C1 The dam], [S1 engineers] [Q1 warned], [C1 could fail within a week].", "indirect", "indirect around its cue"),
    ("[S1 Moss] [Q1 said] [C1 the dam was “as safe as a church”].", "mixed", "part of it in marks"),
    ("[Q1 According to] [S1 the water board], [C1 the dam has been inspected twice this year].", "indirect", "a lead-in"),
    ("[C1 The dam has been inspected twice this year], [Q1 according to] [S1 the water board].", "indirect", "a tail"),
    ("[S1 Moss] [Q1 denied] [C1 that the dam was leaking].", "indirect", "a denial"),
    ("[S1 Moss] [Q1 declined] [C1 to comment].", "indirect", "a refusal"),
    ("[S1 The board] [Q1 plans] [C1 to drain the reservoir in May].", "indirect", "an intention"),
    ("[S1 Many villagers] [Q1 believe] [C1 the dam will not last the winter].", "indirect", "a belief"),
    ("[S1 The study] [Q1 found] [C1 that 40 per cent of the wells were dry].", "indirect", "a study as source"),
    ("[S1 Moss] [Q1 told] the Courier [C1 she would resign].", "indirect", "the person told stays outside"),
    ("[S1,2 Moss] [Q1 said] [C1 the dam was safe], [Q2 adding] [C2 that inspectors had left on Friday].", "indirect indirect", "one source, two cues"),
    ("[C1 ‘The dam is safe,’] [S1 Moss] [Q1 said]. [C1 ‘Nobody’s leaving.’]", "direct", "single marks, an apostrophe within"),
    ("[C1 'The dam is safe,'] [S1 Moss] [Q1 said].", "direct", "straight single marks"),
    ("[C1 «The dam is safe,»] [S1 Moss] [Q1 said].", "direct", "guillemets"),
    ("[C1 „The dam is safe,“] [S1 Moss] [Q1 said].", "direct", "low-high marks"),
    ("[C1 “The dam is safe,”] [S1 she] [Q1 insisted].", "direct", "a pronoun as source"),
    ("[S1 Water board chief][Q1 :] [C1 Dam is safe]", "indirect", "a headline with a colon"),
    ("[S1 Q][Q1 :] [C1 Is the dam safe?]\n\n[S2 A][Q2 :] [C2 It has stood for ninety years, and we check it weekly].", "indirect indirect", "an interview by letters"),
    ("[C1 “We check it every week and we have never found a crack.”]\n[Q1 –][S1 Ada Moss, engineer]", "direct", "a name under a quotation"),
    ("[S1 Prosecutors] [Q1 accused] [C1 him of selling the board’s pumps].", "indirect", "an accusation"),
    ("He is [Q1 allegedly] [C1 the owner of three of the board’s pumps].", "indirect", "alleged by nobody named"),
    ("[C1 Two men] [Q1 are believed] [C1 to have drowned near the spillway].", "indirect", "believed by nobody named"),
    ("[S1 The mayor] [Q1 wrote on Twitter] [C1 that the road was open].", "indirect", "a post"),
    ("[S1 The court] [Q1 ruled] [C1 that the board had broken the law].", "indirect", "a ruling"),
    ("[S1 Some critics] [Q1 suggest] [C1 [S2 the board] [Q2 knew of] [C2 the crack in March]].", "indirect indirect", "unnamed critics"),
    ("[S1 Moss] [Q1 asked] [C1 whether anybody had read the report].", "indirect", "a question"),
    (
        "[C1 “We checked it in May,”] [S1 Moss] [Q1 said]. [C1 “It was sound.]\n\n"
        "[C1 “We checked it again in June and found nothing.”]",
        "direct",
        "over two paragraphs",
    ),
    (
        "[C1 “The dam is safe,”] [S1 Moss] [Q1 said].\n\n[C2 “We check it every week and have never found a crack.”]",
        "direct direct",
        "a paragraph that is all quotation",
    ),
    ("[S1 Osei] [Q1 claims] [C1 [S2 Moss] [Q2 told] him [C2 the dam was unsafe]].", "indirect indirect", "X claims Y claims"),
    (
        "[C1 “It was, as [S2 the coroner] [Q2 put it], [C2 ‘an accident in waiting’],”] [S1 Moss] [Q1 said].",
        "direct direct",
        "a quotation within a quotation",
    ),
    ("[S1 Nobody in the valley] [Q1 knows] [C1 who opened the gate].", "indirect", "a question as content"),
    ("[S1 Figures published on Monday] [Q1 show] [C1 that rainfall was twice the average].", "indirect", "statistics"),
    ("According to the Courier, [S1 Moss] [Q1 says] [C1 she will sue the board].", "indirect", "passed on by a paper"),
    ("[S1 Moss] [Q1 mused] [C1 that the valley would outlive the dam].", "indirect", "a verb of manner"),
    ("[C1 “Ask anybody,”] [S1 he] [Q1 shrugged].", "direct", "a gesture for a verb of saying"),
    ("[S1 The letter] [Q1 says] [C1 the gate was left open “for want of a key”].", "mixed", "a document as source"),
    ("[S1 Officials] [Q1 fear] [C1 that more of the wall will fall].", "indirect", "a fear"),
    ("[S1 His] [Q1 fear is] [C1 that the wall will give way].", "indirect", "a noun as cue, a possessor as source"),
    ("[C1 Ferry crew never saw the rocks], [S1 reports] [Q1 say]\n\nFerry pilot Ada Moss has hit back at claims by her former deputy, the engineer Leo Brandt, that she left the wheel.", "indirect", "a headline keeps nothing of the paragraph below"),
    ("[C1 “The dam held for ninety years.]\n\n[C1 “It will hold for ninety more,”] [S1 Moss] [Q1 said].", "direct", "the cue stands at the end of the second paragraph"),
]  # fmt: skip

NOTHING: list[tuple[str, str]] = [
    ("The bus left the depot at six and stopped twice before the bridge.", "acts"),
    ("The “new” bridge opened in 1961 and has been closed since March.", "a scare quote"),
    ("She played a nurse in “The Quiet Harbour” and in two films after it.", "a title"),
    ("Ray ‘the Heron’ Dolan won the race in four minutes and nine seconds.", "a nickname"),
    ("He was happy and tired, and he slept for most of the journey.", "states"),
    ("The flood undermined the embankment and threatened forty houses.", "evaluative verbs"),
]

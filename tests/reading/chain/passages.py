"""Passages of our own: what one paragraph says of another's words. Written as in `cases.py`."""

from __future__ import annotations

# ruff: noqa: E501
PASSAGES: list[tuple[str, dict[int, str], str]] = [
    (
        "[S1 A warden] [Q1 told] Anytown Circuit Court on Monday [C1 that the dam leaked].\n[C2 “I heard it,”] [S2 the witness] "
        "[Q2 replied].\n[C3 “Sit down,”] [S3 Judge Oyelaran] [Q3 said].\n[C4 “It was a farce,”] [S4 the widow] [Q4 said] in the "
        "corridor.\n[S5 Her neighbour] [Q5 said] [C5 she was glad].\n[S6 A witness] [Q6 told] the jury [C6 it rained].",
        {
            1: "testified A warden @ Anytown Circuit Court",
            2: "said the witness @ Anytown Circuit Court*",
            3: "said Judge Oyelaran @ Anytown Circuit Court*",
            4: "said the widow",
            5: "said Her neighbour",
        },
        "a court that somebody told it, until the article leaves it",
    ),
    (
        "A parrot cannot be heard, a judge ruled on Monday.\n[C1 “It cannot be sworn,”] [S1 Judge Ada Moss] [Q1 said]. "
        "[C2 “And it swears.”]\n[C3 “A pity,”] [S3 Ben Oyelaran, a lawyer], [Q3 said].\n[S4 Counsel for the board] [Q4 submitted] "
        "[C4 that it was old].\n[S5 The court] [Q5 directed] [C5 that it be sold].",
        {
            1: "said Judge Ada Moss @ court*",
            3: "said Ben Oyelaran",
            4: "said Counsel for the board @ court*",
            5: "said The court @ court*",
        },
        "a judge in session; who else speaks is not in court",
    ),
    (
        "A book won a prize.\n[C1 “I liked it,”] [S1 Judge Ada Moss] [Q1 said].",
        {1: "said Judge Ada Moss"},
        "a judge of no court's day",
    ),
    (
        "The court ruled on Monday.\n[C1 “I dined,”] [S1 former Judge Ada Moss] [Q1 said].\n[C2 “So did I,”] [S2 Supreme Court Justice "
        "Ben Oyelaran] [Q2 said].",
        {1: "said former Judge Ada Moss", 2: "said Supreme Court Justice Ben Oyelaran"},
        "judges who speak at dinners",
    ),
    (
        "Q: Does it leak?\nA: [C1 It leaks, and] [S1 we] [Q1 say] [C1 so].\nQ: Who said so?\nA: [S2 The warden] [Q2 told] me "
        "[C2 it was old].\nThe next day [S3 Moss] [Q3 said] [C3 it was safe].",
        {1: "said we @ questions and answers*", 2: "told The warden @ questions and answers*", 3: "said Moss"},
        "what stands in answers",
    ),
    (
        "[S1 Oyelaran] [Q1 told] parliament [C1 that it leaked]. [S2 The minister] [Q2 replied] [C2 that it was old].\n"
        "[S3 The minister] [Q3 replied] [C3 to nobody].",
        {2: "said The minister @ parliament*", 3: "said The minister"},
        "a reply in the house, right after what it answers",
    ),
    (
        "[S1 Moss] [Q1 said] [C1 it leaked]. [C2 “It does,”] [S2 Moss] [Q2 told] reporters.",
        {1: "said Moss @ reporters*"},
        "what is summed up before the press is named",
    ),
    (
        "[S1 Moss] [Q1 has said] [C1 it leaked]. [C2 “It does,”] [S2 Moss] [Q2 told] reporters.",
        {1: "said Moss"},
        "what is of another time is not summed up",
    ),
    (
        "[S1 Moss] [Q1 has warned] [C1 that it leaks].\n[C2 “It does,”] [S2 Moss] [Q2 said] in an interview with CNN.",
        {1: "said Moss > broadcast CNN* @ an interview with CNN*"},
        "news begins in a perfect",
    ),
    (
        "[S1 Moss] [Q1 testified] [C1 that it leaks]. [S2 She] [Q2 has told] CNN [C2 it was safe].",
        {1: "testified Moss"},
        "what somebody has told is of another time",
    ),
    (
        "[S1 Moss] [Q1 told] CNN [C1 that it leaks].\n[S2 Moss] [Q2 said] later [C2 it was a joke].",
        {2: "said Moss"},
        "said later",
    ),
    (
        "[S1 Two officials] [Q1 told] CNN [C1 that it leaks].\n[C2 “It has,”] [S2 one] [Q2 said]. [C3 “For years,”] [Q3 said] [S3 the other].",
        {2: "said one > broadcast CNN*", 3: "said the other > broadcast CNN*"},
        "the one and the other",
    ),
    (
        "In her diaries, extracted in the Fenland Mercury, [S1 Moss] [Q1 mocks] [C1 the minister].\nOf the dam [S2 Moss] [Q2 writes]: "
        "[C2 “It leaks.”]",
        {
            1: "said Moss > reported Fenland Mercury @ her diaries",
            2: "wrote Moss > reported Fenland Mercury* @ her diaries*",
        },
        "a book that a paper prints",
    ),
    (
        "A dog walker found the body, an inquest heard on Monday.\n[S1 Ada Moss], 61, [Q1 said] [C1 that she saw a boot].\n"
        "[S2 The court] [Q2 heard] [C2 that it was old].\nOutside court, [S3 the widow] [Q3 said] [C3 she was glad].\n"
        "[S4 A spokesman for the council] [Q4 said] [C4 it would learn].\n[S5 Moss] [Q5 says] [C5 she walks there no more].",
        {
            1: "said Ada Moss @ an inquest*",
            2: "said The court @ an inquest*",
            3: "said the widow",
            4: "said A spokesman for the council",
            5: "said Moss",
        },
        "an article heard in court, but for what was said outside, by a spokesman, or in the present",
    ),
    (
        "A man ate a hat, Moss wrote.\n[S1 Ada Moss] [Q1 said] [C1 that she saw a hat].",
        {1: "said Ada Moss"},
        "no court has heard this article",
    ),
    (
        "[S1 Three officials] [Q1 told] CNN [C1 that the dam leaks].\n[C2 “It has for years,”] [S2 one of them] [Q2 said].\n"
        "[S3 Another] [Q3 said] [C3 nobody cared].\n[S4 One neighbour] [Q4 said] [C4 it was loud].",
        {
            2: "said one of them > broadcast CNN*",
            3: "said Another > broadcast CNN*",
            4: "said One neighbour",
        },
        "one of several who told an outlet",
    ),
    (
        "[C1 “It leaks,”] [S1 Moss] [Q1 said] in an interview with CNN.\n[C2 “It has for years,”] [S2 she] [Q2 told] CNN.",
        {2: "told Moss > broadcast CNN @ an interview with CNN*"},
        "the same outlet again is the same interview",
    ),
    (
        "[S1 Moss] [Q1 told] CNN [C1 that it leaks]. [C2 “It does,”] [S2 Moss] [Q2 was quoted as saying].",
        {2: "said Moss > broadcast CNN*"},
        "quoted again by the outlet that was told",
    ),
    (
        "[S1 Moss] [Q1 says] [C1 it leaks].\nIn an interview with CNN last month, [S2 Moss] [Q2 said] [C2 it was safe].",
        {1: "said Moss", 2: "said Moss > broadcast CNN @ an interview with CNN"},
        "an interview of last month is not what the lead tells",
    ),
    (
        "[S1 Documents seen by the Anytown Gazette] [Q1 say] [C1 that it leaks].\n[S2 A memo] [Q2 warned] [C2 of it in May].",
        {2: "reported A memo > reported Anytown Gazette*"},
        "papers that an article calls now so, now so",
    ),
    (
        "The Anytown Gazette has a grim account:\n[S1 Engineers] [Q1 say] [C1 that it leaks].\n[S2 The mayor] [Q2 said] [C2 it was safe].",
        {1: "said Engineers > reported Anytown Gazette", 2: "said The mayor"},
        "a paragraph shown from an outlet that the one before ends with",
    ),
    (
        "The Anytown Gazette asked the mayor:\n[S1 Engineers] [Q1 say] [C1 that it leaks].",
        {1: "said Engineers"},
        "an outlet that asks shows nothing",
    ),
    (
        "[S1 Officials] [Q1 believe] [C1 it leaks], according to Anytown Gazette columnist Ada Moss.\n"
        "[S2 Moss] [Q2 said] [C2 it would fail].",
        {
            1: "said Officials > reported Ada Moss > published Anytown Gazette",
            2: "said Moss > published Anytown Gazette*",
        },
        "what a columnist says is in the paper too",
    ),
    (
        "The broadcaster Northline showed it. [S1 Moss] [Q1 told] Northline [C1 that it leaks].",
        {1: "told Moss > broadcast Northline"},
        "an outlet that the text has introduced",
    ),
    (
        "[S1 Moss] [Q1 told] the Fenland Mercury [C1 that it leaks]. [S2 Oyelaran] [Q2 told] the Mercury [C2 it was safe].",
        {2: "told Oyelaran > published Fenland Mercury"},
        "the last word of a name given in full",
    ),
    (
        "[S1 Ada Moss] [Q1 has warned] [C1 that the dam leaks].\nMoss was speaking at a conference of engineers in Hillside.\n"
        "[C2 “It is bad,”] [S2 Moss] [Q2 said].\n[S3 Moss] [Q3 has long said] [C3 so].",
        {1: "said Ada Moss @ a conference*", 2: "said Moss @ a conference*", 3: "said Moss"},
        "a sentence that says where the others' words were said",
    ),
    (
        "[S1 Ada Moss] [Q1 has warned] [C1 that the dam leaks].\n[S2 Moss] [Q2 disclosed] [C2 this] in an interview with CNN.",
        {1: "said Ada Moss > broadcast CNN* @ an interview with CNN*"},
        "what somebody disclosed there is what stands before",
    ),
    (
        "[S1 Ada Moss] [Q1 has warned] [C1 that the dam leaks].\nOyelaran was speaking at a conference of engineers in Hillside.",
        {1: "said Ada Moss"},
        "another speaker's sentence",
    ),
    (
        "On Friday [S1 Moss] [Q1 warned] [C1 that the dam leaks].\nMoss made the remarks in a letter to the mayor.",
        {1: "said Moss"},
        "what has a day of its own is not what another sentence places",
    ),
    (
        "[S1 Moss] [Q1 told] CNN [C1 that it leaks].\n[S2 Moss] [Q2 posted] [C2 that it was safe].",
        {2: "posted Moss"},
        "what is posted is in no interview",
    ),
]

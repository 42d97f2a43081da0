"""Passages of our own: what one paragraph says of another's words. Written as in `cases.py`."""

from __future__ import annotations

# ruff: noqa: E501
PASSAGES: list[tuple[str, dict[int, str], str]] = [
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

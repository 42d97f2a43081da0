"""Marked texts whose attributions do not say where they were said: what the fit takes them to come from, or that it abstains."""

from __future__ import annotations

CHOSEN = [
    (
        "In a February edition of The Lantern Hour, [S1 Moss] [Q1 argued] [C1 that the dam leaks].",
        {1: "said Moss > broadcast The Lantern Hour* @ a February edition of The Lantern Hour*"},
        "a programme that nothing but its place shows",
    ),
    (
        "[S1 Moss] [Q1 wrote] in an op-ed for Harbour Syndicate [C1 that it leaks].",
        {1: "wrote Moss > published Harbour Syndicate @ an op-ed for Harbour Syndicate"},
        "a syndicate that nothing but its place shows",
    ),
    (
        "On my show this week, [S1 Moss] [Q1 said] [C1 it leaks].\n[C2 “It has leaked for years,”] [S2 Moss] [Q2 said].",
        {2: "said Moss > broadcast my show* @ my show*"},
        "the author's own show",
    ),
    (
        "[S1 Moss] [Q1 wrote] on The Harbour Log [C1 that it leaks].",
        {1: "wrote Moss"},
        "a site is known by the names of the tagger alone",
    ),
    (
        "[S1 The council] [Q1 issued a statement saying] [C1 that it leaks].",
        {1: "said The council @ a statement"},
        "what is issued is where it was said",
    ),
    (
        "At Monday's press briefing, [S1 Moss] [Q1 said] [C1 it leaks].\n[C2 “We know,”] [S2 she] [Q2 added].",
        {1: "said Moss @ Monday's press briefing", 2: "said Moss @ Monday's press briefing*"},
        "a briefing told by its day",
    ),
    (
        "In her “Farewell” speech, [S1 Moss] [Q1 said] [C1 it leaks].",
        {1: "said Moss @ her “Farewell” speech"},
        "a speech with a name in quotation marks",
    ),
    (
        "[S1 Moss] [Q1 has said] [C1 that it leaks].\nShe sat down with the Anytown Gazette on Friday.",
        {1: "said Moss"},
        "a perfect is of another time than an interview that follows",
    ),
    (
        "[S1 Moss] [Q1 told] CNN [C1 it held].\nOn Friday, [S2 she] [Q2 tweeted] [C2 that it leaks].",
        {2: "posted Moss"},
        "a tweet is no part of an interview",
    ),
    (
        "Her upcoming interview with CNN is awaited. [S1 Moss] [Q1 said] [C1 it leaks].",
        {1: "said Moss"},
        "nothing is from an interview that is still to come",
    ),
    (
        "[S1 Moss] [Q1 had told] CNN [C1 that it held].\nIt rained.\nIt blew.\n[C2 “It leaks,”] [S2 Moss] [Q2 said].",
        {2: "said Moss"},
        "what was told long before is over",
    ),
    (
        "[S1 Half of voters] [Q1 want] [C1 a dam], according to a new Anytown Gazette poll.\n"
        "[S2 Four in ten Coasters] [Q2 say] [C2 it leaks].",
        {2: "said Four in ten Coasters > reported a new Anytown Gazette poll*"},
        "a poll under its full name",
    ),
    (
        "[S1 Moss] [Q1 said] [C1 it held].\n[S2 Oyelaran] [Q2 told] CNN [C2 it leaks].\n[C3 “It held,”] [S3 Moss] [Q3 said].",
        {1: "said Moss", 3: "said Moss"},
        "another speaker's outlet is not one's own",
    ),
    (
        "[S1 Moss] [Q1 said] [C1 that it held].\n[S2 Moss] later [Q2 told] CNN [C2 that it leaks].",
        {1: "said Moss", 2: "told Moss > broadcast CNN"},
        "what is told later is of another occasion than what was said before",
    ),
    (
        "[S1 Moss] [Q1 said] [C1 that it held].\n[S2 Moss] [Q2 also told] CNN [C2 that it leaks].\n"
        "[C3 “It leaks,”] [S3 Moss] [Q3 said].",
        {1: "said Moss", 3: "said Moss > broadcast CNN*"},
        "what follows may still come from it",
    ),
]
"""Marked text, the route by number, the reason."""

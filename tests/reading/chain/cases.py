"""Sentences of our own, marked as `docs/annotation.md` says: the chain of each attribution, and why the sentence is here.

A chain is written *kind actor > kind actor @ venue*, without this article; a star marks what is inferred.
"""

from __future__ import annotations

# ruff: noqa: E501
CASES: list[tuple[str, dict[int, str], str]] = [
    # told an outlet
    (
        "[S1 Ada Moss] [Q1 told] CNN [C1 that the dam was safe].",
        {1: "told Ada Moss > broadcast CNN"},
        "told a broadcaster",
    ),
    (
        "[C1 “The dam is safe,”] [S1 Ada Moss] [Q1 told] the Anytown Gazette.",
        {1: "told Ada Moss > published Anytown Gazette"},
        "a newspaper known by its shape",
    ),
    (
        "[C1 “We rebuild,”] [S1 Moss] [Q1 told] The Coastal on Friday.",
        {1: "told Moss > published The Coastal"},
        "a The in capitals after told",
    ),
    (
        "[S1 Moss] [Q1 told] reporters [C1 that the dam was safe].",
        {1: "told Moss @ reporters"},
        "reporters are those who listened, no hop",
    ),
    ("[S1 Moss] [Q1 told] the council [C1 that the dam was safe].", {1: "told Moss"}, "a council is no outlet"),
    (
        "[C1 “It held,”] [S1 Moss] [Q1 told] a local radio station.",
        {1: "told Moss > broadcast a local radio station"},
        "an outlet without a name",
    ),
    (
        "[C1 “It held,”] [S1 Moss] [Q1 told] state television.",
        {1: "told Moss > broadcast state television"},
        "state television",
    ),
    ("[C1 “It held,”] [S1 Moss] [Q1 told] KXQR-TV on Monday.", {1: "told Moss > broadcast KXQR-TV"}, "call letters"),
    (
        "[C1 “It held,”] [S1 Moss] [Q1 told] CNN affiliate KXQR on Monday.",
        {1: "told Moss > broadcast KXQR"},
        "an affiliate, not its network",
    ),
    (
        "[C1 “It held,”] [S1 Moss] [Q1 told] Ben Oyelaran of the Irish Times.",
        {1: "told Moss > published The Irish Times"},
        "a journalist of an outlet",
    ),
    (
        "[C1 “It held,”] [S1 Moss] [Q1 told] the BBC's Ben Oyelaran.",
        {1: "told Moss > broadcast BBC"},
        "an outlet's journalist",
    ),
    (
        "[C1 “It held,”] [S1 she] [Q1 told] CNN's “New Day” on Tuesday.",
        {1: "told she > broadcast CNN @ CNN's “New Day"},
        "programme and channel are one hop",
    ),
    ("[C1 “It held,”] [S1 Moss] [Q1 told] Time.", {1: "told Moss > published Time"}, "an ordinary word after told"),
    (
        "Time is short, [S1 Moss] [Q1 told] her staff, [C1 and the water is rising].",
        {1: "told Moss"},
        "the same word as itself",
    ),
    (
        "The Washington Post had called twice. [C1 “It held,”] [S1 Moss] [Q1 told] the Post.",
        {1: "told Moss > published The Washington Post"},
        "a short form of the name before",
    ),
    (
        "[C1 “It held,”] [S1 Moss] [Q1 said] in a statement to the Anytown Gazette.",
        {1: "said Moss > published Anytown Gazette @ a statement to the Anytown Gazette"},
        "a statement to an outlet",
    ),
    # interviews
    (
        "In an interview with Sky News, [S1 the minister] [Q1 said] [C1 the ferry would return].",
        {1: "said the minister > broadcast Sky News @ an interview with Sky News"},
        "an interview before the saying",
    ),
    (
        "[S1 The minister], in an interview with the Yorkshire Post, [Q1 said] [C1 the ferry would return].",
        {1: "said The minister > published Yorkshire Post @ an interview with the Yorkshire Post"},
        "between source and cue",
    ),
    (
        "[C1 “It returns,”] [S1 the minister] [Q1 said] in a BBC interview on Sunday.",
        {1: "said the minister > broadcast BBC @ a BBC interview"},
        "the outlet before the noun",
    ),
    (
        "[C1 “It returns,”] [S1 the minister] [Q1 said] in an interview.",
        {1: "said the minister @ an interview"},
        "an interview with nobody named",
    ),
    (
        "[S1 Moss] [Q1 said] [C1 the ferry would return] in an interview with NPR.",
        {1: "said Moss > broadcast NPR @ an interview with NPR"},
        "after an indirect content",
    ),
    (
        "[C1 “It returns,”] [S1 Moss] [Q1 said], speaking to Al Jazeera.",
        {1: "said Moss > broadcast Al Jazeera"},
        "speaking to",
    ),
    (
        "[C1 “It returns,”] [S1 Moss] [Q1 said] on “Meet the Press.”",
        {1: "said Moss > broadcast NBC @ “Meet the Press.”"},
        "a programme gives its channel",
    ),
    (
        "[C1 “It returns,”] [S1 Moss] [Q1 said] Sunday on Fox News.",
        {1: "said Moss > broadcast Fox News @ Fox News"},
        "on a channel",
    ),
    ("[S1 Moss] [Q1 said] [C1 the report on CNN was wrong].", {1: "said Moss"}, "on a channel inside the content"),
    (
        "[S1 Moss] [Q1 complained about] [C1 a CNN story on the dam].",
        {1: "said Moss"},
        "a story of an outlet is no interview",
    ),
    # places
    (
        "[C1 “It held,”] [S1 the company] [Q1 said] in a statement.",
        {1: "said the company @ a statement"},
        "a statement is a venue",
    ),
    ("In a tweet, [S1 Moss] [Q1 said] [C1 it held].", {1: "posted Moss @ a tweet"}, "a tweet is posted"),
    (
        "[C1 “It held,”] [S1 Moss] [Q1 wrote] on Facebook.",
        {1: "posted Moss @ Facebook"},
        "a network is a venue and no hop",
    ),
    ("[C1 “It held,”] [S1 Moss] [Q1 tweeted].", {1: "posted Moss"}, "the cue tells"),
    ("[S1 Moss] [Q1 said] in court papers [C1 that it held].", {1: "said Moss @ court papers"}, "court papers"),
    ("[S1 Moss] [Q1 testified] [C1 that it held].", {1: "testified Moss"}, "under oath"),
    (
        "[S1 Moss] [Q1 told] the Senate committee [C1 that it held].",
        {1: "testified Moss @ the Senate committee"},
        "to a committee",
    ),
    (
        "[S1 The prosecutor] [Q1 told] the jury [C1 that it held].",
        {1: "told The prosecutor @ the jury"},
        "counsel do not testify",
    ),
    (
        "[S1 Moss] [Q1 told] the Republican National Committee [C1 that it held].",
        {1: "told Moss"},
        "a party's committee hears no evidence",
    ),
    (
        "At a news conference in Hillside, [S1 Moss] [Q1 said] [C1 it held].",
        {1: "said Moss @ a news conference in Hillside"},
        "a news conference",
    ),
    (
        "[S1 Moss] [Q1 said] [C1 it held] after a row that drowned the debate stage.",
        {1: "said Moss"},
        "a noun that goes on is no venue",
    ),
    ("[S1 Moss] [Q1 wrote] in a letter to the mayor [C1 that it held].", {1: "wrote Moss @ a letter"}, "a letter"),
    (
        "[S1 Moss] [Q1 wrote] in the Guardian [C1 that it held].",
        {1: "wrote Moss > published the Guardian"},
        "wrote in a newspaper",
    ),
    (
        "In an op-ed for USA Today, [S1 Moss] [Q1 argued] [C1 that it held].",
        {1: "said Moss > published USA Today @ an op-ed for USA Today"},
        "an article of the speaker's own",
    ),
    ("[C1 “It held,”] [S1 Moss] [Q1 said] by email.", {1: "said Moss @ email"}, "by email"),
    (
        "[C1 “It held,”] [S1 Moss] [Q1 said] during a conference call with investors.",
        {1: "said Moss @ a conference call"},
        "a call",
    ),
    (
        "[S1 Moss] [Q1 promised] in her State of the Union address [C1 that it held].",
        {1: "said Moss @ her State of the Union address"},
        "a speech whose name is a programme's too",
    ),
    # passed on
    (
        "[S1 The Anytown Gazette] [Q1 reported] [C1 that the dam had failed].",
        {1: "reported Anytown Gazette"},
        "an outlet is the first mouth",
    ),
    (
        "[C1 The dam had failed], [S1 Reuters] [Q1 reported], citing two officials.",
        {1: "said two officials > reported Reuters"},
        "whom an outlet cites is the first mouth",
    ),
    (
        "[S1 Ofwat] [Q1 denied] [C1 the claim], citing a lack of evidence.",
        {1: "said Ofwat"},
        "a thing that is cited is no mouth",
    ),
    (
        "[C1 “It failed,”] [S1 Moss] [Q1 said], the Anytown Gazette reported.",
        {1: "said Moss > reported Anytown Gazette"},
        "an outlet after it all",
    ),
    (
        "[C1 “It failed,”] [S1 Moss] [Q1 said], according to the Anytown Gazette.",
        {1: "said Moss > reported Anytown Gazette"},
        "according to, after it all",
    ),
    (
        "[S1 Moss] [Q1 said] [C1 it failed], a claim first reported by Politico.",
        {1: "said Moss > reported Politico"},
        "first reported by",
    ),
    (
        "[S1 Moss] [Q1 said] in an email obtained by the Anytown Gazette [C1 that it failed].",
        {1: "said Moss > reported Anytown Gazette @ an email"},
        "obtained by",
    ),
    (
        "[S1 Moss] [Q1 was quoted as saying] by Der Spiegel [C1 that it failed].",
        {1: "said Moss > reported Der Spiegel"},
        "quoted by",
    ),
    (
        "[S1 Moss] [Q1 is quoted as saying] [C1 that it failed].",
        {1: "said Moss > reported ?"},
        "quoted in a place that is not named",
    ),
    ("[C1 “It failed,”] [S1 Moss] [Q1 said] (h/t Mediaite).", {1: "said Moss > reported Mediaite"}, "a hat tip"),
    (
        "[C1 “It failed,”] [S1 Moss] [Q1 said] through an interpreter.",
        {1: "said Moss > translated ?"},
        "an interpreter",
    ),
    (
        "[C1 “It failed,”] [S1 Moss] [Q1 said], in remarks translated by Memri.",
        {1: "said Moss > translated Memri @ remarks"},
        "a translator with a name",
    ),
    # nested
    (
        "[S1 CNN] [Q1 reported] [C1 that [S2 Moss] [Q2 said] [C2 the dam had failed]].",
        {1: "reported CNN", 2: "said Moss > reported CNN"},
        "what an outlet reports that somebody said",
    ),
    (
        "[S1 Moss] [Q1 said] [C1 [S2 the mayor] [Q2 had told] her [C2 that it failed]].",
        {2: "told the mayor > said Moss"},
        "two people",
    ),
    (
        "[S1 Moss] [Q1 told] CNN [C1 [S2 she] [Q2 feared] [C2 it would fail]].",
        {2: "told Moss > broadcast CNN"},
        "the speaker's own thought has the speaker's way",
    ),
    (
        "[C1 “It was - as [S2 the mayor] [Q2 is quoted] – [C2 ‘essential’ to it],”] [S1 Moss] [Q1 told] CNN.",
        {2: "said the mayor > reported ? > told Moss > broadcast CNN"},
        "inner hops before those of the holder",
    ),
    # one sentence, two ways
    (
        "[S1 Moss] [Q1 told] CNN [C1 it held], and [S2 Oyelaran] [Q2 told] the BBC [C2 it failed].",
        {1: "told Moss > broadcast CNN", 2: "told Oyelaran > broadcast BBC"},
        "each its own outlet",
    ),
    (
        "[S1,2 Moss] [Q1 told] CNN [C1 it held], [Q2 adding] [C2 that it would hold].",
        {1: "told Moss > broadcast CNN", 2: "told Moss > broadcast CNN"},
        "one source, one outlet",
    ),
    # carried over
    (
        "[S1 Moss] [Q1 told] CNN [C1 it held].\n[C2 “We were lucky,”] [S2 she] [Q2 said].",
        {2: "said Moss > broadcast CNN*"},
        "the next paragraph's quotation",
    ),
    (
        "[S1 Moss] [Q1 said] in a statement [C1 that it held].\n[C2 “We were lucky,”] [S2 she] [Q2 added].",
        {2: "said Moss @ a statement*"},
        "a venue carries over",
    ),
    (
        "[S1 Moss] [Q1 told] CNN [C1 it held].\nOn Friday, [S2 she] [Q2 said] [C2 it had failed].",
        {2: "said Moss"},
        "another day is another place",
    ),
    (
        "[S1 Moss] [Q1 told] CNN [C1 it held].\n[C2 “We failed,”] [S2 Oyelaran] [Q2 said].",
        {2: "said Oyelaran"},
        "another speaker does not inherit",
    ),
    (
        "[S1 Moss] [Q1 told] CNN [C1 it held].\n[C2 “We failed,”] [S2 Oyelaran] [Q2 told] the BBC.\n[C3 “Both,”] [S3 Moss] [Q3 said].",
        {3: "said Moss > broadcast CNN*"},
        "another speaker's outlet takes nothing away from the one that Moss told alone",
    ),
    (
        "[S1 Moss] [Q1 told] CNN [C1 it held].\n[S2 She] [Q2 has said] [C2 that it leaks].",
        {2: "said Moss"},
        "the perfect looks back past the interview",
    ),
    (
        "[S1 Moss] [Q1 warned] [C1 that the dam leaks].\n[C2 “It leaks,”] [S2 Moss] [Q2 told] CNN.",
        {1: "said Moss > broadcast CNN*", 2: "told Moss > broadcast CNN"},
        "a lead tells in short what the next paragraph quotes",
    ),
    (
        "Ada Moss has used an interview with the BBC's Ben Oyelaran to defend herself.\nMoss sat down with Oyelaran on Friday.\n[C1 “I was right,”] [S1 Moss] [Q1 said] in the interview, which goes out on “Newsnight”.",
        {1: "said Moss > broadcast BBC @ BBC / Newsnight interview with Ben Oyelaran"},
        "an interview that the article told of",
    ),
    (
        "Behold the numbers, via the Anytown Gazette:\n[C1 The dam leaks], [S1 Moss] [Q1 said].",
        {1: "said Moss > reported Anytown Gazette"},
        "a paragraph that is an outlet's words",
    ),
    # nobody
    ("The dam [Q1 allegedly] [C1 failed].", {1: "said ?"}, "nobody is given"),
    ("[S1 Residents] [Q1 were told] [C1 to leave].", {1: "told ?"}, "those who were told did not speak"),
    ("[S1 The report] [Q1 said] [C1 the dam leaks].", {1: "reported The report"}, "a text that is its own source"),
]

RELAYED: list[tuple[str, dict[int, tuple[str, str]], str, str]] = [
    # marked text, relay's cue and source by number, chain of the first, reason
    (
        "According to the Anytown Gazette, [S1 Moss] [Q1 says] [C1 the dam leaks].",
        {1: ("According to", "the Anytown Gazette")},
        "said Moss > reported Anytown Gazette",
        "an outlet that passes it on",
    ),
    (
        "According to a court filing, [S1 Moss] [Q1 said] [C1 the dam leaks].",
        {1: ("According to", "a court filing")},
        "said Moss @ a court filing",
        "a paper of court is a venue",
    ),
    (
        "According to officials, [S1 Moss] [Q1 said] [C1 the dam leaks].",
        {1: ("According to", "officials")},
        "said Moss > reported officials",
        "people who pass it on",
    ),
]

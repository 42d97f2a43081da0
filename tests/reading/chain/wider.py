"""More sentences of our own, one or more for each rule that was made for sorts of articles other than the first ones: polls,
interviewers, what is meant throughout, and what only looks like a hop. Written as in `cases.py`."""

from __future__ import annotations

# ruff: noqa: E501
WIDER: list[tuple[str, dict[int, str], str]] = [
    # where something was said
    (
        "During an appearance on Sky News, [S1 Moss] [Q1 said] [C1 it held].",
        {1: "said Moss > broadcast Sky News @ an appearance on Sky News"},
        "an appearance is a kind of interview",
    ),
    (
        "[S1 Moss] [Q1 said] [C1 it held] in a recent interview for Sky News.",
        {1: "said Moss > broadcast Sky News @ a recent interview for Sky News"},
        "two words before the noun",
    ),
    (
        "[S1 Moss] [Q1 blamed] [C1 the rain] in an interview on Sunday's “Meet the Press.”",
        {1: "said Moss > broadcast NBC @ an interview on Sunday's “Meet the Press.”"},
        "the day of a broadcast before its name",
    ),
    (
        "[S1 Moss] [Q1 told] a local CNN reporter [C1 that it held].",
        {1: "told Moss > broadcast CNN"},
        "what kind of journalist",
    ),
    (
        "[C1 “We rebuild,”] [S1 Moss] [Q1 promised] the Anytown Gazette.",
        {1: "said Moss > published Anytown Gazette"},
        "an outlet that is promised something",
    ),
    (
        "[C1 “It held,”] [S1 Moss] [Q1 said] in the Anytown Gazette.",
        {1: "said Moss > published Anytown Gazette"},
        "said in a paper",
    ),
    (
        "As [S1 Ada Moss] [Q1 reports] for the Anytown Gazette, [C1 the dam leaks].",
        {1: "said Ada Moss > published Anytown Gazette"},
        "a journalist who reports for a paper passes nothing on",
    ),
    (
        "[S1 Moss], in her Anytown Gazette column, [Q1 says] [C1 the dam leaks].",
        {1: "said Moss > published Anytown Gazette @ her Anytown Gazette column"},
        "a column by its paper's name",
    ),
    (
        "[C1 “It leaks,”] [S1 Moss] [Q1 wrote] in a column published in the Anytown Gazette.",
        {1: "wrote Moss > published Anytown Gazette @ a column published in the Anytown Gazette"},
        "published there by the one who wrote it",
    ),
    (
        "[C1 “It leaks,”] [Q1 said] [S1 Senator Ada Moss (R) of Anytown on CBS's “Face the Nation.”]",
        {1: "said Senator Ada Moss > broadcast CBS @ CBS's “Face the Nation.”"},
        "a place behind the name, inside the source",
    ),
    (
        "In an interview with Harbour.com, [S1 Moss] [Q1 said] [C1 it held].",
        {1: "said Moss > published Harbour.com @ an interview with Harbour.com"},
        "a site by its domain",
    ),
    (
        "In an interview with Time, [S1 Moss] [Q1 said] [C1 it held].",
        {1: "said Moss > published Time @ an interview with Time"},
        "an ordinary word that interviewed",
    ),
    (
        "[S1 Moss] [Q1 told] the Anytown News Sentinel [C1 that it held].",
        {1: "told Moss > published Anytown News Sentinel"},
        "a longer name is not cut",
    ),
    (
        "[C1 “It leaks,”] [S1 Moss] [Q1 said] on the Senate floor.",
        {1: "said Moss @ the Senate floor"},
        "the floor of a chamber",
    ),
    (
        "[C1 “It leaks,”] [S1 Moss] [Q1 said] in his weekly radio and online address.",
        {1: "said Moss @ his weekly radio and online address"},
        "two adjectives with and",
    ),
    (
        "[S1 Moss] [Q1 argues] [C1 in her new book that the dam leaks].",
        {1: "said Moss @ her new book"},
        "a place that an indirect content was made to begin with",
    ),
    (
        "He was a guest at Thursday's dinner in which [S1 Moss] [Q1 warned] [C1 that it leaks].",
        {1: "said Moss"},
        "a dinner that somebody else is a guest at",
    ),
    (
        "[C1 “It leaks,”] [Q1 writes] [S1 the Anytown Gazette's Ada Moss].",
        {1: "wrote the Anytown Gazette's Ada Moss > published Anytown Gazette"},
        "a journalist writes in the paper",
    ),
    (
        "[C1 “It leaks,”] [Q1 writes] [S1 Ada Moss at the Irish Times].",
        {1: "wrote Ada Moss at the Irish Times > published The Irish Times"},
        "at a paper",
    ),
    (
        "[C1 “It leaks,”] [Q1 says] [S1 the Anytown Gazette's Ada Moss].",
        {1: "said the Anytown Gazette's Ada Moss > published Anytown Gazette"},
        "what a paper's journalist says is quoted from the paper",
    ),
    (
        "[C1 “Does it leak?”] [Q1 asked] [S1 the Anytown Gazette's Ada Moss].",
        {1: "said the Anytown Gazette's Ada Moss"},
        "a journalist who asks is at work",
    ),
    (
        "[C1 “It leaks,”] [Q1 wrote] [S1 Ada Moss, an engineer], in a note to investors.",
        {1: "wrote Ada Moss @ a note"},
        "a note to somebody",
    ),
    (
        "[S1 Moss] [Q1 told] reporters on a call [C1 that it leaks].",
        {1: "told Moss @ a call"},
        "a call that reporters are on",
    ),
    # interviewers
    (
        "[C1 “It held,”] [S1 Moss] [Q1 said] in an interview with Anytown radio host Ben Oyelaran.",
        {1: "said Moss > broadcast Ben Oyelaran @ an interview with Anytown radio host Ben Oyelaran"},
        "an interviewer whose outlet nobody gives",
    ),
    (
        "[C1 “It held,”] [S1 Moss] [Q1 said] during an interview with Ben Oyelaran.",
        {1: "said Moss > published Ben Oyelaran @ an interview with Ben Oyelaran"},
        "an interviewer without an office",
    ),
    (
        "[C1 “It held,”] [S1 Moss] [Q1 told] Rachel Maddow.",
        {1: "told Moss > broadcast MSNBC"},
        "a host whom a programme is called after",
    ),
    (
        "She was on The Mark Levin Show.\nBut on Levin's show, [S1 Moss] [Q1 said] [C1 it leaks].",
        {1: "said Moss > broadcast The Mark Levin Show @ Levin's show"},
        "a host's show",
    ),
    (
        "[C1 “It held,”] [S1 Moss] [Q1 told] Rachel Maddow on Sky News.",
        {1: "told Moss > broadcast Sky News @ Sky News"},
        "a channel that the text gives beside a host",
    ),
    (
        "[C1 “It held,”] [S1 Moss] [Q1 told] Sky News.\nSpeaking to co-host Ben Oyelaran, [S2 Moss] [Q2 said] [C2 it leaks].",
        {2: "said Moss > broadcast Sky News*"},
        "a host of the channel named before",
    ),
    ("[S1 Moss] [Q1 told] Ben Oyelaran [C1 that it held].", {1: "told Moss"}, "somebody who is told is no interviewer"),
    # polls
    (
        "An Anytown Gazette poll was out on Monday. [S1 43 percent of voters] [Q1 said] [C1 they want a dam].",
        {1: "said 43 percent of voters > reported an Anytown Gazette poll*"},
        "those who were asked, and the poll before",
    ),
    (
        "In a Coastal exit poll, [S1 43 percent of farmers] [Q1 said] [C1 they want a dam].",
        {1: "said 43 percent of farmers > reported a Coastal exit poll"},
        "the poll in the same sentence",
    ),
    (
        "There was a new Coastal survey. [S1 Six in ten] [Q1 want] [C1 a dam].",
        {1: "said Six in ten > reported a new Coastal survey*"},
        "a share without people",
    ),
    (
        "[S1 Voters in the Coastal survey] [Q1 said] [C1 they want a dam].",
        {1: "said Voters in the Coastal survey > reported the Coastal survey"},
        "people, and the poll that they were in",
    ),
    (
        "There was a new Coastal survey. It is large. The poll is the first. [S1 Respondents] [Q1 want] [C1 a dam].",
        {1: "said Respondents > reported a new Coastal survey*"},
        "the poll in full",
    ),
    (
        "There was a Coastal poll. [S1 Most people] [Q1 want] [C1 a dam].",
        {1: "said Most people"},
        "most people may be the author's own thought",
    ),
    (
        "Voters went to the polls. [S1 43 percent of voters] [Q1 said] [C1 they want a dam].",
        {1: "said 43 percent of voters"},
        "the polls that are the vote",
    ),
    (
        "There was a Coastal poll. [S1 43 percent of voters] [Q1 voted for] [C1 the dam].",
        {1: "said 43 percent of voters"},
        "a vote is no answer",
    ),
    # passed on
    (
        "[S1 Reuters] [Q1 quoted] [C1 Ada Moss, an engineer, as saying that the dam leaks].",
        {1: "said Ada Moss > reported Reuters"},
        "whom an agency quotes as saying",
    ),
    (
        "[C1 “It leaks,”] [S1 Moss] [Q1 was quoted as saying] by state news agencies.",
        {1: "said Moss > reported state news agencies"},
        "those by whom somebody is quoted",
    ),
    (
        "[S1 Moss] [Q1 urged] [C1 calm], according to media reports.",
        {1: "said Moss > reported media reports"},
        "reports whose outlets are not named",
    ),
    # meant throughout
    (
        "[S1 Moss] [Q1 told] CNN [C1 it held].\nIt rained.\nIt blew.\nIt hailed.\n[C2 “We worked,”] [S2 Moss] [Q2 said].",
        {2: "said Moss > broadcast CNN*"},
        "the one outlet that a speaker was heard by",
    ),
    (
        "[S1 Moss] [Q1 told] CNN [C1 it held].\n[S2 Moss] [Q2 told] the BBC [C2 it leaks].\nIt rained.\nIt blew.\nIt hailed.\n[C3 “We worked,”] [S3 Moss] [Q3 said].",
        {3: "said Moss"},
        "two outlets: which is meant is open",
    ),
    (
        "[S1 Moss] [Q1 told] CNN [C1 it held].\nIt rained.\nIt blew.\nIt hailed.\n[S2 Moss] [Q2 ignores] [C2 the leaks].",
        {2: "said Moss"},
        "what somebody does over time is no utterance",
    ),
    (
        "In 2010, [S1 Moss] [Q1 told] CNN [C1 it held].\nIt rained.\nIt blew.\nIt hailed.\n[C2 “We worked,”] [S2 Moss] [Q2 said].",
        {2: "said Moss"},
        "what was told long ago is not meant",
    ),
    (
        "[S1 Moss] [Q1 had said] in her first book [C1 that it held].\n[S2 She] [Q2 said] [C2 it leaks].",
        {2: "said Moss"},
        "an aside does not go on",
    ),
    (
        "[C1 “It leaks,”] [S1 Moss] [Q1 said] in a letter.\n[C2 “It has leaked for years,”] [S2 Moss] [Q2 wrote].",
        {2: "wrote Moss @ a letter*"},
        "a letter goes on with wrote",
    ),
    (
        "[C1 “It leaks,”] [S1 Moss] [Q1 says] in her book.\n[C2 “Raise your hand,”] [S2 she] [Q2 told] the crowd.\n[C3 “Thanks,”] [S3 she] [Q3 said].",
        {2: "told Moss @ the crowd", 3: "said Moss @ the crowd*"},
        "nobody is told anything in a book",
    ),
    (
        "[C1 “It held,”] [S1 Moss] [Q1 told] CNN.\n[C2 “It leaks,”] [S2 Moss] [Q2 said] in the interview.",
        {2: "said Moss > broadcast CNN* @ the interview"},
        "the interview is the one that the speaker gave",
    ),
    (
        "[S1 Moss] [Q1 said] in a new interview [C1 that it leaks].\n[C2 “It leaks,”] [S2 Moss] [Q2 told] CNN.",
        {1: "said Moss > broadcast CNN* @ a new interview", 2: "told Moss > broadcast CNN"},
        "an interview whose outlet the next sentence gives",
    ),
    (
        "[S1 Moss] [Q1 called] [C1 the dam old].\nBut in an MSNBC appearance, [S2 Moss] [Q2 praised] [C2 it].",
        {1: "said Moss", 2: "said Moss > broadcast MSNBC @ an MSNBC appearance"},
        "a sentence that begins with but has no lead",
    ),
    (
        "[S1 A document] [Q1 reveals] [C1 that it leaks].\nIt rained. The document was obtained by the Anytown Gazette.",
        {1: "reported A document > reported Anytown Gazette*"},
        "a paper, and who got hold of it further on",
    ),
    (
        "In a letter, [S1 Moss] [Q1 said] [C1 it leaks].\nThe letter was first obtained by the Anytown Gazette.",
        {1: "said Moss > reported Anytown Gazette* @ a letter"},
        "the same for the place where something was said",
    ),
    (
        "[S1 The survey] [Q1 found] [C1 that it leaks].\nIt rained. A survey was obtained by the Anytown Gazette.",
        {1: "reported The survey"},
        "of surveys there are many",
    ),
    # what only looks like a hop
    (
        "[S1 Moss] [Q1 praised] [C1 a show], as did the nightly fest on Fox News in spring.",
        {1: "said Moss > broadcast Fox News @ Fox News"},
        "without parts of speech a channel may hang on any noun: see the test with them",
    ),
    (
        "Speaking to the CNN debate, [S1 Moss] [Q1 said] [C1 it was long].",
        {1: "said Moss"},
        "an outlet in a longer name is told nothing",
    ),
    (
        "It was filmed. [C1 “It held,”] [S1 Moss] [Q1 said], which will be broadcast by Sky News.",
        {1: "said Moss"},
        "what is still to come has passed nothing on",
    ),
    (
        "[S1 Moss] [Q1 sent] a letter to Facebook [C1 to say it leaks].",
        {1: "said Moss"},
        "a company that gets a letter is no post",
    ),
    (
        "[S1 Moss] [Q1 took] to Facebook [C1 to say it leaks].",
        {1: "posted Moss @ to Facebook"},
        "a network that somebody took to",
    ),
    (
        "After the attack on the military post, [S1 Moss] [Q1 said] [C1 it leaks].",
        {1: "said Moss"},
        "a post that is a station",
    ),
    (
        "The leaders came from the meeting, and [S1 Moss] [Q1 said] [C1 it leaks].",
        {1: "said Moss"},
        "from a meeting is not at it",
    ),
    (
        "In the weeks since the debate, [S1 Moss] [Q1 said] [C1 it leaks].",
        {1: "said Moss"},
        "since a debate is not at it",
    ),
    (
        "In an interview with Sky News, Oyelaran spoke of the dam, although [S1 Moss] [Q1 said] [C1 it leaks].",
        {1: "said Moss"},
        "a place before is the main clause's, not the subordinate one's",
    ),
    (
        "The Associated Press had a picture. [C1 “It leaks,”] [S1 Moss] [Q1 told] the newspaper.",
        {1: "told Moss > published the newspaper"},
        "a newspaper is no agency",
    ),
    ("[S1 Moss] [Q1 told] the agency [C1 that it leaks].", {1: "told Moss"}, "an agency may be any office"),
    (
        "[C1 Seven percent], [Q1 according to] [S1 the Anytown Gazette], were late but [S2 a judge] [Q2 stopped] [C2 the dam] then.",
        {1: "reported Anytown Gazette", 2: "said a judge"},
        "an aside in the midst of a sentence",
    ),
    (
        "She cites the minister's interview with Sky News.\n[C1 “It leaks,”] [S1 She] [Q1 said].",
        {1: "said She"},
        "somebody else's interview",
    ),
    (
        "[S1 Moss] [Q1 told] CNN [C1 that it leaks]. [S2 Moss] [Q2 did not respond to] [C2 a request for comment].",
        {1: "told Moss > broadcast CNN", 2: "said Moss"},
        "who does not answer this article says nothing on the channel",
    ),
    (
        "[S1 The official] [Q1 told] CNN [C1 that it leaks]. [S2 The official] [Q2 asked] [C2 not to be named].",
        {1: "told The official > broadcast CNN", 2: "said The official"},
        "nor does who keeps a name from it",
    ),
    (
        "[S1 Moss] [Q1 told] Channel 6 News [C1 that it leaks].",
        {1: "told Moss > broadcast Channel 6 News"},
        "a number in a station's name",
    ),
    (
        "[C1 “[S2 They] [Q2 told] me [C2 to go on],”] [S1 Moss] [Q1 said].",
        {1: "said Moss", 2: "told They > said Moss"},
        "a pronoun in somebody's own words is somebody else",
    ),
]

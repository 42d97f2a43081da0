"""More of newspapers' ways to say where and through whom, one a line as in `constructions.py`; sentences of our own."""

from __future__ import annotations

# ruff: noqa: E501
TABLE = """
# outlets after told that no lexicon knows
[C1 “It leaks,”] [S1 Moss] [Q1 told] VQRM. => broadcast VQRM
[C1 “It leaks,”] [S1 Moss] [Q1 told] QTV News on Monday. => broadcast QTV News
[C1 “It leaks,”] [S1 Moss] [Q1 told] 4QX Mornings yesterday. => broadcast 4QX Mornings
[C1 “It leaks,”] [S1 Moss] [Q1 told] 6ZB. => broadcast 6ZB
[S1 Moss] [Q1 told] QVN's Deep End [C1 that it leaked]. => broadcast QVN
[S1 Moss] [Q1 told] La Voix du Lac [C1 that it leaked]. => published La Voix du Lac
[S1 Moss] [Q1 told] Der Hafenbote last week [C1 that it leaked]. => published Der Hafenbote
[S1 Moss] [Q1 told] El Faro del Puerto [C1 that it leaked]. => published El Faro del Puerto
[S1 Moss] [Q1 told] Il Molo on Friday [C1 that it leaked]. => published Il Molo
[S1 Moss] [Q1 told] the Bookseller [C1 that it leaked]. => published The Bookseller
[S1 Moss] [Q1 told] the Grocer on Monday [C1 that it leaked]. => published The Grocer
[C1 “It leaks,”] [S1 Moss] [Q1 told] Fen breakfast radio. => broadcast Fen
[C1 “It leaks,”] [S1 Moss] [Q1 told] Hillside community radio on Monday. => broadcast Hillside
[S1 Moss] [Q1 told] Upper Kade [C1 it leaked]. “I heard it,” she told the paper. => published Upper Kade
[S1 Moss] [Q1 told] Upper Kade [C1 it leaked]. “I heard it,” she told the station. => broadcast Upper Kade
[S1 Moss] [Q1 told] a local radio channel, Harbour 101, [C1 that it leaked]. => broadcast Harbour 101
[S1 Moss] [Q1 told] a local newspaper, the Fen Lamp, [C1 that it leaked]. => published Fen Lamp
[S1 Moss] [Q1 told] a news website, Upriver, [C1 that it leaked]. => published Upriver
[C1 “It leaks,”] [S1 Moss] [Q1 told] the BBC Hausa Service. => broadcast BBC Hausa Service
[C1 “It leaks,”] [S1 Moss] [Q1 told] BBC Persian. => broadcast BBC Persian
[C1 “It leaks,”] [S1 Moss] [Q1 said] on the “Morning Tide” show on VQRM-FM. => broadcast VQRM-FM @ VQRM-FM
[C1 “It leaks,”] [S1 Moss] [Q1 said] on her morning show on Northline TV. => broadcast Northline TV @ Northline TV
[C1 “It leaks,”] [S1 Moss] [Q1 said] in an interview with VQRM. => @ an interview
[S1 Moss] [Q1 told] the Fenland Mercury [C1 I had lied]. => published Fenland Mercury
[S1 Moss] [Q1 told] the Gazette [C1 I had lied]. => published the Gazette
[S1 Moss] [Q1 told] the Corriere del Molo [C1 that it leaked]. => published Corriere del Molo
[S1 Moss] [Q1 told] eVQN [C1 that it leaked]. => broadcast eVQN
[S1 Moss] [Q1 told] tideSPORT on Monday [C1 that it leaked]. => broadcast tideSPORT
[C1 “It leaks,”] [S1 Moss] [Q1 told] VQRM-TV. => broadcast VQRM-TV
In an interview with the Coastish daily Nova Kade, [S1 Moss] [Q1 said] [C1 that it leaked]. => published Nova Kade @ an interview with the Coastish daily Nova Kade
[S1 Moss, who spoke on Northline TV's First Light], [Q1 said] [C1 that it leaked]. => broadcast Northline TV @ Northline TV's First Light
# counsel and members of a committee
Prosecuting, [S1 Moss] [Q1 said] [C1 that it leaked]. => @ Prosecuting
[S1 Moss], mitigating, [Q1 said] [C1 that it leaked]. => @ mitigating
For the prosecution, [S1 Moss] [Q1 said] [C1 that it leaked]. => @ For the prosecution
[S1 Moss] [Q1 told] MPs on the dams committee [C1 that it leaked]. => @ MPs on the dams committee
Prosecuting polluters, [S1 Moss] [Q1 said] [C1 would help]. =>
[S1 Moss] [Q1 said] [C1 it was a question for the prosecution, and not for her]. =>
[C1 “It leaks,”] [S1 Moss] [Q1 told] the Hillside Courant. => published Hillside Courant
In mitigation, [S1 Moss] [Q1 said] [C1 that it leaked]. => @ mitigation
Jailing him, [S1 Judge Moss] [Q1 said] [C1 that it leaked]. => @ Jailing
Passing the dam, [S1 Moss] [Q1 said] [C1 that it leaked]. =>
# none of them an outlet
[S1 Moss] [Q1 told] NATO [C1 that it leaked]. =>
[S1 Moss] [Q1 told] FIFA on Monday [C1 that it leaked]. =>
[S1 Moss] [Q1 told] MPs [C1 that it leaked]. =>
[S1 Moss] [Q1 told] Mr Oyelaran [C1 that it leaked]. =>
[S1 Moss] [Q1 told] Ada Oyelaran [C1 that it leaked]. =>
[S1 Moss] [Q1 told] Lady Harcourt [C1 it leaked]. “I heard it,” she told the paper. =>
[S1 Moss] [Q1 told] Hillside Council [C1 it leaked]. “I heard it,” she told the paper. =>
[S1 Moss] [Q1 told] Hillside Town [C1 that she was leaving]. =>
[S1 Moss] [Q1 told] the Engineer-General [C1 that it leaked]. =>
[C1 “IT LEAKS,”] [S1 MOSS] [Q1 TOLD] MORE FANS. =>
[S1 Moss] [Q1 told] a local man, Ben Oyelaran, [C1 that it leaked]. =>
# the same outlet once more
The Fenland Mercury printed it. [C1 “It leaks,”] [S1 Moss] [Q1 told] the same newspaper. => published Fenland Mercury
The Fenland Mercury printed it. [S1 Moss], quoted by the same paper, [Q1 said] [C1 it leaked]. => reported Fenland Mercury
Agence France-Presse reported it. [C1 “It leaks,”] [S1 Moss] [Q1 told] the French agency. => published Agence France-Presse
[C1 “It leaks,”] [S1 Moss] [Q1 told] the same newspaper. =>
# passed on
The Fenland Mercury had quoted [S1 Moss] [Q1 as saying] [C1 that it leaked]. => reported Fenland Mercury
The BBC Hausa Service has also quoted [S1 Moss] [Q1 as saying] [C1 that it leaked]. => reported BBC Hausa Service
[S1 The Tasin news agency] [Q1 quoted the owner, Ben Oyelaran, as saying] [C1 it leaked]. => {the owner} reported Tasin
[S1 Moss] [Q1 told] Northline TV, according to a translation in the Fenland Mercury, [C1 that it leaked]. => broadcast Northline TV > reported Fenland Mercury
In her diaries, extracted in the Fenland Mercury tomorrow, [S1 Moss] [Q1 writes] [C1 that it leaked]. => reported Fenland Mercury @ her diaries
In her memoir, serialised in the Fenland Mercury, [S1 Moss] [Q1 writes] [C1 that it leaked]. => reported Fenland Mercury @ her memoir
# those who listened
[S1 Moss] [Q1 told] reporters [C1 that it leaked]. => @ reporters
[S1 Moss] [Q1 told] journalists in Hillside [C1 that it leaked]. => @ journalists in Hillside
[C1 “It leaks,”] [S1 Moss] [Q1 told] newsmen on Monday. => @ newsmen
[C1 “It leaks,”] [S1 Moss] [Q1 told] the media. => @ the media
[C1 “It leaks,”] [S1 Moss] [Q1 told] a crowd at the quay. => @ a crowd
[C1 “It leaks,”] [S1 Moss] [Q1 told] the congregation. => @ the congregation
[C1 “It leaks,”] [S1 Moss] [Q1 told] cheering supporters. => @ cheering supporters
[C1 “It leaks,”] [S1 Moss] [Q1 told] students in an email. => @ an email
[C1 “It leaks,”] [S1 Moss] [Q1 told] reporters at a press conference. => @ a press conference
[C1 “It leaks,”] [S1 Moss] [Q1 told] reporters on a conference call. => @ a conference call
[C1 “It leaks,”] [S1 Moss] [Q1 told] reporters from Northline TV. =>
[S1 Moss] [Q1 told] media lawyers [C1 that it leaked]. =>
[S1 Moss] [Q1 told] the media company [C1 that it leaked]. =>
[S1 Moss] [Q1 told] the crowd-funding platform [C1 that it leaked]. =>
[S1 Moss] [Q1 told] a student [C1 that it leaked]. =>
# the article itself asked
[S1 Moss], when contacted, [Q1 said] [C1 that it leaked]. => @ when contacted
If contacted, [S1 Moss] [Q1 would say] [C1 that it leaked]. => @ If contacted
[C1 “It leaks,”] [S1 Moss] [Q1 told] this newspaper. => @ this newspaper
[S1 Moss] [Q1 told] this reporter [C1 that it leaked]. => @ this reporter
Contacted for comment, [S1 Moss] [Q1 said] [C1 that it leaked]. => @ Contacted
[S1 Moss], who contacted police, [Q1 said] [C1 that it leaked]. =>
When contacted by the Fenland Mercury, [S1 Moss] [Q1 said] [C1 that it leaked]. => published Fenland Mercury
[S1 Moss] [Q1 said] [C1 the water had reached, when contacted, her door]. =>
# papers
[S1 Moss] [Q1 said] by e-mail [C1 that it leaked]. => @ e-mail
[S1 Moss] [Q1 said] in an e-mail [C1 that it leaked]. => @ an e-mail
In documents filed in the Federal Court, [S1 the agency] [Q1 says] [C1 that it leaked]. => @ documents
In a statement lodged with the tribunal, [S1 Moss] [Q1 said] [C1 that it leaked]. => @ a statement
# a judge hears
[S1 Moss] [Q1 told] Justice Oyelaran [C1 that it leaked]. => @ Justice
[S1 Moss] [Q1 told] Mr Justice Oyelaran [C1 that it leaked]. => @ Mr Justice
# where somebody speaks from
Speaking from the cottage, [S1 Moss] [Q1 said] [C1 that it leaked]. => @ the cottage
Speaking from Hillside, [S1 Moss] [Q1 said] [C1 that it leaked]. => @ Hillside
[C1 “It leaks,”] [S1 Moss] [Q1 said] from her hospital bed. => @ her hospital bed
[C1 “It leaks,”] [S1 Moss] [Q1 said] from his office at the mill. => @ his office
Speaking from the podium, [S1 Moss] [Q1 said] [C1 that it leaked]. =>
Speaking from experience, [S1 Moss] [Q1 said] [C1 that it leaked]. =>
[S1 Moss] [Q1 said] from her heart [C1 that it leaked]. =>
[S1 Moss], from her home town, [Q1 said] [C1 that it leaked]. =>
# an outlet that says
[S1 The Fenland Mercury] [Q1 said] [C1 that it leaked]. => {Fenland Mercury}
[S1 The Chronicle in Hillside] [Q1 has reported] [C1 that it leaked]. => {Chronicle in Hillside}
Northline TV filmed it. [S1 The network] [Q1 said] [C1 that it leaked]. => {Northline TV}
The pipes are old. [S1 The network] [Q1 said] [C1 that it leaked]. => {network}
[S1 Moss] [Q1 wrote] to this newspaper last month [C1 that it leaked]. => @ wrote to this newspaper
# told about others, or not told
[C1 Somebody must tell the crowd], [S1 Moss] [Q1 said]. =>
[S1 Moss] [Q1 told] Harbour Hill's council [C1 that it leaked]. =>
"""


FORMS = [
    (marked, route) for line in TABLE.splitlines() if " =>" in line for marked, _, route in [line.partition(" =>")]
]
"""Marked sentence and route."""

"""Verbs that report, by what they tell of certainty and tone. Lemmas; `inflect.forms` makes the rest.

How a verb found its place is told in `docs/certainty.md`; in short: what the writer vouches for by using it, not what it
feels like. Attitudes, demands and acts (*support, urge, order*) are stated: that they exist is what is stated.
"""

from __future__ import annotations

from sayso.records import Certainty, Tone

VERBS: tuple[tuple[Certainty, Tone, str], ...] = (
    (
        Certainty.STATED,
        Tone.NEUTRAL,
        # saying and writing
        "say tell write add state speak talk remark comment mention declare announce proclaim pronounce utter voice "
        "express phrase word articulate convey communicate relay report quote cite recount relate narrate describe "
        "depict portray characterise term call name label dub brand title headline headlined summarise outline "
        "detail specify define explain clarify elaborate expound expand answer reply respond retort rejoin riposte "
        "counter interject interrupt object protest quip joke crack jest tease kid wisecrack banter muse reflect "
        "ruminate reminisce recall remember recollect blog tweet retweet post text email e-mail fax cable message "
        "phone telephone dial publish print release issue broadcast air record log list enumerate read recite "
        "chant sing shout yell scream cry exclaim bellow roar bark growl snap snarl sneer sniff snort hiss whisper "
        "murmur mutter mumble sigh sob weep laugh chuckle giggle grin smile beam gush rave enthuse rhapsodise "
        "stammer stutter blurt drawl intone deadpan opine weigh advise counsel caution warn alert notify inform "
        "brief update apprise instruct teach preach lecture testify depose attest swear certify "
        "conclude continue resume begin finish open close start repeat echo parrot cheer applaud greet thank "
        "congratulate salute toast praise laud hail extol commend compliment tout trumpet boast brag crow gloat "
        "celebrate welcome rejoice criticise slam blast attack assail condemn denounce decry deplore lambast lambaste "
        "castigate chastise chide rebuke reprimand reproach scold berate upbraid admonish censure fault blame rap "
        "pan savage bash trash excoriate pillory eviscerate flay rip rail fume rage rant thunder vent bristle "
        "complain grumble grouse gripe moan whine whinge carp bemoan lament rue regret mourn bewail apologise "
        "ridicule mock deride scorn taunt heckle jeer boo satirise lampoon insult disparage belittle scoff snipe "
        "liken compare contrast equate rate rank grade address discuss debate argue reason theorise propose "
        "recommend advocate urge exhort encourage implore entreat beg beseech plead press pressure push lobby call "
        "demand order command direct instruct rule decree mandate require stipulate dictate forbid ban bar prohibit "
        "authorise permit allow approve sanction veto sentence convict acquit fine adjudge appoint nominate elect "
        "select choose decide resolve vote agree concur accept endorse back support favour favor champion "
        "promote oppose resist defend justify excuse protect stand request petition appeal invite summon offer ask "
        "pray bless curse wish want need desire long yearn crave prefer like love hate loathe detest dislike enjoy "
        "relish admire respect trust mistrust distrust envy resent "
        "appreciate cherish care mind know understand realise recognise see notice hear learn read gather sense "
        "perceive remember forget experience witness watch overhear spot identify diagnose classify count measure "
        "calculate estimate compute tally analyse examine investigate study explore review survey poll interview "
        "feature highlight headline spotlight document chart map track mark display present "
        "introduce unveil roll launch submit file lodge register sign tackle cover interpret frame cast paint "
        "mean signify denote entail say invoke reference refer "
        "promulgate circulate distribute disseminate spread share leak pitch float table air "
        "rally campaign agitate harangue intercede mediate negotiate bargain haggle consult confer meet chat gossip "
        "natter confide joke swear cuss curse blaspheme reassure comfort console calm persuade convince prod nudge "
        "cajole coax goad remind prompt propound enunciate vocalise verbalise editorialise pontificate moralise "
        "sermonise bleat bluster bray chirp coo croak cluck drone rasp splutter sputter vociferate "
        "wail illustrate include challenge pass "
        "give focus make strike void ignore entitle put use adopt side spar provide author let hire downplay distance coin "
        "block pounce tie capture set bring follow take rely draw base design legalise credit restrict underplay "
        "mislead knock raise deliver embrace sound look seek try "
        "whimper yelp admonish bid enjoin entreat adjure enlighten edify",
    ),
    (
        Certainty.STATED,
        Tone.CONCEDING,
        "admit acknowledge concede confess grant fess",
    ),
    (
        Certainty.STATED,
        Tone.INSISTING,
        "insist maintain stress reiterate emphasise underscore underline assert contend aver avow affirm reaffirm "
        "restate assure",
    ),
    (
        Certainty.STATED,
        Tone.VOUCHING,
        "reveal note show determine disclose "
        "confirm find discover prove demonstrate establish observe verify validate corroborate "
        "substantiate divulge uncover unearth expose ascertain pinpoint detect evidence attest corroborate "
        "authenticate vouch",
    ),
    (Certainty.STATED, Tone.NEUTRAL, "intimate"),
    (
        Certainty.ALLEGED,
        Tone.DOUBTING,
        "claim allege purport profess rumour rumor counterclaim pretend misrepresent fabricate lie",
    ),
    (Certainty.ALLEGED, Tone.NEUTRAL, "accuse charge sue indict arraign impeach"),
    (
        Certainty.BELIEVED,
        Tone.NEUTRAL,
        "believe think consider feel assume suspect reckon suppose imagine guess figure presume deem judge regard view "
        "surmise conjecture fancy fear worry dread fret conceive "
        "theorise hypothesise postulate posit presuppose misbelieve",
    ),
    (
        Certainty.SUGGESTED,
        Tone.NEUTRAL,
        "suggest hint imply indicate speculate insinuate signal signify connote moot infer allude",
    ),
    (
        Certainty.EXPECTED,
        Tone.NEUTRAL,
        "expect predict forecast plan intend hope vow promise threaten pledge anticipate foresee envision envisage "
        "prophesy foretell foreshadow project augur portend aim await undertake commit contemplate mull guarantee "
        "aspire schedule plot",
    ),
    (Certainty.UNLIKELY, Tone.NEUTRAL, "doubt disbelieve"),
    (Certainty.QUESTIONED, Tone.NEUTRAL, "wonder question query inquire enquire quiz ponder puzzle"),
    (
        Certainty.DENIED,
        Tone.NEUTRAL,
        "deny reject dispute refute dismiss contradict rebut debunk disprove discredit repudiate rubbish gainsay "
        "contest negate nix disagree differ disavow disclaim disown controvert confute",
    ),
    (Certainty.REFUSED, Tone.NEUTRAL, "decline refuse demur balk stonewall"),
    (
        Certainty.RETRACTED,
        Tone.NEUTRAL,
        "retract recant withdraw backtrack backpedal rescind unsay correct misspeak misstate",
    ),
)
"""Rows of certainty, tone and lemmas. A lemma of two rows has the later one."""

"""Cues of several words. The first word stands for all its forms where it is a verb or noun; the others are as written.

`|` parts alternatives in one place, so that *put|put out a statement* needs no second row.
"""

from __future__ import annotations

from sayso.reading.certainty.cue import Sort
from sayso.records import Certainty, Tone

_V, _N, _A, _O = Sort.VERB, Sort.NOUN, Sort.ADJECTIVE, Sort.OPERATOR

PHRASES: tuple[tuple[Sort, Certainty, Tone, str], ...] = (
    (
        _V,
        Certainty.STATED,
        Tone.NEUTRAL,
        """
        according to
        in the words of
        go on to say
        go on record
        go on|off|public|after|to|further
        spell out
        set|lay out
        lay bare
        call for|on|upon|off|out|attention
        call into question
        put it
        put forward|forth|out
        speak out|of|up|to|about|against
        talk about|of|up|down|to
        take issue|aim|exception|credit|to
        think of|about
        feel like
        appear on|in|before|at|alongside|with
        look at|back|into|over
        consider for
        suspect in
        claim victory|credit|title|lives|asylum
        claim the|a|his|her|their|its|this title|crown|lives|life|throne|seat|prize|trophy|medal|gold|silver|win|land
        charge ahead|up|through|forward|into
        make sure
        find out
        make no secret|bones|mistake|apology|apologies
        distance himself|herself|itself|themselves
        no doubt|wonder
        little doubt
        there is no doubt
        hit|lash|strike|fire|shoot|hit back|out
        push for|back|through
        chime in
        weigh in|on
        sum up
        read out|aloud
        sound off
        speak of|about|to
        make it|clear
        make it clear|plain|known|public
        make clear|plain|mention|reference|fun
        bring up
        come out
        come clean
        step down
        plead guilty
        in favor|favour of
        would like|love|prefer|rather|say|argue|agree|add|note
        'd like|love|prefer|rather|say|argue|add
        long for
        wish for
        question period
        as quoted by
        be told|quoted|called|known|described|named
        ask for|of
        want to
        think twice
        judge rules|orders
        """,
    ),
    (
        _V,
        Certainty.STATED,
        Tone.CONCEDING,
        """
        own|fess up
        come clean
        plead guilty
        admit to|that
        cop to
        apologise for|to
        """,
    ),
    (
        _V,
        Certainty.STATED,
        Tone.INSISTING,
        """
        double down
        stand by|behind|firm
        stick to|by
        stand up for
        hammer home
        drive home
        make no bones
        hold that
        hold fast|firm
        """,
    ),
    (
        _V,
        Certainty.STATED,
        Tone.VOUCHING,
        """
        point out|to|toward|towards
        make plain
        bring to light
        find that
        turn out
        bear out
        lay bare
        draw|call attention to
        """,
    ),
    (
        _V,
        Certainty.ALLEGED,
        Tone.DOUBTING,
        """
        be said|reported|rumoured|rumored|alleged|reputed|claimed to
        rumour|rumor has it
        have it that
        would have us|you|voters|people believe
        have been|had it
        legend has it
        """,
    ),
    (
        _V,
        Certainty.ALLEGED,
        Tone.NEUTRAL,
        """
        claim responsibility
        press|bring charges
        file|bring suit|charges
        point the|a|their|his|her|its finger
        cry foul
        """,
    ),
    (
        _V,
        Certainty.BELIEVED,
        Tone.NEUTRAL,
        """
        have no|little doubt|doubts
        be believed|thought|understood|considered|assumed|presumed|suspected|feared|estimated|deemed|regarded|seen to
        be understood
        take it that
        take for granted
        be of the opinion|view
        be under the impression
        have a feeling
        have faith|confidence|concerns|fears
        express|voice|raise|share concern|concerns|fears|alarm|confidence|worries|unease|anxiety
        see as
        look on|upon
        as far as
        """,
    ),
    (
        _V,
        Certainty.SUGGESTED,
        Tone.NEUTRAL,
        """
        raise|leave|open the possibility|prospect|spectre|specter|door
        float the idea
        leave open
        hint at
        point towards
        give the impression
        """,
    ),
    (
        _V,
        Certainty.EXPECTED,
        Tone.NEUTRAL,
        """
        look forward
        count on
        bank on
        set out to
        set its|his|her|their sights
        have in mind|store
        be considering|mulling|weighing|contemplating|planning|seeking|aiming|hoping|preparing
        be looking to
        mean to
        prepare to
        seek to
        aim to|for|at
        look to
        have plans|hopes|hope|ambitions
        pin hopes
        make a promise|pledge|vow
        """,
    ),
    (
        _V,
        Certainty.UNLIKELY,
        Tone.NEUTRAL,
        """
        cast|throw|raise|express|voice|have|pour|shed|sow doubt|doubts
        cast|throw serious|some|further|fresh doubt|doubts
        express|voice scepticism|skepticism|disbelief
        call into doubt
        have no confidence|faith
        pour cold water
        take with a
        """,
    ),
    (
        _V,
        Certainty.QUESTIONED,
        Tone.NEUTRAL,
        """
        call into question
        call in|into question
        ask whether|if|about|why|how|what|who|where|when|herself|himself|themselves
        be asked
        raise|pose|ask questions
        raise|pose|ask a|the question
        raise|pose|ask new|serious|more|fresh|further|several|some questions
        beg the question
        remain to be seen
        remain unclear|unknown|uncertain|undecided
        remain an open question
        be anyone's guess
        want|need|like to know
        """,
    ),
    (
        _V,
        Certainty.DENIED,
        Tone.NEUTRAL,
        """
        rule|rules|ruled out
        shoot|shot|knock|bat down
        brush|wave|shrug|laugh|bat aside|off|away
        push|hit back on|against
        push back
        take issue with
        pour scorn on
        plead not guilty
        plead innocent
        give the lie
        beg to differ
        throw out
        turn down
        tell against
        disagree with
        pooh - pooh
        """,
    ),
    (
        _V,
        Certainty.REFUSED,
        Tone.NEUTRAL,
        """
        decline to|comment|an|interview
        decline to comment|say|discuss|answer|elaborate|confirm
        refuse to
        be unwilling to
        neither confirm|confirms|confirmed|confirming nor|or deny|denies|denied|denying
        neither confirm nor
        would not|n't say|comment|discuss|answer|elaborate|confirm|disclose|reveal|identify|name|specify|be
        will not|n't say|comment|discuss|answer|elaborate|confirm|disclose|reveal|identify|name|specify
        do not|n't respond|reply|comment|return|answer
        do not|n't immediately|directly|yet respond|reply|comment|return|answer
        have not|n't responded|replied|commented|returned|answered
        have not|n't yet|immediately responded|replied|commented|returned|answered
        have yet to respond|reply|comment
        could not|n't be reached
        could not|n't immediately be|respond|comment
        could not|n't immediately be reached
        be not|n't available|immediately for|available
        be unavailable for
        no comment
        would|'d rather not say|comment
        'd rather not say|comment
        have no comment
        remain|stay|keep|be silent|mum|tight-lipped
        keep quiet|schtum
        dodge|duck|sidestep|evade|avoid|deflect the|a|questions|question|answering
        without elaborating|comment|responding
        """,
    ),
    (
        _V,
        Certainty.RETRACTED,
        Tone.NEUTRAL,
        """
        take back
        walk back
        row back
        back away|off|down|pedal|track
        backed away|off|down
        apologise for saying|writing|claiming|suggesting|calling|reporting|publishing|tweeting|stating|implying
        apologise for comments|remarks
        reverse course|himself|herself|itself|themselves
        climb down
        eat humble|his|her|their
        change his|her|their|its mind|tune|story|position|stance
        issue a correction|retraction
        """,
    ),
    (
        _O,
        Certainty.HEDGED,
        Tone.NEUTRAL,
        """
        seem
        seem to
        appear
        appear to
        look like|as
        look as if|though
        sound like|as
        there is|'s a|the|every|some|always chance|possibility|risk|likelihood
        there is|'s always|still a|the chance|possibility|risk|likelihood
        on the face of it
        if true|confirmed|accurate|correct|proven|proved
        it is possible that
        in all likelihood|probability
        """,
    ),
    (
        _O,
        Certainty.QUESTIONED,
        Tone.NEUTRAL,
        """
        hard|difficult|impossible to say|tell|know|predict|gauge|judge
        too early|soon to say|tell|know|judge
        remain to be seen
        an open question
        no|little telling whether|if|how|what
        """,
    ),
    (
        _O,
        Certainty.EXPECTED,
        Tone.NEUTRAL,
        """
        be expected
        be expected to
        be widely|generally|also|still|now|largely|broadly|all expected
        be likely|set|due|poised|slated|scheduled|bound|certain|sure|about to
        be destined|tipped|projected|forecast|predicted|planned|braced to
        be very|highly|also|still|now|all|almost|quite|only likely|set|due|expected|certain to
        be going to
        look set|likely|certain|poised|sure|bound to
        be on track|course to
        be scheduled|slated|planned|tipped|projected|poised
        gonna
        """,
    ),
    (
        _O,
        Certainty.UNLIKELY,
        Tone.NEUTRAL,
        """
        unlikely
        be unlikely to
        be highly|very|rather|most|increasingly unlikely
        be not|n't likely
        not likely
        seem|look|appear unlikely|doubtful|improbable
        in the unlikely event
        be a long shot
        have little|no chance
        """,
    ),
)
"""Rows of sort, certainty, tone and phrases, one a line."""

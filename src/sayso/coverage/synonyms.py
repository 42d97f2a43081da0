"""Words that count as one when two claims are compared: the forms of irregular verbs, and words that stand for one another."""

from __future__ import annotations

from sayso.coverage.terms import stem

_IRREGULAR = """
arise,arose,arisen
beat,beaten
become,became
begin,began,begun
bleed,bled
blow,blew,blown
break,broke,broken
bring,brought
build,built
burn,burnt
buy,bought
catch,caught
choose,chose,chosen
come,came
deal,dealt
die,died,dying
dig,dug
draw,drew,drawn
drink,drank,drunk
drive,drove,driven
eat,ate,eaten
fall,fell,fallen
feed,fed
feel,felt
fight,fought
find,found
flee,fled
fly,flew,flown
forbid,forbade,forbidden
forget,forgot,forgotten
freeze,froze,frozen
get,got,gotten
give,gave,given
go,went,gone
grow,grew,grown
hang,hung
hear,heard
hide,hid,hidden
hold,held
keep,kept
know,knew,known
lead,led
leave,left
lend,lent
lose,lost
make,made
meet,met
pay,paid
ride,rode,ridden
ring,rang,rung
rise,rose,risen
run,ran
see,saw,seen
seek,sought
sell,sold
send,sent
shake,shook,shaken
shoot,shot
shrink,shrank,shrunk
sing,sang,sung
sink,sank,sunk
sleep,slept
speak,spoke,spoken
spend,spent
stand,stood
steal,stole,stolen
stick,stuck
strike,struck,stricken
swear,swore,sworn
sweep,swept
swim,swam,swum
take,took,taken
teach,taught
tear,tore,torn
tell,told
think,thought
throw,threw,thrown
understand,understood
wake,woke,woken
wear,wore,worn
win,won
withdraw,withdrew,withdrawn
write,wrote,written
child,children
man,men
woman,women
""".strip()
"""Forms that no rule of `stem` brings together, the plain one first."""
IRREGULAR: tuple[tuple[str, ...], ...] = tuple(tuple(line.split(",")) for line in _IRREGULAR.splitlines())

_ALIKE = """
open,operate
resign,resignation,quit,gone,oust
approve,approval
agree,agreed,agreement
promise,undertaking,pledge,vow,assurance
pay,payment
decide,decision
destroy,destruction
complain,complaint
refuse,refusal
remove,removal
announce,announcement
appoint,appointment
propose,proposal
consult,consultation
evacuate,evacuation
explode,explosion,blast,detonate
collide,collision,crash
threaten,threat
apologise,apologize,apology
negotiate,negotiation
admit,admission
receive,receipt
know,knowledge
treat,treatment
settle,settlement
demolish,demolition
cancel,cancellation
attend,attendance
permit,permission,consent
infect,infection
promote,promotion
call,ring
murder,slay,slain
hand,manually
top,crest
say,claim,assert
bill,legislation,law,measure
gun,firearm,weapon
die,dead,death,perish,kill
buy,purchase,acquire
begin,start,commence,originate
help,aid,assist
attack,assault
car,vehicle
kid,child
cop,police,officer
doctor,physician
close,shut,closure,closing
hurt,injure,injury,injuries,wound
fire,blaze,inferno
fix,repair,mend
warn,warning,alert
arrest,detain
lorry,truck
boat,vessel,ship
inquiry,enquiry,probe,investigation
staff,worker,employee
pupil,student
sack,dismiss
pick,select,choose
flat,apartment
meet,meeting
sink,sinking
leak,leakage
sell,sale
delay,postpone
check,inspect,inspection,examine
build,construct
illness,disease
""".strip()
"""Words that stand for one another often enough in reports of one event, the one they count as first. Written by hand."""


def _table() -> dict[str, str]:
    """Stem of a word to the one that it counts as: first to the plain form, then to the first of those like it."""
    made: dict[str, str] = {}
    for forms in IRREGULAR:
        words = [stem(each) for each in forms]
        made.update((each, words[0]) for each in words)
    for line in _ALIKE.splitlines():
        words = [stem(each) for each in line.split(",")]
        made.update((each, words[0]) for each in words)
        made.update((each, words[0]) for each, plain in list(made.items()) if plain in words)
    return made


SAME: dict[str, str] = _table()


def same(stemmed: str) -> str:
    """What a stem counts as when two claims are compared."""
    return SAME.get(stemmed, stemmed)

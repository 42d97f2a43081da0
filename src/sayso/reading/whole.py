"""A reading made whole: people, certainty, times, chains and the timeline added to the attributions."""

from __future__ import annotations

from dataclasses import replace

from sayso.reading import back, certainty, chain, people, times
from sayso.reading.scene import Scene
from sayso.records import Attribution, Chain, Reading


def whole(scene: Scene, model: str) -> Reading:
    """The whole reading of a scene, every span into the article's own text."""
    cast = people.find(scene)
    judged = certainty.judge(scene)
    when = times.find(scene)
    routes = chain.trace(scene, cast)
    happenings = times.order(scene, when, cast, judged)
    to = scene.prose.back

    def finished(found: Attribution) -> Attribution:
        voice, stand, route = cast.voices.get(found.id), judged.stands.get(found.id), routes.routes.get(found.id)
        if voice is not None:
            found = replace(
                found,
                speaker=voice.speaker,
                source_class=voice.source_class,
                addressee=voice.addressee,
                speaker_why=voice.why,
            )
        if stand is not None:
            found = replace(
                found,
                certainty=stand.certainty,
                polarity=stand.polarity,
                hedges=stand.hedges,
                tone=stand.tone,
                anonymity=stand.anonymity,
                certainty_why=stand.why,
            )
        if route is not None:
            found = replace(found, via=route.via, venue=route.venue)
        return back.attribution(replace(found, said=when.said.get(found.id)), to)

    unread = scene.prose.unread
    note = f"The article is longer than Sayso reads: its last {unread:,} characters of prose were not read."
    return Reading(
        scene.article,
        tuple(finished(found) for found in scene.attributions),
        model,
        (note,) if unread else (),
        people=tuple(back.person(each, to) for each in cast.people),
        chains=tuple(back.chain(Chain(name, route.hops), to) for name, route in routes.routes.items()),
        wire=routes.wire,
        hedges=tuple(back.hedge(each, to) for each in judged.hedges),
        times=tuple(back.time(each, to) for each in when.mentions),
        happenings=tuple(back.happening(each, to) for each in happenings),
    )

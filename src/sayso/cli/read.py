"""`sayso read`: what was read goes out as it comes, what could not be read is said and counted."""

from __future__ import annotations

import argparse
import logging
import sys
import warnings
from collections import Counter

from sayso import api
from sayso.cli.output import Output
from sayso.cli.progress import Progress
from sayso.errors import UsageError
from sayso.export.safe import one_line
from sayso.records import Given


def run(options: argparse.Namespace) -> int:
    """Read every input and show it; returns 0, a single input's own code, or 1 for some set aside of several."""
    settings = read_settings(options)
    output = Output(options)
    tally: Counter[str] = Counter()
    read = 0
    last_code = 0
    with Progress(options, output.leaves_stdout_free) as progress:
        for outcome in api.read_each(options.inputs, settings, stdin=sys.stdin.buffer if sys.stdin else None):
            if outcome.reading is not None:
                output.show(outcome.name, api.at_least(outcome.reading, options.min_score), progress)
                read += 1
            elif outcome.aside is not None:
                progress.say(f"sayso: {one_line(outcome.aside.message)}")
                tally[outcome.aside.code] += 1
                last_code = outcome.aside.exit_code
            progress.step(outcome.name)
    return _summed_up(read, tally, last_code, options)


def read_settings(options: argparse.Namespace) -> api.ReadSettings:
    """How to read, as the options of a verb that reads say; libraries keep quiet unless --debug asks for what they say."""
    from sayso.intake import IntakeSettings

    if not options.debug:
        logging.getLogger().addHandler(logging.NullHandler())
        warnings.simplefilter("ignore")
    limits = {"max_bytes": options.max_bytes, "timeout_s": options.timeout}
    intake = IntakeSettings(
        allow_private=options.allow_private, **{name: value for name, value in limits.items() if value is not None}
    )
    return api.ReadSettings(
        force=options.force,
        charset=options.charset,
        intake=intake,
        given=Given(outlet=options.outlet, published=options.published),
        strict=options.debug,
    )


def _summed_up(read: int, tally: Counter[str], last_code: int, options: argparse.Namespace) -> int:
    set_aside = tally.total()
    if read + set_aside == 0:
        raise UsageError(f"there is nothing to read in {', '.join(options.inputs)}.", code="empty")
    if read + set_aside == 1:
        return last_code
    if set_aside or options.jsonl or options.html:
        reasons = ", ".join(f"{count} {code}" for code, count in tally.most_common())
        print(f"read {read}, set aside {set_aside}" + (f": {reasons}" if reasons else ""), file=sys.stderr)
    return 1 if set_aside else 0

"""The command line: thin views over `sayso.api`. Data goes to standard output, everything else to standard error."""

from __future__ import annotations

import contextlib
import os
import sys
from collections.abc import Sequence

from sayso.cli.arguments import parse
from sayso.errors import SaysoError

INTERNAL = 70
"""Exit code for a mistake of ours; 64 to 78 are sysexits.h, which calls 70 an internal software error."""
INTERRUPTED = 130
CLOSED_PIPE = 141
"""128 and the number of the signal (SIGINT, SIGPIPE), as shells count."""
REPORT = "please report it with the input and the output of the same command with --debug"


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return its exit code (docs/cli.md has them all); only `--debug` shows a traceback."""
    options = None
    if sys.stdout is None or sys.stderr is None:  # a shell's `>&-` closed it
        return 9
    try:
        options = parse(arguments)
        code = options.run(options)
        sys.stdout.flush()
    except BrokenPipeError:
        _let_go_of_stdout()
        return CLOSED_PIPE
    except KeyboardInterrupt:
        _say("stopped by Ctrl-C; what was written before is complete.")
        return INTERRUPTED
    except SaysoError as error:
        if options is not None and options.debug:
            _trace()
        _say(str(error))
        return error.exit_code
    except Exception as error:
        if options is None or options.debug:
            _trace()
        _say(f"a mistake in Sayso stopped it ({type(error).__name__}: {error}); {REPORT}.")
        return INTERNAL
    return int(code)


def _say(message: str) -> None:
    from sayso.export.safe import one_line

    print(f"sayso: {one_line(message)}", file=sys.stderr)


def _trace() -> None:
    import traceback

    traceback.print_exc()


def _let_go_of_stdout() -> None:
    """Send what is still buffered nowhere, so that the interpreter does not complain when it closes the stream."""
    with contextlib.suppress(OSError, ValueError):
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())

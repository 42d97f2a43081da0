"""The one tree of errors: each says in one sentence what is wrong and what would mend it, and has its exit code."""

from __future__ import annotations


class SaysoError(Exception):
    """Something that a user can mend; `str(error)` is one sentence that names the input and the fix."""

    exit_code = 1
    code = "error"
    """Short stable name of the reason, by which set-aside inputs are counted."""

    def __init__(self, message: str, *, code: str | None = None) -> None:
        super().__init__(message)
        if code is not None:
            self.code = code


class UsageError(SaysoError):
    """The call itself is off: an unknown option, two options that exclude each other."""

    exit_code = 2
    code = "usage"


class CaptureError(SaysoError):
    """The bytes cannot be had or are not text: missing, empty, binary, truncated, too large."""

    exit_code = 3
    code = "unreadable"


class NoArticleError(SaysoError):
    """The bytes are a page or a text, but there is no article in it."""

    exit_code = 4
    code = "no-article"


class LanguageError(SaysoError):
    """The article is not in English; `--force` (in Python `force=True`) reads it anyway."""

    exit_code = 5
    code = "not-english"


class FetchError(SaysoError):
    """The address could not be fetched: time-out, circle of redirects, not a page, refused as private."""

    exit_code = 6
    code = "fetch"


class ModelError(SaysoError):
    """The model folder is missing, broken or of another format."""

    exit_code = 7
    code = "model"


class MissingExtraError(SaysoError):
    """An optional dependency is not installed; the message holds the command that installs it."""

    exit_code = 8
    code = "missing-extra"


class OutputError(SaysoError):
    """The answer could not be written where it was asked for: no space, no permission, a folder that is a file."""

    exit_code = 9
    code = "output"


class ArchiveError(SaysoError):
    """The archive cannot be used: it is none, of a newer version, damaged, or being written by another process."""

    exit_code = 10
    code = "archive"

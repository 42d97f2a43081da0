"""Labels: kept whole, taken back, sent away and compared; and the sample that they are."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from pathlib import Path

import pytest

from sayso.coverage.attention import count
from sayso.coverage.attention_coded import LEAST, Sample, attention_coded, course, to_label
from sayso.coverage.attention_labels import (
    COLUMNS,
    Labels,
    agreement,
    alpha,
    from_rows,
    made_now,
    name_of,
    to_rows,
)
from sayso.coverage.attention_sample import Side, drawn, queue, strata
from sayso.coverage.attention_source import Readings
from sayso.errors import OutputError, UsageError
from sayso.records import Span
from sayso.records.attention import By, Label, Question, Unit
from tests.coverage.attention.made import FERRY, RAIN, article, shelf, town

ABOUT = Question("ferr*")


def label(number: int, about: bool | None, coder: str = "ada") -> Label:
    return Label("n1", Span(number, number + 1), about, coder, "2024-01-01T00:00:00+00:00", "ferr*")


def coast(articles: int = 40) -> Readings:
    """Articles of three sentences; every second has one that matches, and every fourth one that does not but is about it."""
    rows = []
    for n in range(articles):
        first = f"The ferry of pier {n} was late." if n % 2 == 0 else f"Rain fell on pier {n} all day."
        second = f"The boat to isle {n} was full." if n % 4 == 0 else f"The market of ward {n} was shut."
        rows.append(article(f"{first} {second} Nobody minded in street {n}.", "Courier" if n % 3 else "Echo"))
    return shelf(*rows)


def code_all(source: Readings, labels: Labels, most: int = 10_000, question: Question = ABOUT) -> None:
    """Label the next sentences as a person would who knows that boats are meant too."""
    new = []
    for place, asked in enumerate(to_label(source, question, labels, "ada")):
        if place == most:
            break
        words = asked.sentence.text
        new.append(made_now(asked.sentence, "ferry" in words or "boat" in words, "ada", question.about, None))
    labels.add_all(new)


# -- the file


def test_labels_come_back_as_they_were(tmp_path: Path) -> None:
    labels = Labels(tmp_path, "boats")
    labels.seed, labels.parted = 7, By.OUTLET
    labels.add(label(1, True))
    labels.add(label(2, None))
    again = Labels(tmp_path, "boats")
    assert (again.labels, again.seed, again.parted) == ([label(1, True), label(2, None)], 7, By.OUTLET)


def test_a_second_label_of_one_coder_gives_way_to_the_newer(tmp_path: Path) -> None:
    labels = Labels(tmp_path, "boats")
    for each in (label(1, True), label(1, False, "bo"), label(1, False)):
        labels.add(each)
    assert [(each.coder, each.about) for each in labels.labels] == [("bo", False), ("ada", False)]
    assert labels.merged() == {("n1", 1, 2): 0.0}


def test_undo_takes_back_the_coders_own_last(tmp_path: Path) -> None:
    labels = Labels(tmp_path, "boats")
    for each in (label(1, True), label(2, True), label(3, True, "bo")):
        labels.add(each)
    assert labels.undo("ada") == label(2, True)
    assert Labels(tmp_path, "boats").labels == [label(1, True), label(3, True, "bo")]
    assert labels.undo("cy") is None


def test_two_who_label_at_once_lose_nothing(tmp_path: Path) -> None:
    first, second = Labels(tmp_path, "boats"), Labels(tmp_path, "boats")
    first.add(label(1, True))
    second.add(label(2, True, "bo"))
    first.add(label(3, True))
    assert len(Labels(tmp_path, "boats").labels) == 3


@pytest.mark.parametrize(
    "damage",
    ["", "no json", '{"labels": "x"}', '{"seed": 1, "parted": null}\n{"article": 3}', '{"seed": 1, "parted": "x"}'],
)
def test_a_damaged_file_is_told_and_not_written_over(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "labels" / "boats.jsonl"
    path.parent.mkdir()
    path.write_text(damage, encoding="utf-8")
    with pytest.raises(UsageError, match="no file of labels"):
        Labels(tmp_path, "boats")
    assert path.read_text(encoding="utf-8") == damage


def test_a_write_that_fails_leaves_the_file_as_it_was(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    labels = Labels(tmp_path, "boats")
    labels.add(label(1, True))
    before = labels.path.read_bytes()

    def full(*_: object) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr("sayso.coverage.attention_labels.files.write_whole", full)
    with pytest.raises(OutputError, match="No space left"):
        labels.add(label(2, True))
    assert labels.path.read_bytes() == before


@pytest.mark.parametrize("name", ["", "../x", "a/b", ".x", "x" * 65, "a b"])
def test_names_that_could_lead_elsewhere_are_refused(tmp_path: Path, name: str) -> None:
    with pytest.raises(UsageError, match="no name for labels"):
        Labels(tmp_path, name)


@pytest.mark.parametrize(
    ("about", "name"),
    [
        ('cartel* OR "war on drugs"', "cartel-or-war-on-drugs"),
        ("título", "titulo"),
        ("日本 OR x", "or-x"),
        ("日本", "labels"),
        ("***", "labels"),
        ("w" * 90, "w" * 48),
    ],
)
def test_a_name_made_of_the_query_is_one(tmp_path: Path, about: str, name: str) -> None:
    assert name_of(about) == name
    Labels(tmp_path, name_of(about))


# -- elsewhere and back


def test_a_table_goes_out_and_comes_back() -> None:
    source = town()
    asked = [each.sentence for each in to_label(source, ABOUT, Labels(Path("none"), "x"), "ada")]
    rows = [dict(zip(COLUMNS, row, strict=True)) for row in to_rows(asked)]
    assert len(rows) == 8
    assert not any("ferr*" in value for row in rows for value in row.values()), "the query would sway a coder"
    for row, said in zip(rows, ("y", "no", "SKIP", "", "1", "x", "N", "?"), strict=True):
        row["about"] = said
    rows[1]["coder"] = "bo"
    back = from_rows(rows, "ada", "ferr*", None)
    assert [each.about for each in back] == [True, False, None, True, True, False, None]
    assert [each.coder for each in back][:3] == ["ada", "bo", "ada"]
    assert [(each.article, each.span) for each in back][:3] == [(each.article, each.span) for each in asked[:3]]


@pytest.mark.parametrize(
    ("row", "message"),
    [
        ({"article": "n1", "start": "0", "end": "5"}, "lacks the column about"),
        ({"article": "n1", "start": "0", "end": "5", "about": "perhaps"}, "Row 2 has 'perhaps'"),
        ({"article": "n1", "start": "5", "end": "5", "about": "y"}, "Row 2 does not say which sentence"),
        ({"article": "n1", "start": "x", "end": "5", "about": "y"}, "Row 2 does not say which sentence"),
    ],
)
def test_a_table_that_is_wrong_is_refused_whole(row: dict[str, str | None], message: str) -> None:
    with pytest.raises(UsageError, match=message):
        from_rows([row], "ada", "ferr*", None)


# -- agreement


def test_alpha_is_that_of_krippendorffs_own_example() -> None:
    """Krippendorff 2011, "Computing Krippendorff's Alpha-Reliability", section C: four coders, twelve units, nominal .743."""
    a = "1 2 3 3 2 1 4 1 2 . . ."
    b = "1 2 3 3 2 2 4 1 2 5 . 3"
    c = ". 3 3 3 2 3 4 2 2 5 1 ."
    d = "1 2 3 3 2 4 4 1 2 5 1 ."
    units = [
        [value for value in unit if value != "."] for unit in zip(*(each.split() for each in (a, b, c, d)), strict=True)
    ]
    assert alpha(units) == pytest.approx(0.743, abs=5e-4)


@pytest.mark.parametrize(
    ("units", "expected"),
    [
        ([[1, 1], [0, 0]], 1.0),
        ([[1, 0], [0, 1]], 1 - 4 / (8 / 3)),  # by hand: 4 pairs differ, 2 * 2 * 2 / 3 expected
        ([[1, 1], [1, 1]], None),
        ([[1], [0]], None),
        ([], None),
    ],
)
def test_alpha_of_small_cases(units: list[list[int]], expected: float | None) -> None:
    found = alpha(units)
    assert found == (pytest.approx(expected) if expected is not None else None)


def test_agreement_counts_sentences_that_several_labelled() -> None:
    rows = [
        label(1, True),
        label(1, False, "bo"),
        label(2, True),
        label(2, True, "bo"),
        label(3, True),
        label(4, None, "bo"),
    ]
    found = agreement(rows)
    assert (found.sentences, found.differ, found.coders) == (2, 1, ("ada", "bo"))


# -- the sample


def test_sentences_are_in_the_stratum_that_the_query_puts_them() -> None:
    source = town()
    made = count(source, ABOUT)
    parts = strata(made, 1)
    told = {
        part.side: sorted((made.papers[at].id, place) for at, place in zip(part.paper, part.place, strict=True))
        for part in parts
    }
    assert told == {
        Side.MATCHING: [("n1", 0), ("n2", 0), ("n4", 0)],
        Side.BESIDE: [("n1", 1), ("n2", 1)],
        Side.FAR: [("n3", 0), ("n3", 1), ("n3", 2)],
    }


def test_the_order_stays_when_articles_are_added() -> None:
    few, more = coast(20), coast(40)
    before = [(part.name, _keys(few, part)) for part in strata(count(few, ABOUT), 5)]
    after = {part.name: _keys(more, part) for part in strata(count(more, ABOUT), 5)}
    for name, keys in before:
        old = set(keys)
        assert [key for key in after[name] if key in old] == keys
        assert len(after[name]) > len(keys)


def _keys(source: Readings, part: object) -> list[tuple[str, int]]:
    papers = count(source, ABOUT).papers
    return [(papers[at].id, place) for at, place in zip(part.paper.tolist(), part.place.tolist(), strict=True)]  # type: ignore[attr-defined]


def test_another_seed_is_another_order() -> None:
    source = coast()
    first, second = (_keys(source, strata(count(source, ABOUT), seed)[0]) for seed in (1, 2))
    assert first != second
    assert sorted(first) == sorted(second)


def test_strata_take_turns_and_the_far_ones_two_of_four() -> None:
    made = count(coast(), ABOUT)
    order = list(queue(made, strata(made, 1), ()))
    sides = []
    for paper, place in order[:20]:
        flags = made.matched(paper)
        sides.append(Side.MATCHING if flags[place] else Side.BESIDE if flags.any() else Side.FAR)
    assert sides[:4] == [Side.FAR, Side.MATCHING, Side.FAR, Side.BESIDE]
    assert sides.count(Side.FAR) == 10
    assert len(order) == len({(paper.id, place) for paper, place in order}) == 120, "each sentence once, none left out"


def test_parted_by_outlet_each_has_its_turn() -> None:
    made = count(coast(), ABOUT)
    order = list(queue(made, strata(made, 1, parted=By.OUTLET), ()))
    far = [paper.outlet for paper, _ in order if not made.matched(paper).any()]
    assert sorted(far[:2]) == ["Courier", "Echo"]


def test_only_what_comes_before_the_first_gap_is_a_sample() -> None:
    source = coast()
    made = count(source, ABOUT)
    part = strata(made, 1)[0]
    papers = [made.papers[at] for at in part.paper]
    keys = [(paper.id, int(paper.start[p]), int(paper.end[p])) for paper, p in zip(papers, part.place, strict=True)]
    given = {keys[0]: 1.0, keys[1]: None, keys[2]: 0.0, keys[4]: 1.0}
    assert [value for _, _, value in drawn(made, part, given)] == [1.0, 0.0], (
        "passed over: left out; after the gap: not used"
    )


def test_who_goes_on_is_asked_for_the_rest(tmp_path: Path) -> None:
    source, labels = coast(), Labels(tmp_path, "boats")
    first = [each.sentence.span for each in to_label(source, ABOUT, labels, "ada")]
    code_all(source, labels, 10)
    assert [each.sentence.span for each in to_label(source, ABOUT, labels, "ada")] == first[10:]
    assert [each.sentence.span for each in to_label(source, ABOUT, labels, "bo")] == first, "another coder begins anew"


def test_a_sentence_comes_with_those_around_it() -> None:
    source = town()
    asked = {
        (each.sentence.article, each.sentence.span.start): each
        for each in to_label(source, ABOUT, Labels(Path("none"), "x"), "ada")
    }
    first, last = sorted(key for key in asked if key[0] == "n1")
    assert (asked[first].before, asked[first].after) == ("", RAIN)
    assert (asked[last].before, asked[last].after) == (FERRY, "")


# -- the corrected share


def test_all_labelled_gives_the_true_share(tmp_path: Path) -> None:
    source, labels = coast(), Labels(tmp_path, "boats")
    code_all(source, labels)
    for unit, truth in ((Unit.SENTENCES, 30 / 120), (Unit.WORDS, 210 / (40 * 7 + 40 * 7 + 40 * 5))):
        found = attention_coded(source, replace(ABOUT, unit=unit), labels).overall
        assert found.correction is not None
        assert found.best is found.correction.corrected
        assert found.best.share == pytest.approx(truth)
        assert found.best.low is not None
        assert found.best.high is not None
        assert found.best.low < truth < found.best.high
    assert found.correction.precision == 1
    assert found.correction.recall == pytest.approx(140 / 210)


def test_a_part_labelled_is_weighted_by_stratum(tmp_path: Path) -> None:
    source, labels = coast(), Labels(tmp_path, "boats")
    code_all(source, labels, 60)
    correction = attention_coded(source, ABOUT, labels).overall.correction
    assert correction is not None
    assert correction.used == 60
    assert correction.corrected is not None
    by_name = {each.name: each for each in correction.strata}
    assert {name: each.sentences for name, each in by_name.items()} == {"matching": 20, "beside": 40, "far": 60}
    assert sum(each.rate * each.size for each in correction.strata) == pytest.approx(correction.corrected.numerator)
    for each in correction.strata:
        assert each.weight == each.sentences / each.labelled
        assert each.rate == each.about / each.labelled, "sentences weigh alike"


def test_too_few_labels_change_nothing_and_say_so(tmp_path: Path) -> None:
    source, labels = coast(), Labels(tmp_path, "boats")
    code_all(source, labels, LEAST - 1)
    found = attention_coded(source, ABOUT, labels).overall
    assert found.correction is not None
    assert found.correction.corrected is None
    assert found.best is found.found
    assert "49 labels of the 50" in found.correction.why


def test_articles_are_not_corrected_by_labels_of_sentences(tmp_path: Path) -> None:
    source, labels = coast(), Labels(tmp_path, "boats")
    code_all(source, labels)
    found = attention_coded(source, replace(ABOUT, unit=Unit.ARTICLES), labels).overall
    assert found.correction is not None
    assert found.correction.corrected is None
    assert "cannot be told" in found.correction.why


def test_rows_are_corrected_by_their_own_labels(tmp_path: Path) -> None:
    source, labels = coast(60), Labels(tmp_path, "boats")
    labels.parted = By.OUTLET
    code_all(source, labels, 170)
    answer = attention_coded(source, replace(ABOUT, by=By.OUTLET), labels)
    for row, truth in zip(answer.rows, (30 / 120, 15 / 60), strict=True):
        assert row.correction is not None
        assert row.correction.corrected is not None, row.name
        assert row.correction.corrected.share == pytest.approx(truth, abs=0.08)


def test_a_wider_query_uses_the_labels_that_were_given(tmp_path: Path) -> None:
    source, labels = coast(), Labels(tmp_path, "boats")
    code_all(source, labels)
    wider = attention_coded(source, Question("ferr* OR boat"), labels).overall
    assert wider.correction is not None
    assert wider.correction.corrected is not None
    assert wider.correction.corrected.share == pytest.approx(30 / 120)
    assert wider.correction.recall == 1


def test_labels_of_one_topic_do_not_change_with_the_unit_of_the_file(tmp_path: Path) -> None:
    labels = Labels(tmp_path, "boats")
    labels.add(label(1, True))
    head, row = (json.loads(line) for line in labels.path.read_text(encoding="utf-8").splitlines())
    assert head == {"labels": "boats", "seed": labels.seed, "parted": None}
    assert row["span"] == [1, 2]
    assert row["query"] == "ferr*"


# -- several at once


def test_labels_of_many_who_write_at_once_are_all_kept(tmp_path: Path) -> None:
    def code(coder: str) -> None:
        mine = Labels(tmp_path, "ferr")
        for number in range(12):
            mine.add(label(number, number % 2 == 0, coder))

    with ThreadPoolExecutor(6) as pool:
        list(pool.map(code, "abcdef"))
    found = Labels(tmp_path, "ferr").labels
    assert {(each.coder, each.span.start) for each in found} == {(c, n) for c in "abcdef" for n in range(12)}


def test_labels_of_another_process_are_kept_too(tmp_path: Path) -> None:
    script = (
        "import sys; from pathlib import Path; from sayso.coverage.attention_labels import Labels;"
        "from tests.coverage.attention.test_labels import label;"
        "labels = Labels(Path(sys.argv[1]), 'ferr');"
        "[labels.add(label(n, True, sys.argv[2])) for n in range(8)]"
    )
    root = Path(__file__).parents[3]
    env = {**os.environ, "PYTHONPATH": os.pathsep.join([str(root / "src"), str(root)])}
    some = [subprocess.Popen([sys.executable, "-c", script, str(tmp_path), coder], env=env) for coder in "ab"]
    assert [each.wait(60) for each in some] == [0, 0]
    assert sorted(each.coder for each in Labels(tmp_path, "ferr").labels) == [*"a" * 8, *"b" * 8]


def test_what_is_taken_in_does_not_put_out_what_came_meanwhile(tmp_path: Path) -> None:
    early = Labels(tmp_path, "ferr")
    Labels(tmp_path, "ferr").add(label(1, True, "bo"))
    assert early.add_all([label(2, False, "ada")]) == 1
    assert [each.coder for each in Labels(tmp_path, "ferr").labels] == ["bo", "ada"]


# -- the course


def test_the_course_begins_with_enough_labels_ends_with_all_and_tightens(tmp_path: Path) -> None:
    source, labels = coast(), Labels(tmp_path, "ferr")
    code_all(source, labels, LEAST - 1)
    sample = Sample(count(source, ABOUT), labels.seed)
    assert course(sample, labels) == ()
    code_all(source, labels, 40)
    steps = course(sample, labels)
    assert steps[0].labels == LEAST
    whole = attention_coded(source, ABOUT, labels).overall.correction
    assert whole is not None
    assert (steps[-1].labels, steps[-1].share) == (whole.used, whole.corrected)
    widths = [(step.share.high or 1) - (step.share.low or 0) for step in steps]
    assert widths[-1] < widths[0]

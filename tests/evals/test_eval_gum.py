"""The reader of GUM's files, on lines of our own."""

from __future__ import annotations

from evals import gum
from evals.people_gum import PARTS, part_of

LINES = """# newdoc id = GUM_news_ours
# newpar
# newpar_block = p (2 s)
# sent_id = GUM_news_ours-1
# text = Ada Moss, the mayor, isn't sure.
1\tAda\tAda\tPROPN\tNNP\t_\t8\tnsubj\t_\tDiscourse=context-background:1->2:0:_|Entity=(1-person-new-nnnnn-cf1-1-coref-Ada_(Moss)
2\tMoss\tMoss\tPROPN\tNNP\t_\t1\tflat\t_\tEntity=1)|SpaceAfter=No
3\t,\t,\tPUNCT\t,\t_\t5\tpunct\t_\t_
4\tthe\tthe\tDET\tDT\t_\t5\tdet\t_\tEntity=(1-person-giv:act-nnnnn-cf1-2-appos
5\tmayor\tmayor\tNOUN\tNN\t_\t1\tappos\t_\tEntity=1)|SpaceAfter=No
6\t,\t,\tPUNCT\t,\t_\t1\tpunct\t_\t_
7-8\tisn't\t_\t_\t_\t_\t_\t_\t_\t_
7\tis\tbe\tAUX\tVBZ\t_\t9\tcop\t_\t_
8\tn't\tnot\tPART\tRB\t_\t9\tadvmod\t_\t_
9\tsure\tsure\tADJ\tJJ\t_\t0\troot\t_\tSpaceAfter=No
10\t.\t.\tPUNCT\t.\t_\t9\tpunct\t_\t_

# newpar
# newpar_block = p (1 s)
# sent_id = GUM_news_ours-2
# text = She said it rained.
1\tShe\tshe\tPRON\tPRP\t_\t2\tnsubj\t_\tDiscourse=attribution-positive:2->3:0:_|Entity=(1-person-giv:act-nnnnn-cf1-1-ana)
2\tsaid\tsay\tVERB\tVBD\t_\t0\troot\t_\t_
3\tit\tit\tPRON\tPRP\t_\t4\texpl\t_\tDiscourse=ROOT:3
4\trained\train\tVERB\tVBD\t_\t2\tccomp\t_\tSpaceAfter=No
5\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
""".splitlines()


def test_document() -> None:
    [made] = gum.parse(LINES)
    assert made.text == "Ada Moss, the mayor, isn't sure.\nShe said it rained."
    assert all(made.text[w.start : w.end] == w.form for w in made.words)
    told = [(made.text[m.start : m.end], m.entity, m.sort, m.link, m.wiki) for m in made.mentions]
    assert told == [
        ("Ada Moss", 1, "person", "coref", "Ada_(Moss)"),
        ("the mayor", 1, "person", "appos", None),
        ("She", 1, "person", "ana", None),
    ]
    assert made.mentions[1].head == 4


def test_attribution() -> None:
    [made] = gum.parse(LINES)
    [found] = made.attributions
    assert found.source is not None
    assert made.text[found.source.start : found.source.end] == "She"
    assert (made.words[found.verb].form, found.sign) == ("said", "positive")
    assert [made.text[made.words[a].start : made.words[b - 1].end] for a, b in found.content] == ["it rained."]


def test_parts_share_no_document_and_a_third_is_held() -> None:
    """A document's part hangs on its name alone, so that what was read and what was not stays apart from run to run."""
    parts = [part_of(f"GUM_news_{number}") for number in range(300)]
    assert set(parts) == set(PARTS)
    assert 70 < parts.count("held") < 130
    assert parts == [part_of(f"GUM_news_{number}") for number in range(300)]

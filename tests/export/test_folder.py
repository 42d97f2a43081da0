"""A folder of pages opens from a disk: every link within it leads somewhere, and nothing of a page can act."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from datetime import date
from pathlib import Path
from urllib.parse import unquote

import pytest
from lxml import html as parser

from sayso import api
from sayso.archive import Filters
from sayso.cli import main
from sayso.errors import OutputError
from sayso.export.folder import write_pages
from sayso.export.html import main_part as article_part
from sayso.export.html import render
from sayso.export.links import Links, Same
from sayso.export.markup import Address
from tests.export.readings import READINGS
from tests.marked import whole


@pytest.fixture(scope="module")
def archive(sample_at: Callable[[Path], Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    return sample_at(tmp_path_factory.mktemp("folder") / "coverage.sayso")


@pytest.fixture(scope="module")
def story(archive: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    to = tmp_path_factory.mktemp("story") / "dam"
    with api.open(archive) as opened:
        largest = opened.stories()[0].id
    assert main(["export", str(archive), "--format", "html", "--story", largest, "--to", str(to)]) == 0
    return to


def pages(folder: Path) -> Iterator[tuple[Path, parser.HtmlElement]]:
    for path in sorted(folder.rglob("*.html")):
        yield path, parser.fromstring(path.read_text(encoding="utf-8"))


def dead(folder: Path) -> list[str]:
    """Links within the folder that lead nowhere."""
    trees = {path.resolve(): tree for path, tree in pages(folder)}
    marks = {path: set(tree.xpath("//@id")) for path, tree in trees.items()}
    found = []
    for path, tree in trees.items():
        for href in tree.xpath("//a/@href"):
            if href.startswith(("http://", "https://")):
                continue
            file, _, mark = href.partition("#")
            to = (path.parent / unquote(file)).resolve() if file else path
            if to not in marks or (mark and mark not in marks[to]):
                found.append(f"{path.name}: {href}")
    return found


def test_a_story_is_an_index_and_a_page_for_each_article(archive: Path, story: Path) -> None:
    with api.open(archive) as opened:
        told = opened.stories()[0]
    assert len(list((story / "articles").iterdir())) == len(told.members)
    index = (story / "index.html").read_text(encoding="utf-8")
    for section in ("disputes", "timeline", "articles", "voices"):
        assert f'id="{section}"' in index
    tree = parser.fromstring(index)
    assert tree.findtext(".//h1") == told.title
    assert all(len(each) == 2 for each in tree.xpath("//*[@class='halves']"))
    assert tree.xpath("//*[@class='half']//ol[@class='path']/li")  # through whom, on each side
    assert tree.xpath("//*[@class='half']//a[contains(@href, '#f')]")  # and where it stands
    assert tree.xpath("//ol[@class='moments']/li")
    who = tree.xpath("//section[@id='voices']//li/b/text()")
    assert who
    assert any("a copy of" in each for each in tree.xpath("//section[@id='articles']//li/span/text()"))


def test_every_link_within_leads_somewhere(story: Path) -> None:
    assert dead(story) == []
    article = next(iter((story / "articles").iterdir())).read_text(encoding="utf-8")
    assert 'href="../index.html"' in article
    assert 'href="../index.html#p-' in "".join(each.read_text() for each in (story / "articles").iterdir())


def test_nothing_is_fetched_and_nothing_but_our_own_runs(story: Path) -> None:
    for path, tree in pages(story):
        policy = tree.xpath("//meta[@http-equiv='Content-Security-Policy']/@content")
        assert policy
        assert policy[0].startswith("default-src 'none'"), path
        assert "unsafe" not in policy[0]
        assert not tree.xpath("//link | //img | //iframe | //@src | //@style | //form"), path
        assert len(tree.xpath("//script")) == (path.name != "index.html")


def test_all_articles_are_pages_with_an_index(archive: Path, tmp_path: Path) -> None:
    assert main(["export", str(archive), "--format", "html", "--to", f"{tmp_path}/all/", "--from", "2025-10-10"]) == 0
    with api.open(archive) as opened:
        count = len(list(opened.ids(Filters(since=date(2025, 10, 10)))))
    assert 0 < count == len(list((tmp_path / "all" / "articles").iterdir()))
    assert f"{count} articles" in (tmp_path / "all" / "index.html").read_text(encoding="utf-8")
    assert dead(tmp_path / "all") == []


def test_other_formats_take_a_story_too(archive: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with api.open(archive) as opened:
        told = opened.stories()[0]
    to = str(tmp_path / "a.jsonl")
    asked = ["--format", "jsonl", "--unit", "articles", "--story", told.id, "--to", to]
    assert main(["export", str(archive), *asked]) == 0
    assert len(Path(to).read_text(encoding="utf-8").splitlines()) == len(told.members)


@pytest.mark.parametrize(
    ("asked", "words"),
    [
        (("--to", "-"), "give it a place"),
        (("--to", "x/", "--bom"), "leave --unit and --bom out"),
        (("--to", "x/", "--unit", "articles"), "leave --unit and --bom out"),
        (("--to", "x/", "--story", "zeppelins"), "has no story about 'zeppelins'"),
    ],
)
def test_what_cannot_be_written_is_said(
    archive: Path, asked: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["export", str(archive), "--format", "html", *asked]) != 0
    said = capsys.readouterr().err
    assert words in said
    assert "Traceback" not in said


def test_names_of_files_are_safe_and_the_folder_is_whole_or_not_there(tmp_path: Path) -> None:
    some = [(id, whole()) for id in ("../up", "a", "A", "index")]
    tally = write_pages(some, [id for id, _ in some], tmp_path / "out")
    assert (tally.readings, tally.files) == (4, 5)
    assert sorted(each.name for each in (tmp_path / "out" / "articles").iterdir()) == [
        "A-2.html",
        "a.html",
        "index.html",
        "up.html",
    ]
    with pytest.raises(OutputError, match="not an empty folder"):
        write_pages(some, [id for id, _ in some], tmp_path / "out")


@pytest.mark.parametrize("name", READINGS)
def test_hostile_readings_make_no_element_of_theirs(name: str, tmp_path: Path) -> None:
    write_pages([("a", READINGS[name])], ["a"], tmp_path / "out")
    tree = parser.fromstring((tmp_path / "out" / "index.html").read_text(encoding="utf-8"))
    assert not tree.xpath("//script | //img | //@onerror | //@onload | //a[starts-with(@href, 'javascript')]")


@pytest.mark.parametrize("name", READINGS)
def test_a_page_alone_and_one_among_others_have_the_same_main_part(name: str) -> None:
    reading = READINGS[name]
    assert str(article_part(reading)) in render(reading)
    people = {each.id: Address("/person?name=x") for each in reading.people}
    same = {each.id: Same(2, Address("/family/x")) for each in reading.attributions}
    linked = article_part(reading, Links(people, same, (("Its story", Address("/story/x")),)))
    bare = re.sub(r' · <a href="/family/x"[^>]*>in 2 other articles</a>', "", linked)
    bare = re.sub(r'<ul class="elsewhere">.*?</ul>', "", bare)
    bare = re.sub(r'<a href="/person\?name=x" (class="[^"]*")>(.*?)</a>', r"<span \1>\2</span>", bare)
    assert bare == str(article_part(reading))


def test_the_index_of_a_story_has_what_was_put_right(archive: Path, story: Path) -> None:
    html = (story / "index.html").read_text(encoding="utf-8")
    with api.open(archive) as held:
        found = held.corrections(held.stories()[0])
    tied = [of for each in found if not each.notice.own for of in each.of]
    assert tied
    part = html[html.index('<section id="corrections"') :]
    part = part[: part.index("</section>")]
    for each in tied:
        assert f"{each.article}.html" in part

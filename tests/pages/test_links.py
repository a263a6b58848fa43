from __future__ import annotations

from pathlib import Path

import html5lib
import pytest
import yaml

from linter.pages import read_page
from linter.pages.inspection import links_to
from linter.pages.labels import Labels, shipped
from linter.pages.links import host_of, join
from linter.pages.markup.clean import clean
from linter.pages.survey import MOST_OTHERS

HTML = "text/html; charset=utf-8"
CASES = [
    case
    for name in ("links_first", "links_second")
    for case in yaml.safe_load(
        (Path(__file__).with_name("invented") / f"{name}.yaml").read_text(encoding="utf-8")
    )
]


def links(html: str, url: str = ""):
    return read_page(html.encode(), url=url, content_type=HTML).links


@pytest.mark.parametrize(
    ("label", "targets"),
    [
        ("Impressum", ["impressum"]),
        ("› IMPRESSUM.", ["impressum"]),
        ("Im\u00adpressum", ["impressum"]),
        ("Impressum/Datenschutz", ["impressum", "privacy"]),
        ("Impressum Datenschutz", ["impressum", "privacy"]),
        ("Impressum, Datenschutz und Barrierefreiheit", ["impressum", "privacy"]),
        ("Kontakt & Impressum", ["impressum"]),
        ("Rechtliches & Impressum", ["impressum"]),
        ("Impressum (öffnet in neuem Fenster)", ["impressum"]),
        ("Anbieterkennzeichnung nach § 5 DDG", ["impressum"]),
        ("Legal Notice / Imprint", ["impressum"]),
        ("Datenschutz-Erklärung", ["privacy"]),
        ("Datenschutzerklaerung", ["privacy"]),
        ("Hinweise zum Datenschutz", ["privacy"]),
        ("Datenschutz & Cookies", ["privacy"]),
        ("Unsere Datenschutzerklärung lesen", ["privacy"]),
        ("Privacy Policy", ["privacy"]),
        ("Datenschutzhinweise Social Media", ["privacy"]),
        ("Datenschutz / Škit datow", ["privacy"]),
        ("Datenschutz | Databeskyttelse", ["privacy"]),
        ("Impressionen", []),
        ("Impressum Generator", []),
        ("Impressumspflicht", []),
        ("Impresum", []),
        ("Kontakt", []),
        ("Info", []),
        ("Rechtliche Hinweise", []),
        ("Datenschutzordnung", []),
        ("Datenschutz-Einstellungen", []),
        ("Datenschutz und Informationsfreiheit", []),
        ("Cookie-Richtlinie", []),
        ("Mediadaten", []),
        ("Wir nehmen den Schutz Ihrer Daten ernst und erklären im Impressum mehr dazu", []),
    ],
)
def test_a_label_names_its_targets_or_leaves_it_to_the_page_behind(label: str, targets: list[str]):
    strong = [target for target, strength in shipped().classify(label) if strength == "strong"]
    assert strong == targets


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["link"])
def test_links_are_called_in_many_ways(case: dict[str, str]):
    (link,) = links(f"<!doctype html><body>{case['link']}")
    hinted = "medium" in dict(link.classes).values()
    wanted = case["names"]
    assert " ".join(sorted(link.targets)) == ("" if wanted in {"hint", "nothing"} else wanted)
    assert hinted or wanted != "hint"


@pytest.mark.parametrize(
    ("label", "strength"), [("Kontakt", "medium"), ("Info", "rejected"), ("Impresum", "medium")]
)
def test_weaker_labels_say_how_weak_they_are(label: str, strength: str):
    (link,) = links(f"<a href=/x>{label}</a>")
    assert (link.label_class, link.target, link.targets) == (strength, "impressum", ())


@pytest.mark.parametrize(
    ("html", "channel"),
    [
        ("<a href=/i>Impressum</a>", "text"),
        ('<a href=/i aria-label="Impressum">§</a>', "aria"),
        ('<a href=/i title="Impressum">§</a>', "title"),
        ('<a href=/i><img src=i.gif alt="Impressum"></a>', "alt"),
        ('<map><area href=/i alt="Impressum"></map>', "alt"),
        ("<a href=/i><svg><title>Impressum</title></svg></a>", "text"),
    ],
)
def test_the_channel_that_named_the_target_is_kept(html: str, channel: str):
    (link,) = links(html)
    assert (link.channel, link.targets) == (channel, ("impressum",))


@pytest.mark.parametrize(
    ("href", "strength"),
    [
        ("/datenschutz/", "strong"),
        ("/ueber-uns/tags-und-daten/datenschutz", "strong"),
        ("/category/datenschutz/", "medium"),
        ("https://blog.example/Schlagwort/datenschutz", "medium"),
    ],
)
def test_a_shelf_of_articles_is_no_sure_notice(href: str, strength: str):
    (link,) = links(f"<a href={href}>Datenschutz</a>")
    assert (link.label_class, link.target) == (strength, "privacy")


def test_an_address_alone_names_its_target_only_as_a_hint():
    (link,) = links("<a href=/de/impressum.html><i class=icon></i></a>")
    assert (link.channel, link.label_class, link.targets) == ("href", "medium", ())


@pytest.mark.parametrize(
    ("html", "found"),
    [
        ('<a href="https://www.impressum-generator.de/">Impressum</a>', False),
        ('<a href="https://policies.google.com/privacy">Datenschutzerklärung</a>', False),
        ('<a href="https://www.facebook.com/policy">Datenschutzerklärung von Facebook</a>', False),
        ('<a href="https://anderswo.de/ds">Datenschutzerklärung der Firma Anderswo</a>', False),
        ('<a href="/ds">Datenschutzerklärung der Stadt Musterhausen</a>', True),
        ('<a href="https://traeger.de/impressum">Impressum</a>', True),
        ('<a href="mailto:impressum@b.de">Impressum</a>', False),
        ('<a href="javascript:show()">Impressum</a>', False),
    ],
)
def test_links_of_generators_third_parties_and_no_pages_are_none(html: str, found: bool):
    assert bool(links(html)[0].targets) == found


def test_a_label_with_a_name_is_the_sites_own_at_its_own_address_written_out_too():
    html = '<a href="https://www.stadt.de/i">Impressum | Stadt Musterhausen</a>'
    assert links(html, "https://stadt.de/")[0].targets == ("impressum",)
    assert links(html, "https://dorf.de/")[0].targets == ()


def test_a_link_knows_what_surrounds_it():
    found = links(
        "<h2>Service</h2><footer><a href=i rel='NoFollow'>Impressum</a></footer>"
        "<div style='display:none'><a href=j>Impressum</a></div><nav><a href=k><img alt='Wappen'>Start</a></nav>"
    )
    assert [(link.heading, link.region, link.hidden, link.rel, link.alt) for link in found] == [
        ("Service", "footer", False, "nofollow", ""),
        ("Service", "", True, "", ""),
        ("Service", "nav", False, "", "Wappen"),
    ]


def test_addresses_are_resolved_against_base_and_page():
    url = "https://www.musterhausen.de/de/start"
    assert [link.resolved for link in links("<a href=../i#x>1</a><a href>2</a>", url)] == [
        "https://www.musterhausen.de/i#x", url,
    ]  # fmt: skip
    assert links('<base href="/en/"><a href=i>1</a>', url)[0].resolved == (
        "https://www.musterhausen.de/en/i"
    )
    assert join(url, "http://[oops") == "http://[oops"
    assert host_of("//WWW.B.de/x") == "www.b.de"
    assert host_of("http://[oops") == ""


def test_a_lexicon_of_ones_own_decides():
    own = Labels.from_facts({"impressum": {"labels": {"strong": {"fr": ["Mentions légales"]}}}})
    page = read_page(b"<a href=/m>Mentions l&eacute;gales</a><a href=/i>Impressum</a>", lexicon=own)
    assert [link.targets for link in page.links] == [("impressum",), ()]


def test_all_links_keep_the_order_of_the_page():
    found = links("<a href=1>a</a><map><area href=2></map><a>kein</a><a href=3>Impressum</a>")
    assert [link.href for link in found] == ["1", "2", "3"]
    assert found[2].region == ""


HOSTILE = [
    "<a href=x>a<a href=y>b",
    "<a href=x><table><a href=y>z</table>",
    "<p><a href=1>x</p><p>y</a>z",
    '<a href="a&amp;b&copy=1">x</a>',
    "<a href=x href=y>z</a>",
    "<A HREF='x'>q</A>",
    "<textarea><a href=x>y</a></textarea><a href=z>w",
    "<iframe><a href=x>y</a></iframe><a href=q>1</a>",
    '<script>"<a href=x>"</script><a href=ok>k</a>',
    "<!-- <a href=x>y</a> --><a href=z>1",
    "<!--><a href=x>y</a>--><a href=z>1",
    "<svg><a href=x>s</a></svg>",
    "<template><a href=x>t</a></template><a href=u>v</a>",
    "<noscript><a href=x>n</a></noscript>",
    '<a href>leer</a><a href="">leer</a>',
    '<a\nhref\n=\n"x"\n>n</a>',
    "<map><area href=x><area href=y></map><a href=z>k</a>",
    "<b><a href=x>1<p>2</b>3</a>",
    "<title><a href=x></title><a href=y>1</a>",
    "<a href=x>1<div>2<a href=3>4</div>5</a>",
    '<div><a href="x>y">z</a',
    "<a/href=x>1</a>",
    "<frameset><frame src=a><noframes><a href=x>y</a></noframes></frameset>",
    "<button><a href=x>1</a></button>",
    "<plaintext><a href=x>y</a>",
    "<a href=x>1</a></body></html><a href=y>2</a>",
    "<math><mi><a href=x>1</a></mi></math>",
    "<table><tr><a href=x>1</a><td><a href=y>2</a></table>",
    "<a href=\x00x>1</a>",
    "<xmp><a href=x>1</a></xmp><a href=y>2</a>",
    "<a href=x>a<b>b<a href=y>c</b>d</a>",
    "<style><a href=x></style><a href=y>z</a>",
    "<![CDATA[<a href=x>1</a>]]><a href=y>2</a>",
    "<?php <a href=x>1</a> ?><a href=y>2</a>",
    "<nobr><a href=1><nobr><a href=2>x",
    "<form><a href=1>x<form><a href=2>y</form>",
    "<h1><a href=1>x<h2><a href=2>y",
    "<dl><dt><a href=1>x<dd><a href=2>y</dl>",
]


def by_html5lib(html: str) -> list[tuple[str, str]]:
    found = []

    def walk(element) -> None:
        if not isinstance(element.tag, str):
            return
        tag = element.tag.rsplit("}", 1)[-1]
        if tag == "template":  # its content is no part of the page; html5lib's tree shows it
            return
        if tag in {"a", "area"} and element.get("href") is not None:
            found.append((element.get("href").strip(), clean("".join(element.itertext()))))
        for child in element:
            walk(child)

    walk(html5lib.parse(html.encode(), treebuilder="etree", transport_encoding="utf-8"))
    return found


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
@pytest.mark.parametrize("html", HOSTILE)
def test_links_agree_with_html5lib_on_hostile_markup(html: str):
    assert [(link.href, link.text) for link in links(html)] == by_html5lib(html)


@pytest.mark.parametrize("html", HOSTILE)
def test_what_surrounds_a_link_is_found_for_every_link(html: str):
    found = links(html)
    if found:
        assert len(found) == len(found[0]._around.tree.reading().contexts)


def test_a_page_with_more_links_than_are_kept_tells_them_all_the_same():
    names = [
        "Impressum" if number in {3, MOST_OTHERS + 2} else f"Seite {number}"
        for number in range(MOST_OTHERS + 5)
    ]
    page = read_page(
        "".join(
            f'<p><a href="/{n}" title="t{n}">{name}</a>' for n, name in enumerate(names)
        ).encode()
    )
    assert [(link.text, link.href, link.title) for link in page.links] == [
        (name, f"/{number}", f"t{number}") for number, name in enumerate(names)
    ]
    assert [link.href for link in page.links if link.target == "impressum"] == [
        "/3",
        f"/{MOST_OTHERS + 2}",
    ]


def test_what_surrounds_a_labelled_link_is_known_without_the_tree():
    page = read_page(
        b'<nav hidden><a href="/i">Impressum</a></nav><footer><a href="/d">Datenschutz</a></footer>'
    )
    assert page.tree._parser is None
    told = [(link.href, link.region, link.hidden) for link in page.labelled]
    assert told == [("/i", "nav", True), ("/d", "footer", False)]
    assert [link.text for link in page.links] == ["Impressum", "Datenschutz"]
    assert page.tree._parser is None


@pytest.mark.parametrize(
    ("href", "url"),
    [
        ("https:///rathaus.example/i", "https://rathaus.example/i"),
        ("https:/rathaus/i", "https://stadt.de/rathaus/i"),
        ("https:i", "https://stadt.de/a/i"),
        ("http:/rathaus.example/i", "http://rathaus.example/i"),
        ("http:\\\\rathaus.example\\i", "http://rathaus.example/i"),
        ("\\\\rathaus.example/i", "https://rathaus.example/i"),
        ("///rathaus.example/i", "https://rathaus.example/i"),
        ("\\impressum", "https://stadt.de/impressum"),
        ("im\tpres\r\nsum?a=\\", "https://stadt.de/a/impressum?a=\\"),
        ("https://rathaus.example/i", "https://rathaus.example/i"),
        ("mailto:a\\b@stadt.de", "mailto:a\\b@stadt.de"),
    ],
)
def test_an_address_is_read_as_browsers_read_it(href: str, url: str):
    assert join("https://stadt.de/a/b", href) == url


@pytest.mark.parametrize(
    ("base", "url"),
    [
        ("javascript:1", "https://stadt.de/impressum"),
        ("data:text/html,x", "https://stadt.de/impressum"),
        ("https://[", "https://stadt.de/impressum"),
        ("https:// x/", "https://stadt.de/impressum"),
        ("https://", "https://stadt.de/impressum"),
        ("https://a.de:99999/", "https://stadt.de/impressum"),
        ("/neu/", "https://stadt.de/impressum"),
        ("https://rathaus.example/x", "https://rathaus.example/impressum"),
    ],
)
def test_a_base_that_is_none_is_passed_over(base: str, url: str):
    found = links(f"<base href='{base}'><a href=/impressum>Impressum</a>", "https://stadt.de/")
    assert [link.resolved for link in found] == [url]


def test_a_link_may_have_its_name_elsewhere():
    found = links(
        "<b id=n>Impr\u00adessum</b><a href=/9 aria-labelledby=n><i></i></a>"
        "<a href=/8 aria-labelledby='none n'>mehr</a><a href=/7 aria-labelledby=none><i></i></a>"
    )
    assert [(link.channel, link.targets) for link in found] == [
        ("aria", ("impressum",)),
        ("aria", ("impressum",)),
        ("", ()),
    ]


def test_links_of_drawings_are_links():
    found = links(
        "<svg><a xlink:href=/i><text>Impressum</text></a><a xlink:href=/x href=/d><text>Datenschutz</text></a>"
        "<use xlink:href=#a></use></svg>"
    )
    assert [(link.href, link.targets) for link in found] == [
        ("/i", ("impressum",)),
        ("/d", ("privacy",)),
    ]


@pytest.mark.parametrize(
    ("link", "listed"),
    [
        ("<a href='impressum.htm'><img src='m/ImpressumB.jpg'></a>", ["impressum.htm"]),
        ("<a href='impressum.htm'>Zurück</a>", []),
        ("<a href='seite7.htm'><img src='m/ImpressumB.jpg'></a>", []),
    ],
)
def test_a_picture_without_words_is_listed_by_its_address(link: str, listed: list[str]) -> None:
    page = read_page(f"<title>Auen</title><body><p>Willkommen</p>{link}".encode())
    assert [one["href"] for one in links_to(page, "impressum")] == listed
    assert not any("impressum" in one.targets for one in page.links)

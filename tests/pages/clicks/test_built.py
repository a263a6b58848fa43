from __future__ import annotations

import time

import pytest

from linter.pages import read_page
from linter.pages.clicks.built import lost, named, scripted, unseen

SCRIPT = "<script src=/a.js></script>"


def page(html: str):
    return read_page(html.encode(), url="https://stadt.de/", content_type="text/html")


@pytest.mark.parametrize(
    "html",
    [
        "<site-footer></site-footer>",
        "<SITE-FOOTER class=x> </SITE-FOOTER>",
        "<div data-include='/foot.html'>Lade</div>",
        "<div id=foot w3-include-html=foot.html></div>",
        "<div hx-get=/foot hx-trigger=load></div>",
        "<footer class='page'> </footer>",
        "<footer><div class=inner></div></footer>",
        "<div id='footer'></div>",
        "<div class='site footer'></div>",
    ],
)
def test_a_script_may_fill_what_stands_empty(html):
    assert scripted(page(html + SCRIPT))
    assert not scripted(page(html))
    assert not scripted(page(f"<!-- {html} -->{SCRIPT}"))


@pytest.mark.parametrize(
    "html",
    [
        "<footer>Stadt Musterhausen</footer>",
        "<site-footer><a href=/impressum>Impressum</a></site-footer>",
        "<p data-id=3>Rathaus</p>",
        "<div id=main></div>",
    ],
)
def test_a_page_with_scripts_is_no_page_of_scripts(html):
    assert not scripted(page(html + SCRIPT))


FILL = "fetch('/inc/f.html').then(r=>r.text()).then(t=>{document.getElementById('f').innerHTML=t})"


@pytest.mark.parametrize(
    "html",
    [
        f"<div id=f></div><script>{FILL}</script>",
        "<p id=u></p><script>$('#u').load('/inc/f.html')</script>",
        "<b class='x u'></b><script>var x=new XMLHttpRequest();x.open('GET','/f');$('.u').html(x.responseText)</script>",
        "<script>function l(u,e){fetch(u).then(r=>r.text()).then(t=>e.innerHTML=t)}</script>",
        "<script>fetch('/f').then(r=>r.text()).then(t=>document.body.append(t))</script>",
        "<b id=u></b><script type=module>import {f} from './f.js'; f(document.querySelector('#u'))</script>",
        "<b id=u></b><script type=module>import {App} from '/a.js'; createApp(App).mount('#u')</script>",
        "<div wire:init=load></div><script src=/l.js></script>",
        "<div x-data x-init=\"fetch('/f').then(r=>r.text())\"></div><script src=/l.js></script>",
        "<include src=/f.html></include><script src=/i.js></script>",
        "<astro-island component-url=/f.js client=only></astro-island>",
        "<turbo-frame id=x src=/f>Lade</turbo-frame><script src=/t.js></script>",
        "<div id=f></div><script>fetch('/m.json').then(r=>r.json()).then(m=>{$('#f').append(`<a href=${m.u}>${m.t}</a>`)})</script>",
        "<script src=/js/footer.js></script>",
        "<script async src='https://cdn.example/site-foot.min.js?v=3'></script><footer></footer>",
    ],
)
def test_what_a_script_asks_for_may_be_the_foot_whatever_it_is_put_into(html):
    assert scripted(page(f"<p>Text</p>{html}"))
    assert not scripted(page(f"<p>Text</p><!-- {html} -->"))


@pytest.mark.parametrize(
    "html",
    [
        f"<main><div id=f></div></main><script>{FILL}</script>",
        f"<div id=f>Wir sind die Stadt.</div><script>{FILL}</script>",
        f"<div id=g></div><script>{FILL}</script>",
        f"<div id=f></div><script type=application/json>{FILL}</script>",
        f"<div id=f></div><script>{FILL.replace('/inc', 'https://wetter.example')}</script>",
        f"<div id=f></div><script>{FILL.replace('.text()', '.json()')}</script>",
        "<div id=f></div><script>fetch('/zaehler', {method: 'POST'})</script>",
        "<div id=f></div><script>f.innerHTML = new Date().getFullYear()</script>",
        "<div id=f></div><script type=module>import {f} from 'https://cdn.example/f.js'; f(document.querySelector('#f'))</script>",
        "<div id=f><a href=/k>Kontakt</a></div><script type=module>import {f} from './f.js'; f(document.querySelector('#f'))</script>",
        "<frameset><frame src=/k></frameset><script src=/js/main.js></script>",
        "<audio src=/a.mp3></audio><iframe src=/k></iframe><script src=/js/main.js></script>",
        "<script src=/js/footer.js></script><footer>Stadt Musterhausen</footer>",
        "<script src=/js/fussball.js></script><script src=/footer/main.js></script>",
        "<b id=f></b><script>$(window).load(function(){$('#f').append(x)})</script>",
        "<b id=f></b><script>d=new FormData(f); d.append('a', 1); fetch('/s', {body: d}); document.querySelector('#f').hidden=0</script>",
        f"<script>{'x=1;' * 2000}r=new XMLHttpRequest(); e.innerHTML=r.responseText</script>",
        "<script>google.charts.load('current'); document.body.append(x)</script>",
    ],
)
def test_what_a_script_asks_for_is_no_foot(html):
    assert not scripted(page(f"<p>Text</p>{html}"))


def test_what_a_page_links_by_name():
    links = "<a href=/i>Impressum</a><a href=/d>Datenschutz</a><a href=/k>Kontakt</a>"
    assert named(page(links)) == {"impressum", "privacy"}
    assert named(page("<a href=/k>Kontakt</a>")) == set()


@pytest.mark.parametrize(
    ("html", "kinds"),
    [
        ("<script>add('/impressum')</script>", {"impressum"}),
        ("<script>menu = ['Impressum', 'Datenschutz']</script>", {"impressum", "privacy"}),
        ("<template><a href=/i>Impressum</a></template>", {"impressum"}),
        ("<b data-url='/privacy-policy'></b>", {"privacy"}),
        ("""<b data-menu='{"a": "/impressum"}'></b>""", {"impressum"}),
        ("<b onclick='go(`/impressum`)'></b>", {"impressum"}),
        ("<select><option value=/impressum>I</select>", {"impressum"}),
        ("<select><option value=Impressum>Impressum</select>", set()),
        ("<iframe data-src=/foot></iframe>", {"impressum", "privacy"}),
        ("<iframe data-src=https://video.example/7></iframe>", set()),
        ("<script src=/impressum.js></script>", set()),
        ("<!-- <script>'Impressum'</script> -->", set()),
        ("<p id=impressum title=Impressum>Impressum</p>", set()),
        ("<a href=/i>Impressum</a><script>'Impressum'</script>", set()),
    ],
)
def test_what_a_script_may_make_a_link_of(html, kinds):
    assert unseen(page(html + SCRIPT)) == kinds


def test_without_a_script_nothing_becomes_a_link():
    assert not unseen(
        page("<template><a href=/i>Impressum</a></template><b data-url=/impressum></b>")
    )


def test_words_that_are_lost():
    told = "<p>Im Rathaus der Stadt.</p>"
    assert not lost(page(told))
    wide = (told * 9).encode("utf-16-le")
    assert lost(read_page(wide, content_type="text/html; charset=utf-8"))
    assert not lost(read_page(wide, content_type="text/html; charset=utf-16le"))
    assert lost(page("\x1b\x03\x00ab"))


@pytest.mark.parametrize(
    "piece",
    [
        "<script>impressum",
        "<b data-a=impressum ",
        "<iframe data-",
        "<template",
        "impressum",
        "<a-b ",
        "<footer",
        "<div id=",
        "<!--",
        "<div data-include",
        "<a-b>",
        "<b src= ",
        "<b src=x></b",
        "<script src=foot",
        "<script>fetch(",
        "<script>fetch(x).innerHTML;import a from ",
        "<script>fetch(x).innerHTML;$('#a')</script>",
        "<b x-init=",
    ],
)
def test_no_page_takes_long(piece):
    hostile = page(SCRIPT + piece * (400_000 // len(piece)))
    began = time.process_time()
    unseen(hostile)
    assert time.process_time() - began < 2


def test_a_script_made_of_one_word_takes_no_longer_than_another():
    def spent(word):
        script = f"<script>fetch(x).innerHTML;{word * (18_000 // len(word))}</script>"
        hostile = page(SCRIPT + script * 50)
        began = time.process_time()
        unseen(hostile)
        return time.process_time() - began

    plain = spent("report a ")
    assert spent("import a ") < 4 * plain + 0.6

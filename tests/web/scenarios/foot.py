"""Links that stand in the page without standing in its text: frames, forms, shadow trees, scripts."""

from __future__ import annotations

from tests.web.pages import LINKS, home, link, page, privacy, site
from tests.web.scenarios.scenario import scenario
from tests.web.site import html

OPEN = {"IMP101": "page-not-judgeable", "DSE101": "page-not-judgeable"}
NOWHERE = {"IMP101": "forwarded-nowhere", "DSE101": "forwarded-nowhere"}


@scenario()
def foot_in_a_frame(city):
    """The links stand in an inline frame beside the page's own words."""
    foot = html(page(city, "Fuß", ""))
    start = home(city, '<li><iframe src="/fuss.html"></iframe></li>')
    return {city.host: site(city, {"/": start, "/fuss.html": foot})}


@scenario(unknown={"IMP101": "not-reachable", "DSE101": "not-reachable"}, net="NET002")
def foot_in_a_broken_frame(city):
    """The frame that may hold the links answers with an error of the server."""
    start = home(city, '<li><iframe src="/fuss.html"></iframe></li>')
    return {city.host: site(city, {"/": start, "/fuss.html": html("", status=503)})}


@scenario()
def foot_in_a_shadow_tree(city):
    """The links stand in a shadow tree that the page brings along."""
    tree = f'<site-foot><template shadowrootmode="open">{LINKS}</template></site-foot>'
    return {city.host: site(city, {"/": home(city, tree)})}


@scenario(unknown=OPEN)
def foot_by_a_script(city):
    """An element of the site's own making gets its links from a script."""
    start = home(city, '<li><site-foot></site-foot><script src="/foot.js"></script></li>')
    return {city.host: site(city, {"/": start})}


PRIVACY = link("Datenschutz", "/datenschutz")
for _name, _body in {
    "written": """<li><script>document.write('<a href="/impressum">Impressum</a>')</script></li>""",
    "copied": """<li><template id=t><a href="/impressum">Impressum</a></template><script src=t.js></script></li>""",
    "chosen": """<li><select onchange="location=this.value"><option>Bitte wählen<option value="/impressum">Impressum</select></li>""",
    "marked": """<li><i data-href="/impressum"></i><script src=links.js></script></li>""",
    "late-frame": """<li><iframe data-src="/fuss" class=lazyload></iframe><script src=l.js></script></li>""",
}.items():
    scenario(
        lambda city, body=_body: {
            city.host: site(
                city,
                {
                    "/": home(city, body + PRIVACY),
                    "/datenschutz": html(str(privacy(city).body).replace(LINKS, "")),
                },
            )
        },
        name=f"link-by-a-script-{_name}",
        about="A script that stands in the page, or reads what does, makes the link to the Impressum.",
        unknown={"IMP101": "page-not-judgeable"},
    )


@scenario(unknown={"IMP103": "page-not-judgeable"})
def link_by_a_script_and_another_behind_pages(city):
    """Where another page links the Impressum, it is read, whatever a script of the first one does."""
    script = """<li><script>document.write('<a href="/impressum">Impressum</a>')</script></li>"""
    return {city.host: site(city, {"/": home(city, script + PRIVACY)})}


@scenario(fails="IMP101", unknown={"DSE101": "page-not-judgeable"})
def only_the_notice_by_a_script(city):
    """A script speaks of the privacy notice alone: that there is no Impressum can be told."""
    start = home(city, '<li><script>show({"url": "/datenschutz"})</script></li>')
    pages = dict.fromkeys(
        ("/rathaus", "/leben"), html(page(city, "Rathaus", "<p>Alles.</p>", links=""))
    )
    return {city.host: site(city, {"/": start} | pages)}


@scenario(may_fail="IMP106", unknown={"IMP104": "page-not-judgeable", "IMP202": ""})
def link_by_its_role(city):
    """The link is one by its role and a script alone."""
    mark = (
        "<li><span role=link tabindex=0 data-to=7>Impressum</span><script src=l.js></script></li>"
    )
    return {city.host: site(city, {"/": home(city, mark + PRIVACY)})}


for _name, _body in {
    "srcdoc": """<li><iframe srcdoc='<a target=_top href="/impressum">Impressum</a>'></iframe></li>""",
    "data": """<li><iframe src="data:text/html,%3Ca href='https://HOST/impressum'%3EImpressum%3C/a%3E"></iframe></li>""",
    "embed": """<li><embed src="/fuss.html" type="text/html"></li>""",
    "drawing": """<li><svg><a xlink:href="/impressum"><text y=20>Impressum</text></a></svg></li>""",
    "slashes": link("Impressum", "https:///HOST/impressum"),
    "backslashes": link("Impressum", "\\\\HOST\\impressum"),
    "script-base": '<base href="javascript:1">' + link("Impressum", "/impressum"),
    "data-base": '<base href="data:text/html,x">' + link("Impressum", "/impressum"),
    "broken-base": '<base href="https://[">' + link("Impressum", "/impressum"),
}.items():
    scenario(
        lambda city, body=_body: {
            city.host: site(
                city,
                {
                    "/": home(city, body.replace("HOST", city.host) + PRIVACY),
                    "/fuss.html": html(page(city, "Fuß", "")),
                },
            )
        },
        name=f"link-as-browsers-see-it-{_name}",
        about="Readers see the link, however it is written.",
    )

for _name, _encoding in {"utf-16": "utf-16-le", "utf-32": "utf-32"}.items():
    scenario(
        lambda city, encoding=_encoding: {
            city.host: site(city, {"/": html(str(home(city).body).encode(encoding))})
        },
        name=f"home-in-{_name}-that-says-to-be-utf-8",
        about="The start page is in an encoding in which nobody can read it.",
        unknown=OPEN,
    )


@scenario(unknown=OPEN)
def home_of_a_few_bytes(city):
    """The start page is no text at all."""
    return {city.host: site(city, {"/": html(b"\x1b\x03\x00\xf8\xff")})}


@scenario()
def foot_of_buttons(city):
    """The links are buttons that send a form off."""
    buttons = "".join(
        f'<li><form action="{path}"><input type="submit" value="{name}"></form></li>'
        for name, path in (("Impressum", "/impressum"), ("Datenschutz", "/datenschutz"))
    )
    return {city.host: site(city, {"/": home(city, buttons)})}


@scenario(unknown=NOWHERE)
def home_moves_on_to_nothing(city):
    """The start page moves its visitors on to a page that is not there."""
    start = html('<html><head><meta http-equiv="refresh" content="0; url=/neu"></head></html>')
    return {city.host: site(city, {"/": start, "/neu": html("", status=404)})}


@scenario(unknown={"IMP104": "platform-not-readable"}, may_fail="DSE104")
def impressum_on_a_walled_platform(city):
    """The Impressum is said to stand on a platform whose pages programs must not read."""
    links = link("Impressum", "https://www.facebook.com/stadt/about")
    start = home(city, links + link("Datenschutz", "/datenschutz"))
    return {city.host: site(city, {"/": start})}


@scenario(unknown={"IMP201": "too-large"})
def impressum_in_part(city):
    """A cache sends a part of the page that nobody asked for."""
    whole = html("<title>Impressum</title><h1>Impressum</h1><p>Angaben gemäß § 5 DDG", status=206)
    return {city.host: site(city, {"/impressum": whole})}

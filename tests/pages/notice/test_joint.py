"""With whom a notice says that there is joint control."""

from __future__ import annotations

import pytest

from linter.pages import read_page
from linter.pages.privacy import privacy_of

TOLD = {
    "<p>Mit der Meta Platforms Ireland Ltd. sind wir gemeinsam verantwortlich.</p>": ("meta",),
    "<p>Zusammen mit der Meta Platforms Ireland Ltd. tragen wir die Verantwortung.</p>": ("meta",),
    "<p>Wir teilen uns mit LinkedIn die Verantwortung für die Statistik.</p>": ("linkedin",),
    "<p>Google Ireland und wir sind Joint Controller.</p>": ("google",),
    "<p>Wir sind auf X gemeinsam mit dem Betreiber verantwortlich.</p>": ("x",),
    "<p>Wir sind mit Meta, Google und den Netzwerken gemeinsam verantwortlich.</p>": ("any",),
    "<p>Der EuGH hält Betreiber einer Facebook-Seite für gemeinsam verantwortlich.</p>": ("any",),
    "<p>Es besteht eine gemeinsame Verantwortlichkeit nach Art. 26 DSGVO.</p>": ("any",),
    "<p>Mit den Städten und Gemeinden sind wir gemeinsam verantwortlich.</p>": ("others",),
    "<p>Für das Serviceportal besteht eine gemeinsame Verantwortlichkeit.</p>": ("others",),
    "<h2>YouTube</h2><h3>Gemeinsame Verantwortlichkeit</h3><p>Es gilt Art. 26 DSGVO.</p>": (
        "google",
        "others",
    ),
    "<h2>YouTube</h2><p>Text.</p><h2>Verträge</h2><p>Es gilt Art. 26 DSGVO.</p>": ("any",),
    "<h2>Soziale Medien (YouTube)</h2><p>Es gilt Art. 26 DSGVO.</p>": ("any",),
    "<p>Verantwortlich ist, wer allein oder gemeinsam mit anderen über Zwecke und Mittel entscheidet.</p>": (),
    "<p>Verantwortlich für Facebook ist die Stadt.</p>": (),
}


@pytest.mark.parametrize(("body", "parties"), TOLD.items())
def test_with_whom_there_is_joint_control(body, parties):
    page = f"<title>Datenschutz</title><h1>Datenschutzerklärung</h1>{body}"
    assert privacy_of(read_page(page.encode())).joint_with == parties

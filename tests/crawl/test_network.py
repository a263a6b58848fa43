"""Settings of the network: from the config, from options, and their faults in both languages."""

from __future__ import annotations

import pytest

from linter.crawl.network import CONTACT, SETTINGS, Network, Override, parse_contact
from linter.errors import LinterError

ADDRESS = "93.184.216.34"

RESOLVE = {
    f"a.example:443:{ADDRESS}": Override("a.example", 443, (ADDRESS,), 443),
    f"A.Example.:443:{ADDRESS}:8443": Override("a.example", 443, (ADDRESS,), 8443),
    f"*:80:{ADDRESS}:8080": Override("*", 80, (ADDRESS,), 8080),
    f"a.example:443:[::1]:8443,{ADDRESS}:8443": Override("a.example", 443, ("::1", ADDRESS), 8443),
    "a.example:443:[2a00::1]": Override("a.example", 443, ("2a00::1",), 443),
    "a.example:443:2a00::1": Override("a.example", 443, ("2a00::1",), 443),
    f"+müller.example:443:{ADDRESS}": Override("xn--mller-kva.example", 443, (ADDRESS,), 443),
}


@pytest.mark.parametrize("text", RESOLVE)
def test_look_ups_are_replaced_as_with_curl(text):
    assert Network().with_options(resolve=[text]).resolve == (RESOLVE[text],)


WRONG_RESOLVE = """
a.example a.example:443 a.example:443: a.example:0:1.1.1.1 a.example:x:1.1.1.1 :443:1.1.1.1
a.example:443:b.example a.example:443:1.1.1.1:0 a.example:443:[::1 a.example:443:[::1]x
a.example:443:1.1.1.1:80,1.1.1.2:81 a.example:65536:1.1.1.1 a.example:443:1.1.1.1,
""".split()


@pytest.mark.parametrize("text", WRONG_RESOLVE)
def test_what_replaces_nothing_is_refused(text):
    with pytest.raises(LinterError) as caught:
        Network().with_options(resolve=[text])
    assert text in caught.value.text["de"]
    assert text in caught.value.text["en"]


def test_the_last_entry_counts_and_names_go_before_the_star():
    network = Network().with_options(
        resolve=["a.example:443:1.1.1.1", "a.example:443:1.1.1.2", "*:443:1.1.1.3"]
    )
    assert network.override("a.example", 443).addresses == ("1.1.1.2",)
    assert network.override("b.example", 443).addresses == ("1.1.1.3",)
    assert network.override("a.example", 80) is None


def test_a_config_is_read_and_options_go_before_it():
    network = Network.from_config(
        {
            "jobs": "100",
            "per-host": 1,
            "timeout": "2.5",
            "interval": "0",
            "waits": ["1", "2"],
            "allow-network": "10.0.0.0/8",
            "obey-robots-for-api": "ja",
            "proxy": "http://proxy.example:3128",
            "burst": None,
        },
        contact="https://www.musterhausen.example/kontakt",
    )
    assert (network.jobs, network.per_host, network.timeout) == (100, 1, 2.5)
    assert network.user_agent.endswith("(+https://www.musterhausen.example/kontakt)")
    assert network.obey_robots_for_api
    assert [network.wait(later) for later in (1, 2, 3)] == [1, 2, 2]
    changed = network.with_options(jobs=7, per_host="3", allow_network=["::1"])
    assert (changed.jobs, changed.per_host, changed.timeout) == (7, 3, 2.5)
    assert len(changed.allow_network) == 2


def test_limits_of_time_are_never_longer_than_the_whole():
    assert (Network().connect_timeout, Network().silence_timeout) == (5, 10)
    assert (Network(timeout=1).connect_timeout, Network(timeout=1).silence_timeout) == (1, 1)


def test_without_a_contact_a_documented_one_is_named():
    assert Network().contact == CONTACT
    assert CONTACT.startswith("https://")
    assert ".invalid" not in CONTACT


WRONG = {
    "jobs": ["0", "x", "-1", "1.5", "9" * 5000, True],
    "per-host": ["0", ""],
    "timeout": ["0", "nan", "inf", "x"],
    "interval": ["-1"],
    "burst": [0],
    "waits": [["x"]],
    "passes": [-1],
    "allow-network": ["10.0.0.0/33", "x", ""],
    "obey-robots-for-api": ["maybe"],
    "proxy": ["socks5://x", "x"],
    "resolve": ["x"],
    "ca-file": ["/nicht/da.pem", __file__],
}


@pytest.mark.parametrize(("key", "value"), [(k, v) for k, vs in WRONG.items() for v in vs])
def test_wrong_settings_are_told_with_their_key(key, value):
    with pytest.raises(LinterError) as caught:
        Network.from_config({key: value})
    for lang in ("de", "en"):
        assert caught.value.text[lang].startswith(f"network.{key}: ")
        assert caught.value.text[lang].endswith(".")


CONTACTS = ["", "x", "mailto:a@example.org", "https://a.example/ b", "https://a.example/(x)", "ü"]


@pytest.mark.parametrize("contact", CONTACTS)
def test_a_contact_that_is_no_web_address_is_refused(contact):
    with pytest.raises(LinterError):
        parse_contact(contact)


def test_unknown_settings_are_refused_with_those_there_are():
    with pytest.raises(LinterError, match="per-host"):
        Network.from_config({"per_host": 1})
    assert "per-host" in SETTINGS


def test_faults_can_be_given_their_place():
    def fault(key, de, en):
        return LinterError({"de": de, "en": en}, path=".amtlint.yaml", line=7, column=3, hint=None)

    with pytest.raises(LinterError) as caught:
        Network.from_config({"jobs": "x"}, fault=fault)
    assert caught.value.render("en").startswith(".amtlint.yaml:7:3: “x” is no whole number")


def test_wrong_options_are_told_by_their_name():
    with pytest.raises(LinterError, match="--per-host: "):
        Network().with_options(per_host=0)
    with pytest.raises(LinterError, match="no such file"):
        Network().with_options(ca_file="/nicht/da.pem")

"""A digest by webhook, and what keeps it from going out: over real HTTP and TLS."""

from __future__ import annotations

import pytest

from tests.delivery.sending import sent


def test_a_header_that_http_cannot_carry_is_told_without_its_secret(web_server, network, result):
    hook = web_server("hooks.example")
    header = {"Authorization": "Bearer ${HOOK}"}
    entry = {"webhook": {"url": "https://hooks.example/in", "headers": header}}
    [line] = sent(result, network(hook.port), entry, environ={"HOOK": "grün"})
    assert "Authorization" in line
    assert "ü" not in line
    assert "xfc" not in line
    assert hook.requests == []


def test_a_webhook_gets_json_over_tls_with_its_secret_header(web_server, network, result):
    hook = web_server("hooks.example")
    entry = {
        "webhook": {
            "url": "https://hooks.example/in/${HOOK}",
            "headers": {"Authorization": "Bearer ${HOOK}"},
        }
    }
    assert sent(result, network(hook.port), entry) == []
    [(path, headers, data)] = hook.requests
    assert path == "/in/T0K3N-abc"
    assert (headers["Host"], headers["Authorization"]) == ("hooks.example", "Bearer T0K3N-abc")
    assert headers["Content-Type"] == "application/json"
    assert data["counts"] == {"accounts": 2, "new": 1, "reopened": 0, "gone": 1, "open": 2}
    assert [(one["account"], one["code"], one["change"]) for one in data["findings"]] == [
        ("a", "XX102", "new")
    ]
    assert [(one["account"], one["change"]) for one in data["gone"]] == [("b", "gone")]
    assert data["sent_at"] == "2026-11-26T04:30:00+00:00"
    assert data["text"].startswith("amtlint, 2026-11-26: 1 new")


def test_a_webhook_in_a_private_network_is_refused_unless_allowed(web_server, network, result):
    hook = web_server()
    entry = {"webhook": {"url": f"http://127.0.0.1:{hook.port}/"}}
    [line] = sent(result, network(allow_network=()), entry, lang="de")
    assert line.endswith(
        ": keine öffentliche Adresse (127.0.0.1); ein internes Netz gibt „allow-network“ frei"
    )
    assert hook.requests == []
    assert sent(result, network(), entry) == []
    assert len(hook.requests) == 1


def test_a_webhook_with_a_certificate_of_another_name_gets_nothing(web_server, network, result):
    hook = web_server("other.example")
    [line] = sent(result, network(hook.port), {"webhook": {"url": "https://hooks.example/"}})
    assert ": certificate or encryption at fault (Hostname mismatch" in line
    assert hook.requests == []


@pytest.mark.parametrize(("status", "location"), [(500, ""), (404, ""), (302, "http://127.0.0.1/")])
def test_a_webhook_that_says_no_or_sends_elsewhere_is_a_failure_without_its_secret(
    web_server, network, result, status, location
):
    hook = web_server("hooks.example")
    hook.status, hook.location = status, location
    entry = {"webhook": {"url": "https://hooks.example/${HOOK}"}}
    [line] = sent(result, network(hook.port), entry)
    assert line == f"hooks.example: The server answered with HTTP {status}."
    assert "T0K3N" not in line
    assert len(hook.requests) == 1


def test_a_webhook_whose_whole_address_is_secret_is_not_told(network, result):
    environ = {"HOOK_URL": "https://unknown.invalid/T0K3N-abc"}
    [line] = sent(result, network(), {"webhook": {"url": "${HOOK_URL}"}}, environ=environ)
    assert "unknown.invalid/T0K3N" not in line

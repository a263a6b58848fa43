"""The evidence of a night: what is in the files, whatever happens to the process."""

from __future__ import annotations

import gzip
import json
import os
import signal
import subprocess
import sys
import textwrap
from datetime import UTC, datetime
from hashlib import sha256
from typing import TYPE_CHECKING

import pytest
from warcio.archiveiterator import ArchiveIterator
from warcio.checker import Checker

from linter.crawl.body import body_at
from linter.crawl.capture import Capture, Exchange, Hop
from linter.crawl.evidence import WarcRecorder
from linter.errors import LinterError

if TYPE_CHECKING:
    from pathlib import Path

START = datetime(2026, 11, 25, 22, 0, 0, tzinfo=UTC)
AT = "2026-11-25T22:00:01.500Z"
URL = "https://www.musterhausen.de/impressum"
REQUEST = (("Host", "www.musterhausen.de"), ("User-Agent", "amtlint/1"), ("Accept", "text/html"))


def recorder(folder: Path, **further) -> WarcRecorder:
    given = {"software": "amtlint/1", "started": START, "rulebook": "sha256:abc", **further}
    return WarcRecorder(str(folder), **given)


def exchange(body: bytes = b"<p>Impressum", *, url: str = URL, status: int = 200, headers=()):
    sent = (("Content-Type", "text/html"), *headers)
    return Exchange(url, REQUEST, status, "OK", sent, body, AT, "192.0.2.7", 0.1)


def captured(place, body: bytes = b"<p>Impressum", *, url: str = URL, **further) -> Capture:
    given = {"status": 200, "headers": {"content-type": "text/html"}, "fetched_at": AT, **further}
    digest = sha256(body).hexdigest() if body else ""
    return Capture(url, url, body=body, sha256=digest, warc=place, **given)


def records(folder: Path):
    found = []
    for path in sorted(folder.glob("*.warc.gz")):
        with path.open("rb") as stream:
            found += [
                (record.rec_type, record.rec_headers, record.raw_stream.read())
                for record in ArchiveIterator(stream, check_digests="raise")
            ]
    return found


class Args:
    """What warcio's own `check` command is given."""

    def __init__(self, folder: Path) -> None:
        self.inputs = [str(path) for path in sorted(folder.glob("*.warc.gz"))]
        self.verbose = True


def test_warcio_itself_checks_every_digest(tmp_path, capsys):
    with recorder(tmp_path) as night:
        night.exchange(exchange())
        night.exchange(exchange(b""))
        night.exchange(exchange(bytes(range(256)) * 20))
        night.capture("gone", Capture(URL, URL, None, "timeout", "no answer in 30 s"))
    checker = Checker(Args(tmp_path))
    checker.process_all()
    assert checker.exit_value == 0
    told = capsys.readouterr().out
    assert told.count("digest pass") == 8  # information, 3 answers, 3 requests, 1 fault
    assert "digest not present" not in told


def test_request_and_answer_belong_together_and_stand_as_sent(tmp_path):
    with recorder(tmp_path, user_agent="amtlint/1 (+https://a.example)") as night:
        night.exchange(exchange(headers=(("X-Zwei", "ä ö"), ("X-Zwei", "nochmal"))))
    (info, answer, request) = records(tmp_path)
    assert info[0] == "warcinfo"
    assert b"software: amtlint/1\r\n" in info[2]
    assert b"http-header-user-agent: amtlint/1 (+https://a.example)\r\n" in info[2]
    assert b"robots: RFC 9309\r\n" in info[2]
    assert b"rulebook: sha256:abc\r\n" in info[2]
    assert answer[1].get_header("WARC-Target-URI") == URL
    assert answer[1].get_header("WARC-Date") == AT
    assert answer[1].get_header("WARC-IP-Address") == "192.0.2.7"
    assert answer[1].protocol == "WARC/1.1"
    assert request[1].get_header("WARC-Concurrent-To") == answer[1].get_header("WARC-Record-ID")
    raw = gzip.decompress(next(tmp_path.glob("*.warc.gz")).read_bytes())
    assert "X-Zwei: ä ö\r\nX-Zwei: nochmal\r\n".encode() in raw
    assert b"GET /impressum HTTP/1.1\r\nHost: www.musterhausen.de\r\n" in raw


def test_the_payload_digest_is_of_the_body_as_received(tmp_path):
    coded = gzip.compress(b"<p>Impressum")
    with recorder(tmp_path) as night:
        night.exchange(exchange(coded, headers=(("Content-Encoding", "gzip"),)))
    answer = records(tmp_path)[1]
    assert answer[2] == coded
    assert answer[1].get_header("WARC-Payload-Digest") == f"sha256:{sha256(coded).hexdigest()}"


def test_a_transfer_coding_that_is_undone_is_not_claimed(tmp_path):
    with recorder(tmp_path) as night:
        night.exchange(exchange(headers=(("Transfer-Encoding", "chunked"),)))
    with next(tmp_path.glob("*.warc.gz")).open("rb") as stream:
        answer = list(ArchiveIterator(stream))[1]
        assert answer.http_headers.get_header("transfer-encoding") is None
        assert answer.http_headers.get_header("x-archive-orig-transfer-encoding") == "chunked"


def test_a_body_that_was_cut_is_marked(tmp_path):
    with recorder(tmp_path) as night:
        night.exchange(exchange(b"x" * 10, headers=(("Content-Length", "5000"),)))
        night.exchange(exchange(b"x" * 10, headers=(("Content-Length", "10"),)))
    answers = [headers for kind, headers, _ in records(tmp_path) if kind == "response"]
    assert [one.get_header("WARC-Truncated") for one in answers] == ["length", None]


def test_line_breaks_cannot_smuggle_a_header_in(tmp_path):
    with recorder(tmp_path) as night:
        night.exchange(
            exchange(url=URL + "\r\nWARC-Type: warcinfo", headers=(("X-A", "a\r\nX-Evil: b"),))
        )
    (_, answer, _) = records(tmp_path)
    assert answer[0] == "response"
    raw = gzip.decompress(next(tmp_path.glob("*.warc.gz")).read_bytes())
    assert b"\nX-Evil" not in raw
    assert raw.count(b"\nWARC-Type: warcinfo") == 1  # the first record's own


def test_no_answer_is_on_record_too(tmp_path):
    with recorder(tmp_path) as night:
        night.capture("k", Capture(URL, URL, None, "dns_error", "no such name", fetched_at=AT))
    (_, told) = records(tmp_path)
    assert told[0] == "metadata"
    assert told[2] == f"fault: dns_error\r\ndetail: no such name\r\nasked: {URL}\r\n".encode()


def test_the_place_of_an_answer_is_where_it_lies(tmp_path):
    with recorder(tmp_path) as night:
        places = [night.exchange(exchange(f"page {n}".encode())) for n in range(3)]
    for number, place in enumerate(places):
        with (tmp_path / place["file"]).open("rb") as stream:
            stream.seek(place["offset"])
            assert next(ArchiveIterator(stream)).raw_stream.read() == f"page {number}".encode()


def test_files_rotate_and_each_says_who_wrote_it(tmp_path):
    with recorder(tmp_path, rotate=4_000) as night:
        for number in range(8):
            night.exchange(exchange(os.urandom(900), url=f"{URL}/{number}"))
    files = sorted(path.name for path in tmp_path.glob("*.warc.gz"))
    assert files == [f"20261125T220000Z-{n:05d}.warc.gz" for n in range(len(files))]
    assert len(files) > 2
    kinds = [kind for kind, _, _ in records(tmp_path)]
    assert kinds.count("warcinfo") == len(files)
    assert kinds.count("response") == 8


def test_two_nights_of_the_same_second_do_not_clash(tmp_path):
    with recorder(tmp_path) as first, recorder(tmp_path) as second:
        first.exchange(exchange(b"first"))
        second.exchange(exchange(b"second"))
    assert sorted(path.name for path in tmp_path.glob("*.warc.gz")) == [
        "20261125T220000Z-00000.warc.gz",
        "20261125T220000Z_2-00000.warc.gz",
    ]
    assert [kind for kind, _, _ in records(tmp_path)].count("response") == 2
    ids = [headers.get_header("WARC-Record-ID") for _, headers, _ in records(tmp_path)]
    assert len(set(ids)) == len(ids)


def test_the_digests_beside_hold_for_sha256sum(tmp_path):
    with recorder(tmp_path) as night:
        night.capture("k", captured(night.exchange(exchange())))
    command = ["sha256sum", "-c", "20261125T220000Z.sha256"]
    told = subprocess.run(command, cwd=tmp_path, capture_output=True, check=False)
    assert told.returncode == 0
    assert told.stdout.count(b": OK") == 3


def test_the_same_night_gives_the_same_files(tmp_path):
    for name in ("a", "b"):
        with recorder(tmp_path / name) as night:
            night.describe({"as_of": "2026-11-25"})
            night.capture("k", captured(night.exchange(exchange())))
    for path in (tmp_path / "a").iterdir():
        assert path.read_bytes() == (tmp_path / "b" / path.name).read_bytes()


def test_a_run_left_by_an_exception_is_not_complete(tmp_path):
    with pytest.raises(KeyboardInterrupt), recorder(tmp_path):
        raise KeyboardInterrupt
    assert json.loads((tmp_path / "20261125T220000Z.night.json").read_text())["complete"] is False
    assert not list(tmp_path.glob("*.sha256"))


def test_a_folder_that_cannot_be_made_is_one_line(tmp_path):
    (tmp_path / "file").write_text("")
    with pytest.raises(LinterError) as caught:
        recorder(tmp_path / "file" / "night")
    assert "\n" not in caught.value.render("de")
    assert "Beweissicherung" in caught.value.render("de")


def test_a_full_disk_ends_in_one_line_and_with_whole_records(tmp_path):
    program = textwrap.dedent(
        """
        import os, resource, sys
        sys.path.insert(0, os.getcwd())
        from pathlib import Path
        from linter.errors import LinterError
        from tests.crawl.test_evidence import recorder, exchange
        night = recorder(Path(sys.argv[1]))
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, 20_000))
        try:
            for number in range(100):
                night.exchange(exchange(os.urandom(900)))
        except LinterError as error:
            print(error.render("en"))
        """
    )
    command = [sys.executable, "-W", "ignore", "-c", program, str(tmp_path)]
    told = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    assert "The evidence cannot be written" in told
    assert told.count("\n") == 1
    assert [kind for kind, _, _ in records(tmp_path)].count("response") > 5


def killed(folder: Path, *, torn: bytes = b"") -> None:
    """A real process that records and is killed in the middle; `torn` is what it got written."""
    program = textwrap.dedent(
        """
        import sys, os, signal
        sys.path.insert(0, os.getcwd())
        from pathlib import Path
        from linter.crawl.asking import Ask
        from tests.crawl.test_evidence import recorder, exchange, captured, URL
        night = recorder(Path(sys.argv[1]))
        night.describe({"as_of": "2026-11-25"})
        for n in range(3):
            body = f"page {n}".encode()
            place = night.exchange(exchange(body, url=f"{URL}/{n}"))
            night.capture(Ask(f"{URL}/{n}").key, captured(place, body, url=f"{URL}/{n}"))
        os.kill(os.getpid(), signal.SIGKILL)
        """
    )
    done = subprocess.run([sys.executable, "-c", program, str(folder)], check=False)
    assert done.returncode == -signal.SIGKILL
    for path in (*folder.glob("*.warc.gz"), *folder.glob("*.jsonl")):
        with path.open("ab") as stream:
            stream.write(torn)


@pytest.mark.parametrize("torn", [b"", b'{"key": "k', b"\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff"])
def test_the_next_start_cuts_what_a_kill_left_torn(tmp_path, torn):
    killed(tmp_path, torn=torn)
    with recorder(tmp_path, started=START.replace(hour=23)):
        pass
    kinds = [kind for kind, _, _ in records(tmp_path)]
    assert kinds == ["warcinfo", *["response", "request"] * 3]
    index = (tmp_path / "20261125T220000Z.index.jsonl").read_bytes()
    assert [json.loads(line)["url"] for line in index.splitlines()] == [
        f"{URL}/{n}" for n in range(3)
    ]
    assert index.endswith(b"\n")


def test_a_killed_run_goes_on_in_its_own_files(tmp_path):
    killed(tmp_path, torn=b"\x1f\x8b\x08\x00")
    with recorder(tmp_path, resume=True) as night:
        assert night.described == {"as_of": "2026-11-25"}
        place = night.exchange(exchange(b"page 3"))
        night.capture("k3", captured(place, b"page 3", url=f"{URL}/3"))
    assert place["file"] == "20261125T220000Z-00001.warc.gz"
    said = json.loads((tmp_path / "20261125T220000Z.night.json").read_text())
    assert said["complete"] is True
    assert said["captures"] == 4
    index = (tmp_path / "20261125T220000Z.index.jsonl").read_text()
    assert [json.loads(line)["url"] for line in index.splitlines()] == [
        f"{URL}/{n}" for n in range(4)
    ]


def test_a_complete_run_is_never_gone_on_with(tmp_path):
    with recorder(tmp_path) as first:
        first.capture("k", captured(first.exchange(exchange())))
    before = (tmp_path / "20261125T220000Z.index.jsonl").read_bytes()
    with recorder(tmp_path, resume=True) as second:
        assert second.run.name == "20261125T220000Z_2"
    assert (tmp_path / "20261125T220000Z.index.jsonl").read_bytes() == before


def test_a_run_that_is_being_written_is_left_alone(tmp_path):
    with recorder(tmp_path) as running:
        running.exchange(exchange())
        with next(tmp_path.glob("*.warc.gz")).open("ab") as stream:
            stream.write(b"half")  # as if it were writing at this moment
        size = next(tmp_path.glob("*.warc.gz")).stat().st_size
        with recorder(tmp_path, resume=True) as other:
            assert other.run.name != running.run.name
        assert next(tmp_path.glob("*0Z-00000.warc.gz")).stat().st_size == size


def test_a_body_confirmed_by_the_server_is_stored_with_the_night(tmp_path):
    body = b"<p>Impressum of last night"
    with recorder(tmp_path) as night:
        place = night.exchange(exchange(b"", status=304))
        night.capture("k", captured(place, body, not_modified=True))
    kinds = [(kind, stored) for kind, _, stored in records(tmp_path)]
    assert [kind for kind, _ in kinds] == ["warcinfo", "revisit", "request", "resource"]
    assert kinds[-1][1] == body


def test_a_body_that_lies_in_another_folder_is_stored_with_the_night(tmp_path):
    with recorder(tmp_path / "a") as night:
        place = night.exchange(exchange())
    with recorder(tmp_path / "b") as night:
        night.capture("k", captured(place))
    assert [kind for kind, _, _ in records(tmp_path / "b")] == ["warcinfo", "resource"]


def test_what_a_killed_run_has_is_not_written_again(tmp_path):
    killed(tmp_path)
    index = tmp_path / "20261125T220000Z.index.jsonl"
    before = index.read_bytes()
    entries = [json.loads(line) for line in before.splitlines()]
    with recorder(tmp_path, resume=True) as night:
        for n, entry in enumerate(entries):
            capture = captured(entry["warc"], f"page {n}".encode(), url=f"{URL}/{n}")
            assert night.again(entry["key"], capture) is capture
    assert index.read_bytes() == before
    # one that is another by now counts as last written
    later = captured(entries[1]["warc"], b"page 1", url=f"{URL}/1", fetched_at="later")
    with WarcRecorder(str(tmp_path), software="amtlint/1", started=START) as night:
        night.again(entries[1]["key"], later)
        assert json.loads(night.run.index.read_bytes())["fetched_at"] == "later"


def test_what_a_killed_run_has_in_another_folder_has_a_place_here(tmp_path):
    with recorder(tmp_path / "a") as night:
        elsewhere = [night.exchange(exchange(text)) for text in (b"first", b"page", b"")]
    packed = {"content-type": "text/html", "content-encoding": "gzip", "content-length": "99"}
    with recorder(tmp_path / "b") as night:
        night.exchange(exchange(b"other"))  # the file's name is the same
        found = night.again("k", captured(elsewhere[0], b"first", headers=packed))
        assert night.again("e", captured(elsewhere[2], b"")).warc is None
        night.capture("l", found)
    kinds = [(kind, stored) for kind, _, stored in records(tmp_path / "b")]
    assert kinds[3:] == [("resource", b"first")]
    for folder, place, text in (("a", elsewhere[0], b"first"), ("b", found.warc, b"first")):
        assert body_at(tmp_path / folder, place, "", len(text)) == text
    lines = (tmp_path / "b" / "20261125T220000Z.index.jsonl").read_text().splitlines()
    entries = [json.loads(line) for line in lines]
    assert [entry["warc"] for entry in entries] == [found.warc, None, found.warc]
    assert all(entry["headers"] == {"content-type": "text/html"} for entry in entries)


def test_redirects_keep_every_hop(tmp_path):
    hops = (Hop("http://a.example/", 301, URL, AT), Hop(URL, 200, "", AT))
    with recorder(tmp_path) as night:
        night.exchange(exchange(b"", url="http://a.example/", status=301))
        night.capture("k", captured(night.exchange(exchange()), hops=hops))
    line = json.loads((tmp_path / "20261125T220000Z.index.jsonl").read_text())
    assert line["hops"] == [["http://a.example/", 301, URL, AT], [URL, 200, "", AT]]
    assert line["run"] == "20261125T220000Z"

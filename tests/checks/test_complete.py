from linter.checks.complete import complete

PARAMS = {"fields": ["release", "handover"], "instead": {"handover": "received"}}


def test_all_there_or_another_in_its_place_passes(look, subject):
    assert look(complete, subject("{release: ja, handover: nein}"), **PARAMS) == []
    assert look(complete, subject("{release: ja, received: ja}"), **PARAMS) == []


def test_all_that_is_lacking_is_one_miss(look, subject):
    assert look(complete, subject("handle: a"), **PARAMS) == [
        ("miss", "release", None, {"missing": ("release", "handover")}, "")
    ]
    assert look(complete, subject("{release: ja, handover: ''}"), **PARAMS) == [
        ("miss", "handover", None, {"missing": ("handover",)}, "")
    ]

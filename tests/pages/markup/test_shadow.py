from __future__ import annotations

import time

import pytest

from linter.pages import read_page
from linter.pages.markup.shadow import opened


@pytest.mark.parametrize(
    ("source", "shown"),
    [
        (b"<template shadowrootmode=open>a</template>", b"<div>a</div>"),
        (b"<TEMPLATE ShadowRootMode='closed' x>a</TEMPLATE>", b"<div>a</div>"),
        (b"<template>a</template>", b"<template>a</template>"),
        (
            b'<template shadowrootmode="open"><template>a</template>b</template>',
            b"<div><template>a</template>b</div>",
        ),
        (b"</template><template shadowrootmode=open>a", b"</template><div>a"),
        (b"<template data-shadowrootmode=open>a</template>", None),
        (b"", b""),
    ],
)
def test_only_shadow_trees_become_elements(source, shown):
    assert opened(source) == (source if shown is None else shown)


def test_a_shadow_tree_is_read_with_the_page():
    source = (
        b"<p>A<x-y><template shadowRootMode=open><a href=/impressum>Impressum</a></template></x-y>"
    )
    page = read_page(source, url="https://stadt.de/", content_type="text/html")
    assert [link.resolved for link in page.labelled] == ["https://stadt.de/impressum"]


@pytest.mark.parametrize(
    "piece", [b"<template ", b"<template shadowrootmode=open>", b"</template "]
)
def test_no_page_takes_long(piece):
    began = time.process_time()
    opened(piece * (400_000 // len(piece)))
    assert time.process_time() - began < 2

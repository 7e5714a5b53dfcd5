"""Which form is given, and where things are: whatever clients send and cases name."""

from urllib.parse import parse_qs, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from stancegraph.serve.links import BASE, local, original
from stancegraph.serve.negotiation import GRAPHS, TABLES, NotAcceptable, choose

OFFERED = list(TABLES.values())
qualities = st.integers(0, 1000).map(lambda n: n / 1000)


@given(
    st.dictionaries(st.sampled_from(OFFERED), qualities, min_size=1),
    st.none() | qualities,
    st.permutations(range(5)),
)
def test_the_highest_quality_wins(
    named: dict[str, float], rest: float | None, order: list[int]
) -> None:
    ranges = [f"{media_type};q={q}" for media_type, q in named.items()]
    if rest is not None:
        ranges.append(f"*/*; q={rest}")
    accept = ", ".join(ranges[n] for n in order if n < len(ranges))
    wanted = {media_type: named.get(media_type, rest or 0) for media_type in OFFERED}
    best = max(wanted.values())
    if best == 0:
        with pytest.raises(NotAcceptable):
            choose(accept, OFFERED)
    else:
        assert wanted[choose(accept, OFFERED)] == best


@given(st.text(max_size=40) | st.text("a/*;q=.0,1 \"'", max_size=40))
def test_any_header_gets_a_form_or_a_refusal(accept: str) -> None:
    for offered in (OFFERED, list(GRAPHS.values())):
        try:
            given_form = choose(accept, offered)
        except NotAcceptable:
            continue
        assert given_form in offered


@pytest.mark.parametrize(("name", "media_type"), [*TABLES.items()])
def test_a_short_name_goes_before_the_header(name: str, media_type: str) -> None:
    assert choose("image/png", OFFERED, name) == media_type
    assert choose(None, OFFERED, media_type) == media_type


@given(
    st.text(max_size=30)
    | st.text("/.%2eE-~:@!$&'()*+,;=aZ0é?#", max_size=16).map(lambda tail: f"{BASE}data/{tail}")
)
def test_an_address_leads_back_to_its_thing(iri: str) -> None:
    if any("\ud800" <= letter <= "\udfff" for letter in iri):
        return
    path = local(iri)
    # What a client makes of it on the way.
    parts = urlsplit(path)
    if parts.path == "/resource":
        assert parse_qs(parts.query, keep_blank_values=True) == {"iri": [iri]}
    else:
        assert original(parts.path) == iri
        assert not parts.query and not parts.fragment
        assert not {".", "..", "%2e", "%2E"} & set(parts.path.split("/"))

"""Where proposals stand, whatever the text: places slice back, forms of letters change nothing, time is linear."""

import unicodedata
from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bench.drafting import PARTS
from bench.labelled_plans import plans
from models.drafting.draft import draft_targets, numbers_left
from models.drafting.proposal import Proposal, proposal_record

PLANS = [plan.text for part in PARTS for plan in plans(part)]
WORDS = [
    "tối thiểu", "ít nhất", "trên", "hơn", "dưới", "không quá", "tối đa", "đạt", "từ", "đến", "trở lên",
    "trở xuống", "80%", "60 %", "1.200", "3", "10", "100%", "8/8", "30", "hồ sơ", "xã", "bậc", "phút", "ngày",
    "cấp huyện", "cấp xã", "tỷ lệ", "chỉ số", "PAR INDEX", "PAPI", "giảm", "tăng", "so với năm 2021", "năm 2024",
    "đã", "phấn đấu", "nhóm", "dẫn đầu", "top", "xếp loại", "Khá", "xếp hạng", "nâng cao vị thứ", "trừ", "(", ")",
    ",", ";", ".", ":", "\n", "\n- ", "và", "lần lượt", "mức độ", "\t",
]  # fmt: skip
TEXTS = st.lists(st.sampled_from(WORDS), max_size=40).map(" ".join)


def said(proposal: Proposal) -> dict[str, str | int | None]:
    """Return what a proposal says, without its places; words composed."""
    return (
        proposal_record(proposal) | {"start": None, "end": None} | {"text": unicodedata.normalize("NFC", proposal.text)}
    )


def asked_for(proposal: Proposal) -> tuple[object, ...]:
    return (proposal.operator, proposal.value, proposal.value_to, proposal.unit, proposal.direction, proposal.deadline)


@given(TEXTS | st.text(max_size=200))
def test_places_slice_back_to_the_clause_and_hold_the_number(text: str) -> None:
    for each in draft_targets(text):
        assert text[each.start : each.end] == each.text
        assert each.start <= each.number_start < each.number_end <= each.end


@given(TEXTS)
def test_every_place_is_proposed_once(text: str) -> None:
    places = [each.number_start for each in draft_targets(text)]
    assert len(set(places)) == len(places)


@pytest.mark.parametrize("text", PLANS)
def test_decomposed_letters_give_the_same_proposals_at_their_own_places(text: str) -> None:
    apart = unicodedata.normalize("NFD", text)
    found = draft_targets(apart)
    assert [said(each) for each in found] == [said(each) for each in draft_targets(text)]
    assert all(apart[each.start : each.end] == each.text for each in found)


@pytest.mark.parametrize(
    "old, new",
    [
        (" ", "  "), (" ", "\N{NO-BREAK SPACE}"), (" ", "\N{THIN SPACE}"), (" ", " \N{ZERO WIDTH SPACE}"),
        ("\n", "\r\n"), ("\n", "\N{LINE SEPARATOR}"), ("\n", "\v"), ("\n", " \n    "),
        ("-", "\N{EN DASH}"), ("-", "\N{NON-BREAKING HYPHEN}"), ("%", "\N{FULLWIDTH PERCENT SIGN}"), ("%", " %"),
        ("≥", "\N{GREATER-THAN OR SLANTED EQUAL TO}"), ("hóa", "hoá"), ("", "\N{ZERO WIDTH NO-BREAK SPACE}"),
    ],
)  # fmt: skip
def test_odd_blanks_and_signs_give_the_same_proposals_at_their_own_places(old: str, new: str) -> None:
    for text in (each for each in PLANS[::5] if "\t" not in each and "|" not in each):
        odd = text.replace(old, new) if old else new + text
        found = draft_targets(odd)
        assert [asked_for(each) for each in found] == [asked_for(each) for each in draft_targets(text)]
        assert all(odd[each.start : each.end] == each.text for each in found)


@given(st.decimals(min_value=0, max_value=99, places=2), st.sampled_from(["tối thiểu", "trên", "không quá"]))
def test_numbers_are_exact(value: Decimal, words: str) -> None:
    written = f"{value:f}".replace(".", ",")
    (found,) = draft_targets(f"Tỷ lệ hồ sơ trực tuyến {words} {written}%.")
    assert found.value == value


@given(st.integers(min_value=1, max_value=9_999_999))
def test_counts_are_exact_with_and_without_dots(value: int) -> None:
    for written in (str(value), f"{value:,}".replace(",", ".")):
        if not (len(written) == 4 and written[:2] in ("19", "20")):
            (found,) = draft_targets(f"Số hóa tối thiểu {written} hồ sơ.")
            assert (found.value, found.unit) == (value, "hồ sơ")


def test_numbers_that_gave_nothing_are_told_with_their_places() -> None:
    text = "Ngày 5/3/2024: tỷ lệ đã đạt 58%, phấn đấu 65%; gồm 12 xã."
    places = numbers_left(text, draft_targets(text))
    assert [text[start:end] for start, end in places] == ["58", "12"]


def test_same_text_gives_the_same_proposals() -> None:
    assert draft_targets(PLANS[0]) == draft_targets(PLANS[0])


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["1", ".", "1.", "(", "()", "a", " ", "\n", "1-", "từ 1 đến ", "80% hồ sơ, ", "8/8 xã ", "xếp hạng ", "\t",
     "mức độ 3, ", "giảm ", "a\u0323\u0301", "\u0323\u0301", "; ", "và ", "đã ", "0 ", "không có "],
)  # fmt: skip
def test_time_grows_with_the_text_and_no_more(piece: str) -> None:
    times = []
    for size in (30_000, 120_000):
        text = piece * (size // len(piece))
        start = process_time()
        draft_targets(text)
        times.append(process_time() - start)
    assert times[1] < 8 * times[0] + 0.3


@pytest.mark.slow
def test_a_megabyte_of_plans_is_read_in_good_time() -> None:
    text = "\n".join(PLANS)
    text = (text + "\n") * (1_000_000 // len(text))
    start = process_time()
    assert len(draft_targets(text)) > 1_000
    assert process_time() - start < 45

"""Reads a report's text and returns every sum and rate that it claims, with whether it is so."""

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence
from decimal import Decimal

from models.textcheck.claim import Claim
from models.textcheck.items import Item, Sentence, read_sentence
from models.textcheck.numbers import Number, numbers
from models.textcheck.prepared import ITEM, PASSAGE, SENTENCE, SUBITEM, Prepared, prepare
from models.textcheck.rates import rates
from models.textcheck.sums import sums
from models.textcheck.tables import Table, table_claims, written_tables

MOST_NUMBERS = 150
_CLAUSE_START = re.compile(r"[;\n\r]|,(?= )|(?<=\s)-(?=\s)")


def check_text(given: str, tables: Sequence[Table] = ()) -> list[Claim]:
    """Return the claims of a text in the order of the text, those that hold too.

    tables: the tables within the text; those written with tabs or bars are found in it."""
    tables = (*tables, *written_tables(given, tables))
    text = prepare(given, tuple(span for table in tables for span in table.figures()))
    found = [*prose_claims(text), *(claim for table in tables for claim in table_claims(given, table))]
    return sorted(found, key=lambda claim: (claim.start, claim.end))


def prose_claims(text: Prepared) -> Iterator[Claim]:
    """Yield the claims of sentences."""
    for sentence, earlier in sentences(text):
        found = sums(sentence, earlier)
        for each in found:
            yield _claim(text, sentence, (each.total, *each.parts), (each.stated, each.computed), each.holds)
        for rate in rates(sentence, earlier, found):
            yield _claim(text, sentence, rate.items, (rate.stated, rate.computed), rate.holds)


def sentences(text: Prepared) -> Iterator[tuple[Sentence, list[Item]]]:
    """Yield each sentence with the counts of the one before it in its passage."""
    quantities = numbers(text)
    for passage in re.finditer(f"[^{PASSAGE}]+", text.shape):
        inside = _within(quantities, passage.span())
        if inside:
            yield from _of_passage(text, passage.span(), inside)


def _within(quantities: Sequence[Number], span: tuple[int, int]) -> Sequence[Number]:
    first, last = (bisect_left(quantities, place, key=lambda each: each.start) for place in span)
    return quantities[first:last]


def _spans(text: Prepared, span: tuple[int, int], inside: Sequence[Number]) -> Iterator[tuple[int, int]]:
    """Yield where the sentences of a passage stand; of a very long one its lines, without mere listings of numbers."""
    for found in re.compile(f"[^{SENTENCE}]+").finditer(text.shape, *span):
        if len(_within(inside, found.span())) <= MOST_NUMBERS:
            yield found.span()
            continue
        lines = [line.span() for line in re.compile(f"[^{ITEM}{SUBITEM}]+").finditer(text.shape, *found.span())]
        yield from (line for line in lines if 0 < len(_within(inside, line)) <= MOST_NUMBERS)


def _of_passage(
    text: Prepared, span: tuple[int, int], inside: Sequence[Number]
) -> Iterator[tuple[Sentence, list[Item]]]:
    earlier: list[Item] = []
    for place in _spans(text, span, inside):
        sentence = read_sentence(text, place, _within(inside, place))
        yield sentence, earlier
        earlier = [each for each in sentence.items if each.is_count and not each.is_nothing and not each.is_change]


def _claim(
    text: Prepared, sentence: Sentence, items: Sequence[Item], values: tuple[Decimal, Decimal], holds: bool
) -> Claim:
    start, end = clause(text, sentence, items)
    first, last = text.span(start, end)
    return Claim(text.given[first:last], first, last, *values, holds)


def clause(text: Prepared, sentence: Sentence, items: Sequence[Item]) -> tuple[int, int]:
    """Return where the clause stands that holds these numbers: whole words, from the label of the first one on."""
    first, last = min(each.start for each in items), max(each.end for each in items)
    floor = sentence.start if first >= sentence.start else text.shape.rfind(PASSAGE, 0, first) + 1
    floor = max(floor, text.shape.rfind(SENTENCE, 0, first) + 1)
    starts = [found.end() for found in _CLAUSE_START.finditer(text.shape, floor, first)]
    start = starts[-1] if starts else floor
    for opened, closed in sentence.brackets.values():
        if opened < last <= closed:
            last = closed + 1 if opened >= start else last
        if start <= opened < first <= closed and not any(each.start > closed for each in items):
            start = opened + 1
    tail = re.compile(r"[^,;.:()\n\r\v\f]{0,60}?(?=[,;.:()\n\r\v\f]|$)").match(text.shape, last)
    end = tail.end() if tail else last
    while start < first and not text.shape[start].isalnum():
        start += 1
    while end > last and text.shape[end - 1].isspace():
        end -= 1
    return start, end

"""Plans' wordings with the targets in them, labelled by hand: our own sentences after how public plans word theirs.

[words|what they ask for] is a target, {words} are digits that are none; anything else that is proposed is wrong."""

import re
from dataclasses import dataclass
from pathlib import Path

DATA = Path(__file__).parents[1] / "tests" / "data" / "drafting"
_MARK = re.compile(r"\[(?P<target>[^\]|]+)\|(?P<label>[^\]]+)\]|\{(?P<refused>[^}]+)\}")


@dataclass(frozen=True)
class Label:
    """One target: where its words stand, and operator, value, unit and direction in words: ">= 65 %"."""

    start: int
    end: int
    operator: str
    value: str
    unit: str
    direction: str


@dataclass(frozen=True)
class Plan:
    """A passage of a plan, its targets, and the places of numbers that are none."""

    title: str
    text: str
    targets: tuple[Label, ...]
    refused: tuple[tuple[int, int], ...]


def plans(part: str) -> list[Plan]:
    """Return the passages of one part: part_1 and so on."""
    return [_plan(each) for each in (DATA / f"{part}.txt").read_text("utf-8").split("\n===\n")]


def _plan(written: str) -> Plan:
    title, _, marked = written.strip().partition("\n")
    text, place = "", 0
    targets: list[Label] = []
    refused: list[tuple[int, int]] = []
    for found in _MARK.finditer(marked):
        text += marked[place : found.start()]
        words = found["target"] or found["refused"]
        if found["label"]:
            targets.append(_label(len(text), words, found["label"]))
        else:
            refused.append((len(text), len(text) + len(words)))
        text, place = text + words, found.end()
    return Plan(title, text + marked[place:], tuple(targets), tuple(refused))


def _label(start: int, words: str, said: str) -> Label:
    operator, _, rest = said.partition(" ")
    direction = next((each for each in ("reduce", "increase") if rest.endswith(" " + each)), "")
    rest = rest.removesuffix(direction).strip()
    value, unit = (rest, "") if operator == "grade" else rest.partition(" ")[::2]
    return Label(start, start + len(words), operator, value, unit, direction)

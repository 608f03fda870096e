"""How well targets are drafted from plans' wordings: python -m bench.drafting [-v] [part_1 ...]."""

import sys
from collections.abc import Sequence
from dataclasses import dataclass

from bench.labelled_plans import Label, Plan, plans
from models.drafting.draft import draft_targets
from models.drafting.proposal import Proposal, proposal_record

PARTS = tuple(f"part_{number}" for number in range(1, 19))


@dataclass(frozen=True)
class Score:
    """How many targets are labelled, how many were proposed, and how many of these are right.

    whole: those with the right unit too; refused: numbers labelled as none, kept: those of them that gave nothing."""

    labelled: int
    proposed: int
    right: int
    whole: int
    refused: int
    kept: int

    @property
    def recall(self) -> float:
        """Return the share of labelled targets that came out with the right operator and value."""
        return self.right / self.labelled

    @property
    def precision(self) -> float:
        """Return the share of proposals that are a labelled target with the right operator and value."""
        return self.right / self.proposed


def score(part: str, told: list[str] | None = None) -> Score:
    """Measure one part; told receives a line for each thing that is wrong."""
    labelled = proposed = right = whole = refused = kept = 0
    for plan in plans(part):
        found = draft_targets(plan.text)
        pairs = [(label, _at(label, found)) for label in plan.targets]
        labelled, proposed = labelled + len(pairs), proposed + len(found)
        right += sum(each is not None and is_right(label, each) for label, each in pairs)
        whole += sum(each is not None and is_whole(label, each) for label, each in pairs)
        wrongly = [span for span in plan.refused if any(_touches(each, *span) for each in found)]
        refused, kept = refused + len(plan.refused), kept + len(plan.refused) - len(wrongly)
        if told is not None:
            told += _lines(plan, found, pairs)
    return Score(labelled, proposed, right, whole, refused, kept)


def is_right(label: Label, proposal: Proposal) -> bool:
    """Whether operator, value and direction are the labelled ones."""
    record = proposal_record(proposal)
    value = str(record["value"] or "-") + (f"..{record['value_to']}" if record["value_to"] else "")
    return (record["operator"], value, record["direction"] or "") == (label.operator, label.value, label.direction)


def is_whole(label: Label, proposal: Proposal) -> bool:
    """Whether the unit is the labelled one too; ranks and grades have none."""
    return is_right(label, proposal) and (label.operator in ("rank", "grade") or label.unit == (proposal.unit or ""))


def _at(label: Label, found: Sequence[Proposal]) -> Proposal | None:
    return next((each for each in found if _touches(each, label.start, label.end)), None)


def _touches(proposal: Proposal, start: int, end: int) -> bool:
    return proposal.number_start < end and start < proposal.number_end


def _lines(plan: Plan, found: Sequence[Proposal], pairs: Sequence[tuple[Label, Proposal | None]]) -> list[str]:
    lines = []
    for label, each in pairs:
        words = plan.text[label.start : label.end]
        if each is None:
            lines.append(f"missed   {plan.title}: {words} ({label.operator} {label.value})")
        elif not is_whole(label, each):
            got = proposal_record(each)
            lines.append(f"differs  {plan.title}: {words} ({label}) {got}")
    taken = [each for _, each in pairs]
    lines += [f"too much {plan.title}: {each.text} {each.value}" for each in found if each not in taken]
    return lines


def main(words: list[str]) -> None:
    """Print the figures of both halves, with -v also what is wrong."""
    for part in [each for each in PARTS if each in words] or PARTS:
        told: list[str] = []
        found = score(part, told)
        print(
            f"{part}: {found.labelled} targets, recall {found.recall:.3f}, precision {found.precision:.3f}, "
            f"unit too {found.whole}/{found.labelled}, refused {found.kept}/{found.refused}"
        )
        for line in told if "-v" in words else ():
            print(line)


if __name__ == "__main__":
    main(sys.argv[1:])

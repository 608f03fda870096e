"""Turns what a text was read to ask for into indicators of a plan, for a person to accept, edit or refuse."""

from collections.abc import Iterator, Sequence
from copy import deepcopy
from dataclasses import dataclass, replace
from enum import StrEnum
from unicodedata import normalize

from models.drafting.fitting import Setting, Taken, fitted
from models.drafting.kept import Spot, TargetSource
from models.drafting.proposal import Proposal
from models.folding import fold
from models.measure import Kind
from models.plan import Indicator

DEFAULT_GRADES = ("Xuất sắc", "Tốt", "Khá", "Trung bình", "Yếu")


class DraftState(StrEnum):
    """What was decided of a draft."""

    WAITING = "waiting"
    ACCEPTED = "accepted"
    REFUSED = "refused"


@dataclass(frozen=True)
class Draft:
    """A proposal as it would stand in the plan, or does where it was accepted.

    place: the number of its mark in the text, from 1. known: the plan's indicator whose target it would set.
    doubts: what a person should look at before accepting; none: it is clear."""

    place: int
    spot: Spot
    proposal: Proposal
    indicator: Indicator
    known: Indicator | None = None
    doubts: tuple[str, ...] = ()
    state: DraftState = DraftState.WAITING

    @property
    def is_waiting(self) -> bool:
        """Whether nothing was decided of it yet."""
        return self.state is DraftState.WAITING

    @property
    def is_clear(self) -> bool:
        """Whether it waits, and nothing of it need be looked at."""
        return self.is_waiting and not self.doubts

    def source(self, document: str) -> TargetSource:
        """Return where its target comes from, to be kept with it."""
        clause, name = (normalize("NFC", each) for each in (" ".join(self.proposal.text.split()), document))
        return TargetSource(self.indicator.plan, self.indicator.code, self.place, clause, name, self.spot)


def drafts(given: str, proposals: Sequence[Proposal], setting: Setting) -> list[Draft]:
    """Return the proposals of a text as indicators of a plan, in the order of the text."""
    accepted = {each.spot: each.indicator for each in setting.sources if each.spot is not None}
    own = {each.code: each for each in setting.own}
    taken = Taken({*setting.codes, *own}, set(accepted.values()))
    found: list[Draft] = []
    for place, spot, proposal in _parted(proposals):
        code = accepted.get(spot)
        if code in own:
            found.append(Draft(place, spot, proposal, own[code], state=DraftState.ACCEPTED))
            continue
        is_refused = spot in setting.refused
        above = found[-1].indicator if found and found[-1].state is not DraftState.REFUSED else None
        before = found[-1].proposal.number_end if found else 0
        fit = fitted(given, proposal, setting, deepcopy(taken) if is_refused else taken, (above, before))
        state = DraftState.REFUSED if is_refused else DraftState.WAITING
        found.append(Draft(place, spot, proposal, fit.indicator, fit.known, fit.doubts, state))
    return found


def _parted(proposals: Sequence[Proposal]) -> Iterator[tuple[int, Spot, Proposal]]:
    """Yield place, spot and proposal; one whose number is for several indices comes once for each of them."""
    for place, proposal in enumerate(proposals, 1):
        names = proposal.scope.split(", ")
        if len(names) < 2 or not proposal.scope.isupper():
            yield place, Spot(proposal.number_start), proposal
            continue
        for part, name in enumerate(names):
            clarity = f"một mức cho {len(names)} chỉ số: đã tách"
            yield place, Spot(proposal.number_start, part), replace(proposal, indicator=name, scope="", clarity=clarity)


def missing_grade(indicator: Indicator, grades: Sequence[str]) -> str:
    """Return the grade that an indicator's target names and that is not among these; empty when all is there."""
    target = indicator.target
    if indicator.kind is not Kind.GRADE or target is None:
        return ""
    known = {fold(each) for each in grades or DEFAULT_GRADES}
    return next((name for name in (target.grade, target.grade_to) if name and fold(name) not in known), "")


def settled(chosen: Sequence[Indicator], own: Sequence[Indicator]) -> list[Indicator]:
    """Return indicators ready to enter a plan: none stands below one that is neither in the plan nor among them."""
    codes = {each.code for each in (*own, *chosen)}
    return [each if each.parent in codes else replace(each, parent=None) for each in chosen]


def order_with(own: Sequence[Indicator], new: Sequence[Indicator]) -> list[str]:
    """Return all codes in order, each new one below its parent's last part, else below the last of its area."""
    ordered = list(own)
    for each in new:
        if each.code in {other.code for other in own}:
            continue
        family = [n for n, other in enumerate(ordered) if each.parent and each.parent in (other.code, other.parent)]
        alike = family or [n for n, other in enumerate(ordered) if other.area == each.area]
        ordered.insert(alike[-1] + 1 if alike else len(ordered), each)
    return [each.code for each in ordered]

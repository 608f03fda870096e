"""One-stop tables whose sums are right: every dossier that came in is resolved or open, and what is open goes on."""

from random import Random

from models.onestop import IN_PROGRESS, RESOLVED, Role

Line = dict[Role, int]


def tables(random: Random, quarters: int) -> list[Line]:
    """Return one unit's lines, a quarter each; the first begins with dossiers of the year before."""
    found: list[Line] = []
    carried = random.randint(0, 30)
    for _ in range(quarters):
        line = a_line(random, carried)
        carried = sum(line[role] for role in IN_PROGRESS)
        found.append(line)
    return found


def a_line(random: Random, carried: int) -> Line:
    """Return one quarter that begins with so many open dossiers."""
    line: Line = {Role.ONLINE: random.randint(0, 400), Role.DIRECT: random.randint(0, 90), Role.CARRIED: carried}
    left = sum(line.values())
    for role in (*RESOLVED, Role.IN_TIME):
        line[role] = random.randint(0, left)
        left -= line[role]
    line[Role.OVERDUE] = left
    return line

"""``report quality``: EUSE's fifteen standards as a self-assessment, and a self-check along IPS fidelity.

What the files show comes as figures; what only people can judge, as the answers of ``quality.yaml``.
"""

from jobcoach.domain.cases import Cases
from jobcoach.domain.statistics.figures import Period, Scope, Statement, statement
from jobcoach.domain.statistics.reports.quality.answers import answer_lists, gaps
from jobcoach.domain.statistics.reports.quality.fidelity import fidelity_figures
from jobcoach.domain.statistics.reports.quality.planning import planning_figures
from jobcoach.domain.statistics.reports.quality.results import result_figures
from jobcoach.domain.statistics.reports.quality.seen import looked
from jobcoach.domain.statistics.reports.quality.service import service_figures
from jobcoach.domain.statistics.reports.quality.work import work_figures
from jobcoach.domain.statistics.tally import Tally

READ = frozenset(
    {
        *("coach", "process", "gender", "documents", "prefers", "employer_may_know"),
        *("wishes", "strengths", "skills", "constraints", "agreements", "consents", "plan"),
        *("stages", "applications", "placements", "contacts", "reviews", "disclosures"),
        *("coaches", "partners", "followup", "staff", "culture", "concerns", "jobs"),
    }
)
"""Keys of case files and of the settings from which something is counted."""


def quality(cases: Cases, period: Period, scope: Scope = Scope()) -> Statement:  # noqa: B008 - frozen
    """Return the figures of the period, the answers as known on its last day, and the gaps."""
    look = looked(cases, period, scope)
    tally = Tally()
    tally.count("persons", [one.cohort.counted for one in look.coached])
    service_figures(look, tally)
    planning_figures(look, tally)
    work_figures(look, tally)
    result_figures(look, tally)
    fidelity_figures(look, tally)
    figures = {figure.name: figure for figure in tally.figures}
    lists = [gaps(look, figures), *answer_lists(look)]
    return statement(tally.figures, tally.sums, lists, bounds=tally.bounds)

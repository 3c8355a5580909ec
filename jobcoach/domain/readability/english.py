"""English, as the rules of thumb know it."""

import re
from collections.abc import Iterator, Mapping

from jobcoach.domain.readability.clause import Clause
from jobcoach.domain.readability.negation import plain_negatives
from jobcoach.domain.readability.passive import Agents, Beside, beside
from jobcoach.domain.readability.words import Words, in_order, listed

_IRREGULAR = (
    "beaten bitten bought brought built caught chosen cut dealt done drawn driven eaten fed felt fought found"
    " forbidden forgiven forgotten frozen given grown heard held hidden hit kept known laid led lent let lit"
    " made meant met overheard overseen paid put read rewritten ridden rung said seen sent set sewn shaken shot"
    " shown shut sold spent split spoken spread stolen stuck sung sworn taken taught thrown told torn"
    " understood undertaken upset withdrawn won worn woken written overcome overtaken sought"
)
_NOT_PARTICIPLES = listed(
    "need indeed red bed shed speed feed seed hundred sacred naked wicked rugged ahead fed-up exceed"
)
_STATES = listed(
    "tired bored interested excited married divorced separated motivated worried scared retired qualified"
    " experienced skilled gifted supposed disabled pleased relaxed stressed organised organized determined"
    " dedicated concerned confused crowded limited related based located closed finished delighted"
    " disappointed frightened surprised embarrassed exhausted ashamed annoyed depressed prepared engaged"
    " committed detailed complicated advanced mixed fixed shared blocked broken lost done lit known upset stuck shut"
    " unemployed employed self-employed unqualified educated aged bearded talented experienced used-up"
    " satisfied devoted settled seated dressed injured addicted attached overwhelmed reserved"
)
_AGENTS = Agents(
    before=listed("by"),
    articles=listed("the a an his her my our their your"),
    not_agents=listed(
        "monday tuesday wednesday thursday friday saturday sunday january february march april may june july"
        " august september october november december christmas easter end time way phone bus train car hand"
        " beginning start day week month hour post door"
    ),
)
_PASSIVE = Beside(
    auxiliaries=listed("am is are was were be been being isn't aren't wasn't weren't"),
    participle=re.compile(rf"[a-z-]{{2,}}ed|{'|'.join(_IRREGULAR.split())}"),
    no_participles=_NOT_PARTICIPLES,
    states=_STATES,
    agents=_AGENTS,
    adverbs=re.compile(
        r"not|never|always|also|often|already|still|now|usually|well|just|only|soon|all|both|even|first|then|"
        r"sometimes|once|very|too|so|quite|really|rather|[a-z]{2,}ly"
    ),
    degrees=frozenset({"very", "too", "so", "quite", "really", "rather"}),
    not_before={"used": "to"},
)


def _passives(clause: Clause) -> Iterator[tuple[int, int]]:
    return beside(clause, _PASSIVE)


_MARKERS = re.compile(r"not|never|no|nobody|nothing|none|nowhere|without|neither|cannot|[a-z]+n't")
_TURNED = re.compile(
    r"un(?!der|til|less|it|ion|iqu|ive|iv|cle|load|pack|dress|wind|lock|fold|do\b)[a-z]{3,}"
    r"|impossible|impatient|incapable|incorrect|inaccessible|insecure|insensitive|inactive|illegal|irregular"
    r"|irresponsible|dishonest|dissatisfied|disloyal"
)
_SAYS = listed("say says said saying answer answers answered means")


def _negatives(clause: Clause) -> tuple[str, ...]:
    return plain_negatives(clause, _MARKERS, _TURNED, _SAYS)


def _numbers() -> Mapping[str, int]:
    units = in_order("one two three four five six seven eight nine")
    teens = in_order("eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen")
    tens = in_order("twenty thirty forty fifty sixty seventy eighty ninety")
    found = {word: 11 + place for place, word in enumerate(teens)}
    for place, ten in enumerate(tens, 2):
        found[ten] = place * 10
        found |= {f"{ten} {unit}": place * 10 + number for number, unit in enumerate(units, 1)}
    return found | {"a hundred": 100, "one hundred": 100}


WORDS = Words(
    language="en",
    weekdays=("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
    long_day="{weekday} {day} {month}",
    month_first=True,
    before_day=("by", "until", "before", "since"),
    short={
        "etc.": "and so on",
        "etc": "and so on",
        "e.g.": "for example",
        "eg. …": "for example",
        "i.e.": "that is",
        "approx.": "about",
        "appt.": "appointment",
        "appt": "appointment",
        "tel. …": "phone",
        "max. …": "at most",
        "# min.": "minutes",
        "min. …": "at least",
        "incl. …": "with",
        "asap": "as soon as you can",
        "w/o": "without",
        "w/": "with",
        "hrs": "hours",
        "wk": "week",
        "wks": "weeks",
        "mins": "minutes",
        "vs.": "or",
        "vs": "or",
        "dept.": "department",
        "n.b.": "note",
    },
    titles=frozenset({"mr.", "mrs.", "ms.", "dr.", "st."}),
    may_end=frozenset({"etc."}),
    initials={
        "PC": "a computer",
        "HR": "the staff office",
        "FTE": "full time",
        "NGO": "a charity",
        "DOB": "date of birth",
        "OCMW": "the social service of your town",
        "CPAS": "the social service of your town",
        "VDAB": "the job service",
        "ONEM": "the unemployment office",
    },
    everyday=frozenset({"CV", "ID", "OK", "PIN", "SMS", "TV", "UK", "USA", "WC", "DVD"}),
    stressed=listed(
        "not no yes all never always only very too more less with without before after the an in on at to of"
        " it is he she we you they do does stop must"
    ),
    or_="or",
    spans=listed("hour hours hr h day days week weeks wk month months year years"),
    joints=listed("and but or because so if when while although then before after"),
    asides=listed("because if when while although"),
    numbers=_numbers,
    negatives=_negatives,
    passives=_passives,
    agents=_AGENTS,
)

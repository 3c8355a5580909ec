"""What ``plan lint`` shows: the sentences of a plan that are hard to read, why, and how to mend them."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING, Any

from jobcoach.render import words
from jobcoach.render.catalogue import N_
from jobcoach.render.screen import Line, Screen, Section, Title

if TYPE_CHECKING:
    from jobcoach.domain.findings import FieldPath
    from jobcoach.domain.people import Person
    from jobcoach.domain.readability.hints import Hint, PlanRead
    from jobcoach.render.catalogue import Texts

VERSION = 1

_PLACES = {
    "wishes": N_("wish {number}"),
    "strengths": N_("strength {number}"),
    "skills": N_("skill {number}"),
    "constraints": N_("constraint {number}"),
    "goals": N_("goal {number}"),
    "goals.measure": N_("goal {number}, how we will know"),
    "goals.support": N_("goal {number}, support {part}"),
    "goals.steps": N_("goal {number}, step {part}"),
    "risks": N_("worry {number}"),
    "risks.agreed": N_("worry {number}, what we agreed"),
    "signs": N_("early sign {number}"),
}
_MESSAGES = {
    "long-sentence": N_("{words} words in one sentence: {most} at most are easy to read"),
    "commas": N_("{number} commas in one sentence"),
    "passive": N_('passive: "{found}"'),
    "double-negative": N_("two negatives at once: {found}"),
    "date-in-digits": N_('date in digits: "{found}"'),
    "abbreviation": N_('abbreviation: "{found}"'),
    "brackets": N_('brackets: "{found}"'),
    "slash": N_('slash: "{found}"'),
    "number-in-words": N_('number in words: "{found}"'),
}
_HINTS = {
    "long-sentence": N_("say one thing in each sentence"),
    "commas": N_("make a list of it, a line each, or several sentences"),
    "passive": N_("begin with who does it"),
    "double-negative": N_("say it the other way round: what is so, what somebody does"),
    "date-in-digits": N_("write the date in words, with its weekday"),
    "abbreviation": N_("write it in full, or say what it is"),
    "brackets": N_("leave it out, or make it a sentence of its own"),
    "slash": N_("choose one, or say it with words"),
}
_WITH_FACT = {
    "cut": N_('make two sentences, for example after "{cut}"'),
    "agent": N_('begin with who does it: "{agent}"'),
    "meaning": N_('say what it is, for example "{meaning}"'),
    "full": N_('write "{full}"'),
}


def readability_json(person: Person, language: str, read: PlanRead, t: Texts) -> dict[str, Any]:
    """Return the hints for other programs; ``ref`` is a key's path as ``person set`` takes it."""
    return {
        "version": VERSION,
        "person": person.id,
        "language": language,
        "findings": [
            {
                "ref": _ref(hint.path),
                "sentence": hint.sentence,
                "code": hint.code,
                "message": _message(hint, t),
                "hint": _way_out(hint, t),
            }
            for hint in read.hints
        ],
    }


def readability_screen(person: Person, language: str, read: PlanRead, t: Texts) -> Screen:
    """Return the hard sentences by their place in the plan, each with all that is hard in it."""
    spoken = t.word(words.LANGUAGE_NAME, language)
    about = t(
        "The plan's texts, read as {language}. These are rules of thumb: you decide.",
        language=spoken,
    )
    screen: Screen = [Title(f"{person.name} · {person.id}"), Line(about, "quiet"), Line()]
    for path, here in groupby(read.hints, key=lambda hint: hint.path):
        screen.append(Section(_raised(place_in_words(path, t))))
        for sentence, hints in groupby(here, key=lambda hint: hint.sentence):
            screen.append(Line(t('"{text}"', text=sentence), indent=2))
            for hint in hints:
                screen.append(Line(f"· {_message(hint, t)}", indent=2))
                screen.append(Line(f"→ {_way_out(hint, t)}", "quiet", indent=4))
        screen.append(Line())
    if not read.sentences:
        return [*screen, Line(t("There is no text yet."), "quiet")]
    looked = t.plural(
        "{number} sentence looked over", "{number} sentences looked over", read.sentences
    )
    if not read.hints:
        return [
            *screen,
            Line(t("Nothing hard to read was found; {looked}.", looked=looked), "good"),
        ]
    found = t.plural("{number} hint", "{number} hints", len(read.hints))
    screen.append(Line(f"{found} · {looked}", "strong"))
    screen.append(Line(f"→ jobcoach person edit {person.id}", "quiet"))
    return screen


def place_in_words(path: FieldPath, t: Texts) -> str:
    """Return where a text stands, counted from 1 as on the other screens: goal 1, step 2."""
    steps = path[1:] if path[0] == "plan" else path
    names = [step for step in steps if isinstance(step, str)]
    numbers = [step + 1 for step in steps if isinstance(step, int)]
    key = ".".join(names[:2]) if ".".join(names[:2]) in _PLACES else names[0]
    return t(_PLACES[key], number=numbers[0], part=numbers[-1])


def _ref(path: FieldPath) -> str:
    steps = (f"[{step}]" if isinstance(step, int) else f".{step}" for step in path)
    return "".join(steps).removeprefix(".")


def _message(hint: Hint, t: Texts) -> str:
    facts = dict(hint.facts)
    if isinstance(found := facts.get("found"), tuple):
        facts["found"] = " + ".join(found)
    return t(_MESSAGES[hint.code], **facts)


def _way_out(hint: Hint, t: Texts) -> str:
    for fact, message in _WITH_FACT.items():
        if fact in hint.facts:
            return t(message, **hint.facts)
    return t(_HINTS[hint.code])


def _raised(text: str) -> str:
    return text[:1].upper() + text[1:]

#!/usr/bin/env python3
"""Check the learning content of the Python roadmap, run every line of code in it, and put the roadmap together.

    python content.py                      check all files and run their code
    python content.py FILE...              check some files only
    python content.py --write              also write the roadmap and its content as JSON
    python content.py --compare            fail if they differ from what would be written
    python content.py --counts             also print how much there is of what
    python content.py --no-code            check without running code
    python content.py --skip-missing       skip topics whose packages are not installed
    python content.py --self-test          break each answer in turn; each break must be found

Needs Python 3.10 or newer and PyYAML, and for some topics the packages listed under `needs`.
docs/content.md describes the files.
"""
from __future__ import annotations

import argparse
import json
import os
import re
import shlex
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from functools import lru_cache
from pathlib import Path

import yaml

FOLDER = Path(__file__).resolve().parents[2] / "static/roadmaps/python"
TIMEOUT = 30
ID = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
LINK = re.compile(r"(?P<title>.+?) <(?P<url>https://[^\s<>]+)>")
BRITISH = re.compile(
    r"\b(colour\w*|behaviour\w*|favourite\w*|honour\w*|centre\w*|grey|catalogue|licence|defence|offence|programme|"
    r"cancelled|labelled|modelled|modelling|travelled|whilst|amongst|learnt|maths|cheque|practis\w+|analyse[dr]?|analysing|"
    r"(organ|recogn|optim|special|summar|visual|serial|initial|normal|custom|author|synchron)is(e[ds]?|ing|ation))\b",
    re.I,
)
WAVES = re.compile(r"\b(simply|obviously|of course|trivial(ly)?|as you know|needless to say)\b", re.I)
VAGUE = re.compile(r"^You can (know|understand|learn|be aware|be familiar|appreciate)\b")
PLACE = re.compile(r"\boption [A-D1-4]\b|\b(first|second|third|fourth|last) (option|answer)\b", re.I)
FILLER = re.compile(r"\b(all|none|both|any) of (the above|these|them)\b", re.I)


# ---------------------------------------------------------------- reading files


class Broken(Exception):
    """A file that cannot be read as content."""


class UniqueKeys(yaml.SafeLoader):
    pass


def _mapping(loader, node, deep=False):
    seen = set()
    for key, _ in node.value:
        name = loader.construct_object(key)
        if name in seen:
            raise Broken(f"line {key.start_mark.line + 2}: “{name}” stands here twice")
        seen.add(name)
    return yaml.SafeLoader.construct_mapping(loader, node, deep)


UniqueKeys.add_constructor(
    yaml.resolver.BaseResolver.DEFAULT_MAPPING_TAG, lambda loader, node: _mapping(loader, node, True)
)


def split_front_matter(text):
    match = re.match(r"---\n(.*?\n)---\n", text, re.S)
    if not match:
        raise Broken("the file must begin with front matter between two lines ---")
    try:
        head = yaml.load(match[1], UniqueKeys)
    except yaml.YAMLError as error:
        raise Broken(f"the front matter is not YAML: {' '.join(str(error).split())}") from None
    if not isinstance(head, dict):
        raise Broken("the front matter must be a list of “key: value”")
    return head, text[match.end() :]


def sections(body, level):
    """Split at headings of this level: [(heading, text)]; the first heading is None."""
    parts, heading, lines, fenced = [], None, [], False
    for line in body.split("\n"):
        if line.lstrip().startswith("```"):
            fenced = not fenced
        if not fenced and line.startswith("#" * level + " "):
            parts.append((heading, "\n".join(lines).strip("\n")))
            heading, lines = line[level + 1 :].strip(), []
        else:
            lines.append(line)
    if fenced:
        raise Broken("a code block is opened and not closed")
    parts.append((heading, "\n".join(lines).strip("\n")))
    return parts


def code_block(text, where):
    blocks = re.findall(r"^```(\w*)\n(.*?)^```$", text, re.S | re.M)
    if len(blocks) != 1:
        raise Broken(f"{where}: one code block is needed here, {len(blocks)} found")
    return blocks[0][0], blocks[0][1].rstrip("\n")


def read_exercise(title, text):
    parts = sections(text, 3)
    exercise = {"title": title, "prompt": parts[0][1].strip(), "wrong": {}}
    for heading, part in parts[1:]:
        if heading.startswith("Wrong: "):
            exercise["wrong"][heading[7:]] = code_block(part, heading)[1]
        elif heading in ("Starter", "Checks", "Solution"):
            exercise[heading.lower()] = code_block(part, heading)[1]
        else:
            raise Broken(f"exercise: no part is called “{heading}”")
    for part in ("starter", "checks", "solution"):
        if part not in exercise:
            raise Broken(f"exercise: “### {part.title()}” is missing")
    return exercise


def read_question(name, text):
    where = f"question {name}"
    lines = text.split("\n")
    question = {"id": name, "options": [], "why": [], "answers": [], "code": None, "lang": None, "check": None}
    while lines and (match := re.match(r"(\w+): (.+)", lines[0])):
        if match[1] not in ("outcome", "difficulty", "tests", "expect", "check"):
            raise Broken(f"{where}: no line is called “{match[1]}”")
        question[match[1]] = match[2].strip()
        lines.pop(0)
    rest = "\n".join(lines)
    at = re.search(r"^- \[[ x]\] ", rest, re.M)
    if not at:
        raise Broken(f"{where}: no options")
    asked = rest[: at.start()].strip()
    if "```" in asked:
        question["lang"], question["code"] = code_block(asked, where)
        asked = re.sub(r"^```\w*\n.*?^```$", "", asked, flags=re.S | re.M).strip()
    question["prompt"] = asked
    for mark, option in re.findall(r"^- \[([ x])\] (.*(?:\n(?!- \[).*)*)", rest[at.start() :], re.M):
        first, _, why = option.partition("\n")
        if why.strip() and not why.startswith("  - "):
            raise Broken(f"{where}: below “{first}” the explanation must begin with two spaces and “- ”")
        if mark == "x":
            question["answers"].append(len(question["options"]))
        question["options"].append(first.strip())
        question["why"].append(" ".join(why.split()).removeprefix("- "))
    return question


def read_topic(text):
    topic, body = split_front_matter(text)
    for heading, part in sections(body, 2):
        if heading is None:
            if part.strip():
                raise Broken("there is text before the first “## ” heading")
        elif heading.startswith("Exercise: "):
            topic["exercise"] = read_exercise(heading[10:], part)
        elif heading == "Questions":
            topic["questions"] = [read_question(name, q) for name, q in sections(part, 3)[1:]]
        else:
            raise Broken(f"no part is called “{heading}”")
    for part in ("exercise", "questions"):
        if part not in topic:
            raise Broken(f"the part “{part}” is missing")
    return topic


def read_project(text):
    project, body = split_front_matter(text)
    names = {"What it does": "does", "Done when": "done_when", "Stretch goals": "stretch", "What it shows": "shows"}
    for heading, part in sections(body, 2)[1:]:
        if heading not in names:
            raise Broken(f"no part is called “{heading}”")
        if heading == "What it does":
            project["does"] = part.strip()
        else:
            items = re.findall(r"^- (?:\[ \] )?(.*(?:\n  .*)*)", part, re.M)
            project[names[heading]] = [" ".join(item.split()) for item in items]
    return project


# ---------------------------------------------------------------- running code

GUARD = """
import socket
_connect = socket.socket.connect
def connect(self, address):
    if isinstance(address, tuple) and address[0] not in ("127.0.0.1", "localhost", "::1"):
        raise OSError("code in the content must not use the network")
    return _connect(self, address)
socket.socket.connect = connect
"""


@lru_cache(maxsize=None)
def run(python, code, seed="0"):
    """Run code in an empty folder. Returns (what it printed, name of the error or None)."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "sitecustomize.py").write_text(GUARD, encoding="utf-8")
        program = Path(folder, "program.py")
        program.write_text(code + "\n", encoding="utf-8")
        env = dict(os.environ, PYTHONHASHSEED=seed, PYTHONUTF8="1", PYTHONPATH=folder)
        env["PYTHONWARNINGS"] = "error::DeprecationWarning,error::FutureWarning,error::SyntaxWarning"
        try:
            done = subprocess.run(
                [*shlex.split(python), str(program)],
                cwd=folder, env=env, capture_output=True, text=True, encoding="utf-8", timeout=TIMEOUT,
            )
        except subprocess.TimeoutExpired:
            return "", "TimeoutExpired"
    out = "\n".join(line.rstrip() for line in done.stdout.rstrip().split("\n"))
    if done.returncode == 0:
        return out, None
    names = re.findall(r"^([A-Za-z_][\w.]*)(?::.*)?$", done.stderr, re.M)
    return out, names[-1].split(".")[-1] if names else "unknown error"


def has_package(python, need):
    name = re.split(r"[<>=!~ ]", need)[0]
    code = f"import importlib.metadata as m\nprint(m.version({name!r}))"
    out, error = run(python, code)
    return error is None and bool(out)


def only_code(option):
    """The text of an option that is one piece of inline code, else None."""
    match = re.fullmatch(r"`([^`]+)`", option)
    return match[1] if match else None


def runnable(question):
    return question["lang"] == "python"


def check_question(python, question):
    """What is wrong with a question whose code can be run."""
    code, right = question["code"], question["answers"][0]
    shown = [only_code(option) for option in question["options"]]
    if "____" in code:
        if "expect" not in question:
            yield "code with ____ needs a line “expect: what it prints”"
            return
        for i, text in enumerate(shown):
            if text is None:
                yield f"option {i + 1} must be one piece of `code` that takes the place of ____"
                continue
            out, error = run(python, code.replace("____", text))
            works = error is None and out == question["expect"]
            if i == right and not works:
                yield f"the answer `{text}` gives {error or repr(out)}, not {question['expect']!r}"
            if i != right and works:
                yield f"option {i + 1} `{text}` works as well: two right answers"
        return
    out, error = run(python, code)
    if (out, error) != run(python, code, "1"):
        yield "the output differs from run to run"
    if question["check"] == "raises":
        if error is None or f"`{error}`" not in question["options"][right]:
            yield f"the answer is {question['options'][right]}, but the code gives {error or repr(out)}"
        return
    if error:
        yield f"the code stops with {error} after printing {out!r}"
    elif shown[right] is None:
        yield "the answer must be one piece of `code`: what is printed"
    elif shown[right] != out:
        yield f"the answer says {shown[right]!r}, but the code prints {out!r}"
    for i, text in enumerate(shown):
        if i != right and text == out:
            yield f"option {i + 1} is what the code prints"


def code_of(topic):
    exercise = topic["exercise"]
    yield from ((f"exercise, {part}", exercise[part]) for part in ("starter", "checks", "solution"))
    yield from ((f"exercise, wrong: {label}", code) for label, code in exercise["wrong"].items())
    yield from ((f"question {q['id']}", q["code"]) for q in topic["questions"] if q["code"])


def check_exercise(python, exercise):
    tail = "\n\n" + exercise["checks"] + "\n"
    if not re.search(r"^ *assert ", exercise["checks"], re.M):
        yield "the checks have no assert"
    for line in re.findall(r"^ *assert .*", exercise["checks"], re.M):
        if not re.search(r', f?"', line):
            yield f"an assert without a message: {line.strip()}"
    out, error = run(python, exercise["solution"] + tail)
    if error:
        yield f"the solution does not pass the checks: {error}"
    if error := run(python, exercise["starter"])[1]:
        yield f"the starter code stops with {error} by itself"
    if run(python, exercise["starter"] + tail)[1] is None:
        yield "the starter code passes the checks"
    for label, code in exercise["wrong"].items():
        error = run(python, code + tail)[1]
        if error is None:
            yield f"the checks let “{label}” pass"
        elif error in ("SyntaxError", "IndentationError", "NameError", "ImportError", "ModuleNotFoundError"):
            yield f"“{label}” fails for the wrong reason: {error}"


# ---------------------------------------------------------------- structure


def texts_of(value, path=""):
    """Every piece of prose in the content, with where it stands. Code and URLs are left out."""
    if isinstance(value, dict):
        for key, item in value.items():
            if key not in ("url", "starter", "checks", "solution", "wrong", "code", "expect", "needs"):
                yield from texts_of(item, f"{path}.{key}" if path else str(key))
    elif isinstance(value, list):
        for i, item in enumerate(value):
            yield from texts_of(item, f"{path}[{i + 1}]")
    elif isinstance(value, str):
        yield path, re.sub(r"`[^`]*`|https://\S+", "", value)


def check_prose(content):
    for where, text in texts_of(content):
        for rule, why in (
            (BRITISH, "British spelling"), (WAVES, "makes light of a difficulty"), (re.compile("!"), "no exclamation marks"),
        ):
            if found := rule.search(text):
                yield f"{where}: “{found[0]}”: {why}"
    if len(content.get("summary", "")) > 160:
        yield "summary: more than 160 characters"


def keys(value, where, required, optional=()):
    if not isinstance(value, dict):
        yield f"{where}: “key: value” lines are needed here"
        return
    for key in required:
        if value.get(key) in (None, "", [], {}):
            yield f"{where}: “{key}” is missing"
    for key in value:
        if key not in (*required, *optional):
            yield f"{where}: “{key}” is not part of the format"


def count(value, low, high, where):
    if not isinstance(value, (list, dict)) or not low <= len(value) <= high:
        yield f"{where}: {low} to {high} are needed, {len(value or ())} found"


def unique_ids(items, where):
    seen = set()
    for item in items:
        name = item.get("id")
        if not isinstance(name, str) or not ID.fullmatch(name):
            yield f"{where}: “{name}” is not an id (small letters, digits, hyphens)"
        if name in seen:
            yield f"{where}: the id “{name}” is used twice"
        seen.add(name)


def reads(step):
    """What a step sends the learner to read: one line or several."""
    read = step.get("read", [])
    return [str(line) for line in (read if isinstance(read, list) else [read])]


def links_of(content):
    for material in content.get("materials", ()):
        yield material.get("url", "")
    for step in (*content.get("steps", ()), *content.get("covers", ())):
        for line in reads(step):
            if match := LINK.fullmatch(line):
                yield match["url"]
    yield from re.findall(r"https://[^\s)>\]]+", content.get("does", ""))


def check_topic(topic, stem):
    yield from keys(
        topic, "topic",
        ("id", "title", "level", "summary", "outcomes", "steps", "materials", "mistakes", "exercise", "questions"),
        ("needs", "requires"),
    )
    if topic.get("id") != stem:
        yield f"the id “{topic.get('id')}” and the file name differ"
    if topic.get("level") not in ("foundation", "path"):
        yield "level must be foundation or path"
    outcomes, steps = topic.get("outcomes") or {}, topic.get("steps") or []
    yield from count(outcomes, 3, 5, "outcomes")
    for name, text in outcomes.items():
        if not str(text).startswith("You can ") or VAGUE.match(str(text)):
            yield f"outcome {name}: begin with “You can” and a verb that can be observed"
    yield from count(steps, 3, 8, "steps")
    yield from unique_ids(steps, "steps")
    for step in steps:
        where = f"step {step.get('id')}"
        yield from keys(step, where, ("id", "title", "share", "outcomes", "do"), ("read",))
        if len(reads(step)) > 3 or not all(map(LINK.fullmatch, reads(step))):
            yield f"{where}: read must be up to three lines “Title, section <https://…>”"
        for name in step.get("outcomes") or ():
            if name not in outcomes:
                yield f"{where}: there is no outcome “{name}”"
        if not isinstance(step.get("share"), int) or not 5 <= step["share"] <= 40:
            yield f"{where}: share must be a whole number from 5 to 40"
    if (total := sum(s.get("share") or 0 for s in steps)) != 100:
        yield f"the shares of the steps add up to {total}, not 100"
    for name in outcomes:
        if not any(name in (s.get("outcomes") or ()) for s in steps):
            yield f"no step leads to the outcome “{name}”"
        if not any(q.get("outcome") == name for q in topic.get("questions", ())):
            yield f"no question tests the outcome “{name}”"

    yield from check_materials(topic.get("materials") or [])
    yield from count(topic.get("mistakes"), 2, 3, "mistakes")
    for mistake in topic.get("mistakes") or ():
        yield from keys(mistake, "mistake", ("error", "cure"))
    if not topic["exercise"]["wrong"]:
        yield "exercise: add at least one “### Wrong: …” that the checks must refuse"
    for where, code in code_of(topic):
        if (width := max(map(len, code.split("\n")))) > (76 if where.startswith("question") else 100):
            yield f"{where}: a line of {width} characters"
    yield from check_questions(topic)


def check_questions(topic):
    questions = topic["questions"]
    least = 8 if topic.get("level") == "foundation" else 5
    yield from count(questions, least, 14, "questions")
    yield from unique_ids(questions, "questions")
    prose_long = prose = 0
    for q in questions:
        where = f"question {q['id']}"
        yield from keys(q, where, ("outcome", "difficulty", "tests", "prompt", "options", "why"),
                        ("id", "answers", "code", "lang", "check", "expect"))
        if q.get("outcome") not in (topic.get("outcomes") or {}):
            yield f"{where}: there is no outcome “{q.get('outcome')}”"
        if q.get("difficulty") not in ("-2", "-1", "0", "1", "2"):
            yield f"{where}: difficulty must be a whole number from -2 to 2"
        if len(q["options"]) != 4 or len(set(q["options"])) != 4:
            yield f"{where}: four different options are needed"
        if len(q["answers"]) != 1:
            yield f"{where}: mark one option with [x], not {len(q['answers'])}"
        for option, why in zip(q["options"], q["why"]):
            if not why:
                yield f"{where}: say below “{option}” why it is right or tempting"
            if FILLER.search(option):
                yield f"{where}: “{option}” is a filler"
            if found := PLACE.search(option + " " + why):
                yield f"{where}: “{found[0]}”: options are shuffled, so they have no place"
        if re.search(r"\b(NOT|EXCEPT)\b|\bwhich\b[^.?]*\b(not|never|cannot|can't|doesn't|isn't)\b[^.?]*\?", q["prompt"]):
            yield f"{where}: ask for what is true, not for the exception"
        if len(q["answers"]) == 1 and not any(map(only_code, q["options"])):
            lengths = [len(o) for o in q["options"]]
            prose += 1
            prose_long += lengths[q["answers"][0]] > 1.1 * max(n for i, n in enumerate(lengths) if i != q["answers"][0])
    if prose >= 3 and prose_long * 2 > prose:
        yield f"the right answer is the longest one in {prose_long} of {prose} questions: that gives it away"
    places = [q["answers"][0] for q in questions if len(q["answers"]) == 1]
    if any(places.count(place) * 2 > len(places) for place in set(places)):
        yield "more than half of the answers stand in the same place"
    levels = {q.get("difficulty") for q in questions}
    if topic.get("level") == "foundation" and not (levels & {"-2", "-1"} and levels & {"1", "2"}):
        yield "questions: some must be easier than 0 and some harder"


def check_project(project, stem):
    yield from keys(
        project, "project",
        ("id", "title", "size", "summary", "estimate_hours", "for", "topics", "milestones", "does", "done_when",
         "stretch", "shows"),
    )
    if project.get("id") != stem:
        yield f"the id “{project.get('id')}” and the file name differ"
    if project.get("size") not in ("beginner", "portfolio"):
        yield "size must be beginner or portfolio"
    yield from count(project.get("done_when"), 5, 8, "done when")
    yield from count(project.get("stretch"), 2, 5, "stretch goals")
    yield from count(project.get("shows"), 2, 4, "what it shows")
    milestones = project.get("milestones") or []
    yield from count(milestones, 3, 7, "milestones")
    yield from unique_ids(milestones, "milestones")
    for m in milestones:
        yield from keys(m, f"milestone {m.get('id')}", ("id", "title", "hours", "do", "result"), ("topics",))
        for topic in m.get("topics") or ():
            if topic not in project.get("topics", ()):
                yield f"milestone {m.get('id')}: “{topic}” is not among the project's topics"
    if not any(m.get("topics") for m in milestones):
        yield "milestones: say which topics each needs"
    for end in ("low", "high"):
        total = sum((m.get("hours") or {}).get(end, 0) for m in milestones)
        if total != (project.get("estimate_hours") or {}).get(end):
            yield f"the milestones take {total} hours ({end}), the estimate says {project['estimate_hours'].get(end)}"


def check_reads(item, where):
    if len(reads(item)) > 3 or not all(map(LINK.fullmatch, reads(item))):
        yield f"{where}: read must be up to three lines “Title, section <https://…>”"


def check_materials(materials):
    yield from count(materials, 2, 4, "materials")
    for material in materials:
        yield from keys(material, "material", ("kind", "title", "url", "read"))
        if not str(material.get("url", "")).startswith("https://"):
            yield f"material {material.get('title')}: the address must begin with https://"
    kinds = [m.get("kind") for m in materials]
    if kinds[:1] != ["official"] or "alternative" not in kinds[1:]:
        yield "materials: first the official one, then at least one alternative"


def check_track(track, stem):
    yield from keys(track, "track", ("id", "title", "summary", "for", "outcomes", "covers", "materials", "mistakes", "show"))
    if track.get("id") != stem:
        yield f"the id “{track.get('id')}” and the file name differ"
    yield from count(track.get("outcomes"), 3, 5, "outcomes")
    for name, text in (track.get("outcomes") or {}).items():
        if not str(text).startswith("You can ") or VAGUE.match(str(text)):
            yield f"outcome {name}: begin with “You can” and a verb that can be observed"
    yield from count(track.get("covers"), 2, 4, "covers")
    for part in track.get("covers") or ():
        yield from keys(part, f"part {part.get('name')}", ("name", "do", "read"))
        yield from check_reads(part, f"part {part.get('name')}")
    yield from check_materials(track.get("materials") or [])
    yield from count(track.get("mistakes"), 2, 3, "mistakes")
    for mistake in track.get("mistakes") or ():
        yield from keys(mistake, "mistake", ("error", "cure"))


def check_setup(setup, stem):
    yield from keys(setup, "setup", ("id", "title", "summary", "steps"))
    if setup.get("id") != stem:
        yield f"the id “{setup.get('id')}” and the file name differ"
    steps = setup.get("steps") or []
    yield from count(steps, 3, 7, "steps")
    yield from unique_ids(steps, "steps")
    for step in steps:
        yield from keys(step, f"step {step.get('id')}", ("id", "title", "do", "check"), ("read",))
        yield from check_reads(step, f"step {step.get('id')}")


# ---------------------------------------------------------------- success signs and pitfalls

CONDITION = re.compile(r"([a-z_]+) (=|!=|<|<=|>|>=) (\d+(?:\.\d+)?)")


def holds(condition, facts):
    name, sign, number = CONDITION.fullmatch(condition).groups()
    value, number = float(facts[name]), float(number)
    return {"=": value == number, "!=": value != number, "<": value < number,
            "<=": value <= number, ">": value > number, ">=": value >= number}[sign]


def check_guide(guide):
    facts = guide["facts"]
    for group in guide["success"]:
        yield from keys(group, "success", ("title", "months", "signs"))
        yield from unique_ids(group["signs"], "signs")
        for sign in group["signs"]:
            yield from keys(sign, f"sign {sign.get('id')}", ("id", "text", "guide"), ("suggest",))
            if not sign["text"].startswith("I can "):
                yield f"sign {sign['id']}: begin with “I can”"
            yield from check_conditions(sign.get("suggest", ()), facts, f"sign {sign['id']}")
    yield from unique_ids(guide["pitfalls"], "pitfalls")
    for pitfall in guide["pitfalls"]:
        where = f"pitfall {pitfall['id']}"
        yield from keys(pitfall, where, ("id", "title", "problem", "answer", "triggers"))
        for trigger in pitfall["triggers"]:
            yield from keys(trigger, where, ("when", "say", "do", "fires", "silent"))
            bad = list(check_conditions(trigger["when"], facts, where))
            yield from bad
            for fact in re.findall(r"\{(\w+)\}", trigger["say"]):
                if fact not in facts:
                    yield f"{where}: there is no fact “{fact}” to put into the text"
            for expected in () if bad else ("fires", "silent"):
                for example in trigger[expected]:
                    known = {name: 0 for name in facts} | example
                    if set(example) - set(facts):
                        yield f"{where}: an example uses an unknown fact: {sorted(set(example) - set(facts))}"
                    elif all(holds(c, known) for c in trigger["when"]) != (expected == "fires"):
                        yield f"{where}: should be “{expected}” for {example}"


def check_conditions(conditions, facts, where):
    for condition in conditions:
        match = CONDITION.fullmatch(condition)
        if not match or match[1] not in facts:
            yield f"{where}: “{condition}” is not “fact sign number” with a known fact"


# ---------------------------------------------------------------- putting it together


def check_file(path, text, python, skip_missing=False, run_code=True):
    """Returns (content or None, problems, notes)."""
    problems, notes = [], []
    try:
        if path.parent.name == "topics":
            content = read_topic(text)
            problems += check_topic(content, path.stem)
        elif path.parent.name == "projects":
            content = read_project(text)
            problems += check_project(content, path.stem)
        elif path.parent.name == "tracks":
            content = split_front_matter(text)[0]
            problems += check_track(content, path.stem)
        elif path.parent.name == "setups":
            content = split_front_matter(text)[0]
            problems += check_setup(content, path.stem)
        else:
            content = split_front_matter(text)[0]
            problems += check_guide(content)
        problems += check_prose(content)
    except Broken as error:
        return None, [str(error)], notes
    except (KeyError, TypeError, AttributeError, ValueError) as error:
        return None, problems or [f"cannot be read: {type(error).__name__} {error}"], notes
    if run_code and "questions" in content and not any("four different" in p or "mark one" in p for p in problems):
        missing = [need for need in content.get("needs", ()) if not has_package(python, need)]
        if missing:
            (notes if skip_missing else problems).append(f"not run: {', '.join(missing)} missing")
            return content, problems, notes
        for q in filter(runnable, content["questions"]):
            problems += [f"question {q['id']}: {p}" for p in check_question(python, q)]
        problems += [f"exercise: {p}" for p in check_exercise(python, content["exercise"])]
    return content, problems, notes


def check_links(contents):
    listed = set(re.findall(r"https://[^\s|)>]+", (FOLDER / "links.md").read_text(encoding="utf-8")))
    used = {url for content in contents.values() for url in links_of(content)}
    for path, content in contents.items():
        for url in sorted(set(links_of(content)) - listed):
            yield f"{path}: {url} is missing in links.md"
    for url in sorted(listed - used):
        yield f"links.md: {url} is not used"


# ---------------------------------------------------------------- the roadmap


def check_roadmap(contents, roadmap):
    """Ids, titles and hours are those of the graph, and everything in it has content."""
    topics = {t["id"]: t for t in roadmap["topics"]}
    projects = {p["id"]: p for n in roadmap["nodes"] for p in n.get("projects", ())}
    nodes = {n["id"]: n for n in roadmap["nodes"]}
    tracks = {id: node for id, node in nodes.items() if node["kind"] == "track"}
    setups = {id: node for id, node in nodes.items() if node["kind"] in ("path", "start")}
    for kind, known in (("topics", topics), ("projects", projects), ("tracks", tracks), ("setups", setups)):
        there = {path.split("/")[1][:-3] for path in contents if path.startswith(kind)}
        for id in sorted(set(known) - there):
            yield f"{kind}/{id}.md is missing"
        for id in sorted(there - set(known)):
            yield f"{kind}/{id}.md: the roadmap has no “{id}”"
    for path, content in contents.items():
        kind = path.split("/")[0]
        there = {"topics": topics, "projects": projects, "tracks": tracks}.get(kind, {}).get(content.get("id"))
        if there is None:
            continue
        if there["title"] != content["title"]:
            yield f"{path}: the roadmap calls it “{there['title']}”"
        if there.get("estimate_hours", content.get("estimate_hours")) != content.get("estimate_hours"):
            yield f"{path}: the roadmap estimates {there['estimate_hours']}"
        if kind == "tracks" and [part["name"] for part in content["covers"]] != there["covers"]:
            yield f"{path}: the roadmap covers {there['covers']}"
        for topic in (*content.get("topics", ()), *content.get("requires", ())):
            if topic not in topics:
                yield f"{path}: the roadmap has no topic “{topic}”"


def links(item):
    return {"read": [LINK.fullmatch(line).groupdict() for line in reads(item)]} if item.get("read") else {}


def outcomes(content):
    return [{"id": id, "text": text} for id, text in content["outcomes"].items()]


def topic_content(topic):
    steps = [{"step": s["id"], "do": s["do"], "outcomes": s["outcomes"], **links(s)} for s in topic["steps"]]
    exercise = topic["exercise"]
    return {
        "outcomes": outcomes(topic), "steps": steps, "materials": topic["materials"], "mistakes": topic["mistakes"],
        "exercise": {"title": exercise["title"], "task": exercise["prompt"], "starter": exercise["starter"],
                     "checks": exercise["checks"], "solution": exercise["solution"]},
        "questions": [question_content(q) for q in topic["questions"]],
    }


def question_content(q):
    code = {"code": {"language": q["lang"] or "text", "text": q["code"]}} if q["code"] else {}
    options = [{"text": text, "why": why} for text, why in zip(q["options"], q["why"])]
    return {"id": q["id"], "outcome": q["outcome"], "difficulty": int(q["difficulty"]), "prompt": q["prompt"], **code,
            "options": options, "answer": q["answers"][0]}


def brief(project):
    milestones = [{"milestone": m["id"], "do": m["do"], "result": m["result"]} for m in project["milestones"]]
    return {"for": project["for"], "topics": project["topics"], "does": project["does"], "milestones": milestones,
            "done_when": project["done_when"], "stretch": project["stretch"], "shows": project["shows"]}


def track_content(track):
    covers = [{"name": part["name"], "do": part["do"], **links(part)} for part in track["covers"]]
    return {"for": track["for"], "outcomes": outcomes(track), "covers": covers, "materials": track["materials"],
            "mistakes": track["mistakes"], "show": track["show"]}


def setup_content(setup):
    steps = [{"id": s["id"], "title": s["title"], "do": s["do"], "check": s["check"], **links(s)} for s in setup["steps"]]
    return {"title": setup["title"], "summary": setup["summary"], "steps": steps}


def put_together(contents, roadmap):
    """The roadmap with what is planned with, and the content, which is read later."""
    by_kind = {kind: {c["id"]: c for path, c in contents.items() if path.startswith(kind)}
               for kind in ("topics", "projects", "tracks", "setups")}
    for topic in roadmap["topics"]:
        there = by_kind["topics"].get(topic["id"])
        if there:
            topic["summary"] = there["summary"]
            if there.get("requires"):
                topic["requires"] = there["requires"]
            topic["steps"] = [{"id": s["id"], "title": s["title"], "share": s["share"]} for s in there["steps"]]
    for node in roadmap["nodes"]:
        for project in node.get("projects", ()):
            there = by_kind["projects"].get(project["id"])
            if there:
                project["summary"] = there["summary"]
                project["milestones"] = [{key: m[key] for key in ("id", "title", "hours", "topics") if m.get(key)}
                                         for m in there["milestones"]]
        if there := by_kind["tracks"].get(node["id"]):
            node["summary"] = there["summary"]
    guide = contents["guide.md"]
    roadmap["success"] = [{**level, "signs": [{key: sign[key] for key in ("id", "text", "suggest") if sign.get(key)}
                                              for sign in level["signs"]]} for level in guide["success"]]
    roadmap["pitfalls"] = [{**pitfall, "triggers": [{key: trigger[key] for key in ("when", "say", "do")}
                                                    for trigger in pitfall["triggers"]]} for pitfall in guide["pitfalls"]]
    makers = {"topics": topic_content, "projects": brief, "tracks": track_content, "setups": setup_content}
    content = {kind: {id: make(by_kind[kind][id]) for id in sorted(by_kind[kind])} for kind, make in makers.items()}
    return roadmap, content


def counts(contents):
    """The table of docs/measurements/content.md."""
    topics = [c for path, c in contents.items() if path.startswith("topics")]
    rows = [
        ("topics", len(topics)),
        ("outcomes", sum(len(t["outcomes"]) for t in topics)),
        ("steps", sum(len(t["steps"]) for t in topics)),
        ("materials", sum(len(t["materials"]) for t in topics)),
        ("typical mistakes", sum(len(t["mistakes"]) for t in topics)),
        ("exercises", len(topics)),
        ("wrong answers that their checks refuse", sum(len(t["exercise"]["wrong"]) for t in topics)),
        ("questions", sum(len(t["questions"]) for t in topics)),
        ("of them run", sum(sum(map(runnable, t["questions"])) for t in topics)),
        ("projects", sum(path.startswith("projects") for path in contents)),
        ("milestones", sum(len(c["milestones"]) for path, c in contents.items() if path.startswith("projects"))),
        ("tracks", sum(path.startswith("tracks") for path in contents)),
        ("set-ups", sum(path.startswith("setups") for path in contents)),
    ]
    return "\n".join(["| | |", "| --- | ---: |", *(f"| {name} | {number} |" for name, number in rows)])


def breaks(path, text):
    """Broken copies of a file, each with what was done. Only breaks that running or counting can find."""
    content = read_topic(text)
    for q in filter(runnable, content["questions"]):
        start = text.index(f"\n### {q['id']}\n")
        marks = [m.start() + start for m in re.finditer(r"^- \[[ x]\]", text[start:], re.M)][:4]
        for i, at in enumerate(marks):
            if i != q["answers"][0]:
                moved = list(text)
                moved[marks[q["answers"][0]] + 3], moved[at + 3] = " ", "x"
                yield f"{q['id']}: answer moved to option {i + 1}", "".join(moved)
    exercise = content["exercise"]
    yield "solution replaced by the starter", text.replace(exercise["solution"], exercise["starter"])
    first = re.search(r"^assert .*== ?(.+?), \"", exercise["checks"], re.M)
    if first:
        bad = exercise["checks"].replace(first[0], first[0].replace(first[1], "'something else'"), 1)
        yield "an assert made wrong", text.replace(exercise["checks"], bad)
    yield "a share changed", re.sub(r"share: (\d+)", lambda m: f"share: {int(m[1]) - 1}", text, count=1)
    yield "http for https", re.sub(r"url: https:", "url: http:", text, count=1)
    yield "an outcome without a question", re.sub(r"^outcome: \w+", "outcome: nothing", text, count=1, flags=re.M)
    yield "a fifth option", re.sub(r"^- \[ \] ", "- [ ] one too many\n  - why\n- [ ] ", text, count=1, flags=re.M)
    yield "two answers", re.sub(r"^- \[ \] ", "- [x] ", text, count=1, flags=re.M)
    yield "a key twice", text.replace("\nsummary:", "\nsummary: again\nsummary:", 1)


def self_test(paths, python):
    tried, missed = 0, []
    for path in paths:
        if path.parent.name != "topics":
            continue
        text = path.read_text(encoding="utf-8")
        for what, broken in breaks(path, text):
            tried += 1
            if broken == text:
                missed.append(f"{path.name}: {what}: nothing was changed")
            elif not check_file(path, broken, python)[1]:
                missed.append(f"{path.name}: {what}: not found")
    print(f"self-test: {tried - len(missed)} of {tried} breaks found")
    return missed


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("files", nargs="*", type=Path)
    parser.add_argument("--write", action="store_true")
    parser.add_argument("--compare", action="store_true")
    parser.add_argument("--counts", action="store_true")
    parser.add_argument("--no-code", action="store_true")
    parser.add_argument("--self-test", action="store_true")
    parser.add_argument("--skip-missing", action="store_true")
    args = parser.parse_args()
    python = shlex.quote(sys.executable)
    kinds = ("topics", "projects", "tracks", "setups")
    everything = sorted(p for kind in kinds for p in FOLDER.glob(f"{kind}/*.md")) + [FOLDER / "guide.md"]
    paths = [p.resolve() for p in args.files] or everything

    def check(path):
        return check_file(path, path.read_text(encoding="utf-8"), python, args.skip_missing, not args.no_code)

    with ThreadPoolExecutor(os.cpu_count()) as pool:
        results = list(pool.map(check, paths))
    contents, failures, ran, asked = {}, [], 0, 0
    for path, (content, problems, notes) in zip(paths, results):
        name = f"{path.parent.name}/{path.name}" if path.parent != FOLDER else path.name
        if content:
            contents[name] = content
            asked += len(content.get("questions", ()))
            ran += 0 if notes or args.no_code else sum(map(runnable, content.get("questions", ())))
        for note in notes:
            print(f"note: {name}: {note}")
        failures += [f"{name}: {problem}" for problem in problems]
    if not args.files:
        roadmap = json.loads((FOLDER / "roadmap.json").read_text(encoding="utf-8"))
        failures += check_links(contents)
        failures += check_roadmap(contents, roadmap)
    if args.self_test:
        failures += self_test(paths, python)
    for failure in failures:
        print(failure, file=sys.stderr)
    print(f"{len(paths)} files, {asked} questions, {ran} of them run; {len(failures)} problems")
    if args.counts:
        print("\n" + counts(contents))
    if (args.write or args.compare) and not args.files and not failures:
        for name, value in zip(("python.json", "python-content.json"), put_together(contents, roadmap)):
            path, text = FOLDER.parent / name, json.dumps(value, ensure_ascii=False, indent=1) + "\n"
            if args.write:
                path.write_text(text, encoding="utf-8")
            elif path.read_text(encoding="utf-8") != text:
                failures.append(f"{name} is not what the Markdown files say")
                print(f"{name} is not what the Markdown files say: run `cargo xtask content`", file=sys.stderr)
    return bool(failures)


if __name__ == "__main__":
    sys.exit(main())

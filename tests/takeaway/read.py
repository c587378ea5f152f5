"""Reads the files in tests/data/takeaway with programs that other people made, as a learner's own programs would.

The calendars are imported one after the other into khal, and read with icalendar; the tables are read with csv.
What they have to hold follows from the roadmap beside them.
"""

import csv
import datetime
import json
import pathlib
import subprocess
import sys
import tempfile

import icalendar

DATA = pathlib.Path(__file__).parents[1] / "data/takeaway"
KHAL = pathlib.Path(sys.executable).with_name("khal")
CALENDARS = ["1-as-planned", "2-changed", "3-days-later"]
ROADMAP = json.loads((DATA / "roadmap.json").read_text(encoding="utf-8"))
STEPS = [step["title"] for topic in ROADMAP["topics"] for step in topic.get("steps", [])]
PROJECTS = [project["title"] for node in ROADMAP["nodes"] for project in node.get("projects", [])]
ITEMS = [topic["title"] for topic in ROADMAP["topics"]] + PROJECTS
PHASES = [node["title"] for node in ROADMAP["nodes"]]


def check(is_so, what):
    if not is_so:
        sys.exit(f"not so: {what}")


def events(name):
    """The events of a file as icalendar reads them, by their ids."""
    data = (DATA / f"{name}.ics").read_bytes()
    lines = data.split(b"\r\n")
    check(lines.pop() == b"" and b"\n" not in b"".join(lines), f"{name}: lines end with CRLF")
    check(max(map(len, lines)) <= 75, f"{name}: lines have at most 75 octets")
    calendar = icalendar.Calendar.from_ical(data)
    for component in calendar.walk():
        check(not component.errors, f"{name}: {component.errors}")
    found = {str(event["UID"]): event for event in calendar.walk("VEVENT")}
    check(len(found) == len(calendar.walk("VEVENT")), f"{name}: no id is there twice")
    for uid, event in found.items():
        check_event(uid, event)
    return found


def day(event):
    """The date on which an event begins."""
    return str(event.decoded("DTSTART"))[:10]


def check_event(uid, event):
    title = str(event["SUMMARY"])
    start, end = event.decoded("DTSTART"), event.decoded("DTEND")
    is_all_day = type(start) is datetime.date
    check(not is_all_day or end - start == datetime.timedelta(days=1), f"{uid} is one day")
    check(is_all_day or start.tzinfo is None and start < end, f"{uid} is in no time zone")
    check(event.decoded("DTSTAMP").tzinfo is not None, f"{uid} has a stamp in UTC")
    alarms = event.walk("VALARM")
    if event["STATUS"] == "CANCELLED":
        check(not alarms, f"{uid} reminds of nothing")
    elif uid.startswith("session-"):
        check(uid.startswith(f"session-{day(event)}."), f"{uid} is on its day")
        check(any(title.endswith(f": {own}") for own in STEPS + ITEMS), f"{title!r} has the title of a step as it is")
        before = datetime.timedelta(hours=9) if is_all_day else datetime.timedelta(minutes=-15)
        check(alarms[0].decoded("TRIGGER") == before, f"{uid} reminds in time")
    elif uid.startswith(("phase-", "project-")):
        check(any(title.endswith(f": {own}") for own in PHASES + PROJECTS), f"{title!r} has its title as it is")


def in_icalendar():
    """What a calendar has after each import that replaces an event by a newer one with its id."""
    had, after = {}, []
    for name in CALENDARS:
        for uid, event in events(name).items():
            check(uid not in had or had[uid]["SEQUENCE"] < event["SEQUENCE"], f"{name}: {uid} is newer")
            had[uid] = event
        after.append({uid: (day(event), str(event["STATUS"])) for uid, event in had.items()})
    return after


def in_khal(folder):
    """What khal lists after each import."""
    calendar, config = folder / "study", folder / "config"
    calendar.mkdir()
    date, time = "%Y-%m-%d", "%H:%M"
    config.write_text(
        f"[calendars]\n[[study]]\npath = {calendar}\n[sqlite]\npath = {folder / 'khal.db'}\n[locale]\n"
        f"local_timezone = UTC\ndefault_timezone = UTC\ndateformat = {date}\nlongdateformat = {date}\n"
        f"timeformat = {time}\ndatetimeformat = {date} {time}\nlongdatetimeformat = {date} {time}\n"
    )

    def khal(*words):
        command = [KHAL, "--config", config, *words]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    after = []
    for name in CALENDARS:
        khal("import", "--batch", "-a", "study", DATA / f"{name}.ics")
        listed = khal("list", "--day-format", "", "--format", "{uid}|{start-date}|{status}", "2027-01-01", "365d")
        rows = [line.split("|") for line in listed.splitlines() if line]
        check(len(rows) == len({uid for uid, _, _ in rows}), f"{name}: nothing is in khal twice")
        check(len(rows) == len(list(calendar.glob("*.ics"))), f"{name}: khal keeps a file for each event")
        after.append({uid: (on, status.strip()) for uid, on, status in rows})
    return after


def calendars():
    with tempfile.TemporaryDirectory() as folder:
        khal = in_khal(pathlib.Path(folder))
    for name, one, other in zip(CALENDARS, in_icalendar(), khal, strict=True):
        check(one == other, f"{name}: icalendar and khal have the same events:\n{one}\n{other}")
        of_file = {uid for uid, event in events(name).items() if event["STATUS"] != "CANCELLED"}
        first = min(day(event) for event in events(name).values())
        ahead = {uid for uid, (on, status) in one.items() if status != "CANCELLED" and on >= first}
        check(ahead == of_file, f"{name}: what is ahead is what the file says")
        print(f"{name}.ics imported: {len(one)} events, {len(ahead)} of them ahead and not called off")


def tables():
    for name in ["plan", "log"]:
        data = (DATA / f"{name}.csv").read_bytes()
        check(data.startswith(b"\xef\xbb\xbf") and data.endswith(b"\r\n"), f"{name}: UTF-8 with its mark, and CRLF")
        head, *rows = csv.reader(data.decode("utf-8-sig").splitlines(keepends=True), strict=True)
        check(all(len(row) == len(head) for row in rows), f"{name}: all rows have the cells of the head")
        check(not any(cell.startswith(tuple("=+-@\t\r")) for row in rows for cell in row), f"{name}: no formulas")
        for row in rows:
            cells = dict(zip(head, row, strict=True))
            check(int(cells["Minutes"]) > 0, f"{name}: {cells}")
            for column in {"Date", "Status since", "50% by", "80% by", "95% by"} & set(head):
                check(not cells[column] or datetime.date.fromisoformat(cells[column]), f"{name}: {cells}")
            own = {cells[column].removeprefix("'") for column in {"Topic", "Topic or project"} & set(head)}
            check(own <= set(ITEMS), f"{name}: {own} is a title as it is")
        print(f"{name}.csv: {len(rows)} rows")


calendars()
tables()

"""Reads the facts out of the guide and prints them as JSON.

    python3 extract_guide_facts.py path/to/guide.md > guide-facts.json

The shipped roadmap was written by hand. This script reads the guide a second time, mechanically, so that a slip of
the hand shows up as a difference between the two.
"""

import json
import re
import sys

# A node is written where it is first used, inside an edge or alone. Its brackets say its shape; the round ones
# contain square ones, so they are tried first.
NODE = re.compile(r"(\w+)(?:\(\[(?P<stadium>.*?)\]\)|\[(?P<rectangle>.*?)\]|\{(?P<diamond>.*?)\})")
EDGE = re.compile(r"^(\w+) -->(?:\|(.*?)\|)? (\w+)$")
WEEKS = re.compile(r"⏱️ (\d+)-(\d+) weeks")


def read_flowchart(lines):
    """The nodes and edges, each in the order in which the guide first writes them."""
    nodes, edges = [], []
    for line in map(str.strip, lines):
        if line.startswith(("%%", "classDef ", "class ", "graph ")):
            continue  # Remarks and colours say nothing that a roadmap has.
        for found in NODE.finditer(line):
            shape, label = next((s, t) for s, t in found.groupdict().items() if t is not None)
            nodes.append({"id": found[1], "shape": shape, "label_lines": label.split("<br/>")})
        if edge := EDGE.match(NODE.sub(r"\1", line)):
            edges.append({"from": edge[1], "to": edge[3], "label": edge[2] or ""})
        elif line and not NODE.fullmatch(line):
            sys.exit(f"neither a node nor an edge: {line}")
    return nodes, edges


def read_weeks(nodes):
    """The weeks of each node that has any."""
    found = {node["id"]: WEEKS.fullmatch(node["label_lines"][-1]) for node in nodes}
    return {id: span(*weeks.groups()) for id, weeks in found.items() if weeks}


def read_path_guide(lines):
    """Months and salary of each path, by its heading, and how many reasons there are to choose it."""
    paths = []
    for heading, body in sections(lines, "### "):
        months = re.search(r"(\d+)-(\d+) months", body)
        salary = re.search(r"\$(\d+)k-\$(\d+)k(\+?)(?: \((.*)\))?", body)
        paths.append(
            {
                "heading": heading.split(" - ")[0],
                "reasons": len(re.findall(r"^- (?!\*\*)", body, re.M)),
                "months": span(*months.groups()),
                "salary": {
                    "low": int(salary[1]) * 1000,
                    "high": int(salary[2]) * 1000,
                    "and_more": salary[3] == "+",
                    "note": salary[4] or "",
                },
            }
        )
    return paths


def read_resources(lines):
    """The stages with the name of each entry and what stands behind its colon."""
    return [
        {
            "title": heading,
            "entries": [
                {"title": title, "details": details.split(", ")}
                for title, details in re.findall(r"^- \*\*(.*?)\*\*: (.*)$", body, re.M)
            ],
        }
        for heading, body in sections(lines, "### ")
    ]


def read_success(lines):
    """The levels with their months and how many signs each has."""
    levels = []
    for heading, body in sections(lines, "### 🎯 "):
        title, low, high = re.fullmatch(r"(.*) \((\d+)-(\d+) months\)", heading).groups()
        levels.append({"title": title, "months": span(low, high), "signs": body.count("- [ ] ")})
    return levels


def read_quick_links(lines):
    """The links by heading, without the emoji before headings and titles."""
    return [
        {
            "title": without_emoji(heading),
            "links": [
                {"title": without_emoji(title), "guide_page": page}
                for title, page in re.findall(r"^- \[(.*?)\]\((.*?)\)", body, re.M)
            ],
        }
        for heading, body in sections(lines, "### ")
    ]


def sections(lines, marker):
    """The parts that start with a heading of this kind: its text and what stands below it."""
    parts = re.split(rf"^{re.escape(marker)}(.*)$", "\n".join(lines), flags=re.M)
    return list(zip(parts[1::2], parts[2::2]))


def without_emoji(text):
    return re.sub(r"^[^\w]+ ", "", text)


def span(low, high):
    return {"low": int(low), "high": int(high)}


def main():
    with open(sys.argv[1], encoding="utf-8") as file:
        guide = file.read()
    chapters = {title: body.splitlines() for title, body in sections(guide.splitlines(), "## ")}
    flowchart = re.search(r"```mermaid\n(.*?)```", guide, re.S)[1]
    nodes, edges = read_flowchart(flowchart.splitlines())
    facts = {
        "nodes": nodes,
        "edges": edges,
        "weeks": read_weeks(nodes),
        "paths": read_path_guide(chapters["Path Selection Guide"]),
        "resources": read_resources(chapters["Learning Resources by Phase"]),
        "success": read_success(chapters["Success Metrics by Path"]),
        "pitfalls": [title for title, _ in sections(chapters["Common Pitfalls to Avoid"], "### ❌ ")],
        "next_steps": re.findall(r"^\d+\. \*\*(.*?)\*\*", "\n".join(chapters["Next Steps"]), re.M),
        "quick_links": read_quick_links(chapters["Quick Links to Learning Content"]),
    }
    print(json.dumps(facts, ensure_ascii=False, indent=1))


main()

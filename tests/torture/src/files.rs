//! The forms that a roadmap's file can have, with what mutated ones are made of.

/// A form of a file.
pub struct Form {
    pub name: &'static str,
    /// The name of such a file.
    pub file: &'static str,
    /// Files in `tests/data/import`.
    pub seeds: &'static [&'static str],
    /// More texts, with what those do not have.
    pub texts: &'static [&'static str],
    /// A large plan of at most so many bytes.
    pub large: fn(usize) -> String,
}

/// Every reader takes at most so many phases, tasks or nodes.
const MOST_PARTS: usize = 2_000;

/// All of them.
pub const FORMS: [Form; 10] = [
    Form {
        name: "guide",
        file: "plan.md",
        seeds: &[
            "checklist.md",
            "course-table.md",
            "headings-with-weeks.md",
            "html-title.md",
            "table-beside-chart.md",
        ],
        texts: &[
            "---\ntitle: a\n---\n## Week 1: b (3 h)\n- [x] c\n  - d\n> e\n<details><summary>f</summary>\n\n| g | h |\n|---|---|\n| 1 | 2 w |\n</details>\n***\n1. i\n\n```\nj\n```\n",
        ],
        large: |most| {
            of_parts("# Plan\n", most, |at, words| {
                format!("## Phase {at}: Part (2 weeks)\n- {words}\n  - more\n")
            })
        },
    },
    Form {
        name: "flowchart",
        file: "plan.mmd",
        seeds: &[
            "diamond-over-two-lines.mmd",
            "durations.mmd",
            "leaves-are-topics.mmd",
            "loop-without-exit.mmd",
            "no-durations.mmd",
            "optional-dotted.mmd",
            "other-languages.mmd",
            "prerequisites.mmd",
            "project-in-one-line.mmd",
            "same-topic-in-two-phases.mmd",
            "split-and-rejoin.mmd",
            "subgraph-has-the-time.mmd",
            "subgraph-to-subgraph.mmd",
            "titles-over-two-lines.mmd",
            "total-in-the-start.mmd",
            "week-positions.mmd",
        ],
        texts: &[
            "flowchart LR\n%% a\nA([b]) & C --> D{{e}} -.->|f| G[/h/] ==> I[(j)]\nsubgraph k[Phase 1: 2 weeks]\nL[Week 1] --> M[Day 1] --> N[Time: 3 h]\nend\nk ~~~ A\nD -- o --x A\nclass A,C p\nQ@{ shape: diam, label: \"r?\" }\nQ --> A & D\nclick A \"s\"\n",
        ],
        large: |most| {
            of_parts("flowchart TD\n", most, |at, words| {
                format!("N{at}[Part {at}<br/>{words}] --> N{} & N{}\n", at + 1, at / 2)
            })
        },
    },
    Form {
        name: "gantt",
        file: "plan.mmd",
        seeds: &["gantt.mmd"],
        texts: &[
            "gantt\ntitle a\ndateFormat DD.MM.YYYY\nexcludes weekends, monday, 05.01.2026\nincludes 06.01.2026\nweekend friday\ninclusiveEndDates\nsection b\nc :done, d, 05.01.2026, 2w\ne :crit, f, after d g, until h\nh :milestone, 3M\ni :1.5h\n",
        ],
        large: |most| {
            of_parts("gantt\ndateFormat YYYY-MM-DD\nexcludes weekends\n", most, |at, words| {
                format!("Part {words} :t{at}, after t{} t{}, 3w\n", at / 2, at.saturating_sub(1))
            })
        },
    },
    Form {
        name: "timeline",
        file: "plan.mmd",
        seeds: &["timeline.mmd"],
        texts: &[
            "timeline\ntitle a\nsection b (3 weeks)\nWeek 1-2 : c : d\n : e, f\nWeek 2-4 : g\nJan 2027 - Mar 2027 : h\nOngoing : i\n",
        ],
        large: |most| of_parts("timeline\n", most, |at, words| format!("Week {at} : {words}\n")),
    },
    Form {
        name: "mindmap",
        file: "plan.mmd",
        seeds: &["mindmap.mmd"],
        texts: &[
            "mindmap\n  root((a))\n    b[\"c\n d\"]\n      ::icon(fa fa-e)\n      :::f\n      g))h((\n        2 weeks\n    {{i}}\n      j (3 h)\n",
        ],
        large: |most| {
            of_parts("mindmap\n  root\n", most, |at, words| {
                format!("    Part {at}\n      {words}\n        more\n")
            })
        },
    },
    Form {
        name: "journey",
        file: "plan.mmd",
        seeds: &["journey.mmd"],
        texts: &[
            "journey\n title a\n section Week 1: b\n  c: 5: d, e\n  f：3\n section g (2 weeks)\n  h: 1\n",
        ],
        large: |most| {
            of_parts("journey\n", most, |at, words| format!(" section Part {at}\n  {words}: 5: Me\n"))
        },
    },
    Form {
        name: "react-flow",
        file: "plan.json",
        seeds: &["reactflow.json"],
        texts: &[
            r#"{"nodes":[{"id":"a","type":"topic","position":{"x":0,"y":1},"data":{"label":"b"},"width":2,"height":3},{"id":"c","type":"subtopic","positionAbsolute":{"x":-1e9,"y":4},"data":{"label":"d"}},{"id":"e","type":"section","style":{"width":"5px"}}],"edges":[{"source":"a","target":"c","style":{"strokeDasharray":"0.8 8"}},{"source":"c","target":"a"}]}"#,
        ],
        large: |most| {
            let nodes = of_parts("", most - 20, |at, words| {
                let kind = if at % 4 == 0 { "topic" } else { "subtopic" };
                format!(
                    r#"{{"id":"{at}","type":"{kind}","position":{{"x":{},"y":{at}}},"data":{{"label":"{words}"}}}},"#,
                    at % 7
                )
            });
            format!(r#"{{"nodes":[{}],"edges":[]}}"#, nodes.trim_end_matches(','))
        },
    },
    Form {
        name: "plain-json",
        file: "plan.json",
        seeds: &["phases-and-topics.json"],
        texts: &[
            r#"{"title":"a","hoursPerWeek":"5-6","phases":[{"name":"b","weeks":"1-2","topics":["c",{"title":"d","done":true,"url":"https://e.f"}]},{"name":"g","duration":"3 weeks","skills":"h, i","projects":[{"name":"j"}]}]}"#,
        ],
        large: |most| {
            let phases = of_parts("", most - 20, |at, words| {
                format!(r#"{{"title":"Part {at}","duration":"2 weeks","topics":["{words}","more"]}},"#)
            });
            format!(r#"{{"phases":[{}]}}"#, phases.trim_end_matches(','))
        },
    },
    Form {
        name: "table",
        file: "plan.csv",
        seeds: &[],
        texts: &[
            "Phase,Topic,Hours,Done\nClay,Wedging,2,x\nClay,\"Pinch, pots\",3,\nGlaze,Kiln,1.5,yes\n",
            "Week;Module;Duration;Link\n1;Scales;3 h;https://a.b\n2-3;Chords;1 week;\n",
            "Step\tTime\tPrerequisite\nKnots\t1d\t\nIce\t2 weeks\tKnots\n",
        ],
        large: |most| {
            of_parts("Phase,Topic,Hours\n", most, |at, words| format!("Part {at},\"{words}\",{}\n", at % 9))
        },
    },
    Form {
        name: "text",
        file: "plan.txt",
        seeds: &[],
        texts: &[
            "Learn to bake\n\nWeek 1: Flour\n- wheat\n- rye\n\nWeek 2: Dough (5 hours)\n* knead\n  * fold\n\n1) Oven\n2) Bread: 2 weeks\n",
            "PHASE ONE\n=========\nRead\nWrite\n\nPHASE TWO\n---------\n[ ] Print\n[x] Bind 3h\n",
        ],
        large: |most| {
            of_parts("Plan\n\n", most, |at, words| format!("Week {at}: Part\n- {words}\n  - more\n\n"))
        },
    },
];

/// A plan with the most parts, each as large as the others, of no more than so many bytes.
fn of_parts(head: &str, most: usize, part: impl Fn(usize, &str) -> String) -> String {
    let empty: usize = (0..MOST_PARTS).map(|at| part(at, "").len()).sum();
    let free = most.saturating_sub(head.len() + empty) / MOST_PARTS;
    let words: String = "wheel, clay ".chars().cycle().take(free).collect();
    std::iter::once(head.to_owned()).chain((0..MOST_PARTS - 2).map(|at| part(at, &words))).collect()
}

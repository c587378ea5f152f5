//! Mermaid itself reads the exported map as the same graph, and shows the same words in it.

use std::fmt::Debug;
use std::fs;

use browser_tests::{Engine, Person, in_each_browser_at, mermaid_script};
use formats::write_mermaid;
use roadmap::{Kind, Roadmap, shipped_roadmap};
use serde::Deserialize;
use serde_json::{Value, json};

/// The graph that Mermaid read, with its text decoded as for display.
#[derive(Deserialize)]
struct Graph {
    /// The lines of each node.
    nodes: Vec<Vec<String>>,
    /// Indices of source and target, and the label.
    edges: Vec<(usize, usize, String)>,
}

/// The graph that Mermaid read, and the text that it drew: the lines of each node and the labels that are not empty.
const READ: &str = r#"
    const [text, done] = arguments;
    const decoded = (text) => (text ?? "").replace(/ﬂ°°(\d+)¶ß/g, (_, code) => String.fromCodePoint(code));
    const lines = (text) => text.split("<br>").map(decoded);
    const shown = (element) => element.querySelector("div").innerText.split("\n").map((line) => line.trim()).filter(Boolean);
    (async () => {
        mermaid.initialize({ startOnLoad: false, maxTextSize: 1e6 });
        const { db } = await mermaid.mermaidAPI.getDiagramFromText(text);
        const vertices = [...db.getVertices().values()];
        const place = (id) => vertices.findIndex((vertex) => vertex.id === id);
        const read = {
            nodes: vertices.map((vertex) => lines(vertex.text)),
            edges: db.getEdges().map(({ start, end, text }) => [place(start), place(end), decoded(text)]),
        };
        const { svg } = await mermaid.render("drawing", text);
        const room = document.createElement("div");
        document.body.replaceChildren(room);
        room.innerHTML = svg;
        const number = (node) => place(/flowchart-(.+)-\d+$/.exec(node.id)[1]);
        const nodes = [...room.querySelectorAll("g.node")].sort((one, other) => number(one) - number(other));
        const labels = [...room.querySelectorAll(".edgeLabel foreignObject")].flatMap(shown);
        return [read, nodes.map(shown), labels];
    })().then(done, (problem) => done(String(problem)));"#;

/// The same for a roadmap.
fn graph(roadmap: &Roadmap) -> Graph {
    let nodes = roadmap.nodes().iter().map(|node| {
        let title = match node.icon.as_str() {
            "" => node.title.clone(),
            icon => format!("{icon} {}", node.title),
        };
        let mut lines = vec![title];
        match &node.kind {
            Kind::Phase(phase) => {
                let topics = phase.topics.iter().map(|id| roadmap.topic(id).expect("it is checked"));
                lines.extend(topics.map(|topic| topic.title.clone()));
                let weeks = phase.weeks.expect("these phases have weeks");
                lines.push(format!("⏱️ {}-{} weeks", weeks.low, weeks.high));
            }
            Kind::Projects(projects) => lines.extend(projects.iter().map(|project| project.title.clone())),
            Kind::Track(covers) | Kind::Milestone(covers) => lines.extend(covers.iter().cloned()),
            _ => {}
        }
        lines
    });
    let place = |id| roadmap.index(id).expect("it is checked");
    let edges = roadmap.edges().iter().map(|edge| (place(&edge.from), place(&edge.to), edge.label.clone()));
    Graph { nodes: nodes.collect(), edges: edges.collect() }
}

/// Titles and names that mean something to Mermaid, to Markdown or to HTML.
const ODD: [&str; 23] = [
    "Say \"hi\" and 'ho'",
    "[a] (b) {c} [[d]] ((e))",
    "end",
    "#35; #quot; # 1",
    "<b>bold</b> & <script>alert(1)</script>",
    "👩‍🚀 family 👨‍👩‍👧‍👦 🇯🇵",
    "`code` **bold** _em_ ~~no~~",
    "%% comment %%{init: {}}%%",
    "a;b;c",
    "A --> B -->|x| C",
    "class click style linkStyle",
    "subgraph one",
    "1. First steps",
    "- item",
    "* star",
    "# heading",
    "back\\slash",
    "機械学習 ابدأ",
    "&lt;i&gt; &amp; &#35;",
    "<br/>",
    "x@{ shape: rect }",
    "https://example.org/?a=1&b=2",
    "100% | 50%",
];

/// Texts that Mermaid reads unchanged, and then draws as a line break or as a formula, with or without character references.
const READ_ONLY: [&str; 2] = ["a\\nb", "$$x^2$$ $y$"];

const NAMES: [&str; 6] = ["end", "default", "1x", "o", "a b", "__proto__"];

/// A roadmap whose nodes, topics, projects and answers have these titles.
fn roadmap_of(odd: &[&str]) -> Roadmap {
    let name = |at: usize| NAMES.get(at).map_or(format!("Track{at}"), |name| (*name).to_owned());
    let nth = |at: usize| odd[at % odd.len()];
    let topics = odd.iter().enumerate().map(|(at, odd)| json!({ "id": format!("t{at}"), "title": odd }));
    let mut nodes = vec![
        json!({ "id": "Begin", "kind": "start", "title": nth(0), "icon": "🚀" }),
        json!({ "id": "Ask", "kind": "decision", "title": nth(1) }),
        json!({ "id": "style", "kind": "phase", "title": nth(2), "weeks": { "low": 1, "high": 3 },
            "topics": (0..odd.len()).map(|at| format!("t{at}")).collect::<Vec<_>>() }),
        json!({ "id": "Build", "kind": "projects", "title": nth(3), "projects": [
            { "id": "p", "title": nth(4), "summary": "", "estimate_hours": { "low": 1, "high": 2 } },
        ] }),
    ];
    let mut edges = vec![
        json!({ "from": "Begin", "to": "Ask" }),
        json!({ "from": "Ask", "to": "style", "label": "Learn" }),
        json!({ "from": "style", "to": "Build" }),
    ];
    for (at, odd) in odd.iter().enumerate() {
        nodes.push(json!({ "id": name(at), "kind": "track", "title": odd, "covers": [nth(at + 1)] }));
        edges.push(json!({ "from": "Ask", "to": name(at), "label": odd }));
    }
    let form = json!({
        "waymark_roadmap": 1, "id": "odd", "title": "Say 'hi': \"---\" # <b>", "summary": "",
        "reference_hours_per_week": 10, "reference_note": "",
        "topics": topics.collect::<Vec<_>>(), "nodes": nodes, "edges": edges,
    });
    Roadmap::new(serde_json::from_value(form).expect("the form is that of a roadmap"))
        .expect("it is a roadmap")
}

async fn is_read_as_itself(person: &Person, roadmap: &Roadmap, is_drawn_so: bool) {
    let answer = person.runs_until_done(READ, &[Value::from(write_mermaid(roadmap))]).await;
    assert!(answer.is_array(), "Mermaid says {answer}");
    let (read, nodes, labels): (Graph, Vec<Vec<String>>, Vec<String>) =
        serde_json::from_value(answer).expect("the script returns what was read and what was drawn");
    let expected = graph(roadmap);
    assert_same(&read.nodes, &expected.nodes);
    assert_same(&read.edges, &expected.edges);
    if !is_drawn_so {
        return;
    }
    assert_same(&nodes, &expected.nodes);
    let given = expected.edges.into_iter().map(|(.., label)| label).filter(|label| !label.is_empty());
    assert_same(&labels, &given.collect::<Vec<_>>());
}

/// Asserts that both have the same entries, and names only those that differ.
fn assert_same<T: Debug + PartialEq>(found: &[T], expected: &[T]) {
    let different: Vec<_> =
        found.iter().zip(expected).filter(|(found, expected)| found != expected).collect();
    assert!(
        different.is_empty() && found.len() == expected.len(),
        "{} differ: {different:#?}",
        different.len()
    );
}

#[test]
fn mermaid_reads_the_map_as_the_same_graph() {
    let folder = tempfile::tempdir().expect("a folder for the page");
    let page = folder.path().join("mermaid.html");
    let script = mermaid_script().replace("</script", "<\\/script");
    let head =
        "<!doctype html><meta charset=\"utf-8\"><link rel=\"icon\" href=\"data:,\"><title>Mermaid</title>";
    fs::write(&page, format!("{head}<body><script>{script}</script>")).expect("the page can be written");
    in_each_browser_at(&page, async |person| {
        // The meaning of a text does not depend on the browser.
        if person.browser() == Engine::Chromium {
            is_read_as_itself(&person, &shipped_roadmap(), true).await;
            is_read_as_itself(&person, &roadmap_of(&ODD), true).await;
            is_read_as_itself(&person, &roadmap_of(&READ_ONLY), false).await;
        }
    });
}

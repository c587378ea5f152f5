//! No file takes long to open as a flowchart or crashes the reader.

use std::time::{Duration, Instant};

use formats::{MOST_ROADMAP_BYTES, open_roadmap};

/// Far above what linear time takes on a busy machine, and far below what quadratic time takes.
const TIME_LIMIT: Duration = Duration::from_secs(20);

/// A text of the largest size: a beginning, then one part repeated.
fn filled(beginning: &str, part: &str) -> String {
    let mut text = beginning.to_owned();
    text.push_str(&part.repeat((MOST_ROADMAP_BYTES - text.len()) / part.len()));
    text
}

/// Texts on which a careless reader rescans the same characters again and again.
fn hostile() -> Vec<(&'static str, String)> {
    let beginning = "graph TD\n";
    let mut texts: Vec<(&str, String)> = [
        ("ampersands", "A&"),
        ("ampersands with blanks", "A & "),
        ("one long chain", "A-->B-->"),
        ("edges on one line", "A-->B;"),
        ("nodes on one line", "A[x];"),
        ("many nodes", "A --> A1 --> B & C --> D\nE\n"),
        ("nested subgraphs", "subgraph a\n"),
        ("subgraphs on one line", "subgraph a[;"),
        ("unclosed directives", "%%{\n"),
        ("comments", "%% \n"),
        ("unclosed quotes", "A[\"\n"),
        ("unclosed brackets", "A[\n"),
        ("nested brackets", "A[("),
        ("parentheses", "("),
        ("braces", "A{"),
        ("unclosed flags", "A>b\n"),
        ("flags on one line", "A>b;"),
        ("unclosed labels", "A -- x;"),
        ("labels with bars", "A-->|\"x|B;"),
        ("dotted labels", "A -. x;"),
        ("unclosed arrows", "A -- b - c\n"),
        ("properties", "A@{a:|\n"),
        ("properties with quotes", "A@{a: \" \n"),
        ("ids of edges", "A a@"),
        ("classes", "class A a\n"),
        ("one class for many", "A,"),
        ("styles", "style A x\n"),
        ("blank lines", "\n"),
        ("blanks", " "),
        ("semicolons", ";"),
        ("hyphens", "-"),
        ("equals signs", "="),
        ("dots", "."),
        ("tildes", "~"),
        ("quotes", "\""),
        ("hearts", "💚"),
        ("unclosed line breaks", "A[<br "),
        ("unclosed descriptions", "accDescr {\n"),
        ("self-loops", "A --> A\n"),
    ]
    .into_iter()
    .map(|(name, part)| (name, filled(beginning, part)))
    .collect();
    for (name, part) in [
        ("signs", "!"),
        ("efforts", "1 week "),
        ("ranges", "1-2-"),
        ("figures", "1 "),
        ("commas", "a,"),
        ("topics", "a1,b2,c3,"),
        ("lines", "a<br>"),
        ("tags", "<b"),
        ("character references", "&#1;#"),
        ("icons", "🚀"),
        ("brackets", "((("),
    ] {
        let text = filled("graph TD\nS --> A[\"Title<br>1 week<br>", part);
        texts.push((name, text + "\"]"));
    }
    texts.push((
        "crossing edges",
        format!("graph TD\n{}A --> {}B", "A & ".repeat(100_000), "B & ".repeat(100_000)),
    ));
    let all: Vec<String> = (0..1_990).map(|node| format!("N{node}")).collect();
    texts.push((
        "all with all",
        format!("graph TD\n{} -- x --> {}", all[..95].join(" & "), all[95..195].join(" & ")),
    ));
    texts.push(("a wheel", format!("graph TD\nA --> {} --> A", all.join(" & "))));
    texts.push(("one answer for all", format!("graph TD\nA -->|x| {}", all.join(" & "))));
    texts.push((
        "splits",
        format!(
            "graph TD\n{}",
            all.iter().map(|node| format!("{node}[1 week]")).collect::<Vec<_>>().join(" --> ")
        ) + &(0..1_980).map(|node| format!("\nN{node} --> N{}", node + 9)).collect::<String>(),
    ));
    texts.push(
        ("linked subgraphs", (0..990).map(|at| format!("subgraph s{at}\nn{at}\n")).collect::<String>())
            .clone(),
    );
    let last = texts.last_mut().unwrap();
    last.1 = format!(
        "graph TD\n{}{}{}",
        last.1,
        "end\n".repeat(990),
        (0..989).map(|at| format!("s{at} --> s{}\n", at + 1)).collect::<String>()
    );
    for (name, part) in
        [("blocks", "```mermaid\n"), ("fences", "```\n"), ("headings", "# \n"), ("front matter", "---\n")]
    {
        texts.push((name, filled("", part)));
    }
    texts.push(("brackets of JSON", filled("", "[")));
    texts
}

#[test]
fn a_megabyte_of_anything_is_read_in_linear_time() {
    let (mut slowest, mut count) = ((Duration::ZERO, ""), 0);
    for (name, text) in hostile() {
        let begin = Instant::now();
        let _ = open_roadmap("hostile.mmd", &text.as_bytes()[..text.len().min(MOST_ROADMAP_BYTES)]);
        let took = begin.elapsed();
        slowest = slowest.max((took, name));
        count += 1;
    }
    println!("{count} texts; the slowest, {}: {} ms", slowest.1, slowest.0.as_millis());
    assert!(slowest.0 < TIME_LIMIT, "{}: {:?}", slowest.1, slowest.0);
}

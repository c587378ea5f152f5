//! Words for reading a roadmap from a file: refusals, and warnings about what was assumed or left out.

use super::{amounts, keep};
use formats::mermaid::Misread;
use formats::{ASSUMED_HOURS_PER_WEEK, ChartKind, Part, Remark, RoadmapRefusal, RoadmapWarning};
use roadmap::{About, Fault, Problem};

/// The source of the roadmap's hours a week; a flowchart gives none.
pub fn reference_note(about: &About) -> &str {
    match about.reference_note.as_str() {
        "" => {
            "The roadmap gives weeks but doesn’t say how many hours are in one. That figure is Waymark’s assumption."
        }
        note => note,
    }
}

/// Why a file was not opened as a roadmap, and how to correct it. At most five problems are listed.
pub fn refusal(why: &RoadmapRefusal) -> String {
    let reason = match why {
        RoadmapRefusal::TooLarge { limit } => {
            format!("It is larger than {} kB. Choose a smaller file, or keep only the part with the flowchart.", limit / 1000)
        }
        RoadmapRefusal::NotText { line } => {
            format!("From line {line} on, it is not text. Save it as UTF-8 text and open it again.")
        }
        RoadmapRefusal::NotJson { line, column } => {
            format!("It stops being JSON at line {line}, column {column}. Fix it there and open it again.")
        }
        RoadmapRefusal::NotARoadmap => {
            "It is JSON, but not a roadmap. A roadmap has the field “waymark_roadmap”.".to_owned()
        }
        RoadmapRefusal::APlan => "It is a plan, not a roadmap. Open it under “Backup”.".to_owned(),
        RoadmapRefusal::NewerVersion { version } => {
            format!("It was made for a newer version of Waymark (format {version}). Open it with that version.")
        }
        RoadmapRefusal::NotInForm { line, column, path, what } => {
            let place = if path == "." { "it" } else { path };
            format!("At line {line}, column {column}, {place} is not in the roadmap format: {what}. Fix it there.")
        }
        RoadmapRefusal::NoRoadmap => "There is no roadmap in it. A roadmap can be a list or table of steps, headings with lists under them, or a Mermaid chart.".to_owned(),
        RoadmapRefusal::TooManyPhases { most } => {
            format!("It has more than {most} steps. Split it into smaller roadmaps.")
        }
        RoadmapRefusal::TooMany { nodes, edges, line } => {
            format!("At line {line}, its flowchart has more than {nodes} nodes or {edges} edges. Split it into smaller ones.")
        }
        RoadmapRefusal::NoStart { line } => {
            format!("The flowchart at line {line} has no nodes. Add a node to start from.")
        }
        RoadmapRefusal::NothingToStudy { line } => format!(
            "The flowchart at line {line} has a start, and nothing to study after it. Add the steps and what leads from one to the next."
        ),
        RoadmapRefusal::Problems(problems) => {
            let mut all = format!("It has {}.", amounts::count(problems.len(), "problem"));
            for found in problems.iter().take(5) {
                all.push(' ');
                all.push_str(&problem(found));
            }
            if problems.len() > 5 {
                all.push_str(" Fix these to see the rest.");
            }
            all
        }
    };
    format!("{} {reason}", keep::NOT_OPENED)
}

/// What was assumed or dropped while reading: a line for each kind, with how often it occurs.
pub fn warnings(all: &[RoadmapWarning]) -> Vec<String> {
    let mut kinds: Vec<(&RoadmapWarning, usize)> = Vec::new();
    for one in all {
        let kind = std::mem::discriminant(&one.what);
        match kinds.iter_mut().find(|(first, _)| std::mem::discriminant(&first.what) == kind) {
            Some((_, count)) => *count += 1,
            None => kinds.push((one, 1)),
        }
    }
    kinds
        .into_iter()
        .map(|(first, count)| match count {
            1 => warning(first),
            more => format!(
                "{} The same happened in {}.",
                warning(first),
                amounts::count(more - 1, "other place")
            ),
        })
        .collect()
}

/// An assumption or omission made while reading, with its line in the file.
pub fn warning(warning: &RoadmapWarning) -> String {
    let words = remark(&warning.what);
    match warning.line {
        Some(line) => format!("Line {line}: {words}"),
        None => words,
    }
}

fn remark(what: &Remark) -> String {
    match what {
        Remark::BytesReplaced => {
            "Some characters could not be read. They are shown as “\u{fffd}”.".to_owned()
        }
        Remark::Misread(what) => misread(what),
        Remark::AnotherChart(heading) if heading.is_empty() => {
            "this is another chart. It was not read.".to_owned()
        }
        Remark::AnotherChart(heading) => {
            format!("there is another chart under “{heading}”. It was not read.")
        }
        Remark::PaceAssumed(hours) => {
            format!(
                "A week is assumed to be {}, because the file doesn’t say.",
                amounts::count(*hours as usize, "hour")
            )
        }
        Remark::PositionsTaken => "Positions such as “Week 3” were taken as lengths.".to_owned(),
        Remark::TimesFromText => {
            "The chart gives no times, so those of the text around it were used.".to_owned()
        }
        Remark::Converted(title) => format!(
            "the time for “{title}” was converted to hours at that pace: a day is a seventh of a week, a month a twelfth of a year."
        ),
        Remark::MonthsConverted(title, months, hours) => format!(
            "“{title}” takes {} at {} a week: about {}.",
            amounts::span(*months, "month"),
            amounts::count(ASSUMED_HOURS_PER_WEEK as usize, "hour"),
            amounts::span(*hours, "hour")
        ),
        Remark::NoTimeTaken(words) => format!("no time was taken from “{words}”."),
        Remark::OpenEnded(title) => {
            format!("“{title}” has no upper limit, so twice the lower figure was used.")
        }
        Remark::Reversed(title) => {
            format!("“{title}” has its higher figure first. The figures were swapped.")
        }
        Remark::TooMuchEffort(title) => {
            format!("“{title}” would take more than ten years. It was given no time.")
        }
        Remark::WholeShared => {
            "Steps without a time of their own share the time given for the whole.".to_owned()
        }
        Remark::TimesAssumed(step, topic) => format!(
            "Where the file gives no time, a step is assumed to take {}, or {} for each of its topics.",
            amounts::span(*step, "hour"),
            amounts::span(*topic, "hour")
        ),
        Remark::WithoutTime(count, titles) => without_time(*count, titles),
        Remark::LearnedAgain(title) => {
            format!("the topics of “{title}” come up before it. They count again there, with its own time.")
        }
        Remark::ProjectHoursAssumed(hours) => {
            format!("A project without hours is assumed to take {}.", amounts::span(*hours, "hour"))
        }
        Remark::ProjectsWithin => {
            "The projects of a step are part of its time: a third of it, unless the file gives them hours."
                .to_owned()
        }
        Remark::TooManyListed(title, most) => {
            format!("“{title}” lists more than {most} things. The rest was dropped.")
        }
        Remark::StartGuessed(title) => {
            format!("every step has one before it, so “{title}” was used as the start.")
        }
        Remark::AnswersNamed(title) => {
            format!("an answer of “{title}” has no label, so it is named after where it leads.")
        }
        Remark::AnswersNumbered(title) => {
            format!("answers of “{title}” have the same label, so they were numbered.")
        }
        Remark::Unreachable(title) => format!("nothing leads to “{title}”. It was dropped."),
        Remark::EdgeDropped(from, to) => {
            format!("the loop from “{from}” back to “{to}” never ends. That line was dropped.")
        }
    }
}

/// What a part of a file is called: the heading above a chart, or else its kind.
pub fn part(part: &Part) -> String {
    match part.chart {
        None => "The text of the file".to_owned(),
        Some(kind) if part.heading.is_empty() => kind_of_chart(kind).to_owned(),
        Some(_) => part.heading.replace(['*', '`'], ""),
    }
}

/// What there is to know about a part besides what it is called: `Timeline, line 25`.
pub fn about_part(part: &Part) -> String {
    match part.chart {
        None => "headings, lists, and tables".to_owned(),
        Some(_) if part.heading.is_empty() => format!("line {}", part.line),
        Some(kind) => format!("{}, line {}", kind_of_chart(kind).to_lowercase(), part.line),
    }
}

fn kind_of_chart(kind: ChartKind) -> &'static str {
    match kind {
        ChartKind::Flowchart => "Flowchart",
        ChartKind::Gantt => "Gantt chart",
        ChartKind::Timeline => "Timeline",
        ChartKind::Mindmap => "Mind map",
        ChartKind::Journey => "Journey",
    }
}

/// `3 steps have no time and count as nothing: “Start”, “Review”, and “Next”.`
fn without_time(count: usize, titles: &[String]) -> String {
    let mut names: Vec<String> = titles.iter().map(|title| format!("“{title}”")).collect();
    if count > names.len() {
        names.push(format!("{} more", count - names.len()));
    }
    let verb = if count == 1 { "has no time and counts" } else { "have no time and count" };
    format!("{} {verb} as nothing: {}.", amounts::count(count, "step"), amounts::list(&names))
}

fn misread(what: &Misread) -> String {
    match what {
        Misread::NoHeader => "a flowchart starts with “flowchart” or “graph”.".to_owned(),
        Misread::UnknownDirection(word) => format!("there is no direction “{word}”. It was skipped."),
        Misread::NotUnderstood(text) => format!("“{text}” was not understood and was skipped."),
        Misread::NotClosed(text) => {
            format!("“{text}” starts something that does not end. It was skipped.")
        }
        Misread::SubgraphNotClosed => "this subgraph has no “end”.".to_owned(),
        Misread::UnmatchedEnd => "this “end” ends nothing.".to_owned(),
        Misread::TooMuch => "there are more nodes or edges than can be read.".to_owned(),
    }
}

/// A problem in a roadmap, with its JSON Pointer.
fn problem(problem: &Problem) -> String {
    let what = match &problem.fault {
        Fault::UnsupportedVersion(version) => format!("format version {version} is not supported"),
        Fault::Empty => "this is empty".to_owned(),
        Fault::OutOfRange { low, high } => format!("enter a number from {low} to {high}"),
        Fault::Reversed => "the range ends before it starts".to_owned(),
        Fault::UnknownKind(kind) => format!("there is no kind of node “{kind}”"),
        Fault::DoesNotBelong => "this field does not belong here".to_owned(),
        Fault::Missing => "nodes of this kind need this field".to_owned(),
        Fault::GivenTwice => "give either weeks or minutes".to_owned(),
        Fault::DuplicateNode(id) => format!("another node has the id {id}"),
        Fault::DuplicateTopic(id) => format!("another topic has the id {id}"),
        Fault::DuplicateProject(id) => format!("another project has the id {id}"),
        Fault::DuplicateAnswer(id) => format!("another answer here has the id {id}"),
        Fault::DuplicateStatement(id) => format!("another statement has the id {id}"),
        Fault::DuplicateSign(id) => format!("another sign has the id {id}"),
        Fault::DuplicatePitfall(id) => format!("another pitfall has the id {id}"),
        Fault::Repeated(words) => format!("“{words}” is here already"),
        Fault::UnknownNode(id) => format!("there is no node {id}"),
        Fault::UnknownTopic(id) => format!("there is no topic {id}"),
        Fault::UnknownProject(id) => format!("there is no project {id}"),
        Fault::UnknownStep(id) => format!("there is no step {id}"),
        Fault::UnknownOutcome(id) => format!("the topic has no outcome {id}"),
        Fault::SharesAddUpTo(sum) => format!("the shares of the steps add up to {sum} instead of 100"),
        Fault::HoursAddUpTo(sum) => {
            format!("the milestones take {} to {} hours, unlike the project’s estimate", sum.low, sum.high)
        }
        Fault::NumberOfOptions(count) => format!("a question has 2 to 6 options, not {count}"),
        Fault::NoSuchOption(index) => format!("there is no option {index}; the first one is 0"),
        Fault::NotADifficulty(number) => format!("a difficulty is from -2 to 2, not {number}"),
        Fault::NeverLearned(id) => format!("no phase has the topic {id}"),
        Fault::CycleOfTopics(_) => "these topics require each other in a loop".to_owned(),
        Fault::NotOneStart(count) => format!("there are {count} starts, and there must be exactly one"),
        Fault::Unreachable(id) => format!("nothing leads to {id}"),
        Fault::TooFewAnswers(_) => "a decision needs at least two answers".to_owned(),
        Fault::AnswerWithoutLabel => "an edge from a decision needs a label".to_owned(),
        Fault::CycleWithoutDecision(_) => "a loop without a decision never ends".to_owned(),
        Fault::CycleOfDecisions(_) => "a loop of decisions only never ends".to_owned(),
        Fault::NothingWithEffort => "there must be a phase".to_owned(),
        Fault::BadLink(url) => format!("“{url}” is not a web address"),
    };
    format!("At {}: {what}.", if problem.place.is_empty() { "/" } else { &problem.place })
}

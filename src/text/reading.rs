//! Words for reading a roadmap from a file: refusals, and warnings about what was assumed or left out.

use super::{amounts, keep};
use formats::mermaid::Misread;
use formats::{Remark, RoadmapRefusal, RoadmapWarning};
use roadmap::{About, Fault, Problem};

/// The source of the roadmap's hours a week; a flowchart gives none.
pub fn reference_note(about: &About) -> &str {
    match about.reference_note.as_str() {
        "" => {
            "The roadmap gives weeks, but not the hours in a week. How many there are is this planner’s assumption."
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
            format!("From line {line} on it is not text. Save it as UTF-8 text and open it again.")
        }
        RoadmapRefusal::NotJson { line, column } => {
            format!("It stops being JSON at line {line}, column {column}. Correct it there and open it again.")
        }
        RoadmapRefusal::NotARoadmap => {
            "It is JSON, but not a roadmap. A roadmap has the field “waymark_roadmap”.".to_owned()
        }
        RoadmapRefusal::APlan => "It is a plan, not a roadmap. Open it under “Your data”.".to_owned(),
        RoadmapRefusal::NewerVersion { version } => {
            format!("It was made for a newer version of this page (form {version}). Open it with that version.")
        }
        RoadmapRefusal::NotInForm { line, column, path, what } => {
            let place = if path == "." { "it" } else { path };
            format!("At line {line}, column {column}, {place} is not in the form of roadmaps: {what}. Correct it there.")
        }
        RoadmapRefusal::NoFlowchart => "There is no Mermaid flowchart in it. A flowchart begins with a line such as “flowchart TD”; in a Markdown guide it stands between ```mermaid and ```.".to_owned(),
        RoadmapRefusal::TooMany { nodes, edges, line } => {
            format!("At line {line} its flowchart has more than {nodes} nodes or {edges} edges. Split it into smaller ones.")
        }
        RoadmapRefusal::NoStart { line } => {
            format!("The flowchart at line {line} has no nodes. Add a node to start from.")
        }
        RoadmapRefusal::NothingWithEffort { line } => format!(
            "Nothing in the flowchart at line {line} says how long it takes. Write it into the nodes, for instance “4-8 weeks” or “10 hours”."
        ),
        RoadmapRefusal::Problems(problems) => {
            let mut all = format!("It has {}.", amounts::count(problems.len(), "problem"));
            for found in problems.iter().take(5) {
                all.push(' ');
                all.push_str(&problem(found));
            }
            if problems.len() > 5 {
                all.push_str(" The others show once these are solved.");
            }
            all
        }
    };
    format!("{} {reason}", keep::NOT_OPENED)
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
        Remark::Misread(what) => misread(what),
        Remark::AnotherFlowchart => "this is a second flowchart. Only the first one was read.".to_owned(),
        Remark::PaceAssumed(hours) => {
            format!(
                "A week is taken to be {}, for the flowchart does not say.",
                amounts::count(*hours as usize, "hour")
            )
        }
        Remark::Converted(node) => format!(
            "what {node} takes was counted in minutes at that pace: a day is a seventh of a week, a month a twelfth of a year."
        ),
        Remark::OpenEnded(node) => {
            format!("what {node} takes is open upwards. Twice as much was taken as its higher figure.")
        }
        Remark::Reversed(node) => format!("{node} has its higher figure first. The figures were exchanged."),
        Remark::TooMuchEffort(node) => {
            format!("{node} would take more than ten years. It was left without a time.")
        }
        Remark::ProjectHoursAssumed(hours) => {
            format!("A project without hours is taken to need {}.", amounts::span(*hours, "hour"))
        }
        Remark::TooManyListed(node, most) => {
            format!("{node} lists more than {most} things. The rest was left out.")
        }
        Remark::StartAdded(count) => {
            format!("{count} nodes have no way in. A start was added that asks which of them to take.")
        }
        Remark::StartGuessed(node) => format!("every node has a way in. {node} was taken as the start."),
        Remark::SplitAsks(node) => {
            format!("{node} has several ways on. You are asked which of them to take.")
        }
        Remark::AnswersNamed(node) => {
            format!("an answer of {node} has no words. It is called after what it leads to.")
        }
        Remark::AnswersNumbered(node) => {
            format!("answers of {node} have the same words. They were given numbers.")
        }
        Remark::Unreachable(node) => format!("no way leads to {node}. It was left out."),
        Remark::EdgeDropped(from, to) => {
            format!("the way from {from} back to {to} could never be left. It was left out.")
        }
    }
}

fn misread(what: &Misread) -> String {
    match what {
        Misread::NoHeader => "a flowchart begins with “flowchart” or “graph”.".to_owned(),
        Misread::UnknownDirection(word) => format!("no direction is called “{word}”. It was passed over."),
        Misread::NotUnderstood(text) => format!("“{text}” was not understood and was passed over."),
        Misread::NotClosed(text) => {
            format!("“{text}” begins something that does not end. It was passed over.")
        }
        Misread::SubgraphNotClosed => "this subgraph has no “end”.".to_owned(),
        Misread::UnmatchedEnd => "this “end” ends nothing.".to_owned(),
        Misread::TooMuch => "there are more nodes or edges than are read.".to_owned(),
    }
}

/// A problem in a roadmap, with its JSON Pointer.
fn problem(problem: &Problem) -> String {
    let what = match &problem.fault {
        Fault::UnsupportedVersion(version) => format!("there is no version {version} of the form"),
        Fault::Empty => "write something here".to_owned(),
        Fault::OutOfRange { low, high } => format!("write a number from {low} to {high}"),
        Fault::Reversed => "the range ends before it begins".to_owned(),
        Fault::UnknownKind(kind) => format!("no kind of node is called “{kind}”"),
        Fault::DoesNotBelong => "this field does not belong here".to_owned(),
        Fault::Missing => "nodes of this kind need this field".to_owned(),
        Fault::GivenTwice => "give either weeks or minutes".to_owned(),
        Fault::DuplicateNode(id) => format!("another node is called {id}"),
        Fault::DuplicateTopic(id) => format!("another topic is called {id}"),
        Fault::DuplicateProject(id) => format!("another project is called {id}"),
        Fault::DuplicateAnswer(id) => format!("another answer here is called {id}"),
        Fault::DuplicateStatement(id) => format!("another statement is called {id}"),
        Fault::DuplicateSign(id) => format!("another sign is called {id}"),
        Fault::DuplicatePitfall(id) => format!("another pitfall is called {id}"),
        Fault::Repeated(words) => format!("“{words}” is here already"),
        Fault::UnknownNode(id) => format!("no node is called {id}"),
        Fault::UnknownTopic(id) => format!("no topic is called {id}"),
        Fault::UnknownProject(id) => format!("no project is called {id}"),
        Fault::UnknownStep(id) => format!("there is no step called {id}"),
        Fault::UnknownOutcome(id) => format!("the topic has no outcome called {id}"),
        Fault::SharesAddUpTo(sum) => format!("the shares of the steps add up to {sum}, and should be 100"),
        Fault::HoursAddUpTo(sum) => {
            format!("the milestones take {} to {} hours, unlike the project’s estimate", sum.low, sum.high)
        }
        Fault::NumberOfOptions(count) => format!("a question has from 2 to 6 options, and not {count}"),
        Fault::NoSuchOption(index) => format!("there is no option {index}; the first one is 0"),
        Fault::NotADifficulty(number) => format!("a difficulty is from -2 to 2, and not {number}"),
        Fault::NeverLearned(id) => format!("no phase has the topic {id}"),
        Fault::CycleOfTopics(_) => "these topics require each other in a circle".to_owned(),
        Fault::NotOneStart(count) => format!("there are {count} starts, and there has to be one"),
        Fault::Unreachable(id) => format!("no way leads to {id}"),
        Fault::TooFewAnswers(_) => "a decision needs at least two answers".to_owned(),
        Fault::AnswerWithoutLabel => "an edge from a decision needs a label".to_owned(),
        Fault::SplitWithoutDecision(_) => "only a decision can have more than one way on".to_owned(),
        Fault::CycleWithoutDecision(_) => "a circle without a decision cannot be left".to_owned(),
        Fault::CycleOfDecisions(_) => "a circle of decisions alone can be walked for ever".to_owned(),
        Fault::NothingWithEffort => "there has to be a phase".to_owned(),
        Fault::BadLink(url) => format!("“{url}” is no address of the web"),
    };
    format!("At {}: {what}.", if problem.place.is_empty() { "/" } else { &problem.place })
}

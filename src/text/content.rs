//! Words of the pages about topics and projects.

use super::amounts;
use roadmap::{Effort, Span};

pub const LOADING: &str = "One moment, the learning content is loading.";
pub const UNREADABLE: &str = "The learning content in this file can’t be read. Your plan works without it. To get it back, download Waymark again and open the new file.";
pub const NONE: &str = "The roadmap has nothing more about this.";

pub const STEPS: &str = "Steps";
pub const OUTCOMES: &str = "When you’re done";
pub const MATERIALS: &str = "Learning material";
pub const ALTERNATIVE: &str = "Alternative";
pub const MISTAKES: &str = "Common mistakes";
pub const SOLUTION: &str = "Show a solution";
pub const STARTER: &str = "Starter code";
pub const CHECKS: &str = "Checks: add them below your code and run it";
pub const CHECK_YOURSELF: &str = "Check yourself";
pub const CHECK_LEAD: &str = "Answer in your head first.";
pub const ANSWERS: &str = "Show the answers";
pub const RIGHT: &str = "Right:";
pub const REQUIRES: &str = "Learn this first:";

pub const BRIEF: &str = "What it does";
pub const AUDIENCE: &str = "For";
pub const MILESTONES: &str = "Milestones";
pub const RESULT: &str = "Then:";
pub const NEEDS: &str = "Needs:";
pub const DONE_WHEN: &str = "How to tell it’s done";
pub const STRETCH: &str = "To go further";
pub const SHOWS: &str = "What it shows";
pub const COVERS: &str = "What to learn";
pub const SHOW: &str = "How to show you’ve got there";
pub const SETUPS: &str = "Set up your tools";
pub const WORKS: &str = "It works if:";
pub const OPEN_TOPIC: &str = "What to do";

pub fn listing(language: &str) -> String {
    match language {
        "" | "text" => "Text".to_owned(),
        "python" => "Python code".to_owned(),
        "sql" => "SQL code".to_owned(),
        "http" => "HTTP message".to_owned(),
        other => format!("{other} code"),
    }
}

pub fn exercise(title: &str) -> String {
    format!("Exercise: {title}")
}

pub fn topic_time(effort: Effort) -> String {
    format!("Roadmap’s estimate: {}", amounts::effort(effort))
}

pub fn milestone_time(hours: Span) -> String {
    amounts::span(hours, "hour")
}

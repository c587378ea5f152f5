//! The key figures of a plan, as rows of a table or as one sentence.

use super::{amounts, dates, questions};
use app::Digest;
use roadmap::{Minutes, Roadmap};

const NONE: &str = "–";

pub const PATHS: &str = "Paths";
pub const A_WEEK: &str = "Hours a week";

/// Name and value of each figure, always in the same order, so that two plans can be compared row by row.
pub fn lines(digest: &Digest, roadmap: &Roadmap) -> Vec<(&'static str, String)> {
    let date = |date: Option<_>| date.map_or_else(|| NONE.to_owned(), dates::short);
    let time = |time: Minutes| if time == Minutes::ZERO { NONE.to_owned() } else { amounts::time(time) };
    vec![
        (PATHS, paths(digest, roadmap)),
        (A_WEEK, digest.week.map_or_else(|| NONE.to_owned(), amounts::time)),
        ("Start date", date(digest.start)),
        ("Target date", date(digest.target)),
        ("Finish (80%)", digest.finish.map_or_else(questions::no_finish, date)),
        ("Done", done_of(digest)),
        ("Last activity", date(digest.last_activity)),
        ("Time logged", time(digest.logged)),
        ("Days off and special periods", digest.time_off.to_string()),
    ]
}

/// As one sentence; missing figures are left out.
pub fn sentence(digest: &Digest, roadmap: &Roadmap) -> String {
    let week = digest.week.map(|week| format!("{} a week", amounts::time(week)));
    let finish = digest.finish.ok().flatten().map(|date| format!("80% by {}", dates::short(date)));
    let said = (!digest.paths.is_empty()).then(|| paths(digest, roadmap)).into_iter().chain(week);
    let done = format!("{} done", done_of(digest));
    said.chain([done]).chain(finish).collect::<Vec<_>>().join(" · ")
}

fn paths(digest: &Digest, roadmap: &Roadmap) -> String {
    let title = |id| roadmap.node(id).map(|node| node.title.clone());
    let titles: Vec<String> = digest.paths.iter().filter_map(title).collect();
    if titles.is_empty() { NONE.to_owned() } else { amounts::list(&titles) }
}

fn done_of(digest: &Digest) -> String {
    let (done, all) = digest.done;
    format!("{done} of {all}")
}

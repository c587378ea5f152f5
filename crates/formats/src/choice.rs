//! Which of the charts in a text is the roadmap, and whether the text around it is.

use crate::label::{Label, place};
use crate::markdown::Chart;
use crate::mermaid;
use crate::outline::Outline;
use crate::warning::{Remark, RoadmapWarning};
use crate::whole::announces_whole;
use roadmap::{KindName, RoadmapFile};

/// A chart with so many times is a plan, whatever its size.
const ENOUGH_TIMES: usize = 2;

/// The chart that is the roadmap, and the others. It is the first one of those that have several times, if there are any, or
/// else of those that are announced as a roadmap, or of all; but no much smaller one than the largest of them. One that shows
/// a single phase of the text is none.
pub fn choose<'t>(charts: &[Chart<'t>], text: Option<&Outline>) -> (Option<Chart<'t>>, Vec<Chart<'t>>) {
    let (inner, charts): (Vec<_>, Vec<_>) = charts.iter().partition(|chart| shows_one_phase(chart, text));
    let (chosen, mut others) = choose_of(&charts);
    others.extend(inner);
    others.sort_by_key(|chart| chart.line);
    (chosen, others)
}

/// Whether a chart stands within one of the phases that the text lays out with their times. Without times, the first phase may
/// well be about the plan.
fn shows_one_phase(chart: &Chart<'_>, text: Option<&Outline>) -> bool {
    let has_times = |text: &Outline| {
        2 * text.phases.iter().filter(|phase| phase.time.is_some()).count() > text.phases.len()
    };
    chart.is_within_phase && text.is_some_and(has_times)
}

fn choose_of<'t>(charts: &[Chart<'t>]) -> (Option<Chart<'t>>, Vec<Chart<'t>>) {
    let size = |at: &usize| charts[*at].text.lines().count();
    let times: Vec<usize> = charts.iter().map(times).collect();
    let first = |is_fit: &dyn Fn(&usize) -> bool| {
        let fit: Vec<usize> = (0..charts.len()).filter(is_fit).collect();
        let largest = fit.iter().map(size).max().unwrap_or_default();
        fit.into_iter().find(|at| 3 * size(at) >= largest)
    };
    let at = first(&|at| times[*at] >= ENOUGH_TIMES)
        .or_else(|| first(&|at| times[*at] > 0))
        .or_else(|| first(&|at| is_announced(&charts[*at])))
        .or_else(|| first(&|_| true));
    let mut others = charts.to_vec();
    (at.map(|at| others.remove(at)), others)
}

/// How many of the steps of a chart have a time.
fn times(chart: &Chart<'_>) -> usize {
    if let Some(outline) = chart.outline() {
        return outline.phases.iter().filter(|phase| phase.time.is_some()).count();
    }
    let flowchart = mermaid::read(chart.text);
    let nodes = flowchart.nodes.iter().map(|node| node.text.as_str());
    let titles = nodes.chain(flowchart.subgraphs.iter().map(|subgraph| subgraph.title.as_str()));
    titles.filter(|title| Label::parse(title, false, false).effort.is_some()).count()
}

/// Whether the heading above a chart, or a title within it, says that it is a roadmap.
fn is_announced(chart: &Chart<'_>) -> bool {
    let title = || match chart.outline() {
        Some(outline) => outline.title,
        None => {
            let flowchart = mermaid::read(chart.text);
            let first = flowchart.nodes.first().map(|node| node.text.clone());
            [flowchart.title, first.unwrap_or_default()].join(" ")
        }
    };
    announces_whole(chart.heading) || announces_whole(&title())
}

/// Whether the text around a chart without times says what it shows at more length: with times, or in about as many parts.
/// If these are not counted, a chart that asks, or that is announced as a roadmap, says something else. Where the chart has
/// its times from the text, that says more only if it has the same parts and what is learned in each.
pub fn says_more(
    outline: &Outline,
    chart: Chart<'_>,
    text: &str,
    (drawn, warnings): (&RoadmapFile, &[RoadmapWarning]),
) -> bool {
    if chart.text.len() == text.len() || times(&chart) > 0 {
        return false;
    }
    let count = |kind| drawn.nodes.iter().filter(|node| node.is(kind)).count();
    if warnings.iter().any(|one| one.what == Remark::TimesFromText) {
        let topics: usize = outline.phases.iter().map(|phase| phase.topics.len()).sum();
        let has_same_parts = count(KindName::Decision) == 0 && outline.phases.len() == count(KindName::Phase);
        return has_same_parts && topics > drawn.topics.len();
    }
    let is_timed = outline.phases.iter().any(|phase| phase.time.is_some());
    let is_as_long = 4 * outline.phases.len() >= 3 * count(KindName::Phase);
    let is_apart = || count(KindName::Decision) > 0 || is_announced(&chart);
    is_timed || is_as_long && (counts_parts(outline, text) || !is_apart())
}

/// Whether most phases are numbered from the first one on, where they stand in the text.
fn counts_parts(outline: &Outline, text: &str) -> bool {
    let lines: Vec<&str> = text.lines().collect();
    let line = |number: usize| lines.get(number.checked_sub(1)?).copied();
    let places: Vec<u32> = outline.phases.iter().filter_map(|phase| place(line(phase.line)?)).collect();
    places.first().is_some_and(|&first| first <= 1) && 2 * places.len() > outline.phases.len()
}

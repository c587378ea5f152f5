//! The paths side by side, computed for this learner.

use yew::prelude::*;

use crate::focus::HEADING;
use crate::parts::{BackToPlan, MsgButton, icon_title};
use crate::text::{amounts, compare as words, dates, plan, questions};
use app::{Model, Msg, PlanMsg};
use planner::compare::{Outcome, PathOption};
use planner::{Chances, Date, Turn, compare};
use roadmap::{Kind, Node};

#[inline(never)]
pub fn view(model: &Model) -> Html {
    let route = model.route();
    let Some(turn) = compare::choice(model.roadmap(), &route) else {
        return html! { <h1 id={HEADING} tabindex="-1">{ words::NO_LONGER }</h1> };
    };
    let document = model.document();
    let availability = document.availability(model.roadmap());
    let given = document.given(&availability, model.today());
    let now = document.now(model.roadmap(), &availability, model.today());
    let paths = compare::paths(model.roadmap(), given, &now);
    let chosen = paths.iter().find(|path| turn.taken.as_ref() == Some(&path.answer));
    let chosen_title =
        chosen.and_then(|path| model.roadmap().node(&path.path)).map(|node| node.title.as_str());
    html! {
        <div class="plan compare">
            <BackToPlan />
            <div class="intro">
                <h1 id={HEADING} tabindex="-1">{ words::TITLE }</h1>
                <p class="lead">{ words::lead(&amounts::time(availability.week().total())) }</p>
            </div>
            { table(model, &turn.turn, &paths, chosen, chosen_title) }
        </div>
    }
}

/// One row for each path. The roles stand for what a narrow window takes from the table by laying each row out as a
/// block.
fn table(
    model: &Model,
    turn: &Turn,
    paths: &[PathOption],
    chosen: Option<&PathOption>,
    chosen_title: Option<&str>,
) -> Html {
    let after = chosen_title.map(words::after);
    let columns = [words::PATH, words::EVEN, words::LIKELY, words::LEFT, words::GUIDE_MONTHS, words::SALARY];
    let columns: Vec<&str> = columns.into_iter().chain(after.as_deref()).collect();
    let rows = paths.iter().filter_map(|path| {
        let node = model.roadmap().node(&path.path)?;
        Some(row(&Candidate { path, node, is_chosen: chosen == Some(path), turn, columns: &columns }))
    });
    html! {
        <table class="paths" role="table" aria-label={words::PATHS}>
            <thead role="rowgroup">
                <tr role="row">
                    { for columns.iter().map(|column| html! {
                        <th scope="col" role="columnheader">{ *column }</th>
                    }) }
                </tr>
            </thead>
            <tbody role="rowgroup">{ for rows }</tbody>
        </table>
    }
}

/// A path with what its row needs.
struct Candidate<'a> {
    path: &'a PathOption,
    node: &'a Node,
    is_chosen: bool,
    /// The decision that offers the path.
    turn: &'a Turn,
    /// The titles of the columns.
    columns: &'a [&'a str],
}

fn row(candidate: &Candidate<'_>) -> Html {
    let Candidate { path, node, is_chosen, turn, columns } = *candidate;
    let take = Msg::Plan(PlanMsg::AnswerChosen { turn: turn.clone(), answer: path.answer.clone() });
    let guide = match &node.kind {
        Kind::Path(guide) => guide.as_ref(),
        _ => None,
    };
    let figures = [
        date(&path.alone, |finish| finish.p50),
        date(&path.alone, |finish| finish.p80),
        amounts::effort(path.alone.effort),
        guide.map(|guide| amounts::span(guide.job_ready_months, "month")).unwrap_or_default(),
        guide.map(|guide| amounts::salary(&guide.salary)).unwrap_or_default(),
    ];
    let after = (columns.len() > figures.len() + 1)
        .then(|| path.after_chosen.as_ref().map(second).unwrap_or_default());
    let figures = figures.into_iter().chain(after);
    html! {
        <tr class={is_chosen.then_some("row-chosen")} role="row" key={path.answer.to_string()}>
            <th scope="row" role="rowheader">
                <span>{ icon_title(&node.icon, &node.title) }</span>
                if is_chosen {
                    <span class="status status-done">{ words::CHOSEN }</span>
                } else {
                    <MsgButton label={words::take(&node.title)} msg={take} />
                }
            </th>
            { for columns[1..].iter().zip(figures).map(cell) }
        </tr>
    }
}

/// A figure, after the title of its column where a narrow window hides the columns.
fn cell((column, figure): (&&str, String)) -> Html {
    let is_none = figure.is_empty();
    html! {
        <td class={is_none.then_some("none")} role="cell">
            <span class="of-column">{ *column }{ " " }</span>
            { figure }
        </td>
    }
}

fn second(Outcome { effort, saved, finish }: &Outcome) -> String {
    words::second(*effort, *saved, finish.ok().flatten())
}

fn date(outcome: &Outcome, of: fn(Chances) -> Date) -> String {
    match outcome.finish {
        Ok(Some(finish)) => dates::short(of(finish)),
        Ok(None) => plan::FINISHED.to_owned(),
        Err(why) => questions::no_finish(why),
    }
}

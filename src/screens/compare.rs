//! The paths side by side, computed for this learner.

use yew::prelude::*;

use crate::focus::HEADING;
use crate::parts::{IconTitle, MsgButton, PlanNav};
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
            <PlanNav />
            <div class="intro">
                <h1 id={HEADING} tabindex="-1">{ words::TITLE }</h1>
                <p class="lead">{ words::lead(&amounts::time(availability.week().total())) }</p>
            </div>
            <ul class="paths" aria-label={words::PATHS}>
                { for paths.iter().filter_map(|path| {
                    let node = model.roadmap().node(&path.path)?;
                    let is_chosen = chosen == Some(path);
                    Some(card(&Candidate { path, node, is_chosen, turn: &turn.turn, chosen_title }))
                }) }
            </ul>
        </div>
    }
}

/// A path with what its card needs.
struct Candidate<'a> {
    path: &'a PathOption,
    node: &'a Node,
    is_chosen: bool,
    /// The decision that offers the path.
    turn: &'a Turn,
    /// The title of the chosen path, if there is one.
    chosen_title: Option<&'a str>,
}

fn card(candidate: &Candidate<'_>) -> Html {
    let Candidate { path, node, is_chosen, turn, chosen_title } = *candidate;
    let take = Msg::Plan(PlanMsg::AnswerChosen { turn: turn.clone(), answer: path.answer.clone() });
    html! {
        <li class={classes!("card", is_chosen.then_some("card-chosen"))} key={path.answer.to_string()}>
            <h2>
                <IconTitle icon={node.icon.clone()} title={node.title.clone()} />
                if is_chosen {
                    <span class="status status-done">{ words::CHOSEN }</span>
                }
            </h2>
            <dl class="facts">
                { fact(words::EVEN, date(&path.alone, |finish| finish.p50)) }
                { fact(words::LIKELY, date(&path.alone, |finish| finish.p80)) }
                { fact(words::LEFT, amounts::effort(path.alone.effort)) }
                if let Kind::Path(Some(guide)) = &node.kind {
                    { fact(words::GUIDE_MONTHS, amounts::span(guide.job_ready_months, "month")) }
                    { fact(words::SALARY, amounts::salary(&guide.salary)) }
                }
                if let (Some(after), Some(chosen)) = (&path.after_chosen, chosen_title) {
                    { fact(&words::after(chosen), second(after)) }
                }
            </dl>
            if !is_chosen {
                <MsgButton label={words::take(&node.title)} msg={take} />
            }
        </li>
    }
}

fn second(Outcome { effort, saved, finish }: &Outcome) -> String {
    words::second(*effort, *saved, finish.ok().flatten())
}

fn fact(name: &str, value: String) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
}

fn date(outcome: &Outcome, of: fn(Chances) -> Date) -> String {
    match outcome.finish {
        Ok(Some(finish)) => dates::short(of(finish)),
        Ok(None) => plan::FINISHED.to_owned(),
        Err(why) => questions::no_finish(why),
    }
}

//! Paths side by side, for this learner.

use std::rc::Rc;

use yew::prelude::*;

use crate::focus::HEADING;
use crate::parts::PlanNav;
use crate::text::{amounts, compare as words, dates, questions};
use app::{Model, Msg};
use planner::compare::{Outcome, PathOption};
use planner::{Chances, Date, Turn, compare};
use roadmap::{Kind, Node};

pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    let route = model.route();
    let Some(turn) = compare::choice(&model.roadmap, &route) else {
        return html! { <h1 id={HEADING} tabindex="-1">{ words::NO_LONGER }</h1> };
    };
    let document = &model.document;
    let availability = document.availability(&model.roadmap);
    let given = document.given(&availability, model.today);
    let paths = compare::paths(&model.roadmap, given, document.now(model.today));
    let chosen = paths.iter().find(|path| turn.taken.as_ref() == Some(&path.label));
    let chosen_title = chosen.and_then(|path| model.roadmap.node(&path.path)).map(|node| node.title.as_str());
    html! {
        <div class="plan compare">
            <PlanNav />
            <div class="intro">
                <h1 id={HEADING} tabindex="-1">{ words::TITLE }</h1>
                <p class="lead">{ words::lead(&amounts::time(availability.week().total())) }</p>
            </div>
            <ul class="paths" aria-label={words::PATHS}>
                { for paths.iter().filter_map(|path| {
                    let node = model.roadmap.node(&path.path)?;
                    let is_chosen = chosen == Some(path);
                    Some(row(send, Row { path, node, is_chosen, turn: &turn.turn, chosen_title }))
                }) }
            </ul>
        </div>
    }
}

struct Row<'a> {
    path: &'a PathOption,
    node: &'a Node,
    is_chosen: bool,
    turn: &'a Turn,
    chosen_title: Option<&'a str>,
}

fn row(send: &Callback<Msg>, row: Row<'_>) -> Html {
    let Row { path, node, is_chosen, turn, chosen_title } = row;
    let take = {
        let (turn, label) = (turn.clone(), path.label.clone());
        send.reform(move |_: MouseEvent| Msg::AnswerChosen { turn: turn.clone(), label: label.clone() })
    };
    html! {
        <li class={classes!("card", is_chosen.then_some("card-chosen"))} key={path.label.clone()}>
            <h2>
                <span class="icon" aria-hidden="true">{ &node.icon }</span>{ &node.title }
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
                    { fact(&words::after(chosen), words::second(after.effort, after.saved, after.finish.ok().flatten())) }
                }
            </dl>
            if !is_chosen {
                <button type="button" class="button-quiet" onclick={take}>{ words::take(&node.title) }</button>
            }
        </li>
    }
}

fn fact(name: &str, value: String) -> Html {
    html! { <div><dt>{ name }</dt><dd>{ value }</dd></div> }
}

fn date(outcome: &Outcome, of: fn(Chances) -> Date) -> String {
    match outcome.finish {
        Ok(Some(finish)) => dates::short(of(finish)),
        Ok(None) => crate::text::plan::FINISHED.to_owned(),
        Err(why) => questions::no_finish(why),
    }
}

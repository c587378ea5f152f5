//! All answers, each with a link to change it.

use yew::prelude::*;

use crate::focus::HEADING;
use crate::text::{dates, questions as words};
use app::form::WEEKDAYS;
use app::{Model, Msg, NavigationMsg, Screen};
use planner::questionnaire::{Question, questions};
use roadmap::AnswerId;

#[inline(never)]
pub fn view(model: &Model, send: &Callback<Msg>) -> Html {
    let finish = model.usual_finish();
    html! {
        <div class="check">
            <div class="intro">
                <h1 id={HEADING} tabindex="-1">{ words::CHECK_TITLE }</h1>
                <p class="lead">{ words::CHECK_LEAD }</p>
            </div>
            <dl class="answers">
                { for questions(&model.route()).into_iter().map(|question| row(model, send, question)) }
            </dl>
            <p class="preview">{ words::preview(finish) }</p>
            <a class="button" href={Screen::Plan.hash()}>{ words::SHOW_PLAN }</a>
        </div>
    }
}

fn row(model: &Model, send: &Callback<Msg>, question: Question) -> Html {
    let name = words::name(model.roadmap(), &question);
    let answer = answer(model, &question);
    let href = Screen::Question(question.clone()).hash();
    let change = send.reform(move |event: MouseEvent| {
        // The URL follows the screen. Following the link as well would add a second history entry.
        event.prevent_default();
        Msg::Navigation(NavigationMsg::ChangeAsked(question.clone()))
    });
    html! {
        <div key={href.clone()}>
            <dt>{ &name }</dt>
            <dd>{ for answer.into_iter().map(|line| html! { <span class="line">{ line }</span> }) }</dd>
            <dd class="change">
                <a {href} onclick={change} aria-label={words::change(&name)}>{ words::CHANGE }</a>
            </dd>
        </div>
    }
}

/// The answer in lines; `None` in words where there is none.
fn answer(model: &Model, question: &Question) -> Vec<String> {
    let document = model.document();
    let lines = match question {
        Question::Choice(turn) => {
            let answer = model.turn(turn).and_then(|taken| taken.taken);
            let label = |answer: AnswerId| model.roadmap().answer_label(&turn.decision, &answer).to_owned();
            answer.map(label).into_iter().collect()
        }
        Question::Hours => document.week.map_or_else(Vec::new, |week| {
            let days = WEEKDAYS.into_iter().zip(week.days());
            vec![words::hours_total(week.total()), words::days_hours(days)]
        }),
        Question::Start => document.start.map(dates::date).into_iter().collect(),
        Question::TimeOff => {
            // In order and merged, however they were entered.
            let availability = document.availability(model.roadmap());
            let off = availability.time_off().map(dates::span);
            off.chain(document.stretches.iter().map(words::stretch)).collect()
        }
        Question::Target => document.target.map(dates::date).into_iter().collect(),
    };
    if lines.is_empty() { vec![words::NONE.to_owned()] } else { lines }
}

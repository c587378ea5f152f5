//! All answers, each with a link to change it: what the learner said, and what was filled in to begin with.

use yew::prelude::*;

use super::quiz;
use crate::focus::HEADING;
use crate::text::{dates, questions as words, titles};
use app::form::WEEKDAYS;
use app::{Model, Msg, NavigationMsg, Screen};
use planner::Work;
use planner::questionnaire::{Question, questions};

#[inline(never)]
pub fn view(model: &Model, send: &Callback<Msg>) -> Html {
    let needed = model.needed_questions();
    let (said, filled_in): (Vec<Question>, Vec<Question>) =
        questions(&model.route()).into_iter().partition(|question| needed.contains(question));
    html! {
        <div class="check">
            <div class="intro">
                <h1 id={HEADING} tabindex="-1">{ words::CHECK_TITLE }</h1>
                <p class="lead preview">{ words::preview(model.usual_finish()) }</p>
                <p class="actions"><a class="button" href={Screen::Plan.hash()}>{ words::SHOW_PLAN }</a></p>
            </div>
            <section aria-labelledby="said">
                <h2 id="said">{ words::SAID }</h2>
                <dl class="answers">{ for said.into_iter().map(|question| asked(model, send, question)) }</dl>
            </section>
            <section aria-labelledby="filled-in">
                <h2 id="filled-in">{ words::FILLED_IN }</h2>
                <p class="hint">{ words::FILLED_IN_LEAD }</p>
                <dl class="answers">
                    { for filled_in.into_iter().map(|question| asked(model, send, question)) }
                    { projects(model) }
                    { known(model) }
                </dl>
            </section>
        </div>
    }
}

fn asked(model: &Model, send: &Callback<Msg>, question: Question) -> Html {
    let name = words::name(model.roadmap(), &question);
    let answer = answer(model, &question);
    let href = Screen::Question(question.clone()).hash();
    let change = send.reform(move |event: MouseEvent| {
        // The URL follows the screen. Following the link as well would add a second history entry.
        event.prevent_default();
        Msg::Navigation(NavigationMsg::ChangeAsked(question.clone()))
    });
    row(
        &name,
        answer,
        html! { <a {href} onclick={change} aria-label={words::change(&name)}>{ words::CHANGE }</a> },
    )
}

/// The projects on the plan, which are chosen there.
fn projects(model: &Model) -> Html {
    let Ok(outlook) = model.outlook() else { return Html::default() };
    let projects = outlook.plan.work.iter().filter(|scheduled| matches!(scheduled.work, Work::Project(_)));
    let titles: Vec<String> =
        projects.map(|scheduled| titles::work(model.roadmap(), &scheduled.work)).collect();
    link(words::PROJECTS, titles, &Screen::Plan)
}

/// The topics known before the plan, with the quiz that finds out.
fn known(model: &Model) -> Html {
    let mut turns = model.route().turns.into_iter();
    let Some((quiz, _)) = turns.find_map(|taken| quiz::offer(model, &taken.turn.decision)) else {
        return Html::default();
    };
    link(words::KNOWN, vec![words::known_topics(model.document().known.len())], &quiz)
}

fn link(name: &'static str, lines: Vec<String>, to: &Screen) -> Html {
    row(name, lines, html! { <a href={to.hash()} aria-label={words::change(name)}>{ words::CHANGE }</a> })
}

/// A name, its value in lines, and the way to change it; `None` in words where there is none.
fn row(name: &str, lines: Vec<String>, change: Html) -> Html {
    let lines = if lines.is_empty() { vec![words::NONE.to_owned()] } else { lines };
    html! {
        <div key={name}>
            <dt>{ name }</dt>
            <dd>{ for lines.into_iter().map(|line| html! { <span class="line">{ line }</span> }) }</dd>
            <dd class="change">{ change }</dd>
        </div>
    }
}

/// The answer in lines; empty if there is none.
fn answer(model: &Model, question: &Question) -> Vec<String> {
    let document = model.document();
    match question {
        Question::Choice(turn) => {
            let answer = model.turn(turn).and_then(|taken| taken.taken);
            let label = answer.map_or(words::DECIDE_LATER.to_owned(), |answer| {
                model.roadmap().answer_label(&turn.decision, &answer).to_owned()
            });
            vec![label]
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
    }
}

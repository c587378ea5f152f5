//! Help with a choice between paths: statements to tick, and the paths ranked by them.

use yew::prelude::*;

use crate::focus::HEADING;
use crate::parts::{Button, Tick, icon_title};
use crate::text::{amounts, dates, questions as words};
use app::{Model, Msg, Outlook, PlanMsg, Screen};
use planner::advice::Suggestion;
use planner::questionnaire::Question;
use planner::{NoFinish, Turn, advice};
use roadmap::{Kind, Statement};

#[inline(never)]
pub fn view(model: &Model, send: &Callback<Msg>, turn: &Turn) -> Html {
    let Some(taken) = model.turn(turn) else { return Html::default() };
    let statements = advice::statements(model.roadmap(), &taken);
    let suggestions = advice::rank(model.roadmap(), &taken, &model.document().agreed);
    let nothing_ticked = suggestions.iter().all(|suggestion| suggestion.because.is_empty());
    let a_week = model.document().availability(model.roadmap()).week().total();
    let hours_known = model.document().week.is_some();
    let back = Screen::Question(Question::Choice(turn.clone()));
    html! {
        <div class="help">
            <a class="back" href={back.hash()}>{ words::BACK }</a>
            <h1 id={HEADING} tabindex="-1">{ words::HELP_TITLE }</h1>
            <div class="help-columns">
                <fieldset class="statements">
                    <legend>{ words::STATEMENTS }</legend>
                    { for statements.iter().map(|of_path| statement(model, of_path)) }
                </fieldset>
                <section class="suggestions" aria-labelledby="fits">
                    <h2 id="fits">{ words::FITS }</h2>
                    <p class="hint">
                        { words::help_assumption(hours_known, a_week) }
                        if !hours_known {
                            { " " }
                            <a href={Screen::Question(Question::Hours).hash()}>{ words::SET_HOURS }</a>
                            { words::SET_HOURS_END }
                        }
                    </p>
                    if nothing_ticked {
                        <p class="hint">{ words::NOTHING_TICKED }</p>
                    }
                    <ol>
                        { for suggestions.iter().map(|suggestion| card(model, send, turn, suggestion)) }
                    </ol>
                </section>
            </div>
        </div>
    }
}

fn statement(model: &Model, statement: &Statement) -> Html {
    let id = format!("statement-{}", statement.id);
    let agrees = |agreed| Msg::Plan(PlanMsg::StatementTicked { statement: statement.id.clone(), agreed });
    let checked = model.document().agreed.contains(&statement.id);
    html! { <Tick {id} {checked} on={agrees(true)} off={agrees(false)}>{ &statement.text }</Tick> }
}

fn card(model: &Model, send: &Callback<Msg>, turn: &Turn, suggestion: &Suggestion<'_>) -> Html {
    let Some(node) = model.roadmap().node(&suggestion.path) else { return Html::default() };
    let choose = {
        let (turn, answer, send) = (turn.clone(), suggestion.answer.clone(), send.clone());
        Callback::from(move |_| {
            send.emit(PlanMsg::AnswerChosen { turn: turn.clone(), answer: answer.clone() }.into());
            send.emit(PlanMsg::Continued.into());
        })
    };
    html! {
        <li class={classes!("card", "suggestion", (!suggestion.because.is_empty()).then_some("suggestion-fits"))}
            key={suggestion.answer.to_string()}>
            <h3>{ icon_title(&node.icon, &node.title) }</h3>
            if !suggestion.because.is_empty() {
                <ul class="because">
                    { for suggestion.because.iter().map(|statement| html! {
                        <li>{ words::because(&statement.text) }</li>
                    }) }
                </ul>
            }
            <dl class="facts">
                <div>
                    <dt>{ words::FINISH }</dt>
                    <dd>{ finish(model.outlook_if(turn, &suggestion.answer)) }</dd>
                </div>
                if let Kind::Path(Some(guide)) = &node.kind {
                    <div>
                        <dt>{ words::JOB_READY }</dt>
                        <dd>{ amounts::span(guide.job_ready_months, "month") }</dd>
                    </div>
                    <div><dt>{ words::SALARY }</dt><dd>{ amounts::salary(&guide.salary) }</dd></div>
                }
            </dl>
            <Button label={words::choose(&node.title)} on_click={choose} />
        </li>
    }
}

fn finish(outlook: Result<Outlook, NoFinish>) -> String {
    match outlook.map(|outlook| outlook.forecast.finish()) {
        Ok(Some(finish)) => dates::by_chance(finish),
        Ok(None) => String::new(),
        Err(why) => words::no_finish(why),
    }
}

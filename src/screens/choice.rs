//! The question for a decision of the roadmap.

use yew::prelude::*;

use super::question::{QuestionForm, shown_errors};
use super::quiz;
use crate::parts::field_id;
use crate::text::{problems, questions as words, quiz as quiz_words, titles};
use app::form::Field;
use app::{Model, Msg, PlanMsg, Screen};
use planner::questionnaire::Question;
use planner::{Turn, TurnTaken};
use roadmap::Kind;

#[inline(never)]
pub fn view(model: &Model, send: &Callback<Msg>, turn: &Turn) -> Html {
    let Some(taken) = model.turn(turn) else { return Html::default() };
    let title = titles::decision(model.roadmap(), turn);
    let lead = words::again(turn.visit)
        .or_else(|| model.roadmap().node(&turn.decision).map(|node| node.summary.clone()))
        .filter(|lead| !lead.is_empty());
    let error = shown_errors(model).first().map(problems::problem);
    let has_help = model.has_help(turn);
    let can_wait = model.later_decision().as_ref() == Some(turn);
    html! {
        <QuestionForm question={Question::Choice(turn.clone())} title={title.clone()} {lead}>
            if has_help {
                <div class="help-offer">
                    <p>{ words::HELP_HINT }</p>
                    <a class="button button-quiet" href={Screen::Help(turn.clone()).hash()}>
                        { words::HELP_ME_CHOOSE }
                    </a>
                </div>
            }
            if let Some((screen, label)) = quiz::offer(model, &turn.decision).filter(|_| turn.visit == 1) {
                <div class="help-offer">
                    <p>{ quiz_words::OFFER }</p>
                    <a class="button button-quiet" href={screen.hash()}>{ label }</a>
                </div>
            }
            if can_wait {
                <div class="help-offer">
                    <p>{ words::CAN_WAIT }</p>
                    <a class="button button-quiet" href={model.return_to().unwrap_or(&Screen::Check).hash()}>
                        { words::DECIDE_LATER }
                    </a>
                </div>
            }
            <fieldset class="choices" aria-describedby={error.as_ref().map(|_| "choice-error")}>
                <legend class="unseen">{ &title }</legend>
                if let Some(error) = error {
                    <p class="field-error" id="choice-error">{ error }</p>
                }
                { for (0..taken.offered.len()).map(|at| option(model, send, &taken, at)) }
            </fieldset>
            <p class="preview" role="status">{ so_far(model) }</p>
        </QuestionForm>
    }
}

/// The dates of what the answers so far lead to.
fn so_far(model: &Model) -> String {
    let a_week = model.document().availability(model.roadmap()).week().total();
    words::so_far(model.usual_finish(), a_week)
}

fn option(model: &Model, send: &Callback<Msg>, taken: &TurnTaken, at: usize) -> Html {
    let (turn, (answer, node)) = (&taken.turn, &taken.offered[at]);
    // The error summary links to the first answer.
    let id = if at == 0 { field_id(Field::Choice) } else { format!("choice-{at}") };
    let hint = format!("{id}-hint");
    let choose = {
        let (turn, answer) = (turn.clone(), answer.clone());
        send.reform(move |_: Event| {
            PlanMsg::AnswerChosen { turn: turn.clone(), answer: answer.clone() }.into()
        })
    };
    let node = model.roadmap().node(node);
    html! {
        <div class="choice" key={answer.to_string()}>
            <input
                type="radio"
                name="choice"
                id={id.clone()}
                checked={taken.taken.as_ref() == Some(answer)}
                onchange={choose}
                aria-describedby={node.is_some().then(|| hint.clone())}
            />
            <div>
                <label for={id}>{ model.roadmap().answer_label(&turn.decision, answer) }</label>
                if let Some(node) = node {
                    <div class="hint" id={hint}>
                        <p>{ words::leads_to(model.roadmap(), node) }</p>
                        if let Kind::Path(Some(guide)) = &node.kind {
                            <p class="figures">{ words::guide_figures(guide) }</p>
                        }
                    </div>
                }
            </div>
        </div>
    }
}

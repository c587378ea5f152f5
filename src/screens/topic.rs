//! A topic: what to do for it, step by step, with what, and how to tell that it is learned.

use yew::prelude::*;

use super::content::{self, section};
use super::own_notes;
use super::steps::StepList;
use crate::parts::{Listing, Markdown};
use crate::text::content as words;
use app::{Model, Msg};
use planner::Item;
use roadmap::{Exercise, Outcome, Question, StepId, TopicContent, TopicId};

#[inline(never)]
pub fn view(model: &Model, send: &Callback<Msg>, id: &TopicId) -> Html {
    let Some(topic) = model.roadmap().topic(id) else { return Html::default() };
    let item = Item::Topic(id.clone());
    let outlook = content::outlook(model);
    let steps = StepList::of(model, outlook.as_ref(), item.clone());
    let more = html! {
        <>
            <p class="hint">{ words::topic_time(steps.effort) }</p>
            { content::topics(model, words::REQUIRES, &topic.requires) }
        </>
    };
    let about = model.roadmap().content().topics.get(id);
    let main = html! { <>{ self::steps(&steps, about) }{ body(model, about) }</> };
    let side = html! {
        <>
            { about.map(|about| content::materials(&about.materials)).unwrap_or_default() }
            { own_notes::view(model, send, &item) }
        </>
    };
    content::page(&topic.title, &topic.summary, more, content::columns(main, side))
}

fn body(model: &Model, about: Option<&TopicContent>) -> Html {
    if let Some(wait) = content::waiting(model) {
        return wait;
    }
    let Some(about) = about else { return html! { <p>{ words::NONE }</p> } };
    let TopicContent { outcomes: can, steps: _, materials: _, mistakes, exercise, questions } = about;
    html! {
        <>
            { outcomes(can) }
            { content::mistakes(mistakes) }
            { exercise.as_ref().map(practice).unwrap_or_default() }
            { check_yourself(questions) }
        </>
    }
}

fn steps(steps: &StepList<'_>, about: Option<&TopicContent>) -> Html {
    let what_to_do = |step: &StepId| {
        let what = about.and_then(|about| about.steps.iter().find(|what| what.step == *step));
        what.map_or_else(Html::default, |what| {
            html! { <><Markdown text={what.task.clone()} />{ content::links(&what.read) }</> }
        })
    };
    content::steps(words::STEPS, steps, what_to_do)
}

pub fn outcomes(outcomes: &[Outcome]) -> Html {
    let outcome = |outcome: &Outcome| html! { <li><Markdown text={outcome.text.clone()} inline=true /></li> };
    section(
        "outcomes",
        words::OUTCOMES,
        outcomes.is_empty(),
        html! {
            <ul>{ for outcomes.iter().map(outcome) }</ul>
        },
    )
}

fn practice(exercise: &Exercise) -> Html {
    let Exercise { title, task, starter, checks, solution } = exercise;
    let code = |label: &'static str, code: &str| html! { <Listing language="python" code={code.to_owned()} {label} /> };
    html! {
        <section aria-labelledby="exercise">
            <h2 id="exercise">{ words::exercise(title) }</h2>
            <Markdown text={task.clone()} />
            { code(words::STARTER, starter) }
            <details><summary>{ words::CHECKS }</summary>{ code(words::CHECKS, checks) }</details>
            <details><summary>{ words::SOLUTION }</summary>{ code(words::SOLUTION, solution) }</details>
        </section>
    }
}

fn check_yourself(questions: &[Question]) -> Html {
    section(
        "check-yourself",
        words::CHECK_YOURSELF,
        questions.is_empty(),
        html! {
            <>
                <p class="hint">{ words::CHECK_LEAD }</p>
                <ol class="questions">{ for questions.iter().map(question) }</ol>
            </>
        },
    )
}

fn question(question: &Question) -> Html {
    html! {
        <li key={question.id.to_string()}>
            <Markdown text={question.prompt.clone()} />
            if let Some(code) = &question.code {
                <Listing language={code.language.clone()} code={code.text.clone()} />
            }
            <ul class="options">
                { for question.options.iter().map(|option| html! {
                    <li><Markdown text={option.text.clone()} inline=true /></li>
                }) }
            </ul>
            <details>
                <summary>{ words::ANSWERS }</summary>
                <ul class="options">
                    { for question.options.iter().enumerate().map(|(at, option)| html! {
                        <li>
                            if at == question.answer {
                                <strong>{ words::RIGHT }{ " " }</strong>
                            }
                            <Markdown text={option.text.clone()} inline=true />
                            <Markdown text={option.why.clone()} />
                        </li>
                    }) }
                </ul>
            </details>
        </li>
    }
}

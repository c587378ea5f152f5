//! A topic: what to do for it, step by step, with what, and how to tell that it is learned.

use yew::prelude::*;

use super::content::{self, section};
use crate::parts::{Listing, Markdown};
use crate::text::content as words;
use app::Model;
use roadmap::{Exercise, Outcome, Question, Topic, TopicContent, TopicId};

#[inline(never)]
pub fn view(model: &Model, id: &TopicId) -> Html {
    let Some(topic) = model.roadmap().topic(id) else { return Html::default() };
    let effort = model.roadmap().usual_effort(id);
    let more = html! {
        <>
            <p class="hint">{ words::topic_time(effort) }</p>
            { content::topics(model, words::REQUIRES, &topic.requires) }
        </>
    };
    content::page(&topic.title, &topic.summary, more, body(model, topic))
}

fn body(model: &Model, topic: &Topic) -> Html {
    if let Some(wait) = content::waiting(model) {
        return wait;
    }
    let Some(about) = model.roadmap().content().topics.get(&topic.id) else {
        return html! { <p>{ words::NONE }</p> };
    };
    let TopicContent { outcomes: can, steps: _, materials, mistakes, exercise, questions } = about;
    html! {
        <>
            { steps(model, topic, about) }
            { outcomes(can) }
            { content::materials(materials) }
            { content::mistakes(mistakes) }
            { exercise.as_ref().map(practice).unwrap_or_default() }
            { check_yourself(questions) }
        </>
    }
}

fn steps(model: &Model, topic: &Topic, about: &TopicContent) -> Html {
    let effort = model.roadmap().usual_effort(&topic.id);
    let step = |step: &roadmap::Step| {
        let what = about.steps.iter().find(|what| what.step == step.id);
        html! {
            <li key={step.id.to_string()}>
                <h3>{ &step.title }</h3>
                <p class="quiet">{ words::step_time(effort, step.share) }</p>
                if let Some(what) = what {
                    <Markdown text={what.task.clone()} />
                    { content::links(&what.read) }
                }
            </li>
        }
    };
    section(
        "steps",
        words::STEPS,
        topic.steps.is_empty(),
        html! {
            <ol class="route-list">{ for topic.steps.iter().map(step) }</ol>
        },
    )
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

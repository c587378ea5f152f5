//! The home screen.

use yew::prelude::*;

use crate::focus::HEADING;
use crate::parts::{Card, OpenFile};
use crate::text::{home as words, questions as guide_words};
use app::{Model, Screen};
use planner::questionnaire::{Question, questions};
use roadmap::{Kind, Node, PathGuide};

#[inline(never)]
pub fn view(model: &Model) -> Html {
    let (to, label) = next(model);
    html! {
        <div class="home">
            <section class="hero">
                <h1 id={HEADING} tabindex="-1">{ words::TITLE }</h1>
                <p class="lead">{ words::LEAD }</p>
                <p class="actions">
                    <a class="button" href={to.hash()}>{ label }</a>
                    <OpenFile label={words::OPEN_FILE} />
                </p>
                { unasked(model) }
                <p class="hint">{ words::roadmap_line(model.roadmap()) }</p>
            </section>
            <section aria-labelledby="how">
                <h2 id="how">{ words::HOW }</h2>
                <ol class="steps">
                    { for words::STEPS.iter().map(|(title, text)| html! {
                        <li><h3>{ title }</h3><p>{ text }</p></li>
                    }) }
                </ol>
            </section>
            { paths(model) }
        </div>
    }
}

/// The screen that the main button leads to, and the button's label.
fn next(model: &Model) -> (Screen, &'static str) {
    let first = questions(&model.route()).into_iter().next().unwrap_or(Question::Hours);
    match model.open_question() {
        _ if model.document().is_empty() => (Screen::Question(first), words::START),
        Some(question) => (Screen::Question(question), words::CONTINUE),
        None => (Screen::Plan, words::OPEN_PLAN),
    }
}

/// A link to the optional questions, which have dates without an answer: whoever left before them has not seen them.
fn unasked(model: &Model) -> Html {
    let document = model.document();
    let is_set = !document.time_off.is_empty() || !document.stretches.is_empty() || document.target.is_some();
    if is_set || model.open_question().is_some() {
        return Html::default();
    }
    html! {
        <p>
            { words::UNASKED }{ " " }
            <a href={Screen::Question(Question::TimeOff).hash()}>{ words::ASK }</a>
        </p>
    }
}

fn paths(model: &Model) -> Html {
    let paths: Vec<(&Node, Option<&PathGuide>)> = model
        .roadmap()
        .nodes()
        .iter()
        .filter_map(|node| match &node.kind {
            Kind::Path(guide) => Some((node, guide.as_ref())),
            _ => None,
        })
        .collect();
    if paths.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="paths">
            <h2 id="paths">{ words::PATHS }</h2>
            <p>{ words::paths_lead(paths.len()) }</p>
            <ul class="cards">
                { for paths.into_iter().map(|(node, guide)| html! {
                    <Card icon={node.icon.clone()} title={node.title.clone()}>
                        <p>{ &node.summary }</p>
                        if let Some(guide) = guide {
                            <p class="figures">{ guide_words::guide_figures(guide) }</p>
                        }
                    </Card>
                }) }
            </ul>
        </section>
    }
}

//! The home screen: the promise, the roadmap as a picture, and its paths.

mod paths;
mod sights;

use yew::prelude::*;

use crate::context::use_model;
use crate::focus::HEADING;
use crate::parts::{Icon, OpenFile, RoadPicture};
use crate::text::home as words;
use app::{Model, Screen};
use planner::questionnaire::{Question, questions};
use sights::Sights;

#[component]
pub fn HomeScreen() -> Html {
    let model = use_model();
    // Nobody has pointed at a path yet.
    let lit = use_state(|| 0);
    let sights =
        use_memo((model.roadmap().clone(), model.today()), |(roadmap, today)| Sights::of(roadmap, *today));
    // Another roadmap may have fewer paths.
    let at = if sights.as_ref().as_ref().is_some_and(|sights| *lit < sights.paths.len()) { *lit } else { 0 };
    let on_lit = {
        let lit = lit.clone();
        use_callback((), move |at, ()| lit.set(at))
    };
    html! {
        <div class="home">
            <section class="hero">
                { promise(&model) }
                if let Some(sights) = &*sights {
                    { picture(sights, at, &on_lit) }
                }
            </section>
            if let Some(sights) = &*sights {
                { paths::view(&model, sights, at, &on_lit) }
            }
            <section aria-labelledby="how">
                <h2 id="how">{ words::HOW }</h2>
                <ol class="steps">
                    { for words::STEPS.iter().map(|(title, text)| html! {
                        <li><h3>{ title }</h3><p>{ text }</p></li>
                    }) }
                </ol>
            </section>
        </div>
    }
}

fn promise(model: &Model) -> Html {
    let (to, label) = next(model);
    html! {
        <div class="promise">
            <h1 id={HEADING} tabindex="-1">{ words::TITLE }</h1>
            <p class="lead">{ words::lead(model.roadmap()) }</p>
            <p class="actions">
                <a class="button" href={to.hash()}>{ label }</a>
                <OpenFile label={words::OPEN_FILE} />
            </p>
            <p class="hint private">{ Icon::Lock.view() }<span>{ words::PRIVATE }</span></p>
        </div>
    }
}

/// The screen that the main button leads to, and the button's label.
fn next(model: &Model) -> (Screen, &'static str) {
    match model.open_question() {
        Some(question) if !model.document().is_empty() => (Screen::Question(question), words::CONTINUE),
        _ => (Screen::Question(first_question(model)), words::START),
    }
}

fn first_question(model: &Model) -> Question {
    questions(&model.route()).into_iter().next().unwrap_or(Question::Hours)
}

fn picture(sights: &Sights, lit: usize, on_lit: &Callback<usize>) -> Html {
    let Some(road) = &sights.road else { return Html::default() };
    let caption = sights.paths.get(lit);
    let caption = caption.map(|path| words::caption(&path.title, sights.a_week, path.finish));
    html! {
        <figure class="road-figure">
            <RoadPicture road={road.clone()} {lit} {on_lit} />
            <figcaption class="hint">
                { caption }
                { " " }
                <a href={Screen::Map.hash()}>{ words::EXPLORE }</a>
            </figcaption>
        </figure>
    }
}

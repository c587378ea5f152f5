//! The paths as cards, and help for those who cannot decide.

use std::rc::Rc;

use yew::prelude::*;

use super::first_question;
use super::sights::{PathAhead, Sights};
use crate::context::use_send;
use crate::parts::{Icon, icon_title};
use crate::text::{amounts, home as words, questions};
use app::{Model, Msg, PlanMsg, Screen};
use planner::Turn;

pub fn view(model: &Model, sights: &Sights, lit: usize, on_lit: &Callback<usize>) -> Html {
    let first: AttrValue = Screen::Question(first_question(model)).hash().into();
    let cards = sights.paths.iter().enumerate().map(|(at, path)| {
        html! {
            <PathCard
                key={path.node.to_string()}
                path={Rc::new(path.clone())}
                choice={sights.choice.clone()}
                first={first.clone()}
                is_lit={at == lit}
                on_lit={on_lit.reform(move |()| at)}
            />
        }
    });
    html! {
        <section aria-labelledby="paths">
            <div class="intro">
                <h2 id="paths">{ words::PATHS }</h2>
                <p>{ words::paths_lead(sights.paths.len()) }</p>
            </div>
            <ul class="cards path-cards">
                { for cards }
                if model.has_help(&sights.choice) {
                    { not_sure(&sights.choice) }
                }
            </ul>
            <p class="hint">{ words::estimates(sights.a_week) }</p>
        </section>
    }
}

#[derive(Properties, PartialEq)]
struct PathCardProps {
    path: Rc<PathAhead>,
    choice: Turn,
    /// The address of the first question.
    first: AttrValue,
    is_lit: bool,
    on_lit: Callback<()>,
}

/// A path with its dates. Its route is lit in the picture while it is pointed at, focused or tapped.
#[component]
fn PathCard(props: &PathCardProps) -> Html {
    let PathCardProps { path, choice, first, is_lit, on_lit } = props;
    let take = {
        let taken = PlanMsg::AnswerChosen { turn: choice.clone(), answer: path.answer.clone() };
        use_send().reform(move |_: MouseEvent| Msg::Plan(taken.clone()))
    };
    let light = on_lit.reform(|_: Event| ());
    html! {
        <li
            class={classes!("card", "path-card", is_lit.then_some("path-card-lit"))}
            onmouseenter={light.reform(|event: MouseEvent| event.into())}
            onfocusin={light.reform(|event: FocusEvent| event.into())}
            onclick={light.reform(|event: MouseEvent| event.into())}
        >
            <h3>{ icon_title(&path.icon, &path.title) }</h3>
            <p class="hint">{ &path.summary }</p>
            <p class="figures">
                if let Some(finish) = path.finish {
                    <span class="path-dates">{ words::finish(finish) }</span>
                }
                if let Some(guide) = &path.guide {
                    <span>{ words::job_ready(guide) }</span>
                    <span>{ amounts::salary(&guide.salary) }</span>
                }
            </p>
            <a class="onward" href={first} onclick={take}>
                { words::TAKE }<span class="unseen">{ ": " }{ &path.title }</span>{ Icon::Later.view() }
            </a>
        </li>
    }
}

fn not_sure(choice: &Turn) -> Html {
    html! {
        <li class="card path-card path-card-help">
            <h3>{ words::NOT_SURE }</h3>
            <p>{ words::NOT_SURE_HELP }</p>
            <a class="onward" href={Screen::Help(choice.clone()).hash()}>
                { questions::HELP_ME_CHOOSE }{ Icon::Later.view() }
            </a>
        </li>
    }
}

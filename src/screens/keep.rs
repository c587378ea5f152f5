//! Where the plan is kept, and how to take it away, bring it back, or begin anew.

use std::rc::Rc;

use yew::prelude::*;

use super::history;
use crate::download::{download_page, download_plan};
use crate::focus::HEADING;
use crate::parts::OpenFile;
use crate::text::{frame, keep as words};
use app::{Model, Msg};
use browser::{LocalStorage, files, page};
use storage::{set_aside_copies, unreadable_roadmaps};

pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    html! {
        <div class="keep">
            <div class="intro">
                <h1 id={HEADING} tabindex="-1">{ words::TITLE }</h1>
                <p class="lead">{ words::LEAD }</p>
            </div>
            <section aria-labelledby="where">
                <h2 id="where">{ words::WHERE }</h2>
                <p>{ frame::saving(model) }</p>
                if let Some(copy) = &model.copy {
                    <p>{ copy.as_ref().map_or_else(|why| words::no_copy(why), |()| words::COPY_KEPT.to_owned()) }</p>
                }
            </section>
            <section aria-labelledby="download">
                <h2 id="download">{ words::DOWNLOAD_TITLE }</h2>
                <p>{ words::DOWNLOAD_NOTE }</p>
                <button type="button" class="button" onclick={download_plan(model, send)}>{ words::DOWNLOAD }</button>
            </section>
            <section aria-labelledby="copy">
                <h2 id="copy">{ words::COPY_TITLE }</h2>
                <p>{ words::COPY_NOTE }</p>
                <button type="button" class="button-quiet" onclick={download_page(model, send)}>{ words::COPY }</button>
            </section>
            <section aria-labelledby="open">
                <h2 id="open">{ words::OPEN_TITLE }</h2>
                <p>{ words::OPEN_NOTE }</p>
                <OpenFile label={words::OPEN} />
            </section>
            if model.plan_inside.is_some() {
                <section aria-labelledby="inside">
                    <h2 id="inside">{ words::INSIDE_TITLE }</h2>
                    <p>{ words::INSIDE_NOTE }</p>
                    <button type="button" class="button-quiet" onclick={send.reform(|_| Msg::PlanInsideAsked)}>
                        { words::INSIDE }
                    </button>
                </section>
            }
            { history::view(model, send) }
            <SetAside />
            <StartOver is_empty={model.document.is_empty()} on_start_over={send.reform(|()| Msg::StartedOver)} />
        </div>
    }
}

/// Copies of what could not be read, each to download.
#[component]
fn SetAside() -> Html {
    let copies =
        use_memo((), |()| [set_aside_copies(&LocalStorage), unreadable_roadmaps(&LocalStorage)].concat());
    if copies.is_empty() {
        return Html::default();
    }
    let copy = |(key, text): &(String, String)| {
        let (name, text) = (format!("{key}.txt"), text.clone());
        let label = words::set_aside_download(&name);
        // A browser that refuses the download says so to the learner itself.
        let download = Callback::from(move |_| drop(files::download(&name, "text/plain", &text)));
        html! { <li><button type="button" class="button-quiet" onclick={download}>{ label }</button></li> }
    };
    html! {
        <section aria-labelledby="set-aside">
            <h2 id="set-aside">{ words::SET_ASIDE_TITLE }</h2>
            <p>{ words::SET_ASIDE_NOTE }</p>
            <ul class="plain">{ for copies.iter().map(copy) }</ul>
        </section>
    }
}

/// Starting over, asked twice.
#[derive(Properties, PartialEq)]
struct StartOverProps {
    /// Whether there is nothing to put away.
    is_empty: bool,
    on_start_over: Callback<()>,
}

#[component]
fn StartOver(props: &StartOverProps) -> Html {
    let asking = use_state(|| false);
    let ask = {
        let asking = asking.clone();
        Callback::from(move |_| asking.set(true))
    };
    let keep = {
        let asking = asking.clone();
        Callback::from(move |_| asking.set(false))
    };
    use_effect_with(*asking, |&asking| {
        if asking {
            page::focus("start-over-no");
        }
    });
    html! {
        <section aria-labelledby="start-over">
            <h2 id="start-over">{ words::OVER_TITLE }</h2>
            <p>{ words::OVER_NOTE }</p>
            if *asking {
                <div class="ask" role="group" aria-labelledby="start-over-ask">
                    <p id="start-over-ask"><strong>{ words::OVER_ASK }</strong></p>
                    <p class="actions">
                        <button type="button" class="button" id="start-over-no" onclick={keep}>{ words::OVER_NO }</button>
                        <button type="button" class="button-quiet" onclick={props.on_start_over.reform(|_| ())}>
                            { words::OVER_YES }
                        </button>
                    </p>
                </div>
            } else {
                <button type="button" class="button-quiet" onclick={ask} disabled={props.is_empty}>
                    { words::OVER }
                </button>
            }
        </section>
    }
}

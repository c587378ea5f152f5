//! The learner's data: where it is saved, and how to download, open, restore, or reset it.

use std::rc::Rc;

use yew::prelude::*;

use super::{history, take_along};
use crate::download::{download_page, download_plan};
use crate::focus::HEADING;
use crate::kept_file;
use crate::parts::{Button, ButtonKind, MsgButton, OpenFile};
use crate::text::{frame, keep as words};
use app::{HistoryMsg, Keeping, Model, Msg, OfferMsg};
use browser::{LocalStorage, files, page};
use storage::{set_aside_copies, unreadable_roadmaps};

#[inline(never)]
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
                if let Some(copy) = &model.second_copy() {
                    <p>
                        { match copy {
                            Ok(()) => words::COPY_KEPT.to_owned(),
                            Err(why) => words::no_copy(why),
                        } }
                    </p>
                }
            </section>
            <section aria-labelledby="download">
                <h2 id="download">{ words::DOWNLOAD_TITLE }</h2>
                <p>{ words::DOWNLOAD_NOTE }</p>
                <Button
                    kind={ButtonKind::Primary}
                    label={words::DOWNLOAD}
                    on_click={download_plan(model, send)}
                />
            </section>
            { kept_file_section(model, send) }
            { take_along::view(model, send) }
            <section aria-labelledby="copy">
                <h2 id="copy">{ words::COPY_TITLE }</h2>
                <p>{ words::COPY_NOTE }</p>
                <Button label={words::COPY} on_click={download_page(model, send)} />
            </section>
            <section aria-labelledby="open">
                <h2 id="open">{ words::OPEN_TITLE }</h2>
                <p>{ words::OPEN_NOTE }</p>
                <OpenFile label={words::OPEN} />
            </section>
            if model.plan_inside().is_some() {
                <section aria-labelledby="inside">
                    <h2 id="inside">{ words::INSIDE_TITLE }</h2>
                    <p>{ words::INSIDE_NOTE }</p>
                    <MsgButton label={words::INSIDE} msg={Msg::Offer(OfferMsg::PlanInsideAsked)} />
                </section>
            }
            { history::view(model) }
            <SetAside />
            <StartOver is_empty={model.document().is_empty()} />
        </div>
    }
}

/// The file that is kept up to date, where the browser can do that.
fn kept_file_section(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    if !browser::kept_file::is_possible() {
        return Html::default();
    }
    let file = model.kept_file();
    let button = |label, on_click| html! { <Button {label} {on_click} /> };
    html! {
        <section aria-labelledby="kept-file">
            <h2 id="kept-file">{ words::KEEP_TITLE }</h2>
            <p>{ file.map_or_else(|| words::KEEP_NOTE.to_owned(), words::kept) }</p>
            <p class="actions">
                { match file.map(|file| &file.state) {
                    None => button(words::KEEP_CHOOSE, kept_file::choose(model, send)),
                    Some(Keeping::Waiting) => button(words::KEEP_ALLOW, kept_file::allow(model, send)),
                    Some(_) => button(words::KEEP_OTHER, kept_file::choose(model, send)),
                } }
                if let Some(file) = file {
                    <Button
                        kind={ButtonKind::Link}
                        label={words::KEEP_STOP}
                        name={words::stop_keeping(&file.name)}
                        on_click={kept_file::forget(model, send)}
                    />
                }
            </p>
        </section>
    }
}

/// Stored texts that could not be read, each with a button to download it.
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
        // A browser that refuses a download says so itself.
        let on_click = move |_: MouseEvent| drop(files::download(&name, "text/plain", &text));
        html! { <li><Button {label} {on_click} /></li> }
    };
    html! {
        <section aria-labelledby="set-aside">
            <h2 id="set-aside">{ words::SET_ASIDE_TITLE }</h2>
            <p>{ words::SET_ASIDE_NOTE }</p>
            <ul class="plain">{ for copies.iter().map(copy) }</ul>
        </section>
    }
}

/// Id of the button that keeps the plan.
const KEEP_PLAN: &str = "start-over-no";

#[derive(Properties, PartialEq)]
struct StartOverProps {
    /// Nothing was entered yet.
    is_empty: bool,
}

/// Starting over, with a confirmation.
#[component]
fn StartOver(props: &StartOverProps) -> Html {
    let asking = use_state(|| false);
    let set = |is_asking: bool| {
        let asking = asking.setter();
        move |_: MouseEvent| asking.set(is_asking)
    };
    use_effect_with(*asking, |&asking| {
        if asking {
            page::focus(KEEP_PLAN);
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
                        <Button
                            kind={ButtonKind::Primary}
                            id={KEEP_PLAN}
                            label={words::OVER_NO}
                            on_click={set(false)}
                        />
                        <MsgButton label={words::OVER_YES} msg={Msg::History(HistoryMsg::StartedOver)} />
                    </p>
                </div>
            } else {
                <Button label={words::OVER} disabled={props.is_empty} on_click={set(true)} />
            }
        </section>
    }
}

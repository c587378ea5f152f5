//! What the learner keeps about a topic or project: links, notes, and study time.

use yew::prelude::*;

use super::log_here;
use crate::context::use_send;
use crate::parts::{ButtonKind, LineForm, MaterialLink, MsgButton};
use crate::text::{amounts, dates, notes as words, plan};
use app::{Model, Msg, NoteMsg, Screen, web_address};
use browser::page;
use planner::{Item, LogEntry};
use roadmap::{Material, Minutes};

/// Entries of the log that are listed; the study log has all of them.
const LATEST: usize = 5;

pub fn view(model: &Model, send: &Callback<Msg>, item: &Item) -> Html {
    html! {
        <>
            <section aria-labelledby="links">
                <h2 id="links">{ words::LINKS }</h2>
                { links(model, item) }
                <AddLink item={item.clone()} />
            </section>
            <section aria-labelledby="notes">
                <h2 id="notes"><label for="own-notes">{ words::NOTES }</label></h2>
                { notes(model, send, item) }
            </section>
            { time(model, send, item) }
        </>
    }
}

fn links(model: &Model, item: &Item) -> Html {
    let links = model.document().notes.links(item);
    if links.is_empty() {
        return Html::default();
    }
    let row = |(at, link): (usize, &Material)| {
        let remove = NoteMsg::LinkRemoved { item: item.clone(), at };
        html! {
            <li>
                <MaterialLink material={link.clone()} />
                <MsgButton
                    kind={ButtonKind::Link}
                    label={words::REMOVE}
                    name={plan::about_item(words::REMOVE, &link.title)}
                    msg={Msg::Note(remove)}
                />
            </li>
        }
    };
    html! { <ul class="rows">{ for links.iter().enumerate().map(row) }</ul> }
}

#[derive(Properties, PartialEq)]
struct AddLinkProps {
    item: Item,
}

/// A field for an address, with or without words before it.
#[component]
fn AddLink(props: &AddLinkProps) -> Html {
    let send = use_send();
    let item = props.item.clone();
    let on_submit = Callback::from(move |text: String| {
        if let Some(link) = read_link(&text) {
            send.emit(NoteMsg::LinkAdded { item: item.clone(), link }.into());
        }
    });
    html! {
        <LineForm
            id="own-link"
            label={words::ADDRESS}
            hint={words::ADDRESS_HINT}
            action={words::ADD_LINK}
            missing={words::NO_ADDRESS}
            accepts={Callback::from(|text: String| read_link(&text).is_some())}
            {on_submit}
        />
    }
}

/// A link as typed: an address, or a name and an address. Without a name, the address is its name.
fn read_link(text: &str) -> Option<Material> {
    let text = text.trim();
    let (name, address) = text.rsplit_once(char::is_whitespace).unwrap_or(("", text));
    let url = web_address(address)?;
    let short = url.split_once("://").map_or(url.as_str(), |(_, rest)| rest).trim_end_matches('/').to_owned();
    let title = name.trim().trim_end_matches(':');
    Some(Material { title: if title.is_empty() { short } else { title.to_owned() }, url })
}

fn notes(model: &Model, send: &Callback<Msg>, item: &Item) -> Html {
    let typed = {
        let item = item.clone();
        send.reform(move |event: InputEvent| {
            NoteMsg::Typed { item: item.clone(), text: page::value_of(&event) }.into()
        })
    };
    html! {
        <>
        <textarea
            id="own-notes"
            rows="6"
            aria-describedby="own-notes-hint"
            value={model.document().notes.text(item).to_owned()}
            oninput={typed}
        />
        <p class="hint" id="own-notes-hint">{ words::NOTES_HINT }</p>
        </>
    }
}

/// The time logged for it, and a form for more.
fn time(model: &Model, send: &Callback<Msg>, item: &Item) -> Html {
    let log = &model.document().progress.log;
    let entries: Vec<&LogEntry> = log.entries().iter().rev().filter(|entry| entry.item == *item).collect();
    let spent = log.on(item);
    html! {
        <section aria-labelledby="time">
            <h2 id="time">{ words::TIME }</h2>
            if spent > Minutes::ZERO {
                <p>{ words::in_all(spent) }</p>
            }
            { log_here::form(send, None) }
            if !entries.is_empty() {
                <ul class="rows" aria-label={words::LATEST}>
                    { for entries.iter().take(LATEST).map(|entry| html! {
                        <li>
                            <span>{ dates::day_of_week_short(entry.on) }</span>
                            { " " }
                            <span>{ amounts::time_short(entry.minutes) }</span>
                        </li>
                    }) }
                </ul>
                <p><a class="link-line" href={Screen::Progress.hash()}>{ words::ALL_ENTRIES }</a></p>
            }
        </section>
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_link_has_the_name_that_was_typed_before_it() {
        let link = |title: &str, url: &str| Some(Material { title: title.to_owned(), url: url.to_owned() });
        assert_eq!(read_link("My code: example.org/a"), link("My code", "https://example.org/a"));
        assert_eq!(read_link(" https://example.org/ "), link("example.org", "https://example.org/"));
        assert_eq!(read_link("my code"), None);
        assert_eq!(read_link("javascript:alert(1)"), None);
    }
}

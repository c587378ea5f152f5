//! The time log: a form for a new entry, and the list of entries.

use yew::prelude::*;

use super::question::{DateEntry, TextEntry, entry, shown_errors, typed};
use crate::parts::{ButtonKind, Control, FieldFrame, MsgButton, error_of};
use crate::text::{progress as words, questions, titles};
use app::form::{Field, item_name};
use app::{Model, Msg, Outlook, ProgressMsg};
use browser::page;
use planner::{Item, Scheduled};

pub fn view(model: &Model, send: &Callback<Msg>, outlook: &Outlook) -> Html {
    let log = &model.document().progress.log;
    let shares = log.shares();
    let add = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Progress(ProgressMsg::TimeLogged)
    });
    html! {
        <section aria-labelledby="time">
            <h2 id="time">{ words::TIME }</h2>
            if let Some(building) = shares.percent_building().filter(|_| shares.are_telling()) {
                <p>{ words::shares(shares, building, model.roadmap().about().building_percent) }</p>
            }
            <p class="hint">{ words::TIME_HINT }</p>
            <form novalidate=true class="card" onsubmit={add}>
                <DateEntry field={Field::LogDate} label={words::LOG_DATE} hint={questions::DATE_HINT} />
                { item_field(model, send, outlook) }
                <TextEntry field={Field::LogTime} label={words::LOG_TIME} hint={words::LOG_TIME_HINT} />
                <button type="submit" class="button">{ words::ADD_ENTRY }</button>
            </form>
            if !log.entries().is_empty() {
                <ul class="log-entries" aria-label={words::ENTRIES}>
                    { for log.entries().iter().enumerate().rev().map(|(at, entry)| {
                        let line = words::log_entry(entry, &titles::item(model.roadmap(), &entry.item));
                        html! {
                            <li>
                                <span>{ &line }</span>
                                <MsgButton
                                    kind={ButtonKind::Link}
                                    label={words::REMOVE}
                                    name={words::remove(&line)}
                                    msg={Msg::Progress(ProgressMsg::LogEntryRemoved(at))}
                                />
                            </li>
                        }
                    }) }
                </ul>
            }
        </section>
    }
}

/// A list of everything on the plan, in its order.
fn item_field(model: &Model, send: &Callback<Msg>, outlook: &Outlook) -> Html {
    let chosen = entry(model, Field::LogItem);
    let onchange = typed(send, Field::LogItem).reform(|event: Event| page::value_of(&event));
    let error = error_of(Field::LogItem, &shown_errors(model));
    let Control { id, described_by, invalid } = Control::new(Field::LogItem, None, error.as_ref());
    html! {
        <FieldFrame field={Field::LogItem} label={words::LOG_ITEM} {error}>
            <select {id} {onchange} aria-invalid={invalid} aria-describedby={described_by}>
                <option value="" selected={chosen.is_empty()}>{ words::CHOOSE_ITEM }</option>
                { for groups(model, outlook).into_iter().map(|(name, items)| html! {
                    <optgroup label={name}>
                        { for items.iter().map(|item| {
                            let value = item_name(item);
                            let selected = value == chosen;
                            let title = titles::item(model.roadmap(), item);
                            html! { <option {selected} {value}>{ title }</option> }
                        }) }
                    </optgroup>
                }) }
            </select>
        </FieldFrame>
    }
}

/// The items of the plan, grouped by path.
fn groups(model: &Model, outlook: &Outlook) -> Vec<(String, Vec<Item>)> {
    let mut groups: Vec<(String, Vec<Item>)> = Vec::new();
    for scheduled in &outlook.plan.work {
        let name = titles::path(model.roadmap(), scheduled);
        let items = Scheduled::items(scheduled).into_iter().map(|(item, _)| item);
        match groups.last_mut().filter(|(last, _)| *last == name) {
            Some((_, list)) => list.extend(items),
            None => groups.push((name, items.collect())),
        }
    }
    groups
}

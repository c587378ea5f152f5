//! The log of study time: a form for a new entry, and the entries.

use yew::prelude::*;

use super::log_entries;
use super::log_here::PracticeEntry;
use super::question::{DateEntry, TextEntry, entry, shown_error, typed};
use crate::focus;
use crate::parts::{Control, FieldFrame};
use crate::text::{progress as words, questions, titles};
use app::form::{Field, LogFields, NEW_ENTRY, item_name, item_of_name};
use app::{Model, Msg, Outlook, ProgressMsg};
use browser::page;
use planner::{Item, Scheduled};

pub fn view(model: &Model, send: &Callback<Msg>, outlook: &Outlook) -> Html {
    let shares = model.document().progress.log.shares();
    let add = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::Progress(ProgressMsg::TimeLogged)
    });
    html! {
        <section aria-labelledby={focus::LOG}>
            <h2 id={focus::LOG} tabindex="-1">{ words::LOG }</h2>
            if let Some(building) = shares.percent_building().filter(|_| shares.are_telling()) {
                <p>{ words::shares(shares, building, model.roadmap().about().building_percent) }</p>
            }
            <p class="hint">{ words::LOG_HINT }</p>
            <form novalidate=true class="card log-form" aria-label={words::ADD_ENTRY} onsubmit={add}>
                { fields(model, send, outlook, NEW_ENTRY) }
                <button type="submit" class="button">{ words::ADD_ENTRY }</button>
            </form>
            { log_entries::view(model, send, outlook) }
        </section>
    }
}

/// The fields of a log entry.
pub fn fields(model: &Model, send: &Callback<Msg>, outlook: &Outlook, fields: LogFields) -> Html {
    html! {
        <div class="log-fields">
            <DateEntry field={fields.date} label={words::LOG_DATE} hint={questions::DATE_HINT} />
            { item_field(model, send, outlook, fields.item) }
            <TextEntry field={fields.time} label={words::LOG_TIME} hint={words::LOG_TIME_HINT} />
            <PracticeEntry {fields} />
        </div>
    }
}

/// A list of everything on the plan, in its order.
fn item_field(model: &Model, send: &Callback<Msg>, outlook: &Outlook, field: Field) -> Html {
    let chosen = entry(model, field);
    let onchange = typed(send, field).reform(|event: Event| page::value_of(&event));
    let error = shown_error(model, field);
    let Control { id, described_by, invalid } = Control::new(field, None, error.as_ref());
    let groups = groups(model, outlook);
    let is_on_plan = |item: &Item| groups.iter().any(|(_, items)| items.contains(item));
    let elsewhere = item_of_name(&chosen).filter(|item| !is_on_plan(item));
    let option = |item: &Item| {
        let value = item_name(item);
        let selected = value == chosen;
        html! { <option {selected} {value}>{ titles::item(model.roadmap(), item) }</option> }
    };
    html! {
        <FieldFrame {field} label={words::LOG_ITEM} {error}>
            <select {id} {onchange} aria-invalid={invalid} aria-describedby={described_by}>
                <option value="" selected={chosen.is_empty()}>{ words::CHOOSE_ITEM }</option>
                // What was logged may have left the plan since.
                { for elsewhere.iter().map(option) }
                { for groups.iter().map(|(name, items)| html! {
                    <optgroup label={name.clone()}>{ for items.iter().map(option) }</optgroup>
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

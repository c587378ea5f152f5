//! The time a learner notes: a form for one note, and all notes so far.

use std::rc::Rc;

use yew::prelude::*;

use super::plan::{group, item_title};
use super::question::{entry, shown_errors, typed};
use crate::parts::{DateField, TextField, date_field, field_frame, text_field};
use crate::text::{progress as words, questions};
use app::form::{Field, item_name};
use app::{Model, Msg, Outlook};
use browser::page;
use planner::{Item, Scheduled};

pub fn view(model: &Rc<Model>, send: &Callback<Msg>, outlook: &Outlook) -> Html {
    let log = &model.document.progress.log;
    let shares = log.shares();
    let add = send.reform(|event: SubmitEvent| {
        event.prevent_default();
        Msg::NoteAdded
    });
    html! {
        <section aria-labelledby="time">
            <h2 id="time">{ words::TIME }</h2>
            if let Some(building) = shares.percent_building() {
                <p>{ words::shares(shares, building, model.roadmap.about().building_percent) }</p>
            }
            <p class="hint">{ words::TIME_HINT }</p>
            <form novalidate=true class="card" onsubmit={add}>
                { date_field(DateField { field: Field::NoteOn, label: words::NOTE_ON.to_owned(), hint: Some(questions::DATE_HINT.to_owned()), value: entry(model, Field::NoteOn), errors: shown_errors(model), on_input: typed(send, Field::NoteOn) }) }
                { item_field(model, send, outlook) }
                { text_field(TextField { field: Field::NoteTime, label: words::NOTE_TIME.to_owned(), hint: Some(words::NOTE_TIME_HINT.to_owned()), value: entry(model, Field::NoteTime), errors: shown_errors(model), on_input: typed(send, Field::NoteTime), inputmode: "text", beside: Html::default() }) }
                <button type="submit" class="button">{ words::ADD_NOTE }</button>
            </form>
            if !log.entries().is_empty() {
                <ul class="notes" aria-label={words::NOTES}>
                    { for log.entries().iter().enumerate().rev().map(|(at, entry)| {
                        let note = words::note(entry, &item_title(model, &entry.item));
                        let remove = send.reform(move |_: MouseEvent| Msg::NoteRemoved(at));
                        html! {
                            <li>
                                <span>{ &note }</span>
                                <button type="button" class="link" aria-label={words::remove(&note)} onclick={remove}>
                                    { words::REMOVE }
                                </button>
                            </li>
                        }
                    }) }
                </ul>
            }
        </section>
    }
}

/// What was worked on: everything on the plan, in its order.
fn item_field(model: &Model, send: &Callback<Msg>, outlook: &Outlook) -> Html {
    let chosen = entry(model, Field::NoteItem);
    let on_input = typed(send, Field::NoteItem);
    let on_input = Callback::from(move |event: Event| on_input.emit(page::value_of(&event)));
    field_frame(Field::NoteItem, words::NOTE_ITEM, None, &shown_errors(model), |control| {
        html! {
            <select
                id={control.id}
                onchange={on_input}
                aria-invalid={control.invalid}
                aria-describedby={control.described_by}
            >
                <option value="" selected={chosen.is_empty()}>{ words::CHOOSE_ITEM }</option>
                { for groups(model, outlook).into_iter().map(|(name, items)| html! {
                    <optgroup label={name}>
                        { for items.iter().map(|item| {
                            let value = item_name(item);
                            let selected = value == chosen;
                            html! { <option {selected} {value}>{ item_title(model, item) }</option> }
                        }) }
                    </optgroup>
                }) }
            </select>
        }
    })
}

/// The items of the plan under the names of their paths.
fn groups(model: &Model, outlook: &Outlook) -> Vec<(String, Vec<Item>)> {
    let mut groups: Vec<(String, Vec<Item>)> = Vec::new();
    for scheduled in &outlook.plan.work {
        let name = group(model, scheduled);
        let items = Scheduled::items(scheduled).into_iter().map(|(item, _)| item);
        match groups.last_mut().filter(|(last, _)| *last == name) {
            Some((_, list)) => list.extend(items),
            None => groups.push((name, items.collect())),
        }
    }
    groups
}

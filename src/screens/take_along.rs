//! The plan for other programs: buttons that download it as a calendar, as tables and as a checklist.

use std::rc::Rc;

use chrono::{NaiveTime, Timelike, Weekday};
use yew::prelude::*;

use crate::download::{download_calendar, download_checklist, download_log, download_table};
use crate::parts::Button;
use crate::text::{dates, takeaway as words};
use app::form::WEEKDAYS;
use app::{Model, Msg, Outlook, PlanMsg};
use browser::page;
use roadmap::Minutes;

/// Nothing where there are no dates yet.
pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    let has_dates = model.open_question().is_none()
        && Outlook::of(model.document(), model.roadmap(), model.today()).is_ok();
    if !has_dates {
        return Html::default();
    }
    let no_log = model.document().progress.log.entries().is_empty();
    let file = |label: &'static str, about: &'static str, on_click: Callback<MouseEvent>, disabled: bool| {
        html! {
            <li>
                <Button {label} {on_click} {disabled} />
                <p class="hint">{ about }</p>
            </li>
        }
    };
    html! {
        <section aria-labelledby="take-along">
            <h2 id="take-along">{ words::TITLE }</h2>
            <p>{ words::LEAD }</p>
            <ul class="take-along">
                { file(words::CALENDAR, words::CALENDAR_NOTE, download_calendar(model, send), false) }
                { file(words::TABLE, words::TABLE_NOTE, download_table(model, send), false) }
                { file(words::LOG, if no_log { words::NO_LOG } else { words::LOG_NOTE }, download_log(model, send), no_log) }
                { file(words::CHECKLIST, words::CHECKLIST_NOTE, download_checklist(model, send), false) }
            </ul>
            { beginnings(model, send) }
        </section>
    }
}

/// When the sessions of each day begin; days without study time are left out.
fn beginnings(model: &Model, send: &Callback<Msg>) -> Html {
    let document = model.document();
    let week = document.week.unwrap_or_default();
    let days = WEEKDAYS.into_iter().zip(document.begins);
    let days = days.filter(|(day, at)| at.is_some() || week.on(*day) > Minutes::ZERO);
    html! {
        <details class="begins">
            <summary>{ words::BEGINS }</summary>
            <p class="hint">{ words::BEGINS_NOTE }</p>
            <div class="begins-days">{ for days.map(|(day, at)| beginning(send, day, at)) }</div>
        </details>
    }
}

fn beginning(send: &Callback<Msg>, day: Weekday, at: Option<Minutes>) -> Html {
    let id = format!("begins-{day}");
    // An empty field has no time.
    let onchange = send.reform(move |event: Event| {
        let at = NaiveTime::parse_from_str(&page::value_of(&event), "%H:%M").ok();
        let at = at.map(|at| Minutes(at.num_seconds_from_midnight() / 60));
        Msg::Plan(PlanMsg::BeginsAt { day, at })
    });
    let value = at.map(|at| format!("{:02}:{:02}", at.0 / 60, at.0 % 60)).unwrap_or_default();
    html! {
        <p key={id.clone()}>
            <label for={id.clone()}>{ dates::weekday(day) }</label>
            <input {id} type="time" {value} {onchange} />
        </p>
    }
}

//! The week as a sheet of paper: what to do on each day, with boxes to tick and room to write.

use std::collections::BTreeMap;

use chrono::Datelike;
use yew::prelude::*;

use crate::text::{amounts, dates, plan as words, titles};
use app::{Model, Outlook};
use planner::{Date, DayStudied, Session};
use roadmap::Minutes;

/// Only seen on paper.
pub fn view(model: &Model, outlook: &Outlook, days: &[DayStudied]) -> Html {
    let Some(last) = days.last() else { return Html::default() };
    let sessions = outlook.forecast.sessions(&outlook.availability, last.on);
    let sessions: BTreeMap<Date, Session> =
        sessions.into_iter().map(|session| (session.on, session)).collect();
    html! {
        <table class="week-on-paper">
            <caption class="unseen">{ words::WEEK_ON_PAPER }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words::COLUMN_DAY }</th>
                    <th scope="col">{ words::COLUMN_PLANNED }</th>
                    <th scope="col">{ words::COLUMN_TO_DO }</th>
                    <th scope="col">{ words::COLUMN_DONE }</th>
                </tr>
            </thead>
            <tbody>
                { for days.iter().map(|day| row(model, outlook, *day, sessions.get(&day.on))) }
            </tbody>
        </table>
    }
}

fn row(model: &Model, outlook: &Outlook, day: DayStudied, session: Option<&Session>) -> Html {
    let planned = match day.planned {
        _ if outlook.availability.is_off(day.on) => words::DAY_OFF.to_owned(),
        Minutes::ZERO => words::NO_TIME.to_owned(),
        time => amounts::time_short(time),
    };
    let tasks = session.map_or(&[][..], |session| &session.tasks);
    html! {
        <tr>
            <th scope="row">{ dates::weekday(day.on.weekday()) }{ ", " }{ dates::day_short(day.on) }</th>
            <td>{ planned }</td>
            <td>
                if !tasks.is_empty() {
                    <ul class="to-tick">{ for tasks.iter().map(|task| html! { <li>{ titles::task(model.document(), model.roadmap(), task) }</li> }) }</ul>
                }
            </td>
            <td>{ if day.done > Minutes::ZERO { amounts::time_short(day.done) } else { String::new() } }</td>
        </tr>
    }
}

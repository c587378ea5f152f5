//! The week: planned and done time of each day.

use chrono::Datelike;
use yew::prelude::*;

use super::{change_week, week_on_paper};
use crate::text::{dates, today as words};
use app::{Model, Outlook};
use planner::{Date, DateRange, DayStudied, Studied};
use roadmap::Minutes;

/// Height of a full column.
const HEIGHT: f64 = 59.0;

pub fn view(model: &Model, outlook: &Outlook, studied: &Studied<'_>) -> Html {
    // Before the start, the first week is shown.
    let is_to_come = outlook.start > DateRange::week_of(model.today()).to();
    let shown = if is_to_come { outlook.start } else { model.today() };
    let days = studied.week(shown);
    let sum = studied.sum(shown);
    let most = days.iter().map(|day| day.planned.max(day.done)).max().unwrap_or_default();
    html! {
        <section aria-labelledby="week">
            <div class="split">
                <h2 id="week">{ if is_to_come { words::FIRST_WEEK } else { words::WEEK } }</h2>
                <p class="quiet">{ words::of_week(sum.done, sum.planned) }</p>
            </div>
            <ol class="week-strip">
                { for days.iter().map(|day| column(*day, most, model.today())) }
            </ol>
            <ul class="legend" aria-hidden="true">
                <li><svg width="12" height="12"><rect class="c-done" x="3" width="6" height="12" rx="2" /></svg>{ words::DONE }</li>
                <li><svg width="12" height="12"><rect class="c-plan" width="12" height="12" rx="2" /></svg>{ words::PLANNED }</li>
            </ul>
            { change_week::view(model, outlook) }
            { week_on_paper::view(model, outlook, &days) }
        </section>
    }
}

fn column(day: DayStudied, most: Minutes, today: Date) -> Html {
    let DayStudied { on, planned, done } = day;
    let is_today = on == today;
    let height = |time: Minutes| match time {
        Minutes::ZERO => 0.0,
        time => (HEIGHT * f64::from(time.0) / f64::from(most.0)).max(4.0),
    };
    let bar = |class: &'static str, x: &'static str, width: &'static str, height: f64| {
        let (y, height) = (format!("{:.1}", HEIGHT + 0.5 - height), format!("{height:.1}"));
        html! { <rect {class} {x} {width} {y} {height} rx="3" /> }
    };
    html! {
        <li class={is_today.then_some("is-today")} key={on.to_string()}>
            <span class="unseen">{ words::day(day, today) }</span>
            <span class="day-name" aria-hidden="true">
                <b>{ if is_today { words::TODAY.to_owned() } else { dates::weekday_short(on.weekday()) } }</b>
                { on.day() }
            </span>
            <svg width="28" height="60" aria-hidden="true">
                if planned > Minutes::ZERO {
                    { bar("c-plan", "0.5", "27", height(planned)) }
                } else {
                    <path class="c-line" d="M8 59h12" />
                }
                if done > Minutes::ZERO {
                    { bar("c-done", "7", "14", height(done)) }
                }
            </svg>
            <span aria-hidden="true">{ figures(planned, done) }</span>
        </li>
    }
}

/// What stands below a column.
fn figures(planned: Minutes, done: Minutes) -> Html {
    match (planned, done) {
        (Minutes::ZERO, Minutes::ZERO) => html! { { words::OFF } },
        (Minutes::ZERO, done) => html! { <><b>{ words::clock(done) }</b>{ words::EXTRA }</> },
        (planned, Minutes::ZERO) => html! { { words::clock(planned) } },
        (planned, done) => html! { <><b>{ words::clock(done) }</b>{ words::of_clock(planned) }</> },
    }
}

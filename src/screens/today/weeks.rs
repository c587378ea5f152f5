//! The last twelve weeks: planned against studied.

use yew::prelude::*;

use crate::text::{amounts, dates, today as words};
use app::Model;
use planner::{Studied, WeekStudied};
use roadmap::Minutes;

const MOST: u32 = 12;
/// Height of a full column.
const HEIGHT: f64 = 72.0;

pub fn view(model: &Model, studied: &Studied<'_>) -> Html {
    if model.document().progress.log.entries().is_empty() {
        return html! {
            <section aria-labelledby="weeks">
                <h2 id="weeks">{ words::WEEKS }</h2>
                <p class="hint">{ words::NO_WEEKS }</p>
            </section>
        };
    }
    let weeks = studied.weeks(model.today(), MOST);
    html! {
        <section aria-labelledby="weeks">
            <div class="split"><h2 id="weeks">{ words::WEEKS }</h2><p class="quiet">{ words::in_all(&weeks) }</p></div>
            { chart(&weeks) }
            <p class="hint">{ words::weeks_studied(&weeks) }</p>
            <details class="weeks-table"><summary>{ words::WEEKS_TABLE }</summary>{ table(&weeks) }</details>
        </section>
    }
}

fn chart(weeks: &[WeekStudied]) -> Html {
    let most = weeks.iter().map(|week| week.planned.max(week.done).0).max().unwrap_or(0).max(1);
    let column = |at: usize, class: &'static str, (left, width): (f64, f64), time: Minutes| {
        let each = 100.0 / f64::from(MOST);
        let height = HEIGHT * f64::from(time.0) / f64::from(most);
        let x = format!("{:.2}%", each * (at as f64 + left));
        let (y, height) = (format!("{:.1}", HEIGHT - height), format!("{height:.1}"));
        html! { <rect {class} {x} width={format!("{:.2}%", each * width)} {y} {height} rx="3" /> }
    };
    html! {
        <svg class="weeks-chart" width="100%" height="96" role="img" aria-label={words::WEEKS_CHART}>
            { for weeks.iter().enumerate().map(|(at, week)| html! {
                <>
                    { column(at, "c-plan", (0.12, 0.76), week.planned) }
                    { column(at, "c-done", (0.31, 0.38), week.done) }
                </>
            }) }
            if let Some(first) = weeks.first() {
                <text class="c-text" x="1%" y="90">{ dates::day_short(first.monday) }</text>
            }
        </svg>
    }
}

fn table(weeks: &[WeekStudied]) -> Html {
    html! {
        <table>
            <thead>
                <tr>
                    <th scope="col">{ words::WEEK_OF }</th>
                    <th scope="col">{ words::PLANNED }</th>
                    <th scope="col">{ words::STUDIED }</th>
                </tr>
            </thead>
            <tbody>
                { for weeks.iter().map(|week| html! {
                    <tr>
                        <th scope="row">{ words::week_of(week.monday) }</th>
                        <td>{ amounts::time_short(week.planned) }</td>
                        <td>{ words::studied_cell(week.done) }</td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

//! When the plan will be finished, and why that moved.

use yew::prelude::*;

use crate::parts::Icon;
use crate::text::moved as moved_words;
use crate::text::today::{self as words, Part};
use app::{Model, Moved, Outlook, Situation};

/// How far back the dates are compared with.
const DAYS_OF_A_WEEK: u64 = 7;

pub fn view(model: &Model, outlook: &Outlook) -> Html {
    let Some(finish) = outlook.forecast.finish() else { return Html::default() };
    html! {
        <section aria-labelledby="outlook">
            <h2 id="outlook">{ words::OUTLOOK }</h2>
            <p>
                { words::ON_COURSE }{ " " }
                { for words::range(finish).into_iter().map(|part| match part {
                    Part::Words(words) => html! { { words } },
                    Part::Date(date) => html! { <b>{ date }</b> },
                }) }
            </p>
            { moved(model, outlook) }
        </section>
    }
}

/// How the date moved in the last week; while nothing is known of the pace, why the range is wide.
fn moved(model: &Model, outlook: &Outlook) -> Html {
    let now = Situation { document: model.document(), roadmap: model.roadmap(), today: model.today() };
    let finished = &outlook.forecast.remaining.finished;
    let facts = moved_words::Facts { roadmap: model.roadmap(), finished };
    let moved = Moved::since(DAYS_OF_A_WEEK, now);
    let said =
        moved.as_ref().and_then(|moved| Some((moved.days(), moved_words::since_last_week(moved, facts)?)));
    match said {
        Some((days, why)) => {
            let icon = if days > 0 { Icon::Later } else { Icon::Earlier };
            html! { <p class="hint with-icon">{ icon.view() }<span>{ why }</span></p> }
        }
        None if outlook.evidence() == 0 => html! { <p class="hint">{ words::WIDE }</p> },
        None => Html::default(),
    }
}

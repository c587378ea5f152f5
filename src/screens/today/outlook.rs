//! When the plan will be finished, and why that moved.

use yew::prelude::*;

use crate::parts::Icon;
use crate::screens::{assumed, moved};
use crate::text::dates::Part;
use crate::text::today as words;
use app::{Model, Outlook};

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
            { why(model, outlook) }
            { assumed::view(model, outlook) }
        </section>
    }
}

/// How the date moved in the last week; while nothing is known of the pace, why the range is wide.
fn why(model: &Model, outlook: &Outlook) -> Html {
    match moved::since_last_week(model, outlook) {
        Some((days, why)) => {
            let icon = if days > 0 { Icon::Later } else { Icon::Earlier };
            html! { <p class="hint with-icon">{ icon.view() }<span>{ why }</span></p> }
        }
        None if outlook.evidence() == 0 => html! { <p class="hint">{ words::WIDE }</p> },
        None => Html::default(),
    }
}

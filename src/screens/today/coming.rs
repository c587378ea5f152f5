//! The next steps.

use yew::prelude::*;

use super::step::screen;
use crate::screens::steps::StepList;
use crate::text::{amounts, titles, today as words};
use app::{Model, Outlook};
use planner::{Chances, Item, Open};

/// Steps that are listed.
const MOST: usize = 3;

pub fn view(model: &Model, outlook: &Outlook) -> Html {
    let coming: Vec<Coming> = coming(model, outlook).skip(1).take(MOST).collect();
    if coming.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="coming">
            <h2 id="coming">{ words::COMING }</h2>
            <ol class="rows">
                { for coming.iter().map(|step| html! {
                    <li>
                        <a class="link-line" href={screen(&step.item).hash()}>{ &step.title }</a>
                        if let Some(finishes) = step.finishes {
                            <span class="quiet">{ words::coming(&step.time, finishes.p50) }</span>
                        }
                    </li>
                }) }
            </ol>
        </section>
    }
}

/// A step ahead, or a topic or project without steps.
struct Coming {
    item: Item,
    title: String,
    time: String,
    finishes: Option<Chances>,
}

/// All steps ahead, in order.
fn coming<'a>(model: &'a Model, outlook: &'a Outlook) -> impl Iterator<Item = Coming> + 'a {
    outlook.forecast.remaining.items().flat_map(move |open| of_item(model, outlook, open))
}

fn of_item(model: &Model, outlook: &Outlook, open: &Open) -> Vec<Coming> {
    let item = &open.item;
    let steps = StepList::of(model, Some(outlook), item.clone());
    let coming: Vec<Coming> = steps
        .open()
        .map(|step| Coming {
            item: item.clone(),
            title: step.title.to_owned(),
            time: steps.time(step),
            finishes: steps.finishes(&step.key),
        })
        .collect();
    match coming.is_empty() {
        false => coming,
        true => vec![Coming {
            item: item.clone(),
            title: titles::item(model.roadmap(), item),
            time: amounts::time_short(open.left.middle()),
            finishes: outlook.expected(item).map(|expected| expected.finishes),
        }],
    }
}

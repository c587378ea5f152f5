//! What was finished that is not on the route any more.

use yew::prelude::*;

use super::item::ItemLine;
use crate::text::{plan as words, titles};
use app::{Model, Outlook};
use planner::{FinishedItem, Item};

pub fn view(model: &Model, outlook: &Outlook) -> Html {
    let also_done = &outlook.forecast.remaining.also_done;
    if also_done.is_empty() {
        return Html::default();
    }
    html! {
        <section aria-labelledby="also-done">
            <h2 id="also-done">{ words::ALSO_DONE }</h2>
            <p class="hint">{ words::ALSO_DONE_NOTE }</p>
            <div class="card">
                <ul class="topics" aria-label={words::ALSO_DONE}>
                    { for also_done.iter().map(|finished| line(model, finished)) }
                </ul>
            </div>
        </section>
    }
}

fn line(model: &Model, finished: &FinishedItem) -> Html {
    let title = titles::item(model.roadmap(), &finished.item);
    let id = match &finished.item {
        Item::Topic(topic) => format!("also-topic-{topic}"),
        Item::Project(project) => format!("also-project-{project}"),
    };
    html! {
        <ItemLine
            item={finished.item.clone()}
            id={id.clone()}
            key={id}
            title={title.clone()}
            label={html! { { title } }}
            finished={finished.clone()}
        />
    }
}

//! The week before, looked back on once, when a week begins.

use chrono::Days;
use yew::prelude::*;

use crate::focus::CHANGE_WEEK;
use crate::parts::{Button, ButtonKind, MsgButton};
use crate::text::{moved as moved_words, titles, today as words};
use app::{Model, Moved, Msg, Outlook, ProgressMsg, Situation};
use browser::page;
use planner::{Date, DateRange, Ending, Mark, Studied};

/// The review, if there is a week to look back on and the learner has not done so yet.
pub fn view(model: &Model, outlook: &Outlook, studied: &Studied<'_>) -> Option<Html> {
    let this_week = DateRange::week_of(model.today());
    let monday = this_week.from();
    let last = DateRange::week_of(monday.checked_sub_days(Days::new(1))?);
    if outlook.start > last.to() || model.document().reviewed >= Some(monday) {
        return None;
    }
    let (before, now) = (studied.sum(last.from()), studied.sum(monday));
    if before.is_empty() {
        return None;
    }
    Some(html! {
        <aside class="card nudge" aria-labelledby="review">
            <h2 id="review">{ words::LAST_WEEK }</h2>
            <p>{ words::week_done(before) }{ " " }{ finished(model, last) }</p>
            { moved(model, outlook) }
            <p>{ words::week_ahead(now, sessions(studied, this_week, model.today())) }</p>
            <p class="actions">
                <MsgButton label={words::KEEP_WEEK} msg={Msg::Progress(ProgressMsg::WeekReviewed(monday))} />
                <Button
                    kind={ButtonKind::Link}
                    label={words::CHANGE_WEEK}
                    on_click={|_| page::focus(CHANGE_WEEK)}
                />
            </p>
        </aside>
    })
}

/// Sessions of the week that are still to come.
fn sessions(studied: &Studied<'_>, week: DateRange, today: Date) -> usize {
    let open = week.dates().filter(|on| *on >= today).map(|on| studied.day(on));
    open.filter(|day| day.planned > day.done).count()
}

/// What was finished in a week.
fn finished(model: &Model, week: DateRange) -> String {
    let progress = &model.document().progress;
    let of_week = |mark: Mark| matches!(mark.ended, Some((Ending::Finished, on)) if week.contains(on));
    let items = progress.marks().filter(|(_, mark)| of_week(*mark));
    let names: Vec<String> = items.map(|(item, _)| titles::item(model.roadmap(), item)).collect();
    let steps = progress.steps.items().flat_map(|(_, of_item)| of_item.done().values());
    words::finished(&names, steps.filter(|on| week.contains(**on)).count())
}

/// How the date moved since a week ago.
fn moved(model: &Model, outlook: &Outlook) -> Html {
    let now = Situation { document: model.document(), roadmap: model.roadmap(), today: model.today() };
    let finished = &outlook.forecast.remaining.finished;
    let facts = moved_words::Facts { roadmap: model.roadmap(), finished };
    let words = Moved::since(7, now).and_then(|moved| moved_words::since_last_week(&moved, facts));
    words.map_or_else(Html::default, |words| html! { <p>{ words }</p> })
}

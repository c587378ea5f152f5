//! This week: study time of each day, and what to work on.

use chrono::Datelike;
use yew::prelude::*;

use crate::screens::steps::StepList;
use crate::text::{amounts, dates, plan as words, titles};
use app::{Model, Outlook};
use planner::{Availability, Date, DateRange, Item, Plan, ThisWeekItem, this_week};
use roadmap::Minutes;

pub fn view(model: &Model, outlook: &Outlook) -> Html {
    let document = model.document();
    let Outlook { plan, availability, start, .. } = outlook;
    let start = *start;
    // Before the start, the first week is shown.
    let is_to_come = start > DateRange::week_of(model.today()).to();
    let day_shown = if is_to_come { start } else { model.today() };
    let week = this_week(plan, availability, &document.now(model.roadmap(), availability, day_shown));
    let all_done = outlook.tally.percent() == 100;
    html! {
        <section class="this-week" aria-labelledby="this-week">
            <h2 id="this-week">{ if is_to_come { words::FIRST_WEEK } else { words::THIS_WEEK } }</h2>
            <ul class="days" aria-label={words::WEEK_DAYS}>
                { for week.days.iter().map(|&(date, time)| {
                    let log = &document.progress.log;
                    let logged = (!log.entries().is_empty()).then(|| log.of_day(date));
                    day(date, DayTime { planned: time, logged, off: availability.is_off(date) }, model.today())
                }) }
            </ul>
            { to_fill_in(&week.days, availability) }
            if start > model.today() {
                <p>{ words::week_not_started(start) }</p>
            }
            if all_done {
                <p>{ words::WEEK_DONE }</p>
            } else if week.items.is_empty() {
                <p>{ words::week_free(week.next.map(|next| (next, availability.capacity(next)))) }</p>
            } else {
                <ul class="week-items">
                    { for week.items.iter().map(|planned| html! {
                        <li>
                            <span>{ name(model, plan, &planned.item) }</span>
                            <span class="quiet">{ words::about(planned.time) }</span>
                            { steps(model, outlook, planned) }
                        </li>
                    }) }
                </ul>
            }
        </section>
    }
}

/// The steps that fall into the week.
fn steps(model: &Model, outlook: &Outlook, planned: &ThisWeekItem) -> Html {
    if planned.steps.is_empty() {
        return Html::default();
    }
    StepList::of(model, Some(outlook), planned.item.clone())
        .only(&planned.steps, DateRange::week_of(model.today()).from())
}

/// The week on paper, with room to note what was done.
fn to_fill_in(days: &[(Date, Minutes)], availability: &Availability) -> Html {
    html! {
        <table class="week-on-paper">
            <caption class="unseen">{ words::WEEK_ON_PAPER }</caption>
            <thead>
                <tr>
                    <th scope="col">{ words::COLUMN_DAY }</th>
                    <th scope="col">{ words::COLUMN_PLANNED }</th>
                    <th scope="col">{ words::COLUMN_DONE }</th>
                </tr>
            </thead>
            <tbody>
                { for days.iter().map(|&(date, time)| html! {
                    <tr>
                        <th scope="row">{ dates::weekday(date.weekday()) }{ ", " }{ dates::day_short(date) }</th>
                        <td>{ planned(time, availability.is_off(date)) }</td>
                        <td></td>
                    </tr>
                }) }
            </tbody>
        </table>
    }
}

fn planned(time: Minutes, off: bool) -> String {
    match (off, time) {
        (true, _) => words::DAY_OFF.to_owned(),
        (false, Minutes::ZERO) => words::NO_TIME.to_owned(),
        (false, time) => amounts::time_short(time),
    }
}

/// Study time of a day.
struct DayTime {
    planned: Minutes,
    /// `None` for a learner who logs nothing.
    logged: Option<Minutes>,
    off: bool,
}

/// A day with its planned time. Of a learner who logs time, past days and today have the logged time, too.
fn day(date: Date, DayTime { planned, logged, off }: DayTime, today: Date) -> Html {
    let is_today = date == today;
    let done = logged.filter(|logged| *logged > Minutes::ZERO || date < today && planned > Minutes::ZERO);
    let content = match done {
        None => self::planned(planned, off),
        Some(done) => words::done_of_day(done, planned),
    };
    html! {
        <li class={classes!((date < today).then_some("day-past"), is_today.then_some("day-today"))}
            aria-current={is_today.then_some("date")}>
            <span class="day-name">{ dates::weekday_short(date.weekday()) }</span>
            <span class="day-date">{ dates::day_short(date) }</span>
            <span class="day-time">{ content }</span>
        </li>
    }
}

/// A topic with its phase, or a project.
fn name(model: &Model, plan: &Plan, item: &Item) -> String {
    let holds = |(held, _): &(Item, _)| held == item;
    let within = plan.work.iter().find(|scheduled| scheduled.items().iter().any(holds));
    let within = within.map(|scheduled| titles::work(model.roadmap(), &scheduled.work)).unwrap_or_default();
    words::week_item(&titles::item(model.roadmap(), item), &within)
}

//! Changes of single days without changing the usual week: a session on another day, or time off.

use chrono::Days;
use yew::prelude::*;

use crate::context::use_send;
use crate::focus::CHANGE_WEEK;
use crate::parts::{Button, ButtonKind, MsgButton, Select};
use crate::text::{dates, today as words};
use app::{Model, Msg, NavigationMsg, Outlook, PlanMsg};
use planner::questionnaire::Question;
use planner::{Availability, Date, DateRange};
use roadmap::Minutes;

/// How far ahead a session can be moved.
const DAYS_AHEAD: u64 = 14;
/// Lengths of a pause, in weeks.
const PAUSES: [u64; 5] = [1, 2, 4, 8, 12];
/// A range of days off that is called a pause.
const SHORTEST_PAUSE: i64 = 7;

pub fn view(model: &Model, outlook: &Outlook) -> Html {
    if let Some(pause) = model.document().pause(model.today()).filter(|pause| is_long(*pause)) {
        return html! {
            <div class="pause">
                <p>{ words::paused_until(pause.to()) }</p>
                <MsgButton label={words::END_PAUSE} msg={Msg::Plan(PlanMsg::PauseEnded(model.today()))} />
            </div>
        };
    }
    let other_hours = NavigationMsg::ChangeAsked(Question::TimeOff);
    html! {
        <details class="change-week">
            <summary id={CHANGE_WEEK}>{ words::CHANGE_WEEK }</summary>
            <MoveSession days={days(&outlook.availability, model.today().max(outlook.start))} />
            <Pause today={model.today()} />
            <p><MsgButton
                kind={ButtonKind::Link}
                label={words::OTHER_HOURS}
                msg={Msg::Navigation(other_hours)}
            /></p>
        </details>
    }
}

fn is_long(dates: DateRange) -> bool {
    (dates.to() - dates.from()).num_days() + 1 >= SHORTEST_PAUSE
}

/// The days ahead that are not off, with their study time.
fn days(availability: &Availability, from: Date) -> Vec<(Date, Minutes)> {
    let days = (0..DAYS_AHEAD).filter_map(|ahead| from.checked_add_days(Days::new(ahead)));
    days.filter(|on| !availability.is_off(*on)).map(|on| (on, availability.capacity(on))).collect()
}

#[derive(Properties, PartialEq)]
struct MoveSessionProps {
    days: Vec<(Date, Minutes)>,
}

/// Moves the session of a day to another one.
#[component]
fn MoveSession(props: &MoveSessionProps) -> Html {
    let sessions = || props.days.iter().filter(|(_, time)| *time > Minutes::ZERO);
    let first = sessions().next().map(|(on, _)| *on);
    let (from, to) = (use_state_eq(|| first), use_state_eq(|| None::<Date>));
    let from_now = (*from).filter(|from| sessions().any(|(on, _)| on == from)).or(first);
    let Some(from_now) = from_now else { return Html::default() };
    // The day after the session, unless the learner has chosen another.
    let targets = || props.days.iter().filter(|(on, _)| *on != from_now);
    let next = targets().find(|(on, _)| *on > from_now).or_else(|| targets().next()).map(|(on, _)| *on);
    let Some(to_now) = (*to).filter(|to| targets().any(|(on, _)| on == to)).or(next) else {
        return Html::default();
    };
    let option = |(on, time): &(Date, Minutes)| (on.to_string(), words::day_option(*on, *time));
    let choose = |state: UseStateHandle<Option<Date>>| {
        Callback::from(move |value: String| state.set(value.parse().ok()))
    };
    html! {
        <div class="field-row" role="group" aria-label={words::MOVE}>
            <Select
                id="move-from"
                label={words::MOVE_FROM}
                options={sessions().map(option).collect::<Vec<_>>()}
                value={from_now.to_string()}
                on_change={choose(from)}
            />
            <Select
                id="move-to"
                label={words::MOVE_TO}
                options={targets().map(option).collect::<Vec<_>>()}
                value={to_now.to_string()}
                on_change={choose(to)}
            />
            <MsgButton
                label={words::MOVE}
                msg={Msg::Plan(PlanMsg::SessionMoved { from: from_now, to: to_now })}
            />
        </div>
    }
}

#[derive(Properties, PartialEq)]
struct PauseProps {
    today: Date,
}

/// Takes some weeks off, from a day in the next two weeks.
#[component]
fn Pause(props: &PauseProps) -> Html {
    let send = use_send();
    let (from, weeks) = (use_state_eq(|| props.today), use_state_eq(|| PAUSES[1]));
    let days = (0..DAYS_AHEAD).filter_map(|ahead| props.today.checked_add_days(Days::new(ahead)));
    let days: Vec<(String, String)> = days.map(|on| (on.to_string(), dates::weekday_and_date(on))).collect();
    let lengths = PAUSES.map(|weeks| (weeks.to_string(), words::weeks(weeks))).to_vec();
    let on_click = {
        let (from, weeks) = ((*from).max(props.today), *weeks);
        send.reform(move |_: MouseEvent| {
            let to = from.checked_add_days(Days::new(7 * weeks - 1)).unwrap_or(from);
            Msg::Plan(PlanMsg::Paused(DateRange::new(from, to).unwrap_or(DateRange::week_of(from))))
        })
    };
    let choose_from = {
        let from = from.clone();
        Callback::from(move |value: String| value.parse().into_iter().for_each(|on| from.set(on)))
    };
    let choose_weeks = {
        let weeks = weeks.clone();
        Callback::from(move |value: String| value.parse().into_iter().for_each(|of| weeks.set(of)))
    };
    html! {
        <div class="field-row" role="group" aria-label={words::PAUSE_PLAN}>
            <Select
                id="pause-from"
                label={words::PAUSE_FROM}
                options={days}
                value={from.to_string()}
                on_change={choose_from}
            />
            <Select
                id="pause-for"
                label={words::PAUSE_FOR}
                options={lengths}
                value={weeks.to_string()}
                on_change={choose_weeks}
            />
            <Button label={words::PAUSE_PLAN} {on_click} />
        </div>
    }
}

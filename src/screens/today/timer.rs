//! The timer in use: its face and buttons, and the question how much of it to log.

use yew::prelude::*;

use crate::parts::{Icon, LineForm, TimerFace};
use crate::text::{amounts, titles, today as words};
use app::form::read_hours;
use app::{Instant, Model, Msg, Run, Timer, TimerMsg};
use browser::clock;
use roadmap::Minutes;

/// The timer where nothing is left on the plan, if it is in use.
pub fn alone(model: &Model, send: &Callback<Msg>) -> Html {
    let Some(timer) = model.timer() else { return Html::default() };
    html! { <section class="card step-card">{ view(model, send, timer) }</section> }
}

pub fn view(model: &Model, send: &Callback<Msg>, timer: &Timer) -> Html {
    let title = titles::item(model.roadmap(), &timer.item);
    let now = clock::instant();
    if timer.run == Run::Stopped {
        return ask(send, words::how_long(&title), timer.minutes(now));
    }
    if timer.was_forgotten(now) {
        return ask(send, words::forgotten(&title, timer.started), model.time_to_log());
    }
    let (label, icon, toggle): (_, _, fn(Instant) -> TimerMsg) = match timer.run {
        Run::Running(_) => (words::PAUSE, Icon::Pause, TimerMsg::Paused),
        Run::Paused | Run::Stopped => (words::RESUME, Icon::Play, TimerMsg::Resumed),
    };
    html! {
        <div class="timer-card">
            <div class="split">
                <TimerFace timer={timer.clone()} />
                <p class="chip">
                    if timer.run == Run::Paused {
                        { words::PAUSED }
                    } else {
                        { words::since(timer.started, model.today()) }
                    }
                </p>
            </div>
            <p class="actions">
                { button(send, "button", words::STOP, Icon::Stop, TimerMsg::Stopped) }
                { button(send, "button-quiet", label, icon, toggle) }
            </p>
            <p class="hint">{ words::KEEPS_COUNTING }</p>
        </div>
    }
}

fn button(
    send: &Callback<Msg>,
    class: &'static str,
    label: &'static str,
    icon: Icon,
    msg: fn(Instant) -> TimerMsg,
) -> Html {
    let on_click = send.reform(move |_: MouseEvent| msg(clock::instant()).into());
    html! { <button type="button" {class} onclick={on_click}>{ icon.view() }{ label }</button> }
}

/// Asks for the time to log, with a proposal.
fn ask(send: &Callback<Msg>, question: String, proposed: Minutes) -> Html {
    let on_submit = send.reform(|text: String| {
        let minutes = read_hours(&text).unwrap_or_default();
        TimerMsg::Logged { minutes, at: clock::instant() }.into()
    });
    let accepts = |text: String| read_hours(&text).is_ok_and(|minutes| minutes > Minutes::ZERO);
    html! {
        <div class="timer-card">
            <p>{ question }</p>
            <LineForm
                id="timer-time"
                label={words::SPENT}
                value={amounts::time_short(proposed)}
                action={words::LOG}
                missing={words::UNREADABLE}
                accepts={Callback::from(accepts)}
                takes_focus=true
                {on_submit}
            />
            <p class="actions">
                { button(send, "link", words::RESUME, Icon::Play, TimerMsg::Resumed) }
                { button(send, "link", words::DISCARD, Icon::Undo, TimerMsg::Discarded) }
            </p>
        </div>
    }
}

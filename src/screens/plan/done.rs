//! The date on which a topic or project was begun, done or left out, and a field to correct it.

use yew::prelude::*;

use crate::parts::{Button, ButtonKind};
use crate::text::{dates, plan as words, questions};
use app::form::read_date;
use browser::page;
use planner::Date;

#[derive(Clone, Properties, PartialEq)]
pub struct DoneOnProps {
    /// Id of the item's checkbox; the ids here are derived from it.
    pub id: AttrValue,
    /// The item's title.
    pub title: AttrValue,
    pub on: Date,
    pub said: words::Said,
    /// The latest date that is accepted.
    pub today: Date,
    /// The first day of study. An earlier date is accepted with a remark.
    pub start: Date,
    /// Called with the corrected date.
    pub on_change: Callback<Date>,
}

/// The date with a button to correct it, or the field while it is being corrected.
#[component]
pub fn DoneOn(props: &DoneOnProps) -> Html {
    let is_editing = use_state_eq(|| false);
    let set_editing = |editing: bool| {
        let is_editing = is_editing.setter();
        move |_: MouseEvent| is_editing.set(editing)
    };
    let on_close = {
        let is_editing = is_editing.setter();
        Callback::from(move |()| is_editing.set(false))
    };
    if *is_editing {
        return html! { <DateEditor done_on={props.clone()} {on_close} /> };
    }
    html! {
        <span class="done-on">
            { words::said_on(props.said, props.on) }
            <Button
                kind={ButtonKind::Link}
                label={words::CHANGE_DATE}
                name={words::change_date_of(&props.title, props.said)}
                on_click={set_editing(true)}
            />
        </span>
    }
}

#[derive(Properties, PartialEq)]
struct DateEditorProps {
    done_on: DoneOnProps,
    /// Called when the date is set or the edit canceled.
    on_close: Callback<()>,
}

/// The field, which gets the focus.
#[component]
fn DateEditor(props: &DateEditorProps) -> Html {
    let DateEditorProps { done_on, on_close } = props;
    let text = use_state_eq(|| dates::date(done_on.on));
    let id = format!("{}-date", done_on.id);
    let error_id = format!("{id}-error");
    {
        let id = id.clone();
        use_effect_with((), move |()| page::focus(&id));
    }
    let accepted = read_date(&text).ok().filter(|date| *date <= done_on.today);
    let problem = problem_of_date(&text, done_on);
    let typed = {
        let text = text.setter();
        move |event: InputEvent| text.set(page::value_of(&event))
    };
    let set = {
        let (on_change, on_close) = (done_on.on_change.clone(), on_close.clone());
        move |_: MouseEvent| {
            if let Some(date) = accepted {
                on_change.emit(date);
                on_close.emit(());
            }
        }
    };
    html! {
        <span class="done-on done-editing">
            <input
                {id}
                type="text"
                autocomplete="off"
                aria-label={words::date_of(&done_on.title, done_on.said)}
                aria-invalid={accepted.is_none().then_some("true")}
                aria-describedby={problem.is_some().then(|| error_id.clone())}
                value={(*text).clone()}
                oninput={typed}
            />
            <Button label={words::SET_DATE} on_click={set} />
            <Button label={words::CANCEL} on_click={on_close.reform(|_| ())} />
            if let Some(problem) = problem {
                <span class="field-error" id={error_id} role="alert">{ problem }</span>
            }
        </span>
    }
}

/// The message about the text. A date before the start gets one, but is accepted.
fn problem_of_date(text: &str, done_on: &DoneOnProps) -> Option<String> {
    match read_date(text) {
        Err(_) => Some(questions::DATE_HINT.to_owned()),
        Ok(date) if date > done_on.today => Some(words::still_to_come(done_on.today)),
        Ok(date) if date < done_on.start => Some(words::before_start(done_on.start)),
        Ok(_) => None,
    }
}

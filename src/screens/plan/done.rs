//! When something was begun, done or left out, and a way to say that it was another day.

use yew::prelude::*;

use crate::text::{dates, plan as words, questions};
use app::form::read_date;
use browser::page;
use planner::Date;

#[derive(Properties, PartialEq)]
pub struct DoneProps {
    /// The name of the elements, unlike any other on the screen.
    pub id: String,
    /// What it is about.
    pub title: String,
    pub on: Date,
    /// What is said of that date.
    pub said: words::Said,
    /// Nothing can be done on a later day than this.
    pub today: Date,
    /// The first day of study.
    pub start: Date,
    /// Called with another date.
    pub on_change: Callback<Date>,
}

/// The date, or a field for another one while it is being changed.
#[component]
pub fn DoneOn(props: &DoneProps) -> Html {
    let draft = use_state(|| None::<String>);
    let field_id = format!("{}-date", props.id);
    {
        let field_id = field_id.clone();
        use_effect_with(draft.is_some(), move |&editing| {
            if editing {
                page::focus(&field_id);
            }
        });
    }
    let Some(text) = (*draft).clone() else {
        let (begin, on) = (draft.setter(), props.on);
        return html! {
            <span class="done-on">
                { words::said_on(props.said, props.on) }
                <button
                    type="button"
                    class="link"
                    aria-label={words::change_date_of(&props.title, props.said)}
                    onclick={move |_| begin.set(Some(dates::date(on)))}
                >
                    { words::CHANGE_DATE }
                </button>
            </span>
        };
    };
    let read = read_date(&text).ok().filter(|date| *date <= props.today);
    let problem = match read_date(&text) {
        Err(_) => Some(questions::DATE_HINT.to_owned()),
        Ok(date) if date > props.today => Some(words::still_to_come(props.today)),
        Ok(date) if date < props.start => Some(words::before_start(props.start)),
        Ok(_) => None,
    };
    let error_id = format!("{field_id}-error");
    let typed = {
        let draft = draft.setter();
        move |event: InputEvent| draft.set(Some(page::value_of(&event)))
    };
    let set = {
        let (draft, on_change) = (draft.setter(), props.on_change.clone());
        move |_| {
            if let Some(date) = read {
                on_change.emit(date);
                draft.set(None);
            }
        }
    };
    let cancel = draft.setter();
    html! {
        <span class="done-on done-editing">
            <input
                id={field_id}
                type="text"
                autocomplete="off"
                aria-label={words::date_of(&props.title, props.said)}
                aria-invalid={read.is_none().then_some("true")}
                aria-describedby={problem.is_some().then(|| error_id.clone())}
                value={text}
                oninput={typed}
            />
            <button type="button" class="button-quiet" onclick={set}>{ words::SET_DATE }</button>
            <button type="button" class="button-quiet" onclick={move |_| cancel.set(None)}>{ words::CANCEL }</button>
            if let Some(problem) = problem {
                <span class="field-error" id={error_id} role="alert">{ problem }</span>
            }
        </span>
    }
}

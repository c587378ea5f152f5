//! Every error of the screen in one list above the form, each linked to its field.

use yew::prelude::*;

use super::button::{Button, ButtonKind};
use super::field_frame::field_id;
use crate::focus::ERRORS;
use crate::text::problems;
use app::form::FieldError;
use browser::page;

#[derive(Properties, PartialEq)]
pub struct ErrorSummaryProps {
    pub errors: Vec<FieldError>,
}

#[component]
pub fn ErrorSummary(props: &ErrorSummaryProps) -> Html {
    if props.errors.is_empty() {
        return Html::default();
    }
    let item = |error: &FieldError| {
        let id = field_id(error.field);
        let on_click = Callback::from(move |_| page::focus(&id));
        html! { <li><Button kind={ButtonKind::Link} label={problems::problem(error)} {on_click} /></li> }
    };
    html! {
        <div class="error-summary" id={ERRORS} tabindex="-1" role="alert" aria-labelledby="errors-title">
            <h2 id="errors-title">{ problems::SUMMARY }</h2>
            <ul>{ for props.errors.iter().map(item) }</ul>
        </div>
    }
}

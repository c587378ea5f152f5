//! All that is wrong with the present question, at its top, each leading to its field.

use yew::prelude::*;

use super::field_frame::field_id;
use crate::focus::ERRORS;
use crate::text::problems;
use app::form::FieldError;
use browser::page;

pub fn error_summary(errors: &[FieldError]) -> Html {
    if errors.is_empty() {
        return Html::default();
    }
    let item = |error: &FieldError| {
        let id = field_id(error.field);
        let go = Callback::from(move |_| page::focus(&id));
        html! {
            <li><button type="button" class="link" onclick={go}>{ problems::problem(error) }</button></li>
        }
    };
    html! {
        <div class="error-summary" id={ERRORS} tabindex="-1" role="alert" aria-labelledby="errors-title">
            <h2 id="errors-title">{ problems::SUMMARY }</h2>
            <ul>{ for errors.iter().map(item) }</ul>
        </div>
    }
}

//! When to start.

use yew::prelude::*;

use super::ScreenProps;
use super::question::{Form, entry, shown_errors, typed};
use crate::app::form::Field;
use crate::planner::questionnaire::Question;
use crate::ui::parts::DateField;
use crate::ui::text::questions as words;

#[component]
pub fn Start(props: &ScreenProps) -> Html {
    let ScreenProps { model, send } = props;
    html! {
        <Form {model} {send} question={Question::Start} title={words::START_TITLE} lead={words::START_HINT}>
            <DateField
                field={Field::Start}
                label={words::START_LABEL}
                hint={words::DATE_HINT.to_owned()}
                value={entry(model, Field::Start)}
                errors={shown_errors(model)}
                on_input={typed(send, Field::Start)}
            />
        </Form>
    }
}

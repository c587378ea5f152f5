//! By when the learner would like to finish.

use yew::prelude::*;

use super::ScreenProps;
use super::question::{Form, entry, shown_errors, typed};
use crate::app::form::Field;
use crate::planner::questionnaire::Question;
use crate::ui::parts::DateField;
use crate::ui::text::questions as words;

#[component]
pub fn Target(props: &ScreenProps) -> Html {
    let ScreenProps { model, send } = props;
    let finish = model.plan().map(|plan| plan.finish());
    html! {
        <Form {model} {send} question={Question::Target} title={words::TARGET_TITLE} lead={words::TARGET_HINT}>
            <p class="preview">{ words::preview(finish) }</p>
            <DateField
                field={Field::Target}
                label={words::TARGET_LABEL}
                hint={words::DATE_HINT.to_owned()}
                value={entry(model, Field::Target)}
                errors={shown_errors(model)}
                on_input={typed(send, Field::Target)}
            />
        </Form>
    }
}

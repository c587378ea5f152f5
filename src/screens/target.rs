//! The question for the target date.

use yew::prelude::*;

use super::question::{DateEntry, QuestionForm};
use crate::text::questions as words;
use app::Model;
use app::form::Field;
use planner::questionnaire::Question;

#[inline(never)]
pub fn view(model: &Model) -> Html {
    html! {
        <QuestionForm question={Question::Target} title={words::TARGET_TITLE} lead={words::TARGET_HINT}>
            <p class="preview">{ words::preview(model.usual_finish()) }</p>
            <DateEntry field={Field::Target} label={words::TARGET_LABEL} hint={words::DATE_HINT} />
        </QuestionForm>
    }
}

//! The question for the first day of study.

use yew::prelude::*;

use super::question::{DateEntry, QuestionForm};
use crate::text::questions as words;
use app::form::Field;
use planner::questionnaire::Question;

#[inline(never)]
pub fn view() -> Html {
    html! {
        <QuestionForm question={Question::Start} title={words::START_TITLE} lead={words::START_HINT}>
            <DateEntry field={Field::Start} label={words::START_LABEL} hint={words::DATE_HINT} />
        </QuestionForm>
    }
}

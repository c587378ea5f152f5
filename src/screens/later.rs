//! The decision that the plan leads up to, which can wait.

use yew::prelude::*;

use crate::text::{questions as words, titles};
use app::{Model, Screen};
use planner::questionnaire::Question;

pub fn view(model: &Model) -> Html {
    let Some(turn) = model.later_decision() else { return Html::default() };
    let title = titles::decision(model.roadmap(), &turn);
    html! {
        <section aria-labelledby="later">
            <h2 id="later">{ words::STILL_OPEN }</h2>
            <p>{ words::can_decide_later(&title) }</p>
            <a class="button-quiet" href={Screen::Question(Question::Choice(turn)).hash()}>{ words::DECIDE }</a>
        </section>
    }
}

//! The plan for other programs: buttons that download it as a calendar, as tables and as a checklist.

use std::rc::Rc;

use yew::prelude::*;

use crate::download::{download_calendar, download_checklist, download_log, download_table};
use crate::parts::Button;
use crate::text::takeaway as words;
use app::{Model, Msg, Outlook};

/// Nothing where there are no dates yet.
pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    let has_dates = model.open_question().is_none()
        && Outlook::of(model.document(), model.roadmap(), model.today()).is_ok();
    if !has_dates {
        return Html::default();
    }
    let no_log = model.document().progress.log.entries().is_empty();
    let file = |label: &'static str, about: &'static str, on_click: Callback<MouseEvent>, disabled: bool| {
        html! {
            <li>
                <Button {label} {on_click} {disabled} />
                <p class="hint">{ about }</p>
            </li>
        }
    };
    html! {
        <section aria-labelledby="take-along">
            <h2 id="take-along">{ words::TITLE }</h2>
            <p>{ words::LEAD }</p>
            <ul class="take-along">
                { file(words::CALENDAR, words::CALENDAR_NOTE, download_calendar(model, send), false) }
                { file(words::TABLE, words::TABLE_NOTE, download_table(model, send), false) }
                { file(words::LOG, if no_log { words::NO_LOG } else { words::LOG_NOTE }, download_log(model, send), no_log) }
                { file(words::CHECKLIST, words::CHECKLIST_NOTE, download_checklist(model, send), false) }
            </ul>
        </section>
    }
}

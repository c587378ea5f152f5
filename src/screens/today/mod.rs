//! Today: what to do now, the week, and where it leads.

mod change_week;
mod coming;
mod nudge;
mod outlook;
mod review;
mod session;
mod step;
mod timer;
mod week;
mod week_on_paper;
mod weeks;

use std::rc::Rc;

use yew::prelude::*;

use super::plan;
use crate::focus::HEADING;
use crate::text::{dates, today as words};
use app::{Model, Msg, Outlook};
use planner::Studied;
use roadmap::Minutes;
use session::Session;
pub use step::what_to_do;

#[inline(never)]
pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    match model.outlook() {
        Ok(outlook) => today(model, send, &outlook),
        Err(why) => plan::undated(model, send, why),
    }
}

fn today(model: &Rc<Model>, send: &Callback<Msg>, outlook: &Outlook) -> Html {
    let studied = Studied::of(&outlook.availability, outlook.start, &model.document().progress.log);
    html! {
        <div class="today">
            { head(model, &Session::of(outlook, &studied, model.today())) }
            <div class="today-columns">
                <div class="today-main">
                    { step::view(model, send, outlook) }
                    { nudge::view(model, send, outlook, &studied) }
                </div>
                <div class="today-side">
                    { week::view(model, outlook, &studied) }
                    { outlook::view(model, outlook) }
                    { coming::view(model, outlook) }
                    { weeks::view(model, &studied) }
                </div>
            </div>
        </div>
    }
}

/// The date, how much there is to study, and when the next session is if there is none left.
fn head(model: &Model, session: &Session) -> Html {
    let today = model.today();
    let (title, lead) = match *session {
        Session::Finished if model.later_decision().is_some() => (words::DECIDE_NEXT.to_owned(), None),
        Session::Finished => (words::FINISHED.to_owned(), None),
        Session::BeforeStart { start, time } => {
            (words::starts(start), Some(words::next(start, time)).filter(|_| time > Minutes::ZERO))
        }
        Session::Planned { done: Minutes::ZERO, planned, next: _ } => (words::session(planned), None),
        Session::Planned { done, planned, next: _ } if done < planned => {
            (words::session(planned), Some(words::part_done(done, planned)))
        }
        Session::Planned { done, planned: _, next: _ } => {
            (words::DONE_FOR_TODAY.to_owned(), Some(words::studied(done)))
        }
        Session::Free { done: Minutes::ZERO, next: _ } => (words::NO_SESSION.to_owned(), None),
        Session::Free { done, next: _ } => (words::DONE_FOR_TODAY.to_owned(), Some(words::studied(done))),
    };
    let next = session.next().map(|(on, time)| words::next(on, time));
    let lead: Vec<String> = lead.into_iter().chain(next).collect();
    html! {
        <header class="page-head">
            <p class="eyebrow"><time datetime={today.to_string()}>{ dates::weekday_and_date_of_year(today) }</time></p>
            <h1 id={HEADING} tabindex="-1">{ title }</h1>
            if !lead.is_empty() {
                <p class="lead">{ lead.join(" ") }</p>
            }
        </header>
    }
}

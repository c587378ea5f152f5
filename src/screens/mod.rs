//! The screens: a module for each, and the view and title of the current one.

mod assumed;
mod check;
mod choice;
mod compare;
mod content;
mod finish_by;
mod guide;
mod help;
mod history;
mod home;
mod hours;
mod keep;
mod known;
mod later;
mod log_entries;
mod log_here;
pub mod map;
mod moved;
mod node;
mod offer;
mod offered_steps;
mod other_parts;
mod own_notes;
mod plan;
mod progress;
mod project;
mod question;
mod quiz;
mod reached;
mod replan;
mod roadmap_offer;
mod roadmaps;
mod set_time;
mod signs;
mod start;
mod steps;
mod take_along;
mod target;
mod time_log;
mod time_off;
pub mod today;
mod topic;

use std::rc::Rc;

use yew::prelude::*;

use super::text;
use app::{Model, Msg, Screen};
use planner::Item;
use planner::questionnaire::Question;

/// The screen that the learner is on.
///
/// Screens are never inlined here: a browser compiles a function when it is first called, and the first screen would
/// wait for all the others.
pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    let screen = match model.screen() {
        Screen::Home => html! { <home::HomeScreen /> },
        Screen::Question(Question::Choice(turn)) => choice::view(model, send, turn),
        Screen::Question(Question::Hours) => hours::view(model),
        Screen::Question(Question::Start) => start::view(),
        Screen::Question(Question::TimeOff) => time_off::view(model),
        Screen::Question(Question::Target) => target::view(model),
        Screen::Help(turn) => help::view(model, send, turn),
        Screen::Known(turn) => known::view(model, turn),
        Screen::Check => check::view(model, send),
        Screen::Today => today::view(model, send),
        Screen::Plan => plan::view(model, send),
        Screen::Map => html! { <map::MapScreen model={model.clone()} send={send.clone()} /> },
        Screen::Progress => progress::view(model, send),
        Screen::FinishBy => finish_by::view(model, send),
        Screen::Compare => compare::view(model),
        Screen::Break => replan::view(model, send),
        Screen::Reached => reached::view(model),
        Screen::Guide => guide::view(model),
        Screen::Quiz(about) => quiz::view(model, about),
        Screen::Topic(topic) => topic::view(model, send, topic),
        Screen::Project(project) => project::view(model, send, project),
        Screen::Node(node) => node::view(model, node),
        Screen::Keep => keep::view(model, send),
        Screen::Offer => offer::view(model),
        Screen::Roadmaps => roadmaps::view(model, send),
        Screen::RoadmapOffer => roadmap_offer::view(model),
    };
    // Without the key, Yew would patch one screen into the next, which would inherit open details and scroll
    // positions.
    html! { <div class="screen" key={model.screen().hash()}>{ screen }</div> }
}

/// The plan on offer is the one inside the page, not one from a file.
fn is_inside(model: &Model) -> bool {
    model.offer().as_ref().is_some_and(|offer| offer.inside.is_some())
}

/// The title of the window, which begins with the screen's.
pub fn title(model: &Model) -> String {
    let name = match model.screen() {
        Screen::Home => text::home::TITLE.to_owned(),
        Screen::Question(Question::Choice(turn)) => text::titles::decision(model.roadmap(), turn),
        Screen::Question(Question::Hours) => text::questions::HOURS_TITLE.to_owned(),
        Screen::Question(Question::Start) => text::questions::START_TITLE.to_owned(),
        Screen::Question(Question::TimeOff) => text::questions::OFF_TITLE.to_owned(),
        Screen::Question(Question::Target) => text::questions::TARGET_TITLE.to_owned(),
        Screen::Help(_) => text::questions::HELP_TITLE.to_owned(),
        Screen::Known(_) => text::known::TITLE.to_owned(),
        Screen::Check => text::questions::CHECK_TITLE.to_owned(),
        Screen::Today => text::today::TITLE.to_owned(),
        Screen::Plan => text::plan::TITLE.to_owned(),
        Screen::Map => text::map::TITLE.to_owned(),
        Screen::Progress => text::progress::TITLE.to_owned(),
        Screen::FinishBy => text::finish_by::TITLE.to_owned(),
        Screen::Compare => text::compare::TITLE.to_owned(),
        Screen::Break => text::replan::TITLE.to_owned(),
        Screen::Reached => text::reached::TITLE.to_owned(),
        Screen::Guide => text::guide::TITLE.to_owned(),
        Screen::Quiz(about) => quiz::title(model, about),
        Screen::Topic(topic) => text::titles::item(model.roadmap(), &Item::Topic(topic.clone())),
        Screen::Project(project) => text::titles::item(model.roadmap(), &Item::Project(project.clone())),
        Screen::Node(node) => model.roadmap().node(node).map(|node| node.title.clone()).unwrap_or_default(),
        Screen::Keep => text::keep::TITLE.to_owned(),
        Screen::Offer => text::offer::title(is_inside(model)).to_owned(),
        Screen::Roadmaps => text::roadmaps::TITLE.to_owned(),
        Screen::RoadmapOffer => {
            let is_own = model.roadmap_offer().is_some_and(|offer| offer.is_own());
            text::roadmaps::offer_title(is_own).to_owned()
        }
    };
    text::frame::title(&name)
}

//! The screens, one file each.

mod check;
mod choice;
mod guide;
mod help;
mod home;
mod hours;
mod keep;
mod plan;
mod question;
mod start;
mod target;
mod time_off;

use std::rc::Rc;

use yew::prelude::*;

use super::text;
use crate::app::{Model, Msg, Screen};
use crate::planner::questionnaire::Question;

/// The present screen.
pub fn view(model: &Rc<Model>, send: &Callback<Msg>) -> Html {
    let (model, send) = (model.clone(), send.clone());
    match model.screen.clone() {
        Screen::Home => html! { <home::Home {model} {send} /> },
        Screen::Question(Question::Choice(turn)) => html! { <choice::Choice {model} {send} {turn} /> },
        Screen::Question(Question::Hours) => html! { <hours::Hours {model} {send} /> },
        Screen::Question(Question::Start) => html! { <start::Start {model} {send} /> },
        Screen::Question(Question::TimeOff) => html! { <time_off::TimeOff {model} {send} /> },
        Screen::Question(Question::Target) => html! { <target::Target {model} {send} /> },
        Screen::Help(turn) => html! { <help::Help {model} {send} {turn} /> },
        Screen::Check => html! { <check::Check {model} {send} /> },
        Screen::Plan => html! { <plan::Plan {model} {send} /> },
        Screen::Guide => html! { <guide::Guide {model} {send} /> },
        Screen::Keep => html! { <keep::Keep {model} {send} /> },
    }
}

/// What a screen is called in the title of the window.
pub fn title(model: &Model) -> String {
    let name = match &model.screen {
        Screen::Home => text::home::TITLE.to_owned(),
        Screen::Question(Question::Choice(turn)) => choice::title(model, turn),
        Screen::Question(Question::Hours) => text::questions::HOURS_TITLE.to_owned(),
        Screen::Question(Question::Start) => text::questions::START_TITLE.to_owned(),
        Screen::Question(Question::TimeOff) => text::questions::OFF_TITLE.to_owned(),
        Screen::Question(Question::Target) => text::questions::TARGET_TITLE.to_owned(),
        Screen::Help(_) => text::questions::HELP_TITLE.to_owned(),
        Screen::Check => text::questions::CHECK_TITLE.to_owned(),
        Screen::Plan => text::plan::TITLE.to_owned(),
        Screen::Guide => text::guide::TITLE.to_owned(),
        Screen::Keep => text::keep::TITLE.to_owned(),
    };
    text::frame::title(&name)
}

/// What every screen is given.
#[derive(Properties, PartialEq)]
pub struct ScreenProps {
    pub model: Rc<Model>,
    pub send: Callback<Msg>,
}

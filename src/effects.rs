//! Carries out the effects of updates: the one place where the state reaches the browser.

use yew::Callback;

use crate::focus::{ERRORS, HEADING};
use crate::persistence::PersistenceService;
use app::{Effect, FocusTarget, Model, Msg};
use browser::{location, page};

/// Carries out an effect. Results come back as messages.
pub fn carry_out(effect: Effect, model: &Model, send: &Callback<Msg>, service: &PersistenceService) {
    match effect {
        Effect::Save(saved) => service.save(&saved, send),
        Effect::PushAddress(screen) => {
            let address = screen.hash();
            if location::hash() != address {
                location::push(&address);
            }
        }
        Effect::ReplaceAddress(screen) => {
            let address = screen.hash();
            if location::hash() != address {
                location::replace(&address);
            }
        }
        Effect::Focus(FocusTarget::Heading) => {
            page::scroll_to_top();
            page::focus(HEADING);
        }
        Effect::Focus(FocusTarget::Errors) => page::focus(ERRORS),
        Effect::Roadmap(task) => service.carry_out(&task, model, send),
    }
}

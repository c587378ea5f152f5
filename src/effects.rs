//! Carries out the effects of updates: the one place where the state reaches the browser.

use yew::Callback;

use crate::focus::{ERRORS, HEADING};
use crate::persistence::PersistenceService;
use app::{Effect, FocusTarget, Model, Msg, Screen};
use browser::{location, page};

/// Shows the address if the effect asks for one, and returns whether it does.
pub fn show_address(effect: &Effect) -> bool {
    match effect {
        Effect::PushAddress(screen) => show(screen, location::push),
        Effect::ReplaceAddress(screen) => show(screen, location::replace),
        Effect::Save(_) | Effect::Focus(_) | Effect::Roadmap(_) => return false,
    }
    true
}

fn show(screen: &Screen, change: fn(&str)) {
    let address = screen.hash();
    if location::hash() != address {
        change(&address);
    }
}

/// Carries out an effect. Results come back as messages.
pub fn carry_out(effect: Effect, model: &Model, send: &Callback<Msg>, service: &PersistenceService) {
    match effect {
        Effect::Save(saved) => {
            // The present state is newer, and includes what another window may have saved since the effect was made. It
            // is about another plan if the roadmap was switched since.
            let present = model.saved_state();
            let is_same_plan = present.document.roadmap == saved.document.roadmap;
            service.save(if is_same_plan { &present } else { &saved }, send);
        }
        Effect::PushAddress(_) | Effect::ReplaceAddress(_) => {
            show_address(&effect);
        }
        Effect::Focus(FocusTarget::Heading) => {
            page::scroll_to_top();
            page::focus(HEADING);
        }
        Effect::Focus(FocusTarget::Errors) => page::focus(ERRORS),
        Effect::Roadmap(task) => service.carry_out(&task, model, send),
    }
}

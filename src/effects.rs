//! Carries out the effects of updates: the one place where the state reaches the browser.

use yew::Callback;

use crate::focus::{ERRORS, HEADING, LOG, STEPS, edit_button, log_button, shift_button};
use crate::parts::field_id;
use crate::persistence::PersistenceService;
use crate::store::Store;
use app::{Effect, FocusTarget, Msg, Screen};
use browser::{location, page};

/// Carries out the pending effects that need not wait for the drawing. Results come back as messages.
pub fn carry_out_now(store: &Store, send: &Callback<Msg>, service: &PersistenceService) {
    while let Some(effect) = store.next_effect(|effect| !waits_for_drawing(effect)) {
        carry_out(effect, store, send, service);
    }
}

/// Carries out all pending effects. Results come back as messages.
pub fn carry_out_all(store: &Store, send: &Callback<Msg>, service: &PersistenceService) {
    while let Some(effect) = store.next_effect(|_| true) {
        carry_out(effect, store, send, service);
    }
}

/// Whether an effect has to wait until the page has been drawn again. Yew may let the browser go on before that, and the
/// learner may leave the page or press its back button.
fn waits_for_drawing(effect: &Effect) -> bool {
    match effect {
        // What takes the focus is not there before.
        Effect::Focus(_) => true,
        // A page that is left would lose the change.
        Effect::Save | Effect::Roadmap(_) => false,
        // The back button would skip a screen.
        Effect::PushAddress(_) | Effect::ReplaceAddress(_) => false,
    }
}

fn carry_out(effect: Effect, store: &Store, send: &Callback<Msg>, service: &PersistenceService) {
    match effect {
        Effect::Save => service.save(&store.model().saved_state(), send),
        Effect::PushAddress(screen) => show(&screen, location::push),
        Effect::ReplaceAddress(screen) => show(&screen, location::replace),
        Effect::Focus(FocusTarget::Heading) => {
            page::scroll_to_top();
            page::focus(HEADING);
        }
        Effect::Focus(FocusTarget::Errors) => page::focus(ERRORS),
        Effect::Focus(FocusTarget::Field(field)) => page::focus(&field_id(field)),
        Effect::Focus(FocusTarget::LogEntry(at)) => page::focus(&edit_button(at)),
        Effect::Focus(FocusTarget::LogButton(item)) => page::focus(&log_button(&item)),
        Effect::Focus(FocusTarget::Log) => page::focus(LOG),
        Effect::Focus(FocusTarget::Steps) => page::focus(STEPS),
        Effect::Focus(FocusTarget::ShiftStep(step, toward)) => {
            // At an end of the list there is only the way back.
            let button = [toward, toward.back()].map(|toward| shift_button(step, toward));
            if let Some(button) = button.iter().find(|id| page::has(id)) {
                page::focus(button);
            }
        }
        Effect::Roadmap(task) => service.carry_out(&task, store, send),
    }
}

fn show(screen: &Screen, change: fn(&str)) {
    let address = screen.hash();
    if location::hash() != address {
        change(&address);
    }
}

#[cfg(test)]
mod tests {
    use std::iter;
    use std::rc::Rc;

    use super::waits_for_drawing;
    use crate::store::Store;
    use app::{Effect, FocusTarget, HistoryMsg, Screen};
    use roadmap::shipped_roadmap;
    use testkit::documents::{beginner, monday};
    use testkit::opened_page;

    #[test]
    fn a_change_is_saved_and_its_address_shown_before_the_drawing_and_the_focus_moves_after_it() {
        let roadmap = Rc::new(shipped_roadmap());
        let store =
            Store::new(opened_page(roadmap, Some(beginner().into()), Screen::Plan, monday()), Vec::new());
        store.update(HistoryMsg::StartedOver.into());
        let take = |is_due: fn(&Effect) -> bool| -> Vec<Effect> {
            iter::from_fn(|| store.next_effect(is_due)).collect()
        };
        let before_drawing = take(|effect| !waits_for_drawing(effect));
        assert_eq!(before_drawing, [Effect::Save, Effect::PushAddress(Screen::Home)]);
        assert_eq!(take(|_| true), [Effect::Focus(FocusTarget::Heading)]);
    }
}

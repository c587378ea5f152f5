//! The state, the way messages reach it, and the effects that are still to be carried out.

use std::cell::RefCell;
use std::rc::Rc;

use app::{Effect, Model, Msg};

/// The state with its pending effects. Clones share one state.
///
/// A message changes the state at once. The page is drawn later, and several messages may come before that: effects are
/// collected until they are due, because some have to wait for the drawing.
#[derive(Clone)]
pub struct Store(Rc<Inner>);

struct Inner {
    model: RefCell<Rc<Model>>,
    pending: RefCell<Vec<Effect>>,
}

impl PartialEq for Store {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.0, &other.0)
    }
}

impl Store {
    pub fn new(model: Model, effects: Vec<Effect>) -> Self {
        let (model, pending) = (RefCell::new(Rc::new(model)), RefCell::new(effects));
        Self(Rc::new(Inner { model, pending }))
    }

    /// The state as of the last message.
    pub fn model(&self) -> Rc<Model> {
        self.0.model.borrow().clone()
    }

    /// Applies a message, and returns whether the page has to be drawn again.
    pub fn update(&self, msg: Msg) -> bool {
        let before = self.model();
        let mut model = Model::clone(&before);
        let effects = model.update(msg);
        let (is_changed, has_effects) = (model != *before, !effects.is_empty());
        if is_changed {
            self.0.model.replace(Rc::new(model));
        }
        self.0.pending.borrow_mut().extend(effects);
        is_changed || has_effects
    }

    /// Takes the oldest pending effect that is due. They are taken one by one because carrying one out may send a message
    /// with effects of its own, which come after those that are pending already.
    pub fn next_effect(&self, is_due: impl Fn(&Effect) -> bool) -> Option<Effect> {
        let mut pending = self.0.pending.borrow_mut();
        let at = pending.iter().position(is_due)?;
        Some(pending.remove(at))
    }
}

#[cfg(test)]
mod tests {
    use std::iter;
    use std::rc::Rc;

    use super::Store;
    use app::{Effect, FocusTarget, NavigationMsg, PlanMsg, RoadmapMsg, RoadmapTask, Screen};
    use planner::questionnaire::Question;
    use roadmap::shipped_roadmap;
    use testkit::documents::monday;
    use testkit::opened_page;

    fn store() -> Store {
        let model = opened_page(Rc::new(shipped_roadmap()), None, Screen::Home, monday());
        Store::new(model, Vec::new())
    }

    fn pending(store: &Store) -> Vec<Effect> {
        iter::from_fn(|| store.next_effect(|_| true)).collect()
    }

    fn use_roadmap(id: &str) -> Rc<RoadmapTask> {
        Rc::new(RoadmapTask::Use { roadmap: id.into(), plan: None })
    }

    #[test]
    fn two_tasks_in_one_step_are_both_carried_out() {
        let store = store();
        store.update(RoadmapMsg::Asked(use_roadmap("bread")).into());
        store.update(RoadmapMsg::Asked(use_roadmap("cake")).into());
        let tasks = [use_roadmap("bread"), use_roadmap("cake")].map(Effect::Roadmap);
        assert_eq!(pending(&store), tasks);
        assert_eq!(pending(&store), [], "nothing is carried out twice");
    }

    #[test]
    fn each_try_to_go_on_moves_the_focus_also_when_nothing_else_changes() {
        let store = store();
        store.update(NavigationMsg::AddressChanged(Screen::Question(Question::Hours)).into());
        pending(&store);
        for _ in 0..2 {
            assert!(store.update(PlanMsg::Continued.into()));
            assert_eq!(pending(&store), [Effect::Focus(FocusTarget::Errors)]);
        }
    }

    #[test]
    fn what_changes_nothing_is_not_drawn() {
        assert!(!store().update(NavigationMsg::NoticeDismissed.into()));
    }
}

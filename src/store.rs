//! The state, the way messages reach it, and the effects that are still to be carried out.

use std::cell::RefCell;
use std::rc::Rc;

use app::{Effect, Model, Msg};

/// The state with its pending effects. Clones share one state.
///
/// A message changes the state at once. The page is drawn later, and several messages may come before that: their
/// effects are collected until the page takes them after drawing, when there is something to focus.
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

    /// Offers each pending effect to `carry_out`, and forgets those for which it returns true.
    pub fn carry_out_now(&self, carry_out: impl Fn(&Effect) -> bool) {
        self.0.pending.borrow_mut().retain(|effect| !carry_out(effect));
    }

    /// The effects since the last call, oldest first.
    pub fn take_effects(&self) -> Vec<Effect> {
        self.0.pending.take()
    }
}

#[cfg(test)]
mod tests {
    use std::rc::Rc;

    use super::Store;
    use app::{
        Effect, FocusTarget, Library, LoadedRoadmap, Model, NavigationMsg, PlanMsg, RoadmapMsg, RoadmapTask,
        Screen, Start,
    };
    use planner::Date;
    use planner::questionnaire::Question;
    use roadmap::shipped_roadmap;

    fn store() -> Store {
        let shipped = Rc::new(shipped_roadmap());
        let library = Library { shipped: shipped.clone(), own: Vec::new() };
        let today = Date::from_ymd_opt(2027, 2, 1).unwrap();
        let (loaded, screen) = (LoadedRoadmap::empty(shipped), Screen::Home);
        let (model, effects) = Model::start(Start { loaded, library, plan_inside: None, screen, today });
        Store::new(model, effects)
    }

    fn use_roadmap(id: &str) -> Rc<RoadmapTask> {
        Rc::new(RoadmapTask::Use { roadmap: id.into(), plan: None })
    }

    #[test]
    fn two_tasks_before_one_drawing_are_both_carried_out() {
        let store = store();
        store.take_effects();
        store.update(RoadmapMsg::Asked(use_roadmap("bread")).into());
        store.update(RoadmapMsg::Asked(use_roadmap("cake")).into());
        let tasks = [use_roadmap("bread"), use_roadmap("cake")].map(Effect::Roadmap);
        assert_eq!(store.take_effects(), tasks);
        assert_eq!(store.take_effects(), [], "nothing is carried out twice");
    }

    #[test]
    fn each_try_to_go_on_moves_the_focus_also_when_nothing_else_changes() {
        let store = store();
        store.update(NavigationMsg::AddressChanged(Screen::Question(Question::Hours)).into());
        store.take_effects();
        for _ in 0..2 {
            assert!(store.update(PlanMsg::Continued.into()));
            assert_eq!(store.take_effects(), [Effect::Focus(FocusTarget::Errors)]);
        }
    }

    #[test]
    fn what_changes_nothing_is_not_drawn() {
        assert!(!store().update(NavigationMsg::NoticeDismissed.into()));
    }
}

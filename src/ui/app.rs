//! The root: holds the state, and keeps storage, address, title and focus in step with it.

use std::cell::RefCell;
use std::rc::Rc;

use yew::prelude::*;

use super::focus::{ERRORS, HEADING};
use super::{parts::frame, screens, text};
use crate::app::{Model, Msg, Notice, Saving, Screen};
use crate::browser::{LocalStorage, clock, location, page, start};
use crate::storage::{self, Saver};

/// The means to save, where saving is safe.
type Keeper = Rc<RefCell<Option<Saver<LocalStorage>>>>;

/// The model as Yew holds it.
#[derive(Clone, PartialEq)]
struct State(Rc<Model>);

impl Reducible for State {
    type Action = Msg;

    fn reduce(self: Rc<Self>, msg: Msg) -> Rc<Self> {
        let mut model = Model::clone(&self.0);
        model.update(msg);
        Rc::new(Self(Rc::new(model)))
    }
}

#[component]
pub fn App() -> Html {
    let keeper: Keeper = use_mut_ref(|| None);
    let state = {
        let keeper = keeper.clone();
        use_reducer_eq(move || {
            let (model, saver) = begin();
            *keeper.borrow_mut() = saver;
            State(Rc::new(model))
        })
    };
    let send = {
        let dispatcher = state.dispatcher();
        use_callback((), move |msg: Msg, ()| dispatcher.dispatch(msg))
    };
    let model = state.0.clone();
    use_effect_with((), |()| start::done());
    use_listeners(&send);
    use_address(&model);
    use_focus(&model);
    use_saving(&model, &send, &keeper);
    frame(&model, &send, screens::view(&model, &send))
}

/// The state at the start, from what is stored.
fn begin() -> (Model, Option<Saver<LocalStorage>>) {
    let roadmap = Rc::new(storage::shipped_roadmap());
    let opened = storage::open(LocalStorage, &roadmap);
    let screen = Screen::from_hash(&location::hash()).unwrap_or(Screen::Home);
    let mut model = Model::new(roadmap, opened.document, screen, clock::today());
    model.replaced = opened.replaced;
    model.notice = opened.set_aside.map(|_| Notice::SetAside);
    if let Err(why) = &opened.saver {
        model.saving = Saving::Off(text::keep::read_only(why));
    }
    (model, opened.saver.ok())
}

/// Takes in what happens outside the page's own elements.
#[hook]
fn use_listeners(send: &Callback<Msg>) {
    let send = send.clone();
    use_effect_with((), move |()| {
        let on_address = {
            let send = send.clone();
            location::on_change(move |hash| {
                send.emit(Msg::ScreenOpened(Screen::from_hash(&hash).unwrap_or(Screen::Home)));
            })
        };
        let on_return = page::on_return(move || send.emit(Msg::DayCame(clock::today())));
        move || drop((on_address, on_return))
    });
}

/// Keeps the address in step with the screen.
#[hook]
fn use_address(model: &Model) {
    let shown = use_mut_ref(|| None);
    use_effect_with((model.screen.clone(), model.visits), move |(screen, _)| {
        let (wanted, present) = (screen.hash(), location::hash());
        if present != wanted {
            // Where the address has moved by itself the learner was led elsewhere, and going back has to
            // skip it; otherwise the screen moved on, which is a step that can be taken back.
            if shown.borrow().as_ref() == Some(&present) {
                location::push(&wanted);
            } else {
                location::replace(&wanted);
            }
        }
        *shown.borrow_mut() = Some(wanted);
    });
}

/// Moves the focus to the heading of a new screen, and to what is wrong when the learner cannot go on.
#[hook]
fn use_focus(model: &Model) {
    let title = screens::title(model);
    use_effect_with(title, |title: &String| page::set_title(title));
    let opened_before = use_mut_ref(|| false);
    use_effect_with(model.screen.clone(), move |_| {
        // On the first screen the browser's own place for the focus is the right one.
        if opened_before.replace(true) {
            page::scroll_to_top();
            page::focus(HEADING);
        }
    });
    use_effect_with(model.state.tries, |&tries| {
        if tries > 0 {
            page::focus(ERRORS);
        }
    });
}

/// Saves each change. The revision counts changes only, so nothing is written for what was just read.
#[hook]
fn use_saving(model: &Rc<Model>, send: &Callback<Msg>, keeper: &Keeper) {
    let (model, send, keeper) = (model.clone(), send.clone(), keeper.clone());
    use_effect_with(model.revision, move |&revision| {
        if revision == 0 {
            return;
        }
        if let Some(saver) = &*keeper.borrow() {
            let result = saver.save(&model.document, model.replaced.as_ref());
            let result = result.map_err(|why| why.to_string());
            send.emit(Msg::SaveFinished { revision, result });
        }
    });
}

//! The root: holds the state, and keeps storage, address, title and focus in step with it.

use std::rc::Rc;

use yew::prelude::*;

use super::focus::{ERRORS, HEADING};
use super::keeper::Keeper;
use super::parts::frame;
use super::{context, opening, screens, text};
use app::{Model, Msg, Notice, Saving, Screen};
use browser::keys::HistoryKey;
use browser::{clock, files, keys, location, page, start};
use storage::{MOST_BYTES, checksum};

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

/// What was found before the page began to draw itself.
#[derive(Properties, PartialEq)]
pub struct AppProps {
    /// The means to keep the plan.
    pub keeper: Keeper,
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let keeper = &props.keeper;
    let state = {
        let keeper = keeper.clone();
        use_reducer_eq(move || State(Rc::new(begin(&keeper))))
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
    use_saving(&model, &send, keeper);
    use_other_windows(&model, &send, keeper);
    use_roadmap_tasks(&model, &send, keeper);
    use_dropped_files(&model, &send);
    context::provide(&model, &send, frame(screens::view(&model, &send)))
}

/// The state at the start, from what is stored and from what the page carries.
fn begin(keeper: &Keeper) -> Model {
    let library = keeper.library().clone();
    let roadmap = keeper.own().map_or_else(|| library.shipped.clone(), |own| own.roadmap.clone());
    let found = keeper.open(&library);
    let screen = Screen::from_hash(&location::hash()).unwrap_or(Screen::Home);
    let mut model = Model::new(roadmap, found.stored, screen, clock::today());
    model.library = library;
    model.saved_at = found.saved_at;
    model.notice = found.set_aside.map(|_| Notice::SetAside);
    match found.saver {
        Err(why) => model.saving = Saving::Off(text::keep::read_only(&why)),
        // What came from the second copy is not in its place yet.
        Ok(is_kept) if !is_kept => model.update(Msg::SaveAsked),
        Ok(_) => {}
    }
    if let Some(json) = page::plan_inside() {
        let checksum = checksum(&json);
        match opening::plan(json.as_bytes(), &model) {
            Msg::FileRead(Ok(document)) => model.update(Msg::PlanInsideFound { document, checksum }),
            // One about another roadmap than the one in use brings that along, once.
            msg @ Msg::RoadmapAsked(_) if model.backups.plan_inside_seen != Some(checksum) => {
                model.backups.plan_inside_seen = Some(checksum);
                model.update(Msg::SaveAsked);
                model.update(msg);
            }
            _ => {}
        }
    }
    model
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
        let on_return = {
            let send = send.clone();
            page::on_return(move || send.emit(Msg::DayCame(clock::today())))
        };
        let on_keys = keys::on_history_keys(move |key| {
            send.emit(match key {
                HistoryKey::Undo => Msg::Undone,
                HistoryKey::Redo => Msg::Redone,
            });
        });
        move || drop((on_address, on_return, on_keys))
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

/// Saves each change, and tries again while that fails. The revision counts changes only, so nothing is written for
/// what was just read.
#[hook]
fn use_saving(model: &Rc<Model>, send: &Callback<Msg>, keeper: &Keeper) {
    let latest = use_mut_ref(|| model.clone());
    latest.replace(model.clone());
    {
        let (model, send, keeper) = (model.clone(), send.clone(), keeper.clone());
        use_effect_with(model.revision, move |&revision| {
            if revision > 0 {
                keeper.save(&model, &send);
            }
        });
    }
    let has_failed = matches!(model.saving, Saving::Failed(_));
    let (send, keeper) = (send.clone(), keeper.clone());
    use_effect_with(has_failed, move |&has_failed| {
        let waiting = has_failed.then(|| {
            let again = {
                let send = send.clone();
                page::every(SECONDS_BETWEEN_TRIES, move || send.emit(Msg::SaveAsked))
            };
            // Nothing is drawn any more when the page is left, so there it is saved at once.
            (again, page::on_leave(move || keeper.save(&latest.borrow(), &send)))
        });
        move || drop(waiting)
    });
}

const SECONDS_BETWEEN_TRIES: u32 = 10;

/// Takes in what other windows save, when the browser tells of it and when this window is looked at again: a browser
/// need not tell one that sleeps.
#[hook]
fn use_other_windows(model: &Rc<Model>, send: &Callback<Msg>, keeper: &Keeper) {
    let latest = use_mut_ref(|| model.clone());
    latest.replace(model.clone());
    let (send, keeper) = (send.clone(), keeper.clone());
    use_effect_with((), move |()| {
        keeper.restore_roadmaps(&send);
        let look = move || {
            keeper.look(&send);
            keeper.look_at_roadmaps(&latest.borrow().library, &send);
        };
        look();
        let listeners = (page::on_storage(look.clone()), page::on_return(look));
        move || drop(listeners)
    });
}

/// Does what is asked with roadmaps, each thing once.
#[hook]
fn use_roadmap_tasks(model: &Rc<Model>, send: &Callback<Msg>, keeper: &Keeper) {
    let (model, send, keeper) = (model.clone(), send.clone(), keeper.clone());
    let number = model.asked.as_ref().map(|(number, _)| *number);
    use_effect_with(number, move |_| {
        if let Some((_, task)) = &model.asked {
            keeper.carry_out(task, &model, &send);
        }
    });
}

/// Opens what is dropped anywhere on the page.
#[hook]
fn use_dropped_files(model: &Rc<Model>, send: &Callback<Msg>) {
    let latest = use_mut_ref(|| model.clone());
    latest.replace(model.clone());
    let send = send.clone();
    use_effect_with((), move |()| {
        let listeners = files::on_drop(MOST_BYTES, move |name, chosen| {
            send.emit(opening::opened(&name, chosen, &latest.borrow()));
        });
        move || drop(listeners)
    });
}

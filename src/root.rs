//! The root component: holds the state, draws it, and passes on what happens outside the page's own elements.

use std::rc::Rc;

use yew::prelude::*;

use super::effects::{carry_out_all, carry_out_now};
use super::focus::HEADING;
use super::kept_file::use_kept_file;
use super::parts::frame;
use super::persistence::PersistenceService;
use super::store::Store;
use super::{content, context, opening, screens, text};
use app::{HistoryMsg, Model, Msg, NavigationMsg, PersistenceMsg, Run, Saving, Screen, Start};
use browser::keys::HistoryKey;
use browser::lost_focus::FocusWatch;
use browser::{clock, files, keys, location, page, start};
use storage::MOST_BYTES;

#[derive(Properties, PartialEq)]
pub struct AppProps {
    pub service: PersistenceService,
}

#[component]
pub fn App(props: &AppProps) -> Html {
    let service = &props.service;
    let store = {
        let service = service.clone();
        (*use_memo((), move |()| open_store(&service))).clone()
    };
    let send = use_send(&store, service);
    let model = store.model();
    use_effect_with((), |()| start::done());
    use_title(&model);
    use_effects(&store, &send, service);
    use_focus_mended();
    use_listeners(&send);
    use_retries(&model, &send);
    use_other_windows(&store, &send, service);
    use_dropped_files(&store, &send);
    use_map_prepared(&model);
    use_content(&model, &send);
    use_kept_file(&model, &send);
    context::provide(&model, &send, frame(&model, &send, screens::view(&model, &send)))
}

/// Seconds between two looks at the timer for the title of the window.
const TITLE_EVERY: u32 = 20;

/// Keeps the title of the window: the screen's, and before it the time of a running timer.
#[hook]
fn use_title(model: &Model) {
    let shown = (screens::title(model), model.timer().cloned());
    use_effect_with(shown, |(title, timer)| {
        let (title, timer) = (title.clone(), timer.clone());
        let runs = timer.as_ref().is_some_and(|timer| matches!(timer.run, Run::Running(_)));
        let show = move || {
            let minutes = timer.as_ref().map(|timer| timer.minutes(clock::instant()));
            page::set_title(&text::frame::title_with_timer(&title, minutes));
        };
        show();
        let interval = runs.then(|| page::every(TITLE_EVERY, show));
        move || drop(interval)
    });
}

/// The page counts as idle this many milliseconds after its start.
const AT_REST: u32 = 200;

/// Prepares the map when the page is idle.
#[hook]
fn use_map_prepared(model: &Rc<Model>) {
    let model = model.clone();
    use_effect_with((), move |()| {
        let is_open = *model.screen() == Screen::Map;
        let prepare = move || screens::map::prepare(model);
        let timeout = (!is_open).then(|| clock::Timeout::new(AT_REST, prepare));
        move || drop(timeout)
    });
}

/// Unpacks the learning content once the page has been drawn: at once where the first screen needs it, else after the map is
/// prepared.
#[hook]
fn use_content(model: &Model, send: &Callback<Msg>) {
    let (needs_it, send) = (model.screen().needs_content(), send.clone());
    use_effect_with((), move |()| {
        let wait = if needs_it { 0 } else { 2 * AT_REST };
        let timeout = clock::Timeout::new(wait, move || content::unpack(send));
        move || drop(timeout)
    });
}

/// The state when the page opens, from what is stored and from what the page carries.
fn open_store(service: &PersistenceService) -> Store {
    let library = service.library().clone();
    let loaded = service.load(&library);
    let plan_inside =
        page::plan_inside().and_then(|json| opening::plan_inside(&json, &loaded.roadmap, &library));
    let screen = Screen::from_hash(&location::hash()).unwrap_or(Screen::Home);
    let (model, effects) =
        Model::start(Start { loaded, library, plan_inside, screen, clock: clock::shown() });
    Store::new(model, effects)
}

/// Sends messages to the state.
#[hook]
fn use_send(store: &Store, service: &PersistenceService) -> Callback<Msg> {
    let (store, service, draw) = (store.clone(), service.clone(), use_force_update());
    (*use_memo((), move |()| sender(store, service, draw))).clone()
}

/// Sends messages to the state, has the page drawn when it has changed, and carries out what need not wait for that.
fn sender(store: Store, service: PersistenceService, draw: UseForceUpdateHandle) -> Callback<Msg> {
    Callback::from(move |msg| {
        let mut is_changed = false;
        // Whatever the learner enters is entered today, also in a page that was left open over midnight.
        if store.model().clock() != clock::shown() {
            is_changed |= store.update(Msg::DayCame(clock::shown()));
        }
        is_changed |= store.update(msg);
        if is_changed {
            draw.force_update();
        }
        let send = sender(store.clone(), service.clone(), draw.clone());
        carry_out_now(&store, &send, &service);
    })
}

/// Carries out after each drawing what had to wait for it, and after the first one the effects of the start.
#[hook]
fn use_effects(store: &Store, send: &Callback<Msg>, service: &PersistenceService) {
    let (store, send, service) = (store.clone(), send.clone(), service.clone());
    use_effect(move || carry_out_all(&store, &send, &service));
}

/// Moves the focus to the heading after a drawing that removed the element which had it.
#[hook]
fn use_focus_mended() {
    let watch = use_memo((), |()| FocusWatch::start());
    use_effect(move || watch.mend(HEADING));
}

/// Listens to the address, to the keys for undo and redo, and to whatever may bring a new day.
#[hook]
fn use_listeners(send: &Callback<Msg>) {
    let send = send.clone();
    use_effect_with((), move |()| {
        let on_address = {
            let send = send.clone();
            location::on_change(move |hash| {
                send.emit(
                    NavigationMsg::AddressChanged(Screen::from_hash(&hash).unwrap_or(Screen::Home)).into(),
                );
            })
        };
        let look_up_date = {
            let send = send.clone();
            move || send.emit(Msg::DayCame(clock::shown()))
        };
        let on_return = page::on_return(look_up_date.clone());
        let every_minute = page::every(60, look_up_date);
        let on_keys = keys::on_history_keys(move |key| {
            send.emit(match key {
                HistoryKey::Undo => Msg::History(HistoryMsg::Undone),
                HistoryKey::Redo => Msg::History(HistoryMsg::Redone),
            });
        });
        move || drop((on_address, on_return, every_minute, on_keys))
    });
}

/// Retries while saving fails: periodically, and immediately when the page is left.
#[hook]
fn use_retries(model: &Model, send: &Callback<Msg>) {
    let has_failed = matches!(model.saving(), Saving::Failed(_));
    let send = send.clone();
    use_effect_with(has_failed, move |&has_failed| {
        let listeners = has_failed.then(|| {
            let again = move || send.emit(PersistenceMsg::SaveAsked.into());
            (page::every(SECONDS_BETWEEN_TRIES, again.clone()), page::on_leave(again))
        });
        move || drop(listeners)
    });
}

const SECONDS_BETWEEN_TRIES: u32 = 10;

/// Looks for what other windows have saved when the browser reports it, and when the learner returns to this window,
/// because browsers may not report anything to a suspended window.
#[hook]
fn use_other_windows(store: &Store, send: &Callback<Msg>, service: &PersistenceService) {
    let (store, send, service) = (store.clone(), send.clone(), service.clone());
    use_effect_with((), move |()| {
        service.restore_roadmaps(&send);
        let look = move || {
            service.look(&send);
            service.look_at_roadmaps(store.model().library(), &send);
        };
        look();
        let listeners = (page::on_storage(look.clone()), page::on_return(look));
        move || drop(listeners)
    });
}

/// Opens files that are dropped anywhere on the page.
#[hook]
fn use_dropped_files(store: &Store, send: &Callback<Msg>) {
    let (store, send) = (store.clone(), send.clone());
    use_effect_with((), move |()| {
        let listeners = files::on_drop(MOST_BYTES, move |name, chosen| {
            send.emit(opening::opened(&name, chosen, &store.model()));
        });
        move || drop(listeners)
    });
}

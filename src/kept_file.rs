//! Keeps a file of the learner's up to date with the plan, where the browser lets a page write files.

use std::rc::Rc;

use yew::platform::spawn_local;
use yew::prelude::*;

use super::download::plan_file;
use app::{BackupMsg, Keeping, KeptFile, Model, Msg, Saving};
use browser::kept_file::{self as file, KnownFile};
use browser::{clock, start};

/// A change is written once no other has come for this many milliseconds.
const AT_REST: u32 = 800;

/// Finds the file of the roadmap in use, and writes each change to it.
#[hook]
pub fn use_kept_file(model: &Rc<Model>, send: &Callback<Msg>) {
    use_effect_with(record(model), {
        let send = send.clone();
        move |record| {
            if file::is_possible() && !start::is_safe() {
                report(record.clone(), send, |record| async move { file::find(&record).await });
            }
        }
    });
    let is_kept = model.kept_file().is_some_and(KeptFile::is_kept) && may_write(model);
    let to_write = is_kept.then(|| model.document().clone());
    use_effect_with(to_write, {
        let (model, send) = (model.clone(), send.clone());
        move |to_write| {
            let timeout =
                to_write.as_ref().map(|_| clock::Timeout::new(AT_REST, move || write(&model, send)));
            move || drop(timeout)
        }
    });
}

/// Whether the plan in this window is the learner's, and more than an empty one.
fn may_write(model: &Model) -> bool {
    !matches!(model.saving(), Saving::Off(_)) && !model.document().is_empty()
}

/// Lets the learner choose a file and keeps it up to date from then on.
pub fn choose(model: &Rc<Model>, send: &Callback<Msg>) -> Callback<MouseEvent> {
    let (model, send) = (model.clone(), send.clone());
    Callback::from(move |_| {
        let name = plan_file(&model).name;
        report(record(&model), send.clone(), |record| async move { file::choose(&record, &name).await });
    })
}

/// Asks the browser to let the page write the file again.
pub fn allow(model: &Model, send: &Callback<Msg>) -> Callback<MouseEvent> {
    let (record, send) = (record(model), send.clone());
    Callback::from(move |_| {
        report(record.clone(), send.clone(), |record| async move { file::allow(&record).await });
    })
}

/// Leaves the file as it is from now on.
pub fn forget(model: &Model, send: &Callback<Msg>) -> Callback<MouseEvent> {
    let (record, send) = (record(model), send.clone());
    Callback::from(move |_| {
        let (record, send) = (record.clone(), send.clone());
        spawn_local(async move {
            // If this fails, the file is found again at the next visit.
            drop(file::forget(&record).await);
            send.emit(BackupMsg::FileKept(None).into());
        });
    })
}

/// The name under which the browser knows the file of the roadmap in use.
fn record(model: &Model) -> String {
    model.roadmap().about().id.to_string()
}

/// Reports the file that the browser answers with. No answer changes nothing.
fn report<F>(record: String, send: Callback<Msg>, ask: impl FnOnce(String) -> F + 'static)
where
    F: Future<Output = Result<Option<KnownFile>, String>> + 'static,
{
    spawn_local(async move {
        if let Ok(Some(KnownFile { name, may_write })) = ask(record).await {
            let state = if may_write { Keeping::UpToDate(None) } else { Keeping::Waiting };
            send.emit(BackupMsg::FileKept(Some(KeptFile { name, state })).into());
        }
    });
}

fn write(model: &Model, send: Callback<Msg>) {
    let Some(KeptFile { name, .. }) = model.kept_file().cloned() else { return };
    let (record, text) = (record(model), plan_file(model).text);
    spawn_local(async move {
        let state = match file::write(&record, &text).await {
            Ok(()) => Keeping::UpToDate(Some(clock::now())),
            Err(why) => Keeping::Failed(why),
        };
        send.emit(BackupMsg::FileKept(Some(KeptFile { name, state })).into());
    });
}

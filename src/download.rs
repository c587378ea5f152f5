//! Downloads of the plan, the roadmap, and the map: each function returns the click handler of a button.

use std::rc::Rc;

use yew::prelude::*;

use crate::focus::MAP_DRAWING;
use crate::take_along::{CalendarFile, Plan, calendar, checklist, log_table, plan_table};
use app::{BackupMsg, Model, Msg, Outlook, OwnRoadmap};
use browser::{clock, files, page, picture};
use formats::write_mermaid;
use storage::{ExportedFile, export_own_plan, export_plan, export_roadmap};

/// Downloads the plan as JSON.
pub fn download_plan(model: &Rc<Model>, send: &Callback<Msg>) -> Callback<MouseEvent> {
    let (model, send) = (model.clone(), send.clone());
    Callback::from(move |_| {
        hand_out(plan_file(&model), "application/json", &send);
    })
}

/// The current plan as a file, together with its roadmap unless that is the shipped one.
pub fn plan_file(model: &Model) -> ExportedFile {
    match model.own_roadmap() {
        Some(own) => export_own_plan(model.document(), own, model.today()),
        None => export_plan(model.document(), model.roadmap(), model.today()),
    }
}

/// Downloads the calendar.
pub fn download_calendar(model: &Rc<Model>, send: &Callback<Msg>) -> Callback<MouseEvent> {
    download_of_plan(model, send, |model, plan, send| {
        let CalendarFile { file, entries } = calendar(plan, model.calendar(), clock::instant());
        if files::download(&file.name, "text/calendar", &file.text).is_ok() {
            send.emit(BackupMsg::CalendarHandedOut { name: file.name, entries }.into());
        }
    })
}

/// Downloads the plan as a table.
pub fn download_table(model: &Rc<Model>, send: &Callback<Msg>) -> Callback<MouseEvent> {
    download_of_plan(model, send, |_, plan, send| hand_out_copy(plan_table(plan), "text/csv", send))
}

/// Downloads the plan as a checklist.
pub fn download_checklist(model: &Rc<Model>, send: &Callback<Msg>) -> Callback<MouseEvent> {
    download_of_plan(model, send, |_, plan, send| hand_out_copy(checklist(plan), "text/markdown", send))
}

/// Downloads the study log as a table.
pub fn download_log(model: &Rc<Model>, send: &Callback<Msg>) -> Callback<MouseEvent> {
    let (model, send) = (model.clone(), send.clone());
    Callback::from(move |_| {
        let log = log_table(model.document(), model.roadmap(), model.today());
        hand_out_copy(log, "text/csv", &send);
    })
}

/// A download of the plan as it is, whatever hours are being tried out.
fn download_of_plan(
    model: &Rc<Model>,
    send: &Callback<Msg>,
    download: fn(&Model, &Plan<'_>, &Callback<Msg>),
) -> Callback<MouseEvent> {
    let (model, send) = (model.clone(), send.clone());
    Callback::from(move |_| {
        let (document, roadmap, today) = (model.document(), model.roadmap(), model.today());
        // Without dates there is no button.
        if let Ok(outlook) = Outlook::of(document, roadmap, today) {
            download(&model, &Plan { document, roadmap, outlook: &outlook, today }, &send);
        }
    })
}

/// Downloads something that is no backup.
fn hand_out_copy(file: ExportedFile, mime_type: &str, send: &Callback<Msg>) {
    if files::download(&file.name, mime_type, &file.text).is_ok() {
        send.emit(BackupMsg::FileHandedOut(file.name).into());
    }
}

/// Downloads an own roadmap as JSON.
pub fn download_roadmap(own: &OwnRoadmap, send: &Callback<Msg>) -> Callback<MouseEvent> {
    let (file, send) = (own.file.clone(), send.clone());
    Callback::from(move |_| {
        hand_out_copy(export_roadmap(&file), "application/json", &send);
    })
}

/// Downloads this page with the plan inside.
pub fn download_page(model: &Rc<Model>, send: &Callback<Msg>) -> Callback<MouseEvent> {
    let (model, send) = (model.clone(), send.clone());
    Callback::from(move |_| {
        let plan = plan_file(&model);
        // Fails only where the page's scripts are missing, and then nothing else works either.
        if let Ok(text) = page::with_plan(&plan.text) {
            let name = format!("waymark-with-plan-{}.html", model.today());
            hand_out(ExportedFile { name, text }, "text/html", &send);
        }
    })
}

/// Downloads the map as an SVG picture.
pub fn download_map(model: &Rc<Model>, send: &Callback<Msg>) -> Callback<MouseEvent> {
    // The button is only on the screen of the map.
    hand_out_map(model, send, "svg", "image/svg+xml", |_| picture::svg(MAP_DRAWING).unwrap_or_default())
}

/// Downloads the roadmap as a Mermaid flowchart.
pub fn download_flowchart(model: &Rc<Model>, send: &Callback<Msg>) -> Callback<MouseEvent> {
    hand_out_map(model, send, "mmd", "text/plain", |model| write_mermaid(model.roadmap()))
}

fn hand_out_map(
    model: &Rc<Model>,
    send: &Callback<Msg>,
    ending: &str,
    mime_type: &'static str,
    text: fn(&Model) -> String,
) -> Callback<MouseEvent> {
    let name = format!("waymark-map-{}.{ending}", model.roadmap().about().id);
    let (model, send) = (model.clone(), send.clone());
    Callback::from(move |_| {
        hand_out_copy(ExportedFile { name: name.clone(), text: text(&model) }, mime_type, &send);
    })
}

fn hand_out(file: ExportedFile, mime_type: &str, send: &Callback<Msg>) {
    // A browser that refuses a download says so itself.
    if files::download(&file.name, mime_type, &file.text).is_ok() {
        send.emit(BackupMsg::PlanExported { name: file.name, at: clock::now() }.into());
    }
}

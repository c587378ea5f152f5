//! Hands the plan to the learner as a file.

use std::rc::Rc;

use yew::prelude::*;

use crate::focus::MAP_DRAWING;
use app::{Model, Msg, OwnRoadmap};
use browser::{clock, files, page, picture};
use formats::write_mermaid;
use storage::{ExportedFile, export_own_plan, export_plan, export_roadmap};

/// What a button does that downloads the plan.
pub fn download_plan(model: &Rc<Model>, send: &Callback<Msg>) -> Callback<MouseEvent> {
    let (model, send) = (model.clone(), send.clone());
    Callback::from(move |_| {
        hand_out(plan_file(&model), "application/json", &send);
    })
}

/// The plan in use as a file, with its roadmap where that does not come with the page.
fn plan_file(model: &Model) -> ExportedFile {
    match model.own_roadmap() {
        Some(own) => export_own_plan(&model.document, own, model.today),
        None => export_plan(&model.document, &model.roadmap, model.today),
    }
}

/// What a button does that downloads a roadmap of the learner's own.
pub fn download_roadmap(own: &OwnRoadmap, send: &Callback<Msg>) -> Callback<MouseEvent> {
    let (file, send) = (own.file.clone(), send.clone());
    Callback::from(move |_| {
        let ExportedFile { name, text } = export_roadmap(&file);
        if files::download(&name, "application/json", &text).is_ok() {
            send.emit(Msg::HandedOut(name));
        }
    })
}

/// What a button does that downloads this page with the plan inside.
pub fn download_page(model: &Rc<Model>, send: &Callback<Msg>) -> Callback<MouseEvent> {
    let (model, send) = (model.clone(), send.clone());
    Callback::from(move |_| {
        let plan = plan_file(&model);
        // The page cannot be made only where its own scripts are not all there, and then nothing else works either.
        if let Ok(text) = page::with_plan(&plan.text) {
            let name = format!("waymark-with-plan-{}.html", model.today);
            hand_out(ExportedFile { name, text }, "text/html", &send);
        }
    })
}

/// What a button does that downloads the map as it is drawn.
pub fn download_map(model: &Rc<Model>, send: &Callback<Msg>) -> Callback<MouseEvent> {
    // The map is there wherever its button is.
    hand_out_map(model, send, "svg", "image/svg+xml", |_| picture::svg(MAP_DRAWING).unwrap_or_default())
}

/// What a button does that downloads the roadmap as the text of a flowchart.
pub fn download_flowchart(model: &Rc<Model>, send: &Callback<Msg>) -> Callback<MouseEvent> {
    hand_out_map(model, send, "mmd", "text/plain", |model| write_mermaid(&model.roadmap))
}

fn hand_out_map(
    model: &Rc<Model>,
    send: &Callback<Msg>,
    ending: &str,
    mime_type: &'static str,
    text: fn(&Model) -> String,
) -> Callback<MouseEvent> {
    let name = format!("waymark-map-{}.{ending}", model.roadmap.about().id);
    let (model, send) = (model.clone(), send.clone());
    Callback::from(move |_| {
        if files::download(&name, mime_type, &text(&model)).is_ok() {
            send.emit(Msg::HandedOut(name.clone()));
        }
    })
}

fn hand_out(file: ExportedFile, mime_type: &str, send: &Callback<Msg>) {
    // A browser that refuses says so to the learner itself; there is no second way to hand out a file.
    if files::download(&file.name, mime_type, &file.text).is_ok() {
        send.emit(Msg::Exported { name: file.name, at: clock::now() });
    }
}

//! Hands the plan to the learner as a file.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{Model, Msg};
use crate::browser::files;
use crate::storage::export_plan;

/// What a button does that downloads the plan.
pub fn download_plan(model: &Rc<Model>, send: &Callback<Msg>) -> Callback<MouseEvent> {
    let (model, send) = (model.clone(), send.clone());
    Callback::from(move |_| {
        let file = export_plan(&model.document, &model.roadmap, model.today);
        // A browser that refuses says so to the learner itself; there is no second way to hand out a file.
        if files::download(&file.name, "application/json", &file.text).is_ok() {
            send.emit(Msg::Exported(file.name));
        }
    })
}

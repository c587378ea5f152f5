//! A button that opens a plan file.

use std::rc::Rc;

use yew::prelude::*;

use crate::app::{FileRefusal, Msg};
use crate::browser::files::{self, Chosen};
use crate::planner::roadmap::Roadmap;
use crate::storage::{MOST_BYTES, read_plan_file};

/// A button with that label, which reads a plan about that roadmap.
pub fn open_file(label: &'static str, roadmap: &Rc<Roadmap>, send: &Callback<Msg>) -> Html {
    let on_change = {
        let (send, roadmap) = (send.clone(), roadmap.clone());
        Callback::from(move |event: Event| {
            let (send, roadmap) = (send.clone(), roadmap.clone());
            files::read_chosen(&event, MOST_BYTES, move |chosen| {
                send.emit(Msg::FileRead(match chosen {
                    Chosen::Bytes(bytes) => read_plan_file(&bytes, &roadmap).map(Box::new),
                    Chosen::TooLarge => Err(FileRefusal::TooLarge { limit: MOST_BYTES }),
                    Chosen::Unreadable(words) => Err(FileRefusal::Unreadable(words)),
                }));
            });
        })
    };
    html! {
        <label class="button button-quiet open-file">
            { label }
            <input type="file" accept=".json,application/json" onchange={on_change} />
        </label>
    }
}

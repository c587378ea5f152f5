//! A button that opens a plan file.

use yew::prelude::*;

use crate::app::{FileRefusal, Msg};
use crate::browser::files::{self, Chosen};
use crate::planner::roadmap::Roadmap;
use crate::storage::{MOST_BYTES, read_plan_file};

#[derive(Properties, PartialEq)]
pub struct OpenFileProps {
    /// What the button says.
    pub label: &'static str,
    pub roadmap: std::rc::Rc<Roadmap>,
    pub send: Callback<Msg>,
}

#[component]
pub fn OpenFile(props: &OpenFileProps) -> Html {
    let on_change = {
        let (send, roadmap) = (props.send.clone(), props.roadmap.clone());
        Callback::from(move |event: Event| {
            let (send, roadmap) = (send.clone(), roadmap.clone());
            files::read_chosen(&event, MOST_BYTES, move |chosen| {
                send.emit(Msg::FileRead(match chosen {
                    Chosen::Bytes(bytes) => read_plan_file(&bytes, &roadmap),
                    Chosen::TooLarge => Err(FileRefusal::TooLarge { limit: MOST_BYTES }),
                    Chosen::Unreadable(words) => Err(FileRefusal::Unreadable(words)),
                }));
            });
        })
    };
    html! {
        <label class="button button-quiet open-file">
            { props.label }
            <input type="file" accept=".json,application/json" onchange={on_change} />
        </label>
    }
}

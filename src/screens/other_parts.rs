//! What else a file has that can be a roadmap, to be opened in place of the one on offer.

use std::rc::Rc;

use yew::prelude::*;

use crate::context::{use_model, use_send};
use crate::focus::HEADING;
use crate::opening::other_part;
use crate::parts::{Button, ButtonKind};
use crate::text::{reading, roadmaps as words};
use app::RoadmapOffer;
use browser::page;
use formats::Part;

#[derive(Properties)]
pub struct OtherPartsProps {
    pub offer: Rc<RoadmapOffer>,
}

impl PartialEq for OtherPartsProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.offer, &other.offer)
    }
}

/// A button for each part; nothing if there is none.
#[component]
pub fn OtherParts(props: &OtherPartsProps) -> Html {
    let (model, send) = (use_model(), use_send());
    let parts = props.offer.others();
    if parts.is_empty() {
        return Html::default();
    }
    let row = |part: &Part| {
        let on_click = {
            let (offer, part, model, send) = (props.offer.clone(), part.clone(), model.clone(), send.clone());
            move |_: MouseEvent| {
                if let Some(msg) = other_part(&offer, &part, &model) {
                    send.emit(msg);
                    // The screen stays, and shows something else from its heading on.
                    page::focus(HEADING);
                }
            }
        };
        let (label, about) = (reading::part(part), reading::about_part(part));
        let name = words::about(words::OPEN_INSTEAD, &format!("{label} {about}"));
        html! {
            <li key={part.line}>
                <Button kind={ButtonKind::Link} {label} {name} {on_click} />
                <span class="quiet">{ about }</span>
            </li>
        }
    };
    html! {
        <section aria-labelledby="other-parts">
            <h2 id="other-parts">{ words::OTHER_PARTS }</h2>
            <p class="hint">{ words::OTHER_PARTS_NOTE }</p>
            <ul class="plain rows">{ for parts.iter().map(row) }</ul>
        </section>
    }
}

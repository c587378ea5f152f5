//! The offer of a roadmap from a file: its contents, and what was assumed while reading it.

use std::rc::Rc;

use yew::prelude::*;

use super::offered_steps::OutlineOfOffer;
use crate::focus::HEADING;
use crate::parts::{ButtonKind, MsgButton};
use crate::persistence::free_id;
use crate::text::{reading, roadmaps as words};
use app::{Model, Msg, OwnRoadmap, RoadmapMsg, RoadmapTask};
use roadmap::Kind;

#[inline(never)]
pub fn view(model: &Model) -> Html {
    let Some(offer) = model.roadmap_offer() else { return Html::default() };
    let roadmap = &offer.own().roadmap;
    let known = model.library().find(offer.own().id());
    let questions = roadmap.nodes().iter().filter(|node| matches!(node.kind, Kind::Decision));
    html! {
        <div class="keep">
            <div class="intro">
                <h1 id={HEADING} tabindex="-1">{ words::OFFER_TITLE }</h1>
                <p class="lead">{ words::title_and_size(roadmap) }</p>
            </div>
            if roadmap.nodes().iter().any(|node| matches!(node.kind, Kind::Decision)) {
                <section aria-labelledby="asks">
                    <h2 id="asks">{ words::QUESTIONS }</h2>
                    <ul>{ for questions.map(|node| html! { <li>{ &node.title }</li> }) }</ul>
                </section>
            }
            <OutlineOfOffer offer={offer.clone()} />
            <section aria-labelledby="warnings">
                <h2 id="warnings">{ words::WARNINGS }</h2>
                if offer.warnings.is_empty() {
                    <p>{ words::NO_WARNINGS }</p>
                } else {
                    <ul>
                        { for reading::warnings(&offer.warnings).into_iter().map(|warning| html! {
                            <li>{ warning }</li>
                        }) }
                    </ul>
                }
            </section>
            if let Some(known) = known {
                <p>{ words::known(&known.file.title) }</p>
            }
            <p class="actions">
                if known.is_some() {
                    { accept(words::REPLACE, offer.own().clone()) }
                    { accept(words::BESIDE, beside(model, offer.own())) }
                } else {
                    { accept(words::ACCEPT, beside(model, offer.own())) }
                }
                <MsgButton label={words::DECLINE} msg={Msg::Roadmap(RoadmapMsg::OfferDeclined)} />
            </p>
        </div>
    }
}

/// The roadmap with an id that is free, also among stored roadmaps that cannot be read.
fn beside(model: &Model, own: &OwnRoadmap) -> OwnRoadmap {
    let id = free_id(model.library(), own.id());
    own.with_id(id).unwrap_or_else(|| own.clone())
}

fn accept(label: &'static str, own: OwnRoadmap) -> Html {
    let msg = Msg::Roadmap(RoadmapMsg::Asked(Rc::new(RoadmapTask::Save { own, and_use: true, plan: None })));
    html! { <MsgButton kind={ButtonKind::Primary} {label} {msg} /> }
}

//! The offer of a roadmap from a file: its contents, and what was assumed while reading it.

use std::rc::Rc;

use yew::prelude::*;

use super::offered_steps::OutlineOfOffer;
use super::other_parts::OtherParts;
use crate::focus::HEADING;
use crate::parts::{ButtonKind, MsgButton};
use crate::persistence::free_id;
use crate::text::{reading, roadmaps as words};
use app::{Carried, Model, Msg, OwnRoadmap, RoadmapMsg, RoadmapOffer, RoadmapTask};
use roadmap::{Differences, Kind};

#[inline(never)]
pub fn view(model: &Model) -> Html {
    let Some(offer) = model.roadmap_offer() else { return Html::default() };
    let roadmap = &offer.own().roadmap;
    let questions = roadmap.nodes().iter().filter(|node| matches!(node.kind, Kind::Decision));
    html! {
        <div class="keep">
            <div class="intro">
                <h1 id={HEADING} tabindex="-1">{ words::offer_title(offer.is_own()) }</h1>
                <p class="lead">{ words::title_and_size(roadmap) }</p>
            </div>
            if !offer.is_own() && roadmap.nodes().iter().any(|node| matches!(node.kind, Kind::Decision)) {
                <section aria-labelledby="asks">
                    <h2 id="asks">{ words::QUESTIONS }</h2>
                    <ul>{ for questions.map(|node| html! { <li>{ &node.title }</li> }) }</ul>
                </section>
            }
            { changes(model, offer) }
            <OtherParts offer={offer.clone()} />
            <OutlineOfOffer offer={offer.clone()} />
            if !offer.is_own() {
                { warnings(offer) }
            }
            <p class="actions">
                { choices(model, offer) }
                <MsgButton label={words::DECLINE} msg={Msg::Roadmap(RoadmapMsg::OfferDeclined)} />
            </p>
        </div>
    }
}

/// What was assumed or not understood while reading the file.
fn warnings(offer: &RoadmapOffer) -> Html {
    let all = reading::warnings(&offer.warnings).into_iter();
    html! {
        <section aria-labelledby="warnings">
            <h2 id="warnings">{ words::WARNINGS }</h2>
            if offer.warnings.is_empty() {
                <p>{ words::NO_WARNINGS }</p>
            } else {
                <ul>{ for all.map(|warning| html! { <li>{ warning }</li> }) }</ul>
            }
        </section>
    }
}

/// What changes if the roadmap replaces the one that the learner has, and what of its topics is ticked.
fn changes(model: &Model, offer: &RoadmapOffer) -> Html {
    let ticked = offer.ticked().len();
    let Some(known) = offer.replaces() else {
        return html! { if ticked > 0 { <p>{ words::ticked_will_be_known(ticked) }</p> } };
    };
    let after = &offer.own().roadmap;
    let in_use = Some(model.document()).filter(|document| document.roadmap == *known.id());
    let plan = in_use.or_else(|| offer.plan());
    let carried = plan.map(|document| Carried::between(document, &known.roadmap, after));
    let differences = Differences::between(&known.roadmap, after);
    if offer.is_own() && differences.is_none() {
        return Html::default();
    }
    let said = words::changes(&differences, &carried.unwrap_or_default(), ticked);
    html! {
        <section aria-labelledby="changes">
            <h2 id="changes">{ words::CHANGES }</h2>
            if !offer.is_own() {
                <p>{ words::edited(&known.file.title, &differences) }</p>
                if !offer.own().corrections().is_empty() {
                    <p>{ words::CORRECTED_AS_BEFORE }</p>
                }
            }
            <ul>{ for said.into_iter().map(|line| html! { <li>{ line }</li> }) }</ul>
        </section>
    }
}

/// The ways to open the roadmap. One that has nothing in common with the one of its name is not meant to replace it.
fn choices(model: &Model, offer: &RoadmapOffer) -> Html {
    if offer.is_own() {
        return save(offer.own().clone());
    }
    let (own, beside) = (offer.own(), beside(model, offer.own()));
    let Some(known) = offer.replaces() else {
        return accept(words::ACCEPT, ButtonKind::Primary, beside);
    };
    let is_edited = Differences::between(&known.roadmap, &own.roadmap).shared() > 0;
    let (replace, keep) = match is_edited {
        true => (ButtonKind::Primary, ButtonKind::Quiet),
        false => (ButtonKind::Quiet, ButtonKind::Primary),
    };
    let replace = accept(words::REPLACE, replace, own.clone());
    let keep = accept(words::BESIDE, keep, beside);
    if is_edited {
        html! { <>{ replace }{ keep }</> }
    } else {
        html! { <>{ keep }{ replace }</> }
    }
}

/// The roadmap with an id that is free, also among stored roadmaps that cannot be read.
fn beside(model: &Model, own: &OwnRoadmap) -> OwnRoadmap {
    let id = free_id(model.library(), own.id());
    own.with_id(id).unwrap_or_else(|| own.clone())
}

/// Saves a roadmap whose steps were corrected.
fn save(own: OwnRoadmap) -> Html {
    let task = RoadmapTask::Save { own, and_use: false, plan: None };
    let msg = Msg::Roadmap(RoadmapMsg::Asked(Rc::new(task)));
    html! { <MsgButton kind={ButtonKind::Primary} label={words::SAVE_STEPS} {msg} /> }
}

fn accept(label: &'static str, kind: ButtonKind, own: OwnRoadmap) -> Html {
    let msg = Msg::Roadmap(RoadmapMsg::Asked(Rc::new(RoadmapTask::Save { own, and_use: true, plan: None })));
    html! { <MsgButton {kind} {label} {msg} /> }
}

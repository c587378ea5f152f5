//! The steps of a roadmap on offer, each with its time, to be corrected before it is opened: a wrong guess of the reader is a
//! touch away from right.

use std::rc::Rc;

use yew::prelude::*;

use crate::context::use_send;
use crate::parts::{Button, ButtonKind, LineForm};
use crate::text::roadmaps as words;
use app::{RoadmapMsg, RoadmapOffer};
use browser::page;
use formats::read_hours;
use roadmap::{Corrections, KindName, NodeFile, NodeId, RoadmapFile, Span, before};

#[derive(Properties)]
pub struct OutlineProps {
    pub offer: Rc<RoadmapOffer>,
}

impl PartialEq for OutlineProps {
    fn eq(&self, other: &Self) -> bool {
        Rc::ptr_eq(&self.offer, &other.offer)
    }
}

/// All steps with their fields.
#[component]
pub fn OutlineOfOffer(props: &OutlineProps) -> Html {
    let send = use_send();
    let offer = &props.offer;
    let correct: Callback<Corrections> =
        send.reform(|corrections| RoadmapMsg::OfferCorrected(Box::new(corrections)).into());
    let moves =
        Corrections { moved_up: offer.own().corrections().moved_up.clone(), ..Corrections::default() };
    let file = moves.apply(&offer.own().read.file);
    let steps: Vec<&NodeFile> = file.nodes.iter().filter(|node| is_step(node)).collect();
    let open = steps.iter().filter(|node| !offer.own().corrections().left_out.contains(&node.id)).count();
    html! {
        <section aria-labelledby="steps">
            <h2 id="steps">{ words::STEPS }</h2>
            <p class="hint">{ if offer.is_own() { words::STEPS_NOTE_OWN } else { words::STEPS_NOTE } }</p>
            <ol class="offered-steps">
                { for steps.iter().zip(groups(&steps)).map(|(node, group)| html! {
                    <Step
                        key={node.id.to_string()}
                        node={(*node).clone()}
                        {group}
                        within={within(node, &file, offer.own().corrections())}
                        corrections={offer.own().corrections().clone()}
                        hours_per_week={file.reference_hours_per_week}
                        can_move={before(&file, &node.id).is_some()}
                        is_last={open == 1}
                        correct={correct.clone()}
                    />
                }) }
            </ol>
            { for_all(offer, &file, &correct) }
        </section>
    }
}

/// For each step the heading above it: what the file puts it under, if that differs from the step before. Where no two steps
/// have the same, these are remarks about them.
fn groups(steps: &[&NodeFile]) -> Vec<Option<String>> {
    let mut before = "";
    let mut groups = Vec::new();
    for node in steps {
        let group = if node.is(KindName::Phase) { node.summary.as_str() } else { before };
        groups.push((group != before && !group.is_empty()).then(|| group.to_owned()));
        before = group;
    }
    let shared = steps.windows(2).any(|two| !two[0].summary.is_empty() && two[0].summary == two[1].summary);
    if shared { groups } else { vec![None; steps.len()] }
}

/// The title of the phase whose time includes that of a project, if it is still part of the plan.
fn within(node: &NodeFile, file: &RoadmapFile, corrections: &Corrections) -> Option<String> {
    let id = node.projects.iter().find_map(|project| project.within.as_ref())?;
    let is_apart = [&corrections.left_out, &corrections.optional]
        .iter()
        .any(|all| all.contains(id) || all.contains(&node.id));
    let phase = file.nodes.iter().find(|phase| phase.id == *id).filter(|_| !is_apart)?;
    Some(corrections.titles.get(id).unwrap_or(&phase.title).clone())
}

fn is_step(node: &NodeFile) -> bool {
    node.is(KindName::Phase) || node.is(KindName::Projects)
}

/// One time for all steps, or a total that is shared among them.
fn for_all(offer: &Rc<RoadmapOffer>, file: &RoadmapFile, correct: &Callback<Corrections>) -> Html {
    let phases: Vec<(NodeId, u32)> = file
        .nodes
        .iter()
        .filter(|node| node.is(KindName::Phase))
        .map(|node| {
            (node.id.clone(), node.hours(file.reference_hours_per_week).unwrap_or_default().high.max(1))
        })
        .collect();
    let pace = file.reference_hours_per_week;
    let accepts = move |text: String| read_hours(&text, pace).is_some();
    let set = |times: Division| {
        let (phases, corrections, correct) =
            (phases.clone(), offer.own().corrections().clone(), correct.clone());
        move |text: String| {
            let Some(hours) = read_hours(&text, pace) else { return };
            let mut corrections = corrections.clone();
            corrections.hours.extend(times(&phases, hours));
            correct.emit(corrections);
        }
    };
    html! {
        <div class="offered-times">
            <LineForm
                id="time-for-each"
                label={words::TIME_FOR_EACH}
                action={words::USE_TIME}
                missing={words::TIME_UNREADABLE}
                accepts={Callback::from(accepts)}
                on_submit={set(same)}
            />
            <LineForm
                id="time-in-total"
                label={words::TIME_IN_TOTAL}
                action={words::SHARE_TIME}
                missing={words::TIME_UNREADABLE}
                accepts={Callback::from(accepts)}
                on_submit={set(shared)}
            />
        </div>
    }
}

/// How a time that is given once becomes one for each step, by the hours that the steps have now.
type Division = fn(&[(NodeId, u32)], Span) -> Vec<(NodeId, Span)>;

/// The same time for each step.
fn same(phases: &[(NodeId, u32)], hours: Span) -> Vec<(NodeId, Span)> {
    phases.iter().map(|(id, _)| (id.clone(), hours)).collect()
}

/// A total shared by the times that the steps have now.
fn shared(phases: &[(NodeId, u32)], total: Span) -> Vec<(NodeId, Span)> {
    let sum: u64 = phases.iter().map(|(_, hours)| u64::from(*hours)).sum();
    let part = |of: u32, hours: u32| ((u64::from(of) * u64::from(hours) + sum / 2) / sum).max(1) as u32;
    phases
        .iter()
        .map(|(id, hours)| {
            (id.clone(), Span { low: part(total.low, *hours), high: part(total.high, *hours) })
        })
        .collect()
}

#[derive(Properties, PartialEq)]
struct StepProps {
    /// As it was read.
    node: NodeFile,
    /// What it and the steps after it stand under in the file.
    group: Option<String>,
    /// The title of the phase whose time includes it.
    within: Option<String>,
    corrections: Corrections,
    hours_per_week: u32,
    can_move: bool,
    /// No other step is left.
    is_last: bool,
    correct: Callback<Corrections>,
}

#[component]
fn Step(props: &StepProps) -> Html {
    let StepProps { node, group, within, corrections, hours_per_week, can_move, is_last, correct } = props;
    let (id, pace) = (&node.id, *hours_per_week);
    let title = corrections.titles.get(id).unwrap_or(&node.title).clone();
    let time = words::hours(
        corrections.hours.get(id).copied().unwrap_or_else(|| node.hours(pace).unwrap_or_default()),
    );
    let wrong_time = use_state_eq(|| None::<String>);
    let (is_left_out, is_optional) = (corrections.left_out.contains(id), is_optional(node, corrections));
    let change = |edit: fn(&mut Corrections, &NodeId)| {
        let (corrections, correct, id) = (corrections.clone(), correct.clone(), id.clone());
        move |_: MouseEvent| {
            let mut corrections = corrections.clone();
            edit(&mut corrections, &id);
            correct.emit(corrections);
        }
    };
    let rename = {
        let (corrections, correct, id) = (corrections.clone(), correct.clone(), id.clone());
        move |event: Event| {
            let mut corrections = corrections.clone();
            match page::value_of(&event).trim() {
                "" => corrections.titles.remove(&id),
                title => corrections.titles.insert(id.clone(), title.to_owned()),
            };
            correct.emit(corrections);
        }
    };
    let set_time = {
        let (corrections, correct, id) = (corrections.clone(), correct.clone(), id.clone());
        let wrong_time = wrong_time.clone();
        move |event: Event| {
            let text = page::value_of(&event);
            let hours = read_hours(&text, pace);
            wrong_time.set(hours.is_none().then_some(text));
            if let Some(hours) = hours {
                let mut corrections = corrections.clone();
                corrections.hours.insert(id.clone(), hours);
                correct.emit(corrections);
            }
        }
    };
    let (title_id, time_id, error_id) = (format!("title-{id}"), format!("time-{id}"), format!("error-{id}"));
    html! {
        <li class={classes!(is_left_out.then_some("is-left-out"))}>
            if let Some(group) = group {
                <h3 class="group">{ group }</h3>
            }
            <div class="offered-fields">
                <label class="unseen" for={title_id.clone()}>{ words::name_of(&title) }</label>
                <input id={title_id} type="text" autocomplete="off" maxlength="200" value={title.clone()} onchange={rename} disabled={is_left_out} />
                <label class="unseen" for={time_id.clone()}>{ words::time_of(&title) }</label>
                <input
                    id={time_id}
                    class="short"
                    type="text"
                    autocomplete="off"
                    value={(*wrong_time).clone().unwrap_or(time)}
                    onchange={set_time}
                    disabled={is_left_out}
                    aria-invalid={wrong_time.is_some().then_some("true")}
                    aria-describedby={wrong_time.is_some().then(|| error_id.clone())}
                />
            </div>
            if wrong_time.is_some() {
                <p class="field-error" id={error_id} role="alert">{ words::TIME_UNREADABLE }</p>
            }
            if let Some(contents) = words::contents(node.topics.len(), is_optional, within.as_deref()) {
                <p class="quiet">{ contents }</p>
            }
            <p class="offered-actions">
                { link(words::MOVE_UP, &title, *can_move && !is_left_out, change(|all, id| all.moved_up.push(id.clone()))) }
                if is_left_out {
                    { link(words::PUT_BACK, &title, true, change(|all, id| { all.left_out.remove(id); })) }
                } else {
                    { link(words::LEAVE_OUT, &title, !is_last, change(|all, id| { all.left_out.insert(id.clone()); })) }
                }
                if is_optional {
                    { link(words::MAKE_REQUIRED, &title, corrections.optional.contains(id), change(|all, id| { all.optional.remove(id); })) }
                } else {
                    { link(words::MAKE_OPTIONAL, &title, !is_last && !is_left_out, change(|all, id| { all.optional.insert(id.clone()); })) }
                }
            </p>
        </li>
    }
}

fn link(label: &'static str, title: &str, enabled: bool, on_click: impl Fn(MouseEvent) + 'static) -> Html {
    html! {
        <Button
            kind={ButtonKind::Link}
            {label}
            name={words::about_step(label, title)}
            disabled={!enabled}
            {on_click}
        />
    }
}

fn is_optional(node: &NodeFile, corrections: &Corrections) -> bool {
    corrections.optional.contains(&node.id) || node.projects.iter().any(|project| project.optional)
}

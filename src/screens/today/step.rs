//! The step in hand: what to do, with what, and buttons for what one did. Below it, all steps of its topic or project.

use yew::prelude::*;

use super::timer;
use crate::focus;
use crate::parts::{ButtonKind, Icon, Markdown, MaterialLink, MsgButton};
use crate::screens::log_here;
use crate::screens::steps::StepList;
use crate::text::{plan as plan_words, titles, today as words};
use app::{Model, Msg, Outlook, ProgressMsg, Screen, StepMsg, TimerMsg};
use browser::clock;
use planner::{Ending, Item, LogEntry, PlannedStep, StepKey};
use roadmap::{Material, Roadmap};

pub fn view(model: &Model, send: &Callback<Msg>, outlook: &Outlook) -> Html {
    let Some(item) = outlook.in_hand() else { return timer::alone(model, send) };
    let steps = StepList::of(model, Some(outlook), item.clone());
    let hand = InHand { model, item: &item, title: titles::item(model.roadmap(), &item), steps: &steps };
    html! {
        <>
            <section class="card step-card" aria-labelledby="now">
                { hand.place(outlook) }
                <h2 id="now">{ hand.step_title() }</h2>
                { hand.what_to_do() }
                if let Some(timer) = model.timer() {
                    { timer::view(model, send, timer) }
                } else {
                    { hand.actions(send) }
                }
            </section>
            if steps.count().1 > 1 {
                <section class="steps-of-today" aria-labelledby={focus::STEPS}>
                    <div class="split">
                        <h2 id={focus::STEPS} tabindex="-1">
                            { words::STEPS_IN }{ " " }<a href={screen(&item).hash()}>{ &hand.title }</a>
                        </h2>
                        <p class="quiet">
                            { words::steps_done(steps.count(), model.document().progress.log.on(&item)) }
                        </p>
                    </div>
                    { steps.bar() }
                    { steps.plain() }
                </section>
            }
        </>
    }
}

/// The page about a topic or project.
pub fn screen(item: &Item) -> Screen {
    match item {
        Item::Topic(topic) => Screen::Topic(topic.clone()),
        Item::Project(project) => Screen::Project(project.clone()),
    }
}

/// The topic or project in hand.
struct InHand<'a> {
    model: &'a Model,
    item: &'a Item,
    title: String,
    steps: &'a StepList<'a>,
}

impl InHand<'_> {
    fn step(&self) -> Option<&PlannedStep<'_>> {
        self.steps.first_open()
    }

    fn step_title(&self) -> String {
        self.step().map_or_else(|| self.title.clone(), |step| step.title.to_owned())
    }

    /// The phase and topic of the step, and which one of its steps it is.
    fn place(&self, outlook: &Outlook) -> Html {
        let holds = |(held, _): &(Item, _)| held == self.item;
        let within = outlook.plan.work.iter().find(|scheduled| scheduled.items().iter().any(holds));
        let phase = within.map(|scheduled| titles::work(self.model.roadmap(), &scheduled.work));
        let (done, all) = self.steps.count();
        html! {
            <div class="split">
                <ol class="crumbs" aria-label={words::WHERE}>
                    if let Some(phase) = phase.filter(|phase| *phase != self.title) {
                        <li><a href={Screen::Plan.hash()}>{ phase }</a></li>
                    }
                    <li><a href={screen(self.item).hash()}>{ &self.title }</a></li>
                </ol>
                if all > 1 && done < all {
                    <p class="chip">{ words::step_of(done + 1, all) }</p>
                }
            </div>
        }
    }

    /// The step's instruction and its main material, once the learning content is there.
    fn what_to_do(&self) -> Html {
        let step = self.step().map(|step| &step.key);
        let (task, material) = what_to_do(self.model.roadmap(), self.item, step);
        let summary = || summary(self.model.roadmap(), self.item);
        html! {
            <>
                <Markdown text={task.unwrap_or_else(summary)} />
                if let Some(material) = material {
                    <p class="material">{ Icon::Guide.view() }<MaterialLink {material} />{ Icon::Out.view() }</p>
                }
            </>
        }
    }

    fn actions(&self, send: &Callback<Msg>) -> Html {
        let (model, item) = (self.model, self.item.clone());
        let start = {
            let item = item.clone();
            send.reform(move |_: MouseEvent| {
                TimerMsg::Started { item: item.clone(), on: clock::now(), at: clock::instant() }.into()
            })
        };
        let time = model.time_to_log();
        let entry = LogEntry::new(model.today(), item.clone(), time);
        html! {
            <>
                <p class="actions">
                    <button type="button" class="button" onclick={start}>{ Icon::Play.view() }{ words::START }</button>
                    <MsgButton
                        icon={Icon::Clock}
                        label={words::log(time)}
                        msg={Msg::Progress(ProgressMsg::Logged(entry))}
                    />
                    { self.done() }
                </p>
                { log_here::view(model, send, &item, &self.title, words::OTHER_TIME) }
            </>
        }
    }

    /// A button that ends the step, or what has no steps.
    fn done(&self) -> Html {
        let (item, on) = (self.item.clone(), self.model.today());
        let (label, msg) = match self.step() {
            Some(step) => {
                let step = step.key.clone();
                (words::STEP_DONE, Msg::Step(StepMsg::Ticked { item, step, on }))
            }
            None => {
                (words::TOPIC_DONE, Msg::Progress(ProgressMsg::Ended { item, ending: Ending::Finished, on }))
            }
        };
        let name = plan_words::about_item(label, &self.step_title());
        html! { <MsgButton kind={ButtonKind::Quiet} icon={Icon::Check} {label} {name} {msg} /> }
    }
}

/// What the learning content says to do for a step, and its main material.
pub fn what_to_do(
    roadmap: &Roadmap,
    item: &Item,
    step: Option<&StepKey>,
) -> (Option<String>, Option<Material>) {
    let Some(StepKey::OfRoadmap(step)) = step else {
        return (None, main_material(roadmap, item));
    };
    match item {
        Item::Topic(topic) => {
            let about = roadmap.content().topics.get(topic);
            let what = about.and_then(|about| about.steps.iter().find(|what| what.step == *step));
            let read = what.and_then(|what| what.read.first().cloned());
            (what.map(|what| what.task.clone()), read.or_else(|| main_material(roadmap, item)))
        }
        Item::Project(project) => {
            let brief = roadmap.content().projects.get(project);
            let what = brief.and_then(|brief| brief.milestones.iter().find(|what| what.milestone == *step));
            (what.map(|what| what.task.clone()), None)
        }
    }
}

fn main_material(roadmap: &Roadmap, item: &Item) -> Option<Material> {
    match item {
        Item::Topic(topic) => Some(roadmap.content().topics.get(topic)?.materials.first()?.link()),
        Item::Project(_) => None,
    }
}

fn summary(roadmap: &Roadmap, item: &Item) -> String {
    match item {
        Item::Topic(topic) => roadmap.topic(topic).map(|topic| topic.summary.clone()),
        Item::Project(project) => roadmap.project(project).map(|project| project.summary.clone()),
    }
    .unwrap_or_default()
}

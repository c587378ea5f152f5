//! The steps of a topic or project: when each is likely done, its checkbox, and those that the learner adds.

use yew::prelude::*;

use crate::context::use_send;
use crate::focus;
use crate::parts::{Button, ButtonKind, LineForm, Meter, MsgButton, Tick};
use crate::text::{plan, steps as words};
use app::{Model, Msg, Outlook, StepMsg};
use planner::{Chances, Date, Item, PlannedStep, Status, StepKey, Toward};
use roadmap::{Effort, Project, StepId};

/// The steps of a topic or project as of today.
pub struct StepList<'a> {
    pub item: Item,
    /// That of the whole topic or project.
    pub effort: Effort,
    all: Vec<PlannedStep<'a>>,
    model: &'a Model,
    outlook: Option<&'a Outlook>,
    /// The first open step, if the topic or project is the one in hand.
    now: Option<StepKey>,
}

impl<'a> StepList<'a> {
    /// With dates if there is an outlook.
    pub fn of(model: &'a Model, outlook: Option<&'a Outlook>, item: Item) -> Self {
        let progress = &model.document().progress;
        let all = progress.steps.of(model.roadmap(), &item);
        let effort = match &item {
            Item::Topic(topic) => model.roadmap().usual_effort(topic),
            Item::Project(project) => {
                model.roadmap().project(project).map(Project::effort).unwrap_or_default()
            }
        };
        let is_open = |step: &&PlannedStep<'_>| progress.step_done(&item, &step.key).is_none();
        let in_hand = outlook.and_then(Outlook::in_hand).as_ref() == Some(&item);
        let now = all.iter().find(is_open).filter(|_| in_hand).map(|step| step.key.clone());
        Self { item, effort, all, model, outlook, now }
    }

    fn done_on(&self, step: &PlannedStep<'_>) -> Option<Date> {
        self.model.document().progress.step_done(&self.item, &step.key)
    }

    /// The steps that are not done.
    pub fn open(&self) -> impl Iterator<Item = &PlannedStep<'a>> {
        self.all.iter().filter(|step| self.done_on(step).is_none())
    }

    /// The first step that is not done.
    pub fn first_open(&self) -> Option<&PlannedStep<'a>> {
        self.open().next()
    }

    fn done(&self) -> impl Iterator<Item = &PlannedStep<'a>> {
        self.all.iter().filter(|step| self.done_on(step).is_some())
    }

    /// The number of steps done, and of all.
    pub fn count(&self) -> (usize, usize) {
        (self.done().count(), self.all.len())
    }

    /// How much is done, by the shares of the steps.
    pub fn meter(&self) -> Html {
        html! { <>{ self.bar() }<p class="quiet">{ words::count(self.count()) }</p></> }
    }

    /// The same without the count beside it.
    pub fn bar(&self) -> Html {
        let part: f64 = self.done().map(|step| step.share).sum();
        let value = words::count(self.count());
        html! { <Meter label={words::PROGRESS} percent={(part * 100.0).round() as u32} {value} /> }
    }

    fn status(&self) -> Status {
        match &self.item {
            Item::Topic(topic) if self.model.document().known.contains(topic) => Status::Known,
            item => self.model.document().progress.status_of(item),
        }
    }

    /// Whether steps can be ticked: the topic or project is neither left out nor known before.
    fn can_tick(&self) -> bool {
        !matches!(self.status(), Status::Known | Status::Skipped(_))
    }

    /// Why no step can be ticked; nothing if they can.
    pub fn note(&self) -> Html {
        match self.status() {
            Status::Known => html! { <p class="hint">{ words::KNOWN }</p> },
            Status::Skipped(_) => html! { <p class="hint">{ words::LEFT_OUT }</p> },
            Status::NotStarted | Status::InProgress | Status::Done(_) => Html::default(),
        }
    }

    /// All steps, each with what `more` says about a step of the roadmap.
    pub fn list(&self, more: impl Fn(&StepId) -> Html) -> Html {
        html! {
            <ol class="route-list" aria-label={words::STEPS}>
                { for self.all.iter().map(|step| {
                    let more = match &step.key {
                        StepKey::OfRoadmap(id) => more(id),
                        StepKey::Own(_) => Html::default(),
                    };
                    self.row(step, more)
                }) }
            </ol>
        }
    }

    /// All steps with nothing but the time that each takes.
    pub fn plain(&self) -> Html {
        html! {
            <ol class="route-list" aria-label={words::STEPS}>
                { for self.all.iter().map(|step| self.brief_row(step)) }
            </ol>
        }
    }

    fn is_now(&self, step: &PlannedStep<'_>) -> bool {
        self.now.as_ref() == Some(&step.key)
    }

    fn state(&self, step: &PlannedStep<'_>) -> Option<&'static str> {
        match self.done_on(step) {
            Some(_) => Some("is-done"),
            None => self.is_now(step).then_some("is-now"),
        }
    }

    fn brief_row(&self, step: &PlannedStep<'_>) -> Html {
        html! {
            <li class={classes!("brief", self.state(step))} key={element_id(&self.item, &step.key)}>
                { self.tick(step) }
                if self.is_now(step) {
                    <p class="chip">{ words::NOW }</p>
                }
                <p class="step-facts">{ self.time(step) }</p>
            </li>
        }
    }

    /// `2 h 30 min`
    pub fn time(&self, step: &PlannedStep<'_>) -> String {
        words::time_short(self.effort, step.share)
    }

    fn row(&self, step: &PlannedStep<'_>, more: Html) -> Html {
        let is_now = self.is_now(step);
        html! {
            <li class={self.state(step)} key={element_id(&self.item, &step.key)}>
                { self.tick(step) }
                <p class="step-facts">
                    if is_now {
                        <span class="chip">{ words::NOW }</span>{ " " }
                    }
                    { self.facts(step) }
                </p>
                { more }
                if let StepKey::Own(number) = &step.key {
                    <OwnStepMenu
                        item={self.item.clone()}
                        number={*number}
                        title={step.title.to_owned()}
                        is_first={self.all.first().is_some_and(|first| first.key == step.key)}
                        is_last={self.all.last().is_some_and(|last| last.key == step.key)}
                    />
                }
            </li>
        }
    }

    fn tick(&self, step: &PlannedStep<'_>) -> Html {
        let (item, key) = (self.item.clone(), step.key.clone());
        let ticked = StepMsg::Ticked { item: item.clone(), step: key.clone(), on: self.model.today() };
        html! {
            <Tick
                id={element_id(&self.item, &step.key)}
                checked={self.done_on(step).is_some()}
                disabled={!self.can_tick()}
                on={Msg::Step(ticked)}
                off={Msg::Step(StepMsg::Unticked { item, step: key })}
            >
                { step.title }
            </Tick>
        }
    }

    /// When it was done, or how long it takes and when it will probably be done.
    fn facts(&self, step: &PlannedStep<'_>) -> String {
        match self.done_on(step) {
            Some(on) => plan::said_on(plan::Said::Done, on),
            None => words::open(self.effort, step.share, self.finishes(&step.key)),
        }
    }

    /// When it will be done.
    pub fn finishes(&self, step: &StepKey) -> Option<Chances> {
        let expected = self.outlook?.expected(&self.item)?;
        expected.steps.iter().find(|(key, _)| key == step).map(|(_, finishes)| *finishes)
    }

    /// A field for a step of the learner's own; nothing once the topic or project is done.
    pub fn add(&self) -> Html {
        if self.status().is_closed() {
            return Html::default();
        }
        html! { <AddStep item={self.item.clone()} /> }
    }
}

/// Id of the checkbox of a step.
fn element_id(item: &Item, step: &StepKey) -> String {
    let item = app::form::item_name(item);
    match step {
        StepKey::OfRoadmap(id) => format!("step-{item}/{id}"),
        StepKey::Own(number) => format!("own-step-{item}/{number}"),
    }
}

#[derive(Properties, PartialEq)]
struct AddStepProps {
    item: Item,
}

#[component]
fn AddStep(props: &AddStepProps) -> Html {
    let item = props.item.clone();
    let on_submit = use_send().reform(move |title| Msg::Step(StepMsg::Added { item: item.clone(), title }));
    html! {
        <LineForm
            id="own-step"
            label={words::OWN_STEP}
            hint={words::OWN_STEP_HINT}
            action={words::ADD}
            missing={words::TITLE_MISSING}
            {on_submit}
        />
    }
}

#[derive(Properties, PartialEq)]
struct OwnStepMenuProps {
    item: Item,
    number: u32,
    title: AttrValue,
    is_first: bool,
    is_last: bool,
}

/// What can be changed about a step that the learner added.
#[component]
fn OwnStepMenu(props: &OwnStepMenuProps) -> Html {
    let OwnStepMenuProps { item, number, title, is_first, is_last } = props;
    let (number, send) = (*number, use_send());
    let is_renaming = use_state_eq(|| false);
    let set_renaming = |renaming: bool| {
        let is_renaming = is_renaming.setter();
        move |_: MouseEvent| is_renaming.set(renaming)
    };
    if *is_renaming {
        let (item, is_renaming) = (item.clone(), is_renaming.setter());
        let on_submit = send.reform(move |title| {
            is_renaming.set(false);
            Msg::Step(StepMsg::Renamed { item: item.clone(), number, title })
        });
        return html! {
            <LineForm
                id={format!("rename-step-{number}")}
                label={words::new_name(title)}
                value={title.clone()}
                action={words::RENAME}
                missing={words::TITLE_MISSING}
                takes_focus=true
                {on_submit}
                on_cancel={Callback::from(set_renaming(false))}
            />
        };
    }
    let button = |label: &'static str, id: Option<String>, msg: StepMsg| {
        let (name, msg) = (plan::about_item(label, title), Msg::Step(msg));
        html! { <MsgButton kind={ButtonKind::Link} {label} {name} id={id.map(AttrValue::from)} {msg} /> }
    };
    let shift = |toward: Toward| StepMsg::Shifted { item: item.clone(), number, toward };
    html! {
        <p class="step-actions">
            <Button
                kind={ButtonKind::Link}
                label={words::RENAME}
                name={plan::about_item(words::RENAME, title)}
                on_click={set_renaming(true)}
            />
            if !is_first {
                { button(words::UP, Some(focus::shift_button(number, Toward::Start)), shift(Toward::Start)) }
            }
            if !is_last {
                { button(words::DOWN, Some(focus::shift_button(number, Toward::End)), shift(Toward::End)) }
            }
            { button(words::REMOVE, None, StepMsg::Removed { item: item.clone(), number }) }
        </p>
    }
}

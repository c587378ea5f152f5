//! A simulated learner: everything that can be done in the page, in any order.

use app::form::{Field, MOST_ROWS};
use app::{
    AfterGap, Aim, BackupMsg, Document, FileRefusal, HistoryMsg, Instant, Model, Msg, NavigationMsg, NoteMsg,
    OfferMsg, PlanMsg, ProgressMsg, Rows, Screen, StepMsg, TimerMsg,
};
use chrono::{Days, NaiveTime};
use planner::questionnaire::{Question, questions};
use planner::{Date, DateRange, Ending, Item, PaceChoice, StepKey, Toward, Week};
use roadmap::{Kind, Material, Minutes, NodeId, ProjectId, StatementId, TopicId};

use crate::dice::Dice;
use crate::texts::naughty;

/// The day on which every simulated learner starts: the first Monday of 2027.
pub fn monday() -> Date {
    Date::from_ymd_opt(2027, 1, 4).expect("January has a fourth")
}

/// A random message in the present state.
pub fn any_msg(dice: &mut Dice, model: &Model) -> Msg {
    match dice.below(100) {
        0..=19 => Msg::Plan(PlanMsg::Typed { field: any_field(dice), text: any_text(dice) }),
        20..=34 => about_the_questions(dice, model),
        35..=54 => about_progress(dice, model),
        55..=61 => about_steps(dice, model),
        62..=64 => about_what_is_kept(dice, model),
        65..=74 => about_hours(dice, model),
        75..=80 => Msg::Navigation(NavigationMsg::AddressChanged(any_screen(dice, model))),
        81..=82 => about_timer(dice, model),
        83..=88 => Msg::Plan(PlanMsg::Continued),
        89..=92 => about_rows(dice),
        93..=94 => Msg::DayCame(model.today() + Days::new(dice.below(40) as u64)),
        95..=96 => about_history(dice, model),
        97 => Msg::Offer(OfferMsg::FileRead(Err(FileRefusal::CutOff))),
        98 => Msg::Backup(BackupMsg::ReminderPutOff),
        _ => Msg::Backup(BackupMsg::PlanExported {
            name: "waymark-plan.json".to_owned(),
            at: model.today().and_time(NaiveTime::MIN),
        }),
    }
}

fn about_the_questions(dice: &mut Dice, model: &Model) -> Msg {
    let route = model.route();
    let asked: Vec<_> = route.turns.iter().filter(|taken| taken.is_asked()).collect();
    match dice.below(6) {
        0..=2 if !asked.is_empty() => {
            let taken = dice.one_of(&asked);
            let (answer, _) = dice.one_of(&taken.offered);
            Msg::Plan(PlanMsg::AnswerChosen { turn: taken.turn.clone(), answer: answer.clone() })
        }
        3 => Msg::Navigation(NavigationMsg::ChangeAsked(dice.one_of(&questions(&route)).clone())),
        4 => Msg::Plan(PlanMsg::WeekFilled(any_week(dice))),
        _ => {
            let statement = format!("like-{}", dice.below(50)).into();
            Msg::Plan(PlanMsg::StatementTicked { statement, agreed: !dice.once_in(3) })
        }
    }
}

fn about_history(dice: &mut Dice, model: &Model) -> Msg {
    match dice.below(7) {
        0..=2 => Msg::History(HistoryMsg::Undone),
        3 => Msg::History(HistoryMsg::Redone),
        4 => Msg::History(HistoryMsg::BroughtBack(dice.below(model.history().past().len() + 1))),
        5 => Msg::Offer(OfferMsg::Declined),
        _ => Msg::History(HistoryMsg::StartedOver),
    }
}

fn about_progress(dice: &mut Dice, model: &Model) -> Msg {
    let on = model.today();
    match dice.below(11) {
        0..=1 => Msg::Progress(ProgressMsg::Started { item: any_item(dice, model), on }),
        2..=3 => {
            Msg::Progress(ProgressMsg::Ended { item: any_item(dice, model), ending: Ending::Finished, on })
        }
        4 => Msg::Progress(ProgressMsg::Ended { item: any_item(dice, model), ending: Ending::Skipped, on }),
        5 => Msg::Progress(ProgressMsg::Reopened(any_item(dice, model))),
        6 => Msg::Progress(ProgressMsg::PhaseFinished { phase: any_phase(dice, model), on }),
        7 => Msg::Progress(ProgressMsg::PhaseReopened(any_phase(dice, model))),
        8 => {
            Msg::Progress(ProgressMsg::TopicKnown { topic: any_topic(dice, model), known: !dice.once_in(3) })
        }
        9 => {
            Msg::Progress(ProgressMsg::PhaseKnown { phase: any_phase(dice, model), known: !dice.once_in(3) })
        }
        _ => {
            Msg::Plan(PlanMsg::ProjectChosen { project: any_project(dice, model), wanted: !dice.once_in(3) })
        }
    }
}

fn about_steps(dice: &mut Dice, model: &Model) -> Msg {
    let (item, on, number) = (any_item(dice, model), model.today(), dice.below(4) as u32);
    let steps = model.document().progress.steps.of(model.roadmap(), &item);
    let any_step = |dice: &mut Dice| match steps.is_empty() {
        true => StepKey::Own(number),
        false => dice.one_of(&steps).key.clone(),
    };
    match dice.below(10) {
        0..=3 => Msg::Step(StepMsg::Ticked { step: any_step(dice), item, on }),
        4 => Msg::Step(StepMsg::Unticked { step: any_step(dice), item }),
        5 => Msg::Step(StepMsg::Added { item, title: any_text(dice) }),
        6 => Msg::Step(StepMsg::Renamed { item, number, title: any_text(dice) }),
        7 => Msg::Step(StepMsg::Removed { item, number }),
        _ => {
            let toward = if dice.once_in(2) { Toward::Start } else { Toward::End };
            Msg::Step(StepMsg::Shifted { item, number, toward })
        }
    }
}

fn about_sessions(dice: &mut Dice, model: &Model) -> Msg {
    let day = |ahead: usize| model.today() + Days::new(ahead as u64);
    let (from, to) = (day(dice.below(5)), day(5 + dice.below(20)));
    match dice.below(6) {
        0..=1 => Msg::Plan(PlanMsg::SessionMoved { from, to }),
        2 => Msg::Plan(PlanMsg::Paused(DateRange::new(from, to).expect("one comes after the other"))),
        3 => Msg::Plan(PlanMsg::PauseEnded(model.today())),
        4 => Msg::Plan(PlanMsg::AimChosen(if dice.once_in(2) { Aim::JobReady } else { Aim::Everything })),
        _ => Msg::Progress(ProgressMsg::WeekReviewed(model.today())),
    }
}

fn about_timer(dice: &mut Dice, model: &Model) -> Msg {
    let at = Instant(dice.below(1_000_000_000) as u64);
    Msg::Timer(match dice.below(6) {
        0..=1 => {
            TimerMsg::Started { item: any_item(dice, model), on: model.today().and_time(NaiveTime::MIN), at }
        }
        2 => TimerMsg::Paused(at),
        3 => TimerMsg::Resumed(at),
        4 => TimerMsg::Stopped(at),
        _ if dice.once_in(2) => TimerMsg::Discarded(at),
        _ => TimerMsg::Logged { minutes: Minutes(1 + dice.below(300) as u32), at },
    })
}

fn about_what_is_kept(dice: &mut Dice, model: &Model) -> Msg {
    let (item, on) = (any_item(dice, model), model.today());
    match dice.below(7) {
        0..=1 => Msg::Note(NoteMsg::Typed { item, text: any_text(dice) }),
        2 => {
            let link = Material { title: any_text(dice), url: "https://example.org".to_owned() };
            Msg::Note(NoteMsg::LinkAdded { item, link })
        }
        3 => Msg::Note(NoteMsg::LinkRemoved { item, at: dice.below(3) }),
        4 => {
            let sign = any_text(dice).into();
            Msg::Progress(ProgressMsg::SignTicked { sign, on: dice.once_in(2).then_some(on) })
        }
        5 => Msg::Progress(ProgressMsg::SignsPutOff(on)),
        _ => Msg::Progress(ProgressMsg::PitfallSentAway { pitfall: any_text(dice).into(), on }),
    }
}

fn about_hours(dice: &mut Dice, model: &Model) -> Msg {
    let total = Minutes(dice.below(7 * 1440) as u32 + 1);
    match dice.below(14) {
        0..=1 => Msg::Plan(PlanMsg::WeekScaled(total)),
        2 => Msg::Plan(PlanMsg::WhatIfTyped(dice.below(60).to_string())),
        3 => Msg::Plan(PlanMsg::WhatIfLeft),
        4 => Msg::Plan(PlanMsg::WhatIfKept),
        5 => Msg::Plan(PlanMsg::PaceChosen(if dice.once_in(2) {
            PaceChoice::Own
        } else {
            PaceChoice::RangesOnly
        })),
        6 if dice.once_in(2) => about_sessions(dice, model),
        6 => Msg::Plan(PlanMsg::BaselineFrozen),
        7 => Msg::Plan(PlanMsg::BaselineDropped),
        8 if dice.once_in(2) => {
            let item = dice.once_in(2).then(|| any_item(dice, model));
            Msg::Progress(ProgressMsg::LogOpened(item))
        }
        8 => Msg::Progress(ProgressMsg::TimeLogged),
        9 => Msg::Progress(ProgressMsg::LogEntryRemoved(dice.below(4))),
        10 => Msg::Progress(ProgressMsg::LogEditBegun(dice.below(4))),
        11 => Msg::Progress(ProgressMsg::LogEditSaved),
        12 => Msg::Progress(ProgressMsg::LogEditLeft),
        _ => {
            let from = model.today() - Days::new(dice.below(30) as u64);
            let dates = DateRange::new(from, model.today()).expect("it begins before it ends");
            let way = match dice.below(3) {
                0 => AfterGap::Extend,
                1 => AfterGap::CatchUp(total),
                _ => AfterGap::Lighten(vec![any_project(dice, model)]),
            };
            Msg::Plan(PlanMsg::WentOn { dates, way })
        }
    }
}

fn about_rows(dice: &mut Dice) -> Msg {
    let rows = if dice.once_in(2) { Rows::TimeOff } else { Rows::Stretches };
    if dice.once_in(2) {
        Msg::Plan(PlanMsg::RowAdded(rows))
    } else {
        Msg::Plan(PlanMsg::RowRemoved(rows, dice.below(4)))
    }
}

fn any_screen(dice: &mut Dice, model: &Model) -> Screen {
    let asked = questions(&model.route()).into_iter().map(Screen::Question);
    let others = [
        Screen::Home,
        Screen::Check,
        Screen::Plan,
        Screen::Progress,
        Screen::FinishBy,
        Screen::Compare,
        Screen::Break,
        Screen::Guide,
        Screen::Keep,
        Screen::Question(Question::TimeOff),
    ];
    dice.one_of(&asked.chain(others).collect::<Vec<_>>()).clone()
}

/// Any field, in one of the first rows or the last possible one.
pub fn any_field(dice: &mut Dice) -> Field {
    let row = if dice.once_in(10) { MOST_ROWS - 1 } else { dice.below(4) };
    let fields = [
        Field::Choice,
        Field::Hours(dice.below(7) as u8),
        Field::Start,
        Field::OffFrom(row),
        Field::OffTo(row),
        Field::StretchFrom(row),
        Field::StretchTo(row),
        Field::StretchHours(row),
        Field::StretchName(row),
        Field::Target,
        Field::MostHours,
        Field::LogDate,
        Field::LogItem,
        Field::LogTime,
        Field::LogKind,
        Field::EditDate,
        Field::EditItem,
        Field::EditTime,
        Field::EditKind,
    ];
    *dice.one_of(&fields)
}

/// A typed text: often one that fits some field, sometimes any text.
fn any_text(dice: &mut Dice) -> String {
    match dice.below(5) {
        0 => (monday() + Days::new(dice.below(400) as u64)).to_string(),
        1 => dice.below(30).to_string(),
        2 => format!("topic/{}", dice.one_of(&["numpy", "classes", "variables"])),
        3 => String::new(),
        _ => (*dice.one_of(naughty())).to_owned(),
    }
}

fn any_week(dice: &mut Dice) -> Week {
    Week::new(std::array::from_fn(|_| Minutes(dice.below(1441) as u32)))
        .expect("no day has more than 24 hours")
}

fn any_item(dice: &mut Dice, model: &Model) -> Item {
    if dice.once_in(4) {
        Item::Project(any_project(dice, model))
    } else {
        Item::Topic(any_topic(dice, model))
    }
}

fn any_topic(dice: &mut Dice, model: &Model) -> TopicId {
    let topics: Vec<_> = model.roadmap().topics().map(|topic| topic.id.clone()).collect();
    dice.one_of(&topics).clone()
}

fn any_project(dice: &mut Dice, model: &Model) -> ProjectId {
    let projects: Vec<_> = model.roadmap().projects().map(|project| project.id.clone()).collect();
    dice.one_of(&projects).clone()
}

fn any_phase(dice: &mut Dice, model: &Model) -> NodeId {
    let is_phase = |node: &&roadmap::Node| matches!(node.kind, Kind::Phase(_));
    let phases: Vec<_> =
        model.roadmap().nodes().iter().filter(is_phase).map(|node| node.id.clone()).collect();
    dice.one_of(&phases).clone()
}

/// A numbered edit that can be recognized in any document. No two of them touch the same item, so they never
/// conflict.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub struct Edit(pub usize);

impl Edit {
    pub fn msg(self) -> Msg {
        let name = format!("edit-{}", self.0);
        let on = monday() + Days::new(self.0 as u64 % 300);
        match self.0 % 5 {
            0 => Msg::Plan(PlanMsg::StatementTicked { statement: name.into(), agreed: true }),
            1 => Msg::Plan(PlanMsg::ProjectChosen { project: name.as_str().into(), wanted: true }),
            2 => Msg::Progress(ProgressMsg::TopicKnown { topic: name.as_str().into(), known: true }),
            3 => Msg::Progress(ProgressMsg::Ended {
                item: Item::Topic(name.as_str().into()),
                ending: Ending::Finished,
                on,
            }),
            _ => Msg::Progress(ProgressMsg::Started { item: Item::Project(name.as_str().into()), on }),
        }
    }

    /// Whether a document contains the edit.
    pub fn is_in(self, document: &Document) -> bool {
        let name = format!("edit-{}", self.0);
        let mark = |item| document.progress.mark(&item);
        match self.0 % 5 {
            0 => document.agreed.contains(&StatementId::from(name)),
            1 => document.projects.iter().any(|(project, wanted)| project.as_str() == name && wanted),
            2 => document.known.contains(&TopicId::from(name.as_str())),
            3 => mark(Item::Topic(name.as_str().into())).ended.is_some(),
            _ => mark(Item::Project(name.as_str().into())).started.is_some(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::{any_msg, monday};
    use crate::browser::Browser;
    use crate::dice::Dice;
    use app::{BackupMsg, HistoryMsg, Msg, NavigationMsg, OfferMsg, PlanMsg, ProgressMsg};

    /// Whether the made-up learner sends a message; a new message does not compile until this is decided.
    fn is_sent(msg: &Msg) -> bool {
        match msg {
            Msg::Plan(
                PlanMsg::AnswerChosen { .. }
                | PlanMsg::StatementTicked { .. }
                | PlanMsg::Typed { .. }
                | PlanMsg::WeekFilled(_)
                | PlanMsg::RowAdded(_)
                | PlanMsg::RowRemoved(..)
                | PlanMsg::Continued
                | PlanMsg::ProjectChosen { .. }
                | PlanMsg::PaceChosen(_)
                | PlanMsg::AimChosen(_)
                | PlanMsg::SessionMoved { .. }
                | PlanMsg::Paused(_)
                | PlanMsg::PauseEnded(_)
                | PlanMsg::BaselineFrozen
                | PlanMsg::BaselineDropped
                | PlanMsg::WentOn { .. }
                | PlanMsg::WhatIfTyped(_)
                | PlanMsg::WhatIfLeft
                | PlanMsg::WhatIfKept
                | PlanMsg::WeekScaled(_),
            )
            | Msg::Progress(
                ProgressMsg::Started { .. }
                | ProgressMsg::Ended { .. }
                | ProgressMsg::Reopened(_)
                | ProgressMsg::PhaseFinished { .. }
                | ProgressMsg::PhaseReopened(_)
                | ProgressMsg::TopicKnown { .. }
                | ProgressMsg::PhaseKnown { .. }
                | ProgressMsg::KnewBefore(_)
                | ProgressMsg::LogOpened(_)
                | ProgressMsg::TimeLogged
                | ProgressMsg::LogEntryRemoved(_)
                | ProgressMsg::LogEditBegun(_)
                | ProgressMsg::LogEditSaved
                | ProgressMsg::LogEditLeft
                | ProgressMsg::SignTicked { .. }
                | ProgressMsg::SignsPutOff(_)
                | ProgressMsg::WeekReviewed(_)
                | ProgressMsg::PitfallSentAway { .. },
            )
            | Msg::History(
                HistoryMsg::StartedOver
                | HistoryMsg::Undone
                | HistoryMsg::Redone
                | HistoryMsg::BroughtBack(_),
            )
            | Msg::Offer(OfferMsg::FileRead(Err(_)) | OfferMsg::Declined)
            | Msg::Backup(BackupMsg::PlanExported { .. } | BackupMsg::ReminderPutOff)
            | Msg::Navigation(NavigationMsg::AddressChanged(_) | NavigationMsg::ChangeAsked(_))
            | Msg::DayCame(_) => true,
            // Plans are opened and roadmaps switched by rows of their own; the rest is not a learner's doing,
            // or changes nothing that is saved.
            Msg::Offer(
                OfferMsg::FileRead(Ok(_))
                | OfferMsg::PlanInsideFound { .. }
                | OfferMsg::PlanInsideNeedsRoadmap { .. }
                | OfferMsg::PlanInsideAsked
                | OfferMsg::Accepted,
            )
            | Msg::Backup(
                BackupMsg::FileHandedOut(_)
                | BackupMsg::FileKept(_)
                | BackupMsg::CalendarHandedOut { .. },
            )
            | Msg::Navigation(NavigationMsg::NoticeDismissed)
            | Msg::Persistence(_)
            | Msg::Roadmap(_)
            // There are no questions without the learning content, which these pages do not have.
            | Msg::Quiz(_) => false,
            // A session has the hour that its weekday has, or none.
            Msg::Plan(PlanMsg::BeginsAt { .. }) => false,
            // One touch logs as the form does.
            Msg::Progress(ProgressMsg::Logged(_)) => false,
            Msg::Step(_) | Msg::Note(_) | Msg::Timer(_) => true,
        }
    }

    #[test]
    fn every_message_is_one_that_a_learner_sends() {
        let browser = Browser::default();
        let tab = browser.opens();
        let mut dice = Dice::new(1);
        assert_eq!(tab.model.today(), monday());
        for _ in 0..1_000 {
            let msg = any_msg(&mut dice, &tab.model);
            assert!(is_sent(&msg), "{msg:?}");
        }
    }
}

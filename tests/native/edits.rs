//! Edits of a plan under way, in any order: no logged time is lost, and there is always an outlook or a reason for none.

use std::fs;
use std::path::Path;
use std::rc::Rc;
use std::sync::LazyLock;
use testkit::{documents, opened_page};

use app::form::{Field, MOST_ROWS};
use app::{AfterGap, Document, Model, Msg, NavigationMsg, PlanMsg, ProgressMsg, Rows, Screen, StepMsg};
use chrono::Days;
use planner::questionnaire::Question;
use planner::{Date, DateRange, Ending, Item, LogEntry, PaceChoice, StepKey, Steps, Stretch, Week};
use proptest::prelude::*;
use roadmap::{Minutes, Roadmap, shipped_roadmap};
use testkit::documents::monday;

fn after(days: u64) -> Date {
    monday() + Days::new(days)
}

fn model() -> Model {
    model_with(documents::beginner())
}

pub fn model_with(document: Document) -> Model {
    let path = Path::new(env!("CARGO_MANIFEST_DIR")).join("static/roadmaps/python.json");
    let roadmap = Roadmap::new(serde_json::from_str(&fs::read_to_string(path).unwrap()).unwrap()).unwrap();
    opened_page(Rc::new(roadmap), Some(document.into()), Screen::Plan, monday())
}

fn log_time(model: &mut Model, on: &str, item: &str, time: &str) {
    model.update(NavigationMsg::AddressChanged(Screen::Progress));
    for (field, text) in [(Field::LogDate, on), (Field::LogItem, item), (Field::LogTime, time)] {
        model.update(PlanMsg::Typed { field, text: text.to_owned() });
    }
    model.update(ProgressMsg::TimeLogged);
}

fn type_into(model: &mut Model, field: Field, text: &str) {
    model.update(PlanMsg::Typed { field, text: text.to_owned() });
}

#[test]
fn time_is_logged_if_all_fields_are_valid() {
    let mut model = model();
    log_time(&mut model, "2027-01-04", "topic/variables", "1:30");
    let entry = LogEntry::new(monday(), Item::Topic("variables".into()), Minutes(90));
    assert_eq!(model.document().progress.log.entries(), [entry]);
    assert!(!model.document().drafts.contains_key(&Field::LogTime), "the next entry starts without a time");
    // A date after today, no item, no time: the fields stay as typed.
    for (on, item, time) in [
        ("2027-01-05", "topic/variables", "1"),
        ("2027-01-04", "", "1"),
        ("2027-01-04", "topic/variables", "0"),
        ("2027-01-04", "topic/variables", "25"),
        ("soon", "topic/variables", "1"),
    ] {
        log_time(&mut model, on, item, time);
        assert_eq!(model.document().progress.log.entries().len(), 1, "{on} {item} {time}");
        assert_eq!(model.document().drafts[&Field::LogTime], time);
        assert!(model.shows_errors());
    }
}

#[test]
fn a_stretch_needs_its_dates_and_its_hours() {
    let mut model = model();
    model.update(NavigationMsg::AddressChanged(Screen::Question(Question::TimeOff)));
    model.update(PlanMsg::RowAdded(Rows::Stretches));
    type_into(&mut model, Field::StretchFrom(0), "1 June 2027");
    type_into(&mut model, Field::StretchName(0), "Exams");
    model.update(PlanMsg::Continued);
    let fields = |model: &Model| model.errors().into_iter().map(|error| error.field).collect::<Vec<_>>();
    assert_eq!(fields(&model), [Field::StretchTo(0), Field::StretchHours(0)]);
    type_into(&mut model, Field::StretchFrom(0), "");
    assert_eq!(fields(&model), [Field::StretchFrom(0), Field::StretchHours(0)], "a name alone is no stretch");
    type_into(&mut model, Field::StretchFrom(0), "1 June 2027");
    type_into(&mut model, Field::StretchTo(0), "20 June 2027");
    type_into(&mut model, Field::StretchHours(0), "169");
    assert_eq!(model.errors().len(), 1, "a week has 168 hours");
    type_into(&mut model, Field::StretchHours(0), "2");
    model.update(PlanMsg::Continued);
    let dates = DateRange::new("2027-06-01".parse().unwrap(), "2027-06-20".parse().unwrap()).unwrap();
    // Sessions are of half an hour or more.
    let week = Week::new([30, 30, 30, 30, 0, 0, 0].map(Minutes)).unwrap();
    assert_eq!(model.document().stretches, [Stretch { dates, week, name: "Exams".to_owned() }]);
    model.update(PlanMsg::RowRemoved(Rows::Stretches, 0));
    assert!(model.document().stretches.is_empty());
}

#[test]
fn other_hours_apply_from_today_on() {
    let mut model = model();
    model.update(Msg::DayCame(after(20)));
    model.update(PlanMsg::WeekScaled(Minutes::hours(5)));
    model.update(PlanMsg::WeekScaled(Minutes::hours(20)));
    // After two changes on one day, the former week is the one before that day.
    assert_eq!(model.document().earlier_weeks, [(after(19), Week::on_workdays(Minutes::hours(10)))]);
    let life = model.document().availability(model.roadmap());
    assert_eq!(life.capacity(after(18)), Minutes::hours(2));
    assert_eq!(life.capacity(after(21)), Minutes::hours(4));
    // The same hours again are not a change.
    let mut same = self::model();
    same.update(Msg::DayCame(after(20)));
    same.update(PlanMsg::WeekScaled(Minutes::hours(10)));
    assert!(same.document().earlier_weeks.is_empty());
    // Before the start of study there is no former week to keep.
    let mut early = self::model();
    early.update(PlanMsg::WeekScaled(Minutes::hours(5)));
    assert!(early.document().earlier_weeks.is_empty());
}

#[test]
fn invalid_hours_change_nothing() {
    let mut model = model();
    let usual = model.outlook().unwrap().forecast.finish();
    for text in ["", "0", "none", "169", "-3"] {
        model.update(PlanMsg::WhatIfTyped(text.to_owned()));
        assert_eq!(model.what_if_total(), None, "{text}");
        model.update(PlanMsg::WhatIfKept);
        assert_eq!(model.outlook().unwrap().forecast.finish(), usual, "{text}");
    }
    model.update(PlanMsg::WhatIfTyped("20".to_owned()));
    let tried = model.outlook().unwrap().forecast.finish();
    assert!(tried.unwrap().p80 < usual.unwrap().p80);
    assert_eq!(model.document().week, Some(Week::on_workdays(Minutes::hours(10))), "trying is not keeping");
    model.update(PlanMsg::WhatIfKept);
    assert_eq!(model.document().week, Some(Week::on_workdays(Minutes::hours(20))));
}

#[test]
fn a_break_becomes_time_off_in_each_way() {
    let dates = DateRange::new(monday(), after(20)).unwrap();
    for way in [
        AfterGap::Extend,
        AfterGap::CatchUp(Minutes::hours(15)),
        AfterGap::Lighten(vec!["recommendation-systems".into()]),
    ] {
        let mut model = model();
        model.update(Msg::DayCame(after(21)));
        let gap = model.outlook().unwrap().notable_gap(model.document(), model.today());
        assert_eq!(gap, Some(dates));
        // A row that is only a draft stays one, below the break.
        type_into(&mut model, Field::OffFrom(0), "1 May 2027");
        model.update(PlanMsg::WentOn { dates, way: way.clone() });
        assert_eq!(model.document().time_off, [dates]);
        assert_eq!(model.document().drafts[&Field::OffFrom(1)], "1 May 2027");
        let outlook = model.outlook().unwrap();
        assert_eq!(outlook.notable_gap(model.document(), model.today()), None);
        let week = match way {
            AfterGap::CatchUp(total) => Week::on_workdays(total),
            _ => Week::on_workdays(Minutes::hours(10)),
        };
        assert_eq!(model.document().week, Some(week));
        let projects = outlook.plan.work.len() - outlook.plan.phases().count();
        assert_eq!(projects, usize::from(!matches!(way, AfterGap::Lighten(_))));
    }
}

#[test]
fn who_studied_as_planned_is_not_asked_again_and_no_date_moves() {
    let dates = DateRange::new(monday(), after(20)).unwrap();
    let mut model = model();
    model.update(Msg::DayCame(after(21)));
    let before = model.usual_finish();
    model.update(PlanMsg::WentOn { dates, way: AfterGap::AsPlanned });
    assert_eq!(model.usual_finish(), before);
    assert!(model.document().time_off.is_empty());
    let asked = |model: &Model| model.outlook().unwrap().notable_gap(model.document(), model.today());
    assert_eq!(asked(&model), None);
    // Two weeks without a sign after the last planned study, the page asks again.
    model.update(Msg::DayCame(after(35)));
    assert_eq!(asked(&model), DateRange::new(after(21), after(34)));
}

#[test]
fn who_logs_and_studied_as_planned_has_it_logged() {
    let mut model = model();
    log_time(&mut model, "2027-01-04", "topic/variables", "2");
    model.update(Msg::DayCame(after(21)));
    let away = model.usual_finish().unwrap().unwrap();
    let dates = DateRange::new(after(1), after(20)).unwrap();
    model.update(PlanMsg::WentOn { dates, way: AfterGap::AsPlanned });
    // Of the three weeks, 15 weekdays of two hours, the first one was logged before.
    assert_eq!(model.document().progress.log.on(&Item::Topic("variables".into())), Minutes::hours(30));
    assert!(model.usual_finish().unwrap().unwrap().p80 < away.p80);
}

#[test]
fn no_list_has_more_than_the_most_rows() {
    let mut model = model();
    for _ in 0..MOST_ROWS + 5 {
        model.update(PlanMsg::RowAdded(Rows::TimeOff));
        model.update(PlanMsg::RowAdded(Rows::Stretches));
    }
    assert_eq!(model.document().rows(Rows::TimeOff), MOST_ROWS);
    assert_eq!(model.document().rows(Rows::Stretches), MOST_ROWS);
    let dates = DateRange::new(monday(), after(3)).unwrap();
    model.update(PlanMsg::WentOn { dates, way: AfterGap::Extend });
    assert!(model.document().time_off.is_empty());
    assert_eq!(model.document().rows(Rows::TimeOff), MOST_ROWS);
}

#[test]
fn there_is_an_outlook_on_unusual_dates() {
    let mut model = model();
    let odd = [Date::from_ymd_opt(2000, 1, 1).unwrap(), monday(), Date::from_ymd_opt(2199, 12, 31).unwrap()];
    for on in odd {
        for today in odd {
            model.update(Msg::DayCame(today));
            for (at, topic) in ["variables", "functions", "classes"].into_iter().enumerate() {
                let item = Item::Topic(topic.into());
                let on = if at == 0 { monday() } else { on };
                model.update(ProgressMsg::Ended { item, ending: Ending::Finished, on });
            }
            let outlook = model.outlook().unwrap();
            assert_eq!(outlook.forecast.remaining.as_of, today.max(monday()));
        }
    }
    // With time off until the horizon there is no finish.
    let always = DateRange::new(monday(), Date::from_ymd_opt(2199, 12, 31).unwrap()).unwrap();
    model.update(PlanMsg::WentOn { dates: always, way: AfterGap::Extend });
    assert!(model.outlook().is_err());
}

/// An edit of a plan under way, with its date in days after the start.
/// One of the first steps of a topic or project.
fn any_step(item: &Item, at: usize) -> StepKey {
    let steps = Steps::default();
    let all = steps.of(&ROADMAP, item);
    all.get(at).map_or(StepKey::Own(at as u32), |step| step.key.clone())
}

static ROADMAP: LazyLock<Roadmap> = LazyLock::new(shipped_roadmap);

pub fn any_edit() -> impl Strategy<Value = (u64, Msg)> {
    let topics = ["variables", "functions", "classes", "numpy", "pandas", "gone"];
    let item = prop_oneof![
        prop::sample::select(topics.to_vec()).prop_map(|topic| Item::Topic(topic.into())),
        Just(Item::Project("recommendation-systems".into())),
    ];
    let phase = prop::sample::select(vec!["Basics", "AIMLPhase1", "AIMLPhase2"]);
    let day = 0..200_u64;
    (day, item, phase, 0..20_u8, any::<bool>(), 0..4_usize, 0..60_u32).prop_map(
        move |(day, item, phase, kind, yes, at, hours)| {
            let on = after(day);
            let msg = match kind {
                0 => Msg::Progress(ProgressMsg::Started { item, on }),
                1 | 2 => Msg::Progress(ProgressMsg::Ended {
                    item,
                    ending: if yes { Ending::Finished } else { Ending::Skipped },
                    on,
                }),
                3 => Msg::Progress(ProgressMsg::Reopened(item)),
                4 => Msg::Progress(ProgressMsg::PhaseFinished { phase: phase.into(), on }),
                5 => Msg::Progress(ProgressMsg::PhaseReopened(phase.into())),
                6 => Msg::Progress(ProgressMsg::PhaseKnown { phase: phase.into(), known: yes }),
                7 => Msg::Plan(PlanMsg::ProjectChosen {
                    project: "recommendation-systems".into(),
                    wanted: yes,
                }),
                8 => {
                    Msg::Plan(PlanMsg::PaceChosen(if yes { PaceChoice::Own } else { PaceChoice::RangesOnly }))
                }
                9 => {
                    if yes {
                        Msg::Plan(PlanMsg::BaselineFrozen)
                    } else {
                        Msg::Plan(PlanMsg::BaselineDropped)
                    }
                }
                10 => Msg::Plan(PlanMsg::WeekScaled(Minutes::hours(hours))),
                11 => Msg::Plan(PlanMsg::WentOn {
                    dates: DateRange::new(on, after(day + 20)).unwrap(),
                    way: AfterGap::Extend,
                }),
                12 => Msg::Plan(PlanMsg::RowRemoved(Rows::TimeOff, at)),
                13 => Msg::Progress(ProgressMsg::KnewBefore(vec![topics[at].into()])),
                14 => Msg::Plan(PlanMsg::WentOn {
                    dates: DateRange::new(on, after(day + 20)).unwrap(),
                    way: AfterGap::AsPlanned,
                }),
                15 => Msg::Step(match yes {
                    true => StepMsg::Added { item, title: "Chapter".to_owned() },
                    false => StepMsg::Removed { item, number: at as u32 },
                }),
                16..=18 => Msg::Step(match (yes, any_step(&item, at)) {
                    (true, step) => StepMsg::Ticked { item, step, on },
                    (false, step) => StepMsg::Unticked { item, step },
                }),
                _ => Msg::DayCame(on),
            };
            (day, msg)
        },
    )
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn logged_time_is_never_lost(
        edits in prop::collection::vec((any_edit(), prop::option::of(1..600_u32)), 1..40),
        removed in prop::option::of(0..40_usize),
    ) {
        let mut model = model();
        let logged = |model: &Model| model.document().progress.log.shares().learning;
        for ((_, edit), minutes) in edits {
            let before = logged(&model);
            model.update(edit);
            prop_assert!(logged(&model) >= before);
            if let Some(minutes) = minutes {
                let (today, before) = (model.today().to_string(), logged(&model));
                log_time(&mut model, &today, "topic/numpy", &format!("{minutes} min"));
                prop_assert_eq!(logged(&model), before + Minutes(minutes));
            }
        }
        if let Some(at) = removed {
            let before = logged(&model);
            let entries = model.document().progress.log.entries();
            let taken = entries.get(at).filter(|entry| matches!(entry.item, Item::Topic(_)));
            let taken = taken.map_or(Minutes::ZERO, |entry| entry.minutes);
            model.update(ProgressMsg::LogEntryRemoved(at));
            prop_assert_eq!(logged(&model) + taken, before);
        }
    }

    #[test]
    fn there_is_an_outlook_or_a_reason_for_none(
        begun in prop::sample::select(vec![documents::beginner(), documents::two_paths(), documents::everything()]),
        edits in prop::collection::vec(any_edit(), 1..40),
    ) {
        let mut model = model_with(begun);
        for (_, edit) in edits {
            model.update(edit);
            match model.outlook() {
                // At a slow pace with an hour a week, the horizon of forty years is not enough.
                Err(why) => prop_assert!(model.document().week.unwrap().total() < Minutes::hours(10), "{why:?}"),
                Ok(outlook) => {
                    let done = outlook.tally.percent() == 100;
                    prop_assert_eq!(done, outlook.forecast.finish().is_none());
                    if let Some(finish) = outlook.forecast.finish() {
                        prop_assert!(finish.p50 >= model.today() && finish.p50 <= finish.p80 && finish.p80 <= finish.p95);
                    }
                    prop_assert!(outlook.tally.finished <= outlook.tally.items && outlook.tally.done <= outlook.tally.total);
                }
            }
        }
    }
}

//! Opens the files of the field set from the folder where they were fetched, and prints how many give the plan that their
//! owners mean, as Markdown.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::{env, fs};

use anyhow::{Context, Result};
use formats::{OpenedRoadmap, open_roadmap};
use planner::{Answers, Route};
use roadmap::{Kind, KindName, Minutes, Roadmap};
use serde::Deserialize;

/// What a file means, as it was judged before it was opened.
#[derive(Deserialize)]
struct Expected {
    file: String,
    form: String,
    phases: usize,
    /// Other numbers of phases that are right as well.
    also: Vec<usize>,
    weeks: Option<Range>,
    hours: Option<Range>,
    questions: usize,
}

#[derive(Clone, Copy, Deserialize)]
struct Range {
    low: f64,
    high: f64,
}

/// Percent of the files that have to open, and that have to give the plan that is meant.
const GOALS: [f64; 2] = [85.0, 75.0];

/// Phases and times may differ by this part of what is expected.
const TOLERANCE: f64 = 0.1;

fn main() -> Result<()> {
    let folder = PathBuf::from(env::args().nth(1).context("say in which folder the fetched files are")?);
    let list = fs::read_to_string("tests/data/field/field.json").context("run this from the repository")?;
    let expected: Vec<Expected> = serde_json::from_str(&list)?;
    let mut forms: BTreeMap<&str, [usize; 3]> = BTreeMap::new();
    println!("| file | form | phases | time | questions | |\n| --- | --- | --- | --- | --- | --- |");
    for one in &expected {
        let bytes = fs::read(folder.join(&one.file)).with_context(|| format!("{} is missing", one.file))?;
        let counts = forms.entry(&one.form).or_default();
        counts[0] += 1;
        let opened = match open_roadmap(&one.file, &bytes) {
            Ok(opened) => opened,
            Err(why) => {
                println!("| {} | {} | not opened: {why:?} | | | |", one.file, one.form);
                continue;
            }
        };
        counts[1] += 1;
        let found = Found::of(&opened);
        let is_right = found.is_as(one);
        counts[2] += usize::from(is_right);
        println!("{}", found.row(one, is_right));
    }
    println!("\n| form | files | open | as meant |\n| --- | ---: | ---: | ---: |");
    let mut all = [0; 3];
    for (form, counts) in &forms {
        println!("| {form} | {} | {} | {} |", counts[0], counts[1], counts[2]);
        all.iter_mut().zip(counts).for_each(|(sum, count)| *sum += count);
    }
    let percent = [all[1], all[2]].map(|count| 100.0 * count as f64 / all[0] as f64);
    println!("| all | {} | {} ({:.0}%) | {} ({:.0}%) |\n", all[0], all[1], percent[0], all[2], percent[1]);
    for ((what, percent), goal) in ["open", "as their owners mean them"].into_iter().zip(percent).zip(GOALS) {
        let met = if percent >= goal { "met" } else { "**not met**" };
        println!("- {met}: {goal}% {what}: {percent:.0}%");
    }
    Ok(())
}

/// What was read.
struct Found {
    /// Steps of study on the way by the first answer to each question.
    phases: usize,
    /// The same with the things to build.
    with_projects: usize,
    /// Steps of all ways.
    all_phases: usize,
    questions: usize,
    hours: Range,
    weeks: Range,
    has_assumed_times: bool,
}

/// No way has more questions.
const MOST_TURNS: usize = 100;

/// The way by the first answer to each question.
fn whole_way(roadmap: &Roadmap) -> Route {
    let mut answers = Answers::default();
    for _ in 0..MOST_TURNS {
        let route = Route::walk(roadmap, &answers);
        let answer = route.open().and_then(|turn| {
            let (answer, _) = roadmap.answers(&turn.decision).next()?;
            Some((turn.clone(), answer.clone()))
        });
        let Some((turn, answer)) = answer else { return route };
        answers.give(turn, answer);
    }
    Route::walk(roadmap, &answers)
}

impl Found {
    fn of(OpenedRoadmap { file, roadmap, warnings, .. }: &OpenedRoadmap) -> Self {
        let route = whole_way(roadmap);
        let nodes = || route.steps.iter().filter_map(|step| roadmap.node(&step.node));
        let is_work = |kind: &Kind| matches!(kind, Kind::Phase(_) | Kind::Projects(_));
        let efforts = nodes().filter_map(|node| match &node.kind {
            // A phase's own time is with what is built within it.
            Kind::Phase(phase) => {
                Some((phase.effort.low + phase.building.low, phase.effort.high + phase.building.high))
            }
            _ => None,
        });
        let (low, high) =
            efforts.fold((Minutes::ZERO, Minutes::ZERO), |(low, high), (a, b)| (low + a, high + b));
        let hours = Range { low: f64::from(low.0) / 60.0, high: f64::from(high.0) / 60.0 };
        let pace = f64::from(roadmap.about().reference_pace.0) / 60.0;
        Self {
            phases: nodes().filter(|node| matches!(node.kind, Kind::Phase(_))).count(),
            with_projects: nodes().filter(|node| is_work(&node.kind)).count(),
            all_phases: roadmap.nodes().iter().filter(|node| is_work(&node.kind)).count(),
            questions: file.nodes.iter().filter(|node| node.is(KindName::Decision)).count(),
            hours,
            weeks: Range { low: hours.low / pace, high: hours.high / pace },
            has_assumed_times: warnings
                .iter()
                .any(|one| format!("{:?}", one.what).starts_with("TimesAssumed")),
        }
    }

    fn has_phases(&self, expected: &Expected) -> bool {
        let near =
            |found: usize, count: usize| found.abs_diff(count) as f64 <= (TOLERANCE * count as f64).max(0.5);
        std::iter::once(&expected.phases).chain(&expected.also).any(|&count| {
            near(self.phases, count)
                || near(self.with_projects, count)
                || expected.questions > 0 && near(self.all_phases, count)
        })
    }

    /// Whether the time is as expected in one of the units that the file gives; where it gives none, whether it is assumed.
    fn has_time(&self, expected: &Expected) -> bool {
        let near = |found: Range, meant: Range| {
            (found.low - meant.low).abs() <= TOLERANCE * meant.low.max(1.0)
                && (found.high - meant.high).abs() <= TOLERANCE * meant.high.max(1.0)
        };
        match (expected.weeks, expected.hours) {
            (None, None) => self.has_assumed_times,
            (weeks, hours) => {
                weeks.is_some_and(|weeks| near(self.weeks, weeks))
                    || hours.is_some_and(|hours| near(self.hours, hours))
            }
        }
    }

    fn is_as(&self, expected: &Expected) -> bool {
        self.has_phases(expected) && self.has_time(expected) && self.questions <= expected.questions
    }

    fn row(&self, expected: &Expected, is_right: bool) -> String {
        let range = |range: Option<Range>, unit: &str| match range {
            Some(Range { low, high }) => format!("{low:.0}-{high:.0} {unit}"),
            None => String::new(),
        };
        let meant = [range(expected.weeks, "w"), range(expected.hours, "h")].concat();
        format!(
            "| {} | {} | {} of {} | {:.0}-{:.0} w, {:.0}-{:.0} h of {} | {} of {} | {} |",
            expected.file,
            expected.form,
            self.phases,
            expected.phases,
            self.weeks.low,
            self.weeks.high,
            self.hours.low,
            self.hours.high,
            if meant.is_empty() { "none" } else { &meant },
            self.questions,
            expected.questions,
            if is_right { "as meant" } else { "" }
        )
    }
}

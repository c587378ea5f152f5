//! A hash of everything computed for a generated learner.

use std::hash::{DefaultHasher, Hasher};

use chrono::{Datelike, Days};
use layout::{Graph, Layout, Rect};
use planner::{
    Availability, Chances, Date, DateRange, Ending, Expected, Forecast, Item, PaceChoice, Plan, Scheduled,
    Stretch, Week,
};
use roadmap::{Effort, Minutes};

use crate::builder::{RoadmapBuilder, topic_id};
use crate::dice::Dice;
use crate::graphs;
use crate::learner::{Learner, monday};
use crate::{next_question, quizzes};

/// Generates a learner with a roadmap from a seed and hashes every float and date of plan and forecast, then all positions in
/// the layouts of two generated graphs, and what a generated quiz finds.
pub fn fingerprint(seed: u32) -> u64 {
    let mut dice = Dice::new(seed);
    let learner = somebody(&mut dice);
    let plan = learner.plan();
    let forecast = learner.forecast(&plan);
    let mut hash = Fingerprint::default();
    hash.plan(&plan);
    hash.forecast(&forecast);
    hash.paces(&mut dice, &forecast);
    let nodes = dice.roll(1, 120) as usize;
    hash.layout(&graphs::roadmap_shaped(&mut dice, nodes));
    hash.layout(&graphs::tangled(&mut dice));
    let topics = dice.roll(1, 20) as usize;
    let quiz = quizzes::under_way(&mut dice, topics, 4);
    quiz.known().into_iter().for_each(|chance| hash.float(chance));
    hash.0.write_u32(next_question(&quiz));
    hash.0.finish()
}

fn somebody(dice: &mut Dice) -> Learner {
    let mut roadmap = RoadmapBuilder::new();
    let topics = dice.roll(2, 30) as usize;
    for at in 0..topics {
        let requires = (at > 0 && dice.percent(30)).then(|| dice.index(at));
        roadmap.topic(dice.roll(1, 5), requires);
    }
    // The order of topics in phases is not that of their ids, so that some are required before their own phase.
    let mut order = dice.permutation(topics).into_iter().peekable();
    while order.peek().is_some() {
        let low = dice.roll(0, 6);
        let within = order.by_ref().take(dice.roll(1, 5) as usize).collect::<Vec<_>>();
        roadmap.phase(low, (low + dice.roll(0, 6)).max(1), within);
        if dice.percent(30) {
            roadmap.project(dice.roll(1, 9), dice.roll(9, 40));
        }
    }
    let mut learner = Learner::new(roadmap.into_roadmap(dice.roll(3, 15)), Minutes::ZERO);
    learner.availability = availability(dice);
    learner.known = (0..topics).filter(|_| dice.percent(10)).map(topic_id).collect();
    learner.pace = if dice.percent(75) { PaceChoice::Own } else { PaceChoice::RangesOnly };
    study(dice, &mut learner);
    learner
}

fn availability(dice: &mut Dice) -> Availability {
    let mut week =
        || Week::new(std::array::from_fn(|_| Minutes(dice.roll(90, 300)))).expect("no day is that long");
    let (usual, before, exams) = (week(), week(), week());
    let mut dates = || {
        let from = after(monday(), dice.roll(0, 300));
        DateRange::new(from, after(from, dice.roll(0, 30))).expect("it ends after it begins")
    };
    let stretch = Stretch { dates: dates(), week: exams, name: String::new() };
    Availability::new(usual, [dates(), dates()])
        .with_earlier(&[(after(monday(), 40), before)])
        .with_stretches(&[stretch])
}

/// Finishes or skips some items, each taking a fraction or a multiple of its expected time.
fn study(dice: &mut Dice, learner: &mut Learner) {
    let items: Vec<(Item, Effort)> = learner.plan().work.iter().flat_map(Scheduled::items).collect();
    let (logs_time, pace) = (dice.percent(50), dice.roll(300, 2500));
    for (item, effort) in items.iter().take(dice.index(items.len())) {
        let minutes = Minutes(effort.middle().0 * (pace + dice.roll(0, 700)) / 1000);
        learner.today = after(learner.today, minutes.0 / 200);
        if logs_time {
            learner.log(item, learner.today, minutes);
        }
        match dice.roll(1, 20) {
            1 => learner.progress.start(item.clone(), learner.today),
            2 => learner.progress.end(item.clone(), Ending::Skipped, learner.today),
            _ => learner.finish(item, learner.today),
        }
    }
    learner.today = after(learner.today, dice.roll(0, 20));
}

fn after(date: Date, days: u32) -> Date {
    date + Days::new(days.into())
}

/// Native and WebAssembly programs have the same hash function because the same compiler builds them. No type whose width
/// depends on the machine may be hashed.
#[derive(Default)]
struct Fingerprint(DefaultHasher);

impl Fingerprint {
    fn float(&mut self, value: f64) {
        self.0.write_u64(value.to_bits());
    }

    fn date(&mut self, date: Date) {
        self.0.write_i32(date.num_days_from_ce());
    }

    fn chances(&mut self, Chances { p50, p80, p95 }: Chances) {
        [p50, p80, p95].into_iter().for_each(|date| self.date(date));
    }

    fn plan(&mut self, plan: &Plan) {
        for work in &plan.work {
            for between in [work.starts, work.finishes] {
                self.date(between.earliest);
                self.date(between.latest);
            }
            self.0.write_u32(work.effort.low.0);
            self.0.write_u32(work.effort.high.0);
        }
    }

    fn forecast(&mut self, forecast: &Forecast) {
        for work in &forecast.work {
            if let Expected::Ahead { starts, finishes, items, .. } = work {
                self.date(*starts);
                self.chances(*finishes);
                items.iter().for_each(|item| self.chances(item.finishes));
            }
        }
        for (date, chance) in forecast.curve(60) {
            self.date(date);
            self.float(chance);
        }
        let remaining = &forecast.remaining;
        self.float(remaining.middle_pace);
        for step in 1..100 {
            let probability = f64::from(step) / 100.0;
            self.float(remaining.time.quantile(probability));
            let minutes = remaining.minutes(probability);
            self.0.write_u32(minutes.0);
            self.float(remaining.chance(minutes));
        }
    }

    fn paces(&mut self, dice: &mut Dice, forecast: &Forecast) {
        for pieces in 1..5 {
            let pace = &forecast.remaining.pace;
            let ahead = (0..pieces).fold(pace.ahead(), |ahead, _| {
                ahead.and(f64::from(dice.roll(1, 5000)), f64::from(dice.roll(0, 1_000_000)))
            });
            let log = pace.of(&ahead);
            for part in log.parts {
                [part.mean, part.deviation, part.weight].into_iter().for_each(|figure| self.float(figure));
            }
            [0.025, 0.5, 0.8, 0.95, 0.975].into_iter().for_each(|chance| self.float(log.quantile(chance)));
        }
    }

    fn layout(&mut self, graph: &Graph) {
        let layout = Layout::of(graph);
        layout.nodes.iter().for_each(|node| self.rect(*node));
        for edge in &layout.edges {
            for point in &edge.points {
                self.0.write_i32(point.x);
                self.0.write_i32(point.y);
            }
            edge.label.into_iter().for_each(|label| self.rect(label));
        }
    }

    fn rect(&mut self, rect: Rect) {
        [rect.x, rect.y, rect.width, rect.height].into_iter().for_each(|number| self.0.write_i32(number));
    }
}

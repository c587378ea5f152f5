//! Everything that the learner entered. Routes, dates and sentences are computed from it, and only this is stored.

use std::collections::{BTreeMap, BTreeSet};

use super::form::{
    Field, FieldError, MOST_ROWS, Refusal, Rows, USUAL_MOST, is_blank, read_date, read_hours,
    read_week_hours, write_hours,
};
use super::note::Notes;
use super::placement::QuizRun;
use planner::questionnaire::{self, Question};
use planner::{
    Answers, Assumptions, Availability, Baseline, Date, DateRange, Ending, Item, LogEntry, Now, PaceChoice,
    Progress, ProjectChoices, Route, Stretch, Turn, Week,
};
use roadmap::{AnswerId, Kind, Minutes, NodeId, PitfallId, Roadmap, RoadmapId, SignId, StatementId, TopicId};

/// Text that was typed into fields and not accepted yet, or refused.
pub type Drafts = BTreeMap<Field, String>;

/// From Monday on, the minutes after midnight at which a session begins, where the learner said so.
pub type Beginnings = [Option<Minutes>; 7];

/// Everything that the learner entered about a plan.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Document {
    pub roadmap: RoadmapId,
    /// Answers at the roadmap's decisions.
    pub answers: Answers,
    /// Statements that the learner agreed with while choosing a path.
    pub agreed: BTreeSet<StatementId>,
    /// Study time on each weekday from now on.
    pub week: Option<Week>,
    /// When the sessions of each day of the week begin.
    pub begins: Beginnings,
    /// Former weeks with the last date of each, in ascending order.
    pub earlier_weeks: Vec<(Date, Week)>,
    /// First day of study.
    pub start: Option<Date>,
    /// Dates without study, as entered: ranges may overlap.
    pub time_off: Vec<DateRange>,
    /// Dates with a different week, as entered: they may overlap.
    pub stretches: Vec<Stretch>,
    /// Study time of single dates that differs from their week: of sessions that were moved.
    pub sessions: BTreeMap<Date, Minutes>,
    /// Date by which the learner would like to reach their aim.
    pub target: Option<Date>,
    pub aim: Aim,
    /// The most study time a week that the learner would put in to meet the target date.
    pub most_a_week: Option<Minutes>,
    pub projects: ProjectChoices,
    /// Topics known before the plan.
    pub known: BTreeSet<TopicId>,
    /// Quizzes taken or begun, by the decisions and phases that they are about.
    pub quizzes: BTreeMap<NodeId, QuizRun>,
    pub progress: Progress,
    /// Notes and links about topics and projects.
    pub notes: Notes,
    /// Signs of success that the learner sees in themselves, with the date on which they said so.
    pub signs: BTreeMap<SignId, Date>,
    /// Pitfalls that the learner was told about and sent away, with the date.
    pub sent_away: BTreeMap<PitfallId, Date>,
    /// The date on which the learner put off the question about signs.
    pub signs_put_off: Option<Date>,
    /// The Monday of the week in which the learner last looked back on the week before.
    pub reviewed: Option<Date>,
    /// Whether the forecast uses the learner's own pace.
    pub pace: PaceChoice,
    /// Frozen dates to compare with.
    pub baseline: Option<Baseline>,
    pub drafts: Drafts,
}

/// What the learner wants to have reached by the target date.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Aim {
    /// Everything on the plan is done.
    #[default]
    Everything,
    /// The phases of the path are done; projects may be left.
    JobReady,
}

impl Document {
    /// A document in which nothing has been entered.
    pub fn new(roadmap: RoadmapId) -> Self {
        Self {
            roadmap,
            answers: Answers::default(),
            agreed: BTreeSet::new(),
            week: None,
            begins: Beginnings::default(),
            earlier_weeks: Vec::new(),
            start: None,
            time_off: Vec::new(),
            stretches: Vec::new(),
            sessions: BTreeMap::new(),
            target: None,
            aim: Aim::default(),
            most_a_week: None,
            projects: ProjectChoices::default(),
            known: BTreeSet::new(),
            quizzes: BTreeMap::new(),
            progress: Progress::default(),
            notes: Notes::default(),
            signs: BTreeMap::new(),
            sent_away: BTreeMap::new(),
            signs_put_off: None,
            reviewed: None,
            pace: PaceChoice::default(),
            baseline: None,
            drafts: Drafts::new(),
        }
    }

    /// Whether nothing has been entered yet.
    pub fn is_empty(&self) -> bool {
        *self == Self::new(self.roadmap.clone())
    }

    /// When the learner can study; until they have said so, at the roadmap's reference pace.
    pub fn availability(&self, roadmap: &Roadmap) -> Availability {
        let week = self.week.unwrap_or_else(|| Week::on_workdays(roadmap.about().reference_pace));
        Availability::new(week, self.time_off.iter().copied())
            .with_earlier(&self.earlier_weeks)
            .with_stretches(&self.stretches)
            .with_days(&self.sessions)
    }

    /// First day of study; `today` until the learner has said.
    pub fn start_or(&self, today: Date) -> Date {
        self.start.unwrap_or(today)
    }

    /// The first unanswered question without which there is no plan.
    pub fn open_question(&self, roadmap: &Roadmap) -> Option<Question> {
        let route = Route::walk(roadmap, &self.answers);
        let is_open = |question: &Question| match question {
            Question::Choice(turn) => route.open() == Some(turn),
            _ => self.week.is_none(),
        };
        let open = questionnaire::needed(roadmap, &route).into_iter().find(is_open);
        // The hours bring a first day with them, but plans of former versions may lack it.
        open.or_else(|| self.start.is_none().then_some(Question::Start))
    }

    /// The assumptions of a plan with this availability.
    pub fn given<'a>(&'a self, availability: &'a Availability, today: Date) -> Assumptions<'a> {
        Assumptions {
            answers: &self.answers,
            availability,
            start: self.start_or(today),
            projects: &self.projects,
            known: &self.known,
        }
    }

    /// The learner's situation today, which is the same for all plans.
    pub fn now(&self, roadmap: &Roadmap, availability: &Availability, today: Date) -> Now<'_> {
        Now::of(roadmap, &self.given(availability, today), &self.progress, today, self.pace)
    }
}

/// Edits.
impl Document {
    /// Takes over the drafts of a question that has no errors.
    pub(super) fn accept(&mut self, question: &Question, today: Date) {
        match question {
            Question::Choice(_) => {}
            Question::Hours => {
                if let Ok(week) = self.entered_week() {
                    self.change_week(week, today);
                }
                // A plan begins somewhere, and the learner can say later where.
                self.start.get_or_insert(today);
            }
            Question::Start => self.start = self.entered_start(today).ok(),
            Question::TimeOff => {
                self.time_off = self.entered_time_off().unwrap_or_default();
                self.stretches = self.entered_stretches().unwrap_or_default();
            }
            Question::Target => self.target = self.entered_target(today).ok().flatten(),
        }
        self.drafts.retain(|field, _| field.question().as_ref() != Some(question));
    }

    /// Takes over the draft of the most hours a week.
    pub(super) fn accept_most(&mut self) {
        if self.drafts.contains_key(&Field::MostHours) {
            self.most_a_week = self.entered_most().ok();
            self.drafts.remove(&Field::MostHours);
        }
    }

    /// Changes the week from today on. Once study has begun, the former week still applies to the time before.
    fn change_week(&mut self, week: Week, today: Date) {
        let yesterday =
            today.pred_opt().filter(|yesterday| self.start.is_some_and(|start| start <= *yesterday));
        let is_new = self.earlier_weeks.last().is_none_or(|(until, _)| Some(*until) < yesterday);
        if let (Some(before), Some(yesterday)) = (self.week, yesterday)
            && before != week
            && is_new
        {
            self.earlier_weeks.push((yesterday, before));
        }
        self.week = Some(week);
    }

    /// The document with the weeks that were planned on a date.
    pub(super) fn with_weeks_of(&self, date: Date) -> Self {
        let mut then = self.clone();
        if let Some(at) = then.earlier_weeks.iter().position(|(until, _)| *until >= date) {
            then.week = Some(then.earlier_weeks[at].1);
            then.earlier_weeks.truncate(at);
        }
        then
    }

    /// Scales the week to another total from today on.
    pub(super) fn scale_week(&mut self, total: Minutes, today: Date) {
        if let Some(week) = self.week {
            self.change_week(week.scaled(total), today);
        }
    }

    /// Finishes what is left of a phase. Topics that were finished or skipped before keep their dates.
    pub(super) fn finish_phase(&mut self, roadmap: &Roadmap, phase: &NodeId, on: Date) {
        for item in items_of(roadmap, phase) {
            if !self.progress.status_of(&item).is_closed() {
                self.progress.end(item, Ending::Finished, on);
            }
        }
    }

    pub(super) fn reopen_phase(&mut self, roadmap: &Roadmap, phase: &NodeId) {
        for item in items_of(roadmap, phase) {
            self.progress.reopen(&item);
        }
    }

    /// Takes over the result of a quiz: which open topics are known, and the answer that fits at the decision that it is about.
    pub(super) fn take_quiz(
        &mut self,
        about: &NodeId,
        known: BTreeMap<TopicId, bool>,
        answer: Option<AnswerId>,
    ) {
        // What the learner has finished or left out stays as it is.
        let is_open = |topic: &TopicId| !self.progress.status_of(&Item::Topic(topic.clone())).is_closed();
        let open: Vec<(TopicId, bool)> = known.into_iter().filter(|(topic, _)| is_open(topic)).collect();
        for (topic, is_known) in open {
            self.know(topic, is_known);
        }
        if let Some(answer) = answer {
            self.answers.give(Turn::first(about.clone()), answer);
        }
    }

    /// Moves the study time of a date to another date.
    pub(super) fn move_session(&mut self, roadmap: &Roadmap, from: Date, to: Date) {
        let life = self.availability(roadmap);
        let (time, there) = (life.capacity(from), life.capacity(to));
        if from != to && time > Minutes::ZERO && !life.is_off(to) {
            self.sessions.insert(from, Minutes::ZERO);
            self.sessions.insert(to, Minutes::DAY.min(there + time));
        }
    }

    /// The dates off around a date, as they were entered.
    pub fn pause(&self, date: Date) -> Option<DateRange> {
        self.time_off.iter().filter(|dates| dates.contains(date)).max_by_key(|dates| dates.to()).copied()
    }

    /// Ends the dates off around a date on the day before it.
    pub(super) fn end_pause(&mut self, on: Date) {
        let until = on.pred_opt().unwrap_or(on);
        let cut = |dates: &DateRange| match dates.contains(on) {
            true => DateRange::new(dates.from(), until),
            false => Some(*dates),
        };
        self.time_off = self.time_off.iter().filter_map(cut).collect();
    }

    /// Marks a topic as known before the plan, or not.
    pub(super) fn know(&mut self, topic: TopicId, known: bool) {
        if known {
            self.known.insert(topic);
        } else {
            self.known.remove(&topic);
        }
    }

    /// Takes it that the learner studied as planned. For one who logs time, the planned time is logged for what they have
    /// in hand; otherwise planned time counts anyway.
    pub(super) fn study_as_planned(&mut self, dates: DateRange, life: &Availability, in_hand: Option<Item>) {
        let logs = !self.progress.log.entries().is_empty();
        match in_hand.filter(|_| logs) {
            None => self.progress.studied_until = Some(dates.to()),
            Some(item) => {
                let planned = dates.dates().map(|on| (on, life.capacity(on)));
                for (on, minutes) in planned.filter(|(_, minutes)| *minutes > Minutes::ZERO) {
                    self.progress.log.add(LogEntry::new(on, item.clone(), minutes));
                }
            }
        }
    }

    /// Marks finished topics as known before the plan instead.
    pub(super) fn knew_before(&mut self, topics: Vec<TopicId>) {
        for topic in topics {
            let item = Item::Topic(topic.clone());
            self.progress.clear(&item);
            self.progress.steps.untick_all(&item);
            self.know(topic, true);
        }
    }

    /// Marks all topics of a phase as known before the plan, or not.
    pub(super) fn know_phase(&mut self, roadmap: &Roadmap, phase: &NodeId, known: bool) {
        for topic in topics_of(roadmap, phase) {
            self.know(topic.clone(), known);
        }
    }
}

/// Rows of fields.
impl Document {
    /// The number of rows to show: those accepted or begun, and at least one of time off.
    pub fn rows(&self, rows: Rows) -> usize {
        let of_list = |field: &Field| field.row().filter(|(list, _)| *list == rows).map(|(_, row)| row + 1);
        let drafted = self.drafts.keys().filter_map(of_list).max().unwrap_or(0);
        match rows {
            Rows::TimeOff => drafted.max(self.time_off.len()).max(1),
            Rows::Stretches => drafted.max(self.stretches.len()),
        }
    }

    /// Adds an empty row, unless there are [`MOST_ROWS`].
    pub(super) fn add_row(&mut self, rows: Rows) {
        let row = self.rows(rows);
        let first = match rows {
            Rows::TimeOff => Field::OffFrom(row),
            Rows::Stretches => Field::StretchFrom(row),
        };
        if row < MOST_ROWS {
            self.drafts.insert(first, String::new());
        }
    }

    /// The document with a break added to the time off, above rows that are only drafts. Nothing changes if the list
    /// is full.
    pub(super) fn with_break(&self, dates: DateRange) -> Self {
        let mut rested = self.clone();
        let row = rested.time_off.len();
        if rested.rows(Rows::TimeOff) >= MOST_ROWS || rested.time_off.contains(&dates) {
            return rested;
        }
        rested.time_off.push(dates);
        let drafts = std::mem::take(&mut rested.drafts).into_iter().map(|(field, text)| match field.row() {
            Some((Rows::TimeOff, at)) if at >= row => (field.in_row(at + 1), text),
            Some((Rows::TimeOff | Rows::Stretches, _)) | None => (field, text),
        });
        rested.drafts = drafts.collect();
        rested
    }

    /// Removes a row. Those below move up together with their drafts.
    pub(super) fn remove_row(&mut self, rows: Rows, row: usize) {
        match rows {
            Rows::TimeOff if row < self.time_off.len() => drop(self.time_off.remove(row)),
            Rows::Stretches if row < self.stretches.len() => drop(self.stretches.remove(row)),
            Rows::TimeOff | Rows::Stretches => {}
        }
        let drafts = std::mem::take(&mut self.drafts);
        let kept = drafts.into_iter().filter_map(|(field, text)| match field.row() {
            Some((list, at)) if list == rows && at == row => None,
            Some((list, at)) if list == rows && at > row => Some((field.in_row(at - 1), text)),
            _ => Some((field, text)),
        });
        self.drafts = kept.collect();
    }
}

/// Contents of the fields.
impl Document {
    /// The text in a field: its draft, or else the accepted value, with dates written by `write_date`.
    pub fn entry(&self, field: Field, today: Date, write_date: impl Fn(Date) -> String) -> String {
        if let Some(draft) = self.drafts.get(&field) {
            return draft.clone();
        }
        let time_off = |row: usize| self.time_off.get(row);
        let stretch = |row: usize| self.stretches.get(row);
        let date = match field {
            Field::Hours(day) => {
                return self.week.map_or_else(String::new, |week| write_hours(week.days()[usize::from(day)]));
            }
            Field::MostHours => return write_hours(self.most_a_week.unwrap_or(USUAL_MOST)),
            Field::StretchHours(row) => {
                return stretch(row).map_or_else(String::new, |stretch| write_hours(stretch.week.total()));
            }
            Field::StretchName(row) => {
                return stretch(row).map_or_else(String::new, |stretch| stretch.name.clone());
            }
            Field::Choice
            | Field::LogTime
            | Field::LogItem
            | Field::LogKind
            | Field::EditDate
            | Field::EditItem
            | Field::EditTime
            | Field::EditKind => None,
            Field::LogDate => Some(today),
            Field::StretchFrom(row) => stretch(row).map(|stretch| stretch.dates.from()),
            Field::StretchTo(row) => stretch(row).map(|stretch| stretch.dates.to()),
            Field::Start => Some(self.start_or(today)),
            Field::Target => self.target,
            Field::OffFrom(row) => time_off(row).map(|dates| dates.from()),
            Field::OffTo(row) => time_off(row).map(|dates| dates.to()),
        };
        date.map_or_else(String::new, write_date)
    }

    /// The week in its fields.
    ///
    /// # Errors
    ///
    /// The fields that do not read as hours, or the first one if all are 0.
    pub fn entered_week(&self) -> Result<Week, Vec<FieldError>> {
        let mut minutes = [Minutes::ZERO; 7];
        let mut errors = Vec::new();
        for (day, slot) in (0..).zip(&mut minutes) {
            let field = Field::Hours(day);
            let accepted = self.week.map_or(Minutes::ZERO, |week| week.days()[usize::from(day)]);
            match self.drafts.get(&field).map_or(Ok(accepted), |text| read_hours(text)) {
                Ok(time) => *slot = time,
                Err(why) => errors.push(field.refused(why)),
            }
        }
        if !errors.is_empty() {
            return Err(errors);
        }
        let no_hours = || vec![Field::Hours(0).refused(Refusal::NoHours)];
        Week::new(minutes).filter(|week| week.total() > Minutes::ZERO).ok_or_else(no_hours)
    }

    /// The first day of study in its field.
    ///
    /// # Errors
    ///
    /// If it does not read as a date or is after the target date.
    pub fn entered_start(&self, today: Date) -> Result<Date, FieldError> {
        let start = match self.drafts.get(&Field::Start) {
            Some(text) => read_date(text).map_err(|why| Field::Start.refused(why))?,
            None => self.start_or(today),
        };
        match self.target {
            Some(target) if target < start => Err(Field::Start.refused(Refusal::StartAfterTarget(target))),
            _ => Ok(start),
        }
    }

    /// The target date in its field; `None` if that is empty.
    ///
    /// # Errors
    ///
    /// If it does not read as a date or is before the first day of study.
    pub fn entered_target(&self, today: Date) -> Result<Option<Date>, FieldError> {
        let target = match self.drafts.get(&Field::Target) {
            Some(text) if is_blank(text) => None,
            Some(text) => Some(read_date(text).map_err(|why| Field::Target.refused(why))?),
            None => self.target,
        };
        let start = self.start_or(today);
        match target {
            Some(date) if date < start => Err(Field::Target.refused(Refusal::TargetBeforeStart(start))),
            _ => Ok(target),
        }
    }

    /// The most study time a week in its field.
    ///
    /// # Errors
    ///
    /// If it does not read as hours of a week, or is 0.
    pub fn entered_most(&self) -> Result<Minutes, FieldError> {
        let accepted = self.most_a_week.unwrap_or(USUAL_MOST);
        let most = self.drafts.get(&Field::MostHours).map_or(Ok(accepted), |text| read_week_hours(text));
        let most = most.and_then(|most| match most {
            Minutes::ZERO => Err(Refusal::HoursMissing),
            most => Ok(most),
        });
        most.map_err(|why| Field::MostHours.refused(why))
    }

    /// The time off in its fields, without rows in which both dates are empty.
    ///
    /// # Errors
    ///
    /// The fields that do not read as dates, and the ranges that end before they start.
    pub fn entered_time_off(&self) -> Result<Vec<DateRange>, Vec<FieldError>> {
        let rows = (0..self.rows(Rows::TimeOff)).map(|row| {
            let accepted = self.time_off.get(row).copied();
            self.entered_dates(Field::OffFrom(row), Field::OffTo(row), accepted)
        });
        collect_rows(rows)
    }

    /// The dates with a different week in their fields, without empty rows. Hours are distributed over the days as
    /// in the usual week.
    ///
    /// # Errors
    ///
    /// The fields that do not read as what they ask for, and the ranges that end before they start.
    pub fn entered_stretches(&self) -> Result<Vec<Stretch>, Vec<FieldError>> {
        collect_rows((0..self.rows(Rows::Stretches)).map(|row| self.entered_stretch(row)))
    }

    fn entered_stretch(&self, row: usize) -> Result<Option<Stretch>, Vec<FieldError>> {
        let accepted = self.stretches.get(row);
        let (from, to) = (Field::StretchFrom(row), Field::StretchTo(row));
        let dates = self.entered_dates(from, to, accepted.map(|stretch| stretch.dates));
        let name = match self.drafts.get(&Field::StretchName(row)) {
            Some(text) => text.trim().to_owned(),
            None => accepted.map_or_else(String::new, |stretch| stretch.name.clone()),
        };
        let week = self.entered_stretch_week(row, accepted);
        match (dates, week) {
            (Ok(None), Ok(None)) if name.is_empty() => Ok(None),
            (Ok(Some(dates)), Ok(Some(week))) => Ok(Some(Stretch { dates, week, name })),
            (dates, week) => {
                let mut errors = match dates {
                    Ok(Some(_)) => Vec::new(),
                    Ok(None) => vec![from.refused(Refusal::DateMissing)],
                    Err(errors) => errors,
                };
                let hours = Field::StretchHours(row);
                match week {
                    Ok(Some(_)) => {}
                    Ok(None) => errors.push(hours.refused(Refusal::HoursMissing)),
                    Err(why) => errors.push(hours.refused(why)),
                }
                Err(errors)
            }
        }
    }

    /// The week in the field of such a row; `None` while that is empty. No study at all is written as 0.
    fn entered_stretch_week(&self, row: usize, accepted: Option<&Stretch>) -> Result<Option<Week>, Refusal> {
        let Some(text) = self.drafts.get(&Field::StretchHours(row)) else {
            return Ok(accepted.map(|stretch| stretch.week));
        };
        if is_blank(text) {
            return Ok(None);
        }
        let total = read_week_hours(text)?;
        Ok(Some(self.week.unwrap_or_default().in_sessions(total)))
    }

    /// The dates in two fields; `None` if both are empty.
    fn entered_dates(
        &self,
        from: Field,
        to: Field,
        accepted: Option<DateRange>,
    ) -> Result<Option<DateRange>, Vec<FieldError>> {
        let from_date = self.entered_end(from, accepted.map(DateRange::from));
        let to_date = self.entered_end(to, accepted.map(DateRange::to));
        match (from_date, to_date) {
            (Ok(None), Ok(None)) => Ok(None),
            (Ok(Some(first)), Ok(Some(last))) => match DateRange::new(first, last) {
                Some(dates) => Ok(Some(dates)),
                None => Err(vec![to.refused(Refusal::EndsBeforeStart(first))]),
            },
            (first, last) => {
                let errors = [(from, first), (to, last)].into_iter().filter_map(|(field, end)| match end {
                    Ok(Some(_)) => None,
                    Ok(None) => Some(field.refused(Refusal::OtherEndMissing)),
                    Err(why) => Some(field.refused(why)),
                });
                Err(errors.collect())
            }
        }
    }

    fn entered_end(&self, field: Field, accepted: Option<Date>) -> Result<Option<Date>, Refusal> {
        match self.drafts.get(&field) {
            Some(text) if is_blank(text) => Ok(None),
            Some(text) => read_date(text).map(Some),
            None => Ok(accepted),
        }
    }

    /// The study time to propose for a new log entry: what is planned for today and not logged yet, or what the next
    /// session has.
    pub fn time_to_log(&self, roadmap: &Roadmap, today: Date) -> Minutes {
        let life = self.availability(roadmap);
        let left = life.capacity(today).less(self.progress.log.of_day(today));
        let next = || life.next_study(today).map(|next| life.capacity(next));
        match left {
            Minutes::ZERO => next().unwrap_or(Minutes::hours(1)),
            left => left,
        }
    }
}

/// The values of rows, without empty rows; or the errors of all rows.
fn collect_rows<T>(
    rows: impl Iterator<Item = Result<Option<T>, Vec<FieldError>>>,
) -> Result<Vec<T>, Vec<FieldError>> {
    let (mut values, mut errors) = (Vec::new(), Vec::new());
    for row in rows {
        match row {
            Ok(value) => values.extend(value),
            Err(wrong) => errors.extend(wrong),
        }
    }
    if errors.is_empty() { Ok(values) } else { Err(errors) }
}

/// The topics of a phase.
fn topics_of<'a>(roadmap: &'a Roadmap, phase: &NodeId) -> &'a [TopicId] {
    match roadmap.node(phase).map(|node| &node.kind) {
        Some(Kind::Phase(phase)) => &phase.topics,
        _ => &[],
    }
}

fn items_of<'a>(roadmap: &'a Roadmap, phase: &NodeId) -> impl Iterator<Item = Item> + use<'a> {
    topics_of(roadmap, phase).iter().cloned().map(Item::Topic)
}

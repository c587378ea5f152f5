//! Conditions on how a learner's study goes, such as `learning_hours >= 20`.

use std::fmt;
use std::str::FromStr;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

/// A fact compared with a number.
///
/// ```
/// use roadmap::{Comparison, Condition, Fact};
///
/// let condition: Condition = "projects_started = 0".parse().unwrap();
/// assert_eq!(condition, Condition { fact: Fact::ProjectsStarted, is: Comparison::Equal, number: 0 });
/// assert!(condition.holds(0.0) && !condition.holds(0.5));
/// assert_eq!(condition.to_string(), "projects_started = 0");
/// ```
#[derive(Clone, Copy, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(try_from = "String", into = "String")]
#[schemars(with = "String")]
pub struct Condition {
    pub fact: Fact,
    pub is: Comparison,
    pub number: u32,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Comparison {
    Equal,
    Unequal,
    Less,
    AtMost,
    Greater,
    AtLeast,
}

/// Something that is known about a learner's study.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Fact {
    /// Hours logged on topics.
    LearningHours,
    /// Hours logged on projects and exercises.
    BuildingHours,
    /// Weeks since the first day of study.
    WeeksSinceStart,
    /// Topics of the entry phases that are neither finished nor known.
    FundamentalsLeft,
    /// Topics of the chosen path that are begun or finished.
    PathTopicsStarted,
    /// Phases of the chosen path that are finished.
    PathPhasesDone,
    /// Paths on the route.
    PathsChosen,
    /// How often a path was replaced by another after time had been logged on it.
    PathSwitches,
    /// Projects that are begun or finished.
    ProjectsStarted,
    ProjectsDone,
    /// Projects with a link that others can open.
    ProjectsOnline,
}

const FACTS: [(Fact, &str); 11] = [
    (Fact::LearningHours, "learning_hours"),
    (Fact::BuildingHours, "building_hours"),
    (Fact::WeeksSinceStart, "weeks_since_start"),
    (Fact::FundamentalsLeft, "fundamentals_left"),
    (Fact::PathTopicsStarted, "path_topics_started"),
    (Fact::PathPhasesDone, "path_phases_done"),
    (Fact::PathsChosen, "paths_chosen"),
    (Fact::PathSwitches, "path_switches"),
    (Fact::ProjectsStarted, "projects_started"),
    (Fact::ProjectsDone, "projects_done"),
    (Fact::ProjectsOnline, "projects_online"),
];

const COMPARISONS: [(Comparison, &str); 6] = [
    (Comparison::Equal, "="),
    (Comparison::Unequal, "!="),
    (Comparison::Less, "<"),
    (Comparison::AtMost, "<="),
    (Comparison::Greater, ">"),
    (Comparison::AtLeast, ">="),
];

impl Fact {
    pub fn all() -> impl Iterator<Item = Self> {
        FACTS.into_iter().map(|(fact, _)| fact)
    }

    /// Its name in a roadmap's file.
    pub fn name(self) -> &'static str {
        FACTS.into_iter().find(|(fact, _)| *fact == self).map_or("", |(_, name)| name)
    }
}

impl Condition {
    /// Whether it is true for this value of its fact.
    pub fn holds(&self, value: f64) -> bool {
        let number = f64::from(self.number);
        match self.is {
            Comparison::Equal => value == number,
            Comparison::Unequal => value != number,
            Comparison::Less => value < number,
            Comparison::AtMost => value <= number,
            Comparison::Greater => value > number,
            Comparison::AtLeast => value >= number,
        }
    }
}

/// The text is not a fact, a sign and a whole number, with a space between.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct NotACondition(String);

impl fmt::Display for NotACondition {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(out, "\"{}\" is not a condition such as \"learning_hours >= 20\"", self.0)
    }
}

impl FromStr for Condition {
    type Err = NotACondition;

    fn from_str(text: &str) -> Result<Self, NotACondition> {
        let read = || {
            let [fact, sign, number] = text.split(' ').collect::<Vec<_>>().try_into().ok()?;
            Some(Self {
                fact: FACTS.into_iter().find(|(_, name)| *name == fact)?.0,
                is: COMPARISONS.into_iter().find(|(_, name)| *name == sign)?.0,
                number: number.parse().ok()?,
            })
        };
        read().ok_or_else(|| NotACondition(text.to_owned()))
    }
}

impl TryFrom<String> for Condition {
    type Error = NotACondition;

    fn try_from(text: String) -> Result<Self, NotACondition> {
        text.parse()
    }
}

impl From<Condition> for String {
    fn from(condition: Condition) -> Self {
        condition.to_string()
    }
}

impl fmt::Display for Condition {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        let sign = COMPARISONS.into_iter().find(|(is, _)| *is == self.is).map_or("", |(_, sign)| sign);
        write!(out, "{} {sign} {}", self.fact.name(), self.number)
    }
}

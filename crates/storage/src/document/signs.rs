//! Signs of success that the learner sees, and pitfalls that they sent away.

use std::collections::BTreeMap;

use schemars::JsonSchema;
use serde::{Deserialize, Serialize};

use super::problem::{DocumentProblem, check_count, check_date, check_text};
use app::FileFault;
use planner::Date;
use roadmap::{PitfallId, SignId};

/// More signs or pitfalls than any roadmap has.
pub const MOST_SIGNS: usize = 10_000;

/// A sign of success.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "SignSeen")]
pub struct SignForm {
    /// The id of the sign.
    sign: SignId,
    /// The date on which the learner said that they see it.
    on: Date,
}

/// A pitfall that the learner was told about.
#[derive(Clone, Debug, PartialEq, Eq, Serialize, Deserialize, JsonSchema)]
#[serde(deny_unknown_fields)]
#[schemars(rename = "PitfallSentAway")]
pub struct PitfallForm {
    /// The id of the pitfall.
    pitfall: PitfallId,
    /// The date on which the learner sent it away.
    on: Date,
}

pub fn write_signs(signs: &BTreeMap<SignId, Date>) -> Vec<SignForm> {
    signs.iter().map(|(sign, on)| SignForm { sign: sign.clone(), on: *on }).collect()
}

pub fn write_pitfalls(pitfalls: &BTreeMap<PitfallId, Date>) -> Vec<PitfallForm> {
    pitfalls.iter().map(|(pitfall, on)| PitfallForm { pitfall: pitfall.clone(), on: *on }).collect()
}

pub fn read_signs(forms: Vec<SignForm>) -> Result<BTreeMap<SignId, Date>, DocumentProblem> {
    check_count("/signs", &forms, MOST_SIGNS)?;
    read("/signs", forms.into_iter().map(|SignForm { sign, on }| (sign, on)), SignId::as_str)
}

pub fn read_pitfalls(forms: Vec<PitfallForm>) -> Result<BTreeMap<PitfallId, Date>, DocumentProblem> {
    check_count("/sent_away", &forms, MOST_SIGNS)?;
    read("/sent_away", forms.into_iter().map(|PitfallForm { pitfall, on }| (pitfall, on)), PitfallId::as_str)
}

fn read<K: Ord>(
    list: &str,
    dated: impl Iterator<Item = (K, Date)>,
    text: fn(&K) -> &str,
) -> Result<BTreeMap<K, Date>, DocumentProblem> {
    let mut read = BTreeMap::new();
    for (at, (id, on)) in dated.enumerate() {
        let place = format!("{list}/{at}");
        check_text(&place, text(&id))?;
        check_date(format!("{place}/on"), on)?;
        if read.insert(id, on).is_some() {
            return Err(DocumentProblem::new(place, FileFault::Repeated));
        }
    }
    Ok(read)
}

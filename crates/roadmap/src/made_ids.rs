//! Ids for answers, statements, signs and pitfalls without one, made from their words.

use std::collections::{BTreeMap, BTreeSet};

use crate::{
    AnswerId, EdgeFile, KindName, NodeId, PitfallFile, PitfallId, RoadmapFile, SignFile, SignId,
    StatementFile, StatementId,
};

/// The most characters of an id made from words; it is cut between words.
const LONGEST: usize = 60;

impl RoadmapFile {
    /// Gives each answer, statement, sign and pitfall without an id one.
    ///
    /// It is made from the words alone, so that it stays the same when others are added before it. A statement that
    /// several paths share has one id.
    ///
    /// ```
    /// use roadmap::{AnswerId, RoadmapFile};
    ///
    /// let file: RoadmapFile = serde_json::from_str(r#"{
    ///     "waymark_roadmap": 1, "id": "tea", "title": "Tea", "summary": "", "reference_hours_per_week": 2,
    ///     "reference_note": "",
    ///     "nodes": [{ "id": "Which", "kind": "decision", "title": "Which tea?" }],
    ///     "edges": [{ "from": "Which", "to": "Green", "label": "The green one" },
    ///               { "from": "Which", "to": "Black", "label": "The black one", "id": "black" }]
    /// }"#).unwrap();
    /// let ids: Vec<_> = file.with_ids().edges.into_iter().filter_map(|edge| edge.id).collect();
    /// assert_eq!(ids, [AnswerId::from("the-green-one"), AnswerId::from("black")]);
    /// ```
    pub fn with_ids(mut self) -> Self {
        let decisions = self.nodes.iter().filter(|node| node.is(KindName::Decision));
        let decisions: BTreeSet<NodeId> = decisions.map(|node| node.id.clone()).collect();
        name_answers(&mut self.edges, &decisions);
        let guides = self.nodes.iter_mut().filter_map(|node| node.guide.as_mut());
        name_statements(&mut guides.flat_map(|guide| &mut guide.choose_if).collect::<Vec<_>>());
        name_signs(self.success.iter_mut().flat_map(|level| &mut level.signs).collect());
        name_pitfalls(&mut self.pitfalls);
        self
    }
}

fn name_answers(edges: &mut [EdgeFile], decisions: &BTreeSet<NodeId>) {
    let mut ids: BTreeMap<NodeId, Ids> = BTreeMap::new();
    for edge in edges.iter() {
        if let Some(id) = &edge.id {
            ids.entry(edge.from.clone()).or_default().taken.insert(id.to_string());
        }
    }
    for edge in edges.iter_mut().filter(|edge| edge.id.is_none() && decisions.contains(&edge.from)) {
        let id = ids.entry(edge.from.clone()).or_default().make(&edge.label, "answer");
        edge.id = Some(AnswerId::from(id));
    }
}

fn name_statements(statements: &mut [&mut StatementFile]) {
    let mut ids = Ids::default();
    let mut by_text: BTreeMap<String, StatementId> = BTreeMap::new();
    for statement in statements.iter() {
        if let Some(id) = &statement.id {
            ids.taken.insert(id.to_string());
            by_text.entry(statement.text.clone()).or_insert_with(|| id.clone());
        }
    }
    for statement in statements.iter_mut().filter(|statement| statement.id.is_none()) {
        let made = || StatementId::from(ids.make(&statement.text, "statement"));
        statement.id = Some(by_text.entry(statement.text.clone()).or_insert_with(made).clone());
    }
}

fn name_signs(mut signs: Vec<&mut SignFile>) {
    let mut ids = Ids::default();
    ids.taken.extend(signs.iter().filter_map(|sign| Some(sign.id.as_ref()?.to_string())));
    for sign in signs.iter_mut().filter(|sign| sign.id.is_none()) {
        sign.id = Some(SignId::from(ids.make(&sign.text, "sign")));
    }
}

fn name_pitfalls(pitfalls: &mut [PitfallFile]) {
    let mut ids = Ids::default();
    ids.taken.extend(pitfalls.iter().filter_map(|pitfall| Some(pitfall.id.as_ref()?.to_string())));
    for pitfall in pitfalls.iter_mut().filter(|pitfall| pitfall.id.is_none()) {
        pitfall.id = Some(PitfallId::from(ids.make(&pitfall.title, "pitfall")));
    }
}

/// The ids of one scope.
#[derive(Default)]
pub(crate) struct Ids {
    taken: BTreeSet<String>,
    /// The last number tried for each slug, so that thousands of equal slugs do not take quadratic time.
    numbers: BTreeMap<String, usize>,
}

impl Ids {
    /// Keeps an id from being made.
    pub(crate) fn take(&mut self, id: &str) {
        self.taken.insert(id.to_owned());
    }

    /// The slug of the words, with a number if that id is taken.
    pub(crate) fn make(&mut self, words: &str, fallback: &str) -> String {
        let slug = Some(short_slug(words)).filter(|slug| !slug.is_empty());
        let slug = slug.unwrap_or_else(|| fallback.to_owned());
        if self.taken.insert(slug.clone()) {
            return slug;
        }
        let number = self.numbers.entry(slug.clone()).or_insert(1);
        loop {
            *number += 1;
            let id = format!("{slug}-{number}");
            if self.taken.insert(id.clone()) {
                return id;
            }
        }
    }
}

fn short_slug(words: &str) -> String {
    let mut slug = slug(words);
    if let Some((end, letter)) = slug.char_indices().nth(LONGEST) {
        slug.truncate(slug[..end + letter.len_utf8()].rfind('-').unwrap_or(end));
    }
    slug
}

/// Letters and digits in lower case, with hyphens between the words.
///
/// ```
/// assert_eq!(roadmap::slug("It's AI/ML, again!"), "its-ai-ml-again");
/// ```
pub fn slug(name: &str) -> String {
    let mut out = String::new();
    for letter in name.chars() {
        if letter.is_alphanumeric() {
            out.extend(letter.to_lowercase());
        } else if !out.is_empty() && !out.ends_with('-') && letter != '\'' {
            out.push('-');
        }
    }
    out.truncate(out.trim_end_matches('-').len());
    out
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn long_words_of_any_writing_are_cut_between_letters() {
        assert_eq!(short_slug(&"ж".repeat(100)), "ж".repeat(LONGEST));
        let words = "мы учимся ".repeat(10);
        let cut = short_slug(&words);
        assert!(cut.chars().count() <= LONGEST && slug(&words).starts_with(&format!("{cut}-")), "{cut}");
        assert_eq!(short_slug(&format!("{}-b", "a".repeat(LONGEST))), "a".repeat(LONGEST));
    }
}

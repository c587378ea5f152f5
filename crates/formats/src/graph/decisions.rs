//! Which nodes ask, and the words of their answers.

use std::collections::HashSet;

use super::{DraftEdge, DraftNode, Graph};
use crate::effort;
use crate::warning::Remark;

/// Words of a title that leave a choice, in the languages of many flowcharts.
const CHOOSING: [&str; 21] = [
    "choose",
    "choice",
    "pick",
    "select",
    "decide",
    "either",
    "elige",
    "elegir",
    "escoge",
    "escolha",
    "escolher",
    "choisir",
    "choisis",
    "wähle",
    "wählen",
    "выбор",
    "выбери",
    "выберите",
    "选择",
    "選擇",
    "選択",
];

/// Words on a way that say how the ends belong together, and not when to take it.
const NEUTRAL: [&str; 22] = [
    "after",
    "also",
    "and",
    "before",
    "builds",
    "content",
    "continue",
    "contains",
    "covers",
    "followed",
    "includes",
    "leads",
    "needs",
    "next",
    "optional",
    "prerequisite",
    "requires",
    "required",
    "step",
    "then",
    "topics",
    "uses",
];

/// Words that may stand beside those.
const BESIDE: [&str; 7] = ["a", "by", "for", "of", "on", "the", "to"];

/// Whether a title asks.
fn is_question(title: &str) -> bool {
    let title = title.to_lowercase();
    title.trim_end().ends_with(['?', '？'])
        || words(&title).any(|word| CHOOSING.contains(&word))
        || CHOOSING.iter().any(|word| !word.is_ascii() && title.contains(word))
}

/// Whether the words on a way answer nothing: a number, a time, or words such as "then".
fn is_neutral(label: &str) -> bool {
    let label = label.to_lowercase();
    let is_plain = |word: &&str| NEUTRAL.contains(word) || word.bytes().all(|byte| byte.is_ascii_digit());
    let mut others = words(&label).filter(|word| !BESIDE.contains(word));
    others.clone().count() > 0 && others.all(|word| is_plain(&word)) || effort::find(&label).is_some()
}

fn words(text: &str) -> impl Iterator<Item = &str> + Clone {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

/// Words of a title that ranks what comes after it, such as "Foundation", "Advanced level" and "Phase 2".
const RANKS: [&str; 40] = [
    "foundation",
    "foundations",
    "foundational",
    "fundamental",
    "fundamentals",
    "basic",
    "basics",
    "beginner",
    "beginners",
    "elementary",
    "intermediate",
    "advanced",
    "expert",
    "core",
    "essentials",
    "mastery",
    "básico",
    "intermedio",
    "intermediário",
    "avanzado",
    "avançado",
    "fundamentos",
    "débutant",
    "intermédiaire",
    "avancé",
    "grundlagen",
    "fortgeschritten",
    "основы",
    "базовый",
    "средний",
    "продвинутый",
    "基础",
    "进阶",
    "高级",
    "初级",
    "中级",
    "初級",
    "中級",
    "上級",
    "temel",
];

/// Words beside those.
const OF_RANKS: [&str; 14] = [
    "level",
    "phase",
    "stage",
    "part",
    "module",
    "step",
    "tier",
    "skills",
    "topics",
    "concepts",
    "nivel",
    "nível",
    "niveau",
    "уровень",
];

/// Whether a title does nothing but rank.
fn ranks(title: &str) -> bool {
    let title = title.to_lowercase();
    let is_rank = |word: &str| RANKS.contains(&word) || word.bytes().all(|byte| byte.is_ascii_digit());
    let is_word = |word: &str| RANKS.contains(&word) || OF_RANKS.contains(&word);
    words(&title).any(is_rank)
        && words(&title).any(is_word)
        && words(&title).all(|word| is_rank(word) || OF_RANKS.contains(&word))
}

impl DraftNode<'_> {
    /// Whether it is a diamond that heads a part of the roadmap and asks nothing.
    pub fn heads_a_part(&self) -> bool {
        self.is_heading && self.label.lines.is_empty() && self.hung.is_empty()
    }
}

impl Graph<'_> {
    /// Diamonds whose titles rank what follows are headings, and where most are, so are all that do not ask in words. A
    /// class for questions tells that a diamond asks, unless several that rank have it, too: then it is only a look.
    pub(super) fn mark_headings(&mut self) {
        let is_silent = |node: &DraftNode<'_>| {
            node.has_question_shape()
                && !is_question(&node.label.title)
                && node.edges.iter().all(|edge| edge.label.is_empty() || is_neutral(&edge.label))
        };
        let silent: Vec<usize> =
            (0..self.nodes.len()).filter(|&index| is_silent(&self.nodes[index])).collect();
        let split = || silent.iter().map(|&index| &self.nodes[index]).filter(|node| node.edges.len() > 1);
        let ranking = split().filter(|node| ranks(&node.label.title));
        let is_class_a_look = ranking.clone().filter(|node| node.is_classed_as_question()).count() > 1;
        let (all, ranking) = (split().count(), ranking.count());
        for index in silent {
            let node = &mut self.nodes[index];
            let is_of_most = ranking > 1 && 2 * ranking > all;
            node.is_heading = (is_class_a_look || !node.is_classed_as_question())
                && (ranks(&node.label.title) || is_of_most);
        }
    }

    /// Every node that asks becomes a decision. Phases and the start, which cannot be one, get a decision behind them.
    pub(super) fn mark_decisions(&mut self) {
        for index in 0..self.nodes.len() {
            if !self.nodes[index].is_reachable || !self.asks(index) {
                continue;
            }
            let node = &mut self.nodes[index];
            if node.label.effort.is_none() && index != self.start {
                node.is_decision = true;
                continue;
            }
            // Part of the learner's roadmap, hence not among the words of the page.
            let title = format!("What comes after “{}”?", node.label.title);
            let id = format!("{}_next", node.id);
            let edges = std::mem::take(&mut node.edges);
            let order = edges[0].order;
            let decision = self.add_node(&id, title, edges);
            self.nodes[decision].is_decision = true;
            let node = &mut self.nodes[index];
            node.added_decision = Some(decision);
            node.edges.push(DraftEdge::unlabeled(decision, order));
        }
    }

    /// Whether a node with several ways on asks which of them to take: by its shape, by its words, or by words on each of
    /// its ways. Otherwise all of them are gone.
    pub(super) fn asks(&self, index: usize) -> bool {
        let node = &self.nodes[index];
        let has_words = |edge: &DraftEdge| !edge.label.is_empty() && !is_neutral(&edge.label);
        let are_alike = || node.edges.windows(2).all(|pair| pair[0].label == pair[1].label);
        node.edges.len() > 1
            && (!node.is_heading && (node.has_question_shape() || node.is_classed_as_question())
                || is_question(&node.label.title)
                || node.edges.iter().all(has_words) && !are_alike())
    }

    /// Gives each answer a unique label: the title of its target if it has none, and a number if another has the same.
    pub(super) fn name_answers(&mut self) {
        for index in 0..self.nodes.len() {
            if !self.is_among(index, true) {
                continue;
            }
            let (mut has_unnamed, mut has_alike) = (false, false);
            let mut taken = HashSet::new();
            for at in 0..self.nodes[index].edges.len() {
                let DraftEdge { to, label, .. } = &self.nodes[index].edges[at];
                has_unnamed |= label.is_empty();
                let words = if label.is_empty() { &self.nodes[*to].label.title } else { label };
                let mut answer = words.clone();
                let mut number = at;
                while !taken.insert(answer.clone()) {
                    has_alike = true;
                    number += 1;
                    answer = format!("{words} ({number})");
                }
                self.nodes[index].edges[at].label = answer;
            }
            let node = &self.nodes[index];
            if has_unnamed {
                self.warnings.add(node.line(), Remark::AnswersNamed(node.label.title.clone()));
            }
            if has_alike {
                self.warnings.add(node.line(), Remark::AnswersNumbered(node.label.title.clone()));
            }
        }
    }
}

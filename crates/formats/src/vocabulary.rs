//! Words that mean the same in every form of roadmap, in the languages in which most are written.

use std::{collections::HashMap, sync::LazyLock};

/// Words with what they mean, read once from lists divided by blanks.
pub struct Lookup<T>(HashMap<&'static str, T>);

impl<T: Copy> Lookup<T> {
    /// Where several lists have a word, the first one counts.
    pub fn new(lists: &[(&'static str, T)]) -> Self {
        let mut known = HashMap::new();
        for (words, meaning) in lists {
            for word in words.split_whitespace() {
                known.entry(word).or_insert(*meaning);
            }
        }
        Self(known)
    }

    pub fn get(&self, word: &str) -> Option<T> {
        self.0.get(word).copied()
    }
}

/// Words for one project, and for several.
pub const PROJECTS: &str = "project projects miniproject miniprojects capstone projekt projekte abschlussprojekt projet projets \
    proyecto proyectos projeto projetos progetto progetti проект проекты проєкт проєкти proje projeler projekty \
    projekten proyek परियोजना प्रोजेक्ट مشروع مشاريع المشاريع المشروع 项目 实战项目 实践项目 專案 プロジェクト 프로젝트";

const OPTIONAL: &str = "bonus opcionais facoltativo опционально необязательно isteğe \
    opcjonalnie optioneel wahlweise 任意 선택";

/// Beginnings of such words with their endings: "optionale", "facultative".
const OPTIONAL_STEMS: [&str; 4] = ["optional", "optionnel", "opcional", "facultati"];

/// What says the same wherever it stands.
const OPTIONAL_PHRASES: [&str; 11] = [
    "nice to have",
    "if needed",
    "extra credit",
    "alternative path",
    "alternative entry",
    "alternative route",
    "alternative track",
    "по желанию",
    "可选",
    "選修",
    "选修",
];

static KNOWN: LazyLock<[Lookup<()>; 2]> =
    LazyLock::new(|| [PROJECTS, OPTIONAL].map(|words| Lookup::new(&[(words, ())])));

/// Whether a text has a word for projects.
pub fn has_projects(text: &str) -> bool {
    let text = text.to_lowercase();
    words(&text).any(|word| project_word(word).is_some()) || text.contains("dự án")
}

/// Whether a title names one project by saying which it is: "Final project", "Proyecto final", "毕业项目", but not "Projects".
pub fn is_one_project(title: &str) -> bool {
    let title = title.to_lowercase();
    let mut all = words(&title).filter(|word| !word.bytes().all(|byte| byte.is_ascii_digit()));
    let (Some(first), last) = (all.next(), all.last()) else { return false };
    let is_said = |word: Option<&str>| word.and_then(project_word).is_some();
    match last {
        None if SINGLE_PROJECTS.contains(&first) => true,
        None => project_word(first).is_some_and(|before| !before.is_empty()),
        Some(last) => is_said(Some(last)) || is_said(Some(first)) && BEHIND_PROJECT.contains(&last),
    }
}

/// What stands in a word before the part for projects, if there is such a part: words of a script without blanks, as in
/// "毕业项目".
fn project_word(word: &str) -> Option<&str> {
    let [projects, _] = &*KNOWN;
    let is_number = |letter: char| letter.is_numeric() || NUMERALS.contains(letter);
    let word = word.trim_end_matches(is_number);
    let starts = word.char_indices().filter(|&(at, letter)| at == 0 || letter >= UNSPACED);
    let mut found = starts.filter(|&(at, _)| projects.get(&word[at..]).is_some());
    found.next().map(|(at, _)| &word[..at])
}

/// Whether a text says that something may be left out.
pub fn is_optional(text: &str) -> bool {
    let [_, optional] = &*KNOWN;
    let text = text.to_lowercase();
    words(&text)
        .any(|word| optional.get(word).is_some() || OPTIONAL_STEMS.iter().any(|stem| word.starts_with(stem)))
        || OPTIONAL_PHRASES.iter().any(|phrase| text.contains(phrase))
}

/// The first letter of the scripts that are written without blanks.
const UNSPACED: char = '\u{2e80}';

/// Words for a project that there is only one of.
const SINGLE_PROJECTS: [&str; 2] = ["capstone", "abschlussprojekt"];

/// Words behind that for a project that say which it is.
const BEHIND_PROJECT: [&str; 4] = ["final", "finale", "integrador", "intégrateur"];

const NUMERALS: &str = "一二三四五六七八九十";

fn words(text: &str) -> impl Iterator<Item = &str> {
    text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_project_is_named_in_many_languages() {
        let one =
            ["Final project", "Proyecto final", "毕业项目", "Итоговый проект", "Proje", "実践プロジェクト 2"];
        assert_eq!(one.map(is_one_project), [true, true, true, true, false, true]);
        let several =
            ["Projects to choose from", "Projekte: Vogelhaus, Regal", "项目一", "dự án nhỏ", "Projection"];
        assert_eq!(several.map(has_projects), [true, true, true, true, false]);
    }

    #[test]
    fn what_may_be_left_out_is_known_by_words_and_phrases() {
        let texts = ["Optional: glazes", "Nice to have", "可选课程", "По желанию", "Options", "Adoptional"];
        assert_eq!(texts.map(is_optional), [true, true, true, true, false, false]);
        assert!(is_optional("Optionale Teile") && is_optional("Lecture facultative"));
    }
}

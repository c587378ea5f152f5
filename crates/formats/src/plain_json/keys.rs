//! What the name of a field says about its value.

/// Names of fields with a name in them, the surest first.
const NAMES: [&str; 60] = [
    "title",
    "name",
    "label",
    "heading",
    "titel",
    "titre",
    "titulo",
    "título",
    "titolo",
    "nombre",
    "nome",
    "nom",
    "название",
    "заголовок",
    "имя",
    "назва",
    "标题",
    "標題",
    "名称",
    "名稱",
    "名前",
    "タイトル",
    "제목",
    "이름",
    "judul",
    "nama",
    "başlık",
    "العنوان",
    "शीर्षक",
    "শিরোনাম",
    "phase",
    "module",
    "stage",
    "topic",
    "course",
    "subject",
    "skill",
    "lesson",
    "concept",
    "chapter",
    "unit",
    "section",
    "step",
    "level",
    "milestone",
    "task",
    "item",
    "part",
    "fase",
    "etapa",
    "modulo",
    "módulo",
    "tema",
    "thema",
    "week",
    "month",
    "day",
    "focus",
    "theme",
    "text",
];

/// The first words of names of other things.
const OF_OTHERS: [&str; 12] = [
    "user", "author", "file", "provider", "platform", "channel", "icon", "company", "display", "next",
    "previous", "parent",
];

/// Lists of phases, the surest first.
const PHASES: [&str; 28] = [
    "phases",
    "stages",
    "modules",
    "levels",
    "roadmap",
    "curriculum",
    "syllabus",
    "weeks",
    "months",
    "units",
    "chapters",
    "milestones",
    "sections",
    "steps",
    "plan",
    "schedule",
    "courses",
    "parts",
    "days",
    "topics",
    "path",
    "nodes",
    "lessons",
    "fases",
    "etapas",
    "módulos",
    "modulos",
    "phasen",
];

/// Lists of what is learned.
const TOPICS: [&str; 39] = [
    "topics",
    "subtopics",
    "items",
    "lessons",
    "skills",
    "tasks",
    "children",
    "content",
    "contents",
    "concepts",
    "chapters",
    "modules",
    "units",
    "steps",
    "substeps",
    "subjects",
    "courses",
    "weeks",
    "days",
    "sections",
    "nodes",
    "activities",
    "exercises",
    "checklist",
    "curriculum",
    "todos",
    "learn",
    "points",
    "areas",
    "technologies",
    "temas",
    "tópicos",
    "topicos",
    "themen",
    "sujets",
    "темы",
    "主题",
    "トピック",
    "주제",
];

/// Lists of what to learn from.
const MATERIALS: [&str; 20] = [
    "resources",
    "resource",
    "links",
    "link",
    "references",
    "materials",
    "books",
    "videos",
    "articles",
    "urls",
    "url",
    "docs",
    "documentation",
    "reading",
    "readings",
    "sources",
    "playlist",
    "recursos",
    "ressources",
    "ressourcen",
];

const PROJECTS: [&str; 6] = ["projects", "project", "capstone", "proyectos", "projets", "projekte"];

/// What is neither learned nor built.
const OTHERS: [&str; 43] = [
    "required",
    "properties",
    "type",
    "enum",
    "definitions",
    "defs",
    "paths",
    "description",
    "descriptions",
    "tags",
    "keywords",
    "prerequisites",
    "dependencies",
    "requires",
    "depends",
    "outcomes",
    "objectives",
    "goals",
    "notes",
    "tips",
    "assessment",
    "companies",
    "jobs",
    "careers",
    "salary",
    "authors",
    "license",
    "files",
    "metadata",
    "meta",
    "edges",
    "style",
    "position",
    "id",
    "ids",
    "icons",
    "colors",
    "next",
    "previous",
    "parents",
    "tools",
    "benefits",
    "requirements",
];

const DONE: [&str; 6] = ["done", "completed", "complete", "checked", "finished", "learned"];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Kind {
    Topics,
    Materials,
    Projects,
    /// Nothing of the plan.
    Other,
    Unknown,
}

/// The words of a key in small letters: `phaseName`, `phase_name` and `Phase name` have the same.
pub fn words(key: &str) -> Vec<String> {
    let mut words: Vec<String> = Vec::new();
    let mut last = ' ';
    for letter in key.chars() {
        let is_new = !last.is_alphanumeric()
            || last.is_lowercase() && letter.is_uppercase()
            || last.is_numeric() != letter.is_numeric();
        if letter.is_alphanumeric() {
            if is_new || words.is_empty() {
                words.push(String::new());
            }
            if let Some(word) = words.last_mut() {
                word.extend(letter.to_lowercase());
            }
        }
        last = letter;
    }
    words
}

/// The last word of a key; empty if it has none.
fn last_word(key: &str) -> String {
    words(key).pop().unwrap_or_default()
}

/// How sure it is that a field has the name of its object in it: the smaller, the surer.
pub fn name_rank(key: &str) -> Option<usize> {
    let words = words(key);
    let last = words.last()?;
    if words.len() > 1 && OF_OTHERS.contains(&words[0].as_str()) {
        return None;
    }
    NAMES.iter().position(|name| name == last)
}

/// How sure it is that a list has the phases in it: the smaller, the surer.
pub fn phases_rank(key: &str) -> Option<usize> {
    let last = last_word(key);
    PHASES.iter().position(|name| *name == last)
}

pub fn kind(key: &str) -> Kind {
    let last = last_word(key);
    let lists: [(&[&str], Kind); 5] = [
        (&PROJECTS, Kind::Projects),
        (&MATERIALS, Kind::Materials),
        (&TOPICS, Kind::Topics),
        (&PHASES, Kind::Topics),
        (&OTHERS, Kind::Other),
    ];
    let is_among = |list: &[&str]| list.contains(&last.as_str());
    lists.into_iter().find(|(list, _)| is_among(list)).map_or(Kind::Unknown, |(_, kind)| kind)
}

pub fn says_done(key: &str) -> bool {
    DONE.contains(&last_word(key).as_str())
}

/// Whether a text says that something is done.
pub fn is_done_word(word: &str) -> bool {
    DONE.contains(&word.trim().to_lowercase().as_str())
}

/// Whether a key is a title itself: a name that nobody gives to a field of a program.
pub fn is_title(key: &str) -> bool {
    const LEVELS: [&str; 30] = [
        "beginner",
        "intermediate",
        "advanced",
        "basic",
        "basics",
        "fundamentals",
        "foundation",
        "foundations",
        "core",
        "expert",
        "frontend",
        "backend",
        "junior",
        "senior",
        "principiante",
        "grundlagen",
        "phase",
        "week",
        "month",
        "day",
        "module",
        "stage",
        "level",
        "step",
        "part",
        "unit",
        "chapter",
        "fase",
        "semana",
        "tag",
    ];
    if key.contains(' ') || !key.is_ascii() {
        return true;
    }
    let is_word = words(key).first().is_some_and(|word| LEVELS.contains(&word.as_str()));
    is_word
        || key.starts_with(|letter: char| letter.is_ascii_uppercase())
            && !key.contains(['/', '=', '@', '$', '\\', ':'])
}

/// A key as a title: as written if it has blanks, otherwise its words.
pub fn as_title(key: &str) -> String {
    if key.contains(' ') {
        return key.trim().to_owned();
    }
    let has_capitals = key.starts_with(char::is_uppercase) && !key.contains('_');
    if has_capitals && !key.contains(|letter: char| letter.is_numeric()) {
        return key.to_owned();
    }
    let text = words(key).join(" ");
    let mut letters = text.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}

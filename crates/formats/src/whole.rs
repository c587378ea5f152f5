//! Words that announce a whole roadmap.

/// In the languages of many roadmaps.
const WORDS: [&str; 44] = [
    "roadmap",
    "road map",
    "learning path",
    "learning journey",
    "learning map",
    "learning plan",
    "study plan",
    "study path",
    "curriculum",
    "syllabus",
    "路线",
    "路線",
    "路径",
    "路徑",
    "学习计划",
    "學習計劃",
    "ロードマップ",
    "学習計画",
    "로드맵",
    "학습",
    "дорожная карта",
    "план обучения",
    "план изучения",
    "дорожня карта",
    "ruta de aprendizaje",
    "plan de estudio",
    "hoja de ruta",
    "trilha",
    "plano de estudo",
    "roteiro",
    "parcours",
    "feuille de route",
    "plan d'étude",
    "lernpfad",
    "lernplan",
    "lernreise",
    "lộ trình",
    "peta jalan",
    "alur belajar",
    "yol haritası",
    "percorso",
    "ścieżka",
    "रोडमैप",
    "خارطة",
];

/// Whether a title is that of a whole roadmap rather than of one of its steps.
pub fn announces_whole(title: &str) -> bool {
    let title = title.to_lowercase();
    WORDS.iter().any(|word| title.contains(word))
}

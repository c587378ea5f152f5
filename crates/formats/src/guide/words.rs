//! Headings and labels that say what follows them, in the languages in which most guides are written.

use std::sync::LazyLock;

use crate::vocabulary::{Lookup, PROJECTS};

/// What a heading or label announces.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Role {
    /// Things to learn.
    Topics,
    /// Where to learn them.
    Materials,
    /// Things to build.
    Projects,
    /// How long it takes.
    Time,
    /// What accompanies the plan: aims, advice, conditions. With boxes, it is part of the plan.
    Aside,
    /// What is about the guide, never part of the plan.
    Never,
    /// The plan itself.
    Plan,
}

const MATERIALS: &str = "resource resources materials material references reference bibliography reading readings book \
    books link links course courses tool tools video videos youtube channel channels playlist playlists article \
    blog blogs tutorial tutorials documentation docs websites website sites podcast podcasts newsletter newsletters \
    platforms platform cheatsheet cheatsheets cheat sheets repositories repos source sources where watch read \
    ressourcen quellen literatur bücher kurse lernmaterial werkzeuge ressources livres cours liens outils \
    recursos libros libro cursos enlaces herramientas bibliografía lecturas livros ferramentas materiais leitura leituras \
    risorse libri corsi strumenti ресурсы ресурс книги книга курсы ссылки литература материалы источники инструменты видео \
    ресурси посилання kaynaklar kaynak kitaplar bağlantılar zasoby książki linki bronnen boeken tài liệu sách nguồn \
    sumber referensi buku tautan संसाधन पुस्तकें الموارد مصادر المصادر كتب روابط \
    资源 資源 学习资源 参考资料 參考資料 参考 参考文献 书籍 推荐书籍 链接 教程 工具 视频 参考資料 書籍 リソース 教材 리소스 자료 참고자료 도서 링크 참고";

/// What is built, by words that in a chart may mean anything else.
const DELIVERABLES: &str = "deliverable deliverables dự án 實作";

const TIME: &str = "duration time length timeframe timeline timing estimated estimate effort hours weeks commitment \
    dauer zeit zeitaufwand zeitraum durée temps duración tiempo duração tempo durata длительность продолжительность время \
    срок сроки тривалість süre czas duur tijd thời gian durasi waktu अवधि समय المدة الوقت \
    时间 時間 时长 時長 预计 預計 预估 周期 週期 用时 耗时 工期 期間 所要時間 学習時間 기간 시간 소요시간 예상";

const TOPICS: &str = "topic topics learn learning study concept concepts content contents subjects subject skills syllabus focus cover covers \
    theory themen inhalt inhalte lernen sujets contenu apprendre temas tema contenido contenidos aprender conteúdo \
    conteúdos tópicos argomenti contenuti темы тема содержание изучить теми konular konu tematy onderwerpen nội dung chủ đề \
    topik materi विषय المواضيع مواضيع المحتوى 主题 主題 内容 內容 知识点 学习内容 学习主题 トピック 学習内容 주제 내용 학습내용";

const ASIDE: &str = "prerequisite prerequisites requirement requirements goal goals objective objectives outcome outcomes aim \
    aims overview about motivation why who what whom audience tip tips advice note notes summary \
    milestone milestones checkpoint checkpoints result results success metrics metric assessment assessments evaluation \
    grading philosophy mindset schedule routine daily weekly guidelines conclusion closing \
    final words next careers career jobs job salary salaries certification certifications \
    preface background purpose benefits features legend key difficulty status level expectations mistakes pitfalls \
    after before remember important warning disclaimer quote inspiration setup installation vision assumptions \
    voraussetzungen ziel ziele überblick einleitung tipps hinweise zusammenfassung lernziele \
    prérequis objectif objectifs aperçu conseils résumé requisitos prerrequisitos objetivo objetivos meta metas \
    consejos resumen descripción prérequis pré-requisitos dicas visão geral sobre resumo obiettivo \
    obiettivi prerequisiti consigli panoramica требования цель цели обзор советы итог результат \
    результаты итоги мета цілі hedef hedefler önkoşullar ipuçları özet cel cele wskazówki wymagania \
    doel doelen inleiding mục tiêu giới thiệu yêu cầu tujuan pendahuluan prasyarat tips लक्ष्य उद्देश्य परिचय \
    الهدف الأهداف أهداف مقدمة المتطلبات نصائح 目标 目標 学习目标 前言 简介 介绍 概述 前置知识 要求 建议 总结 说明 \
    はじめに 概要 前提条件 ゴール まとめ 목표 학습목표 소개 개요 선수지식 팁 요약";

const NEVER: &str = "contributing contribute contribution contributions contributors contributor license licence licenses \
    copyright acknowledgement acknowledgements acknowledgment acknowledgments acknowledgements credits thanks \
    faq faqs toc community contact author authors maintainer maintainers support sponsor sponsors sponsorship donate \
    donations changelog feedback stargazers navigation progress tracker tracking log journal diary disclaimer \
    translations \
    inhaltsverzeichnis lizenz mitwirken danksagung kontakt licence contribuer remerciements sommaire contribution \
    licencia contribuir contribuciones agradecimientos contacto índice licença contribuindo contribuição agradecimentos \
    contato sumário licenza contribuire ringraziamenti contatti indice лицензия содержание оглавление контакты вклад \
    благодарности автор ліцензія зміст lisans katkı içindekiler iletişim licencja spis treści licentie inhoud giấy phép \
    mục lục liên hệ lisensi kontribusi daftar isi योगदान लाइसेंस الترخيص المساهمة المحتويات 许可证 授权 贡献 目录 目錄 \
    联系方式 致谢 作者 常见问题 ライセンス 目次 貢献 라이선스 목차 기여 라이센스";

/// Headings whose words mean something else one by one.
const PHRASES: [(&str, Role); 12] = [
    ("table of contents", Role::Never),
    ("star history", Role::Never),
    ("code of conduct", Role::Never),
    ("frequently asked questions", Role::Never),
    ("progress tracking", Role::Never),
    ("progress log", Role::Never),
    ("follow me", Role::Never),
    ("connect with me", Role::Never),
    ("let s connect", Role::Never),
    ("further reading", Role::Materials),
    ("recommended reading", Role::Materials),
    ("additional reading", Role::Materials),
];

const PLAN: &str = "roadmap curriculum plan path pathway journey program programme lehrplan lernplan lernpfad parcours \
    programme ruta temario currículo trilha roteiro percorso piano программа план дорожная карта müfredat yol haritası \
    lộ trình kurikulum rencana पाठ्यक्रम रोडमैप المنهج خارطة الطريق 路线图 學習路線 学习路线 学习计划 课程 大纲 ロードマップ \
    カリキュラム 로드맵 커리큘럼 학습계획";

/// Words that change nothing about what is announced.
const FILLERS: &str = "recommended useful additional free paid online other more extra learning general helpful external best \
    my key the a an important essential suggested supporting supplementary further and or of for to your our in on at this \
    these it with optional main primary good great top must official practical hands mini small real world by per total approx \
    approximate ideas idea list code how use using get started us me guide page study core self you we i ll will should can need be \
    intended phase phases module modules level levels step steps stages complete full overall detailed \
    final und oder der die das mit für zum zur weitere nützliche empfohlene et ou le la les des du de pour y o el los las del \
    para e os as do da dos das il lo gli di per utili útiles adicionales recomendados recomendadas úteis и для по полезные \
    дополнительные estudio estudos estudo aprendizaje aprendizagem обучения изучения étude études d 学习 學習 推荐 推薦 建议 本 该 各 每 的 与 和 及 实际 阶段 主要 核心 相关 学習 の と ve için i oraz en van voor và cho dan untuk और के الـ و";

static ROLES: LazyLock<Lookup<Role>> = LazyLock::new(|| {
    Lookup::new(&[
        (NEVER, Role::Never),
        (PROJECTS, Role::Projects),
        (DELIVERABLES, Role::Projects),
        (MATERIALS, Role::Materials),
        (TIME, Role::Time),
        (ASIDE, Role::Aside),
        (TOPICS, Role::Topics),
        (PLAN, Role::Plan),
    ])
});

/// Words that count for something else than a role.
#[derive(Clone, Copy, PartialEq, Eq)]
enum Also {
    Filler,
    OfMaterials,
    AsideLabel,
    Project,
}

static OTHERS: LazyLock<[(Also, Lookup<()>); 4]> = LazyLock::new(|| {
    [
        (Also::Filler, Lookup::new(&[(FILLERS, ())])),
        (Also::OfMaterials, Lookup::new(&[(OF_MATERIALS, ())])),
        (Also::AsideLabel, Lookup::new(&[(ASIDE_LABELS, ())])),
        (Also::Project, Lookup::new(&[(PROJECT, ())])),
    ]
});

/// A heading with these words at its beginning or end is about materials, whatever else it says.
const OF_MATERIALS: &str = "resources recursos ressources ressourcen risorse ресурсы kaynaklar zasoby 资源 学习资源 参考资料 リソース";

/// Longer headings and labels announce nothing.
const MOST_WORDS: usize = 7;
const LONGEST: usize = 80;

fn is(word: &str, what: Also) -> bool {
    OTHERS.iter().any(|(also, words)| *also == what && words.get(word).is_some())
}

/// Whether a heading says that it is the usual one of several.
pub fn is_usual(text: &str) -> bool {
    const WORDS: [&str; 10] = [
        "default",
        "recommended",
        "standard",
        "empfohlen",
        "recomendado",
        "recommandé",
        "рекомендуемый",
        "推荐",
        "标准",
        "おすすめ",
    ];
    let text = text.to_lowercase();
    WORDS.iter().any(|word| text.contains(word))
}

/// Whether a text says that something has no end.
pub fn is_ongoing(text: &str) -> bool {
    const WORDS: [&str; 25] = [
        "ongoing",
        "continuous",
        "continuously",
        "lifelong",
        "laufend",
        "fortlaufend",
        "continuo",
        "contínuo",
        "continu",
        "постоянно",
        "sürekli",
        "持续",
        "長期",
        "继续",
        "continua",
        "contínua",
        "continue",
        "непрерывно",
        "постійно",
        "ciągle",
        "doorlopend",
        "berkelanjutan",
        "निरंतर",
        "مستمر",
        "지속적",
    ];
    let text = text.to_lowercase();
    text.split(|letter: char| !letter.is_alphanumeric()).any(|word| WORDS.contains(&word))
}

/// Whether a word changes nothing about what is announced.
pub fn is_filler(word: &str) -> bool {
    is(&word.to_lowercase(), Also::Filler)
}

/// What a heading or label announces, if all of its words say so.
pub fn role(title: &str) -> Option<Role> {
    let title = title.trim();
    if title.len() > LONGEST {
        return None;
    }
    let title = title.to_lowercase();
    let all: Vec<&str> = title
        .split(|letter: char| !letter.is_alphabetic() && !is_mark(letter))
        .filter(|word| !word.is_empty())
        .flat_map(parts)
        .collect();
    if all.is_empty() || all.len() > MOST_WORDS {
        return None;
    }
    let is_end = |at: usize| at == 0 || at + 1 == all.len();
    if all.iter().enumerate().any(|(at, word)| is_end(at) && is(word, Also::OfMaterials)) {
        return Some(Role::Materials);
    }
    if let Some((_, role)) = PHRASES.iter().find(|(known, _)| known.split(' ').eq(all.iter().copied())) {
        return Some(*role);
    }
    let telling: Vec<Role> = {
        let words = all.iter().filter(|word| !is(word, Also::Filler));
        words.map(|word| ROLES.get(word)).collect::<Option<_>>()?
    };
    // "What you will learn" is about what follows, "What" alone about the guide.
    let first = telling.first().copied().or_else(|| all.iter().find_map(|word| alone(word)))?;
    match first {
        Role::Aside | Role::Topics | Role::Plan | Role::Time if telling.contains(&Role::Never) => {
            Some(Role::Never)
        }
        Role::Aside if telling.contains(&Role::Plan) && is_schedule(&title) => Some(Role::Plan),
        Role::Aside if telling.contains(&Role::Topics) => Some(Role::Topics),
        Role::Aside | Role::Topics | Role::Plan if telling.contains(&Role::Time) => Some(Role::Time),
        Role::Topics if telling.contains(&Role::Plan) => Some(Role::Plan),
        Role::Topics if telling.contains(&Role::Materials) => Some(Role::Materials),
        Role::Topics if telling.contains(&Role::Aside) => Some(Role::Aside),
        role => Some(role),
    }
}

/// The words of a script without blanks, if all of them are known: "推荐学习资源" is about materials.
fn parts(word: &str) -> Vec<&str> {
    let is_known = |word: &str| ROLES.get(word).is_some() || is(word, Also::Filler);
    let mut parts = Vec::new();
    let mut rest = word;
    while rest.starts_with(|letter: char| letter >= '\u{2e80}') {
        let mut ends = rest.char_indices().map(|(at, letter)| at + letter.len_utf8());
        let Some(end) = ends.rfind(|&end| is_known(&rest[..end])) else { break };
        parts.push(&rest[..end]);
        rest = &rest[end..];
    }
    if rest.is_empty() && !parts.is_empty() { parts } else { vec![word] }
}

/// Fillers announce something where they stand alone.
fn alone(word: &str) -> Option<Role> {
    match word {
        "study" | "learning" => Some(Role::Topics),
        "how" | "get" | "started" | "guide" | "further" => Some(Role::Aside),
        _ => None,
    }
}

fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{93c}'..='\u{94d}' | '\u{9bc}'..='\u{9cd}')
}

/// The label before a colon, with what it announces and what follows it.
pub fn label(text: &str) -> Option<(Role, &str)> {
    let (label, rest) = text.split_once([':', '：'])?;
    Some((role(label)?, rest.trim()))
}

/// Before a colon in an item, other words of the kind may well be about what is to be learned.
const ASIDE_LABELS: &str = "prerequisite prerequisites goal goals objective objectives outcome outcomes aim tip tips note notes \
    why milestone milestones checkpoint checkpoints result results success difficulty purpose important remember ziel ziele \
    tipp objectif objectifs objetivo objetivos meta obiettivo obiettivi цель цели результат совет hedef cel doel tujuan लक्ष्य \
    الهدف 目标 目標 ゴール 목표 status expected";

/// The label of an item, with what it announces and what follows it; nothing may follow a label without a colon.
pub fn label_of_item(text: &str) -> Option<(Role, &str)> {
    let (label, rest) = text.split_once([':', '：']).unwrap_or((text, ""));
    let role = role(label)?;
    let is_aside = || {
        let label = label.to_lowercase();
        label.split(|letter: char| !letter.is_alphanumeric()).any(|word| is(word, Also::AsideLabel))
    };
    match role {
        Role::Never | Role::Plan => None,
        Role::Aside if !is_aside() => None,
        role => Some((role, rest.trim())),
    }
}

/// Words that begin the title of a project, as in "Project 2: a small box".
const PROJECT: &str = "project projekt projet proyecto projeto progetto проект проєкт proje projekt proyek 项目 專案 プロジェクト \
    프로젝트 miniproject capstone مشروع";

/// Words before those, as in "Mini project".
const BESIDE_PROJECT: [&str; 8] = ["mini", "practice", "guided", "small", "week", "weekly", "final", "dự"];

/// Words behind those that say how to learn, as in "Project-based learning: build something every week".
const OF_METHODS: [&str; 7] = ["based", "driven", "oriented", "centered", "중심", "기반", "驱动"];

/// The title of the project that a heading or item names: behind the word, or with it where the word says more.
pub fn project(text: &str) -> Option<&str> {
    let text = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let mut words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let first = words.next().filter(|word| word.len() < 40)?.to_lowercase();
    let first = first.as_str();
    let is_beside = BESIDE_PROJECT.contains(&first);
    if !is_beside && !is(first, Also::Project) {
        return None;
    }
    let second = words.next().filter(|word| word.len() < 40).unwrap_or_default().to_lowercase();
    let second = second.as_str();
    let is_capstone =
        first == "capstone" || first == "final" && second == "project" || first == "dự" && second == "án";
    let is_mini = is_beside && is(second, Also::Project);
    if !is_capstone && !is_mini && !is(first, Also::Project) {
        return None;
    }
    // "Project: a box", "Mini project 2 - a box"; but not "Project management".
    let dividers = [':', '：', '–', '—'];
    if OF_METHODS.contains(&second) {
        return None;
    }
    let end = text.find(dividers).or_else(|| text.find(" - ").map(|at| at + 1));
    match end {
        Some(end) if text[..end].split_whitespace().count() <= 4 => {
            let rest = text[end..].trim_start_matches([':', '：', '–', '—', '-', ' ']).trim();
            Some(if rest.is_empty() { text } else { rest })
        }
        _ if is_capstone || is_mini => Some(text),
        _ if second.is_empty() || second.bytes().all(|byte| byte.is_ascii_digit()) => Some(text),
        _ => None,
    }
}

/// Whether a heading names a project by its number, as in "Project 2: a small box".
pub fn is_numbered_project(text: &str) -> bool {
    let text = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let mut words = text.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let is_project = |word: &str| word.len() < 40 && is(&word.to_lowercase(), Also::Project);
    words.next().is_some_and(is_project)
        && words.next().is_some_and(|word| word.bytes().all(|byte| byte.is_ascii_digit()))
}

/// Whether a heading says that what follows is spread over time.
pub fn is_schedule(text: &str) -> bool {
    const WORDS: [&str; 22] = [
        "schedule",
        "weekly",
        "daily",
        "monthly",
        "timeline",
        "timetable",
        "calendar",
        "breakdown",
        "zeitplan",
        "wochenplan",
        "calendario",
        "cronograma",
        "calendrier",
        "planning",
        "расписание",
        "график",
        "takvim",
        "program",
        "日程",
        "日程表",
        "时间表",
        "时间线",
    ];
    let text = text.to_lowercase();
    text.split(|letter: char| !letter.is_alphanumeric()).any(|word| WORDS.contains(&word))
}

/// Whether a cell says that its row sums up the others.
pub fn heads_total(text: &str) -> bool {
    let text = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    let end = text.find(|letter: char| !letter.is_alphanumeric()).unwrap_or(text.len());
    is_total(&text[..end])
}

/// Whether a line is about the plan as a whole rather than the phase above it.
pub fn is_total(text: &str) -> bool {
    const WORDS: [&str; 16] = [
        "total",
        "totals",
        "overall",
        "altogether",
        "gesamt",
        "insgesamt",
        "gesamtdauer",
        "totale",
        "totales",
        "totais",
        "итого",
        "всего",
        "toplam",
        "razem",
        "łącznie",
        "tổng",
    ];
    const UNSPACED: [&str; 14] = [
        "总计",
        "总共",
        "总时长",
        "总周期",
        "总学习",
        "总备考",
        "总耗时",
        "共计",
        "合计",
        "總計",
        "合計",
        "総学習",
        "총",
        "전체",
    ];
    let text = text.to_lowercase();
    let mut words = text.split(|letter: char| !letter.is_alphanumeric());
    words.any(|word| WORDS.contains(&word)) || UNSPACED.iter().any(|word| text.contains(word))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_all_of_their_words() {
        let cases = [
            ("📚 Recommended Resources", Some(Role::Materials)),
            ("Tools & Resources", Some(Role::Materials)),
            ("JavaScript Resources", Some(Role::Materials)),
            ("DevOps Tools", None),
            ("Advanced courses", None),
            ("Further reading", Some(Role::Materials)),
            ("Table of Contents", Some(Role::Never)),
            ("Star History", Some(Role::Never)),
            ("What you'll learn", Some(Role::Topics)),
            ("Learning objectives", Some(Role::Aside)),
            ("Estimated time", Some(Role::Time)),
            ("Learning Roadmap", Some(Role::Plan)),
            ("学习资源", Some(Role::Materials)),
            ("Полезные ссылки", Some(Role::Materials)),
            ("Deliverables", Some(Role::Projects)),
            ("Git", None),
        ];
        for (heading, expected) in cases {
            assert_eq!(role(heading), expected, "{heading}");
        }
    }

    #[test]
    fn projects_are_named_behind_the_word() {
        assert_eq!(project("**Project:** a small box"), Some("** a small box"));
        assert_eq!(project("Project: a small box"), Some("a small box"));
        assert_eq!(project("🛠 Mini project 2 - a chair"), Some("a chair"));
        assert_eq!(project("Capstone project"), Some("Capstone project"));
        assert_eq!(project("Project management"), None);
        assert_eq!(project("Projection"), None);
    }
}

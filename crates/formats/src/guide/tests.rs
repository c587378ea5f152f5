use super::read_guide;
use crate::effort::Amount;
use crate::outline::{Outline, OutlinePhase};
use crate::table::read_table;

/// An outline in short: phases with their times and groups, topics with steps, projects and materials behind their signs.
fn short(outline: &Outline) -> String {
    let mut out = outline.title.clone();
    if let Some(hours) = outline.hours_per_week {
        out += &format!(" ({hours} hours a week)");
    }
    out.push('\n');
    for phase in &outline.phases {
        out += &format!("= {}{}\n", phase.title, facts(phase));
        for topic in &phase.topics {
            let sign = if topic.is_done { "x" } else { "-" };
            let time = topic.time.map(|time| format!(" [{}]", amount(time.amount))).unwrap_or_default();
            out += &format!("{sign} {}{time}", topic.title);
            for step in &topic.steps {
                out += &format!(" / {}{}", if step.is_done { "x " } else { "" }, step.title);
            }
            for material in &topic.materials {
                out += &format!(" @ {}", material.url);
            }
            out.push('\n');
        }
        for project in &phase.projects {
            out += &format!("! {project}\n");
        }
        for material in &phase.materials {
            out += &format!("@ {} {}\n", material.title, material.url);
        }
    }
    out
}

fn facts(phase: &OutlinePhase) -> String {
    let mut facts = String::new();
    if let Some(time) = phase.time {
        facts += &format!(" [{}]", amount(time.amount));
    }
    if !phase.group.is_empty() {
        facts += &format!(" <{}>", phase.group);
    }
    if phase.is_optional {
        facts += " optional";
    }
    facts
}

fn amount(amount: Amount) -> String {
    let span = |low: u32, high: u32, unit: &str| match low == high {
        true => format!("{low}{unit}"),
        false => format!("{low}-{high}{unit}"),
    };
    match amount {
        Amount::Weeks(weeks) => span(weeks.low, weeks.high, "w"),
        Amount::Minutes(minutes) => span((minutes.low + 30) / 60, (minutes.high + 30) / 60, "h"),
        Amount::TooMuch => "too much".to_owned(),
    }
}

/// Compares a guide's outline with the one written below it, line by line without indentation.
#[track_caller]
fn gives(guide: &str, expected: &str) {
    compare(read_guide(guide), expected);
}

#[track_caller]
fn compare(outline: Option<Outline>, expected: &str) {
    let lines = |text: &str| {
        text.lines().map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join("\n")
    };
    let found = outline.map(|outline| short(&outline)).unwrap_or_else(|| "nothing".to_owned());
    let found = if found.starts_with('\n') { format!("untitled{found}") } else { found };
    assert_eq!(lines(&found), lines(expected), "found:\n{found}");
}

#[test]
fn checklist() {
    gives(
        include_str!("../../../../tests/data/import/checklist.md"),
        "Beekeeping from zero
         = Before the first hive [10h]
         - What bees do in a year
         x Where a hive may stand
         - Equipment / Smoker / Suit
         = First season [130h]
         - Inspecting a hive
         - Swarms
         - Honey harvest",
    );
}

#[test]
fn headings_with_weeks() {
    gives(
        include_str!("../../../../tests/data/import/headings-with-weeks.md"),
        "Woodworking plan (6 hours a week)
         = Phase 1: Hand tools [3w]
         - Rip cut
         - Cross cut
         - Sharpening
         - Squaring a board
         = Phase 2: Joints [5w]
         - Dovetail
         - Mortise and tenon
         ! a small box",
    );
}

#[test]
fn course_table() {
    gives(
        include_str!("../../../../tests/data/import/course-table.md"),
        "Astronomy at home
         = Night sky [12-20h] <Prerequisites>
         @ Night sky https://example.org/a
         = Optics [24h] <Prerequisites>
         @ Optics https://example.org/b
         = Planets [40-56h] <Core>
         = Stars [72h] <Core>",
    );
}

#[test]
fn the_title_may_be_html() {
    let guide = include_str!("../../../../tests/data/import/html-title.md");
    let with_phases = format!("{guide}\n## Phase 1\n- a\n## Phase 2\n- b\n");
    assert_eq!(read_guide(&with_phases).unwrap().title, "🪁 Kites from scratch");
    assert_eq!(read_guide(guide), None);
}

#[test]
fn weeks_are_titled_by_what_they_are_about() {
    gives(
        "# Violin\n\n## Week 1: Bowing\n- Open strings\n- Long bows\n\n## Week 2\n- First finger\n\n## Week 3-4 – Scales (6 hours)\n- D major\n\n## Resources\n- [Chart](https://example.org/c)\n",
        "Violin
         = Bowing [1w]
         - Open strings
         - Long bows
         = Week 2 [1w]
         - First finger
         = Scales [6h]
         - D major",
    );
}

#[test]
fn parts_group_their_weeks() {
    gives(
        "# Sailing\n## Part 1: Ashore\n### Week 1: Knots\n- Bowline\n### Week 2: Rules\n- Give way\n## Part 2: Afloat\n### Week 3: Steering\n- Tack\n### Week 4: Docking\n- Fenders\n",
        "Sailing
         = Knots [1w] <Part 1: Ashore>
         - Bowline
         = Rules [1w] <Part 1: Ashore>
         - Give way
         = Steering [1w] <Part 2: Afloat>
         - Tack
         = Docking [1w] <Part 2: Afloat>
         - Fenders",
    );
}

#[test]
fn labels_say_what_follows_them() {
    gives(
        "# Bread

## 🌾 Phase 1: Flour
**Duration:** 2 weeks
**Goal:** know your flour

**Topics:**
- Wheat
- Rye

**Resources:**
- [Mills](https://example.org/mills)

**Mini project:** flat bread

## 🔥 Phase 2: Oven
⏱️ Time: 10-12 hours

### What you'll learn
- Heat
- Steam

### 🛠️ Projects
- A loaf
- A roll

### Prerequisites
- Flour
",
        "Bread
         = 🌾 Phase 1: Flour [2w]
         - Wheat
         - Rye
         ! flat bread
         @ Mills https://example.org/mills
         = 🔥 Phase 2: Oven [10-12h]
         - Heat
         - Steam
         ! A loaf
         ! A roll",
    );
}

#[test]
fn labels_may_be_items() {
    gives(
        "# Drawing\n## Stage 1 - Lines\n- **Duration**: 3 weeks\n- **Topics**:\n  - Straight lines\n  - Curves\n- **Resources**: [A](https://example.org/a), [B](https://example.org/b)\n- **Project**: a chair\n## Stage 2 - Light\n- Topics: Shade, Shadow (cast, form)\n- Time: 2 weeks\n- Goal: see light\n",
        "Drawing
         = Stage 1 - Lines [3w]
         - Straight lines
         - Curves
         ! a chair
         @ A https://example.org/a
         @ B https://example.org/b
         = Stage 2 - Light [2w]
         - Shade
         - Shadow (cast, form)",
    );
}

#[test]
fn unnamed_headings_below_the_title_are_phases() {
    gives(
        "---\ntitle: From the front matter\n---\n<!-- # Hidden -->\n# Web gardens\n[![Badge](https://example.org/b.svg)](https://example.org)\n\n## Table of contents\n- [Soil](#soil)\n- [Seeds](#seeds)\n\n## About\n- For all\n\n## Soil\n- Clay\n- Sand\n\n## Seeds\n1. Sow\n2. Water\n   - [How](https://example.org/w)\n   - Mornings\n\n## Contributing\n- Fork it\n\n## License\nMIT\n",
        "Web gardens
         = Soil
         - Clay
         - Sand
         = Seeds
         - Sow
         - Water / Mornings @ https://example.org/w",
    );
}

#[test]
fn a_plan_within_the_guide_has_the_phases() {
    gives(
        "# Chess\n## Features\n- Free\n- Fast\n## Roadmap\n### Openings\n- Italian\n- Spanish\n### Endgames\n- Pawns\n## Setup\n- Buy a board\n",
        "Chess
         = Openings
         - Italian
         - Spanish
         = Endgames
         - Pawns",
    );
}

#[test]
fn without_headings_the_outermost_items_are_phases() {
    gives(
        "# Cheese\n\n1. **Milk** (2 weeks)\n   - [ ] Cow\n   - [x] Goat\n2. **Rennet** - 10 hours\n   - [ ] Animal\n3. Ripening\n",
        "Cheese
         = Milk [2w]
         - Cow
         x Goat
         = Rennet [10h]
         - Animal
         = Ripening",
    );
}

#[test]
fn items_may_be_headed_like_phases() {
    gives(
        "# Swim\n## Plan\n- **Week 1:** Floating\n  - Breath\n- **Week 2:** Kicking\n  - Legs\n- Have fun\n",
        "Swim
         = Floating [1w]
         - Breath
         = Kicking [1w]
         - Legs",
    );
}

#[test]
fn strong_lines_are_headings() {
    gives(
        "My plan for ceramics\n\n**Month 1: Clay**\n\n- Wedge\n- Pinch\n\n**Month 2: Glaze**\n\n- Dip\n",
        "untitled
         = Clay [43h]
         - Wedge
         - Pinch
         = Glaze [43h]
         - Dip",
    );
}

#[test]
fn details_hold_phases() {
    gives(
        "# Maps\n\n<details>\n<summary><b>Level 1: Reading</b> (2 weeks)</summary>\n\n- Legend\n- Scale\n\n</details>\n\n<details>\n<summary>Level 2: Drawing</summary>\n\n- Contours\n\n</details>\n\n## Credits\n- All\n",
        "Maps
         = Level 1: Reading [2w]
         - Legend
         - Scale
         = Level 2: Drawing
         - Contours",
    );
}

#[test]
fn a_schedule_in_a_table_has_phases_as_rows() {
    gives(
        "# Photo\n\n| Week | Topic | Project | Resources |\n|---|---|---|---|\n| 1-2 | Light | A window | [Sun](https://example.org/s) |\n| 3 | Lenses | | |\n| 4 | Review | Portfolio | |\n",
        "Photo
         = Light [2w]
         ! A window
         @ Sun https://example.org/s
         = Lenses [1w]
         = Review [1w]
         ! Portfolio",
    );
}

#[test]
fn a_table_within_a_phase_has_topics_as_rows() {
    gives(
        "# Run\n## Week 1\n| Day | Task | Status |\n|--|--|--|\n| Mon | Walk | ✅ |\n| Tue | Jog | |\n## Week 2\n| Day | Task |\n|--|--|\n| Mon | Sprint |\n",
        "Run
         = Week 1 [1w]
         x Walk
         - Jog
         = Week 2 [1w]
         - Sprint",
    );
}

#[test]
fn a_table_beside_the_phases_gives_their_times() {
    gives(
        "# Ice\n| Phase | Title | Duration |\n|--|--|--|\n| 1 | Standing | 2 weeks |\n| 2 | Gliding | 3 weeks |\n## Phase 1: Standing\n- Balance\n- Fall\n## Phase 2: Gliding\n- Push\n",
        "Ice
         = Phase 1: Standing [2w]
         - Balance
         - Fall
         = Phase 2: Gliding [3w]
         - Push",
    );
}

#[test]
fn other_languages_have_their_own_words() {
    gives(
        "# Plan d'apprentissage\nEnviron 5 heures par semaine.\n## Étape 1 : Bases (2 weeks)\n- Pain\n### Ressources\n- [Livre](https://example.org/l)\n## Étape 2 : Suite\n**Projet :** un four\n- Feu\n## Licence\n- MIT\n",
        "Plan d'apprentissage (5 hours a week)
         = Étape 1 : Bases [2w]
         - Pain
         @ Livre https://example.org/l
         = Étape 2 : Suite
         - Feu
         ! un four",
    );
    gives(
        "# 学习路线\n## 第一阶段：基础\n- 变量\n- 函数\n## 第二阶段：进阶\n- 类\n## 参考资料\n- [书](https://example.org)\n",
        "学习路线
         = 第一阶段：基础
         - 变量
         - 函数
         = 第二阶段：进阶
         - 类",
    );
    gives(
        "# План\n## Неделя 1: Основы\n- Ноты\n## Неделя 2: Ритм\n- Такт\n## Полезные ссылки\n- [Сайт](https://example.org)\n",
        "План
         = Основы [1w]
         - Ноты
         = Ритм [1w]
         - Такт",
    );
}

#[test]
fn plain_text_is_a_guide_too() {
    gives(
        "Learn to juggle\n\nPhase 1: One ball\n• Throw\n• Catch\n\nPhase 2: Two balls (3 weeks)\n    - Cross\n    - Columns\n",
        "untitled
         = Phase 1: One ball
         - Throw
         - Catch
         = Phase 2: Two balls [3w]
         - Cross
         - Columns",
    );
}

#[test]
fn signs_are_bullets_where_all_items_have_one() {
    gives(
        "# A\n## Phase 1\n- ✅ One\n- ✅ Two\n## Phase 2\n- ✅ Three\n",
        "A
         = Phase 1
         - One
         - Two
         = Phase 2
         - Three",
    );
    gives(
        "# A\n## Phase 1\n- ✅ One\n- Two\n- ~~Three~~\n## Phase 2\n- Four\n- Five\n",
        "A
         = Phase 1
         x One
         - Two
         x Three
         = Phase 2
         - Four
         - Five",
    );
}

#[test]
fn what_is_no_plan_is_none() {
    gives("# Hello\nJust words.\n", "nothing");
    gives("", "nothing");
    gives(
        "# Tool\n## License\n- MIT\n- Apache\n## Contents\n- [A](#a)\n- [B](#b)\n## A\nOne\n## B\nTwo\n",
        "nothing",
    );
}

#[test]
fn spreadsheets() {
    compare(
        read_table("Module,Topic,Hours,Status\nBasics,Clay,2,Done\nBasics,Wheel,3-4,\nGlaze,Dip,5,\n"),
        "untitled
         = Basics [5-6h]
         x Clay [2h]
         - Wheel [3-4h]
         = Glaze [5h]
         - Dip [5h]",
    );
    compare(
        read_table(
            "Course;Duration;Effort;Link\nSky;4 weeks;3-5 hours/week;https://example.org/a\n\"Optics; again\";6 weeks;4 hours/week;\n",
        ),
        "untitled
         = Sky [12-20h]
         @ https://example.org/a https://example.org/a
         = Optics; again [24h]",
    );
    compare(
        read_table("Week\tTopic\n1\tKnots\n\tRules\n2\tSteering\n"),
        "untitled
         = Week 1 [1w]
         - Knots
         - Rules
         = Week 2 [1w]
         - Steering",
    );
    compare(read_table("a,b\n1,2\n"), "nothing");
}

#[test]
fn months_group_their_weeks() {
    gives(
        "# Plan\n# Month 1: Base (Weeks 1-2)\n## Week 1: One (5 hours)\n- a\n## Week 2: Two\n- b\n# Month 2: Top\n## Week 3: Three\n- c\n## Week 4: Four\n- d\n",
        "Plan
         = One [5h] <Base>
         - a
         = Two [1w] <Base>
         - b
         = Three [1w] <Top>
         - c
         = Four [1w] <Top>
         - d",
    );
}

#[test]
fn months_by_name_are_phases() {
    gives(
        "# Exam year\n## ✅ September: Reading\n- a\n## October 2026\n- b\n## May the rest be easy\n- c\n",
        "Exam year
         = Reading [43h]
         - a
         = October 2026 [43h]
         - b",
    );
}

#[test]
fn what_an_overview_repeats_counts_once() {
    gives(
        "# Solder\n## Overview of it all\n### Phase 1: Irons (10 days)\n- Short\n### Phase 2: Boards (3 weeks)\n- Short\n## Phase 1: Irons\n### Heat\n- Tips\n- Tin\n## Phase 2: Boards\n- Tracks\n- Pads\n## Total time required\n- 5 weeks\n",
        "Solder
         = Phase 1: Irons [14h]
         - Tips
         - Tin
         = Phase 2: Boards [3w]
         - Tracks
         - Pads",
    );
}

#[test]
fn a_schedule_beside_the_phases_is_none_of_them() {
    gives(
        "# Kite\n## Learning path by levels\n### Level 1: Kites\n#### **Estimated time:** 2-3 weeks\n- a\n### Level 2: Wind\n- b\n## Next, week by week\n### Week 1: Kites\n- c\n### Week 2: Kites\n- d\n",
        "Kite
         = Level 1: Kites [2-3w]
         - a
         = Level 2: Wind
         - b",
    );
}

#[test]
fn rules_are_no_front_matter_and_labels_no_part_of_an_item() {
    gives(
        "# Tea\n\n---\n## Phase 0 (optional): Leaves\nTopics:\n\n- Green\n- Black\nResources:\n\n- [Book](https://example.org/b)\n\n---\n## Phase 1: Water\n- Heat\n",
        "Tea
         = Phase 0 (optional): Leaves optional
         - Green
         - Black
         @ Book https://example.org/b
         = Phase 1: Water
         - Heat",
    );
}

#[test]
fn what_there_is_to_build_or_to_read_is_to_be_done_where_there_is_nothing_else() {
    gives(
        "# Past\n## 1. Rome\n**Books**\n- A history\n- Another\n## 2. Greece\n**Deliverables**\n- An essay\n- A map\n",
        "Past
         = Rome
         - A history
         - Another
         = Greece
         - An essay
         - A map",
    );
}

#[test]
fn guesses_at_columns_need_times() {
    gives(
        "# Data\n| File | About | Time |\n|-|-|-|\n| [a.md](./a.md) | x | 2 weeks |\n| [b.md](./b.md) | y | 3 weeks |\n\n| Shortcut | Key | Time |\n|-|-|-|\n| Copy | C | never |\n",
        "Data
         = a.md [2w]
         = b.md [3w]",
    );
}

#[test]
fn exports_of_to_do_lists() {
    compare(
        read_table(
            "TYPE;CONTENT;DURATION;DURATION_UNIT\nmeta;view;;\nsection;Day 1;;\ntask;Sums;90;minute\ntask;Waves;30;minute\nsection;Day 2;;\ntask;Rays;60;minute\n",
        ),
        "untitled
         = Day 1 [2h]
         - Sums [2h]
         - Waves [1h]
         = Day 2 [1h]
         - Rays [1h]",
    );
}

#[test]
fn times_that_add_up_to_ages_are_none() {
    let rows = "A,x,9 years\n".repeat(2_000);
    let outline = read_table(&format!("Module,Topic,Duration\n{rows}B,y,2 weeks\n")).unwrap();
    assert_eq!(outline.phases.iter().map(|phase| phase.time.is_some()).collect::<Vec<_>>(), [false, true]);
}

/// Figures that look random, the same every time.
struct Dice(u64);

impl Dice {
    fn roll(&mut self, sides: usize) -> usize {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        ((self.0 >> 33) as usize) % sides
    }
}

/// A text with some of its letters changed, left out or repeated, or parts of others put in.
fn mutated(text: &str, all: &[&str], dice: &mut Dice) -> String {
    let signs = [
        '#', '-', '*', '|', '[', ']', '(', ')', ':', '\n', ' ', '<', '>', '`', '~', '1', '第', '週',
        '\u{fe0f}', '🚀', '١', '"', ',', ';', '\t', '一', 'İ', '\u{0}',
    ];
    let mut letters: Vec<char> = text.chars().collect();
    for _ in 0..=dice.roll(8) {
        let at = dice.roll(letters.len().max(1));
        match dice.roll(5) {
            0 if !letters.is_empty() => drop(letters.remove(at)),
            1 if !letters.is_empty() => letters[at] = signs[dice.roll(signs.len())],
            2 => letters.truncate(at.max(1)),
            3 => {
                let other: Vec<char> = all[dice.roll(all.len())].chars().collect();
                let from = dice.roll(other.len());
                let part = other[from..(from + 40).min(other.len())].to_vec();
                let at = at.min(letters.len());
                letters.splice(at..at, part);
            }
            _ => letters.insert(at.min(letters.len()), signs[dice.roll(signs.len())]),
        }
    }
    letters.into_iter().collect()
}

const SEEDS: [&str; 6] = [
    include_str!("../../../../tests/data/import/checklist.md"),
    include_str!("../../../../tests/data/import/headings-with-weeks.md"),
    include_str!("../../../../tests/data/import/course-table.md"),
    include_str!("../../../../tests/data/import/html-title.md"),
    "---\ntitle: x\n---\n<details><summary><h2>Week 1</h2></summary>\n\n<ul><li><a href='https://example.org'>✅ a</a></li></ul>\n</details>\n\n**Projet 2 :** x\n1️⃣ 第一阶段 (Weeks 1-3, 20h)\n\t- ~~[x](#y)~~ https://example.org/z\n",
    "Module;Week;Topic;Hours;Status;Link\n\"A\nB\";1-2;Clay, dust;3-4;x;https://example.org\n;;Wheel;;;\n",
];

#[test]
fn no_text_breaks_the_readers() {
    let mut dice = Dice(17);
    for _ in 0..20_000 {
        let text = mutated(SEEDS[dice.roll(SEEDS.len())], &SEEDS, &mut dice);
        for outline in [read_guide(&text), read_table(&text)].into_iter().flatten() {
            for phase in &outline.phases {
                assert!(!phase.title.is_empty(), "{text}");
                assert!(phase.line > 0 && phase.line <= 1 + text.lines().count(), "{text}");
                assert!(phase.topics.iter().all(|topic| !topic.title.is_empty()), "{text}");
                let topics = || phase.topics.iter().flat_map(|topic| &topic.materials);
                assert!(
                    phase.materials.iter().chain(topics()).all(roadmap::Material::leads_to_the_web),
                    "{text}"
                );
            }
        }
    }
}

/// Texts on which a careless reader rescans the same letters again and again.
#[test]
fn a_megabyte_is_read_in_no_time() {
    let parts = [
        "- ",
        "  - a\n",
        "- a\n  - b\n    - c\n",
        "# Week 1\n",
        "## Phase 1\n- a\n",
        "> ",
        "> - ",
        "|a|b|\n|-|-|\n|1|2|\n",
        "|Week|Topic|\n|-|-|\n|1|2|\n",
        "| a ",
        "[",
        "![",
        "[a](",
        "[a](#b) ",
        "<",
        "<a",
        "<a>",
        "<!--",
        "<details>",
        "<details><summary>x</summary></details>\n\n",
        "<h1>",
        "<li>",
        "<br>\n",
        "**",
        "**a**\n\n",
        "*a_",
        "`",
        "```\n",
        "~~",
        ":a:",
        "::",
        "Week 1 ",
        "Week 1: a\n",
        "Week 1-",
        "第",
        "一",
        "第1周",
        "# 1 a\n",
        "# 阶段一\n",
        "# Goals\n## Week 1\n",
        "# 1. a\n## Step 1\n",
        "(2 weeks) ",
        "- Topics:\n",
        "- Project: a\n",
        "a:\n- b\n\n",
        "https://a.b ",
        "&amp;",
        "&",
        "\\",
        "\n",
        "1. ",
        "1) a\n",
        "- [x] ",
        "- [ ] a\n",
        "✅ ",
        "İ",
        "Resources ",
        "a,",
        "\"",
        "\",\"",
        "\t",
        "    - a\n",
        "***\n",
        "---\n",
        "===\n",
        "a\n===\n",
        "a | b\n",
        "1 2 3 hours per week ",
        "x\n\n",
        "(",
        "((2 weeks",
    ];
    // Without optimization, a tenth of it is enough to tell.
    let size = if cfg!(debug_assertions) { 100_000 } else { 1_000_000 };
    let slowest = std::time::Duration::from_secs(10);
    for beginning in ["", "Module,Topic,Hours\n", "## Phase 1\n## Phase 2\n- "] {
        for part in parts {
            let text = beginning.to_owned() + &part.repeat(size / part.len());
            let start = std::time::Instant::now();
            read_guide(&text);
            read_table(&text);
            let both = start.elapsed();
            assert!(both < slowest, "{beginning:?} {part:?} takes {both:?}");
        }
    }
}

#[test]
fn the_whole_says_how_long_it_takes() {
    let whole =
        |guide: &str| read_guide(guide).and_then(|outline| outline.whole).map(|time| amount(time.amount));
    let phases = "## Phase 1: Clay\n- a\n## Phase 2: Glaze\n- b\n";
    assert_eq!(whole(&format!("# Pots\n**Duration:** 6 weeks\n{phases}")), Some("6w".to_owned()));
    assert_eq!(whole(&format!("# A calm 8-week way to pots\n{phases}")), Some("8w".to_owned()));
    assert_eq!(
        whole(&format!("# Pots\n{phases}## Summary\nTotal: about 40 hours\n")),
        Some("40h".to_owned())
    );
    // An exam is no plan.
    assert_eq!(whole(&format!("# Pots\n**Duration:** 45 minutes\n{phases}")), None);
}

#[test]
fn a_time_for_each_counts_for_each() {
    gives(
        "# Pots\nTime: 2-3 weeks per phase.\n## Phase 1: Clay\n- a\n## Phase 2: Glaze\n- b\n",
        "Pots
         = Phase 1: Clay [2-3w]
         - a
         = Phase 2: Glaze [2-3w]
         - b",
    );
}

#[test]
fn of_plans_that_begin_anew_the_usual_one_counts() {
    gives(
        "# Pots\n## In a hurry\n|Week|Topic|\n|--|--|\n|1|Clay|\n|2|Glaze|\n## At ease (default)\n|Week|Topic|\n|--|--|\n|1|Clay|\n|2|Wheel|\n|3|Glaze|\n",
        "Pots
         = Clay [1w] <At ease (default)>
         = Wheel [1w] <At ease (default)>
         = Glaze [1w] <At ease (default)>",
    );
}

#[test]
fn dates_are_lengths_and_sums_are_no_phases() {
    gives(
        "# Pots\n|Part|Dates|\n|--|--|\n|Clay|Mar 1-14|\n|Glaze|Mar 15-21|\n|Total|3 weeks|\n## Study log\n|Date|Topic|Time spent|\n|--|--|--|\n|Mar 1|Clay|1 h|\n",
        "Pots
         = Clay [2w]
         = Glaze [1w]",
    );
}

#[test]
fn numbers_below_weeks_that_run_on_say_when() {
    gives(
        "# Pots\n|Phase|Weeks|Aim|\n|--|--|--|\n|1|1-2|Clay|\n|2|3-6|Wheel|\n|3|7+|Glaze|\n|4|Flexible|Kiln|\n",
        "Pots
         = Clay [2w]
         = Wheel [4w]
         = Glaze [1-2w]
         = Kiln",
    );
    // Those that do not are lengths.
    gives(
        "# Pots\n|Phase|Weeks|Aim|\n|--|--|--|\n|1|1-2|Clay|\n|2|2-3|Wheel|\n|3|1-2|Glaze|\n",
        "Pots
         = Clay [1-2w]
         = Wheel [2-3w]
         = Glaze [1-2w]",
    );
}

#[test]
fn a_place_without_an_end_leaves_no_sign() {
    gives(
        "# Pots\n## Week 1-2: Clay\n- a\n## Week 3+: Glaze\n- b\n",
        "Pots
         = Clay [2w]
         - a
         = Glaze [1-2w]
         - b",
    );
}

#[test]
fn a_time_may_be_one_of_several_facts() {
    gives(
        "# Pots\n## 1. Clay\n**45 min** | For beginners\n## 2. Glaze\nHard · ⏱ 2 h · Optional tools\n",
        "Pots
         = Clay [1h]
         = Glaze [2h]",
    );
}

#[test]
fn bare_numbers_that_run_on_count_their_headings() {
    gives("# Bees\n## 08 Hives\n- a\n", "nothing");
    let chapters: String =
        (1..=12).map(|at| format!("## {at:02} Hive {}\n- Frame\n", ["A", "B"][at % 2])).collect();
    let outline = read_guide(&format!("# Bees\n## About\n- c\n{chapters}## 12 more hives\n- d\n")).unwrap();
    assert_eq!(outline.phases.len(), 12);
    assert_eq!(outline.phases[11].title, "Hive A");
    gives(
        "# Pots\n## Shards\n- x\n## 1 Clay\n- a\n## 2 Wheel\n- b\n## 3 Glaze\n- c\n",
        "Pots
         = Clay
         - a
         = Wheel
         - b
         = Glaze
         - c",
    );
    // Lengths are no numbers of chapters.
    gives(
        "# Pots\n## 1 week\n- a\n## 2 weeks\n- b\n## 3 weeks\n- c\n",
        "Pots
         = 1 week [1w]
         - a
         = 2 weeks [2w]
         - b
         = 3 weeks [3w]
         - c",
    );
}

#[test]
fn a_section_that_holds_the_phases_is_not_passed_over_for_its_title() {
    gives(
        "# Pots\n## Why pots\n- Calm\n- Useful\n## 🏺 Course phases\n### **Phase 1: Clay** (Week 1-2)\n- a\n### **Phase 2: Glaze** (Week 3)\n- b\n## The kiln\n- Hot\n",
        "Pots
         = Phase 1: Clay [2w] <🏺 Course phases>
         - a
         = Phase 2: Glaze [1w] <🏺 Course phases>
         - b",
    );
    // Checkpoints between the weeks are none.
    gives(
        "# Pots\n## Clay\n- a\n- b\n## Glaze\n- c\n## Results\n### Week 4\n- A bowl\n### Week 8\n- A jug\n",
        "Pots
         = Clay
         - a
         - b
         = Glaze
         - c",
    );
}

#[test]
fn sessions_and_topics_are_counted_in_many_languages() {
    let heads = [
        "Tema 1: a",
        "Sesión 1 – a",
        "Parcours 1 : a",
        "Séance 1 : a",
        "Thema 1: a",
        "Sessão 1: a",
        "Sessione 1: a",
        "Тема 1. a",
        "Занятие 1: a",
        "Konu 1: a",
        "Buổi 1: a",
        "Sesi 1: a",
        "Lekcja 1: a",
        "Les 1: a",
        "सत्र 1: a",
        "الجلسة 1: a",
        "পাঠ 1: a",
        "1회차: a",
        "1강 a",
        "제1강 a",
        "阶段一：a",
        "专题一 a",
        "第1讲 a",
        "第一课时：a",
        "第1回 a",
        "セッション1: a",
    ];
    for head in heads {
        let guide = format!(
            "# Pots\n## {head}\n- b\n## {}\n- c\n## Shards\n- d\n",
            head.replace('1', "2").replace('一', "二")
        );
        let outline = read_guide(&guide).unwrap_or_default();
        assert_eq!(outline.phases.len(), 2, "{head}: {}", short(&outline));
    }
}

#[test]
fn words_that_only_begin_like_phases_are_none() {
    for head in ["Tematy 1: a", "1부터 a", "3回読む a", "周一 a", "阶段一些 a", "Sessions a", "Tema libre"]
    {
        let guide = format!("# Pots\n## {head}\n- b\n## {head}\n- c\n## Shards\n- d\n");
        let outline = read_guide(&guide).unwrap_or_default();
        assert_eq!(outline.phases.len(), 3, "{head}: {}", short(&outline));
    }
}

#[test]
fn items_may_be_counted_as_sessions() {
    gives(
        "# 도자기\n### 학습 목표:\n1. a\n2. b\n### 회차별 내용:\n- **1회차:** 흙\n- **2회차:** 물레\n- **3회차:** 유약\n",
        "도자기
         = 1회차: 흙
         = 2회차: 물레
         = 3회차: 유약",
    );
}

#[test]
fn steps_within_one_of_the_numbered_sections_are_part_of_it() {
    let steps = "### Step 1: Cut\n- a\n### Step 2: Glue\n- b\n";
    gives(
        &format!(
            "# Chair\n## 1. Wood\n- Oak\n- Ash\n## 2. Saws\n- Rip\n- Cross\n## 3. Legs\n{steps}## 4. Oil\n- Linseed\n"
        ),
        "Chair
         = Wood
         - Oak
         - Ash
         = Saws
         - Rip
         - Cross
         = Legs
         - a
         - b
         = Oil
         - Linseed",
    );
    // A chapter that is about the plan has the phases.
    gives(
        &format!(
            "# Chair\n## 1. Wood\n- Oak\n- Ash\n## 2. Saws\n- Rip\n- Cross\n## 3. Roadmap\n{steps}## 4. Oil\n- Linseed\n"
        ),
        "Chair
         = Step 1: Cut
         - a
         = Step 2: Glue
         - b",
    );
}

#[test]
fn a_phase_without_an_end_is_a_phase_and_advice_is_no_project() {
    gives(
        "# Pots\n1단계: 흙 (1주)\n2단계: 물레 (2주)\n3단계: 유약 (지속적)\n늘 이어집니다.\n프로젝트 중심 학습: 매주 작은 그릇을 빚습니다.\n",
        "Pots
         = 1단계: 흙 [1w]
         = 2단계: 물레 [2w]
         = 3단계: 유약 (지속적)",
    );
    gives(
        "# Pots\n## Phase 1: Clay (1 week)\n- a\n## Phase 2: Glaze (ongoing)\n**Project:** a bowl\n**Project-based learning:** make it yours.\n",
        "Pots
         = Phase 1: Clay [1w]
         - a
         = Phase 2: Glaze (ongoing)
         - a bowl",
    );
}

//! Times that stand in guides, tables and lists as dates, notes and answers.

use super::charts::{assert_flowchart, assert_guide, shown};

#[test]
fn dates_behind_a_week_are_no_range() {
    assert_guide(
        "# Holz\n## Woche 1 — 29. Apr bis 5. Mai\n- Sägen\n## Woche 2 — 6. bis 12. Mai\n- Hobeln\n## Week 3 - 13 May\n- Leim\n",
        &["29. Apr bis 5. Mai 1w: Sägen", "6. bis 12. Mai 1w: Hobeln", "13 May 1w: Leim"],
    );
}

#[test]
fn months_of_the_calendar_are_a_month_long_each() {
    assert_guide(
        "# 木工\n## 2027年1月（夜）\n- のこ\n## 2027年2〜4月（夜）\n- かんな\n## 2027年5月〜2027年6月\n- のり\n",
        &["2027年1月（夜） 43h: のこ", "2027年2〜4月（夜） 130h: かんな", "2027年5月〜2027年6月 87h: のり"],
    );
}

#[test]
fn a_note_behind_a_number_and_signs_before_a_heading_are_passed_over() {
    assert_guide(
        "# Wood\n| Course | Weeks |\n|--|--|\n| Saws | 2 |\n| Glue | 3 (1 in the shop) |\n| Oil | 1 |\n",
        &["Saws 2w", "Glue 3w", "Oil 1w"],
    );
    assert_guide(
        "# Wood\n| Section | ~Time left |\n|--|--|\n| Saws | 2h 30 |\n| Glue | 30 min |\n| Oil | 1h 00 |\n",
        &["Saws 2h", "Glue 0h", "Oil 1h"],
    );
}

#[test]
fn rows_with_dates_last_until_the_next_one() {
    let rows = "date,title\n20.09.27,Saws\n27.09.27,Glue\n04.10.27,Oil\n";
    assert_eq!(shown("plan.csv", rows), "Saws 1w\nGlue 1w\nOil 1w\n");
    // Other columns say it better, and dates without an order say nothing.
    let timed = "date,title,hours\n20.09.27,Saws,3\n27.09.27,Glue,4\n04.10.27,Oil,5\n";
    assert_eq!(shown("plan.csv", timed), "Saws 3h\nGlue 4h\nOil 5h\n");
    let mixed = "date,title\n27.09.27,Saws\n20.09.27,Glue\n04.10.27,Oil\n";
    assert_eq!(shown("plan.csv", mixed), "Saws 10-20h\nGlue 10-20h\nOil 10-20h\n");
}

#[test]
fn rows_with_two_dates_last_from_one_to_the_other() {
    let rows = "WeekStart,WeekEnd,Focus\n2027-03-01,2027-03-07,Saws\n2027-03-08,2027-03-21,Glue\n2027-03-22,2027-03-28,Oil\n";
    assert_eq!(shown("plan.csv", rows), "Saws 1w\nGlue 2w\nOil 1w\n");
}

#[test]
fn what_stands_in_code_is_the_plan_if_nothing_else_is() {
    let guide = "# Wood\n### Basics:\n```\nSaws\nGlue\n```\n### Finish:\n```\n├── Oil\n└── Wax\n```\n";
    assert_guide(guide, &["Basics 4-8h: Saws, Glue", "Finish 4-8h: Oil, Wax"]);
    // Beside a list, code is only an example.
    assert_guide(
        "# Wood\n## Saws\n- Rip\n```\ncut along\n```\n## Oil\n- Linseed\n",
        &["Saws 2-4h: Rip", "Oil 2-4h: Linseed"],
    );
}

#[test]
fn one_of_many_chapters_does_not_stand_for_all() {
    assert_guide(
        "# Wood\n## Saws\n- Rip\n## Glue\n- **Part 1 (4h)** - Bone\n- **Part 2 (4h)** - Hide\n## Oil\n- Linseed\n",
        &["Saws 2-4h: Rip", "Glue 8h: Part 1 - Bone, Part 2 - Hide", "Oil 2-4h: Linseed"],
    );
}

#[test]
fn the_plan_may_be_a_numbered_table_or_links_to_its_parts() {
    assert_guide(
        "# Wood\n## Why\n- Joy\n- Use\n## The roadmap, by levels\n| Level | Field |\n|--|--|\n| 1 | Saws |\n| 2 | Glue |\n| 3 | Oil |\n## Tools\n- Bench\n- Vise\n",
        &["Saws 10-20h", "Glue 10-20h", "Oil 10-20h"],
    );
    assert_guide(
        "# Wood\n## Contents\n- [Month 1: Saws](1.md)\n- [Month 2: Glue](2.md)\n- [Month 3: Oil](3.md)\n## Aims\n- Know wood\n- Use it\n",
        &["Saws 43h", "Glue 43h", "Oil 43h"],
    );
}

#[test]
fn a_list_called_chapters_is_the_plan_without_topics() {
    let json = r#"{"version": 1, "chapters": [{"id": 1, "title": "Saws"}, {"id": 2, "title": "Glue"}, {"id": 3, "title": "Oil"}]}"#;
    assert_eq!(shown("plan.json", json), "Saws 10-20h\nGlue 10-20h\nOil 10-20h\n");
}

#[test]
fn the_answer_to_how_long_is_the_time_of_the_whole() {
    assert_guide(
        "# Gỗ\n**Mất bao lâu?** Thường cần **2 tháng** là đủ.\n## Giai đoạn 1: Cưa\n- a\n## Giai đoạn 2: Keo\n- b\n",
        &["Giai đoạn 1: Cưa 43h: a", "Giai đoạn 2: Keo 43h: b"],
    );
}

#[test]
fn this_in_one_language_is_no_ten_of_another() {
    assert_guide(
        "# Drewno\n## Miesiąc 1: Piły\n- a\n## Miesiąc 2: Klej\n- b\n## Czego nie robić przez ten rok\n- c\n",
        &["Piły 43h: a", "Klej 43h: b"],
    );
}

#[test]
fn a_flat_list_is_sorted_into_its_weeks() {
    let item = |week: u32, title: &str, done: bool| {
        format!(r#"{{"week_no": {week}, "title": "{title}", "done": {done}}}"#)
    };
    let items = [item(1, "Saws", true), item(1, "Glue", false), item(2, "Oil", false), item(2, "Wax", false)];
    let json = format!(r#"{{"items": [{}]}}"#, items.join(","));
    assert_eq!(shown("plan.json", &json), "Week 1 1w: Saws, Glue\nWeek 2 1w: Oil, Wax\n");
}

#[test]
fn the_same_words_on_all_ways_are_no_answers() {
    let text = "graph TD\n A[Axe] --> B[Bow] --> C[Cut]\n C -->|used in| D[Dig] --> F[Fence]\n C -->|used in| E[Eat] --> F";
    assert!(!shown("a.mmd", text).contains("? "));
    assert!(shown("a.mmd", &text.replacen("used in", "for soil", 1)).contains("? "));
}

#[test]
fn the_end_of_a_path_is_no_step() {
    let text = "graph TD\n A[Axe] --> B[Bow] --> C[End of the path 🚀]";
    assert_flowchart(text, &["Axe 10-20h", "Bow 10-20h", "= End of the path 🚀"]);
}

#[test]
fn ranges_that_follow_each_other_say_when() {
    assert_guide(
        "# 목공\n## Phase 1: 톱 (1-4주)\n- a\n## Phase 2: 풀 (5-9주)\n- b\n## Phase 3: 대패 (10-14주)\n- c\n",
        &["Phase 1: 톱 4w: a", "Phase 2: 풀 5w: b", "Phase 3: 대패 5w: c"],
    );
    assert_guide(
        "# Wood\n## Saws (1-3 months)\n- a\n## Glue (4-6 months)\n- b\n## Oil (7-7 months)\n- c\n",
        &["Saws 130h: a", "Glue 130h: b", "Oil 43h: c"],
    );
    assert_guide(
        "# Wood\n## Saws (1-2 weeks)\n- a\n## Glue (3-4 weeks)\n- b\n## Oil (4-6 weeks)\n- c\n",
        &["Saws 1-2w: a", "Glue 3-4w: b", "Oil 4-6w: c"],
    );
}

#[test]
fn subgraphs_among_phases_are_steps_like_them() {
    let group = |id: &str, title: &str, from: &str, to: &str| {
        format!(" subgraph {id}[\"{title}\"]\n {id}1[{from}] --> {id}2[{to}]\n end\n")
    };
    let groups = [
        group("A", "Phase 1: Saws", "Rip", "Cross"),
        group("B", "Phase 2: Glue", "Bone", "Hide"),
        group("C", "Projects", "Box", "Stool"),
    ];
    let text = format!("graph TD\n{} A --> B --> C\n", groups.concat());
    assert_flowchart(
        &text,
        &["Phase 1: Saws 4-8h: Rip, Cross", "Phase 2: Glue 4-8h: Bone, Hide", "Projects 4-8h: Box, Stool"],
    );
}

use super::assert_shown;
use crate::import;
use crate::plain_json::read;

#[track_caller]
fn assert_read(text: &str, expected: &str) {
    assert_shown(&read(text).unwrap(), expected);
}

#[test]
fn names_are_found_whatever_they_are_called() {
    assert_read(
        import!("phases-and-topics.json"),
        "\nBread\n- Yeast\n- Sourdough\n  - Levain\nCake\n- Sponge",
    );
    assert_read(
        r#"{"titre":"Pain","étapes":[{"nom":"Levain","sujets":["a","b"]},{"nom":"Four","sujets":["c"]}]}"#,
        "Pain\nLevain\n- a\n- b\nFour\n- c",
    );
    assert_read(
        r#"{"user_name":"Somebody","courseTitle":"Tea","modules":[{"id":1,"moduleName":"Green","lessons":[{"lessonTitle":"Sencha"}]},{"id":2,"moduleName":"Black","lessons":[]}]}"#,
        "Tea\nGreen\n- Sencha\nBlack",
    );
}

#[test]
fn a_number_is_a_name_only_where_there_is_no_other() {
    assert_read(
        r#"[{"week":1,"focus":"Knots","topics":["a"]},{"week":2,"topics":["b"]},{"name":"Phase 3","theme":"Ropes","topics":["c"]}]"#,
        "\nKnots (1w)\n- a\nWeek 2 (1w)\n- b\nRopes\n- c",
    );
}

#[test]
fn times_are_read_from_fields_and_names() {
    assert_read(
        r#"{"phases":[
            {"title":"A","duration":"2-3 weeks","topics":["x (2 hours)"]},
            {"title":"B","weeks":4,"hours":9},
            {"title":"C","estimatedHours":12.5},
            {"title":"D (6 weeks)","topics":["x"]},
            {"title":"E","duration":{"min":1,"max":2,"unit":"weeks"}},
            {"title":"F","timeline":"Weeks 7-8"},
            {"title":"G","durationWeeks":"3","time_complexity":"2 weeks","created":"1 week"},
            {"title":"H","topics":[{"name":"h","hours":2},{"name":"i","estimated_minutes":30}]},
            {"title":"I","time":"10 hours/week","duration":7,"topics":["x"]},
            {"title":"J","week":[9,10],"topics":["x"]}]}"#,
        "
A (2-3w)
- x (120min)
B (4w)
C (750min)
D (6w)
- x
E (1-2w)
F (2w)
G (3w)
H (150min)
- h (120min)
- i (30min)
I
- x
J (2w)
- x",
    );
}

#[test]
fn ranges_that_follow_each_other_are_places() {
    let text = |one: &str, other: &str| {
        format!(
            r#"[{{"name":"A","weeks":"{one}","topics":["a"]}},{{"name":"B","weeks":"{other}","topics":["b"]}}]"#
        )
    };
    assert_read(&text("1-4", "5-8"), "\nA (4w)\n- a\nB (4w)\n- b");
    assert_read(&text("1-2", "2-3"), "\nA (1-2w)\n- a\nB (2-3w)\n- b");
    assert_read(&text("1-2 weeks", "3-4 weeks"), "\nA (1-2w)\n- a\nB (3-4w)\n- b");
    assert_read(&text("0-2 weeks", "2-6 weeks"), "\nA (2w)\n- a\nB (4w)\n- b");
}

#[test]
fn ranges_that_begin_where_the_one_before_ends_are_places() {
    assert_read(
        r#"[{"title":"A (0-3 months)","topics":["a"]},{"title":"B (3-6 months)","topics":["b"]},{"title":"C (6-12 months)","topics":["c"]}]"#,
        "\nA (3mo)\n- a\nB (3mo)\n- b\nC (6mo)\n- c",
    );
    assert_read(
        r#"[{"title":"A (0-3 months)","topics":["a"]},{"title":"B (2-6 months)","topics":["b"]}]"#,
        "\nA (0-3mo)\n- a\nB (2-6mo)\n- b",
    );
}

#[test]
fn what_surrounds_the_phases_gives_title_and_pace() {
    assert_read(
        r#"{"roadmap":{"title":"Sailing","totalDuration":"3 months","weeklyHours":"15-20 hours","phases":[{"phase":"Month 1: Knots","duration":"4 weeks","weeks":[{"week":"Week 1-2: Ropes","topics":["Bowline"],"projects":["A net"]}]},{"phase":"Month 2","weeks":[]}]}}"#,
        "Sailing\n17 hours a week\nKnots (4w)\n- Ropes (2w)\n  - Bowline\n* A net\nMonth 2 (1mo)",
    );
    assert_read(
        r#"{"Sailing Roadmap":[{"name":"A","topics":["a"]},{"name":"B","topics":["b"]}]}"#,
        "\nA\n- a\nB\n- b",
    );
    assert_read(
        r#"[{"name":"Sailing","hours_per_week":8,"stages":[{"name":"A","topics":["a"]},{"name":"B","topics":["b"]}]}]"#,
        "Sailing\n8 hours a week\nA\n- a\nB\n- b",
    );
}

#[test]
fn keys_are_names_of_phases_in_their_order() {
    assert_read(
        r#"{"Week 1":["b","a"],"Week 2":["c"],"Week 10":["d"]}"#,
        "\nWeek 1 (1w)\n- b\n- a\nWeek 2 (1w)\n- c\nWeek 10 (1w)\n- d",
    );
    assert_read(
        r#"{"title":"Go","beginner":{"duration":"1 month","topics":["a"]},"advancedLevel":{"topics":{"Nets":["b","c"],"Files":{"topics":["d"]}}}}"#,
        "Go\nBeginner (1mo)\n- a\nAdvanced level\n- Nets\n  - b\n  - c\n- Files\n  - d",
    );
    assert_read(
        r#"{"phase_1":{"title":"One","topics":["a"]},"phase_2":{"goals":["g"],"topics":["b"]}}"#,
        "\nOne\n- a\nPhase 2\n- b",
    );
}

#[test]
fn what_is_done_optional_or_a_link_is_kept() {
    assert_read(
        r#"[{"title":"A","completed":true,"topics":["a",{"name":"b","subtopics":["c"]}],"resources":[{"title":"Site","url":"https://example.org/a"},"https://example.org/b","A book"]},
            {"title":"B","isOptional":true,"topics":[{"title":"d","done":true,"url":"http://example.org"},{"title":"e","status":"completed","links":["https://example.org/e"]},{"title":"f","done":false}]},
            {"title":"C","status":"Done"}]"#,
        "
A
- a done
- b done
  - c done
> Site https://example.org/a
> https://example.org/b https://example.org/b
B optional
- d done
  > d http://example.org
- e done
  > https://example.org/e https://example.org/e
- f
C
- C done",
    );
}

#[test]
fn topics_may_be_one_text() {
    assert_read(
        r#"[{"step":"One","skills":"sewing, knots (bowline, hitch), nets"},{"step":"Two","skills":"rest, sleep"}]"#,
        "\nOne\n- sewing\n- knots (bowline, hitch)\n- nets\nTwo\n- rest\n- sleep",
    );
}

#[test]
fn other_json_is_no_roadmap() {
    for text in [
        "",
        "{}",
        "[]",
        "[1,2]",
        "[[],[]]",
        r#"["a","b"]"#,
        r#"{"a":"b"}"#,
        r#"[{"name":"Al","id":1},{"name":"Bo","id":2}]"#,
        r#"{"name":"x","version":"1.0.0","scripts":{"build":"y"},"dependencies":{"a":"1","b":"2"},"files":["dist"],"keywords":["k"]}"#,
        r#"{"compilerOptions":{"strict":true,"lib":["dom"]},"include":["src"],"exclude":["out"]}"#,
        r#"{"type":"FeatureCollection","features":[{"type":"Feature","geometry":{"coordinates":[1,2]}}]}"#,
        r#"{"medical_history":{"allergies":["Pollen","Dust"],"old_surgeries":["None"]}}"#,
        r#"{"runtimeTarget":{"name":"a","signature":""},"libraries":{"App/1.0":{"items":["x"]},"Lib/2":{"files":["y"]}}}"#,
        r#"{"definitions":{"Plan":{"type":"object","required":["title"],"properties":{"weeks":{"type":"array"}}}}}"#,
        r#"{"packages":[{"name":"a","authors":[{"name":"b"}],"license":["MIT"]},{"name":"c","license":["MIT"]}]}"#,
    ] {
        assert_eq!(read(text), None, "{text}");
    }
}

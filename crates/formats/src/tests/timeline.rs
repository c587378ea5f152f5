use super::assert_shown;
use crate::import;
use crate::mermaid::timeline::read;

#[test]
fn periods_are_phases_with_the_time_between_their_ends() {
    assert_shown(
        &read(import!("timeline.mmd"), 1),
        "From novice to guide
Month 1 (1mo) in First steps
- Map reading
- Compass
Month 2-3 (2mo) in First steps
- Day hikes
Month 4-6 (3mo) in Going far
- Winter camps
- First aid",
    );
}

#[test]
fn events_are_topics_wherever_they_are_written() {
    let text = "timeline LR\r\n  title <i>Sewing</i>\r\n\tWeek 1 - Week 2: Seams: Hems, darts\r\n\t: Zips<br>and buttons<br/>Cuffs\r\n%% no\r\nLast : 3 weeks : At 10:30\r\n";
    assert_shown(
        &read(text, 1),
        "Sewing
Week 1 - Week 2 (2w)
- Seams
- Hems
- darts
- Zips and buttons
- Cuffs
Last (3w)
- At 10:30",
    );
}

#[test]
fn a_title_keeps_its_words_and_not_its_time() {
    let text =
        "timeline\nPhase 1<br>Weeks 1-4 : a\nBasics (2 weeks) : b\nWeek 5<br/>Colors : c\n3D drawing : d";
    assert_shown(&read(text, 1), "\nPhase 1 (4w)\n- a\nBasics (2w)\n- b\nColors (1w)\n- c\n3D drawing\n- d");
}

#[test]
fn times_among_the_events_are_those_of_the_period() {
    let text = "timeline\nPaint : Week 1: Red : Week 2 : Blue\nDraw : Lines (1 week) : Dots (2 weeks)\nBuild : One (1 week) : Two";
    assert_shown(
        &read(text, 1),
        "
Paint (2w)
- Red
- Blue
Draw (3w)
- Lines (1w)
- Dots (2w)
Build
- One (1w)
- Two",
    );
}

#[test]
fn a_section_shares_its_time_among_its_periods() {
    let text = "timeline\nsection Early (Weeks 1-6)\nA : a\nB : b\nC\nsection Late: 2 weeks\nD : d\nWeek 7 : e\nsection Last\n: f";
    assert_shown(
        &read(text, 1),
        "
A (2w) in Early (Weeks 1-6)
- a
B (2w) in Early (Weeks 1-6)
- b
C (2w) in Early (Weeks 1-6)
D in Late: 2 weeks
- d
Week 7 (1w) in Late: 2 weeks
- e
Last in Last
- f",
    );
}

#[test]
fn a_section_without_periods_is_one() {
    let text = "timeline\nsection Q1 : One<br/>two : Three (one,<br/>four)\nsection Empty\nsection Last\nEnd : 10,000 rows, 1,5 pages<br>(all)";
    assert_shown(
        &read(text, 1),
        "\nQ1 (3mo)\n- One two\n- Three (one, four)\nEmpty\nEnd in Last\n- 10,000 rows\n- 1,5 pages (all)",
    );
}

#[test]
fn months_and_quarters_have_their_length() {
    let months = |text: &str| {
        let outline = read(&format!("timeline\n{text} : a"), 1);
        outline.phases[0].time.and_then(|time| time.months).map(|months| months.high)
    };
    for (text, length) in [
        ("January", 1),
        ("Jan 2027", 1),
        ("2027 Q2", 3),
        ("Q1 - Q3", 9),
        ("Q1-Q2 2027", 6),
        ("Mar to May", 3),
        ("Nov - Feb", 4),
        ("Oct 2026 - Mar 2027", 6),
        ("January 2026 – December 2027", 24),
    ] {
        assert_eq!(months(text), Some(length), "{text}");
    }
    for text in ["2027", "Mayday", "January sales", "Q5", "Jan Feb Mar", "Mar 2027 - Jan 2026"] {
        assert_eq!(months(text), None, "{text}");
    }
}

#[test]
fn what_belongs_to_nothing_is_named_by_its_line() {
    assert_shown(
        &read("---\ntitle: Front\n---\ntimeline\n : lost\n &nbsp;: x", 1),
        "Front\n! 5 NotUnderstood(\": lost\")\n! 6 NotUnderstood(\"&nbsp;: x\")",
    );
    assert_shown(&read("A : b", 4), "\nA\n- b\n! 4 NoHeader");
}

use super::assert_shown;
use crate::import;
use crate::mermaid::journey::read;

#[test]
fn sections_are_phases_and_tasks_topics() {
    assert_shown(
        &read(import!("journey.mmd"), 1),
        "Learning the harp
Beginning
- Tuning
- Posture
Pieces
- First air
- Duet",
    );
}

#[test]
fn scores_and_actors_are_dropped() {
    let text =
        "journey\ntitle T\nsection S: one\nA: b: 5: Me, You\nC : 3\nD:x\nE: 5:\nno score\n: 5: Me\nsection";
    assert_shown(
        &read(text, 1),
        "T\nS: one\n- A: b\n- C\n- D\n- E\n! 8 NotUnderstood(\"no score\")\n! 9 NotUnderstood(\": 5: Me\")\n! 10 NotUnderstood(\"section\")",
    );
}

#[test]
fn tasks_without_a_section_are_phases() {
    assert_shown(&read("journey\r\n\tA: 5: Me\r\n\tB (2 weeks): 5: Me\r\n", 1), "\nA\nB (2w)");
}

#[test]
fn times_of_sections_and_tasks_are_read() {
    let text = "journey\nsection Basics (3 weeks)\nA: 1: Me\nsection More\nB - 2 hours: 1: Me\nC (90 min): 1: Me\nsection Rest\nWeek 4: Rest: 5: Me\nD: 5: Me";
    assert_shown(
        &read(text, 1),
        "\nBasics (3w)\n- A\nMore (210min)\n- B (120min)\n- C (90min)\nRest (1w)\n- Rest (1w)\n- D",
    );
}

use super::assert_shown;
use crate::import;
use crate::mermaid::mindmap::read;

#[test]
fn branches_are_phases() {
    assert_shown(
        &read(import!("mindmap.mmd"), 1),
        "Cooking
Knife skills (2w)
- cuts (2w)
- Sharpening
Sauces
- Stock
- Emulsions
Menus
- Planning",
    );
}

#[test]
fn a_node_is_what_its_shape_says() {
    let text = "mindmap\n  root{{\"Tea & more\"}}\n    a[Green]\n      b(\"Sencha\")\n      c((Matcha))\n    d))Black((\n      e)Assam(\n      f[\"`**Keemun** and\n      *Yunnan*`\"]\n    ::icon(fa fa-leaf)\n    :::urgent large\n    White (rare) tea\n    g[White]:::soft\n    (Oolong)\n";
    assert_shown(
        &read(text, 1),
        "Tea & more
Green
- Sencha
- Matcha
Black
- Assam
- Keemun and Yunnan
White (rare) tea
White
Oolong",
    );
}

#[test]
fn odd_indentation_still_has_an_order() {
    assert_shown(
        &read(
            "mindmap\r\nRoot\r\n    A\r\n        B\r\n      C\r\n\tD\r\n\t\tE\r\n\t\t  F\r\n\t\t      G\r\n",
            1,
        ),
        "Root\nA\n- B\n- C\nD\n- E\n  - F\n  - G",
    );
    assert_shown(&read("mindmap\n    Root\n  A\n      B\nC", 1), "Root\nA\n- B\nC");
}

#[test]
fn the_only_branch_is_not_the_only_phase() {
    assert_shown(
        &read("mindmap\n R\n  Only\n   A\n    a\n     one\n   B\n    b", 1),
        "R\nA\n- a\n  - one\nB\n- b",
    );
    assert_shown(&read("mindmap\n R\n  Only\n   A\n   B", 1), "R\nOnly\n- A\n- B");
}

#[test]
fn times_stand_where_they_are_meant() {
    let text = "mindmap\n Root\n  A (2 weeks)\n   a\n  B<br/>3 weeks\n   b\n  C\n   4 weeks\n   c\n    2 hours\n  D\n   d (1 week)\n   e: 2 weeks\n  E\n   Week 7\n    f\n   Week 8\n    g";
    assert_shown(
        &read(text, 1),
        "Root
A (2w)
- a
B (3w)
- b
C (4w)
- c (120min)
D (3w)
- d (1w)
- e (2w)
E (2w)
- Week 7 (1w)
  - f
- Week 8 (1w)
  - g",
    );
}

#[test]
fn a_quote_that_is_never_closed_takes_no_other_nodes() {
    let text = format!("mindmap\n R\n  A[\"open\n{}  Z[\"z\"]", "  B\n".repeat(30));
    assert_eq!(read(&text, 1).phases.len(), 32);
    let text = format!("mindmap\n R\n  A[\"open\n{}  close\"]\n  Z", "  B\n".repeat(3));
    assert_shown(&read(&text, 1), "R\nopen B B B close\nZ");
}

#[test]
fn what_says_nothing_is_passed_over() {
    let text = "---\ntitle: Front\n---\n%%{init: {}}%%\nmindmap\n  %% no\n  R\n    A\n    &nbsp;\n    B[\"open\n    C";
    assert_shown(&read(text, 1), "R\nA\nB[\"open\nC\n! 9 NotUnderstood(\"&nbsp;\")");
    assert_shown(&read("mindmap", 1), "\n");
    assert_shown(&read("---\ntitle: Front\n---\nmindmap", 1), "Front");
}

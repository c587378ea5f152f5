//! JSON for people to read.

/// The same JSON with one thing on a line, indented by its depth.
///
/// The library can write so too, but only through a second copy of all that writes a form: this works on the text.
pub fn indented(json: &str) -> String {
    let mut out = String::with_capacity(json.len() * 2);
    let (mut depth, mut in_text, mut is_escaped, mut has_opened) = (0, false, false, false);
    let new_line = |out: &mut String, depth: usize| {
        out.push('\n');
        out.extend(std::iter::repeat_n("  ", depth));
    };
    for letter in json.chars() {
        if in_text {
            in_text = is_escaped || letter != '"';
            is_escaped = !is_escaped && letter == '\\';
            out.push(letter);
            continue;
        }
        let closes = matches!(letter, '}' | ']');
        if closes {
            depth -= 1;
        }
        // Nothing stands between the ends of what is empty.
        if has_opened != closes {
            new_line(&mut out, depth);
        }
        has_opened = matches!(letter, '{' | '[');
        match letter {
            '{' | '[' => depth += 1,
            ',' | ':' => {}
            _ => in_text = letter == '"',
        }
        out.push(letter);
        match letter {
            ',' => new_line(&mut out, depth),
            ':' => out.push(' '),
            _ => {}
        }
    }
    out
}

#[cfg(test)]
mod tests {
    use super::indented;

    #[test]
    fn it_is_written_as_the_library_would() {
        let texts = [
            r#"{"a":[1,-2.5,true,null],"b":{},"c":[],"d":{"e":[[],{}],"f":"x"}}"#,
            r#"["{\"not\": [json]}","\\",":,",""]"#,
            "[]",
            "{}",
            "1",
            r#""é\u0000\n\\\"""#,
        ];
        for text in texts {
            let value: serde_json::Value = serde_json::from_str(text).unwrap();
            let compact = serde_json::to_string(&value).unwrap();
            assert_eq!(indented(&compact), serde_json::to_string_pretty(&value).unwrap());
        }
    }
}

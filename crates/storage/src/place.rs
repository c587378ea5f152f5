//! Where in a JSON text something is.

/// A container that is open.
enum Open {
    /// An object, with the name of the field last begun, as it is written.
    Object(String),
    /// A list, with the number of the entry last begun.
    List(usize),
}

/// The JSON Pointer (RFC 6901) to what the first so many bytes of a valid JSON text end in; `/` for the whole text.
pub fn pointer_at(text: &str, bytes: usize) -> String {
    let mut open: Vec<Open> = Vec::new();
    // Where the string that is open began, whether a backslash is before, and whether the next string is a name.
    let (mut string, mut is_escaped, mut is_name) = (None, false, false);
    for (at, byte) in text.bytes().enumerate().take(bytes) {
        match (string, byte) {
            (Some(_), _) if is_escaped => is_escaped = false,
            (Some(_), b'\\') => is_escaped = true,
            (Some(from), b'"') => {
                if let Some(Open::Object(name)) = open.last_mut().filter(|_| is_name) {
                    *name = text[from..at].to_owned();
                    is_name = false;
                }
                string = None;
            }
            (Some(_), _) => {}
            (None, b'"') => string = Some(at + 1),
            (None, b'{') => {
                open.push(Open::Object(String::new()));
                is_name = true;
            }
            (None, b'[') => open.push(Open::List(0)),
            (None, b'}' | b']') => {
                open.pop();
                is_name = false;
            }
            (None, b',') => match open.last_mut() {
                Some(Open::List(at)) => *at += 1,
                _ => is_name = true,
            },
            (None, _) => {}
        }
    }
    let part = |open: &Open| match open {
        Open::Object(name) => format!("/{}", name.replace('~', "~0").replace('/', "~1")),
        Open::List(at) => format!("/{at}"),
    };
    let pointer: String = open.iter().map(part).collect();
    if pointer.is_empty() { "/".to_owned() } else { pointer }
}

#[cfg(test)]
mod tests {
    use super::pointer_at;

    #[test]
    fn a_place_is_found_by_what_comes_before_it() {
        let text = r#"{"a":1,"b\"{":[{"c":[]},"x,]",7],"d/e~":{"f":null}}"#;
        let end_of = |part: &str| pointer_at(text, text.find(part).unwrap() + part.len());
        assert_eq!(pointer_at(text, 0), "/");
        assert_eq!(end_of("\"a\""), "/a");
        assert_eq!(end_of(":1"), "/a");
        assert_eq!(end_of("[{\"c\""), "/b\\\"{/0/c");
        assert_eq!(end_of("[]}"), "/b\\\"{/0");
        assert_eq!(end_of("\"x,]\""), "/b\\\"{/1");
        assert_eq!(end_of(",7"), "/b\\\"{/2");
        assert_eq!(end_of("null"), "/d~1e~0/f");
        assert_eq!(end_of("null}"), "/d~1e~0");
        assert_eq!(end_of("null}}"), "/");
    }
}

//! A line of a guide as a person reads it, with what it links to.

use roadmap::Material;

/// Text without marks.
#[derive(Clone, Debug, Default)]
pub struct Line {
    pub text: String,
    /// Those that lead to the web.
    pub links: Vec<Material>,
    /// How many bytes at the beginning of the text are strong.
    pub strong: usize,
    /// How many bytes of the text belong to links, wherever those lead.
    pub linked: usize,
    /// Whether a link leads to a heading of the same text.
    pub leads_within: bool,
    /// Whether all of it is crossed out.
    pub is_struck: bool,
    /// Counted from 1.
    pub number: usize,
}

impl Line {
    /// A text without any marks, such as the cell of a spreadsheet.
    pub fn plain(text: &str, number: usize) -> Self {
        let mut line = Self { text: text.trim().to_owned(), number, ..Self::default() };
        line.finish();
        line
    }

    pub fn is_empty(&self) -> bool {
        self.text.is_empty()
    }

    /// Whether it has no words beside its links.
    pub fn is_only_link(&self) -> bool {
        let beside = self.text.len().saturating_sub(self.linked);
        self.linked > 0 && beside <= self.text.chars().filter(|letter| !letter.is_alphanumeric()).count()
    }

    /// Whether all of it is strong, but for a colon or a time behind it.
    pub fn is_strong(&self) -> bool {
        let behind = self.text.get(self.strong..).unwrap_or_default().trim();
        self.strong > 0 && (behind.trim_matches([':', '.', ' ']).is_empty() || in_brackets(behind))
    }

    /// Takes addresses out of the text and drops what stands for a picture.
    pub fn finish(&mut self) {
        self.text.truncate(self.text.trim_end().len());
        if self.text.contains(':') {
            self.text = without_short_codes(&self.text);
            self.take_addresses();
        }
        self.strong = self.strong.min(self.text.len());
        if !self.text.is_char_boundary(self.strong) {
            self.strong = 0;
        }
    }

    /// An address written as such is a link; it stays as text only where there is nothing else.
    fn take_addresses(&mut self) {
        if !self.links.is_empty() {
            return;
        }
        let mut rest = String::new();
        for word in self.text.split(' ') {
            let from = ["https://", "http://"].iter().filter_map(|scheme| word.find(scheme)).min();
            let Some(from) = from else {
                rest.push_str(word);
                rest.push(' ');
                continue;
            };
            rest.push_str(word[..from].trim_end_matches(['(', '<', '[']));
            let url = word[from..].trim_end_matches([')', '>', ']', ',', '.', ';']);
            self.links.push(Material { title: url.to_owned(), url: url.to_owned() });
        }
        let rest = rest.trim_end_matches([' ', ':', '-', '–', '—', '|']).trim_start();
        let [only] = self.links.as_mut_slice() else {
            if !self.links.is_empty() && !rest.is_empty() {
                self.text = rest.to_owned();
            }
            return;
        };
        if rest.is_empty() {
            self.linked = self.text.len();
        } else {
            only.title = rest.to_owned();
            self.text = rest.to_owned();
        }
    }
}

fn in_brackets(text: &str) -> bool {
    text.starts_with(['(', '[']) && text.ends_with([')', ']'])
}

/// `:rocket: Basics` is a picture and a word.
fn without_short_codes(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(at) = rest.find(':') {
        let name = &rest[at + 1..];
        let length = name
            .bytes()
            .take_while(|byte| byte.is_ascii_lowercase() || byte.is_ascii_digit() || b"_+-".contains(byte))
            .count();
        let is_code = length > 1
            && name[length..].starts_with(':')
            && name.starts_with(|letter: char| letter.is_ascii_alphabetic() || letter == '+')
            && !rest[..at].ends_with(char::is_alphanumeric);
        if is_code {
            out.push_str(rest[..at].trim_end());
            if !out.is_empty() {
                out.push(' ');
            }
            rest = name[length + 1..].trim_start();
        } else {
            out.push_str(&rest[..=at]);
            rest = name;
        }
    }
    out.push_str(rest);
    out.truncate(out.trim_end().len());
    out
}

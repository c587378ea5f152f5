//! A place in a text, and the steps that can be taken from it.

/// How far a text has been read.
///
/// The place is always between two letters. Lines are counted as the place moves on, so that asking for the line costs
/// no second reading.
pub struct Scan<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    counted_to: usize,
}

impl<'a> Scan<'a> {
    /// The beginning of a text whose first line has that number.
    pub fn new(text: &'a str, first_line: usize) -> Self {
        Self { text, at: 0, line: first_line, counted_to: 0 }
    }

    /// What is still to be read.
    pub fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// The next byte; 0 at the end of the text.
    pub fn byte(&self) -> u8 {
        self.byte_at(0)
    }

    /// The byte so many places on; 0 beyond the end of the text.
    pub fn byte_at(&self, ahead: usize) -> u8 {
        self.text.as_bytes().get(self.at + ahead).copied().unwrap_or(0)
    }

    /// Whether all is read.
    pub fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    /// Whether this is what comes next.
    pub fn sees(&self, what: &str) -> bool {
        self.rest().as_bytes().starts_with(what.as_bytes())
    }

    /// Goes on by so many bytes, which end between two letters, and hands them out.
    pub fn take(&mut self, bytes: usize) -> &'a str {
        let taken = &self.rest()[..bytes];
        self.at += bytes;
        taken
    }

    /// Goes past this if it comes next.
    pub fn skip(&mut self, what: &str) -> bool {
        let is_next = self.sees(what);
        if is_next {
            self.at += what.len();
        }
        is_next
    }

    /// Goes past blanks, and past ends of lines too if asked to.
    pub fn skip_blanks(&mut self, and_lines: bool) {
        self.at += self.blanks(and_lines);
    }

    /// How many bytes of blanks come next.
    pub fn blanks(&self, and_lines: bool) -> usize {
        let is_blank = |letter: char| letter.is_whitespace() && (and_lines || letter != '\n');
        let rest = self.rest();
        rest.find(|letter| !is_blank(letter)).unwrap_or(rest.len())
    }

    /// How many bytes there are before the end of the line.
    pub fn to_line_end(&self) -> usize {
        self.rest().find('\n').unwrap_or(self.rest().len())
    }

    /// The number of the line.
    pub fn line(&mut self) -> usize {
        let passed = &self.text.as_bytes()[self.counted_to..self.at];
        self.line += passed.iter().filter(|&&byte| byte == b'\n').count();
        self.counted_to = self.at;
        self.line
    }
}

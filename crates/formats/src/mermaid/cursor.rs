//! A cursor over source text.

/// Always at a character boundary. Newlines are counted as the cursor moves, so that asking for the line is cheap.
pub struct Cursor<'a> {
    text: &'a str,
    at: usize,
    line: usize,
    counted_to: usize,
}

impl<'a> Cursor<'a> {
    pub fn new(text: &'a str, first_line: usize) -> Self {
        Self { text, at: 0, line: first_line, counted_to: 0 }
    }

    pub fn rest(&self) -> &'a str {
        &self.text[self.at..]
    }

    /// The next byte; 0 at the end of the text.
    pub fn byte(&self) -> u8 {
        self.byte_at(0)
    }

    /// The byte `ahead` of the cursor; 0 beyond the end of the text.
    pub fn byte_at(&self, ahead: usize) -> u8 {
        self.text.as_bytes().get(self.at + ahead).copied().unwrap_or(0)
    }

    pub fn is_at_end(&self) -> bool {
        self.at >= self.text.len()
    }

    pub fn sees(&self, prefix: &str) -> bool {
        self.rest().starts_with(prefix)
    }

    /// Advances by `bytes`, which end at a character boundary, and returns what was passed.
    pub fn take(&mut self, bytes: usize) -> &'a str {
        let taken = &self.rest()[..bytes];
        self.at += bytes;
        taken
    }

    /// Advances past `prefix` if it comes next.
    pub fn skip(&mut self, prefix: &str) -> bool {
        let is_next = self.sees(prefix);
        if is_next {
            self.at += prefix.len();
        }
        is_next
    }

    /// Skips blanks within the line.
    pub fn skip_blanks(&mut self) {
        self.at += self.blanks();
    }

    /// Skips blanks and newlines.
    pub fn skip_whitespace(&mut self) {
        self.at += self.whitespace();
    }

    /// The number of bytes of blanks ahead, without newlines.
    pub fn blanks(&self) -> usize {
        let rest = self.rest();
        rest.find(|letter: char| !letter.is_whitespace() || letter == '\n').unwrap_or(rest.len())
    }

    /// The number of bytes of blanks and newlines ahead.
    pub fn whitespace(&self) -> usize {
        self.rest().len() - self.rest().trim_start().len()
    }

    /// The number of bytes before the end of the line.
    pub fn to_line_end(&self) -> usize {
        self.rest().find('\n').unwrap_or(self.rest().len())
    }

    /// The number of the current line.
    pub fn line(&mut self) -> usize {
        let passed = &self.text.as_bytes()[self.counted_to..self.at];
        self.line += passed.iter().filter(|&&byte| byte == b'\n').count();
        self.counted_to = self.at;
        self.line
    }
}

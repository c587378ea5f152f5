//! Stretches of the calendar, such as "March 12-18", "1.9. – 15.10.2027", "3月7日〜4月12日" or "Q1 2027", as lengths.

use std::ops::Range;

use chrono::{Datelike, NaiveDate};

use super::marker::month_by_name;
use super::times::Found;
use crate::effort::{self, Estimate};

/// Longer plans are none.
const MOST_MONTHS: i32 = 120;
const MOST_DAYS: i64 = 3_660;

/// In years in which no year is written.
const ANY_YEAR: i32 = 2_027;

/// A date, or a month as a whole.
#[derive(Clone, Copy, Debug)]
struct Date {
    year: Option<i32>,
    month: i32,
    day: Option<u32>,
}

/// The first stretch in a text, with its place.
pub fn find(text: &str) -> Option<Found> {
    // Most texts have no such thing.
    if !text.contains(|letter: char| letter.is_ascii_digit() || matches!(letter, '-' | '–' | '—' | '~')) {
        return None;
    }
    let tokens = tokens(text);
    (0..tokens.len()).find_map(|at| {
        let (end, length) = stretch(&tokens, at)?;
        let estimate = effort::find(&length)?.1;
        let range = tokens[at].range.start..tokens[end - 1].range.end;
        Some((range, Estimate { is_position: true, ..estimate }))
    })
}

struct Token<'a> {
    text: &'a str,
    range: Range<usize>,
}

impl Token<'_> {
    fn number(&self) -> Option<u32> {
        self.text.parse().ok()
    }

    fn year(&self) -> Option<i32> {
        self.text.parse().ok().filter(|year| (1_990..2_100).contains(year))
    }

    fn day(&self) -> Option<u32> {
        self.number().filter(|day| (1..=31).contains(day) && self.text.len() < 3)
    }

    fn month(&self) -> Option<i32> {
        self.number()
            .filter(|month| (1..=12).contains(month) && self.text.len() < 3)
            .map(|month| month as i32)
    }
}

/// Words, numbers and signs; Chinese characters each for itself.
fn tokens(text: &str) -> Vec<Token<'_>> {
    let kind = |letter: char| match letter {
        _ if letter.is_ascii_digit() => 0,
        _ if letter.is_alphabetic() && letter < '\u{2e80}' => 1,
        _ => 2,
    };
    let mut tokens: Vec<Token<'_>> = Vec::new();
    let mut last = 2;
    for (at, letter) in text.char_indices() {
        let kind = kind(letter);
        let end = at + letter.len_utf8();
        match tokens.last_mut() {
            Some(token) if kind == last && kind < 2 && token.range.end == at => {
                token.range.end = end;
                token.text = &text[token.range.clone()];
            }
            _ if letter.is_whitespace() => {}
            _ => tokens.push(Token { text: &text[at..end], range: at..end }),
        }
        last = kind;
    }
    tokens
}

fn text<'a>(tokens: &'a [Token<'_>], at: usize) -> &'a str {
    tokens.get(at).map_or("", |token| token.text)
}

/// Whether a text is a date and nothing else.
pub fn is_date(text: &str) -> bool {
    let tokens = tokens(text);
    let found = short_year(&tokens, 0).or_else(|| date(&tokens, 0));
    found.is_some_and(|(end, date)| end == tokens.len() && date.day.is_some())
}

/// Longer than this from one row to the next is no plan.
const LONGEST_ROW: i64 = 62;

/// The days of dates in their order; a year that is not written goes on from the date before.
fn ascending(texts: &[&str]) -> Option<Vec<NaiveDate>> {
    let mut dates: Vec<NaiveDate> = Vec::new();
    for text in texts {
        let tokens = tokens(text);
        let found = (0..tokens.len()).find_map(|at| short_year(&tokens, at).or_else(|| date(&tokens, at)))?.1;
        let in_year = |year| NaiveDate::from_ymd_opt(year, found.month as u32, found.day?);
        let before = dates.last().copied();
        let year = found.year.or(before.map(|before| before.year())).unwrap_or(ANY_YEAR);
        let this = in_year(year)?;
        // Over the turn of the year.
        let is_next = found.year.is_none() && before.is_some_and(|before| this < before);
        dates.push(if is_next { in_year(year + 1)? } else { this });
    }
    let follow = dates.windows(2).all(|pair| (1..=LONGEST_ROW).contains(&(pair[1] - pair[0]).num_days()));
    (follow && dates.len() > 2).then_some(dates)
}

/// The days from each date to the next one, and for the last one as many as between most, if the texts are dates in their
/// order and come at least every two months.
pub fn intervals(texts: &[&str]) -> Option<Vec<u32>> {
    let dates = ascending(texts)?;
    let mut days: Vec<u32> = dates.windows(2).map(|pair| (pair[1] - pair[0]).num_days() as u32).collect();
    let mut sorted = days.clone();
    sorted.sort_unstable();
    days.push(sorted[sorted.len() / 2]);
    Some(days)
}

/// The days from the first date of each row to the second one, both included, if each row ends before the next one begins.
pub fn stretches(from: &[&str], to: &[&str]) -> Option<Vec<u32>> {
    let (from, to) = (ascending(from)?, ascending(to)?);
    let days: Vec<i64> = from.iter().zip(&to).map(|(from, to)| (*to - *from).num_days() + 1).collect();
    let are_apart = from.iter().skip(1).zip(&to).all(|(next, end)| end < next);
    let are_lengths = days.iter().all(|days| (1..=LONGEST_ROW).contains(days));
    (are_apart && are_lengths && from.len() == to.len())
        .then(|| days.into_iter().map(|days| days as u32).collect())
}

/// "20.09.27", which in a text might be a version.
fn short_year(tokens: &[Token<'_>], at: usize) -> Option<(usize, Date)> {
    let (day, month, year) =
        (tokens.get(at)?.day()?, tokens.get(at + 2)?.month()?, tokens.get(at + 4)?.number()?);
    let is_dotted = text(tokens, at + 1) == "." && text(tokens, at + 3) == ".";
    let year = (is_dotted && year < 100).then_some(2_000 + year as i32);
    year.map(|year| (at + 5, Date { year: Some(year), month, day: Some(day) }))
}

/// A stretch at a token, with the token behind it and its length in words.
fn stretch(tokens: &[Token<'_>], at: usize) -> Option<(usize, String)> {
    if let Some((end, length)) = quarter(tokens, at) {
        return Some((end, length));
    }
    if let Some((end, length)) = months_unspaced(tokens, at) {
        return Some((end, length));
    }
    let (next, from) = date(tokens, at).or_else(|| day_alone(tokens, at))?;
    let (end, to) = end(tokens, separator(tokens, next)?, &from)?;
    let from = Date { month: if from.month == 0 { to.month } else { from.month }, ..from };
    // "May 1 - 2 hours" is none.
    let is_count = from.day.is_some() && effort::is_unit(text(tokens, end));
    let length = length(from, to).filter(|_| !is_count)?;
    Some((end, length))
}

/// "Q1 2027"
fn quarter(tokens: &[Token<'_>], at: usize) -> Option<(usize, String)> {
    let is_quarter = text(tokens, at).eq_ignore_ascii_case("q")
        && ["1", "2", "3", "4"].contains(&text(tokens, at + 1))
        && tokens[at].range.end == tokens[at + 1].range.start;
    let has_year = tokens.get(at + 2).and_then(Token::year).is_some();
    (is_quarter && has_year).then(|| (at + 3, "3 months".to_owned()))
}

/// "2027年3〜5月", "8-9月"
fn months_unspaced(tokens: &[Token<'_>], at: usize) -> Option<(usize, String)> {
    let has_year = text(tokens, at + 1) == "年" && tokens.get(at)?.year().is_some();
    let at = at + 2 * usize::from(has_year);
    let first = tokens.get(at)?.month()?;
    let to = separator(tokens, at + 1)?;
    let last = tokens.get(to)?.month().filter(|_| text(tokens, to + 1) == "月")?;
    // A day behind it makes it a date.
    let is_whole = tokens.get(to + 2).and_then(Token::day).is_none();
    let year = has_year.then_some(ANY_YEAR);
    let month = |month: i32| Date { year, month, day: None };
    let length = length(month(first), month(last)).filter(|_| is_whole)?;
    Some((to + 2, length))
}

/// The day of "1-15 March".
fn day_alone(tokens: &[Token<'_>], at: usize) -> Option<(usize, Date)> {
    let day = tokens.get(at)?.day()?;
    Some((after_ordinal(tokens, at + 1), Date { year: None, month: 0, day: Some(day) }))
}

/// The end of a stretch; it may leave out what it has in common with the beginning.
fn end(tokens: &[Token<'_>], at: usize, from: &Date) -> Option<(usize, Date)> {
    if let Some(found) = date(tokens, at) {
        return Some(found);
    }
    let day = tokens.get(at)?.day().filter(|_| from.month > 0 && from.day.is_some())?;
    let mut next = after_ordinal(tokens, at + 1);
    next += usize::from(text(tokens, next) == "日");
    let (next, year) = year_behind(tokens, next);
    Some((next, Date { year: year.or(from.year), month: from.month, day: Some(day) }))
}

fn date(tokens: &[Token<'_>], at: usize) -> Option<(usize, Date)> {
    in_figures(tokens, at).or_else(|| unspaced(tokens, at)).or_else(|| by_name(tokens, at))
}

/// "2027-03-12", "2027.03", "12.3.", "3/12/2027"
fn in_figures(tokens: &[Token<'_>], at: usize) -> Option<(usize, Date)> {
    let first = tokens.get(at)?;
    let sign = text(tokens, at + 1);
    let touches = tokens.get(at + 2)?.range.start == first.range.end + 1;
    if !touches || !["-", ".", "/"].contains(&sign) {
        return None;
    }
    let third = tokens.get(at + 4).filter(|_| text(tokens, at + 3) == sign);
    if let Some(year) = first.year() {
        let month = tokens[at + 2].month()?;
        let day = third.and_then(Token::day);
        return Some((at + if day.is_some() { 5 } else { 3 }, Date { year: Some(year), month, day }));
    }
    if sign == "-" {
        return None;
    }
    let year = third.and_then(Token::year);
    let next = match year {
        Some(_) => at + 5,
        // "12.3." ends with a full stop.
        None => at + 3 + usize::from(sign == "." && text(tokens, at + 3) == "."),
    };
    let of = |month: usize, day: usize| {
        Some((next, Date { year, month: tokens[month].month()?, day: Some(tokens[day].day()?) }))
    };
    let month_first = || of(at, at + 2);
    let day_first = || of(at + 2, at);
    match sign {
        "/" => month_first().or_else(day_first),
        // "1.5" may be any number.
        _ if year.is_some() || next > at + 3 => day_first(),
        _ => None,
    }
}

/// "2027年3月12日", "3月"
fn unspaced(tokens: &[Token<'_>], at: usize) -> Option<(usize, Date)> {
    let (at, year) = match text(tokens, at + 1) {
        "年" => (at + 2, Some(tokens.get(at)?.year()?)),
        _ => (at, None),
    };
    let month = tokens.get(at)?.month().filter(|_| text(tokens, at + 1) == "月")?;
    let day =
        tokens.get(at + 2).and_then(Token::day).filter(|_| ["日", "号"].contains(&text(tokens, at + 3)));
    Some((at + if day.is_some() { 4 } else { 2 }, Date { year, month, day }))
}

/// "March", "Mar 12, 2027", "12th of March", "1 марта", "7 de marzo"
fn by_name(tokens: &[Token<'_>], at: usize) -> Option<(usize, Date)> {
    if let Some(month) = month_by_name(text(tokens, at)) {
        let next = at + 1 + usize::from(text(tokens, at + 1) == ".");
        let (next, day) = match tokens.get(next).and_then(Token::day) {
            Some(day) => (after_ordinal(tokens, next + 1), Some(day)),
            None => (next, None),
        };
        let (next, year) = year_behind(tokens, next);
        return Some((next, Date { year, month, day }));
    }
    let day = tokens.get(at)?.day()?;
    let next = after_ordinal(tokens, at + 1);
    let next = next + usize::from(["of", "de"].contains(&text(tokens, next)));
    let month = month_by_name(text(tokens, next))?;
    let next = next + 1 + usize::from(text(tokens, next + 1) == ".");
    let (next, year) = year_behind(tokens, next);
    Some((next, Date { year, month, day: Some(day) }))
}

fn after_ordinal(tokens: &[Token<'_>], at: usize) -> usize {
    at + usize::from(["st", "nd", "rd", "th", ".", "er", "º"].contains(&text(tokens, at)))
}

/// ", 2027" or "2027" or "de 2027"
fn year_behind(tokens: &[Token<'_>], at: usize) -> (usize, Option<i32>) {
    let from = at + usize::from([",", "de", "'"].contains(&text(tokens, at)));
    match tokens.get(from).and_then(Token::year) {
        Some(year) => (from + 1, Some(year)),
        None => (at, None),
    }
}

/// The token behind the dash or word between the ends. A day of the week in brackets may stand before it.
fn separator(tokens: &[Token<'_>], at: usize) -> Option<usize> {
    let at = match (text(tokens, at), text(tokens, at + 2)) {
        ("(" | "（", ")" | "）") => at + 3,
        _ => at,
    };
    const WORDS: [&str; 12] =
        ["to", "until", "through", "thru", "bis", "a", "al", "à", "au", "до", "по", "até"];
    const SIGNS: [&str; 13] = ["-", "–", "—", "−", "‑", "~", "～", "〜", "→", "至", "到", "/", "ー"];
    let word = text(tokens, at).to_lowercase();
    let is_one = WORDS.contains(&word.as_str()) || SIGNS.contains(&word.as_str());
    let is_kara = text(tokens, at) == "か" && text(tokens, at + 1) == "ら";
    (is_one || is_kara).then_some(at + 1 + usize::from(is_kara))
}

/// The length of a stretch in words.
fn length(from: Date, to: Date) -> Option<String> {
    let years = match (from.year, to.year) {
        (Some(from), Some(to)) => to - from,
        // Over the turn of the year.
        _ => i32::from((to.month, to.day) < (from.month, from.day)),
    };
    if let (Some(first), Some(last)) = (from.day, to.day) {
        let year = from.year.or(to.year.map(|year| year - years)).unwrap_or(ANY_YEAR);
        let first = NaiveDate::from_ymd_opt(year, from.month as u32, first)?;
        let last = NaiveDate::from_ymd_opt(year + years, to.month as u32, last)?;
        let days = (last - first).num_days() + 1;
        return (1..=MOST_DAYS).contains(&days).then(|| format!("{days} days"));
    }
    let months = years * 12 + to.month - from.month + 1;
    (1..=MOST_MONTHS).contains(&months).then(|| format!("{months} months"))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn stretches_of_the_calendar_are_lengths() {
        let cases = [
            ("Phase 1 (Mar 12-18)", Some("7 days")),
            ("March 31 – April 4, 2027", Some("5 days")),
            ("June 22nd to August 7th", Some("47 days")),
            ("1-15 March", Some("15 days")),
            ("Glaze: 2027-01-01 ~ 2027-02-15", Some("46 days")),
            ("01.09.2027 – 15.10.2027", Some("45 days")),
            ("1.9. - 3.9.", Some("3 days")),
            ("12/20 - 1/2", Some("14 days")),
            ("13/4/2027 - 14/4/2027", Some("2 days")),
            ("3月7日〜4月12日", Some("37 days")),
            ("7月1日（木）〜7月4日", Some("4 days")),
            ("2027年9月 - 2027年10月", Some("2 months")),
            ("2027年3〜5月（本番）", Some("3 months")),
            ("11-2月", Some("4 months")),
            ("1 марта – 14 марта", Some("14 days")),
            ("del 7 de marzo al 9 de marzo", Some("3 days")),
            ("Jan–Mar 2027", Some("3 months")),
            ("November – February", Some("4 months")),
            ("Q1 2027", Some("3 months")),
            ("May 1 - 2 hours", None),
            ("Clay 1.5 - 2.5", None),
            ("3-5 bowls", None),
            ("2026-2027", None),
            ("March 12", None),
            ("12-99-12", None),
        ];
        for (text, expected) in cases {
            let expected =
                expected.and_then(|length: &str| effort::find(length)).map(|(_, time)| time.amount);
            assert_eq!(find(text).map(|(_, time)| time.amount), expected, "{text}");
        }
    }
}

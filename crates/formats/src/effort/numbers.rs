//! Numbers as they are written: digits of several scripts, decimals, fractions, and small numbers in words.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::tokens::Line;

/// No number of a length is larger.
const MOST: u64 = 9_999_999;

/// Where the decimal digits of a script begin.
const ZEROS: [char; 10] = ['0', '٠', '۰', '०', '০', '੦', '૦', '௦', '๐', '０'];

const FRACTIONS: [(char, u64); 7] =
    [('½', 50), ('¼', 25), ('¾', 75), ('⅓', 33), ('⅔', 67), ('⅕', 20), ('⅛', 13)];

/// In hundredths.
const WORDS: [(u64, &str); 17] = [
    (
        50,
        "half halbe halber halbes halben medio media meio meia demi demie mezzo mezza yarım nửa setengah आधा نصف pół",
    ),
    (
        100,
        "a an one ein eine einen einem un una uno une um uma один одна одну одне bir một satu एक এক 한 jeden jedna een",
    ),
    (150, "полтора полторы півтора डेढ़ półtora"),
    (200, "two couple zwei dos deux dois duas due два две дві iki hai dua दो দুই 두 dwa dwie twee"),
    (300, "three drei tres trois três tre три üç ba tiga तीन তিন ثلاثة ثلاث 세 trzy drie"),
    (400, "four vier cuatro quatre quatro quattro четыре чотири dört bốn empat चार চার أربعة أربع 네 cztery"),
    (500, "five fünf cinco cinq cinque пять п'ять beş lima पाँच पांच পাঁচ خمسة خمس 다섯 pięć vijf"),
    (600, "six sechs seis sei шесть шість altı sáu enam छह ছয় ستة ست 여섯 sześć zes"),
    (700, "seven sieben siete sept sete sette семь сім yedi bảy tujuh सात সাত سبعة 일곱 siedem zeven"),
    (800, "eight acht ocho huit oito otto восемь вісім sekiz tám delapan आठ আট ثمانية 여덟 osiem"),
    (900, "nine neun nueve neuf nove девять dokuz chín sembilan नौ নয় تسعة 아홉 dziewięć negen"),
    (1_000, "ten zehn diez dix dez dieci десять on mười sepuluh दस দশ عشرة 열 dziesięć tien"),
    (1_200, "twelve zwölf doce douze doze dodici двенадцать dwanaście twaalf"),
    (1_500, "fifteen fünfzehn quince quinze пятнадцать"),
    (2_000, "twenty zwanzig veinte vingt vinte venti двадцать yirmi बीस عشرون dwadzieścia twintig"),
    (3_000, "thirty dreißig treinta trente trinta trenta тридцать otuz तीस"),
    (10_000, "hundred hundert cien cent cem сто yüz seratus सौ"),
];

static NUMBERS: LazyLock<HashMap<&'static str, u64>> = LazyLock::new(|| {
    let words = |(value, line): (u64, &'static str)| line.split(' ').map(move |word| (word, value));
    WORDS.into_iter().flat_map(words).collect()
});

/// Units of languages in which "ten" means "this".
const SLAVIC_UNITS: [&str; 7] = ["rok", "tydzień", "miesiąc", "dzień", "týden", "měsíc", "den"];

/// The digits of Chinese and Japanese from one to nine, by value.
const NUMERALS: [(&str, u64); 11] = [
    ("一", 1),
    ("二", 2),
    ("两", 2),
    ("兩", 2),
    ("三", 3),
    ("四", 4),
    ("五", 5),
    ("六", 6),
    ("七", 7),
    ("八", 8),
    ("九", 9),
];

/// The value of a decimal digit of any script that has its digits in one row.
pub fn digit(letter: char) -> Option<u64> {
    let zero = ZEROS.iter().copied().filter(|zero| *zero <= letter).max()?;
    let value = u64::from(u32::from(letter) - u32::from(zero));
    (value < 10).then_some(value)
}

/// A fraction that is a character of its own, in hundredths.
pub fn fraction(letter: char) -> Option<u64> {
    FRACTIONS.iter().find(|(known, _)| *known == letter).map(|(_, hundredths)| *hundredths)
}

/// How a number was written.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Spelling {
    /// "a", "one" and "half", which seldom count anything.
    One,
    Word,
    Digits,
}

/// A number, or two in one ("两三周"), in hundredths.
#[derive(Clone, Copy, Debug)]
pub struct Count {
    pub low: u64,
    pub high: u64,
    pub spelling: Spelling,
}

impl Count {
    fn digits(hundredths: u64) -> Self {
        Self { low: hundredths, high: hundredths, spelling: Spelling::Digits }
    }

    fn words(hundredths: u64) -> Self {
        let spelling = if hundredths <= 100 { Spelling::One } else { Spelling::Word };
        Self { low: hundredths, high: hundredths, spelling }
    }
}

/// Reads the number at a token; also returns the token behind it, as do all readers of tokens.
pub fn count(line: &Line, at: usize) -> Option<(usize, Count)> {
    digits(line, at).or_else(|| numerals(line, at)).or_else(|| words(line, at))
}

fn digits(line: &Line, at: usize) -> Option<(usize, Count)> {
    let whole = line.number(at)?;
    let simple = |top: usize| {
        let (over, under) = (line.number(top)?, line.number(top + 2)?);
        let is_one = line.mark(top + 1) == Some('/') && !line.has_gap(top + 1) && !line.has_gap(top + 2);
        let is_proper = over < under && under <= 400 && over % 100 == 0 && under % 100 == 0;
        (is_one && is_proper).then(|| over * 100 / under)
    };
    if let Some(part) = simple(at) {
        return Some((at + 3, Count::digits(part)));
    }
    if whole % 100 == 0
        && line.has_gap(at + 1)
        && let Some(part) = simple(at + 1)
    {
        return Some((at + 4, Count::digits(whole + part)));
    }
    // "2 x 3 hours"
    let is_times = matches!(line.mark(at + 1), Some('×' | '*')) || line.word(at + 1) == "x";
    if is_times && let Some(other) = line.number(at + 2) {
        let product = whole * other / 100;
        return (product <= MOST * 100).then(|| (at + 3, Count::digits(product)));
    }
    Some((at + 1, Count::digits(whole)))
}

fn numerals(line: &Line, at: usize) -> Option<(usize, Count)> {
    let one = |at: usize| NUMERALS.iter().find(|(known, _)| *known == line.word(at)).map(|(_, value)| *value);
    if line.word(at) == "半" {
        return Some((at + 1, Count::words(50)));
    }
    let first = one(at);
    let tens = at + usize::from(first.is_some());
    if line.word(tens) == "十" {
        let last = one(tens + 1);
        let value = first.unwrap_or(1) * 10 + last.unwrap_or(0);
        return Some((tens + 1 + usize::from(last.is_some()), Count::words(value * 100)));
    }
    let first = first?;
    Some(match one(tens).filter(|second| *second == first + 1) {
        Some(second) => (tens + 1, Count { low: first * 100, high: second * 100, spelling: Spelling::Word }),
        None => (tens, Count::words(first * 100)),
    })
}

fn words(line: &Line, at: usize) -> Option<(usize, Count)> {
    let mut value = *NUMBERS.get(line.word(at))?;
    let mut at = at + 1;
    // "This year" in Polish and Czech.
    if line.word(at - 1) == "ten" && SLAVIC_UNITS.contains(&line.word(at)) {
        return None;
    }
    // "half a", "a half", "a couple of", "one and a half", "ein halbes"
    if let Some(&next) = NUMBERS.get(line.word(at)).filter(|_| !line.is_unit(at) || line.is_unit(at + 1)) {
        if value != 50 && next != 100 && value != 100 {
            return Some((at, Count::words(value)));
        }
        value = if next == 100 { value } else { next * value / 100 };
        if next == 50 || value == 50 {
            value = 50;
        }
        at += 1;
    }
    if line.word(at) == "of" && value == 200 && line.word(at - 1) == "couple" {
        at += 1;
    }
    Some((at, Count::words(value)))
}

/// "and a half" behind a number or a unit, and its like.
pub fn and_a_half(line: &Line, at: usize) -> Option<usize> {
    const FORMS: [&[&str]; 9] = [
        &["and", "a", "half"],
        &["y", "medio"],
        &["y", "media"],
        &["e", "meio"],
        &["e", "meia"],
        &["et", "demi"],
        &["et", "demie"],
        &["с", "половиной"],
        &["半"],
    ];
    let is_there =
        |form: &&&[&str]| form.iter().enumerate().all(|(index, word)| line.word(at + index) == *word);
    FORMS.iter().find(is_there).map(|form| at + form.len())
}

/// Reads digits with their decimals or groups of thousands at the beginning of a text; `None` if they are a version or a
/// date, or too many. Also returns the length in bytes.
pub fn written(text: &str) -> (usize, Option<u64>) {
    let mut groups: Vec<(char, usize, u64)> = Vec::new();
    let (mut at, mut separator) = (0, ' ');
    loop {
        let (mut value, mut length) = (0_u64, 0);
        for letter in text[at..].chars() {
            let Some(digit) = digit(letter) else { break };
            value = (value * 10 + digit).min(MOST + 1);
            length += 1;
            at += letter.len_utf8();
        }
        groups.push((separator, length, value));
        let mut ahead = text[at..].chars();
        match (ahead.next(), ahead.next()) {
            (Some(next @ ('.' | ',' | '٫')), Some(behind)) if digit(behind).is_some() => {
                separator = next;
                at += next.len_utf8();
            }
            _ => break,
        }
    }
    let value = match groups[..] {
        [(_, _, whole)] => Some(whole * 100),
        [(_, _, whole), (_, 1, tenths)] => Some(whole * 100 + tenths * 10),
        [(_, _, whole), (_, 2, hundredths)] => Some(whole * 100 + hundredths),
        [(_, 1..=3, 1..), (separator, ..), ..]
            if groups[1..].iter().all(|group| (group.0, group.1) == (separator, 3)) =>
        {
            groups
                .iter()
                .try_fold(0_u64, |sum, group| sum.checked_mul(1_000)?.checked_add(group.2))
                .and_then(|all| all.checked_mul(100))
        }
        _ => None,
    };
    (at, value.filter(|value| *value <= MOST * 100))
}

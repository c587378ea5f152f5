//! What heads the phases of a guide: "Phase 1", "Week 3–4", "第一阶段", "2. Woche", "3."

use std::sync::LazyLock;

use crate::vocabulary::Lookup;

/// How a phase is counted.
#[derive(Clone, Copy, Debug, PartialEq, Eq, Hash)]
pub enum Kind {
    /// A bare number.
    Number,
    Day,
    Week,
    Month,
    /// Something that often has phases of its own.
    Part,
    Phase,
}

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Marker<'a> {
    pub kind: Kind,
    /// Both ends of a range.
    pub numbers: (u32, u32),
    /// What follows it.
    pub rest: &'a str,
    /// Whether a sign divides it from what follows.
    pub is_divided: bool,
}

impl Marker<'_> {
    /// Whether it says when, rather than what.
    pub fn is_position(&self) -> bool {
        matches!(self.kind, Kind::Day | Kind::Week | Kind::Month)
    }
}

const DAYS: &str = "day days tag tage jour jours día días dia dias giorno giorni день дни дня ngày hari gün dag \
    dagen dzień dni दिन يوم اليوم день 일차 日目 天";

const WEEKS: &str = "week weeks wk wks woche wochen semaine semaines semana semanas settimana settimane неделя \
    недели неделю недель тиждень tuần minggu pekan hafta weken vecka veckor uge uger uke uker tydzień tygodnie týden \
    hét viikko săptămâna εβδομάδα सप्ताह हफ्ता أسبوع الأسبوع שבוע สัปดาห์ที่ สัปดาห์ সপ্তাহ 주차 주 週目 週 周";

const MONTHS: &str = "month months monat monate mois mes meses mês mese mesi месяц месяцы месяца tháng bulan ay maand \
    maanden månad måned miesiąc miesiące महीना माह شهر الشهر เดือนที่ মাস 개월차 개월 个月 個月 ヶ月目 ヶ月 か月 月";

const PARTS: &str = "part parts semester semesters year years term terms trimester trimestre semestre section section \
    quarter q book teil teile semester jahr abschnitt partie année sección parte año seção ano sezione anno часть раздел \
    семестр год phần năm học_kỳ bagian tahun bölüm deel część भाग جزء الجزء 部 部分 学期 年 부 학기";

const PHASES: &str = "phase phases stage stages level levels lvl step steps module modules mod unit units chapter chapters \
    sprint sprints milestone path paths track tracks scenario scenarios tutorial tutorials block lesson lessons tier topic topics session sessions iteration course kurs curso cours corso materi pertemuan katman \
    thema sitzung lerneinheit baustein meilenstein parcours séance thème séquence palier jalon tema sesión clase bloque ciclo \
    sessão sessões bloco encontro sessione blocco incontro argomento тема занятие сессия веха заняття konu ders oturum \
    buổi chủ_đề chuyên_đề sesi topik pelajaran lekcja sesja temat les sessie blok पाठ सत्र इकाई الدرس درس الجلسة جلسة \
    الموضوع جلسه مرحله فصل שיעור পাঠ অধ্যায় মডিউল সেশন 회차 강 강의 세션 주제 유닛 레슨 课时 课程 讲 回 期 篇 专题 主题 關卡 \
    关卡 課時 課程 課 節 講 單元 專題 主題 回目 レッスン チャプター ユニット セッション テーマ トピック 単元 \
    stufe schritt modul module kapitel einheit lektion etappe étape étapes niveau chapitre unité module leçon \
    fase fases etapa etapas módulo módulos nivel paso unidad capítulo lección hito nível passo aula lição \
    livello passo modulo unità capitolo lezione tappa этап фаза модуль уровень шаг глава блок урок спринт ступень етап \
    крок рівень giai_đoạn mô-đun module cấp_độ bước chương bài tahap tahapan modul tingkat level langkah bab \
    aşama faz modül seviye adım ünite kademe stap hoofdstuk niveau etap poziom krok moduł rozdział etapp steg nivå \
    चरण मॉड्यूल स्तर अध्याय مرحلة المرحلة وحدة الوحدة مستوى المستوى خطوة الخطوة الفصل שלב ขั้นตอนที่ ระดับ ধাপ পর্যায় \
    路径 路徑 단계 모듈 레벨 챕터 단원 차시 스텝 階段 阶段 模块 模塊 步骤 步驟 步 级 章 节 课 单元 單元 阶 フェーズ ステップ レベル モジュール ステージ 段階";

static WORDS: LazyLock<Lookup<Kind>> = LazyLock::new(|| {
    Lookup::new(&[
        (PHASES, Kind::Phase),
        (WEEKS, Kind::Week),
        (DAYS, Kind::Day),
        (MONTHS, Kind::Month),
        (PARTS, Kind::Part),
    ])
});

/// Longer words are none of the above.
const LONGEST_WORD: usize = 40;

/// As many letters have the longest words of scripts without blanks.
const LONGEST_UNSPACED: usize = 6;

/// Whether a heading has no words but those that count phases, and fillers: "The modules".
pub fn names_phases(text: &str) -> bool {
    let mut words =
        text.split(|letter: char| !letter.is_alphabetic()).filter(|word| !word.is_empty()).peekable();
    let is_phase = |word: &str| matches!(kind(word), Some(Kind::Phase | Kind::Part));
    let mut named = false;
    words.peek().is_some()
        && words.all(|word| {
            named |= is_phase(word);
            is_phase(word) || super::words::is_filler(word)
        })
        && named
}

fn kind(word: &str) -> Option<Kind> {
    if word.is_empty() || word.len() > LONGEST_WORD {
        return None;
    }
    WORDS.get(word).or_else(|| WORDS.get(&word.to_lowercase()))
}

/// The marker of a heading: that of "Weeks 1-2: Level 1 – Saws" is the level, which has a time then.
pub fn of_heading(text: &str) -> Option<Marker<'_>> {
    let marker = parse(text)?;
    let inner = Some(marker).filter(|marker| marker.is_position() && marker.is_divided);
    let inner = inner.and_then(|marker| parse(marker.rest));
    let is_phase = |inner: &Marker<'_>| {
        matches!(inner.kind, Kind::Phase | Kind::Part) && (inner.is_divided || inner.rest.is_empty())
    };
    Some(inner.filter(is_phase).unwrap_or(marker))
}

/// The marker at the beginning of a heading, behind signs and pictures.
pub fn parse(text: &str) -> Option<Marker<'_>> {
    let text = text.trim_start_matches(|letter: char| !letter.is_alphanumeric());
    word_first(text).or_else(|| year_and_month(text)).or_else(|| number_first(text)).or_else(|| month(text))
}

/// "2026年10月", "2027年3〜5月", "2026年12月〜2027年2月"
fn year_and_month(text: &str) -> Option<Marker<'_>> {
    let (year, behind) = text.split_once('年')?;
    let (months, rest) = behind.split_once('月')?;
    let is_year = year.len() == 4 && year.bytes().all(|byte| byte.is_ascii_digit());
    let is_date = rest.starts_with(|letter: char| letter.is_ascii_digit());
    let signs = ['-', '–', '~', '～', '〜', '至', '到'];
    let (first, last) = months.split_once(signs).unwrap_or((months, months));
    let month = |month: &str| month.trim().parse().ok().filter(|number| (1..=12).contains(number));
    let numbers = (month(first)?, month(last)?);
    let end = rest.strip_prefix(signs).and_then(year_and_month).map(|end| end.rest);
    (is_year && !is_date).then(|| marker(Kind::Month, numbers, end.unwrap_or(rest)))
}

/// The months by name and in short, in the languages in which they are often headings.
const NAMES_OF_MONTHS: [&str; 17] = [
    "january february march april may june july august september october november december",
    "jan feb mar apr may jun jul aug sep oct nov dec",
    "januar februar märz april mai juni juli august september oktober november dezember",
    "jan feb mär apr mai jun jul aug sept okt nov dez",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
    "janv févr mars avr mai juin juil août sept oct nov déc",
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "ene feb mar abr may jun jul ago sep oct nov dic",
    "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
    "jan fev mar abr mai jun jul ago set out nov dez",
    "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
    "январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь",
    "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
    "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
    "januari februari maart april mei juni juli augustus september oktober november december",
    "januari februari maret april mei juni juli agustus september oktober november desember",
    "styczeń luty marzec kwiecień maj czerwiec lipiec sierpień wrzesień październik listopad grudzień",
];

/// Whether a word is the name of a month: its number, counted from 1.
pub fn month_by_name(word: &str) -> Option<i32> {
    if !(3..=24).contains(&word.len()) {
        return None;
    }
    let word = word.to_lowercase();
    let place = |names: &&str| names.split(' ').position(|known| known == word);
    NAMES_OF_MONTHS.iter().find_map(place).map(|at| at as i32 + 1)
}

/// "September: Exams", "Oktober 2026".
fn month(text: &str) -> Option<Marker<'_>> {
    let length = text.find(|letter: char| !letter.is_alphabetic()).unwrap_or(text.len());
    let (name, rest) = text.split_at(length);
    let number = month_by_name(name)? as u32;
    let year = rest.trim_start().bytes().take_while(u8::is_ascii_digit).count();
    let rest = if year == 4 { &rest.trim_start()[year..] } else { rest };
    (rest.is_empty() || divides(rest)).then(|| marker(Kind::Month, (number, number), rest))
}

/// "Week 3", "Phase II", "Part A", "Step One".
fn word_first(text: &str) -> Option<Marker<'_>> {
    let Some((length, kind)) = word(text) else { return unspaced_word_first(text) };
    let after = text[length..].trim_start_matches([' ', '\u{a0}', '#', '-', '_', '№', '°', ':', '（', '(']);
    let (from, mut rest) = number(after)?;
    // "Week 1.2" is a part of one.
    if rest.starts_with('.')
        && rest[1..].starts_with(|letter: char| letter.is_ascii_digit())
        && kind != Kind::Phase
    {
        return None;
    }
    let mut numbers = (from, from);
    if let Some((to, after)) = end_of_range(rest)
        && to >= from
    {
        (numbers.1, rest) = (to, after);
    }
    Some(marker(kind, numbers, rest))
}

/// "阶段一": a word of a script without blanks, of more than one letter, for "周一" is Monday.
fn unspaced_word_first(text: &str) -> Option<Marker<'_>> {
    let (length, kind) =
        unspaced_word(text).filter(|&(length, _)| text[..length].chars().nth(1).is_some())?;
    let (figure, rest) = Some(han(&text[length..])).filter(|(figure, _)| *figure > 0)?;
    (!rest.starts_with(char::is_alphanumeric)).then(|| marker(kind, (figure, figure), rest))
}

/// "3.", "2nd week", "2. Woche", "1주차", "第一阶段".
fn number_first(text: &str) -> Option<Marker<'_>> {
    let bare = text.strip_prefix(['第', '제']).map_or(text, str::trim_start);
    let is_ordinal = bare.len() < text.len();
    let text = bare;
    let (from, mut rest) = number(text)?;
    let mut numbers = (from, from);
    if let Some((to, after)) = end_of_range(rest)
        && to >= from
    {
        (numbers.1, rest) = (to, after);
    }
    let is_digit = text.starts_with(|letter: char| letter.is_ascii_digit());
    if let Some((kind, rest)) = counted(rest, is_ordinal) {
        return Some(marker(kind, numbers, rest));
    }
    let is_keycap = rest.starts_with(['\u{fe0f}', '\u{20e3}']);
    let sign = rest.chars().next().filter(|sign| ".):、．）-–—|".contains(*sign));
    let is_decimal = sign == Some('.') && rest[1..].starts_with(|letter: char| letter.is_ascii_digit());
    let is_spaced = rest.trim_start().starts_with(['-', '–', '—', '|']) && rest.starts_with(' ');
    let has_zero = text.starts_with('0') && rest.starts_with(' ');
    let is_word = !is_digit && !text.starts_with(['I', 'V', 'X']);
    if is_decimal || is_word || numbers.0 > 200 || !(is_keycap || sign.is_some() || is_spaced || has_zero) {
        return None;
    }
    // "2-phase commit" and "3D" are words.
    if matches!(sign, Some('-' | '–' | '—')) && rest[sign?.len_utf8()..].starts_with(char::is_alphanumeric)
    {
        return None;
    }
    Some(marker(Kind::Number, numbers, rest))
}

/// What is counted behind a number, with the rest behind it. Without a sign of order, "3个月" is a length and no position.
fn counted(text: &str, is_ordinal: bool) -> Option<(Kind, &str)> {
    let suffixes = [
        "st ", "nd ", "rd ", "th ", ". ", "-я ", "-й ", "-ый ", "-ая ", "ª ", "º ", "er ", "ère ", "e ", ".",
    ];
    if let Some(behind) = suffixes.iter().find_map(|suffix| text.strip_prefix(suffix))
        && let Some((length, kind)) = word(behind)
    {
        let rest = &behind[length..];
        return (rest.trim_start().is_empty() || divides(rest)).then_some((kind, rest));
    }
    let text = text.trim_start().trim_start_matches(['个', '個']);
    let (length, kind) = unspaced_word(text)?;
    let (word, rest) = text.split_at(length);
    let is_position = is_ordinal || matches!(kind, Kind::Phase | Kind::Part) || word.ends_with(['차', '目']);
    // "1부터" and "3回読む" go on as other words, but "2027年3月" names a month.
    let ends = is_ordinal
        || word.chars().nth(1).is_some()
        || rest.is_empty()
        || divides(rest)
        || rest.starts_with(|letter: char| letter.is_ascii_digit())
        || is_hangul(word) && rest.starts_with(' ');
    (is_position && ends).then_some((kind, rest))
}

fn is_hangul(word: &str) -> bool {
    word.starts_with(|letter| ('가'..='힣').contains(&letter))
}

/// The length and kind of the longest word of a script without blanks that a text begins with.
fn unspaced_word(text: &str) -> Option<(usize, Kind)> {
    if !text.starts_with(|letter: char| letter >= '\u{2e80}') {
        return None;
    }
    let lengths = text.char_indices().take(LONGEST_UNSPACED).map(|(at, letter)| at + letter.len_utf8());
    lengths.filter_map(|length| Some((length, WORDS.get(&text[..length])?))).last()
}

fn divides(rest: &str) -> bool {
    rest.trim_start()
        .starts_with([':', '-', '–', '—', '.', ')', '|', '：', '(', '（', '·', '/', '•', ',', '→'])
}

fn marker(kind: Kind, numbers: (u32, u32), rest: &str) -> Marker<'_> {
    // "Week 5+: Hives" has no end.
    let is_open = rest.starts_with('+') && !rest[1..].starts_with(char::is_alphanumeric);
    let rest = if is_open { &rest[1..] } else { rest };
    let is_divided = divides(rest) || rest.starts_with(['\u{fe0f}', '\u{20e3}']);
    let signs = |letter: char| {
        !letter.is_alphanumeric() && !"([{（【「\"'“‘«*`#$@&+".contains(letter) && !is_picture(letter)
    };
    Marker { kind, numbers, rest: rest.trim_start_matches(signs).trim_end(), is_divided }
}

fn is_picture(letter: char) -> bool {
    ('\u{1f000}'..='\u{1faff}').contains(&letter)
}

/// The length and kind of the word, or the two words, that a text begins with.
fn word(text: &str) -> Option<(usize, Kind)> {
    let length = |text: &str| {
        let is_part = |letter: char| letter.is_alphabetic() || is_mark(letter);
        text.find(|letter: char| !is_part(letter)).unwrap_or(text.len())
    };
    let text = text.get(..floor(text, 2 * LONGEST_WORD)).unwrap_or(text);
    let first = length(text);
    if let Some(kind) = kind(&text[..first]) {
        return Some((first, kind));
    }
    // "W1" and "D3", but not "w 1".
    if first == 1 && text[1..].starts_with(|letter: char| letter.is_ascii_digit()) {
        match &text[..1] {
            "W" => return Some((1, Kind::Week)),
            "D" => return Some((1, Kind::Day)),
            "M" => return Some((1, Kind::Month)),
            _ => {}
        }
    }
    let second = text[first..].strip_prefix([' ', '-'])?;
    let both = first + 1 + length(second);
    if first == 0 {
        return None;
    }
    let words = text[..both].replace(' ', "_");
    kind(&words).map(|kind| (both, kind))
}

/// Whether a text begins with something that time is counted in.
pub fn begins_with_unit(text: &str) -> bool {
    word(text).is_some_and(|(_, kind)| matches!(kind, Kind::Day | Kind::Week | Kind::Month))
        || counted(text, true).is_some()
}

/// The largest boundary of a letter up to `at`.
fn floor(text: &str, at: usize) -> usize {
    (0..=at.min(text.len())).rev().find(|&at| text.is_char_boundary(at)).unwrap_or(0)
}

/// Vowel signs and the like, which belong to the word.
fn is_mark(letter: char) -> bool {
    matches!(letter, '\u{300}'..='\u{36f}' | '\u{93c}'..='\u{94d}' | '\u{9bc}'..='\u{9cd}' | '\u{e31}'..='\u{e4e}')
}

const NUMBERS: [&str; 11] =
    ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

const HAN: &str = "〇一二三四五六七八九十";

/// A number at the beginning of a text, with what follows it: figures, Roman figures, words, or a letter.
fn number(text: &str) -> Option<(u32, &str)> {
    let digits = text.bytes().take_while(u8::is_ascii_digit).count();
    if digits > 0 {
        return (digits <= 4).then(|| Some((text[..digits].parse().ok()?, &text[digits..])))?;
    }
    let first = text.chars().next()?;
    if let Some(figure) = digit(first) {
        return Some((figure, &text[first.len_utf8()..]));
    }
    if HAN.contains(first) {
        return Some(han(text));
    }
    let length = text.bytes().take_while(u8::is_ascii_alphabetic).count();
    let (word, rest) = text.split_at(length);
    if rest.starts_with(char::is_alphanumeric) || word.is_empty() || length > 8 {
        return None;
    }
    let ends = rest.is_empty() || rest.starts_with([' ', ':', '.', ')', ',', '-', '–', '—', '|']);
    if let Some(value) = roman(word).filter(|_| ends) {
        return Some((value, rest));
    }
    let is_letter =
        word.len() == 1 && first.is_ascii_uppercase() && ends && (rest.is_empty() || divides(rest));
    if is_letter {
        return Some((u32::from(first) - u32::from('A') + 1, rest));
    }
    let value = NUMBERS.iter().position(|name| name.eq_ignore_ascii_case(word))?;
    Some((value as u32, rest))
}

/// Figures of other scripts.
fn digit(letter: char) -> Option<u32> {
    ['٠', '۰', '०', '০', '๐', '０'].into_iter().find_map(|zero| {
        let value = u32::from(letter).checked_sub(u32::from(zero))?;
        (value < 10).then_some(value)
    })
}

/// 一 to 九十九.
fn han(text: &str) -> (u32, &str) {
    let (mut value, mut ones, mut length) = (0, 0, 0);
    for letter in text.chars().take(3) {
        let Some(figure) = HAN.chars().position(|known| known == letter) else { break };
        length += letter.len_utf8();
        if figure == 10 {
            value += 10 * ones.max(1);
            ones = 0;
        } else {
            ones = figure as u32;
        }
    }
    (value + ones, &text[length..])
}

fn roman(word: &str) -> Option<u32> {
    const UP_TO_TWENTY: &str = "I II III IV V VI VII VIII IX X XI XII XIII XIV XV XVI XVII XVIII XIX XX";
    UP_TO_TWENTY.split(' ').position(|known| known == word).map(|at| at as u32 + 1)
}

/// The second number of "1-3", "1 to 3", "1 & 2", "1 – Week 3", with what follows it.
fn end_of_range(text: &str) -> Option<(u32, &str)> {
    let trimmed = text.trim_start();
    let after = trimmed
        .strip_prefix(['-', '–', '—', '−', '‑', '~', '～', '&', '+', '至', '到', '/', '→'])
        .or_else(|| {
            let words = [
                "to ", "and ", "through ", "thru ", "bis ", "à ", "a ", "al ", "до ", "и ", "ao ", "và ",
                "đến ", "y ",
            ];
            words.iter().find_map(|word| trimmed.strip_prefix(word)).filter(|_| trimmed.len() < text.len())
        })?;
    let after = after.trim_start();
    let after = match word(after) {
        Some((length, Kind::Day | Kind::Week | Kind::Month)) => after[length..].trim_start(),
        _ => after,
    };
    let digits = after.bytes().take_while(u8::is_ascii_digit).count();
    let value = after.get(..digits).filter(|_| (1..=4).contains(&digits))?.parse().ok()?;
    let rest = &after[digits..];
    // "Week 1 - 29. April" and "Woche 2 - 6. bis 12. Mai"
    let mut words = rest.split(|letter: char| !letter.is_alphanumeric()).filter(|word| !word.is_empty());
    let near = if rest.starts_with('.') { 3 } else { 1 };
    if words.by_ref().take(near).any(|word| month_by_name(word).is_some()) {
        return None;
    }
    (!rest.starts_with(char::is_alphabetic) || counted(rest, true).is_some()).then_some((value, rest))
}

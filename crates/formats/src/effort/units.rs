//! Units of time and their words, by language.

use std::collections::HashMap;
use std::sync::LazyLock;

#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unit {
    Minute,
    Hour,
    Day,
    Week,
    Fortnight,
    Month,
    Quarter,
    Year,
}

impl Unit {
    /// Days in it, at most one for what is shorter than two.
    pub fn days(self) -> u64 {
        match self {
            Self::Minute | Self::Hour => 0,
            Self::Day => 1,
            Self::Week => 7,
            Self::Fortnight => 14,
            Self::Month => 31,
            Self::Quarter => 92,
            Self::Year => 366,
        }
    }
}

/// How far a unit's word is to be believed.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Trust {
    /// A word of its own.
    Full,
    /// A letter that hardly means anything else behind a number.
    Letter,
    /// A letter or word with other meanings, which needs a place of its own.
    Weak,
    /// Only behind hours: minutes, meters, months and millions share a letter.
    Part,
}

/// Each line is a language or more, with plurals, cases and usual abbreviations.
const FULL: [(Unit, &[&str]); 8] = [
    (
        Unit::Minute,
        &[
            "min minute minutes mins minuto minutos minuta minuty minut minuten minuti minuut",
            "минута минуты минут мин минуту хвилина хвилини хвилин хв",
            "دقيقة دقائق دقیقه मिनट মিনিট dakika dk phút menit 분 분간",
            "分钟 分鐘 分間 分",
        ],
    ),
    (
        Unit::Hour,
        &[
            "hour hours hr hrs hora horas heure heures ora ore uur uren",
            "stunde stunden std stdn godzina godziny godzin godz",
            "час часа часов часу години година годин годину",
            "ساعة ساعات ساعت ساعه घंटा घंटे घंटों घण्टा घण्टे ঘণ্টা ঘন্টা ঘণ্টার saat sa giờ tiếng jam 시간",
            "小时 小時 个小时 個小時 个钟头 個鐘頭 钟头 鐘頭 時間",
        ],
    ),
    (
        Unit::Day,
        &[
            "day days día días dia dias jour jours giorno giorni tag tage tagen dag dagen dzień dzien dni",
            "день дня дней дн дню днів дні",
            "يوم أيام ايام يوما يومًا روز दिन दिनों দিন দিনে gün ngày hari 일 일간",
            "天 日間 日",
        ],
    ),
    (
        Unit::Week,
        &[
            "week weeks wk wks semana semanas semaine semaines settimana settimane weken",
            "woche wochen wöchige tydzień tydzien tygodnie tygodni tygodnia tygodniu",
            "неделя недели недель неделю неделе нед тиждень тижні тижнів тижня тижд",
            "أسبوع أسابيع اسبوع اسابيع الأسبوع الاسبوع أسبوعا أسبوعًا هفته",
            "सप्ताह सप्ताहों हफ्ता हफ्ते हफ़्ता हफ़्ते हफ्तों সপ্তাহ সপ্তাহে hafta tuần minggu pekan 주 주간 주일",
            "周 週 週間 周间 星期 个星期 個星期 礼拜 禮拜 个礼拜 個禮拜",
        ],
    ),
    (Unit::Fortnight, &["fortnight fortnights"]),
    (
        Unit::Month,
        &[
            "month months mo mos mth mths mes meses mês mois mese mesi monat monate monaten maand maanden",
            "miesiąc miesiąca miesiące miesięcy miesiac miesiace miesiecy mies",
            "месяц месяца месяцев месяце мес місяць місяці місяців місяця міс",
            "شهر أشهر اشهر شهور شهرا شهرًا الشهر ماه",
            "महीना महीने महीनों माह মাস মাসে ay tháng bulan 개월 개월간 달",
            "个月 個月 ヶ月 か月 カ月 ヵ月 ケ月 箇月 ヶ月間 か月間 カ月間 ヵ月間 个月份",
        ],
    ),
    (Unit::Quarter, &["quarter quarters trimestre trimestres quartal quartale квартал квартала 季度 个季度"]),
    (
        Unit::Year,
        &[
            "year years yr yrs año años ano anos an ans année années anno anni jahr jahre jahren jaar jaren",
            "rok roku lata lat год года лет году рік роки років року",
            "سنة سنوات سنين عام أعوام السنة سال साल वर्ष सालों বছর বৎসর বছরে yıl yil sene năm tahun 년 년간",
            "年 年間",
        ],
    ),
];

const OTHERS: [(&str, Unit, Trust); 9] = [
    ("h", Unit::Hour, Trust::Letter),
    ("ч", Unit::Hour, Trust::Letter),
    ("w", Unit::Week, Trust::Letter),
    ("y", Unit::Year, Trust::Letter),
    ("d", Unit::Day, Trust::Weak),
    // French days, and weeks that are semesters elsewhere.
    ("j", Unit::Day, Trust::Weak),
    ("sem", Unit::Week, Trust::Weak),
    // Points in Chinese, minutes in Japanese.
    ("分", Unit::Minute, Trust::Weak),
    ("m", Unit::Minute, Trust::Part),
];

static WORDS: LazyLock<HashMap<&'static str, (Unit, Trust)>> = LazyLock::new(|| {
    let mut words = HashMap::new();
    for (unit, lines) in FULL {
        for word in lines.iter().flat_map(|line| line.split(' ')) {
            words.insert(word, (unit, Trust::Full));
        }
    }
    words.extend(OTHERS.map(|(word, unit, trust)| (word, (unit, trust))));
    words
});

/// What a word in lower case means as a unit.
pub fn unit(word: &str) -> Option<(Unit, Trust)> {
    WORDS.get(word).copied()
}

/// Words that are a number and a unit at once, in hundredths.
const AMOUNTS: [(&str, u64, Unit); 24] = [
    ("полгода", 50, Unit::Year),
    ("півроку", 50, Unit::Year),
    ("полчаса", 50, Unit::Hour),
    ("ساعتان", 200, Unit::Hour),
    ("ساعتين", 200, Unit::Hour),
    ("يومان", 200, Unit::Day),
    ("يومين", 200, Unit::Day),
    ("أسبوعان", 200, Unit::Week),
    ("أسبوعين", 200, Unit::Week),
    ("اسبوعين", 200, Unit::Week),
    ("شهران", 200, Unit::Month),
    ("شهرين", 200, Unit::Month),
    ("سنتان", 200, Unit::Year),
    ("سنتين", 200, Unit::Year),
    ("일주일", 100, Unit::Week),
    ("하루", 100, Unit::Day),
    ("이틀", 200, Unit::Day),
    ("사흘", 300, Unit::Day),
    ("보름", 1_500, Unit::Day),
    ("반년", 50, Unit::Year),
    ("halbjahr", 50, Unit::Year),
    ("yarıyıl", 50, Unit::Year),
    ("sehari", 100, Unit::Day),
    ("seminggu", 100, Unit::Week),
];

/// The amount, in hundredths, and the unit of a word that says both.
pub fn amount(word: &str) -> Option<(u64, Unit)> {
    let (_, hundredths, unit) = AMOUNTS.iter().find(|(known, ..)| *known == word)?;
    Some((*hundredths, *unit))
}

/// Words of Chinese and Japanese, which are written without blanks: the longest at the beginning of a text.
pub fn unspaced_word(text: &str) -> Option<&str> {
    const LONGEST: usize = 4;
    let ends = text.char_indices().skip(2).map(|(at, _)| at).chain([text.len()]);
    ends.take(LONGEST - 1).map(|end| &text[..end]).filter(|word| WORDS.contains_key(word)).last()
}

//! Words around a length, by what they do there. All are in lower case.

use std::collections::HashMap;
use std::sync::LazyLock;

use super::units::Unit;

const BESIDE: &[&str] = &[
    "about approx approximately around roughly ca circa duration effort est estimate estimated time takes take total only",
    "length period timeline timeframe workload needed required full part self paced max maximum just",
    "expected spend between least at minimum more or less",
    "duración duracion tiempo unos unas aproximadamente aprox cerca durée temps environ duração tempo estimado",
    "estimada durata circa dauer etwa ungefähr rund zeit aufwand gesamt insgesamt czas około ok trwania",
    "около примерно длительность продолжительность срок время всего за приблизно тривалість час близько",
    "المدة مدة حوالي تقريبا تقريبًا زمان مدت حدود अवधि लगभग समय कुल সময় প্রায় süre süresi yaklaşık toplam",
    "thời gian khoảng lượng durasi waktu sekitar kira selama 약 총 소요 기간 예상 동안 정도 duur ongeveer",
    "约 約 大 左 右 共 计 計 时 時 长 間 间 预 預 期 所 需 内 程 度 合 要",
];

const JOINING: &[&str] =
    &["for in at of with and plus × x à a con com mit bei und et y e i и по при每 from on over nur pour"];

const TO: &[&str] = &[
    "to till until through bis à a al au até до по do tot ila đến tới sampai hingga إلى الى حتى से থেকে تا 至 到 から",
    "or oder ou o или або hoặc atau veya lub 또는 或",
];

const PER: &[&str] = &[
    "per a an each every pro je por par al à cada chaque ogni ao",
    "в на у во na w em el la le jede jeden die der am mỗi một setiap প্রতি प्रति हर في كل لكل در هر",
];

const DAILY: &[&str] = &[
    "daily täglich tägl diarias diarios diaria diario diariamente quotidien quotidiennes quotidiennement ежедневно щодня",
    "dziennie codziennie günlük günde dagelijks يوميا يوميًا روزانه प्रतिदिन रोज रोज़ প্রতিদিন প্রতিদিন 매일 하루 하루에 日均 harian sehari",
    "pd giornaliere",
];
const WEEKLY: &[&str] = &[
    "weekly wöchentlich semanales semanal semanais semanalmente hebdomadaire hebdomadaires еженедельно щотижня",
    "tygodniowo haftalık haftada wekelijks أسبوعيا أسبوعيًا هفتگی साप्ताहिक সাপ্তাহিক 매주 주당 일주일에 mingguan seminggu",
    "pw settimanali",
];
const MONTHLY: &[&str] =
    &["monthly monatlich mensuales mensual mensais mensuel ежемесячно miesięcznie aylık ayda 매월 매달"];

const NUMBERED: &[&str] = &[
    "phase module level part step stage unit chapter section lesson sprint milestone block course session class project",
    "version lecture tier task topic item exercise python java angular vue html css book volume episode act round season no",
    "fase módulo modulo nivel parte paso etapa étape niveau modul stufe teil schritt kapitel lektion niveau lección leçon",
    "фаза модуль уровень часть шаг этап этап глава урок блок aşama bölüm adım modül giai đoạn phần bước tahap bagian modul 단계",
    "مرحلة المرحلة مستوى المستوى चरण ধাপ phần",
];

const NOT_BEFORE: &[&str] = &[
    "every each last past previous after since older under top first next another before besides",
    "jede alle nach cada tous toutes chaque después après depois каждые каждый после через dopo ogni setiap mỗi 每 毎",
];

const NOT_BEHIND: &[&str] = &[
    "ago later old before after into until since away earlier experience from alt später antes después назад спустя",
];

const EXPERIENCE: &[&str] =
    &["experience experiencia experiência expérience erfahrung опыта опыт esperienza doświadczenia"];

const LEADING: &[&str] = &[
    "in for within over during after takes take taking of the is lasts needs by to than with and",
    "en por durante em für nach binnen dauert pendant dans dure за через в на trong dalam selama",
];

/// What a word may do beside a length.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
#[repr(u16)]
pub enum Role {
    /// Allowed beside a length that has a place to itself.
    Beside = 1,
    /// Between a length and the rate or the other length that belongs to it.
    Joining = 2,
    /// Between the ends of a range.
    To = 4,
    /// Between an amount and the unit in which it recurs.
    Per = 8,
    /// A noun that is numbered itself, so that the number behind it is not that of a length.
    Numbered = 16,
    /// Before a number of weeks that does not say how long the thing takes.
    NotBefore = 32,
    /// Behind a number of weeks that does not say how long the thing takes.
    NotBehind = 64,
    /// Experience asked for is no time to study.
    Experience = 128,
    /// Leads up to the length at the end of a sentence.
    Leading = 2048,
    Daily = 256,
    Weekly = 512,
    Monthly = 1024,
}

const LISTS: [(Role, &[&str]); 12] = [
    (Role::Beside, BESIDE),
    (Role::Joining, JOINING),
    (Role::To, TO),
    (Role::Per, PER),
    (Role::Numbered, NUMBERED),
    (Role::NotBefore, NOT_BEFORE),
    (Role::NotBehind, NOT_BEHIND),
    (Role::Experience, EXPERIENCE),
    (Role::Leading, LEADING),
    (Role::Daily, DAILY),
    (Role::Weekly, WEEKLY),
    (Role::Monthly, MONTHLY),
];

static ROLES: LazyLock<HashMap<&'static str, u16>> = LazyLock::new(|| {
    let mut roles = HashMap::new();
    for (role, lines) in LISTS {
        for word in lines.iter().flat_map(|line| line.split(' ')) {
            *roles.entry(word).or_default() |= role as u16;
        }
    }
    roles
});

/// Whether a word can do this.
pub fn is(word: &str, role: Role) -> bool {
    ROLES.get(word).is_some_and(|roles| roles & role as u16 != 0)
}

/// How often that happens which is called "daily", "weekly" or "monthly".
pub fn recurrence(word: &str) -> Option<Unit> {
    let roles = *ROLES.get(word)?;
    let every = [(Role::Daily, Unit::Day), (Role::Weekly, Unit::Week), (Role::Monthly, Unit::Month)];
    every.iter().find(|(role, _)| roles & *role as u16 != 0).map(|(_, unit)| *unit)
}

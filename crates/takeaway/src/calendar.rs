//! Calendar files (RFC 5545), which can be imported again and again.
//!
//! An entry keeps its id for as long as it means the same, and each file has a higher sequence number than the files before it.
//! So a calendar replaces what it has by what is newer, and nothing is there twice.

use chrono::{Days, NaiveDate, NaiveDateTime};
use ical::component::{IcalComponent, IcalComponentKind};
use ical::ical::Ical;
use ical::param::IcalParam;
use ical::prop::{IcalProp, IcalPropKind};
use ical::value::IcalValue;
use ical::value::datetime::{IcalDate, IcalDateTime};
use ical::value::duration::IcalDuration;
use ical::value::integer::IcalInteger;
use ical::version::IcalVersion;

const PRODUCT: &str = "-//Waymark//Study plan//EN";

/// Sequence numbers count the minutes since then.
const FIRST_SEQUENCE: NaiveDateTime = match NaiveDate::from_ymd_opt(2020, 1, 1) {
    Some(date) => date.and_time(chrono::NaiveTime::MIN),
    None => NaiveDateTime::MIN,
};

/// When a calendar reminds of what has a time, and of what has the whole day.
const BEFORE_BEGINNING: &str = "-PT15M";
const AFTER_MIDNIGHT: &str = "PT9H";

/// Something on a date, at an hour of the local clock or for the whole day.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Unique among all calendars.
    pub id: String,
    pub on: NaiveDate,
    /// When it begins and ends; the whole day without.
    pub at: Option<(NaiveDateTime, NaiveDateTime)>,
    pub title: String,
    pub text: String,
    /// The calendar reminds of it: a quarter of an hour before it begins, or in the morning.
    pub reminds: bool,
    /// An earlier file had it, and it is off.
    pub is_canceled: bool,
}

/// Writes a calendar, as of an instant in UTC.
pub fn write_calendar(name: &str, entries: &[Entry], as_of: NaiveDateTime) -> String {
    let calendar = Ical {
        version: IcalVersion::V2_0,
        props: vec![
            text(IcalPropKind::ProdId, PRODUCT),
            text(IcalPropKind::CalScale, "GREGORIAN"),
            text(IcalPropKind::Name, name),
            IcalProp::text("X-WR-CALNAME", Vec::new(), printable(name)),
        ],
        components: entries.iter().map(|entry| event(entry, as_of)).collect(),
    };
    calendar.to_string()
}

fn event(entry: &Entry, as_of: NaiveDateTime) -> IcalComponent<'static> {
    let Entry { id, on, at, title, text: about, reminds, is_canceled } = entry;
    let stamp = as_of.format("%Y%m%dT%H%M%SZ").to_string();
    let sequence = (as_of - FIRST_SEQUENCE).num_minutes().clamp(0, i32::MAX.into());
    let [begins, ends] = span(*on, *at);
    let before = at.map_or(AFTER_MIDNIGHT, |_| BEFORE_BEGINNING);
    let about = (!about.is_empty()).then(|| text(IcalPropKind::Description, about));
    IcalComponent {
        name: IcalComponentKind::VEvent.into(),
        props: [
            text(IcalPropKind::Uid, id),
            property(IcalPropKind::DtStamp, IcalValue::DateTime(IcalDateTime(stamp.into()))),
            property(IcalPropKind::Sequence, IcalValue::Integer(IcalInteger(sequence.to_string().into()))),
            begins,
            ends,
            text(IcalPropKind::Summary, title),
            text(IcalPropKind::Status, if *is_canceled { "CANCELLED" } else { "CONFIRMED" }),
            // A day with a session is not a day without time for anything else.
            text(IcalPropKind::Transp, at.map_or("TRANSPARENT", |_| "OPAQUE")),
        ]
        .into_iter()
        .chain(about)
        .collect(),
        components: (*reminds && !is_canceled).then(|| alarm(title, before)).into_iter().collect(),
    }
}

/// The first and the last instant of an entry, by everybody's own clock: a time zone would move it.
fn span(on: NaiveDate, at: Option<(NaiveDateTime, NaiveDateTime)>) -> [IcalProp<'static>; 2] {
    let names = [IcalPropKind::DtStart, IcalPropKind::DtEnd];
    let Some((from, to)) = at else {
        let next_day = on.checked_add_days(Days::new(1)).unwrap_or(on);
        return [date(names[0], on), date(names[1], next_day)];
    };
    let local = |at: NaiveDateTime| IcalDateTime(at.format("%Y%m%dT%H%M%S").to_string().into());
    [property(names[0], IcalValue::DateTime(local(from))), property(names[1], IcalValue::DateTime(local(to)))]
}

fn alarm(title: &str, trigger: &'static str) -> IcalComponent<'static> {
    IcalComponent {
        name: IcalComponentKind::VAlarm.into(),
        props: vec![
            text(IcalPropKind::Action, "DISPLAY"),
            text(IcalPropKind::Description, title),
            property(IcalPropKind::Trigger, IcalValue::Duration(IcalDuration(trigger.into()))),
        ],
        components: Vec::new(),
    }
}

fn text(name: IcalPropKind, value: &str) -> IcalProp<'static> {
    IcalProp::text(name, Vec::new(), printable(value))
}

/// Text without control characters, which no calendar file may have.
fn printable(text: &str) -> String {
    text.chars().filter(|character| !character.is_control() || matches!(character, '\n' | '\t')).collect()
}

/// A date of everybody's own calendar.
fn date(name: IcalPropKind, on: NaiveDate) -> IcalProp<'static> {
    let value = IcalValue::Date(IcalDate(on.format("%Y%m%d").to_string().into()));
    IcalProp { name: name.into(), params: vec![IcalParam::Value("DATE".into())], value }
}

fn property(name: IcalPropKind, value: IcalValue<'static>) -> IcalProp<'static> {
    IcalProp { name: name.into(), params: Vec::new(), value }
}

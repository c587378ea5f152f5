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

/// Something on a date, for the whole day wherever one is.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Entry {
    /// Unique among all calendars.
    pub id: String,
    pub on: NaiveDate,
    pub title: String,
    pub text: String,
    /// Hours after the beginning of the day at which the calendar reminds of it.
    pub reminder: Option<u32>,
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
    let Entry { id, on, title, text: about, reminder, is_canceled } = entry;
    let stamp = as_of.format("%Y%m%dT%H%M%SZ").to_string();
    let sequence = (as_of - FIRST_SEQUENCE).num_minutes().clamp(0, i32::MAX.into());
    let next_day = on.checked_add_days(Days::new(1)).unwrap_or(*on);
    let is_reminding = reminder.filter(|_| !is_canceled);
    let about = (!about.is_empty()).then(|| text(IcalPropKind::Description, about));
    IcalComponent {
        name: IcalComponentKind::VEvent.into(),
        props: [
            text(IcalPropKind::Uid, id),
            property(IcalPropKind::DtStamp, IcalValue::DateTime(IcalDateTime(stamp.into()))),
            property(IcalPropKind::Sequence, IcalValue::Integer(IcalInteger(sequence.to_string().into()))),
            date(IcalPropKind::DtStart, *on),
            date(IcalPropKind::DtEnd, next_day),
            text(IcalPropKind::Summary, title),
            text(IcalPropKind::Status, if *is_canceled { "CANCELLED" } else { "CONFIRMED" }),
            // A day with a session is not a day without time for anything else.
            text(IcalPropKind::Transp, "TRANSPARENT"),
        ]
        .into_iter()
        .chain(about)
        .collect(),
        components: is_reminding.map(|hours| alarm(title, hours)).into_iter().collect(),
    }
}

fn alarm(title: &str, hours: u32) -> IcalComponent<'static> {
    let after = IcalDuration(format!("PT{hours}H").into());
    IcalComponent {
        name: IcalComponentKind::VAlarm.into(),
        props: vec![
            text(IcalPropKind::Action, "DISPLAY"),
            text(IcalPropKind::Description, title),
            property(IcalPropKind::Trigger, IcalValue::Duration(after)),
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

/// A date of everybody's own calendar: without a time, which would need a time zone.
fn date(name: IcalPropKind, on: NaiveDate) -> IcalProp<'static> {
    let value = IcalValue::Date(IcalDate(on.format("%Y%m%d").to_string().into()));
    IcalProp { name: name.into(), params: vec![IcalParam::Value("DATE".into())], value }
}

fn property(name: IcalPropKind, value: IcalValue<'static>) -> IcalProp<'static> {
    IcalProp { name: name.into(), params: Vec::new(), value }
}

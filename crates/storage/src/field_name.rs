//! The names of fields in stored drafts. They do not follow renames in the code.

use app::form::{Field, MOST_ROWS, WEEKDAYS};

pub fn field_name(field: Field) -> String {
    match field {
        Field::Choice => "choice".to_owned(),
        Field::Hours(day) => format!("hours/{day}"),
        Field::Start => "start".to_owned(),
        Field::OffFrom(row) => format!("time-off/{row}/from"),
        Field::OffTo(row) => format!("time-off/{row}/to"),
        Field::StretchFrom(row) => format!("stretch/{row}/from"),
        Field::StretchTo(row) => format!("stretch/{row}/to"),
        Field::StretchHours(row) => format!("stretch/{row}/hours"),
        Field::StretchName(row) => format!("stretch/{row}/name"),
        Field::Target => "target".to_owned(),
        Field::MostHours => "most-hours".to_owned(),
        Field::LogDate => "log/date".to_owned(),
        Field::LogItem => "log/item".to_owned(),
        Field::LogTime => "log/time".to_owned(),
        Field::LogKind => "log/kind".to_owned(),
        Field::EditDate => "log-edit/date".to_owned(),
        Field::EditItem => "log-edit/item".to_owned(),
        Field::EditTime => "log-edit/time".to_owned(),
        Field::EditKind => "log-edit/kind".to_owned(),
    }
}

/// The field with a name, if there is one.
///
/// A weekday or row that no form has is not a field: the page would have to lay out as many rows as a file
/// claims.
pub fn field_of_name(name: &str) -> Option<Field> {
    let parts: Vec<&str> = name.split('/').collect();
    let field = match parts.as_slice() {
        ["choice"] => Field::Choice,
        ["hours", day] => Field::Hours(day.parse().ok().filter(|&day| usize::from(day) < WEEKDAYS.len())?),
        ["start"] => Field::Start,
        ["time-off", row, "from"] => Field::OffFrom(row_of(row)?),
        ["time-off", row, "to"] => Field::OffTo(row_of(row)?),
        ["stretch", row, "from"] => Field::StretchFrom(row_of(row)?),
        ["stretch", row, "to"] => Field::StretchTo(row_of(row)?),
        ["stretch", row, "hours"] => Field::StretchHours(row_of(row)?),
        ["stretch", row, "name"] => Field::StretchName(row_of(row)?),
        ["target"] => Field::Target,
        ["most-hours"] => Field::MostHours,
        ["log", "date"] => Field::LogDate,
        ["log", "item"] => Field::LogItem,
        ["log", "time"] => Field::LogTime,
        ["log", "kind"] => Field::LogKind,
        ["log-edit", "date"] => Field::EditDate,
        ["log-edit", "item"] => Field::EditItem,
        ["log-edit", "time"] => Field::EditTime,
        ["log-edit", "kind"] => Field::EditKind,
        _ => return None,
    };
    // A field has one name: "hours/00" is not another spelling of "hours/0".
    (field_name(field) == name).then_some(field)
}

fn row_of(text: &str) -> Option<usize> {
    text.parse().ok().filter(|&row| row < MOST_ROWS)
}

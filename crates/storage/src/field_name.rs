//! The names that fields have in stored drafts. They stay what they are whatever the code calls the fields.

use app::form::{Field, MOST_ROWS, WEEKDAYS};

/// The name of a field.
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
        Field::LogDate => "note/on".to_owned(),
        Field::LogItem => "note/item".to_owned(),
        Field::LogTime => "note/time".to_owned(),
    }
}

/// The field of that name; nothing if there is none.
///
/// A weekday or row that no form has is no field either: taking it for one would have the page lay out as many
/// rows as somebody cares to write down.
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
        ["note", "on"] => Field::LogDate,
        ["note", "item"] => Field::LogItem,
        ["note", "time"] => Field::LogTime,
        _ => return None,
    };
    // One field has one name: "hours/00" is not another way to write "hours/0".
    (field_name(field) == name).then_some(field)
}

fn row_of(text: &str) -> Option<usize> {
    text.parse().ok().filter(|&row| row < MOST_ROWS)
}

//! The fields of the questionnaire.

/// Something to fill in.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Field {
    /// The answers to choose from on the present screen.
    Choice,
    /// Hours on a weekday, counted from Monday as 0.
    Hours(u8),
    /// The first day of study.
    Start,
    /// The first date of a span off, by its row.
    OffFrom(usize),
    /// The last date of a span off, by its row.
    OffTo(usize),
    /// The date by which to finish.
    Target,
}

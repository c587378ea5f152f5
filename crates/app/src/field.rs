//! The fields of the questionnaire and of the other forms.

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
    /// The first date of a stretch with another week, by its row.
    StretchFrom(usize),
    /// The last date of such a stretch, by its row.
    StretchTo(usize),
    /// Hours a week in such a stretch, by its row.
    StretchHours(usize),
    /// What such a stretch is for, by its row.
    StretchName(usize),
    /// The date by which to finish.
    Target,
    /// The most hours a week that the learner would go to.
    MostHours,
    /// The date of study to be noted.
    LogDate,
    /// What was studied then.
    LogItem,
    /// How long.
    LogTime,
}

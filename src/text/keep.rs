//! Words for saving, downloading, opening, and resetting the plan.

use app::{FileFault, FileRefusal, Keeping, KeptFile, ReadOnly, SaveFailure};

pub const TITLE: &str = "Backup";
pub const LEAD: &str = "Your answers and your progress are stored in this browser, on this device, and nowhere else. A downloaded file is the safest copy.";
pub const WHERE: &str = "Where it’s stored";
pub const DOWNLOAD_TITLE: &str = "Back up your plan";
pub const DOWNLOAD_NOTE: &str = "A JSON file with everything you entered and the dates calculated from it. Waymark can open it again in any browser.";
pub const DOWNLOAD: &str = "Download your plan";
pub const KEEP_TITLE: &str = "Keep a file up to date";
pub const KEEP_NOTE: &str = "Choose a file once, and Waymark writes every change to it. Put it in a synced folder to have your plan on your other devices, too.";
pub const KEEP_CHOOSE: &str = "Choose a file";
pub const KEEP_ALLOW: &str = "Keep it up to date";
pub const KEEP_OTHER: &str = "Choose another file";
pub const KEEP_STOP: &str = "Stop";
pub const OPEN_TITLE: &str = "Import a plan file";
pub const OPEN_NOTE: &str = "You’ll see what would change first, and your current plan is kept.";
pub const OPEN: &str = "Import a plan file";
pub const OVER_TITLE: &str = "Start over";
pub const OVER_NOTE: &str =
    "Archives your current plan and starts from the first question. You can undo this.";
pub const OVER: &str = "Start over";
pub const OVER_ASK: &str = "Archive your current plan and start over?";
pub const OVER_YES: &str = "Yes, start over";
pub const OVER_NO: &str = "No, keep my plan";
pub const COPY_KEPT: &str = "There is a second copy in another part of this browser’s storage.";
pub const COPY_TITLE: &str = "Save Waymark with your plan inside";
pub const COPY_NOTE: &str = "One HTML file: Waymark, with your plan in it. Double-click it on any computer and it offers to open the plan inside.";
pub const COPY: &str = "Save a copy with my plan inside";
pub const INSIDE_TITLE: &str = "The plan inside this file";
pub const INSIDE_NOTE: &str = "This file was saved with a plan inside.";
pub const INSIDE: &str = "Review it";
pub const SET_ASIDE_TITLE: &str = "Unreadable data, left untouched";
pub const SET_ASIDE_NOTE: &str = "Some of the data that Waymark stored in this browser could not be read. It is kept untouched, and you can download it.";
pub const SET_ASIDE_WHY: &str = "A plan stored in this browser could not be read. It is kept untouched, and you can download it under “Backup”.";

pub const NOT_OPENED: &str = "The file was not opened, and nothing has changed.";
pub const BLOCKED: &str = "This browser doesn’t let Waymark store anything";
pub const NEWER: &str =
    "The plan stored here was made by a newer version of Waymark, so it is left untouched.";
pub const SAFE_START: &str = "You started without the plan stored here, which is left untouched.";

/// How it is with the file that is kept up to date.
pub fn kept(file: &KeptFile) -> String {
    let name = &file.name;
    match &file.state {
        Keeping::UpToDate(None) => format!("Every change is written to {name}."),
        Keeping::UpToDate(Some(at)) => {
            format!("Every change is written to {name}, most recently at {}.", at.format("%H:%M"))
        }
        Keeping::Waiting => format!(
            "Your browser wants you to confirm that Waymark may write to {name} again. If it offers to allow this on every visit, it won’t ask again."
        ),
        Keeping::Failed(why) => format!(
            "{name} couldn’t be written ({why}). Choose it again, or another file. Your plan is still saved in this browser."
        ),
    }
}

pub fn also_in(name: &str) -> String {
    format!("Every change also goes to {name}")
}

pub fn stop_keeping(name: &str) -> String {
    format!("{KEEP_STOP} writing to {name}")
}

pub fn set_aside_download(name: &str) -> String {
    format!("Download {name}")
}

pub fn refusal(why: &FileRefusal) -> String {
    format!("{NOT_OPENED} {}", reason(why))
}

fn reason(why: &FileRefusal) -> String {
    match why {
        FileRefusal::Unreadable(words) => {
            format!("The browser could not read it ({words}). Try choosing it again.")
        }
        FileRefusal::TooLarge { limit } => {
            format!("It is larger than {} kB, which no plan file is. Was it the right file?", limit / 1000)
        }
        FileRefusal::NotJson { line, column } => format!(
            "It is not a plan file: it stops being JSON at line {line}, column {column}. Choose a file whose name begins with waymark-plan."
        ),
        FileRefusal::CutOff => {
            "It is incomplete: the end is missing. Download it again, or use another copy.".to_owned()
        }
        FileRefusal::Damaged => "It is damaged: its checksum does not match. Use another copy.".to_owned(),
        FileRefusal::NotAPlan => {
            "It is JSON, but not a Waymark plan. Choose a file whose name begins with waymark-plan."
                .to_owned()
        }
        FileRefusal::Newer { version } => format!(
            "It was made by a newer version of Waymark (format {version}). Open it with that version."
        ),
        FileRefusal::UnknownRoadmap(id) => {
            format!("It is a plan for the roadmap “{id}”, which Waymark doesn’t have.")
        }
        FileRefusal::Invalid { pointer, fault } => {
            format!("Something in it isn’t valid: at {pointer}, {}.", self::fault(fault))
        }
    }
}

fn fault(fault: &FileFault) -> String {
    match fault {
        FileFault::Misfit(words) => words.clone(),
        FileFault::NoSuchVersion => "there is no such version".to_owned(),
        FileFault::OverADay => "a day has at most 24 hours, which are 1440 minutes".to_owned(),
        FileFault::MinutesOutOfRange { most } => format!("the minutes are not between 1 and {most}"),
        FileFault::EndsBeforeStart => "the dates end before they start".to_owned(),
        FileFault::NotAscending => "the date is not after the one before it in the list".to_owned(),
        FileFault::VisitZero => "visits are counted from 1".to_owned(),
        FileFault::NotOneOf(one, other) => format!("give either `{one}` or `{other}`"),
        FileFault::EndedTwice => "it is both finished and skipped".to_owned(),
        FileFault::NothingMarked => "it is not started, finished, or skipped".to_owned(),
        FileFault::TooMany { limit } => format!("there are more than {limit} entries"),
        FileFault::TooLong { limit } => format!("the text has more than {limit} characters"),
        FileFault::YearOutOfRange { first, last } => format!("the year is not between {first} and {last}"),
        FileFault::Repeated => "it repeats an earlier entry".to_owned(),
    }
}

/// Why something was not saved, as a part of a sentence.
pub fn save_failure(why: &SaveFailure) -> String {
    match why {
        SaveFailure::Storage(words) => words.clone(),
        SaveFailure::NotKept => "the browser’s storage lost what was written to it".to_owned(),
        SaveFailure::Newer => "a newer version of Waymark has saved something in its place".to_owned(),
        SaveFailure::TooLarge { limit } => format!("it is larger than {} kB", limit / 1000),
        SaveFailure::WouldNotOpen(FileRefusal::Invalid { pointer, fault }) => {
            format!("at {pointer}, {}", self::fault(fault))
        }
        SaveFailure::WouldNotOpen(_) => "Waymark could not open it again".to_owned(),
    }
}

/// Why nothing is saved in this session.
pub fn read_only(why: &ReadOnly) -> String {
    match why {
        ReadOnly::Blocked(words) => format!("{BLOCKED} ({words})."),
        ReadOnly::CannotSetAside { why, .. } => format!(
            "A plan stored here could not be read or copied ({}), so it is left untouched.",
            save_failure(why)
        ),
        ReadOnly::Newer { .. } => {
            format!("{NEWER} Open it with that version.")
        }
        ReadOnly::OtherRoadmap(id) => {
            format!("The plan stored here is for another roadmap, “{id}”, so it is left untouched.")
        }
        ReadOnly::SafeStart => {
            format!("{SAFE_START} Reload this page to get it back.")
        }
    }
}

/// Why there is no second copy.
pub fn no_copy(why: &str) -> String {
    format!("There is no second copy in this browser ({why}).")
}

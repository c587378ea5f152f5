//! Words for saving, downloading, opening, and resetting the plan.

use app::{FileFault, FileRefusal, Keeping, KeptFile, ReadOnly, SaveFailure};

pub const TITLE: &str = "Your data";
pub const LEAD: &str = "Your answers and your progress are kept in this browser, on this device, and nowhere else. A file of your own is the safest copy.";
pub const WHERE: &str = "Where it is kept";
pub const DOWNLOAD_TITLE: &str = "Take it with you";
pub const DOWNLOAD_NOTE: &str = "A JSON file with everything you entered and the dates computed from it. This page can open it again, in any browser.";
pub const DOWNLOAD: &str = "Download your plan";
pub const KEEP_TITLE: &str = "Keep a file up to date";
pub const KEEP_NOTE: &str = "Choose a file once, and Waymark writes every change to it. Put it in a synced folder to have your plan on your other devices, too.";
pub const KEEP_CHOOSE: &str = "Choose a file";
pub const KEEP_ALLOW: &str = "Keep it up to date";
pub const KEEP_OTHER: &str = "Choose another file";
pub const KEEP_STOP: &str = "Stop";
pub const OPEN_TITLE: &str = "Open a plan file";
pub const OPEN_NOTE: &str = "You see first what would change, and your present plan is kept.";
pub const OPEN: &str = "Open a plan file";
pub const OVER_TITLE: &str = "Start over";
pub const OVER_NOTE: &str =
    "Puts your present plan away and begins with the first question. You can undo that.";
pub const OVER: &str = "Start over";
pub const OVER_ASK: &str = "Put your present plan away and start over?";
pub const OVER_YES: &str = "Yes, start over";
pub const OVER_NO: &str = "No, keep my plan";
pub const COPY_KEPT: &str = "A second copy lies in another part of the browser’s storage.";
pub const COPY_TITLE: &str = "Save the page with your plan inside";
pub const COPY_NOTE: &str = "One HTML file: this page, and your plan in it. It opens by double-click in any browser, also on another computer, and offers the plan it carries.";
pub const COPY: &str = "Save a copy with my plan inside";
pub const INSIDE_TITLE: &str = "The plan inside this page";
pub const INSIDE_NOTE: &str = "This page was saved together with a plan.";
pub const INSIDE: &str = "Look at it";
pub const SET_ASIDE_TITLE: &str = "Kept as it was found";
pub const SET_ASIDE_NOTE: &str =
    "Something stored here by this page could not be read. It is kept untouched, and you can download it.";
pub const SET_ASIDE_WHY: &str = "A plan stored in this browser could not be read. It is kept untouched, and you can download it under “Your data”.";

pub const NOT_OPENED: &str = "The file was not opened, and nothing has changed.";
pub const BLOCKED: &str = "This browser does not let the page store anything";
pub const NEWER: &str =
    "The plan stored here was made by a newer version of this page, so it is left untouched.";
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
    format!("Every change also goes to {name}.")
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
            format!("The browser could not read it ({words}). Try to choose it again.")
        }
        FileRefusal::TooLarge { limit } => {
            format!("It is larger than {} kB, which no plan file is. Was it the right file?", limit / 1000)
        }
        FileRefusal::NotJson { line, column } => format!(
            "It is not a plan file: it stops being JSON at line {line}, column {column}. Choose a file whose name begins with waymark-plan."
        ),
        FileRefusal::CutOff => {
            "It is cut off: its end is missing. Download it again from where it came, or use another copy."
                .to_owned()
        }
        FileRefusal::Damaged => "It is damaged: its checksum does not fit. Use another copy.".to_owned(),
        FileRefusal::NotAPlan => {
            "It is JSON, but not a plan of this page. Choose a file whose name begins with waymark-plan."
                .to_owned()
        }
        FileRefusal::Newer { version } => format!(
            "It was made by a newer version of this page (form {version}). Open it with that version."
        ),
        FileRefusal::UnknownRoadmap(id) => {
            format!("It is a plan for the roadmap “{id}”, which this page does not have.")
        }
        FileRefusal::Invalid { pointer, fault } => {
            format!("Something in it cannot be: at {pointer}, {}.", self::fault(fault))
        }
    }
}

fn fault(fault: &FileFault) -> String {
    match fault {
        FileFault::Misfit(words) => words.clone(),
        FileFault::NoSuchVersion => "there is no such version".to_owned(),
        FileFault::OverADay => "a day has at most 24 hours, which are 1440 minutes".to_owned(),
        FileFault::MinutesOutOfRange { most } => format!("the minutes are not from 1 to {most}"),
        FileFault::EndsBeforeStart => "the dates end before they start".to_owned(),
        FileFault::NotAscending => "the date is not after the one before it in the list".to_owned(),
        FileFault::VisitZero => "visits are counted from 1".to_owned(),
        FileFault::NotOneOf(one, other) => format!("exactly one of `{one}` and `{other}` has to be given"),
        FileFault::EndedTwice => "it is both finished and skipped".to_owned(),
        FileFault::NothingMarked => "it is neither begun nor finished nor skipped".to_owned(),
        FileFault::TooMany { limit } => format!("there are more than {limit} entries"),
        FileFault::TooLong { limit } => format!("the text has more than {limit} characters"),
        FileFault::YearOutOfRange { first, last } => format!("the year is not from {first} to {last}"),
        FileFault::Repeated => "it repeats an earlier entry".to_owned(),
    }
}

/// Why something was not saved, as a part of a sentence.
pub fn save_failure(why: &SaveFailure) -> String {
    match why {
        SaveFailure::Storage(words) => words.clone(),
        SaveFailure::NotKept => "the browser’s storage did not keep what was written to it".to_owned(),
        SaveFailure::Newer => "a newer version of this page has saved something in its place".to_owned(),
        SaveFailure::TooLarge { limit } => format!("it is larger than {} kB", limit / 1000),
        SaveFailure::WouldNotOpen(FileRefusal::Invalid { pointer, fault }) => {
            format!("at {pointer}, {}", self::fault(fault))
        }
        SaveFailure::WouldNotOpen(_) => "this page could not open it again".to_owned(),
    }
}

/// Why nothing is saved in this session.
pub fn read_only(why: &ReadOnly) -> String {
    match why {
        ReadOnly::Blocked(words) => format!("{BLOCKED} ({words})."),
        ReadOnly::CannotSetAside { why, .. } => format!(
            "A plan stored here could not be read, nor could it be copied ({}), so it is left untouched.",
            save_failure(why)
        ),
        ReadOnly::Newer { .. } => {
            format!("{NEWER} Open it with that version.")
        }
        ReadOnly::OtherRoadmap(id) => {
            format!("The plan stored here is for another roadmap, “{id}”, so it is left untouched.")
        }
        ReadOnly::SafeStart => {
            format!("{SAFE_START} Reload this page to have it again.")
        }
    }
}

/// Why there is no second copy.
pub fn no_copy(why: &str) -> String {
    format!("There is no second copy in this browser ({why}).")
}

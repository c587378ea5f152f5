//! The browsers these tests know, and what each of them cannot do when driven.

use std::fmt;

/// One of the browsers a test runs in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Debian's Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by WebKitWebDriver, on a virtual display.
    WebKit,
}

/// What not every browser can do when it is driven. A test asks [`crate::Person::can`] and leaves that part out.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capability {
    /// Keeps what the page stored when the browser is ended and started again.
    ///
    /// A driven WebKitGTK keeps nothing on disk.
    KeepsStorage,
    /// Changes theme or motion under the open page.
    ///
    /// WebKitGTK reads them at its start, so there [`crate::Person::prefers`] starts the browser anew.
    ChangesPreferencesLive,
    /// Replaces the page's colours by the person's own, which WebKitGTK does not offer.
    ForcesColours,
    /// Shows the page with the style it has on paper, which WebKitGTK does only when it prints.
    ShowsPaper,
    /// Has a log of what the page did, with what went wrong while it was loading and requests that failed.
    ///
    /// A driven WebKitGTK has none: noticed there are answered requests, and from the end of loading on errors and
    /// all that the policy forbids.
    KeepsLog,
}

impl Engine {
    pub(crate) fn named(name: &str) -> Option<Self> {
        [Self::Chromium, Self::Firefox, Self::WebKit].into_iter().find(|engine| engine.to_string().eq(name))
    }

    pub(crate) fn can(self, capability: Capability) -> bool {
        match capability {
            Capability::KeepsStorage
            | Capability::ChangesPreferencesLive
            | Capability::ForcesColours
            | Capability::ShowsPaper
            | Capability::KeepsLog => self != Self::WebKit,
        }
    }
}

impl fmt::Display for Engine {
    fn fmt(&self, out: &mut fmt::Formatter<'_>) -> fmt::Result {
        out.write_str(match self {
            Self::Chromium => "chromium",
            Self::Firefox => "firefox",
            Self::WebKit => "webkit",
        })
    }
}

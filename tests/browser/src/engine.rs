//! The supported browsers, and what some of them cannot do under automation.

use std::fmt;

/// A browser that tests run in.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Engine {
    /// Debian's Chromium, by chromedriver.
    Chromium,
    /// Firefox, by geckodriver.
    Firefox,
    /// WebKitGTK's MiniBrowser, by WebKitWebDriver, on a virtual display.
    WebKit,
}

/// What not every browser can do under automation. A test asks [`crate::Person::can`] and skips that part.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Capability {
    /// Storage outlives a restart of the browser.
    ///
    /// Under automation WebKitGTK keeps nothing on disk.
    KeepsStorage,
    /// Theme and motion can change while a page is open.
    ///
    /// WebKitGTK reads them at its start, so there [`crate::Person::prefers`] restarts the browser.
    ChangesPreferencesLive,
    /// Forced colors, which WebKitGTK does not offer.
    ForcesColors,
    /// Print styles on the screen, which WebKitGTK applies only when it prints.
    ShowsPaper,
    /// A log of the page that includes errors while loading and failed requests.
    ///
    /// WebKitGTK has none: noticed there are requests with a response, and once the page has loaded, errors and
    /// violations of the policy.
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
            | Capability::ForcesColors
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

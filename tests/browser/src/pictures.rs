//! Screenshots of the page, for people to look at.

use std::fs;
use std::path::PathBuf;

use crate::{Capability, Person, Theme, environment};

/// Whether `WAYMARK_SHOTS` names a directory for screenshots.
pub fn pictures_are_wanted() -> bool {
    environment::pictures().is_some()
}

impl Person {
    /// Saves a screenshot of the whole page, from top to bottom, as `name-browser.png` in the directory of
    /// `WAYMARK_SHOTS`; does nothing if that is not set.
    pub async fn screenshot(&self, name: &str) {
        let Some(folder) = environment::pictures() else { return };
        let (width, height) = self.visit.size.get();
        let client = self.visit.client();
        let full = client.execute("return document.documentElement.scrollHeight", vec![]).await;
        let full = full.ok().and_then(|full| full.as_u64()).and_then(|full| u32::try_from(full).ok());
        let full = full.expect("the page has a height");
        self.visit.browser().resize(width, full.max(height)).await;
        let picture = client.screenshot().await.expect("the browser can take a picture");
        self.visit.browser().resize(width, height).await;
        keep(folder, &format!("{name}-{}.png", self.browser()), &picture);
    }

    /// A screenshot of what the window shows, as PNG.
    pub async fn window_shot(&self) -> Vec<u8> {
        self.visit.client().screenshot().await.expect("the browser can take a picture")
    }

    /// Saves screenshots of the current screen, 360, 768 and 1440 pixels wide, in light and dark, as
    /// `name-width-theme-browser.png`; in one theme where the browser cannot change it.
    pub async fn screens(&self, name: &str) {
        let before = (self.visit.preferences.get(), self.visit.size.get());
        let themes: &[Theme] = match self.can(Capability::ChangesPreferencesLive) {
            true => &[Theme::Light, Theme::Dark],
            false => &[before.0.theme],
        };
        for &theme in themes {
            if theme != self.visit.preferences.get().theme {
                self.prefers(theme).await;
            }
            for (width, height) in [(360, 740), (768, 1024), (1440, 900)] {
                self.window(width, height).await;
                let theme = format!("{theme:?}").to_lowercase();
                self.screenshot(&format!("{name}-{width}-{theme}")).await;
            }
        }
        if before.0.theme != self.visit.preferences.get().theme {
            self.prefers(before.0.theme).await;
        }
        self.window(before.1.0, before.1.1).await;
    }
}

fn keep(folder: PathBuf, name: &str, picture: &[u8]) {
    fs::create_dir_all(&folder).and_then(|()| fs::write(folder.join(name), picture)).unwrap_or_else(
        |problem| {
            panic!("cannot keep the picture {name} in {}: {problem}", folder.display());
        },
    );
}

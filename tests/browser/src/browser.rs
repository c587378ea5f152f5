//! A running browser: started, told the person's preferences, emptied for the next test, and ended.

use std::sync::Arc;
use std::time::Duration;

use fantoccini::Client;
use fantoccini::error::CmdError;
use serde_json::Value;

use crate::display::Display;
use crate::driver::Driver;
use crate::home::Home;
use crate::{Engine, chromium, firefox, webkit};

/// The color schemes that a system can prefer.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Theme {
    /// Dark text on a light background.
    #[default]
    Light,
    /// Light text on a dark background.
    Dark,
}

/// Settings of the system, which a page reads with media queries, and of the browser.
#[derive(Clone, Copy, Debug, Default)]
pub(crate) struct Preferences {
    pub(crate) theme: Theme,
    pub(crate) reduced_motion: bool,
    pub(crate) forced_colors: bool,
    pub(crate) on_paper: bool,
    pub(crate) storage_blocked: bool,
    /// Chromium records the tasks of each page's main thread, which makes everything slower. Not a setting of any learner.
    pub(crate) tasks_noted: bool,
}

pub(crate) struct Browser {
    pub(crate) engine: Engine,
    pub(crate) client: Client,
    started_with: Preferences,
    // Dropped in this order: the driver (which ends the browser), its display, its profile.
    driver: Driver,
    _display: Option<Display>,
    pub(crate) home: Arc<Home>,
}

impl Browser {
    pub(crate) async fn start(engine: Engine, home: Arc<Home>, preferences: Preferences) -> Self {
        let display = (engine == Engine::WebKit).then(Display::start);
        let driver = Driver::start(|port| match &display {
            Some(display) => webkit::driver(port, &home, display),
            None if engine == Engine::Firefox => firefox::driver(port),
            None => chromium::driver(port),
        })
        .await;
        let capabilities = match engine {
            Engine::Chromium => chromium::capabilities(&home, preferences),
            Engine::Firefox => firefox::capabilities(&home, preferences),
            Engine::WebKit => webkit::capabilities(&home, preferences),
        };
        let capabilities = capabilities.into_iter().collect();
        let client = driver.connect(capabilities).await;
        if engine == Engine::Firefox {
            firefox::watch_requests(&client).await;
        }
        let browser = Self { engine, client, started_with: preferences, driver, _display: display, home };
        browser.apply(preferences).await;
        browser
    }

    /// Applies preferences to the running browser; WebKit takes them only at its start.
    pub(crate) async fn apply(&self, preferences: Preferences) {
        match self.engine {
            Engine::Chromium => chromium::apply(&self.client, preferences).await,
            Engine::Firefox => firefox::apply(&self.client, preferences).await,
            Engine::WebKit => {}
        }
    }

    /// Sets the size of the viewport, in CSS pixels.
    pub(crate) async fn resize(&self, width: u32, height: u32) {
        match self.engine {
            Engine::Chromium => chromium::resize(&self.client, width, height).await,
            Engine::Firefox => firefox::resize(&self.client, width, height).await,
            Engine::WebKit => webkit::resize(&self.client, width, height).await,
        }
        for _ in 0..100 {
            let room = self.client.execute("return [innerWidth, innerHeight]", vec![]).await;
            if room.is_ok_and(|room| room == Value::from(vec![width, height])) {
                return;
            }
            tokio::time::sleep(Duration::from_millis(20)).await;
        }
        panic!("{} did not give the page {width} by {height} pixels", self.engine);
    }

    /// Whether another test can use this browser. WebKitGTK is driven in one ephemeral session from its start to its end.
    pub(crate) fn can_be_reused(&self) -> bool {
        let Preferences { storage_blocked, tasks_noted, .. } = self.started_with;
        // Chromium clears its storage in its own time: what the next test stores can be lost with it.
        self.engine == Engine::Firefox && !storage_blocked && !tasks_noted
    }

    /// Leaves one empty window, empty storage and empty logs, as after a start with a new profile.
    pub(crate) async fn reset(&self) -> Result<(), CmdError> {
        let used = self.client.windows().await?;
        // A tab where there are tabs: the observers in Firefox belong to one browser window.
        let fresh = self.client.new_window(true).await?;
        for window in used {
            self.client.switch_to_window(window).await?;
            self.client.close_window().await?;
        }
        self.client.switch_to_window(fresh.handle).await?;
        match self.engine {
            Engine::Firefox => firefox::clear_storage(&self.client).await,
            Engine::Chromium | Engine::WebKit => {}
        }
        self.apply(Preferences::default()).await;
        self.log().await;
        self.home.clear_downloads();
        Ok(())
    }

    /// Requests and errors in the browser's own log since the last call.
    pub(crate) async fn log(&self) -> Vec<String> {
        match self.engine {
            Engine::Chromium => chromium::log(&self.client).await,
            Engine::Firefox => firefox::log(&self.client).await,
            Engine::WebKit => vec![],
        }
    }

    /// Kills the browser: it flushes nothing to disk.
    pub(crate) fn kill(&self) {
        self.driver.kill();
    }

    /// Quits the browser, so that it flushes its profile to disk.
    pub(crate) async fn end(&self) {
        // A browser that no longer answers ends with its driver.
        let _ = tokio::time::timeout(Duration::from_secs(15), self.client.clone().close()).await;
    }
}

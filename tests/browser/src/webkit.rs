//! Starts WebKitGTK's MiniBrowser, which is configured through GTK's settings.

use std::fs;
use std::path::PathBuf;
use std::process::Command;
use std::time::Duration;

use fantoccini::Client;
use serde_json::{Map, Value, json};

use crate::Theme;
use crate::browser::Preferences;
use crate::display::Display;
use crate::home::Home;

pub(crate) fn driver(port: u16, home: &Home, display: &Display) -> Command {
    let mut command = Command::new("WebKitWebDriver");
    command
        .args(["--host=127.0.0.1".into(), format!("--port={port}")])
        .env("DISPLAY", display.name())
        .env_remove("WAYLAND_DISPLAY")
        .env("GDK_BACKEND", "x11")
        .env("HOME", home.path())
        .env("XDG_CONFIG_HOME", home.settings())
        .env("XDG_DATA_HOME", home.profile())
        .env("XDG_CACHE_HOME", home.profile())
        // Keeps it apart from other tests' browsers and from the desktop.
        .env("DBUS_SESSION_BUS_ADDRESS", "disabled:")
        .env("NO_AT_BRIDGE", "1")
        // The page plays no media, and with a new profile each start would scan all of GStreamer's plugins.
        .env("GST_PLUGIN_SYSTEM_PATH_1_0", "");
    command
}

pub(crate) fn capabilities(home: &Home, preferences: Preferences) -> Map<String, Value> {
    write_settings(home, preferences);
    let mut arguments = vec!["--automation"];
    if preferences.theme == Theme::Dark {
        arguments.push("--dark-mode");
    }
    if preferences.storage_blocked {
        arguments.push("--enable-html5-local-storage=FALSE");
    }
    let Value::Object(capabilities) = json!({
        "webkitgtk:browserOptions": { "binary": minibrowser(), "args": arguments },
    }) else {
        unreachable!("the literal above is an object")
    };
    capabilities
}

fn write_settings(home: &Home, preferences: Preferences) {
    let toolkit = home.settings().join("gtk-3.0");
    fs::create_dir_all(&toolkit).expect("a folder in the home of the test");
    let animations = u8::from(!preferences.reduced_motion);
    let settings = format!("[Settings]\ngtk-enable-animations={animations}\n");
    // Otherwise its toolbar keeps the window wider than the narrowest screen under test.
    let style = "* { padding: 0; margin: 0; min-width: 0; border-width: 0; font-size: 1px; }\n";
    let folders = format!("XDG_DOWNLOAD_DIR=\"{}\"\n", home.downloads().display());
    for (path, text) in [
        (toolkit.join("settings.ini"), settings.as_str()),
        (toolkit.join("gtk.css"), style),
        (home.settings().join("user-dirs.dirs"), folders.as_str()),
    ] {
        fs::write(path, text).expect("a file in the home of the test");
    }
}

/// MiniBrowser is installed beside the library, in a directory named after architecture and version.
fn minibrowser() -> PathBuf {
    let folders =
        |path: PathBuf| fs::read_dir(path).into_iter().flatten().flatten().map(|entry| entry.path());
    folders(PathBuf::from("/usr/lib"))
        .chain(folders(PathBuf::from("/usr/libexec")))
        .flat_map(|folder| folders(folder.clone()).chain([folder]))
        .filter(|folder| {
            folder.file_name().is_some_and(|name| name.to_string_lossy().starts_with("webkit2gtk-4."))
        })
        .map(|folder| folder.join("MiniBrowser"))
        .find(|program| program.is_file())
        .expect("WebKitGTK's MiniBrowser is not installed: run `cargo xtask test`")
}

/// The window is larger than the viewport by MiniBrowser's toolbar. Neither size changes at once, so both are read
/// until they fit.
pub(crate) async fn resize(client: &Client, width: u32, height: u32) {
    for _ in 0..50 {
        let room =
            client.execute("return [innerWidth, innerHeight]", vec![]).await.expect("the page has a size");
        let (inner_width, inner_height): (u32, u32) =
            serde_json::from_value(room).expect("two whole numbers");
        if (inner_width, inner_height) == (width, height) {
            return;
        }
        let (_, window_height) = client.get_window_size().await.expect("the window has a size");
        let bar = u32::try_from(window_height).expect("no window is that high").saturating_sub(inner_height);
        client.set_window_rect(0, 0, width, height + bar).await.expect("the window can be resized");
        tokio::time::sleep(Duration::from_millis(20)).await;
    }
}

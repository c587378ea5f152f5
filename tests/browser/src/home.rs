//! The directories of one browser: profile, settings, and downloads.

use std::path::{Path, PathBuf};
use std::time::Duration;
use std::{fs, thread};

use tempfile::TempDir;

use crate::processes;

/// A downloaded file.
#[derive(Debug)]
pub struct Download {
    /// The file name that the page suggested.
    pub name: String,
    /// Its content.
    pub bytes: Vec<u8>,
}

pub(crate) struct Home {
    folder: TempDir,
}

impl Home {
    pub(crate) fn new() -> Self {
        let folder = tempfile::Builder::new().prefix("browser-test-").tempdir().expect("a temporary folder");
        let home = Self { folder };
        for inner in [home.profile(), home.downloads(), home.settings()] {
            fs::create_dir(&inner).expect("a folder in a new folder");
        }
        home
    }

    pub(crate) fn path(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn profile(&self) -> PathBuf {
        self.path().join("profile")
    }

    pub(crate) fn downloads(&self) -> PathBuf {
        self.path().join("downloads")
    }

    pub(crate) fn settings(&self) -> PathBuf {
        self.path().join("settings")
    }

    /// Removes downloads that no test took.
    pub(crate) fn clear_downloads(&self) {
        fs::remove_dir_all(self.downloads()).expect("the folder of downloads can be removed");
        fs::create_dir(self.downloads()).expect("a folder that was just removed");
    }

    /// Takes one finished download out of the directory, so that the next call waits for the next one.
    pub(crate) fn take_download(&self) -> Option<Download> {
        let names: Vec<String> = fs::read_dir(self.downloads())
            .expect("the folder of downloads is there")
            .map(|entry| entry.expect("an entry of a folder").file_name().to_string_lossy().into_owned())
            .collect();
        let under_way = |name: &String| {
            name.starts_with('.')
                || [".part", ".crdownload", ".wkdownload"].iter().any(|end| name.ends_with(end))
        };
        if names.iter().any(under_way) {
            return None;
        }
        let name = names.into_iter().next()?;
        let path = self.downloads().join(&name);
        if processes::have_open(&path) {
            return None;
        }
        // Firefox creates an empty file before it writes to one of another name.
        let bytes = fs::read(&path).ok().filter(|bytes| !bytes.is_empty())?;
        fs::remove_file(path).expect("a file that was just read");
        Some(Download { name, bytes })
    }
}

impl Drop for Home {
    /// A process of the browser may still be writing, and then a directory cannot be removed yet.
    fn drop(&mut self) {
        for _ in 0..100 {
            if fs::remove_dir_all(self.path()).is_ok() || !self.path().exists() {
                return;
            }
            thread::sleep(Duration::from_millis(20));
        }
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use super::*;

    #[test]
    fn a_download_is_taken_once_it_is_written_to_its_end() {
        let home = Home::new();
        let mut file = fs::File::create(home.downloads().join("plan.json")).unwrap();
        file.write_all(b"half of ").unwrap();
        assert!(home.take_download().is_none(), "the browser still has it open");
        file.write_all(b"it").unwrap();
        drop(file);
        assert_eq!(home.take_download().unwrap().bytes, b"half of it");
    }
}

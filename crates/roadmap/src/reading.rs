//! Reading the JSON of roadmaps and their content.

use serde_json::Deserializer;

use crate::{Content, RoadmapFile};

/// Why JSON is not in the form, and where.
pub type Misfit = serde_path_to_error::Error<serde_json::Error>;

// One kind of deserializer for both, so that the page holds the code of the form once.

impl RoadmapFile {
    /// Reads a roadmap as written, in version 1 or 2 of the form.
    ///
    /// # Errors
    ///
    /// The first place that does not fit the form. What the roadmap says is checked by [`Roadmap::new`](crate::Roadmap::new).
    pub fn from_json(json: &str) -> Result<Self, Misfit> {
        serde_path_to_error::deserialize(&mut Deserializer::from_str(json))
    }
}

impl Content {
    /// Reads learning content.
    ///
    /// # Errors
    ///
    /// As for [`RoadmapFile::from_json`].
    pub fn from_json(json: &str) -> Result<Self, Misfit> {
        serde_path_to_error::deserialize(&mut Deserializer::from_str(json))
    }
}

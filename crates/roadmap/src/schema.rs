//! The JSON Schema of a roadmap.

use schemars::generate::SchemaSettings;

use crate::RoadmapFile;

/// The JSON Schema of [`RoadmapFile`], for editors of roadmaps.
pub fn roadmap_schema() -> String {
    let schema = SchemaSettings::draft2020_12().into_generator().into_root_schema_for::<RoadmapFile>();
    serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n"
}

//! The JSON Schemas of what other programs read and write, made from the types themselves.

use schemars::generate::SchemaSettings;
use schemars::{JsonSchema, generate::Contract};

use super::plan_file::WrittenPlanFile;
use crate::planner::roadmap::RoadmapFile;

/// The schema of a roadmap, for those who write one.
pub fn roadmap_schema() -> String {
    schema::<RoadmapFile>(Contract::Deserialize)
}

/// The schema of an exported plan, for those who read one.
pub fn plan_schema() -> String {
    schema::<WrittenPlanFile>(Contract::Serialize)
}

fn schema<T: JsonSchema>(contract: Contract) -> String {
    let mut settings = SchemaSettings::draft2020_12();
    settings.contract = contract;
    let schema = settings.into_generator().into_root_schema_for::<T>();
    serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n"
}

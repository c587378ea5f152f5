//! The JSON Schema of a plan file, made from the types themselves.

use schemars::generate::{Contract, SchemaSettings};

use super::plan_file::WrittenPlanFile;

/// The schema of an exported plan, for those who read one.
pub fn plan_schema() -> String {
    let mut settings = SchemaSettings::draft2020_12();
    settings.contract = Contract::Serialize;
    let schema = settings.into_generator().into_root_schema_for::<WrittenPlanFile>();
    serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n"
}

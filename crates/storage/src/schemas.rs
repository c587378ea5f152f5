//! The JSON Schema of a plan file, generated from the types.

use schemars::generate::{Contract, SchemaSettings};

use crate::plan_file::WrittenPlanFile;

/// The schema of an exported plan, for programs that read one.
pub fn plan_schema() -> String {
    let mut settings = SchemaSettings::draft2020_12();
    settings.contract = Contract::Serialize;
    let schema = settings.into_generator().into_root_schema_for::<WrittenPlanFile>();
    serde_json::to_string_pretty(&schema).expect("a schema is JSON") + "\n"
}

//! The JSON Schemas in the repository match the types.

use roadmap::roadmap_schema;
use storage::plan_schema;
use testkit::golden;

#[test]
fn the_roadmap_schema_matches_the_types() {
    golden::check("static/roadmaps/roadmap.schema.json", &roadmap_schema());
}

#[test]
fn the_plan_file_schema_matches_the_types() {
    golden::check("static/plan.schema.json", &plan_schema());
}

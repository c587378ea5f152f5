//! The JSON Schemas in the repository are those of the types.

use roadmap::roadmap_schema;
use storage::plan_schema;
use testkit::golden;

#[test]
fn the_schema_of_roadmaps_is_that_of_the_types() {
    golden::check("static/roadmaps/roadmap.schema.json", &roadmap_schema());
}

#[test]
fn the_schema_of_plan_files_is_that_of_the_types() {
    golden::check("static/plan.schema.json", &plan_schema());
}

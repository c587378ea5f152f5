//! The JSON Schemas in the repository are those of the types.

mod golden;

use waymark::storage::{plan_schema, roadmap_schema};

#[test]
fn the_schema_of_roadmaps_is_that_of_the_types() {
    golden::check("static/roadmaps/roadmap.schema.json", &roadmap_schema());
}

#[test]
fn the_schema_of_plan_files_is_that_of_the_types() {
    golden::check("static/plan.schema.json", &plan_schema());
}

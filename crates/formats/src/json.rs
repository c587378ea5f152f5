//! What is wrong with a JSON text.

/// serde_json's message without the line and column that it ends in.
pub fn json_problem(error: &serde_json::Error) -> String {
    let message = error.to_string();
    let place = format!(" at line {} column {}", error.line(), error.column());
    message.strip_suffix(&place).unwrap_or(&message).to_owned()
}

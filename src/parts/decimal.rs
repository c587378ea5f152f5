//! Numbers in drawings.

/// A number with three decimals, as drawings have them. The library's way to write numbers is exact for any of them, and
/// would be as large in the program as a whole screen.
pub fn decimal(number: f64) -> String {
    let thousandths = (number * 1000.0).round() as i64;
    let sign = if thousandths < 0 { "-" } else { "" };
    let thousandths = thousandths.unsigned_abs();
    format!("{sign}{}.{:03}", thousandths / 1000, thousandths % 1000)
}

#[cfg(test)]
mod tests {
    use super::decimal;

    #[test]
    fn three_decimals_are_written() {
        assert_eq!(decimal(12.3456), "12.346");
        assert_eq!(decimal(-0.05), "-0.050");
        assert_eq!(decimal(100.0), "100.000");
        assert_eq!(decimal(-0.0001), "0.000");
    }
}

//! The tables of what the page does with maps, beside Mermaid.

use anyhow::{Context, Result};

use super::columns;
use super::table::said;

/// So many times faster than Mermaid the page is to be: from an address to the eye, and drawing beside Mermaid's first time.
const OPENING: f64 = 5.0;
const DRAWING: f64 = 20.0;
/// No task of the page may last longer while a map moves, in milliseconds: there are 60 frames in a second.
const FRAME: f64 = 16.7;

/// Prints what `benches/map` has timed.
pub fn print(lines: &[String]) -> Result<()> {
    let (beside, rest) = lines.split_at_checked(3).context("the map was not timed beside Mermaid")?;
    let (large, movements) = rest.split_first().context("the map of 1,000 nodes was not timed")?;
    println!(
        "\nThe Python roadmap drawn until it is seen, the median and the least of some times, in milliseconds.\n"
    );
    println!("{:<28} {:>15} {:>15} {:>7}", "", "Mermaid", "the page", "ratio");
    let mut medians = Vec::new();
    for line in beside {
        let [name, theirs, least, ours, our_least] = columns(line)?;
        let [theirs, least, ours, our_least] = numbers([theirs, least, ours, our_least])?;
        let cells = [format!("{theirs:.0} ({least:.0})"), format!("{ours:.0} ({our_least:.0})")];
        println!("{name:<28} {:>15} {:>15} {:>7.1}", cells[0], cells[1], theirs / ours);
        medians.push((theirs, ours));
    }
    let [name, median, least] = columns(large)?;
    let [median, least] = numbers([median, least])?;
    println!("{name:<28} {:>15} {:>15}", "", format!("{median:.0} ({least:.0})"));
    println!(
        "\nMoved in some runs. Longest task: by the clock, in the run where it was shortest; other programs can only add to it.\n\
         Computed: the most that the processor worked for one task in any run.\n"
    );
    println!(
        "{:<28} {:>10} {:>14} {:>14} {:>14}",
        "1,000 nodes", "frames/s", "longest wait", "longest task", "computed"
    );
    let mut longest = 0.0_f64;
    for line in movements {
        let [name, rate, wait, task, computed] = columns(line)?;
        let [rate, wait, task, computed] = numbers([rate, wait, task, computed])?;
        println!("{name:<28} {rate:>10.1} {wait:>11.1} ms {task:>11.1} ms {computed:>11.1} ms");
        longest = longest.max(task).max(computed);
    }
    println!();
    if let [opening, first, later] = medians[..] {
        said(&format!("opening {OPENING} times faster than Mermaid"), opening.0 >= OPENING * opening.1);
        let drawn = first.0 >= DRAWING * later.1;
        said(&format!("a map drawn again {DRAWING} times faster than Mermaid's first"), drawn);
    }
    said(&format!("no task longer than {FRAME} ms while a map moves"), longest <= FRAME);
    Ok(())
}

fn numbers<const COUNT: usize>(texts: [&str; COUNT]) -> Result<[f64; COUNT]> {
    let numbers: Result<Vec<f64>, _> = texts.iter().map(|text| text.parse()).collect();
    Ok(numbers?.try_into().expect("there are as many numbers as texts"))
}

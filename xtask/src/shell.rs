//! The page around its scripts: the template, the style, and a policy that allows exactly what the page holds.

use anyhow::{Context, Result, ensure};
use base64::{Engine, engine::general_purpose::STANDARD as BASE64};
use sha2::{Digest, Sha256};

// Each of these begins a line of index.html that the packer replaces. The links are also what Trunk reads.
const POLICY: &str = "<!-- content security policy -->";
const SHEET: &str = "<link data-trunk rel=\"css\" href=\"";
const FIRST: &str = "<!-- first script -->";
const PROGRAM: &str = "<link data-trunk rel=\"rust\"";

/// A byte order mark tells browsers that the page is UTF-8, even where a server's header says otherwise.
const BYTE_ORDER_MARK: char = '\u{feff}';

/// index.html, cut where the packer inserts something.
pub struct Template {
    up_to_policy: String,
    up_to_style: String,
    up_to_first: String,
    up_to_main: String,
    end: String,
    /// The style sheets in their order.
    pub sheets: Vec<String>,
}

impl Template {
    pub fn of(text: &str) -> Result<Self> {
        let (up_to_policy, _, rest) = cut(text, POLICY)?;
        let (up_to_style, mut href, mut rest) = cut(rest, SHEET)?;
        let mut sheets = vec![];
        loop {
            sheets.push(href.split('"').next().unwrap_or_default().to_owned());
            match cut(rest, SHEET) {
                Ok((between, next, after)) if between.trim().is_empty() => (href, rest) = (next, after),
                _ => break,
            }
        }
        let (up_to_first, _, rest) = cut(rest, FIRST)?;
        let (up_to_main, _, end) = cut(rest, PROGRAM)?;
        let pieces = [up_to_policy, up_to_style, up_to_first, up_to_main, end];
        if let Some(line) =
            pieces.iter().flat_map(|text| text.lines()).find(|line| line.contains("data-trunk"))
        {
            anyhow::bail!("index.html: the packer does not know the line `{line}`, or not in this place");
        }
        let [up_to_policy, up_to_style, up_to_first, up_to_main, end] = pieces.map(str::to_owned);
        Ok(Self { up_to_policy, up_to_style, up_to_first, up_to_main, end, sheets })
    }
}

/// What stands before a marker, in the rest of its line, and after that line.
fn cut<'a>(text: &'a str, marker: &str) -> Result<(&'a str, &'a str, &'a str)> {
    let (before, rest) = text
        .split_once(marker)
        .with_context(|| format!("index.html has no line with `{marker}`, or has it in another order"))?;
    let (line, after) = rest.split_once('\n').unwrap_or((rest, ""));
    Ok((before, line, after))
}

/// All of the page but its policy and its two scripts.
pub struct Shell {
    template: Template,
    style: String,
}

impl Shell {
    pub fn new(template: Template, style: String) -> Self {
        Self { template, style }
    }

    pub fn style(&self) -> &str {
        &self.style
    }

    /// The template's texts for `static/page_copy.js`, as an argument for the main script.
    pub fn as_json(&self) -> Result<String> {
        let Template { up_to_policy, up_to_style, up_to_first, up_to_main, end, sheets: _ } = &self.template;
        let texts = serde_json::json!({
            "upToPolicy": format!("{BYTE_ORDER_MARK}{up_to_policy}"),
            "upToStyle": up_to_style,
            "upToFirst": up_to_first,
            "upToMain": up_to_main,
            "end": end,
        });
        Ok(serde_json::to_string(&texts)?)
    }

    /// The page with these scripts, program and learning content in base64, and a policy that allows only the scripts, the style, and
    /// pictures and fonts within them.
    pub fn filled(&self, first: &str, main: &str, program: &str, content: &str) -> Result<String> {
        let Self { template, style } = self;
        // In a script, `<!--` can make the browser skip the script's end.
        for ending in ["</style", "</script", "<!--"] {
            let found = [style, first, main].iter().any(|text| text.to_ascii_lowercase().contains(ending));
            ensure!(
                !found,
                "`{ending}` in a style sheet or script would end it too early: write it another way"
            );
        }
        let Template { up_to_policy, up_to_style, up_to_first, up_to_main, end, sheets: _ } = template;
        let policy = policy(style, first, main);
        let blocks: String = blocks(program)
            .map(|block| format!("<script type=\"application/gzip\">{block}</script>\n"))
            .collect();
        Ok(format!(
            "{BYTE_ORDER_MARK}{up_to_policy}{policy}\n\
             {up_to_style}<style id=\"style\">{style}</style>\n\
             {up_to_first}<script>{first}</script>\n\
             {up_to_main}<script>{main}</script>\n\
             {blocks}<script type=\"application/gzip\" id=\"learning-content\">{content}</script>\n{end}"
        ))
    }
}

/// The program in blocks that `static/loader.js` decodes each on its own, as soon as the browser has read it.
fn blocks(program: &str) -> impl Iterator<Item = &str> {
    // Base64 can be cut at any multiple of four characters.
    const LENGTH: usize = 1 << 16;
    (0..program.len()).step_by(LENGTH).map(|at| &program[at..program.len().min(at + LENGTH)])
}

fn policy(style: &str, first: &str, main: &str) -> String {
    format!(
        "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         script-src 'sha256-{}' 'sha256-{}' 'wasm-unsafe-eval'; style-src 'sha256-{}'; img-src data:; \
         font-src data:; connect-src 'none'; base-uri 'none'; form-action 'none'; \
         require-trusted-types-for 'script'; trusted-types 'none'\">",
        hash(first),
        hash(main),
        hash(style)
    )
}

fn hash(text: &str) -> String {
    BASE64.encode(Sha256::digest(text))
}

#[cfg(test)]
mod tests {
    use super::*;

    const TEMPLATE: &str = "\
<head>
  <!-- content security policy -->
  <title>Page</title>
  <link data-trunk rel=\"css\" href=\"a.css\">
  <link data-trunk rel=\"css\" href=\"parts/b.css\">
</head>
<body>
  <!-- first script -->
  <link data-trunk rel=\"rust\" data-bin=\"waymark\">
</body>
";

    fn shell() -> Shell {
        Shell::new(Template::of(TEMPLATE).expect("it is whole"), "p { color: red }\n".to_owned())
    }

    #[test]
    fn the_page_is_the_template_with_its_places_filled() {
        let page = shell().filled("first();", "main();", "AAAA", "BBBB").expect("it packs");
        let (before, rest) = page.split_once("<meta").expect("the policy is there");
        let (_, after) = rest.split_once('\n').expect("the policy has a line of its own");
        assert_eq!(before, "\u{feff}<head>\n  ");
        assert_eq!(
            after,
            "  <title>Page</title>\n  <style id=\"style\">p { color: red }\n</style>\n</head>\n<body>\n  \
             <script>first();</script>\n  <script>main();</script>\n<script type=\"application/gzip\">AAAA</script>\n\
             <script type=\"application/gzip\" id=\"learning-content\">BBBB</script>\n</body>\n"
        );
    }

    #[test]
    fn a_large_program_is_cut_where_base64_can_be() {
        let program = BASE64.encode(vec![7; 100_000]);
        let blocks: Vec<&str> = blocks(&program).collect();
        assert!(blocks.len() > 1);
        let bytes = blocks.iter().flat_map(|block| BASE64.decode(block).expect("each is base64 by itself"));
        assert!(bytes.eq([7; 100_000]));
    }

    #[test]
    fn style_sheets_keep_their_order() {
        assert_eq!(Template::of(TEMPLATE).expect("it is whole").sheets, ["a.css", "parts/b.css"]);
    }

    #[test]
    fn a_missing_place_is_named() {
        for place in [POLICY, SHEET, FIRST, PROGRAM] {
            let lines = TEMPLATE.lines().filter(|line| !line.contains(place));
            let problem = Template::of(&lines.collect::<Vec<_>>().join("\n")).err();
            let problem = problem.expect("a place is missing").to_string();
            assert!(problem.contains(place), "{problem}");
        }
    }

    #[test]
    fn a_line_that_only_trunk_would_understand_is_refused() {
        for line in [
            "<link data-trunk rel=\"copy-file\" href=\"x\">",
            "<link data-trunk rel=\"css\" href=\"late.css\">",
        ] {
            let problem =
                Template::of(&format!("{TEMPLATE}{line}\n")).err().expect("the packer cannot do this");
            assert!(problem.to_string().contains(line), "{problem}");
        }
    }

    #[test]
    fn text_that_would_end_its_element_is_refused() {
        assert!(shell().filled("first();", "let s = \"</SCRIPT>\";", "", "").is_err());
        assert!(shell().filled("let s = \"</script>\";", "main();", "", "").is_err());
        assert!(shell().filled("first();", "let s = \"<!--\";", "", "").is_err());
        let template = Template::of(TEMPLATE).expect("it is whole");
        assert!(
            Shell::new(template, "/* </style> */".to_owned()).filled("first();", "main();", "", "").is_err()
        );
    }
}

//! What holds on every screen, in both languages. A rule is a function that gives back what is wrong; it is called
//! with every screen, and once with a piece of HTML that breaks it.

use crate::html::Element;
use crate::phone::{every_screen, Screen};
use crate::source::{files, read, Source};
use phlov::page::{Locale, Page, Route};
use std::collections::BTreeSet;
use std::sync::OnceLock;

/// Makes a test of each rule: it holds on every screen, and it sees each of these slips.
macro_rules! rules {
    ($($rule:ident: $($broken:expr),+;)+) => {
        mod holds {
            $(#[test]
            fn $rule() {
                super::every_screen(super::$rule);
                for broken in [$($broken),+] {
                    for locale in super::Locale::ALL {
                        let screen = super::Screen::new("/broken".into(), locale, broken.replace("LANG", locale.other().code()));
                        let wrong = super::$rule(&screen);
                        assert!(!wrong.is_empty(), "{broken} should break this rule");
                    }
                }
            })+
        }
    };
}

rules! {
    one_title_and_the_focus_can_go_there: "<h2>x</h2>", "<h1 id=\"title\">x</h1>", "<h1 id=\"title\" tabindex=\"-1\"> </h1>",
        "<h1 id=\"title\" tabindex=\"-1\">x</h1><h1>y</h1>";
    headings_go_down_one_by_one: "<h1>a</h1><h3>b</h3>", "<h1>a</h1><h2></h2>";
    the_parts_around_every_screen: "<main></main>", "<header></header><main></main>",
        "<header></header><main></main><nav class=\"tabs\"><a aria-current=\"page\"></a><a aria-current=\"true\"></a></nav>";
    no_other_language: "<p>ប្រើ</p><p>Save a copy</p>", "<a aria-label=\"ប្រើ\"></a><a aria-label=\"Settings\"></a>",
        "<p>ប្រើ “Question 1 of 3”</p>";
    the_other_language_is_named_in_itself: "<p></p>", "<button id=\"language\">x</button>";
    links_lead_somewhere: "<a>x</a>", "<a href=\"#nowhere\">x</a>", "<a href=\"/km/nope\">x</a>", "<a href=\"/LANG/find\">x</a>",
        "<a href=\"https://a.org\" target=\"_blank\">x</a>", "<a href=\"https://a.org\" rel=\"noopener\">x</a>",
        "<a href=\"javascript:x\">x</a>", "<a href=\"tel:ask\">x</a>", "<a href=\"mailto:x\">x</a>", "<a href=\"www.a.org\">x</a>";
    whatever_can_be_tapped_has_a_name: "<a href=\"/\"></a>", "<button type=\"button\"> </button>", "<button>x</button>", "<input>",
        "<label></label><textarea></textarea>", "<fieldset><p>x</p></fieldset>", "<progress></progress>",
        "<a href=\"/\">x<button type=\"button\">y</button></a>";
    ids_stand_once_and_are_found: "<p id=\"a\"></p><p id=\"a\"></p>", "<p aria-labelledby=\"b\"></p>";
    nothing_is_styled_or_scripted_in_place: "<p style=\"color:red\"></p>", "<p onclick=\"x\"></p>", "<script></script>",
        "<a href=\" JavaScript:x\"></a>";
    folds_are_well_made: "<details><p>x</p></details>", "<details><p>x</p><summary>y</summary></details>", "<summary>x</summary>",
        "<div><li>x</li></div>", "<ul><p>x</p></ul>", "<p><span><ul></ul></span></p>";
    pictures_are_drawn_and_hidden_from_readers: "<svg aria-hidden=\"true\"><path d=\"\"></path></svg>", "<svg></svg>";
    screens_are_not_endless: "x".repeat(250_001).as_str();
}

fn one_title_and_the_focus_can_go_there(screen: &Screen) -> Vec<String> {
    let titles = screen.page.named("h1");
    match titles[..] {
        [title]
            if title.attr("id") == Some("title") && title.attr("tabindex") == Some("-1") && !title.text().trim().is_empty() =>
        {
            Vec::new()
        }
        _ => vec![format!("{} h1, {:?}", titles.len(), titles.first().map(|title| &title.attrs))],
    }
}

fn headings_go_down_one_by_one(screen: &Screen) -> Vec<String> {
    let level = |element: &Element| element.tag.strip_prefix('h').and_then(|n| n.parse::<u8>().ok());
    let levels: Vec<u8> = screen.page.all().into_iter().filter_map(level).collect();
    let jumps = levels.windows(2).filter(|pair| pair[1] > pair[0] + 1).map(|pair| format!("h{} after h{}", pair[1], pair[0]));
    let empty = screen.page.all().into_iter().filter(|e| level(e).is_some() && e.text().trim().is_empty());
    jumps.chain(empty.map(|e| format!("an empty {}", e.tag))).collect()
}

fn the_parts_around_every_screen(screen: &Screen) -> Vec<String> {
    let page = &screen.page;
    let mut wrong = Vec::new();
    for (tag, count) in [("header", 1), ("main", 1)] {
        if page.named(tag).len() != count {
            wrong.push(format!("{} {tag}", page.named(tag).len()));
        }
    }
    let here = page.named("nav").into_iter().find(|nav| nav.attr("class") == Some("tabs")).map(|nav| nav.named("a"));
    let here: Vec<&Element> = here.unwrap_or_default().into_iter().filter(|a| a.attr("aria-current").is_some()).collect();
    if here.len() != 1 {
        wrong.push(format!("{} tabs are the present one", here.len()));
    }
    wrong
}

// ── languages ──

fn is_khmer_letter(c: char) -> bool {
    matches!(c, '\u{1780}'..='\u{17d3}' | '\u{17d7}'..='\u{17dd}')
}

/// On English pages no Khmer, on Khmer pages nothing of the interface's English.
fn no_other_language(screen: &Screen) -> Vec<String> {
    [english_pages_hold_no_khmer(screen), khmer_pages_hold_no_english_of_the_interface(screen)].concat()
}

fn english_pages_hold_no_khmer(screen: &Screen) -> Vec<String> {
    let mut wrong = Vec::new();
    if screen.locale == Locale::En {
        screen.page.said("en", &mut |words, lang| {
            if lang != "km" && words.chars().any(is_khmer_letter) {
                wrong.push(format!("Khmer without lang=\"km\": {words}"));
            }
        });
    }
    wrong
}

/// Every English word and sentence of the interface, as it stands in the catalogues.
fn english() -> BTreeSet<String> {
    let mut all = BTreeSet::new();
    // Provinces stand in the names of newspapers too.
    for path in files("src/i18n", ".rs").into_iter().filter(|path| !path.ends_with("/area.rs")) {
        // Areas hold both languages in one file, the English behind the Khmer.
        let text = read(&path);
        let text = if path.ends_with("/en.rs") { &*text } else { text.split_once("pub const EN:").map_or("", |(_, text)| text) };
        let source = Source::new(path, text.to_owned());
        // Of a sentence with places to fill in, the pieces between them, with their spaces.
        let pieces = source.strings.iter().flat_map(|(_, said)| said.split(['{', '}']).step_by(2)).map(str::to_owned);
        all.extend(pieces.filter(|piece| piece.chars().filter(char::is_ascii_alphabetic).count() >= 3));
    }
    // Names of apps are the same everywhere.
    for name in ["Telegram", "WhatsApp", "Messenger"] {
        all.remove(name);
    }
    all
}

fn khmer_pages_hold_no_english_of_the_interface(screen: &Screen) -> Vec<String> {
    static ENGLISH: OnceLock<BTreeSet<String>> = OnceLock::new();
    let english = ENGLISH.get_or_init(english);
    assert!(english.len() > 200, "only {} messages were found", english.len());
    let mut wrong = Vec::new();
    if screen.locale == Locale::Km {
        screen.page.said("km", &mut |words, lang| {
            let words = words.trim();
            // A single word may be part of a source's own name; a sentence may not.
            let leaks = |message: &&String| {
                words == message.trim() || (message.contains(' ') && message.trim().len() > 4 && words.contains(message.as_str()))
            };
            if lang != "en" {
                wrong.extend(english.iter().filter(leaks).map(|message| format!("“{message}” in “{words}”")));
            }
        });
    }
    wrong
}

fn the_other_language_is_named_in_itself(screen: &Screen) -> Vec<String> {
    let button = screen.page.with_id("language");
    let lang = button.and_then(|button| button.attr("lang"));
    if lang == Some(screen.locale.other().code()) {
        Vec::new()
    } else {
        vec![format!("the language button has lang {lang:?}")]
    }
}

// ── links and buttons ──

fn links_lead_somewhere(screen: &Screen) -> Vec<String> {
    let mut wrong = Vec::new();
    for link in screen.page.named("a") {
        let Some(href) = link.attr("href") else {
            wrong.push(format!("a link without address: {}", link.text()));
            continue;
        };
        if let Some(id) = href.strip_prefix('#') {
            if screen.page.with_id(id).is_none() {
                wrong.push(format!("{href}: there is no such place on the screen"));
            }
        } else if href.starts_with('/') {
            let route = Route::parse(href, screen.locale.other());
            if route.page == Page::NotFound && link.attr("id") != Some("language") {
                wrong.push(format!("{href} is not found"));
            }
            // Only the language switch leads to the other language.
            let locale = if link.attr("id") == Some("language") { screen.locale.other() } else { screen.locale };
            if route.locale != locale || route.href() != href {
                wrong.push(format!("{href} is read as {}", route.href()));
            }
            if link.attr("target").is_some() {
                wrong.push(format!("{href} opens another tab"));
            }
        } else if href.starts_with("https://") || href.starts_with("http://") {
            let rel: Vec<&str> = link.attr("rel").unwrap_or("").split(' ').collect();
            if !rel.contains(&"noopener") || link.attr("target") != Some("_blank") {
                wrong.push(format!("{href}: rel {rel:?}, target {:?}", link.attr("target")));
            }
        } else {
            let number = href
                .strip_prefix("tel:")
                .or(href.strip_prefix("sms:"))
                .is_some_and(|n| n.len() > 2 && n.bytes().all(|b| b.is_ascii_digit() || b == b'+'));
            let mail = href.strip_prefix("mailto:").is_some_and(|mail| mail.contains('@') && !mail.contains(char::is_whitespace));
            if !number && !mail {
                wrong.push(format!("{href} cannot be opened"));
            }
        }
    }
    wrong
}

fn whatever_can_be_tapped_has_a_name(screen: &Screen) -> Vec<String> {
    let mut wrong = Vec::new();
    screen.page.walk(&mut |element, around| {
        let name = match element.tag.as_str() {
            "a" | "button" | "summary" => element.name(),
            "input" | "textarea" | "select" => {
                let label = around.iter().rev().find(|element| element.is("label"));
                element.attr("aria-label").map_or_else(|| label.map(|label| label.text()).unwrap_or_default(), str::to_owned)
            }
            "progress" | "nav" => element.attr("aria-label").unwrap_or("").to_owned(),
            "fieldset" => element.children().next().filter(|first| first.is("legend")).map(Element::text).unwrap_or_default(),
            _ => return,
        };
        if name.trim().is_empty() {
            wrong.push(format!("a {} without a name: {:?}", element.tag, element.attrs));
        }
        if element.is("button") && !matches!(element.attr("type"), Some("button" | "submit")) {
            wrong.push(format!("a button without type: {name}"));
        }
        if matches!(element.tag.as_str(), "a" | "button")
            && around.iter().any(|outer| matches!(outer.tag.as_str(), "a" | "button" | "summary"))
        {
            wrong.push(format!("“{name}” stands inside another thing to tap"));
        }
    });
    wrong
}

// ── form ──

fn ids_stand_once_and_are_found(screen: &Screen) -> Vec<String> {
    let mut seen = BTreeSet::new();
    let all = screen.page.all();
    let mut wrong: Vec<String> = all
        .iter()
        .filter_map(|e| e.attr("id"))
        .filter(|id| !seen.insert(*id))
        .map(|id| format!("id {id} stands twice"))
        .collect();
    for name in ["aria-labelledby", "aria-describedby", "for", "aria-controls"] {
        let named = all.iter().filter_map(|e| e.attr(name)).flat_map(str::split_whitespace);
        wrong.extend(named.filter(|id| !seen.contains(id)).map(|id| format!("{name} names {id}, which is not there")));
    }
    wrong
}

/// The security policy forbids them; a browser would drop them without a word.
fn nothing_is_styled_or_scripted_in_place(screen: &Screen) -> Vec<String> {
    let mut wrong = Vec::new();
    for element in screen.page.all() {
        if matches!(element.tag.as_str(), "script" | "style" | "iframe" | "object" | "embed" | "base") {
            wrong.push(format!("<{}>", element.tag));
        }
        for (name, value) in &element.attrs {
            if name == "style" || name.starts_with("on") || value.trim_start().to_lowercase().starts_with("javascript:") {
                wrong.push(format!("<{} {name}=\"{value}\">", element.tag));
            }
        }
    }
    wrong
}

fn folds_are_well_made(screen: &Screen) -> Vec<String> {
    let mut wrong = Vec::new();
    screen.page.walk(&mut |element, around| {
        let outer = around.last().map_or("", |outer| outer.tag.as_str());
        if element.is("details") {
            let summaries = element.children().filter(|child| child.is("summary")).count();
            if summaries != 1 || !element.children().next().is_some_and(|first| first.is("summary")) {
                wrong.push(format!("a details with {summaries} summaries: {}", element.text()));
            }
        }
        if element.is("summary") && outer != "details" {
            wrong.push(format!("a summary in a {outer}"));
        }
        if element.is("li") != matches!(outer, "ul" | "ol") {
            wrong.push(format!("a {} in a {outer}", element.tag));
        }
        if matches!(element.tag.as_str(), "dt" | "dd") && outer != "dl" {
            wrong.push(format!("a {} in a {outer}", element.tag));
        }
        // What a browser would move out of a paragraph.
        let block = matches!(
            element.tag.as_str(),
            "p" | "div" | "ul" | "ol" | "section" | "details" | "h1" | "h2" | "h3" | "form" | "dl"
        );
        if block && around.iter().any(|outer| outer.is("p")) {
            wrong.push(format!("a {} in a p", element.tag));
        }
    });
    wrong
}

fn pictures_are_drawn_and_hidden_from_readers(screen: &Screen) -> Vec<String> {
    let mut wrong = Vec::new();
    screen.page.walk(&mut |element, around| {
        if element.is("path") && element.attr("d").unwrap_or("").is_empty() {
            let beside = around.iter().rev().nth(1).map(|outer| outer.text()).unwrap_or_default();
            wrong.push(format!("an icon that src/ui/icon.rs does not have, beside “{beside}”"));
        }
        if element.is("svg") && element.attr("aria-hidden") != Some("true") {
            wrong.push("a picture that readers meet".into());
        }
    });
    wrong
}

/// What the product promises of one page (docs: QUALITY), before packing.
fn screens_are_not_endless(screen: &Screen) -> Vec<String> {
    if screen.html.len() > 250_000 {
        return vec![format!("{} bytes", screen.html.len())];
    }
    Vec::new()
}

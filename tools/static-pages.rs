//! Writes every public page as the app shows it to somebody who has just come, a line of JSON for each:
//! `static-pages target/static-pages.jsonl`. tools/post-build.mjs makes the files of the site from it.

#[cfg(target_arch = "wasm32")]
fn main() {}

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::io::Result<()> {
    pages::write()
}

#[cfg(not(target_arch = "wasm32"))]
mod pages {
    use phlov::dates::Date;
    use phlov::i18n::Speech;
    use phlov::kb::{AuthorityId, Text};
    use phlov::page::{Locale, Page};
    use phlov::plan::Digits;
    use phlov::platform::memory::MemoryOutside;
    use phlov::saved::json::{Json, Object};
    use phlov::ui::state::use_app;
    use phlov::ui::{still, title};
    use std::io::{Error, Write};

    pub fn write() -> std::io::Result<()> {
        let Some(path) = std::env::args().nth(1) else { return Err(Error::other("static-pages <file>")) };
        let mut file = std::io::BufWriter::new(std::fs::File::create(path)?);
        let today = today();
        // What is hers is not public, and what is not found has no address.
        let public = |page: &Page| !page.is_hers() && *page != Page::NotFound;
        let (mut count, mut differ) = (0, Vec::new());
        for page in Page::all().into_iter().filter(public) {
            for locale in Locale::ALL {
                let line = line(&page, locale, today, &mut differ);
                writeln!(file, "{}", line.print())?;
                count += 1;
            }
        }
        file.flush()?;
        if !differ.is_empty() {
            return Err(Error::other(format!(
                "these pages read otherwise when one comes to them inside the app:\n  {}",
                differ.join("\n  ")
            )));
        }
        println!("{count} static pages");
        Ok(())
    }

    fn line(page: &Page, locale: Locale, today: Date, differ: &mut Vec<String>) -> Json {
        let speech = Speech { locale, digits: Digits::default() };
        let address = page.href(locale);
        let html = still::html(&MemoryOutside::new(today, &address), || ());
        // The same page, come to by a tap inside the app.
        let (home, there) = (MemoryOutside::new(today, &Page::Home.href(locale)), page.clone());
        let live = {
            let phone = home.clone();
            still::html(&home, move || {
                use_app().go(there);
                phone.settle();
            })
        };
        if words(&html) != words(&live) {
            differ.push(address.clone());
        }
        let text = |text: Text| Json::Text(speech.text(text).into_owned());
        let mut line = Object::default();
        for (name, value) in [
            ("address", Json::Text(address)),
            ("other", Json::Text(page.href(locale.other()))),
            ("lang", Json::Text(locale.code().into())),
            ("kind", Json::Text(page.path().split('/').nth(1).unwrap_or_default().into())),
            ("title", Json::Text(title(page, speech))),
            ("description", summary(page).map_or(Json::Text(String::new()), text)),
            ("office", office(page).map_or(Json::Null, |office| text(office.get().name))),
            ("html", Json::Text(html)),
        ] {
            line.insert(name.to_owned(), value);
        }
        Json::Object(line)
    }

    /// What the page says in a sentence or two.
    fn summary(page: &Page) -> Option<Text> {
        Some(match page {
            Page::Service(id) => id.get().summary,
            Page::Right(id) => id.get().summary,
            Page::Guide(id) => id.get().summary,
            Page::Story(id) => id.get().summary,
            Page::Word(id) => id.get().says,
            Page::Law(id) => id.get().says,
            Page::Office(id) => id.get().does,
            Page::Organization(id) => id.get().does,
            Page::FindAim(id) => id.get().find_out,
            _ => return None,
        })
    }

    /// Of a service the office that provides it.
    fn office(page: &Page) -> Option<AuthorityId> {
        match page {
            Page::Service(id) => id.get().authorities.get(0).map(|role| role.authority),
            _ => None,
        }
    }

    /// What is read of a page: letters, without elements and their attributes.
    fn words(html: &str) -> String {
        html.split('<').filter_map(|part| part.split_once('>')).map(|(_, words)| words).collect()
    }

    /// The day of the build in Cambodia; SOURCE_DATE_EPOCH (seconds) for a build that can be repeated.
    fn today() -> Date {
        let given = std::env::var("SOURCE_DATE_EPOCH").ok().and_then(|seconds| seconds.parse::<i64>().ok());
        let now = || std::time::SystemTime::now().duration_since(std::time::UNIX_EPOCH).map_or(0, |since| since.as_secs() as i64);
        Date::in_cambodia(given.unwrap_or_else(now) * 1000)
    }
}

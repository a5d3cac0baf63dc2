//! A place: language, screen, query.

use super::Page;

/// The two languages, as they stand at the head of every address. Khmer is the default.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Locale {
    #[default]
    Km,
    En,
}

impl Locale {
    pub const ALL: [Locale; 2] = [Locale::Km, Locale::En];

    /// The code used in addresses, in `lang` attributes and in saved settings.
    pub fn code(self) -> &'static str {
        match self {
            Locale::Km => "km",
            Locale::En => "en",
        }
    }

    pub fn parse(code: &str) -> Option<Self> {
        Self::ALL.into_iter().find(|locale| locale.code() == code)
    }

    pub fn other(self) -> Self {
        match self {
            Locale::Km => Locale::En,
            Locale::En => Locale::Km,
        }
    }
}

/// Where the app is: language, screen and query.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Route {
    pub locale: Locale,
    pub page: Page,
    /// Without the question mark; read through [`Route::query`].
    pub search: String,
}

impl Route {
    /// Reads an address such as `/km/find/export?a=farm.no`. Never fails: unknown → not found,
    /// without a language → the fallback (the saved language, else Khmer).
    pub fn parse(address: &str, fallback: Locale) -> Self {
        let address = address.split('#').next().unwrap_or("");
        let (path, search) = address.split_once('?').unwrap_or((address, ""));
        let path = path.trim_matches('/');
        let (head, rest) = path.split_once('/').unwrap_or((path, ""));
        let (locale, page) = match Locale::parse(head) {
            Some(locale) => (locale, Page::parse(rest)),
            None if path.is_empty() || path == "index.html" => (fallback, Page::Home),
            None => (fallback, Page::NotFound),
        };
        Self { locale, page, search: search.to_owned() }
    }

    /// A value of the query; the app writes only plain ASCII words into it.
    pub fn query(&self, name: &str) -> Option<&str> {
        self.search.split('&').find_map(|pair| pair.split_once('=').filter(|(key, _)| *key == name).map(|(_, value)| value))
    }

    /// The address of this place.
    pub fn href(&self) -> String {
        let path = self.page.href(self.locale);
        if self.search.is_empty() {
            path
        } else {
            [&path, "?", &self.search].concat()
        }
    }

    /// The same place in the other language.
    #[must_use]
    pub fn in_other_language(&self) -> Self {
        Self { locale: self.locale.other(), ..self.clone() }
    }
}

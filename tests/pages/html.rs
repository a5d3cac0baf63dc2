//! A strict little reader of the HTML that the app renders: what a browser would have to repair is an error here.

/// An element or a text.
#[derive(Clone, Debug)]
pub enum Node {
    Element(Element),
    Text(String),
}

#[derive(Clone, Debug, Default)]
pub struct Element {
    pub tag: String,
    pub attrs: Vec<(String, String)>,
    pub kids: Vec<Node>,
}

/// Elements that have no end.
const VOID: &[&str] = &["input", "br", "hr", "img", "link", "meta"];

impl Element {
    /// Reads a piece of HTML; the element given back stands around all of it.
    pub fn read(html: &str) -> Result<Element, String> {
        let mut open = vec![Element::default()];
        let mut rest = html;
        let near = |rest: &str| rest.chars().take(60).collect::<String>();
        while !rest.is_empty() {
            if let Some(after) = rest.strip_prefix("</") {
                let (tag, after) = after.split_once('>').ok_or("an end tag without end")?;
                rest = after;
                let done = open.pop().ok_or("too many end tags")?;
                if done.tag != tag {
                    return Err(format!("</{tag}> ends <{}> near {}", done.tag, near(rest)));
                }
                let around = open.last_mut().ok_or_else(|| format!("</{tag}> ends nothing"))?;
                around.kids.push(Node::Element(done));
            } else if let Some(after) = rest.strip_prefix('<') {
                let (element, after) = start(after).map_err(|e| format!("{e} near {}", near(rest)))?;
                rest = after;
                if VOID.contains(&element.tag.as_str()) {
                    let around = open.last_mut().ok_or("an element outside")?;
                    around.kids.push(Node::Element(element));
                } else {
                    open.push(element);
                }
            } else {
                let end = rest.find('<').unwrap_or(rest.len());
                let around = open.last_mut().ok_or("a text outside")?;
                around.kids.push(Node::Text(decoded(&rest[..end])?));
                rest = &rest[end..];
            }
        }
        match (open.pop(), open.last()) {
            (Some(all), None) => Ok(all),
            (last, _) => Err(format!("<{}> has no end", last.unwrap_or_default().tag)),
        }
    }

    pub fn attr(&self, name: &str) -> Option<&str> {
        self.attrs.iter().find(|(key, _)| key == name).map(|(_, value)| value.as_str())
    }

    pub fn is(&self, tag: &str) -> bool {
        self.tag == tag
    }

    pub fn children(&self) -> impl Iterator<Item = &Element> {
        self.kids.iter().filter_map(|kid| match kid {
            Node::Element(element) => Some(element),
            Node::Text(_) => None,
        })
    }

    /// All elements inside, in the order of the text, each with the elements around it (the nearest last).
    pub fn walk<'a>(&'a self, see: &mut dyn FnMut(&'a Element, &[&'a Element])) {
        fn go<'a>(element: &'a Element, around: &mut Vec<&'a Element>, see: &mut dyn FnMut(&'a Element, &[&'a Element])) {
            around.push(element);
            for child in element.children() {
                see(child, around);
                go(child, around, see);
            }
            around.pop();
        }
        go(self, &mut Vec::new(), see);
    }

    /// All elements inside.
    pub fn all(&self) -> Vec<&Element> {
        let mut all = Vec::new();
        self.walk(&mut |element, _| all.push(element));
        all
    }

    pub fn named(&self, tag: &str) -> Vec<&Element> {
        self.all().into_iter().filter(|element| element.is(tag)).collect()
    }

    pub fn with_id(&self, id: &str) -> Option<&Element> {
        self.all().into_iter().find(|element| element.attr("id") == Some(id))
    }

    /// All that can be read, one after the other.
    pub fn text(&self) -> String {
        self.kids
            .iter()
            .map(|kid| match kid {
                Node::Element(element) => element.text(),
                Node::Text(text) => text.clone(),
            })
            .collect()
    }

    /// What a screen reader calls it.
    pub fn name(&self) -> String {
        self.attr("aria-label").map_or_else(|| self.text(), str::to_owned).trim().to_owned()
    }

    /// Every text that a person reads or hears, with the language it stands in; `lang` is the page's.
    pub fn said<'a>(&'a self, lang: &'a str, hear: &mut dyn FnMut(&'a str, &'a str)) {
        let lang = self.attr("lang").unwrap_or(lang);
        for name in ["aria-label", "title", "placeholder", "alt"] {
            if let Some(words) = self.attr(name) {
                hear(words, lang);
            }
        }
        for kid in &self.kids {
            match kid {
                Node::Element(element) => element.said(lang, hear),
                Node::Text(text) => hear(text, lang),
            }
        }
    }
}

/// Reads a start tag behind its `<`.
fn start(text: &str) -> Result<(Element, &str), String> {
    let end = text.find(|c: char| !c.is_ascii_alphanumeric() && c != '-').ok_or("a tag without end")?;
    let mut element = Element { tag: text[..end].to_owned(), ..Element::default() };
    let mut rest = &text[end..];
    loop {
        rest = rest.trim_start();
        if let Some(after) = rest.strip_prefix("/>").or_else(|| rest.strip_prefix('>')) {
            return Ok((element, after));
        }
        let end = rest.find(['=', ' ', '>', '/']).ok_or("a tag without end")?;
        let name = &rest[..end];
        if name.is_empty() || name.contains(['"', '\'', '<']) {
            return Err(format!("<{}> has a broken attribute", element.tag));
        }
        rest = &rest[end..];
        let value = match rest.strip_prefix("=\"") {
            Some(after) => {
                let (value, after) = after.split_once('"').ok_or("an attribute without end")?;
                rest = after;
                decoded(value)?
            }
            None if rest.starts_with('=') => return Err(format!("{name} stands without quotation marks")),
            None => String::new(),
        };
        if element.attr(name).is_some() {
            return Err(format!("<{}> has {name} twice", element.tag));
        }
        element.attrs.push((name.to_owned(), value));
    }
}

fn decoded(text: &str) -> Result<String, String> {
    let mut out = String::new();
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let (name, after) = after.split_once(';').ok_or_else(|| format!("a bare & in {text}"))?;
        out.push(match name {
            "amp" => '&',
            "lt" => '<',
            "gt" => '>',
            "quot" => '"',
            "#x27" | "#39" => '\'',
            _ => return Err(format!("&{name}; in {text}")),
        });
        rest = after;
    }
    out.push_str(rest);
    Ok(out)
}

//! Entries → Rust source. References between entries become indexes into the tables, so an unknown
//! id cannot exist at run time. The types are in `src/kb/schema.rs`.

use crate::model::*;
use std::collections::BTreeMap;

/// The source text of the tables, to be `include!`d by `src/kb/mod.rs`. `content` has been checked.
pub fn emit(content: &Content) -> String {
    let e = Emit { content };
    // Rights and aims have an order of their own; the rest stands by id.
    let mut rights: Vec<_> = content.rights.iter().collect();
    rights.sort_by_key(|(_, right)| right.order);
    let mut aims: Vec<_> = content.aims.iter().collect();
    aims.sort_by_key(|(_, aim)| aim.order);
    let tables = [
        table("RIGHTS", "Right", rights.iter().map(|(id, r)| e.right(id, r))),
        table("AIMS", "Aim", aims.iter().map(|(id, a)| e.aim(id, a))),
        table("SERVICES", "Service", content.services.iter().map(|(id, s)| e.service(id, s))),
        table("AUTHORITIES", "Authority", content.authorities.iter().map(|(id, a)| e.authority(id, a))),
        table("LAWS", "Law", content.laws.iter().map(|(id, l)| e.law(id, l))),
        table("SOURCES", "Source", content.sources.iter().map(|(id, s)| e.source(id, s))),
        table(
            "STANDARDS",
            "Standard",
            content.standards.iter().map(|s| format!("Standard {{ id: {:?}, before: {} }}", s.id, text(&s.before))),
        ),
    ];
    tables.concat()
}

/// Every text of the knowledge base, for measuring what it weighs.
pub fn texts(emitted: &str) -> String {
    let mut out = String::new();
    let mut rest = emitted;
    while let Some(start) = rest.find('"') {
        let body = &rest[start + 1..];
        let mut end = 0;
        let bytes = body.as_bytes();
        while end < bytes.len() && bytes[end] != b'"' {
            end += if bytes[end] == b'\\' { 2 } else { 1 };
        }
        out.push('"');
        out.push_str(&body[..end.min(body.len())]);
        out.push_str("\"\n");
        rest = &body[(end + 1).min(body.len())..];
    }
    out
}

fn table(name: &str, of: &str, rows: impl Iterator<Item = String>) -> String {
    let rows: Vec<String> = rows.collect();
    format!(
        "pub static {name}: [{of}; {}] = [\n{}];\n",
        rows.len(),
        rows.iter().map(|r| format!("    {r},\n")).collect::<String>()
    )
}

struct Emit<'a> {
    content: &'a Content,
}

impl Emit<'_> {
    fn right(&self, id: &str, r: &Right) -> String {
        format!(
            "Right {{ id: {id:?}, icon: {:?}, title: {}, summary: {}, laws: {}, state_must: {}, you_may: {}, not_covered: {}, sources: {}, checked: {:?}, review: {} }}",
            r.icon, text(&r.title), text(&r.summary), self.laws(&r.laws), texts_list(&r.state_must), texts_list(&r.you_may),
            texts_list(&r.not_covered), self.sources(&r.sources), r.checked, review(&r.review)
        )
    }

    fn aim(&self, id: &str, a: &Aim) -> String {
        let when = |when: &[When]| {
            list(when.iter().map(|w| {
                let at = a.questions.iter().position(|q| q.id == w.question).unwrap_or(0);
                let any = w.any.iter().filter_map(|o| a.questions[at].options.iter().position(|option| option.id == *o));
                format!("When {{ question: {at}, any: {} }}", list(any.map(|i| i.to_string())))
            }))
        };
        let questions = list(a.questions.iter().map(|q| {
            let options = list(q.options.iter().map(|o| {
                format!(
                    "FinderOption {{ id: {:?}, icon: {}, text: {} }}",
                    o.id,
                    option(o.icon.as_ref().map(|i| format!("{i:?}"))),
                    text(&o.text)
                )
            }));
            format!(
                "FinderQuestion {{ text: {}, help: {}, ask_when: {}, options: {options} }}",
                text(&q.text),
                option(q.help.as_ref().map(text)),
                when(&q.ask_when)
            )
        }));
        let results = list(a.results.iter().map(|r| {
            format!(
                "FinderResult {{ service: ServiceId({}), when: {}, because: {}, why_not: {} }}",
                at(&self.content.services, &r.service),
                when(&r.when),
                text(&r.because),
                option(r.why_not.as_ref().map(text))
            )
        }));
        format!(
            "Aim {{ id: {id:?}, icon: {:?}, title: {}, hint: {}, find_out: {}, questions: {questions}, results: {results}, review: {} }}",
            a.icon, text(&a.title), option(a.hint.as_ref().map(text)), text(&a.find_out), review(&a.review)
        )
    }

    fn service(&self, id: &str, s: &Service) -> String {
        let services = |ids: &[String]| list(ids.iter().map(|i| format!("ServiceId({})", at(&self.content.services, i))));
        let mut all_sources: Vec<String> = Vec::new();
        let named = s
            .claims
            .iter()
            .flat_map(|c| c.sources.iter().chain(c.conflict.iter().flat_map(|x| x.sources.iter())))
            .chain(s.changes.iter().flat_map(|c| c.sources.iter()))
            .chain(s.notes.iter().flat_map(|n| n.sources.iter()))
            .chain(s.sources.iter());
        for source in named {
            if !all_sources.contains(source) {
                all_sources.push(source.clone());
            }
        }
        [
            format!("Service {{ id: {id:?}, kind: Kind::{:?}", s.kind),
            format!("rights: {}", list(s.rights.iter().map(|r| format!("RightId({})", self.right_at(r))))),
            format!(
                "icon: {:?}, title: {}, summary: {}, who: {}, need: {}",
                s.icon,
                text(&s.title),
                text(&s.summary),
                text(&s.who),
                text(&s.need)
            ),
            format!(
                "authorities: {}",
                list(s.authorities.iter().map(|r| {
                    format!(
                        "Role {{ authority: AuthorityId({}), role: {} }}",
                        at(&self.content.authorities, &r.id),
                        text(&r.role)
                    )
                }))
            ),
            format!(
                "basis: {}",
                list(s.basis.iter().map(|b| {
                    format!(
                        "Basis {{ law: LawId({}), article: {} }}",
                        at(&self.content.laws, &b.law),
                        option(b.article.as_ref().map(text))
                    )
                }))
            ),
            format!(
                "steps: {}",
                list(s.steps.iter().map(|x| {
                    format!("Step {{ n: {}, text: {}, after: {} }}", x.n, text(&x.text), list(x.after.iter().map(u8::to_string)))
                }))
            ),
            format!(
                "documents: {}",
                list(s.documents.iter().map(|d| format!("Document {{ n: {}, text: {} }}", d.n, text(&d.text))))
            ),
            format!("claims: {}", list(s.claims.iter().map(|c| self.claim(c, &s.checked)))),
            format!(
                "if_nothing: {}",
                option(
                    s.if_nothing.as_ref().map(|i| {
                        format!("IfNothing {{ text: {}, repairable: Repairable::{:?} }}", text(&i.text), i.repairable)
                    })
                )
            ),
            format!("before: {}, after: {}", services(&s.before), services(&s.after)),
            format!(
                "questions: {}",
                list(s.questions.iter().map(|q| {
                    format!(
                        "Question {{ n: {}, text: {}, why: {}, unknown: {} }}",
                        q.n,
                        text(&q.text),
                        option(q.why.as_ref().map(text)),
                        option(q.unknown.map(|u| format!("About::{u:?}")))
                    )
                }))
            ),
            format!(
                "complaint: {}",
                option(s.complaint.as_ref().map(|c| {
                    format!(
                        "Complaint {{ text: {}, to: {} }}",
                        text(&c.text),
                        option(c.to.as_ref().map(|t| format!("AuthorityId({})", at(&self.content.authorities, t))))
                    )
                }))
            ),
            format!(
                "changes: {}",
                list(s.changes.iter().map(|c| {
                    format!(
                        "Change {{ old: {}, new: {}, since: {:?}, sources: {}, confidence: Confidence::{:?} }}",
                        text(&c.old),
                        text(&c.new),
                        c.since,
                        self.sources(&c.sources),
                        c.confidence
                    )
                }))
            ),
            format!("notes: {}", list(s.notes.iter().map(|n| format!("Note {{ text: {} }}", text(&n.text))))),
            format!("sources: {}, checked: {:?}, review: {} }}", self.sources(&all_sources), s.checked, review(&s.review)),
        ]
        .join(", ")
    }

    fn claim(&self, c: &Claim, checked: &str) -> String {
        format!(
            "Claim {{ about: About::{:?}, label: {}, value: {}, sources: {}, date: {:?}, confidence: Confidence::{:?}, checked: {:?}, conflict: {} }}",
            c.about, option(c.label.as_ref().map(text)), text(&c.value), self.sources(&c.sources), c.date.as_deref().unwrap_or(""), c.confidence,
            c.checked.as_deref().unwrap_or(checked),
            option(c.conflict.as_ref().map(|x| {
                format!("Conflict {{ value: {}, sources: {}, date: {:?}, confidence: Confidence::{:?} }}",
                    text(&x.value), self.sources(&x.sources), x.date.as_deref().unwrap_or(""), x.confidence)
            }))
        )
    }

    fn authority(&self, id: &str, a: &Authority) -> String {
        let channels = list(a.channels.iter().map(|c| {
            format!(
                "Channel {{ kind: ChannelKind::{:?}, value: {:?}, note: {}, sources: {}, date: {:?}, confidence: Confidence::{:?} }}",
                c.kind, c.value, option(c.note.as_ref().map(text)), self.sources(&c.sources), c.date.as_deref().unwrap_or(""), c.confidence
            )
        }));
        format!(
            "Authority {{ id: {id:?}, name: {}, short: {}, level: Level::{:?}, power: Power::{:?}, under: {}, does: {}, channels: {channels}, complaint: {}, sources: {}, checked: {:?}, review: {} }}",
            text(&a.name), option(a.short.as_ref().map(text)), a.level, a.power,
            option(a.under.as_ref().map(|u| format!("AuthorityId({})", at(&self.content.authorities, u)))),
            text(&a.does), option(a.complaint.as_ref().map(text)), self.sources(&a.sources), a.checked, review(&a.review)
        )
    }

    fn law(&self, id: &str, l: &Law) -> String {
        format!(
            "Law {{ id: {id:?}, kind: LawKind::{:?}, number: {:?}, title: {}, date: {:?}, state: LawState::{:?}, since: {:?}, replaced_by: {}, says: {}, sources: {}, checked: {:?}, review: {} }}",
            l.kind, l.number.as_deref().unwrap_or(""), text(&l.title), l.date.as_deref().unwrap_or(""), l.state, l.since.as_deref().unwrap_or(""),
            option(l.replaced_by.as_ref().map(|r| format!("LawId({})", at(&self.content.laws, r)))),
            text(&l.says), self.sources(&l.sources), l.checked, review(&l.review)
        )
    }

    fn source(&self, id: &str, s: &Source) -> String {
        let url = if s.url.starts_with("shared:") { "" } else { &s.url };
        let date = if s.date == "undated" { "" } else { &s.date };
        format!("Source {{ id: {id:?}, name: {}, url: {url:?}, date: {date:?} }}", text(&s.name))
    }

    fn sources(&self, ids: &[String]) -> String {
        list(ids.iter().map(|id| format!("SourceId({})", at(&self.content.sources, id))))
    }

    fn laws(&self, ids: &[String]) -> String {
        list(ids.iter().map(|id| format!("LawId({})", at(&self.content.laws, id))))
    }

    fn right_at(&self, id: &str) -> usize {
        let mut rights: Vec<_> = self.content.rights.iter().collect();
        rights.sort_by_key(|(_, right)| right.order);
        rights.iter().position(|(name, _)| *name == id).unwrap_or(0)
    }
}

fn at<T>(entries: &BTreeMap<String, T>, id: &str) -> usize {
    entries.keys().position(|key| key == id).unwrap_or(0)
}

fn list(items: impl Iterator<Item = String>) -> String {
    format!("&[{}]", items.collect::<Vec<_>>().join(", "))
}

fn option(value: Option<String>) -> String {
    value.map_or("None".into(), |value| format!("Some({value})"))
}

fn text(text: &Text) -> String {
    format!("Text {{ km: {:?}, en: {:?} }}", shown_khmer(&text.km), text.en.replace('`', ""))
}

fn texts_list(texts: &[Text]) -> String {
    list(texts.iter().map(text))
}

fn review(r: &Review) -> String {
    let yes = |state: ReviewState| state == ReviewState::Reviewed;
    format!(
        "Review {{ km: {}, en: {}, law: {}, by: {:?}, on: {:?} }}",
        yes(r.km),
        yes(r.en),
        yes(r.law),
        r.by.as_deref().unwrap_or(""),
        r.on.as_deref().unwrap_or("")
    )
}

/// Khmer as it is shown: backticks gone, thousands held together by a no-break space.
fn shown_khmer(km: &str) -> String {
    let chars: Vec<char> = km.chars().filter(|c| *c != '`').collect();
    let digit = |i: Option<usize>| i.and_then(|i| chars.get(i)).is_some_and(|c| ('\u{17e0}'..='\u{17e9}').contains(c));
    let mut out = String::with_capacity(km.len());
    for (i, c) in chars.iter().enumerate() {
        let group = *c == ' ' && digit(i.checked_sub(1)) && (1..=3).all(|k| digit(Some(i + k))) && !digit(Some(i + 4));
        out.push(if group { '\u{a0}' } else { *c });
    }
    out
}

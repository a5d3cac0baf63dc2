//! Where facts come from and who decides: sources, laws, authorities, organizations, rights.

use super::Checker;
use crate::model::*;

impl Checker<'_> {
    pub(super) fn source(&mut self, id: &str, source: &Source) {
        self.text(&format!("{id}: name"), &source.name);
        let shared = source.url.strip_prefix("shared:").is_some_and(|n| n.len() == 3 && n.bytes().all(|b| b.is_ascii_digit()));
        if !shared && !source.url.starts_with("https://") && !source.url.starts_with("http://") {
            self.say(
                format!("{id}: url"),
                "the address must begin with https:// or http:// (or shared:000 … shared:004 for the documents Phlov comes from)",
            );
        }
        if source.date != "undated" {
            self.date(&format!("{id}: date"), &source.date);
        }
    }

    pub(super) fn law(&mut self, id: &str, law: &Law) {
        self.text("title", &law.title);
        self.text("says", &law.says);
        if let Some(date) = &law.date {
            self.date("date", date);
        }
        if let Some(since) = &law.since {
            self.any_date("since", since);
        }
        match (&law.replaced_by, law.state) {
            (Some(by), _) if by == id => self.say("replaced_by", "a law cannot be replaced by itself"),
            (Some(by), _) if !self.has("laws", by) => {
                self.say("replaced_by", format!("the law “{by}” has no entry in content/laws/"))
            }
            (None, LawState::Replaced) => self.say("replaced_by", "the state is “replaced”; say by which law entry"),
            _ => {}
        }
        if law.kind == LawKind::ConstitutionArticle && law.number.is_none() {
            self.say("number", "an article of the Constitution needs its number");
        }
        self.sources("sources", &law.sources, true);
        self.date("checked", &law.checked);
        self.review(&law.review);
    }

    pub(super) fn authority(&mut self, id: &str, authority: &Authority) {
        self.text("name", &authority.name);
        if let Some(short) = &authority.short {
            self.text("short", short);
        }
        self.text("does", &authority.does);
        if let Some(complaint) = &authority.complaint {
            self.text("complaint", complaint);
        }
        if let Some(under) = &authority.under {
            if under == id {
                self.say("under", "an office cannot belong to itself");
            } else if !self.has("authorities", under) {
                self.say("under", format!("the authority “{under}” has no entry in content/authorities/"));
            }
        }
        self.channels(&authority.channels);
        self.sources("sources", &authority.sources, true);
        self.date("checked", &authority.checked);
        self.review(&authority.review);
    }

    fn channels(&mut self, channels: &[Channel]) {
        for (i, channel) in channels.iter().enumerate() {
            let field = format!("channels {}", i + 1);
            let value = channel.value.as_str();
            let right = match channel.kind {
                ChannelKind::Phone => !value.is_empty() && value.bytes().all(|b| b.is_ascii_digit() || b == b' ' || b == b'+'),
                ChannelKind::Website | ChannelKind::App => value.starts_with("https://") || value.starts_with("http://"),
                ChannelKind::Telegram => value.starts_with("https://t.me/"),
                ChannelKind::Email => value.contains('@') && !value.contains(' '),
                ChannelKind::Address => channel.note.is_some(),
            };
            if !right {
                self.say(&field, format!("“{value}” is not a {:?} that a phone can open (phone: digits; website: https://…; telegram: https://t.me/…; address: write it in note)", channel.kind));
            }
            if let Some(note) = &channel.note {
                self.text(&format!("{field}: note"), note);
            }
            if let Some(date) = &channel.date {
                self.date(&format!("{field}: date"), date);
            }
            self.sources(&format!("{field}: sources"), &channel.sources, true);
        }
    }

    pub(super) fn organization(&mut self, id: &str, organization: &Organization) {
        if self.has("authorities", id) {
            self.say("", "an authority has this id too; both stand under /offices/, so each needs its own");
        }
        self.text("name", &organization.name);
        if let Some(short) = &organization.short {
            self.text("short", short);
        }
        self.text("does", &organization.does);
        if let Some(area) = &organization.area {
            self.text("area", area);
        }
        self.channels(&organization.channels);
        self.sources("sources", &organization.sources, true);
        self.date("checked", &organization.checked);
        self.review(&organization.review);
    }

    pub(super) fn right(&mut self, right: &Right) {
        self.icon("icon", &right.icon);
        self.label("title", &right.title, 40);
        self.text("summary", &right.summary);
        for (name, list) in [("state_must", &right.state_must), ("you_may", &right.you_may), ("not_covered", &right.not_covered)]
        {
            if list.is_empty() {
                self.say(name, "at least one sentence is needed");
            }
            for (i, text) in list.iter().enumerate() {
                self.text(&format!("{name} {}", i + 1), text);
            }
        }
        for law in &right.laws {
            self.law_id("laws", law);
        }
        self.sources("sources", &right.sources, true);
        self.date("checked", &right.checked);
        self.review(&right.review);
    }

    pub(super) fn law_id(&mut self, field: &str, id: &str) {
        if !self.has("laws", id) {
            self.say(field, format!("the law “{id}” has no entry in content/laws/"));
        }
    }
}

//! Aims: the finder's questions, and that every combination of answers leads somewhere.

use super::Checker;
use crate::load::is_id;
use crate::model::*;
use std::collections::BTreeMap;

impl Checker<'_> {
    pub(super) fn aim(&mut self, aim: &Aim) {
        let before = self.problems.len();
        self.icon("icon", &aim.icon);
        self.label("title", &aim.title, 24);
        if let Some(hint) = &aim.hint {
            self.text("hint", hint);
        }
        self.text("find_out", &aim.find_out);
        if aim.questions.len() > 6 {
            self.say("questions", format!("there are {} questions; six are the most anybody will answer", aim.questions.len()));
        }
        let mut known: BTreeMap<&str, Vec<&str>> = BTreeMap::new();
        for question in &aim.questions {
            let field = format!("questions {}", question.id);
            self.text(&field, &question.text);
            if let Some(help) = &question.help {
                self.text(&format!("{field}: help"), help);
            }
            if question.options.len() < 2 {
                self.say(&field, "a question needs at least two options (“not sure” is added by itself)");
            }
            for when in &question.ask_when {
                self.when(&field, when, &known);
            }
            let mut options = Vec::new();
            for option in &question.options {
                if !is_id(&option.id) || option.id == "unsure" {
                    self.say(
                        &field,
                        format!(
                            "“{}” cannot be the id of an option (small letters, digits, hyphens; “unsure” is taken)",
                            option.id
                        ),
                    );
                }
                if options.contains(&option.id.as_str()) {
                    self.say(&field, format!("the option “{}” stands twice", option.id));
                }
                if let Some(icon) = &option.icon {
                    self.icon(&field, icon);
                }
                self.text(&format!("{field}: option {}", option.id), &option.text);
                options.push(&option.id);
            }
            if known.insert(&question.id, options).is_some() {
                self.say(&field, "this question id stands twice");
            }
        }
        if aim.results.is_empty() {
            self.say("results", "this aim leads to no service");
        }
        for (i, result) in aim.results.iter().enumerate() {
            let field = format!("results {} ({})", i + 1, result.service);
            if !self.has("services", &result.service) {
                self.say(&field, format!("the service “{}” has no entry in content/services/", result.service));
            }
            self.text(&format!("{field}: because"), &result.because);
            match &result.why_not {
                Some(why_not) => self.text(&format!("{field}: why_not"), why_not),
                None if !result.when.is_empty() => {
                    self.say(&field, "it has a condition, so it needs why_not: what is said when it does not fit")
                }
                None => {}
            }
            for when in &result.when {
                self.when(&field, when, &known);
            }
        }
        if self.problems.len() == before {
            self.dead_ends(aim);
        }
        self.review(&aim.review);
    }

    pub(super) fn when(&mut self, field: &str, when: &When, known: &BTreeMap<&str, Vec<&str>>) {
        match known.get(when.question.as_str()) {
            None => self.say(field, format!("the condition asks for “{}”, but no earlier question has this id", when.question)),
            Some(options) => {
                if when.any.is_empty() {
                    self.say(field, format!("the condition on “{}” names no option", when.question));
                }
                for option in &when.any {
                    if !options.contains(&option.as_str()) {
                        self.say(field, format!("the condition names “{option}”, which is not an option of “{}”", when.question));
                    }
                }
            }
        }
    }

    /// Walks every combination of answers: each must lead to at least one service.
    pub(super) fn dead_ends(&mut self, aim: &Aim) {
        let mut answers: Vec<(&str, &str)> = Vec::new();
        let mut dead = None;
        walk(aim, 0, &mut answers, &mut dead);
        if let Some(path) = dead {
            self.say("results", format!("these answers lead to no service: {path}; add a result or widen a condition"));
        }
    }
}

fn walk<'a>(aim: &'a Aim, at: usize, answers: &mut Vec<(&'a str, &'a str)>, dead: &mut Option<String>) {
    if dead.is_some() {
        return;
    }
    let holds = |when: &[When], answers: &[(&str, &str)]| {
        when.iter().all(|w| match answers.iter().find(|(q, _)| *q == w.question) {
            Some((_, option)) => w.any.iter().any(|o| o == option),
            None => false,
        })
    };
    let Some(question) = aim.questions.get(at) else {
        if !aim.results.iter().any(|r| holds(&r.when, answers)) {
            *dead = Some(answers.iter().map(|(q, o)| format!("{q} = {o}")).collect::<Vec<_>>().join(", "));
        }
        return;
    };
    if !question.ask_when.is_empty() && !holds(&question.ask_when, answers) {
        return walk(aim, at + 1, answers, dead);
    }
    for option in &question.options {
        answers.push((&question.id, &option.id));
        walk(aim, at + 1, answers, dead);
        answers.pop();
    }
}

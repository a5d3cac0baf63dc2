//! `make check-content`: checks the knowledge base in seconds and says what to mend.
//!
//! `check-content`            check only
//! `check-content --report`   also print how much there is, how sure it is, and what is old
//! `check-content --table F`  also write every text with its sources into F, a table for a spreadsheet
//! `check-content --publish`  also note the numbers of all steps, documents and questions, those of the guide too, in
//!                            `content/published.toml`, before a release

use phlov_content::{compile, model::Content, report, today};
use std::path::Path;
use std::process::ExitCode;

fn main() -> ExitCode {
    let dir = Path::new("content");
    if !dir.is_dir() {
        eprintln!("There is no folder “content” here. Start this in the project's own folder.");
        return ExitCode::FAILURE;
    }
    match compile(dir, &today()) {
        Ok(content) => {
            println!(
                "content is well: {} services, {} aims, {} rights, {} authorities, {} laws, {} sources",
                content.services.len(),
                content.aims.len(),
                content.rights.len(),
                content.authorities.len(),
                content.laws.len(),
                content.sources.len()
            );
            let asked: Vec<String> = std::env::args().collect();
            if asked.iter().any(|word| word == "--report") {
                print!("{}", report::report(&content));
            }
            if let Some(file) = asked.iter().position(|word| word == "--table").and_then(|at| asked.get(at + 1)) {
                if let Err(error) = std::fs::write(file, report::table(&content)) {
                    eprintln!("{file} cannot be written ({error}).");
                    return ExitCode::FAILURE;
                }
                println!("{file} is written; open it in a spreadsheet.");
            }
            if asked.iter().any(|word| word == "--publish") {
                if let Err(error) = std::fs::write(dir.join("published.toml"), published(&content)) {
                    eprintln!("content/published.toml cannot be written ({error}).");
                    return ExitCode::FAILURE;
                }
                println!("content/published.toml is written.");
            }
            ExitCode::SUCCESS
        }
        Err(problems) => {
            for problem in &problems {
                eprintln!("{problem}");
            }
            eprintln!("\n{} to mend.", problems.len());
            ExitCode::FAILURE
        }
    }
}

fn published(content: &Content) -> String {
    let mut out =
        String::from("# Numbers that plans on phones refer to. Written by `make publish-content`; none may disappear.\n");
    let list = |now: Vec<u8>, before: Option<&Vec<u8>>| {
        let mut all: Vec<u8> = now.into_iter().chain(before.into_iter().flatten().copied()).collect();
        all.sort_unstable();
        all.dedup();
        all
    };
    for (id, service) in &content.services {
        let old = content.published.services.get(id);
        out.push_str(&format!(
            "\n[services.{id}]\nsteps = {:?}\ndocuments = {:?}\nquestions = {:?}\nduties = {:?}\n",
            list(service.steps.iter().map(|s| s.n).collect(), old.map(|o| &o.steps)),
            list(service.documents.iter().map(|d| d.n).collect(), old.map(|o| &o.documents)),
            list(service.questions.iter().map(|q| q.n).collect(), old.map(|o| &o.questions)),
            list(service.duties.iter().map(|d| d.n).collect(), old.map(|o| &o.duties)),
        ));
    }
    for (id, page) in &content.guide {
        let old = content.published.guide.get(id);
        let quiz = list(page.quiz.iter().map(|quiz| quiz.n).collect(), old.map(|old| &old.quiz));
        out.push_str(&format!("\n[guide.{id}]\nquiz = {quiz:?}\n"));
    }
    out.push_str("\n[phrases]\n");
    let frame = content.frame.iter().map(|frame| ("frame", &frame.phrases));
    for (id, phrases) in content.purposes.iter().map(|(id, purpose)| (id.as_str(), &purpose.phrases)).chain(frame) {
        let numbers = list(phrases.iter().map(|phrase| phrase.n).collect(), content.published.phrases.get(id));
        out.push_str(&format!("{id} = {numbers:?}\n"));
    }
    out.push_str("\n[replies]\n");
    for (id, reply) in &content.replies {
        let numbers = list(reply.next.iter().map(|step| step.n).collect(), content.published.replies.get(id));
        out.push_str(&format!("{id} = {numbers:?}\n"));
    }
    for (id, situation) in &content.situations {
        let old = content.published.complaints.get(id);
        let steps = list(situation.steps.iter().map(|rung| rung.n).collect(), old.map(|old| &old.steps));
        out.push_str(&format!("\n[complaints.{id}]\nsteps = {steps:?}\n"));
        for (name, clauses) in situation.clauses() {
            out.push_str(&format!("{name} = {}\n", clauses.len()));
        }
    }
    out
}

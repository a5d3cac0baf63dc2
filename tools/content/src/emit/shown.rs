//! Texts as they are shown: without the signs that are for editors.

use crate::model::Text;

/// A text in Khmer and English as it is shown.
pub(super) fn both(text: &Text) -> (String, String) {
    (shown_khmer(&text.km), text.en.replace('`', ""))
}

/// Who published a source: what stands before "អំពី" and " on ". The subject is for editors; the page that cites it says it
/// already. Measured: 7 KB less after brotli.
pub(super) fn publisher(name: &Text) -> Text {
    let km = name.km.split_once("អំពី").map(|(publisher, _)| publisher.trim_end());
    let en = name.en.split_once(" on ").map(|(publisher, _)| publisher);
    match (km, en) {
        (Some(km), Some(en)) if km.chars().any(crate::khmer::is_khmer) && !en.is_empty() => {
            Text { km: km.to_owned(), en: en.to_owned() }
        }
        _ => name.clone(),
    }
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

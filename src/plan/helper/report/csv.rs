//! A table for other programs: UTF-8 with its mark, so that spreadsheets read Khmer, lines and quotes as RFC 4180 has them.

/// Rows of fields. A text that a spreadsheet would take for a formula gets an apostrophe in front.
pub fn csv(rows: &[Vec<String>]) -> String {
    let mut out = String::from("\u{feff}");
    for row in rows {
        for (at, field) in row.iter().enumerate() {
            if at > 0 {
                out.push(',');
            }
            out.push_str(&quoted(field));
        }
        out.push_str("\r\n");
    }
    out
}

fn quoted(field: &str) -> String {
    let formula = field.trim_start_matches([' ', '\u{200b}', '\u{a0}']).starts_with(['=', '+', '-', '@', '\t', '\r', '\n']);
    let guard = if formula { "'" } else { "" };
    if field.contains(['"', ',', '\n', '\r']) {
        return ["\"", guard, &field.replace('"', "\"\""), "\""].concat();
    }
    [guard, field].concat()
}

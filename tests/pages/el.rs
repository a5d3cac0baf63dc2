//! Elements as function calls (`ui::el`): what is written, what stays when signals change, and what goes.

use leptos::prelude::*;
use phlov::platform::memory::dom::{self, Node};
use phlov::ui::el::{all, each, el, live, live_text, settle, El};
use std::cell::RefCell;
use std::rc::Rc;
use std::sync::atomic::{AtomicU32, Ordering::Relaxed};
use std::sync::Arc;

/// Shows an element and lets `act` look at the place where it stands.
fn shown(make: impl FnOnce() -> El, act: impl FnOnce(&Node)) {
    let owner = Owner::new();
    owner.with(|| {
        let place = dom::element("body");
        let standing = make().show_in(&place);
        act(&place);
        drop(standing);
    });
    owner.cleanup();
}

fn html(el: El) -> String {
    Owner::new().with(|| el.to_html())
}

// ── what is written ──

#[test]
fn words_and_values_cannot_become_markup() {
    let cases = [
        (el("p", "").with("a < b & c > \"d\" 'e'"), "<p>a &lt; b &amp; c &gt; \"d\" 'e'</p>"),
        (el("p", "").attr("title", "<b> \"x\" & 'y'"), "<p title=\"&lt;b&gt; &quot;x&quot; &amp; 'y'\"></p>"),
        (el("p", "").with(live_text(|| "</p><script>".to_owned())), "<p>&lt;/p&gt;&lt;script&gt;</p>"),
        (el("p", "").live_attr("lang", || Some("\"><script>".into())), "<p lang=\"&quot;&gt;&lt;script&gt;\"></p>"),
        (el("p", "").with("&amp;"), "<p>&amp;amp;</p>"),
    ];
    for (made, wanted) in cases {
        assert_eq!(html(made), wanted);
    }
}

#[test]
fn elements_without_an_end_have_none() {
    for tag in ["input", "br", "hr", "img"] {
        assert_eq!(html(el("p", "").with((el(tag, ""), "x"))), format!("<p><{tag}>x</p>"));
    }
    assert_eq!(html(el("i", "")), "<i></i>");
}

/// Browsers note what stands in fields in their session files, but not of this form.
#[test]
fn large_fields_belong_to_the_form_that_browsers_keep_nothing_of() {
    assert_eq!(html(el("textarea", "")), "<textarea form=\"unkept\"></textarea>");
    let page = crate::phone::render_html("/km/");
    assert!(page.contains("<form id=\"unkept\" autocomplete=\"off\" hidden=\"\"></form>"));
}

#[test]
fn things_stand_in_order_and_nothing_else() {
    let made = all(("a", el("b", "x").with(("c", None::<El>)), all(("d", Some("e"))), vec![el("i", ""), el("u", "")]));
    assert_eq!(html(made), "a<b class=\"x\">c</b>de<i></i><u></u>");
    let attrs = el("a", "").attr("href", "/").attr_if("lang", None::<&str>).attr_if("rel", Some("x")).attr("readonly", "");
    assert_eq!(html(attrs), "<a href=\"/\" rel=\"x\" readonly=\"\"></a>");
}

// ── what follows signals ──

#[test]
fn parts_follow_signals_and_the_rest_stays() {
    let (count, on) = (RwSignal::new(1), RwSignal::new(true));
    let part = move || {
        let row = |n: i32| el("li", "").with(n.to_string());
        (
            el("h2", "").with(count.get().to_string()),
            (0..count.get()).map(row).collect::<Vec<_>>(),
            on.get().then(|| el("hr", "")),
        )
    };
    let make = move || {
        let class = move || on.get().then_some("on".into());
        el("div", "").live_attr("class", class).with(("a", live(part), live(move || on.get().then_some("z")), "end"))
    };
    shown(make, |place| {
        let (div, title) = (place.find("div"), place.find("h2"));
        assert_eq!(place.inside(), "<div class=\"on\">a<h2>1</h2><li>0</li><hr>zend</div>");
        for (now, lit, wanted) in [
            (3, true, "<div class=\"on\">a<h2>3</h2><li>0</li><li>1</li><li>2</li><hr>zend</div>"),
            (0, true, "<div class=\"on\">a<h2>0</h2><hr>zend</div>"),
            (1, false, "<div>a<h2>1</h2><li>0</li>end</div>"),
            (2, true, "<div class=\"on\">a<h2>2</h2><li>0</li><li>1</li><hr>zend</div>"),
        ] {
            count.set(now);
            on.set(lit);
            assert_ne!(place.inside(), wanted, "nothing changes before all code of the tap has run");
            settle();
            assert_eq!(place.inside(), wanted);
            assert!(place.find("div") == div && place.find("h2") == title, "the elements are the same");
        }
    });
}

#[test]
fn values_and_ticks_are_properties() {
    let (text, on) = (RwSignal::new("a".to_owned()), RwSignal::new(false));
    let make = move || all((el("textarea", "").value(move || text.get()), el("input", "").checked(move || on.get())));
    shown(make, |place| {
        let (area, tick) = (place.find("textarea").expect("a field"), place.find("input").expect("a box"));
        assert!(area.value().as_deref() == Some("a") && !tick.is_checked());
        text.set("b".into());
        on.set(true);
        settle();
        assert!(area.value().as_deref() == Some("b") && tick.is_checked());
        assert_eq!(place.inside(), "<textarea form=\"unkept\"></textarea><input>");
    });
}

#[test]
fn an_attribute_is_set_only_when_it_changes() {
    let count = RwSignal::new(0);
    let make = move || el("p", "").live_attr("class", move || Some(if count.get() < 2 { "few" } else { "many" }.into()));
    shown(make, |place| {
        let changes = |place: &Node| place.find("p").map(|p| p.changes());
        assert_eq!(changes(place), Some(1));
        for (now, wanted) in [(1, 1), (2, 2), (3, 2)] {
            count.set(now);
            settle();
            assert_eq!(changes(place), Some(wanted));
        }
    });
}

#[test]
fn a_part_keeps_the_focus_and_a_key_makes_a_new_element() {
    let (count, key) = (RwSignal::new(0), RwSignal::new("a"));
    let part = move || {
        let label = count.get().to_string();
        el("main", "").key(key.get()).with((el("p", "").with(label.clone()), el("button", "").attr("aria-label", label)))
    };
    shown(
        move || live(part),
        |place| {
            let button = place.find("button").expect("a button");
            button.focus();
            count.set(1);
            settle();
            assert!(place.find("button").as_ref() == Some(&button) && dom::has_focus(&button));
            assert_eq!(place.inside(), "<main><p>1</p><button aria-label=\"1\"></button></main>");
            key.set("b");
            settle();
            assert!(place.find("button").is_some_and(|other| other != button) && !dom::has_focus(&button));
        },
    );
}

// ── lists ──

/// Shows a list of these items, then makes it into each of the others; gives what was built in all.
fn list(first: &'static str, then: &[&str], mut see: impl FnMut(&Node, &str)) -> String {
    let items = RwSignal::new(first.to_owned());
    let built = Rc::new(RefCell::new(String::new()));
    let note = built.clone();
    let row = move |item: char| {
        note.borrow_mut().push(item);
        // A row of more than one node, one of them following signals.
        all((el("li", "").with(item.to_string()), live(move || items.with(|items| items.contains('+')).then_some("+"))))
    };
    let make = move || el("ul", "").with(("[", each(move || items.with(|items| items.chars().collect()), row), "]"));
    shown(make, |place| {
        for now in then {
            items.set((*now).to_owned());
            settle();
            let plus = if now.contains('+') { "+" } else { "" };
            let rows: String = now.chars().map(|item| format!("<li>{item}</li>{plus}")).collect();
            assert_eq!(place.inside(), format!("<ul>[{rows}]</ul>"));
            see(place, now);
        }
    });
    let built = built.borrow();
    built.clone()
}

#[test]
fn a_list_becomes_any_other_and_builds_only_what_is_new() {
    let cases: &[(&'static str, &[&str], &str)] = &[
        ("", &["a", "", "abc"], "aabc"),
        ("abc", &["abc", "cba", "bca", "bac"], "abc"),
        ("abc", &["ab", "xab", "axb", "b"], "abcx"),
        ("abcdef", &["fabcde", "badcfe", "ace", "fbd"], "abcdeffbd"),
        ("aab", &["aba", "aa", "a", "aaa"], "aabaaa"),
        ("ab", &["ab+", "+ba", "ba"], "ab+"),
        ("abc", &["def", "cab"], "abcdefcab"),
    ];
    for (first, then, wanted) in cases {
        assert_eq!(list(first, then, |_, _| ()), *wanted, "{first} {then:?}");
    }
}

#[test]
fn rows_that_stay_keep_their_elements_and_the_focus() {
    for orders in [["bac", "cab", "abc"], ["cba", "bca", "xcybz"], ["acb", "cxa", "c"]] {
        let mut focused: Option<Node> = None;
        let find = |place: &Node, item: char| {
            let list = place.find("ul").expect("a list");
            list.kids().into_iter().find(|kid| kid.html() == format!("<li>{item}</li>"))
        };
        list("abc", &[["abc"].as_slice(), orders.as_slice()].concat(), |place, _| {
            let row = find(place, 'c').expect("the row");
            let row = focused.get_or_insert_with(|| {
                row.focus();
                row
            });
            assert!(find(place, 'c').as_ref() == Some(&*row), "{orders:?}: the same element");
            assert!(dom::has_focus(row), "{orders:?}: the focus stays");
        });
    }
}

// ── what goes ──

/// Counts what is cleaned up.
fn counter() -> (Arc<AtomicU32>, impl Fn() + Clone) {
    let count = Arc::new(AtomicU32::new(0));
    let into = count.clone();
    let note = move || {
        let into = into.clone();
        on_cleanup(move || {
            into.fetch_add(1, Relaxed);
        });
    };
    (count, note)
}

#[test]
fn what_a_part_made_goes_with_it() {
    let (around, inside) = (RwSignal::new(0), RwSignal::new(0));
    let ((outer, note_outer), (inner, note_inner)) = (counter(), counter());
    let runs = Arc::new(AtomicU32::new(0));
    let ran = runs.clone();
    let own = Rc::new(RefCell::new(Vec::new()));
    let kept = own.clone();
    let make = move || {
        live(move || {
            around.track();
            note_outer();
            let (note, ran) = (note_inner.clone(), ran.clone());
            kept.borrow_mut().push(RwSignal::new(0));
            live(move || {
                note();
                ran.fetch_add(1, Relaxed);
                inside.get().to_string()
            })
        })
    };
    let counts = || (runs.load(Relaxed), outer.load(Relaxed), inner.load(Relaxed));
    let disposed = || own.borrow().iter().map(|signal| signal.is_disposed()).collect::<Vec<_>>();
    shown(make, |place| {
        assert_eq!(counts(), (1, 0, 0));
        inside.set(1);
        settle();
        assert_eq!(counts(), (2, 0, 1));
        around.set(1);
        settle();
        assert_eq!(counts(), (3, 1, 2), "with the outer part its inner one went, too");
        // Both at once: the old inner part does not run any more.
        inside.set(2);
        around.set(2);
        settle();
        assert_eq!(counts(), (4, 2, 3));
        assert_eq!(disposed(), [true, true, false]);
        assert_eq!(place.inside(), "2");
    });
    assert_eq!(counts(), (4, 3, 4), "at the end all is gone");
    inside.try_set(3);
    settle();
    assert_eq!(counts(), (4, 3, 4));
}

#[test]
fn a_row_that_goes_takes_what_it_made_along() {
    let items = RwSignal::new(vec![1, 2, 3]);
    let (gone, note) = counter();
    let row = move |n: i32| {
        note();
        let half = Memo::new(move |_| n / 2);
        el("li", "").with(live_text(move || (half.get() + items.with(Vec::len) as i32).to_string()))
    };
    let make = move || each(move || items.get(), row.clone());
    shown(make, |place| {
        for (now, wanted) in [(vec![3, 1], 1), (vec![], 3), (vec![4, 5], 3), (vec![5], 4)] {
            items.set(now);
            settle();
            assert_eq!(gone.load(Relaxed), wanted);
        }
        assert_eq!(place.inside(), "<li>3</li>");
    });
    assert_eq!(gone.load(Relaxed), 5);
}

#[test]
fn parts_find_what_was_provided_around_them() {
    let on = RwSignal::new(0);
    let make = move || {
        provide_context(7_i32);
        live(move || {
            provide_context(on.get().to_string());
            let said = move || [expect_context::<String>(), expect_context::<i32>().to_string(), on.get().to_string()].concat();
            let items = move || vec![on.get()];
            all((
                el("p", "").live_attr("lang", move || Some(said().into())),
                live_text(said),
                each(items, move |_| live_text(said)),
            ))
        })
    };
    shown(make, |place| {
        assert_eq!(place.inside(), "<p lang=\"070\"></p>070070");
        on.set(1);
        settle();
        assert_eq!(place.inside(), "<p lang=\"171\"></p>171171");
    });
}

/// A memo that comes to the same value wakes nobody.
#[test]
fn parts_sleep_when_a_memo_says_the_same() {
    let count = RwSignal::new(0);
    let runs = Arc::new(AtomicU32::new(0));
    let ran = runs.clone();
    let make = move || {
        let even = Memo::new(move |_| count.get() % 2 == 0);
        live(move || {
            ran.fetch_add(1, Relaxed);
            even.get().to_string()
        })
    };
    shown(make, |place| {
        for (now, wanted) in [(2, 1), (4, 1), (5, 2), (7, 2), (8, 3)] {
            count.set(now);
            settle();
            assert_eq!(runs.load(Relaxed), wanted, "{now}");
            assert_eq!(place.inside(), (now % 2 == 0).to_string());
        }
    });
}

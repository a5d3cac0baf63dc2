//! The app without a screen: what stands on a page, as HTML. For the static pages of the site (`tools/static-pages.rs`), the
//! gallery of parts (`tools/gallery.rs`) and for tests.

use super::el::{settle, El};
use super::signal::provide_context;
use super::state::App;
use crate::platform::dom;
use crate::platform::memory::MemoryOutside;
use leptos::prelude::Owner;
use std::cell::RefCell;
use std::rc::Rc;

/// Opens the app on this phone, lets `act` use it, and gives what then stands in the page.
pub fn html(phone: &MemoryOutside, act: impl FnOnce() + 'static) -> String {
    let html = Rc::new(RefCell::new(String::new()));
    let into = html.clone();
    let owner = Owner::new();
    owner.with(|| {
        super::open(Rc::new(phone.clone()), move |ready| {
            let place = dom::element("div");
            let _standing = ready.view().show_in(&place);
            act();
            settle();
            into.replace(place.inside());
        });
        phone.settle();
    });
    owner.cleanup();
    html.take()
}
/// Parts without a screen around them, as HTML.
pub fn parts(phone: &MemoryOutside, make: impl FnOnce(App) -> El + 'static) -> String {
    let html = Rc::new(RefCell::new(String::new()));
    let into = html.clone();
    let owner = Owner::new();
    owner.with(|| {
        super::open(Rc::new(phone.clone()), move |ready| {
            let app = App::new(ready.outside, ready.opened, ready.lock);
            provide_context(app);
            provide_context(app.speech());
            let place = dom::element("div");
            let _standing = make(app).show_in(&place);
            settle();
            into.replace(place.inside());
        });
        phone.settle();
    });
    owner.cleanup();
    html.take()
}

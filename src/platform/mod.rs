//! The outside world, as one trait. `browser` is the real one (the only place that names web-sys,
//! js-sys or gloo); [`memory`] is the same world in memory for tests, and can be told to fail.

pub mod aloud;
#[cfg(target_arch = "wasm32")]
pub mod browser;
pub mod memory;
pub mod storage;

/// The nodes of the page, in the browser or in memory: a choice of the build, as nothing in them is worth a call through a table.
#[cfg(target_arch = "wasm32")]
pub use browser::dom;
#[cfg(not(target_arch = "wasm32"))]
pub use memory::dom;

use crate::dates::Date;
use aloud::Aloud;
use std::rc::Rc;
use storage::{Journal, Shelf};

/// A text file that leaves the phone because she tapped.
pub struct TextFile {
    pub name: String,
    /// What kind of file, so that the phone opens it with the right app.
    pub mime: &'static str,
    pub text: String,
}

/// What a line of a sheet of paper is. The letter stands for it on the way to the canvas (`browser/send.js`).
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Mark {
    Title = b'T' as isize,
    Head = b'H' as isize,
    Text = b'N' as isize,
    Quiet = b'Q' as isize,
    /// Something to tick; it was not yet.
    Open = b'-' as isize,
    /// Something that is ticked.
    Done = b'+' as isize,
    Ask = b'?' as isize,
    /// An empty line to write on by hand: on paper only.
    Rule = b'_' as isize,
    /// At the end of the sheet.
    Foot = b'F' as isize,
}

/// One line of a sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Line {
    pub mark: Mark,
    pub text: String,
}

/// A QR code: an SVG path of its dark squares, and how many squares it is wide, margin included.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Code {
    pub size: usize,
    pub path: String,
}

/// A sheet as a picture to send.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    pub name: String,
    pub lines: Vec<Line>,
    pub code: Code,
}

/// What became of something she wanted to send.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Shared {
    /// Another app has it.
    #[default]
    Sent,
    /// It can be pasted.
    Copied,
    /// It is a file on the phone.
    Saved,
    /// She changed her mind, or the phone refused.
    Refused,
    /// This browser cannot even copy.
    ByHand,
}

impl Shared {
    /// All, in the order that `browser/send.js` counts them.
    pub const ALL: [Shared; 5] = [Shared::Sent, Shared::Copied, Shared::Saved, Shared::Refused, Shared::ByHand];
}

/// Hears a text, or that there is none.
pub type OnText = Box<dyn FnOnce(Option<String>)>;
/// Hears 32 bytes, or that there are none.
pub type OnBytes = Box<dyn FnOnce(Option<[u8; 32]>)>;
/// Hears what became of it.
pub type OnShared = Box<dyn FnOnce(Shared)>;

/// How the storage of this browser stands.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct StorageFacts {
    /// Bytes used and granted; `None` where the browser does not tell.
    pub used: Option<u64>,
    pub quota: Option<u64>,
    /// The browser promised not to clear it by itself.
    pub persistent: Option<bool>,
}

/// What the app looks like; applied to the whole document.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Look {
    pub lang: &'static str,
    pub title: String,
    /// `system`, `light`, `dark` or `contrast`.
    pub theme: &'static str,
    /// Per cent of the normal text size.
    pub text: u16,
}

/// News from outside.
#[derive(Clone, Debug, PartialEq)]
pub enum News {
    /// Back or forward: a new address is shown, and the page had been scrolled to `y`.
    Address { address: String, y: f64 },
    /// A link inside the app was tapped.
    Link(String),
    /// A word of the glossary inside a text was tapped: the address of its page.
    Term(String),
    /// Another tab stored a record.
    Told { key: String, text: String },
    /// The network came or went.
    Online(bool),
    /// The page is left; it may come back as it was.
    Left,
    /// The page is hidden: the phone may kill it any moment. Also a good time to look at the clock again.
    Hidden,
    /// The page is shown again.
    Shown,
    /// A newer version of the app waits: what is new in it, in bytes, and what of that is yet to be fetched.
    UpdateReady { all: u32, still: u32 },
    /// It could not be fetched.
    UpdateFailed,
    /// Everything needed offline is stored: so many bytes as they came.
    OfflineReady(u32),
}

/// Everything the app asks of the world. No method panics; what may fail says so.
pub trait Outside {
    // ── time and chance ──
    /// Today on this phone's calendar.
    fn today(&self) -> Date;
    fn random(&self) -> u64;
    /// Milliseconds on some clock: for how long something lasted.
    fn now(&self) -> f64;
    /// Calls back once after so many milliseconds.
    fn later(&self, ms: u32, what: Box<dyn FnOnce()>);
    /// Calls back when what was just changed has been put into the page.
    fn after_render(&self, what: Box<dyn FnOnce()>);

    // ── keeping ──
    fn shelf(&self) -> Rc<dyn Shelf>;
    /// `None` where the browser has no IndexedDB.
    fn journal(&self) -> Option<Rc<dyn Journal>>;
    /// Where earlier states are kept: a journal of its own, so that a start does not read them.
    fn attic(&self) -> Option<Rc<dyn Journal>>;
    /// Tells the other tabs that a record was stored.
    fn tell_tabs(&self, key: &str, text: &str);
    /// Asks the browser not to clear the storage by itself.
    fn ask_to_persist(&self, done: Box<dyn FnOnce(bool)>);
    fn storage_facts(&self, done: Box<dyn FnOnce(StorageFacts)>);

    /// 32 bytes made of a secret by PBKDF2-HMAC-SHA-256; `None` where the browser cannot (plain http).
    fn derive(&self, secret: &str, salt: &[u8], rounds: u32, done: OnBytes);

    // ── the address ──
    /// Path and query, for example `/km/find/export?a=farm`.
    fn address(&self) -> String;
    /// Adds an entry to the history.
    fn push(&self, address: &str);
    /// Changes the present entry.
    fn replace(&self, address: &str);
    /// As the browser's back button; false when there is nothing of this app behind.
    fn back(&self) -> bool;

    // ── the page ──
    fn look(&self, look: &Look);
    /// Whether the phone shall know the app by a plain name that tells nothing.
    fn is_disguised(&self) -> bool;
    fn disguise(&self, plain: bool);
    fn scroll_to(&self, y: f64);
    /// Moves the focus to the element with this id, without scrolling.
    fn focus(&self, id: &str);
    /// Lays the dialog with this id over the page, which waits behind it; false where the browser has none.
    fn open_sheet(&self, id: &str) -> bool;
    fn close_sheet(&self, id: &str);
    fn is_online(&self) -> bool;
    fn save_file(&self, file: TextFile);
    /// Whether the phone can offer its own list of contacts.
    fn can_pick_contact(&self) -> bool;
    /// Lets her choose one of the phone's contacts; gives names, numbers and addresses, one a line. Nothing when she
    /// chose none.
    fn pick_contact(&self, done: Box<dyn FnOnce(String)>);
    /// The phone's share sheet; where it takes no files, a download.
    fn share_file(&self, file: TextFile, done: OnShared);
    /// A text file that she chooses; `None` when it is longer than so many bytes, or cannot be read.
    fn pick_file(&self, most: u32, done: OnText);
    /// A text as letters that may stand in a link; `None` where the browser cannot.
    fn pack(&self, text: &str, done: OnText);
    /// The way back; `None` when it is no such text, or longer than so many bytes.
    fn unpack(&self, code: &str, most: u32, done: OnText);
    /// Whether codes can be read with the camera inside the app.
    fn can_scan(&self) -> bool;
    /// Shows the camera's picture in the element with this id and tells every code it reads, until `found` says no, or the
    /// element is gone. An empty text: there is no camera, or she did not allow it.
    fn scan(&self, place: &str, found: Box<dyn FnMut(String) -> bool>);
    /// The fragment of the address, taken out of it and out of the history: it may hold a plan.
    fn take_fragment(&self) -> String;
    /// Where the app lives, for example `https://phlov.example`.
    fn origin(&self) -> String;

    /// Fetches the part of the app that only helpers need, once, and says whether it is here now.
    fn load_part(&self, done: Box<dyn FnOnce(bool)>);

    /// Whether the app is the single file that was passed on: it cannot be installed or updated.
    fn is_file(&self) -> bool;
    /// The phone's share sheet; where there is none, the clipboard.
    fn share_text(&self, text: &str, done: OnShared);
    /// The phone's share sheet; where it takes no pictures, a file.
    fn share_picture(&self, picture: Picture, done: OnShared);
    fn copy_text(&self, text: &str, done: OnShared);
    fn print(&self);
    fn aloud(&self) -> Rc<dyn Aloud>;
    /// Reloads with the waiting new version.
    fn take_update(&self);
    /// Keeps the screen from going dark, or lets it.
    fn stay_awake(&self, on: bool);
    /// Drops the pages that are kept because she came by them (public/sw.js).
    fn forget_pages(&self);
    /// From now on, news go here.
    fn listen(&self, news: Rc<dyn Fn(News)>);
}

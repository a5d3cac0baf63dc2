//! Words of helper mode: the queue of questions.

#[derive(Debug, PartialEq)]
#[repr(C)]
pub struct Queue {
    pub title: &'static str,
}

pub const KM: Queue = Queue { title: "សំណួររួម" };

pub const EN: Queue = Queue { title: "Questions of all" };

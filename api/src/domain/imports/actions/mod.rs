//! What is done with a list: it comes up by a ticket, is read and judged by the worker, corrected and taken by
//! whoever brought it in, and thrown away.

mod at_once;
mod deciding;
mod growing;
mod uploading;
mod working;

pub use at_once::{Bringing, bring_in, judge_list};
pub use deciding::{
    ImportCorrectErrorCode, ImportDiscardErrorCode, ImportTakeErrorCode, import_correct, import_discard,
    import_take,
};
pub use uploading::{ImportTicketErrorCode, MOST_BYTES, Ticket, Upload, import_ticket};
pub use working::{DUTY, work};

//! What is done with a list: it comes up by a ticket, is read and judged by the worker, corrected and taken by
//! whoever brought it in, and thrown away.

mod command;
mod processing;
mod steps;
mod totals;
mod uploading;

pub use command::{ImportRun, run, validate_list};
pub use processing::{JOB, process};
pub use steps::{
    ImportApplyErrorCode, ImportColumnsChangeErrorCode, ImportDeleteErrorCode, import_apply,
    import_columns_change, import_delete,
};
pub use uploading::{ImportUploadCreateErrorCode, MOST_BYTES, Upload, UploadTicket, import_upload_create};

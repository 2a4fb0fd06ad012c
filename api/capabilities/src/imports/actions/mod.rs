//! Actions on imports: upload with a ticket, reading and validation by the worker, correction, application and
//! deletion by the member.

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

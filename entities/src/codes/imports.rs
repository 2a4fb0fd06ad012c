//! Codes of imports of spreadsheets. Stored as written here.

use sea_orm::prelude::StringLen;

use super::codes;

codes! {
    /// Kind of record in the rows of an import.
    ImportKind {
        People = "PEOPLE": "People with their needs, held by the viewer's organisation.",
        Organisations = "ORGANISATIONS": "Organisations with their services and capacity.",
    }
}

codes! {
    /// State of an import.
    ImportState {
        Uploading = "UPLOADING": "The file is being uploaded.",
        Reading = "READING": "The file waits to be read, or is being read.",
        Unreadable = "UNREADABLE": "The file cannot be read; `failure` says why.",
        Validating = "VALIDATING": "The rows are being validated.",
        Validated = "VALIDATED": "All rows are validated and nothing is recorded yet; the member must decide.",
        Applying = "APPLYING": "The new rows are being recorded.",
        Done = "DONE": "The new rows are recorded.",
        Deleted = "DELETED": "The import was deleted; only its row counts are kept.",
    }
}

codes! {
    /// Reason for which an import failed.
    ImportFailure {
        Empty = "EMPTY": "The file is empty. Choose the file with the list, or save it again.",
        TooLarge = "TOO_LARGE": "The file is too large. Split the list, or remove pictures from it.",
        TooManyColumns = "TOO_MANY_COLUMNS": "The sheet has too many columns. Keep only the columns that are needed.",
        TooManyRows = "TOO_MANY_ROWS": "The sheet has too many rows. Split the list into several files.",
        Protected = "PROTECTED": "The file is protected by a password. Save a copy without a password.",
        NotASpreadsheet = "NOT_A_SPREADSHEET": "The file is not a spreadsheet. Save it as Excel (.xlsx) or CSV.",
        Damaged = "DAMAGED": "The file is damaged. Open it in a spreadsheet program and save it again.",
        DecompressedTooLarge = "DECOMPRESSED_TOO_LARGE": "The file unpacks to too much data. Copy it to a new workbook.",
        Interrupted = "INTERRUPTED": "The connection or the server failed during the upload. Import the list again.",
        NotAllowed = "NOT_ALLOWED": "The member who uploaded the list may no longer import it.",
        EndedByUpgrade = "ENDED_BY_UPGRADE": "The upgrade of the server ended the import. Import the file again.",
    }
}

//! Codes of lists that partners keep in spreadsheets; stored as written here.

use sea_orm::prelude::StringLen;

use super::codes;

codes! {
    /// What the rows of a list are.
    ImportKind {
        People = "PEOPLE": "People with what they need; recorded as the holder's own.",
        Organisations = "ORGANISATIONS": "Organisations with their services and places.",
    }
}

codes! {
    /// Where a list stands that is being brought in.
    ImportState {
        Uploading = "UPLOADING": "The file is on its way.",
        Reading = "READING": "The file waits to be read, or is being read.",
        Unreadable = "UNREADABLE": "The file cannot be read; `fault` says why.",
        Validating = "VALIDATING": "Its rows are being judged.",
        Validated = "VALIDATED": "Every row is judged and nothing is written: somebody must decide.",
        Applying = "APPLYING": "What is new in it is being written.",
        Done = "DONE": "What was new in it is written.",
        Deleted = "DELETED": "The list was thrown away; only its numbers are left.",
    }
}

codes! {
    /// Why a list cannot be read or written.
    ImportFailure {
        Empty = "EMPTY": "The file is empty: choose the one that holds the list, or save it again.",
        TooLarge = "TOO_LARGE": "The file is too large: split the list, or remove pictures from it.",
        TooManyColumns = "TOO_MANY_COLUMNS": "The sheet has too many columns: keep only those that are needed.",
        TooManyRows = "TOO_MANY_ROWS": "The sheet has too many rows: split the list into several files.",
        Protected = "PROTECTED": "The file is protected by a password: save a copy without one.",
        NotASpreadsheet = "NOT_A_SPREADSHEET": "The file is no spreadsheet that can be read: save the list as Excel workbook (.xlsx) or CSV.",
        Damaged = "DAMAGED": "The file is damaged: open it in a spreadsheet program and save it again.",
        DecompressedTooLarge = "DECOMPRESSED_TOO_LARGE": "The file unpacks to far too much: copy the list into a new workbook.",
        Interrupted = "INTERRUPTED": "It broke off, by the connection or by a fault of this program: bring the list in again.",
        NotAllowed = "NOT_ALLOWED": "Whoever brought it in may not write it any more.",
        EndedByUpgrade = "ENDED_BY_UPGRADE": "The upgrade of the program ended the import: import the file again.",
    }
}

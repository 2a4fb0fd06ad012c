//! Tables of every kind of cell, as files that a spreadsheet opens.

use std::{io::Cursor, sync::Arc};

use axum::body::to_bytes;
use calamine::{Data, Reader, Xlsx};
use http::{Request, header};

use super::{xlsx::MOST, *};
use crate::{
    Answer, Executor, Settings, Visitor,
    client::PageErrorKind,
    pages::{directory::next_address, tests::text},
    text::Language,
};

/// What a spreadsheet could take for a formula, and what could break a file.
const HOSTILE: [&str; 12] = [
    "=1+1",
    "+370 600 00000",
    "-2",
    "@SUM(A1)",
    "\t=1",
    "＝1",
    "=HYPERLINK(\"http://evil.example\";\"x\")",
    "a,b;c\"d\r\ne",
    "</t></si><script>alert(1)</script>",
    "_x0041_ \u{1}\u{b}",
    "http://evil.example/",
    "🦊 Žąsė Жук",
];

struct Silent;

impl Executor for Silent {
    fn execute<'a>(
        &'a self,
        _: &'a Visitor,
        _: &'static str,
        _: &'static str,
        _: serde_json::Value,
    ) -> Answer<'a> {
        Box::pin(async { Vec::new() })
    }
}

fn context(language: Language, path: &str) -> PageContext {
    let settings = Arc::new(Settings { demonstration: false, secure_cookies: true });
    let app = AppState { executor: Arc::new(Silent), settings };
    let request = Request::get(path).header(header::COOKIE, format!("language={}", language.tag()));
    let (parts, _) = request.body(()).expect("a request").into_parts();
    PageContext::stranger(&parts, &app)
}

/// Pages of so many rows, each row of the same cells; None is a fault.
struct Made {
    pages: Vec<Option<usize>>,
    row: Vec<Cell>,
}

impl Made {
    fn of(row: Vec<Cell>) -> Self {
        Made { pages: vec![Some(1)], row }
    }
}

impl Rows for Made {
    async fn page(&self, v: &PageContext, after: Option<String>) -> Result<Page, PageError> {
        let at: usize = after.map_or(0, |cursor| cursor.parse().expect("a cursor of ours"));
        let rows = self.pages[at].ok_or_else(|| PageError::new(v, PageErrorKind::Internal, None))?;
        let next = (at + 1 < self.pages.len()).then(|| (at + 1).to_string());
        Ok(Page { rows: vec![self.row.clone(); rows], next })
    }
}

fn table(columns: usize) -> Table {
    Table { name: "things", headings: (1..=columns).map(|n| format!("Column {n}")).collect() }
}

async fn csv_of(language: Language, rows: Made) -> Result<Response, PageError> {
    let columns = rows.row.len();
    answer(context(language, "/things.csv"), Ending::Csv, table(columns), rows).await
}

async fn xlsx_of(language: Language, rows: Made) -> Result<Response, PageError> {
    let columns = rows.row.len();
    answer(context(language, "/things.xlsx?kind=A"), Ending::Xlsx, table(columns), rows).await
}

fn every_kind() -> Vec<Cell> {
    let day = NaiveDate::from_ymd_opt(2026, 12, 28).expect("a day");
    vec![Cell::text("Žąsė"), Cell::Date(day), Cell::Number(-3), Cell::Empty]
}

/// The cells of the first sheet.
async fn sheet(response: Response) -> Vec<Vec<Data>> {
    let bytes = to_bytes(response.into_body(), usize::MAX).await.expect("a body");
    let mut book = Xlsx::new(Cursor::new(bytes.to_vec())).expect("a workbook");
    let (_, range) = book.worksheets().into_iter().next().expect("a sheet");
    range.rows().map(<[Data]>::to_vec).collect()
}

#[tokio::test]
async fn a_csv_is_written_as_spreadsheets_of_the_language_read_it() {
    for (language, row) in [
        (Language::English, "Žąsė,2026-12-28,-3,"),
        (Language::Lithuanian, "Žąsė;2026-12-28;-3;"),
        (Language::Russian, "Žąsė;2026-12-28;-3;"),
    ] {
        let response = csv_of(language, Made::of(every_kind())).await.expect("a table");
        let said = |name| response.headers()[name].to_str().expect("a header").to_owned();
        assert_eq!(said(header::CACHE_CONTROL), "no-store");
        assert_eq!(said(header::CONTENT_TYPE), "text/csv; charset=utf-8; header=present");
        assert_eq!(said(header::CONTENT_DISPOSITION), "attachment; filename=\"things-1970-01-01.csv\"");
        let written = text(response).await;
        let lines: Vec<_> =
            written.strip_prefix('\u{feff}').expect("the mark of UTF-8").split("\r\n").collect();
        assert_eq!(lines[1..], [row, ""]);
    }
}

#[test]
fn a_formula_is_taken_for_words() {
    for bad in &HOSTILE[..7] {
        assert_eq!(csv::harmless((*bad).to_owned()), format!("'{bad}"));
    }
    for good in ["", "Heron-27", "1=1", "member_01h45"] {
        assert_eq!(csv::harmless(good.to_owned()), good);
    }
}

#[tokio::test]
async fn hostile_words_stay_in_their_cell_of_a_csv() {
    let rows = Made::of(HOSTILE.map(Cell::text).to_vec());
    let written = text(csv_of(Language::Lithuanian, rows).await.expect("a table")).await;
    let mut reader = ::csv::ReaderBuilder::new().delimiter(b';').from_reader(written.as_bytes());
    let records: Vec<_> = reader.records().collect::<Result<_, _>>().expect("a table");
    let cells: Vec<_> = records[0].iter().map(|cell| cell.trim_start_matches('\'')).collect();
    assert_eq!((records.len(), cells), (1, HOSTILE.to_vec()));
}

#[tokio::test]
async fn all_pages_come_one_after_the_other() {
    let rows = || Made { pages: vec![Some(100), Some(0), Some(100), Some(50)], row: every_kind() };
    let written = text(csv_of(Language::English, rows()).await.expect("a table")).await;
    assert_eq!((written.matches("\r\n").count(), written.matches("Column 1").count()), (251, 1));
    assert_eq!(sheet(xlsx_of(Language::English, rows()).await.expect("a table")).await.len(), 251);
}

#[tokio::test]
async fn a_fault_in_the_middle_leaves_no_half_of_a_table() {
    let rows = || Made { pages: vec![Some(100), Some(100), None, Some(100)], row: every_kind() };
    let begun = csv_of(Language::English, rows()).await.expect("the beginning was there");
    assert!(to_bytes(begun.into_body(), usize::MAX).await.is_err(), "it breaks off");
    let refused = xlsx_of(Language::English, rows()).await.expect_err("nothing was sent").into_response();
    assert_eq!(refused.status(), StatusCode::INTERNAL_SERVER_ERROR);
    assert!(!refused.headers().contains_key(header::CONTENT_DISPOSITION));
}

#[tokio::test]
async fn whoever_may_not_is_told_so_before_anything_is_sent() {
    let rows = || Made { pages: vec![None], row: every_kind() };
    for refused in [csv_of(Language::English, rows()).await, xlsx_of(Language::English, rows()).await] {
        let refused = refused.expect_err("a refusal").into_response();
        assert_eq!(refused.status(), StatusCode::INTERNAL_SERVER_ERROR);
        assert!(!refused.headers().contains_key(header::CONTENT_DISPOSITION));
    }
}

#[tokio::test]
async fn an_xlsx_holds_words_as_words_dates_as_dates_and_numbers_as_numbers() {
    let response = xlsx_of(Language::English, Made::of(every_kind())).await.expect("a table");
    let said = |name| response.headers()[name].to_str().expect("a header").to_owned();
    assert_eq!(said(header::CACHE_CONTROL), "no-store");
    assert!(said(header::CONTENT_TYPE).ends_with("spreadsheetml.sheet"));
    assert_eq!(said(header::CONTENT_DISPOSITION), "attachment; filename=\"things-1970-01-01.xlsx\"");
    let rows = sheet(response).await;
    assert_eq!(rows[0][0], Data::String("Column 1".to_owned()));
    assert_eq!((&rows[1][0], &rows[1][2]), (&Data::String("Žąsė".to_owned()), &Data::Float(-3.0)));
    match &rows[1][1] {
        Data::DateTime(day) => assert!(day.is_datetime() && day.as_f64() == 46_384.0, "{day}"),
        other => panic!("no date: {other:?}"),
    }
}

#[tokio::test]
async fn hostile_words_are_words_in_an_xlsx() {
    let long = "🦊".repeat(20_000);
    let words = HOSTILE.into_iter().chain([long.as_str()]).map(Cell::text).collect();
    let rows = sheet(xlsx_of(Language::English, Made::of(words)).await.expect("a table")).await;
    for (cell, words) in rows[1].iter().zip(HOSTILE) {
        let Data::String(read) = cell else { panic!("no words: {cell:?}") };
        // A cell keeps one kind of line break.
        assert_eq!(read.replace("\r\n", "\n"), words.replace("\r\n", "\n"));
    }
    assert_eq!(rows[1][12], Data::String("🦊".repeat(16_383)), "cut where a cell holds no more");
}

#[tokio::test]
async fn days_that_spreadsheets_do_not_know_are_words() {
    let old = NaiveDate::from_ymd_opt(1899, 12, 31).expect("a day");
    let rows = sheet(xlsx_of(Language::English, Made::of(vec![Cell::Date(old)])).await.expect("a table"));
    assert_eq!(rows.await[1][0], Data::String("1899-12-31".to_owned()));
}

#[tokio::test]
async fn what_is_too_long_for_an_xlsx_is_offered_as_csv() {
    let rows = |over: usize| Made { pages: vec![Some(MOST), Some(over)], row: vec![Cell::Number(1)] };
    for language in Language::ALL {
        let page = xlsx_of(language, rows(1)).await.expect("a page");
        assert_eq!(page.status(), StatusCode::PAYLOAD_TOO_LARGE);
        let page = text(page).await;
        assert!(page.contains("href=\"/things.csv?kind=A\"") && page.contains("20000"));
        assert!(!page.contains("export-") && page.matches("<h1").count() == 1);
    }
    let most = Made { pages: vec![Some(MOST)], row: vec![Cell::Number(1)] };
    let whole = xlsx_of(Language::English, most).await.expect("a table");
    assert_eq!(sheet(whole).await.len(), MOST + 1);
}

#[test]
fn cells_say_nothing_where_nothing_is_known() {
    assert_eq!(Cell::text(""), Cell::Empty);
    assert_eq!(Cell::texts(["a", "b"]), Cell::text("a; b"));
    assert_eq!(Cell::texts([""; 0]), Cell::Empty);
    assert_eq!((Cell::date(None), Cell::number(None)), (Cell::Empty, Cell::Empty));
    assert_eq!(Cell::yes(&context(Language::Russian, "/"), true), Cell::text("да"));
}

#[test]
fn the_line_below_a_list_keeps_its_filters() {
    let v = context(Language::English, "/things");
    let asked = Fields::of_query("kind=NGO&text=a+b&after=c");
    let line = export_form(&v, "/things", &asked, &["kind", "text"]).noted(Some("<b>".to_owned()));
    let line = line.render().expect("a line");
    assert!(line.contains("href=\"/things.csv?kind=NGO&#38;text=a+b\""), "{line}");
    assert!(line.contains("href=\"/things.xlsx?kind=NGO&#38;text=a+b\"") && !line.contains("<b>"), "{line}");
    assert_eq!(next_address("/things.csv", &Fields::default(), &["kind"], None), "/things.csv");
}

//! Id and metrics of every request. The id is in the log; the address is not, because it contains search terms.

use std::{
    fmt::Write as _,
    sync::{
        Arc,
        atomic::{AtomicU64, Ordering},
    },
    time::Instant,
};

use axum::{
    extract::{Request, State},
    middleware::Next,
    response::Response,
};
use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};
use tracing::Instrument;

const HEADER: HeaderName = HeaderName::from_static("x-request-id");
/// Upper ends of the histogram, in milliseconds.
const ENDS: [u64; 10] = [5, 10, 25, 50, 100, 250, 500, 1_000, 2_500, 10_000];

/// Number of requests that this process has answered.
#[derive(Debug, Default)]
pub struct Answered {
    /// By the first digit of the status.
    classes: [AtomicU64; 5],
    /// One for each bound, and one for longer requests.
    within: [AtomicU64; ENDS.len() + 1],
    microseconds: AtomicU64,
}

impl Answered {
    fn note(&self, status: StatusCode, microseconds: u64) {
        let class = usize::from(status.as_u16() / 100).clamp(1, 5) - 1;
        self.classes[class].fetch_add(1, Ordering::Relaxed);
        let at = ENDS.partition_point(|end| end * 1_000 < microseconds);
        self.within[at].fetch_add(1, Ordering::Relaxed);
        self.microseconds.fetch_add(microseconds, Ordering::Relaxed);
    }

    /// Writes the metrics in the format of Prometheus.
    pub fn write(&self, to: &mut String) {
        to.push_str("# HELP throughgate_requests_total Answered requests by status\n");
        to.push_str("# TYPE throughgate_requests_total counter\n");
        for (class, count) in (1..).zip(&self.classes) {
            let count = count.load(Ordering::Relaxed);
            let _ = writeln!(to, "throughgate_requests_total{{status=\"{class}xx\"}} {count}");
        }
        to.push_str("# HELP throughgate_request_seconds Duration of requests in seconds\n");
        to.push_str("# TYPE throughgate_request_seconds histogram\n");
        let mut so_far = 0;
        let ends = ENDS.map(|end| (end as f64 / 1_000.0).to_string());
        for (end, count) in ends.iter().map(String::as_str).chain(["+Inf"]).zip(&self.within) {
            so_far += count.load(Ordering::Relaxed);
            let _ = writeln!(to, "throughgate_request_seconds_bucket{{le=\"{end}\"}} {so_far}");
        }
        let sum = self.microseconds.load(Ordering::Relaxed) as f64 / 1_000_000.0;
        let _ =
            writeln!(to, "throughgate_request_seconds_sum {sum}\nthroughgate_request_seconds_count {so_far}");
    }
}

/// Gives the request its id: in the log's lines, and with the answer.
pub async fn accompany(State(answered): State<Arc<Answered>>, request: Request, next: Next) -> Response {
    let begun = Instant::now();
    let id = brought(request.headers()).unwrap_or_else(new_id);
    let span = tracing::info_span!("request", id = id.to_str().unwrap_or_default());
    let mut response = next.run(request).instrument(span).await;
    response.headers_mut().insert(HEADER, id);
    let took = u64::try_from(begun.elapsed().as_micros()).unwrap_or(u64::MAX);
    answered.note(response.status(), took);
    response
}

/// The id that a proxy gave: 8 to 64 hexadecimal digits and dashes, in which no name can be hidden.
fn brought(headers: &HeaderMap) -> Option<HeaderValue> {
    let value = headers.get(HEADER)?;
    let bytes = value.as_bytes();
    let formed = bytes.iter().all(|byte| byte.is_ascii_hexdigit() || *byte == b'-');
    ((8..=64).contains(&bytes.len()) && formed).then(|| value.clone())
}

fn new_id() -> HeaderValue {
    let digits = platform::sealing::random::<16>().map(|byte| format!("{byte:02x}")).concat();
    HeaderValue::try_from(digits).expect("digits may stand in a header")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_that_could_say_something_is_not_taken() {
        let given = |id: &str| {
            let mut headers = HeaderMap::new();
            headers.insert(HEADER, HeaderValue::from_str(id).unwrap());
            brought(&headers).is_some()
        };
        assert!(given("0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b") && given("DEADBEEF"));
        for bad in ["", "1234567", "jonas@example.org", "abcdefgh", &"a".repeat(65)] {
            assert!(!given(bad), "{bad}");
        }
        assert!(new_id().len() == 32);
    }

    #[test]
    fn answers_are_counted_where_they_belong() {
        let answered = Answered::default();
        for (status, microseconds) in [(200, 5_000), (303, 5_001), (404, 9_999_000), (500, 20_000_000)] {
            answered.note(StatusCode::from_u16(status).unwrap(), microseconds);
        }
        let mut text = String::new();
        answered.write(&mut text);
        for line in [
            "throughgate_requests_total{status=\"2xx\"} 1\n",
            "throughgate_requests_total{status=\"5xx\"} 1\n",
            "throughgate_request_seconds_bucket{le=\"0.005\"} 1\n",
            "throughgate_request_seconds_bucket{le=\"0.01\"} 2\n",
            "throughgate_request_seconds_bucket{le=\"10\"} 3\n",
            "throughgate_request_seconds_bucket{le=\"+Inf\"} 4\n",
            "throughgate_request_seconds_count 4\n",
        ] {
            assert!(text.contains(line), "{line}\n{text}");
        }
    }
}

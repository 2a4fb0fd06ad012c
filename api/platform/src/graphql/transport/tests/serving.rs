//! Clients on a real socket: slow, silent, greedy.

use std::{
    sync::Arc,
    time::{Duration, Instant},
};

use axum::{Router, body::Body, routing::get};
use tokio::{
    io::{AsyncReadExt, AsyncWriteExt},
    net::{TcpListener, TcpStream},
    sync::oneshot,
    task::JoinHandle,
    time::{sleep, timeout},
};

use super::router;
use crate::graphql::transport::serve::{Timeouts, serve};

struct Server {
    address: std::net::SocketAddr,
    stop: oneshot::Sender<()>,
    task: JoinHandle<()>,
}

async fn server(patience: Timeouts) -> Server {
    server_of(router(), patience).await
}

async fn server_of(router: Router, patience: Timeouts) -> Server {
    let listener = TcpListener::bind("127.0.0.1:0").await.unwrap();
    let address = listener.local_addr().unwrap();
    let (stop, stopped) = oneshot::channel();
    let task = tokio::spawn(serve(listener, router, patience, async {
        let _ = stopped.await;
    }));
    Server { address, stop, task }
}

fn hasty() -> Timeouts {
    let short = Duration::from_millis(300);
    Timeouts {
        head: short,
        body: short,
        idle: Duration::from_millis(1_500),
        write: short,
        stop: short,
        connections: 3,
    }
}

const ME: &str = "{\"query\":\"{ me }\"}";

fn request(body: &str) -> String {
    let length = body.len();
    format!(
        "POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n\
         content-length: {length}\r\n\r\n{body}"
    )
}

/// Reads one answer whole.
async fn answer(stream: &mut TcpStream) -> String {
    let mut text = String::new();
    let mut buffer = [0; 4096];
    let read = async {
        loop {
            let read = stream.read(&mut buffer).await.unwrap();
            text.push_str(std::str::from_utf8(&buffer[..read]).unwrap());
            if read == 0 || text.ends_with('}') {
                return;
            }
        }
    };
    timeout(Duration::from_secs(5), read).await.unwrap();
    text
}

/// How long until the server closes, fed a byte every 50 ms.
async fn closed_after(stream: &mut TcpStream, drip: u8) -> Duration {
    let start = Instant::now();
    let mut buffer = [0; 4096];
    while start.elapsed() < Duration::from_secs(10) {
        match timeout(Duration::from_millis(50), stream.read(&mut buffer)).await {
            Ok(Ok(0) | Err(_)) => return start.elapsed(),
            Ok(Ok(_)) => {}
            Err(_) if drip == 0 => {}
            Err(_) => {
                let _ = stream.write_all(&[drip]).await;
            }
        }
    }
    panic!("still open");
}

async fn ask(stream: &mut TcpStream, text: &str) -> String {
    stream.write_all(text.as_bytes()).await.unwrap();
    answer(stream).await
}

#[tokio::test]
async fn a_head_that_dribbles_in_is_cut_off() {
    let server = server(hasty()).await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    stream.write_all(b"POST /graphql HTTP/1.1\r\nx: ").await.unwrap();
    let closed = closed_after(&mut stream, b'a').await;
    assert!(closed < Duration::from_millis(1_200), "{closed:?}");
    // The second request of a connection is no different.
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    assert!(ask(&mut stream, &request(ME)).await.ends_with("{\"data\":{\"me\":null}}"));
    stream.write_all(b"POST").await.unwrap();
    let closed = closed_after(&mut stream, b'a').await;
    assert!(closed < Duration::from_millis(1_200), "{closed:?}");
}

#[tokio::test]
async fn a_body_that_dribbles_in_is_cut_off() {
    let server = server(hasty()).await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let head = request(&" ".repeat(1_000));
    stream.write_all(head.trim_end().as_bytes()).await.unwrap();
    stream.write_all(b"\r\n\r\n{").await.unwrap();
    let start = Instant::now();
    let text = answer(&mut stream).await;
    assert!(text.starts_with("HTTP/1.1 408"), "{text}");
    assert!(start.elapsed() < Duration::from_millis(1_200));
}

#[tokio::test]
async fn a_connection_may_rest_between_requests_but_not_for_ever() {
    let server = server(hasty()).await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    for _ in 0..3 {
        assert!(ask(&mut stream, &request(ME)).await.starts_with("HTTP/1.1 200"));
        // Longer than a head may take.
        sleep(Duration::from_millis(500)).await;
    }
    let closed = closed_after(&mut stream, 0).await;
    assert!(closed > Duration::from_millis(700), "{closed:?}");
    assert!(closed < Duration::from_secs(3), "{closed:?}");
    // Nor may one on which nothing was ever asked.
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    assert!(closed_after(&mut stream, 0).await < Duration::from_secs(3));
}

#[tokio::test]
async fn a_slow_answer_is_waited_for() {
    let server = server(hasty()).await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let text = ask(&mut stream, &request("{\"query\":\"{ slow(ms: 900) }\"}")).await;
    assert!(text.ends_with("{\"data\":{\"slow\":900}}"), "{text}");
}

#[tokio::test]
async fn a_body_too_large_is_refused_while_it_comes() {
    let server = server(hasty()).await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let head = "POST /graphql HTTP/1.1\r\nhost: a\r\ncontent-type: application/json\r\n\
                transfer-encoding: chunked\r\n\r\n";
    stream.write_all(head.as_bytes()).await.unwrap();
    let chunk = format!("10000\r\n{}\r\n", " ".repeat(0x10000));
    let mut sent = 0;
    // The server stops reading, and the client can't go on for ever.
    while sent < 200 && stream.write_all(chunk.as_bytes()).await.is_ok() {
        sent += 1;
        let mut buffer = [0; 15];
        if let Ok(Ok(read)) = timeout(Duration::from_millis(1), stream.read(&mut buffer)).await {
            assert!(read == 0 || buffer.starts_with(b"HTTP/1.1 413"));
            return;
        }
    }
    assert!(sent < 200, "200 chunks of 64 kB were taken");
}

#[tokio::test]
async fn a_client_that_reads_nothing_is_cut_off() {
    let dropped = Arc::new(());
    let held = dropped.clone();
    let endless = move || {
        let held = held.clone();
        // More than the sockets of both sides hold.
        let chunks = (0..100_000).map(move |_| {
            let _ = &held;
            Ok::<_, std::io::Error>([b'x'; 4096].to_vec())
        });
        async move { Body::from_stream(async_graphql::futures_util::stream::iter(chunks)) }
    };
    let server = server_of(Router::new().route("/", get(endless)), hasty()).await;
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    stream.write_all(b"GET / HTTP/1.1\r\nhost: a\r\n\r\n").await.unwrap();
    let start = Instant::now();
    // The router holds one, this test another, and the answer under way a third.
    while Arc::strong_count(&dropped) < 3 {
        sleep(Duration::from_millis(5)).await;
    }
    while Arc::strong_count(&dropped) > 2 {
        assert!(start.elapsed() < Duration::from_secs(10), "still sending");
        sleep(Duration::from_millis(20)).await;
    }
}

#[tokio::test]
async fn connections_are_bounded_and_come_free() {
    let server = server(hasty()).await;
    let mut held = Vec::new();
    for _ in 0..3 {
        let mut stream = TcpStream::connect(server.address).await.unwrap();
        assert!(ask(&mut stream, &request(ME)).await.starts_with("HTTP/1.1 200"));
        held.push(stream);
    }
    let mut waiting = TcpStream::connect(server.address).await.unwrap();
    waiting.write_all(request(ME).as_bytes()).await.unwrap();
    let mut buffer = [0; 12];
    let early = timeout(Duration::from_millis(300), waiting.read_exact(&mut buffer)).await;
    assert!(early.is_err(), "answered beyond the limit");
    held.pop();
    assert!(answer(&mut waiting).await.starts_with("HTTP/1.1 200"));
}

#[tokio::test]
async fn a_stop_lets_requests_finish() {
    let server = server(Timeouts { stop: Duration::from_secs(3), ..hasty() }).await;
    let mut idle = TcpStream::connect(server.address).await.unwrap();
    let mut stream = TcpStream::connect(server.address).await.unwrap();
    let text = request("{\"query\":\"{ slow(ms: 500) }\"}");
    stream.write_all(text.as_bytes()).await.unwrap();
    sleep(Duration::from_millis(100)).await;
    server.stop.send(()).unwrap();
    assert!(answer(&mut stream).await.ends_with("{\"data\":{\"slow\":500}}"));
    timeout(Duration::from_secs(2), server.task).await.unwrap().unwrap();
    let mut buffer = [0; 1];
    assert!(matches!(idle.read(&mut buffer).await, Ok(0) | Err(_)));
    assert!(TcpStream::connect(server.address).await.is_err());
}

//! One request over one connection, for talking to the started program without a library between.

use std::io::{Error, ErrorKind, Read, Write};
use std::net::{SocketAddr, TcpStream};

use http::{HeaderMap, HeaderName, HeaderValue, StatusCode};

pub use crate::answer::Answer;
use crate::waiting::LIMIT;

/// `Err` says that nobody listens, or hung up.
pub fn get(address: SocketAddr, path: &str) -> std::io::Result<Answer> {
    get_with(address, path, "")
}

/// The same with headers, each of which ends its line.
pub fn get_with(address: SocketAddr, path: &str, headers: &str) -> std::io::Result<Answer> {
    send(address, &format!("GET {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\n{headers}\r\n"))
}

pub fn post(address: SocketAddr, path: &str, headers: &str, body: &str) -> std::io::Result<Answer> {
    let length = body.len();
    send(
        address,
        &format!(
            "POST {path} HTTP/1.1\r\nHost: {address}\r\nConnection: close\r\nContent-Length: {length}\r\n{headers}\r\n{body}"
        ),
    )
}

fn send(address: SocketAddr, request: &str) -> std::io::Result<Answer> {
    let mut stream = TcpStream::connect_timeout(&address, LIMIT)?;
    stream.set_read_timeout(Some(LIMIT))?;
    stream.write_all(request.as_bytes())?;
    let mut bytes = Vec::new();
    stream.read_to_end(&mut bytes)?;
    let text = String::from_utf8_lossy(&bytes);
    read(&text).ok_or_else(|| Error::new(ErrorKind::InvalidData, "no HTTP answer"))
}

fn read(text: &str) -> Option<Answer> {
    let (head, body) = text.split_once("\r\n\r\n").unwrap_or((text, ""));
    let mut lines = head.lines();
    let status = lines.next()?.split(' ').nth(1)?;
    let mut headers = HeaderMap::new();
    for (name, value) in lines.filter_map(|line| line.split_once(": ")) {
        headers.append(HeaderName::try_from(name).ok()?, HeaderValue::try_from(value).ok()?);
    }
    let status = StatusCode::from_bytes(status.as_bytes()).ok()?;
    Some(Answer { status, headers, body: body.to_owned() })
}

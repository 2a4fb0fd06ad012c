//! Serves the router, and lets no slow or silent client hold what others need.
//!
//! HTTP/1.1, one request of a connection at a time. Every wait has an end: for a head, for a body,
//! for the next request, for a client that doesn't read; and the number of connections is bounded:
//! further ones wait in the system's queue.

use std::{
    future::Future,
    io,
    net::SocketAddr,
    pin::Pin,
    sync::{
        Arc,
        atomic::{AtomicBool, AtomicUsize, Ordering},
    },
    task::{Context, Poll, ready},
    time::Duration,
};

use axum::{
    Router,
    body::{Body, Bytes, HttpBody},
    extract::{ConnectInfo, Request},
};
use hyper::{
    body::{Frame, Incoming, SizeHint},
    server::conn::http1,
    service::service_fn,
};
use hyper_util::{
    rt::{TokioIo, TokioTimer},
    server::graceful::{GracefulShutdown, Watcher},
};
use tokio::{
    io::{AsyncRead, AsyncWrite, ReadBuf},
    net::{TcpListener, TcpStream},
    sync::{OwnedSemaphorePermit, Semaphore},
    time::{Instant, Sleep, sleep, sleep_until, timeout},
};
use tower::ServiceExt;
use tower_http::timeout::DeadlineBody;

/// How long to wait for what, and for how many.
#[derive(Debug, Clone)]
pub struct Timeouts {
    /// From the first byte of a request to the last of its head.
    pub head: Duration,
    /// The whole body of a request.
    pub body: Duration,
    /// A connection on which nothing is asked.
    pub idle: Duration,
    /// A client that takes nothing of its answer.
    pub write: Duration,
    /// Time for running requests to end when the program is told to stop.
    pub stop: Duration,
    pub connections: usize,
}

impl Default for Timeouts {
    fn default() -> Self {
        Self {
            head: Duration::from_secs(10),
            body: Duration::from_secs(30),
            idle: Duration::from_secs(60),
            write: Duration::from_secs(30),
            stop: Duration::from_secs(10),
            connections: 1024,
        }
    }
}

/// Bytes of a request's head, and of what is read ahead.
const HEAD_BYTES: usize = 64 * 1024;
/// After a failed accept (no file handles left, say), before the next.
const ACCEPT_AGAIN: Duration = Duration::from_millis(100);

/// Serves until `stop` is ready, then lets the requests under way finish. Handlers find the
/// client's address as `ConnectInfo<SocketAddr>`.
pub async fn serve(
    listener: TcpListener,
    router: Router,
    patience: Timeouts,
    stop: impl Future<Output = ()>,
) {
    let patience = Arc::new(patience);
    let places = Arc::new(Semaphore::new(patience.connections));
    let graceful = GracefulShutdown::new();
    let mut stop = std::pin::pin!(stop);
    loop {
        let next = async {
            // Never closed, so never refused.
            let place = places.clone().acquire_owned().await.ok();
            (listener.accept().await, place)
        };
        let (accepted, place) = tokio::select! {
            () = &mut stop => break,
            next = next => next,
        };
        match accepted {
            Ok((stream, peer)) => {
                let router = router.clone();
                let patience = patience.clone();
                let watcher = graceful.watcher();
                let client = Client { stream, peer, place };
                tokio::spawn(converse(client, router, patience, watcher));
            }
            Err(error) => {
                tracing::warn!(%error, "a connection could not be accepted");
                sleep(ACCEPT_AGAIN).await;
            }
        }
    }
    drop(listener);
    if timeout(patience.stop, graceful.shutdown()).await.is_err() {
        tracing::warn!("running requests were ended at the stop");
    }
}

struct Client {
    stream: TcpStream,
    peer: SocketAddr,
    place: Option<OwnedSemaphorePermit>,
}

/// One connection, from its first request to its last.
async fn converse(client: Client, router: Router, patience: Arc<Timeouts>, watcher: Watcher) {
    let Client { stream, peer, place } = client;
    // Without it the answer is a little later.
    let _ = stream.set_nodelay(true);
    let progress = Arc::new(Progress::default());
    let watched = WriteTimeout {
        stream,
        progress: progress.clone(),
        heads: 0,
        begun: None,
        head: None,
        write: None,
        patience: patience.clone(),
    };
    let body_within = patience.body;
    let service = service_fn(move |request: hyper::Request<Incoming>| {
        progress.heads.fetch_add(1, Ordering::Relaxed);
        progress.busy.store(true, Ordering::Relaxed);
        let until_answered = Busy(progress.clone());
        let mut request: Request = request.map(|body| Body::new(DeadlineBody::new(body_within, body)));
        request.extensions_mut().insert(ConnectInfo(peer));
        let router = router.clone();
        async move {
            let response = router.oneshot(request).await?;
            Ok::<_, std::convert::Infallible>(response.map(|body| Answer { body, _busy: until_answered }))
        }
    });
    let connection = http1::Builder::new()
        .timer(TokioTimer::new())
        .header_read_timeout(patience.idle)
        .max_buf_size(HEAD_BYTES)
        .serve_connection(TokioIo::new(watched), service);
    // An interrupted or slow client is not logged.
    let _ = watcher.watch(connection).await;
    drop(place);
}

/// How far a connection's requests are.
#[derive(Default)]
struct Progress {
    /// Heads read so far.
    heads: AtomicUsize,
    /// The last one is being answered.
    busy: AtomicBool,
}

/// While it lives, a request of the connection is being answered.
struct Busy(Arc<Progress>);

impl Drop for Busy {
    fn drop(&mut self) {
        self.0.busy.store(false, Ordering::Relaxed);
    }
}

/// An answer's body, which knows when it was sent.
struct Answer {
    body: Body,
    _busy: Busy,
}

impl HttpBody for Answer {
    type Data = Bytes;
    type Error = axum::Error;

    fn poll_frame(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
    ) -> Poll<Option<Result<Frame<Bytes>, axum::Error>>> {
        Pin::new(&mut self.body).poll_frame(cx)
    }

    fn is_end_stream(&self) -> bool {
        self.body.is_end_stream()
    }

    fn size_hint(&self) -> SizeHint {
        self.body.size_hint()
    }
}

/// A stream that fails when the head of a request dribbles in or an answer isn't taken.
struct WriteTimeout {
    stream: TcpStream,
    progress: Arc<Progress>,
    /// As many heads were read when it was last looked.
    heads: usize,
    /// When the head now being read began.
    begun: Option<Instant>,
    head: Option<Pin<Box<Sleep>>>,
    write: Option<Pin<Box<Sleep>>>,
    patience: Arc<Timeouts>,
}

impl WriteTimeout {
    fn written<T>(&mut self, cx: &mut Context<'_>, outcome: Poll<io::Result<T>>) -> Poll<io::Result<T>> {
        if outcome.is_ready() {
            self.write = None;
            return outcome;
        }
        let limit = self.patience.write;
        let wait = self.write.get_or_insert_with(|| Box::pin(sleep(limit)));
        ready!(wait.as_mut().poll(cx));
        Poll::Ready(Err(io::ErrorKind::TimedOut.into()))
    }
}

impl AsyncRead for WriteTimeout {
    fn poll_read(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        buf: &mut ReadBuf<'_>,
    ) -> Poll<io::Result<()>> {
        let this = &mut *self;
        let before = buf.filled().len();
        let outcome = Pin::new(&mut this.stream).poll_read(cx, buf);
        let heads = this.progress.heads.load(Ordering::Relaxed);
        if heads != this.heads {
            (this.heads, this.begun, this.head) = (heads, None, None);
        }
        if this.progress.busy.load(Ordering::Relaxed) {
            return outcome;
        }
        if outcome.is_ready() {
            if buf.filled().len() > before {
                this.begun.get_or_insert_with(Instant::now);
            }
        } else if let Some(begun) = this.begun {
            let until = begun + this.patience.head;
            let wait = this.head.get_or_insert_with(|| Box::pin(sleep_until(until)));
            ready!(wait.as_mut().poll(cx));
            return Poll::Ready(Err(io::ErrorKind::TimedOut.into()));
        }
        outcome
    }
}

impl AsyncWrite for WriteTimeout {
    fn poll_write(mut self: Pin<&mut Self>, cx: &mut Context<'_>, buf: &[u8]) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write(cx, buf);
        self.written(cx, outcome)
    }

    fn poll_write_vectored(
        mut self: Pin<&mut Self>,
        cx: &mut Context<'_>,
        bufs: &[io::IoSlice<'_>],
    ) -> Poll<io::Result<usize>> {
        let outcome = Pin::new(&mut self.stream).poll_write_vectored(cx, bufs);
        self.written(cx, outcome)
    }

    fn is_write_vectored(&self) -> bool {
        self.stream.is_write_vectored()
    }

    fn poll_flush(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        let outcome = Pin::new(&mut self.stream).poll_flush(cx);
        self.written(cx, outcome)
    }

    fn poll_shutdown(mut self: Pin<&mut Self>, cx: &mut Context<'_>) -> Poll<io::Result<()>> {
        Pin::new(&mut self.stream).poll_shutdown(cx)
    }
}

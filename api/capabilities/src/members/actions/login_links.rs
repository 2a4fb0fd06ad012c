//! Sign-in by email. The answer is the same for every address, known or not; its duration is equalised by the HTTP
//! layer.

use entities::{
    codes::{LoginLinkKind, Origin},
    ids::{LoginLinkId, MemberId},
    instant::Instant,
    login_link,
};
use platform::{
    access::{Viewer, viewer::members_of_address},
    context::AppState,
    db::{AuditContext, Tx},
    error::DomainError,
};
use sea_orm::{
    ActiveValue::Set,
    ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter,
    sea_query::{Expr, ExprTrait},
};
use subtle::ConstantTimeEq;

use super::super::model::{ASKS_AN_HOUR, INVITATION_SECONDS, SIGN_IN_SECONDS, TRIES, digits};
use crate::notifications;

/// Reason why a link is refused.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum LoginRefused {
    /// It is for the browser in which it was asked for.
    OtherBrowser,
    /// It was used, has expired, or is not valid.
    Over,
}

/// Sends a link and a code to this address; does nothing if it is unknown, and does not show it. The browser waits
/// with the returned id.
pub async fn request_login_link(
    app: &AppState,
    email: &str,
    browser: &[u8],
) -> Result<LoginLinkId, DomainError> {
    let now = app.env.clock.now();
    let id = LoginLinkId(app.env.random_id());
    let members = members_of_address(app.db.read(), email, now).await?;
    // As whom one begins: for another of one's organisations one acts from there.
    let Some(member) = members.first().copied() else { return Ok(id) };
    let tx = app.db.begin(AuditContext::system(now)).await?;
    let asked = login_link::Entity::find()
        .filter(login_link::Column::MemberId.is_in(members))
        .filter(login_link::Column::Kind.eq(LoginLinkKind::SignIn))
        .filter(login_link::Column::CreatedAt.gt(now.plus_seconds(-3_600)))
        .count(tx.on())
        .await?;
    if asked >= ASKS_AN_HOUR {
        tracing::warn!("an address requests more login links than the limit");
        return Ok(id);
    }
    open(&tx, id, LoginLinkKind::SignIn, member, Some(browser.to_vec()), SIGN_IN_SECONDS).await?;
    notifications::queue_login_link(&tx, member, id).await?;
    tx.commit().await?;
    Ok(id)
}

/// Creates a login link for a new member, and sends it.
pub(super) async fn invite(tx: &Tx, member: MemberId) -> Result<LoginLinkId, DomainError> {
    let id = LoginLinkId(tx.env().random_id());
    open(tx, id, LoginLinkKind::Invitation, member, None, INVITATION_SECONDS).await?;
    notifications::queue_login_link(tx, member, id).await?;
    Ok(id)
}

/// Creates a login link for a member and returns it, for the operator to pass on if emails do not arrive.
pub async fn create_login_link(app: &AppState, member: MemberId) -> Result<String, DomainError> {
    let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
    let id = LoginLinkId(tx.env().random_id());
    open(&tx, id, LoginLinkKind::Invitation, member, None, INVITATION_SECONDS).await?;
    tx.commit().await?;
    Ok(notifications::url_of_login_link(app, id))
}

async fn open(
    tx: &Tx,
    id: LoginLinkId,
    kind: LoginLinkKind,
    member: MemberId,
    browser: Option<Vec<u8>>,
    seconds: i64,
) -> Result<(), DomainError> {
    // What ran out an hour ago counts for nothing any more, not even for how often one asked.
    let over = tx.now().plus_seconds(-3_600);
    login_link::Entity::delete_many().filter(login_link::Column::ExpiresAt.lt(over)).exec(tx.on()).await?;
    login_link::Entity::insert(login_link::ActiveModel {
        id: Set(id),
        kind: Set(kind),
        member_id: Set(member),
        browser: Set(browser),
        created_at: Set(tx.now()),
        expires_at: Set(tx.now().plus_seconds(seconds)),
        tries: Set(0),
        used_at: Set(None),
    })
    .exec_without_returning(tx.on())
    .await?;
    Ok(())
}

/// Tries a code in the browser that requested it. An attempt is counted before it is checked, so that simultaneous
/// attempts do not exceed five.
pub async fn try_code(
    app: &AppState,
    id: LoginLinkId,
    browser: &[u8],
    code: &str,
) -> Result<Option<MemberId>, DomainError> {
    let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
    let counted = login_link::Entity::update_many()
        .col_expr(login_link::Column::Tries, Expr::col(login_link::Column::Tries).add(1))
        .filter(login_link::Column::Id.eq(id))
        .filter(login_link::Column::Kind.eq(LoginLinkKind::SignIn))
        .filter(login_link::Column::Browser.eq(browser.to_vec()))
        .filter(login_link::Column::Tries.lt(TRIES))
        .filter(open_at(tx.now()))
        .exec(tx.on())
        .await?;
    if counted.rows_affected == 0 {
        return Ok(None);
    }
    let right: bool = app.sealing.code_of(id).as_bytes().ct_eq(digits(code).as_bytes()).into();
    let member = if right { take(&tx, id).await? } else { None };
    tx.commit().await?;
    Ok(member)
}

/// Tries a link: an invitation's in any browser, a sign-in's in the one that asked.
pub async fn try_link(
    app: &AppState,
    id: LoginLinkId,
    browser: &[u8],
    key: &str,
) -> Result<Result<MemberId, LoginRefused>, DomainError> {
    let right: bool = app.sealing.link_of(id).as_bytes().ct_eq(key.as_bytes()).into();
    if !right {
        return Ok(Err(LoginRefused::Over));
    }
    let tx = app.db.begin(AuditContext::system(app.env.clock.now())).await?;
    let row = login_link::Entity::find_by_id(id).filter(open_at(tx.now())).one(tx.on()).await?;
    let Some(row) = row else { return Ok(Err(LoginRefused::Over)) };
    if row.browser.is_some_and(|asked| asked != browser) {
        return Ok(Err(LoginRefused::OtherBrowser));
    }
    let Some(member) = take(&tx, id).await? else { return Ok(Err(LoginRefused::Over)) };
    tx.commit().await?;
    Ok(Ok(member))
}

/// Neither used nor over.
fn open_at(now: Instant) -> sea_orm::Condition {
    sea_orm::Condition::all()
        .add(login_link::Column::UsedAt.is_null())
        .add(login_link::Column::ExpiresAt.gt(now))
}

/// Uses a login link, once; returns its member. Every other link of the member becomes invalid.
async fn take(tx: &Tx, id: LoginLinkId) -> Result<Option<MemberId>, DomainError> {
    let used = login_link::Entity::update_many()
        .col_expr(login_link::Column::UsedAt, Expr::value(tx.now()))
        .filter(login_link::Column::Id.eq(id))
        .filter(open_at(tx.now()))
        .exec(tx.on())
        .await?;
    if used.rows_affected == 0 {
        return Ok(None);
    }
    let Some(row) = login_link::Entity::find_by_id(id).one(tx.on()).await? else { return Ok(None) };
    login_link::Entity::update_many()
        .col_expr(login_link::Column::UsedAt, Expr::value(tx.now()))
        .filter(login_link::Column::MemberId.eq(row.member_id))
        .filter(open_at(tx.now()))
        .exec(tx.on())
        .await?;
    // A member who has left in between cannot sign in.
    let viewer = Viewer::of_member(tx.on(), row.member_id, Origin::System, tx.now()).await?;
    Ok(viewer.map(|viewer| viewer.member))
}

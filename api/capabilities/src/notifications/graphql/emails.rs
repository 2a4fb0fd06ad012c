//! Emails and notification preferences in the schema.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use entities::{
    codes::{EmailFailure, EmailFrequency, EmailState},
    email,
    ids::EmailId,
};
use platform::{
    error::{DomainError, NoProblemCode},
    graphql::{
        Coded, DateTime, GraphqlError, Listing, PublicId, apart, idempotent, listing, page, payload, public,
        request,
    },
};

use super::super::{
    actions::{self, EmailRetryErrorCode},
    email_templates::RenderedEmail,
    model::Choice,
    reads,
};
use crate::{network::Member, notifications::EMAIL_READ};

/// Email to a member, shown to them and to members who manage the emails of the organisation.
pub struct Email(email::Model);

/// Contents of an email.
#[derive(SimpleObject)]
pub struct EmailContent {
    /// Subject, in the recipient's language.
    subject: String,
    /// Plain text part.
    text: String,
    /// HTML part.
    html: String,
}

impl From<RenderedEmail> for EmailContent {
    fn from(worded: RenderedEmail) -> Self {
        Self { subject: worded.subject, text: worded.text, html: worded.html }
    }
}

/// Email to a member, shown to them and to members who manage the emails of the organisation.
#[Object]
impl Email {
    /// Opaque global id.
    async fn id(&self) -> ID {
        public(self.0.id)
    }

    /// Recipient; null if the membership has ended.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        Member::load(ctx, self.0.member_id).await
    }

    /// Present state.
    async fn state(&self) -> Coded<EmailState> {
        Coded(self.0.state)
    }

    /// Frequency that the recipient had chosen.
    async fn frequency(&self) -> Coded<EmailFrequency> {
        Coded(self.0.frequency)
    }

    /// Time of queueing.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// Time of the next attempt; null if no attempt is due.
    async fn due_at(&self) -> Option<DateTime> {
        (self.0.state == EmailState::Queued).then_some(DateTime(self.0.due_at))
    }

    /// Time at which the mail server accepted the email; null if it did not.
    async fn sent_at(&self) -> Option<DateTime> {
        self.0.sent_at.map(DateTime)
    }

    /// Number of attempts.
    async fn tries(&self) -> i32 {
        self.0.tries
    }

    /// Reason why the last attempt failed; null if none failed.
    async fn failure(&self) -> Option<Coded<EmailFailure>> {
        self.0.failure.map(Coded)
    }

    /// Contents, as the recipient may see them now. Null for every other viewer, if nothing is left to notify, and if
    /// the email cannot be written.
    async fn content(&self, ctx: &Context<'_>) -> Result<Option<EmailContent>, GraphqlError> {
        match apart(reads::words_of(request(ctx), &self.0)).await {
            // A faulty email must not hide the others from the member who has to correct it.
            Err(DomainError::Internal(what)) => {
                tracing::error!(email = %self.0.id.0, what, "an email could not be written");
                Ok(None)
            }
            other => Ok(other?.map(EmailContent::from)),
        }
    }
}

/// Frequency of a member's emails.
#[derive(SimpleObject)]
pub struct NotificationPreferences {
    /// Frequency for urgent notifications, such as a referral, a question or a declined referral.
    urgent: Coded<EmailFrequency>,
    /// Frequency for all other notifications.
    other: Coded<EmailFrequency>,
    /// Time at which the mail server rejected the address; null if it did not. No email is sent until the member
    /// chooses again.
    refused_at: Option<DateTime>,
}

impl From<Choice> for NotificationPreferences {
    fn from(choice: Choice) -> Self {
        Self {
            urgent: Coded(choice.urgent),
            other: Coded(choice.other),
            refused_at: choice.refused_at.map(DateTime),
        }
    }
}

/// Queries of emails and notification preferences.
#[derive(Default)]
pub struct EmailsQuery;

#[Object]
impl EmailsQuery {
    /// Emails to the viewer, newest first; to every member of the organisation, if the viewer manages its emails.
    async fn emails(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Page size, 1 to 100; 25 if null")] first: Option<i32>,
        #[graphql(desc = "Cursor of the item before the page; null for the first")] after: Option<String>,
    ) -> Result<Listing<Email>, GraphqlError> {
        let page = page(ctx, first, after)?;
        Ok(listing(reads::emails(request(ctx), &page).await?, Email))
    }

    /// Email with this id.
    async fn email(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Global id")] id: ID,
    ) -> Result<Email, GraphqlError> {
        request(ctx).viewer()?;
        Ok(Email(reads::email(request(ctx), EmailId::parse(&id)?).await?))
    }

    /// Notification preferences of the viewer.
    async fn notification_preferences(
        &self,
        ctx: &Context<'_>,
    ) -> Result<NotificationPreferences, GraphqlError> {
        Ok(reads::choice(request(ctx)).await?.into())
    }
}

/// New notification preferences.
#[derive(InputObject)]
pub struct NotificationPreferencesChangeInput {
    /// Frequency for urgent notifications, such as a referral, a question or a declined referral.
    urgent: Coded<EmailFrequency>,
    /// Frequency for all other notifications.
    other: Coded<EmailFrequency>,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

/// Email to send again.
#[derive(InputObject)]
pub struct EmailRetryInput {
    /// Id of an email that was not sent.
    email_id: ID,
    /// Key of 1 to 100 printable ASCII characters, kept for 24 hours. A repeated request with the same key and
    /// the same input is carried out once and gets the same answer. Null: no protection against repetition.
    idempotency_key: Option<String>,
}

payload!(NotificationPreferencesChangePayload, /// Notification preferences after the change.
    choice: NotificationPreferences, NoProblemCode);
payload!(EmailRetryPayload, /// Email, queued again.
    email: Email, EmailRetryErrorCode);

/// Mutations of emails and notification preferences.
#[derive(Default)]
pub struct EmailsMutation;

#[Object]
impl EmailsMutation {
    /// Changes the viewer's notification preferences. A rejected address is tried again.
    async fn notification_preferences_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "New preferences")] input: NotificationPreferencesChangeInput,
    ) -> Result<NotificationPreferencesChangePayload, GraphqlError> {
        let chosen = || actions::change_preferences(request(ctx), input.urgent.0, input.other.0);
        let (done, errors) = idempotent(ctx, chosen).await?;
        let choice = match done {
            Some(()) => Some(reads::choice(request(ctx)).await?.into()),
            None => None,
        };
        Ok(NotificationPreferencesChangePayload { choice, errors })
    }

    /// Queues an email again that failed, or was kept while no mail server was set up.
    async fn email_retry(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Email to send again")] input: EmailRetryInput,
    ) -> Result<EmailRetryPayload, GraphqlError> {
        request(ctx).viewer_who_may(EMAIL_READ)?;
        let id = EmailId::parse(&input.email_id)?;
        let (done, errors) = idempotent(ctx, || actions::retry(request(ctx), id)).await?;
        let email = match done {
            Some(id) => Some(Email(reads::email(request(ctx), id).await?)),
            None => None,
        };
        Ok(EmailRetryPayload { email, errors })
    }
}

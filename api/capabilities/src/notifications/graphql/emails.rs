//! Mails in the schema: how they fare, and how members want to be told.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use entities::{
    codes::{EmailFailure, EmailFrequency, EmailState},
    email,
    ids::EmailId,
};

use super::super::{
    actions::{self, EmailRetryErrorCode},
    email_templates::RenderedEmail,
    model::Choice,
    reads,
};
use crate::network::Member;
use crate::notifications::EMAIL_READ;
use platform::{
    error::{DomainError, NoProblemCode},
    graphql::{
        Coded, DateTime, GraphqlError, Listing, PublicId, apart, idempotent, listing, page, payload, public,
        request,
    },
};

/// A mail to a member, shown to them, and to whoever looks after the mail of their organisation.
pub struct Email(email::Model);

/// What a mail says.
#[derive(SimpleObject)]
pub struct EmailContent {
    /// Its heading, in its receiver's language.
    subject: String,
    /// Its part for those who read plain text.
    text: String,
    /// Its part for those who read HTML.
    html: String,
}

impl From<RenderedEmail> for EmailContent {
    fn from(worded: RenderedEmail) -> Self {
        Self { subject: worded.subject, text: worded.text, html: worded.html }
    }
}

/// A mail to a member, shown to them, and to whoever looks after the mail of their organisation.
#[Object]
impl Email {
    /// Opaque; says what it is the id of.
    async fn id(&self) -> ID {
        public(self.0.id)
    }

    /// To whom; null where they have left.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        Member::load(ctx, self.0.member_id).await
    }

    /// Whether it waits, was sent or was given up.
    async fn state(&self) -> Coded<EmailState> {
        Coded(self.0.state)
    }

    /// How soon it was to be sent, as its receiver chose.
    async fn frequency(&self) -> Coded<EmailFrequency> {
        Coded(self.0.frequency)
    }

    /// When it was put in line.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// When it is sent, or tried again; null where it waits no more.
    async fn due_at(&self) -> Option<DateTime> {
        (self.0.state == EmailState::Queued).then_some(DateTime(self.0.due_at))
    }

    /// When the mail server took it.
    async fn sent_at(&self) -> Option<DateTime> {
        self.0.sent_at.map(DateTime)
    }

    /// How often it was tried.
    async fn tries(&self) -> i32 {
        self.0.tries
    }

    /// Why the last try failed.
    async fn failure(&self) -> Option<Coded<EmailFailure>> {
        self.0.failure.map(Coded)
    }

    /// What it says, as its receiver may see it now; null for everybody else, where nothing is left to say,
    /// and where it cannot be put into words.
    async fn content(&self, ctx: &Context<'_>) -> Result<Option<EmailContent>, GraphqlError> {
        match apart(reads::words_of(request(ctx), &self.0)).await {
            // One that is broken must not hide the others from whoever is to mend it.
            Err(DomainError::Internal(what)) => {
                tracing::error!(email = %self.0.id.0, what, "a mail cannot be put into words");
                Ok(None)
            }
            other => Ok(other?.map(EmailContent::from)),
        }
    }
}

/// How a member is told by mail.
#[derive(SimpleObject)]
pub struct NotificationPreferences {
    /// What waits for an answer, or leaves a person alone: a referral, a question, a refusal.
    urgent: Coded<EmailFrequency>,
    /// Everything else.
    other: Coded<EmailFrequency>,
    /// When the mail server refused the member's address; nothing is sent until they choose again.
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

/// Mails, and how one is told by them.
#[derive(Default)]
pub struct EmailsQuery;

#[Object]
impl EmailsQuery {
    /// The viewer's mails, newest first; those to every member of the organisation, where the viewer
    /// looks after its mail.
    async fn emails(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100; 25 where not given")] first: Option<i32>,
        #[graphql(desc = "A cursor of this list")] after: Option<String>,
    ) -> Result<Listing<Email>, GraphqlError> {
        let page = page(ctx, first, after)?;
        Ok(listing(reads::emails(request(ctx), &page).await?, Email))
    }

    /// One mail.
    async fn email(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Its id")] id: ID,
    ) -> Result<Email, GraphqlError> {
        request(ctx).viewer()?;
        Ok(Email(reads::email(request(ctx), EmailId::parse(&id)?).await?))
    }

    /// How the viewer is told by mail.
    async fn notification_preferences(
        &self,
        ctx: &Context<'_>,
    ) -> Result<NotificationPreferences, GraphqlError> {
        Ok(reads::choice(request(ctx)).await?.into())
    }
}

/// How to be told by mail.
#[derive(InputObject)]
pub struct NotificationPreferencesChangeInput {
    /// For what waits for an answer, or leaves a person alone.
    urgent: Coded<EmailFrequency>,
    /// For everything else.
    other: Coded<EmailFrequency>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A mail to be tried again.
#[derive(InputObject)]
pub struct EmailRetryInput {
    /// The `id` of a mail that could not be sent.
    email_id: ID,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

payload!(NotificationPreferencesChangePayload, /// How the viewer is told from now on.
    choice: NotificationPreferences, NoProblemCode);
payload!(EmailRetryPayload, /// The mail, queued again.
    email: Email, EmailRetryErrorCode);

/// Choosing, and trying again.
#[derive(Default)]
pub struct EmailsMutation;

#[Object]
impl EmailsMutation {
    /// Chooses how the viewer is told by mail. An address that was refused is tried again.
    async fn notification_preferences_change(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How soon, of what")] input: NotificationPreferencesChangeInput,
    ) -> Result<NotificationPreferencesChangePayload, GraphqlError> {
        let chosen = || actions::change_preferences(request(ctx), input.urgent.0, input.other.0);
        let (done, errors) = idempotent(ctx, chosen).await?;
        let choice = match done {
            Some(()) => Some(reads::choice(request(ctx)).await?.into()),
            None => None,
        };
        Ok(NotificationPreferencesChangePayload { choice, errors })
    }

    /// Queues a mail again that was given up, or kept while no mail server was set up.
    async fn email_retry(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which mail")] input: EmailRetryInput,
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

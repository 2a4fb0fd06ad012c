//! Mails in the schema: how they fare, and how members want to be told.

use async_graphql::{Context, ID, InputObject, Object, SimpleObject};
use entities::{
    codes::{MailFault, MailPace, MailState},
    ids::MailId,
    mail,
};

use super::super::{
    actions::{self, MailChooseErrorCode, MailRetryErrorCode},
    letters::Worded,
    model::Choice,
    reads,
};
use crate::{
    access::Action,
    domain::network::Member,
    graphql::{Coded, DateTime, Fault, Listing, PublicId, apart, call, listing, once, page, payload, public},
    refusal::Refusal,
};

/// A mail to a member, shown to them, and to whoever looks after the mail of their organisation.
pub struct Mail(mail::Model);

/// What a mail says.
#[derive(SimpleObject)]
pub struct MailContent {
    /// Its heading, in its receiver's language.
    subject: String,
    /// Its part for those who read plain text.
    text: String,
    /// Its part for those who read HTML.
    html: String,
}

impl From<Worded> for MailContent {
    fn from(worded: Worded) -> Self {
        Self { subject: worded.subject, text: worded.text, html: worded.html }
    }
}

/// A mail to a member, shown to them, and to whoever looks after the mail of their organisation.
#[Object]
impl Mail {
    /// Opaque; says what it is the id of.
    async fn id(&self) -> ID {
        public(self.0.id)
    }

    /// To whom; null where they have left.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Member>, Fault> {
        Member::load(ctx, self.0.member_id).await
    }

    /// Whether it waits, was sent or was given up.
    async fn state(&self) -> Coded<MailState> {
        Coded(self.0.state)
    }

    /// How soon it was to be sent, as its receiver chose.
    async fn pace(&self) -> Coded<MailPace> {
        Coded(self.0.pace)
    }

    /// When it was put in line.
    async fn created_at(&self) -> DateTime {
        DateTime(self.0.created_at)
    }

    /// When it is sent, or tried again; null where it waits no more.
    async fn due_at(&self) -> Option<DateTime> {
        (self.0.state == MailState::Queued).then_some(DateTime(self.0.due_at))
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
    async fn fault(&self) -> Option<Coded<MailFault>> {
        self.0.fault.map(Coded)
    }

    /// What it says, as its receiver may see it now; null for everybody else, where nothing is left to say,
    /// and where it cannot be put into words.
    async fn content(&self, ctx: &Context<'_>) -> Result<Option<MailContent>, Fault> {
        match apart(reads::words_of(call(ctx), &self.0)).await {
            // One that is broken must not hide the others from whoever is to mend it.
            Err(Refusal::Internal(what)) => {
                tracing::error!(mail = %self.0.id.0, what, "a mail cannot be put into words");
                Ok(None)
            }
            other => Ok(other?.map(MailContent::from)),
        }
    }
}

/// How a member is told by mail.
#[derive(SimpleObject)]
pub struct MailChoice {
    /// What waits for an answer, or leaves a person alone: a referral, a question, a refusal.
    urgent: Coded<MailPace>,
    /// Everything else.
    rest: Coded<MailPace>,
    /// When the mail server refused the member's address; nothing is sent until they choose again.
    refused_at: Option<DateTime>,
}

impl From<Choice> for MailChoice {
    fn from(choice: Choice) -> Self {
        Self {
            urgent: Coded(choice.urgent),
            rest: Coded(choice.rest),
            refused_at: choice.refused_at.map(DateTime),
        }
    }
}

/// Mails, and how one is told by them.
#[derive(Default)]
pub struct MailsQuery;

#[Object]
impl MailsQuery {
    /// The viewer's mails, newest first; those to every member of the organisation, where the viewer
    /// looks after its mail.
    async fn mails(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100; 25 where not given")] first: Option<i32>,
        #[graphql(desc = "A cursor of this list")] after: Option<String>,
    ) -> Result<Listing<Mail>, Fault> {
        let page = page(ctx, first, after)?;
        Ok(listing(reads::mails(call(ctx), &page).await?, Mail))
    }

    /// One mail.
    async fn mail(&self, ctx: &Context<'_>, #[graphql(desc = "Its id")] id: ID) -> Result<Mail, Fault> {
        call(ctx).viewer()?;
        Ok(Mail(reads::mail(call(ctx), MailId::parse(&id)?).await?))
    }

    /// How the viewer is told by mail.
    async fn mail_choice(&self, ctx: &Context<'_>) -> Result<MailChoice, Fault> {
        Ok(reads::choice(call(ctx)).await?.into())
    }
}

/// How to be told by mail.
#[derive(InputObject)]
pub struct MailChooseInput {
    /// For what waits for an answer, or leaves a person alone.
    urgent: Coded<MailPace>,
    /// For everything else.
    rest: Coded<MailPace>,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

/// A mail to be tried again.
#[derive(InputObject)]
pub struct MailRetryInput {
    /// The `id` of a mail that could not be sent.
    mail_id: ID,
    /// 1 to 100 printable ASCII characters, kept for 24 hours: the same input under the same key is done
    /// once, and answered alike.
    idempotency_key: Option<String>,
}

payload!(MailChoosePayload, /// How the viewer is told from now on.
    choice: MailChoice, MailChooseErrorCode);
payload!(MailRetryPayload, /// The mail, queued again.
    mail: Mail, MailRetryErrorCode);

/// Choosing, and trying again.
#[derive(Default)]
pub struct MailsMutation;

#[Object]
impl MailsMutation {
    /// Chooses how the viewer is told by mail. An address that was refused is tried again.
    async fn mail_choose(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "How soon, of what")] input: MailChooseInput,
    ) -> Result<MailChoosePayload, Fault> {
        let chosen = actions::choose(call(ctx), input.urgent.0, input.rest.0);
        let (done, errors) = once(ctx, chosen).await?;
        let choice = match done {
            Some(()) => Some(reads::choice(call(ctx)).await?.into()),
            None => None,
        };
        Ok(MailChoosePayload { choice, errors })
    }

    /// Queues a mail again that was given up, or kept while no mail server was set up.
    async fn mail_retry(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Which mail")] input: MailRetryInput,
    ) -> Result<MailRetryPayload, Fault> {
        call(ctx).viewer_who_may(Action::MailLook)?;
        let (done, errors) = once(ctx, actions::retry(call(ctx), MailId::parse(&input.mail_id)?)).await?;
        let mail = match done {
            Some(id) => Some(Mail(reads::mail(call(ctx), id).await?)),
            None => None,
        };
        Ok(MailRetryPayload { mail, errors })
    }
}

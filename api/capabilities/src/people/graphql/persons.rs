//! People and their needs, as their holder sees them.

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use chrono::NaiveDate;
use entities::{
    codes::{LegalStatus, NeedDomain, Priority, Scope, Sex, Sobriety},
    ids::{MemberId, OrganisationId},
};
use platform::{
    access::Action,
    graphql::{
        Coded, Date, DateTime, GraphqlError, Listing, Open, ReadyFields, listing, page, public, request,
    },
};

use super::{
    super::{
        model::Particulars,
        reads::{self, AccessRecordRow, NeedRow, PersonRow},
    },
    consents::Consent,
    erasure::Erasure,
    loaders::NeedsOf,
};
use crate::{
    loaders::loads,
    network::{Member, Municipality, Organisation, municipality_of},
    people::{CASE_TEAM_CHANGE, CONSENT_RECORD, CONSENT_WITHDRAW, PERSON_CHANGE, PERSON_ERASE},
    referrals::{REFERRAL_SEND, Referral},
};

/// Name, date of birth and language of a person.
#[derive(SimpleObject)]
pub struct Identity {
    /// Given names.
    given_name: String,
    /// Family name.
    family_name: String,
    /// Date of birth; null if unknown.
    date_of_birth: Option<Date>,
    /// Language in which the person is addressed, BCP 47.
    language: String,
}

/// Contact details of a person.
#[derive(SimpleObject)]
pub struct Contact {
    /// Phone number; empty for none.
    phone: String,
    /// Email address; empty for none.
    email: String,
    /// Street and town; empty for none.
    address: String,
}

/// Document that proves a person's identity.
#[derive(SimpleObject)]
pub struct IdentityDocument {
    /// Kind of document, such as identity card or passport.
    kind: String,
    /// Number printed on the document.
    number: String,
}

pub fn identity(known: &Particulars) -> Identity {
    Identity {
        given_name: known.given_name.clone(),
        family_name: known.family_name.clone(),
        date_of_birth: known.date_of_birth.map(Date),
        language: known.language.clone(),
    }
}

pub fn contact(known: &Particulars) -> Contact {
    Contact { phone: known.phone.clone(), email: known.email.clone(), address: known.address.clone() }
}

pub fn documents(known: &Particulars) -> Vec<IdentityDocument> {
    let one = |document: &super::super::model::Document| IdentityDocument {
        kind: document.kind.clone(),
        number: document.number.clone(),
    };
    known.documents.iter().map(one).collect()
}

/// Release of a person from prison.
#[derive(SimpleObject)]
pub struct Release {
    /// Date of release, past or future.
    date: Date,
    /// Whether the prison confirmed the date.
    confirmed: bool,
}

impl Release {
    pub fn of(date: Option<NaiveDate>, confirmed: bool) -> Option<Self> {
        date.map(|date| Self { date: Date(date), confirmed })
    }
}

/// Legal status, prison and status regarding alcohol and drugs of a person.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct Custody {
    /// Legal status.
    status: Coded<LegalStatus>,
    #[graphql(skip)]
    prison_id: Option<OrganisationId>,
    /// Status regarding alcohol and drugs, as last recorded.
    sobriety: Coded<Sobriety>,
}

#[ComplexObject]
impl Custody {
    /// Prison; null if the person is in none, or it is unknown.
    async fn prison(&self, ctx: &Context<'_>) -> Result<Option<Organisation>, GraphqlError> {
        match self.prison_id {
            Some(id) => Ok(Some(Organisation::load(ctx, id).await?)),
            None => Ok(None),
        }
    }
}

/// Person held by the viewer's organisation.
#[derive(Clone)]
pub struct Person(pub PersonRow);

impl Person {
    /// Encrypted data, decrypted if the viewer reads this scope; the access is recorded.
    async fn read_identity(
        &self,
        ctx: &Context<'_>,
        scope: Scope,
    ) -> Result<Option<Particulars>, GraphqlError> {
        if !request(ctx).viewer()?.scopes.contains(scope) {
            return Ok(None);
        }
        Ok(Some(reads::read_identity(request(ctx), &self.0.person).await?))
    }
}

/// Person held by the viewer's organisation. Another organisation sees a Disclosure instead.
#[Object]
impl Person {
    /// Opaque global id.
    pub async fn id(&self) -> ID {
        public(self.0.person.id)
    }

    /// Pseudonym by which the holder refers to the person without a name.
    async fn pseudonym(&self) -> &str {
        &self.0.person.pseudonym
    }

    /// Year of birth; null if unknown.
    async fn year_of_birth(&self) -> Option<i32> {
        self.0.person.year_of_birth
    }

    /// Sex, as recorded.
    async fn sex(&self) -> Coded<Sex> {
        Coded(self.0.person.sex)
    }

    /// Municipality to which the person returns; null if unknown.
    async fn municipality(&self, ctx: &Context<'_>) -> Option<Municipality> {
        self.0.person.municipality_id.and_then(|id| municipality_of(ctx, id))
    }

    /// Release; null if the date is unknown.
    async fn release(&self) -> Option<Release> {
        Release::of(self.0.person.release_date, self.0.person.release_confirmed)
    }

    /// Identity; null if the viewer's role does not read IDENTITY. Each access is recorded; not available over GET.
    async fn identity(&self, ctx: &Context<'_>) -> Result<Option<Identity>, GraphqlError> {
        Ok(self.read_identity(ctx, Scope::Identity).await?.as_ref().map(identity))
    }

    /// Contact details; null if the viewer's role does not read CONTACT. Each access is recorded; not available over
    /// GET.
    async fn contact(&self, ctx: &Context<'_>) -> Result<Option<Contact>, GraphqlError> {
        Ok(self.read_identity(ctx, Scope::Contact).await?.as_ref().map(contact))
    }

    /// ID documents; null if the viewer's role does not read DOCUMENTS. Each access is recorded; not available over
    /// GET.
    async fn documents(&self, ctx: &Context<'_>) -> Result<Option<Vec<IdentityDocument>>, GraphqlError> {
        Ok(self.read_identity(ctx, Scope::Documents).await?.as_ref().map(documents))
    }

    /// Custody; null if the viewer's role does not read OFFENCE.
    async fn custody(&self, ctx: &Context<'_>) -> Result<Option<Custody>, GraphqlError> {
        if !request(ctx).viewer()?.scopes.contains(Scope::Offence) {
            return Ok(None);
        }
        let known = reads::particulars(request(ctx), &self.0.person).await?;
        Ok(Some(Custody {
            status: Coded(known.legal_status()),
            prison_id: known.prison,
            sobriety: Coded(known.sobriety()),
        }))
    }

    /// Whether only the case team sees the person.
    async fn restricted(&self) -> bool {
        self.0.person.restricted
    }

    /// Needs, oldest first.
    async fn needs(&self, ctx: &Context<'_>) -> Result<Vec<Need>, GraphqlError> {
        let rows = loads(ctx).load_one(NeedsOf(self.0.person.id)).await?.unwrap_or_default();
        Ok(rows.into_iter().map(Need).collect())
    }

    /// Members of the case team, in the order of joining.
    async fn case_team(&self, ctx: &Context<'_>) -> Result<Vec<Member>, GraphqlError> {
        let ids = reads::case_team(request(ctx), self.0.person.id).await?;
        let mut found = loads(ctx).load_many(ids.iter().copied()).await?;
        Ok(ids.iter().filter_map(|id: &MemberId| found.remove(id)).map(Member).collect())
    }

    /// Consents and refusals, newest first.
    async fn consents(&self, ctx: &Context<'_>) -> Result<Vec<Consent>, GraphqlError> {
        Ok(reads::consents_of(request(ctx), self.0.person.id).await?.into_iter().map(Consent).collect())
    }

    /// Referrals of the person by the viewer's organisation, newest first.
    async fn referrals(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Page size, 1 to 100; 25 if null")] first: Option<i32>,
        #[graphql(desc = "Cursor of the item before the page; null for the first")] after: Option<String>,
    ) -> Result<Listing<ReadyFields<Referral>>, GraphqlError> {
        let page = page(ctx, first, after)?;
        let rows = crate::referrals::of_person(request(ctx), self.0.person.id, &page).await?;
        Ok(listing(rows, |row| ReadyFields(row.into())))
    }

    /// Accesses to the person's identity, newest first.
    async fn access_records(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "Page size, 1 to 100; 25 if null")] first: Option<i32>,
    ) -> Result<Vec<AccessRecord>, GraphqlError> {
        let first = platform::paging::Page::ask(first, None, false)?.first;
        let rows = reads::access_records(request(ctx), self.0.person.id, first).await?;
        Ok(rows.into_iter().map(|row| AccessRecord { at: DateTime(row.occurred_at), row }).collect())
    }

    /// Preview of the erasure of the person; null if the viewer may not erase.
    async fn erasure(&self, ctx: &Context<'_>) -> Result<Option<Erasure>, GraphqlError> {
        if !request(ctx).viewer()?.may(PERSON_ERASE) {
            return Ok(None);
        }
        Ok(Some(Erasure::of(ctx, &self.0.person).await?))
    }

    /// Actions that the viewer may take with the person.
    async fn may(&self, ctx: &Context<'_>) -> Result<Vec<Open<Action>>, GraphqlError> {
        let viewer = request(ctx).viewer()?;
        let about_people =
            [PERSON_CHANGE, PERSON_ERASE, CASE_TEAM_CHANGE, CONSENT_RECORD, CONSENT_WITHDRAW, REFERRAL_SEND];
        Ok(about_people.into_iter().filter(|action| viewer.may(*action)).map(Open).collect())
    }

    /// Version for optimistic locking: pass the version that was read to the mutation that changes it.
    async fn version(&self) -> i32 {
        self.0.person.version
    }
}

/// Access to a person's identity.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct AccessRecord {
    /// Time of the access.
    at: DateTime,
    #[graphql(skip)]
    row: AccessRecordRow,
}

#[ComplexObject]
impl AccessRecord {
    /// Organisation whose member had access; null for the program itself.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>, GraphqlError> {
        match self.row.organisation_id {
            Some(id) => Ok(Some(Organisation::load(ctx, id).await?)),
            None => Ok(None),
        }
    }

    /// Member who had access; null for a member of another organisation.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        match self.row.member_id {
            Some(id) => Member::load(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Referral through which a recipient had access; null for the holder's own members.
    async fn referral(&self, ctx: &Context<'_>) -> Result<Option<Referral>, GraphqlError> {
        match self.row.referral() {
            Some(id) => Referral::load(ctx, id).await,
            None => Ok(None),
        }
    }
}

/// Need of a person, in one domain.
#[derive(Clone)]
pub struct Need(pub NeedRow);

/// Need of a person, in one domain.
#[Object]
impl Need {
    /// Opaque global id.
    pub async fn id(&self) -> ID {
        public(self.0.need.id)
    }

    /// Domain of the need.
    async fn domain(&self) -> Coded<NeedDomain> {
        Coded(self.0.need.domain)
    }

    /// Urgency set by the holder.
    async fn urgency(&self) -> Coded<Priority> {
        Coded(self.0.need.urgency)
    }

    /// Text; null if the viewer's role does not read the scope of the domain.
    async fn text(&self) -> Option<&str> {
        self.0.text.as_deref()
    }

    /// Whether the need is met.
    async fn met(&self) -> bool {
        self.0.need.met
    }

    /// Open referrals about the need by the viewer's organisation.
    async fn open_referrals(&self, ctx: &Context<'_>) -> Result<Vec<Referral>, GraphqlError> {
        Referral::open_for(ctx, self.0.need.id).await
    }

    /// Version for optimistic locking: pass the version that was read to the mutation that changes it.
    async fn version(&self) -> i32 {
        self.0.need.version
    }
}

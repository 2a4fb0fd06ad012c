//! Persons and their needs, for those who work with them.

use async_graphql::{ComplexObject, Context, ID, Object, SimpleObject};
use chrono::NaiveDate;
use entities::{
    codes::{LegalStatus, NeedDomain, Priority, Scope, Sex, Sobriety},
    ids::{MemberId, OrganisationId},
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
use crate::loaders::loads;
use crate::people::{CASE_TEAM_CHANGE, CONSENT_RECORD, CONSENT_WITHDRAW, PERSON_CHANGE, PERSON_ERASE};
use crate::referrals::REFERRAL_SEND;
use crate::{
    network::{Member, Municipality, Organisation, municipality_of},
    referrals::Referral,
};
use platform::{
    access::Action,
    graphql::{
        Coded, Date, DateTime, GraphqlError, Listing, Open, ReadyFields, listing, page, public, request,
    },
};

/// A name and a date of birth.
#[derive(SimpleObject)]
pub struct Identity {
    /// Every given name, as it was written down.
    given_name: String,
    /// As it was written down.
    family_name: String,
    /// Null where it is not known.
    date_of_birth: Option<Date>,
    /// In which the person is spoken to, BCP 47.
    language: String,
}

/// How a person is reached.
#[derive(SimpleObject)]
pub struct Contact {
    /// As it was written down; empty where there is none.
    phone: String,
    /// Empty where there is none.
    email: String,
    /// Street and town, as it was written down; empty where there is none.
    address: String,
}

/// A paper that says who somebody is.
#[derive(SimpleObject)]
pub struct IdentityDocument {
    /// What it is, in words: identity card, passport.
    kind: String,
    /// As printed on it.
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

/// The day of release.
#[derive(SimpleObject)]
pub struct Release {
    /// The day on which the person is, or was, let go.
    date: Date,
    /// Whether the prison has confirmed it.
    confirmed: bool,
}

impl Release {
    pub fn of(date: Option<NaiveDate>, confirmed: bool) -> Option<Self> {
        date.map(|date| Self { date: Date(date), confirmed })
    }
}

/// Where a person stands with the law, and with alcohol and drugs.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct Custody {
    /// Where the person stands with the law.
    status: Coded<LegalStatus>,
    #[graphql(skip)]
    prison_id: Option<OrganisationId>,
    /// As it was last recorded.
    sobriety: Coded<Sobriety>,
}

#[ComplexObject]
impl Custody {
    /// Null where the person is in none, or it is not known.
    async fn prison(&self, ctx: &Context<'_>) -> Result<Option<Organisation>, GraphqlError> {
        match self.prison_id {
            Some(id) => Ok(Some(Organisation::load(ctx, id).await?)),
            None => Ok(None),
        }
    }
}

/// A person whom the viewer's organisation holds.
#[derive(Clone)]
pub struct Person(pub PersonRow);

impl Person {
    /// What is sealed, after noting the look, where the viewer reads this scope.
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

/// A person whom the viewer's organisation holds. Another organisation sees a Disclosure instead.
#[Object]
impl Person {
    /// Opaque; says what it is the id of.
    pub async fn id(&self) -> ID {
        public(self.0.person.id)
    }

    /// What the holder calls the person where no name is needed.
    async fn pseudonym(&self) -> &str {
        &self.0.person.pseudonym
    }

    /// Null where it is not known.
    async fn year_of_birth(&self) -> Option<i32> {
        self.0.person.year_of_birth
    }

    /// As it was recorded.
    async fn sex(&self) -> Coded<Sex> {
        Coded(self.0.person.sex)
    }

    /// Where the person returns to; null where it is not known.
    async fn municipality(&self, ctx: &Context<'_>) -> Option<Municipality> {
        self.0.person.municipality_id.and_then(|id| municipality_of(ctx, id))
    }

    /// Null where no day is known.
    async fn release(&self) -> Option<Release> {
        Release::of(self.0.person.release_date, self.0.person.release_confirmed)
    }

    /// Looking at it is recorded; not over GET. Null where the viewer's role does not read IDENTITY.
    async fn identity(&self, ctx: &Context<'_>) -> Result<Option<Identity>, GraphqlError> {
        Ok(self.read_identity(ctx, Scope::Identity).await?.as_ref().map(identity))
    }

    /// Looking at it is recorded; not over GET. Null where the viewer's role does not read CONTACT.
    async fn contact(&self, ctx: &Context<'_>) -> Result<Option<Contact>, GraphqlError> {
        Ok(self.read_identity(ctx, Scope::Contact).await?.as_ref().map(contact))
    }

    /// Looking at them is recorded; not over GET. Null where the viewer's role does not read
    /// DOCUMENTS.
    async fn documents(&self, ctx: &Context<'_>) -> Result<Option<Vec<IdentityDocument>>, GraphqlError> {
        Ok(self.read_identity(ctx, Scope::Documents).await?.as_ref().map(documents))
    }

    /// Null where the viewer's role does not read OFFENCE.
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

    /// Visible to the case team alone, whatever a role sees.
    async fn restricted(&self) -> bool {
        self.0.person.restricted
    }

    /// Oldest first.
    async fn needs(&self, ctx: &Context<'_>) -> Result<Vec<Need>, GraphqlError> {
        let rows = loads(ctx).load_one(NeedsOf(self.0.person.id)).await?.unwrap_or_default();
        Ok(rows.into_iter().map(Need).collect())
    }

    /// Who works with the person, in order of joining.
    async fn case_team(&self, ctx: &Context<'_>) -> Result<Vec<Member>, GraphqlError> {
        let ids = reads::case_team(request(ctx), self.0.person.id).await?;
        let mut found = loads(ctx).load_many(ids.iter().copied()).await?;
        Ok(ids.iter().filter_map(|id: &MemberId| found.remove(id)).map(Member).collect())
    }

    /// The person's own answers, newest first.
    async fn consents(&self, ctx: &Context<'_>) -> Result<Vec<Consent>, GraphqlError> {
        Ok(reads::consents_of(request(ctx), self.0.person.id).await?.into_iter().map(Consent).collect())
    }

    /// Referrals of the person that the viewer's organisation wrote, newest first.
    async fn referrals(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100; 25 where not given")] first: Option<i32>,
        #[graphql(desc = "A cursor of this list")] after: Option<String>,
    ) -> Result<Listing<ReadyFields<Referral>>, GraphqlError> {
        let page = page(ctx, first, after)?;
        let rows = crate::referrals::of_person(request(ctx), self.0.person.id, &page).await?;
        Ok(listing(rows, |row| ReadyFields(row.into())))
    }

    /// Who looked at the person's identity, newest first.
    async fn access_records(
        &self,
        ctx: &Context<'_>,
        #[graphql(desc = "1 to 100; 25 where not given")] first: Option<i32>,
    ) -> Result<Vec<AccessRecord>, GraphqlError> {
        let first = platform::paging::Page::ask(first, None, false)?.first;
        let rows = reads::access_records(request(ctx), self.0.person.id, first).await?;
        Ok(rows.into_iter().map(|row| AccessRecord { at: DateTime(row.occurred_at), row }).collect())
    }

    /// What would go and what would stay if the person were erased; null where the viewer may not.
    async fn erasure(&self, ctx: &Context<'_>) -> Result<Option<Erasure>, GraphqlError> {
        if !request(ctx).viewer()?.may(PERSON_ERASE) {
            return Ok(None);
        }
        Ok(Some(Erasure::of(ctx, &self.0.person).await?))
    }

    /// What the viewer may do with the person.
    async fn may(&self, ctx: &Context<'_>) -> Result<Vec<Open<Action>>, GraphqlError> {
        let viewer = request(ctx).viewer()?;
        let about_people =
            [PERSON_CHANGE, PERSON_ERASE, CASE_TEAM_CHANGE, CONSENT_RECORD, CONSENT_WITHDRAW, REFERRAL_SEND];
        Ok(about_people.into_iter().filter(|action| viewer.may(*action)).map(Open).collect())
    }

    /// Changes with every change; what is written names the one that was read.
    async fn version(&self) -> i32 {
        self.0.person.version
    }
}

/// Somebody looked at an identity.
#[derive(SimpleObject)]
#[graphql(complex)]
pub struct AccessRecord {
    /// When they looked.
    at: DateTime,
    #[graphql(skip)]
    row: AccessRecordRow,
}

#[ComplexObject]
impl AccessRecord {
    /// Of whoever looked; null for the program itself.
    async fn organisation(&self, ctx: &Context<'_>) -> Result<Option<Organisation>, GraphqlError> {
        match self.row.organisation_id {
            Some(id) => Ok(Some(Organisation::load(ctx, id).await?)),
            None => Ok(None),
        }
    }

    /// Null for a member of another organisation.
    async fn member(&self, ctx: &Context<'_>) -> Result<Option<Member>, GraphqlError> {
        match self.row.member_id {
            Some(id) => Member::load(ctx, id).await,
            None => Ok(None),
        }
    }

    /// Through which a recipient looked; null for the holder's own members.
    async fn referral(&self, ctx: &Context<'_>) -> Result<Option<Referral>, GraphqlError> {
        match self.row.referral() {
            Some(id) => Referral::load(ctx, id).await,
            None => Ok(None),
        }
    }
}

/// What a person needs.
#[derive(Clone)]
pub struct Need(pub NeedRow);

/// Something that a person needs, in one domain.
#[Object]
impl Need {
    /// Opaque; says what it is the id of.
    pub async fn id(&self) -> ID {
        public(self.0.need.id)
    }

    /// What it is about.
    async fn domain(&self) -> Coded<NeedDomain> {
        Coded(self.0.need.domain)
    }

    /// As the holder sees it.
    async fn urgency(&self) -> Coded<Priority> {
        Coded(self.0.need.urgency)
    }

    /// Null where the viewer's role lacks the scope of the domain.
    async fn text(&self) -> Option<&str> {
        self.0.text.as_deref()
    }

    /// Whether nothing is to be done about it any more.
    async fn met(&self) -> bool {
        self.0.need.met
    }

    /// Open referrals about it that the viewer's organisation wrote.
    async fn open_referrals(&self, ctx: &Context<'_>) -> Result<Vec<Referral>, GraphqlError> {
        Referral::open_for(ctx, self.0.need.id).await
    }

    /// Changes with every change; what is written names the one that was read.
    async fn version(&self) -> i32 {
        self.0.need.version
    }
}

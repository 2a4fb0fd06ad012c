//! Many rows at once: PostgreSQL copies them in, SQLite inserts some hundreds a statement.

use std::fmt::Write;

use chrono::NaiveDate;
use entities::instant::Instant;
use sea_orm::{
    ConnectionTrait,
    sqlx::{self, Connection, PgConnection},
};
use uuid::Uuid;

use crate::{
    db::{AuditContext, Db},
    error::DomainError,
};

/// A table and its columns, those of the database.
pub struct Table {
    pub name: &'static str,
    pub columns: &'static str,
}

/// Declares the tables in an order in which each refers to earlier ones alone.
macro_rules! tables {
    ($($item:ident = $name:literal: $columns:literal,)+) => {
        #[derive(Clone, Copy, Debug, PartialEq, Eq)]
        pub enum To {
            $($item,)+
        }

        const TABLES: &[Table] = &[$(Table { name: $name, columns: $columns },)+];
    };
}

tables! {
    LegalBasisRule = "legal_basis_rule": "id,purpose,recipient_kind,country,legal_basis,law",
    Organisation = "organisation": "id,kind,name,description,province,municipality_id,country,time_zone,language,managers_see_all,created_at",
    Account = "account": "id,email,name,language,created_at",
    Member = "member": "id,account_id,organisation_id,role,created_at,ended_at",
    Service = "service": "id,organisation_id,name,description,domain,purpose,status,unit,legal_statuses,sobriety,residents_only,eligibility_description,application_process,fees_description,assured_on,version",
    Capacity = "service_capacity": "service_id,starts_on,maximum",
    Agreement = "agreement": "id,title,purpose,state,scopes,starts_on,ends_on,proposed_by,version,created_at",
    Party = "agreement_party": "agreement_id,organisation_id,signed_at,signed_by",
    Key = "data_key": "id,purpose,owner,master,wrapped,created_at",
    Person = "person": "id,holder_id,key_id,pseudonym,year_of_birth,sex,municipality_id,release_date,release_confirmed,sealed,restricted,version,created_at,changed_at",
    Hash = "person_hash": "holder_id,hash,person_id",
    CaseTeam = "case_team": "person_id,member_id,since",
    Need = "need": "id,person_id,domain,urgency,text,met,version,created_at",
    Consent = "consent": "id,person_id,answer,purpose,scopes,report_back,how,in_custody,language,said,asked_by,asked_at,expires_on,withdrawn_at,version",
    ConsentRecipient = "consent_recipient": "consent_id,organisation_id",
    Disclosure = "disclosure": "id,person_id,recipient_id,key_id,pseudonym,created_at",
    Group = "referral_group": "id,sender_id,person_id,mode,settled_by,parent_id,created_at",
    Referral = "referral": "id,reference,group_id,person_id,sender_id,recipient_id,service_id,state,state_since,priority,domains,municipality_id,start_date,starts_on_release,scopes,pre_acceptance,ask,acknowledge_by,respond_by,due_on,next_reminder_at,reminders_sent,reject_reason,reject_reason_shown,withdraw_reason,outcome,outcome_result,created_by,assigned_to,sent_at,closed_at,version,created_at",
    Grant = "disclosure_grant": "id,referral_id,disclosure_id,sender_id,recipient_id,agreement_id,legal_basis,law,consent_id,given_consent_id,scopes,pre_acceptance,report_back,opened_at,closes_on,revoked_at,created_at",
    ReferralNeed = "referral_need": "referral_id,need_id",
    Message = "message": "id,referral_id,organisation_id,member_id,text,sent_at",
    Appointment = "appointment": "id,referral_id,starts_at,place,attendance,made_by,version,created_at",
    Event = "event": "id,sequence_number,kind,occurred_at,member_id,organisation_id,origin,about,fields",
    Subject = "event_subject": "organisation_id,subject_id,event_id",
}

/// A value of a row.
#[derive(Clone, Copy, Debug)]
pub enum Cell<'a> {
    Null,
    Id(Uuid),
    Number(i64),
    Text(&'a str),
    Day(NaiveDate),
    Yes(bool),
    Bytes(&'a [u8]),
}

impl Cell<'_> {
    pub fn at(at: Instant) -> Self {
        Cell::Number(at.0)
    }

    pub fn at_or_null(at: Option<Instant>) -> Self {
        at.map_or(Cell::Null, Cell::at)
    }

    pub fn day_or_null(day: Option<NaiveDate>) -> Self {
        day.map_or(Cell::Null, Cell::Day)
    }
}

/// Rows that wait to be written, as text for the database at hand.
pub struct Rows {
    for_postgres: bool,
    /// For each table, chunks of rows.
    chunks: Vec<Vec<String>>,
    /// Rows in the last chunk of each table.
    in_last: Vec<usize>,
    pub count: usize,
}

impl Rows {
    /// Rows of one statement, where a statement writes them.
    const OF_ONE_STATEMENT: usize = 400;

    pub fn new(for_postgres: bool) -> Self {
        let (chunks, in_last) = (vec![Vec::new(); TABLES.len()], vec![0; TABLES.len()]);
        Self { for_postgres, chunks, in_last, count: 0 }
    }

    pub fn add(&mut self, into: To, cells: &[Cell<'_>]) {
        let table = into as usize;
        debug_assert_eq!(cells.len(), TABLES[table].columns.split(',').count(), "{into:?}");
        let full = !self.for_postgres && self.in_last[table] >= Self::OF_ONE_STATEMENT;
        if full || self.chunks[table].is_empty() {
            self.chunks[table].push(String::new());
            self.in_last[table] = 0;
        }
        let Some(text) = self.chunks[table].last_mut() else { return };
        if self.for_postgres {
            copied(text, cells);
        } else {
            inserted(text, cells);
        }
        self.in_last[table] += 1;
        self.count += 1;
    }
}

/// A line of COPY's text format.
fn copied(text: &mut String, cells: &[Cell<'_>]) {
    for (n, cell) in cells.iter().enumerate() {
        if n > 0 {
            text.push('\t');
        }
        match cell {
            Cell::Null => text.push_str("\\N"),
            Cell::Id(id) => hexadecimal(text, id.as_bytes()),
            Cell::Number(number) => _ = write!(text, "{number}"),
            Cell::Day(day) => _ = write!(text, "{day}"),
            Cell::Yes(yes) => text.push(if *yes { 't' } else { 'f' }),
            Cell::Bytes(bytes) => {
                text.push_str("\\\\x");
                hexadecimal(text, bytes);
            }
            Cell::Text(words) => {
                for letter in words.chars() {
                    match letter {
                        '\\' => text.push_str("\\\\"),
                        '\t' => text.push_str("\\t"),
                        '\n' => text.push_str("\\n"),
                        '\r' => text.push_str("\\r"),
                        other => text.push(other),
                    }
                }
            }
        }
    }
    text.push('\n');
}

/// A row of an INSERT.
fn inserted(text: &mut String, cells: &[Cell<'_>]) {
    text.push_str(if text.is_empty() { "(" } else { ",(" });
    for (n, cell) in cells.iter().enumerate() {
        if n > 0 {
            text.push(',');
        }
        match cell {
            Cell::Null => text.push_str("NULL"),
            Cell::Id(id) => quoted_bytes(text, id.as_bytes()),
            Cell::Number(number) => _ = write!(text, "{number}"),
            Cell::Day(day) => _ = write!(text, "'{day}'"),
            Cell::Yes(yes) => text.push(if *yes { '1' } else { '0' }),
            Cell::Bytes(bytes) => quoted_bytes(text, bytes),
            Cell::Text(words) => _ = write!(text, "'{}'", words.replace('\'', "''")),
        }
    }
    text.push(')');
}

fn quoted_bytes(text: &mut String, bytes: &[u8]) {
    text.push_str("X'");
    hexadecimal(text, bytes);
    text.push('\'');
}

fn hexadecimal(text: &mut String, bytes: &[u8]) {
    const DIGITS: &[u8; 16] = b"0123456789abcdef";
    for byte in bytes {
        text.push(DIGITS[usize::from(byte >> 4)] as char);
        text.push(DIGITS[usize::from(byte & 15)] as char);
    }
}

/// Where rows are written.
pub struct BulkWriter {
    db: Db,
    postgres: Option<PgConnection>,
    at: Instant,
}

impl BulkWriter {
    pub async fn open(db: &Db, at: Instant) -> Result<Self, DomainError> {
        let mut postgres = None;
        if db.is_postgres() {
            let pool = db.migrations().get_postgres_connection_pool();
            let mut connection = pool.acquire().await.map_err(fault)?.detach();
            // What is written here refers to what was written before it; where we may, the
            // database does not look again.
            let _ = sqlx::query("SET session_replication_role = replica").execute(&mut connection).await;
            sqlx::query("SET synchronous_commit = off").execute(&mut connection).await.map_err(fault)?;
            postgres = Some(connection);
        }
        Ok(Self { db: db.clone(), postgres, at })
    }

    /// Writes rows, tables in their order, and gives itself back.
    pub async fn write(mut self, rows: Rows) -> Result<Self, DomainError> {
        match &mut self.postgres {
            Some(connection) => {
                for (table, chunks) in TABLES.iter().zip(rows.chunks) {
                    for chunk in chunks {
                        let statement = format!("COPY {} ({}) FROM STDIN", table.name, table.columns);
                        let mut copy = connection.copy_in_raw(&statement).await.map_err(fault)?;
                        copy.send(chunk.into_bytes()).await.map_err(fault)?;
                        copy.finish().await.map_err(fault)?;
                    }
                }
            }
            None => {
                let audit = AuditContext::system(self.at);
                let tx = self.db.begin(audit).await?;
                for (table, chunks) in TABLES.iter().zip(rows.chunks) {
                    for chunk in chunks {
                        let (name, columns) = (table.name, table.columns);
                        let statement = format!("INSERT INTO {name} ({columns}) VALUES {chunk}");
                        tx.on().execute_unprepared(&statement).await?;
                    }
                }
                tx.commit().await?;
            }
        }
        Ok(self)
    }

    /// Lets the planner know what is there.
    pub async fn close(self) -> Result<(), DomainError> {
        match self.postgres {
            Some(mut connection) => {
                sqlx::query("VACUUM (ANALYZE)").execute(&mut connection).await.map_err(fault)?;
                connection.close().await.map_err(fault)
            }
            None => {
                self.db.migrations().execute_unprepared("ANALYZE").await?;
                Ok(())
            }
        }
    }
}

fn fault(error: sqlx::Error) -> DomainError {
    DomainError::Internal(format!("database: {error}"))
}

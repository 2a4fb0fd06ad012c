use std::{collections::BTreeMap, sync::Arc};

use capabilities::{
    network::reads::agreements,
    people::{model::ReadinessState, reads::people},
    referrals::{
        Side,
        reads::{Filter, Order, referrals, texts, upcoming_releases},
    },
};
use chrono::NaiveDate;
use entities::{
    agreement,
    codes::{AgreementState, Code, ConsentAnswer, Origin, ReferralState},
    consent, event, message, organisation, person, referral, referral_group, service,
};
use migration::{Migrator, MigratorTrait};
use platform::{
    access::{Viewer, viewer::find_member},
    context::RequestContext,
    db::{AuditContext, Db},
    paging::Page,
    reference_data,
    sealing::Sealing,
};
use sea_orm::{ColumnTrait, EntityTrait, PaginatorTrait, QueryFilter};

use super::*;

struct Folder(std::path::PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        let _ = std::fs::remove_dir_all(&self.0);
    }
}

/// An empty database in a folder of its own, on a day at nine.
async fn app(today: NaiveDate) -> (Arc<AppState>, Folder) {
    let name = format!("throughgate-demonstration-{}", uuid::Uuid::new_v4().simple());
    let folder = Folder(std::env::temp_dir().join(name));
    std::fs::create_dir_all(&folder.0).unwrap();
    let env = Environment::with_clock(Clock::fixed_at(timetable::at(today, 9, 0)));
    let url = format!("sqlite://{}", folder.0.join("network.db").display());
    let db = Db::connect(&url, 4, &env).await.unwrap();
    Migrator::up(db.migrations(), None).await.unwrap();
    let app = AppState {
        db,
        sealing: Sealing::new([7; 32]),
        env,
        reference_data: ReferenceData::default(),
        capabilities: capabilities::ALL,
        mailer: Arc::default(),
        demonstration: true,
    };
    (Arc::new(app), folder)
}

async fn filled(today: &str) -> (AppState, Folder) {
    let today = today.parse().unwrap();
    let (empty, folder) = app(today).await;
    fill(&empty, today).await.unwrap();
    let app = AppState {
        db: empty.db.clone(),
        sealing: empty.sealing.clone(),
        env: empty.env.clone(),
        reference_data: ReferenceData::load(empty.db.read()).await.unwrap(),
        capabilities: capabilities::ALL,
        mailer: Arc::default(),
        demonstration: true,
    };
    (app, folder)
}

#[tokio::test]
async fn the_network_is_as_large_as_it_says() {
    let (app, _folder) = filled("2026-11-23").await;
    let on = app.db.read();
    let mut states: BTreeMap<&str, usize> = BTreeMap::new();
    for row in referral::Entity::find().all(on).await.unwrap() {
        *states.entry(row.state.code()).or_default() += 1;
    }
    assert_eq!(states.values().sum::<usize>(), 120);
    assert!(
        ReferralState::all().all(|state| states.get(state.code()).is_some_and(|n| *n >= 4)),
        "{states:?}"
    );
    assert_eq!(person::Entity::find().count(on).await.unwrap(), 60);
    assert_eq!(organisation::Entity::find().count(on).await.unwrap(), 18);
    assert!(service::Entity::find().count(on).await.unwrap() >= 30);
    for state in AgreementState::all() {
        let found = agreement::Entity::find().filter(agreement::Column::State.eq(state)).count(on).await;
        assert!(found.unwrap() > 0, "{state:?}");
    }
    let rerouted = referral_group::Entity::find().filter(referral_group::Column::ParentId.is_not_null());
    assert!(rerouted.count(on).await.unwrap() >= 2);
    let settled = referral::Entity::find()
        .filter(referral::Column::WithdrawReason.eq(entities::codes::WithdrawReason::SettledElsewhere));
    assert!(settled.count(on).await.unwrap() >= 3);
    let refused = consent::Entity::find().filter(consent::Column::Answer.eq(ConsentAnswer::Refused));
    assert!(refused.count(on).await.unwrap() >= 3);
    let events = event::Entity::find().count(on).await.unwrap();
    let messages = message::Entity::find().count(on).await.unwrap();
    assert!(events > 600 && messages > 60, "{events} events, {messages} messages");
}

async fn context_of(app: &Arc<AppState>, email: &str) -> RequestContext {
    let now = app.env.clock.now();
    let member = find_member(app.db.read(), email, None, now).await.unwrap().unwrap();
    RequestContext::new(
        app.clone(),
        Viewer::of_member(app.db.read(), member, Origin::Pages, now).await.unwrap(),
    )
}

#[tokio::test]
async fn everybody_has_something_to_do() {
    let (app, _folder) = filled("2026-11-23").await;
    let app = Arc::new(app);
    let page = Page { first: 50, after: None, total: false };
    let waiting = Filter { waits_for_viewer: true, ..Filter::default() };
    for (email, least) in [
        ("officer@prison.example", 4),
        ("caseworker@ngo.example", 8),
        ("pastor@parish.example", 4),
        ("social@municipality.example", 6),
        ("jobs@employment.example", 4),
        ("trainer@centre.example", 4),
    ] {
        let request = context_of(&app, email).await;
        let rows = referrals(&request, &waiting, Order::UrgentFirst, &page).await.unwrap().rows;
        assert!(rows.len() >= least, "{email}: {} wait", rows.len());
        let today = request.today();
        let due: Vec<NaiveDate> = rows.iter().map(|row| row.1.facts.due_on).collect();
        assert!(due.iter().any(|day| *day < today) && due.iter().any(|day| *day > today), "{email}: {due:?}");
    }
    let coming = upcoming_releases(&context_of(&app, "officer@prison.example").await, 90).await.unwrap();
    assert!(coming.len() >= 8);
    assert_eq!(coming[0].row.person.release_date, Some("2026-11-26".parse().unwrap()));
    assert!(coming.iter().any(|row| row.readiness.iter().any(|line| line.1 == ReadinessState::Nothing)));
    for (email, least) in [("admin@ngo.example", 1), ("coordinator@network.example", 2)] {
        let request = context_of(&app, email).await;
        let proposed = agreements(&request, Some(AgreementState::Proposed), &page).await.unwrap().rows.len();
        assert!(proposed >= least, "{email}: {proposed} agreements");
        assert!(
            referrals(&request, &Filter::default(), Order::NewestFirst, &page).await.unwrap().rows.is_empty()
        );
    }
}

#[tokio::test]
async fn who_is_referred_somewhere_fits_there() {
    let today = "2026-11-23".parse().unwrap();
    let (empty, _folder) = app(today).await;
    let mut rng = Rng::with_seed(SEED);
    let cast = cast::cast(&mut rng, today);
    let founded = founding::found(&empty.db, empty.env.clock.now(), today).await.unwrap();
    let mut plot = plot::Plot::new(&cast, &founded, today, &mut rng);
    plot.write();
    for story in &plot.stories {
        for (service, course) in &story.legs {
            let who = &cast[story.person];
            let fits = plot.fits(who, *service, story.day);
            assert!(fits, "{} {} {}: {course:?}", who.by, who.place, services::SERVICES[*service].name);
        }
    }
}

#[tokio::test]
async fn it_can_be_loaded_on_any_day() {
    for today in ["2026-11-28", "2026-12-25", "2027-05-03", "2028-02-29"] {
        let today = today.parse().unwrap();
        let (empty, _folder) = app(today).await;
        let skipped = enact(&empty, today).await.unwrap();
        assert!(skipped.is_empty(), "{today}: {skipped:?}");
        let referrals = referral::Entity::find().count(empty.db.read()).await.unwrap();
        assert_eq!(referrals, 120, "{today}");
    }
}

#[test]
fn no_text_in_the_open_holds_a_name() {
    let texts = [
        include_str!("organisations.rs"),
        include_str!("services.rs"),
        include_str!("agreements.rs"),
        include_str!("legal_bases.rs"),
        include_str!("../../platform/src/reference_data/municipalities.csv"),
        include_str!("../../capabilities/src/people/pseudonyms_en.txt"),
        include_str!("../../capabilities/src/people/pseudonyms_lt.txt"),
    ];
    let names = names();
    for name in &names {
        assert!(texts.iter().all(|text| !text.contains(name.as_str())), "{name}");
        assert_eq!(names.iter().filter(|other| *other == name).count(), 1, "{name}");
    }
}

#[tokio::test]
async fn a_large_network_is_as_large_as_asked() {
    let (app, _folder) = app("2026-11-23".parse().unwrap()).await;
    let audit = AuditContext::system(app.env.clock.now());
    let tx = app.db.begin(audit).await.unwrap();
    reference_data::write(&tx).await.unwrap();
    tx.commit().await.unwrap();
    let mut said = Vec::new();
    fill_large(&app, 300, 1_500, |line| said.push(line)).await.unwrap();
    let on = app.db.read();
    assert_eq!(person::Entity::find().count(on).await.unwrap(), 300);
    assert_eq!(referral::Entity::find().count(on).await.unwrap(), 1_500);
    assert_eq!(event::Entity::find().count(on).await.unwrap(), 4_500);
    assert!(!said.is_empty());
    let app = Arc::new(AppState {
        db: app.db.clone(),
        sealing: app.sealing.clone(),
        env: app.env.clone(),
        reference_data: ReferenceData::load(on).await.unwrap(),
        capabilities: capabilities::ALL,
        mailer: Arc::default(),
        demonstration: true,
    });
    let request = context_of(&app, "caseworker-0@large.example").await;
    let filter = Filter { side: Some(Side::Received), waits_for_viewer: true, ..Filter::default() };
    let page = Page { first: 25, after: None, total: true };
    let inbox = referrals(&request, &filter, Order::UrgentFirst, &page).await.unwrap();
    assert!(inbox.total.unwrap() >= 1);
    let ids: Vec<_> = inbox.rows.iter().map(|row| row.1.facts.id).collect();
    let texts = texts(&request, &ids).await.unwrap();
    assert!(texts.values().any(|each| each.ask.is_some()));
    let known = people(&request, Some("jonas"), &page).await.unwrap();
    assert!(!known.rows.is_empty());
}

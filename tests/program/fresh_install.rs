//! An empty installation, as somebody sets it up in earnest: the first members, the register of grounds, a service, an
//! agreement; until the first referral comes back with its outcome.

use platform::environment::Clock;
use serde_json::{Value, json};

use crate::client::Member;
use crate::for_each_database;
use crate::installation::Place;
use crate::waiting::until;

const COORDINATOR: &str = "ona@tinklas.test";
const PRISON: &str = "jonas@pataisa.test";
const OFFICER: &str = "lina@pataisa.test";
const LEADER: &str = "vida@pataisa.test";
const HOUSE: &str = "ruta@namai.test";
const WORKER: &str = "tomas@namai.test";

async fn ask(member: &Member<'_>, query: &str) -> Value {
    member.data(query, json!({})).await
}

fn bed(name: &str, province: &str) -> Value {
    json!({
        "name": name, "description": "A room of one's own.", "domain": "ACCOMMODATION", "purpose": "RESETTLEMENT",
        "status": "ACTIVE", "unit": "bed", "minimumAge": 18, "legalStatuses": ["IN_CUSTODY", "FREE"], "respondDays": 3,
        "provinces": [province],
    })
}

fn legal_basis(kind: &str, country: &str, law: &str) -> Value {
    json!({ "purpose": "RESETTLEMENT", "recipientKind": kind, "country": country, "legalBasis": "CONSENT", "law": law })
}

for_each_database! {
    async fn an_empty_installation_comes_to_its_first_outcome(database: Database) {
        let place = Place::new(database).await;
        for (organisation, kind, email) in
            [("Tinklas", "COORDINATOR", COORDINATOR), ("Pataisos namai", "PRISON", PRISON), ("Namai", "NGO", HOUSE)]
        {
            let first = ["init", "--organisation", organisation, "--kind", kind, "--province", "LT-KU", "--language", "lt",
                "--name", "Pirmas Narys", "--email", email];
            let ended = place.program(&first).run();
            assert_eq!(ended.code, Some(0), "{ended:?}");
        }
        let gateway = place.program(&["serve"]).start();
        let somebody = |email: &str| gateway.as_member(email, &place.home);
        let (coordinator, prison, state) = (somebody(COORDINATOR), somebody(PRISON), somebody(HOUSE));
        let ids = ask(&prison, "{ organisations { nodes { id kind } } viewer { organisation { id } } provinces { code municipalities { id name } } }").await;
        let of_kind = |kind: &str| {
            let all = ids["organisations"]["nodes"].as_array().into_iter().flatten();
            all.into_iter().find(|one| one["kind"] == kind).map(|one| one["id"].clone()).unwrap_or_default()
        };
        let kaunas = ids["provinces"].as_array().into_iter().flatten().find(|one| one["code"] == "LT-KU").cloned();
        let kaunas = kaunas.expect("the province is known")["municipalities"][0]["id"].clone();

        // Who offers something says what, for whom, where and how many places; nobody else does.
        let select = "service { id version assuredDate area { provinces { code } } eligibility { minimumAge } }";
        let mut wrong = bed("", "LT-ZZ");
        wrong["maximumAge"] = json!(17);
        wrong["prisonIds"] = json!([of_kind("NGO")]);
        let said = state.wrong("serviceRecord", json!({ "service": wrong }), select).await;
        assert_eq!(said, [
            "REQUIRED service.name", "INVALID service.maximumAge", "UNKNOWN service.provinces", "UNKNOWN service.prisonIds",
        ]);
        let made = state.act("serviceRecord", json!({ "service": bed("Lova", "LT-KU") }), select).await["service"].clone();
        assert_eq!((&made["version"], &made["area"]["provinces"][0]["code"]), (&json!(1), &json!("LT-KU")));
        let places = json!({ "serviceId": made["id"], "version": 1, "capacities": [{ "from": "2026-01-01", "maximum": 1 }] });
        state.act("serviceSetCapacity", places, "service { id }").await;
        let change = |version: i32, name: &str| json!({ "serviceId": made["id"], "version": version, "service": bed(name, "LT-KU") });
        assert_eq!(state.refused("serviceRecord", change(1, "Lova"), select).await, "CONFLICT");
        assert_eq!(prison.refused("serviceRecord", change(2, "Mine"), select).await, "FORBIDDEN");
        let without = json!({ "serviceId": made["id"], "service": bed("Lova", "LT-KU") });
        assert_eq!(state.refused("serviceRecord", without, select).await, "BAD_USER_INPUT");
        let changed = state.act("serviceRecord", change(2, "Lova pirmosioms savaitėms"), select).await["service"].clone();
        assert_eq!(changed["version"], 3);

        let agreement = json!({ "title": "Susitarimas", "purpose": "RESETTLEMENT", "scopes": ["IDENTITY", "CONTACT", "NEEDS"],
            "startsOn": "2026-01-01", "parties": [of_kind("NGO")] });
        let agreed = prison.act("agreementPropose", agreement, "agreement { id version }").await["agreement"].clone();
        let sign = json!({ "agreementId": agreed["id"], "version": agreed["version"], "step": "SIGN" });
        assert_eq!(state.act("agreementStep", sign, "agreement { state }").await["agreement"]["state"], "ACTIVE");

        // Whoever keeps an organisation invites those who work with people.
        for (keeper, email) in [(&prison, OFFICER), (&state, WORKER)] {
            let invite = json!({ "email": email, "name": "Antras Narys", "role": "CASEWORKER" });
            keeper.act("memberInvite", invite, "member { id }").await;
        }
        let (officer, worker) = (somebody(OFFICER), somebody(WORKER));
        let person = json!({
            "person": { "givenName": "Petras", "familyName": "Petraitis", "sex": "MALE", "language": "lt", "dateOfBirth": "1985-03-01",
                "municipalityId": kaunas, "releaseDate": "2027-03-01", "releaseConfirmed": true, "legalStatus": "IN_CUSTODY",
                "sobriety": "SOBER", "prisonId": of_kind("PRISON") },
            "needs": [{ "domain": "ACCOMMODATION", "urgency": "URGENT", "text": "Lova." }],
        });
        let person = officer.act("personRecord", person, "person { id needs { id } }").await["person"].clone();
        let last = Clock::system().now().utc().date_naive() + chrono::Months::new(12);
        let consent = json!({
            "personId": person["id"], "answer": "GIVEN", "purpose": "RESETTLEMENT", "scopes": ["IDENTITY", "CONTACT", "NEEDS"],
            "recipientIds": [of_kind("NGO")], "how": "SPOKEN", "inCustody": true, "language": "lt", "said": "Sutinku.",
            "reportBack": [], "expiresOn": last.to_string(),
        });
        officer.act("consentRecord", consent, "consent { standing }").await;
        let refer = json!({
            "personId": person["id"], "needIds": [person["needs"][0]["id"]], "serviceIds": [made["id"]], "mode": "ANY_ONE",
            "priority": "URGENT", "scopes": ["IDENTITY", "NEEDS"], "preAcceptance": [], "ask": "Lova.", "send": true,
        });
        let sent = "group { referrals { id version state } }";
        assert_eq!(officer.wrong("referralDraft", refer.clone(), sent).await, ["NO_LEGAL_BASIS serviceIds.0"]);

        // An organisation says how it is reached, and whether those who lead it see everybody.
        let invite = json!({ "email": LEADER, "name": "Vadovė", "role": "MANAGER" });
        prison.act("memberInvite", invite, "member { id }").await;
        let leader = somebody(LEADER);
        let sees = async || ask(&leader, "{ people { totalCount } }").await["people"]["totalCount"].clone();
        assert_eq!(sees().await, 1);
        let own = "organisation { version phone province { code } managersSeeAll }";
        let says = |version: i32, zone: &str, place: &Value| json!({
            "version": version, "phone": "+370 37 000000", "language": "lt", "timeZone": zone, "municipalityId": place, "managersSeeAll": false,
        });
        assert_eq!(officer.refused("organisationChange", says(1, "Europe/Vilnius", &kaunas), own).await, "FORBIDDEN");
        let abroad = ask(&prison, "{ provinces { country municipalities { id } } }").await;
        let abroad = abroad["provinces"].as_array().into_iter().flatten().find(|one| one["country"] == "RS");
        let abroad = abroad.expect("another country is known")["municipalities"][0]["id"].clone();
        let wrong = prison.wrong("organisationChange", says(1, "Vilnius", &abroad), own).await;
        assert_eq!(wrong, ["UNKNOWN municipalityId", "NOT_A_ZONE timeZone"]);
        let said = prison.act("organisationChange", says(1, "Europe/Vilnius", &kaunas), own).await["organisation"].clone();
        let expected = json!({ "version": 2, "phone": "+370 37 000000", "province": { "code": "LT-KU" }, "managersSeeAll": false });
        assert_eq!(said, expected);
        assert_eq!(prison.refused("organisationChange", says(1, "Europe/Vilnius", &kaunas), own).await, "CONFLICT");
        let theirs = ask(&state, "{ organisations(kind: PRISON) { nodes { phone managersSeeAll } } }").await;
        assert_eq!(theirs["organisations"]["nodes"], json!([{ "phone": "+370 37 000000", "managersSeeAll": null }]));
        until("a leader who sees nobody's person but their own", async || (sees().await == 0).then_some(())).await;

        let fits = format!(
            "{{ serviceMatches(person: {}, needs: [{}]) {{ fits reasons {{ factor answer }} }} }}",
            person["id"], person["needs"][0]["id"]
        );
        let missing = json!({ "factor": "LEGAL_BASIS", "answer": "NO" });
        let found = ask(&officer, &fits).await["serviceMatches"][0].clone();
        let reasons = found["reasons"].as_array().cloned().unwrap_or_default();
        assert!(found["fits"] == false && reasons.contains(&missing), "{found:#}");

        // The register is the coordinator's to keep.
        let select = "legalBasisRule { legalBasis law }";
        assert_eq!(prison.refused("legalBasisRecord", legal_basis("NGO", "LT", "Law"), select).await, "FORBIDDEN");
        for nothing in [" ", "\0", "\u{200b}\0 "] {
            assert_eq!(coordinator.wrong("legalBasisRecord", legal_basis("NGO", "LT", nothing), select).await, ["REQUIRED law"]);
        }
        assert_eq!(coordinator.wrong("legalBasisRecord", legal_basis("NGO", "ZZ", "Law"), select).await, ["NOT_A_COUNTRY country"]);
        assert_eq!(coordinator.wrong("legalBasisRecord", legal_basis("EMPLOYER", "LT", "Law"), select).await, ["WITHOUT_PEOPLE recipientKind"]);
        for law in ["BDAR 6 str.", "BDAR 6 str. 1 d. a p."] {
            let recorded = coordinator.act("legalBasisRecord", legal_basis("NGO", "LT", law), select).await;
            assert_eq!(recorded["legalBasisRule"], json!({ "legalBasis": "CONSENT", "law": law }));
        }
        assert_eq!(ask(&prison, "{ legalBases { law } }").await["legalBases"], json!([{ "law": "BDAR 6 str. 1 d. a p." }]));

        let referral = officer.act("referralDraft", refer, sent).await["group"]["referrals"][0].clone();
        assert_eq!(referral["state"], "SENT");
        let step = async |mutation: &str, version: i64, more: Value| {
            let mut input = json!({ "referralId": referral["id"], "version": version });
            input.as_object_mut().into_iter().for_each(|input| input.extend(more.as_object().cloned().unwrap_or_default()));
            worker.act(mutation, input, "referral { version state }").await["referral"].clone()
        };
        let version = |seen: &Value| seen["version"].as_i64().unwrap_or_default();
        let accepted = step("referralAccept", version(&referral), json!({})).await;
        let started = step("referralStart", version(&accepted), json!({})).await;
        let done = step("referralComplete", version(&started), json!({ "outcome": "ACHIEVED", "result": "GOT_HELP" })).await;
        assert_eq!(done["state"], "COMPLETED");
        let seen = ask(&officer, "{ referrals(filter: { side: SENT }) { nodes { state outcome { outcome } disclosure { law } } } }").await;
        let expected = json!([{ "state": "COMPLETED", "outcome": { "outcome": "ACHIEVED" }, "disclosure": { "law": "BDAR 6 str. 1 d. a p." } }]);
        assert_eq!(seen["referrals"]["nodes"], expected);
        assert_eq!(gateway.stop().code, Some(0));
    }
}

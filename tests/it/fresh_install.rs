//! An empty installation, as somebody sets it up in earnest: the first members, the register of grounds, a service, an
//! agreement; until the first referral comes back with its outcome.

use api::environment::Clock;
use serde_json::{Value, json};

use crate::app::problems;
use crate::folder::Folder;
use crate::for_each_database;
use crate::installation::Place;
use crate::program::Started;
use crate::waiting::until_now;

const COORDINATOR: &str = "ona@tinklas.test";
const PRISON: &str = "jonas@pataisa.test";
const OFFICER: &str = "lina@pataisa.test";
const LEADER: &str = "vida@pataisa.test";
const HOUSE: &str = "ruta@namai.test";
const WORKER: &str = "tomas@namai.test";

/// A member of the installation, by a token of their own.
struct Somebody<'a> {
    gateway: &'a Started,
    token: String,
}

impl<'a> Somebody<'a> {
    fn new(gateway: &'a Started, email: &str, home: &Folder) -> Self {
        Self { gateway, token: gateway.token(email, home) }
    }

    fn ask(&self, query: &str) -> Value {
        let reply = self.gateway.gql(Some(&self.token), query, json!({}));
        assert!(reply["errors"].is_null(), "{query}\n{reply:#}");
        reply["data"].clone()
    }

    /// The whole reply to one mutation.
    fn attempt(&self, mutation: &str, input: Value, select: &str) -> Value {
        let schema =
            self.ask("{ __schema { mutationType { fields { name args { type { ofType { name } } } } } } }");
        let mut fields = schema["__schema"]["mutationType"]["fields"].as_array().into_iter().flatten();
        let field = fields.find(|field| field["name"] == mutation);
        let field = field.unwrap_or_else(|| panic!("there is no mutation {mutation}"));
        let named = field["args"][0]["type"]["ofType"]["name"].as_str().unwrap_or_default();
        let text = format!(
            "mutation($input: {named}!) {{ payload: {mutation}(input: $input) {{ {select} errors {{ code path message }} }} }}"
        );
        self.gateway.gql(Some(&self.token), &text, json!({ "input": input }))
    }

    fn act(&self, mutation: &str, input: Value, select: &str) -> Value {
        let reply = self.attempt(mutation, input, select);
        assert_eq!(reply["data"]["payload"]["errors"], json!([]), "{mutation}: {reply:#}");
        reply["data"]["payload"].clone()
    }

    fn wrong(&self, mutation: &str, input: Value, select: &str) -> Vec<String> {
        problems(&self.attempt(mutation, input, select)["data"]["payload"])
    }

    /// The code of the error that a mutation ends with.
    fn refused(&self, mutation: &str, input: Value, select: &str) -> Value {
        self.attempt(mutation, input, select)["errors"][0]["extensions"]["code"].clone()
    }
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
        let somebody = |email: &str| Somebody::new(&gateway, email, &place.home);
        let (coordinator, prison, state) = (somebody(COORDINATOR), somebody(PRISON), somebody(HOUSE));
        let ids = prison.ask("{ organisations { nodes { id kind } } viewer { organisation { id } } provinces { code municipalities { id name } } }");
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
        let said = state.wrong("serviceRecord", json!({ "service": wrong }), select);
        assert_eq!(said, [
            "REQUIRED service.name", "INVALID service.maximumAge", "UNKNOWN service.provinces", "UNKNOWN service.prisonIds",
        ]);
        let made = state.act("serviceRecord", json!({ "service": bed("Lova", "LT-KU") }), select)["service"].clone();
        assert_eq!((&made["version"], &made["area"]["provinces"][0]["code"]), (&json!(1), &json!("LT-KU")));
        let places = json!({ "serviceId": made["id"], "version": 1, "capacities": [{ "from": "2026-01-01", "maximum": 1 }] });
        state.act("serviceSetCapacity", places, "service { id }");
        let change = |version: i32, name: &str| json!({ "serviceId": made["id"], "version": version, "service": bed(name, "LT-KU") });
        assert_eq!(state.refused("serviceRecord", change(1, "Lova"), select), "CONFLICT");
        assert_eq!(prison.refused("serviceRecord", change(2, "Mine"), select), "FORBIDDEN");
        let without = json!({ "serviceId": made["id"], "service": bed("Lova", "LT-KU") });
        assert_eq!(state.refused("serviceRecord", without, select), "BAD_USER_INPUT");
        let changed = state.act("serviceRecord", change(2, "Lova pirmosioms savaitėms"), select)["service"].clone();
        assert_eq!(changed["version"], 3);

        let agreement = json!({ "title": "Susitarimas", "purpose": "RESETTLEMENT", "scopes": ["IDENTITY", "CONTACT", "NEEDS"],
            "startsOn": "2026-01-01", "parties": [of_kind("NGO")] });
        let agreed = prison.act("agreementPropose", agreement, "agreement { id version }")["agreement"].clone();
        let sign = json!({ "agreementId": agreed["id"], "version": agreed["version"], "step": "SIGN" });
        assert_eq!(state.act("agreementStep", sign, "agreement { state }")["agreement"]["state"], "ACTIVE");

        // Whoever keeps an organisation invites those who work with people.
        for (keeper, email) in [(&prison, OFFICER), (&state, WORKER)] {
            let invite = json!({ "email": email, "name": "Antras Narys", "role": "CASEWORKER" });
            keeper.act("memberInvite", invite, "member { id }");
        }
        let (officer, worker) = (somebody(OFFICER), somebody(WORKER));
        let person = json!({
            "person": { "givenName": "Petras", "familyName": "Petraitis", "sex": "MALE", "language": "lt", "dateOfBirth": "1985-03-01",
                "municipalityId": kaunas, "releaseDate": "2027-03-01", "releaseConfirmed": true, "legalStatus": "IN_CUSTODY",
                "sobriety": "SOBER", "prisonId": of_kind("PRISON") },
            "needs": [{ "domain": "ACCOMMODATION", "urgency": "URGENT", "text": "Lova." }],
        });
        let person = officer.act("personRecord", person, "person { id needs { id } }")["person"].clone();
        let last = Clock::system().now().utc().date_naive() + chrono::Months::new(12);
        let consent = json!({
            "personId": person["id"], "answer": "GIVEN", "purpose": "RESETTLEMENT", "scopes": ["IDENTITY", "CONTACT", "NEEDS"],
            "recipientIds": [of_kind("NGO")], "how": "SPOKEN", "inCustody": true, "language": "lt", "said": "Sutinku.",
            "reportBack": [], "expiresOn": last.to_string(),
        });
        officer.act("consentRecord", consent, "consent { standing }");
        let refer = json!({
            "personId": person["id"], "needIds": [person["needs"][0]["id"]], "serviceIds": [made["id"]], "mode": "ANY_ONE",
            "priority": "URGENT", "scopes": ["IDENTITY", "NEEDS"], "preAcceptance": [], "ask": "Lova.", "send": true,
        });
        let sent = "group { referrals { id version state } }";
        assert_eq!(officer.wrong("referralDraft", refer.clone(), sent), ["NO_LEGAL_BASIS serviceIds.0"]);

        // An organisation says how it is reached, and whether those who lead it see everybody.
        let invite = json!({ "email": LEADER, "name": "Vadovė", "role": "MANAGER" });
        prison.act("memberInvite", invite, "member { id }");
        let leader = somebody(LEADER);
        let sees = || leader.ask("{ people { totalCount } }")["people"]["totalCount"].clone();
        assert_eq!(sees(), 1);
        let own = "organisation { version phone province { code } managersSeeAll }";
        let says = |version: i32, zone: &str, place: &Value| json!({
            "version": version, "phone": "+370 37 000000", "language": "lt", "timeZone": zone, "municipalityId": place, "managersSeeAll": false,
        });
        assert_eq!(officer.refused("organisationChange", says(1, "Europe/Vilnius", &kaunas), own), "FORBIDDEN");
        let abroad = prison.ask("{ provinces { country municipalities { id } } }");
        let abroad = abroad["provinces"].as_array().into_iter().flatten().find(|one| one["country"] == "RS");
        let abroad = abroad.expect("another country is known")["municipalities"][0]["id"].clone();
        let wrong = prison.wrong("organisationChange", says(1, "Vilnius", &abroad), own);
        assert_eq!(wrong, ["UNKNOWN municipalityId", "NOT_A_ZONE timeZone"]);
        let said = prison.act("organisationChange", says(1, "Europe/Vilnius", &kaunas), own)["organisation"].clone();
        let expected = json!({ "version": 2, "phone": "+370 37 000000", "province": { "code": "LT-KU" }, "managersSeeAll": false });
        assert_eq!(said, expected);
        assert_eq!(prison.refused("organisationChange", says(1, "Europe/Vilnius", &kaunas), own), "CONFLICT");
        let theirs = state.ask("{ organisations(kind: PRISON) { nodes { phone managersSeeAll } } }");
        assert_eq!(theirs["organisations"]["nodes"], json!([{ "phone": "+370 37 000000", "managersSeeAll": null }]));
        until_now("a leader who sees nobody's person but their own", || (sees() == 0).then_some(()));

        let fits = format!(
            "{{ serviceMatches(person: {}, needs: [{}]) {{ fits reasons {{ factor answer }} }} }}",
            person["id"], person["needs"][0]["id"]
        );
        let missing = json!({ "factor": "GROUND", "answer": "NO" });
        let found = officer.ask(&fits)["serviceMatches"][0].clone();
        let reasons = found["reasons"].as_array().cloned().unwrap_or_default();
        assert!(found["fits"] == false && reasons.contains(&missing), "{found:#}");

        // The register is the coordinator's to keep.
        let select = "legalBasisRule { legalBasis law }";
        assert_eq!(prison.refused("legalBasisRecord", legal_basis("NGO", "LT", "Law"), select), "FORBIDDEN");
        for nothing in [" ", "\0", "\u{200b}\0 "] {
            assert_eq!(coordinator.wrong("legalBasisRecord", legal_basis("NGO", "LT", nothing), select), ["REQUIRED law"]);
        }
        assert_eq!(coordinator.wrong("legalBasisRecord", legal_basis("NGO", "ZZ", "Law"), select), ["NOT_A_COUNTRY country"]);
        assert_eq!(coordinator.wrong("legalBasisRecord", legal_basis("EMPLOYER", "LT", "Law"), select), ["WITHOUT_PEOPLE recipientKind"]);
        for law in ["BDAR 6 str.", "BDAR 6 str. 1 d. a p."] {
            let recorded = coordinator.act("legalBasisRecord", legal_basis("NGO", "LT", law), select);
            assert_eq!(recorded["legalBasisRule"], json!({ "legalBasis": "CONSENT", "law": law }));
        }
        assert_eq!(prison.ask("{ legalBases { law } }")["legalBases"], json!([{ "law": "BDAR 6 str. 1 d. a p." }]));

        let referral = officer.act("referralDraft", refer, sent)["group"]["referrals"][0].clone();
        assert_eq!(referral["state"], "SENT");
        let step = |mutation: &str, version: i64, more: Value| {
            let mut input = json!({ "referralId": referral["id"], "version": version });
            input.as_object_mut().into_iter().for_each(|input| input.extend(more.as_object().cloned().unwrap_or_default()));
            worker.act(mutation, input, "referral { version state }")["referral"].clone()
        };
        let version = |seen: &Value| seen["version"].as_i64().unwrap_or_default();
        let accepted = step("referralAccept", version(&referral), json!({}));
        let started = step("referralStart", version(&accepted), json!({}));
        let done = step("referralComplete", version(&started), json!({ "outcome": "ACHIEVED", "result": "GOT_HELP" }));
        assert_eq!(done["state"], "COMPLETED");
        let seen = officer.ask("{ referrals(filter: { side: SENT }) { nodes { state outcome { outcome } disclosure { law } } } }");
        let expected = json!([{ "state": "COMPLETED", "outcome": { "outcome": "ACHIEVED" }, "disclosure": { "law": "BDAR 6 str. 1 d. a p." } }]);
        assert_eq!(seen["referrals"]["nodes"], expected);
        assert_eq!(gateway.stop().code, Some(0));
    }
}

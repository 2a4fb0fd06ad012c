//! What is said about people in the demonstration network: needs, requests, questions, answers,
//! notes; in English and Lithuanian. In Russian: `words_ru`.

use entities::codes::NeedDomain as Domain;

/// The same thing in English and in Lithuanian.
pub type Both = (&'static str, &'static str);

/// What a person needs, and what is asked for.
pub struct Wanted {
    pub domain: Domain,
    pub needs: &'static [Both],
    pub asks: &'static [Both],
}

pub const WANTED: &[Wanted] = &[
    Wanted {
        domain: Domain::Accommodation,
        needs: &[
            (
                "Has no address to return to. Would like a quiet room and does not mind sharing.",
                "Neturi kur grįžti. Norėtų ramaus kambario, gali gyventi ir dviese.",
            ),
            (
                "The rented flat was given up last year. Has savings for one month's rent.",
                "Nuomoto būsto pernai neteko. Santaupų užtektų vienam mėnesiui.",
            ),
            (
                "Can stay with a brother for the first week, then needs a place.",
                "Pirmą savaitę gali pagyventi pas brolį, paskui reikės vietos.",
            ),
        ],
        asks: &[
            (
                "A place to sleep from the day of release, until the first wage is paid.",
                "Vietos nakvynei nuo paleidimo dienos iki pirmojo atlyginimo.",
            ),
            (
                "A room for the first months. Arrives by bus in the afternoon and can be met.",
                "Kambario pirmiesiems mėnesiams. Atvyks autobusu po pietų, galima pasitikti.",
            ),
        ],
    },
    Wanted {
        domain: Domain::EducationTrainingEmployment,
        needs: &[
            (
                "Worked as a joiner for eight years and wants to go back to it.",
                "Aštuonerius metus dirbo staliumi ir norėtų prie to grįžti.",
            ),
            (
                "Finished the kitchen course here. Looks for a first job near home.",
                "Čia baigė virtuvės kursus. Ieško pirmojo darbo arčiau namų.",
            ),
            (
                "Has a forklift licence that runs out this winter.",
                "Turi krautuvo vairuotojo pažymėjimą, jis galioja iki žiemos.",
            ),
        ],
        asks: &[
            (
                "A talk about what is possible, before release if you can.",
                "Pokalbio apie galimybes, jei įmanoma – dar iki paleidimo.",
            ),
            (
                "A place on the next course, and advice on what to tell an employer.",
                "Vietos artimiausiuose kursuose ir patarimo, ką sakyti darbdaviui.",
            ),
        ],
    },
    Wanted {
        domain: Domain::FinanceBenefitDebtId,
        needs: &[
            (
                "The identity card has expired, and there is no bank account.",
                "Baigėsi asmens tapatybės kortelės galiojimas, nėra banko sąskaitos.",
            ),
            (
                "Does not know how large the debts are, and worries about letters at home.",
                "Nežino, kokios skolos susikaupė, nerimauja dėl namie gulinčių laiškų.",
            ),
        ],
        asks: &[
            (
                "Company to the offices in the first week: papers, insurance, account.",
                "Kad pirmą savaitę kas nors kartu nueitų į įstaigas: dokumentai, draudimas, sąskaita.",
            ),
            (
                "A look at the debts together, and a plan that leaves enough to live on.",
                "Drauge peržiūrėti skolas ir sudaryti planą, kad liktų iš ko gyventi.",
            ),
        ],
    },
    Wanted {
        domain: Domain::DependencyAndRecovery,
        needs: &[
            (
                "Sober for fourteen months, and wants a group from the first week on.",
                "Blaiviai gyvena keturiolika mėnesių, grupės norėtų nuo pirmos savaitės.",
            ),
            (
                "Has finished the programme here and would like to go on in a community.",
                "Čia baigė programą ir norėtų tęsti bendruomenėje.",
            ),
        ],
        asks: &[
            (
                "A first meeting before release, so that a face is known.",
                "Pirmo susitikimo dar iki paleidimo, kad būtų pažįstamas veidas.",
            ),
            (
                "A place as soon as there is one; can wait for two weeks.",
                "Vietos, kai tik atsiras; dvi savaites gali palaukti.",
            ),
        ],
    },
    Wanted {
        domain: Domain::FamilyAndRelationships,
        needs: &[
            (
                "Has not seen the children for three years. Their mother agrees to a first meeting.",
                "Trejus metus nematė vaikų. Jų mama sutinka dėl pirmo susitikimo.",
            ),
            (
                "The parents are old and glad, and also a little afraid. Everybody would like a talk before.",
                "Tėvai seni, džiaugiasi ir truputį nerimauja. Visi norėtų pasikalbėti iš anksto.",
            ),
        ],
        asks: &[(
            "A meeting with the family, with somebody beside them.",
            "Susitikimo su šeima, kad kas nors būtų šalia.",
        )],
    },
    Wanted {
        domain: Domain::LifestyleAndAssociates,
        needs: &[(
            "Wants to spend free time with other people than before; likes football.",
            "Laisvalaikį norėtų leisti su kitais žmonėmis nei anksčiau; mėgsta futbolą.",
        )],
        asks: &[(
            "An invitation to the group, and somebody to come with the first time.",
            "Pakvietimo į grupę ir ko nors, kas pirmą kartą ateitų kartu.",
        )],
    },
    Wanted {
        domain: Domain::AttitudesThinkingBehaviour,
        needs: &[(
            "Would like to learn to stop and think when angry; asked for the group unprompted.",
            "Norėtų išmokti sustoti ir pagalvoti, kai užplūsta pyktis; dėl grupės kreipėsi savo noru.",
        )],
        asks: &[("A place in the group that begins next.", "Vietos artimiausioje grupėje.")],
    },
    Wanted {
        domain: Domain::EmotionalWellbeing,
        needs: &[(
            "Sleeps badly as the day comes nearer. Talking has helped before.",
            "Artėjant dienai prastai miega. Pokalbiai anksčiau padėjo.",
        )],
        asks: &[(
            "Some hours with a psychologist; evenings are best.",
            "Kelių valandų su psichologu; geriausia vakarais.",
        )],
    },
    Wanted {
        domain: Domain::Health,
        needs: &[(
            "Takes medicine for the heart every day and needs a doctor near home.",
            "Kasdien vartoja vaistus širdžiai, reikia gydytojo netoli namų.",
        )],
        asks: &[(
            "A visit in the first days: the medicine lasts for a week.",
            "Apsilankymo pirmosiomis dienomis: vaistų užteks savaitei.",
        )],
    },
    Wanted {
        domain: Domain::SocialInclusion,
        needs: &[(
            "Knows hardly anybody in town any more and would be glad of somebody to call.",
            "Mieste beveik nieko nebepažįsta, džiaugtųsi, jei būtų kam paskambinti.",
        )],
        asks: &[(
            "Somebody who comes by before release and stays in touch.",
            "Žmogaus, kuris užsuktų dar iki paleidimo ir liktų šalia.",
        )],
    },
    Wanted {
        domain: Domain::Legal,
        needs: &[(
            "Wants to know what the licence asks for, week by week.",
            "Nori žinoti, ko reikės laikytis paleidus lygtinai, savaitė po savaitės.",
        )],
        asks: &[(
            "A talk about the conditions before the day of release.",
            "Pokalbio apie sąlygas dar iki paleidimo dienos.",
        )],
    },
    Wanted {
        domain: Domain::FaithAndCommunity,
        needs: &[(
            "Goes to the chapel here, and would like to know the parish at home.",
            "Čia lankosi koplyčioje ir norėtų susipažinti su parapija namie.",
        )],
        asks: &[(
            "A visit, or a letter, before the day of release.",
            "Apsilankymo arba laiško dar iki paleidimo dienos.",
        )],
    },
];

/// A question and its answer.
pub const QUESTIONS: &[(Both, Both)] = &[
    (
        (
            "Is there anything that the house should know about the first night?",
            "Ar yra kas nors, ką turėtume žinoti dėl pirmos nakties?",
        ),
        (
            "No. Arrival will be before six, and a phone call is welcome.",
            "Ne. Atvyks iki šeštos, prieš tai mielai sulauks skambučio.",
        ),
    ),
    (
        (
            "Would the first appointment be possible by video before release?",
            "Ar pirmą kartą galėtume susitikti vaizdo skambučiu dar iki paleidimo?",
        ),
        (
            "Yes, on Tuesdays and Thursdays between two and four.",
            "Taip, antradieniais ir ketvirtadieniais nuo dviejų iki keturių.",
        ),
    ),
    (
        ("Does the family know, and do they agree?", "Ar šeima žino ir ar sutinka?"),
        ("They know and agree. The sister will come along.", "Žino ir sutinka. Kartu ateis sesuo."),
    ),
    (
        ("Which papers are there already?", "Kokie dokumentai jau yra?"),
        (
            "A birth certificate and an old driving licence. The rest is applied for.",
            "Gimimo liudijimas ir senas vairuotojo pažymėjimas. Dėl kitų prašymai pateikti.",
        ),
    ),
];

/// What a recipient writes once it has accepted, and what comes back.
pub const LETTERS: &[(Both, Both)] = &[
    (
        (
            "We are glad to help. Please say that we wait at the bus station.",
            "Mielai padėsime. Perduokite, kad lauksime autobusų stotyje.",
        ),
        ("Thank you. Told, and there was a smile.", "Ačiū. Perdaviau, labai apsidžiaugė."),
    ),
    (
        (
            "The first talk went well. We see each other again next week.",
            "Pirmas pokalbis pavyko. Kitą savaitę susitiksime vėl.",
        ),
        ("Good to hear, thank you.", "Gera girdėti, ačiū."),
    ),
    (
        (
            "Please bring a passport photograph if there is one.",
            "Jei yra, prašom atsinešti dokumentinę nuotrauką.",
        ),
        ("There are two, they will be in the folder.", "Yra dvi, bus aplanke."),
    ),
];

/// What a recipient notes at the end, when it went well and when it did not.
pub const WENT_WELL: &[Both] = &[
    (
        "Settled in, pays the rent, and comes to dinner on Sundays.",
        "Įsikūrė, moka nuomą, sekmadieniais ateina pietų.",
    ),
    (
        "All papers are there. The account was opened in the second week.",
        "Visi dokumentai sutvarkyti. Sąskaita atidaryta antrą savaitę.",
    ),
    (
        "Works since the beginning of the month and is content with the team.",
        "Nuo mėnesio pradžios dirba, kolektyvu džiaugiasi.",
    ),
    ("Came to every meeting. We stay in touch.", "Atėjo į visus susitikimus. Liekame ryšyje."),
];
pub const MISTAKE: Both =
    ("It was meant for somebody else with the same name.", "Buvo skirta kitam žmogui tuo pačiu vardu.");
pub const WENT_OTHERWISE: &[Both] = &[
    (
        "Tried it for two weeks and decided for something else. The door stays open.",
        "Dvi savaites pabandė ir nusprendė kitaip. Durys lieka atviros.",
    ),
    (
        "Moved to relatives in another province before we had really begun.",
        "Išvyko pas artimuosius į kitą apskritį, dar nespėjus iš tikrųjų pradėti.",
    ),
];

/// Where one meets.
pub const PLACES: &[Both] = &[
    (
        "Our office, second floor, ring at the left door",
        "Mūsų biuras, antras aukštas, skambinti į kairiąsias duris",
    ),
    ("The bus station, in front of the ticket hall", "Autobusų stotis, priešais kasų salę"),
    ("The small meeting room beside the entrance", "Mažasis pokalbių kambarys prie įėjimo"),
    ("By video", "Vaizdo skambučiu"),
];

/// The words that were said when consent was asked, by language.
pub const SAID: &[(&str, &str)] = &[
    (
        "lt",
        "Norėtume apie Jus pasikalbėti su čia išvardytomis organizacijomis, kad jos padėtų Jums grįžti namo. Galite sutikti arba nesutikti; nesutikus nieko blogo nenutiks. Bet kada galite persigalvoti.",
    ),
    (
        "ru",
        "Мы хотели бы рассказать о Вас организациям, названным здесь, чтобы они помогли Вам вернуться домой. Вы можете согласиться или отказаться; отказ ничем Вам не повредит. Передумать можно в любой день.",
    ),
    (
        "sr-Latn",
        "Želeli bismo da o Vama razgovaramo sa ovde navedenim organizacijama, da bi Vam pomogle da se vratite kući. Možete pristati ili odbiti; odbijanje Vam neće naškoditi. Predomisliti se možete svakog dana.",
    ),
];

pub fn wanted(domain: Domain) -> &'static Wanted {
    WANTED.iter().find(|row| row.domain == domain).unwrap_or(&WANTED[0])
}

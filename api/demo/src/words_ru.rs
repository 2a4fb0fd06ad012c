//! What is said about people in the demonstration network, in Russian: beside the same in English.

pub fn of(english: &str) -> Option<&'static str> {
    RUSSIAN.iter().find(|(said, _)| *said == english).map(|(_, russian)| *russian)
}

const RUSSIAN: &[(&str, &str)] = &[
    (
        "Has no address to return to. Would like a quiet room and does not mind sharing.",
        "Возвращаться некуда. Нужна тихая комната, можно и на двоих.",
    ),
    (
        "The rented flat was given up last year. Has savings for one month's rent.",
        "От съёмной квартиры пришлось отказаться в прошлом году. Сбережений хватит на месяц аренды.",
    ),
    (
        "Can stay with a brother for the first week, then needs a place.",
        "Первую неделю можно пожить у брата, потом понадобится место.",
    ),
    (
        "A place to sleep from the day of release, until the first wage is paid.",
        "Место для ночлега со дня освобождения до первой зарплаты.",
    ),
    (
        "A room for the first months. Arrives by bus in the afternoon and can be met.",
        "Комната на первые месяцы. Приедет автобусом после обеда, можно встретить.",
    ),
    (
        "Worked as a joiner for eight years and wants to go back to it.",
        "Восемь лет работы столяром; хочет к этому вернуться.",
    ),
    (
        "Finished the kitchen course here. Looks for a first job near home.",
        "Здесь пройден курс поваров. Ищет первую работу недалеко от дома.",
    ),
    (
        "Has a forklift licence that runs out this winter.",
        "Есть удостоверение водителя погрузчика, действует до зимы.",
    ),
    (
        "A talk about what is possible, before release if you can.",
        "Разговор о том, что возможно; если получится, ещё до освобождения.",
    ),
    (
        "A place on the next course, and advice on what to tell an employer.",
        "Место на ближайшем курсе и совет, что сказать работодателю.",
    ),
    (
        "The identity card has expired, and there is no bank account.",
        "Срок паспорта истёк, счёта в банке нет.",
    ),
    (
        "Does not know how large the debts are, and worries about letters at home.",
        "Не знает, сколько накопилось долгов, и тревожится о письмах, которые лежат дома.",
    ),
    (
        "Company to the offices in the first week: papers, insurance, account.",
        "Чтобы в первую неделю кто-нибудь вместе сходил по учреждениям: документы, страхование, счёт.",
    ),
    (
        "A look at the debts together, and a plan that leaves enough to live on.",
        "Вместе посмотреть долги и составить план, чтобы оставалось на жизнь.",
    ),
    (
        "Sober for fourteen months, and wants a group from the first week on.",
        "Четырнадцать месяцев трезвости; хочет ходить в группу с первой недели.",
    ),
    (
        "Has finished the programme here and would like to go on in a community.",
        "Программа здесь пройдена, есть желание продолжить в общине.",
    ),
    (
        "A first meeting before release, so that a face is known.",
        "Первая встреча ещё до освобождения, чтобы было знакомое лицо.",
    ),
    (
        "A place as soon as there is one; can wait for two weeks.",
        "Место, как только оно появится; две недели можно подождать.",
    ),
    (
        "Has not seen the children for three years. Their mother agrees to a first meeting.",
        "Три года без встреч с детьми. Их мама согласна на первую встречу.",
    ),
    (
        "The parents are old and glad, and also a little afraid. Everybody would like a talk before.",
        "Родители пожилые, рады и немного тревожатся. Все хотели бы поговорить заранее.",
    ),
    (
        "A meeting with the family, with somebody beside them.",
        "Встреча с семьёй, чтобы кто-нибудь был рядом.",
    ),
    (
        "Wants to spend free time with other people than before; likes football.",
        "Хочет проводить свободное время с другими людьми, чем раньше; любит футбол.",
    ),
    (
        "An invitation to the group, and somebody to come with the first time.",
        "Приглашение в группу, и чтобы в первый раз кто-нибудь пришёл вместе.",
    ),
    (
        "Would like to learn to stop and think when angry; asked for the group unprompted.",
        "Хочет научиться останавливаться и думать, когда подступает злость; о группе просит по своей воле.",
    ),
    ("A place in the group that begins next.", "Место в ближайшей группе."),
    (
        "Sleeps badly as the day comes nearer. Talking has helped before.",
        "День приближается, и сон становится хуже. Раньше помогали разговоры.",
    ),
    ("Some hours with a psychologist; evenings are best.", "Несколько часов с психологом; лучше вечером."),
    (
        "Takes medicine for the heart every day and needs a doctor near home.",
        "Каждый день принимает лекарство для сердца, нужен врач недалеко от дома.",
    ),
    (
        "A visit in the first days: the medicine lasts for a week.",
        "Приём в первые дни: лекарства хватит на неделю.",
    ),
    (
        "Knows hardly anybody in town any more and would be glad of somebody to call.",
        "В городе почти не осталось знакомых; хорошо, если будет кому позвонить.",
    ),
    (
        "Somebody who comes by before release and stays in touch.",
        "Кто-нибудь, кто зайдёт ещё до освобождения и останется на связи.",
    ),
    (
        "Wants to know what the licence asks for, week by week.",
        "Хочет знать, чего требует условное освобождение, неделя за неделей.",
    ),
    (
        "A talk about the conditions before the day of release.",
        "Разговор об условиях ещё до дня освобождения.",
    ),
    (
        "Goes to the chapel here, and would like to know the parish at home.",
        "Здесь ходит в часовню и хочет познакомиться с приходом дома.",
    ),
    ("A visit, or a letter, before the day of release.", "Посещение или письмо ещё до дня освобождения."),
    (
        "Is there anything that the house should know about the first night?",
        "Что нам нужно знать о первой ночи?",
    ),
    (
        "No. Arrival will be before six, and a phone call is welcome.",
        "Ничего особенного. Приезд до шести, заранее можно позвонить.",
    ),
    (
        "Would the first appointment be possible by video before release?",
        "Можно ли провести первую встречу по видеосвязи ещё до освобождения?",
    ),
    (
        "Yes, on Tuesdays and Thursdays between two and four.",
        "Да, по вторникам и четвергам с двух до четырёх.",
    ),
    ("Does the family know, and do they agree?", "Семья знает и согласна?"),
    ("They know and agree. The sister will come along.", "Знают и согласны. Вместе придёт сестра."),
    ("Which papers are there already?", "Какие документы уже есть?"),
    (
        "A birth certificate and an old driving licence. The rest is applied for.",
        "Свидетельство о рождении и старые водительские права. На остальное поданы заявления.",
    ),
    (
        "It was meant for somebody else with the same name.",
        "Предназначалось другому человеку с тем же именем.",
    ),
    (
        "We are glad to help. Please say that we wait at the bus station.",
        "С радостью поможем. Передайте, что мы ждём на автовокзале.",
    ),
    ("Thank you. Told, and there was a smile.", "Спасибо. Всё передано, в ответ была улыбка."),
    (
        "The first talk went well. We see each other again next week.",
        "Первый разговор прошёл хорошо. На следующей неделе встретимся снова.",
    ),
    ("Good to hear, thank you.", "Рады это слышать, спасибо."),
    (
        "Please bring a passport photograph if there is one.",
        "Если есть фотография на документы, пусть возьмёт её с собой.",
    ),
    ("There are two, they will be in the folder.", "Есть две, они будут в папке."),
    (
        "Settled in, pays the rent, and comes to dinner on Sundays.",
        "Жильё обжито, платит за аренду, по воскресеньям приходит на обед.",
    ),
    (
        "All papers are there. The account was opened in the second week.",
        "Все документы готовы. Счёт открыт на второй неделе.",
    ),
    (
        "Works since the beginning of the month and is content with the team.",
        "Работает с начала месяца, с коллективом ладит.",
    ),
    ("Came to every meeting. We stay in touch.", "Ни одной пропущенной встречи. Остаёмся на связи."),
    (
        "Tried it for two weeks and decided for something else. The door stays open.",
        "Две недели пробы, потом другое решение. Дверь остаётся открытой.",
    ),
    (
        "Moved to relatives in another province before we had really begun.",
        "Переезд к родным в другую область, прежде чем мы по-настоящему начали.",
    ),
    ("Our office, second floor, ring at the left door", "Наш офис, второй этаж, звонить в левую дверь"),
    ("The bus station, in front of the ticket hall", "Автовокзал, перед кассами"),
    ("The small meeting room beside the entrance", "Маленькая комната для встреч у входа"),
    ("By video", "По видеосвязи"),
];

#[cfg(test)]
mod tests {
    use super::{super::words::*, *};

    #[test]
    fn everything_is_said_in_russian_too() {
        let wanted = WANTED.iter().flat_map(|wanted| wanted.needs.iter().chain(wanted.asks));
        let asked = QUESTIONS.iter().chain(LETTERS).flat_map(|(one, other)| [one, other]);
        let rest = WENT_WELL.iter().chain(WENT_OTHERWISE).chain(PLACES).chain(std::iter::once(&MISTAKE));
        let english: Vec<_> = wanted.chain(asked).chain(rest).map(|both| both.0).collect();
        for said in &english {
            assert!(of(said).is_some(), "{said}");
        }
        for (said, russian) in RUSSIAN {
            assert!(english.contains(said) && russian.contains(|c| ('а'..='я').contains(&c)), "{said}");
        }
    }
}

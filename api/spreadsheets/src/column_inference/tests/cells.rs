use entities::codes::{NeedDomain as N, OrganisationKind as O, Sex};

use super::*;

#[test]
fn numbers_are_read_as_people_write_them() {
    for (text, is) in [
        ("1 200,50", 1200.5),
        ("1.200,50", 1200.5),
        ("1,200.50", 1200.5),
        ("1\u{a0}200 €", 1200.0),
        ("€ 1\u{202f}200", 1200.0),
        ("1'200.50", 1200.5),
        ("12", 12.0),
        ("-3,5", -3.5),
        ("−3.5", -3.5),
        ("1.200.300", 1_200_300.0),
        ("1.200", 1200.0),
        ("1,200", 1200.0),
        ("0,125", 0.125),
        ("1478,00", 1478.0),
        ("1200 EUR", 1200.0),
        ("50 руб.", 50.0),
        ("15,- €", 15.0),
        ("1 200 300,5", 1_200_300.5),
        ("10 vnt.", 10.0),
        ("1200 Ft", 1200.0),
        ("12.000,00 din.", 12000.0),
        ("+5", 5.0),
    ] {
        assert_eq!(number(&cell(text)), Ok(Some(is)), "{text}");
    }
    for text in [
        "apie 10",
        "10-12",
        "12 34",
        "1.2.3",
        "1,200,50",
        "десять",
        "~10",
        "10+",
        "5%",
        "1.200,50,1",
        ".5.",
        ",",
        "1e5",
        "10 darbuotojų",
        "№ 5",
        "1 200.300,5 1",
        "1234.567,5",
        "inf",
        "NaN",
    ] {
        assert_eq!(number(&cell(text)), Err(CellFormatError::NotANumber), "{text}");
    }
    assert_eq!(number(&Cell::Empty), Ok(None));
    assert_eq!(number(&cell(" – ")), Ok(None));
    assert_eq!(number(&Cell::Number(f64::INFINITY)), Err(CellFormatError::NotANumber));
    assert_eq!(number(&Cell::Date(today())), Err(CellFormatError::NotANumber));
    assert_eq!(whole(&cell("18")), Ok(Some(18)));
    assert_eq!(whole(&cell("18,0")), Ok(Some(18)));
    assert_eq!(whole(&cell("18,5")), Err(CellFormatError::NotWhole));
    assert_eq!(whole(&cell("apie 10")), Err(CellFormatError::NotANumber));
    assert_eq!(whole(&Cell::Number(1e300)), Err(CellFormatError::NotWhole));
}

#[test]
fn needs_are_understood_in_every_language() {
    for (text, is) in [
        ("жильё", N::Accommodation),
        ("работа", N::EducationTrainingEmployment),
        ("документы", N::FinanceBenefitDebtId),
        ("лечение зависимости", N::DependencyAndRecovery),
        ("юридическая помощь", N::Legal),
        ("долги", N::FinanceBenefitDebtId),
        ("семья", N::FamilyAndRelationships),
        ("лечение", N::Health),
        ("Лечение от алкоголизма", N::DependencyAndRecovery),
        ("помощь психолога", N::EmotionalWellbeing),
        ("нет паспорта", N::FinanceBenefitDebtId),
        ("временное жилье", N::Accommodation),
        ("жыллё", N::Accommodation),
        ("праца", N::EducationTrainingEmployment),
        ("дакументы", N::FinanceBenefitDebtId),
        ("būstas", N::Accommodation),
        ("Darbas", N::EducationTrainingEmployment),
        ("skolos", N::FinanceBenefitDebtId),
        ("skolų grąžinimas", N::FinanceBenefitDebtId),
        ("pomoć oko dokumenata", N::FinanceBenefitDebtId),
        ("priklausomybės gydymas", N::DependencyAndRecovery),
        ("teisinė pagalba", N::Legal),
        ("šeima", N::FamilyAndRelationships),
        ("smeštaj", N::Accommodation),
        ("posao", N::EducationTrainingEmployment),
        ("lična dokumenta", N::FinanceBenefitDebtId),
        ("lečenje zavisnosti", N::DependencyAndRecovery),
        ("pravna pomoć", N::Legal),
        ("запослење", N::EducationTrainingEmployment),
        ("lakhatás", N::Accommodation),
        ("munka", N::EducationTrainingEmployment),
        ("jogi segítség", N::Legal),
        ("család", N::FamilyAndRelationships),
        ("függőség kezelése", N::DependencyAndRecovery),
        ("Wohnung", N::Accommodation),
        ("Arbeit", N::EducationTrainingEmployment),
        ("Schulden", N::FinanceBenefitDebtId),
        ("Suchtbehandlung", N::DependencyAndRecovery),
        ("Familie", N::FamilyAndRelationships),
        ("housing", N::Accommodation),
        ("legal aid", N::Legal),
        ("drug treatment", N::DependencyAndRecovery),
        ("HEALTH", N::Health),
        ("FINANCE_BENEFIT_DEBT_ID", N::FinanceBenefitDebtId),
        ("dvasinė pagalba", N::FaithAndCommunity),
        ("досуг", N::LifestyleAndAssociates),
        ("anger management", N::AttitudesThinkingBehaviour),
        ("социальная адаптация", N::SocialInclusion),
    ] {
        assert_eq!(needs(text), (vec![(is, text.to_owned())], vec![]), "{text}");
    }
    let (understood, others) = needs("жильё, работа и документы; что-то ещё / долги\nсемья");
    let written: Vec<&str> = understood.iter().map(|need| need.1.as_str()).collect();
    assert_eq!(written, ["жильё", "работа", "документы", "долги", "семья"]);
    assert_eq!(others, ["что-то ещё"]);
    for text in [
        "būstas ir darbas",
        "stan i posao",
        "lakhatás és munka",
        "Wohnung und Arbeit",
        "housing + job",
        "жыллё і праца",
    ] {
        let (understood, others) = needs(text);
        assert_eq!((understood.len(), others.len()), (2, 0), "{text}");
    }
    for text in ["нет долгов", "не нужна работа", "работа жильё", "абракадабра"]
    {
        assert_eq!(needs(text), (vec![], vec![text.to_owned()]), "{text}");
    }
    assert_eq!(needs(" , - и/или "), (vec![], vec![]));
}

#[test]
fn services_meet_domains_of_needs() {
    for (text, is) in [
        ("Savarankiško gyvenimo įgūdžiai", N::SocialInclusion),
        ("Maisto parama", N::FinanceBenefitDebtId),
        ("Priklausomybės konsultacijos", N::DependencyAndRecovery),
        ("Darbo paieška", N::EducationTrainingEmployment),
        ("Profesinis mokymas", N::EducationTrainingEmployment),
        ("Laikinas būstas", N::Accommodation),
        ("Socialinis būstas", N::Accommodation),
        ("Piniginė parama", N::FinanceBenefitDebtId),
        ("Įdarbinimo tarpininkavimas", N::EducationTrainingEmployment),
        ("Socialinio darbuotojo konsultacijos", N::SocialInclusion),
        ("Pagalba šeimai", N::FamilyAndRelationships),
        ("Schuldnerberatung", N::FinanceBenefitDebtId),
        ("Suchtberatung", N::DependencyAndRecovery),
    ] {
        assert_eq!(domain_of_service(text), Some(is), "{text}");
    }
    assert_eq!(domain_of_service("Kita"), None);
    assert_eq!(domain_of_service(""), None);
}

#[test]
fn a_letter_for_a_sex_is_read_by_its_column() {
    for (text, is) in [
        ("м", Sex::Male),
        ("ж", Sex::Female),
        ("Ж.", Sex::Female),
        ("муж", Sex::Male),
        ("Vyras", Sex::Male),
        ("moteris", Sex::Female),
        ("férfi", Sex::Male),
        ("nő", Sex::Female),
        ("muški", Sex::Male),
        ("ženski", Sex::Female),
        ("weiblich", Sex::Female),
        ("male", Sex::Male),
        ("FEMALE", Sex::Female),
        ("v", Sex::Male),
        ("ž", Sex::Female),
        ("w", Sex::Female),
        ("divers", Sex::Other),
        ("неизвестно", Sex::Unknown),
    ] {
        assert_eq!(sex(text), Some(Some(is)), "{text}");
    }
    assert_eq!(sex(""), Some(None));
    for text in ["?", "m", "f", "n", "да"] {
        assert_eq!(sex(text), None, "{text}");
    }
    assert_eq!(sex_in("m", Some(Letters::MaleM)), Some(Some(Sex::Male)));
    assert_eq!(sex_in("M", Some(Letters::FemaleM)), Some(Some(Sex::Female)));
    assert_eq!(sex_in("f", Some(Letters::MaleF)), Some(Some(Sex::Male)));
    assert_eq!(Letters::of("", ["v", "m", "m"]), Some(Letters::FemaleM));
    assert_eq!(Letters::of("", ["m", "f"]), Some(Letters::MaleM));
    assert_eq!(Letters::of("", ["M", "Ž"]), Some(Letters::MaleM));
    assert_eq!(Letters::of("", ["f", "n"]), Some(Letters::MaleF));
    assert_eq!(Letters::of("", ["m", "m"]), None);
    assert_eq!(Letters::of("Lytis", ["m", "m"]), Some(Letters::FemaleM));
    assert_eq!(Letters::of("Lytis", ["m", "f"]), Some(Letters::MaleM));
    assert_eq!(Letters::of("Sex", ["m"]), Some(Letters::MaleM));
    assert_eq!(Letters::of("Nem", ["f"]), Some(Letters::MaleF));
    assert_eq!(Letters::of("Sex", ["v", "f"]), None);
}

#[test]
fn kinds_of_organisations_are_understood() {
    for (text, is) in [
        ("Tikybinė organizacija", O::FaithBased),
        ("Sveikatos įstaiga", O::Other),
        ("Užimtumo tarnyba", O::EmploymentService),
        ("Socialinis centras", O::SocialCentre),
        ("Savivaldybė", O::LocalAuthority),
        ("VšĮ", O::Ngo),
        ("НКО", O::Ngo),
        ("udruženje građana", O::Ngo),
        ("Центр занятости", O::EmploymentService),
        ("ТЦСОН", O::SocialCentre),
        ("JVA", O::Prison),
        ("önkormányzat", O::LocalAuthority),
        ("Centar za socijalni rad", O::SocialCentre),
        ("Berufsschule", O::VocationalSchool),
        ("FAITH_BASED", O::FaithBased),
        ("UAB", O::Employer),
        ("реабилитационный центр", O::RehabilitationCentre),
        ("Probacijos tarnyba", O::Probation),
        ("e. V.", O::Ngo),
    ] {
        assert_eq!(organisation_kind(text), Some(is), "{text}");
    }
    assert_eq!(organisation_kind("Vilnius"), None);
    assert_eq!(organisation_kind(""), None);
}

#[test]
fn a_full_name_is_split() {
    let family = |text| split_name(text, NameOrder::FamilyFirst);
    let given = |text| split_name(text, NameOrder::GivenFirst);
    let is = |family: &str, given: &str| (family.to_owned(), given.to_owned());
    assert_eq!(family("Гончар Дмитрий Викторович"), is("Гончар", "Дмитрий Викторович"));
    assert_eq!(given("Гончар Дмитрий Викторович"), is("Гончар", "Дмитрий Викторович"));
    assert_eq!(family("Ирина Петровна Мороз"), is("Мороз", "Ирина Петровна"));
    assert_eq!(given("Kazlauskas, Jonas Petras"), is("Kazlauskas", "Jonas Petras"));
    assert_eq!(given("Jonas Kazlauskas"), is("Kazlauskas", "Jonas"));
    assert_eq!(given("Nenad Petrović"), is("Petrović", "Nenad"));
    assert_eq!(family("Nagy Péter"), is("Nagy", "Péter"));
    assert_eq!(given("KAZLAUSKAS Jonas"), is("KAZLAUSKAS", "Jonas"));
    assert_eq!(given("Madonna"), is("Madonna", ""));
    assert_eq!(given("  "), is("", ""));
    for (header, order) in [
        ("ФИО", NameOrder::FamilyFirst),
        ("Ф.И.О.", NameOrder::FamilyFirst),
        ("Vardas, pavardė", NameOrder::GivenFirst),
        ("Pavardė, vardas", NameOrder::FamilyFirst),
        ("Ime i prezime", NameOrder::GivenFirst),
        ("Név", NameOrder::FamilyFirst),
        ("Name", NameOrder::GivenFirst),
        ("Surname, name", NameOrder::FamilyFirst),
        ("Клиент", NameOrder::FamilyFirst),
        ("Име и презиме", NameOrder::GivenFirst),
    ] {
        assert_eq!(NameOrder::of(header), order, "{header}");
    }
}

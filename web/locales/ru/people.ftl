# Люди: список, данные, потребности.

cancel = Отмена

people-record = Добавить человека
people-search = Найти по имени
people-all = Все люди
people-pseudonym = Псевдоним для других: { $pseudonym }
people-returns = Куда возвращается: { $place }
people-release-confirmed = день подтверждён
people-release-expected = день ещё не подтверждён
people-place = { $place }
people-name-hidden = При вашей роли имя не показывается
people-no-release = День освобождения не указан
people-hits = { $n ->
    [one] По имени «{ $name }» найден { $n } человек
    [few] По имени «{ $name }» найдено { $n } человека
   *[many] По имени «{ $name }» найдено { $n } человек
}
people-more = Есть и другие. Напишите имя подробнее, чтобы найти нужного человека.
people-none = Здесь пока никого нет
people-none-record = Добавьте первого человека: имя, день освобождения и что понадобится. Это займёт около трёх минут.
people-none-words = Вы видите тех людей, в чью команду сопровождения входите. Попросите коллегу добавить вас.
people-none-found = Человека с таким именем нет
people-none-found-words = Попробуйте начало фамилии. Находятся только те люди, которых вам можно видеть.

release-ahead = Освобождение { $when }
release-past = Освобождение состоялось { $when }

person-edit = Изменить
person-edit-title = Изменить данные: { $name }
person-save = Сохранить
person-part-name = Имя
person-part-home = Возвращение домой
person-part-contact = Контакты и документы
person-part-needs = Что нужно
person-given-name = Имя
person-family-name = Фамилия
person-date-of-birth = Дата рождения
person-year-of-birth = Год рождения
person-year-of-birth-hint = Если известен только год.
person-sex = Пол
person-language = Язык
person-language-hint = На нём говорят с человеком.
person-release-date = День освобождения
person-release-confirmed = Этот день подтверждён
person-release = Освобождение
person-municipality = Куда возвращается
person-municipality-hint = Там ищут услуги.
person-not-known = Пока неизвестно
person-legal-status = Правовое положение
person-prison = Исправительное учреждение
person-prison-none = Не в учреждении
person-sobriety = Алкоголь и наркотики
person-phone = Телефон
person-email = Электронная почта
person-address = Адрес
person-papers = Документы
person-papers-hint = Например, паспорт или удостоверение личности, с номером.
person-paper-kind = Вид документа
person-paper-number = Номер
person-needs-hint = Выберите, как скоро что нужно; остальное не меняйте. Позже можно добавить ещё.
person-need-none = Не нужно
person-need-words = В нескольких словах
person-need-text = Что именно нужно, в нескольких словах
person-restricted = Этого человека видит только команда сопровождения
person-restricted-hint = Руководители и другие коллеги не найдут этого человека, если не входят в команду сопровождения.

person-next = Что вы можете сделать
person-refer = Направить
person-ask-consent = Запросить согласие
person-needs = Потребности
person-needs-none = Сейчас ничего не нужно
person-needs-none-words = Когда что-нибудь понадобится, добавьте это здесь, и можно будет искать подходящие услуги.
person-referrals-none = Направлений ещё нет
person-referrals-none-words = Здесь будут перечислены все направления и их состояние.
person-about = О человеке
person-age = Возраст
person-years = { $n ->
    [one] { $n } год
    [few] { $n } года
   *[many] { $n } лет
}
person-born-in = год рождения: { $year }
person-name-not-your-role = При вашей роли имя и контакты не показываются.
person-team = Команда сопровождения
person-team-add = Добавить коллегу
person-team-join = Включить в команду сопровождения
person-team-leave = Исключить
person-colleague = { $name }, { $role }
person-looks = Кто просматривал
person-looks-none = Просмотров ещё не было
person-looks-none-words = Каждый просмотр имени, контактов или документов записывается и показывается здесь.
person-looked = { $n ->
    [1] { $who }: просмотр имени и контактов
    [one] { $who }: { $n } просмотр имени и контактов
    [few] { $who }: { $n } просмотра имени и контактов
   *[many] { $who }: { $n } просмотров имени и контактов
}
person-looked-through = { $n ->
    [1] { $who }: просмотр имени и контактов по направлению { $reference }
    [one] { $who }: { $n } просмотр имени и контактов по направлению { $reference }
    [few] { $who }: { $n } просмотра имени и контактов по направлению { $reference }
   *[many] { $who }: { $n } просмотров имени и контактов по направлению { $reference }
}

need-add = Добавить потребность
need-add-title = Что нужно: { $name }
need-change = Изменить
need-domain = О чём речь
need-choose = Выберите
need-already = уже есть в списке
need-urgency = Как скоро
need-text = В нескольких словах
need-text-hint = Что именно поможет. Принимающие организации прочитают это, только если вы это передадите.
need-met = Удовлетворена
need-is-met = Эта потребность удовлетворена
need-nobody-asked = Сейчас никого не просят помочь.
need-not-your-role = При вашей роли описание этой потребности не показывается.
urgency-routine-hint = Есть время найти подходящее.
urgency-urgent-hint = Нужно устроить в ближайшее время.
urgency-release-day-hint = Должно быть готово ко дню освобождения.

language-lt = литовский
language-ru = русский
language-be = белорусский
language-pl = польский
language-uk = украинский
language-sr = сербский
language-rom = ромский
language-en = английский

done-person-recorded = Человек добавлен. Теперь запросите согласие или поищите услуги.
done-person-changed = Изменено.
done-case-team-changed = Команда сопровождения изменена.
done-need-added = Потребность добавлена.
done-need-changed = Потребность изменена.

field-given-name = Имя
field-family-name = Фамилия
field-date-of-birth = Дата рождения
field-year-of-birth = Год рождения
field-release-date = День освобождения
field-phone = Телефон
field-email = Электронная почта
field-address = Адрес
field-municipality-id = Куда возвращается
field-prison-id = Исправительное учреждение
field-kind = Вид документа
field-number = Номер
field-domain = О чём речь

## Удаление данных человека

person-erase = Удалить данные человека
erase-title = Удалить данные человека
erase-goes = Что будет удалено навсегда
erase-goes-identity = Имя, дата рождения, контакты, документы, сведения о заключении, муниципалитет и команда сопровождения.
erase-goes-needs = { $n ->
    [one] Описание { $n } потребности.
    [few] Описания { $n } потребностей.
   *[many] Описания { $n } потребностей.
}
erase-goes-consents = { $n ->
    [one] Слова { $n } согласия; если оно действует, оно отзывается.
    [few] Слова { $n } согласий; действующие отзываются.
   *[many] Слова { $n } согласий; действующие отзываются.
}
erase-goes-messages = То, о чём ваша организация просила и что писала о человеке.
erase-goes-open = { $n ->
    [one] Завершится { $n } открытое направление. Кто его не принял, больше его не увидит.
    [few] Завершатся { $n } открытых направления. Кто их не принял, больше их не увидит.
   *[many] Завершатся { $n } открытых направлений. Кто их не принял, больше их не увидит.
}
erase-stays = Что останется
erase-stays-sex = Для статистики – пол: { $sex }
erase-stays-decade = Для статистики – десятилетие рождения: с { $year } года
erase-stays-release = Для статистики – год освобождения: { $year }
erase-stays-referrals = { $n ->
    [one] { $n } направление с датами и результатом, под именем, которое ни о чём не говорит.
    [few] { $n } направления с датами и результатами, под именем, которое ни о чём не говорит.
   *[many] { $n } направлений с датами и результатами, под именем, которое ни о чём не говорит.
}
erase-stays-journal = В журнале – кто, что и когда сделал; о самом человеке в нём ничего нет.
erase-stays-recipients = У тех, к кому человека направляли, – то, что их сотрудники написали, приняв направление: { $recipients }. Спросите их, удалят ли это и они.
erase-reason = Почему
erase-final = Восстановить будет нельзя
erase-sure = Прочитано. Удалить данные человека навсегда.
field-sure = Подтверждение
erase-do = Удалить навсегда
done-person-erased = Данные человека удалены.

# Люди: список, данные, потребности.

cancel = Отмена

people-record = Добавить человека
people-search = Поиск по имени
people-all = Показать всех людей
people-pseudonym = Псевдоним для других организаций: { $pseudonym }
people-returns = Место возвращения: { $place }
people-release-confirmed = дата подтверждена
people-release-expected = дата не подтверждена
people-place = { $place }
people-name-hidden = Имя недоступно для вашей роли
people-no-release = Дата освобождения не указана
people-hits = { $n ->
    [one] Найден { $n } человек по имени «{ $name }»
    [few] Найдено { $n } человека по имени «{ $name }»
   *[many] Найдено { $n } человек по имени «{ $name }»
}
people-more = Показаны не все. Введите имя полнее.
people-none = Людей пока нет
people-none-record = Добавьте первого человека: имя, дату освобождения и потребности. Это займёт около трёх минут.
people-none-words = Вы видите людей, в чью команду сопровождения входите. Попросите коллегу добавить вас в команду.
people-none-found = Никого не найдено
people-none-found-words = Введите начало фамилии. Поиск показывает только людей, к данным которых у вас есть доступ.

release-ahead = Освобождение { $when }
release-past = Освобождение было { $when }

person-edit = Изменить данные
person-edit-title = Изменение данных: { $name }
person-save = Сохранить данные
person-part-name = Имя
person-part-home = Освобождение и место возвращения
person-part-contact = Контакты и документы
person-part-needs = Потребности
person-given-name = Имя
person-family-name = Фамилия
person-date-of-birth = Дата рождения
person-year-of-birth = Год рождения
person-year-of-birth-hint = Укажите, если точная дата неизвестна.
person-sex = Пол
person-language = Язык
person-language-hint = Язык общения с человеком.
person-release-date = Дата освобождения
person-release-confirmed = Дата подтверждена
person-release = Освобождение
person-municipality = Место возвращения
person-municipality-hint = По этому месту подбираются услуги.
person-not-known = Пока неизвестно
person-legal-status = Правовое положение
person-prison = Исправительное учреждение
person-prison-none = Нет
person-sobriety = Алкоголь и наркотики
person-phone = Телефон
person-email = Электронная почта
person-address = Адрес
person-papers = Документы, удостоверяющие личность
person-papers-hint = Например, паспорт и его номер.
person-paper-kind = Вид документа
person-paper-number = Номер документа
person-needs-hint = Выберите срочность для каждой потребности. Остальные оставьте без изменений, их можно добавить позже.
person-need-none = Не нужно
person-need-words = Описание потребности
person-need-text = Описание потребности
person-restricted = Доступ только для команды сопровождения
person-restricted-hint = Руководители и другие коллеги не найдут этого человека, если не входят в команду сопровождения.

person-next = Действия
person-refer = Направить человека
person-ask-consent = Запросить согласие
person-needs = Потребности
person-needs-none = Открытых потребностей нет
person-needs-none-words = Добавьте потребность, чтобы подобрать услуги.
person-referrals-none = Направлений пока нет
person-referrals-none-words = Здесь появятся все направления человека и их состояние.
person-about = О человеке
person-age = Возраст
person-years = { $n ->
    [one] { $n } год
    [few] { $n } года
   *[many] { $n } лет
}
person-born-in = год рождения: { $year }
person-name-not-your-role = Имя и контакты недоступны для вашей роли.
person-team = Команда сопровождения
person-team-add = Коллега
person-team-join = Добавить в команду
person-team-leave = Убрать из команды
person-colleague = { $name }, { $role }
person-looks = История просмотров
person-looks-none = Просмотров пока нет
person-looks-none-words = Здесь записан каждый просмотр имени, контактов или документов.
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
need-add-title = Новая потребность: { $name }
need-change = Изменить потребность
need-domain = Вид потребности
need-choose = Выберите
need-already = уже есть в списке
need-urgency = Срочность
need-text = Описание потребности
need-text-hint = Какая помощь нужна. Принимающая организация увидит описание, только если вы его передадите.
need-met = Удовлетворена
need-is-met = Потребность удовлетворена
need-nobody-asked = Открытых направлений по ней нет.
need-not-your-role = Описание этой потребности недоступно для вашей роли.
urgency-routine-hint = Есть время выбрать подходящую услугу.
urgency-urgent-hint = Помощь нужна в ближайшее время.
urgency-release-day-hint = Помощь нужна в день освобождения.

language-lt = литовский
language-ru = русский
language-be = белорусский
language-pl = польский
language-uk = украинский
language-sr = сербский
language-rom = ромский
language-en = английский

done-person-recorded = Человек добавлен. Теперь запросите согласие или подберите услуги.
done-person-changed = Данные человека изменены.
done-case-team-changed = Команда сопровождения изменена.
done-need-added = Потребность добавлена.
done-need-changed = Потребность изменена.

## Удаление данных человека

person-erase = Удалить данные человека
erase-title = Удаление данных человека
erase-goes = Удаляемые данные
erase-goes-identity = Имя, дата рождения, контакты, документы, сведения о лишении свободы, место возвращения и команда сопровождения.
erase-goes-needs = { $n ->
    [one] Описание { $n } потребности.
    [few] Описания { $n } потребностей.
   *[many] Описания { $n } потребностей.
}
erase-goes-consents = { $n ->
    [one] Текст { $n } согласия. Действующее согласие отзывается.
    [few] Тексты { $n } согласий. Действующие согласия отзываются.
   *[many] Тексты { $n } согласий. Действующие согласия отзываются.
}
erase-goes-messages = Тексты просьб и сообщений вашей организации об этом человеке.
erase-goes-open = { $n ->
    [one] Закроется { $n } открытое направление. Если оно ещё не принято, принимающая организация его больше не увидит.
    [few] Закроются { $n } открытых направления. Непринятые направления принимающие организации больше не увидят.
   *[many] Закроются { $n } открытых направлений. Непринятые направления принимающие организации больше не увидят.
}
erase-stays = Остающиеся данные
erase-stays-sex = Для статистики: пол ({ $sex })
erase-stays-decade = Для статистики: десятилетие рождения, начиная с { $year } года
erase-stays-release = Для статистики: год освобождения ({ $year })
erase-stays-referrals = { $n ->
    [one] { $n } направление с датами и итогом, без имени человека.
    [few] { $n } направления с датами и итогами, без имени человека.
   *[many] { $n } направлений с датами и итогами, без имени человека.
}
erase-stays-journal = Записи журнала действий: кто и когда что сделал. Сведений о человеке в них нет.
erase-stays-recipients = Записи сотрудников принимающих организаций после принятия направления: { $recipients }. Спросите эти организации, удалят ли они свои записи.
erase-reason = Причина удаления
erase-sure = Удалить данные без возможности восстановления
erase-do = Удалить данные навсегда
done-person-erased = Данные человека удалены.

# Справочник: организации, услуги, соглашения, основания.

directory-organisations = Организации
directory-services = Услуги
directory-agreements = Соглашения
directory-grounds = Основания
directory-filter = Сузить список
directory-show = Показать
directory-all = Показать все
directory-any = Все
directory-anywhere = Куда угодно
directory-name = Часть названия
directory-service-name = Часть названия услуги или организации
directory-kind = Вид
directory-province = Регион
directory-domain = С чем помогает
directory-municipality = Куда возвращается человек
directory-kind-is = { $kind }
directory-place = { $place }
directory-offered-by = { $organisation }
directory-yours = ваша
directory-about = Об организации
directory-organisations-count = { $n ->
    [one] { $n } организация
    [few] { $n } организации
   *[many] { $n } организаций
}
directory-services-count = { $n ->
    [one] { $n } услуга
    [few] { $n } услуги
   *[many] { $n } услуг
}
directory-agreements-count = { $n ->
    [one] { $n } соглашение
    [few] { $n } соглашения
   *[many] { $n } соглашений
}
directory-none = Такой организации нет
directory-no-service = Такой услуги нет
directory-none-words = Ищите шире: уберите один из фильтров или напишите меньше букв названия.

organisation-agreements = Наши соглашения с этой организацией
organisation-no-services = Услуг здесь пока нет
organisation-no-services-words = Здесь будут перечислены услуги этой организации и места по дням.
organisation-no-agreements = Соглашения пока нет
organisation-no-agreements-words = Без соглашения организации не передают друг другу никаких сведений о человеке.

places-free-today = { $n ->
    [one] сегодня { $n } свободное место
    [few] сегодня { $n } свободных места
   *[many] сегодня { $n } свободных мест
}
places-none-today = сейчас мест нет
places-next-from = место будет { FROM($day) }

service-what = Что это
service-answers = С чем помогает
service-for-whom = Для кого
service-everybody = для всех
service-residents = только для тех, кто возвращается на её территорию
service-where = Где
service-application = Как попасть
service-fees = Сколько стоит
service-responds = Срок ответа
service-responds-days = { $n ->
    [one] { $n } рабочий день
    [few] { $n } рабочих дня
   *[many] { $n } рабочих дней
}
service-purpose = Цель передачи сведений
service-places = Места
service-today = Сегодня
service-free = свободно <b class="big">{ $free }</b> из { $maximum }
service-full-until = из { $maximum } свободных нет; следующее будет { FROM($day) }
service-on-day = Места в выбранный день
service-look-up = Посмотреть
service-assured = Указано { $day }.
service-stated = Всего мест
service-from-day = { FROM($day) }
service-places-count = { $n ->
    [one] { $n } место
    [few] { $n } места
   *[many] { $n } мест
}
service-state-places = Указать места
service-state-places-words = С какого дня сколько всего мест. Чтобы убрать строку, очистите оба её поля; если строк нет, число мест не ограничено.
service-from = С какого дня
service-maximum = Места
service-save-places = Сохранить места

agreement-with = с кем: { $names }
agreement-state = Состояние
agreement-waits = ждёт вашей подписи
agreement-until = до { $day }
agreement-open-ended = бессрочно
agreement-what = О чём соглашение
agreement-purpose = Цель
agreement-term-label = Срок
agreement-term = { FROM($from) } до { $until }
agreement-term-open = { FROM($from) }, бессрочно
agreement-scopes = Какие сведения можно передавать
agreement-scopes-hint = Не больше этих. Что передать о конкретном человеке, решается каждый раз, с его согласия.
agreement-limits = Соглашение разрешает передавать сведения, но никогда не требует этого: каждый раз нужно основание, и человека спрашивают.
agreement-parties = Кто подписывает
agreement-signed-on = подписано { $day }
agreement-not-signed = ещё не подписано
agreement-proposed-by = Кто предлагает: { $organisation }
agreement-asks-sign = Подписать это соглашение?
agreement-asks-suspend = Приостановить это соглашение?
agreement-asks-resume = Возобновить это соглашение?
agreement-asks-end = Прекратить это соглашение?
agreement-does-sign = Вы подписываете от имени своей организации. Когда подпишут все, вы сможете отправлять друг другу направления.
agreement-does-suspend = Основанные на нём направления скрываются от принимающих организаций, пока соглашение не возобновят. Ничего не теряется.
agreement-does-resume = Основанные на нём направления снова видны принимающим организациям.
agreement-does-end = Отменить это будет нельзя. Направления больше не смогут на нём основываться; придётся предложить новое.

agreements-none = Соглашений пока нет
agreements-none-words = Без соглашения организации не передают друг другу никаких сведений о человеке. Попросите администратора предложить его.
agreements-none-propose = Без соглашения организации не передают друг другу никаких сведений о человеке. Предложите первое.
agreements-propose = Предложить соглашение
agreement-propose-lead = Предлагая соглашение, ваша организация его подписывает; оно вступит в силу, когда подпишут все остальные.
agreement-title = Название
agreement-title-hint = Как вы назвали бы его в разговоре.
agreement-partners = С кем
agreement-starts = Первый день
agreement-ends = Последний день
agreement-ends-hint = Если не указан, соглашение действует, пока его кто-нибудь не прекратит.
agreement-propose-do = Подписать и предложить

grounds-lead = Для каждого вида принимающих организаций: почему передавать сведения законно и где это записано. Человека спрашивают в любом случае.
grounds-heading = { $country }, цель — { $purpose }
grounds-kind = Кому передают
grounds-ground = Основание
grounds-law = Правовой акт
grounds-none = Реестр пуст
grounds-none-words = Пока он не заполнен, передавать ничего нельзя.
country-lt = Литва
country-by = Беларусь
country-rs = Сербия

done-places-set = Места указаны.
done-agreement-proposed = Соглашение предложено и подписано от имени вашей организации. Теперь очередь остальных.
done-agreement-signed = Подписано.
done-agreement-suspended = Приостановлено.
done-agreement-resumed = Возобновлено.
done-agreement-ended = Прекращено.

field-title = Название
field-parties = С кем
field-starts-on = Первый день
field-ends-on = Последний день
field-from = С какого дня
field-maximum = Места
organisation-contact = Как связаться

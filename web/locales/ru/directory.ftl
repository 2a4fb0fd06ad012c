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
organisation-change = Описать организацию
organisation-change-lead = Как с вами связаться. Название остаётся: по нему вам доверяют.
organisation-description = Что вы делаете
organisation-description-hint = В одном-двух предложениях.
organisation-municipality = Город или район
organisation-no-municipality = никакой определённый
organisation-habits = Как вы работаете
organisation-language = Язык
organisation-zone = Часовой пояс
organisation-zone-hint = Например, Europe/Vilnius: когда начинается ваш день.
organisation-managers = Руководители видят всех
organisation-managers-hint = Иначе они видят только тех, в чью команду сопровождения входят. Кого видит только эта команда, того они не находят в любом случае.
organisation-save = Сохранить
service-new = Добавить услугу
service-change = Изменить услугу
service-this = Эта услуга
service-describe-lead = Это читает вся сеть, когда ищет услугу. Имён людей здесь быть не должно.
service-name = Название
service-name-hint = Как вы её называете: место на первые недели, помощь с документами.
service-description = Что там происходит
service-description-hint = Несколькими простыми предложениями: что вы делаете и как долго.
service-status = Направления
service-unit = Что такое место
service-unit-hint = Койка, место в группе, час в неделю.
service-purpose-hint = Соглашение и согласие должны быть для той же цели.
service-for-whom-words = Что не отмечено, никого не ограничивает. Направляющему объясняют, почему человек подходит или нет.
service-minimum-age = Возраст от
service-maximum-age = Возраст до
service-sex = Только
service-legal-statuses = Только для людей со статусом
service-sobriety = Только при такой трезвости
service-eligibility = Прочее, словами
service-eligibility-hint = То, чего нет в пунктах выше.
service-where-words = Где живут или содержатся те, кого вы принимаете. Ничего не отмечено: везде.
service-residents-only = Только для тех, кто возвращается на эту территорию
service-provinces = Области целиком
service-municipalities = Города и районы
service-prisons = В заключении, до освобождения
service-application-words = Словами
service-application-hint = Что происходит после направления: беседа, анкета, визит.
service-respond-days = За сколько рабочих дней отвечаете
service-respond-days-hint = Если пусто, зависит от срочности направления.
service-save = Сохранить услугу

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
agreement-kept-suspended = остановила { $day }
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
grounds-change = изменить
grounds-change-of = изменить, что действует для получателей: { $kind }
grounds-record = Записать основание
grounds-record-words = Оно заменит запись о той же стране, цели и виде получателя для всего, что будет отправлено с этого момента. Пусть его проверит тот, кто знает закон.
grounds-country = Из какой страны
grounds-law-hint = Закон и статья, чтобы читатель мог их найти.
grounds-record-do = Записать
country-lt = Литва
country-by = Беларусь
country-rs = Сербия

done-places-set = Места указаны.
done-agreement-proposed = Соглашение предложено и подписано от имени вашей организации. Теперь очередь остальных.
done-agreement-signed = Подписано.
done-agreement-suspended = Приостановлено.
done-agreement-resumed = Возобновлено.
done-agreement-resumed-here = Вы возобновили соглашение. Другая сторона всё ещё держит его приостановленным.
done-ground-recorded = Записано в реестр.
done-agreement-ended = Прекращено.
done-organisation-changed = Сохранено.
done-service-recorded = Добавлено. Теперь укажите число мест.
done-service-changed = Сохранено.

field-title = Название
field-time-zone = Часовой пояс
field-minimum-age = Возраст от
field-maximum-age = Возраст до
field-respond-days = За сколько рабочих дней отвечаете
field-parties = С кем
field-starts-on = Первый день
field-ends-on = Последний день
field-from = С какого дня
field-maximum = Места
organisation-contact = Как связаться

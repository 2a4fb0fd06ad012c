# Справочник: организации, услуги, соглашения, правовые основания.

directory-organisations = Организации
directory-services = Услуги
directory-agreements = Соглашения
directory-grounds = Правовые основания
directory-filter = Фильтр
directory-show = Показать список
directory-all = Сбросить фильтр
directory-any = Все
directory-anywhere = Любое место
directory-name = Часть названия
directory-service-name = Часть названия услуги или организации
directory-kind = Вид организации
directory-province = Регион
directory-domain = Потребность
directory-municipality = Место возвращения
directory-kind-is = { $kind }
directory-place = { $place }
directory-offered-by = { $organisation }
directory-yours = ваша организация
directory-about = Описание организации
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
directory-none = Организации не найдены
directory-no-service = Услуги не найдены
directory-none-words = Уберите часть фильтров или сократите название.

organisation-agreements = Соглашения с вашей организацией
organisation-no-services = Услуг пока нет
organisation-no-services-words = Здесь появятся услуги организации и число мест по датам.
organisation-no-agreements = Соглашений пока нет
organisation-no-agreements-words = Без соглашения организации не передают друг другу сведения о людях.

places-free-today = { $n ->
    [one] сегодня { $n } свободное место
    [few] сегодня { $n } свободных места
   *[many] сегодня { $n } свободных мест
}
places-none-today = сейчас мест нет
places-next-from = ближайшее место { FROM($day) }

service-what = Описание услуги
service-answers = Потребность
service-for-whom = Получатели услуги
service-everybody = все
service-residents = только люди, которые возвращаются на территорию услуги
service-where = Территория
service-application = Порядок обращения
service-fees = Стоимость
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
service-full-until = из { $maximum } свободных нет; ближайшее { FROM($day) }
service-on-day = Дата
service-look-up = Показать места
service-assured = Обновлено { $day }.
service-stated = Общее число мест
service-from-day = { FROM($day) }
service-places-count = { $n ->
    [one] { $n } место
    [few] { $n } места
   *[many] { $n } мест
}
service-state-places = Число мест
service-state-places-words = Укажите дату и общее число мест с этой даты. Чтобы удалить строку, очистите оба поля. Без строк число мест не ограничено.
service-from = Начальная дата
service-maximum = Число мест
service-save-places = Сохранить число мест
organisation-change = Изменить данные организации
organisation-change-lead = Данные видит вся сеть. Название изменить нельзя: по нему организацию узнают партнёры.
organisation-description = Деятельность организации
organisation-description-hint = Одно или два предложения.
organisation-municipality = Город или район
organisation-no-municipality = Не указано
organisation-habits = Настройки работы
organisation-language = Язык
organisation-zone = Часовой пояс
organisation-zone-hint = Например, Europe/Vilnius. По нему считаются дни и сроки.
organisation-managers = Доступ руководителей ко всем людям
organisation-managers-hint = Без этой отметки руководитель видит людей своих команд сопровождения. Людей с ограниченным доступом видит только их команда.
organisation-save = Сохранить данные
service-new = Добавить услугу
service-change = Изменить услугу
service-this = Услуга
service-describe-lead = Описание видит вся сеть. Не указывайте имена людей.
service-name = Название
service-name-hint = Например: место на первые недели, помощь с документами.
service-description = Содержание услуги
service-description-hint = Несколько простых предложений: что вы делаете и как долго.
service-status = Состояние услуги
service-unit = Вид места
service-unit-hint = Например: койка, место в группе, час в неделю.
service-purpose-hint = Соглашение и согласие человека должны иметь ту же цель.
service-for-whom-words = Пустые поля никого не ограничивают. Направляющая организация видит, подходит ли человек и почему.
service-minimum-age = Возраст от
service-maximum-age = Возраст до
service-sex = Пол
service-legal-statuses = Правовое положение
service-sobriety = Алкоголь и наркотики
service-eligibility = Другие условия
service-eligibility-hint = Условия, которых нет в полях выше.
service-where-words = Где живут или содержатся люди, которых вы принимаете. Без отметок услуга доступна везде.
service-residents-only = Только люди, которые возвращаются на эту территорию
service-provinces = Регионы целиком
service-municipalities = Города и районы
service-prisons = Исправительные учреждения, до освобождения
service-application-words = Описание порядка
service-application-hint = Например: беседа, анкета, посещение.
service-respond-days = Срок ответа, рабочих дней
service-respond-days-hint = Если поле пустое, срок зависит от срочности направления.
service-save = Сохранить услугу

agreement-with = партнёры: { $names }
agreement-state = Состояние
agreement-waits = ждёт вашей подписи
agreement-until = до { $day }
agreement-open-ended = бессрочно
agreement-what = Содержание соглашения
agreement-purpose = Цель
agreement-term-label = Срок
agreement-term = { FROM($from) } до { $until }
agreement-term-open = { FROM($from) }, бессрочно
agreement-scopes = Передаваемые сведения
agreement-scopes-hint = Больше этого передавать нельзя. Что передать о человеке, решают каждый раз с его согласия.
agreement-limits = Соглашение разрешает передавать сведения, но не обязывает. Каждый раз нужно правовое основание, и человека всегда спрашивают.
agreement-parties = Подписи
agreement-signed-on = подписано { $day }
agreement-not-signed = ещё не подписано
agreement-kept-suspended = приостановлено { $day }
agreement-proposed-by = Инициатор: { $organisation }
agreement-asks-sign = Подписание соглашения
agreement-asks-suspend = Приостановление соглашения
agreement-asks-resume = Возобновление соглашения
agreement-asks-end = Прекращение соглашения
agreement-does-sign = Вы подписываете соглашение от имени своей организации. После подписания всеми сторонами вы сможете отправлять друг другу направления.
agreement-does-suspend = Принимающие организации не будут видеть направления по этому соглашению, пока его не возобновят. Данные сохранятся.
agreement-does-resume = Принимающие организации снова увидят направления по этому соглашению.
agreement-does-end = Отменить это действие нельзя. Для новых направлений понадобится новое соглашение.

agreements-none = Соглашений пока нет
agreements-none-words = Без соглашения организации не передают друг другу сведения о людях. Попросите администратора предложить соглашение.
agreements-none-propose = Без соглашения организации не передают друг другу сведения о людях. Предложите первое соглашение.
agreements-propose = Предложить соглашение
agreement-propose-lead = Ваша организация сразу подписывает соглашение. Оно вступит в силу, когда подпишут все партнёры.
agreement-title = Название
agreement-title-hint = Короткое название, понятное сотрудникам.
agreement-partners = Партнёры
agreement-starts = Первый день
agreement-ends = Последний день
agreement-ends-hint = Без этой даты соглашение бессрочное.
agreement-propose-do = Подписать и предложить

grounds-lead = В реестре указано, почему передавать сведения законно, для каждого вида принимающих организаций. Человека всегда спрашивают.
grounds-heading = { $country }, цель — { $purpose }
grounds-kind = Вид принимающей организации
grounds-ground = Правовое основание
grounds-law = Правовой акт
grounds-none = Реестр пуст
grounds-none-words = Пока реестр пуст, передавать сведения нельзя.
grounds-change = Изменить
grounds-change-of = Изменить правовое основание: { $kind }
grounds-record = Добавить правовое основание
grounds-record-words = Запись заменит прежнюю для той же страны, цели и вида организации. Она действует для новых направлений. Попросите юриста проверить запись.
grounds-country = Страна
grounds-law-hint = Название закона и номер статьи.
grounds-record-do = Добавить в реестр

done-places-set = Число мест сохранено.
done-agreement-proposed = Соглашение предложено и подписано вашей организацией. Ожидаются подписи партнёров.
done-agreement-signed = Соглашение подписано.
done-agreement-suspended = Соглашение приостановлено.
done-agreement-resumed = Соглашение возобновлено.
done-agreement-resumed-here = Ваша организация возобновила соглашение. Другая сторона его ещё не возобновила.
done-ground-recorded = Правовое основание добавлено в реестр.
done-agreement-ended = Соглашение прекращено.
done-organisation-changed = Данные организации сохранены.
done-service-recorded = Услуга добавлена. Теперь укажите число мест.
done-service-changed = Услуга изменена.

organisation-contact = Контакты организации

# Слова всех кодов, по началу и коду.
#
# Словарь: одно слово для одного понятия, на всех страницах и во всех письмах.
#   referral — направление              refer — направить человека
#   sender — направляющая организация   recipient — принимающая организация
#   person — человек                    holder — организация, которая ведёт человека
#   need — потребность                  service — услуга
#   capacity — число мест               waiting list — очередь
#   case team — команда сопровождения   case worker — специалист по социальной работе
#   member — сотрудник                  assignee — ответственный сотрудник
#   manager — руководитель              administrator — администратор
#   assign — назначить                  accept, decline an assignment — взять себе, отказаться
#   agreement — соглашение              parties of an agreement — инициатор, партнёры
#   legal basis — правовое основание    register of legal bases — реестр правовых оснований
#   consent — согласие                  refusal — отказ
#   ask for consent — запросить         withdraw — отозвать
#   share — передать сведения           shared information — передаваемые сведения
#   person’s record — данные человека   erase — удалить данные
#   access — просмотр                   access history — история просмотров
#   audit log — журнал действий         permissions — права доступа
#   send, accept — отправить, принять   decline — отклонить
#   under review — на рассмотрении      more information needed — запрошены сведения (запрос, ответ на запрос)
#   on hold — приостановлено            closed as incomplete — прекращено досрочно
#   entered in error — создано по ошибке, ошибочное
#   re-open — открыть повторно          not answered — без ответа
#   priority — срочность                respond-by — срок ответа
#   outcome — итог                      report-back — обратная связь
#   appointment — встреча               message — сообщение
#   notification — уведомление          email — письмо, электронная почта; кому оно — адресат
#   release — освобождение              release date — дата освобождения; «день освобождения» — срочность
#   in custody — в местах лишения свободы
#   prison — исправительное учреждение  returns to — место возвращения
#   province — регион                   municipality — город или район
#   ID documents — документы, удостоверяющие личность; коротко: документы
#   alcohol and drugs — алкоголь и наркотики
#   import a list — загрузить список    import rows — добавить строки
#   export — скачать                    API token — API-токен
#   remove a member — закрыть доступ    remove from the case team — убрать из команды
#   sign in — войти                     session — сеанс
# Кнопка — глагол и существительное, заголовок и подпись поля — существительное, состояние — одно слово или два.
# «Вы» — со строчной; «ё» — всегда; кавычки «ёлочки»; тире «—». Пол человека и сотрудника неизвестен: вместо
# «отправил» — «направление отправлено». Имена и названия вставляются без изменений и стоят в именительном падеже:
# «организация { $who }». FROM ставит перед днём «с» или «со».

organisation-kind-ngo = общественная организация
organisation-kind-faith-based = приход или религиозная община
organisation-kind-local-authority = орган местной власти
organisation-kind-employment-service = служба занятости
organisation-kind-prison = исправительное учреждение
organisation-kind-probation = служба пробации
organisation-kind-social-centre = центр социального обслуживания
organisation-kind-rehabilitation-centre = реабилитационный центр
organisation-kind-vocational-school = профессиональный колледж
organisation-kind-employer = работодатель
organisation-kind-funder = финансирующая организация
organisation-kind-coordinator = координатор сети
organisation-kind-other = другая организация

role-viewer = Наблюдатель
role-caseworker = Специалист по социальной работе
role-job-officer = Специалист по трудоустройству
role-trainer = Преподаватель
role-manager = Руководитель
role-admin = Администратор
role-coordinator = Координатор сети
role-auditor = Аудитор

scope-identity = имя и дата рождения
scope-contact = телефон, электронная почта и адрес
scope-needs = потребности
scope-health = здоровье
scope-offence = судимость и риски
scope-family = семья
scope-employment = работа и учёба
scope-documents = документы и деньги

need-domain-accommodation = Жильё
need-domain-education-training-employment = Работа и учёба
need-domain-finance-benefit-debt-id = Деньги и документы
need-domain-dependency-and-recovery = Помощь при зависимости
need-domain-family-and-relationships = Семья
need-domain-lifestyle-and-associates = Окружение и досуг
need-domain-attitudes-thinking-behaviour = Мышление и поведение
need-domain-emotional-wellbeing = Психологическая помощь
need-domain-health = Здоровье
need-domain-social-inclusion = Социальная адаптация
need-domain-legal = Юридическая помощь
need-domain-faith-and-community = Вера и община
need-urgent = { $need }, срочно
need-release-day = { $need }, в день освобождения

need-short-accommodation = Жильё
need-short-education-training-employment = Работа
need-short-finance-benefit-debt-id = Документы
need-short-dependency-and-recovery = Зависимость
need-short-family-and-relationships = Семья
need-short-lifestyle-and-associates = Окружение
need-short-attitudes-thinking-behaviour = Поведение
need-short-emotional-wellbeing = Психолог
need-short-health = Здоровье
need-short-social-inclusion = Адаптация
need-short-legal = Юрист
need-short-faith-and-community = Вера

priority-routine = Не срочно
priority-urgent = Срочно
priority-release-day = День освобождения

sex-female = женский
sex-male = мужской
sex-other = другой
sex-unknown = неизвестно

legal-status-in-custody = в местах лишения свободы
legal-status-on-licence = условно-досрочное освобождение
legal-status-probation = под надзором службы пробации
legal-status-free = на свободе
legal-status-unknown = неизвестно

sobriety-sober = не употребляет
sobriety-in-treatment = проходит лечение
sobriety-not-sober = сейчас употребляет
sobriety-unknown = неизвестно

legal-basis-consent = согласие человека
legal-basis-legal-obligation = обязанность по закону
legal-basis-public-task = задача в общественных интересах
legal-basis-vital-interest = жизненно важные интересы

erasure-reason-requested = Человек попросил удалить данные
erasure-reason-not-needed = Данные больше не нужны
erasure-reason-not-lawful = Данные не следовало записывать
erasure-reason-legal-obligation = Удаления требует закон или суд

purpose-resettlement = возвращение в общество
purpose-employment = трудоустройство
purpose-treatment = лечение

consent-answer-given = Да
consent-answer-refused = Нет

consent-how-paper = письменно
consent-how-spoken = устно
consent-how-screen = на экране

consent-standing-in-force = Действует
consent-standing-expired = Истекло
consent-standing-withdrawn = Отозвано
consent-standing-refused = Отказ

report-back-attendance = приходит ли человек на встречи
report-back-notes = описание результата

pre-acceptance-fact-release-day = точная дата освобождения
pre-acceptance-fact-sex = пол
pre-acceptance-fact-legal-status = правовое положение
pre-acceptance-fact-sobriety = алкоголь и наркотики
pre-acceptance-fact-need-text = описание потребностей

withheld-until-accepted = откроется после принятия направления
withheld-until-not-shared = не передаётся в этом направлении
withheld-until-closed = доступ закрыт
withheld-until-not-your-role = недоступно для вашей роли
withheld-until-ended = не открывалось: направление закрыто до принятия

service-status-active = Оказывается
service-status-inactive = Сейчас не оказывается
service-status-defunct = Больше не оказывается
service-status-temporarily-closed = Временно закрыта

agreement-state-proposed = Ожидает подписей
agreement-state-active = Действует
agreement-state-suspended = Приостановлено
agreement-state-ended = Прекращено

agreement-step-sign = Подписать соглашение
agreement-step-suspend = Приостановить соглашение
agreement-step-resume = Возобновить соглашение
agreement-step-end = Прекратить соглашение

referral-state-draft = Черновик
referral-state-sent = Отправлено
referral-state-acknowledged = На рассмотрении
referral-state-information-requested = Запрошены сведения
referral-state-accepted = Принято
referral-state-in-progress = В работе
referral-state-completed = Завершено
referral-state-rejected = Отклонено
referral-state-withdrawn = Отозвано
referral-state-waitlisted = В очереди
referral-state-on-hold = Приостановлено
referral-state-failed = Прекращено досрочно
referral-state-expired = Без ответа
referral-state-entered-in-error = Создано по ошибке

referral-step-send = Отправить направление
referral-step-acknowledge = Взять на рассмотрение
referral-step-request-information = Запросить сведения
referral-step-answer = Ответить на запрос
referral-step-accept = Принять направление
referral-step-start = Начать работу
referral-step-complete = Завершить работу
referral-step-reject = Отклонить направление
referral-step-withdraw = Отозвать направление
referral-step-waitlist = Поставить в очередь
referral-step-resume = Возобновить работу
referral-step-hold = Приостановить работу
referral-step-fail = Прекратить работу досрочно
referral-step-reopen = Открыть направление повторно
referral-step-enter-in-error = Отметить как ошибочное

side-sent = Отправленные
side-received = Полученные

group-mode-any-one = Первая принявшая организация
group-mode-all = Все организации

reject-reason-not-eligible = Человек не соответствует условиям
reject-reason-no-capacity = Нет мест
reject-reason-service-not-provided = Такая услуга не оказывается
reject-reason-already-enrolled = Человек уже получает эту услугу
reject-reason-out-of-area = Другая территория
reject-reason-missing-documents = Не хватает документов
reject-reason-other = Другая причина

withdraw-reason-ineligible = Человек не соответствует условиям
withdraw-reason-mistake-or-duplicate = Ошибка или повтор
withdraw-reason-not-engaged = Человек не участвует
withdraw-reason-needs-met-elsewhere = Человек получил помощь в другом месте
withdraw-reason-moved-out-of-area = Человек переехал
withdraw-reason-work-or-care = Мешает работа или уход за близкими
withdraw-reason-died = Человек умер
withdraw-reason-returned-to-custody = Человек снова в местах лишения свободы
withdraw-reason-sentence-ended = Срок наказания закончился
withdraw-reason-consent-withdrawn = Согласие отозвано
withdraw-reason-consent-expired = Срок согласия истёк
withdraw-reason-person-erased = Данные человека удалены
withdraw-reason-settled-elsewhere = Больше не требуется
withdraw-reason-other = Другая причина

hold-reason-illness = Болезнь
hold-reason-in-custody = Человек в местах лишения свободы
hold-reason-unreachable = Нет связи с человеком
hold-reason-waiting-for-documents = Ожидание документов
hold-reason-waiting-for-place = Ожидание места
hold-reason-other = Другая причина

outcome-achieved = Цель достигнута
outcome-partially-achieved = Цель достигнута частично
outcome-not-achieved = Цель не достигнута

outcome-result-enrolled = Человек зачислен
outcome-result-got-help = Человек получил помощь
outcome-result-housed = Есть жильё
outcome-result-employed = Есть работа
outcome-result-in-education = Человек учится
outcome-result-could-not-contact = Не удалось связаться
outcome-result-person-declined = Человек отказался
outcome-result-could-not-help = Помочь не удалось
outcome-result-referred-elsewhere = Человек направлен в другую организацию

attendance-attended = человек пришёл
attendance-late = человек опоздал
attendance-absent = человек не пришёл
attendance-excused = не пришёл, но предупредил

referral-deadline-answer = ответ
referral-deadline-information = ответ на запрос
referral-deadline-place = место
referral-deadline-next-step = следующий шаг

event-kind-referral-drafted = черновик направления создан
event-kind-referral-sent = направление отправлено
event-kind-referral-acknowledged = направление взято на рассмотрение
event-kind-referral-information-requested = запрошены сведения
event-kind-referral-answered = дан ответ на запрос
event-kind-referral-accepted = направление принято
event-kind-referral-started = работа начата
event-kind-referral-completed = работа завершена
event-kind-referral-rejected = направление отклонено
event-kind-referral-withdrawn = направление отозвано
event-kind-referral-waitlisted = направление поставлено в очередь
event-kind-referral-held = работа приостановлена
event-kind-referral-resumed = работа возобновлена
event-kind-referral-failed = работа прекращена досрочно
event-kind-referral-reminded = напоминание о сроке отправлено
event-kind-referral-escalated = руководителям обеих сторон сообщено, что срок прошёл
event-kind-referral-expired = направление закрыто: ответа не было
event-kind-referral-entered-in-error = направление отмечено как ошибочное
event-kind-referral-reopened = направление открыто повторно
event-kind-message-written = сообщение отправлено
event-kind-appointment-made = встреча назначена
event-kind-appointment-attendance-recorded = явка на встречу отмечена
event-kind-identity-looked-at = просмотр имени и контактов
event-kind-person-recorded = человек добавлен
event-kind-person-changed = данные человека изменены
event-kind-person-erased = данные человека удалены
event-kind-need-added = потребность добавлена
event-kind-need-changed = потребность изменена
event-kind-consent-recorded = ответ на запрос согласия записан
event-kind-consent-withdrawn = согласие отозвано
event-kind-case-team-changed = команда сопровождения изменена
event-kind-agreement-proposed = соглашение предложено
event-kind-agreement-signed = соглашение подписано
event-kind-ground-recorded = правовое основание добавлено в реестр
event-kind-organisation-changed = данные организации изменены
event-kind-agreement-suspended = соглашение приостановлено
event-kind-agreement-resumed = соглашение возобновлено
event-kind-agreement-ended = соглашение прекращено
event-kind-service-recorded = услуга добавлена
event-kind-service-changed = услуга изменена

action-directory-read = просматривать справочник
action-service-manage = добавлять и изменять услуги
action-agreement-propose = предлагать соглашения
action-agreement-sign = подписывать соглашения
action-agreement-suspend = приостанавливать соглашения
action-person-read = просматривать данные людей
action-person-record = добавлять людей
action-person-change = изменять данные людей
action-person-erase = удалять данные людей
action-case-team-change = изменять команду сопровождения
action-consent-record = записывать ответы на запрос согласия
action-consent-withdraw = записывать отзыв согласия
action-referral-read = просматривать направления
action-referral-send = отправлять направления
action-referral-answer = отвечать на направления
action-referral-withdraw = отзывать направления
action-referral-reopen = повторно открывать закрытые направления
action-message-write = писать сообщения
action-appointment-manage = назначать и отмечать встречи
action-audit-log-read = просматривать журнал действий
action-email-read = просматривать отправку писем организации
action-legal-basis-record = добавлять правовые основания в реестр
action-organisation-change = изменять данные организации

readiness-state-nothing = не решено
readiness-state-under-way = решается
readiness-state-arranged = решено
readiness-not-needed = не нужно

match-factor-domain = потребность
match-factor-area = территория
match-factor-age = возраст
match-factor-sex = пол
match-factor-legal-status = правовое положение
match-factor-sobriety = алкоголь и наркотики
match-factor-residence = место жительства
match-factor-places = свободные места
match-factor-agreement = соглашение
match-factor-open-referral = наше направление
match-factor-consent = согласие
match-factor-legal-basis = правовое основание

match-answer-yes = да
match-answer-no = нет
match-answer-unknown = неизвестно

referral-order-urgent-first = Сначала срочные
referral-order-newest-first = Сначала новые

attendance-do-attended = Человек пришёл
attendance-do-late = Человек опоздал
attendance-do-absent = Человек не пришёл
attendance-do-excused = Не пришёл, но предупредил

email-frequency-at-once = Сразу
email-frequency-daily = Раз в день, утром
email-frequency-none = Без писем
email-state-queued = Ожидает отправки
email-state-sent = Отправлено
email-state-not-needed = Отменено
email-state-kept = Сохранено без отправки
email-state-refused = Адрес отклонён
email-state-failed = Не отправлено
email-failure-unreachable = Почтовый сервер недоступен
email-failure-untrusted = Почтовый сервер не подтвердил свою подлинность
email-failure-not-allowed = Почтовый сервер не разрешает отправку
email-failure-later = Почтовый сервер просит повторить отправку позже
email-failure-address-refused = Почтовый сервер не принимает этот адрес
email-failure-not-wanted = Почтовый сервер не принимает это письмо
email-failure-not-worded = Письмо не создано из-за ошибки программы

event-kind-member-invited = сотрудник приглашён
event-kind-member-changed = роль сотрудника изменена
event-kind-member-left = доступ сотрудника закрыт
event-kind-signed-in = вход в систему
event-kind-signed-out-elsewhere = сеанс в другом браузере завершён
event-kind-token-created = API-токен создан
event-kind-token-revoked = API-токен отозван
action-member-manage = управлять сотрудниками
audit-log-subject-kind-member = сотрудник
token-scope-read = Чтение
token-scope-identities = Имена и контакты
token-scope-people = Работа с людьми
token-scope-referrals = Работа с направлениями
token-scope-manage = Управление организацией
token-scope-opens-read = Просмотр справочника, данных людей без имён, направлений и журнала действий.
token-scope-opens-identities = Просмотр имён, контактов и документов. Каждый просмотр записывается.
token-scope-opens-people = Добавление людей, изменение их данных, запись ответов на запрос согласия.
token-scope-opens-referrals = Отправка направлений, ответы, завершение работы, сообщения и встречи.
token-scope-opens-manage = Сотрудники, услуги, соглашения и письма.
event-kind-referral-offered = направление предложено сотруднику
event-kind-referral-taken = назначен ответственный сотрудник
event-kind-referral-given-back = назначение отменено
event-kind-referral-not-sent = черновик не отправлен автоматически
event-kind-release-moved = дата освобождения изменена
event-kind-consent-ran-out = срок согласия истёк

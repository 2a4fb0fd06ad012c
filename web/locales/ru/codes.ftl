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

kind-ngo = общественная организация
kind-faith-based = приход или религиозная община
kind-local-authority = орган местной власти
kind-employment-service = служба занятости
kind-prison = исправительное учреждение
kind-probation = служба пробации
kind-social-centre = центр социального обслуживания
kind-rehabilitation-centre = реабилитационный центр
kind-vocational-school = профессиональный колледж
kind-employer = работодатель
kind-funder = финансирующая организация
kind-coordinator = координатор сети
kind-other = другая организация

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

need-accommodation = Жильё
need-education-training-employment = Работа и учёба
need-finance-benefit-debt-id = Деньги и документы
need-dependency-and-recovery = Помощь при зависимости
need-family-and-relationships = Семья
need-lifestyle-and-associates = Окружение и досуг
need-attitudes-thinking-behaviour = Мышление и поведение
need-emotional-wellbeing = Психологическая помощь
need-health = Здоровье
need-social-inclusion = Социальная адаптация
need-legal = Юридическая помощь
need-faith-and-community = Вера и община
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

ground-consent = согласие человека
ground-legal-obligation = обязанность по закону
ground-public-task = задача в общественных интересах
ground-vital-interest = жизненно важные интересы

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

deciding-release-day = точная дата освобождения
deciding-sex = пол
deciding-legal-status = правовое положение
deciding-sobriety = алкоголь и наркотики
deciding-need-text = описание потребностей

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

state-draft = Черновик
state-sent = Отправлено
state-acknowledged = На рассмотрении
state-information-requested = Запрошены сведения
state-accepted = Принято
state-in-progress = В работе
state-completed = Завершено
state-rejected = Отклонено
state-withdrawn = Отозвано
state-waitlisted = В очереди
state-on-hold = Приостановлено
state-failed = Прекращено досрочно
state-expired = Без ответа
state-entered-in-error = Создано по ошибке

step-send = Отправить направление
step-acknowledge = Взять на рассмотрение
step-request-information = Запросить сведения
step-answer = Ответить на запрос
step-accept = Принять направление
step-start = Начать работу
step-complete = Завершить работу
step-reject = Отклонить направление
step-withdraw = Отозвать направление
step-waitlist = Поставить в очередь
step-resume = Возобновить работу
step-hold = Приостановить работу
step-fail = Прекратить работу досрочно
step-reopen = Открыть направление повторно
step-enter-in-error = Отметить как ошибочное

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

result-enrolled = Человек зачислен
result-got-help = Человек получил помощь
result-housed = Есть жильё
result-employed = Есть работа
result-in-education = Человек учится
result-could-not-contact = Не удалось связаться
result-person-declined = Человек отказался
result-could-not-help = Помочь не удалось
result-referred-elsewhere = Человек направлен в другую организацию

attendance-attended = человек пришёл
attendance-late = человек опоздал
attendance-absent = человек не пришёл
attendance-excused = не пришёл, но предупредил

clock-answer = ответ
clock-information = ответ на запрос
clock-place = место
clock-next-step = следующий шаг

event-referral-drafted = черновик направления создан
event-referral-sent = направление отправлено
event-referral-acknowledged = направление взято на рассмотрение
event-referral-information-requested = запрошены сведения
event-referral-answered = дан ответ на запрос
event-referral-accepted = направление принято
event-referral-started = работа начата
event-referral-completed = работа завершена
event-referral-rejected = направление отклонено
event-referral-withdrawn = направление отозвано
event-referral-waitlisted = направление поставлено в очередь
event-referral-held = работа приостановлена
event-referral-resumed = работа возобновлена
event-referral-failed = работа прекращена досрочно
event-referral-reminded = напоминание о сроке отправлено
event-referral-escalated = руководителям обеих сторон сообщено, что срок прошёл
event-referral-expired = направление закрыто: ответа не было
event-referral-entered-in-error = направление отмечено как ошибочное
event-referral-reopened = направление открыто повторно
event-message-written = сообщение отправлено
event-appointment-made = встреча назначена
event-appointment-attendance-recorded = явка на встречу отмечена
event-identity-looked-at = просмотр имени и контактов
event-person-recorded = человек добавлен
event-person-changed = данные человека изменены
event-person-erased = данные человека удалены
event-need-added = потребность добавлена
event-need-changed = потребность изменена
event-consent-recorded = ответ на запрос согласия записан
event-consent-withdrawn = согласие отозвано
event-case-team-changed = команда сопровождения изменена
event-agreement-proposed = соглашение предложено
event-agreement-signed = соглашение подписано
event-ground-recorded = правовое основание добавлено в реестр
event-organisation-changed = данные организации изменены
event-agreement-suspended = соглашение приостановлено
event-agreement-resumed = соглашение возобновлено
event-agreement-ended = соглашение прекращено
event-service-recorded = услуга добавлена
event-service-changed = услуга изменена

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

readiness-nothing = не решено
readiness-under-way = решается
readiness-arranged = решено
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

order-urgent-first = Сначала срочные
order-newest-first = Сначала новые

attendance-do-attended = Человек пришёл
attendance-do-late = Человек опоздал
attendance-do-absent = Человек не пришёл
attendance-do-excused = Не пришёл, но предупредил

mail-pace-at-once = Сразу
mail-pace-daily = Раз в день, утром
mail-pace-none = Без писем
mail-state-queued = Ожидает отправки
mail-state-sent = Отправлено
mail-state-not-needed = Отменено
mail-state-kept = Сохранено без отправки
mail-state-refused = Адрес отклонён
mail-state-failed = Не отправлено
mail-fault-unreachable = Почтовый сервер недоступен
mail-fault-untrusted = Почтовый сервер не подтвердил свою подлинность
mail-fault-not-allowed = Почтовый сервер не разрешает отправку
mail-fault-later = Почтовый сервер просит повторить отправку позже
mail-fault-address-refused = Почтовый сервер не принимает этот адрес
mail-fault-not-wanted = Почтовый сервер не принимает это письмо
mail-fault-not-worded = Письмо не создано из-за ошибки программы

event-member-invited = сотрудник приглашён
event-member-changed = роль сотрудника изменена
event-member-left = доступ сотрудника закрыт
event-signed-in = вход в систему
event-signed-out-elsewhere = сеанс в другом браузере завершён
event-token-created = API-токен создан
event-token-revoked = API-токен отозван
action-member-manage = управлять сотрудниками
journal-subject-member = сотрудник
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
event-referral-offered = направление предложено сотруднику
event-referral-taken = назначен ответственный сотрудник
event-referral-given-back = назначение отменено
event-referral-not-sent = черновик не отправлен автоматически
event-release-moved = дата освобождения изменена
event-consent-ran-out = срок согласия истёк

# Слова всех кодов, по началу и коду.
#
# Словарь: одно слово для одного понятия, на всех страницах.
#   referral — направление              sender — направляющая организация
#   recipient — принимающая организация («получатель» в социальной работе — это сам человек)
#   person — человек                    holder — организация, которая ведёт человека
#   case team — команда сопровождения   case worker — специалист по социальной работе
#   member — сотрудник                  role — роль
#   need — потребность                  service — услуга
#   agreement — соглашение (о сотрудничестве)   ground — основание
#   consent — согласие, отказ           withdraw — отозвать
#   disclosure — раскрытие данных; share — передать сведения; look — просмотр
#   respond-by — срок ответа            priority — срочность
#   accept — принять                    reject — не принять, отказ
#   outcome — итог                      report-back — обратная связь
#   appointment — встреча               message — сообщение
#   release — освобождение              in custody — в местах лишения свободы
#   province — регион                   municipality — город или район
# «Вы» — со строчной; «ё» — всегда; кавычки «ёлочки»; тире «—». Пол человека и сотрудника неизвестен: вместо
# «отправил» — «направление отправлено». Имена и названия вставляются без изменений и стоят в именительном падеже.
# FROM ставит перед днём «с» или «со».

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
scope-offence = правонарушение и риски
scope-family = семья
scope-employment = работа и учёба
scope-documents = документы и деньги

need-accommodation = Жильё
need-education-training-employment = Работа и учёба
need-finance-benefit-debt-id = Деньги и документы
need-dependency-and-recovery = Преодоление зависимости
need-family-and-relationships = Семья
need-lifestyle-and-associates = Окружение и досуг
need-attitudes-thinking-behaviour = Мышление и поведение
need-emotional-wellbeing = Душевное состояние
need-health = Здоровье
need-social-inclusion = Включение в общество
need-legal = Юридическая помощь
need-faith-and-community = Вера и община
need-urgent = { $need }, срочно
need-release-day = { $need }, в день освобождения

need-short-accommodation = Жильё
need-short-education-training-employment = Работа
need-short-finance-benefit-debt-id = Документы
need-short-dependency-and-recovery = Лечение
need-short-family-and-relationships = Семья
need-short-lifestyle-and-associates = Окружение
need-short-attitudes-thinking-behaviour = Поведение
need-short-emotional-wellbeing = Состояние
need-short-health = Здоровье
need-short-social-inclusion = Общество
need-short-legal = Право
need-short-faith-and-community = Вера

priority-routine = Не срочно
priority-urgent = Срочно
priority-release-day = День освобождения

sex-female = женский
sex-male = мужской
sex-other = другой
sex-unknown = неизвестно

legal-status-in-custody = в местах лишения свободы
legal-status-on-licence = на свободе условно-досрочно
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

erasure-reason-requested = Об этом попросил сам человек
erasure-reason-not-needed = Данные больше не нужны
erasure-reason-not-lawful = Данные не следовало записывать
erasure-reason-legal-obligation = Этого требует закон или суд

purpose-resettlement = возвращение в общество
purpose-employment = трудоустройство
purpose-treatment = лечение

consent-answer-given = Да
consent-answer-refused = Нет

consent-how-paper = письменно
consent-how-spoken = устно
consent-how-screen = на экране

consent-standing-in-force = Действует
consent-standing-expired = Срок истёк
consent-standing-withdrawn = Отозвано
consent-standing-refused = Отказ

report-back-attendance = приходит ли человек на встречи
report-back-notes = что получилось (своими словами)

deciding-release-day = точный день освобождения
deciding-sex = пол
deciding-legal-status = правовое положение
deciding-sobriety = трезвость
deciding-need-text = описание потребностей

withheld-until-accepted = откроется после принятия направления
withheld-until-not-shared = в этом направлении не передаётся
withheld-until-closed = снова закрыто
withheld-until-not-your-role = при вашей роли не показывается
withheld-until-ended = не открылось: направление завершено раньше

service-status-active = Оказывается
service-status-inactive = Сейчас не оказывается
service-status-defunct = Больше не оказывается
service-status-temporarily-closed = Временно закрыта

agreement-state-draft = Черновик
agreement-state-proposed = Ожидает подписей
agreement-state-active = Действует
agreement-state-suspended = Приостановлено
agreement-state-ended = Прекращено

agreement-step-sign = Подписать
agreement-step-suspend = Приостановить
agreement-step-resume = Возобновить
agreement-step-end = Прекратить

state-draft = Черновик
state-sent = Отправлено
state-acknowledged = На рассмотрении
state-information-requested = Задан вопрос
state-accepted = Принято
state-in-progress = В работе
state-completed = Завершено
state-rejected = Не принято
state-withdrawn = Отозвано
state-waitlisted = Ждёт места
state-on-hold = Приостановлено
state-failed = Работа прервана
state-expired = Осталось без ответа
state-entered-in-error = Создано по ошибке

step-send = Отправить
step-acknowledge = Взять на рассмотрение
step-request-information = Задать вопрос
step-answer = Ответить на вопрос
step-accept = Принять
step-start = Начать работу
step-complete = Завершить
step-reject = Не можем принять…
step-withdraw = Отозвать…
step-waitlist = Поставить в очередь…
step-resume = Продолжить работу
step-hold = Приостановить…
step-fail = Работа прервалась…
step-reopen = Открыть снова…
step-enter-in-error = Это была ошибка…

side-sent = Отправленные
side-received = Полученные

group-mode-any-one = Та, что согласится первой
group-mode-all = Все

reject-reason-not-eligible = Человек не соответствует условиям
reject-reason-no-capacity = Нет мест
reject-reason-service-not-provided = Мы не оказываем такую услугу
reject-reason-already-enrolled = Человек уже у нас
reject-reason-out-of-area = Не наша территория
reject-reason-missing-documents = Не хватает документов
reject-reason-other = Другая причина

withdraw-reason-ineligible = Человек не соответствует условиям
withdraw-reason-mistake-or-duplicate = По ошибке или повторно
withdraw-reason-not-engaged = Человек не участвует
withdraw-reason-needs-met-elsewhere = Помощь найдена в другом месте
withdraw-reason-moved-out-of-area = Переезд в другое место
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
hold-reason-in-custody = В местах лишения свободы
hold-reason-unreachable = Не удаётся связаться
hold-reason-waiting-for-documents = Ждём документов
hold-reason-waiting-for-place = Ждём места
hold-reason-other = Другая причина

outcome-achieved = Достигнуто
outcome-partially-achieved = Достигнуто частично
outcome-not-achieved = Не достигнуто

result-enrolled = Человек зачислен
result-got-help = Помощь получена
result-housed = Есть где жить
result-employed = Есть работа
result-in-education = Человек учится
result-could-not-contact = Не удалось связаться
result-person-declined = Человек отказался
result-could-not-help = Мы не смогли помочь
result-referred-elsewhere = Выдано направление в другое место

attendance-attended = встреча состоялась
attendance-late = встреча состоялась с опозданием
attendance-absent = неявка
attendance-excused = неявка с предупреждением

clock-acknowledge = первый ответ
clock-answer = ответ
clock-information = ответ на вопрос
clock-place = место
clock-next-step = следующий шаг

event-referral-drafted = направление подготовлено
event-referral-sent = направление отправлено
event-referral-acknowledged = направление взято на рассмотрение
event-referral-information-requested = задан вопрос
event-referral-answered = дан ответ на вопрос
event-referral-accepted = направление принято
event-referral-started = работа начата
event-referral-completed = направление завершено
event-referral-rejected = направление не принято
event-referral-withdrawn = направление отозвано
event-referral-waitlisted = направление поставлено в очередь
event-referral-held = работа приостановлена
event-referral-resumed = работа продолжена
event-referral-failed = работа прервана
event-referral-reminded = напоминание: срок близко
event-referral-escalated = руководителям обеих сторон сообщено, что срок прошёл
event-referral-expired = направление закрыто: ответа не было
event-referral-entered-in-error = отмечено, что направление было ошибкой
event-referral-reopened = направление снова открыто
event-message-written = написано сообщение
event-appointment-made = назначена встреча
event-appointment-attendance-recorded = записано, состоялась ли встреча
event-identity-looked-at = просмотр имени и контактов
event-person-recorded = человек добавлен
event-person-changed = данные изменены
event-person-erased = данные человека удалены
event-need-added = добавлена потребность
event-need-changed = изменена потребность
event-consent-recorded = записан ответ о согласии
event-consent-withdrawn = записан отзыв согласия
event-case-team-changed = изменена команда сопровождения
event-agreement-proposed = соглашение предложено
event-agreement-signed = соглашение подписано
event-ground-recorded = записано основание в реестр
event-organisation-changed = описание организации изменено
event-agreement-suspended = соглашение приостановлено
event-agreement-resumed = соглашение возобновлено
event-agreement-ended = соглашение прекращено
event-service-recorded = услуга добавлена
event-service-changed = услуга изменена

action-directory-read = читать справочник
action-service-manage = вести услуги
action-agreement-propose = предлагать соглашения
action-agreement-sign = подписывать соглашения
action-agreement-suspend = приостанавливать соглашения
action-person-read = читать данные людей
action-person-record = добавлять людей
action-person-change = изменять данные
action-person-erase = удалять данные людей
action-case-team-change = изменять команду сопровождения
action-consent-record = записывать согласие
action-consent-withdraw = записывать отзыв согласия
action-referral-read = читать направления
action-referral-send = отправлять направления
action-referral-answer = отвечать на направления
action-referral-withdraw = отзывать направления
action-referral-reopen = снова открывать закрытые направления
action-message-write = писать сообщения
action-appointment-manage = вести встречи
action-audit-log-read = смотреть журнал
action-email-read = следить за почтой организации
action-legal-basis-record = записывать основания в реестр
action-organisation-change = описывать организацию

readiness-nothing = ничего не устроено
readiness-under-way = устраивается
readiness-arranged = устроено
readiness-not-needed = не нужно

match-factor-domain = назначение
match-factor-area = территория
match-factor-age = возраст
match-factor-sex = пол
match-factor-legal-status = правовое положение
match-factor-sobriety = трезвость
match-factor-residence = место жительства
match-factor-places = места
match-factor-agreement = соглашение
match-factor-open-referral = наше направление
match-factor-consent = согласие
match-factor-status = оказывается ли услуга
match-factor-legal-basis = правовое основание

match-answer-yes = да
match-answer-no = нет
match-answer-unknown = неизвестно

order-urgent-first = Сначала срочные
order-newest-first = Сначала новые

attendance-do-attended = Состоялась
attendance-do-late = С опозданием
attendance-do-absent = Неявка
attendance-do-excused = Неявка с предупреждением

mail-pace-at-once = Сразу
mail-pace-daily = Раз в день, утром
mail-pace-none = Не по почте
mail-state-queued = Ждёт отправки
mail-state-sent = Отправлено
mail-state-not-needed = Больше не нужно
mail-state-kept = Хранится здесь
mail-state-refused = Адрес не принят
mail-state-failed = Отправить не удалось
mail-fault-unreachable = Почтовый сервер недоступен
mail-fault-untrusted = Почтовый сервер не подтвердил, что это он
mail-fault-not-allowed = Почтовый сервер не разрешает нам отправку
mail-fault-later = Почтовый сервер просит повторить позже
mail-fault-address-refused = Почтовый сервер не принимает этот адрес
mail-fault-not-wanted = Почтовый сервер не принимает это письмо
mail-fault-not-worded = Письмо не удалось составить из-за ошибки программы

event-member-invited = сотрудник приглашён
event-member-changed = роль сотрудника изменена
event-member-left = участие сотрудника прекращено
event-signed-in = вход в систему
event-signed-out-elsewhere = выход в другом браузере
event-token-created = ключ программы создан
event-token-revoked = ключ программы отозван
action-member-manage = вести список сотрудников
journal-subject-member = сотрудник
token-scope-read = Читать
token-scope-identities = Видеть, кто эти люди
token-scope-people = Работать с людьми
token-scope-referrals = Работать с направлениями
token-scope-manage = Вести дела организации
token-scope-opens-read = Справочник, людей без имён, направления и журнал.
token-scope-opens-identities = Имена, контакты и документы; каждый просмотр записывается.
token-scope-opens-people = Записывать людей, менять сведения, записывать их ответы.
token-scope-opens-referrals = Отправлять направления, отвечать на них и завершать, писать сообщения, назначать встречи.
token-scope-opens-manage = Сотрудники, услуги, соглашения и почта.
event-referral-offered = направление передано сотруднику
event-referral-taken = направление принято сотрудником
event-referral-given-back = направление возвращено
event-referral-not-sent = черновик не отправлен автоматически
event-release-moved = день освобождения изменён
event-consent-ran-out = срок согласия истёк

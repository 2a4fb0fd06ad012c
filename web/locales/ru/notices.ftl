# Уведомления, их настройка и письма.

frame-notices = Уведомления
frame-notices-new = { $n ->
    [one] { $n } новое
    [few] { $n } новых
   *[many] { $n } новых
}

notices-see-all = Отметить все прочитанными
notices-all-seen = Новых уведомлений нет
notices-unseen = { $n ->
    [one] { $n } новое уведомление
    [few] { $n } новых уведомления
   *[many] { $n } новых уведомлений
}
notices-new = новое
notices-none = Уведомлений пока нет
notices-none-words = Здесь появятся уведомления о новых направлениях, запросах и ответах.
notices-referral = { $reference }, { $organisation }
notices-person = Человек, с которым вы работаете
notices-gone = Доступ закрыт

choices-open = Настройка уведомлений по почте
choices-title = Уведомления по почте
choices-address = Адрес: { $address }
choices-refused = Почтовый сервер отклонил ваш адрес { $day }. Письма не отправляются. Если адрес верный, сохраните настройку ещё раз. Если адрес неверный, сообщите руководителю или администратору организации.
choices-urgent = Уведомления, требующие действия
choices-urgent-hint = Новые направления, запросы, ответы, отклонённые направления и близкие сроки.
choices-rest = Остальные уведомления
choices-rest-hint = Принятые, завершённые и отозванные направления, сообщения, встречи и соглашения.
choices-keep = Сохранить настройку
choices-nothing-personal = В письме указаны событие, номер направления и организация. Сведений о человеке в нём нет.
done-mail-chosen = Настройка уведомлений сохранена.

outbox-title = Исходящие
outbox-own = Письма вам и состояние их отправки
outbox-of-organisation = Письма сотрудникам вашей организации и состояние их отправки
outbox-none = Писем пока нет
outbox-none-words = Письмо появляется здесь через две минуты после события или утром следующего дня.
outbox-left = Бывший сотрудник
outbox-pace = { $pace }
letter-title = Письмо
letter-text = Текст письма
letter-hidden = Текст письма видит только адресат, и только в пределах своего доступа.
letter-fares = Отправка
letter-to = Адресат
letter-made = Создано
letter-due = Время отправки
letter-sent = Отправлено
letter-tries = Число попыток
letter-fault = Причина ошибки
letter-retry = Повторить отправку
done-mail-retried = Письмо снова поставлено на отправку.

# О чём сообщают читателю.

frame-notices = Уведомления
frame-notices-new = { $n ->
    [one] { $n } новое
    [few] { $n } новых
   *[many] { $n } новых
}

notices-see-all = Отметить все как прочитанные
notices-all-seen = Всё прочитано
notices-unseen = { $n ->
    [one] { $n } новое уведомление
    [few] { $n } новых уведомления
   *[many] { $n } новых уведомлений
}
notices-new = новое
notices-none = Пока ничего
notices-none-words = Когда придёт направление, вопрос или ответ, вы увидите это здесь.
notices-referral = { $reference }, { $organisation }
notices-person = Человек, с которым вы работаете
notices-gone = Вам больше не доступно

choices-open = Уведомления по почте
choices-title = Уведомления по почте
choices-address = На адрес { $address }
choices-refused = Почтовый сервер не принял ваш адрес { $day }, поэтому письма не отправляются. Если адрес верный, сохраните выбор ещё раз, и мы попробуем снова; если нет, скажите тому, кто ведёт список сотрудников вашей организации.
choices-urgent = Что ждёт вас
choices-urgent-hint = Направление, вопрос, ответ, которого вы ждали, отказ, близкий срок.
choices-rest = Всё остальное
choices-rest-hint = Что принято, завершено или отозвано, сообщения, встречи, соглашения.
choices-keep = Сохранить выбор
choices-nothing-personal = В письме — что произошло, номер и организация; о человеке в нём нет ничего.
done-mail-chosen = Ваш выбор сохранён.

outbox-title = Исходящие
outbox-own = Письма вам и что с ними стало
outbox-of-organisation = Письма сотрудникам вашей организации и что с ними стало
outbox-none = Писем пока нет
outbox-none-words = Письмо появляется здесь через две минуты после события или на следующее утро.
outbox-left = Сотрудник, который больше не работает
outbox-pace = { $pace }
letter-title = Письмо
letter-text = Что в нём
letter-hidden = Содержание письма видит только адресат, и только то, что ему ещё доступно.
letter-fares = Что с ним стало
letter-to = Кому
letter-made = Написано
letter-due = Будет отправлено
letter-sent = Отправлено
letter-tries = Попыток
letter-fault = Что помешало
letter-retry = Попробовать ещё раз
done-mail-retried = Пробуем ещё раз.

# То, что есть на каждой странице: панель, меню, формы и страницы об ошибках.

frame-skip = Перейти к содержанию
frame-find = Найти направление по номеру или услуге
frame-find-go = Найти
frame-rooms = Разделы
frame-work = Мои задачи
frame-referrals = Направления
frame-people = Люди
frame-directory = Справочник
frame-journal = Журнал
frame-menu = Меню
frame-act-as = Работать от имени
frame-language = Язык
frame-sign-out = Выйти
frame-sending = Отправляется …
frame-crumbs = Где вы находитесь

field-optional = (необязательно)
pager-label = Страницы этого списка
pager-first = Первая страница
pager-next = Следующая страница

problems-title = { $n ->
    [one] Нужно исправить { $n } ошибку
    [few] Нужно исправить { $n } ошибки
   *[many] Нужно исправить { $n } ошибок
}
problem-of-field = { $field }: { $problem }
problem-required = Это нужно указать.
problem-too-long = Слишком длинно. Пожалуйста, сократите.
problem-invalid = Это не подходит. Пожалуйста, проверьте.
problem-date = Укажите дату, например 2026-12-28.
problem-time = Укажите время, например 14:30.
problem-past = Это время уже прошло.

stop-not-found-title = Здесь для вас ничего нет
stop-not-found-words = Возможно, этого не существует или вам это не показывается.
stop-forbidden-title = Для вашей роли это недоступно
stop-forbidden-words = Смотреть вы можете, но сделать это должен другой сотрудник вашей организации.
stop-conflict-title = Тем временем всё изменилось
stop-conflict-words = С тех пор как вы открыли страницу, запись изменилась, и ваши изменения не сохранены. Посмотрите, как всё выглядит сейчас, и решите заново.
stop-bad-input-title = Не получилось
stop-bad-input-words = Страница прислала то, что не удалось понять. Вернитесь и попробуйте ещё раз.
stop-too-much-title = Минуту, пожалуйста
stop-too-much-words = Слишком много запросов за короткое время. Подождите минуту и попробуйте ещё раз.
stop-internal-title = Здесь произошла ошибка
stop-internal-words = Это наша вина, не ваша. Попробуйте ещё раз чуть позже; если ошибка повторится, сообщите тому, кто обслуживает Throughgate.
stop-reference = Назовите этот номер, чтобы ошибку можно было найти:
stop-foreign-form-title = Страница была открыта слишком долго
stop-foreign-form-words = Ничего не сохранено. Вернитесь, обновите страницу и отправьте ещё раз.
stop-as-it-stands = Посмотреть, как сейчас
stop-home = Мои задачи

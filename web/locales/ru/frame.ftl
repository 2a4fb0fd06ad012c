# То, что есть на каждой странице: панель, меню, формы и страницы об ошибках.

frame-skip = Перейти к содержанию
frame-find = Поиск направления по номеру или услуге
frame-find-go = Найти
frame-rooms = Главное меню
frame-work = Мои задачи
frame-referrals = Направления
frame-people = Люди
frame-directory = Справочник
frame-journal = Журнал действий
frame-menu = Меню
frame-act-as = Работать от имени
frame-language = Язык
frame-sign-out = Выйти
frame-sending = Отправка…
frame-crumbs = Навигационная цепочка

field-optional = (необязательно)
pager-label = Страницы списка
pager-first = Первая страница
pager-next = Следующая страница

problems-title = { $n ->
    [one] Исправьте { $n } ошибку
    [few] Исправьте { $n } ошибки
   *[many] Исправьте { $n } ошибок
}
problem-of-field = { $field }. { $problem }
problem-required = Заполните это поле.
problem-required-text = Заполните поле «{ $field }».
problem-required-date = Укажите дату в поле «{ $field }», например 2026-12-28.
problem-required-choice = Выберите вариант в поле «{ $field }».
problem-required-some = Выберите хотя бы один вариант в поле «{ $field }».
problem-required-tick = Чтобы продолжить, отметьте «{ $field }».
problem-number = Введите целое число.
problem-longer-than = { $n ->
    [one] Сократите до { $n } знака.
   *[other] Сократите до { $n } знаков.
}
problem-too-long = Слишком длинный текст. Сократите его.
problem-invalid = Неверное значение. Проверьте и исправьте его.
problem-date = Укажите дату, например 2026-12-28.
problem-time = Укажите время, например 14:30.
problem-past = Это время уже прошло. Укажите более позднее.

stop-not-found-title = Страница не найдена
stop-not-found-words = Проверьте адрес. Возможно, страницы нет или у вас нет к ней доступа.
stop-forbidden-title = Недостаточно прав
stop-forbidden-words = Ваша роль не позволяет это сделать. Обратитесь к руководителю или администратору организации.
stop-conflict-title = Данные уже изменились
stop-conflict-words = Пока страница была открыта, данные изменил другой пользователь. Ваши изменения не сохранены. Откройте текущие данные и повторите действие.
stop-bad-input-title = Запрос не выполнен
stop-bad-input-words = Страница отправила неверные данные. Вернитесь назад и попробуйте ещё раз.
stop-too-much-title = Слишком много запросов
stop-too-much-words = Подождите минуту и попробуйте ещё раз.
stop-internal-title = Ошибка системы
stop-internal-words = Ошибка возникла не по вашей вине. Попробуйте ещё раз позже. Если она повторится, сообщите администратору системы Throughgate.
stop-reference = Сообщите администратору номер ошибки:
stop-foreign-form-title = Страница устарела
stop-foreign-form-words = Ничего не сохранено. Вернитесь назад, обновите страницу и отправьте форму ещё раз.
stop-as-it-stands = Открыть текущие данные
stop-home = Вернуться к моим задачам

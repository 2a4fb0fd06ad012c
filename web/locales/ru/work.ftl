# Мои задачи.

work-waiting-count = { $n ->
    [one] Вас ждёт { $n } задача
    [few] Вас ждут { $n } задачи
   *[many] Вас ждут { $n } задач
}
work-nothing-waits = Вас ничего не ждёт
work-welcome = Здравствуйте
work-signatures-count = { $n ->
    [one] Вашей подписи ждёт { $n } соглашение
    [few] Вашей подписи ждут { $n } соглашения
   *[many] Вашей подписи ждут { $n } соглашений
}
work-refer = Направить человека
work-waiting = Ждёт меня
work-waiting-none = На всё дан ответ
work-waiting-none-words = Здесь появятся полученные направления, вопросы и шаги, срок которых подошёл; сначала самые срочные.
work-waiting-all = Показать все: { $n }
work-all-received = Все полученные
work-refused = Не приняты
work-refused-words = Больше никого ещё не просили
work-sent = Отправлено нами
work-all-sent = Все отправленные
work-sent-none = Сейчас ничего нет в работе
work-sent-none-words = Чтобы направить человека, откройте его страницу и выберите, кто может помочь.
work-home = Возвращаются домой в ближайшие 90 дней
work-home-count = { $n ->
    [one] { $n } человек
    [few] { $n } человека
   *[many] { $n } человек
}
work-home-none = В ближайшие 90 дней никто не возвращается домой
work-home-none-words = Здесь появятся люди, день освобождения которых известен, и то, что ещё не устроено. Добавить человека и день освобождения можно в разделе «Люди».
work-home-region = Что устроено для тех, кто возвращается домой
work-home-person = Человек
work-home-release = Освобождение
work-home-returns = куда: { $place }
work-home-expected = предположительно { $away }
work-signatures = Ждут подписи вашей организации
work-all-agreements = Все соглашения
work-agreement-by = кто предлагает: { $organisation }
work-agreement-signed = подписали { $signed } из { $all }
work-agreement-starts = { FROM($day) }
work-elsewhere = Куда дальше
work-elsewhere-title = Ваша роль связана с организациями, а не с людьми
work-elsewhere-words = В справочнике видно, кто что и где предлагает и какие соглашения действуют.
work-members-title = Вы отвечаете за то, кто сюда входит
work-members-words = Коллеги входят по приглашению, каждый в своей роли. Кто уходит, сначала передаёт дела.
work-all-refused = Все непринятые
work-proposed = Соглашения, которые ждут подписей

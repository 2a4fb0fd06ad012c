# Мои задачи.

work-waiting-count = { $n ->
    [one] Вас ждёт { $n } задача
    [few] Вас ждут { $n } задачи
   *[many] Вас ждут { $n } задач
}
work-nothing-waits = Новых задач нет
work-welcome = Здравствуйте
work-signatures-count = { $n ->
    [one] Вашей подписи ждёт { $n } соглашение
    [few] Вашей подписи ждут { $n } соглашения
   *[many] Вашей подписи ждут { $n } соглашений
}
work-refer = Направить человека
work-waiting = Ждут вашего действия
work-waiting-none = Все задачи выполнены
work-waiting-none-words = Здесь появятся новые направления, запросы и шаги с близким сроком. Самые срочные стоят первыми.
work-waiting-all = Показать все: { $n }
work-all-received = Все полученные
work-refused = Отклонённые
work-refused-words = В другую организацию ещё не направлены
work-sent = Отправленные вашей организацией
work-all-sent = Все отправленные
work-sent-none = Отправленных направлений в работе нет
work-sent-none-words = Чтобы направить человека, откройте его страницу и выберите услугу.
work-home = Освобождения в ближайшие 90 дней
work-home-count = { $n ->
    [one] { $n } человек
    [few] { $n } человека
   *[many] { $n } человек
}
work-home-none = В ближайшие 90 дней освобождений нет
work-home-none-words = Здесь появятся люди с датой освобождения и их потребности. Добавить человека можно в разделе «Люди».
work-home-region = Подготовка к освобождению
work-home-person = Человек
work-home-release = Освобождение
work-home-returns = возвращение: { $place }
work-home-expected = предположительно { $away }
work-signatures = Ждут подписи вашей организации
work-all-agreements = Все соглашения
work-agreement-by = инициатор: { $organisation }
work-agreement-signed = подписали { $signed } из { $all }
work-agreement-starts = { FROM($day) }
work-elsewhere = Другие разделы
work-elsewhere-title = Ваша роль не связана с данными людей
work-elsewhere-words = В справочнике указаны организации, их услуги и действующие соглашения.
work-members-title = Управление сотрудниками
work-members-words = Пригласите сотрудников и выберите их роли. Перед уходом сотрудник передаёт дела.
work-all-refused = Все отклонённые
work-proposed = Соглашения, ожидающие подписей

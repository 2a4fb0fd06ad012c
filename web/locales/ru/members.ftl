# Сотрудники, свои сеансы и API-токены.

members-title = Сотрудники
members-what = Сотрудники организации и их роли.
members-invite = Пригласить сотрудника
members-invite-lead = Сотрудник получит письмо со ссылкой для входа. Доступ открывается сразу.
members-invite-do = Отправить приглашение
members-who = Сотрудник
members-seen = Последний вход: { $day }
members-invited = Приглашение отправлено
members-role-until = { $role }, до { $day }
member-name = Имя и фамилия
member-email = Адрес электронной почты
member-email-hint = Личный адрес сотрудника. Доступ к этой почте даёт возможность войти в систему.
member-language = Язык писем
member-language-hint = Язык страниц сотрудник выбирает сам.
member-role = Роль
member-ends-on = Последний день работы
member-ends-on-hint = Для временного доступа. Для аудитора дата обязательна.
member-keep = Сохранить изменения
member-end = Закрыть доступ
member-end-asks = Закрытие доступа: { $name }
member-end-does = Сотрудник и его API-токены сразу потеряют доступ. Действия сотрудника останутся в журнале действий под его именем.
member-works-on = Людей в работе: { $people }. Открытых направлений: { $referrals }.
member-works-on-nothing = У сотрудника нет людей и направлений в работе. Передавать нечего.
member-hand-over = Новый ответственный
member-hand-over-hint = Этот сотрудник сразу войдёт в те же команды сопровождения и получит те же направления.
member-not-yet = Сотрудник ещё не входил в систему.
member-invite-again = Повторить приглашение

account-title = Мой доступ
account-sessions = Активные сеансы
account-sessions-what = Сеанс завершается через час бездействия, но не позднее чем через 12 часов после входа.
account-seen = Последнее действие: { $at }
account-this = Этот браузер
account-some-browser = Неизвестный браузер
account-end = Завершить сеанс
account-end-of = Завершить сеанс: { $browser }
account-end-others = Завершить другие сеансы

tokens-title = API-токены
tokens-what = С API-токеном ваша программа работает в Throughgate от вашего имени, в пределах выбранных прав.
tokens-new = Создать API-токен
tokens-new-lead = Токен нужен программе, которая работает от вашего имени. Дайте ей только необходимые права.
tokens-make = Создать API-токен
tokens-made = Новый API-токен
tokens-made-once = Токен показан только один раз. Сохраните его в программе и никому не передавайте.
tokens-made-twice = Форма отправлена дважды. Токен был показан только в первый раз. Отзовите его и создайте новый.
tokens-secret = API-токен
tokens-kept = Вернуться к API-токенам
tokens-unnamed = Создан администратором системы
tokens-used = Последнее использование: { $at }
tokens-never-used = Не использовался
tokens-until = действует до { $day }
tokens-revoke = Отозвать токен
tokens-revoke-of = Отозвать токен: { $name }
tokens-all = Все API-токены организации
tokens-all-what = Токены всех сотрудников. Отзовите токены, которые больше не нужны.
tokens-none = API-токенов нет
tokens-none-words = Здесь появятся API-токены сотрудников.
tokens-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
}
token-name = Назначение токена
token-name-hint = Название программы и место, где она работает.
token-scopes = Права доступа
token-scopes-hint = Права токена не бывают шире ваших.
token-days = Срок действия

problem-not-an-address = Введите адрес электронной почты, например name@example.org.
problem-already-a-member = Сотрудник с этим адресом уже есть. Укажите другой адрес.
problem-not-a-role = В организациях вашего вида нет этой роли. Выберите другую роль.
problem-hand-over-first = У сотрудника есть люди или направления в работе. Сначала передайте их другому сотруднику.
problem-nobody-left = В организации должен остаться руководитель или администратор. Сначала дайте такую роль другому сотруднику.
problem-came-in = Сотрудник уже вошёл в систему. Приглашение не нужно.
problem-too-many = Достигнуто предельное число токенов. Отзовите ненужные.

done-member-invited = Приглашение отправлено.
done-member-changed = Данные сотрудника сохранены.
done-member-ended = Доступ сотрудника закрыт.
done-session-ended = Сеанс завершён.
done-token-revoked = API-токен отозван.

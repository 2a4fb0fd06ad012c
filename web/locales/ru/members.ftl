# Сотрудники и своё: сеансы и ключи программ.

members-title = Сотрудники
members-what = Кто работает здесь для организации и что каждому можно.
members-invite = Пригласить
members-invite-lead = Придёт письмо со ссылкой для входа; с этого момента человек считается сотрудником.
members-invite-do = Пригласить
members-who = Кто
members-seen = Последний вход: { $day }
members-invited = Приглашение отправлено, входа ещё не было
members-role-until = { $role }, до { $day }
member-name = Имя и фамилия
member-email = Адрес электронной почты
member-email-hint = Личный, который больше никто не читает: кто читает его письма, тот может войти.
member-language = Язык писем
member-language-hint = Язык страниц каждый выбирает сам.
member-role = Роль
member-ends-on = Последний день
member-ends-on-hint = Для тех, кто пришёл на время; аудитор всегда на время.
member-keep = Сохранить
member-end = Прекратить участие
member-end-asks = Прекратить участие: { $name }?
member-end-does = С этого момента войти больше нельзя, программам этого сотрудника тоже. Сделанное остаётся в журнале под этим именем.
member-works-on = Людей в работе: { $people }; открытых направлений: { $referrals }.
member-works-on-nothing = Ни людей, ни направлений в работе нет, передавать нечего.
member-hand-over = Кто принимает дела
member-hand-over-hint = С этого момента принимающий состоит в тех же командах и ведёт те же направления.
member-not-yet = Входа ещё не было.
member-invite-again = Отправить приглашение ещё раз

account-title = Ваш доступ
account-sessions = Где вы вошли
account-sessions-what = Браузер, в котором час ничего не происходит, отключается сам, а любой – через двенадцать часов.
account-seen = Последнее действие: { $at }
account-this = Этот браузер
account-some-browser = Браузер
account-end = Выйти
account-end-of = Выйти: { $browser }
account-end-others = Выйти везде, кроме этого браузера

tokens-title = Ключи для программ
tokens-what = С ключом ваша программа работает в Throughgate от вашего имени, насколько вы позволите.
tokens-new = Создать ключ
tokens-new-lead = Для программы, которая работает от вашего имени. Не давайте ей больше, чем нужно.
tokens-make = Создать ключ
tokens-made = Ваш новый ключ
tokens-made-once = Ключ показан только сейчас. Сразу запишите его в свою программу и никому больше не давайте.
tokens-made-twice = Эта форма была отправлена дважды, а ключ показан только в первый раз. Отзовите его и создайте другой.
tokens-secret = Ключ
tokens-kept = Ключ записан
tokens-unnamed = Создан тем, кто ведёт систему
tokens-used = Последнее обращение: { $at }
tokens-never-used = Не использовался
tokens-until = действует до { $day }
tokens-revoke = Отозвать
tokens-revoke-of = Отозвать: { $name }
tokens-all = Все ключи организации
tokens-all-what = Программы всех сотрудников. Ненужные ключи лучше отозвать.
tokens-none = Ни у одной программы нет ключа
tokens-none-words = Здесь будут перечислены ключи, которые сотрудники создают для своих программ.
tokens-days = { $n ->
    [one] { $n } день
    [few] { $n } дня
   *[many] { $n } дней
}
token-name = Для чего он
token-name-hint = Чтобы вы его узнали: какая программа и где она работает.
token-scopes = Что ему можно
token-scopes-hint = Никогда не больше, чем вам.
token-days = На какое время

problem-not-an-address = Это не адрес электронной почты.
problem-already-a-member = У этого адреса уже есть сотрудник в вашей организации.
problem-not-a-role = В вашей организации такой роли нет.
problem-hand-over-first = У этого сотрудника есть люди или направления в работе: укажите, кто принимает дела.
problem-nobody-left = Не останется никого, кто ведёт список сотрудников. Сначала дайте такую роль кому-нибудь другому.
problem-came-in = Вход уже был; теперь входят со своим адресом.
problem-too-many = Их уже слишком много. Отзовите ненужные.
field-role = Роль
field-hand-over-to = Кто принимает дела

done-member-invited = Приглашение отправлено.
done-member-changed = Сохранено.
done-member-ended = Участие прекращено.
done-session-ended = Выход выполнен.
done-token-revoked = Ключ отозван.

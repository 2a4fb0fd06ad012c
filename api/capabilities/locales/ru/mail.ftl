# Письма сотрудникам. Что произошло, сказано словами страниц.

subject-one = { $words }
subject-many = { $n ->
    [one] { $n } новое уведомление
    [few] { $n } новых уведомления
   *[many] { $n } новых уведомлений
}
greeting-at-once = Новое событие в Throughgate:
greeting-daily = Новые уведомления в Throughgate:
about-referral = { $reference }, { $organisation }
about-agreement = Партнёры: { $organisations }
more = { $n ->
    [one] и ещё { $n } уведомление
    [few] и ещё { $n } уведомления
   *[many] и ещё { $n } уведомлений
}
why = Вы получили это письмо, потому что работаете в организации { $organisation }.
choose = Настроить уведомления по почте:
no-reply = Это автоматическое письмо. Не отвечайте на него.

# Вход по запросу или по приглашению.
sign-in-subject = Вход в Throughgate
sign-in-greeting = Получен запрос на вход в Throughgate с этим адресом.
sign-in-open = Откройте ссылку в браузере, в котором вы запросили вход:
sign-in-code = Или введите в нём код:
sign-in-counts = Ссылка и код действуют один раз, в течение 15 минут.
sign-in-not-you = Если вы не запрашивали вход, ничего не делайте. Без этого письма войти нельзя.
invitation-subject = Приглашение в Throughgate: { $organisation }
invitation-greeting = Организация { $organisation } приглашает вас в Throughgate. Здесь организации вместе помогают людям, выходящим из мест лишения свободы.
invitation-open = Откройте ссылку для первого входа:
invitation-counts = Ссылка действует один раз, в течение семи дней. После этого входите по адресу электронной почты.
invitation-not-you = Если приглашение не для вас, ничего не делайте или сообщите организации.

# Письма сотрудникам. Что произошло, сказано словами страниц.

subject-one = { $words }
subject-many = { $n ->
    [one] { $n } новое уведомление
    [few] { $n } новых уведомления
   *[many] { $n } новых уведомлений
}
greeting-at-once = Только что в Throughgate:
greeting-daily = Новое в Throughgate, ещё не прочитано:
about-referral = { $reference }, { $organisation }
about-agreement = С кем: { $organisations }
more = { $n ->
    [one] и ещё { $n }
   *[other] и ещё { $n }
}
why = Вы получили это письмо, потому что работаете в организации «{ $organisation }».
choose = Выбрать, какие письма получать:
no-reply = Ответы на этот адрес никто не читает.

# Вход: по просьбе или по приглашению.
sign-in-subject = Вход в Throughgate
sign-in-greeting = Кто-то, надеемся, что вы, попросил войти в Throughgate с этим адресом.
sign-in-open = Войдите в том браузере, в котором просили:
sign-in-code = Или введите там этот код:
sign-in-counts = И ссылка, и код действуют один раз, 15 минут.
sign-in-not-you = Если это были не вы, ничего не делайте: без этого письма никто не войдёт.
invitation-subject = Приглашение в Throughgate: { $organisation }
invitation-greeting = Организация «{ $organisation }» приглашает вас работать с ней в Throughgate, где организации вместе помогают людям, выходящим из заключения.
invitation-open = Войдите в первый раз:
invitation-counts = Ссылка действует один раз, семь дней. Потом вы входите с этим адресом.
invitation-not-you = Если приглашение не вам, ничего не делайте или сообщите тем, кто его отправил.

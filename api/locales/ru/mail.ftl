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

# Что произошло — тому, кому об этом сообщают: на страницах и в письмах.

told-something = Что-то произошло
told-referral-sent = Вас ждёт направление
told-referral-information-requested = Вопрос ждёт вашего ответа
told-referral-answered = На ваш вопрос ответили
told-referral-accepted = Направление принято
told-referral-rejected = Направление не принято
told-referral-completed = Направление завершено
told-referral-withdrawn = Направление больше не нужно
told-referral-waitlisted = Направление ждёт места
told-referral-held = Работа приостановлена
told-referral-failed = Работа прервалась
told-referral-reopened = Направление снова открыто
told-referral-reminded = Срок близко
told-referral-escalated = Срок прошёл, но ничего не сделано
told-referral-expired = Направление осталось без ответа
told-referral-entered-in-error = Направление было ошибкой
told-message-written = Пришло сообщение
told-appointment-made = Назначена встреча
told-consent-withdrawn = Согласие отозвано
told-agreement-proposed = Соглашение ждёт вашей подписи
told-agreement-signed = Партнёр подписал соглашение
told-agreement-suspended = Соглашение приостановлено
told-agreement-resumed = Соглашение снова действует
told-agreement-ended = Соглашение прекращено
told-referral-offered = Вам передают направление: примите его или верните
told-referral-given-back = Направление возвращено

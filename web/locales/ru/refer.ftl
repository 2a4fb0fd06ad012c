# Новое направление: потребности, услуги, сведения, проверка и отправка.

refer-title = Новое направление: { $name }
refer-steps = Шаги направления
refer-step-needs = Потребности
refer-step-services = Услуги
refer-step-share = Сведения
refer-step-check = Проверка и отправка

refer-needs = Потребности
refer-needs-lead = На следующем шаге вы увидите услуги и узнаете, подходят ли они.
refer-needs-none = Добавьте потребность, с которой нужна помощь.
refer-asked-already = Уже направлено: { $names }
refer-to-services = Найти услуги
refer-back-needs = Выбрать другие потребности

refer-who = Подходящие услуги: { $name }
refer-who-on = Подходящие услуги: { $name }, освобождение { $day }
refer-pick = Выберите одну или несколько услуг.
refer-none-for = В сети пока нет услуг для этой потребности.
refer-if-several = Помогающие организации
group-mode-hint-any-one = Остальным организациям сообщается только, что помощь больше не нужна.
group-mode-hint-all = Каждая организация выполняет свою часть.
refer-mixed = Эти услуги отвечают на разные потребности. После первого принятия остальные направления будут отозваны, их потребности останутся открытыми. Если нужна помощь всех организаций, вернитесь и выберите «{ $all }».
refer-to-share = Продолжить
refer-none-fits = Подходящих услуг сейчас нет
refer-none-fits-words = Запросите согласие человека, измените потребности или заключите соглашение с организацией. Можно также просмотреть весь справочник и позвонить в организацию.
refer-look-around = Показать все услуги
refer-consent = Согласие
refer-consent-words = Направить можно с согласия человека или если закон не требует согласия. Другие организации об этом не узнают.
refer-not-asked-count = { $n ->
    [one] { $name }: согласие не запрошено для { $n } подходящей организации.
   *[other] { $name }: согласие не запрошено для { $n } подходящих организаций.
}
refer-not-asked = { $name }: согласие не запрошено для организации { $organisation }.
refer-said-no = Человек отказался передавать сведения организации { $organisation }. Отказ нужно соблюдать.
refer-ask-again = Запросить снова по желанию человека
refer-already = Открытое направление на эту услугу уже есть:
refer-no-agreement = Нет действующего соглашения с организацией { $organisation }.
refer-could-not-take = Эта организация уже отклонила направление.
refer-rerouted = <b>{ $service }</b> ({ $recipient }): направление отклонено. Причина: { $reason }. Выберите другую услугу.
refer-release-near = <b>Освобождение скоро.</b> Выберите срочность <b>«День освобождения»</b>. Такое направление действует, пока его не примут.

match-area-yes = работает по месту возвращения
match-area-no = работает только на территории: { $area }
match-area-unknown = место возвращения неизвестно; работает на территории: { $area }
match-residence-yes = принимает людей с территории: { $place }
match-residence-no = принимает людей только с территории: { $area }
match-residence-unknown = место возвращения неизвестно; принимает людей только с территории: { $area }
match-years-between = возраст от { $least } до { $most }
match-years-from = возраст от { $least }
match-years-to = возраст до { $most }
match-age-yes = { $wanted }
match-age-no = только { $wanted }; человеку будет { $found }
match-age-unknown = только { $wanted }; возраст неизвестен
match-people-female = для женщин
match-people-male = для мужчин
match-people-other = для людей другого пола
match-people-unknown = для всех
match-sex-yes = { $wanted }
match-sex-no = только { $wanted }
match-sex-unknown = только { $wanted }; пол неизвестен
match-legal-status-yes = { $wanted }
match-legal-status-no = только: { $wanted }; этот человек: { $found }
match-legal-status-unknown = только: { $wanted }; о человеке неизвестно
match-sobriety-yes = { $wanted }
match-sobriety-no = только: { $wanted }; этот человек: { $found }
match-sobriety-unknown = только: { $wanted }; о человеке неизвестно
match-or = { " или " }
match-and-more = { $named } и другие
match-agreement-yes = соглашение действует
match-agreement-no = нет действующего соглашения (цель — { $purpose })
match-agreement-unknown = неизвестно, есть ли соглашение (цель — { $purpose })
match-consent-yes = согласие есть
match-consent-no = отказ человека
match-consent-unknown = согласие не запрошено
match-ground-no = в реестре нет правового основания для передачи сведений; его добавляет координатор сети
match-open-referral-no = уже есть направление { $reference }

places-no-limit = число мест не ограничено
places-free = { $n ->
    [one] в этот день { $n } место
    [few] в этот день { $n } места
   *[many] в этот день { $n } мест
}
places-none = в этот день мест нет
places-none-until = в этот день мест нет; ближайшее: { $day }

refer-share-title = Передаваемые сведения: { $names }
refer-ask = Просьба к организации
refer-ask-hint = Несколько предложений: какая помощь нужна, с какой даты, что человек может сам. Имя не указывайте: просьбу читают до принятия.
refer-scopes = Передаваемые сведения
refer-scopes-hint = Имя, контакты и документы открываются только после принятия. Выберите только нужные сведения.
refer-deciding = Сведения до принятия
refer-deciding-hint = Сразу видны потребности, срочность, возрастная группа, месяц освобождения и место возвращения. Отметьте, что добавить.
refer-not-in-agreement = Не входит в соглашение с организацией { $organisation }.
refer-not-in-consent = Нет согласия на передачу организации { $organisation }.
refer-when = Срочность и дата начала
refer-priority = Срочность
priority-hint-routine = Ответ в течение десяти рабочих дней.
priority-hint-urgent = Ответ в течение трёх рабочих дней.
priority-hint-release-day = Ответ на следующий рабочий день. Направление действует, пока его не примут.
refer-start = Дата начала
refer-start-hint = После принятия место занято с этой даты. Если это дата освобождения, до принятия виден только месяц. Точную дату можно показать отдельно.
refer-start-month = До принятия виден только месяц.
refer-to-check = Проверить направление
refer-back-services = Выбрать другие услуги

refer-check-title = Проверка направления
refer-check-lead = Направление ещё не отправлено. Ниже показано, что увидит принимающая организация.
refer-at-once = Видно сразу
refer-on-acceptance = Видно после принятия
refer-never = Не передаётся
refer-nothing-more = Других сведений нет.
refer-all-shared = Передаются все сведения.
refer-sees-needs = потребности: { $needs }
refer-sees-band = возрастная группа, месяц освобождения, место возвращения
refer-sees-ask = текст вашей просьбы
refer-sees-words = описание потребностей: { $needs }
refer-ground = Правовое основание: { $ground } ({ $law }).
refer-agreement-until = Соглашение «{ $title }» действует до { $day }.
refer-agreement-open = Соглашение «{ $title }» бессрочное.
refer-consent-until = Согласие дано { $how } и действует до { $day }.
refer-closes = Имя, контакты и документы закроются через 30 дней после закрытия направления.
refer-send = Отправить направление
refer-send-all = { $n ->
    [1] Отправить направление
    [one] Отправить { $n } направление
    [few] Отправить { $n } направления
   *[many] Отправить { $n } направлений
}
refer-keep = Сохранить черновик
refer-change = Изменить сведения

done-referral-sent = Направление отправлено. Ответ появится здесь.
done-referral-kept = Черновик сохранён. Другие организации его не видят.

refer-on-release = Отправить после подтверждения даты
done-referral-waits = Черновик сохранён. Направление отправится автоматически после подтверждения даты освобождения.

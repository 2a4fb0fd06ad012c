# Направить: потребности, услуги, что передать, проверка и отправка.

refer-title = Направить: { $name }
refer-steps = Шаги направления
refer-step-needs = Потребности
refer-step-services = Услуги
refer-step-share = Что передать
refer-step-check = Проверка и отправка

refer-needs = С чем нужна помощь?
refer-needs-lead = Дальше вы увидите, кто может помочь и почему.
refer-needs-none = Все потребности удовлетворены, или не записано ни одной. Сначала добавьте, что нужно.
refer-asked-already = Уже просили: { $names }
refer-to-services = Искать услуги
refer-back-needs = Выбрать другие потребности

refer-who = { $name }: кто может помочь?
refer-who-on = { $name }: кто может помочь { $day }?
refer-pick = Выберите одну или несколько.
refer-none-for = В сети пока нет услуги для этой потребности.
refer-if-several = Если согласятся несколько
group-mode-hint-any-one = Остальным сообщат, что это больше не требуется, и ничего больше.
group-mode-hint-all = Каждая делает свою часть.
refer-mixed = Эти услуги отвечают на разные потребности. Как только согласится первая, остальные станут не нужны, а их потребности останутся открытыми. Если каждая должна сделать свою часть, вернитесь и выберите «{ $all }».
refer-to-share = Дальше: что передать
refer-none-fits = Сейчас просить некого
refer-none-fits-words = Пока ни одна услуга не подходит. Что поможет: запросить согласие человека там, где его ещё не спрашивали, выбрать другие потребности, договориться с организацией о передаче сведений или просмотреть весь справочник и позвонить.
refer-look-around = Все услуги
refer-consent = Согласие
refer-consent-words = Направить можно туда, где человек согласен или где закон согласия не требует. Больше никто об этом не узнает.
refer-not-asked-count = { $n ->
    [one] { $name }: согласие ещё не запрошено для { $n } подходящей организации.
   *[other] { $name }: согласие ещё не запрошено для { $n } подходящих организаций.
}
refer-not-asked = { $name }: согласие ещё не запрошено для этой организации: { $organisation }.
refer-said-no = Человек не согласен передавать сведения этой организации: { $organisation }. «Нет» значит «нет».
refer-ask-again = Спросить ещё раз, если человек этого хочет
refer-already = Вы уже направили туда этого человека, и направление открыто:
refer-no-agreement = Нет действующего соглашения с этой организацией: { $organisation }.
refer-could-not-take = Уже был отказ, поэтому снова не просим.
refer-rerouted = <b>{ $service }</b> ({ $recipient }) — отказ: { $reason }. Предложите кому-нибудь другому.
refer-release-near = <b>Освобождение близко.</b> Отметьте <b>«День освобождения»</b>: такое направление действует, пока его кто-нибудь не примет.

match-area-yes = работает там, куда возвращается человек
match-area-no = работает только здесь: { $area }
match-area-unknown = неизвестно, куда возвращается человек; работает здесь: { $area }
match-residence-yes = принимает людей отсюда: { $place }
match-residence-no = принимает людей только отсюда: { $area }
match-residence-unknown = принимает людей только отсюда: { $area }; неизвестно, куда возвращается человек
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
match-consent-yes = человек согласен
match-consent-no = человек не согласен
match-consent-unknown = ещё не спрашивали
match-ground-no = в реестре нет основания для передачи им сведений; его записывает координатор
match-status-yes = принимает направления
match-status-no = сейчас не принимает направлений
match-status-unknown = неизвестно, принимает ли направления
match-open-referral-no = уже есть направление { $reference }

places-no-limit = число мест не ограничено
places-free = { $n ->
    [one] в этот день { $n } место
    [few] в этот день { $n } места
   *[many] в этот день { $n } мест
}
places-none = в этот день мест нет
places-none-until = в этот день мест нет; ближайшее: { $day }

refer-share-title = Что передать: { $names }
refer-ask = О чём вы просите
refer-ask-hint = В нескольких предложениях: что поможет, с какого дня, что человек может сам. Имя не пишите: это читают ещё до принятия.
refer-scopes = Что они смогут видеть
refer-scopes-hint = Имя, контакты и документы открываются только после принятия. Передавайте то, что нужно для этой задачи.
refer-deciding = Что поможет им решить
refer-deciding-hint = Видно сразу, вместе с потребностями, срочностью, возрастной группой, месяцем освобождения и городом или районом.
refer-not-in-agreement = Соглашение этого не охватывает: { $organisation }.
refer-not-in-consent = Человек не давал согласия передать это этой организации: { $organisation }.
refer-when = Как скоро
refer-priority = Как скоро нужен ответ?
priority-hint-routine = Ответ в течение десяти рабочих дней.
priority-hint-urgent = Ответ в течение трёх рабочих дней.
priority-hint-release-day = Ответ на следующий рабочий день; действует, пока кто-нибудь не примет.
refer-start = С какого дня
refer-start-hint = После принятия место держат с этого дня. Если это день освобождения, до принятия им виден только месяц, если вы не покажете день для решения.
refer-start-month = До принятия им виден только месяц.
refer-to-check = Проверить
refer-back-services = Выбрать другие услуги

refer-check-title = Вот что они увидят
refer-check-lead = Пока ничего не отправлено.
refer-at-once = Сразу
refer-on-acceptance = После принятия
refer-never = Не увидят
refer-nothing-more = Больше ничего.
refer-all-shared = Передаётся всё.
refer-sees-needs = что нужно: { $needs }
refer-sees-band = возрастная группа, месяц освобождения, город или район
refer-sees-ask = ваша просьба, вашими словами
refer-sees-words = описание этих потребностей: { $needs }
refer-ground = Основание: { $ground } ({ $law }).
refer-agreement-until = Соглашение «{ $title }» действует до { $day }.
refer-agreement-open = Соглашение «{ $title }» бессрочное.
refer-consent-until = Согласие дано { $how } и действует до { $day }.
refer-closes = Имя, контакты и документы закроются через 30 дней после закрытия направления.
refer-send = Отправить
refer-send-all = { $n ->
    [1] Отправить
    [one] Отправить { $n } направление
    [few] Отправить { $n } направления
   *[many] Отправить { $n } направлений
}
refer-keep = Оставить черновиком
refer-change = Изменить

done-referral-sent = Отправлено. Здесь вы увидите ответ.
done-referral-kept = Сохранено как черновик. Его никто не видел.

field-need = Потребности
field-service = Услуги
field-ask = О чём вы просите
field-priority = Как скоро
field-start-date = С какого дня
refer-on-release = Отправить, когда освобождение подтвердят
done-referral-waits = Сохранено. Направление отправится само, когда освобождение подтвердят.

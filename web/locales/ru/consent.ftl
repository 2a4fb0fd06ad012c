# Согласие: запрос, ответ, отзыв.

consent-title = Запрос согласия: { $name }
consent-lead = Сначала выберите организации и сведения. Затем прочитайте текст вслух и запишите ответ.
consent-steps = Шаги запроса согласия
consent-step-choose = Организации и сведения
consent-step-words = Текст и ответ

consent-recipients = Принимающие организации
consent-recipients-hint = Человек отвечает о каждой из этих организаций. Выберите только те, к которым хотите обратиться за помощью.
consent-recipient = { $kind }, { $place }
consent-purpose = Цель
consent-purpose-resettlement = Жильё, поддержка, документы и другая помощь в первые месяцы.
consent-purpose-employment = Поиск работы и обучение для работы.
consent-purpose-treatment = Лечение зависимости или болезни.
consent-scopes = Передаваемые сведения
consent-scopes-hint = Чем меньше сведений вы передаёте, тем легче человеку согласиться.
consent-report-back = Обратная связь
consent-report-back-hint = Принятие направления и его итог видны вам всегда.
consent-until-label = Срок согласия
consent-half-year = на полгода
consent-year = на год
consent-until-day = до выбранного дня
consent-expires-on = Последний день согласия
consent-asking = Язык и место вопроса
consent-language = Язык текста
consent-language-hint = На этом языке текст читают и печатают.
consent-asked-in-custody = Человек сейчас в местах лишения свободы
consent-asked-in-custody-hint = После освобождения мы спросим ещё раз: тогда отказаться легче.
consent-to-words = Продолжить

scope-opens-identity = Видны после принятия направления.
scope-opens-contact = Видны после принятия направления.
scope-opens-needs = Виды потребностей и срочность. Видны сразу.
scope-opens-health = Описание потребностей: здоровье, зависимость, психологическая помощь.
scope-opens-offence = Описание потребностей: юридическая помощь, мышление и поведение, окружение и досуг.
scope-opens-family = Описание потребностей: семья.
scope-opens-employment = Описание потребностей: работа и учёба.
scope-opens-documents = Документы после принятия направления. Описание потребностей: деньги и документы.

consent-say-title = Текст для чтения вслух
consent-say-lead = Читайте медленно, слово в слово. Потом спросите, всё ли понятно.
consent-print = Напечатать текст
consent-answer-title = Ответ человека
consent-answer = Ответ
consent-yes = Да
consent-no = Нет
consent-no-hint = Запишите и отказ. Сведения не передаются, и никто не спросит снова по ошибке.
consent-how = Способ ответа
consent-how-hint-paper = Человек подписал распечатанный текст. Сохраните лист.
consent-how-hint-spoken = Человек ответил вслух, лучше при свидетеле.
consent-how-hint-screen = Человек прочитал текст и ответил на этом экране.
consent-witness = Свидетель
consent-witness-hint = Имя человека, который при этом присутствовал.
consent-save = Сохранить ответ
consent-change = Изменить вопрос

person-consents = Согласия
person-consents-none = Согласие ещё не запрошено
person-consents-none-words = До ответа человека сведения никому не передаются. Спросите на его родном языке.
consent-what = Цель — { $purpose }: { $scopes }.
consent-runs-out-soon = Скоро истекает
consent-said-no = Отказ
consent-until = Действует до { $day }.
consent-ran-out = Срок истёк { $day }.
consent-withdrawn-on = Отозвано { $day }.
consent-refused-words = Сведения этим организациям не передаются.
consent-asked = Запрошено { $day }, { $how }, { $where }. Сотрудник: { $who }.
consent-former-colleague = бывший сотрудник
consent-in-custody = в местах лишения свободы
consent-outside = на свободе
consent-witnessed = Свидетель: { $witness }.
consent-reported-back = Обратная связь: { $what }.
consent-said = Прочитанный текст
consent-ask-again = Согласие дано в местах лишения свободы. Теперь человек на свободе. Запросите согласие ещё раз.

consent-withdraw = Отозвать согласие
consent-withdraw-title = Отзыв согласия
consent-withdraw-ends = Передача сведений сразу прекратится: { $recipients }
consent-withdraw-words = Отзовите согласие, если человек об этом попросил, в любой форме. Причину объяснять не нужно. Отзыв не должен вредить человеку.
consent-withdraw-nothing = По этому согласию нет открытых направлений.
consent-withdraw-ending = Направления, которые будут отозваны и скрыты от принимающей организации
consent-withdraw-closing = Принятые направления
consent-withdraw-closing-words = Доступ к переданным сведениям закроется. У принимающей организации останутся только записи её сотрудников.
consent-withdraw-do = Отозвать согласие

done-consent-given = Согласие записано.
done-consent-refused = Отказ записан. Сведения этим организациям не передаются.
done-consent-withdrawn = Согласие отозвано. Передача сведений прекращена.

field-recipient-ids = Принимающие организации
field-scopes = Передаваемые сведения
field-purpose = Цель
field-expires-on = Последний день согласия
field-answer = Ответ
field-how = Способ ответа
field-witness = Свидетель

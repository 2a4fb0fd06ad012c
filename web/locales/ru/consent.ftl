# Согласие: о чём спрашивают, какой дан ответ, как его отзывают.

consent-title = Запрос согласия: { $name }
consent-lead = Сначала выберите, о чём хотите спросить; затем прочитайте текст вслух и запишите ответ.
consent-steps = Шаги запроса согласия
consent-step-choose = О чём спросить
consent-step-words = Текст и ответ

consent-recipients = Кому можно передать сведения?
consent-recipients-hint = Человек отвечает о каждой из этих организаций. Называйте только те, у которых собираетесь просить помощи.
consent-recipient = { $kind }, { $place }
consent-purpose = Для чего?
consent-purpose-resettlement = Жильё, поддержка, документы — всё, что нужно в первые месяцы.
consent-purpose-employment = Поиск работы и обучение для неё.
consent-purpose-treatment = Лечение зависимости или болезни.
consent-scopes = Что этим организациям можно видеть?
consent-scopes-hint = Чем меньше сведений вы передаёте, тем легче согласиться.
consent-report-back = Что мы сможем узнать потом?
consent-report-back-hint = Принято ли направление и чем оно закончилось, мы узнаем в любом случае.
consent-until-label = На какой срок?
consent-half-year = на полгода
consent-year = на год
consent-until-day = до выбранного дня
consent-expires-on = Последний день, если вы выбрали день
consent-asking = Как задаётся вопрос
consent-language = На каком языке вы спрашиваете?
consent-language-hint = Текст читают и печатают на этом языке.
consent-asked-in-custody = Человек отвечает, находясь в местах лишения свободы
consent-asked-in-custody-hint = Тогда после освобождения мы спросим ещё раз, когда отказаться легче.
consent-to-words = Дальше: текст

scope-opens-identity = Видно после принятия направления.
scope-opens-contact = Видно после принятия направления.
scope-opens-needs = Что нужно и как скоро; видно сразу.
scope-opens-health = Описание потребностей, связанных со здоровьем, зависимостью и душевным состоянием.
scope-opens-offence = Описание потребностей, связанных с правом, мышлением и окружением.
scope-opens-family = Описание потребностей, связанных с семьёй.
scope-opens-employment = Описание потребностей, связанных с работой и учёбой.
scope-opens-documents = Документы после принятия направления и описание потребностей, связанных с деньгами.

consent-say-title = Прочитайте вслух
consent-say-lead = Медленно, слово за словом. Потом спросите, всё ли понятно.
consent-print = Напечатать
consent-answer-title = Собственный ответ человека
consent-answer = Какой дан ответ?
consent-yes = Да
consent-no = Нет
consent-no-hint = Запишите и это: тогда никто не спросит снова по ошибке и ничего не будет передано.
consent-how = Как дан ответ?
consent-how-hint-paper = Подпись на распечатанном листе; сохраните лист.
consent-how-hint-spoken = Сказано вслух, лучше всего при свидетеле.
consent-how-hint-screen = Текст прочитан и ответ дан на этом экране.
consent-witness = Свидетель
consent-witness-hint = Кто ещё при этом присутствует.
consent-save = Сохранить ответ
consent-change = Спросить о другом

person-consents = Согласие
person-consents-none = Вопрос ещё не задан
person-consents-none-words = Пока человек не ответил, никому ничего не передаётся. Спросите на его родном языке.
consent-what = Цель — { $purpose }: { $scopes }.
consent-runs-out-soon = Скоро истекает
consent-said-no = Отказ
consent-until = Действует до { $day }.
consent-ran-out = Срок истёк { $day }.
consent-withdrawn-on = Отозвано { $day }.
consent-refused-words = Этим организациям ничего не передаётся.
consent-asked = Вопрос задан { $day }, { $how }, { $where }. Кто спрашивал: { $who }.
consent-former-colleague = бывший сотрудник
consent-in-custody = в местах лишения свободы
consent-outside = на свободе
consent-witnessed = Свидетель: { $witness }.
consent-reported-back = Потом мы узнаем: { $what }.
consent-said = Прочитанный текст
consent-ask-again = Согласие дано в местах лишения свободы. Теперь человек на свободе: спросите, пожалуйста, ещё раз.

consent-withdraw = Отозвать
consent-withdraw-title = Отозвать согласие?
consent-withdraw-ends = Сведения сразу перестают передаваться: { $recipients }
consent-withdraw-words = Отзовите согласие, когда человек об этом скажет, в какой бы форме это ни было. Объяснять причину он не обязан, и никто не вправе ставить это ему в вину.
consent-withdraw-nothing = На нём не основано ни одно открытое направление.
consent-withdraw-ending = Эти направления отзываются, и принимающая организация их больше не увидит
consent-withdraw-closing = Эти направления уже приняты
consent-withdraw-closing-words = Переданные нами сведения закроются. У принимающей организации останется только то, что написали её сотрудники.
consent-withdraw-do = Отозвать согласие

done-consent-given = Согласие записано.
done-consent-refused = Отказ записан. Этим организациям ничего не передаётся.
done-consent-withdrawn = Согласие отозвано. Всё, что на нём основано, прекращено.

field-recipient-ids = Кому
field-scopes = Что можно видеть
field-purpose = Для чего
field-expires-on = Последний день
field-answer = Ответ
field-how = Как дан ответ
field-witness = Свидетель

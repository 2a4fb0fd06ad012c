# Загрузка списков из таблиц.

imports-bring = Загрузить список
imports-bring-people = Загрузить список людей
imports-bring-organisations = Загрузить список организаций
imports-lead = Загрузите список в его обычном виде: CSV, TSV или Excel. Система определит содержание столбцов, вы сможете его исправить.
imports-lead-safe = Без вашего подтверждения данные не добавляются. Список видите только вы. Он хранится в зашифрованном виде не дольше семи дней.
imports-file = Файл со списком
imports-file-hint = CSV, TSV, TXT, XLS или XLSX, не больше { $n } МБ.
imports-send = Загрузить файл
imports-too-many = Достигнуто предельное число списков. Удалите один из них.
imports-mine = Ваши списки
imports-mine-none = Списков пока нет
imports-mine-none-words = Здесь хранятся загруженные списки, пока их не удалят. Их видите только вы.
imports-brought = { $kind }, { $when }
imports-kept-until = хранится до { $day }
imports-other = Загрузить другой список

imports-count-new = новые: { $n }
imports-count-known = уже есть: { $n }
imports-count-repeated = повторы: { $n }
imports-count-bad = с ошибками: { $n }
imports-count-written = добавлено: { $n }

imports-uploading-words = Файл загружается.
imports-reading-words = Система читает файл и определяет содержание столбцов. Это займёт немного времени.
imports-judging-words = Система проверяет каждую строку и ищет её среди имеющихся данных.
imports-writing-words = Новые строки добавляются.
imports-progress = Обработано строк: { $done } из { $total }
imports-may-leave = Страницу можно закрыть, обработка продолжится. Список останется на странице «Загрузить список».
imports-look-again = Обновить состояние

imports-nameless = Список без названия
imports-gone-title = Удалённый список
imports-unreadable = Список не прочитан
imports-try-again = Выбрать файл снова

imports-first = Требует проверки
imports-doubt-headings = Заголовки не распознаны: { $headings }. Если это уже строка списка, добавьте над ней заголовки и загрузите файл снова. Строка заголовков не добавляется.
imports-doubt-missing = Нет столбца «{ $field }». Без него строки нельзя добавить.
imports-doubt-order = В столбце «{ $column }» неясно, где день, а где месяц. Укажите порядок.
imports-doubt-sheets = Прочитан только один лист. В файле есть другие: { $sheets }. Сохраните их отдельными файлами и загрузите.
imports-doubt-unsure = Столбец «{ $column }» определён как «{ $field }». Проверьте, верно ли это.
imports-doubt-unread = Содержание этих столбцов не определено, они не читаются: { $columns }.
imports-correct = Исправить столбцы

imports-found = Результат проверки
imports-found-new = { $n ->
    [one] { $n } новая строка. Её можно добавить.
    [few] { $n } новые строки. Их можно добавить.
   *[many] { $n } новых строк. Их можно добавить.
}
imports-found-existing = { $n ->
    [one] { $n } строка уже есть в системе. Она не изменится, даже если в списке другие данные.
    [few] { $n } строки уже есть в системе. Они не изменятся, даже если в списке другие данные.
   *[many] { $n } строк уже есть в системе. Они не изменятся, даже если в списке другие данные.
}
imports-found-duplicate = { $n ->
    [one] { $n } строка повторяет более раннюю. Она не добавляется.
    [few] { $n } строки повторяют более ранние. Они не добавляются.
   *[many] { $n } строк повторяют более ранние. Они не добавляются.
}
imports-found-invalid = { $n ->
    [one] { $n } строка с ошибками. Исправьте её, чтобы добавить.
    [few] { $n } строки с ошибками. Исправьте их, чтобы добавить.
   *[many] { $n } строк с ошибками. Исправьте их, чтобы добавить.
}
imports-found-nothing = В списке нет строк.
imports-take-people = Добавить людей: { $n }
imports-take-organisations = Добавить организации: { $n }
imports-bad-download = Строки с ошибками
imports-bad-download-hint = Скачайте эти строки, исправьте и загрузите снова. Можно исправить и весь список: данные, которые уже есть, второй раз не добавляются.
imports-bad-csv = Скачать CSV
imports-bad-xlsx = Скачать Excel
imports-discard = Удалить список
imports-gone-on = Список удалится автоматически, самое позднее { $day }.

imports-rows-of = Строки списка
imports-tab = { $verdict } ({ $n })
imports-row = Строка { $n }
imports-none-of = Таких строк нет
imports-born = дата рождения: { $day }
imports-born-year = год рождения: { $year }
imports-release = освобождение: { $day }
imports-places = { $n ->
    [one] { $n } место
    [few] { $n } места
   *[many] { $n } мест
}

imports-columns = Содержание столбцов
imports-columns-lead = Укажите содержание каждого столбца. Система запомнит ваш выбор.
imports-column = Столбец { $n }
imports-taken-for = определено как «{ $field }»
imports-not-read = не читается
imports-do-not-read = Не читать столбец
imports-remembered = ваш прежний выбор
imports-examples = Например: { $examples }
imports-what = Содержание столбца
imports-order = Порядок в дате
imports-order-found = Определён по значениям
imports-order-open = день или месяц?
imports-columns-save = Сохранить и проверить
imports-part-name = Имя или название
imports-part-about = Основные данные
imports-part-place = Место и освобождение
imports-part-help = Потребности и помощь
imports-part-contact = Контакты и документы

imports-written-people = { $n ->
    [0] Никто не добавлен
   *[many] Добавлено людей: { $n }
}
imports-written-organisations = { $n ->
    [0] Организации не добавлены
   *[many] Добавлено организаций: { $n }
}
imports-was-known = { $n ->
    [one] { $n } строка уже была в системе.
    [few] { $n } строки уже были в системе.
   *[many] { $n } строк уже было в системе.
}
imports-was-repeated = { $n ->
    [one] { $n } строка повторяла более раннюю.
    [few] { $n } строки повторяли более ранние.
   *[many] { $n } строк повторяли более ранние.
}
imports-was-bad = { $n ->
    [one] { $n } строка не добавлена: в ней ошибки.
    [few] { $n } строки не добавлены: в них ошибки.
   *[many] { $n } строк не добавлено: в них ошибки.
}
imports-to-people = Показать людей
imports-to-organisations = Показать справочник

imports-gone-words = Файл и прочитанные из него данные удалены. Остались только эти числа.

imports-discard-asks = Удаление списка
imports-discard-does = Файл и прочитанные из него данные будут сразу удалены.
imports-discard-keeps = Данные, уже добавленные из списка, останутся.
imports-discard-nothing = Из списка пока ничего не добавлено.
imports-keep = Оставить список

import-kind-people = люди
import-kind-organisations = организации

import-state-uploading = Загружается
import-state-reading = Читается
import-state-unreadable = Не прочитан
import-state-validating = Проверяется
import-state-validated = Проверен
import-state-applying = Добавляется
import-state-done = Добавлен
import-state-deleted = Удалён

import-failure-empty = Файл пуст. Выберите другой файл или сохраните список заново.
import-failure-too-large = Файл слишком большой. Удалите из него картинки или разделите список на несколько файлов.
import-failure-too-many-columns = На листе слишком много столбцов. Оставьте только нужные.
import-failure-too-many-rows = В списке слишком много строк. Разделите его на несколько файлов.
import-failure-protected = Файл закрыт паролем. Сохраните копию без пароля.
import-failure-not-a-spreadsheet = Формат файла не поддерживается. Сохраните список как книгу Excel (.xlsx) или CSV.
import-failure-damaged = Файл повреждён. Откройте его в программе для таблиц и сохраните заново.
import-failure-decompressed-too-large = Содержимое файла слишком большое. Скопируйте список в новую книгу и сохраните её.
import-failure-interrupted = Загрузка прервана из-за связи или ошибки системы. Загрузите список ещё раз.
import-failure-not-allowed = У вас больше нет права добавлять эти данные, список не добавлен. Попросите коллегу с нужной ролью.
import-failure-ended-by-upgrade = Обновление программы прервало загрузку. Загрузите список ещё раз.

import-row-status-new = Новые
import-row-status-existing = Уже есть
import-row-status-duplicate = Повторы
import-row-status-invalid = С ошибками

mend-column = Что исправить
cell-error-code-missing = { $field }: не заполнено
cell-error-code-too-long = { $field }: текст слишком длинный
cell-error-code-not-a-date = { $field }: «{ $value }» не является датой
cell-error-code-not-a-number = { $field }: «{ $value }» не является числом
cell-error-code-not-possible = { $field }: недопустимое значение «{ $value }»
cell-error-code-date-order-unknown = { $field }: в «{ $value }» неясно, где день, а где месяц; укажите порядок в столбцах
cell-error-code-unrecognised = { $field }: значение «{ $value }» не распознано
cell-error-code-unknown-place = { $field }: место «{ $value }» не найдено
cell-error-code-several-places = { $field }: найдено несколько мест «{ $value }»; добавьте регион
cell-error-code-no-needs = { $field }: хранится только вместе с потребностью, а в строке её нет

certainty-unsure = не точно
certainty-likely = вероятно
certainty-certain = точно

date-order-day-first = Сначала день: 31.12.1990
date-order-month-first = Сначала месяц: 12/31/1990
date-order-year-first = Сначала год: 1990-12-31

import-field-family-name = Фамилия
import-field-given-name = Имя
import-field-middle-name = Отчество или второе имя
import-field-full-name = Имя и фамилия
import-field-date-of-birth = Дата рождения
import-field-year-of-birth = Год рождения
import-field-sex = Пол
import-field-prison = Исправительное учреждение
import-field-release-date = Дата освобождения
import-field-municipality = Город или район
import-field-province = Регион
import-field-needs = Потребности
import-field-notes = Примечания
import-field-case-number = Номер дела
import-field-document-number = Номер документа
import-field-phone = Телефон
import-field-email = Электронная почта
import-field-address = Адрес
import-field-language = Язык
import-field-name = Название
import-field-organisation-kind = Вид организации
import-field-website = Сайт
import-field-services = Услуги
import-field-places = Места
import-field-description = Описание

event-kind-list-brought-in = список загружен
event-kind-list-taken = строки списка добавлены
event-kind-list-thrown-away = список удалён
event-kind-organisation-recorded = организация добавлена
action-organisation-record = загружать организации
audit-log-subject-kind-organisation = организация
audit-log-subject-kind-import = список

problem-no-file = Выберите файл.
problem-form-too-old = Страница устарела, файл не загружен. Выберите его ещё раз.
problem-twice = Это содержание уже выбрано для другого столбца. Выберите другое.
problem-unknown-column = В таких списках этих данных нет. Выберите другое содержание.
problem-list-not-now = Список уже обрабатывается. Сейчас столбцы изменить нельзя.
problem-nothing-new = В списке нет новых строк.
field-file = Файл

done-import-taken = Новые строки добавляются.
done-import-corrected = Столбцы сохранены. Список проверяется заново.
done-import-discarded = Список удалён.

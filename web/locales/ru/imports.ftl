# Списки, которые партнёр ведёт в таблице, загружаются целиком.

imports-bring = Загрузить список
imports-bring-people = Загрузить список людей
imports-bring-organisations = Загрузить список организаций
imports-lead = Отправьте список как есть: CSV, TSV или Excel, старый или новый. Что в каком столбце, определяется само, а вы можете поправить.
imports-lead-safe = Пока вы не подтвердите, ничего не записывается. Списка не видит больше никто; он хранится в зашифрованном виде не дольше семи дней.
imports-file = Файл со списком
imports-file-hint = CSV, TSV, TXT, XLS или XLSX, не больше { $n } МБ.
imports-send = Прочитать список
imports-too-many = Больше списков одновременно держать здесь нельзя. Сначала удалите какой-нибудь из них.
imports-mine = Ваши списки
imports-mine-none = Списков пока нет
imports-mine-none-words = Загруженные списки остаются здесь, пока их не удалят. Их видите только вы.
imports-brought = { $kind }, { $when }
imports-kept-until = хранится до { $day }
imports-other = Загрузить другой список

imports-count-new = { $n ->
    [one] { $n } новая
    [few] { $n } новые
   *[many] { $n } новых
}
imports-count-known = { $n ->
    [one] { $n } уже есть
    [few] { $n } уже есть
   *[many] { $n } уже есть
}
imports-count-repeated = { $n ->
    [one] { $n } повторяется
    [few] { $n } повторяются
   *[many] { $n } повторяются
}
imports-count-bad = { $n ->
    [one] { $n } с ошибкой
    [few] { $n } с ошибками
   *[many] { $n } с ошибками
}
imports-count-written = { $n ->
    [one] { $n } записана
    [few] { $n } записаны
   *[many] { $n } записано
}

imports-uploading-words = Файл ещё отправляется.
imports-reading-words = Файл открывается, и столбцы разбираются. Это займёт мгновение.
imports-judging-words = Проверяется каждая строка: можно ли её записать и нет ли её здесь уже.
imports-writing-words = Хорошие строки записываются одна за другой.
imports-progress = Строки: { $done } из { $total }
imports-may-leave = Ждать здесь не нужно: всё идёт само. Список вы снова найдёте по ссылке «Загрузить список».
imports-look-again = Посмотреть, сколько сделано

imports-nameless = Список без названия
imports-gone-title = Удалённый список
imports-unreadable = Этот список не удалось прочитать
imports-try-again = Выбрать файл заново

imports-first = Сначала посмотрите сюда
imports-doubt-headings = Ни один из этих заголовков нам не известен: { $headings }. Если это уже строка списка, напишите над ней заголовки и загрузите файл заново: из строки заголовков ничего не берётся.
imports-doubt-missing = Ни в одном столбце нет «{ $field }». Без этого нельзя записать ни одной строки.
imports-doubt-order = В столбце «{ $column }» день не отличить от месяца. Укажите, что стоит первым.
imports-doubt-sheets = Читается только один лист. В файле есть ещё: { $sheets }. Сохраните каждый из них отдельным файлом и загрузите.
imports-doubt-unsure = Столбец «{ $column }» понят как «{ $field }», но это не точно.
imports-doubt-unread = Непонятно, что в этих столбцах, поэтому они не читаются: { $columns }.
imports-correct = Поправить столбцы

imports-found = Что найдено
imports-found-new = { $n ->
    [one] { $n } строка новая, в ней есть всё нужное. Её можно записать.
    [few] { $n } строки новые, в них есть всё нужное. Их можно записать.
   *[many] { $n } строк новых, в них есть всё нужное. Их можно записать.
}
imports-found-known = { $n ->
    [one] { $n } строка уже есть здесь. Она не изменится, даже если в списке написано другое.
    [few] { $n } строки уже есть здесь. Они не изменятся, даже если в списке написано другое.
   *[many] { $n } строк уже есть здесь. Они не изменятся, даже если в списке написано другое.
}
imports-found-repeated = { $n ->
    [one] { $n } строка о том же, о ком или о чём более ранняя. Берётся только первая.
    [few] { $n } строки о тех же, о ком или о чём более ранние. Берутся только первые.
   *[many] { $n } строк о тех же, о ком или о чём более ранние. Берутся только первые.
}
imports-found-bad = { $n ->
    [one] { $n } строку нужно исправить, иначе её нельзя записать.
    [few] { $n } строки нужно исправить, иначе их нельзя записать.
   *[many] { $n } строк нужно исправить, иначе их нельзя записать.
}
imports-found-nothing = В списке нет строк.
imports-take-people = { $n ->
    [one] Записать: { $n } человек
    [few] Записать: { $n } человека
   *[many] Записать: { $n } человек
}
imports-take-organisations = { $n ->
    [one] Записать { $n } организацию
    [few] Записать { $n } организации
   *[many] Записать { $n } организаций
}
imports-bad-download = Возьмите строки с ошибками
imports-bad-download-hint = Исправьте их в этом файле и загрузите его. Можно исправить и свой список и загрузить его целиком: что здесь уже есть, второй раз не записывается.
imports-bad-csv = Строки с ошибками, CSV
imports-bad-xlsx = Строки с ошибками, Excel
imports-discard = Удалить список
imports-gone-on = Список удаляется сам, самое позднее { $day }.

imports-rows-of = Строки списка
imports-tab = { $verdict } ({ $n })
imports-row = Строка { $n }
imports-none-of = Таких строк нет
imports-born = дата рождения { $day }
imports-born-year = год рождения { $year }
imports-release = освобождение { $day }
imports-places = { $n ->
    [one] { $n } место
    [few] { $n } места
   *[many] { $n } мест
}

imports-columns = Что в столбцах
imports-columns-lead = Укажите, что в каждом столбце. В следующий раз это будет учтено.
imports-column = Столбец { $n }
imports-taken-for = понято как «{ $field }»
imports-not-read = не читается
imports-do-not-read = Не читать
imports-remembered = как вы указали раньше
imports-examples = Например: { $examples }
imports-what = Что здесь
imports-order = Как записаны даты
imports-order-found = Как распознано по значениям
imports-order-open = день или месяц?
imports-columns-save = Сохранить и проверить заново
imports-part-name = Имя или название
imports-part-about = О ком или о чём
imports-part-place = Место и освобождение
imports-part-help = Потребности и помощь
imports-part-contact = Контакты и документы

imports-written-people = { $n ->
    [0] Никто не записан
    [one] Записан { $n } человек
    [few] Записано { $n } человека
   *[many] Записано { $n } человек
}
imports-written-organisations = { $n ->
    [0] Ничего не записано
    [one] Записана { $n } организация
    [few] Записано { $n } организации
   *[many] Записано { $n } организаций
}
imports-was-known = { $n ->
    [one] { $n } строка здесь уже была.
    [few] { $n } строки здесь уже были.
   *[many] { $n } строк здесь уже было.
}
imports-was-repeated = { $n ->
    [one] { $n } строка была о том же, о ком или о чём более ранняя.
    [few] { $n } строки были о тех же, о ком или о чём более ранние.
   *[many] { $n } строк были о тех же, о ком или о чём более ранние.
}
imports-was-bad = { $n ->
    [one] { $n } строка не записана: её нужно исправить.
    [few] { $n } строки не записаны: их нужно исправить.
   *[many] { $n } строк не записано: их нужно исправить.
}
imports-to-people = Посмотреть людей
imports-to-organisations = Посмотреть справочник

imports-gone-words = Файл и всё, что из него прочитано, удалено. Остались только эти числа.

imports-discard-asks = Удалить этот список?
imports-discard-does = Файл и всё, что из него прочитано, будет сразу удалено.
imports-discard-keeps = Что из него записано, остаётся.
imports-discard-nothing = Из него пока ничего не записано.
imports-keep = Оставить

list-kind-people = люди
list-kind-organisations = организации

import-state-uploading = Отправляется
import-state-reading = Читается
import-state-unreadable = Не читается
import-state-validating = Проверяется
import-state-validated = Ждёт вас
import-state-applying = Записывается
import-state-done = Записан
import-state-deleted = Удалён

import-fault-empty = Файл пуст. Выберите тот, в котором список, или сохраните его заново.
import-fault-too-large = Файл слишком большой. Уберите из него картинки или разделите список на несколько файлов.
import-fault-too-many-columns = На листе слишком много столбцов. Оставьте только нужные.
import-fault-too-many-rows = В списке слишком много строк. Разделите его на несколько файлов.
import-fault-protected = Файл закрыт паролем. Сохраните копию без пароля.
import-fault-not-a-spreadsheet = Это не таблица, или такую мы не читаем. Сохраните список как книгу Excel (.xlsx) или как CSV.
import-fault-damaged = Файл повреждён. Откройте его в своей программе и сохраните заново.
import-fault-decompressed-too-large = При открытии файл становится слишком большим. Скопируйте список в новую книгу и сохраните её.
import-fault-interrupted = Работа прервалась: из-за связи или по нашей вине. Загрузите список ещё раз.
import-fault-not-allowed = Записывать это вам больше нельзя, поэтому список не записан. Попросите коллегу, которому можно.
import-fault-ended-by-upgrade = Обновление программы прервало загрузку. Загрузите список ещё раз.

import-row-status-new = Новые
import-row-status-existing = Уже есть
import-row-status-duplicate = Повторы
import-row-status-invalid = С ошибками

mend-column = Что исправить
mend-missing = Не хватает: { $field }
mend-too-long = { $field }: слишком длинный текст
mend-not-a-date = { $field }: { $value } — это не дата
mend-not-a-number = { $field }: { $value } — это не число
mend-not-possible = { $field }: { $value } — так быть не может
mend-date-order-unknown = { $field }: { $value } — непонятно, где день, а где месяц; укажите это у столбцов
mend-unrecognised = { $field }: { $value } — непонятно
mend-unknown-place = { $field }: { $value } — такого места мы не знаем
mend-several-places = { $field }: { $value } — таких мест несколько; добавьте регион
mend-no-needs = { $field }: это хранится только вместе с потребностью, а в строке её нет

certainty-unsure = не точно
certainty-likely = вероятно
certainty-certain = точно

date-order-day-first = Сначала день: 31.12.1990
date-order-month-first = Сначала месяц: 12/31/1990
date-order-year-first = Сначала год: 1990-12-31

list-field-family-name = Фамилия
list-field-given-name = Имя
list-field-middle-name = Отчество или второе имя
list-field-full-name = Имя и фамилия вместе
list-field-date-of-birth = Дата рождения
list-field-year-of-birth = Год рождения
list-field-sex = Пол
list-field-prison = Исправительное учреждение
list-field-release-date = День освобождения
list-field-municipality = Город или район
list-field-province = Регион
list-field-needs = Потребности
list-field-notes = Примечания
list-field-case-number = Номер дела
list-field-document-number = Номер документа
list-field-phone = Телефон
list-field-email = Электронная почта
list-field-address = Адрес
list-field-language = Язык
list-field-name = Название
list-field-organisation-kind = Вид организации
list-field-website = Сайт
list-field-services = Услуги
list-field-places = Места
list-field-description = Описание

event-list-brought-in = загружен список
event-list-taken = записаны хорошие строки списка
event-list-thrown-away = список удалён
event-organisation-recorded = организация добавлена
action-organisation-record = загружать организации
journal-subject-organisation = организация
journal-subject-import = список

problem-no-file = Сначала выберите файл.
problem-form-too-old = Страница долго была открыта, и файл не принят. Выберите его ещё раз.
problem-twice = Так понят и другой столбец.
problem-unknown-column = В таких списках этого не бывает.
problem-list-not-now = Список тем временем ушёл дальше, и столбцы сейчас менять нельзя.
problem-nothing-new = В списке нет ничего нового.
field-file = Файл

done-import-taken = Хорошие строки записываются.
done-import-corrected = Сохранено. Список проверяется заново.
done-import-discarded = Список удалён.

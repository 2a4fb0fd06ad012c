# Списки в виде таблиц. Заголовки таблицы людей узнаёт загрузка списка людей.

export-take = Скачать список:
export-people-looks = журнал действий запишет просмотр данных каждого человека из списка
export-too-long = Список слишком длинный для Excel
export-too-long-words = В файле Excel может быть не больше { $n } строк. В файле CSV ограничения нет, его тоже открывает Excel.
export-as-csv = Скачать CSV
export-yes = да
export-no = нет

column-family-name = Фамилия
column-given-name = Имя
column-date-of-birth = Дата рождения
column-year-of-birth = Год рождения
column-sex = Пол
column-release-date = Дата освобождения
column-confirmed = Дата подтверждена
column-municipality = Город, район
column-province = Регион
column-needs = Потребности
column-language = Язык
column-phone = Телефон
column-email = Электронная почта
column-website = Сайт
column-address = Адрес
column-document-number = Номер документа
column-prison = Исправительное учреждение
column-pseudonym = Псевдоним

column-name = Название
column-organisation = Организация
column-description = Описание
column-state = Состояние
column-service = Услуга
column-free-places = Свободных мест сегодня
column-next-place = Ближайшее свободное место
column-proposed-by = Инициатор
column-not-signed = Не подписали

column-reference = Номер направления
column-state-since = Дата изменения состояния
column-sender = Направляющая организация
column-recipient = Принимающая организация
column-days-left = Осталось рабочих дней
column-sent = Дата отправки
column-closed = Дата закрытия

column-last-here = Последний вход
column-day = Дата
column-what = Событие
column-about = Объект
column-read = Прочитано
column-pace = Частота писем

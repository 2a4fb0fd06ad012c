# Списки в виде таблиц. Заголовки таблицы людей узнаёт загрузка списка людей.

export-take = Скачать таблицей:
export-people-looks = журнал запишет просмотр всех, кто в ней есть
export-too-long = Слишком длинно для Excel
export-too-long-words = В файле Excel отсюда помещается не больше { $n } строк. Та же таблица в CSV не ограничена, и Excel её тоже открывает.
export-as-csv = Скачать CSV
export-yes = да
export-no = нет

column-family-name = Фамилия
column-given-name = Имя
column-date-of-birth = Дата рождения
column-year-of-birth = Год рождения
column-sex = Пол
column-release-date = Дата освобождения
column-confirmed = Подтверждено
column-municipality = Город, район
column-province = Область
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
column-next-place = Следующее место с
column-proposed-by = Кто предлагает
column-not-signed = Ещё не подписали

column-reference = Номер
column-state-since = В этом состоянии с
column-sender = Откуда
column-recipient = Куда
column-days-left = Осталось рабочих дней
column-sent = Отправлено
column-closed = Закрыто

column-last-here = Последний вход
column-day = День
column-what = Что произошло
column-about = О чём
column-read = Прочитано
column-pace = Как скоро

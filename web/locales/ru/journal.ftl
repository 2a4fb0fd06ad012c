# Журнал действий и история просмотров.

journal-what = Кто и когда что сделал. Имён людей в журнале нет.
journal-parts = Разделы журнала действий
journal-everything = Все действия
journal-looks = История просмотров
journal-export = Скачать журнал
journal-kind = Действие
journal-member = Сотрудник
journal-anybody = Все сотрудники
journal-from = Начальная дата
journal-to = Конечная дата
journal-colleagues = Коллеги
journal-former-colleagues = Бывшие сотрудники
journal-happened-title = Действия
journal-happened = <b>{ $who }</b>: { $what } — { $about }
journal-through = { $about }, по направлению { $referral }
journal-and-more = { $things } и ещё { $n }
journal-thing = { $kind } …{ $mark }
journal-all-about = Все записи: { $thing }.
journal-something = выбранный объект
journal-open = Открыть страницу
journal-none = Записей пока нет
journal-none-words = Здесь появляются действия и просмотры, сразу после того как они произошли.
journal-none-fits = По этим фильтрам ничего не найдено
journal-none-fits-words = Измените даты или уберите часть фильтров.
journal-looks-none = Просмотров пока нет
journal-looks-none-words = Здесь записан каждый просмотр имени, контактов или документов: сотрудник, человек и время.

journal-column-position = №
journal-column-at = Время ({ $zone })
journal-column-organisation = Организация
journal-column-member = Сотрудник
journal-column-what = Действие
journal-column-code = Код действия
journal-column-about = Объект
journal-column-about-id = Номер объекта
journal-column-beside = Связанный объект
journal-column-beside-id = Номер связанного объекта
journal-column-fields = Изменённые поля
journal-column-origin = Источник
journal-column-id = Номер записи

audit-log-subject-kind-referral = направление
audit-log-subject-kind-person = человек
audit-log-subject-kind-disclosure = человек, направленный к нам
audit-log-subject-kind-agreement = соглашение
audit-log-subject-kind-service = услуга
audit-log-subject-kind-message = сообщение
audit-log-subject-kind-appointment = встреча
audit-log-subject-kind-need = потребность
audit-log-subject-kind-consent = согласие

origin-pages = сайт
origin-api = программа через API
origin-system = система

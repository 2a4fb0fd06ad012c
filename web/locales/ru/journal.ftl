# Журнал: кто что сделал и когда, и кто на кого смотрел.

journal-what = Кто что сделал и когда. Имён людей здесь нет, и ничего из того, что было написано.
journal-parts = Части журнала
journal-everything = Всё
journal-looks = Кто на кого смотрел
journal-export = Скачать таблицей
journal-kind = Что произошло
journal-member = Кто
journal-anybody = Все
journal-from = С какого дня
journal-to = По какой день
journal-colleagues = Коллеги
journal-former-colleagues = Больше не работают
journal-happened-title = Что произошло
journal-happened = <b>{ $who }</b>: { $what } — { $about }
journal-through = { $about }, через { $referral }
journal-and-more = { $things } и ещё { $n }
journal-thing = { $kind } …{ $mark }
journal-all-about = Это всё, что произошло: { $thing }.
journal-something = то, о чём вы спросили
journal-open = Открыть
journal-none = Пока ничего не произошло
journal-none-words = Что делает ваша организация и кто на кого смотрит, появляется здесь через мгновение.
journal-none-fits = По этим фильтрам ничего не найдено
journal-none-fits-words = Попробуйте другие дни или меньше фильтров.
journal-looks-none = Пока никто не смотрел
journal-looks-none-words = Каждый просмотр имени, контактов или документов записан здесь: кто, на кого и когда смотрел.

journal-column-position = №
journal-column-at = Время ({ $zone })
journal-column-organisation = Организация
journal-column-member = Сотрудник
journal-column-what = Что произошло
journal-column-code = Код
journal-column-about = О чём
journal-column-about-id = О чём: номер
journal-column-beside = Вместе с тем
journal-column-beside-id = Вместе с тем: номер
journal-column-fields = Изменённые поля
journal-column-origin = Каким путём
journal-column-id = Номер записи

journal-subject-referral = направление
journal-subject-person = человек
journal-subject-disclosure = человек, направленный к нам
journal-subject-agreement = соглашение
journal-subject-service = услуга
journal-subject-message = сообщение
journal-subject-appointment = встреча
journal-subject-need = потребность
journal-subject-consent = согласие

origin-pages = эти страницы
origin-api = другая программа
origin-system = само собой

# Образцы.

guide-title = Образцы
guide-acts = Кнопки
guide-tags = Метки
guide-tag = Метка
guide-clocks = Сроки
guide-days = Дни и часы
guide-notices = Сообщения
guide-steps = Шаги
guide-rows = Строки и страницы
guide-empty = Здесь ничего нет
guide-readiness = Готовность
guide-facts = Сведения
guide-timeline = Ход событий
guide-offers = Предлагаемые услуги
guide-fields = Поля
guide-scopes = Какие сведения можно передавать
guide-wrong = Поля, которые нужно исправить
guide-confirm = Подтверждение
guide-place = Дневной центр прихода
guide-hint = Короткое предложение, которое объясняет.
guide-said = Кто-нибудь проводит его до автобуса.
guide-said-by-us = Спасибо, мы встретим его там.

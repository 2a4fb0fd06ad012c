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
guide-empty = Пустые списки
guide-readiness = Готовность
guide-facts = Сведения
guide-timeline = История
guide-offers = Предлагаемые услуги
guide-fields = Поля
guide-scopes = Передаваемые сведения
guide-wrong = Поля с ошибками
guide-confirm = Подтверждение
guide-place = Дневной центр прихода
guide-hint = Короткое пояснение к полю.
guide-said = Сотрудник проводит человека до автобуса.
guide-said-by-us = Спасибо, мы встретим автобус.

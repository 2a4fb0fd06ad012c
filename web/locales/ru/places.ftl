# Места: страны по ISO 3166-1; области, уезды и округа по ISO 3166-2.

country-lt = Литва
country-by = Беларусь
country-rs = Сербия

province-by-ho = Гомельская область
province-by-hr = Гродненская область
province-by-vi = Витебская область
province-lt-al = Алитусский уезд
province-lt-kl = Клайпедский уезд
province-lt-ku = Каунасский уезд
province-lt-mr = Мариямпольский уезд
province-lt-pn = Паневежский уезд
province-lt-sa = Шяуляйский уезд
province-lt-ta = Таурагский уезд
province-lt-te = Тельшяйский уезд
province-lt-ut = Утенский уезд
province-lt-vl = Вильнюсский уезд
province-rs-07 = Сремский округ

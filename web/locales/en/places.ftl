# Places: countries by ISO 3166-1 and provinces by ISO 3166-2, as the country itself writes them in English.

country-lt = Lithuania
country-by = Belarus
country-rs = Serbia

province-by-ho = Gomel Region
province-by-hr = Grodno Region
province-by-vi = Vitebsk Region
province-lt-al = Alytus County
province-lt-kl = Klaipėda County
province-lt-ku = Kaunas County
province-lt-mr = Marijampolė County
province-lt-pn = Panevėžys County
province-lt-sa = Šiauliai County
province-lt-ta = Tauragė County
province-lt-te = Telšiai County
province-lt-ut = Utena County
province-lt-vl = Vilnius County
province-rs-07 = Srem District

# Vietos: šalys pagal ISO 3166-1, apskritys, sritys ir apygardos pagal ISO 3166-2.

country-lt = Lietuva
country-by = Baltarusija
country-rs = Serbija

province-by-ho = Gomelio sritis
province-by-hr = Gardino sritis
province-by-vi = Vitebsko sritis
province-lt-al = Alytaus apskritis
province-lt-kl = Klaipėdos apskritis
province-lt-ku = Kauno apskritis
province-lt-mr = Marijampolės apskritis
province-lt-pn = Panevėžio apskritis
province-lt-sa = Šiaulių apskritis
province-lt-ta = Tauragės apskritis
province-lt-te = Telšių apskritis
province-lt-ut = Utenos apskritis
province-lt-vl = Vilniaus apskritis
province-rs-07 = Sremo apygarda

# Dienos, laiko atstumai ir terminai.

day-within-today = šiandien
day-within-tomorrow = rytoj
day-within-yesterday = vakar
day-within-coming = { $weekday ->
    [1] pirmadienį
    [2] antradienį
    [3] trečiadienį
    [4] ketvirtadienį
    [5] penktadienį
    [6] šeštadienį
   *[7] sekmadienį
}
day-within-past = praėjusį { $weekday ->
    [1] pirmadienį
    [2] antradienį
    [3] trečiadienį
    [4] ketvirtadienį
    [5] penktadienį
    [6] šeštadienį
   *[7] sekmadienį
}
day-within-date = { $date }

day-bare-today = šiandienos
day-bare-tomorrow = rytojaus
day-bare-yesterday = vakarykštės dienos
day-bare-coming = { $weekday ->
    [1] pirmadienio
    [2] antradienio
    [3] trečiadienio
    [4] ketvirtadienio
    [5] penktadienio
    [6] šeštadienio
   *[7] sekmadienio
}
day-bare-past = praėjusio { $weekday ->
    [1] pirmadienio
    [2] antradienio
    [3] trečiadienio
    [4] ketvirtadienio
    [5] penktadienio
    [6] šeštadienio
   *[7] sekmadienio
}
day-bare-date = { $date }

day-alone-today = Šiandien
day-alone-tomorrow = Rytoj
day-alone-yesterday = Vakar
day-alone-coming = { $weekday ->
    [1] Pirmadienis
    [2] Antradienis
    [3] Trečiadienis
    [4] Ketvirtadienis
    [5] Penktadienis
    [6] Šeštadienis
   *[7] Sekmadienis
}
day-alone-past = Praėjęs { $weekday ->
    [1] pirmadienis
    [2] antradienis
    [3] trečiadienis
    [4] ketvirtadienis
    [5] penktadienis
    [6] šeštadienis
   *[7] sekmadienis
}
day-alone-date = { $date }

away-days-ahead = po { $n ->
    [one] { $n } dienos
   *[other] { $n } dienų
}
away-weeks-ahead = po { $n ->
    [one] { $n } savaitės
   *[other] { $n } savaičių
}
away-months-ahead = po { $n ->
    [one] { $n } mėnesio
   *[other] { $n } mėnesių
}
away-days-ago = prieš { $n ->
    [one] { $n } dieną
    [few] { $n } dienas
   *[other] { $n } dienų
}
away-weeks-ago = prieš { $n ->
    [one] { $n } savaitę
    [few] { $n } savaites
   *[other] { $n } savaičių
}
away-months-ago = prieš { $n ->
    [one] { $n } mėnesį
    [few] { $n } mėnesius
   *[other] { $n } mėnesių
}

moment = { $day }, { $time }

clock-late = { $n ->
    [one] Vėluoja { $n } darbo dieną: { $what }
    [few] Vėluoja { $n } darbo dienas: { $what }
   *[other] Vėluoja { $n } darbo dienų: { $what }
}
clock-today = Terminas šiandien: { $what }
clock-left = { $n ->
    [one] Liko { $n } darbo diena: { $what }
    [few] Liko { $n } darbo dienos: { $what }
   *[other] Liko { $n } darbo dienų: { $what }
}

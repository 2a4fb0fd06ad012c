# Dates, time spans and deadlines.

day-within-today = today
day-within-tomorrow = tomorrow
day-within-yesterday = yesterday
day-within-coming = on { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
day-within-past = last { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
day-within-date = on { $date }

day-bare-today = today
day-bare-tomorrow = tomorrow
day-bare-yesterday = yesterday
day-bare-coming = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
day-bare-past = last { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
day-bare-date = { $date }

day-alone-today = Today
day-alone-tomorrow = Tomorrow
day-alone-yesterday = Yesterday
day-alone-coming = { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
day-alone-past = Last { $weekday ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
day-alone-date = { $date }

away-days-ahead = { $n ->
    [one] in { $n } day
   *[other] in { $n } days
}
away-weeks-ahead = { $n ->
    [one] in { $n } week
   *[other] in { $n } weeks
}
away-months-ahead = { $n ->
    [one] in { $n } month
   *[other] in { $n } months
}
away-days-ago = { $n ->
    [one] { $n } day ago
   *[other] { $n } days ago
}
away-weeks-ago = { $n ->
    [one] { $n } week ago
   *[other] { $n } weeks ago
}
away-months-ago = { $n ->
    [one] { $n } month ago
   *[other] { $n } months ago
}

moment = { $day }, { $time }

clock-late = { $n ->
    [one] Overdue by { $n } working day: { $what }
   *[other] Overdue by { $n } working days: { $what }
}
clock-today = Due today: { $what }
clock-left = { $n ->
    [one] { $n } working day left: { $what }
   *[other] { $n } working days left: { $what }
}

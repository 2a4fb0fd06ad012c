# Veiksmų žurnalas: pagal ką filtruoti negalima.

journal-unknown-title = Taip veiksmų žurnalo filtruoti negalima
journal-unknown-words = Adresas nurodo tai, ko veiksmų žurnale nėra. Atverkite visą veiksmų žurnalą ir pasirinkite filtrus ten.
journal-unknown-back = Rodyti visą veiksmų žurnalą

# Nukreipimai: eilutės, sąrašas, puslapis ir žingsniai.

somebody-system = Throughgate
row-title = { $who }: { $service }
row-received = iš: { $sender }, reikia: { $start }
row-sent = kam: { $recipient }, reikia: { $start }
row-happened = { $who } { $what }, { $when }

# Referrals: rows, list, page and steps.

somebody-system = Throughgate
row-title = { $who }: { $service }
row-received = from { $sender }, needed { $start }
row-sent = to { $recipient }, needed { $start }
row-happened = { $who } { $what }, { $when }

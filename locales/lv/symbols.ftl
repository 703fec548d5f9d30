motto = Alašas autonomijas devīze bija „{ $title }“ („Mosties, kazah!“).
anthem = Alašas autonomijas himna bija „{ $title }“.
flags = Alašas autonomijai norādīti divi karogi: viens, kas bija ierosināts, un otrs, kas minēts { DATE($date, case: "when") }.
flag-picture = Rakstā angļu valodā ir attēls, kas nosaukts par Alašas autonomijas karogu.
seal = Kā Alašas autonomijas simbolu raksts angļu valodā rāda zīmogu.
map = Raksta angļu valodā infokastē ir karte, kas rāda Alašas autonomiju { DATE($date, case: "genitive") } vasarā.

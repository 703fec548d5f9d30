# $title, $date, $studio, $director
film-documentary = „{ $title }“ ir { DATE($date, case: "genitive") } dokumentālā filma; to uzņēma studija „{ NAME($studio) }“, un tās režisors bija { NAME($director) }.
film-word-title =
    .difference = Filmas nosaukumu raksti angļu un latviešu valodā tulko nedaudz atšķirīgi: angliskajā tulkojumā ir „vārds“ vienskaitlī, latviskajā – „vārdi“ daudzskaitlī.
# $original, $translated
film-title-english = Rakstā angļu valodā nosaukums „{ $original }“ tulkots kā „{ $translated }“.
film-title-latvian = Rakstā latviešu valodā nosaukums „{ $original }“ tulkots kā „{ $translated }“.
series-tar-zaman =
    .difference = Raksts angļu valodā nosauc telekanālu, rakstā latviešu valodā teikts tikai tas, ka tā ir Kazahstānas nacionālā televīzija.
series-channel = „{ $title }“ ir { DATE($date, case: "genitive") } seriāls, ko veidoja { NAME($entity) }.
series-national = „{ $title }“ ir { DATE($date, case: "genitive") } seriāls, ko veidoja Kazahstānas nacionālā televīzija.
series-title =
    .difference = Seriāla nosaukumu raksti angļu un latviešu valodā tulko atšķirīgi: latviskajā tulkojumā laiks ir „grūts“, angliskajā – „strait“.

south-left-out = Tagadējās Kazahstānas dienvidi, kur liela daļa iedzīvotāju bija kazahi, Alašas autonomijā neietilpa: tie joprojām piederēja pie Turkestānas guberņas.
south-leaders =
    .difference = Abi raksti stāsta par vienu un to pašu noslieci; tikai raksts ukraiņu valodā runā par valsti, kurai no tās bija jārodas.
south-leaders-islam = Dienvidu kazahu vadītājiem islāms un pantjurkisms, tas ir, visu tjurku tautu vienotība, bija tuvāki par domu apvienot tikai kazahus.
south-leaders-state = Dienvidu kazahu organizācijas gribēja kopīgu musulmaņu valsti visām tjurku tautām.

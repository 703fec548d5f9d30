name-long = Nosaukuma garā forma rakstā angļu valodā ir „{ $title }“.
name-kazakh = Kazahu valodā Alašas autonomijas nosaukums ir „{ $title }“.
name-russian = Krievu valodā Alašas autonomijas nosaukums ir „{ $title }“.
name-latvian = Latviešu valodā šo autonomiju dēvē divējādi: „{ $first }“ vai „{ $second }“.
name-ukrainian = Ukraiņu valodā Alašordas nosaukums ir „{ $organisation }“, bet Alašas autonomijas – „{ $autonomy }“.
alash-orda-in-kazakh = Kazahu valodā Alašordas nosaukumu raksta „{ $title }“.
alash-orda-meaning = Nosaukumu „Alašorda“ tulko kā „Alašas orda“.
name-use = Kazahu kultūrā vārdu „Alaš“ lieto plaši.
name-meaning = Ar vārdu „Alaš“ visbiežāk apzīmē visus kazahu žuzus kopā, tas ir, kazahu teritoriālās un cilšu grupas.
name-synonym = Vārda „Alaš“ nozīmes dēļ autonomijas nosaukumu var saprast vienkārši kā „kazahu“.
juzes = Pēc teritorijas un ciltīm kazahi dalās { $number ->
        [zero] { NUMBER($number) } žuzos
        [one] { NUMBER($number) } žuzā
       *[other] { NUMBER($number) } žuzos
    }.

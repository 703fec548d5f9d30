# $title, $date, $studio, $director
film-documentary = «{ $title }» – { NAME($studio, case: "genitive") } { DATE($date, case: "attributive") } деректі фильмі, режиссері – { NAME($director) }.
film-word-title =
    .difference = Ағылшынша және латышша мақалалар фильмнің атауын сәл басқаша аударады: «сөз» ағылшыншасында жекеше, латышшасында көпше түрде.
# $original, $translated
film-title-english = Ағылшынша мақала «{ $original }» атауын «{ $translated }» деп аударады.
film-title-latvian = Латышша мақала «{ $original }» атауын «{ $translated }» деп аударады.
series-tar-zaman =
    .difference = Ағылшынша мақалада арнаның аты айтылады, ал латышша мақалада тек Қазақстанның ұлттық телевизиясы делінеді.
series-channel = «{ $title }» – { NAME($entity, case: "genitive") } { DATE($date, case: "attributive") } сериалы.
series-national = «{ $title }» – Қазақстан ұлттық телевизиясының { DATE($date, case: "attributive") } сериалы.
series-title =
    .difference = Ағылшынша және латышша мақалалар сериалдың атауын әртүрлі аударады: латышша аудармасы «қиын уақыт» дегенді білдіреді.

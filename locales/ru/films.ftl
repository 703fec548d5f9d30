# $title, $date, $studio, $director
film-documentary = «{ $title }» ({ DATE($date, case: "bare") }) — документальный фильм студии { NAME($studio) }, режиссёр — { NAME($director) }.
film-word-title =
    .difference = Английская и латышская статьи переводят название фильма немного по-разному: в английской стоит «слово», в латышской — «слова».
# $original, $translated
film-title-english = Английская статья переводит название «{ $original }» как «{ $translated }».
film-title-latvian = Латышская статья переводит название «{ $original }» как «{ $translated }».
series-tar-zaman =
    .difference = Английская статья называет телеканал, латышская говорит только, что это национальное телевидение Казахстана.
series-channel = «{ $title }» ({ DATE($date, case: "bare") }) — сериал { NAME($entity, case: "genitive") }.
series-national = «{ $title }» ({ DATE($date, case: "bare") }) — сериал национального телевидения Казахстана.
series-title =
    .difference = Английская и латышская статьи переводят название сериала по-разному: латышский перевод означает «трудное время».

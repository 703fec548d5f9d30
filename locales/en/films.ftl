# $title, $date, $studio, $director
film-documentary = “{ $title }” is a { $date } documentary film by { NAME($studio) }, directed by { NAME($director) }.
film-word-title =
    .difference = The English and Latvian articles translate the film’s title slightly differently: the English one has “word”, the Latvian one “words”.
# $original, $translated
film-title-english = The English article translates the title “{ $original }” as “{ $translated }”.
film-title-latvian = The Latvian article translates the title “{ $original }” as “{ $translated }”.
series-tar-zaman =
    .difference = The English article names the channel; the Latvian article only says that it is the national television of Kazakhstan.
series-channel = “{ $title }” is a { $date } series by { NAME($entity) }.
series-national = “{ $title }” is a { $date } series by Kazakhstan’s national television.
series-title =
    .difference = The English and Latvian articles translate the title of the series differently: the Latvian one means “hard time”.

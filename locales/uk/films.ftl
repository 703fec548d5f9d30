# $title, $date, $studio, $director
film-documentary = «{ $title }» — документальний фільм { DATE($date, case: "genitive") }, знятий на студії «{ NAME($studio) }»; режисер — { NAME($director) }.
film-word-title =
    .difference = Англійська й латиська статті перекладають назву фільму трохи по-різному: в англійській ідеться про «слово», у латиській — про «слова».
# $original, $translated
film-title-english = Англійська стаття перекладає назву «{ $original }» як «{ $translated }».
film-title-latvian = Латиська стаття перекладає назву «{ $original }» як «{ $translated }».
series-tar-zaman =
    .difference = Англійська стаття називає телеканал, латиська каже лише, що це національне телебачення Казахстану.
series-channel = «{ $title }» — серіал { NAME($entity, case: "genitive") } { DATE($date, case: "genitive") }.
series-national = «{ $title }» — серіал національного телебачення Казахстану { DATE($date, case: "genitive") }.
series-title =
    .difference = Англійська й латиська статті перекладають назву серіалу по-різному: латиська назва означає «важкий час».

# $title, $author, $place, $date
work-book = { NAME($author, case: "genitive") } darbs „{ $title }“ iznāca { NAME($place, case: "locative") } { DATE($date, case: "when") }; rakstā latviešu valodā tas minēts literatūras sarakstā.
# $title, $compiler, $place, $first, $publisher, $again, $preface
work-martynenko = Dokumentu krājums „{ $title }“, ko sastādīja { NAME($compiler) }, iznāca { NAME($place, case: "locative") } { DATE($first, case: "when") }, un { DATE($again, case: "when") } to ar { NAME($preface, case: "genitive") } priekšvārdu Alma-Atā no jauna izdeva „{ NAME($publisher) }“; rakstā latviešu valodā tas minēts literatūras sarakstā.
work-smuta = { NAME($entity, case: "genitive") } darbs „{ $title }“ iznāca Alma-Atā { DATE($date, case: "when") }; rakstā latviešu valodā tas minēts literatūras sarakstā.
work-alash-kozgalysy = { NAME($author, case: "genitive") } darbs „{ $original }“ (krieviski – „{ $translated }“) iznāca { NAME($place, case: "locative") } { DATE($date, case: "when") }; rakstā latviešu valodā tas minēts literatūras sarakstā.
work-sabol = { NAME($author, case: "genitive") } darbu „{ $title }“ { DATE($date, case: "when") } izdeva „{ NAME($publisher) }“; rakstā latviešu valodā literatūras sarakstā norādīta tā { NUMBER($first) }.–{ NUMBER($last) }. lappuse.
work-peimani = { NAME($author, case: "genitive") } darbu „{ $title }“ { DATE($date, case: "when") } { NAME($place, case: "locative") } izdeva „{ NAME($publisher) }“; rakstā latviešu valodā literatūras sarakstā norādīta tā { NUMBER($page) }. lappuse.
work-galick = { NAME($entity, case: "genitive") } darbs „{ $article }“ publicēts izdevumā „{ $journal }“ { DATE($date, case: "when") }; rakstā latviešu valodā tas minēts literatūras sarakstā.
work-encyclopedia-of-siberia = Raksts latviešu valodā atsaucas uz autoru kolektīva darbu „{ $work }“, kura galvenais redaktors ir { NAME($editor) } ({ NAME($place) }: „{ NAME($publisher) }“, { $published }; ISBN { $isbn }): uz { NUMBER($volume) }. sējuma ({ $range }) { NUMBER($first) }.–{ NUMBER($last) }. lappusi (sējumā ir { $pages ->
        [zero] { NUMBER($pages) } lappušu
        [one] { NUMBER($pages) } lappuse
       *[other] { NUMBER($pages) } lappuses
    }); arhivēts { DATE($archived, case: "when") }.
work-nurmagambetova = Raksts latviešu valodā atsaucas uz { NAME($entity, case: "genitive") } darba „{ $work }“ nodaļu „{ $section }“.
work-suzhikov = Raksts latviešu valodā atsaucas uz darbu „{ $title }“; tā autors ir { NAME($author) }, { NAME($institute, case: "genitive") } nodaļas vadītājs.
work-book-of-campaigns = Raksts latviešu valodā atsaucas uz { NAME($author, case: "genitive") } darbu „{ $title }“, ko { DATE($date, case: "when") } { NAME($place, case: "locative") } izdeva „{ NAME($publisher) }“.
work-sharaf-nama = Raksts latviešu valodā atsaucas uz { NAME($author, case: "genitive") } darbu „{ $original }“ (krieviski – „{ $translated }“), ko { DATE($date, case: "when") } izdeva „{ NAME($publisher) }“.
# $title
work-listed = Viens no darbiem, uz kuriem atsaucas raksts latviešu valodā, ir „{ $title }“.
# $title, $archived, $consulted
work-archived = Viens no darbiem, uz kuriem atsaucas raksts latviešu valodā, ir „{ $title }“; lapa arhivēta { DATE($archived, case: "when") } un skatīta { DATE($consulted, case: "when") }.

# $title, $author, $place, $date
work-book = { NAME($author) } wrote “{ $title }” ({ NAME($place) }, { $date }), which the Latvian article lists under “Literature”.
# $title, $compiler, $place, $first, $publisher, $again, $preface
work-martynenko = “{ $title }” is a collection of documents compiled by { NAME($compiler) } ({ NAME($place) }, { $first }) and republished { DATE($again, case: "when") } by { NAME($publisher) } in Alma-Ata, with a preface by { NAME($preface) }; the Latvian article lists it under “Literature”.
work-smuta = { NAME($entity) } wrote “{ $title }” (Alma-Ata, { $date }), which the Latvian article lists under “Literature”.
work-alash-kozgalysy = { NAME($author) } wrote “{ $original }” ({ NAME($place) }, { $date }), in Russian “{ $translated }”, which the Latvian article lists under “Literature”.
work-sabol = { NAME($author) } wrote “{ $title }” ({ NAME($publisher) }, { $date }), of which the Latvian article lists pages { NUMBER($first) }–{ NUMBER($last) } under “Literature”.
work-peimani = { NAME($author) } wrote “{ $title }” ({ NAME($place) }: { NAME($publisher) }, { $date }), of which the Latvian article lists page { NUMBER($page) } under “Literature”.
work-galick = { NAME($entity) } published “{ $article }” in “{ $journal }” { DATE($date, case: "when") }; the Latvian article lists it under “Literature”.
work-encyclopedia-of-siberia = The Latvian article cites “{ $work }” by a group of authors, with { NAME($editor) } as chief editor ({ NAME($place) }: { NAME($publisher) }, { $published }; ISBN { $isbn }): volume { NUMBER($volume) } ({ $range }), pages { NUMBER($first) }–{ NUMBER($last) } of { NUMBER($pages) }, archived { DATE($archived, case: "when") }.
work-nurmagambetova = { NAME($entity) } wrote “{ $work }”, of which the Latvian article cites the section “{ $section }”.
work-suzhikov = { NAME($author) }, head of a department of { NAME($institute) }, wrote “{ $title }”, which the Latvian article cites.
work-book-of-campaigns = { NAME($author) } wrote “{ $title }” ({ NAME($place) }: { NAME($publisher) }, { $date }), which the Latvian article cites.
work-sharaf-nama = { NAME($author) } wrote “{ $original }”, in Russian “{ $translated }” ({ NAME($publisher) }, { $date }), which the Latvian article cites.
# $title
work-listed = Among the references of the Latvian article is “{ $title }”.
# $title, $archived, $consulted
work-archived = Among the references of the Latvian article is “{ $title }”, archived { DATE($archived, case: "when") } and consulted { DATE($consulted, case: "when") }.

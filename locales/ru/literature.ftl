# $title, $author, $place, $date
work-book = { NAME($author) } — автор работы <i>{ $title }</i> ({ NAME($place) }, { DATE($date, case: "bare") }), которую латышская статья указывает в списке литературы.
# $title, $compiler, $place, $first, $publisher, $again, $preface
work-martynenko = Сборник документов <i>{ $title }</i> (составитель { NAME($compiler) }; { NAME($place) }, { DATE($first, case: "bare") }), который { DATE($again, case: "when") } в Алма-Ате переиздало { NAME($publisher) } с предисловием { NAME($preface, case: "genitive") }, указан в списке литературы латышской статьи.
work-smuta = { NAME($entity) } — автор работы <i>{ $title }</i> (Алма-Ата, { DATE($date, case: "bare") }), которую латышская статья указывает в списке литературы.
work-alash-kozgalysy = { NAME($author) } — автор работы <i>{ $original }</i> (по-русски — <i>{ $translated }</i>; { NAME($place) }, { DATE($date, case: "bare") }), которую латышская статья указывает в списке литературы.
work-sabol = { NAME($author) } — автор работы <i>{ $title }</i> ({ NAME($publisher) }, { DATE($date, case: "bare") }); в списке литературы латышской статьи указаны её страницы { NUMBER($first) }–{ NUMBER($last) }.
work-peimani = { NAME($author) } — автор работы <i>{ $title }</i> ({ NAME($place) }: { NAME($publisher) }, { DATE($date, case: "bare") }); в списке литературы латышской статьи указана её страница { NUMBER($page) }.
work-galick = { DATE($date, case: "when") } { NAME($entity) } опубликовал в журнале <i>{ $journal }</i> работу <i>{ $article }</i>; латышская статья указывает её в списке литературы.
work-encyclopedia-of-siberia = Латышская статья ссылается на издание <i>{ $work }</i>, подготовленное коллективом авторов (главный редактор { NAME($editor) }; { NAME($place) }: { NAME($publisher) }, { DATE($published, case: "bare") }; том { NUMBER($volume) } ({ $range }), с. { NUMBER($first) }–{ NUMBER($last) } из { NUMBER($pages) }; ISBN { $isbn }; архивная копия от { DATE($archived, case: "genitive") }).
work-nurmagambetova = { NAME($entity) } — автор работы <i>{ $work }</i>; латышская статья ссылается на её раздел <i>{ $section }</i>.
work-suzhikov = { NAME($author) }, заведующий отделом { NAME($institute, case: "genitive") }, — автор работы <i>{ $title }</i>, на которую ссылается латышская статья.
work-book-of-campaigns = { NAME($author) } — автор сочинения <i>{ $title }</i> ({ NAME($place) }: { NAME($publisher) }, { DATE($date, case: "bare") }), на которое ссылается латышская статья.
work-sharaf-nama = { NAME($author) } — автор сочинения <i>{ $original }</i> (по-русски — <i>{ $translated }</i>; { NAME($publisher) }, { DATE($date, case: "bare") }), на которое ссылается латышская статья.
# $title
work-listed = Среди ссылок латышской статьи есть такая: <i>{ $title }</i>.
# $title, $archived, $consulted
work-archived = Среди ссылок латышской статьи есть такая: <i>{ $title }</i> (архивная копия от { DATE($archived, case: "genitive") }, дата обращения — { DATE($consulted) }).

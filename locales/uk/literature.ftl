# Titles stand in italics, for some of them hold quotation marks of their own.
# $title, $author, $place, $date
work-book = У списку літератури латиської статті є праця { NAME($author, case: "genitive") } <i>{ $title }</i> ({ NAME($place) }, { DATE($date, case: "bare") }).
# $title, $compiler, $place, $first, $publisher, $again, $preface
work-martynenko = У списку літератури латиської статті є збірник документів <i>{ $title }</i>; укладач — { NAME($compiler) } ({ NAME($place) }, { DATE($first, case: "bare") }). { DATE($again, case: "when") } в Алма-Аті збірник перевидав «{ NAME($publisher) }» з передмовою { NAME($preface, case: "genitive") }.
work-smuta = У списку літератури латиської статті є праця { NAME($entity, case: "genitive") } <i>{ $title }</i> (Алма-Ата, { DATE($date, case: "bare") }).
work-alash-kozgalysy = У списку літератури латиської статті є праця { NAME($author, case: "genitive") } <i>{ $original }</i>, російською — <i>{ $translated }</i> ({ NAME($place) }, { DATE($date, case: "bare") }).
work-sabol = У списку літератури латиської статті є праця { NAME($author, case: "genitive") } <i>{ $title }</i> ({ NAME($publisher) }, { DATE($date, case: "bare") }), сторінки { NUMBER($first) }–{ NUMBER($last) }.
work-peimani = У списку літератури латиської статті є праця { NAME($author, case: "genitive") } <i>{ $title }</i> ({ NAME($place) }: { NAME($publisher) }, { DATE($date, case: "bare") }), сторінка { NUMBER($page) }.
work-galick = У списку літератури латиської статті є публікація { NAME($entity, case: "genitive") } <i>{ $article }</i>, що вийшла { DATE($date, case: "when") } в часописі <i>{ $journal }</i>.
work-encyclopedia-of-siberia = Латиська стаття посилається на колективну працю <i>{ $work }</i>, головний редактор { NAME($editor) } ({ NAME($place) }: «{ NAME($publisher) }», { DATE($published, case: "bare") }; ISBN { $isbn }): том { NUMBER($volume) } ({ $range }), сторінки { NUMBER($first) }–{ NUMBER($last) } із { NUMBER($pages) }; копію заархівовано { DATE($archived, case: "when") }.
work-nurmagambetova = Латиська стаття посилається на розділ <i>{ $section }</i> з праці { NAME($entity, case: "genitive") } <i>{ $work }</i>.
work-suzhikov = Латиська стаття посилається на працю <i>{ $title }</i>; її автор — { NAME($author) }, завідувач відділу { NAME($institute, case: "genitive") }.
work-book-of-campaigns = Латиська стаття посилається на працю { NAME($author, case: "genitive") } <i>{ $title }</i> ({ NAME($place) }: «{ NAME($publisher) }», { DATE($date, case: "bare") }).
work-sharaf-nama = Латиська стаття посилається на працю { NAME($author, case: "genitive") } <i>{ $original }</i>, російською — <i>{ $translated }</i> ({ NAME($publisher) }, { DATE($date, case: "bare") }).
# $title
work-listed = Серед посилань латиської статті є публікація <i>{ $title }</i>.
# $title, $archived, $consulted
work-archived = Серед посилань латиської статті є публікація <i>{ $title }</i>; копію заархівовано { DATE($archived, case: "when") }, переглянуто { DATE($consulted, case: "when") }.

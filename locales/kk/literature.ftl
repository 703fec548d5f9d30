# $title, $author, $place, $date
work-book = Латышша мақаланың әдебиеттер тізімінде { NAME($author, case: "genitive") } мына еңбегі бар: <i>{ $title }</i> ({ NAME($place) }, { DATE($date) }).
# $title, $compiler, $place, $first, $publisher, $again, $preface
work-martynenko = Латышша мақаланың әдебиеттер тізімінде { NAME($compiler) } құрастырған «{ $title }» құжаттар жинағы бар ({ NAME($place) }, { DATE($first) }); оны { DATE($again, case: "when") } Алматыда { NAME($publisher) } қайта шығарды, алғысөзін { NAME($preface) } жазды.
work-smuta = Латышша мақаланың әдебиеттер тізімінде { NAME($entity, case: "genitive") } мына еңбегі бар: <i>{ $title }</i> (Алматы, { DATE($date) }).
work-alash-kozgalysy = Латышша мақаланың әдебиеттер тізімінде { NAME($author, case: "genitive") } мына еңбегі бар: <i>{ $original }</i>, орысша <i>{ $translated }</i> ({ NAME($place) }, { DATE($date) }).
work-sabol = Латышша мақаланың әдебиеттер тізімінде { NAME($author, case: "genitive") } мына еңбегінің { NUMBER($first) }–{ NUMBER($last) }-беттері бар: <i>{ $title }</i> ({ NAME($publisher) }, { DATE($date) }).
work-peimani = Латышша мақаланың әдебиеттер тізімінде { NAME($author, case: "genitive") } мына еңбегінің { NUMBER($page) }-беті бар: <i>{ $title }</i> ({ NAME($place) }: { NAME($publisher) }, { DATE($date) }).
work-galick = Латышша мақаланың әдебиеттер тізімінде { NAME($entity, case: "genitive") } мына мақаласы бар: <i>{ $article }</i>; ол { DATE($date, case: "when") } «{ $journal }» журналында жарияланған.
work-encyclopedia-of-siberia = Латышша мақала авторлар ұжымының «{ $work }» атты еңбегіне (бас редакторы – { NAME($editor) }; { NAME($place) }: { NAME($publisher) }, { DATE($published) }; ISBN { $isbn }) сілтеме жасайды: { NUMBER($volume) }-том ({ $range }), { NUMBER($first) }–{ NUMBER($last) }-беттер (барлығы { NUMBER($pages) } бет), мұрағатқа { DATE($archived, case: "when") } сақталған.
work-nurmagambetova = Латышша мақала { NAME($entity, case: "genitive") } «{ $work }» атты еңбегінің «{ $section }» деген бөліміне сілтеме жасайды.
work-suzhikov = Латышша мақала { NAME($institute, case: "genitive") } бөлім меңгерушісі { NAME($author, case: "genitive") } «{ $title }» атты еңбегіне сілтеме жасайды.
work-book-of-campaigns = Латышша мақала { NAME($author, case: "genitive") } «{ $title }» атты еңбегіне ({ NAME($place) }: { NAME($publisher) }, { DATE($date) }) сілтеме жасайды.
work-sharaf-nama = Латышша мақала { NAME($author, case: "genitive") } «{ $original }», орысша «{ $translated }» атты еңбегіне ({ NAME($publisher) }, { DATE($date) }) сілтеме жасайды.
# $title
work-listed = Латышша мақаланың сілтемелері арасында мынау бар: <i>{ $title }</i>.
# $title, $archived, $consulted
work-archived = Латышша мақаланың сілтемелері арасында мынау бар: <i>{ $title }</i>; ол мұрағатқа { DATE($archived, case: "when") } сақталып, { DATE($consulted, case: "when") } қаралған.

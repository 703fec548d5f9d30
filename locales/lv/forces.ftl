forces = Starp galvenajiem spēkiem, kas { DATE($date, case: "during") } darbojās zemē, uz kuru pretendēja Alašorda, vai to stipri ietekmēja, bija lielinieku un viņu piekritēju grupas, viņu pretinieku grupas un kazahu nacionālistu partija „Alaš“.
forces-bolsheviks = No { DATE($date, case: "genitive") } dažādās lielinieku un viņu piekritēju grupas arvien ciešāk saplūda ar Padomju Krievijas Sarkano armiju.
forces-whites = Lielākā daļa grupu, kas nostājās pret lieliniekiem, pēc savas ideoloģijas piederēja pie Baltās armijas.
non-kazakhs = To autonomijas iedzīvotāju vidū, kuri nebija kazahi, neviena kazahu partija neguva lielu piekrišanu: viņiem nebija tuvs ne „Alaš“ kazahu nacionālisms, ne „Uš Žuz“ svārstīgās kreisās idejas un parasti arī ne tās islāmisms.
non-kazakhs-vote = Vēlēšanās { DATE($date, case: "genitive") } beigās par vadošo partiju autonomijas zemē dzīvojošo nekazahu vidū izvirzījās eseri (sociālisti revolucionāri).
no-ally = Patstāvīga kazahu valsts nebija vajadzīga nevienam no spēkiem tai apkārt.
too-weak = Paši kazahi nebija pietiekami organizēti, lai bez citu palīdzības kļūtu neatkarīgi.

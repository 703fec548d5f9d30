congress = Otrais Viskazahu kongress notika { NAME($entity, case: "locative") } { DATE($date, case: "when") }. Tam bija jāpasludina visu kazahu apvienošanās vienā autonomā valstī.
congress-delegates = Uz kongresu delegāti bija atbraukuši no gandrīz visām kazahu zemēm: no Akmolinskas, Semipalatinskas, Turgajas un Uraļskas apgabala Stepes novadā, no Semirečjes, Sirdarjas un Samarkandas apgabala Turkestānā un pat no Altaja guberņas.
proclaimed =
    .difference = Avoti ir pretrunā cits ar citu: rakstos angļu un latviešu valodā teikts, ka kongress autonomiju pasludināja, bet rakstā ukraiņu valodā – ka tā palika nepasludināta.
proclaimed-yes = Autonomiju { DATE($date, case: "when") } pasludināja kongress { NAME($entity, case: "locative") }.
proclaimed-no = Kongresam { NAME($entity, case: "locative") } bija jāpasludina autonomija, taču tas to neizdarīja; kongresā izveidotā padome faktiski bija tā arī nepasludinātas autonomijas valdība.
not-proclaimed-why = Rakstā ukraiņu valodā paskaidrots, kāpēc autonomiju nepasludināja: Stepes novada kazahi gribēja nacionālu autonomiju, dienvidu kazahi – kopīgu tjurku musulmaņu valsti. Kongresā baidījās, ka dienvidnieki nepievienosies, un nolēma vispirms gūt plašu atbalstu viņu vidū.

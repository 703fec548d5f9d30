congress = Otrais Viskazahu kongress notika { NAME($entity, case: "locative") } { DATE($date, case: "when") }. Tam vajadzēja apvienot kazahus vienā autonomā valstī.
congress-delegates = Delegāti bija atbraukuši no gandrīz visām kazahu zemēm: no Akmolinskas, Semipalatinskas, Turgajas un Uraļskas Stepes novadā, no Semirečjes, Sirdarjas un Samarkandas Turkestānā un pat no Altaja.
proclaimed =
    .difference = Avoti runā pretī cits citam: pēc rakstiem angļu un latviešu valodā kongress autonomiju pasludināja, pēc raksta ukraiņu valodā tas tā arī nenotika.
proclaimed-yes = Autonomiju pasludināja kongress { NAME($entity, case: "locative") } { DATE($date, case: "when") }.
proclaimed-no = Kongresam { NAME($entity, case: "locative") } bija jāpasludina autonomija, taču tas to neizdarīja; kongresa padome faktiski bija nepasludinātas autonomijas valdība.
not-proclaimed-why = Rakstā ukraiņu valodā paskaidrots, kāpēc nekas netika pasludināts: stepes kazahi gribēja nacionālu autonomiju, dienvidu kazahi – kopīgu tjurku musulmaņu valsti. Baidīdamies, ka dienvidi paliks malā, kongress nolēma vispirms iegūt tos savā pusē.

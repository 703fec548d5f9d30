congress = The Second All-Kazakh Congress met in { NAME($entity) } { DATE($date, case: "when") }. It was meant to unite the Kazakhs in one autonomous state.
congress-delegates = Delegates came from nearly all Kazakh lands: from Akmolinsk, Semipalatinsk, Turgai and Uralsk in the Steppe region, from Semirechye, Syr-Darya and Samarkand in Turkestan, and even from the Altai.
proclaimed =
    .difference = The sources contradict each other: in the English and Latvian articles the congress proclaimed the autonomy, in the Ukrainian one it never did.
proclaimed-yes = The autonomy was proclaimed at the congress in { NAME($entity) } { DATE($date, case: "when") }.
proclaimed-no = The congress in { NAME($entity) } was to proclaim it, but did not; its council was in effect the government of an autonomy that had not been proclaimed.
not-proclaimed-why = The Ukrainian article explains why nothing was proclaimed: Kazakhs of the Steppe wanted a national autonomy, those of the south a common state of Turkic Muslims. For fear that the south would stay away, the congress decided to win it over first.

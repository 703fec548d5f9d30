congress = The Second All-Kazakh Congress met in { NAME($entity) } { DATE($date, case: "when") }. It was meant to unite the Kazakhs in one autonomous state.
congress-delegates = Delegates came from nearly all Kazakh lands: from Akmolinsk, Semipalatinsk, Turgai and Uralsk in the Steppe region, from Semirechye, Syr-Darya and Samarkand in Turkestan, and even from the Altai.
proclaimed =
    .difference = The sources contradict each other: according to the English and Latvian articles the congress proclaimed the autonomy, according to the Ukrainian one it did not.
proclaimed-yes = The autonomy was proclaimed at the congress in { NAME($entity) } { DATE($date, case: "when") }.
proclaimed-no = The congress in { NAME($entity) } was meant to proclaim the autonomy but did not; the council it set up was in effect the government of an autonomy that was never proclaimed.
not-proclaimed-why = The Ukrainian article explains why nothing was proclaimed: the Kazakhs of the Steppe wanted a national autonomy, those of the south a common state of Turkic Muslims. Fearing that the south would stay out, the congress decided to win it over first.

leader = Автономію очолював { NAME($entity) }.
leader-title =
    .difference = Джерела називають різні посади: англійська стаття — в автономії, латиська й українська — в Алаш-орді.
leader-prime-minister = Букейханов був { DATE($date, case: "when") } прем’єр-міністром автономії.
leader-chairman = Він був головою Алаш-орди.
leader-commissar = Букейханов був комісаром російського Тимчасового уряду в справах Казахстану.
leader-descent = Завдяки походженню від Чингісхана влада Букейханова була законнішою в очах тюркських народів.
alash-orda =
    .difference = Назвою «Алаш-орда» джерела позначають різне: англійська й латиська статті — уряд і саму автономію, українська — організацію.
alash-orda-government = Алаш-орда — це казахський уряд, який утворили керівники автономії.
alash-orda-autonomy = Алаш-ордою називають і саму автономію.
alash-orda-organisation = Алаш-орда була націоналістичною організацією, навколо якої гуртувалися партія «Алаш» і автономія.
government-began =
    .difference = Про початок уряду англійська стаття суперечить сама собі: в одному місці називає раніший час, ніж українська, в іншому — той самий.
government-september = Алаш-орда як уряд існувала від { DATE($date, case: "genitive") }.
government-december = Уряд утворили аж { DATE($date, case: "when") }.
members =
    .difference = Джерела згодні в тому, скільки було членів і місць для неказахів, але не в решті: англійська стаття згадує місця для казахів, латиська — кандидатів, а українська всіх членів називає представниками «Алашу».
members-kazakhs = Уряд складався з { $total ->
        [one] { NUMBER($total) } члена
        [few] { NUMBER($total) } членів
        [many] { NUMBER($total) } членів
       *[other] { NUMBER($total) } члена
    }: { $reserved ->
        [one] { NUMBER($reserved) } місце
        [few] { NUMBER($reserved) } місця
        [many] { NUMBER($reserved) } місць
       *[other] { NUMBER($reserved) } місця
    } відвели неказахам, { NUMBER($others) } — казахам.
members-candidates = Крім { $total ->
        [one] { NUMBER($total) } члена
        [few] { NUMBER($total) } членів
        [many] { NUMBER($total) } членів
       *[other] { NUMBER($total) } члена
    }, уряд мав ще { $candidates ->
        [one] { NUMBER($candidates) } кандидата
        [few] { NUMBER($candidates) } кандидатів
        [many] { NUMBER($candidates) } кандидатів
       *[other] { NUMBER($candidates) } кандидата
    }; неказахам серед членів відвели { $reserved ->
        [one] { NUMBER($reserved) } місце
        [few] { NUMBER($reserved) } місця
        [many] { NUMBER($reserved) } місць
       *[other] { NUMBER($reserved) } місця
    }.
members-alash = В уряді було { $total ->
        [one] { NUMBER($total) } представник
        [few] { NUMBER($total) } представники
        [many] { NUMBER($total) } представників
       *[other] { NUMBER($total) } представника
    } «Алашу»; неказахам відвели { $reserved ->
        [one] { NUMBER($reserved) } місце
        [few] { NUMBER($reserved) } місця
        [many] { NUMBER($reserved) } місць
       *[other] { NUMBER($reserved) } місця
    }.
members-background = Більшість обраних до уряду були правниками з різних казахських племен; найбільше було аргинів і найманів.

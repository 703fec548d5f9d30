south-left-out = The south of today’s Kazakhstan, where Kazakhs were a large part of the inhabitants, was not included in the Alash Autonomy but stayed in the Turkestan governorate.
south-leaders =
    .difference = Both articles tell of the same leaning among the Kazakhs of the south; only the Ukrainian one speaks of a state that was to come of it.
south-leaders-islam = The Kazakh leaders in the south leaned towards Islam and pan-Turkism, the unity of all Turkic peoples, rather than towards uniting the Kazakhs alone.
south-leaders-state = The Kazakh organisations of the south wanted a common Muslim state of all Turkic peoples.

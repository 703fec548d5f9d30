pan-turkism =
    .difference = The sources contradict each other: in the English article it was the ruling party of Alash that wanted to unite all the Turkic peoples of Central Asia; in the Latvian and Ukrainian ones the Kazakhs of the south leaned that way, and others wanted a union of Kazakhs alone.
pan-turkism-party = The ruling party of Alash wanted all the Turkic peoples of Central Asia to be united by way of autonomy.
pan-turkism-south = It was the Kazakhs of the south who leaned towards Islam and a union of all Turks, rather than of the Kazakhs alone.
pan-turkism-failed = The plan to unite all Turks came to nothing. There were several rounds of talks, but the congresses became displays of Turkic unity, and pan-Turkism was not discussed at them in earnest.
south-no-compromise = Between the Kazakh leaders of the south, who leaned towards Islam and the unity of all Turks, and those who wanted to unite the Kazakhs alone, no compromise was found.
idea-realised = Later the Bolsheviks carried out the idea of Alash Orda in their own way: they created a national autonomy for the Kazakhs and joined north and south in it.

pan-turkism =
    .difference = Avoti ir pretrunā cits ar citu: rakstā angļu valodā visus Centrālāzijas tjurkus gribēja apvienot Alašas valdošā partija, rakstos latviešu un ukraiņu valodā uz to sliecās dienvidu kazahi, bet citi gribēja apvienot tikai kazahus.
pan-turkism-party = Alašas valdošā partija vēlējās, lai autonomija apvienotu visas Centrālāzijas tjurku tautas.
pan-turkism-south = Tieši dienvidu kazahiem tuvs bija islāms un visu tjurku savienība, nevis doma apvienot tikai kazahus.
pan-turkism-failed = Visu tjurku apvienošana neizdevās: sarunas notika vairākkārt, taču kongresos galu galā tikai apliecināja tjurku vienotību un nopietni par pantjurkismu nerunāja.
south-no-compromise = Dienvidu kazahu vadītāji, kuriem tuvs bija islāms un visu tjurku vienotība, tā arī nevienojās ar tiem, kuri gribēja apvienot tikai kazahus.
idea-realised = To, ko bija iecerējusi Alašorda, vēlāk pēc sava prāta īstenoja lielinieki: kazahi ieguva nacionālu autonomiju, kurā bija kopā gan ziemeļi, gan dienvidi.

# What the bot knows about, for the bot's own messages in app.ftl. Both stand after “par” (accusative, in the plural dative).

-subject = Alašas autonomiju (1917–1920)
-topics = autonomijas rašanos un beigām, tās zemi un galvaspilsētu, vadītāju un valdību, partiju „Alaš“ un tās sāncensi, pilsoņu karu un Alašas ļaužu likteni

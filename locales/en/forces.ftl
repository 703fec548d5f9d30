forces = Among the main forces that were at work, or had great influence, { DATE($date, case: "when") } in the land that Alash Orda claimed were groups of Bolsheviks and their supporters, groups of their opponents, and the Kazakh nationalist party Alash.
forces-bolsheviks = From { $date } on, the various groups of Bolsheviks and their supporters merged more and more with the Red Army of Soviet Russia.
forces-whites = Most of the groups that opposed the Bolsheviks belonged in their ideas to the White Army.
non-kazakhs = Neither Kazakh party won much support among the other inhabitants of the autonomy: the Kazakh nationalism of Alash was foreign to them, and so were the inconsistent left-wing ideas of Üş Jüz and, usually, its Islamism.
non-kazakhs-vote = Among the non-Kazakhs in the territory, the elections at the end of { $date } made the Socialist Revolutionaries the leading party.
no-ally = None of the surrounding forces had an interest in an independent Kazakh state.
too-weak = The Kazakhs themselves were not organised well enough to win independence by their own strength.

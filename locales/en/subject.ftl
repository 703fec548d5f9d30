# What the bot knows about, for the bot's own messages in app.ftl.

-subject = the Alash Autonomy (1917–1920)
-topics = how it began and ended, its land and capital, its leader and government, the Alash party and its rival, the civil war, and what became of its people

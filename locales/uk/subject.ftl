# What the bot knows about, for the bot's own messages in app.ftl.

# Accusative: every message says «про».
-subject = Алашську автономію (1917–1920)
# Clauses: after «я знаю,» and the like.
-topics = як автономія виникла і як скінчилася, де вона була і яку мала столицю, хто її очолював і хто входив до уряду, чого прагнула партія «Алаш» і з ким суперничала, на чиєму боці воювала Алаш-орда і що потім сталося з її діячами

# What the bot knows about, for the bot's own messages in app.ftl.
# The second term and the topics stand in the prepositional case, with their preposition.

-subject = Алашская автономия (1917–1920)
-about-subject = об Алашской автономии (1917–1920)
-about-topics = о её возникновении и конце, землях и столице, главе и правительстве, о партии «Алаш» и её сопернице, о Гражданской войне и о том, что стало с деятелями «Алаш»

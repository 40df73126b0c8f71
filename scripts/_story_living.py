"""What the offline author knows of animals, of music, and of any subject at all."""

ANIMAL = """
words: animal animals bird birds elephant lion tiger wolf bear insect ant ants bee butterfly dog cat horse
words: migration wildlife species extinct extinction evolution predator prey safari crane monkey ape dinosaur
words: fossil snake crow nest zoo savanna turtle
about: the animals beside us
people
elephant = an old elephant with long tusks, walking
lioness = a lioness lying in grass, watching
crane = a tall grey crane with a red crown, dancing
naturalist = a naturalist in khaki with a notebook, crouching
tracker = a guide with a spear and a bead necklace, kneeling
fox = a red fox with a white chest, listening
places
savanna = a wide golden savanna with flat topped trees ; insects, far calls, wind
waterhole = a muddy waterhole on the savanna ; water, birds, hoofs
wetland = a misty wetland of reeds and shallow water ; cranes calling, reeds
forest_edge = the edge of a forest beside a meadow ; birds at dawn, leaves
observation_hut (in) = a wooden cabin interior with a narrow window and a bench ; quiet breathing, birds outside
migration_sky = a wide plain under a huge evening sky full of migrating birds ; thousands of wings, distant calls
rocky_den = a rocky den on a hillside with scrub ; wind, small stones
ant_hill = a tall earthen mound on the dry savanna ; insects, dry rustling
river_crossing = a brown river with steep banks and dust ; hoofs, splashing, calls
field_camp = canvas tents on the savanna beneath an acacia ; crackling fire, night insects
night_garden = a village garden with a fence and one lit window ; night insects, a car far away
empty_plain = an empty dusty plain with bleached bones ; dry wind
things
binoculars = a pair of old binoculars
field_notebook = a field notebook with animal sketches
collar = a small radio transmitter on a leather strap
leg_ring = a numbered ring of metal
skull = a bleached animal skull
camera_trap = a small camera strapped to a trunk
footprint = a flat stone with a deep footprint
egg = a speckled egg in a nest
lines
open
savanna elephant - : She remembers a waterhole that none of the others have ever seen.
forest_edge fox - : For every animal you notice, twenty have noticed you first.
migration_sky crane - : On some evening nobody announces, the whole sky decides to leave.
world
waterhole lioness+elephant footprint : At the water there is a truce, thin, dusty, and very old.
ant_hill - - : Beneath this mound live millions, without a king, a plan, or quarrels.
wetland crane egg : They marry for life, it is said, and dance to be sure.
rocky_den lioness - : To the cubs, the world is forty paces wide and smells of her.
night_garden fox camera_trap : Our cities have night shifts too, with paws and excellent hearing.
savanna - skull : Grass becomes zebra, zebra becomes lion, and lion turns to grass again.
work
observation_hut naturalist binoculars : Most of the science here consists of sitting very still, in hope.
field_camp naturalist+tracker field_notebook : He reads the ground aloud, and she writes down what it says.
forest_edge naturalist camera_trap : A small grey box waits in the leaves, and blinks at strangers.
waterhole tracker footprint : One print tells the age, the hurry, and who was following.
wetland naturalist leg_ring : Each ring on each leg is an address, in case they return.
trial
river_crossing - - : A million animals know what waits in the river, and still they go.
empty_plain elephant skull : They pause beside the bones and touch them, gently, one after another.
savanna lioness - : Four hunts out of five end with nothing but dust and breath.
empty_plain tracker collar : The poachers came by moonlight, and left the orphans for morning.
rocky_den fox egg : Spring is a race between the teeth and the wings.
turn
field_camp naturalist collar : A signal that had been still for days began, slowly, to move.
wetland crane+naturalist - : There were twenty-one left in the wild, and somebody refused the arithmetic.
river_crossing tracker+elephant - : When the fence came down, the old path filled within one week.
observation_hut naturalist field_notebook : What they recorded that winter was not supposed to be possible.
close
migration_sky - leg_ring : They go without maps or luggage, and arrive at the same tree.
savanna elephant - : Dust settles behind the herd, and the plain closes over it softly.
forest_edge fox - : One look, one flick of an ear, and the wild is private again.
waterhole - footprint : To share a world, it turns out, one must first notice it.
"""

MUSIC = """
words: music song songs singer band orchestra piano violin guitar jazz opera composer concert melody rhythm drum
words: blues rock symphony record radio beethoven mozart bach dance dancer theatre ballet cinema painter painting
words: art artist sculpture
about: the people who make music
people
violinist = a musician in a black suit, playing the violin
singer = a singer in a long dress before a microphone
composer = a composer with untidy hair, bent over a page
luthier = a craftsman in an apron, an instrument maker, holding a violin
drummer = a musician with a hand drum, sitting
pupil = a student at a piano, back straight
places
concert_hall (in) = a golden concert hall with balconies and red seats ; orchestra tuning, murmuring crowd
practice_room (in) = a bare practice room with a piano and one window ; single piano notes, a clock
violin_workshop (in) = a violin workshop with hanging instruments and shavings ; a plane on wood, quiet
jazz_cellar (in) = a smoky cellar club, a room with small tables and a stage ; crowd, soft drums, glasses
village_square = a village square with lanterns and dancers ; fiddle far away, crowd
recording_studio (in) = a recording studio with a big microphone and glass wall ; tape hiss, quiet
opera_house = a grand city square with an opera house and carriages ; crowd, hoofs, distant voices
composers_study (in) = a study with a desk, candles and scattered pages ; scratching pen, rain on a roof
spruce_forest = a spruce forest of tall straight trunks ; wind in trees, a woodpecker
street_corner = a city street corner with a hat on the pavement ; city murmur, a violin
empty_stage (in) = an empty stage in a hall interior, one chair and a single light ; silence, a creak
festival_field = a hillside festival crowd before a bright stage ; huge crowd, distant drums
things
violin = an old violin with dark varnish
score = a notebook of handwritten music with blots
microphone = a silver microphone on a radio transmitter
drum = a hand drum with painted rim
record = a gramophone with a black record
table_clock = a wooden table clock
candle = a candle on a music stand
lamp = a small brass lamp
lines
open
empty_stage - lamp : Before the first note there is a silence that belongs to everyone.
street_corner violinist violin : People hurry past, and then, without deciding to, walk slower.
composers_study composer score : He could not hear the room any longer, and so he wrote louder.
world
concert_hall singer - : Two thousand strangers agree to breathe together for an evening.
village_square drummer drum : Nobody here composed these tunes; they were simply never put down.
jazz_cellar singer+drummer microphone : After midnight the rules went home, and the good notes stayed.
spruce_forest luthier - : A violin begins as a tree that grew slowly, in poor soil.
opera_house singer - : Up on the steps went diamonds; up the back stairs went the voices.
practice_room pupil table_clock : The same four bars, four hundred times, until they start to sing.
work
violin_workshop luthier violin : He taps the wood and listens, as a doctor does with children.
composers_study composer+violinist score : What she asked for could not be played, so he practised.
recording_studio singer microphone : They kept the third attempt, with the chair creak and the truth.
practice_room pupil+composer table_clock : The lesson is about fingers first, and about courage afterwards.
concert_hall violinist candle : Eighty players watch one thin stick, and nobody falls off the edge.
trial
composers_study composer lamp : Then the winter came when no music would arrive at all.
opera_house composer - : On the first night they whistled, and left before the second act.
jazz_cellar drummer - : They could play in the club, but not come in by its door.
street_corner violinist record : There were years when the case held more rain than coins.
practice_room pupil - : A hand injured, a career erased, and the piano closed for good.
turn
recording_studio drummer record : A needle touched the groove, and a whole generation stood up.
empty_stage violinist+singer microphone : She sang it differently that night, and nobody ever went back.
village_square luthier violin : An old recording was found, and the lost tune walked home.
festival_field drummer+pupil - : What had been noise to the parents became an anthem by August.
close
concert_hall - candle : The last chord hangs awhile, and no one wants to own the silence.
violin_workshop luthier violin : His name is inside, on paper, where only the music can see.
festival_field singer - : The field empties, humming, and carries it off in every direction.
practice_room pupil table_clock : Tomorrow again, the same four bars, and something new in them.
"""

GENERAL = """
words: story people life world
about: a story worth telling
people
witness = an old witness in a grey coat, hands folded, sitting
young_woman = a young woman with a notebook, walking
craftsman = a craftsman in an apron with rolled sleeves, working
archivist = an archivist in spectacles carrying a box
traveller = a traveller with a long coat and a bag, looking ahead
child = a child in a red scarf, looking up
places
hilltop = a grassy hilltop above a wide landscape ; soft wind, birds
old_town = an old town with tiled roofs and a square ; footsteps, a distant bell
archive (in) = an archive with long shelves, boxes and one desk lamp ; turning pages, a clock
workshop (in) = a workshop with tools on the wall and a broad bench ; a plane on wood, small hammers
crossroads = a country crossroads with a signpost and tall trees ; wind, cart wheels
riverbank = a quiet riverbank with willows ; river water, birds
kitchen_table (in) = a kitchen with a wooden table, bread and a lamp ; crackling fire, a clock
crowded_street = a crowded street with awnings and bicycles ; crowd, city murmur
train_window (in) = a compartment, a cabin interior with a wide window ; rolling wheels
empty_house (in) = an empty room with open doors and dust in the air ; wind, creaking boards
school_room (in) = an old school room with desks and a blackboard ; chalk, children far away
seashore = a wide beach with low waves ; small waves, gulls
things
photograph = a faded photograph in a frame
notebook = a notebook with a worn cover
key = an old iron key
lamp = a small desk lamp
map = a folded map
letter = a bundle of letters tied with string
clock = a wall clock with a pendulum
box = a wooden box with a brass lock
lines
open
hilltop traveller - : Seen from far enough away, most things look as though they were simple.
kitchen_table witness photograph : It is the kind of thing families discuss after the plates are cleared.
old_town child - : There was a time when everyone here knew, and no one asked.
world
archive archivist box : The evidence fills eleven boxes, and the boxes contradict each other.
crowded_street young_woman - : You have walked past it a hundred times, as all of us have.
crossroads traveller map : Several roads meet at this point, and each tells it differently.
school_room child - : In schoolbooks it takes one paragraph; in life it took generations.
riverbank witness - : Some things happen so slowly that only the old can see them.
workshop craftsman key : Look at the hands first, since hands, unlike mouths, rarely exaggerate.
work
workshop craftsman+child - : He shows her once, slowly, and then pretends to look elsewhere.
archive archivist+young_woman notebook : Page after page they compare dates, until two of them touch.
train_window young_woman notebook : She travels from one end to the other, asking the same question.
kitchen_table craftsman lamp : Patience, he says, is only skill that has not been paid yet.
crowded_street archivist photograph : A face in the background of one picture changed the whole search.
trial
empty_house witness clock : Then it all went wrong, quietly at first, as it generally does.
crossroads traveller - : A choice had to be made, and there was no good light.
school_room archivist letter : For years nobody was permitted to mention it above a whisper.
workshop craftsman+witness - : They lost the plans, the money, and each other, in that order.
seashore young_woman - : At the edge of what is known, even experts take their shoes off.
turn
archive young_woman letter : The answer lay in a letter that nobody had thought to unfold.
old_town witness+child key : One small act, hardly noticed that day, began to turn everything.
train_window traveller photograph : Suddenly the pieces agreed, and she had to laugh out loud.
empty_house archivist box : What everyone took for the end proved to be a door.
close
hilltop witness - : Stand here long enough, and the whole of it comes into view.
riverbank child - : What we were given we pass along, a little heavier with meaning.
seashore - map : Every answer leaves a line of footprints, and then the tide returns.
kitchen_table young_woman lamp : Someone turns down the lamp; the telling is over, but not the tale.
"""

THEMES = {"animal": ANIMAL, "music": MUSIC, "general": GENERAL}

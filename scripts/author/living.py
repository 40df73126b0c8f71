"""What the offline author knows of animals, of music, and of any subject at all."""

ANIMAL = """
words: animal animals bird birds elephant lion tiger wolf bear insect ant ants bee butterfly dog cat horse
words: migration wildlife species extinct extinction evolution predator prey safari crane monkey ape dinosaur
words: fossil snake crow nest zoo savanna turtle
about: the animals beside us
people
elephant (land) = an old elephant with long tusks, walking ; elephants herd
lioness (land) = a lioness lying in grass, watching ; lions cubs
crane (land shore) = a tall grey crane with a red crown, dancing ; cranes birds
naturalist = a naturalist in khaki with a notebook, crouching ; science people
tracker = a guide with a spear and a bead necklace, kneeling ; people
fox (land town) = a fox with a bushy tail, listening ; foxes
eagle (land sky) = a great eagle with spread wings, gliding ; birds hawk flight
wolf (land) = a grey wolf with a lowered head, walking ; wolves wolf
places
savanna = a wide golden savanna with flat topped acacia trees ; insects, far calls, wind ; grass plains zebra
waterhole (shore land) = a muddy lake on dry plains, a pond with wide banks ; water, birds, hoofs ; water
wetland (shore land) = a misty wetland of reeds and shallow marsh ; cranes calling, reeds ; birds
forest_edge = the edge of an old forest, tall leafy trees ; birds at dawn, leaves ; wood wolves
observation_hut (in) = a wooden cabin, a room with a narrow window and a bench ; quiet breathing, birds outside
    ; watching waiting
migration_sky (sky) = an evening sky scape high in the air, among clouds ; thousands of wings, distant calls
    ; migration birds leave sky
rocky_den = red rocks and mesas above a dry desert, cactus ; wind, small stones ; cubs den
river_crossing (shore) = a brown river with steep banks and rapids ; hoofs, splashing, calls ; river crossing
field_camp = grey mountains, a high ridge with canvas tents below ; crackling fire, wind ; camp track
night_garden (town land) = a village at night, cottages with one lit window ; night insects, a car far away
    ; cities garden
empty_plain = a tundra of brown moss and stones, far hills ; dry wind ; bones empty
jungle = a dense jungle, wet rainforest with great leaves ; insects, far calls ; monkeys tropical ants
farm_edge (land town) = farmland with hedges, fields and one barn ; birds, a dog far away ; bees horses dogs
museum_shelves (in) = an archive of bones and insects, bookshelves to the ceiling ; quiet footsteps, a clock
    ; extinct fossil science species dinosaurs
seal_coast (shore) = a rocky coast with a sandy bay ; waves, gulls ; turtles beach sea
things
binoculars (in land) = a pair of old binoculars
field_notebook (in) = a field notebook with animal sketches
collar (land in) = a small radio transmitter on a leather strap
leg_ring (in shore) = a numbered ring of metal
skull (land) = a bleached animal skull ; bones
camera_trap (land) = a small camera strapped to a trunk
footprint (land) = a flat stone with a deep footprint ; print path
egg (land shore) = a speckled egg in a nest
lines
open
savanna elephant - : She remembers a waterhole that none of the others have ever seen.
forest_edge fox - : For every animal you notice, twenty have noticed you first.
migration_sky crane - : On some evening nobody announces, the whole sky decides to leave.
world
waterhole lioness+elephant footprint : At the water there is a truce, thin, dusty, and very old.
savanna - - : Beneath this mound live millions, without a king, a plan, or quarrels.
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
violinist = a musician in a black suit, playing the violin ; violin
singer = a singer in a long dress before a microphone ; song voice opera
composer = a composer with untidy hair, bent over a page ; beethoven mozart bach
luthier = a craftsman in an apron, an instrument maker, holding a violin ; maker
drummer = a musician with a hand drum, sitting ; drums jazz
pupil = a student at a piano, back straight ; lesson children
places
concert_hall (in) = a golden concert hall with balconies, a theatre ; orchestra tuning, murmuring crowd
    ; orchestra evening chord
practice_room (in) = a bare practice room with a piano and one window ; single piano notes, a clock ; bars lesson
violin_workshop (in) = a violin workshop, a room with hanging instruments and shavings ; a plane on wood, quiet ; wood
jazz_cellar (in) = a cellar club, a tavern with small tables ; crowd, soft drums, glasses ; midnight jazz club blues
village_square (town) = a village with lanterns and dancers between the houses ; fiddle far away, crowd ; tunes dance
opera_house (town) = an old city square with an opera house and carriages ; crowd, hoofs, distant voices
    ; opera steps night
composers_study (in) = a study with bookshelves, candles and scattered pages ; scratching pen, rain on a roof
    ; composer music write
spruce_forest = a forest of spruce and fir, tall straight trunks ; wind in trees, a woodpecker ; tree wood
street_corner (town) = a modern city street after rain, tall buildings ; city murmur, a violin ; people hurry
sound_laboratory (in) = a laboratory of sound with dials and glass ; tape hiss, quiet ; recording record radio
festival_field = farmland with wide fields before a bright stage ; huge crowd, distant drums ; festival crowd noise
riverside_band (shore town) = a harbour quay with old houses and steamers ; brass far away, river water
    ; jazz blues river
tour_station (town) = a railway station with an iron roof ; crowd, a whistle ; tour journey travel
mountain_song = alpine mountain peaks above green slopes ; cow bells, wind ; folk echo
quiet_lake (shore) = a still lake at the foot of the hills ; water, soft wind ; silence calm
things
violin = an old violin with dark varnish
score (in) = a notebook of handwritten music with blots
microphone (in) = a silver microphone on a radio transmitter
drum = a hand drum with painted rim
record (in) = a gramophone with a black record
table_clock (in) = a wooden table clock
candle (in) = a candle on a music stand
lamp (in) = a small brass lamp
lines
open
concert_hall - lamp : Before the first note there is a silence that belongs to everyone.
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
sound_laboratory singer microphone : They kept the third attempt, with the chair creak and the truth.
practice_room pupil+composer table_clock : The lesson is about fingers first, and about courage afterwards.
concert_hall violinist candle : Eighty players watch one thin stick, and nobody falls off the edge.
trial
composers_study composer lamp : Then the winter came when no music would arrive at all.
opera_house composer - : On the first night they whistled, and left before the second act.
jazz_cellar drummer - : They could play in the club, but not come in by its door.
street_corner violinist record : There were years when the case held more rain than coins.
practice_room pupil - : A hand injured, a career erased, and the piano closed for good.
turn
sound_laboratory drummer record : A needle touched the groove, and a whole generation stood up.
concert_hall violinist+singer microphone : She sang it differently that night, and nobody ever went back.
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
hilltop = a grassy meadow on a hill above a wide plain ; soft wind, birds ; far
old_town (town) = an old town with tiled roofs and a square ; footsteps, a distant bell ; everyone knew
archive (in) = an archive with long bookshelves, boxes and one desk lamp ; turning pages, a clock
    ; evidence letter page
workshop (in) = a workshop with tools on the wall and a broad bench ; a plane on wood, small hammers ; hands
crossroads = farmland at a crossroads with a signpost, wide fields ; wind, cart wheels ; roads choice
riverbank (shore) = a quiet river with willows along the riverbank ; river water, birds ; slowly
kitchen_table (in) = a kitchen with a wooden table, bread and a lamp ; crackling fire, a clock ; families plates lamp
crowded_street (town) = a modern city street between tall buildings ; crowd, city murmur ; walked
station_hall (town) = a railway station, a platform under an iron roof ; rolling wheels, voices
    ; travels journey train
forest_path = a forest path between tall trees ; wind in leaves, birds ; dark wood
village_school (town) = a village with a small school between the houses ; children far away, a bell
    ; schoolbooks paragraph
seashore (shore) = a wide beach with low waves in a sandy bay ; small waves, gulls ; tide edge footprints
mountain_road = grey mountain peaks, a road over the pass ; wind ; long way
still_lake (shore) = a still lake, a mirror of hills ; water birds ; deep
evening_harbour (shore town) = a harbour with boats along the quay ; gulls, ropes ; leave return
things
photograph (in) = a faded photograph in a frame
notebook (in) = a notebook with a worn cover
key (in town) = an old iron key
lamp (in) = a small desk lamp
map = a folded map
letter (in) = a bundle of letters tied with string
clock (in) = a wall clock with a pendulum
box (in town) = a wooden box with a brass lock
lines
open
hilltop traveller - : Seen from far enough away, most things look as though they were simple.
kitchen_table witness photograph : It is the kind of thing families discuss after the plates are cleared.
old_town child - : There was a time when everyone here knew, and no one asked.
world
archive archivist box : The evidence fills eleven boxes, and the boxes contradict each other.
crowded_street young_woman - : You have walked past it a hundred times, as all of us have.
crossroads traveller map : Several roads meet at this point, and each tells it differently.
village_school child - : In schoolbooks it takes one paragraph; in life it took generations.
riverbank witness - : Some things happen so slowly that only the old can see them.
workshop craftsman key : Look at the hands first, since hands, unlike mouths, rarely exaggerate.
work
workshop craftsman+child - : He shows her once, slowly, and then pretends to look elsewhere.
archive archivist+young_woman notebook : Page after page they compare dates, until two of them touch.
station_hall young_woman notebook : She travels from one end to the other, asking the same question.
kitchen_table craftsman lamp : Patience, he says, is only skill that has not been paid yet.
crowded_street archivist photograph : A face in the background of one picture changed the whole search.
trial
old_town witness clock : Then it all went wrong, quietly at first, as it generally does.
crossroads traveller - : A choice had to be made, and there was no good light.
village_school archivist letter : For years nobody was permitted to mention it above a whisper.
workshop craftsman+witness - : They lost the plans, the money, and each other, in that order.
seashore young_woman - : At the edge of what is known, even experts take their shoes off.
turn
archive young_woman letter : The answer lay in a letter that nobody had thought to unfold.
old_town witness+child key : One small act, hardly noticed that day, began to turn everything.
station_hall traveller photograph : Suddenly the pieces agreed, and she had to laugh out loud.
old_town archivist box : What everyone took for the end proved to be a door.
close
hilltop witness - : Stand here long enough, and the whole of it comes into view.
riverbank child - : What we were given we pass along, a little heavier with meaning.
seashore - map : Every answer leaves a line of footprints, and then the tide returns.
kitchen_table young_woman lamp : Someone turns down the lamp; the telling is over, but not the tale.
"""

THEMES = {"animal": ANIMAL, "music": MUSIC, "general": GENERAL}

"""What the offline author knows of people: exploration, war."""

EXPLORATION = """
words: exploration explorer explore voyage navigator navigation map cartographer columbus magellan
words: expedition circumnavigation silk polo frontier unknown continent archipelago polynesian viking
about: those who went beyond the map
people
navigator = a navigator in a long coat, sighting with a sextant ; columbus magellan captain
cartographer = a scholar in spectacles, a mapmaker, bent over a sheet ; maps mapmakers
shipmate = a barefoot boy in a striped shirt, holding a rope ; crew sailors
queen = a queen in a heavy embroidered dress, seated ; king money
islander = a sailor of the islands with a paddle, sitting upright ; polynesian people
guide = a local guide with a walking staff, pointing ahead ; people
caravel (water) = a tall ship with full sails ; ships voyage
places
map_room (in) = a library of globes, charts and bookshelves, candlelight ; paper, a clock, quiet voices
    ; map knowledge mapmakers
departing_harbour (shore town) = a harbour crowded with tall sailing ships, a busy quay ; crowd, gulls, ropes
    ; harbour departure
calm_ocean (water) = a flat ocean without wind, a ship with hanging sails at sea ; creaking timber, small waves
    ; waiting wind
caravel_deck (deck) = the ship's deck of a caravel under slack sails ; creaking timber, small waves
    ; ropes crew stars boy voyage waiting temper
unknown_coast (shore) = a green unknown coast, high cliffs over a cove ; surf, strange birds ; discovered headland
throne_hall (in) = a throne hall, a room with banners and petitioners ; echo, murmuring voices ; money queen
jungle_river = thick green jungle, a tropical forest with great leaves ; insects, birds, river water ; fever
ship_cabin (in) = a low ship's cabin with a lantern, books and a hammock ; creaking timber, waves ; journal bread
storm_cape (shore) = a dark rocky headland, a coast in a storm ; wind over cliffs, heavy waves ; cape storm
coral_atoll (water) = a palm island in a bright ocean, low islands ; small waves, palm leaves ; island swell islands
mountain_trail = snowy mountain peaks, a stony pass ; wind, footsteps on gravel ; ridge walked
empty_camp = an abandoned camp on the tundra, torn canvas ; wind, flapping canvas ; ashes tents
star_beach (shore) = a sandy beach at night, a quiet bay under the stars ; soft wind, waves ; stars songs angle
ice_passage = arctic pack ice with icebergs and leads of water ; ice grinding, wind ; ice cold passage pole
desert_road = desert dunes, an oasis with palm trees far off ; dry wind, camel bells ; silk caravan polo
great_river (shore) = a wide river winding through a green valley ; river water, birds ; river upstream
things
sextant (shore in) = a brass sextant
globe (in) = an old globe with empty continents
journal (in) = a leather journal tied with string
astrolabe (in) = a round brass astrolabe
sea_chest (shore in town) = a sea chest with iron bands
canoe (shore water) = an outrigger canoe with a woven sail
lantern = a ship's lantern
letter (in) = a sealed letter with a red ribbon
lines
open
map_room cartographer globe : Where knowledge stopped, the mapmakers used to draw a beautiful monster.
departing_harbour navigator sea_chest : They kissed the ground, climbed aboard, and pretended to be certain.
star_beach islander - : Long before charts, people crossed oceans with the stars held in song.
world
throne_hall queen letter : A voyage begins with money, and money begins with a good story.
unknown_coast guide - : To those already living there, of course, nothing had been discovered.
star_beach islander canoe : An island can be felt in the swell, days before it is seen.
caravel_deck shipmate - : Most of exploring is waiting: for wind, for water, for somebody's temper.
jungle_river guide canoe : The river was a road with opinions, and charged a toll in sweat.
map_room cartographer+navigator astrolabe : Each return redrew the world, and someone else's coast grew teeth.
work
star_beach navigator sextant : An angle, a second, a column of figures, and there you are.
ship_cabin navigator journal : Every evening he wrote it all down, though hands shook and ink ran.
mountain_trail guide+navigator - : He walked ahead and was seldom mentioned; without him, nobody would have arrived.
caravel_deck shipmate+navigator lantern : The boy learned the ropes, then the stars, then how to keep quiet.
map_room cartographer globe : A coastline is drawn in one stroke that took eleven men a year.
trial
storm_cape navigator - : At the cape the sea stood up, and three ships became one.
ship_cabin shipmate sea_chest : Bread went first, then the rats; finally they boiled leather.
empty_camp guide journal : The ashes were cold, the tents still standing, and the last page blank.
jungle_river - lantern : Fever took more of them than spears, storms, and wild beasts together.
unknown_coast islander+navigator - : Two worlds met on a beach, and only one could leave.
turn
mountain_trail guide - : From the last ridge they saw water, and it was the wrong ocean.
throne_hall queen+navigator globe : The ships came back with proof, and with less gold than expected.
star_beach islander canoe : A forgotten art was sailed again, by grandchildren who had been told stories.
empty_camp cartographer letter : A century on, one letter surfaced and turned the legend round.
close
star_beach - sextant : The same stars still stand there, offering directions to anyone who asks.
departing_harbour shipmate - : Every harbour remembers the ships that left better than those that returned.
map_room cartographer - : The white spaces are gone; the wish that filled them is not.
unknown_coast guide - : Beyond the headland lies another headland, and that has always been enough.
"""

WAR = """
words: war battle soldier army trench bomb resistance spy code enigma siege fortress invasion occupation front
words: refugee peace weapon general regiment nazi napoleon military victory surrender prisoner veteran pilot secret
about: those who lived through the war
people
soldier = a tired soldier in a long coat and helmet, sitting ; soldiers men army
nurse = a nurse with a white cap and a lamp, standing ; wounded
general = an old general with medals, bent over a table ; generals officers
mother = a mother in a dark shawl, head bowed ; families women refugees
codebreaker = a young woman in a cardigan with pencil and paper, concentrating ; spies code enigma secret
messenger = a messenger boy on foot with a satchel, running ; children boy
places
trench = a muddy plain in the rain, sandbags and wire, low hills ; distant thunder, rain, low voices ; front
ruined_street (town) = an old town of ruined houses, a street of empty windows ; wind, falling stones ; house bricks
command_post (in) = a cellar room with maps, telephones and one bulb ; telephones, low voices ; map message
railway_platform (town) = a railway platform full of soldiers and families ; crowd, steam, a whistle ; left trains
field_hospital (in) = a hospital ward under canvas, a clinic with lanterns and glass ; low voices, rain on canvas
    ; wounded rows
frozen_field = a frozen tundra in winter with wire and bare poles ; cold wind, crows ; cold armies
secret_office (in) = an archive full of files, bookshelves and papers ; clicking machines, pens ; codes secret
night_roofs (town) = city rooftops at night, a dark skyline of towers ; sirens far away, a low drone
    ; sirens bombs city berlin
farmhouse (town) = a village farmhouse between cottages, closed shutters ; a dog outside, wind ; villages stranger
fortress = a mountain fortress above steep peaks ; distant rumble, wind ; walls fortress siege
cemetery = a green meadow with rows of white crosses, soft hills ; soft wind, birds ; rows graves
victory_square (town) = a city square with a crowd and flags, bright streets ; crowd, church bells ; bells peace
partisan_wood = a forest of bare trees in winter ; wind, a branch breaking ; resistance hide
convoy (water) = the open sea in grey weather, a ship on the horizon ; deep waves, engines ; ships convoy sea
harbour_of_leave (shore town) = a harbour quay with waiting boats ; gulls, engines ; harbour escape
burned_fields = farmland with burnt fields and one barn ; dry wind ; harvest plough
things
medal (in) = a tarnished medal on a ribbon
letter (in) = a worn letter with a pressed flower
radio (in) = a field radio with headphones
cipher_machine (in) = a wooden typewriter with keys and rotors, a cipher machine
candle (in) = a short candle on a tin plate
photograph (in) = a cracked family photograph
map (in) = a campaign map with coloured pins
suitcase (town shore) = a small tied suitcase
lines
open
railway_platform soldier+mother suitcase : They left with flowers in their rifles, and expected to be home soon.
ruined_street - photograph : A house can be read like a page once its front is gone.
cemetery - - : The rows are very straight; nothing about those years was straight.
world
command_post general map : On the map it was a pin, moved four inches before supper.
trench soldier letter : Down here the world was a strip of sky and other men's coughing.
farmhouse mother candle : In the villages, war was an empty chair and a closed shutter.
night_roofs messenger - : Every evening the city switched itself off and listened to the sky.
secret_office codebreaker cipher_machine : Far behind the lines, another front was fought in pencil.
fortress general - : The walls had stood four centuries, and met a new kind of arithmetic.
work
field_hospital nurse candle : She walked the rows all night, and remembered every single name.
secret_office codebreaker+messenger cipher_machine : One repeated word, one lazy operator, and the wall had a crack.
trench soldier+messenger radio : A cable was mended forty times so that one sentence might pass.
command_post general+codebreaker map : What they knew could save a convoy, or reveal that they knew.
railway_platform nurse suitcase : Trains went out full of songs, and came back full of silence.
trial
frozen_field soldier medal : The cold asked for no passport, and took from both armies.
ruined_street mother+messenger - : They carried what they could: a clock, a cat, an old woman.
field_hospital nurse - : There was never enough of anything, except for those who needed it.
night_roofs codebreaker radio : Then the sirens, the long breath, and the counting of seconds.
farmhouse soldier candle : To hide a stranger was to bet the whole family upon one night.
turn
trench soldier - : At some hour nobody had ordered, both sides simply stopped and sang.
command_post general radio : The message was short, and he read it twice before sitting down.
victory_square mother photograph : Bells rang for the whole day, and some doors stayed shut.
secret_office codebreaker - : When it was over, they burned the papers and promised never to tell.
close
cemetery mother letter : Someone still comes on Sundays, and the letter is nearly worn through.
frozen_field - medal : The plough still turns up iron each spring, and stops, and goes round.
victory_square messenger - : Children chase pigeons over stones whose names they need not know.
ruined_street nurse - : They rebuilt with the same bricks, because nobody had any others.
"""

THEMES = {"exploration": EXPLORATION, "war": WAR}

"""What the offline author knows of people: exploration, war, the past, medicine."""

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

PAST = """
words: ancient empire king queen castle medieval roman rome greek archaeology archaeologist ruin temple dynasty
words: civilization civilisation legend myth museum artefact artifact manuscript library book books writing printer
words: revolution pharaoh knight monk cathedral village
about: the world before ours
people
archaeologist = an archaeologist in a sun hat, kneeling with a brush ; archaeologists digging
scribe = a scholar in a simple robe, a scribe, writing ; writing words
queen = a queen in a jewelled crown, standing ; king ruler
mason = a craftsman with hammer and chisel, a mason, working ; builders stone
peasant = a peasant in a rough tunic carrying firewood ; people villagers
librarian = a librarian with white hair and a stack of books ; books
places
excavation = a desert excavation in the sands, pits and old walls ; brushes, wind, low voices ; summer layer dust
castle = a mountain castle on a steep ridge ; wind, crows ; castle power walls
scriptorium (in) = a vaulted library with writing desks and coloured inks ; scratching pens, distant bell
    ; page press letters
cathedral (in) = a high hall with coloured light, a cathedral interior ; echo, distant choir ; church stone
old_road = green hills with cypresses, a paved road across the plain ; wind, cart wheels ; road footsteps
market_town (town) = a medieval market town with timber houses in the square ; crowd, carts, animals ; market coins
temple = red rocks and mesas over a dry desert, columns of a temple ; cicadas, wind ; gods temple doors
harvest_field = farmland with golden wheat fields and a barn ; wind in grain, birds ; barley harvest summers
burial_chamber (cave) = a painted underground cave with one torch ; deep silence, a torch ; tomb thieves
burning_city (town) = a burning city at night, red smoke over the rooftops ; fire, far shouting ; burned
museum (in) = a quiet museum room with one lit glass case ; quiet footsteps, echo ; glass tablet museum
old_harbour (shore town) = an ancient harbour with boats along the quay ; gulls, ropes ; trade ships greek roman
old_village (town) = a village of low houses around a green ; hens, a bell ; village
holy_river (shore) = a broad river in a green valley, palm and reeds ; river water, birds ; nile egypt river
old_forest = an old forest of huge leafy trees ; wind in leaves ; legend myth
things
manuscript (in) = an illuminated manuscript with a gold initial
brush (land cave) = a small archaeologist's brush
coin (town in) = a worn gold coin
key (in) = a large iron key
clay_tablet (in) = a stone tablet covered in wedge marks
sword (land cave) = a broken sword
candle (in cave) = a tall candle in an iron holder
crown (in cave) = a golden burial crown
lines
open
excavation archaeologist brush : Two metres down, the summer of another century is still lying there.
old_road peasant - : The road is older than the language now spoken beside it.
museum - crown : Behind the glass is a face that expected to be remembered.
world
castle queen key : Power lived upstairs, where the wind was, and looked down at smoke.
market_town peasant+scribe coin : On market days the whole known world fitted between church and well.
temple - - : The gods moved out long ago and left the doors open.
scriptorium librarian manuscript : Most of what was ever written is lost; this is the rest.
harvest_field peasant - : Kings are in the chronicles, though it was barley that decided things.
cathedral mason candle : No one who laid the first stone could hope to see the last.
work
scriptorium scribe manuscript : A page took him a week, and a mistake took him another.
cathedral mason+peasant - : Boys came to carry water and left, decades later, as old masters.
excavation archaeologist+librarian clay_tablet : She brushed away the dust, and he began, haltingly, to read.
burial_chamber archaeologist crown : They worked by torchlight, speaking softly, as guests do in bedrooms.
scriptorium librarian key : Every evening she counts the books, like a shepherd at the gate.
trial
burning_city - sword : It burned for three days, and the libraries burned longest of all.
castle queen+scribe - : A reign could end at supper, between one dish and the next.
harvest_field peasant - : Two bad summers, one sickness, and the village had no more entries.
market_town scribe coin : When the coins grew thin, so did trust, and then the walls.
burial_chamber - candle : Thieves arrived first, as they usually do, and took the wrong things.
turn
scriptorium scribe - : Then came a press with letters of lead, and silence broke everywhere.
excavation archaeologist coin : One coin, in the wrong layer, moved a whole empire forty years.
museum librarian+archaeologist clay_tablet : The tablet turned out to be a complaint about late delivery.
old_road mason - : Trade found another way round, and grass came back to the stones.
close
temple archaeologist - : They were as certain as we are, and quite as fond of summer.
scriptorium - candle : Close the book gently; somebody will be along to open it again.
museum queen crown : She wished to live forever, and in a manner of speaking she has.
old_road peasant - : Footsteps vanish first, then the road, and the story walks on.
"""

MEDICINE = """
words: medicine medical doctor hospital surgeon surgery disease plague vaccine virus bacteria penicillin antibiotic
words: nurse patient health cure epidemic pandemic cholera smallpox anatomy dna gene cancer
about: the long fight for health
people
doctor = a doctor in a dark coat with a leather bag, standing ; doctors surgeon
nurse = a nurse in a white apron with a lamp, walking ; nurses
patient = a pale old man under a blanket, sitting ; sick patients
researcher = a researcher in a white coat at a microscope, leaning ; fleming science
apothecary = a healer with round spectacles and an apron, an apothecary ; healers
mother = a mother in a pale dress, sitting ; children families
places
sick_ward (in) = a long ward, an interior with beds and tall windows ; quiet coughing, footsteps ; hospital ward
plague_street (town) = an old town street with closed shutters and a cart ; a distant bell, wind ; doors plague
laboratory (in) = a laboratory with flasks, dishes and morning light ; glass clinking, a clock ; window mould lens
herb_garden (land town) = a farm garden with neat herb fields and hedges ; bees, soft wind ; leaf plant willow
country_lane (town) = a village lane with cottages and a carriage ; hooves, wheels, birds ; miles bag road
operating_room (in) = an operating room with a great lamp and steel tables ; soft beeps, low voices ; surgeon heart
medical_library (in) = a library of anatomy books, bookshelves and ladders ; turning pages, echo ; body books experts
night_hospital (town) = a modern city skyline at night with lit windows ; city murmur, a far siren
    ; lights floor hours
vaccination_hall (in) = a school hall with a long patient queue ; crowd, low voices ; queue vaccine
fever_swamp (land shore) = a swamp with dead trees, a marsh in haze ; insects, frogs ; fever mosquito malaria
quarantine_port (shore town) = a harbour with ships waiting off the quay ; gulls, ropes, a bell ; trade ships port
mountain_cure = alpine mountain peaks above quiet slopes ; wind, cow bells ; air rest
healing_jungle = a rainforest jungle full of unknown leaves ; insects, rain dripping ; willow leaf cure bark
city_pump (town) = a wet city street in rain, a water pump ; dripping water, voices ; pump street cholera
village_river (shore) = a river with washing places along the riverbank ; river water, voices ; water drank
things
microscope (in) = a brass microscope
bottle (in) = a brown glass bottle with a label
flask (in) = a round flask with grey mould
vial (in) = a small glass vial
chest = a worn leather chest of instruments
notebook (in) = a notebook with careful tables
lamp (in) = a small oil lamp with a handle
map (town in) = a street map with black dots
lines
open
sick_ward mother lamp : For most of history, this is where medicine ended: a chair, a hand.
plague_street doctor - : Doors were marked with chalk, and the street learned to walk quickly.
laboratory researcher flask : A window was left open one summer, and something drifted inside.
world
laboratory apothecary bottle : Half of these jars did nothing, and the art was knowing which.
herb_garden apothecary - : Willow for pain, foxglove for the heart; gardens knew before the books.
medical_library doctor notebook : They paid to see inside a body, and came out quieter.
city_pump mother map : Everybody blamed the air, while the whole street drank from one pump.
night_hospital nurse - : Lights burn on every floor, because illness keeps its own hours.
sick_ward patient+nurse lamp : In the ward, time is told by thermometers, soup, and visitors.
work
country_lane doctor chest : He travelled nine miles through snow to say there was little to do.
laboratory researcher microscope : Bent above the lens she saw a city, swimming, and drew it.
sick_ward nurse notebook : She counted the dead by cause, and her columns accused the drains.
operating_room doctor+nurse - : Ten people move around one heart, and nobody raises a voice.
city_pump researcher map : Door by door he put dots upon a map until they pointed.
trial
plague_street mother - : It came along the trade routes, faster than the news of it.
operating_room doctor vial : Before ether, a surgeon was praised above all for his speed.
sick_ward patient - : On the ninth night the fever decides, and everyone pretends to sleep.
laboratory researcher flask : Four hundred attempts were written down, each closed with the same word.
medical_library doctor+apothecary - : The experts laughed, and went home without having washed their hands.
turn
laboratory researcher flask : Around the mould lay a clear ring where nothing at all would grow.
vaccination_hall doctor+mother vial : She held out her child's arm to a stranger, and history turned.
sick_ward patient - : By Thursday he asked for bread, and the ward began to whisper.
city_pump nurse - : They took the handle from the pump, and the dying stopped.
close
vaccination_hall mother - : Fear stands in the same queue as hope, and both get a number.
night_hospital patient lamp : Most victories here are invisible: the funerals that did not take place.
herb_garden nurse - : Somewhere a leaf nobody has tasted is waiting for its question.
country_lane doctor chest : The bag has changed, the road has changed, yet somebody still comes.
"""

THEMES = {"exploration": EXPLORATION, "war": WAR, "past": PAST, "medicine": MEDICINE}

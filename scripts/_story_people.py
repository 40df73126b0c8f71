"""What the offline author knows of people: exploration, war, the past, medicine."""

EXPLORATION = """
words: exploration explorer explore discovery voyage navigator navigation map cartographer columbus magellan
words: expedition circumnavigation silk polo frontier unknown continent archipelago polynesian viking
about: those who went beyond the map
people
navigator = a navigator in a long coat, sighting with a sextant
cartographer = a scholar in spectacles, a mapmaker, bent over a sheet
shipmate = a barefoot boy in a striped shirt, holding a rope
queen = a queen in a heavy embroidered dress, seated
islander = a sailor of the islands with a paddle, sitting upright
guide = a local guide with a walking staff, pointing ahead
places
map_room (in) = a map room with globes, charts and candlelight ; paper, a clock, quiet voices
departing_harbour = a harbour crowded with tall sailing ships and flags ; crowd, gulls, ropes
calm_ocean = a flat ocean without wind, a ship with hanging sails ; creaking timber, small waves
unknown_coast = a green unknown coast with palms and high blue mountains ; surf, strange birds
throne_hall (in) = a throne hall with columns, banners and petitioners ; echo, murmuring voices
jungle_river = thick green jungle with a brown river winding through ; insects, birds, river water
ship_cabin (in) = a low ship's cabin with a lantern, books and a hammock ; creaking timber, waves
storm_cape = a dark rocky headland coast in breaking seas ; wind over cliffs, heavy waves
coral_atoll = a bright beach with palms around a shallow bay ; small waves, palm leaves
mountain_trail = a stony trail toward high snowy peaks ; wind, footsteps on gravel
empty_camp = an abandoned camp with torn canvas on the tundra ; wind, flapping canvas
star_deck = the open sea at night under a sky of stars, seen from a deck ; soft wind, wood creaking
things
sextant = a brass sextant
globe = an old globe with empty continents
journal = a leather journal tied with string
astrolabe = a round brass astrolabe
sea_chest = a sea chest with iron bands
canoe = an outrigger canoe with a woven sail
lantern = a ship's lantern
letter = a sealed letter with a red ribbon
lines
open
map_room cartographer globe : Where knowledge stopped, the mapmakers used to draw a beautiful monster.
departing_harbour navigator sea_chest : They kissed the ground, climbed aboard, and pretended to be certain.
star_deck islander - : Long before charts, people crossed oceans with the stars held in song.
world
throne_hall queen letter : A voyage begins with money, and money begins with a good story.
unknown_coast guide - : To those already living there, of course, nothing had been discovered.
coral_atoll islander canoe : An island can be felt in the swell, days before it is seen.
calm_ocean shipmate - : Most of exploring is waiting: for wind, for water, for somebody's temper.
jungle_river guide canoe : The river was a road with opinions, and charged a toll in sweat.
map_room cartographer+navigator astrolabe : Each return redrew the world, and someone else's coast grew teeth.
work
star_deck navigator sextant : An angle, a second, a column of figures, and there you are.
ship_cabin navigator journal : Every evening he wrote it all down, though hands shook and ink ran.
mountain_trail guide+navigator - : He walked ahead and was seldom mentioned; without him, nobody would have arrived.
calm_ocean shipmate+navigator lantern : The boy learned the ropes, then the stars, then how to keep quiet.
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
coral_atoll islander canoe : A forgotten art was sailed again, by grandchildren who had been told stories.
empty_camp cartographer letter : A century on, one letter surfaced and turned the legend round.
close
star_deck - sextant : The same stars still stand there, offering directions to anyone who asks.
departing_harbour shipmate - : Every harbour remembers the ships that left better than those that returned.
map_room cartographer - : The white spaces are gone; the wish that filled them is not.
unknown_coast guide - : Beyond the headland lies another headland, and that has always been enough.
"""

WAR = """
words: war battle soldier army trench bomb resistance spy code enigma siege fortress invasion occupation front
words: refugee peace weapon general regiment nazi napoleon military victory surrender prisoner veteran pilot secret
about: those who lived through the war
people
soldier = a tired soldier in a long coat and helmet, sitting
nurse = a nurse with a white cap and a lamp, standing
general = an old general with medals, bent over a table
mother = a mother in a dark shawl, head bowed
codebreaker = a young woman in a cardigan with pencil and paper, concentrating
messenger = a messenger boy on foot with a satchel, running
places
trench = a muddy plain with sandbags, wire and wooden boards ; distant thunder, rain, low voices
ruined_street = a street of ruined houses with empty windows ; wind, falling stones
command_post (in) = a cellar command room interior with maps, telephones and one bulb ; telephones, low voices
railway_platform = a platform full of soldiers and families saying goodbye ; crowd, steam, a whistle
field_hospital (in) = a tent hospital with rows of beds and lanterns ; low voices, rain on canvas
frozen_field = a frozen plain with wire and bare poles ; cold wind, crows
secret_office (in) = a crowded office with rattling machines and papers ; clicking machines, pens
night_roofs = city roofs with searchlights crossing the sky ; sirens far away, a low drone
farmhouse (in) = a low room interior with shutters, a table and one candle ; crackling fire, a dog outside
fortress = a stone fortress on a hill with smoke behind ; distant rumble, wind
cemetery = a green meadow with rows of white crosses ; soft wind, birds
victory_square = a city square with flags, a crowd and bells ; crowd, church bells
things
medal = a tarnished medal on a ribbon
letter = a worn letter with a pressed flower
radio = a field radio with headphones
cipher_machine = a wooden cipher machine with keys and rotors
candle = a short candle on a tin plate
photograph = a cracked family photograph
map = a campaign map with coloured pins
suitcase = a small tied suitcase
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
archaeologist = an archaeologist in a sun hat, kneeling with a brush
scribe = a scholar in a simple robe, a scribe, writing
queen = a queen in a jewelled crown, standing
mason = a craftsman with hammer and chisel, a mason, working
peasant = a peasant in a rough tunic carrying firewood
librarian = a librarian with white hair and a stack of books
places
excavation = a desert excavation with pits, ladders and old walls ; brushes, wind, low voices
castle = a stone castle on a steep hill above a river ; wind, crows
scriptorium (in) = a vaulted writing room with desks and coloured inks ; scratching pens, distant bell
cathedral (in) = a high cathedral hall interior with coloured light ; echo, distant choir
old_road = an ancient paved road over green hills with cypresses ; wind, cart wheels
library (in) = an endless library of dark shelves and ladders ; turning pages, quiet footsteps
market_town = a medieval market town with timber houses ; crowd, carts, animals
temple = white temple columns in ruins on a dry hill ; cicadas, wind
harvest_field = a field of bundled grain with a small chapel ; wind in grain, birds
burial_chamber (in) = a painted underground chamber, a cave with one torch ; deep silence, a torch
burning_city = a walled city on fire across a plain ; fire, far shouting
museum (in) = a quiet museum gallery with one lit glass case ; quiet footsteps, echo
things
manuscript = an illuminated manuscript with a gold initial
brush = a small archaeologist's brush
coin = a worn gold coin
key = a large iron key
clay_tablet = a stone tablet covered in wedge marks
sword = a broken sword
candle = a tall candle in an iron holder
crown = a golden burial crown
lines
open
excavation archaeologist brush : Two metres down, the summer of another century is still lying there.
old_road peasant - : The road is older than the language now spoken beside it.
museum - crown : Behind the glass is a face that expected to be remembered.
world
castle queen key : Power lived upstairs, where the wind was, and looked down at smoke.
market_town peasant+scribe coin : On market days the whole known world fitted between church and well.
temple - - : The gods moved out long ago and left the doors open.
library librarian manuscript : Most of what was ever written is lost; this is the rest.
harvest_field peasant - : Kings are in the chronicles, though it was barley that decided things.
cathedral mason candle : No one who laid the first stone could hope to see the last.
work
scriptorium scribe manuscript : A page took him a week, and a mistake took him another.
cathedral mason+peasant - : Boys came to carry water and left, decades later, as old masters.
excavation archaeologist+librarian clay_tablet : She brushed away the dust, and he began, haltingly, to read.
burial_chamber archaeologist crown : They worked by torchlight, speaking softly, as guests do in bedrooms.
library librarian key : Every evening she counts the books, like a shepherd at the gate.
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
library - candle : Close the book gently; somebody will be along to open it again.
museum queen crown : She wished to live forever, and in a manner of speaking she has.
old_road peasant - : Footsteps vanish first, then the road, and the story walks on.
"""

MEDICINE = """
words: medicine medical doctor hospital surgeon surgery disease plague vaccine virus bacteria penicillin antibiotic
words: nurse patient health cure epidemic pandemic cholera smallpox anatomy dna gene cancer
about: the long fight for health
people
doctor = a doctor in a dark coat with a leather bag, standing
nurse = a nurse in a white apron with a lamp, walking
patient = a pale old man under a blanket, sitting
researcher = a researcher in a white coat at a microscope, leaning
apothecary = a healer with round spectacles and an apron, an apothecary
mother = a mother in a pale dress, sitting
places
sick_ward (in) = a long hospital ward with iron beds and tall windows ; quiet coughing, footsteps
plague_street = an empty street with closed shutters and a cart ; a distant bell, wind
laboratory (in) = a laboratory with flasks, dishes and morning light ; glass clinking, a clock
apothecary_shop (in) = an apothecary laboratory with jars to the ceiling ; a mortar, a door bell
anatomy_theatre (in) = a steep round lecture hall interior with one table ; murmuring voices, echo
operating_room (in) = an operating room with a great lamp and steel tables ; soft beeps, low voices
city_pump = a street water pump in a crowded poor quarter ; dripping water, voices
herb_garden = a farm garden with a wall and neat herb beds ; bees, soft wind
country_lane = a countryside lane with hedges and a carriage ; hooves, wheels, birds
sickroom (in) = a sick room with a bed, a chair and one lamp ; slow breathing, a clock
vaccination_hall (in) = a school hall with a long patient queue ; crowd, low voices
night_hospital = a large hospital with lit windows ; city murmur, a far siren
things
microscope = a brass microscope
bottle = a brown glass bottle with a label
flask = a round flask with grey mould
vial = a small glass vial
chest = a worn leather chest of instruments
notebook = a notebook with careful tables
lamp = a small oil lamp with a handle
map = a street map with black dots
lines
open
sickroom mother lamp : For most of history, this is where medicine ended: a chair, a hand.
plague_street doctor - : Doors were marked with chalk, and the street learned to walk quickly.
laboratory researcher flask : A window was left open one summer, and something drifted inside.
world
apothecary_shop apothecary bottle : Half of these jars did nothing, and the art was knowing which.
herb_garden apothecary - : Willow for pain, foxglove for the heart; gardens knew before the books.
anatomy_theatre doctor notebook : They paid to see inside a body, and came out quieter.
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
sickroom patient - : On the ninth night the fever decides, and everyone pretends to sleep.
laboratory researcher flask : Four hundred attempts were written down, each closed with the same word.
anatomy_theatre doctor+apothecary - : The experts laughed, and went home without having washed their hands.
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

"""What the offline author knows of the past and of medicine."""

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

THEMES = {"past": PAST, "medicine": MEDICINE}

"""What the offline author knows of machines and food."""

MACHINE = """
words: machine machines artificial intelligence neural algorithm data invention inventor engine factory computer
words: robot electricity telephone radio industrial industry technology patent workshop clockwork automaton
words: engineer engineering steam code software internet telegraph battery clock printing zipper camera bicycle
words: typewriter car automobile calculator
about: the machines that changed us
people
inventor = an inventor with rolled sleeves and wild hair, leaning over a bench ; inventors
machinist = a mechanic in overalls with a wrench, standing ; workers
clerk = a clerk at a desk with sleeve garters, writing ; office
factory_girl = a young factory woman in a headscarf, hands at work ; workers women
investor = a merchant in a top hat and fur collar, arms folded ; money
robot (town in) = a simple metal robot with round eyes, standing ; machines robots artificial
places
workshop (in) = a cluttered workshop with a bench, gears and one lamp ; ticking, a file on metal ; bench
factory_floor (in) = a long factory hall with belts, wheels and tall windows ; machines, belts, hammers
    ; loom workers machines children
patent_office (in) = an archive with drawers and bookshelves to the ceiling ; pens, paper, a clock
    ; patent idea number
smokestacks (town) = a modern city of brick factories with smoking chimneys ; distant machines, a steam whistle
    ; chimneys
exhibition_hall (town) = an iron and glass hall like a railway station, a platform ; crowd, organ far away
    ; crowds shilling
night_street (town) = an old town street at night, the first electric lamps ; footsteps, faint buzzing
    ; lamp evening light
scrapyard = a dry plain, a steppe with heaps of rusted machines ; wind, loose metal ; rust
test_field = farmland, wide fields for a strange machine on wheels ; wind, engine coughing ; cows dawn
control_room (in) = a control room with screens, switches and cables ; soft beeps, fans ; desk network
clean_lab (in) = a bright clean laboratory with glass walls ; soft motors, air ; arms learning robots
attic (in) = a dusty attic with trunks, a window and an old machine ; rain on a roof ; spring heart
power_dam (shore) = a wide lake behind a dam, a reservoir between hills ; deep electric hum, water
    ; wheels power electricity
mine (cave) = a mine, a dark tunnel underground ; dripping, hammers ; coal iron
factory_river (shore) = a river through a valley of mills, a stream turned brown ; river water, far machines
    ; river colours valley
first_flight (sky) = high in the air among clouds ; wind, an engine ; rose flight fly
cable_coast (shore) = a coast, a quiet bay where the cable comes ashore ; waves, gulls
    ; cable ocean telegraph telephone internet
crane_harbour (shore town) = a harbour with cranes along the quay ; engines, gulls ; ships world
inventors_village (town) = a village of low houses and one smithy ; hens, a hammer ; began
things
gear (in) = a brass gear wheel with fine teeth
blueprint (in) = a blueprint with white lines
light_bulb (in town) = an early lightbulb with a glowing thread
wrench (in land) = a heavy steel wrench
radio (in) = a wooden radio with a round dial
clock (in) = a table clock with open clockwork
punch_card (in) = a box of punched cards
prototype (in land town) = a small strange machine of wood and wire
lines
open
workshop inventor prototype : It did not work on Monday, nor the following Monday, nor in spring.
attic - prototype : In an attic stands a thing that once frightened sensible people.
night_street clerk light_bulb : One evening the lamps were lit, and no one had carried fire.
world
smokestacks factory_girl - : The valley filled with chimneys, and the river learned new colours.
factory_floor machinist gear : A single belt drove ninety looms, and it never once asked why.
patent_office clerk blueprint : Every hope had to pass through here, in triplicate, with drawings.
exhibition_hall investor+inventor prototype : Crowds paid a shilling to be astonished, and usually got change.
power_dam machinist - : Nobody could see what these wheels made; everybody soon needed it.
control_room robot punch_card : Later machines had no moving parts, and moved the world regardless.
work
workshop inventor gear : He filed each tooth by hand, for a gear must forgive nothing.
factory_floor factory_girl+machinist wrench : She heard a bad bearing before any instrument could have shown it.
test_field inventor+machinist wrench : They rolled it out at dawn, where only cows could laugh.
patent_office clerk - : A thousand dreams a month, each given a number and a shelf.
clean_lab robot blueprint : Arms without shoulders repeat one careful gesture, ten million times a year.
trial
test_field inventor - : It rose a little, turned over politely, and became firewood again.
factory_floor factory_girl clock : The machines kept perfect time, and expected the same from children.
scrapyard machinist gear : For each success there are fields of almost, rusting side by side.
exhibition_hall investor - : The money left on the very day that the answer was near.
workshop inventor blueprint : Somebody far away filed the same idea two hours before him.
turn
workshop inventor light_bulb : And then, at no particular hour, it simply kept on running.
night_street factory_girl+clerk radio : Within ten years, nobody could explain how they had lived without it.
control_room clerk+robot punch_card : Work that had filled a building now fitted easily on one desk.
power_dam investor - : Those who had laughed bought shares, and claimed to have always known.
close
scrapyard - gear : Rust is patient, yet good ideas are somehow even more so.
attic inventor clock : Wind the spring, wait a moment, and the old heart still ticks.
clean_lab robot - : The next machine is learning already, from our every habit and mistake.
night_street - light_bulb : Every lamp in this street was once a foolish sentence in a notebook.
"""

FOOD = """
words: food bread wheat farm farming farmer harvest cook cooking kitchen chef recipe spice tea coffee chocolate
words: cheese wine rice salt sugar bakery orchard vineyard cuisine meal eat potato tomato olive honey bee beer
words: agriculture crop
about: the story of what we eat
people
farmer = a farmer in a straw hat and boots, leaning on a hoe ; farmers
cook = a cook in a white apron, stirring a pot ; chef cooks
trader = a spice trader in a long robe, holding a scale ; merchants traders
grandmother = a grandmother in a flowered apron, kneading dough ; families
beekeeper = a gardener in a veil, holding a frame of honeycomb ; bees honey
picker = a young woman with a basket on her back, reaching up ; pickers
places
wheat_field = farmland, a wide golden wheat field under a big sky ; wind in wheat, larks ; grain grass august seed
terraces = mountain slopes with green terraces, misty peaks ; trickling water, insects ; steps cut stair highlands tea
farm_kitchen (in) = a kitchen room with a wood stove, copper pans and a long table ; crackling fire, chopping ; soup
spice_market (town) = an old town square with stalls of coloured spices ; crowd, calling voices ; salt pepper sultans
orchard = a grove of old fruit trees, a small leafy forest ; bees, birds, leaves ; pear tree
cellar (in) = a cool stone cellar, a room with barrels and wheels of cheese ; dripping, quiet footsteps
    ; mould dark seed wine
harbour_warehouse (shore town) = a harbour quay with sacks, cranes and sailing ships ; gulls, creaking ropes, voices
    ; ocean ships
bakehouse (in) = a bakery interior with a brick oven and long wooden paddles ; crackling fire, wooden trays
    ; flour bread
dry_field = a cracked desert of failed crops under a pale sky, arid ; dry wind, a crow ; rain hunger
plantation = a jungle clearing of bushes, a tropical forest around ; insects, distant singing
    ; sugar coffee cocoa chocolate leaf
city_table (town) = a modern city street with lit restaurants ; crowd, glasses, cutlery
    ; coffee houses london cuisine table
seed_vault (in) = a cold laboratory with shelves of small sealed boxes ; a low fan, footsteps ; ice copy vault
spice_sea (water) = the open sea with a ship under sail at sea ; waves, creaking timber ; ocean cross wars empires
rice_water (shore) = a green wetland of rice, marsh water between dikes ; frogs, water ; rice fields
caravan_steppe = a dry steppe, a wide plain with far hills ; wind, camel bells ; trade caravan china
tea_house (town) = a village of wooden houses with a tea garden ; water, soft voices ; tea ceremony village
recipe_library (in) = a library of old recipe books, bookshelves ; turning pages, a clock ; recipe history pope king
things
bread (in) = a round loaf of bread on a board
coins (town in) = a heap of silver coins
seed_box (in land) = a wooden box with labelled seeds
teapot (in) = an old clay teapot
recipe_book (in) = a stained handwritten recipe book
knife (in) = a kitchen knife with a wooden handle
honey_jar (in land) = a jar of golden honey
basket = a woven basket of ripe fruit
lines
open
wheat_field farmer - : Someone once saved a handful of grass seed instead of eating it.
farm_kitchen grandmother recipe_book : Nothing in this kitchen is measured, and nothing ever comes out wrong.
spice_market trader coins : Wars were fought for things that now stand beside the salt.
world
terraces picker basket : These steps were cut by hand, and every stair feeds a family.
orchard beekeeper honey_jar : One third of any table was first visited by a bee.
harbour_warehouse trader - : A plant would cross the ocean, change its name, and change a nation.
cellar cook - : Mould, darkness, and time do here what no chef could manage.
plantation picker basket : Sweetness had a cost, and those who drank it rarely saw it.
spice_market cook coins : A pinch of something red could once buy you a good horse.
work
bakehouse grandmother bread : Flour, water, salt, and a living thing that must be kept waiting.
farm_kitchen cook+grandmother knife : She teaches without words: a look, a taste, a tap upon the wrist.
wheat_field farmer - : A season's work comes down to nine dry days in August.
orchard picker+beekeeper honey_jar : They move slowly among the hives, since hurry is a kind of threat.
terraces farmer seed_box : Seeds were exchanged at weddings, which made them family as well.
trial
dry_field farmer - : The rain was late by a week, then a month, then altogether.
plantation trader - : A spot upon one leaf was enough to empty half a country.
farm_kitchen grandmother - : In the hungry years she could make soup from almost nothing.
harbour_warehouse cook coins : Full ships sailed out past people who had nothing left to eat.
cellar farmer seed_box : They starved beside the seed, because spring was stronger than hunger.
turn
seed_vault farmer seed_box : In a mountain of ice, somebody began to keep a copy of everything.
city_table cook+trader - : A peasant's dish put on a clean shirt and was called cuisine.
wheat_field picker+farmer bread : New grain stood short and heavy, and a famine failed to come.
bakehouse cook bread : Just as the old ways were vanishing, young hands asked for the starter.
close
city_table - teapot : The table is cleared, yet nobody gets up, which is the point.
farm_kitchen grandmother recipe_book : The last page of the book is blank, and stained in advance.
orchard - basket : Whoever plants a pear tree, the saying goes, plants it for heirs.
terraces farmer teapot : Evening, steam, a cup in both hands; the oldest ceremony there is.
"""

THEMES = {"machine": MACHINE, "food": FOOD}

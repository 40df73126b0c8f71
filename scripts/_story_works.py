"""What the offline author knows of works: rail, city, machines, food."""

RAIL = """
words: train trains rail railway railroad station locomotive steam engine track express tunnel journey travel
words: passenger conductor platform timetable orient siberian subway metro signal carriage commuter
about: the age of the railway
people
driver = a driver in a blue jacket and cap, hand on a lever
conductor = a lady in a dark railway uniform with a whistle, standing
traveller = a woman in a travelling coat with a suitcase, waiting
fireman = a worker with a shovel and a sooty face, bending
signalman = an old man in a waistcoat, hands on tall levers
boy = a boy in short trousers, waving
places
grand_station (in) = a grand station hall with an iron roof and a great clock ; crowd, echo, a whistle
night_train = a long night train with lit windows on railway tracks ; rolling wheels, a far whistle
viaduct = a high stone viaduct over a green valley ; distant train, wind
engine_shed (in) = an engine shed, a smoky workshop interior with black locomotives ; hissing steam, hammers
signal_box (in) = a small signal cabin, a room with levers, windows and a stove ; bells, clicking levers
mountain_tunnel = a steep mountain pass with a tunnel mouth between peaks ; wind, dripping water, a far rumble
sleeping_car (in) = a wooden sleeping compartment, a cabin interior with a lamp and a window ; rolling wheels, soft rattling
country_halt = a small village halt with flowers and one bench ; birds, wind, a bell
rail_yard = a wide city yard of freight wagons and tall lamps ; clanking couplings, engines
steppe = an endless grassy steppe with a single railway line ; wind, humming rails
border_post = a border post on the tundra with a barrier and tall lamps ; footsteps, low voices, an engine idling
abandoned_line = a meadow with young birches and two rusted lines of iron ; wind in grass, birds
things
pocket_watch = a silver pocket watch with an open lid
ticket = a small punched ticket
suitcase = a leather suitcase with labels
lantern = a red and green signal lantern
timetable = a thick book of departure times
shovel = a coal shovel with a worn blade
telegraph = a brass telegraph key
station_bell = a brass station bell
lines
open
grand_station traveller suitcase : Under this roof, people have been leaving each other since breakfast.
night_train - - : A line of windows crosses the dark, and every window is a life.
country_halt boy - : For a small place, two trains a day were the whole world.
world
viaduct - - : Stone by stone they gave the valley a second, faster horizon.
steppe traveller - : Days pass outside without a hill, and time itself begins to stretch.
grand_station conductor pocket_watch : Before the railway, every town kept its own noon, and nobody minded.
mountain_tunnel fireman lantern : Two crews dug toward each other for years, guided only by arithmetic.
sleeping_car traveller ticket : Strangers share a night, a lamp, and secrets they will never repeat.
rail_yard signalman - : What a city eats tomorrow is standing here tonight, waiting in wagons.
work
engine_shed driver+fireman shovel : Steam has to be woken slowly, hours before the passengers wake.
signal_box signalman telegraph : A bell, a lever, an answering bell; whole cities depend on his manners.
night_train fireman shovel : By morning he has moved six tons, and seen nothing but fire.
grand_station conductor+traveller timetable : Every departure is a promise, printed in small type for everyone.
country_halt conductor station_bell : One breath on a whistle, and a thousand tons begin to lean.
trial
mountain_tunnel driver lantern : In the tunnel, smoke came back at them, and nobody spoke.
steppe driver - : Snow buried the line for nine days, and the boiler kept them alive.
border_post traveller ticket : At the border the lamps were bright, and every paper was read twice.
signal_box signalman lantern : One wrong lever at midnight is a lesson an entire country remembers.
viaduct fireman - : Iron tires too; it hums a little lower before the end.
turn
engine_shed driver - : When diesel arrived, the shed fell quiet, and hands forgot their trade.
abandoned_line boy timetable : Lines that had cost fortunes were closed with a single sheet of paper.
grand_station signalman+conductor telegraph : The last signal was changed by somebody in another city, on a screen.
night_train traveller+boy suitcase : Then people tired of airports remembered the pleasure of simply being carried.
close
night_train - - : One last lit window passes, and the dark puts itself together again.
abandoned_line - lantern : Birches stand between the rails now, like passengers who never gave up.
country_halt boy station_bell : He waves, as boys do, and somebody behind the glass waves back.
steppe driver pocket_watch : Ahead there is always more line, and someone expected at the end.
"""

CITY = """
words: city cities urban street skyscraper neighbourhood neighborhood town paris london york tokyo rome istanbul
words: metropolis architecture building tower market square traffic apartment night shop bridge suburb mayor venice
words: berlin
about: the life of the city
people
street_sweeper = a street worker in an orange vest, sweeping
baker = a baker in a white apron with a tray of bread
architect = an engineer in round glasses with a long plan, an architect, standing
flower_seller = a flower seller with a headscarf and baskets, sitting
taxi_driver = a taxi driver in a flat cap, leaning on a car
musician = a street musician with a violin, playing
places
skyline = a city skyline of towers across a wide river ; city murmur, wind
old_square = an old city square with a fountain and arcades ; fountain, footsteps, pigeons
back_alley = a narrow alley with washing lines and cats ; dripping, distant voices
rooftops = a jumble of tiled rooftops, chimneys and antennas ; pigeons, city murmur
market_hall (in) = a busy market hall with fruit stalls and iron columns ; crowd, calling voices
subway (in) = an underground station platform with tiles and an arriving train on the rails ; train brakes, crowd
building_site = a city building site with a half built tower and cranes ; hammers, engines
riverside = a stone river quay in the city with book stalls ; river water, footsteps
bakery (in) = a small bakery with an oven, sacks of flour and warm bread ; crackling fire, trays
avenue = a broad rainy avenue with shining pavement and street lamps ; traffic, rain
stairwell (in) = a tall interior hall with a stair, iron banisters and a skylight ; footsteps, echo, a door
park = a park clearing with old trees, a pond and benches ; children far away, birds
things
cup = a cup of hot coffee
key_ring = many heavy keys on a hoop
bread = a fresh round loaf of bread
violin = a violin with its bow
street_lamp = an old iron street lamp
plan = a blue architectural plan
letter = a folded letter with a stamp
street_clock = an old round street clock
lines
open
skyline - street_lamp : A million windows, and behind every one of them somebody's only life.
old_square street_sweeper cup : Before the city wakes, it belongs to those who clean it.
rooftops - - : Nobody planned this view; it was built one argument at a time.
world
back_alley flower_seller key_ring : The alleys are older than the streets, and far better informed.
market_hall baker+flower_seller bread : Everything worth knowing was first whispered here, across a crate of pears.
subway musician violin : Under the pavement runs a second city, faster and less polite.
riverside - letter : The river was the reason, though few remember to ask it now.
avenue taxi_driver street_lamp : At rush hour the avenue moves like honey, and swears like sailors.
stairwell - key_ring : Six floors, forty names, and one staircase that has heard them all.
work
bakery baker bread : The oven is lit at two, so that morning smells of morning.
building_site architect plan : On paper the tower weighed nothing; now every bolt has an opinion.
avenue taxi_driver letter : Twenty years of corners are folded neatly somewhere behind his eyes.
old_square flower_seller+musician violin : One sells roses and one sells waltzes, and neither makes much.
park street_sweeper cup : Each leaf is swept twice, since trees respect no working hours.
trial
back_alley - street_lamp : One winter the lights went out, and neighbours learned each other's names.
building_site architect+street_sweeper - : Whole quarters vanished behind fences before anybody had said goodbye.
subway taxi_driver - : In the great flood, water found the tunnels first, then the cellars.
stairwell musician letter : Rents climbed the stairs two at once, and people quietly came down.
market_hall baker - : Shortage taught the market new arithmetic: a coat for a sack of flour.
turn
park flower_seller street_clock : Then someone planted a garden on waste ground, and nobody stopped her.
building_site architect plan : The drawings changed when residents were finally asked where they sat.
riverside taxi_driver+musician - : Cars left the embankment one summer, and music moved straight in.
rooftops baker - : From up here it became clear that the city was growing upward again.
close
skyline - - : Night comes on in squares of yellow, one supper after another.
old_square musician violin : The square empties slowly, keeping the last tune for itself awhile.
avenue street_sweeper street_lamp : Rain washes the day from the stones, and tomorrow starts clean.
park - street_clock : A city is never finished; that is its trouble and its mercy.
"""

MACHINE = """
words: machine machines artificial intelligence neural algorithm data invention inventor engine factory computer
words: robot electricity telephone radio industrial industry technology patent workshop clockwork automaton
words: engineer engineering steam code software internet telegraph battery clock printing zipper camera bicycle
words: typewriter car automobile calculator
about: the machines that changed us
people
inventor = an inventor with rolled sleeves and wild hair, leaning over a bench
machinist = a mechanic in overalls with a wrench, standing
clerk = a clerk at a desk with sleeve garters, writing
factory_girl = a young factory woman in a headscarf, hands at work
investor = a merchant in a top hat and fur collar, arms folded
robot = a simple metal robot with round eyes, standing
places
workshop (in) = a cluttered workshop with a bench, gears and one lamp ; ticking, a file on metal
factory_floor (in) = a long factory hall interior with belts, wheels and tall windows ; machines, belts, hammers
patent_office (in) = a tall office with drawers to the ceiling and a desk ; pens, paper, a clock
smokestacks = a city of brick factories with smoking chimneys ; distant machines, a steam whistle
exhibition_hall (in) = a glass exhibition hall full of visitors and engines ; crowd, organ far away
power_house (in) = a power hall interior with huge turbines and brass dials ; deep electric hum
night_street = a city street with the first electric lamps shining ; footsteps, faint buzzing
scrapyard = a wide plain with heaps of rusted machines ; wind, loose metal
test_field = a grassland with a strange machine on wheels ; wind, engine coughing
control_room (in) = a control room with screens, switches and cables ; soft beeps, fans
clean_lab (in) = a bright clean laboratory with glass walls and robot arms ; soft motors, air
attic (in) = a dusty attic with trunks, a window and an old machine ; rain on a roof
things
gear = a brass gear wheel with fine teeth
blueprint = a blueprint with white lines
light_bulb = an early lightbulb with a glowing thread
wrench = a heavy steel wrench
radio = a wooden radio with a round dial
clock = a table clock with open clockwork
punch_card = a box of punched cards
prototype = a small strange machine of wood and wire
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
power_house machinist - : Nobody could see what these wheels made; everybody soon needed it.
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
power_house investor - : Those who had laughed bought shares, and claimed to have always known.
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
farmer = a farmer in a straw hat and boots, leaning on a hoe
cook = a cook in a white apron, stirring a pot
trader = a spice trader in a long robe, holding a scale
grandmother = a grandmother in a flowered apron, kneading dough
beekeeper = a beekeeper in a veil, holding a frame of comb
picker = a young farmer with a basket on her back, reaching up
places
wheat_field = a wide golden wheat field under a big sky ; wind in wheat, larks
terraces = green hillside terraces with narrow paths and water ; trickling water, insects
farm_kitchen (in) = a kitchen room with a wood stove, copper pans and a long table ; crackling fire, chopping
spice_market = a town square with stalls of coloured spices and cloth awnings ; crowd, calling voices
orchard = an orchard of old trees heavy with fruit ; bees, birds, leaves
cellar (in) = a cool stone cellar room with barrels and wheels of cheese ; dripping, quiet footsteps
harbour_warehouse = a harbour warehouse with sacks, cranes and sailing ships ; gulls, creaking ropes, voices
bakehouse (in) = a bakery interior with a brick oven and long wooden paddles ; crackling fire, wooden trays
dry_field = a cracked field of failed crops under a pale sky ; dry wind, a crow
plantation = long rows of bushes on misty green hills ; insects, distant singing
city_table (in) = a bright tavern interior with glasses and many plates ; crowd, glasses, cutlery
seed_vault (in) = a cold vault interior, a room with shelves of small sealed boxes ; a low fan, footsteps
things
bread = a round loaf of bread on a board
coins = a heap of silver coins
seed_box = a wooden box with labelled seeds
teapot = an old clay teapot
recipe_book = a stained handwritten recipe book
knife = a kitchen knife with a wooden handle
honey_jar = a jar of golden honey
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

THEMES = {"rail": RAIL, "city": CITY, "machine": MACHINE, "food": FOOD}

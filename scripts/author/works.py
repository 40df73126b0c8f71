"""What the offline author knows of works: rail, city."""

RAIL = """
words: train trains rail railway railroad station locomotive steam engine track express tunnel journey travel
words: passenger conductor platform timetable orient siberian subway metro signal carriage commuter
about: the age of the railway
people
driver = a driver in a blue jacket and cap, hand on a lever ; drivers engine
conductor = a lady in a dark railway uniform, a conductor with a whistle, standing ; conductors samovar
traveller = a woman in a travelling coat with a suitcase, waiting ; travellers passengers strangers people
fireman = a worker with a shovel and a sooty face, bending ; coal steam
signalman = an old man in a waistcoat, hands on tall levers ; signal
boy = a boy in short trousers, waving ; children
locomotive (rails) = a long train behind a steam locomotive ; engine express
places
grand_station (town rails) = a grand railway station hall with an iron roof and a great clock ; crowd, echo, a whistle
    ; moscow crowded hall begin
steppe = an endless grassy steppe, a wide plain with a single railway line and a train ; wind, humming
    rails ; hill longest time days zones
taiga_line = a pine forest, taiga without end, a train between the trees ; wind in pines, a far whistle
    ; siberia forest slow
mountain_line = snowy mountain peaks, a train on the pass ; distant train, wind ; tunnel bend crews
night_crossing = a winter tundra at night in Siberia, a train with lit windows ; rolling wheels, a far
    whistle ; night dark snow line
sleeping_car (in) = a train compartment, a cabin with a lamp and a wide window ; rolling wheels, soft rattling
    ; share tea bread window strangers night slow
engine_shed (in) = an engine shed, a smoky workshop interior ; hissing steam, hammers ; steam boiler coal
signal_box (in) = a small signal room with levers, windows and a stove ; bells, clicking levers ; lever bell
country_halt (town rails) = a small village with wooden houses along the rails ; birds, wind, a bell ; small place
lake_shore (shore) = a wide lake, the train running along the lakeside ; water, rolling wheels ; baikal water
river_bridge (shore) = a broad river in a valley, a railway bridge and a train ; river water, a far train
    ; bridge viaduct stone iron
rail_yard (town rails) = a modern city skyline behind a train yard with tall lamps ; clanking couplings, engines
    ; city wagons morning
last_harbour (shore town rails) = a harbour quay at the end of the line, boats on the ocean ; gulls, waves
    ; pacific stop stops rails end
timetable_archive (in) = an archive of timetables and old maps, bookshelves ; turning pages, a clock
    ; clock noon built history
farm_line (land rails) = farmland with golden fields beside the line ; larks, a far whistle ; harvest
things
pocket_watch (in town) = a silver pocket watch with an open lid
ticket (in town) = a small punched ticket
suitcase (town in) = a leather suitcase with labels
lantern = a red and green signal lantern
timetable (in) = a thick book of departure times
samovar (in) = a brass samovar, a teapot with two cups of tea
shovel (in) = a coal shovel with a worn blade
telegraph (in) = a brass telegraph key
lines
open
grand_station traveller suitcase : Under this roof, people have been leaving each other since breakfast.
night_crossing - - : A line of windows crosses the dark, and every window is a life.
country_halt boy - : For a small place, two trains a day were the whole world.
world
river_bridge - - : Stone by stone they gave the valley a second, faster horizon.
steppe traveller - : Days pass outside without a hill, and time itself begins to stretch.
grand_station conductor pocket_watch : Before the railway, every town kept its own noon, and nobody minded.
mountain_line fireman lantern : Two crews dug toward each other for years, guided only by arithmetic.
sleeping_car traveller ticket : Strangers share a night, a lamp, and secrets they will never repeat.
rail_yard signalman - : What a city eats tomorrow is standing here tonight, waiting in wagons.
work
engine_shed driver+fireman shovel : Steam has to be woken slowly, hours before the passengers wake.
signal_box signalman telegraph : A bell, a lever, an answering bell; whole cities depend on his manners.
night_crossing fireman shovel : By morning he has moved six tons, and seen nothing but fire.
grand_station conductor+traveller timetable : Every departure is a promise, printed in small type for everyone.
country_halt conductor - : One breath on a whistle, and a thousand tons begin to lean.
trial
mountain_line driver lantern : In the tunnel, smoke came back at them, and nobody spoke.
steppe driver - : Snow buried the line for nine days, and the boiler kept them alive.
rail_yard traveller ticket : At the border the lamps were bright, and every paper was read twice.
signal_box signalman lantern : One wrong lever at midnight is a lesson an entire country remembers.
river_bridge fireman - : Iron tires too; it hums a little lower before the end.
turn
engine_shed driver - : When diesel arrived, the shed fell quiet, and hands forgot their trade.
farm_line boy timetable : Lines that had cost fortunes were closed with a single sheet of paper.
grand_station signalman+conductor telegraph : The last signal was changed by somebody in another city, on a screen.
night_crossing traveller+boy suitcase : Then people tired of airports remembered the pleasure of simply being carried.
close
night_crossing - - : One last lit window passes, and the dark puts itself together again.
farm_line - lantern : Birches stand between the rails now, like passengers who never gave up.
country_halt boy - : He waves, as boys do, and somebody behind the glass waves back.
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
architect = an engineer in round glasses with a long plan, an architect, standing ; builders
flower_seller = a flower seller with a headscarf and baskets, sitting
taxi_driver = a taxi driver in a flat cap, standing
musician = a street musician with a violin, playing
places
skyline (town) = a modern city skyline of skyscrapers ; city murmur, wind ; windows night
old_square (town) = an old city square with a fountain and arcades ; fountain, footsteps, pigeons ; square
back_alley (town) = an old town alley in the rain, washing lines ; dripping, distant voices ; alleys neighbours
market_hall (in) = a market hall, an interior with fruit stalls and iron columns ; crowd, calling voices ; market
subway (town) = an underground station platform with an arriving train on the rails ; train brakes, crowd
    ; tunnels metro pavement
building_site (town) = a modern city of cranes, a half built tower above the streets ; hammers, engines
    ; tower fences drawings
riverside (shore town) = a stone river quay, a harbour with book stalls and boats ; river water, footsteps
    ; river embankment
bakery (in) = a small bakery room with an oven, flour and warm bread ; crackling fire, trays ; oven bread
avenue (town) = a broad city avenue with shining wet streets and lamps ; traffic, rain ; rush corners rain
city_archive (in) = an archive of city plans, bookshelves to the ceiling ; footsteps, echo, a door
    ; history years walls berlin names
park (shore land) = a park with a pond, a still lake under the trees ; children far away, birds ; leaf garden
stairwell (in) = a tall stairwell with iron banisters and a skylight ; footsteps, echo, a door
    ; stairs floors staircase rents
first_village (town) = a village of low houses where the city began ; hens, a bell ; began older
city_hill = a meadow on a hill above the plain, towers far away ; soft wind ; planned view
suburb_fields = farmland at the edge of town, fields and hedges ; wind, a far siren ; suburb ground
city_wood = a leafy forest at the end of the tram line ; birds, wind ; trees
observatory_lab (in) = a laboratory of materials with glass and steel ; soft hum ; science pollution
things
cup (in town) = a cup of hot coffee
key_ring (in town) = many heavy keys on a hoop
bread (in town) = a fresh round loaf of bread
violin (town) = a violin with its bow
street_lamp (town) = an old iron street lamp
plan (in) = a blue architectural plan
letter (in) = a folded letter with a stamp
street_clock (town) = an old round street clock
lines
open
skyline - street_lamp : A million windows, and behind every one of them somebody's only life.
old_square street_sweeper cup : Before the city wakes, it belongs to those who clean it.
skyline - - : Nobody planned this view; it was built one argument at a time.
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
skyline baker - : From up here it became clear that the city was growing upward again.
close
skyline - - : Night comes on in squares of yellow, one supper after another.
old_square musician violin : The square empties slowly, keeping the last tune for itself awhile.
avenue street_sweeper street_lamp : Rain washes the day from the stones, and tomorrow starts clean.
park - street_clock : A city is never finished; that is its trouble and its mercy.
"""

THEMES = {"rail": RAIL, "city": CITY}

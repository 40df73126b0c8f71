"""What the offline author knows of waters: the coast and its lights, the deep sea, the rivers."""

SEA = """
words: lighthouse keeper beacon coast sea ocean harbour harbor sailor ship shipwreck wreck fisherman fishing island
words: tide wave cliff port lifeboat maritime sail boat pirate whaler foghorn mariner lamp lens rock shore seafarer
about: the people of the coast
people
keeper = an old lighthouse keeper in a long dark coat, lantern in hand, standing
    ; keepers families people men
sailor = a young sailor in a knitted jersey and cap, holding a coil of rope, standing ; sailors crew boats fishermen
fishwife = a woman in a shawl and apron, carrying a basket of fish, walking ; wives women families mothers
captain = a bearded sea captain in a peaked cap and oilskin, hand raised to the brow ; captains ships pirates
child = a small child in a woollen coat, looking up, standing ; children families daughter
inspector = a tall inspector in a bowler hat and overcoat, notebook in hand
    ; machines engineers officials arrived replaced
tall_ship (water) = a tall ship under full sail on the swell ; ships voyage sail wreck shipwreck
places
lighthouse (shore) = a tall white lighthouse tower on a bare rock ; wind over cliffs, distant waves
    ; tower light rock turning empty atlantic begins dawn
cliff_path (shore) = a narrow path along a grassy headland, a lighthouse on the far cliff ; wind in grass, gulls
    ; walked home
harbour (shore town) = a small stone harbour with fishing boats, a lighthouse on the pier ; gulls, water against
    wood, ropes creaking ; port boats ships
night_light (shore) = a lighthouse at night over a dark coast, its beam among the stars ; waves on rocks, wind
    ; lamp burning beam turns turning tonight tower flashes light
lighthouse_bay (shore) = a sandy bay at low tide beneath a lighthouse, a wide beach ; small waves, gulls
    ; sand shore children
lamp_room (in) = a round lamp room of a lighthouse with a great glass lens and tall windows ; slow clockwork, wind
    outside ; light burning machines machine
keepers_kitchen (in) = a small round kitchen with an iron stove, a table and two chairs ; crackling fire, a kettle
    ; families lived home winter
log_room (in) = a study with bookshelves of old log books and a barometer ; turning pages, a clock
    ; records written 1998 years
open_sea (water) = a wide open sea with long rolling waves and a far horizon ; deep waves, wind ; ocean sail voyage
storm_coast (shore) = a lighthouse on a rocky coast in a storm, high surf and flying spray ; heavy waves, wind,
    thunder ; gale wreck night
far_islands (water) = low green islands in a quiet ocean at slack water ; wind, shallow water ; island tide
fishing_village (town) = a fishing village of stone cottages above the water ; gulls, a distant bell
    ; families people houses
fog_bank (water) = the open sea under thick fog, grey and still ; a foghorn, quiet water ; ships lost
ship_deck (deck) = the ship's deck in long rolling waves, rope and rail ; creaking timber, waves
    ; captain sailors sail west land boat
spiral_stair (in) = a spiral stair of worn stone inside a tower ; footsteps on stone, echo
    ; steps stair empty tower climb carried
wild_beach (shore) = a long empty beach with driftwood and shallow pools ; small waves, gulls ; sand sea shells
things
lamp = a brass oil lamp with a tall glass chimney ; light flame burning
logbook (in) = an open logbook with handwritten lines and a pen
telescope (shore in) = a brass telescope on a wooden stand
bell (shore town) = a bronze bell hanging from an iron bracket
compass = a brass compass in a wooden case
boat (shore water) = a small wooden rowing boat with two oars
letter (in) = a folded letter with a broken wax seal
clock (in) = a round brass ship's clock
lines
open
lighthouse - lamp : Long before the engines, one small flame held back a whole sea.
ship_deck captain compass : From out here, the land is only a rumour and a light.
cliff_path keeper telescope : Someone always walked this path at dusk, whatever the weather had planned.
world
lighthouse keeper - : The tower stands where no road goes, and only waves come calling.
harbour fishwife boat : Down in the harbour, every family has lent somebody to the water.
fishing_village child bell : When the bell rings in the village, nobody asks what it means.
lighthouse_bay - boat : Twice a day the tide decides who may leave and who stays.
spiral_stair keeper - : Two hundred steps rise in the dark, worn hollow by patient boots.
wild_beach child - : What the sea takes at night, it often returns by morning, changed.
ship_deck sailor - : Sailors learned to read this water as others learn to read faces.
work
lamp_room keeper lamp : The lens was polished each day until it vanished, leaving only light.
keepers_kitchen keeper+sailor clock : Two men shared one table, one stove, and months of the same stories.
lamp_room keeper logbook : Every ship, every change of wind went into the book by hand.
harbour sailor+fishwife boat : Nets were mended before they tore, because the sea forgives no delay.
lamp_room inspector clock : An inspector came without warning, and looked first at the brass.
keepers_kitchen keeper letter : Letters arrived with the coal, weeks late, and were read by heart.
trial
fog_bank - - : Fog is the quiet enemy; it hides the rock and swallows the warning.
storm_coast sailor - : A single mistake was enough, and the rocks never gave second chances.
lighthouse keeper lamp : On the worst nights, spray climbed the tower and hammered at the glass.
ship_deck captain+sailor compass : The storm came from the west, faster than any boat could run.
spiral_stair keeper lamp : If the light failed, he carried oil up the stair until morning.
cliff_path fishwife - : Those who waited on shore counted the sails, and then counted again.
turn
lamp_room inspector - : One day a sealed box was fitted, and it needed nobody at all.
lighthouse keeper+inspector - : Without ceremony, the watch that had lasted generations was simply switched over.
keepers_kitchen - clock : The stove went cold first, then the clock, and finally the voices.
harbour captain - : New instruments found the way through fog, and pride learned to follow.
close
lighthouse - - : The beam still turns tonight, faithful to ships that no longer ask.
lighthouse_bay child telescope : Children still look for the light, and still count between the flashes.
cliff_path keeper - : Nobody walks the path now, yet the grass has kept its shape.
ship_deck sailor boat : Somewhere past the edge of sight, somebody sees it and turns home.
wild_beach - bell : The sea keeps no records, so it falls to people to remember.
"""

DEEP = """
words: deep sea ocean abyss abyssal submarine submersible squid octopus whale jellyfish coral reef diver diving seafloor
words: trench bioluminescence bioluminescent creature underwater undersea shark fish anglerfish plankton vent
words: marine kelp dark pressure
about: life in the deep sea
people
anglerfish (depth) = an anglerfish with long teeth and a glowing lure, hovering ; animals creature light hunters
diver (depth deck) = a deep sea diver in a round helmet and heavy suit, standing ; people divers explorers
giant_squid (depth) = a giant squid with trailing arms and one great eye, gliding
    ; octopus octopuses animals creatures monster
biologist = a marine biologist with a notebook and a raincoat, leaning forward
    ; people science scientists researchers explain
whale (depth) = a sperm whale with a scarred head, diving steeply ; whales animals giants
jellyfish (depth) = a pale glowing jellyfish with long thin tentacles, drifting ; animals creatures light spark lives
shark (depth) = a slow grey shark with a white belly, gliding ; sharks fish animals hunters
places
surface (water) = a calm open ocean to the far horizon, small waves ; light wind, small waves
    ; above breath surface calm thin
research_harbour (shore town) = a harbour quay with a research ship and cranes ; engine hum, waves, gulls
    ; ship port crew
coral_reef (depth) = a coral reef in clear shallow water, sea fans and small fish ; muffled water, faint crackling
    ; corals reefs fish stone house
twilight_zone (depth) = open water in the twilight zone of the deep sea, blue fading to dark, marine snow ; low hum,
    slow water ; below reach sun dark descent whale home colour
sea_floor (depth) = a muddy sea floor in the deep sea, flat and pale, a few sea lilies ; deep silence, distant rumble
    ; bottom deepest floor walked moon home
vent_field (depth) = hydrothermal vents, black smokers on the ocean floor of the deep sea ; bubbling, low rumble
    ; hot water chimneys life
trench (depth) = a deep trench between two dark walls underwater ; deep rumble, silence ; deepest abyss pressure
kelp_forest (depth) = a kelp forest underwater, tall stems rising to the light ; muffled waves, clicks ; green seaweed
submarine_cabin (in) = a tiny submarine cabin with dials and one round window, a narrow room ; soft beeps,
    breathing, a fan ; descent dive pressure
glowing_field (depth) = bioluminescent glowing lights in the black abyss of the deep sea ; low hum, soft chimes
    ; light lights own living blue spark find
whale_fall (depth) = a whale skeleton, pale ribs on the dark sea floor of the deep sea ; deep silence, slow water
    ; death dead bones
ship_laboratory (in) = a ship's laboratory with glass jars, lamps and a microscope ; glass clinking, engine hum
    ; science species study
research_deck (deck) = the steel deck of a research ship on the open sea ; engine hum, waves, wind
    ; ship dive descent cable storm above board
ship_wreck (depth) = a ship wreck underwater, ribs on the dark sea floor ; low creaks, slow water
    ; wreck ship lost sunk
chart_room (in) = an archive of sea charts and log books, a reading room ; turning pages, a clock ; map mapped history
tide_pools (shore) = a rocky shore with tide pools, a wide sandy bay ; small waves, gulls ; coast beach ebb
polar_sea (water) = icebergs drifting in a polar sea, pack ice ; ice grinding, water ; cold arctic
night_sea (water) = the open ocean at night, long dark waves under the moon ; slow waves, wind ; stars
storm_sea (water) = the high seas in a storm, steep waves and flying foam ; heavy waves, wind ; weather
things
lamp (in shore) = a heavy underwater lamp with a bright beam
globe (in) = a heavy glass globe in a rope net
sample_jar (in) = a glass jar holding a small pale creature
gauge (in) = a round depth gauge with a green dial
map (in) = a hand drawn chart of the sea floor
shell (depth shore) = a large spiral shell
submersible (depth) = a small yellow submarine with two steel arms ; submarine dive machine
radio (in) = a ship's radio with a coiled cord
anchor (depth) = a rusty anchor with a broken chain ; wreck ship
bottle (depth shore) = an old green bottle, overgrown
lines
open
surface - - : Look at the surface long enough, and it begins to seem thin.
twilight_zone whale - : A few hundred metres down, the colour blue is the last to go.
glowing_field jellyfish - : Down here the dark is alive, and it speaks in small lights.
world
coral_reef - shell : Near the surface, every stone is somebody's house, and every house is full.
twilight_zone giant_squid - : Each night, half the ocean rises to feed, and sinks before sunrise.
sea_floor - - : Snow falls here without weather: crumbs of life from the water above.
glowing_field anglerfish - : Light is a lure, a warning, a love letter, often all three.
kelp_forest diver - : In the kelp, even giants move gently, passing like guests between curtains.
vent_field - - : Around boiling water that should kill everything, whole cities quietly flourish.
trench anglerfish submersible : The trench is deeper than any mountain is high, and barely mapped.
work
research_deck biologist - : Every descent starts with a cable, a checklist, and a long silence.
submarine_cabin biologist globe : Two people share a sphere no wider than a garden table.
ship_laboratory biologist sample_jar : Back on board, each catch is named, measured, and handled like glass.
submarine_cabin biologist gauge : Sound goes where light cannot, and draws the bottom in green echoes.
ship_laboratory biologist map : Line after line, the blank part of the chart grows a little smaller.
trial
trench diver submersible : At such depth, the weight of the water never stops asking questions.
twilight_zone whale+giant_squid - : Whales come up with round scars, and nobody has watched the battle.
submarine_cabin biologist lamp : When a lamp fails below, the dark is sudden, whole, and patient.
sea_floor anglerfish - : Meals are rare in this country, and nothing with teeth says no.
research_deck biologist+diver - : A storm above can end the dive below before anything is seen.
whale_fall - submersible : One dead whale can feed the floor of the sea for decades.
turn
vent_field diver submersible : Then the lights met something that had never needed the sun at all.
ship_laboratory biologist sample_jar : What they brought up fitted no drawer, and so began a new one.
coral_reef - - : Even the deepest water now carries traces of what happens on land.
sea_floor diver - : We had called it empty, because we had only asked it once.
close
glowing_field giant_squid - : Something looks back from the dark, curious perhaps, and then is gone.
surface whale - : A breath, a tail, a ring of foam, and the door closes.
research_deck biologist - : The ship turns for home with more questions than it carried out.
twilight_zone jellyfish - : Most of our world lies down there, still waiting for its first visitor.
"""

RIVER = """
words: river stream delta flood flooding bridge ferry canal dam bank valley lake water waterfall mill raft nile
words: amazon danube mississippi ganges rhine thames wetland spring source salmon barge
about: the people of the river
people
ferryman = an old ferryman in a straw hat, leaning on a long pole ; crossing boat
miller = a broad miller in a floury apron, hands on hips ; mill
farmer_woman = a farmer woman with a headscarf and a hoe, bending forward ; fields harvest
engineer = an engineer in a waistcoat holding a rolled plan, standing ; dam bridge builders
boy = a barefoot boy with a fishing rod, sitting ; children fish
heron (shore land) = a grey heron on one leg, still, watching ; birds animals
salmon (depth) = a silver salmon leaping upstream ; fish
places
spring = a clear spring among ferns and mossy trees in a forest ; trickling water, small birds
    ; source begins stream rain
gorge (shore) = a river rushing through rapids under high mountains ; rushing river water ; stone slope
ferry_landing (shore) = a wooden ferry landing on a wide slow river, reeds along the riverbank ; river water, rope
    creaking ; crossing
watermill (town) = a village with an old watermill, cottages beside a stream ; a turning wheel, splashing water
    ; wheel
old_bridge (town) = an old town with an arched bridge, streets down to the water ; river water, distant voices
    ; towns banks stone
floodplain (shore) = a flat green wetland with marsh grass and shining pools ; frogs, wind in reeds
    ; low fields planting
market_quay (shore town) = a busy quay with barges and awnings, the harbour of a river town ; crowd, river water,
    carts ; trade boats grain
dam (shore) = a reservoir, a wide lake behind a dam between green slopes ; falling water, low hum
    ; concrete valley wall
delta (shore) = a wide delta of winding channels, a mangrove swamp ; birds, soft wind, shallow water ; sea mouth
river_fields = green farmland with crops and hedges on both banks ; wind in leaves, larks ; harvest seed planting
millers_room (in) = a dim mill room, a workshop with wooden gears and sacks ; wooden gears, rumbling stone
    ; bread mill
river_mouth (shore) = a sandy shore where fresh water meets the sea, a quiet bay ; distant waves, gulls ; ends ocean
snow_peaks = snowy mountain peaks above a high valley, melting ice ; wind, falling water
    ; mountains glacier rain begins
river_bed (depth) = underwater between smooth stones and green weed ; muffled water, bubbles ; salmon fish
canyon = a deep canyon of red rock, a desert mesa ; echoing wind ; carved years
things
oar (shore) = a long wooden oar
boat (shore water) = a flat wooden river boat with a lantern
millstone (town in) = a heavy wheel of grooved stone
map = an old map with one winding blue line
jug = a clay jug with a handle
basket = a small basket with two fish
flood_mark (shore land) = a stone with carved flood lines and dates
bell (shore town) = an old church bell, green with age
lines
open
spring - jug : It starts as something you could stop with one careful hand.
gorge heron - : Give water a slope and enough time, and mountains will step aside.
river_mouth ferryman map : All of it ends here, though nothing about a river truly ends.
world
floodplain heron - : The low fields belong to the river; people only borrow them.
old_bridge boy - : Towns grew where the banks came close enough to throw a rope.
ferry_landing ferryman oar : Crossing was once a conversation, and the ferryman knew every side of it.
delta - boat : Near the sea the river forgets its name and becomes a hundred.
market_quay farmer_woman boat : Grain, gossip, and news of war all came down the same water.
gorge - map : Maps draw one blue line, but it never lies in one place.
work
millers_room miller millstone : Inside the mill, the current became bread, one slow turn at once.
watermill miller+boy jug : A boy learned the wheel's moods before he learned to read.
ferry_landing ferryman+farmer_woman boat : She carried seed across in spring, and harvest home again in autumn.
floodplain farmer_woman jug : Planting followed the water's calendar, which nobody had ever written down.
old_bridge engineer map : Each stone was tested twice, for a bridge is a promise to strangers.
trial
dam - bell : One spring the water came up the street and did not stop.
floodplain farmer_woman flood_mark : The marks on the stone tell how high grief has already stood.
gorge ferryman boat : Rapids reward the humble and the quick, and rarely anybody else.
market_quay engineer - : In dry years boats sat on mud, and the whole quay fell silent.
ferry_landing heron - : Poison leaves no wave; first the frogs went, then the birds.
turn
dam engineer+farmer_woman - : Concrete rose across the valley, and upstream slowly turned into a lake.
dam ferryman bell : Families moved the graves first, then the doors, then finally themselves.
watermill miller - : When the wheel stopped turning, people noticed the silence before the loss.
spring engineer - : Somebody thought to ask what the river wanted, and things improved.
close
delta heron - : Left alone awhile, water finds its old bed without being shown.
old_bridge boy basket : A line in the current, an afternoon, and nothing whatever to prove.
river_mouth - boat : Rain falls on the mountains tonight, and the story sets out again.
ferry_landing ferryman - : The far bank is always there, patient, asking for nothing but passage.
"""

THEMES = {"sea": SEA, "deep": DEEP, "river": RIVER}

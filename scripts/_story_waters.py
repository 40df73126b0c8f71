"""What the offline author knows of waters: the coast and its lights, the deep sea, the rivers."""

SEA = """
words: lighthouse keeper beacon coast sea ocean harbour harbor sailor ship shipwreck wreck fisherman fishing island
words: tide wave cliff port lifeboat maritime sail boat pirate whaler foghorn mariner lamp lens rock shore seafarer
about: the people of the coast
people
keeper = an old lighthouse keeper in a long dark coat, lantern in hand, standing
sailor = a young sailor in a knitted jersey and cap, holding a coil of rope, standing
fishwife = a woman in a shawl and apron, carrying a basket of fish, walking
captain = a bearded sea captain in a peaked cap and oilskin, hand raised to the brow
child = a small child in a woollen coat, looking up, standing
inspector = a tall inspector in a bowler hat and overcoat, notebook in hand
places
lighthouse = a tall white lighthouse tower on a bare rock, waves breaking at its foot ; wind over cliffs, distant waves
cliff_path = a narrow path along grassy cliffs high above the sea ; wind in grass, gulls
harbour = a small stone harbour with wooden fishing boats and nets drying ; gulls, water against wood, ropes creaking
lamp_room (in) = a round lamp room with a great glass lens and tall curved windows ; slow clockwork, wind outside
spiral_stair (in) = a spiral stone stair inside a tower, worn steps, one small window ; footsteps on stone, echo
open_sea = a wide open sea with long rolling waves and a far horizon ; deep waves, wind
keepers_kitchen (in) = a small round kitchen with an iron stove, a table and two chairs ; crackling fire, a kettle
shipwreck = a wrecked wooden ship on a rocky coast, broken hull in the waves ; waves breaking on rocks, creaking timber
fishing_village = a fishing village of low stone houses on a hill above a bay ; gulls, a distant bell
tidal_island = a low tidal island with a causeway of smooth sand at ebb tide ; wind over sand, shallow water
fog_bank = the open sea under a wall of fog, a faint light behind it ; a foghorn, quiet water
beach = a long empty beach with driftwood and shallow pools ; small waves, gulls
things
lamp = a brass oil lamp with a tall glass chimney
logbook = an open logbook with handwritten lines and a pen
telescope = a brass telescope on a wooden stand
bell = a bronze bell hanging from an iron bracket
compass = a brass compass in a wooden case
boat = a small wooden rowing boat with two oars
letter = a folded letter with a broken wax seal
clock = a round brass ship's clock
lines
open
lighthouse - lamp : Long before the engines, one small flame held back a whole sea.
open_sea captain compass : From out here, the land is only a rumour and a light.
cliff_path keeper telescope : Someone always walked this path at dusk, whatever the weather had planned.
world
lighthouse keeper - : The tower stands where no road goes, and only waves come calling.
harbour fishwife boat : Down in the harbour, every family has lent somebody to the water.
fishing_village child bell : When the bell rings in the village, nobody asks what it means.
tidal_island - boat : Twice a day the tide decides who may leave and who stays.
spiral_stair keeper - : Two hundred steps rise in the dark, worn hollow by patient boots.
beach child - : What the sea takes at night, it often returns by morning, changed.
open_sea sailor - : Sailors learned to read this water as others learn to read faces.
work
lamp_room keeper lamp : The lens was polished each day until it vanished, leaving only light.
keepers_kitchen keeper+sailor clock : Two men shared one table, one stove, and months of the same stories.
lamp_room keeper logbook : Every ship, every change of wind went into the book by hand.
harbour sailor+fishwife boat : Nets were mended before they tore, because the sea forgives no delay.
lamp_room inspector clock : An inspector came without warning, and looked first at the brass.
keepers_kitchen keeper letter : Letters arrived with the coal, weeks late, and were read by heart.
trial
fog_bank captain bell : Fog is the quiet enemy; it hides the rock and swallows the warning.
shipwreck sailor - : A single mistake was enough, and the rocks never gave second chances.
lighthouse keeper lamp : On the worst nights, spray climbed the tower and hammered at the glass.
open_sea captain+sailor compass : The storm came from the west, faster than any boat could run.
spiral_stair keeper lamp : If the light failed, he carried oil up the stair until morning.
cliff_path fishwife - : Those who waited on shore counted the sails, and then counted again.
turn
lamp_room inspector - : One day a sealed box was fitted, and it needed nobody at all.
lighthouse keeper+inspector - : Without ceremony, the watch that had lasted generations was simply switched over.
keepers_kitchen - clock : The stove went cold first, then the clock, and finally the voices.
harbour captain - : New instruments found the way through fog, and pride learned to follow.
close
lighthouse - - : The beam still turns tonight, faithful to ships that no longer ask.
fishing_village child telescope : Children still look for the light, and still count between the flashes.
cliff_path keeper - : Nobody walks the path now, yet the grass has kept its shape.
open_sea sailor boat : Somewhere past the edge of sight, somebody sees it and turns home.
beach - bell : The sea keeps no records, so it falls to people to remember.
"""

DEEP = """
words: deep sea ocean abyss abyssal submarine submersible squid octopus whale jellyfish coral reef diver diving seafloor
words: trench bioluminescence bioluminescent creature underwater undersea shark fish anglerfish plankton vent
words: marine kelp dark pressure
about: life in the deep sea
people
anglerfish = an anglerfish with long teeth and a glowing lure, hovering
diver = a deep sea diver in a round helmet and heavy suit, standing
giant_squid = a giant squid with trailing arms and one great eye, gliding
biologist = a marine biologist with a notebook and a raincoat, leaning forward
whale = a sperm whale with a scarred head, diving steeply
jellyfish = a pale glowing jellyfish with long thin tentacles, drifting
places
surface = a calm open ocean seen from just above the waves, far horizon ; light wind, small waves
research_ship = a research ship with a crane on the open ocean ; engine hum, waves, gulls
coral_reef (under) = a coral reef in clear shallow water, sea fans and small fish ; muffled water, faint crackling
twilight_zone (under) = the deep sea, blue water fading into darkness below, fine drifting specks ; low hum, slow water
sea_floor (under) = a flat muddy sea floor with pale stones and a few sea lilies ; deep silence, distant rumble
vent_field (under) = black smoking chimneys of rock on the sea floor, white crabs around them ; bubbling, low rumble
trench (under) = a steep dark trench between two walls of rock under the sea ; deep rumble, silence
kelp_forest (under) = tall swaying kelp rising from rocks to the light ; muffled waves, clicks
submarine_cabin (in) = a tiny round submarine cabin with dials and one thick window ; soft beeps, breathing, a fan
glowing_field (under) = the abyss underwater, hundreds of tiny blue living lights ; low hum, soft chimes
whale_fall (under) = the huge pale skeleton of a whale on the dark sea floor ; deep silence, slow water
laboratory (in) = a ship's laboratory with glass jars, lamps and a microscope ; glass clinking, engine hum
things
lamp = a heavy underwater lamp with a bright beam
globe = a heavy glass globe in a rope net
sample_jar = a glass jar holding a small pale creature
gauge = a round depth gauge with a green dial
map = a hand drawn chart of the sea floor
shell = a large spiral shell
submersible = a small yellow submarine with two steel arms
radio = a ship's radio with a coiled cord
lines
open
surface - - : Look at the surface long enough, and it begins to seem thin.
twilight_zone whale - : A few hundred metres down, the colour blue is the last to go.
glowing_field jellyfish - : Down here the dark is alive, and it speaks in small lights.
world
coral_reef - shell : Near the surface, every stone is somebody's house, and every house is full.
twilight_zone giant_squid - : Each night, half the ocean rises to feed, and sinks before sunrise.
sea_floor - lamp : Snow falls here without weather: crumbs of life from the water above.
glowing_field anglerfish - : Light is a lure, a warning, a love letter, often all three.
kelp_forest diver - : In the kelp, even giants move gently, passing like guests between curtains.
vent_field - sample_jar : Around boiling water that should kill everything, whole cities quietly flourish.
trench anglerfish submersible : The trench is deeper than any mountain is high, and barely mapped.
work
research_ship biologist radio : Every descent starts with a cable, a checklist, and a long silence.
submarine_cabin biologist+diver globe : Two people share a sphere no wider than a garden table.
laboratory biologist sample_jar : Back on board, each catch is named, measured, and handled like glass.
submarine_cabin diver gauge : Sound goes where light cannot, and draws the bottom in green echoes.
laboratory biologist map : Line after line, the blank part of the chart grows a little smaller.
trial
trench diver submersible : At such depth, the weight of the water never stops asking questions.
twilight_zone whale+giant_squid - : Whales come up with round scars, and nobody has watched the battle.
submarine_cabin diver lamp : When a lamp fails below, the dark is sudden, whole, and patient.
sea_floor anglerfish - : Meals are rare in this country, and nothing with teeth says no.
research_ship biologist+diver radio : A storm above can end the dive below before anything is seen.
whale_fall - submersible : One dead whale can feed the floor of the sea for decades.
turn
vent_field biologist submersible : Then the lights met something that had never needed the sun at all.
laboratory biologist+diver sample_jar : What they brought up fitted no drawer, and so began a new one.
coral_reef - map : Even the deepest water now carries traces of what happens on land.
sea_floor diver - : We had called it empty, because we had only asked it once.
close
glowing_field giant_squid - : Something looks back from the dark, curious perhaps, and then is gone.
surface whale - : A breath, a tail, a ring of foam, and the door closes.
research_ship biologist - : The ship turns for home with more questions than it carried out.
twilight_zone jellyfish lamp : Most of our world lies down there, still waiting for its first visitor.
"""

RIVER = """
words: river stream delta flood flooding bridge ferry canal dam bank valley lake water waterfall mill raft nile
words: amazon danube mississippi ganges rhine thames wetland spring source salmon barge
about: the people of the river
people
ferryman = an old ferryman in a straw hat, leaning on a long pole
miller = a broad miller in a floury apron, hands on hips
farmer_woman = a farmer woman with a headscarf and a hoe, bending forward
engineer = an engineer in a waistcoat holding a rolled plan, standing
boy = a barefoot boy with a fishing rod, sitting
heron = a grey heron on one leg, still, watching
places
spring = a clear stream among mossy stones in a meadow ; trickling water, small birds
gorge = a rushing river in a narrow rocky gorge between high walls ; rushing river water
ferry_landing = a wooden ferry landing on a wide slow river, reeds beside it ; river water, rope creaking
watermill = an old watermill with a turning wooden wheel beside a stream ; a turning wheel, splashing water
old_bridge = an arched stone bridge over a broad river, a town behind ; river water, distant voices
floodplain = a flat green river plain with willows and shining pools ; frogs, wind in reeds
market_quay = a busy quay with barges, barrels and awnings, the harbour of a river town ; crowd, river water, carts
dam = a high grey dam above a reservoir between two green slopes ; falling water, low hum
delta = a wide delta of winding channels, islands and mud banks ; birds, soft wind, shallow water
drowned_village = a lake with roofs and a church tower rising out of the water ; lapping water, wind
millers_room (in) = a dim mill room with wooden gears, sacks and dust in the light ; wooden gears, rumbling stone
river_mouth = a river mouth opening into the sea between sandy banks ; distant waves, gulls
things
oar = a long wooden oar
boat = a flat wooden river boat with a lantern
millstone = a heavy wheel of grooved stone
map = an old map with one winding blue line
jug = a clay jug with a handle
basket = a small basket with two fish
flood_mark = a stone with carved flood lines and dates
bell = an old church bell, green with age
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
drowned_village - bell : One spring the water came up the street and did not stop.
floodplain farmer_woman flood_mark : The marks on the stone tell how high grief has already stood.
gorge ferryman boat : Rapids reward the humble and the quick, and rarely anybody else.
market_quay engineer - : In dry years boats sat on mud, and the whole quay fell silent.
ferry_landing heron - : Poison leaves no wave; first the frogs went, then the birds.
turn
dam engineer+farmer_woman - : Concrete rose across the valley, and upstream slowly turned into a lake.
drowned_village ferryman bell : Families moved the graves first, then the doors, then finally themselves.
watermill miller - : When the wheel stopped turning, people noticed the silence before the loss.
spring engineer - : Somebody thought to ask what the river wanted, and things improved.
close
delta heron - : Left alone awhile, water finds its old bed without being shown.
old_bridge boy basket : A line in the current, an afternoon, and nothing whatever to prove.
river_mouth - boat : Rain falls on the mountains tonight, and the story sets out again.
ferry_landing ferryman - : The far bank is always there, patient, asking for nothing but passage.
"""

THEMES = {"sea": SEA, "deep": DEEP, "river": RIVER}

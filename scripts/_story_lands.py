"""What the offline author knows of lands: forest, desert, ice, mountain."""

FOREST = """
words: forest tree trees wood woods woodland jungle rainforest oak pine leaf moss mushroom fungi root canopy
words: logging lumber ranger wildlife wolf bear owl amazon taiga fern timber hunter
about: the life of the forest
people
ranger = a forest ranger in a green coat and broad hat, walking
woodcutter = a worker with an axe on his shoulder, a woodcutter, standing
owl = a brown owl with wide eyes, perched
stag = a red stag with tall antlers, head raised
botanist = a botanist woman with a satchel and a magnifying glass, kneeling
wolf = a grey wolf with a lowered head, walking
places
old_oak = one enormous old oak in a clearing, roots spread wide ; leaves in wind, small birds
pine_slope = a forest slope of tall dark pines with fallen needles ; wind in pines
canopy = a forest of endless treetops seen from above ; wind, far birds
forest_stream = a clear stream between ferns and mossy stones ; river water, birds at dawn
fallen_giant = a huge fallen trunk covered in moss and young trees ; dripping water, insects
clearing = a grassy forest clearing with foxgloves and long shadows ; bees, soft wind
rangers_cabin (in) = a log cabin room with a stove, maps and a window to the trees ; crackling fire, wind outside
burnt_hill = a burnt forest of black trunks and ash ; dry wind, a single crow
logging_road = a muddy forest road with stacked logs on both sides ; engine far away, wind
night_wood = a deep forest with tall straight trunks and a pale path ; night insects, an owl
root_cellar (under) = an underground cave of dark soil, thick roots and pale threads ; deep muffled hum
winter_forest = a silent forest under deep snow, branches bent low ; soft wind, snow falling from branches
things
axe = an old axe with a worn handle
field_book = a botanist's field book with pressed leaves
lantern = an iron lantern with a candle
seedling = a young seedling with two bright leaves
compass = a brass compass on a cord
mushroom = a cluster of pale mushrooms on bark
map = a folded trail map
binoculars = a pair of worn binoculars
lines
open
canopy - - : Seen from above it is one green animal, breathing in its sleep.
old_oak botanist field_book : This tree was already old when the nearest town got its name.
night_wood owl - : Walk in far enough, and the sound of your own steps changes.
world
root_cellar - mushroom : Beneath the leaves, threads finer than hair carry water, sugar, and warnings.
forest_stream stag - : Where the stream bends, every creature of the valley leaves its signature.
fallen_giant - seedling : A fallen trunk is no ending here; it is a nursery.
clearing botanist seedling : Light is the only currency, and a clearing is a sudden fortune.
pine_slope wolf - : The wolf was here before the path, and still prefers its own.
winter_forest owl binoculars : Under snow, the whole wood lowers its voice and waits.
work
rangers_cabin ranger lantern : The ranger's day begins with weather, coffee, and a list of sounds.
old_oak ranger+botanist compass : Together they measure one trunk, once a year, for thirty years.
clearing botanist field_book : Nothing is too small to be written down, pressed, and given a date.
logging_road woodcutter axe : A good woodcutter knew which trees to leave, and left them standing.
night_wood ranger map : Tracks are a kind of handwriting, and mud keeps excellent records.
trial
burnt_hill ranger - : Fire came over the ridge at noon and took a century by evening.
logging_road woodcutter+ranger - : Between the saw and the seed there was an argument lasting generations.
winter_forest wolf - : In hard winters the forest counts its guests, and keeps fewer of them.
fallen_giant botanist mushroom : A disease no bigger than dust can cross a continent in ten summers.
canopy - map : What grew in a thousand years can be gone before lunch.
turn
burnt_hill botanist seedling : Three weeks after the fire, something green stood up in the ash.
logging_road woodcutter seedling : The man who felled them all came back, quietly, carrying young trees.
pine_slope ranger+wolf - : Then one morning, fresh tracks crossed the snow where none had been.
rangers_cabin botanist compass : Numbers from one small cabin began to worry people in large offices.
close
old_oak - - : The oak lets go of another leaf, in no hurry whatsoever.
canopy owl - : Evening folds the hills together, and ten thousand wings come home.
forest_stream stag - : Whoever planted the first acorn here never sat in its shade.
clearing ranger seedling : A forest is patience you can walk in, and it is still growing.
"""

DESERT = """
words: desert sand dune oasis caravan camel sahara drought nomad bedouin arid gobi atacama namib kalahari cactus
words: pyramid egypt tomb mirage salt heat scorpion well
about: the people of the desert
people
nomad = a nomad in a long blue robe and turban, leading a camel
camel = a tall camel with a saddle and tassels, standing
geologist = a geologist in a sun hat and dusty boots, kneeling
water_carrier = a woman carrying a clay jar on her head, walking
fox = a small desert fox with large ears, alert
trader = an old trader with a white beard, sitting cross legged
places
dunes = high golden sand dunes with sharp ridges to the horizon ; dry wind over sand
salt_flat = a desert of white salt cracked into plates, far slopes ; thin wind, silence
oasis = an oasis of palm trees around a still green pool ; palm leaves, water, doves
caravan_trail = a line of footprints across sand toward far rocks ; wind, camel bells
rock_arch = a red sandstone arch above a stony desert ; wind through stone
mud_city = a walled city of mud brick with narrow lanes and towers ; voices, distant drums
market (in) = a covered market hall interior with spices, lamps and woven carpets ; crowd, bargaining voices
dry_well = a stone well in a desert of cracked earth, a dead trunk beside it ; dry wind, a creaking rope
nomad_camp = black tents around a fire in the desert ; crackling fire, low voices
canyon = a deep canyon with striped walls and a dry river bed ; echoing wind
ruined_temple = broken columns half buried in sand ; wind, sand against stone
flooded_wadi = a sudden brown flood racing through a desert valley ; rushing river water, thunder
things
water_jar = a clay water jar with a rope handle
camel_bell = a brass camel bell on a strap
salt_block = a white stone block of salt
lantern = a pierced brass lantern
map = a worn leather map with star marks
coin = an old silver coin
fossil = a spiral fossil in red stone
tea_glass = a small glass of steaming tea
lines
open
dunes - - : Nothing moves here but the ground, and it moves every single day.
salt_flat geologist fossil : Once there were fish in this place, and the stones remember water.
caravan_trail nomad map : A road without a road, kept for centuries inside a family's memory.
world
oasis water_carrier water_jar : One pool of green water explains every path for three hundred miles.
rock_arch fox - : By day the desert looks empty, because its tenants are too clever.
mud_city trader - : The city was built of earth and is repaired with every rain.
canyon geologist fossil : Each stripe in the wall is an age, and none were short.
market trader coin : Salt, silk, and stories crossed here, and each was weighed with care.
ruined_temple - lantern : Sand does not destroy old cities; it tucks them in and waits.
work
nomad_camp nomad+trader tea_glass : Before business come three glasses of tea, bitter, strong, and finally sweet.
caravan_trail nomad+camel camel_bell : A camel knows its worth, and must be asked rather than told.
salt_flat - salt_block : Blocks are cut by hand, tied in pairs, and carried toward evening.
dry_well water_carrier water_jar : She walks for water while others sleep, and spills none of it.
dunes nomad map : He steers by the shape of sand, by wind, and old songs.
trial
dunes camel - : A storm of sand can turn noon into night within minutes.
dry_well nomad - : Wells fail quietly; first the rope is short, then there is none.
caravan_trail - camel_bell : Those who hurried were found later, a little way from the trail.
flooded_wadi fox - : More people drown in deserts than strangers would ever believe possible.
salt_flat geologist - : Heat bends the horizon until distance itself becomes a kind of lie.
turn
oasis geologist+water_carrier map : Beneath the sand they found a lake older than any human name.
mud_city trader coin : The trucks came, and a forty day journey shrank into an afternoon.
nomad_camp nomad+water_carrier lantern : Some families settled by the road; others folded the tents and left.
flooded_wadi - - : After a single rain, ten years of waiting seeds opened at once.
close
dunes nomad - : By tomorrow the wind will have taken back every footprint of ours.
nomad_camp camel lantern : Under this many stars, even silence has a place to sit down.
rock_arch fox - : The desert keeps very little, but what it keeps, it keeps forever.
oasis water_carrier tea_glass : A palm, a shadow, a cup of water: wealth, by any honest measure.
"""

ICE = """
words: ice arctic antarctic antarctica polar pole glacier iceberg snow frozen tundra penguin expedition sled inuit
words: greenland siberia frost winter cold aurora walrus shackleton amundsen scott nansen blizzard permafrost
about: life at the edge of the ice
people
explorer = a polar explorer in a fur hood, leaning into the wind
sled_dog = a strong grey sled dog in harness, standing
scientist = a scientist in a red parka holding an ice core, standing
penguin = a tall penguin with a yellow throat, upright, head bowed
hunter = a herder in sealskin clothing, an arctic hunter, kneeling
polar_bear = a polar bear walking slowly, head low
places
ice_shelf = a high white wall of ice above a black arctic sea ; cracking ice, low wind
snow_plain = an endless polar ice sheet of wind carved snow ; strong cold wind
pack_ice = broken pack ice with dark leads of water between floes ; ice grinding, water
glacier = a blue glacier flowing between dark mountains ; creaking ice, dripping water
trapped_ship = a wooden sailing ship frozen fast in the ice ; creaking timber, wind
base_hut (in) = a wooden hut interior, one room with bunks, a stove and frosted windows ; crackling fire, wind outside
penguin_colony = a crowded penguin colony on antarctic ice ; penguin calls, wind
ice_cave = a cave of blue ice with a shining floor ; dripping, echo
tundra = brown tundra with ponds and low flowers, snow hills behind ; wind, geese
drill_site = a tall drill tower and tents on a polar ice sheet ; engine hum, flapping canvas
crevasse = a deep blue crevasse crossing a glacier of ice ; hollow wind, cracking
aurora_bay = arctic ice and dark slopes under green northern lights ; silence, faint wind
things
sled = a long wooden sled loaded with crates
ice_core = a clear cylinder of ancient ice with thin layers
lamp = a small whale oil lamp
diary = a diary with frozen pages and pencil lines
compass = a brass compass rimmed with frost
axe = an axe with a long wooden shaft
cup = a dented tin cup
map = a nearly empty map with one pencil line
lines
open
snow_plain explorer - : No tree, no stone, no shadow: only white, and the noise of breathing.
ice_shelf - - : Every winter this coast grows by the size of a country.
aurora_bay sled_dog - : For months the sun is a story told by the stove.
world
penguin_colony penguin - : Ten thousand backs turn to the wind, taking turns at the cold.
pack_ice polar_bear - : The white road of the bear is made of water, and leaving.
glacier scientist axe : A glacier is a river that has learned the virtue of slowness.
tundra hunter - : Summer lasts six weeks, and everything alive has an appointment with it.
ice_cave - lamp : Inside the ice, blue is not a colour but a depth.
snow_plain - map : Here the map is honest: a name, a line, and then nothing.
work
drill_site scientist ice_core : Metre by metre, the drill brings up air that nobody has breathed.
base_hut explorer+scientist lamp : They shared one lamp, one stove, and arguments about the price of sugar.
snow_plain explorer+sled_dog sled : The dogs knew the load, the distance, and who was afraid.
tundra hunter axe : A hunter reads the snow with his hands, as elders taught him.
base_hut explorer diary : Each night he thawed the ink and wrote down what was left.
trial
trapped_ship explorer - : The ice took hold in autumn, gently, and began to squeeze.
crevasse sled_dog sled : A bridge of snow looks like ground until the moment it does not.
snow_plain - cup : They counted biscuits in the morning so as not to count days.
pack_ice hunter compass : When the floe breaks, home can drift away without a sound.
penguin_colony penguin - : A father stands through the blizzard with one egg upon his feet.
turn
drill_site scientist ice_core : Written in the bubbles was a warning, older than every word for it.
glacier - map : Posts set by grandfathers now stand far out upon bare rock.
trapped_ship explorer+sled_dog diary : They left the ship at last, taking the boats and the photographs.
tundra hunter+scientist - : The elders spoke of thin ice years before the instruments agreed.
close
aurora_bay explorer - : Green fire crosses the sky, asking nothing, explaining nothing, and everyone looks up.
ice_shelf penguin - : In time the ice will answer us; it always has been patient.
ice_cave - diary : What was frozen is not lost, only waiting for somebody to read it.
pack_ice polar_bear - : A shape on the far floe turns once, and walks into white.
"""

MOUNTAIN = """
words: mountain mountains peak summit alpine alps himalaya everest andes climb climber climbing sherpa shepherd
words: monastery avalanche volcano lava eruption ridge valley highland rock pass altitude
about: life in the high mountains
people
climber = a climber in a heavy jacket with rope and ice axe, looking up
shepherd = an old shepherd with a staff and a felt hat, standing
monk = a monk in a red robe, hands folded, sitting
guide = a mountain guide with a sunburnt face and coiled rope, pointing
eagle = a golden eagle with spread wings, gliding
widow = a woman in a black scarf, standing still
places
summit = a sharp snowy mountain summit above a sea of cloud ; strong high wind
valley_village = a village of wooden houses with a church in a green mountain valley ; cow bells, a distant stream
rock_wall = an enormous grey mountain wall with a thin ledge ; wind, falling pebbles
high_pasture = green slopes with sheep and stone walls below mountain peaks ; sheep bells, soft wind
monastery = a white monastery on a mountain ridge with prayer flags ; low horns, flapping flags
base_camp = yellow tents on stones beneath an icy mountain ; flapping canvas, voices
glacier_lake = a still turquoise lake below a hanging glacier ; dripping water, far rumble
mountain_pass = a stony pass between two ridges with a cairn ; wind, footsteps on gravel
volcano = a dark volcano with a thin plume of smoke ; low rumble, wind
avalanche_slope = a steep mountain slope of snow with a fresh broken edge ; deep rumble, wind
mountain_hut (in) = a climbers' hut interior, one small room with bunks and a stove ; crackling fire, wind outside
cloud_forest = a steep forest hung with moss and cloud ; dripping leaves, birds
things
rope = a coiled climbing rope
axe = an axe with a long wooden shaft
bell = a bronze sheep bell on a leather strap
prayer_wheel = a carved metal prayer wheel
map = a folded map with red lines
camera = an old folding camera
stone = a memorial stone with a small name plate
cup = a steaming cup of tea
lines
open
valley_village shepherd bell : From the village, the mountain is a clock, a wall, and a neighbour.
summit eagle - : Up here the air is thin, and so are most excuses.
mountain_pass guide map : People came over this pass with salt, with sheep, and with rumours.
world
high_pasture shepherd bell : In June the herds go up, and half the village goes too.
monastery monk prayer_wheel : The monks say the mountain is praying, only more slowly than they do.
glacier_lake - camera : The lake was ice within living memory, and still looks surprised.
cloud_forest eagle - : Between valley and snow hangs a forest that drinks only cloud.
rock_wall climber - : This wall was a sea floor once; there are shells near the top.
volcano widow - : Vineyards climb its sides, because the soil that threatens also feeds.
work
base_camp guide+climber rope : Every knot is tied twice and checked by somebody who loves you.
mountain_hut guide cup : Snow becomes water, water becomes tea, and tea becomes another hour.
high_pasture shepherd - : The shepherd counts without numbers; he knows which face is missing.
mountain_pass guide+shepherd map : They trade weather the way other men trade money, and more honestly.
rock_wall climber axe : A hand, a foot, a breath, and then the whole question again.
trial
avalanche_slope climber - : Snow gives its warning in a whisper, then speaks all at once.
summit climber axe : Above eight thousand metres, the body is already spending what it cannot earn.
rock_wall - rope : A rope holds two lives, and sometimes has to choose between them.
valley_village widow stone : Each family here has paid the mountain, and few will say how much.
volcano shepherd - : At night the summit glowed, and the dogs would not come inside.
turn
base_camp climber+guide - : They turned back below the top, and it was the finest decision.
glacier_lake guide map : Maps drawn by grandfathers now show ice where there is only stone.
mountain_hut widow camera : Forty years later the glacier gave back his boots, still neatly tied.
valley_village shepherd+monk - : A road arrived, then visitors, and the silence acquired a price.
close
summit - - : The mountain was not conquered; for one short morning it was visiting hours.
monastery monk prayer_wheel : A wheel turns, a flag frays, and the words travel farther on.
high_pasture shepherd bell : Bells come down the slope in autumn, and doors open below them.
mountain_pass eagle - : The path goes over and down, as it has for every stranger.
"""

THEMES = {"forest": FOREST, "desert": DESERT, "ice": ICE, "mountain": MOUNTAIN}

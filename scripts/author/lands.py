"""What the offline author knows of lands: forest, desert, ice, mountain."""

FOREST = """
words: forest tree trees wood woods woodland jungle rainforest oak pine leaf moss mushroom fungi root canopy
words: logging lumber ranger wildlife wolf bear owl amazon taiga fern timber hunter
about: the life of the forest
people
ranger = a forest ranger in a green coat and broad hat, walking
woodcutter = a worker with an axe on his shoulder, a woodcutter, standing ; loggers logging timber
owl (land) = a brown owl with wide eyes, perched ; birds animals
stag (land) = a stag with tall antlers, head raised ; deer animals
botanist = a botanist woman with a satchel and a magnifying glass, kneeling ; science scientists plants
wolf (land) = a grey wolf with a lowered head, walking ; wolves animals
bear (land) = a brown bear, shaggy, walking ; bears animals
places
old_oak = a forest clearing with one enormous old oak, roots spread wide ; leaves in wind, small birds
    ; tree acorn trunk
pine_slope = a forest slope of tall dark pines with fallen needles, spruce and fir ; wind in pines ; path wolves
canopy = the canopy of a jungle, a rainforest without end ; far birds, insects ; green tropics
forest_stream (shore land) = a river with clear rapids between ferns, a woodland stream ; river water, birds at dawn
    ; valley
fallen_giant = a mossy swamp with fallen trunks and young trees ; dripping water, insects ; dead log
clearing = a meadow full of foxgloves, open hills beyond ; bees, soft wind ; light sun flowers
rangers_cabin (in) = a log cabin, one room with a stove, maps and a window ; crackling fire, wind outside ; day begins
burnt_hill = a burnt forest of bare black trunks and ash ; dry wind, a single crow ; fire ash
logging_road (land town) = a village of loggers, wooden houses and stacked timber ; engine far away, wind ; saw road
night_wood = a forest at night, tall straight trunks and a pale path ; night insects, an owl ; dark moon
winter_forest = a taiga forest in winter, pines under deep snow ; soft wind, snow falling from branches ; cold white
forest_lake (shore) = a still lake among firs, a pond of black water ; water birds, light wind ; mirror
high_ridge = wooded mountains, ridge behind ridge, mist between them ; wind, far birds ; hills evening
herbarium (in) = an archive of pressed leaves, bookshelves to the ceiling ; turning pages, a clock
    ; science names measured
things
axe (land) = an old axe with a worn handle ; saw
field_book (in) = a botanist's field book with pressed leaves
lantern = an iron lantern with a candle
seedling (land) = a young seedling with two bright leaves ; green plant acorn sapling
compass = a brass compass on a cord
mushroom (land cave) = a cluster of pale mushrooms on bark ; fungi threads
map = a folded trail map
binoculars (land in) = a pair of worn binoculars
lines
open
canopy - - : Seen from above it is one green animal, breathing in its sleep.
old_oak botanist field_book : This tree was already old when the nearest town got its name.
night_wood owl - : Walk in far enough, and the sound of your own steps changes.
world
fallen_giant - mushroom : Beneath the leaves, threads finer than hair carry water, sugar, and warnings.
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
nomad = a nomad in a long blue robe and turban, leading a camel ; bedouin people caravan
camel (land) = a tall camel with a saddle and tassels, standing ; camels caravan
geologist = a geologist in a sun hat and dusty boots, kneeling ; science scientists
water_carrier = a woman carrying a clay jar on her head, walking ; women well water
fox (land) = a small desert fox with large ears, alert ; animals
trader = an old trader with a white beard, sitting cross legged ; merchants salt
places
dunes = high golden sand dunes with sharp ridges to the horizon ; dry wind over sand ; sahara
salt_flat = a desert of white salt cracked into plates, far slopes ; thin wind, silence ; salt
oasis = an oasis of palm trees around a still green pool, sands ; palm leaves, water, doves ; water palm
caravan_trail = a dry steppe at the edge of the desert, plains of stones ; wind, camel bells ; road trail footprints
rock_arch = red mesas and rocks above a stony desert, cactus ; wind through stone ; empty
mud_city (town) = an old walled city of mud brick with narrow streets ; voices, distant drums ; earth trade
market (in) = a covered market hall, a room with spices, lamps and carpets ; crowd, bargaining voices
    ; salt silk coffee spices
dry_well (town) = a village of clay huts around a stone well ; dry wind, a creaking rope ; wells
nomad_camp = a desert at night, dunes under many stars, black tents ; crackling fire, low voices ; camp
canyon = a deep canyon with striped walls, desert badlands ; echoing wind ; stripe age
ruined_temple = bare mountains, a stony ridge with broken columns ; wind, sand against stone ; ruins tomb temple
flooded_wadi (shore) = a brown river in flood, rapids through a dry valley ; rushing river water, thunder ; rain
painted_cave (cave) = a cave with a sandy floor and painted walls ; echo, a drop of water ; ancient shade
salt_lake (shore) = a shallow lake with a white shore, far mountains ; thin wind, water birds ; water lake
coast_of_fog (shore) = a coast where the dunes by the sea end in a sandy beach ; waves, wind ; ocean
things
water_jar = a clay water jar with a rope handle
camel_bell (land) = a brass camel bell on a strap
salt_block (land) = a white stone block of salt
lantern = a pierced brass lantern
map = a worn leather map with star marks
coin (in town) = an old silver coin
fossil (land) = a spiral fossil in red stone ; stones
tea_glass (in land) = a small cup of steaming tea
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
explorer = a polar explorer in a fur hood, leaning into the wind ; expedition shackleton men people
sled_dog (land) = a strong grey sled dog in harness, standing ; dogs animals
scientist = a scientist in a red parka holding an ice core, standing ; science research
penguin (ice) = a tall penguin, upright, head bowed ; penguins birds animals
hunter = a herder in sealskin clothing, an arctic hunter, kneeling ; inuit people elders
polar_bear (ice) = a polar bear walking slowly, head low ; bears animals
places
ice_shelf (ice land) = a high wall of antarctic ice above a black sea, icebergs ; cracking ice, low wind ; coast wall
snow_plain (land) = an endless tundra in winter, wind carved snow ; strong cold wind ; white empty map
pack_ice (ice land) = broken pack ice with dark leads of water between arctic floes ; ice grinding, water ; floe bear
glacier (land) = snowy mountain peaks, a blue glacier between them ; creaking ice, dripping water ; river slow
trapped_ship (shore) = a frozen harbour with a wooden ship fast in the ice, an icy quay ; creaking timber, wind ; ship
base_hut (in) = a wooden room with bunks, a stove and frosted windows ; crackling fire, wind outside
    ; camp table night
penguin_colony (ice land) = a rocky antarctic coast of ice, an iceberg behind ; penguin calls, wind ; penguins
ice_cave (cave) = a cave of blue ice with a shining floor, a cavern ; dripping, echo ; inside blue
tundra (land) = brown tundra with ponds and low flowers, snow hills behind ; wind, geese ; summer hunters
aurora_bay (ice land) = arctic ice at night under green northern lights ; silence, faint wind
    ; sun winter aurora night
winter_taiga (land) = a forest of fir and spruce under snow, taiga in winter ; soft wind, snow falling from branches
    ; trees wood siberia
polar_village (town land) = a village of small wooden houses in the snow ; wind, dogs far away ; home people
ice_laboratory (in) = a laboratory with glass flasks and cold white light ; glass clinking, fans
    ; ice core science bubbles
polar_archive (in) = a library of expedition diaries and old maps ; turning pages, a clock ; diary read history
southern_ocean (water) = the southern ocean, high grey waves and far islands ; heavy waves, wind ; voyage sea
drowned_coast (shore) = a bleak shore of black sand below dark cliffs ; waves, wind ; melting summer coast
things
sled (land ice) = a long wooden sled loaded with crates
ice_core (in) = a clear cylinder of ancient ice with thin layers
lamp (in) = a small whale oil lamp
diary (in) = a diary with frozen pages and pencil lines
compass = a brass compass rimmed with frost
axe (land ice) = an axe with a long wooden shaft
cup (in land) = a dented tin cup
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
ice_cave - - : Inside the ice, blue is not a colour but a depth.
snow_plain - map : Here the map is honest: a name, a line, and then nothing.
work
snow_plain scientist ice_core : Metre by metre, the drill brings up air that nobody has breathed.
base_hut explorer+scientist lamp : They shared one lamp, one stove, and arguments about the price of sugar.
snow_plain explorer+sled_dog sled : The dogs knew the load, the distance, and who was afraid.
tundra hunter axe : A hunter reads the snow with his hands, as elders taught him.
base_hut explorer diary : Each night he thawed the ink and wrote down what was left.
trial
trapped_ship explorer - : The ice took hold in autumn, gently, and began to squeeze.
glacier sled_dog sled : A bridge of snow looks like ground until the moment it does not.
snow_plain - cup : They counted biscuits in the morning so as not to count days.
pack_ice hunter compass : When the floe breaks, home can drift away without a sound.
penguin_colony penguin - : A father stands through the blizzard with one egg upon his feet.
turn
snow_plain scientist ice_core : Written in the bubbles was a warning, older than every word for it.
glacier - map : Posts set by grandfathers now stand far out upon bare rock.
trapped_ship explorer+sled_dog diary : They left the ship at last, taking the boats and the photographs.
tundra hunter+scientist - : The elders spoke of thin ice years before the instruments agreed.
close
aurora_bay explorer - : Green fire crosses the sky, asking nothing, explaining nothing, and everyone looks up.
ice_shelf penguin - : In time the ice will answer us; it always has been patient.
polar_archive - diary : What was frozen is not lost, only waiting for somebody to read it.
pack_ice polar_bear - : A shape on the far floe turns once, and walks into white.
"""

MOUNTAIN = """
words: mountain mountains peak summit alpine alps himalaya everest andes climb climber climbing sherpa shepherd
words: monastery avalanche volcano lava eruption ridge valley highland rock pass altitude
about: life in the high mountains
people
climber = a climber in a heavy jacket with rope and ice axe, looking up ; climbers mountaineers
shepherd = an old shepherd with a staff and a felt hat, standing ; shepherds herds
monk = a monk in a red robe, hands folded, sitting ; monks
guide = a mountain guide with a sunburnt face and coiled rope, pointing ; sherpa sherpas
eagle (land sky) = a great eagle with spread wings, gliding ; birds animals
widow = a woman in a black scarf, standing still ; families women
goat (land) = a mountain ibex with curved horns, standing ; animals
places
summit = a sharp snowy mountain summit, a peak in fresh snow ; strong high wind ; top everest
valley_village (town) = a village of wooden houses with a church on a green slope ; cow bells, a distant stream
    ; families people
rock_wall = a canyon wall of bare rock, dizzying cliffs of stone, badlands ; wind, falling pebbles
    ; wall stone ledge rope
high_pasture = green pasture with sheep and stone walls, fields below the alps ; sheep bells, soft wind ; herds june
monastery (in) = a monastery library with prayer books and candles ; low horns, turning pages ; praying wheel
base_camp = a stony tundra under snow hills, yellow tents ; flapping canvas, voices ; camp tents
glacier_lake (shore) = a still turquoise lake below a hanging glacier ; dripping water, far rumble ; ice water
mountain_pass = a stony mountain pass between two ridges with a cairn ; wind, footsteps on gravel ; path road salt
volcano = a dark volcano with a thin plume of smoke ; low rumble, wind ; eruption lava fire
avalanche_slope = a steep glacier of broken ice, polar white ; deep rumble, wind ; snow avalanche
mountain_hut (in) = a climbers' room with bunks and a stove, a wooden interior ; crackling fire, wind outside
    ; hut tea
cloud_forest = a forest of fir hung with moss and fog ; dripping leaves, birds ; trees cloud
above_clouds (sky) = high in the air above the clouds, a white sky scape ; strong high wind ; air height eagle
mountain_river (shore) = a river with white rapids in a narrow valley ; rushing river water ; stream melt
crystal_cave (cave) = a cave of grey stone high in the rocks ; dripping, echo ; shelter inside
things
rope (land cave) = a coiled climbing rope
axe (land) = an axe with a long wooden shaft
bell = a bronze sheep bell on a leather strap
prayer_wheel (in) = a carved metal prayer wheel
map = a folded map with red lines
camera = an old folding camera
stone (land town) = a memorial stone with a small name plate
cup (in) = a steaming cup of tea
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

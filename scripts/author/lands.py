"""What the offline author knows of lands: forest, desert."""

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

THEMES = {"forest": FOREST, "desert": DESERT}

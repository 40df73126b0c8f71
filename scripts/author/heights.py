"""What the offline author knows of ice and mountains."""

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

THEMES = {"ice": ICE, "mountain": MOUNTAIN}

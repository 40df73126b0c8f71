"""What the offline author knows of skies: space and weather."""

SPACE = """
words: space star stars moon mars planet galaxy universe astronaut rocket nasa apollo telescope comet asteroid
words: orbit cosmos cosmonaut satellite voyager hubble sun eclipse astronomer astronomy solar alien launch
about: our place among the stars
people
astronaut (space capsule pad) = an astronaut in a white suit and mirrored visor, standing ; astronauts men walked crew
astronomer = an astronomer in a heavy coat beside a telescope, looking up ; astronomers
engineer = a mission engineer in shirt sleeves and headset, standing ; engineers people computers
child = a child in pyjamas, pointing at the sky ; children people
cosmonaut (space capsule pad) = a cosmonaut in an orange suit with a helmet under one arm, standing ; crew gagarin
robot (space) = a six wheeled rover with a camera mast ; rovers mars machine
rocket (pad) = a tall white rocket with red fins ; launch saturn apollo
probe (space sky) = a small spacecraft with a dish and thin arms ; voyager satellite hubble
places
observatory = a bare mountain ridge under a clear night sky, a white dome ; wind, a motor turning
    ; telescope stars starlight
launch_pad (land pad) = a flat grassy plain, low hills, steam on the ground ; distant countdown, low rumble
    ; rocket launch fire
mission_control (in) = a mission control room with rows of screens ; soft beeps, low voices ; computers houston switch
moon_plain (space) = a grey moonscape with lunar craters under a black sky ; silence, slow breathing
    ; moon step landing footprint apollo
red_desert (space) = a red stony plain on mars, a martian dusk ; thin wind ; mars rover
earth_orbit (sky) = above the clouds, the blue curve of the Earth below in the sky ; quiet hum, radio static
    ; earth orbit home thin
capsule (capsule) = a spacecraft cabin, a cockpit with switches and a small window ; fans, soft beeps
    ; crew inside breakfast wall days men
deep_space (space) = deep space with stars and a glowing nebula, an asteroid below ; deep low tone ; stars universe
ringed_planet (space) = a giant ringed planet over an icy moon in space ; deep low tone, faint chimes ; saturn rings
backyard (town) = a village with cottages under a starry night ; night insects, a dog far away ; question begins
antenna_field = a desert of dry sands and rocks at night, white dishes ; wind, motors ; signal radio listening
comet_sky (shore) = a lake at night, a bright comet mirrored in still water ; wind, a distant bell ; comet light
star_archive (in) = an archive of star plates, a study with bookshelves ; turning pages, a clock ; history maps
clean_room (in) = a bright laboratory with glass vessels and lamps ; soft motors, air ; probe built science
splashdown (water) = the open ocean, long rolling waves to the horizon ; slow waves, wind ; return home sea
meteor_ice = antarctic ice under a clear polar sky ; cold wind, silence ; meteorite
crater = an old volcano with a wide crater, black lava ; wind, falling stones ; training crater
things
telescope (land shore town in) = a long brass telescope on a tripod
notebook (in) = a notebook of star positions
moon_globe (in) = a globe of the Moon
medal (in) = a round golden medal engraved with lines ; record
meteorite (space land) = a black meteorite stone ; stone
radio (in land) = a headset and radio panel
moon_rock (space in) = a grey moon rock
camera (space capsule) = a square camera in a silver case
lines
open
backyard child telescope : It begins in a backyard, with cold feet and one question.
earth_orbit - - : Everything that ever happened to anyone happened inside that thin blue line.
comet_sky astronomer - : People once locked their doors against this light; later they timed it.
world
observatory astronomer notebook : Starlight arrives out of date, like letters from addresses that have moved.
moon_plain - moon_rock : There is no wind here, so a footprint may outlive the mountains.
red_desert robot meteorite : A river ran here once, and left its gravel without a signature.
deep_space - probe : Between two stars there is mostly nothing, and we are crossing it.
ringed_planet - probe : The rings are ice and dust, thinner by proportion than any paper.
antenna_field engineer radio : These dishes could hear a whisper from beyond the last planet.
work
mission_control engineer radio : Every switch has a name, and each name a person who worried.
observatory astronomer+child telescope : Night after night they photographed one patch, hoping one dot would move.
capsule astronaut notebook : Sixteen sunrises pass between breakfast and breakfast, and still there is laundry.
launch_pad engineer+cosmonaut moon_globe : They sat above a fire, joked about the weather, and waited.
red_desert robot - : A command takes twenty minutes; the rover drives on good manners.
trial
launch_pad cosmonaut - : Eight minutes of shaking separate the ground from everything else.
moon_plain astronaut - : If the engine failed here, a speech had already been written.
mission_control engineer - : A voice said there was a problem, and the whole room leaned forward.
deep_space - medal : Past the last planet the signal thinned, and listening became faith.
capsule astronaut radio : Outside the wall, a scratch or a speck can end the conversation.
turn
earth_orbit - - : Astronauts went to see the Moon, and home was what moved them.
observatory astronomer notebook : One smudge was in the wrong place, and the universe grew larger.
antenna_field engineer - : Then a signal came back, faint, regular, and exactly on time.
red_desert robot probe : The machine built for ninety days refused, for years, to stop.
close
backyard child - : Somewhere tonight a child looks up, and the next journey has started.
deep_space - medal : It carries our music outward still, in case anybody should ask.
moon_plain astronaut - : The flag has bleached to white by now, which suits the place.
earth_orbit - - : No borders can be seen from here, only weather, light, and water.
"""

WEATHER = """
words: weather storm hurricane tornado climate rain cloud thunder lightning wind monsoon meteorologist forecast
words: drought cyclone snowstorm rainbow atmosphere temperature warming
about: the weather and those who watch it
people
forecaster = a scientist in a raincoat holding a chart, looking up ; meteorologists science forecast
farmer = a farmer in a broad hat, hand shading the eyes ; farmers
pilot = a weather pilot in a leather jacket, standing ; pilots fly
grandmother = an old woman in a shawl at a window ; families
chaser = a traveller with a camera, running ; chasers
child = a child in yellow boots with an umbrella ; children
plane (sky) = a small silver aircraft in flight ; airplane fly
places
plain = a flat plain, a wide prairie of grass under an enormous sky ; wind in grass ; sky
storm_front = farmland with wheat fields under a dark storm, lightning ; thunder, rising wind ; storm tornado cloud
weather_station = a mountain peak, a bare ridge with masts ; wind, rattling cups ; readings
coast_town (shore) = a rocky coast with high surf in a storm ; heavy wind, waves ; hurricane sea
cloud_tops (sky) = high in the air above the clouds, towering white clouds ; engine hum, wind
    ; cloud luke howard names
cockpit (in) = an aircraft cockpit with dials, white clouds outside ; engine hum, wind
    ; fly straight eye satellite pilot
monsoon_street (town) = a crowded city street in heavy warm rain ; rain, voices, bicycle bells ; monsoon wind
forecast_office (in) = an office room with charts, telephones and glowing screens ; telephones, soft beeps
    ; forecast patterns
dry_field = a cracked desert of dry earth beneath a white sun ; dry wind ; drought dust
flooded_lane (shore) = a flooded river over its banks, willows in the stream ; rain, lapping water ; flood water
farmhouse (in) = a kitchen room with a barometer and a rattling window ; rain on a roof, a clock ; needle grandmother
snow_road = a tundra road vanishing under drifting snow in winter ; cold wind ; snow flakes blizzard
rainbow_hill (town) = a village on a green hill after rain ; dripping, birds ; rainbow sun
fog_harbour (shore town) = a harbour in thick fog, boats at the quay ; a foghorn, gulls ; fog
hurricane_sea (water) = the open ocean in a storm, steep waves ; heavy waves, wind ; hurricane cyclone warm
wet_forest = a jungle steaming after the monsoon, rain forest ; rain, insects ; tropics
weather_archive (in) = an archive of weather diaries, bookshelves to the ceiling ; turning pages, a clock
    ; years history
things
barometer (in) = a brass and wood barometer
toy_boat (town shore) = a small wooden toy boat
weather_balloon (land) = a pale weather balloon
chart (in) = a weather chart with curved lines
compass = a brass compass
rain_gauge = a glass jar for rain, a gauge
lantern = a storm lantern
radio (in) = a battery radio with an aerial
lines
open
plain farmer - : Every conversation on this plain begins in the same place: overhead.
cloud_tops plane - : Seen from above, a storm is white, silent, and almost tender.
farmhouse grandmother barometer : The needle dropped in the night, and her knee agreed with it.
world
weather_station forecaster compass : Somebody lives up here, above everyone else, simply in order to notice.
monsoon_street child toy_boat : For four dry months a billion people wait upon one wind.
storm_front - - : Warm air climbs, cold air falls, and the argument becomes a wall.
rainbow_hill child rain_gauge : Sun at your back, rain before you, and geometry does the rest.
snow_road farmer lantern : No two flakes agree, yet together they can close a county.
dry_field farmer - : Drought is weather with patience; it arrives by simply not leaving.
work
forecast_office forecaster chart : A forecast is a bet with the sky, placed again each morning.
weather_station forecaster weather_balloon : Twice daily a balloon goes up, and a small box sends numbers.
cockpit pilot+forecaster radio : They fly straight into the eye, because no satellite can feel it.
plain chaser - : He reads the underside of clouds as others would read a face.
farmhouse grandmother+farmer barometer : She taught him signs: swallows, smoke, and the colour of evening.
trial
coast_town chaser - : By noon the gulls had gone inland, and the sea looked taller.
storm_front chaser radio : A finger came down from the cloud and wrote across the county.
flooded_lane farmer lantern : Water entered politely by the door, and left through the windows.
forecast_office forecaster+pilot - : To warn too early is folly, and to warn late is worse.
snow_road grandmother - : For three days the drifts held the door, and the wood ran low.
turn
forecast_office forecaster chart : The old patterns stopped fitting, first by a week, then by more.
weather_station - rain_gauge : A hundred years of patient readings drew a line, and it climbed.
coast_town pilot+child radio : The warning came two days ahead this time, and everybody walked away.
dry_field farmer toy_boat : One drop on dust, then a second, and then the whole sky.
close
rainbow_hill - - : Clouds owe us no explanation, although we go on asking anyway.
plain farmer compass : Tomorrow will be fair, he says, and takes his coat along regardless.
monsoon_street child toy_boat : She jumps in with both boots, and the season is forgiven.
cloud_tops - weather_balloon : All weather is one weather, passing from hand to hand round the Earth.
"""

THEMES = {"space": SPACE, "weather": WEATHER}

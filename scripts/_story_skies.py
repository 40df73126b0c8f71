"""What the offline author knows of skies: space and weather."""

SPACE = """
words: space star stars moon mars planet galaxy universe astronaut rocket nasa apollo telescope comet asteroid
words: orbit cosmos cosmonaut satellite voyager hubble sun eclipse astronomer astronomy solar alien launch
about: our place among the stars
people
astronaut = an astronaut in a white suit and mirrored visor, floating
astronomer = an astronomer in a heavy coat beside a telescope, looking up
engineer = a mission engineer in shirt sleeves and headset, standing
child = a child in pyjamas, pointing at the sky
cosmonaut = a cosmonaut with a helmet under one arm, standing
robot = a six wheeled rover with a camera mast
places
observatory = a white dome with a slit on a dry mountain ridge ; wind, a motor turning
launch_pad = a flat plain with a tall rocket on a launch tower, steam ; distant countdown, low rumble
mission_control (in) = a mission control room with rows of screens ; soft beeps, low voices
moon_plain (space) = a grey moonscape with lunar craters under a black sky ; silence, slow breathing
red_desert (space) = a red stony desert under a butterscotch sky ; thin wind
earth_orbit (space) = the blue curve of the Earth seen from orbit, thin bright air ; quiet hum, radio static
space_station (in) = a cabin interior in orbit with cables and one round window ; fans, soft beeps
deep_space (space) = deep space with stars and a glowing nebula ; deep low tone
ringed_planet (space) = a giant ringed planet with small icy moons ; deep low tone, faint chimes
backyard = a meadow garden behind a fence under a starry night sky ; night insects, a dog far away
antenna_field = enormous white dish antennas on a desert plain ; wind, motors
comet_sky = a bright comet above a dark village and hills ; wind, a distant bell
things
telescope = a long brass telescope on a tripod
notebook = a notebook of star positions
moon_globe = a globe of the Moon
medal = a round golden medal engraved with lines
probe = a small space probe with a dish and thin arms
meteorite = a black meteorite on a cloth
radio = a headset and radio panel
moon_rock = a grey moon rock in a glass case
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
space_station astronaut notebook : Sixteen sunrises pass between breakfast and breakfast, and still there is laundry.
launch_pad engineer+cosmonaut moon_globe : They sat above a fire, joked about the weather, and waited.
red_desert robot - : A command takes twenty minutes; the rover drives on good manners.
trial
launch_pad cosmonaut - : Eight minutes of shaking separate the ground from everything else.
moon_plain astronaut moon_globe : If the engine failed here, a speech had already been written.
mission_control engineer+astronaut - : A voice said there was a problem, and the whole room leaned forward.
deep_space - medal : Past the last planet the signal thinned, and listening became faith.
space_station astronaut radio : Outside the wall, a scratch or a speck can end the conversation.
turn
earth_orbit astronaut - : Astronauts went to see the Moon, and home was what moved them.
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
forecaster = a scientist in a raincoat holding a chart, looking up
farmer = a farmer in a broad hat, hand shading the eyes
pilot = a weather pilot in a leather jacket, standing
grandmother = an old woman in a shawl at a window
chaser = a traveller with a camera, running
child = a child in yellow boots with an umbrella
places
plain = a flat plain with one farm under an enormous sky ; wind in grass
storm_front = a dark shelf cloud rolling over open fields ; thunder, rising wind
weather_station = a mountain weather station with masts and spinning cups ; wind, rattling cups
coast_town = a coast town with boarded windows and bending palms ; heavy wind, waves
cloud_tops = towering white clouds, high in the air above the clouds ; engine hum, wind
monsoon_street = a crowded street in heavy warm rain ; rain, voices, bicycle bells
forecast_office (in) = an office with charts, telephones and glowing screens ; telephones, soft beeps
dry_field = a cracked dry field beneath a white sun ; dry wind
flooded_lane = a village lane under flood water with a rowing boat ; rain, lapping water
farmhouse (in) = a kitchen room with a barometer and a rattling window ; rain on a roof, a clock
snow_road = a countryside road vanishing under drifting snow ; cold wind
rainbow_hill = a green hill with a rainbow and grazing sheep ; dripping, birds
things
barometer = a brass and wood barometer
toy_boat = a small wooden toy boat
weather_balloon = a pale weather balloon
chart = a weather chart with curved lines
compass = a brass compass
rain_gauge = a glass rain gauge
lantern = a storm lantern
radio = a battery radio with an aerial
lines
open
plain farmer - : Every conversation on this plain begins in the same place: overhead.
cloud_tops pilot - : Seen from above, a storm is white, silent, and almost tender.
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
cloud_tops pilot+forecaster radio : They fly straight into the eye, because no satellite can feel it.
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

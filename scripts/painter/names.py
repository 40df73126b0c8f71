"""The words that name a subject: one line for each, its name and a pattern; a line that begins with blanks goes on."""


def _table(text: str) -> dict[str, str]:
    lines = text.strip().replace("\n    ", "").splitlines()
    return dict(line.split(": ", 1) for line in lines)


PLACES = _table(r"""
coast: coast\w*|cliffs?|shore\w*|beach\w*|light ?house|headland|bay|cove|seaside|dunes? by the sea
sea: open sea|oceans?|high seas?|waves|at sea|sea surface|tall ship|swell|island\w*
    |(?<!deep )sea(?! ?(?:floor|bed|charts?|chest|birds?|shells?|side|lil))
mountains: mountain\w*|alps|alpine|peaks?|summit\w*|himalaya\w*|ridge|highlands?|glacier valley|pass
forest: forest\w*|woods?|woodland|grove|taiga|trees|clearing|glade|thicket
plain: savann\w+|plains?|steppe\w*|prairie\w*|grassland\w*|meadow\w*|moor\w*|field of grass|africa\w*|hill\w*
lake: lakes?|lakeside|pond|tarn|loch|lagoon|reservoir
farmland: farm\w*|fields?|wheat|vineyard\w*|orchard\w*|countryside|pasture\w*|harvest|crops?|rural
village: village\w*|hamlet|cottages?|huts?|settlement|houses
city: city|cities|streets?|skyline|town\w*|urban|market ?place|square|rooftops?|avenue|alley|skyscrapers?
desert: desert\w*|dunes?|sahara|sands?|oasis|canyon\w*|mesa\w*|badlands|arid
ice: ice|iceberg\w*|arctic|antarctic\w*|polar|glaciers?|floes?|pack ice|north pole|south pole
tundra: tundra|permafrost|siberia\w*|lapland
swamp: swamp\w*|marsh\w*|bog|wetlands?|mangroves?|bayou|everglades
river: rivers?|stream|riverbank|delta|valley|waterfall\w*|creek|rapids
reef: reefs?|under ?water|seabed|sea ?floor|deep sea|abyss\w*|kelp\w*|corals?|beneath the (?:sea|waves|surface)
    |ocean floor
space: space|planets?|moonscape|lunar|mars|martian|galax\w+|nebula\w*|orbit|cosmos|asteroid\w*
    |stars above a planet
jungle: jungle\w*|rain ?forest\w*|tropical forest|tropics|amazon\w*|canopy
cave: caves?|cavern\w*|grotto|mine|tunnel|underground
volcano: volcan\w+|lava|crater|eruption|erupting
harbour: harbou?rs?|ports?|docks?|quays?|wharf|piers?|jetty|marina
station: station|railway|platform|train shed|rails?|tracks
library: librar\w+|archive\w*|bookshelves|study|bookshop|reading room
laboratory: laborator\w+|labs?|observator\w+|clinic|hospital
room: rooms?|interior|workshop|kitchen|cabin|studio|attic|office|inside|tavern|bakery|forge|hall|museum
    |school\w*
high_sky: above the clouds|in the sky|sky ?scape|clouds below|high in the air|among clouds
""")

# Places that are more than their words: the first that fits is meant, before any of the above.
EXACT_PLACES = _table(r"""
deck: ship'?s deck|deck of (?:a|the|an) [\w ]*ship|on deck|steel deck|wooden deck
lamp_room: lamp room|lantern room|lamp gallery
stair: spiral stair\w*|winding stair\w*|stairwell|staircase
lighthouse: lighthouse tower|tall (?:\w+ ){0,2}lighthouse|lighthouse[^.]{0,12} on (?:a|its) (?:\w+ ){0,2}rock|rock lighthouse
    |lighthouse,? (?:very )?close
compartment: compartment|sleeping car|dining car|railway carriage|train carriage|carriage interior
submarine: (?:submarine|submersible|diving bell)[^.]{0,12} (?:cabin|interior|cockpit)|bathysphere
control_room: control room|mission control|rows of screens|cockpit|control cent(?:er|re)|command room|glowing screens
theatre: concert hall|theat(?:re|er)s?|opera stage|balconies|auditorium|cinema|circus
throne: throne[- ](?:hall|room)|palace hall|great hall|banquet hall|knights'? hall
cathedral: cathedral interior|cathedral|abbey|basilica|church interior|nave|chapel|mosque|temple hall|vaulted hall
factory: factory|engine shed|foundry|machine hall|mill room|mill hall|power station|power plant|boiler room|turbine hall
    |machine shop|shipyard hall
market_hall: market hall|covered market|bazaar|souk
kitchen: kitchen|bakery
log_cabin: log cabin|mountain hut|hunter'?s hut|bunks
open_water: twilight zone|open water[^.]*(?:deep|dark|blue|under)|marine snow|mid-?water|fading into darkness
    |fading to dark
kelp_forest: kelp forest|swaying kelp|tall kelp|seaweed forest
vents: hydrothermal|black smokers?|smoking chimneys|vent field
lights: bioluminescent|bioluminescence|glowing lights|living lights|black abyss
wreck: (?:ship ?)?wreck[^.]*(?:under ?water|sea ?floor|sea ?bed|beneath|deep sea|ocean floor)|sunken ship|drowned ship
whale_fall: whale skeleton|whale fall|skeleton of a whale|whale bones
trench: trench
sea_floor: muddy sea ?floor|muddy ocean floor|bare sea ?floor|flat sea ?floor|abyssal plain
""")

PEOPLE = _table(r"""
keeper: (light ?house |bee ?)?keepers?|light ?houseman|night ?watch\w*|watchman
fisher: fisher\w*|fishermen|angler|whaler
sailor: sailors?|captain|mariner|seaman|skipper|helmsman|boatman|ferryman|pirate|navigator
scientist: scientists?|researcher|chemist|biologist|physicist|inventor|engineer|astronomer|geologist|botanist
    |oceanographer|climatologist
doctor: doctors?|nurse|surgeon|physician|healer
farmer: farmers?|peasant|gardener|shepherd\w*|miller|harvester|villager
diver: divers?|frogm[ae]n|snorkel\w*|free ?diver
astronaut: astronauts?|cosmonaut|spaceman|spacewoman
monk: monks?|friar|priest|nun|pilgrim|hermit
queen: queens?|princess|empress
king: kings?|emperor|pharaoh|prince|sultan
soldier: soldiers?|guard|officer|general|infantry\w*|rebel
knight: knights?|warrior|samurai|viking
merchant: merchants?|trader|shopkeeper|vendor|seller
explorer: explorers?|archaeologist|adventurer|travell?er|guide|ranger|hiker|naturalist|paleontologist
smith: smith|blacksmith|carpenter|potter|craftsman|clockmaker|watchmaker|shoemaker|artisan|mechanic
baker: baker|cook|chef
painter: painter|artist|sculptor|writer|poet|musician|composer|singer
reader: teacher|librarian|scholar|historian|professor|student|philosopher|author|narrator|archivist|clerk
    |journalist
detective: detective|inspector|spy|investigator
wizard: wizard|witch|magician|sorcerer|alchemist
railwayman: railwayman|conductor|station ?master|signalman|(?:train|engine) driver|driver|guard in uniform|postman|policeman
worker: worker|miner|builder|labou?rer|operator
pilot: pilot|aviator\w*|balloonist
dancer: dancer|ballerina|acrobat
nomad: nomads?|bedouin|camel driver|tuareg|caravan
polar: inuit|polar explorer|mountaineer|climber|herder|sami|arctic explorer
child: child|children|boy|girl|kid|baby|apprentice|orphan|grandson|granddaughter|daughter|son
elder: elders?|grandmother|grandfather|old (man|woman)|widow
woman: woman|women|lady|mother|wife|sister|female
man: man|men|father|husband|brother|gentleman|figure|person|people|human|someone
""")

ANIMALS = _table(r"""
fox: fox(es)?
wolf: wol(f|ves)|coyote|hyena|jackal|husky
dog: dogs?|puppy|hound|sheepdog
cat: cats?|kitten|lynx
lion: lions?|lioness
tiger: tigers?
leopard: leopards?|cheetah|jaguar|panther|puma
polar bear: polar bears?|ice bear
bear: bears?|panda
deer: deer|stag|doe|reindeer|caribou|antelope|gazelle|elk
moose: moose
zebra: zebras?
horse: horses?|pony|foal|mare|mustang|donkey|mule|unicorn
camel: camels?|dromedary|llama|alpaca
cow: cows?|bull|ox(en)?|cattle|bison|buffalo|yak
goat: goats?|ibex|chamois
sheep: sheep|lambs?|ram
pig: pigs?|boar|piglet
mammoth: mammoths?
elephant: elephants?
rhino: rhino\w*|triceratops
hippo: hippo\w*
giraffe: giraffes?
rabbit: rabbits?|hare|bunny
mouse: mouse|mice|rat|hamster|lemming|shrew
squirrel: squirrels?|chipmunk|marmot|beaver|otter
badger: badger|raccoon|skunk|hedgehog
monkey: monkeys?|apes?|gorilla|chimp\w*|lemur|orangutan
kangaroo: kangaroo|wallaby
lizard: lizards?|gecko|iguana|chameleon|salamander|newt
crocodile: crocodiles?|alligator|caiman
dinosaur: dino\w*|brachiosaur\w*|sauropod|diplodocus|t-?rex|tyrannosaur\w*|raptor|dragon
whale: whales?|orca|humpback
dolphin: dolphins?|porpoise|seal|walrus|sea lion|manatee
shark: sharks?
octopus: octopus\w*|octopi|kraken
squid: (?:giant |colossal )?squids?|cuttlefish|nautilus
turtle: turtles?|tortoise
crab: crabs?|lobster|shrimp
frog: frogs?|toad
snake: snakes?|serpent|cobra|python|eel|worm
seahorse: sea ?horses?
jellyfish: jelly ?fish|medusa|anemone
starfish: star ?fish|sea star|sea urchin
anglerfish: angler ?fish|viper ?fish|lantern ?fish|dragon ?fish
fish: fish(es)?|salmon|trout|tuna|cod|herring|carp|clownfish|ray|manta
eagle: eagles?|hawk|falcon|vulture|condor|buzzard|kite
owl: owls?
penguin: penguins?|puffin|auk
gull: (sea)?gulls?|albatross|tern
crow: crows?|raven|magpie|jackdaw
parrot: parrots?|macaw|toucan|kingfisher|hummingbird
flamingo: flamingos?|ibis
crane: cranes?|heron|stork|egret|ostrich|swan|goose|geese
hen: hen|chicken|rooster|cock|turkey|peacock|duck\w*
songbird: robin|sparrow|songbird|finch|nightingale|wren|pigeon|dove|swallow|starling
bird: birds?
bee: bees?|bumblebee|wasp|hornet|fly|mosquito|dragonfly|firefly
butterfly: butterfl\w+|moths?
beetle: beetles?|ladybug|ladybird|bug|ants?|insects?|spider|scorpion
""")

MACHINES = _table(r"""
train: trains?|locomotive|steam engine|tram
sailing ship: sailing ship|tall ship|galleon|caravel|schooner|frigate|clipper|sailboat|longship
ship: ship|steamer|steamship|ferry|trawler|tanker|icebreaker|vessel|liner
robot: robots?|android|automaton|rover|probe
rocket: rockets?|spaceship|spacecraft|shuttle|satellite
balloon: balloons?|airship|zeppelin
submarine: submarine|submersible|bathyscaphe
plane: (air)?planes?|aeroplane|biplane|aircraft|glider
car: cars?|automobile|truck|jeep|bus|van|tractor
""")

THINGS = _table(r"""
lantern: lanterns?|torch|beacon
lamp: lamps?|lightbulb|chandelier|lens
candle: candles?|candlestick
book: books?|diary|journal|log ?book|notebook|manuscript|ledger|bible|atlas
map: maps?|chart|scroll|parchment|plan|blueprint|paper\w*|newspaper|photograph|painting|flag
compass: compass\w*|sextant|astrolabe|barometer|gauge|medal\w*|dial
telescope: telescopes?|spyglass|binoculars
watch: pocket watch|watch
clock: clocks?|timer|hourglass
bell: bells?|gong
boat: boats?|canoe|rowing boat|dinghy|kayak|raft|sled\w*|cradle
key: keys?|lock|padlock
chest: chests?|treasure|trunk|coffer
suitcase: suitcases?|travelling case|luggage|doctor's bag
crate: crates?|box(es)?|barrel|cargo|package|parcel|hive|beehive|cage
samovar: samovars?|urn of tea
bottle: bottles?|vase|jug|amphora|urn|pot|pottery|jar|vial
cup: cups?|mug|teapot|tea|coffee|bowl|kettle|goblet|chalice
letter: letters?|envelope|postcard|telegram|note
ticket: tickets?|boarding card
radio: radios?|receiver|transmitter|gramophone|telephone|phone|television|computer|typewriter|telegraph
camera: cameras?|projector
flower: flowers?|rose|tulip|orchid|plants?|seedlings?|sapling|blossom|herbs?|mushrooms?|leaf|leaves|seeds?
coin: coins?|gold|money|jewels?|ring|necklace|crown
fossil: fossils?|ammonite|bones?|skull|skeleton
shell: shells?|pearl|coral
stone: stones?|rocks?|boulder|pebble|meteorite|crystal|gem|ice|mineral|egg
microscope: microscopes?|apparatus|machine|instruments? panel
globe: globes?|planet|sphere|ball|orb
flask: flasks?|beaker|potion|test tubes?|medicine
wheel: wheels?|helm|gears?|cog\w*|propeller
anchor: anchors?|chain|hook|harpoon
tool: tools?|hammer|axe|wrench|shovel|spade|pickaxe|saw|knife|sword|spear|rifle|net|nets|rope|oar|brush
basket: baskets?|food|bread|fruit|apples?|harvest|fish
instrument: violin|guitar|lute|cello|fiddle|instrument|flute|drum|harp|piano
""")

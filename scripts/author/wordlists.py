"""Lists of English words by which the offline author reads a brief."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


ARTICLES = _words(
    """
    a an each every her his its our some the their these this those
    """
)
PREPOSITIONS = _words(
    """
    above across after against along among and around as at before behind below beneath between beyond but by
    during for from in inside into like near of off on or outside over than through to toward towards under with
    without
    """
)
LINKS = _words(
    """
    across after and because before from that through when where which while who
    """
)
ASKING = _words(
    """
    how what when where who why
    """
)
AUXILIARIES = _words(
    """
    are can could did do does had has have is should was were will would
    """
)
VERBS = AUXILIARIES | _words(
    """
    also always arrive arrived arrives ate became become becomes began begins bought bring brings brought builds
    built burned calls came cannot carried carries carry caught changed come comes crossed crosses depend
    depends destroyed died disappear disappeared discovered drank drowned dug eat eats ended ends falls fell
    felt find finds flew forget forgets fought found gave gets gives go goes grew grows happens heard held hides
    hold holds hunt hunts invented keep keeps kept knew know knows lead leads learn learned learns left lies
    live lived lives lost made make makes means met moved moves must need needs never now often ran remain
    remains remember remembers replaced returned rises runs sailed sang sank saved saw see sees sent shaped
    share shares shows slept sold sometimes soon spent stands started stay stays stood stopped survive survived
    survives swam take takes taught tells then thought told took turned turns understand waited walked want
    wants watched went won worked works wrote
    """
)
# Who says these talks to the film maker, not to the audience.
FILM_TALK = _words(
    """
    audience camera channel click documentary episode film footage i instructions montage music must my
    narration narrator our prompt scene scenes shot shots should story storyboard style subscribe tone us video
    viewer viewers we you your youtube
    """
)
# A sentence that begins so is an order.
ORDERS = _words(
    """
    focus use avoid keep make add ignore please write give let do don't never try ensure consider think contrast compare
    highlight emphasise emphasize aim note remember build cut move go return finish linger stay leave lead bring
    """
)
STOP_WORDS = _words(
    """
    about after all and are before but for from have her his how into its not one our over than that the their
    them then there these they this those under was were what when where which while who whose why with your
    """
)
# After these a sentence may follow: the day the machines came.
MOMENTS = _words(
    """
    autumn day evening hour moment morning night spring summer time way week winter year
    """
)
# Names that keep their capital when a title hides which words have one.
WELL_KNOWN = _words(
    """
    Africa Alaska Alps Amazon America American Americans Amsterdam Andes Antarctic Antarctica Apollo Arctic Asia
    Atlantic Australia Aztec Aztecs Baltic Berlin Brazil Britain British Cairo California Canada Caribbean Celts
    Chile China Chinese Christmas Danube Earth Egypt Egyptian Egyptians England English Ethiopia Europe European
    Everest France French Ganges German Germans Germany Gobi Greece Greek Greeks Greenland Himalaya Iceland Inca
    Incas India Indian Iran Iraq Ireland Irish Israel Istanbul Italian Italy Japan Japanese Jupiter Kenya Korea
    Lisbon London Mars Maya Mayas Mediterranean Mexico Mississippi Mongolia Mongols Moon Moscow Nepal Nile
    Norway Norwegian Orient Ottoman Ottomans Pacific Paris Persia Persian Persians Peru Portugal Rhine Roman
    Romans Rome Russia Russian Russians Sahara Saturn Scotland Scottish Siberia Spain Spanish Sweden Thames
    Tibet Tokyo Turkey Venice Venus Victorian Vienna Vietnam Viking Vikings Wales York
    """
)

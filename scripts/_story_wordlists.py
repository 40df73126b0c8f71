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
    always became becomes began begins brought came cannot carried changed comes crossed depends died
    disappeared ended ends fell found gave goes grew happens held keeps kept knew knows left lived lives lost
    made makes means moves must needs never ran remains replaced sang saved saw sees shaped shows started stood
    survived takes tells thought told took turned turns went won works wrote
    """
)
# Who says these talks to the film maker, not to the audience.
FILM_TALK = _words(
    """
    add audience avoid camera channel click documentary episode film focus footage i ignore instructions keep
    make montage music must my narration narrator our please prompt scene scenes shot shots should storyboard
    style subscribe tone us use video viewer viewers we you your youtube
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
    Africa Alaska Alps Amazon America American Amsterdam Andes Antarctic Antarctica Arctic Asia Atlantic
    Australia Aztec Baltic Berlin Brazil Britain British Cairo California Canada Caribbean Chile China Chinese
    Christmas Danube Earth Egypt Egyptian England English Ethiopia Europe European Everest France French Ganges
    German Germany Gobi Greece Greek Greenland Himalaya Iceland Inca India Indian Iran Iraq Ireland Irish Israel
    Istanbul Italian Italy Japan Japanese Jupiter Kenya Korea Lisbon London Mars Maya Mediterranean Mexico
    Mississippi Mongolia Moon Moscow Nepal Nile Norway Norwegian Orient Ottoman Pacific Paris Persia Persian
    Peru Portugal Rhine Roman Rome Russia Russian Sahara Saturn Scotland Scottish Siberia Spain Spanish Sweden
    Thames Tibet Tokyo Turkey Venice Venus Victorian Vienna Vietnam Viking Vikings Wales York
    """
)

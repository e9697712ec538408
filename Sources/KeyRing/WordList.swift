// The words of generated passphrases: common, short, told apart by ear.

/// English words that most people can spell, without words that sound alike.
enum WordList {
    /// The words, in order.
    static let words = text.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let text = """
        able acid acorn actor adult agent agree ahead album alder alert alley alloy almond alpine amber amble ample
        anchor angle ankle answer antler anvil apple april apron arbour arch arena argue arise armour artist ashen
        aside aspen aster atlas atom attic august aunt author autumn avenue avoid awake award axle azure bacon badge
        badger bagel baker balance ballad balloon balm bamboo banana band banjo bank banner barber barge bark barley
        barn barrel basil basin basket bath baton bay beach beacon bead beak beam bean beard beaver bed beech beef
        beetle begin belief bell belong belt bench bend berry best bicycle big bilberry birch bird biscuit bison black
        blade blanket blaze blend bless blink block bloom blossom blue board boat body bold bolt bonfire bonnet book
        boot border borrow bottle bottom bounce bow bowl box bracken braid brain branch brass brave breeze brick
        bridge brief bright brim bring brisk broad bronze brook broom brother brown brush bucket buckle bud budget
        buffalo bugle bulb bull bumble bundle bunny burrow bus bush busy butter button buzzard cabin cable cactus
        cairn cake calf call calm camel camera camp canal candle canoe canvas canyon cape captain caravan card cargo
        carol carpet carrot carry cart carve case cash castle cat catch cattle cave cedar ceiling celery cellar cement
        centre chain chair chalk chance change chapel chapter charm chart chase cheek cheer cheese cheetah cherry
        chess chest chestnut chicken chief child chime chimney chin choice choir chorus church cinema circle citrus
        city civil clam clap clarinet class clay clean clear clerk clever cliff climb cloak clock cloth cloud clover
        club coach coal coast coat cobble cobweb cocoa coconut coffee coil coin cold collar collie colour column comb
        comet comfort common compass concert cook cool copper coral corn corner cosmos cotton couch cough count
        country county courage cousin cover cow crab cradle craft crane crate crayon cream crest cricket crisp crocus
        crop cross crow crowd crown crumb crust crystal cube cuckoo cup cupboard curfew curl curry curtain curve
        cushion custard cycle cygnet daffodil dairy daisy dale damson dance dapple dark date dawn day deal debate
        decade decent deck deep delta den dentist depth desert desk detail device dial diamond diary dig digit dine
        dinner dip direct disc dish ditch dive dock doctor dog doll dolphin dome donkey door dot double dough dove
        down dozen drain drama draw dream dress drift drill drink drive drop drum dry duck duet dune dusk dust duty
        dwell eager eagle early earn earth ease east easy echo edge edit eel effort egg elbow elder electric elephant
        eleven elf elk elm ember emerald empty emu enamel end energy engine enjoy enough enter entry envelope epic
        equal era errand escape essay estate even evening event evergreen every exact exam exit expert extra eye
        fabric face fact factory faith falcon fall fame family famous fan fancy farm farmer fast father favour fawn
        feast feather fell fence fern ferret ferry fetch few fiddle field fig figure file film final finch fine finger
        finish fire firm first fish fit five fjord flag flame flannel flap flash flask flat flavour fleet flint flock
        flood floor flow flute fly foal foam focus fog foil fold folk follow food foot force ford forest fork form
        fort forty fossil fountain fox frame free fresh friday fridge friend frog front frost fruit fuel full fun
        funnel furrow future gable gadget galaxy gale gallery gallon gallop game gander gap garage garden garlic
        gather gauge gazelle gear gem general gentle genuine giant gift giggle ginger giraffe give glacier glad glass
        gleam glen glide glimpse globe glory glove glow glue goal goat gold golf good goose gorge gorse gown grace
        grade grain grand granite grant grape graph grass gravel gravy green greet grey grid grill grin grip grocer
        ground group grouse grove grow growl guess guest guide guitar gulf gull gum gust gym habit haddock hail half
        hall halo ham hamlet hammer hamper hand handle happy harbour hard harp harvest hat hatch haven hawk hay hazel
        head health heap heart heat heather hedge height helmet help hen herald herb herd heron hidden high hike hill
        hint hive hobby hockey hold holiday hollow holly home honest honey hood hook hoop hop hope horizon horn host
        hotel house hover hub huddle hue hug huge hull human humble humour hundred hunt hurdle hurry hut hyacinth ice
        icicle icing idea ideal idle igloo image inch index indigo infant ink inlet inn inner input insect inside iris
        iron island ivory ivy jacket jackdaw jaguar january jar jasmine jaw jay jazz jelly jest jet jewel jigsaw job
        join joke jolly journal journey joy judge jug juggle juice july jumble jump june jungle junior juniper jury
        just kale kangaroo kayak keen keep kelp kennel kernel kestrel kettle kick kind king kiosk kipper kit kitchen
        kite kitten kiwi knee knit knob knock koala label lace ladder lady lagoon lake lamb lamp land lane language
        lantern lap larch large lark laser last latch late lather laugh launch laundry laurel lava lavender lawn
        lawyer layer leaf league lean learn leather leave ledge leek left legend leisure lemon length lens lentil
        leopard lesson letter level lever lichen lid life lift light lilac lily lime limit linen liner lion lip list
        listen little live lizard load loaf lobby lobster local loch lock locust lodge loft log long look loom loop
        lorry lotus loud lounge love low loyal luck lull lumber lunar lunch lung lupin lyric machine magic magma
        magnet magpie maize major mallard mallet mammoth manage mango manor mantle map maple marble march mare margin
        marigold marine market marmot maroon marsh marten mask mast match matter maximum may mayor maze meadow meal
        measure medium mellow melody melon member memo mend menu merit merlin merry mesh meteor metre midday middle
        mild mile milk mill mimic mind mine mineral mint minute mirror mitten mix moat model modern mole moment monday
        money monkey month moon morning mosaic moss moth mother motor mound mount mouse mouth move much mud muffin mug
        mule museum mushroom music muslin mustard myth napkin narrow nation native nature near neat neck nectar needle
        neon nephew nerve nest net nettle never newt next nice nickel nimble nine noble noise noodle noon north note
        notice novel nudge number nurse nut nutmeg nylon oak oasis oat object oboe ocean october odd offer office
        often oil old olive omelette onion only onyx opal open opera optic orange orbit orchard orchid order organ
        origin osprey ostrich otter ounce outer oval oven over owl own ox oxygen oyster pace pack paddle page paint
        palace palm pan pancake panda panel pansy panther paper parade parcel parent park parrot parsley part party
        pass pasta paste pastry patch path patio pattern pave pea peach peacock peanut pearl pebble pedal pelican pen
        pencil penguin penny people pepper perch period petal phone photo piano picnic picture pier pigeon pike pillar
        pillow pilot pine pink pint pioneer pipe pitch pixel pizza plan planet plank plant plate play plaza plenty
        plough plum plume plus pocket poem poet point polar polish pond pony pool poplar poppy porch porridge port
        post pot potato pottery pouch pound powder power praise prawn press price pride print prism prize problem
        profit project prompt proof proper proud prune puddle puffin pull pulse pumpkin punch pupil puppet puppy pure
        purple purse push puzzle python quail quaint quality quarry quart quartz queen quest queue quick quiet quill
        quilt quince quite quiver quiz quote rabbit race radar radio radish raft rail raise rally ram ramble ranch
        range rapid rare raspberry rate raven reach ready real recent recipe record red reef reel reflect relax relay
        rely remedy remote rent repair reply report rescue rest result retail return review reward rhubarb rhyme
        rhythm ribbon rice rich riddle ride ridge rinse ripple rise rival river roast robin robot rock rocket rod roof
        rook room rope rotate rough round rowan royal rubber ruby rudder rug rugby rule rumble run rural rush rust
        saddle safe saffron sage salad salmon salt same sand sandal sapphire sardine sash satin saturn save savour
        scale scarf school science scone scoop score scout screen screw scroll seal search season seat second secret
        seed select senior sense september series serve seven shade shadow shale shape share shark sharp shawl shed
        sheep sheet shelf shell shelter shield shift shine ship shirt shoe shop shore short shoulder shovel show
        shower shrimp shrub shut shy sickle side sierra sift sigh sign signal silent silk silver simple sing singer
        sink sister six skate sketch ski skill skin skip skirt sky slate sled sleep slice slide slim slipper slope
        slow small smart smile smoke smooth snail snow snug soap soccer social sock soda sofa soft soil solar solid
        solo song sonnet soon sort sound soup south space spade spaniel spare spark sparrow speak speech speed spell
        spend spice spider spike spin spiral spirit splash sponge spoon sport spot spray spring sprout spruce square
        squash squid squirrel stable stack stadium staff stage stall stamp stand star start state station statue stay
        steady steam steep stem step stereo stew stick still stilt stir stitch stock stone stool stop store stork
        storm story stove strap straw stream street stretch string strip strong studio study subject sugar suit summer
        summit sunday sunset super supper supply sure surf surname swallow swamp swan swap sweep sweet swift swim
        swing switch sycamore syrup system table tablet tackle tadpole tailor take talent talk tall tangle tango tank
        tape target tarn tart task taste tavern taxi teach teapot temple ten tenant tennis tent term terrace test text
        thank thatch theatre theme theory thick thimble thin thing thirty thistle thorn thread three thrift thrush
        thumb thunder thursday ticket tickle tidy tiger tile timber tin tinsel tiny tip title toast today toffee
        toggle token tomato tone tongue tonic tool tooth top topaz topic torch tortoise total toucan touch tour towel
        tower town toy track tractor trade trail train tram travel tray treasure treat tree trek trend trial tribe
        trick trim trip trolley trophy trot trousers trout truck true trumpet trunk trust truth try tube tuesday tug
        tulip tumble tuna tundra tune tunnel turbine turf turkey turn turnip turquoise turtle twelve twenty twice twig
        twin twist type tyre umber umbrella uncle under unicorn union unique unit unlock until upper upstairs urban
        urge useful usual utmost vacuum vale valley value valve van vanilla vapour various vast vault velvet vendor
        venture verb verdict verse very vessel vest video view vigour village vine vinegar viola violet violin virtue
        visit visor visual vital vivid voice volcano volley volume vote voyage waffle wage wagon wake walk wall wallet
        walnut walrus waltz wander want warble warm warren wash wasp watch water wax weasel weather weave web wedge
        wednesday welcome well west wetland whale wharf wheat where whisk whisper whistle white wicker wide widget
        width wild willow win wind window wing winter wire wisdom wise wish wolf wonder wool word work world worth
        wren wrist yacht yak yard yarn year yeast yellow yew yogurt young zebra zenith zero zigzag zinc zone zoom
        """
}

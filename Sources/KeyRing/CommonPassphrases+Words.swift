// The words and phrases themselves.

extension CommonPassphrases {
    /// Words that weak passphrases are put together from; each in lower case, letters and digits alone.
    static let words = Set(wordText.split(whereSeparator: \.isWhitespace).map(String.init))

    /// Whole phrases that everybody knows, without their spaces and signs.
    static let phrases = Set(
        phraseText.split(separator: "\n").map { line in line.lowercased().filter { $0.isLetter || $0.isNumber } })

    private static let wordText = """
        password passwort passw0rd pass passcode passphrase passwd pword secret geheim login logon letmein let me in open
        opensesame sesame welcome hello hi hey goodbye admin administrator root user username guest test tester testing
        demo example sample default changeme change temp temporary new old this that the is it my your our mine yours i
        am an a and or of for to on at be not no yes please thank you thanks sorry master system server computer laptop
        desktop internet windows microsoft office google apple facebook twitter instagram youtube amazon netflix android
        iphone samsung dell lenovo linux ubuntu debian swift dalesway operation police officer constable sergeant
        detective inspector custodian council social care support victim suspect investigation case file store vault
        keys key safe safety secure security private confidential official sensitive data database backup recovery work
        home house school college university hospital nhs gov uk england britain british great united kingdom ireland
        scotland wales yorkshire westyorkshire bradford leeds wakefield halifax huddersfield keighley calderdale
        kirklees manchester liverpool london birmingham sheffield newcastle york bristol glasgow edinburgh cardiff
        arsenal chelsea tottenham everton rangers celtic citizens albion city town rovers wanderers hotspur leedsunited
        manunited football rugby cricket tennis golf soccer baseball basketball hockey monkey dragon tiger lion bear
        wolf eagle falcon hawk horse pony dog cat kitty puppy bunny rabbit fish bird butterfly spider snake shark
        dolphin unicorn panther jaguar cobra love iloveyou loves lover loveyou forever always never sweetheart darling
        honey baby babe angel princess prince queen king lady lord sir boss chief hero star superstar sun sunshine moon
        summer winter spring autumn january february march april may june july august september october november
        december monday tuesday wednesday thursday friday saturday sunday morning evening night today tomorrow
        yesterday christmas easter birthday holiday happy merry xmas newyear red orange yellow green blue purple pink
        black white grey gray silver gold golden one two three four five six seven eight nine ten hundred thousand
        first second third zero mum mom mummy mother dad daddy father brother sister family son daughter wife husband
        friend friends boy girl man woman god jesus christ bible heaven hell devil faith trust trustno1 hope peace
        freedom lucky luck magic wizard witch merlin gandalf hogwarts harry potter hermione star wars starwars startrek
        jedi yoda vader skywalker matrix batman superman spiderman ironman pokemon pikachu minecraft fortnite mario
        zelda sonic beatles rolling stones oasis queen elvis madonna beyonce taylor coffee chocolate cheese pizza
        banana strawberry cherry lemon cookie sugar pepper ginger biscuit guinness whisky vodka beer wine fuck fucking
        fuckyou shit bitch ass asshole sex sexy hot cool crazy stupid idiot whatever nothing something anything
        everything nobody somebody everybody james john robert michael william david richard joseph thomas charles
        daniel matthew anthony andrew joshua mark paul steven kevin brian george edward ronald jason ryan jacob gary
        nicholas eric jonathan stephen larry justin scott brandon benjamin samuel jack oliver charlie harry oscar alfie
        archie henry leo noah theo mohammed muhammad ahmed ali hassan mary patricia jennifer linda elizabeth barbara
        susan jessica sarah karen nancy lisa margaret betty sandra ashley emily donna michelle carol amanda melissa
        deborah stephanie rebecca laura sharon cynthia kathleen amy angela anna emma olivia sophie chloe lucy grace
        megan hannah charlotte ella mia isla poppy ruby lily smith jones brown taylor wilson johnson williams qwerty
        qwertyuiop qwertz azerty asdf asdfgh asdfghjkl zxcv zxcvbn zxcvbnm qazwsx qwer abcd abc abc123 123abc aaa xxx
        zzz foobar foo bar baz lorem ipsum dolor sit amet ninja killer hunter ranger shadow thunder lightning storm
        phoenix mustang ferrari porsche mercedes corvette harley davidson toyota honda ford audi bmw
        """

    private static let phraseText = """
        correct horse battery staple
        correcthorsebatterystaple1
        to be or not to be that is the question
        to be or not to be 123
        may the force be with you
        may the fourth be with you
        i am your father luke
        the quick brown fox
        the quick brown fox jumps over the lazy dog
        jumps over the lazy dog
        pack my box with five dozen liquor jugs
        once upon a time in a land
        once upon a time in a land far far away
        a long time ago in a galaxy far far away
        supercalifragilisticexpialidocious
        pneumonoultramicroscopicsilicovolcanoconiosis
        antidisestablishmentarianism
        llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch
        never gonna give you up
        never gonna let you down
        we will we will rock you
        we are the champions my friends
        is this the real life is this just fantasy
        all you need is love
        let it be let it be let it be
        here comes the sun doo doo doo doo
        yesterday all my troubles seemed so far away
        i want to hold your hand
        hey jude dont make it bad
        stairway to heaven
        another brick in the wall
        wish you were here
        dont stop believing
        dont look back in anger
        wonderwall wonderwall
        hello darkness my old friend
        like a bridge over troubled water
        its a long way to tipperary
        god save the queen
        god save the king
        god save our gracious king
        rule britannia britannia rules the waves
        land of hope and glory
        jerusalem and did those feet in ancient time
        on ilkla moor baht at
        on ilkley moor baht hat
        youll never walk alone
        marching on together
        glory glory man united
        its coming home its coming home
        swing low sweet chariot
        abide with me fast falls the eventide
        our father who art in heaven
        hallowed be thy name
        the lord is my shepherd
        the lord is my shepherd i shall not want
        in the beginning was the word
        in the beginning god created the heaven and the earth
        let there be light
        amazing grace how sweet the sound
        all things bright and beautiful
        twinkle twinkle little star
        twinkle twinkle little star how i wonder what you are
        mary had a little lamb
        humpty dumpty sat on a wall
        jack and jill went up the hill
        baa baa black sheep have you any wool
        row row row your boat
        the wheels on the bus go round and round
        incy wincy spider climbed up the spout
        ring a ring o roses
        old macdonald had a farm
        if youre happy and you know it
        happy birthday to you
        we wish you a merry christmas
        jingle bells jingle bells
        silent night holy night
        away in a manger no crib for a bed
        it was the best of times it was the worst of times
        it is a truth universally acknowledged
        call me ishmael
        shall i compare thee to a summers day
        if music be the food of love play on
        now is the winter of our discontent
        friends romans countrymen lend me your ears
        all the worlds a stage
        romeo romeo wherefore art thou romeo
        double double toil and trouble
        once more unto the breach dear friends
        i wandered lonely as a cloud
        the boy stood on the burning deck
        half a league half a league half a league onward
        do not go gentle into that good night
        tyger tyger burning bright
        if you can keep your head when all about you
        we shall fight on the beaches
        never was so much owed by so many to so few
        keep calm and carry on
        one small step for man
        houston we have a problem
        ask not what your country can do for you
        i have a dream
        four score and seven years ago
        we the people of the united states
        live long and prosper
        to boldly go where no man has gone before
        beam me up scotty
        resistance is futile
        the truth is out there
        winter is coming
        you know nothing jon snow
        one ring to rule them all
        you shall not pass
        my precious my precious
        its a kind of magic
        there is no place like home
        theres no place like home
        lions and tigers and bears oh my
        life is like a box of chocolates
        heres looking at you kid
        elementary my dear watson
        shaken not stirred
        hasta la vista baby
        to infinity and beyond
        hakuna matata
        just keep swimming
        open sesame open sesame
        abracadabra abracadabra
        speak friend and enter
        the answer is fortytwo
        this is my password
        this is a password
        this is my passphrase
        this is not my password
        my password is password
        my password is secret
        what is my password
        i forgot my password
        i dont know my password
        no password required
        enter your password here
        please change me now
        change this password
        a very long password
        a very long passphrase
        several unrelated words
        six random words
        four random words
        three random words
        three little words
        an apple a day keeps the doctor away
        a stitch in time saves nine
        actions speak louder than words
        all that glitters is not gold
        better late than never
        better safe than sorry
        birds of a feather flock together
        a bird in the hand is worth two in the bush
        dont count your chickens before they hatch
        early to bed and early to rise
        every cloud has a silver lining
        fortune favours the bold
        honesty is the best policy
        knowledge is power
        laughter is the best medicine
        look before you leap
        many hands make light work
        necessity is the mother of invention
        practice makes perfect
        rome wasnt built in a day
        the early bird catches the worm
        the pen is mightier than the sword
        time and tide wait for no man
        too many cooks spoil the broth
        two wrongs dont make a right
        where theres muck theres brass
        when in rome do as the romans do
        where there is a will there is a way
        richard of york gave battle in vain
        red orange yellow green blue indigo violet
        my very easy method just speeds up naming planets
        every good boy deserves favour
        i love you to the moon and back
        i love my husband
        i love my children
        i love my family
        live laugh love
        you are my sunshine
        somewhere over the rainbow
        west yorkshire police
        west yorkshire police federation
        city of bradford metropolitan district council
        crown prosecution service
        not protectively marked
        official sensitive
        need to know basis
        """
}

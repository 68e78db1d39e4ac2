using System.Collections.Frozen;

namespace InterviewPrep.Web.Features.Accounts;

/// <summary>
/// Words that lead the lists of passwords found in breaches, from three letters on. With the length that is asked for here a
/// password of that list is mostly such a word with something at its end, so that words say more than whole passwords.
/// </summary>
internal static class CommonPasswords
{
    private const string Words = """
        password passwort passw0rd passwd pass word admin administrator root user guest test testing tester login logon signin
        welcome letmein let open secret access master system server default changeme change new old temp temporary sample demo
        love iloveyou loveyou ilove lovely loveme you baby babygirl babyboy honey sweet sweetheart sweetie angel angels princess prince
        queen king kingdom lady girl boy girls boys man woman mother father mom dad mommy daddy sister brother family friend
        friends forever always together lover darling dearest beautiful pretty cutie heart hearts kiss kisses
        monkey dragon tiger lion bear wolf eagle falcon hawk panther jaguar cougar puppy kitty kitten cat cats dog dogs doggy
        horse pony bunny rabbit chicken turtle dolphin shark spider snake scorpion butterfly bird birdie fish panda mouse
        football soccer baseball basketball hockey tennis golf rugby cricket racing runner player winner champion
        liverpool arsenal chelsea barcelona realmadrid juventus manchester united rangers celtic yankees cowboys steelers lakers
        eagles packers raiders broncos bulldog bulldogs tigers lions patriots dallas chicago boston london paris berlin madrid
        america american england english ireland scotland germany france italy spain russia canada australia brasil brazil mexico india
        michael michelle jessica jennifer ashley amanda daniel daniela andrew anthony joshua matthew robert william thomas
        charlie charles george james jordan justin jason john johnny joseph david richard steven brandon nicole nicholas natalie
        samantha sarah sara laura lauren elizabeth emily emma anna andrea maria marina martin martina marlboro peter paul patrick
        alexander alexandra alex ben benjamin chris christian christina christine christopher carlos diego eric frank gabriel hannah
        isabella jack jackson jacob jasmine julia julian karen katherine kevin kimberly linda lisa lucas lucy madison maggie
        marcus mark melissa miguel monica morgan nathan oliver olivia pamela rachel rebecca ryan sophia sophie stephanie
        steve taylor tina tony tyler vanessa veronica victor victoria vincent virginia
        sunshine sunny sun moon moonlight star stars starlight sky rainbow summer winter spring autumn monday tuesday wednesday thursday
        friday saturday sunday january february march april may june july august september october november december
        flower flowers rose roses lily daisy violet purple orange yellow green blue red black white silver golden gold diamond crystal
        pink brown apple banana cherry peach lemon melon strawberry chocolate cookie cookies candy sugar cheese pepper ginger
        coffee coca cola pepsi beer vodka whiskey
        superman batman spiderman ironman superstar super hero heroes starwars startrek matrix pokemon pikachu naruto minecraft fortnite
        nintendo playstation xbox gamer gaming games game zelda mario sonic harley harrypotter potter hogwarts frodo gandalf
        batista jesus christ god jesuschrist heaven angelo blessed faith hope grace lord bible church
        computer internet google facebook youtube twitter instagram linkedin myspace yahoo gmail hotmail outlook microsoft windows
        apple samsung nokia android iphone macbook linux ubuntu oracle cisco dell lenovo mysql database network wireless
        freedom money dollar million rich lucky luck happy happiness smile peace power magic magical wizard ninja samurai pirate
        hunter killer warrior soldier army marine navy police ranger captain phantom ghost shadow darkness dark night knight
        thunder lightning storm fire flame ice water ocean river mountain forest hello hola hallo bonjour ciao goodbye
        whatever nothing something anything trustno1 trustnoone
        mustang ferrari porsche mercedes corvette camaro honda toyota yamaha suzuki kawasaki ducati bmw audi jeep
        guitar music rock metallica nirvana slipknot eminem tupac elvis beatles queen abba rocknroll dance dancer disco
        school college student teacher doctor nurse lawyer engineer manager developer programmer office company business
        soleil chouchou doudou loulou azerty motdepasse contrasena contraseña teamo tequiero mivida estrella amor amore senha
        schatz liebe hallo sommer geheim wachtwoord welkom haslo kochanie polska parola ciao juventus
        qwerty qwertz qwer asdf zxcv zaq1 xsw2 wsxedc abc abcd xyz foo bar foobar lorem ipsum
        """;

    private static readonly FrozenDictionary<int, string[]> ByLength = Words.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
        .Where(w => w.Length > 2).Distinct(StringComparer.Ordinal).GroupBy(w => w.Length).ToFrozenDictionary(g => g.Key, g => g.ToArray());

    /// <summary>Those of a length.</summary>
    public static string[] OfLength(int length) => ByLength.GetValueOrDefault(length, []);
}

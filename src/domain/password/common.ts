/** Words and keyboard walks at the heart of most leaked passwords. One of them with digits and signs around is no secret. */
const stems =
  "password passwort passw0rd pass passwd contrasena motdepasse senha parola wachtwoord haslo qwerty qwertyuiop " +
  "qwertz azerty asdf asdfgh asdfghjkl zxcvbn zxcvbnm qazwsx qazwsxedc qwaszx abc abcd abcdef abcdefg abcdefgh iloveyou " +
  "loveyou love lovely letmein welcome admin administrator root user guest login master changeme secret default test " +
  "testing tester temp temporary demo sample example monkey dragon sunshine princess football baseball basketball " +
  "soccer hockey superman batman spiderman starwars pokemon naruto shadow michael jordan jennifer jessica ashley " +
  "michelle daniel charlie thomas andrew joshua matthew anthony robert nicole amanda samantha hunter killer trustno " +
  "freedom whatever internet computer hello helloworld summer winter spring autumn january february march april june " +
  "july august september october november december monday tuesday wednesday thursday friday saturday sunday " +
  "liverpool chelsea arsenal barcelona realmadrid juventus yankees cowboys steelers lakers eagles manchester " +
  "manchesterunited flower butterfly cheese cookie chocolate banana orange purple rainbow angel angels babygirl " +
  "blink blessed jesus jesuschrist godisgood family friends forever mustang ferrari porsche corvette mercedes harley " +
  "samsung google facebook linkedin microsoft windows apple iphone android amazon minecraft fortnite whatsapp " +
  "company office business money security secure access server system database oracle mysql postgres cisco manager " +
  "orgdesk organization letmeinnow opensesame rockyou mynoob fuckyou asshole pussy biteme ginger pepper buster tigger";

/** Passwords of twelve or more characters that appear again and again in leaks, beyond what `stems` covers. */
const entire =
  "1q2w3e4r5t6y 1q2w3e4r5t6y7u 1q2w3e4r5t6y7u8i 1qaz2wsx3edc 1qaz2wsx3edc4rfv 1qazxsw23edc 1qaz!qaz1qaz q1w2e3r4t5y6 " +
  "q1w2e3r4t5y6u7i8 a1b2c3d4e5f6 1a2b3c4d5e6f zaq12wsxcde3 zaq1zaq1zaq1 qazwsx123456 qweasdzxc123 123qweasdzxc " +
  "qwerty123456 123456qwerty qwe123qwe123 asd123asd123 abc123abc123 abc123456789 123456789abc 123456789qwe " +
  "123456789qwerty 1234qwerasdf 1234qwerasdfzxcv qwer1234asdf qwerasdfzxcv qwertyasdfgh asdfasdfasdf asdfghjkl123 " +
  "qwertyuiop[] qwertyuiopasdfghjkl qwertyuiopasdfghjklzxcvbnm !qaz2wsx#edc !qaz@wsx#edc passwordpassword " +
  "unbelievable motherfucker fuckyoufuckyou christopher1 alexander123 elizabeth123 stephanie123 masterofpuppets " +
  "thisismypassword mypassword123 mypasswordis newpassword1 newpassword123 yourpassword nopassword123 " +
  "ilovemyfamily ilovemymother ilovejesus123 iloveyouforever iloveyousomuch iloveyou4ever imissyousomuch " +
  "whatthefuck1 whatthefuck123 letmeinplease pleaseletmein changemenow1 changethispassword adminadmin123 " +
  "administrador1 administrateur superadmin123 superuser123 rootroot1234 usernamepassword userpassword " +
  "summersummer backstreetboys harrypotter1 harrypotter123 lordoftherings avengedsevenfold linkinpark123 metallica123 " +
  "manutdmanutd chelseafc123 liverpoolfc1 fcbarcelona1 barcelonafc1 dallascowboys greenbaypackers newyorkyankees " +
  "jesusislord1 jesuslovesme jesusloves123 godblessyou1 praisethelord hallelujah123 thunderbird1 " +
  "chocolatecake strawberry123 watermelon123 butterfly123 sunflower123 teddybear123 hellokitty123 babygirl1234 " +
  "princess1234 sweetheart123 spongebob123 scoobydoo123 mickeymouse1 mickeymouse123 donaldduck123 winniethepooh " +
  "qwerty1qwerty qwerty12qwerty123 zxcvbnm12345 zxcvbnmasdfghjkl poiuytrewq123 mnbvcxzlkjhg lkjhgfdsapoiuy 0987654321qwe " +
  "0p9o8i7u6y5t p0o9i8u7y6t5 01234567890a a12345678910 aa1234567890 qq1234567890 abcd12345678 abcd1234abcd abcdefg12345 " +
  "p@ssw0rd1234 p@$$w0rd1234 pa$$word1234 passw0rd1234 pass@word123 welcome@1234 admin@123456 india@123456 test@1234567";

/** Common hearts of passwords, in lower case. */
export const commonStems: ReadonlySet<string> = new Set(stems.split(" "));

/** Common passwords of twelve characters and more, in lower case. */
export const commonPasswords: ReadonlySet<string> = new Set(entire.split(" "));
